"""The renditions that exist, and how the missing ones come to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bantin.cache import StrPath
from bantin.errors import BulletinError, Location, error
from bantin.photos.door import PhotoError
from bantin.photos.entries import Damaged, Storage
from bantin.photos.kinds import bytes_needed
from bantin.photos.looks import Looks
from bantin.photos.render import asked, name_of
from bantin.photos.tasks import Executor, Outcome, Task
from bantin.pictures import Look, Picture, Rendition

Progress = Callable[[int, int], None]
"""Called with originals done and originals in all."""


@dataclass(frozen=True)
class Job:
    """A picture to be had, and where its original lies."""

    picture: Picture
    source: StrPath
    """On this machine."""

    def sets(self) -> dict[str, tuple[Rendition, ...]]:
        """Its renditions by the key under which they are kept."""
        return self.picture.sets()

    def task(self, keys: Iterable[str]) -> Task:
        """What makes some of its sets."""
        original, keys = self.picture.original, tuple(keys)
        return Task(
            "render",
            original.path,
            str(Path(self.source).absolute()),
            asked(self.picture, keys),
            key=" ".join(keys),
            cost=original.width * original.height,
            memory=bytes_needed(original.format, original.width * original.height),
        )


def ignore(*_: object) -> None:
    """Nobody wants to hear of it."""


class Store:
    """Renditions in a storage that may be emptied at any time, and shared by builds.

    What is there is trusted only after its seal was checked; what is damaged is made again.

    Args:
        storage: Where they are kept.
        executor: Who renders.
        name: Of the storage, for messages.
        damaged: Told of every entry that is made again.
        looks: Remembers what was seen of photos.
    """

    def __init__(
        self,
        storage: Storage,
        executor: Executor,
        name: str = "",
        damaged: Callable[[Picture], None] = ignore,
        looks: Looks | None = None,
    ) -> None:
        self.storage = storage
        self.executor = executor
        self.name = name
        self._damaged = damaged
        self._looks = looks or Looks()

    def fill(self, jobs: Iterable[Job], progress: Progress = ignore) -> dict[str, PhotoError]:
        """Render what is missing, largest originals first.

        Args:
            jobs: Whatever is needed; what exists is passed over.
            progress: Told from the calling thread after every original.

        Returns:
            The failures by ``Original.path``; the other photos are not touched by them.

        Raises:
            BulletinError: The storage can't be written.
        """
        waiting = self._waiting(jobs)
        failures: dict[str, PhotoError] = {}
        total, done = len(waiting), 0
        while waiting:
            tasks = [group[0].task(keys.split()) for keys, group in waiting.items()]
            for outcome in self.executor.run(tasks):
                group = waiting[outcome.task.key]
                if outcome.failure is None:
                    self._keep(group[0], outcome)
                    group.clear()
                else:
                    failures[group.pop(0).picture.original.path] = outcome.failure
                if not group:
                    done += 1
                    progress(done, total)
            # of several equal originals one may be readable where another is not
            waiting = {keys: group for keys, group in waiting.items() if group}
        return failures

    def contents(self, job: Job, keys: Iterable[str] = ()) -> dict[str, bytes]:
        """Renditions of a picture by address, checked; rendered if need be.

        Args:
            job: The picture; its original is only opened if the storage lets us down.
            keys: Of the sets; none: all of them.

        Raises:
            PhotoError: The original can't be rendered.
            BulletinError: The storage can't be written.
        """
        sets = job.sets()
        found: dict[str, bytes] = {}
        for key in keys or sets:
            found |= self._contents(job, key, sets[key])
        return found

    def looks(self, pictures: Iterable[Picture]) -> dict[str, Look]:
        """What stands in photos' places until they are there, by key; of those rendered."""
        return self._looks.of((picture.key for picture in pictures), self.storage.values)

    def close(self) -> None:
        """Nobody will ask any more."""
        self.executor.close()

    def _contents(
        self, job: Job, key: str, renditions: tuple[Rendition, ...]
    ) -> dict[str, bytes]:
        names = {name_of(one): one.address for one in renditions}
        digest = job.picture.original.digest
        try:
            files = self.storage.read(key, digest, names)
        except Damaged:
            if self.storage.has(key):
                self._damaged(job.picture)
            files = self._made(job, key)
        return {address: files[name] for name, address in names.items()}

    def _made(self, job: Job, key: str) -> dict[str, bytes]:
        """Render one set anew."""
        (outcome,) = self.executor.run([job.task([key])])
        if outcome.failure is not None:
            raise outcome.failure
        return self._keep(job, outcome)[key]

    def _waiting(self, jobs: Iterable[Job]) -> dict[str, list[Job]]:
        """Jobs with sets that are missing, by these sets' keys; equal originals together."""
        jobs = tuple(jobs)
        there = self.storage.keys()
        pictures = there.intersection(job.picture.key for job in jobs)
        there -= self._looks.lost(pictures, self.storage.values)  # no page could show them
        groups: dict[str, list[Job]] = {}
        for job in jobs:
            missing = [key for key in job.sets() if key not in there]
            if missing:
                groups.setdefault(" ".join(missing), []).append(job)
        return groups

    def _keep(self, job: Job, outcome: Outcome) -> dict[str, dict[str, bytes]]:
        """Put what was rendered into the storage: name -> bytes by set."""
        digest, values = job.picture.original.digest, outcome.values
        sets: dict[str, dict[str, bytes]] = {key: {} for key in outcome.task.key.split()}
        for path, content in outcome.files.items():
            key, _, name = path.partition("/")
            sets[key][name] = content
        try:
            for key, files in sets.items():
                self.storage.write(key, digest, files, values)
        except OSError as failed:
            raise self._unwritable(failed.strerror or "") from failed
        return sets

    def _unwritable(self, reason: str) -> BulletinError:
        at = Location(self.name)
        return BulletinError(error("store-unwritable", at, folder=self.name, reason=reason))
