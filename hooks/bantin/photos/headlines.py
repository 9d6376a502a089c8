"""A headline set for a card: as large as it can be, its lines about equally long."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final

from PIL import ImageFont

from bantin.photos import lettering

TIGHT: Final = 1.2
"""Of the size, from line to line, where the marks leave room enough."""
APART: Final = 0.06
"""Of the size, at least, between the tails of a line and the marks of the next."""
TALLEST: Final = 1.47
"""Of the size: no marks and tails of this typeface need more from line to line."""


@dataclass(frozen=True)
class Headline:
    """Lines in one size, without margins."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont
    above: int
    """px from its highest mark to the first baseline."""
    step: int
    """px from line to line."""

    @property
    def height(self) -> int:
        """From its highest mark to the last baseline, in px."""
        return self.above + (len(self.lines) - 1) * self.step

    @property
    def placed(self) -> tuple[tuple[int, str], ...]:
        """Each line behind its baseline, in px from the top."""
        return tuple(
            (self.above + number * self.step, line) for number, line in enumerate(self.lines)
        )


def headline(text: str, sizes: Sequence[int], wide: int, tall: int) -> Headline | None:
    """A text in the largest size in which all of it fits.

    Args:
        text: As somebody typed it.
        sizes: Of the letters, in px, largest first; in the last it is cut with an ellipsis.
        wide: px that a line may take.
        tall: px that it may take from its highest mark to its last baseline.

    Returns:
        None where its typeface has no letters for it.
    """
    text = lettering.drawable(text, lettering.font(sizes[-1], lettering.BOLD))
    words = text.split()
    if not words:
        return None
    largest = bisect_left(sizes, True, key=lambda size: bool(_whole(words, size, wide, tall)))
    found = _whole(words, sizes[largest], wide, tall) if largest < len(sizes) else None
    return found or _cut(text, sizes[-1], wide, tall)


def line(text: str, size: int, wide: float) -> str:
    """A text as far as it fits on one line of ``wide`` px, in plain letters of ``size`` px."""
    letters = lettering.font(size)
    text = lettering.drawable(text, letters)
    return lettering.cut(text, lambda part: letters.getlength(part) <= wide)


def _whole(words: Sequence[str], size: int, wide: int, tall: int) -> Headline | None:
    """All of the words in one size; None where they don't fit."""
    lines = _balanced(words, size, wide)
    found = _set(lines, size) if lines else None
    return found if found and found.height <= tall else None


def _balanced(words: Sequence[str], size: int, wide: int) -> tuple[str, ...]:
    """As few lines as there can be, in the narrowest column that needs no more.

    Returns:
        Nothing where a word alone is too long.
    """
    letters = lettering.font(size, lettering.BOLD)
    space, *widths = map(letters.getlength, (" ", *words))
    if max(widths) > wide:
        return ()
    fewest = len(_ends(widths, space, wide))
    columns = range(ceil(max(widths)), wide)
    least = bisect_left(columns, True, key=lambda one: len(_ends(widths, space, one)) <= fewest)
    ends = _ends(widths, space, columns[least] if least < len(columns) else wide)
    return tuple(" ".join(words[start:end]) for start, end in pairwise((0, *ends)))


def _ends(widths: Sequence[float], space: float, wide: int) -> list[int]:
    """Behind which words the lines end, each as full as it can be."""
    ends, filled = [], -space
    for place, width in enumerate(widths):
        if filled + space + width > wide:
            ends.append(place)
            filled = -space
        filled += space + width
    return [*ends, len(widths)]


def _cut(text: str, size: int, wide: int, tall: int) -> Headline:
    """As many lines as there is room for, at least one; the last ends with an ellipsis."""
    letters = lettering.font(size, lettering.BOLD)
    most = max(1, int(tall / (TALLEST * size)))
    return _set(
        lettering.broken(text, lambda part: letters.getlength(part) <= wide, most), size
    )


def _set(lines: tuple[str, ...], size: int) -> Headline:
    """Lines as near to each other as their marks let them come."""
    letters = lettering.font(size, lettering.BOLD)
    inks = [letters.getbbox(line, anchor="ls") for line in lines]
    nearest = max((upper[3] - lower[1] for upper, lower in pairwise(inks)), default=0)
    step = max(TIGHT * size, nearest + APART * size)
    return Headline(lines, letters, round(-inks[0][1]), round(step))
