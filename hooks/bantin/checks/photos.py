"""Photos that some readers can't make out."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.edition import Edition
from bantin.errors import Problem, warning


def without_alt(edition: Edition) -> Iterator[Problem]:
    """Photos of the full form without ``alt``: nothing is said to those who can't see them."""
    for bulletin in edition.bulletins:
        if bulletin.photos is not None:
            for shown in edition.galleries.get(bulletin.id, ()):
                if shown.photo.alt is None:
                    yield warning("photo-alt", shown.photo.at, file=shown.photo.file)
