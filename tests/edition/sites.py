"""Small sites for the tests of what reads one: mkdocs.yml, texts, photos made here."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from bantin import newsroom
from bantin.cache import Cache
from bantin.edition import Edition
from bantin.edition.reading import Desk
from bantin.edition.reading import read as read_edition
from bantin.errors import Problem
from bantin.photos.children import Children

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=ZONE)
MKDOCS = """\
site_name: Bản tin
theme: material
plugins:
  - bantin:
      categories: {hop-tac: Hợp tác}
"""
OWN_NAMES = """\
site_name: Bản tin
theme: material
plugins:
  - bantin:
      hospital: {name: Bệnh viện Nhi Mây Trắng, short_name: Nhi Mây Trắng}
"""
"""Settings that say how the publisher calls itself."""
DICOM = bytes(128) + b"DICM"
PDF = b"%PDF-1.7\n"

Row = tuple[str, int, str]
"""Code, line, path of a problem."""


@cache
def jpeg(seed: str, size: tuple[int, int] = (24, 16)) -> bytes:
    """A small photo; another seed, other bytes."""
    red, green, blue, *_ = hashlib.sha256(seed.encode("utf-8", "surrogateescape")).digest()
    target = io.BytesIO()
    Image.new("RGB", size, (red, green, blue)).save(target, "JPEG")
    return target.getvalue()


@cache
def children() -> Children:
    """Who opens photos; one for all tests."""
    return Children(1)


class Site:
    """A site in a folder of its own."""

    def __init__(self, root: Path, settings: str = MKDOCS) -> None:
        self.root = root
        (root / "docs").mkdir(parents=True, exist_ok=True)
        self.write("mkdocs.yml", settings)

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def bulletin(
        self, id: str = "2026/a", body: str = "Lời.", *lines: str, **keys: str
    ) -> Path:
        """A bulletin with a title and a date; ``lines`` are added as they are, from line 4."""
        first = {"title": f"Tin {id}", "date": "2026-02-06"} | keys
        front = "\n".join((*(f"{key}: {value}" for key, value in first.items()), *lines))
        return self.write(f"news/{id}.md", f"---\n{front}\n---\n{body}\n")

    def photos(self, id: str, *names: str) -> None:
        for name in names:
            self.write(f"images/{id}/{name}", jpeg(f"{id}/{name}"))

    def read(self, *, preview: bool = False, now: datetime = NOW) -> Edition:
        """One reading, as every command begins."""
        settings = newsroom.open_settings(self.root / "mkdocs.yml").settings
        docs = newsroom.documents(settings)
        kept, fresh = Cache(self.root / ".cache" / "texts"), newsroom.freshness(settings)
        desk = Desk(kept, fresh, children(), docs)
        return read_edition(settings, desk, now, preview=preview)

    def proofread(self, *, preview: bool = False) -> newsroom.Proof:
        settings = newsroom.open_settings(self.root / "mkdocs.yml")
        docs = newsroom.documents(settings.settings)
        with closing(newsroom.renditions(settings.settings)) as store:
            return newsroom.proofread(settings, docs, store, lambda *_: None, preview=preview)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """An empty site; the clock stands still at ``NOW``."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    return Site(tmp_path / "site")


def codes(problems: Iterable[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def rows(problems: Iterable[Problem]) -> list[Row]:
    return [(problem.code, problem.at.line, problem.at.path) for problem in problems]


def values(problem: Problem) -> dict[str, str]:
    return dict(problem.values)


def files_of(edition: Edition, id: str) -> list[str]:
    """The gallery of a bulletin by file names, in order."""
    return [shown.photo.file for shown in edition.galleries[id]]


def snapshot(root: Path) -> dict[str, tuple[bytes, int]]:
    """Every file outside .cache with its bytes and the time of its last change."""
    files = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in files
        if ".cache" not in path.relative_to(root).parts
    }
