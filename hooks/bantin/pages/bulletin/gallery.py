"""The photos of one bulletin, as its page shows them: the cover, and the numbered rows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bantin.locale import text
from bantin.markup.inline import caption_html
from bantin.pages import pictures
from bantin.pages.bulletin import widths
from bantin.pages.bulletin.rows import COLUMN, PAGE, rows
from bantin.pages.draft import Html, Link
from bantin.pages.pictures import PagePicture
from bantin.pages.shelf import counted
from bantin.pictures import GalleryPhoto, Look, Picture

SHAPES: Final = (
    *(35, 40, 45, 50, 56, 60, 64, 67, 71, 75, 80, 86, 93, 100, 108, 117, 125, 133, 141, 150),
    *(160, 170, 178, 190, 200, 215, 235, 255, 280, 310, 350, 400),
)
"""Width by height in hundredths: the steps for which gallery.css has a class ``shape-150``."""
FEW: Final = 3
"""Photos up to which the cover is not shown again below the text: it is still in sight."""
TALL: Final = 115
"""Shape of a cover up to which it stands beside the text."""
WIDE: Final = 190
"""Shape of a cover from which it takes the whole width."""


@dataclass(frozen=True)
class Figure:
    """One numbered photo."""

    number: int
    anchor: str
    """``anh-3`` in both languages: a translation shares its photos' places."""
    shape: int
    """One of ``SHAPES``: rows of photos come out equally high without a script."""
    link: str
    """Address of the large JPEG: any program can open it."""
    opens: str
    """What the link is called; empty where ``alt`` already says it."""
    picture: PagePicture
    sizes: str
    """How wide the photo is shown, in the words of the attribute ``sizes``."""
    alt: str
    caption: Html
    credit: str


@dataclass(frozen=True)
class Cover:
    """The large photo at the top."""

    figure: Figure
    own: bool
    """Its place is here, and here it opens; else it leads to its place in the gallery."""
    numbered: bool
    """It is here as one of several."""
    beside: bool
    """Taller than wide: it stands beside the text, where there is one."""
    wide: bool
    """So wide that it takes the whole page; else it shares it with the facts."""


@dataclass(frozen=True)
class Gallery:
    """The numbered photos and where they stand."""

    rows: tuple[tuple[Figure, ...], ...]
    placed: bool
    """The writer chose the place with ``[gallery]`` and introduces it in the text."""
    count: str
    """``7 ảnh``; empty where one of them is not here."""
    eager: int
    """Number of the photo that is seen before any other; 0 where the cover is."""
    album: Link | None
    """All photos of the bulletin in one file."""


@dataclass(frozen=True)
class PhotoSet:
    """The photos of a bulletin, and what is the same for each of them."""

    photos: tuple[GalleryPhoto, ...]
    lang: str
    placed: bool
    """The writer chose the gallery's place with ``[gallery]``."""
    looks: Mapping[str, Look]
    """``Edition.looks``."""
    album: str = ""
    """Address of the file that holds them all; empty: there is none."""

    @property
    def last(self) -> int:
        """The last photo's number: one that may not be shown leaves its own empty."""
        return self.photos[-1].number


def gallery(hung: PhotoSet, top: Cover | None) -> Gallery | None:
    """The gallery of a bulletin; None where there is nothing but the cover to show."""
    here = top.figure.number if top is not None and top.own else 0
    shown = tuple(photo for photo in hung.photos if photo.number != here)
    if not shown:
        return None
    count = counted("photos", len(hung.photos), hung.lang)
    album = Link(text("all_photos", hung.lang, photos=count), hung.album)
    return Gallery(
        tuple(_rows(shown, hung)),
        hung.placed,
        "" if here else count,
        0 if top else shown[0].number,
        album if hung.album else None,
    )


def cover(photo: GalleryPhoto | None, hung: PhotoSet) -> Cover | None:
    """The photo at the top; None without photos, and where the writer placed the only one."""
    total = len(hung.photos)
    if photo is None or (total == 1 and hung.placed):
        return None
    own = total <= FEW and not hung.placed
    shape = _shape(photo.picture)
    beside, wide = shape <= TALL, shape >= WIDE
    said = widths.side_cover if beside else widths.wide_cover if wide else widths.main_cover
    figure = _figure(photo, hung, said(shape / 100))
    return Cover(figure, own, own and total > 1, beside, wide)


def _rows(photos: tuple[GalleryPhoto, ...], hung: PhotoSet) -> Iterator[tuple[Figure, ...]]:
    start, shapes = 0, [_shape(photo.picture) / 100 for photo in photos]
    for count in rows(shapes, COLUMN if hung.placed else PAGE):
        row = slice(start, start + count)
        whole = sum(shapes[row])
        yield tuple(
            _figure(photo, hung, widths.in_row(shape, whole, count, placed=hung.placed))
            for photo, shape in zip(photos[row], shapes[row], strict=True)
        )
        start += count


def _figure(shown: GalleryPhoto, hung: PhotoSet, sizes: str) -> Figure:
    photo, lang = shown.photo, hung.lang
    opens = text("open_photo", lang, number=shown.number, total=hung.last)
    credit = text("photo_credit", lang, credit=photo.credit) if photo.credit else ""
    return Figure(
        number=shown.number,
        anchor=shown.anchor,
        shape=_shape(shown.picture),
        link=shown.picture.large.address,
        opens="" if photo.alt else opens,
        picture=pictures.whole(shown.picture, hung.looks),
        sizes=sizes,
        alt=photo.alt or "",
        caption=Html(caption_html(photo.caption)),
        credit=credit,
    )


def _shape(picture: Picture) -> int:
    hundredths = 100 * picture.original.width / picture.original.height
    return min(SHAPES, key=lambda shape: abs(math.log(shape / hundredths)))
