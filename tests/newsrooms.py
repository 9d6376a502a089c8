"""Whole sites for end-to-end tests, built by the real ``mkdocs`` command in its own process."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image

MKDOCS = (sys.executable, "-m", "mkdocs")
PATIENCE = 600
"""Seconds until a build is taken for hanging; on a quiet machine it takes a few."""
NOW = 1_795_312_800  # 2026-11-22 09:20 in Việt Nam
SETTINGS = """\
site_name: Bản tin
site_url: https://tin.example.org/
theme:
  name: material
  language: vi
  font: false
validation:
  links:
    anchors: warn
plugins:
  - bantin:
      categories:
        hop-tac: {vi: Hợp tác, en: Partnership}
"""
THEMES_OWN = ("assets/stylesheets/", "assets/images/favicon.png")
"""Below these lies what Material brings along."""

Tree = dict[str, bytes]


@cache
def jpeg(seed: str, size: tuple[int, int] = (24, 16), exif: bytes = b"") -> bytes:
    """A small photo; another seed, other bytes."""
    red, green, blue, *_ = hashlib.sha256(seed.encode()).digest()
    target = io.BytesIO()
    Image.new("RGB", size, (red, green, blue)).save(target, "JPEG", exif=exif)
    return target.getvalue()


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    output: str
    """What stood on the terminal, both streams."""


class Newsroom:
    """A site in a folder of its own, empty at first but for mkdocs.yml and docs/index.md."""

    def __init__(self, root: Path, settings: str = SETTINGS) -> None:
        self.root = root
        self.site = root / "site"
        self.write("mkdocs.yml", settings)
        self.write("docs/index.md", "# Chào bạn đọc\n")

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        content = path.read_text(encoding="utf-8")
        assert old in content
        path.write_text(content.replace(old, new), encoding="utf-8")

    def bulletin(self, id: str, *lines: str, body: str = "Lời.", **keys: str) -> Path:
        """A bulletin with title and date; ``lines`` of front matter follow as they are."""
        first = {"title": f"Tin {id}", "date": "2026-02-06"} | keys
        front = "\n".join((*(f"{key}: {value}" for key, value in first.items()), *lines))
        return self.write(f"news/{id}.md", f"---\n{front}\n---\n\n{body}\n")

    def photos(self, id: str, *names: str) -> None:
        for name in names:
            self.write(f"images/{id}/{name}", jpeg(f"{id}/{name}"))

    def build(self, *options: str, cwd: Path | None = None, **environment: str) -> Ran:
        """``mkdocs build``; the clock stands still unless ``SOURCE_DATE_EPOCH`` says else."""
        ran = subprocess.run(
            [*MKDOCS, "build", *options],
            cwd=cwd or self.root,
            env=surroundings(**environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
        )
        return Ran(ran.returncode, ran.stdout)

    def built(self, *options: str) -> Tree:
        """The site, built without a complaint."""
        ran = self.build("--strict", *options)
        assert ran.code == 0, ran.output
        assert "WARNING" not in ran.output
        return tree(self.site)

    def page(self, address: str) -> str:
        """A built page."""
        return (self.site / address / "index.html").read_text(encoding="utf-8")


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a command; tests decide about the clock and the language."""
    own = {"SOURCE_DATE_EPOCH": str(NOW), "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    kept = {name: value for name, value in os.environ.items() if name != "BANTIN_LANG"}
    return {**kept, "PYTHONUTF8": "1", **own, **more}


def tree(folder: Path) -> Tree:
    """Every file below a folder with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def addresses(found: Iterable[str]) -> list[str]:
    """Output paths without what Material brings along."""
    return sorted(name for name in found if not name.startswith(THEMES_OWN))


def leftovers(room: Newsroom) -> list[str]:
    """What a build has left beside the site folder, but for its lock."""
    return sorted(
        path.name for path in room.site.parent.glob(".site*") if path.name != ".site.lock"
    )
