"""The renditions that exist, and how the missing ones come to be."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bantin.errors import BulletinError, Location, error
from bantin.photos.door import PhotoError, quiet
from bantin.photos.entries import Damaged, Entries
from bantin.photos.render import file_name, render
from bantin.pictures import Picture, Rendition

Progress = Callable[[int, int], None]
"""Called with originals done and originals in all."""


@dataclass(frozen=True)
class Job:
    """A picture to be had, and where its original lies."""

    picture: Picture
    source: Path
    """On this machine."""

    @property
    def key(self) -> str:
        """The key of all its renditions."""
        return self.picture.fallback.key


def ignore(*_: object) -> None:
    """Nobody wants to hear of it."""


class Store:
    """Renditions in a folder that may be deleted at any time, and shared by builds.

    What is there is trusted only after its seal was checked; what is damaged is made again.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._entries = Entries(folder)

    def missing(self, pictures: Iterable[Picture]) -> list[Picture]:
        """Those without renditions in the store; originals with the same bytes count once."""
        found = {picture.fallback.key: picture for picture in pictures}
        return [picture for key, picture in found.items() if not self._entries.has(key)]

    def fill(self, jobs: Iterable[Job], progress: Progress = ignore) -> dict[str, PhotoError]:
        """Render what is missing, on all cores, largest originals first.

        Args:
            jobs: Whatever is needed; what exists is passed over.
            progress: Told from the calling thread after every original.

        Returns:
            The failures by ``Original.path``; the other photos are not touched by them.

        Raises:
            BulletinError: The store can't be written.
        """
        groups = self._waiting(jobs)
        if not groups:
            return {}
        self._entries.sweep()
        failures: dict[str, PhotoError] = {}
        with quiet(), ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            try:
                started = [pool.submit(self._make_any, group) for group in groups]
                for done, finished in enumerate(as_completed(started), start=1):
                    failures |= finished.result()
                    progress(done, len(started))
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        return failures

    def contents(
        self, job: Job, damaged: Callable[[Picture], None] = ignore
    ) -> dict[str, bytes]:
        """Every rendition of a picture by its address, checked; rendered if need be.

        Args:
            job: The picture; its original is only opened if the store lets us down.
            damaged: Told once if the entry was damaged and is made again.

        Raises:
            PhotoError: The original can't be rendered.
            BulletinError: The store can't be written.
        """
        if not self._entries.has(job.key):
            self._make(job)
        try:
            return self._read(job)
        except Damaged:
            damaged(job.picture)
            self._make(job, anew=True)
        try:
            return self._read(job)
        except Damaged as still:
            raise self._unwritable("") from still

    def copy(self, job: Job, site: Path, damaged: Callable[[Picture], None] = ignore) -> None:
        """Write the renditions of a picture to their addresses below ``site``.

        Raises:
            PhotoError: As ``contents``.
            BulletinError: As ``contents``.
            OSError: ``site`` can't be written.
        """
        for address, payload in self.contents(job, damaged).items():
            target = site / address
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(payload)

    def _waiting(self, jobs: Iterable[Job]) -> list[list[Job]]:
        """Jobs without an entry, those for the same bytes together, largest first."""
        groups: dict[str, list[Job]] = {}
        for job in jobs:
            groups.setdefault(job.key, []).append(job)
        waiting = [group for key, group in groups.items() if not self._entries.has(key)]
        return sorted(waiting, key=_by_size)

    def _make_any(self, group: list[Job]) -> dict[str, PhotoError]:
        """Render from the first of several equal originals that can be read."""
        failures: dict[str, PhotoError] = {}
        for job in group:
            try:
                self._make(job)
            except PhotoError as failed:
                failures[job.picture.original.path] = failed
            else:
                return {}
        return failures

    def _make(self, job: Job, anew: bool = False) -> None:
        """Render a picture into the store; ``anew``: whatever is there goes first."""
        paint = partial(render, job.source, job.picture)
        try:
            if anew:
                self._entries.discard(job.key)
            self._entries.write(job.key, job.picture.original.digest, paint)
        except OSError as failed:
            raise self._unwritable(failed.strerror or "") from failed

    def _read(self, job: Job) -> dict[str, bytes]:
        renditions = _all(job.picture)
        names = [file_name(rendition) for rendition in renditions]
        files = self._entries.read(job.key, job.picture.original.digest, names)
        return {
            rendition.address: files[name]
            for rendition, name in zip(renditions, names, strict=True)
        }

    def _unwritable(self, reason: str) -> BulletinError:
        at = Location(self.folder.as_posix())
        return BulletinError(error("store-unwritable", at, folder=self.folder, reason=reason))


def _all(picture: Picture) -> tuple[Rendition, ...]:
    return (*picture.renditions, picture.fallback)


def _by_size(group: list[Job]) -> tuple[int, str]:
    original = group[0].picture.original
    return -original.width * original.height, original.path
