"""Photos of a preview: none is rendered before a browser asks for it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from bantin.photos.door import PhotoError
from bantin.photos.entries import Storage
from bantin.photos.store import Job, Progress, Store, ignore
from bantin.photos.tasks import Executor
from bantin.pictures import Look

IDLE_SECONDS: Final = 60.0
"""A child takes some 50 MB, and a preview is left open for hours; starting one anew takes a
fifth of a second."""

Stamp = tuple[int, int, int, int] | None
"""Size, times and inode of an original; None: it was not there."""


class Failed(NamedTuple):
    """An original that could not be rendered."""

    stamp: Stamp
    """Of the original, from before it was tried."""
    failure: PhotoError


class Offer:
    """What the pages of one build may ask for."""

    def __init__(self, jobs: Iterable[Job] = ()) -> None:
        self.jobs = tuple(jobs)

    @cached_property
    def places(self) -> dict[str, tuple[Job, str]]:
        """Address -> whose rendition it is, and the key of its set; made when first needed."""
        return {
            rendition.address: (job, key)
            for job in self.jobs
            for key, renditions in job.sets().items()
            for rendition in renditions
        }


class OnDemand(Store):
    """A store that renders what ``ask`` is asked for, and nothing before.

    It lives as long as the preview does, through all of its rebuilds, so that the pages of the
    last build find their photos while the next one is on its way. What failed is remembered
    until the original changes: the next build shows it in its place. ``ask`` may be called by
    several threads at once.

    Args:
        storage: Where renditions are kept.
        executor: Who renders.
        name: Of the storage, for messages.
    """

    def __init__(self, storage: Storage, executor: Executor, name: str = "") -> None:
        super().__init__(storage, executor, name)
        self._offer = Offer()
        self._failed: dict[tuple[str, str], Failed] = {}
        """By ``Original.path`` and ``Picture.key``."""
        self._turns = threading.Condition()
        self._taken: set[str] = set()
        self._rest = threading.Timer(IDLE_SECONDS, executor.rest)
        self._ended = False

    def fill(self, jobs: Iterable[Job], progress: Progress = ignore) -> dict[str, PhotoError]:
        """Render nothing.

        Returns:
            By ``Original.path``: what turned out since the last build to be no photo.
        """
        self._rest_later()  # headers have been read until now
        known = ((job.picture.original.path, self._failure(job)) for job in jobs)
        return {path: failure for path, failure in known if failure}

    def look(self, key: str) -> Look | None:
        """None: it may have been rendered, but nobody is to wait for the answer."""
        return None

    def offer(self, jobs: Iterable[Job]) -> None:
        """Say what can be asked for from now on, and nothing else."""
        self._offer = Offer(jobs)

    def offers(self, address: str) -> bool:
        """Whether it is the address of a rendition."""
        return address in self._offer.places

    def ask(self, address: str) -> bytes | None:
        """A rendition, rendered if need be; None: there is none, which was told before.

        Raises:
            PhotoError: The original can't be rendered; said once for each.
            BulletinError: The storage can't be written.
        """
        place = self._offer.places.get(address)
        if place is None:
            return None
        job, key = place
        with self._turn(key):
            if self._ended or self._failure(job):
                return None
            stamp = _stamp(job.source)
            try:
                return self.contents(job, [key])[address]
            except PhotoError as failure:
                self._failed[_name(job)] = Failed(stamp, failure)
                raise
            finally:
                self._rest_later()

    def close(self) -> None:
        """Nobody will ask any more; who is asking gets no photo."""
        self._ended = True
        self._rest.cancel()
        super().close()

    def _failure(self, job: Job) -> PhotoError | None:
        """What is wrong with an original that has not changed since it was tried."""
        known = self._failed.get(_name(job))
        return known.failure if known and known.stamp == _stamp(job.source) else None

    @contextmanager
    def _turn(self, key: str) -> Iterator[None]:
        """One set is asked for by one thread at a time: the next finds what this one made."""
        with self._turns:
            self._turns.wait_for(lambda: key not in self._taken)
            self._taken.add(key)
        try:
            yield
        finally:
            with self._turns:
                self._taken.discard(key)
                self._turns.notify_all()

    def _rest_later(self) -> None:
        with self._turns:
            self._rest.cancel()
            self._rest = threading.Timer(IDLE_SECONDS, self.executor.rest)
            self._rest.daemon = True
            if not self._ended:
                self._rest.start()


def _name(job: Job) -> tuple[str, str]:
    return job.picture.original.path, job.picture.key


def _stamp(original: Path) -> Stamp:
    try:
        status = os.lstat(original)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
