"""What people hand over and hold: flowers, folders, certificates, cups."""

from __future__ import annotations

from collections.abc import Sequence

from cast import INK
from easel import Pen, shade
from furniture import CORAL, GOLD, LEAF, PAPER, TEAL, WOOD
from things import flower


def folder(pen: Pen, colour: str) -> None:
    """A signed folder held upright, 130 wide; origin in its middle."""
    pen.box((-64, -84, 68, 88), "#00202428", 8)
    pen.box((-66, -88, 66, 84), colour, 8)
    pen.box((-58, -80, 58, 76), shade(colour, -0.12), 6)
    pen.oval((0, -20), (26, 26), GOLD)
    pen.box((-36, 24, 36, 34), GOLD, 4)
    pen.box((-26, 44, 26, 52), GOLD, 4)


def certificate(pen: Pen, lines: Sequence[str]) -> None:
    """A framed certificate 420 wide and 300 high, origin in its middle."""
    pen.box((-204, -142, 216, 158), "#00202430", 6)
    pen.box((-210, -150, 210, 150), shade(WOOD, -0.1), 8)
    pen.box((-194, -134, 194, 134), PAPER)
    pen.box((-182, -122, 182, 122), "#f3e3bd")
    pen.box((-176, -116, 176, 116), PAPER)
    pen.words(lines[0], (0, -50), 42, "#a9483a")
    for number, line in enumerate(lines[1:]):
        pen.words(line, (0, 0 + 36 * number), 26, INK)
    pen.oval((112, 78), (28, 28), CORAL)
    pen.oval((112, 78), (20, 20), shade(CORAL, 0.25))
    pen.box((-130, 82, -30, 88), "#c9d5d8", 3)


def bunch(pen: Pen) -> None:
    """A bunch of flowers in paper, 230 high; origin where a hand holds it."""
    for x, y, turn in ((-70, -120, -40), (-34, -150, -16), (34, -150, 16), (70, -120, 40)):
        pen.oval((x, y), (17, 48), LEAF, turn=turn)
    places = (
        (-58, -104),
        (-26, -136),
        (14, -150),
        (50, -118),
        (-34, -86),
        (4, -108),
        (34, -84),
    )
    colours = (CORAL, PAPER, GOLD, CORAL, GOLD, CORAL, PAPER)
    for (x, y), colour in zip(places, colours, strict=True):
        flower(pen.moved(x, y, 1.5), colour)
    pen.shape([(-66, -86), (0, -60), (66, -86), (22, 20), (-22, 20)], "#f2d9c9")
    pen.shape([(0, -60), (66, -86), (22, 20), (0, 20)], shade("#f2d9c9", -0.08))
    pen.shape([(-22, 20), (22, 20), (34, 62), (-34, 62)], shade("#f2d9c9", 0.2))
    pen.box((-24, 12, 24, 26), CORAL, 5)


def cup(pen: Pen) -> None:
    """A tea cup, 54 high, origin at its foot, with a little steam."""
    pen.oval((30, -28), (14, 14), shade(PAPER, -0.18))
    pen.oval((30, -28), (7, 7), shade(PAPER, -0.02))
    pen.blob([(-32, -52), (32, -52), (26, -14), (12, 0), (-12, 0), (-26, -14)], PAPER)
    pen.oval((0, -52), (32, 7), shade(PAPER, -0.1))
    pen.oval((0, -51), (26, 5), "#9a6a3c")
    pen.box((-31, -38, 31, -30), TEAL)


def teapot(pen: Pen) -> None:
    """A round pot, 120 high, origin at its foot."""
    pen.bend([(52, -84), (88, -80), (84, -40), (54, -28)], 11, shade(PAPER, -0.14))
    pen.bend([(-50, -40), (-84, -54), (-96, -92)], 17, PAPER)
    pen.blob([(-48, -92), (48, -92), (66, -44), (40, 0), (-40, 0), (-66, -44)], PAPER)
    pen.oval((0, -94), (40, 10), shade(PAPER, -0.08))
    pen.oval((0, -108), (10, 10), TEAL)
    flower(pen.moved(0, -46, 1.3), "#6fa3b8")


def fruit(pen: Pen) -> None:
    """A bowl of oranges and green bananas, 190 wide."""
    for x, y in ((-46, -52), (0, -62), (46, -52), (-22, -88), (24, -90)):
        pen.oval((x, y), (30, 29), "#e59a45")
        pen.oval((x - 8, y - 10), (8, 6), "#f3bd7a")
    pen.bend([(-80, -60), (-60, -108), (-10, -124)], 20, "#d9c75a")
    pen.blob([(-96, -44), (96, -44), (60, 0), (-60, 0)], "#7fb0b5")
