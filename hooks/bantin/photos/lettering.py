"""A line of text set for a picture: cleaned, broken and cut to its place."""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Final

import fontpkg_be_vietnam_pro as family
from PIL import ImageFont, features

WEIGHT: Final = "BeVietnamPro-SemiBold"
BOLD: Final = "BeVietnamPro-Bold"
"""Of headlines."""
SMALLEST: Final = 12
"""px; smaller letters with two marks can't be read."""
LINE: Final = 1.4
"""Of the size, from line to line: a capital with two marks above meets no tail."""
ABOVE: Final = 1.2
"""Of the size, from the upper edge to the first line: room for Ễ."""
MARGIN: Final = 0.55
"""Of the size, at either side."""
ELLIPSIS: Final = "…"
NO_LETTER: Final = "\U0010ffff"
"""Never a letter: a typeface draws it as it draws whatever it lacks."""

Fits = Callable[[str], bool]


@dataclass(frozen=True)
class Lettering:
    """Lines in one size."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont

    @property
    def size(self) -> float:
        """Of the letters, in px."""
        return self.font.size

    @property
    def margin(self) -> int:
        """At either side, in px."""
        return math.ceil(MARGIN * self.size)

    @property
    def width(self) -> int:
        """px, with margins."""
        widest = max(map(self.font.getlength, self.lines))
        return math.ceil(widest) + 2 * self.margin

    @property
    def height(self) -> int:
        """px, with margins."""
        return math.ceil(height(self.size, len(self.lines)))

    @property
    def baselines(self) -> tuple[int, ...]:
        """From the top, in px."""
        return tuple(
            round((ABOVE + number * LINE) * self.size) for number in range(len(self.lines))
        )


def versions() -> str:
    """Of everything that decides about letters' pixels: part of lettered pictures' keys."""
    typeface = version("fontpkg-be-vietnam-pro")
    return f"{WEIGHT} {BOLD} {typeface} freetype {features.version('freetype2')}"


def height(size: float, lines: int) -> float:
    """What lines of a size take, in px."""
    return (ABOVE + (lines - 1) * LINE + MARGIN) * size


def fitted(
    text: str, size: float, wide: float, tall: float, most_lines: int
) -> Lettering | None:
    """A text in the size asked for or smaller, cut with an ellipsis where it is too long.

    Args:
        text: As somebody typed it.
        size: Of the letters, in px.
        wide: px that it may take with its margins.
        tall: The same.
        most_lines: Before it is cut.

    Returns:
        None where nothing can be drawn: no letters, or no room.
    """
    size = max(SMALLEST, min(round(size), int(tall / height(1, 1))))
    if height(size, 1) > tall:
        return None
    letters = font(size)
    text = drawable(text, letters)
    lines = max(n for n in range(1, most_lines + 1) if n == 1 or height(size, n) <= tall)
    room = wide - 2 * MARGIN * size - 2  # what rounding may add
    found = broken(text, lambda part: letters.getlength(part) <= room, lines)
    return Lettering(found, letters) if text and found else None


@cache
def font(size: float, weight: str = WEIGHT) -> ImageFont.FreeTypeFont:
    """The site's typeface in a size in px."""
    path = family.ROOT / "files" / f"{weight}.ttf"
    # the plain layout is the same everywhere; composed letters need no other
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str, letters: ImageFont.FreeTypeFont) -> str:
    """On one line, in composed letters, without what the typeface lacks."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    lacking = _shape(NO_LETTER, letters)
    drawn = {
        letter: letter.isprintable() and _shape(letter, letters) != lacking
        for letter in set(text)
    }
    return " ".join("".join(one for one in text if one == " " or drawn[one]).split())


def _shape(letter: str, letters: ImageFont.FreeTypeFont) -> tuple[float, bytes]:
    return letters.getlength(letter), bytes(letters.getmask(letter))


def broken(text: str, fits: Fits, most: int) -> tuple[str, ...]:
    """Lines that fit, between words where it can be; the last is cut."""
    lines: list[str] = []
    while text and len(lines) < most:
        if len(lines) + 1 == most:
            line, text = cut(text, fits), ""
        else:
            line, text = _first_line(text, fits)
        lines.append(line)
    return tuple(line for line in lines if line)


def _first_line(text: str, fits: Fits) -> tuple[str, str]:
    """As many words as fit, at least a letter; and the rest."""
    if fits(text):
        return text, ""
    end = max(1, _fitting(text, fits))
    space = text.rfind(" ", 0, end + 1)
    return (text[:space], text[space + 1 :]) if space > 0 else (text[:end], text[end:])


def cut(text: str, fits: Fits) -> str:
    """A text as far as it fits, with an ellipsis where that is not all of it."""
    if fits(text):
        return text
    end = _fitting(text, lambda part: fits(part + ELLIPSIS))
    space = text.rfind(" ", end // 2, end + 1)
    return text[: space if space > 0 else end].rstrip() + ELLIPSIS if end else ""


def _fitting(text: str, fits: Fits) -> int:
    """How many letters fit."""
    return bisect_right(range(1, len(text) + 1), 0, key=lambda n: not fits(text[:n]))
