"""Originals of the writers' folders -> pictures with planned renditions; each file once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from bantin.cache import Cache
from bantin.errors import Location, Problem
from bantin.photos.door import PhotoError
from bantin.photos.plan import address_stem, plan
from bantin.photos.probe import probe
from bantin.pictures import Original, Picture

Digest = Callable[[Path], str]


class Pictures:
    """Probes and plans every original that somebody uses, and remembers where."""

    def __init__(self, digest: Digest, codecs: str, cache: Cache) -> None:
        self.digest = digest
        self.cache = cache
        self.codecs = codecs
        self.found: dict[str, Picture] = {}
        self.sources: dict[str, Path] = {}
        self.used_at: dict[str, Location] = {}
        self.problems: list[Problem] = []

    def picture(self, path: Path, name: str, address: str, at: Location) -> Picture | None:
        """The picture of one original; None, and a problem at ``at``, where it is none.

        Args:
            path: On this machine.
            name: As the writer knows it: ``images/2026/a/01.jpg``.
            address: Folder of its renditions on the site: ``images/2026/a``.
            at: Where it is spoken of.
        """
        if name in self.found:
            return self.found[name]
        try:
            original = self._original(path, name)
        except PhotoError as failed:
            self.problems.append(failed.problem(at))
            return None
        stem = address_stem(address, name.rsplit("/", 1)[-1])
        self.found[name] = plan(original, stem, self.codecs)
        self.sources[name] = path
        self.used_at[name] = at
        return self.found[name]

    def _original(self, path: Path, name: str) -> Original:
        """What the header says, remembered by content: an unchanged file is not opened."""
        digest = "" if path.is_symlink() or not path.is_file() else self._digest(path)
        key = f"{self.codecs}\0{digest}"
        kept = self.cache.get("original", key) if digest else None
        if kept is not None:
            width, height, form = json.loads(kept)
            return Original(name, width, height, form, digest)
        found = probe(path, name, self.digest)
        content = json.dumps([found.width, found.height, found.format])
        self.cache.put("original", f"{self.codecs}\0{found.digest}", content.encode())
        return found

    def _digest(self, path: Path) -> str:
        try:
            return self.digest(path)
        except OSError:
            return ""
