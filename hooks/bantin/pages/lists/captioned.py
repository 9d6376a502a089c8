"""Photos whose captions name somebody, or an institution: the newest, some of each bulletin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from bantin import addresses
from bantin.markup.inline import plain
from bantin.pages import pictures
from bantin.pages.directory import Appearance
from bantin.pages.pictures import PagePicture
from bantin.pages.shelf import Shelf
from bantin.pictures import GalleryPhoto, roams
from bantin.vietnamese import dates

MOST_PHOTOS: Final = 12
"""On a page; those of its own bulletins."""
PHOTOS_OF_ONE: Final = 3
"""Most photos of one bulletin: all others are a click away."""


@dataclass(frozen=True)
class CaptionedPhoto:
    """A photo whose caption names whom the page is about."""

    picture: PagePicture
    address: str
    """The photo's own place on the bulletin's page."""
    alt: str
    caption: str
    title: str
    """The bulletin's."""
    date: str
    """Of the event, in little room."""
    date_iso: str


def photos(shelf: Shelf, found: Iterable[Appearance]) -> tuple[CaptionedPhoto, ...]:
    """The newest photos, none of a bulletin that readers don't see, or of a patient."""
    return tuple(islice(_shown(shelf, found), MOST_PHOTOS))


def _shown(shelf: Shelf, found: Iterable[Appearance]) -> Iterator[CaptionedPhoto]:
    marked, hidden = shelf.edition.marked, shelf.edition.hidden
    for one in found:
        if one.bulletin.id not in hidden:
            free = (it for it in one.photos if roams(it, marked))
            yield from (_photo(shelf, one, it) for it in islice(free, PHOTOS_OF_ONE))


def _photo(shelf: Shelf, one: Appearance, shown: GalleryPhoto) -> CaptionedPhoto:
    return CaptionedPhoto(
        picture=pictures.card(shown.picture, shelf.edition.looks),
        address=f"{addresses.bulletin(one.bulletin.id)}#{shown.anchor}",
        alt=shown.photo.alt or "",
        caption=plain(shown.photo.caption),
        title=one.bulletin.title,
        date=dates.short(one.bulletin.date, one.bulletin.lang),
        date_iso=dates.iso(one.bulletin.date),
    )
