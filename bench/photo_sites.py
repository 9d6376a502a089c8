"""The same ten bulletins of six photos as sites of ours, of Hugo and of Eleventy."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from photo_runs import Run, measured, rounds
from photo_tables import printed
from photo_tools import Tools
from PIL import Image

BULLETINS = 10
OUTPUTS = ("site", "public", "_site")
SUFFIXES = (".webp", ".avif", ".jpg", ".jpeg")
LARGEST = 4_000_000
"""px; of a rendition 1,600 px wide, be it upright."""
GPS = 0x8825
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1"}
HUGO_PAGE = """<!doctype html><html lang=vi><title>{{ .Title }}</title>
<h1>{{ .Title }}</h1>{{ .Content }}{{ range .Resources.ByType "image" }}{{ $photo := . }}
<img alt="" srcset="{{ range slice 480 960 1600 }}{{
$small := images.Process (printf "resize %dx webp q78" .) }}{{
($photo.Filter images.AutoOrient $small).RelPermalink }} {{ . }}w, {{ end }}">
{{ end }}</html>
"""
HUGO_LIST = """<!doctype html><html lang=vi><title>Bench</title>{{ range .Site.RegularPages }}
<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</html>
"""
ELEVENTY = """const Image = require("@11ty/eleventy-img");
module.exports = (config) => {
  config.addAsyncShortcode("photo", async (path) => {
    const made = await Image(path, {
      widths: [480, 960, 1600], formats: ["webp"], outputDir: "_site/img/",
      sharpWebpOptions: { quality: 78 }, fixOrientation: true,
    });
    return Image.generateHTML(made, { alt: "", sizes: "100vw" });
  });
  return { dir: { input: "content" } };
};
"""
MKDOCS = """site_name: Bench
theme: {name: material, font: false}
nav: [index.md]
plugins: [bantin]
"""


def compare(room: Path, tools: Tools, originals: Sequence[Path], count: int) -> None:
    """Interleaved cold builds, each with one more on top of it; what is in the outputs."""
    roots = {name: room / "sites" / name for name in ("bantin", "hugo", "eleventy")}
    bantin(roots["bantin"], originals)
    hugo(roots["hugo"], originals)
    eleventy(roots["eleventy"], originals, tools.node / "node_modules")
    mkdocs = Path(sys.executable).with_name("mkdocs")
    commands = {
        "bantin": [str(mkdocs), "build", "-q"],
        "hugo": [str(tools.hugo), "--quiet"],
        "eleventy": ["npx", "@11ty/eleventy", "--quiet"],
    }

    def build(name: str, *, watched: bool, cold: bool = True) -> Run:
        if cold:
            _forget(roots[name])
        return measured(commands[name], roots[name], ENVIRONMENT, watched=watched)

    found = rounds({name: partial(build, name) for name in roots}, count)
    warm = rounds({name: partial(build, name, cold=False) for name in roots}, count)
    columns = "site|cold wall s|CPU s|ours of its CPU|peak MB|warm wall s|CPU s"
    rows = [
        (
            name,
            f"{run.wall:.1f}",
            f"{run.cpu:.1f}",
            f"{found['bantin'].cpu / run.cpu:.3f}",
            f"{run.memory:.0f}",
            f"{warm[name].wall:.2f}",
            f"{warm[name].cpu:.2f}",
            *_published(roots[name]),
        )
        for name, run in found.items()
    ]
    more = "pictures|MB|of an original's size|with a place"
    printed((*columns.split("|"), *more.split("|")), rows)


def bantin(root: Path, photos: Sequence[Path]) -> None:
    """Ours: hard links to the originals, no copies."""
    _fresh(root / "docs")
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    (root / "docs/index.md").write_text("# Bench\n", "utf-8")
    for number, title, mine in _bulletins(photos):
        _fresh(root / "images/2026" / number, mine)
        (root / "news/2026").mkdir(parents=True, exist_ok=True)
        captions = "".join(f"  - Ảnh {place}.\n" for place in range(1, len(mine) + 1))
        matter = f"---\ntitle: {title}\ndate: 2026-02-06\ncaptions:\n{captions}---\nLời.\n"
        (root / "news/2026" / f"{number}.md").write_text(matter, "utf-8")


def hugo(root: Path, photos: Sequence[Path]) -> None:
    """Page bundles, each photo resized to three widths, upright."""
    (root / "layouts/_default").mkdir(parents=True, exist_ok=True)
    (root / "hugo.toml").write_text('baseURL = "/"\ndisableKinds = ["taxonomy", "term"]\n')
    (root / "layouts/_default/single.html").write_text(HUGO_PAGE, "utf-8")
    (root / "layouts/index.html").write_text(HUGO_LIST, "utf-8")
    for number, title, mine in _bulletins(photos):
        _fresh(root / "content/news" / number, mine)
        (root / "content/news" / number / "index.md").write_text(
            f"---\ntitle: {title}\ndate: 2026-02-06\n---\nLời.\n", "utf-8"
        )


def eleventy(root: Path, photos: Sequence[Path], modules: Path) -> None:
    """eleventy-img with the same widths."""
    _fresh(root / "content")
    (root / ".eleventy.js").write_text(ELEVENTY, "utf-8")
    if not (root / "node_modules").exists():
        (root / "node_modules").symlink_to(modules)
    for number, title, mine in _bulletins(photos):
        images = "\n".join(f'{{% photo "{path}" %}}' for path in mine)
        (root / "content" / f"{number}.md").write_text(f"# {title}\n\n{images}\n", "utf-8")


def _forget(root: Path) -> None:
    """Everything that a build has left behind."""
    for name in (*OUTPUTS, ".cache", "resources"):
        shutil.rmtree(root / name, ignore_errors=True)


def _published(root: Path) -> tuple[str, ...]:
    """Pictures in the output: how many, MB, with the pixels of an original, with GPS."""
    out = next(root / name for name in OUTPUTS if (root / name).exists())
    paths = [path for path in out.rglob("*") if path.suffix.lower() in SUFFIXES]
    large = located = 0
    for path in paths:
        with Image.open(path) as image:
            large += image.width * image.height > LARGEST
            located += bool(image.getexif().get_ifd(GPS))
    size = sum(path.stat().st_size for path in paths) / 1e6
    return str(len(paths)), f"{size:.1f}", str(large), str(located)


def _bulletins(photos: Sequence[Path]) -> list[tuple[str, str, Sequence[Path]]]:
    each = len(photos) // BULLETINS
    return [
        (f"b{number}", f"Hội nghị {number}", photos[number * each : (number + 1) * each])
        for number in range(BULLETINS)
    ]


def _fresh(folder: Path, photos: Sequence[Path] = ()) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for photo in photos:
        os.link(photo, folder / photo.name)
