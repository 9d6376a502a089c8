"""The photos of an edition come to be; whatever fails finds its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bantin.edition import Edition
from bantin.errors import BulletinError, Location, Problem, error
from bantin.photos.door import PhotoError
from bantin.photos.store import Job, Progress, Store


def jobs(edition: Edition) -> list[Job]:
    """Every picture of the edition with its original."""
    return [
        Job(picture, edition.sources[picture.original.path]) for picture in edition.pictures
    ]


def render(edition: Edition, store: Store, progress: Progress) -> Edition:
    """Render what is missing.

    Returns:
        The edition without the photos that can't be rendered, so that a preview goes on, and
        with a problem for each, where it is spoken of.
    """
    failures = store.fill(jobs(edition), progress)
    if not failures:
        return edition
    found = (_failure(edition, path, failed) for path, failed in failures.items())
    return replace(
        edition,
        pictures=tuple(one for one in edition.pictures if one.original.path not in failures),
        galleries={
            bulletin_id: tuple(
                photo for photo in photos if photo.picture.original.path not in failures
            )
            for bulletin_id, photos in edition.galleries.items()
        },
        posters={
            bulletin_id: poster
            for bulletin_id, poster in edition.posters.items()
            if poster.original.path not in failures
        },
        problems=tuple(sorted({*edition.problems, *found})),
    )


def deliver(edition: Edition, store: Store, site: Path) -> None:
    """Copy renditions and attachments to their addresses below ``site``.

    Raises:
        BulletinError: A photo or document went away meanwhile, or the store can't be written.
        OSError: ``site`` can't be written.
    """
    for job in jobs(edition):
        try:
            for address, content in store.contents(job).items():
                _written(site / address, content)
        except PhotoError as failed:
            raise BulletinError(
                _failure(edition, job.picture.original.path, failed)
            ) from failed
    for address, document in edition.documents.items():
        _written(site / address, _content(document, edition.settings.root))


def _written(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _failure(edition: Edition, path: str, failed: PhotoError) -> Problem:
    """At the line where the original is spoken of."""
    return failed.problem(edition.used_at.get(path, Location(path)))


def _content(document: Path, root: Path) -> bytes:
    try:
        return document.read_bytes()
    except OSError as failed:
        near = document.relative_to(root) if document.is_relative_to(root) else document
        at = Location(near.as_posix())
        reason = failed.strerror or ""
        raise BulletinError(error("file-unreadable", at, reason=reason)) from failed
