"""Originals of the writers' folders -> pictures with planned renditions; each file once."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

from bantin import limits
from bantin.cache import Cache, StrPath, table
from bantin.errors import Location, Problem
from bantin.photos import lettering
from bantin.photos.door import PhotoError
from bantin.photos.plan import address_stem, plan
from bantin.photos.tasks import Executor, Outcome, Task
from bantin.pictures import UNTREATED, Original, Picture, Treatment

Digest = Callable[[StrPath, os.stat_result], str]
KIND: Final = "original"
"""Of the cache's entries."""
ALL: Final = "all"

Header = tuple[int, int, str, bool]
"""Width, height (px, as displayed), format, located."""
HEADER: Final = (int, int, str, bool)


class Pictures:
    """Probes and plans every original that somebody uses, and remembers where.

    Args:
        digest: SHA-256 of a file, hexadecimal (``Freshness.digest``).
        codecs: Versions of what encodes (``render.codecs``).
        cache: Keeps what headers say, by the files' content.
        executor: Reads headers that nobody has read before.
    """

    def __init__(self, digest: Digest, codecs: str, cache: Cache, executor: Executor) -> None:
        self.digest = digest
        self.codecs = codecs
        self.executor = executor
        self.headers = Headers(cache, codecs)
        self.treatments: Mapping[str, Treatment] = {}
        """What is done to an original wherever it is shown, by ``Original.path``."""
        self.usual = UNTREATED
        """What is done to all others."""
        self.found: dict[str, Picture] = {}
        self.sources: dict[str, StrPath] = {}
        self.used_at: dict[str, Location] = {}
        self.problems: list[Problem] = []
        self._digests: dict[str, str] = {}

    def picture(
        self,
        path: StrPath,
        name: str,
        address: str,
        at: Location,
        *,
        cropped: bool = False,
        first: bool = False,
        focus: tuple[float, float] | None = None,
    ) -> Picture | None:
        """The picture of one original; None, and a problem at ``at``, where it is none.

        Args:
            path: On this machine.
            name: As the writer knows it: ``images/2026/a/01.jpg``.
            address: Folder of its renditions on the site: ``images/2026/a``.
            at: Where it is spoken of.
            cropped: Whether it stands for a bulletin in lists.
            first: Whether a page may show it before anything else.
            focus: What the crops keep in sight.
        """
        found = self.found.get(name)
        if found is not None and (found.crops or not (cropped or (first and not found.first))):
            return found
        try:
            original = found.original if found else self.original(path, name)
        except PhotoError as failed:
            self.problems.append(failed.problem(at))
            return None
        stem = address_stem(address, name.rsplit("/", 1)[-1])
        treatment = self.treatments.get(name, self.usual)
        codecs = f"{self.codecs} {self.letters}" if treatment.lettered else self.codecs
        found = plan(original, stem, codecs, treatment, focus, cropped=cropped, first=first)
        self.found[name] = found
        self.sources.setdefault(name, path)
        self.used_at.setdefault(name, at)
        return found

    @cached_property
    def letters(self) -> str:
        """Versions of what draws letters: other versions, other pixels."""
        return lettering.versions()

    def original(self, path: StrPath, name: str) -> Original:
        """What the header says, remembered by content: an unchanged file is not opened.

        Raises:
            PhotoError: It can't become a photo.
        """
        digest = self.content(path, name)
        header = self.headers.get(digest)
        if header is None:
            (outcome,) = self.executor.run([_probe(path, name, digest)])
            header = self._header(outcome)
        if not digest:  # it was no file, and is one by now
            raise PhotoError("photo-changed", file=name)
        width, height, form, located = header
        return Original(name, width, height, form, digest, located)

    def content(self, path: StrPath, name: str) -> str:
        """SHA-256 of a file, hexadecimal; empty where it is no plain file."""
        return self._digests.get(name) or self._digest(path, name)

    def prepare(self, files: Iterable[tuple[StrPath, str]]) -> None:
        """Read the headers of many files at once; what fails is told when it is asked for."""
        unknown = {}
        for path, name in files:
            digest = self._digest(path, name)
            if digest and self.headers.get(digest) is None:
                unknown[digest] = _probe(path, name, digest)
        for outcome in self.executor.run(unknown.values()) if unknown else ():
            if outcome.failure is None:
                self._header(outcome)

    def save(self) -> None:
        """Keep what headers said for the next run."""
        self.headers.save()

    def _header(self, outcome: Outcome) -> Header:
        if outcome.failure is not None:
            raise outcome.failure
        values = outcome.values
        header = values["width"], values["height"], values["format"], values["located"]
        self.headers.put(outcome.task.key, header)
        return header

    def _digest(self, path: StrPath, name: str) -> str:
        """Empty for what is no plain file, or too heavy; the door tells what it is."""
        try:
            status = os.lstat(path)
            fit = stat.S_ISREG(status.st_mode) and status.st_size <= limits.PHOTO_BYTES
            digest = self.digest(path, status) if fit else ""
        except OSError:
            digest = ""
        self._digests[name] = digest
        return digest


class Headers:
    """What the headers of originals say, by SHA-256 of the file; one entry of the cache."""

    def __init__(self, cache: Cache, codecs: str) -> None:
        self._cache = cache
        self._key = f"{ALL}\0{codecs}"
        kept = cache.get(KIND, self._key)
        self._known: dict[str, Header] = table(kept, HEADER)
        self._changed = False

    def get(self, digest: str) -> Header | None:
        """What was read before; None: nothing."""
        return self._known.get(digest)

    def put(self, digest: str, header: Header) -> None:
        """Remember one file."""
        if digest:
            self._known[digest] = header
            self._changed = True

    def save(self) -> None:
        """Write them down, if there are new ones."""
        if self._changed:
            content = json.dumps(self._known, separators=(",", ":"))
            self._cache.put(KIND, self._key, content.encode())
            self._changed = False


def _probe(path: StrPath, name: str, digest: str) -> Task:
    return Task("probe", name, str(Path(path).absolute()), key=digest)
