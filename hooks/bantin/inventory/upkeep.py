"""Keeping the store in order: rendering ahead, proving what is there, throwing away."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bantin import newsroom
from bantin.cache import Cache, throw_away
from bantin.content.settings import FILE
from bantin.edition.rendering import failure
from bantin.errors import Location, Problem, Severity, error
from bantin.inventory import Stock
from bantin.photos.door import PhotoError
from bantin.photos.entries import Damaged
from bantin.photos.render import codecs, name_of
from bantin.photos.store import Job, Progress, Store

PACE: Final = "pace"
"""Kind of the cache's entry that tells how quick this machine was."""
_NUMBER: Final = re.compile(rb"\d{1,9}(\.\d{1,99})?(e-\d\d)?")
NO_ACCESS: Final = ("photo-no-access", "file-unreadable", "file-no-access")
"""Beginnings of codes: something is there, but what is in it nobody knows by now."""


@dataclass(frozen=True)
class Rendered:
    """What ``render`` did."""

    made: int
    """Photos of which something was missing."""
    there: int
    """Photos that needed nothing."""
    damaged: int
    """Photos of which something was no longer as it had been written; made again."""
    seconds: float
    problems: tuple[Problem, ...]


class Hindered(Exception):
    """What must not be thrown away can't be told."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


def render(
    stock: Stock, store: Store, cache: Cache, progress: Progress, proof: Progress | None = None
) -> Rendered:
    """Render whatever a build would need.

    Args:
        stock: Of the site.
        store: Where renditions are kept.
        cache: Keeps how quick it was.
        progress: Told of every photo that is rendered.
        proof: If given, every entry is read, and told to it; damaged ones are made again.

    Raises:
        BulletinError: The store can't be written.
    """
    jobs = _once(stock.published())
    there = store.storage.keys()
    missing = [job for job in jobs if not there.issuperset(job.sets())]
    begun = time.monotonic()
    failures = store.fill(missing, progress)
    seconds = time.monotonic() - begun
    made = len(missing) - len(failures)
    _remember(cache, made, seconds)
    damaged = 0
    if proof:
        old = [job for job in jobs if there.issuperset(job.sets())]
        damaged, lost = _proved(old, store, proof)
        failures |= lost
    told = (
        failure(stock.edition, job.picture, failures[job.picture.original.path])
        for job in stock.published()
        if job.picture.original.path in failures
    )
    problems = tuple(sorted({*stock.errors("photo-"), *told}))
    seconds = time.monotonic() - begun
    return Rendered(made, len(jobs) - len(missing), damaged, seconds, problems)


def seconds_for(photos: int, cache: Cache) -> float | None:
    """How long rendering so many will take, if it goes as last time; None: nobody knows."""
    kept = cache.get(PACE, codecs())
    return photos * float(kept) if kept and _NUMBER.fullmatch(kept) else None


def prune(stock: Stock, store: Store, *, dry_run: bool) -> tuple[int, int]:
    """Delete what belongs to no photo of the site: how many entries, and their bytes.

    Raises:
        Hindered: A bulletin or photo can't be read: nobody knows what belongs to it.
    """
    settings = stock.edition.settings
    unread = (one for broken in stock.edition.broken for one in broken.problems)
    found = {*stock.problems, *stock.errors(*NO_ACCESS), *unread}
    hindering = {one for one in found if one.severity is Severity.ERROR}
    if not (settings.root / settings.images_dir).is_dir():
        at = Location(FILE)
        hindering.add(error("photo-folder-missing", at, folder=settings.images_dir))
    if hindering:
        raise Hindered(tuple(sorted(hindering)))
    if not dry_run:  # a photo that may no longer be shown lies there, too
        throw_away(newsroom.spare(settings))
    kept = {key for job in stock.jobs() for key in job.sets()}
    return store.storage.prune(kept, dry_run=dry_run)


def _once(jobs: Iterable[Job]) -> list[Job]:
    """Of pictures with the same renditions the first."""
    found: dict[tuple[str, ...], Job] = {}
    for job in jobs:
        found.setdefault(tuple(job.sets()), job)
    return list(found.values())


def _proved(
    jobs: Sequence[Job], store: Store, progress: Progress
) -> tuple[int, dict[str, PhotoError]]:
    """How many were damaged, and of which the original can't be rendered any more."""
    damaged, failures = 0, {}
    for done, job in enumerate(jobs, start=1):
        if not _is_sound(job, store):
            damaged += 1
            try:
                store.contents(job)
            except PhotoError as failed:
                failures[job.picture.original.path] = failed
        progress(done, len(jobs))
    return damaged, failures


def _is_sound(job: Job, store: Store) -> bool:
    digest = job.picture.original.digest
    try:
        for key, renditions in job.sets().items():
            store.storage.read(key, digest, map(name_of, renditions))
    except Damaged:
        return False
    return True


def _remember(cache: Cache, made: int, seconds: float) -> None:
    if made:
        cache.put(PACE, codecs(), str(seconds / made).encode())
