"""The photos of one bulletin, as its page shows them: the cover, and the numbered rows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bantin.locale import text
from bantin.markup.inline import caption_html
from bantin.pages.draft import Candidate, Html
from bantin.pages.rows import COLUMN, GAP, PAGE, TALLEST, rows
from bantin.pages.shelf import counted
from bantin.pictures import GalleryPhoto, Picture

SHAPES: Final = (
    *(35, 40, 45, 50, 56, 60, 64, 67, 71, 75, 80, 86, 93, 100, 108, 117, 125, 133, 141, 150),
    *(160, 170, 178, 190, 200, 215, 235, 255, 280, 310, 350, 400),
)
"""Width by height in hundredths: the steps for which gallery.css has a class ``shape-150``."""
FEW: Final = 3
"""Photos up to which the cover is not shown again below the text: it is still in sight."""
COVER_HEIGHT: Final = 35.0
"""rem; a wide cover fills the page, any other leaves room for its caption beside it."""
TALL: Final = 115
"""Shape of a cover up to which it stands beside the text."""
SIDE_WIDTH: Final = 396
"""px; of the facts and what stands with them."""
REM: Final = 18
"""px on a large screen: ``sizes`` can't speak in the page's own rem."""
PAGE_WIDTH: Final = 72 * REM
"""px; how wide a page becomes at most."""
WIDE: Final = 190
"""Shape of a cover from which it takes the whole width."""
MAIN_WIDTH: Final = 49 * REM
"""px; what the facts leave of a page."""
MAIN: Final = 0.66
"""Of a larger window, what they leave of it."""
COLUMN_WIDTH: Final = 648
"""px; a line of text."""
PHONE: Final = "calc(100vw - 2.125rem)"
"""Width of a photo below 44rem: the screen without its margins."""
INSIDE: Final = 0.945
"""Of a larger window, what its margins leave to the page."""


@dataclass(frozen=True)
class Figure:
    """One numbered photo."""

    number: int
    anchor: str
    """``anh-3`` in both languages: a translation shares its photos' places."""
    shape: int
    """One of ``SHAPES``: rows of photos come out equally high without a script."""
    link: str
    """Address of the largest rendition."""
    opens: str
    """What the link is called; empty where ``alt`` already says it."""
    sources: tuple[Candidate, ...]
    sizes: str
    """How wide the photo is shown, in the words of the attribute ``sizes``."""
    fallback: str
    width: int
    """px, of the fallback."""
    height: int
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


def gallery(
    photos: tuple[GalleryPhoto, ...], top: Cover | None, lang: str, placed: bool
) -> Gallery | None:
    """The gallery of a bulletin; None where there is nothing but the cover to show."""
    here = top.figure.number if top is not None and top.own else 0
    shown = tuple(photo for photo in photos if photo.number != here)
    if not shown:
        return None
    count = "" if here else counted("photos", len(photos), lang)
    found = tuple(_rows(shown, len(photos), lang, COLUMN if placed else PAGE))
    return Gallery(found, placed, count)


def cover(
    photo: GalleryPhoto | None, photos: tuple[GalleryPhoto, ...], lang: str, placed: bool
) -> Cover | None:
    """The photo at the top; None without photos, and where the writer placed the only one."""
    total = len(photos)
    if photo is None or (total == 1 and placed):
        return None
    own = total <= FEW and not placed
    shape = _shape(photo.picture)
    widest = min(COVER_HEIGHT * REM * shape / 100, PAGE_WIDTH)
    beside = shape <= TALL
    wide = shape >= WIDE
    main = min(widest, MAIN_WIDTH)
    sizes = _sizes(widest, INSIDE)
    if beside:
        sizes = f"(min-width: 960px) {SIDE_WIDTH}px, {sizes}"
    elif not wide:
        above = f"(min-width: {math.ceil(main / MAIN)}px) {round(main)}px"
        sizes = f"{above}, (min-width: 960px) {round(100 * MAIN)}vw, {sizes}"
    return Cover(_figure(photo, total, lang, sizes), own, own and total > 1, beside, wide)


def _rows(
    photos: tuple[GalleryPhoto, ...], total: int, lang: str, width: float
) -> Iterator[tuple[Figure, ...]]:
    start = 0
    for count in rows([_shape(photo.picture) / 100 for photo in photos], width):
        row = photos[start : start + count]
        whole = sum(_shape(photo.picture) for photo in row)
        yield tuple(
            _figure(photo, total, lang, _in_row(photo, whole, count, width)) for photo in row
        )
        start += count


def _in_row(photo: GalleryPhoto, whole: int, count: int, width: float) -> str:
    """``sizes`` of a photo in a row of ``count``, whose shapes add up to ``whole``."""
    shape = _shape(photo.picture)
    room = COLUMN_WIDTH if width == COLUMN else PAGE_WIDTH
    widest = (room - GAP * REM * (count - 1)) * shape / whole
    return _sizes(min(widest, TALLEST * REM * shape / 100), INSIDE * shape / whole)


def _sizes(widest: float, share: float) -> str:
    """``sizes`` of a photo that takes a share of the window until it is ``widest`` px."""
    full = math.ceil(widest / share)
    return (
        f"(min-width: {max(full, 704)}px) {round(widest)}px, "
        f"(min-width: 704px) {round(100 * share)}vw, {PHONE}"
    )


def _figure(shown: GalleryPhoto, total: int, lang: str, sizes: str) -> Figure:
    photo, picture = shown.photo, shown.picture
    opens = text("open_photo", lang, number=shown.number, total=total)
    credit = text("photo_credit", lang, credit=photo.credit) if photo.credit else ""
    return Figure(
        number=shown.number,
        anchor=shown.anchor,
        shape=_shape(picture),
        link=picture.large.address,
        opens="" if photo.alt else opens,
        sources=tuple(Candidate(found.address, found.width) for found in picture.renditions),
        sizes=sizes,
        fallback=picture.fallback.address,
        width=picture.fallback.width,
        height=picture.fallback.height,
        alt=photo.alt or "",
        caption=Html(caption_html(photo.caption)),
        credit=credit,
    )


def _shape(picture: Picture) -> int:
    hundredths = 100 * picture.original.width / picture.original.height
    return min(SHAPES, key=lambda shape: abs(math.log(shape / hundredths)))
