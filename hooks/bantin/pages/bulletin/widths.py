"""How wide photos stand on the screen, in the words of the attribute ``sizes``.

Browsers choose a rendition before they know the style: what is said here must agree with
gallery.css and article.css, or they fetch too much or too little. Lengths are in px of the
page's usual 18 px text on large screens: ``sizes`` can't speak in its rem.
"""

from __future__ import annotations

import math
from typing import Final

from bantin.pages.bulletin.rows import GAP, TALLEST

REM: Final = 18
PAGE: Final = 72 * REM
"""How wide a page becomes at most."""
MARGINS: Final = 4 * REM
"""What a large window has beside the page, both sides together."""
COVER_HEIGHT: Final = 35 * REM
"""A wide cover fills the page, any other leaves room for its caption beside it."""
MAIN: Final = 49 * REM
"""Of a cover that has the facts beside it, at most."""
FACTS: Final = 23 * REM
"""What they take, with the gap between."""
SIDE: Final = 22 * REM
"""Of what stands with them."""
COLUMN: Final = 36 * REM
"""A line of text."""
BESIDE: Final = 24 * REM
"""What stands beside the text takes, with the gap between."""
TWO_COLUMNS: Final = 960
"""Window from which the facts stand beside the text."""
ROWS: Final = 704
"""Window from which photos stand in rows; a narrower one is a phone's."""
HIGHEST: Final = 0.85
"""Of a phone's screen, how much of its height a photo takes at most."""
ENOUGH: Final = 2 / 3
"""Of their pixels that very dense screens ask for: nobody sees more."""


PHONE: Final = (
    f"(min-resolution: 2.5dppx) calc({100 * ENOUGH:.4g}vw - 1.4rem), calc(100vw - 2.125rem)"
)
"""Of a picture as wide as a phone's screen; what wider windows show is said before."""
LEAD: Final = f"(min-width: 1368px) 726px, (min-width: 960px) calc(56.3vw - 42px), {PHONE}"
"""Of the first page's lead."""
CARD: Final = (
    "(min-width: 1368px) 414px, (min-width: 960px) calc(33.3vw - 42px), "
    f"(min-width: 704px) calc(46vw - 13px), {PHONE}"
)
"""Of a card's picture: three in a row, two, one."""


def wide_cover(shape: float) -> str:
    """Of a cover that has the page to itself, width by height."""
    return ", ".join((*_full(shape), _phone(shape)))


def main_cover(shape: float) -> str:
    """Of a cover beside the facts."""
    widest = min(COVER_HEIGHT * shape, MAIN)
    beside = _until(widest, 1, MARGINS + FACTS, TWO_COLUMNS)
    return ", ".join((*beside, *_full(shape), _phone(shape)))


def side_cover(shape: float) -> str:
    """Of a cover among the facts."""
    beside = f"(min-width: {TWO_COLUMNS}px) {SIDE}px"
    return ", ".join((beside, *_full(shape), _phone(shape)))


def in_row(shape: float, shapes: float, count: int, *, placed: bool) -> str:
    """Of a photo in a row.

    Args:
        shape: Its own, width by height.
        shapes: Those of the whole row, added up.
        count: Photos in the row.
        placed: The row is as wide as the text, not the page.
    """
    share, gaps = shape / shapes, GAP * REM * (count - 1)
    widest = min(((COLUMN if placed else PAGE) - gaps) * share, TALLEST * REM * shape)
    beside: tuple[str, ...] = ()
    if placed:
        beside = _until(widest, share, (MARGINS + BESIDE + gaps) * share, TWO_COLUMNS)
    row = _until(widest, share, (MARGINS + gaps) * share, ROWS)
    return ", ".join((*beside, *row, _phone(shape)))


def _full(shape: float) -> tuple[str, ...]:
    """As wide as the page, but not too high."""
    return _until(min(COVER_HEIGHT * shape, PAGE), 1, MARGINS, ROWS)


def _until(widest: float, share: float, less: float, window: int) -> tuple[str, ...]:
    """A share of the window less some px, until it is ``widest``; from ``window`` px on."""
    full = math.ceil((widest + less) / share)
    grows = f"(min-width: {window}px) calc({100 * share:.4g}vw - {round(less)}px)"
    ends = f"(min-width: {max(full, window)}px) {round(widest)}px"
    return (ends,) if full <= window else (ends, grows)


def _phone(shape: float) -> str:
    """As wide as the screen within its margins, unless it were too high."""
    wide, high = 100, 100 * HIGHEST * shape
    dense = f"min({ENOUGH * wide:.4g}vw - 1.4rem, {ENOUGH * high:.4g}vh)"
    return f"(min-resolution: 2.5dppx) {dense}, min({wide}vw - 2.125rem, {high:.4g}vh)"
