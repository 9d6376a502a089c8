"""The photos of one bulletin, as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.locale import text
from bantin.markup.inline import caption_html
from bantin.pages.draft import Candidate, Html
from bantin.pictures import GalleryPhoto, Picture

SHAPES = (5, 6, 7, 8, 9, 10, 12, 13, 15, 18, 20, 24)
"""Width by height in tenths: the steps for which bantin.css has a class ``shape-15``."""


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
    fallback: str
    width: int
    """px, of the fallback."""
    height: int
    alt: str
    caption: Html
    credit: str


@dataclass(frozen=True)
class Gallery:
    """The numbered photos and where they stand."""

    figures: tuple[Figure, ...]
    placed: bool
    """The writer chose the place with ``[gallery]`` and introduces it in the text."""


def gallery(photos: tuple[GalleryPhoto, ...], lang: str, placed: bool) -> Gallery | None:
    """The gallery of a bulletin; None without photos."""
    if not photos:
        return None
    return Gallery(tuple(_figure(photo, len(photos), lang) for photo in photos), placed)


def _figure(shown: GalleryPhoto, total: int, lang: str) -> Figure:
    photo, picture = shown.photo, shown.picture
    opens = text("open_photo", lang, number=shown.number, total=total)
    credit = text("photo_credit", lang, credit=photo.credit) if photo.credit else ""
    return Figure(
        number=shown.number,
        anchor=f"anh-{shown.number}",
        shape=_shape(picture),
        link=picture.renditions[-1].address,
        opens="" if photo.alt else opens,
        sources=tuple(Candidate(found.address, found.width) for found in picture.renditions),
        fallback=picture.fallback.address,
        width=picture.fallback.width,
        height=picture.fallback.height,
        alt=photo.alt or "",
        caption=Html(caption_html(photo.caption)),
        credit=credit,
    )


def _shape(picture: Picture) -> int:
    tenths = 10 * picture.original.width / picture.original.height
    return min(SHAPES, key=lambda shape: abs(shape - tenths))
