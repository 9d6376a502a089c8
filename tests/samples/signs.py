"""What stands written in the drawn sample photos: banners, boards, posters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cast import INK
from easel import Pen, Point, shade
from furniture import CORAL, GOLD, LEAF, PAPER, TEAL, ridge, wash

HOSPITAL: Final = "BỆNH VIỆN NHI MÂY TRẮNG"
HEART: Final = ((0, 30), (-30, -2), (-18, -24), (0, -10), (18, -24), (30, -2))


def heart(pen: Pen, middle: Point, size: float, fill: str) -> None:
    """A heart, about ``size`` wide."""
    pen.moved(*middle, size / 60).blob(HEART, fill)


def hall_wall(pen: Pen, width: float, lines: Sequence[str], colour: str = TEAL) -> None:
    """The printed wall behind a stage, half as high as wide; origin at its foot.

    Args:
        pen: At the middle of the foot.
        width: Of the wall.
        lines: The first one large, the others smaller below it.
        colour: Of the cloth.
    """
    half, height = width / 2, width * 0.5
    pen.box((-half + 8, -height + 10, half + 8, 10), "#00202430")
    wash(pen, (-half, -height, half, 0), shade(colour, 0.1), shade(colour, -0.3))
    hills = ridge(
        [(-half, -height * 0.16), (-half * 0.4, -height * 0.24), (half * 0.1, -height * 0.13),
         (half * 0.6, -height * 0.22), (half, -height * 0.11)]
    )  # fmt: skip
    pen.shape([*hills, (half, 0), (-half, 0)], shade(colour, 0.2))
    clouds(pen.moved(half * 0.72, -height * 0.28, width / 1300), shade(colour, 0.55))
    heart(pen, (-half * 0.52, -height * 0.885), width * 0.032, CORAL)
    pen.words(HOSPITAL, (0, -height * 0.86), width * 0.03, GOLD)
    pen.words(lines[0], (0, -height * 0.64), width * 0.064, PAPER)
    for number, line in enumerate(lines[1:]):
        pen.words(
            line, (0, -height * (0.49 - 0.13 * number)), width * 0.038, shade(colour, 0.78)
        )


def clouds(pen: Pen, colour: str) -> None:
    """The hospital's white cloud, 150 wide."""
    for x, y, size in ((-44, 0, 30), (-10, -18, 40), (34, -4, 34), (64, 4, 22)):
        pen.oval((x, y), (size, size), colour)
    pen.box((-74, 0, 86, 28), colour, 14)


def ribbon(pen: Pen, width: float, text: str, colour: str = TEAL) -> None:
    """A long cloth with one line, 96 high, origin in the middle of its upper edge."""
    half = width / 2
    pen.box((-half + 6, 8, half + 6, 104), "#00202428", 6)
    pen.box((-half, 0, half, 96), colour, 6)
    pen.box((-half, 84, half, 96), GOLD, 4)
    heart(pen, (-half + 54, 42), 52, PAPER)
    pen.words(text, (36, 58), 42, PAPER)


def notice(pen: Pen, title: str, lines: Sequence[str], colour: str = CORAL) -> None:
    """A poster 240 wide with a title and up to five short lines, each with its dot."""
    height = 110 + 52 * len(lines)
    pen.box((-114, 6, 126, height + 6), "#00202428", 6)
    pen.box((-120, 0, 120, height), PAPER, 6)
    pen.box((-120, 0, 120, 62), colour, 6)
    pen.words(title, (0, 40), min(27, 340 / len(title)), PAPER)
    for number, line in enumerate(lines):
        y = 92 + number * 52
        pen.oval((-92, y + 10), (14, 14), (TEAL, GOLD, LEAF, CORAL)[number % 4])
        pen.words(line, (-66, y + 18), 22, INK, "ls")


def placard(pen: Pen, width: float, lines: Sequence[str], fill: str = PAPER) -> None:
    """A board with centred lines of 40, its height that of the lines; origin at its top."""
    half, height = width / 2, 36 + 58 * len(lines)
    pen.box((-half + 6, 6, half + 6, height + 6), "#00202428", 10)
    pen.box((-half, 0, half, height), fill, 10)
    ink = TEAL if fill == PAPER else PAPER
    for number, line in enumerate(lines):
        pen.words(line, (0, 60 + 58 * number), 40, ink)
