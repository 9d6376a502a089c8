"""The sample site with camera photos, and its largest bulletin made with Material and Hugo."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, cycle, repeat
from pathlib import Path
from typing import NamedTuple

import yaml
from PIL import Image, ImageOps
from reader_server import Place
from reader_tools import Tools

ROOT = Path(__file__).parents[1]
FOLDERS = ("docs", "news", "images")
BULLETIN = "2026/so-ket-cong-tac-tuyen"
PORTS = {"ours": 47443, "material": 47444, "hugo": 47445}
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1"}
CAREFUL = 1600
"""px: as wide as a careful editor of a site without renditions puts photos in."""
QUALITY = 82
MATERIAL = """site_name: Bản tin
site_url: {address}
theme: {{name: material, language: vi}}
nav: [index.md]
markdown_extensions: [attr_list, md_in_html, tables]
plugins: [search, blog, glightbox]
"""
HUGO = """baseURL = "{address}"
languageCode = "vi"
title = "Bản tin"
disableKinds = ["taxonomy", "term"]
"""
HUGO_PAGE = """<!doctype html><html lang=vi><meta charset=utf-8>
<meta name=viewport content="width=device-width"><title>{{ .Title }}</title>
<meta name=description content="{{ .Params.summary }}">
<link rel=icon href="data:,"><link rel=stylesheet href="/style.css"><main><h1>{{ .Title }}</h1>
{{ range $i, $one := .Params.photos }}{{ with $.Resources.GetMatch $one.file }}{{ $photo := . }}
<figure><img alt="{{ $one.alt }}" loading="{{ if $i }}lazy{{ else }}eager{{ end }}"
width="{{ .Width }}" height="{{ .Height }}" sizes="min(100vw, 48rem)"
srcset="{{ range slice 480 960 1600 }}{{
($photo.Resize (printf "%dx webp q78" .)).RelPermalink }} {{ . }}w, {{ end }}">
<figcaption>{{ $one.caption }}</figcaption></figure>{{ end }}
{{ if not $i }}{{ $.Content }}{{ end }}{{ end }}</main></html>
"""
HUGO_STYLE = """body{font:1.1rem/1.6 sans-serif;margin:0 auto;max-width:48rem;padding:1rem}
figure{margin:2rem 0}img{width:100%;height:auto}"""


class Site(NamedTuple):
    """A built site."""

    name: str
    place: Place
    pages: Mapping[str, str]
    """What a page is called -> its path below the site's address."""


def built(tools: Tools) -> list[Site]:
    """Build all three.

    Raises:
        CalledProcessError: One could not be built.
    """
    bulletin = _bulletin()
    return [ours(tools), material(tools, *bulletin), hugo(tools, *bulletin)]


def ours(tools: Tools) -> Site:
    """The sample site; a camera file stands for each of its drawn photos."""
    root = tools.room / "ours"
    for name in FOLDERS:
        shutil.rmtree(root / name, ignore_errors=True)
        shutil.copytree(ROOT / name, root / name)
    drawn = sorted(path for path in (root / "images").rglob("*.jpg"))
    for path, original in zip(drawn, cycle(tools.originals)):
        path.unlink()
        path.hardlink_to(original.resolve())
    place = Place(root / "site", PORTS["ours"], ours=True)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"^site_url: .*", f"site_url: {place.address}", settings, flags=re.M)
    settings = settings.replace("  - bantin:\n", "  - bantin:\n      precompress: true\n")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    _run([str(Path(sys.executable).with_name("mkdocs")), "build", "-q"], root)
    return Site("Bantin", place, dict(_pages(place.folder)))


def _pages(site: Path) -> Iterator[tuple[str, str]]:
    people = (path for path in sorted(site.glob("people/*/")) if (path / "index.html").exists())
    person = next(people, site / "people/nobody")
    wanted = {
        "home": "",
        "bulletin of 12 photos": f"news/{BULLETIN}/",
        "photo library": "photos/",
        "person": f"people/{person.name}/",
        "archive": "news/2026/",
    }
    for name, path in wanted.items():
        if (site / path / "index.html").exists():
            yield name, path


def material(tools: Tools, head: dict, body: str) -> Site:
    """Material with its blog and glightbox; photos as a careful editor puts them in."""
    root = tools.room / "material"
    folder = root / "docs" / "blog" / "posts"
    _photos(tools, head, folder / "photos", CAREFUL)
    place = Place(root / "site", PORTS["material"], ours=False)
    cover, *others = [
        f'![{one["alt"]}](photos/{one["file"]}){{ title="{one["caption"]}" loading={loading} }}'
        for one, loading in zip(head["photos"], chain(["eager"], repeat("lazy")), strict=False)
    ]
    text = "\n\n".join([f"# {head['title']}", cover, body, *others])
    (root / "docs" / "index.md").write_text("# Bản tin\n", encoding="utf-8")
    (root / "docs" / "blog" / "index.md").write_text("# Tin\n", encoding="utf-8")
    front = f"---\ndate: {head['date']}\ndescription: Sơ kết\n---\n"
    (folder / "bulletin.md").write_text(f"{front}{text}\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(MATERIAL.format(address=place.address), "utf-8")
    _run([str(tools.material), "build", "-q"], root)
    (page,) = (root / "site" / "blog").glob("2026/*/*/*/index.html")
    path = page.parent.relative_to(root / "site").as_posix() + "/"
    return Site("Material, blog, glightbox", place, {"bulletin of 12 photos": path})


def hugo(tools: Tools, head: dict, body: str) -> Site:
    """Hugo with a bare layout of its own and WebP in three widths."""
    root = tools.room / "hugo"
    folder = root / "content" / "bulletin"
    _photos(tools, head, folder, None)
    place = Place(root / "public", PORTS["hugo"], ours=False)
    layout = root / "layouts" / "_default"
    layout.mkdir(parents=True, exist_ok=True)
    (root / "static").mkdir(exist_ok=True)
    (root / "static" / "style.css").write_text(HUGO_STYLE, encoding="utf-8")
    (layout / "single.html").write_text(HUGO_PAGE, encoding="utf-8")
    (root / "config.toml").write_text(HUGO.format(address=place.address), encoding="utf-8")
    kept = {name: head[name] for name in ("title", "summary", "photos")}
    front = yaml.safe_dump(kept, allow_unicode=True)
    (folder / "index.md").write_text(f"---\n{front}---\n{body}\n", encoding="utf-8")
    _run(["hugo", "--quiet"], root)
    return Site("Hugo", place, {"bulletin of 12 photos": "bulletin/"})


def _bulletin() -> tuple[dict, str]:
    """Front matter, the cover first, and text; links to other bulletins lead nowhere."""
    text = (ROOT / "news" / f"{BULLETIN}.md").read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    head = yaml.safe_load(front)
    head["photos"].sort(key=lambda photo: "cover" not in photo)
    return head, re.sub(r"\]\([^)]*\.md\)", "](#)", body)


def _photos(tools: Tools, head: dict, folder: Path, width: int | None) -> None:
    """The camera files that our bulletin has, upright, without what cameras write into them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for one in head["photos"]:
        original = tools.room / "ours" / "images" / BULLETIN / one["file"]
        with Image.open(original) as image:
            upright = ImageOps.exif_transpose(image)
            if width:
                upright.thumbnail((width, upright.height))
            upright.save(folder / one["file"], quality=QUALITY)


def _run(command: Sequence[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, env={**os.environ, **ENVIRONMENT}, check=True)
