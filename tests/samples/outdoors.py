"""The hospital's courtyard: sky, trees, the house itself, its steps."""

from __future__ import annotations

from cast import INK
from easel import Easel, Pen, shade
from furniture import DARK_WOOD, LEAF, PAPER, TEAL, ridge
from signs import HOSPITAL, clouds

STONE = "#dccfbd"
GRASS = "#9cc08c"


def sky(easel: Easel, bottom: float) -> None:
    """Morning light with three clouds and far hills, down to ``bottom`` px."""
    easel.wash((0, 0, easel.width, bottom), "#bfe0ea", "#f7f1dd")
    for share, y, size in ((0.1, 130, 1.0), (0.47, 90, 0.7), (0.88, 170, 1.2)):
        clouds(easel.pen(easel.width * share, y, size), "#ffffff")
    pen = easel.pen(0, bottom, easel.width / 1600)
    far = ridge([(0, -120), (300, -210), (640, -130), (1010, -230), (1350, -140), (1600, -190)])
    pen.shape([*far, (1600, 0), (0, 0)], "#b9d3bd")


def tree(pen: Pen) -> None:
    """A round tree, 560 high, origin at its foot."""
    pen.oval((0, 4), (120, 18), "#3a5a3a50")
    pen.shape([(-16, -230), (16, -230), (26, 0), (-26, 0)], DARK_WOOD)
    pen.stroke([(0, -190), (70, -280)], 14, DARK_WOOD)
    for x, y, size, light in (
        (-90, -320, 110, -0.12),
        (90, -330, 115, -0.06),
        (0, -430, 130, 0.0),
        (-40, -330, 90, 0.08),
    ):
        pen.oval((x, y), (size, size * 0.9), shade(LEAF, light))
    for x, y in ((-60, -400), (30, -460), (80, -350), (-110, -320), (10, -350)):
        pen.bend([(x - 18, y), (x, y - 8), (x + 18, y)], 5, shade(LEAF, 0.25))


def hedge(pen: Pen, width: float) -> None:
    """A clipped hedge with a few blossoms, 90 high."""
    number = int(width // 70) + 1
    for bush in range(number):
        pen.oval((bush * 70, -34), (56, 56), shade(LEAF, (bush % 3 - 1) * 0.1))
    pen.box((-40, -34, width + 40, 0), shade(LEAF, -0.1), 16)
    for bush in range(number):
        pen.oval((bush * 70 - 14, -52 + bush % 2 * 22), (7, 7), "#f4d9c6")


def hospital(pen: Pen, width: float, height: float) -> None:
    """The front of the house with its name on the roof; origin at the door's sill."""
    half = width / 2
    pen.box((-half, -height, half, 0), "#f8f3e8")
    pen.box((-half - 16, -height - 26, half + 16, -height), TEAL, 6)
    for storey in range(2):
        for bay in range(8):
            x = -half + (bay + 0.5) * width / 8
            top = -height + 50 + storey * height * 0.36
            if storey and 2 <= bay <= 5:
                continue
            _pane(pen.moved(x, top), width / 8 * 0.58, height * 0.23)
    pen.box((-half * 0.5, -height * 0.5, half * 0.5, 0), "#e9e0cf")
    _door(pen, half * 0.36, height * 0.4)
    pen.box((-half * 0.56, -height * 0.52, half * 0.56, -height * 0.46), TEAL, 6)
    pen.box((-half * 0.46, -height - width * 0.06, half * 0.46, -height - 14), PAPER, 8)
    pen.words(HOSPITAL, (0, -height - width * 0.028), width * 0.03, TEAL)


def _pane(pen: Pen, width: float, height: float) -> None:
    half = width / 2
    pen.box((-half - 6, -6, half + 6, height + 6), "#ffffff", 4)
    pen.box((-half, 0, half, height), "#b9d9df")
    pen.shape([(-half, height * 0.7), (half * 0.5, 0), (half, 0), (-half, height)], "#d3e9ec")
    pen.box((-3, 0, 3, height), "#ffffff")
    pen.box((-half - 12, height + 4, half + 12, height + 14), shade(STONE, -0.05), 3)


def _door(pen: Pen, half: float, height: float) -> None:
    pen.box((-half, -height, half, 0), "#7fa9ad")
    for part in range(4):
        left = -half + part * half / 2 + 6
        right = left + half / 2 - 12
        pen.box((left, -height + 8, right, 0), "#a9cdd2")
        light = [(left, -40), (right, -height * 0.8), (right, -height * 0.6), (left, -10)]
        pen.shape(light, "#c3dee1")
    for side in (-14, 14):
        pen.stroke([(side, -height * 0.6), (side, -height * 0.35)], 6, INK)


def steps(easel: Easel, top: float, number: int, rise: float) -> None:
    """Stone steps over the whole width from ``top`` px, each ``rise`` px high."""
    for step in range(number):
        y = top + step * rise
        easel.wash((0, y, easel.width, y + rise), shade(STONE, 0.25), shade(STONE, -0.06))
        easel.pen(0, y).box((0, rise - 7, easel.width, rise), shade(STONE, -0.2))


def yard(easel: Easel, top: float, colour: str = STONE) -> None:
    """Paving from ``top`` px to the lower edge, with a strip of grass behind."""
    easel.pen(0, top).box((0, -26, easel.width, 0), GRASS)
    easel.wash((0, top, easel.width, easel.height), shade(colour, 0.2), shade(colour, -0.1))
    depth, middle = easel.height - top, easel.width / 2
    pen = easel.pen(0, top)
    for row in (0.16, 0.4, 0.72):
        pen.stroke([(0, depth * row), (easel.width, depth * row)], 2, shade(colour, -0.1))
    for joint in range(-8, 9):
        pen.stroke(
            [(middle + joint * 130, 0), (middle + joint * 330, depth)], 2, shade(colour, -0.1)
        )


def awning(easel: Easel, bottom: float, colour: str) -> None:
    """A striped tent roof across the picture, hanging down to ``bottom`` px."""
    pen, number = easel.pen(0, 0), 12
    wide = easel.width / number
    for stripe in range(number):
        x, fill = stripe * wide, (colour, PAPER)[stripe % 2]
        pen.box((x, 0, x + wide, bottom - 30), fill)
        pen.oval((x + wide / 2, bottom - 32), (wide / 2, 32), fill)
    easel.wash((0, 0, easel.width, 24), shade(colour, -0.3), shade(colour, -0.15))


def planter(pen: Pen) -> None:
    """A stone tub 220 wide with a round bush and blossoms, 300 high."""
    pen.glow((0, 0), (150, 22), "#3a2a1e", 0.4)
    for x, y, size in ((-60, -150, 66), (60, -150, 66), (0, -200, 84)):
        pen.oval((x, y), (size, size), shade(LEAF, x / 600))
    for x, y in ((-70, -170), (-20, -230), (40, -190), (80, -140), (0, -150), (-40, -130)):
        pen.oval((x, y), (10, 10), "#e6a08e")
    pen.shape([(-110, -110), (110, -110), (84, 0), (-84, 0)], shade(STONE, 0.1))
    pen.box((-120, -124, 120, -96), shade(STONE, -0.08), 8)
