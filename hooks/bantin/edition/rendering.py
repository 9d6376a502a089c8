"""The photos of an edition come to be; whatever fails finds its line."""

from __future__ import annotations

from pathlib import Path

from bantin.edition import Edition
from bantin.errors import Location, Problem
from bantin.photos.store import Job, Progress, Store


def jobs(edition: Edition) -> list[Job]:
    """Every picture of the edition with its original."""
    return [
        Job(picture, edition.sources[picture.original.path]) for picture in edition.pictures
    ]


def render(edition: Edition, store: Store, progress: Progress) -> tuple[Problem, ...]:
    """Render what is missing.

    Returns:
        A problem for each original that can't be rendered, where it is spoken of.
    """
    failures = store.fill(jobs(edition), progress)
    return tuple(
        failed.problem(edition.used_at.get(path, Location(path)))
        for path, failed in sorted(failures.items())
    )


def deliver(edition: Edition, store: Store, site: Path) -> None:
    """Copy renditions and attachments to their addresses below ``site``."""
    for job in jobs(edition):
        store.copy(job, site)
    for address, document in edition.documents.items():
        target = site / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(document.read_bytes())
