"""A picture as pages show it: what a browser may choose from, and what stands there before."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bantin.pictures import Look, Picture, Rendition

CARD_WIDTH: Final = 960
"""Widest rendition of a card, px: 480 for most screens, 960 for dense ones."""
STEPS: Final = 6
"""Of each of red, green and blue: the stylesheet has a class for every mixture of them."""
TONES: Final = tuple(
    f"{red}{green}{blue}"
    for red in range(STEPS)
    for green in range(STEPS)
    for blue in range(STEPS)
)
"""``000`` is black, ``555`` is white; ``theme/assets`` makes a class ``tone-142`` of each."""
STEP: Final = 255 // (STEPS - 1)
"""From one to the next, of 255."""


@dataclass(frozen=True)
class Candidate:
    """One rendition in a ``srcset``."""

    address: str
    width: int
    """px"""


@dataclass(frozen=True)
class Choice:
    """Renditions that show the same; a browser takes the one that fits its screen."""

    sources: tuple[Candidate, ...]
    """AVIF, smallest first."""
    plain: tuple[Candidate, ...]
    """JPEG, for browsers without AVIF, smallest first."""
    width: int
    """px, of the first plain one."""
    height: int


@dataclass(frozen=True)
class PagePicture:
    """A picture in its place on a page."""

    files: Choice
    square: Choice | None
    """Where it stands for a bulletin: its square, for places that show one."""
    tone: str
    """One of ``TONES``, about the photo's average colour; empty where it is not known."""
    placeholder: str
    """A ``data:`` address: a few pixels to be seen until the photo is there; or empty."""


def whole(picture: Picture, looks: Mapping[str, Look]) -> PagePicture:
    """All of a photo, as large as a screen may want it.

    Args:
        picture: Which.
        looks: ``Edition.looks``.
    """
    files = _choice(picture.uncut, picture.fallbacks)
    return PagePicture(files, None, *_look(picture, looks))


def card(picture: Picture, looks: Mapping[str, Look], widest: int = CARD_WIDTH) -> PagePicture:
    """A photo as lists show it: cut around its focus where it stands for a bulletin.

    Any other is shown whole, up to ``widest`` px; the style cuts what it has no room for.
    """
    crops = picture.crops
    if crops is None:
        small = [one for one in picture.uncut if one.width <= widest]
        files = _choice(small or picture.renditions[:1], picture.fallbacks[:1])
        return PagePicture(files, None, *_look(picture, looks))
    files = _choice(crops.cover, [crops.cover_fallback])
    square = _choice(crops.square, [crops.square_fallback])
    return PagePicture(files, square, *_look(picture, looks))


def tone(colour: str) -> str:
    """The nearest of ``TONES`` to ``#rrggbb``."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "".join(str((part + STEP // 2) // STEP) for part in parts)


def _choice(renditions: Iterable[Rendition], fallbacks: Iterable[Rendition]) -> Choice:
    sources, plain = tuple(renditions), tuple(fallbacks)
    first = plain[0]
    return Choice(
        tuple(Candidate(one.address, one.width) for one in sources),
        tuple(Candidate(one.address, one.width) for one in plain),
        first.width,
        first.height,
    )


def _look(picture: Picture, looks: Mapping[str, Look]) -> tuple[str, str]:
    """Tone and placeholder."""
    look = looks.get(picture.key)
    if look is None:
        return "", ""
    content = b64encode(look.placeholder).decode()
    return tone(look.colour), f"data:image/webp;base64,{content}"
