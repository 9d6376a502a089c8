"""The same ten bulletins of six photos as sites of ours, of Hugo and of Eleventy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

BULLETINS = 10
HUGO_PAGE = """<!doctype html><html lang=vi><title>{{ .Title }}</title>
<h1>{{ .Title }}</h1>{{ .Content }}{{ range .Resources.ByType "image" }}{{ $photo := . }}
<img alt="" srcset="{{ range slice 480 960 1600 }}{{
$turned := $photo | images.Filter images.AutoOrient }}{{
($turned.Process (printf "resize %dx webp q78" .)).RelPermalink }} {{ . }}w, {{ end }}">
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
      sharpWebpOptions: { quality: 78 },
    });
    return Image.generateHTML(made, { alt: "", sizes: "100vw" });
  });
  return { dir: { input: "content" } };
};
"""
MKDOCS = """site_name: Bench
theme: {name: material, font: false}
nav: [index.md]
plugins: [search, bantin]
"""


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


def forget(root: Path) -> None:
    """Everything that a build has left behind."""
    for name in ("site", ".cache", "public", "resources", "_site"):
        shutil.rmtree(root / name, ignore_errors=True)


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
