"""The photo strip of the first page: the latest photos, each leading to its bulletin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice, zip_longest

from bantin import addresses
from bantin.markup.inline import plain
from bantin.model import Bulletin
from bantin.pages import pictures
from bantin.pages.pictures import PagePicture
from bantin.pages.shelf import Shelf
from bantin.pictures import GalleryPhoto, roams

FEWEST = 4
"""With fewer photos a strip looks forgotten; there is none then."""
WANTED = 8
"""A young site shows further photos of its few bulletins until there are so many."""
MOST = 12
WIDTH = 480
"""px; squares of a strip are small."""


@dataclass(frozen=True)
class StripPhoto:
    """A photo and where it is from."""

    picture: PagePicture
    address: str
    """The photo's own place on the bulletin's page."""
    alt: str
    """What is to be seen; empty where only the title can be told."""
    title: str
    """The bulletin's; empty where all photos are of the same."""


def strip(shelf: Shelf, bulletins: Iterable[Bulletin]) -> tuple[StripPhoto, ...]:
    """Photos of the newest bulletins, one of each; none at all where there are too few.

    Args:
        shelf: The edition.
        bulletins: Newest first; those that readers don't see are left out, because a photo
            alone can't say so.
    """
    shown = (one for one in bulletins if one.id not in shelf.edition.hidden)
    rows = list(islice((row for row in (_row(shelf, one) for one in shown) if row), MOST))
    found = [photo for photo in chain(*zip_longest(*rows)) if photo is not None]
    photos = found[: max(WANTED, len(rows))]
    if len(rows) == 1:
        photos = [replace(one, alt=one.alt or one.title, title="") for one in photos]
    return tuple(photos) if len(photos) >= FEWEST else ()


def _row(shelf: Shelf, bulletin: Bulletin) -> list[StripPhoto]:
    """The photos of one bulletin, its cover last: it stands on its card already."""
    gallery = shelf.edition.galleries.get(bulletin.id, ())
    cover = shelf.cover(bulletin)
    ordered = [*(photo for photo in gallery if photo is not cover), *_only(cover)]
    shown = (photo for photo in ordered if roams(photo, shelf.edition.marked))
    return [_photo(shelf, bulletin, photo) for photo in islice(shown, WANTED)]


def _only(photo: GalleryPhoto | None) -> Iterator[GalleryPhoto]:
    if photo is not None:
        yield photo


def _photo(shelf: Shelf, bulletin: Bulletin, shown: GalleryPhoto) -> StripPhoto:
    return StripPhoto(
        picture=pictures.card(shown.picture, shelf.edition.looks, WIDTH),
        address=f"{addresses.bulletin(bulletin.id)}#anh-{shown.number}",
        alt=shown.photo.alt or plain(shown.photo.caption),
        title=bulletin.title,
    )
