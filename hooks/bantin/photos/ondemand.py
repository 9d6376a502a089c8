"""Photos of a preview: none is rendered before a browser asks for it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Final, NamedTuple

from bantin.cache import StrPath
from bantin.photos.children import CRASHED
from bantin.photos.door import PhotoError
from bantin.photos.entries import Storage
from bantin.photos.store import Job, Progress, Store, ignore
from bantin.photos.tasks import Executor
from bantin.pictures import Look, Picture

IDLE_SECONDS: Final = 60.0
"""A child takes some 50 MB, and a preview is left open for hours; starting one anew takes a
fifth of a second."""

Stamp = tuple[int, int, int, int] | None
"""Size, times and inode of an original; None: it was not there."""


Maker = Callable[[], bytes]
"""Makes a file of several photos."""

NOTHING: Final[Mapping[str, Maker]] = {}


class Failed(NamedTuple):
    """An original that could not be rendered."""

    stamp: Stamp
    """Of the original, from before it was tried."""
    failure: PhotoError


class Offer:
    """What the pages of one build may ask for."""

    def __init__(self, jobs: Iterable[Job] = (), packed: Mapping[str, Maker] = NOTHING) -> None:
        self.jobs = tuple(jobs)
        self.packed = packed

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
    """A store that renders what is asked for, and nothing before.

    It lives as long as the preview does, through all of its rebuilds, so that the pages of the
    last build find their photos while the next one is on its way. What failed is remembered
    until the original changes: the next build shows it in its place. It may be asked by several
    threads at once.

    Args:
        storage: Where renditions are kept.
        executor: Who renders.
        name: Of the storage, for messages.
    """

    def __init__(self, storage: Storage, executor: Executor, name: str = "") -> None:
        super().__init__(storage, executor, name)
        self.learned: Callable[[], None] = ignore
        """Called once for every original that turned out to be no photo."""
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

    def looks(self, pictures: Iterable[Picture]) -> dict[str, Look]:
        """None: whether a photo was rendered before must not show in a preview's pages."""
        return {}

    def offer(self, jobs: Iterable[Job], packed: Mapping[str, Maker] = NOTHING) -> None:
        """Say what can be asked for from now on, and nothing else.

        Args:
            jobs: Photos.
            packed: Address -> what makes the file there.
        """
        self._offer = Offer(jobs, packed)

    def offers(self, address: str) -> bool:
        """Whether something can be asked for there."""
        return address in self._offer.places or address in self._offer.packed

    def ask(self, address: str) -> bytes | None:
        """What is on offer at an address, rendered if need be; None: nothing.

        Raises:
            PhotoError: An original can't be rendered.
            BulletinError: The storage can't be written.
        """
        offer = self._offer
        if maker := offer.packed.get(address):
            return maker()
        if place := offer.places.get(address):
            job, key = place
            return self.contents(job, [key])[address]
        return None

    def contents(self, job: Job, keys: Iterable[str] = ()) -> dict[str, bytes]:
        """As of any store; what failed is not tried again before the original changes."""
        found: dict[str, bytes] = {}
        for key in keys or job.sets():
            with self._turn(key):
                found |= self._tried(job, key)
        return found

    def close(self) -> None:
        """Nobody will ask any more; who is asking gets no photo."""
        self._ended = True
        self._rest.cancel()
        super().close()

    def _tried(self, job: Job, key: str) -> dict[str, bytes]:
        if self._ended:
            raise PhotoError(CRASHED, file=job.picture.original.path)
        if known := self._failure(job):
            raise PhotoError(known.code, **known.values)
        stamp = _stamp(job.source)
        try:
            return super().contents(job, [key])
        except PhotoError as failure:
            self._failed[_name(job)] = Failed(stamp, failure)
            self.learned()
            raise
        finally:
            self._rest_later()

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


def _stamp(original: StrPath) -> Stamp:
    try:
        status = os.lstat(original)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
