"""What the photo library shows of each bulletin: a few of its photos.

Photos that may not leave their bulletin are not among them, and nothing of bulletins that
readers don't see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.markup.inline import plain
from bantin.model import Bulletin
from bantin.pages import pictures
from bantin.pages.draft import Link
from bantin.pages.lists import archive
from bantin.pages.pictures import PagePicture
from bantin.pages.shelf import Shelf, counted, sentence
from bantin.pictures import GalleryPhoto, roams
from bantin.vietnamese import dates

MOST: Final = 5
"""Photos of a bulletin: a large one and four beside it."""
SMALL: Final = 480
"""px; the smallest rendition of a whole photo."""


@dataclass(frozen=True)
class Tile:
    """A photo and where it is from."""

    picture: PagePicture
    sizes: str
    """How wide it is shown, in the words of the attribute ``sizes``."""
    address: str
    """The photo's own place on the bulletin's page."""
    alt: str
    """What is to be seen, else which photo of what this is: the link's only name."""


@dataclass(frozen=True)
class Spread:
    """What the library shows of a bulletin."""

    title: str
    address: str
    place: str
    date: str
    date_iso: str
    listed: str
    """When it was published; empty if that was a day of its event."""
    tiles: tuple[Tile, ...]
    """At least one."""
    more: Link | None
    """To all its photos; None where they are all here."""


@dataclass(frozen=True)
class Entry:
    """A bulletin with photos, and where it belongs."""

    year: int
    category: str
    spread: Spread


def entries(shelf: Shelf, lang: str) -> Iterator[Entry]:
    """The bulletins of a language that have a photo to show, newest first."""
    for year, bulletins in archive.by_year(shelf, shelf.by_lang[lang]).items():
        for bulletin in bulletins:
            photos = _photos(shelf, bulletin)
            if photos:
                spread = _spread(shelf, bulletin, photos)
                yield Entry(year, bulletin.category, spread)


def _photos(shelf: Shelf, bulletin: Bulletin) -> list[GalleryPhoto]:
    """Those that may be shown here, the cover first."""
    edition = shelf.edition
    if bulletin.id in edition.hidden:
        return []
    cover = shelf.cover(bulletin)
    gallery = edition.galleries.get(bulletin.id, ())
    free = [photo for photo in gallery if roams(photo, edition.marked)]
    return sorted(free, key=lambda photo: photo is not cover)


def _spread(shelf: Shelf, bulletin: Bulletin, photos: list[GalleryPhoto]) -> Spread:
    address, lang = addresses.bulletin(bulletin.id), bulletin.lang
    shown = photos[:MOST]
    total = len(shelf.edition.galleries[bulletin.id])
    said = text("library_rest", lang, photos=counted("photos", total, lang))
    return Spread(
        title=bulletin.title,
        address=address,
        place=bulletin.place,
        date=sentence(dates.long(bulletin.date, lang)),
        date_iso=dates.iso(bulletin.date),
        listed=shelf.published(bulletin),
        tiles=tuple(
            _tile(shelf, bulletin, photo, len(shown), first=photo is shown[0])
            for photo in shown
        ),
        more=Link(said, f"{address}#all_photos") if total > len(shown) else None,
    )


def _tile(
    shelf: Shelf, bulletin: Bulletin, shown: GalleryPhoto, count: int, *, first: bool
) -> Tile:
    named = text("library_photo", bulletin.lang, number=shown.number, title=bulletin.title)
    widest = pictures.CARD_WIDTH if first else SMALL
    return Tile(
        picture=pictures.card(shown.picture, shelf.edition.looks, widest),
        sizes=_sizes(count, first=first),
        address=f"{addresses.bulletin(bulletin.id)}#{shown.anchor}",
        alt=shown.photo.alt or plain(shown.photo.caption) or named,
    )


def _sizes(count: int, *, first: bool) -> str:
    """Of one of so many photos of a bulletin, as library.css lays them out.

    A phone is told less than it shows: the smallest rendition is sharp enough in an overview,
    and the next one has four times its pixels. Very dense screens fetch that all the same.
    """
    share, phone = 1 / 4, 30
    if count == 3:
        share = 2 / 3 if first else 1 / 3
    elif count <= 2 or (first and count == MOST):
        share = 1 / 2
    if first and count % 2:
        phone = 60
    ways = (
        (1368, f"{round(936 * share)}px"),
        (960, _less(share, 432)),
        (704, _less(share, 68)),
    )
    said = ", ".join(f"(min-width: {window}px) {width}" for window, width in ways)
    return f"{said}, {phone}vw"


def _less(share: float, margins: int) -> str:
    """A share of the window without so many px."""
    return f"calc({100 * share:.4g}vw - {round(margins * share)}px)"
