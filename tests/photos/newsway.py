"""The way of one original to its renditions, as a build goes it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bantin.cache import Cache, Freshness
from bantin.edition.pictures import Pictures
from bantin.errors import Location, Problem
from bantin.locale import LANGUAGES, message
from bantin.photos.children import Children
from bantin.photos.entries import Entries
from bantin.photos.render import codecs
from bantin.photos.store import Job, Store
from bantin.pictures import Picture

Published = tuple[dict[str, bytes], Problem | None]
"""Renditions by address; or nothing, and what is said instead."""

AT = Location("news/2026/a.md", 9, 3)
PYTHON = re.compile(r"Error|Exception|Traceback|\bNone\b|PIL|Errno|0x[0-9a-f]|<class|\{|\}")


@dataclass
class Newsroom:
    """Reads and renders originals through guarded children."""

    children: Children
    folder: Path

    def pictures(self) -> Pictures:
        digest = Freshness(self.folder / "freshness").digest
        return Pictures(digest, codecs(), Cache(self.folder / "texts"), self.children)

    def planned(self, pictures: Pictures, path: Path, name: str) -> Picture | None:
        return pictures.picture(path, name, "images/2026/a", AT, cropped=True)

    def rendered(self, picture: Picture, path: Path) -> Published:
        store = Store(Entries(self.folder / "renditions"), self.children)
        job = Job(picture, path)
        failures = store.fill([job])
        if failures:
            return {}, failures[picture.original.path].problem(AT)
        return store.contents(job), None

    def published(self, path: Path, name: str) -> Published:
        pictures = self.pictures()
        picture = self.planned(pictures, path, name)
        return self.rendered(picture, path) if picture else ({}, pictures.problems[0])


def worded(problem: Problem) -> None:
    """It has words in both languages that help whoever is no programmer."""
    for lang in LANGUAGES:
        said = message(problem, lang)
        assert said.text and said.hint
        assert not PYTHON.search(said.text + said.hint), said
        assert "\n" not in said.text + said.hint


def processes(parent: int | None = None) -> list[int]:
    """Children of a process, by every thread of it; None: of this one."""
    found = []
    for file in Path(f"/proc/{parent or 'self'}/task").glob("*/children"):
        with suppress(FileNotFoundError):  # threads end
            found += [int(pid) for pid in file.read_text().split()]
    return found
