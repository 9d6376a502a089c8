"""The photos of an edition come to be; whatever fails finds its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bantin.edition import Edition, albums, cards
from bantin.errors import Location, Problem
from bantin.photos.door import PhotoError
from bantin.photos.store import Job, Progress, Store
from bantin.pictures import Picture


def jobs(edition: Edition) -> list[Job]:
    """Every picture of the edition with its original, and what cards are drawn on instead."""
    return [
        Job(picture, edition.sources[picture.original.path])
        for picture in (*edition.pictures, *edition.grounds)
    ]


def render(edition: Edition, store: Store, progress: Progress) -> Edition:
    """Render what is missing.

    Returns:
        The edition with the looks of its photos and its albums; without the photos that can't
        be rendered, so that a preview goes on, and with a problem for each, where it is spoken
        of. A card loses such a photo, too.
    """
    failures = store.fill(jobs(edition), progress)
    rendered = cards.add(_without(edition, failures)) if failures else edition
    looks = store.looks(rendered.pictures)
    return replace(rendered, looks=looks, albums=albums.addresses(rendered))


def _without(edition: Edition, failures: Mapping[str, PhotoError]) -> Edition:
    """The edition as it is when photos can't be had; ``failures`` by ``Original.path``."""
    found = (
        failure(edition, picture, failures[picture.original.path])
        for picture in (*edition.pictures, *edition.grounds)
        if picture.original.path in failures
    )
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


def failure(edition: Edition, picture: Picture, failed: PhotoError) -> Problem:
    """At the line where the original is spoken of."""
    path = picture.original.path
    return failed.problem(edition.used_at.get(path, Location(path)))
