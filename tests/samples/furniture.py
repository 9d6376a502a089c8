"""Rooms for the drawn sample photos, and their colours."""

from __future__ import annotations

from typing import Final

from easel import Area, Easel, Pen, Point, shade, smooth

TEAL: Final = "#0a6b75"
MIST: Final = "#cfe3e2"
CREAM: Final = "#f4ece0"
WOOD: Final = "#b98354"
DARK_WOOD: Final = "#8a5a38"
LEAF: Final = "#4f8a63"
GOLD: Final = "#e2b45c"
CORAL: Final = "#d8735b"
PAPER: Final = "#fdfbf6"


def floor(easel: Easel, top: float, near: str, far: str) -> None:
    """Boards from ``top`` (px) to the lower edge, with a skirting board above."""
    easel.wash((0, top, easel.width, easel.height), far, near)
    pen = easel.pen(0, top)
    pen.box((0, -16, easel.width, 0), shade(far, 0.45))
    pen.box((0, 0, easel.width, 5), shade(far, -0.25))
    depth = easel.height - top
    middle = easel.width / 2
    for board in range(-9, 10):
        start = middle + board * easel.width / 11
        end = middle + board * easel.width / 5
        pen.stroke([(start, 6), (end, depth)], 2, shade(near, -0.06))


def curtain(easel: Easel, left: float, right: float, bottom: float, colour: str) -> None:
    """A curtain hanging from the upper edge, in folds of 46 px."""
    easel.wash((left, 0, right, bottom), colour, shade(colour, -0.22))
    pen = easel.pen(left, 0)
    for fold in range(int((right - left) // 46)):
        x = fold * 46
        pen.shape([(x + 6, 0), (x + 20, 0), (x + 24, bottom), (x + 2, bottom)], "#ffffff14")
        pen.shape([(x + 30, 0), (x + 42, 0), (x + 46, bottom), (x + 28, bottom)], "#00202418")


def panels(easel: Easel, bottom: float, colour: str, width: float = 200) -> None:
    """A wall of upright panels, ``width`` px each."""
    easel.wash((0, 0, easel.width, bottom), shade(colour, 0.14), colour)
    pen = easel.pen(0, 0)
    for number in range(int(easel.width // width) + 1):
        x = number * width
        pen.box((x, 0, x + 3, bottom), shade(colour, -0.12))
        pen.box((x + 3, 0, x + 5, bottom), shade(colour, 0.3))


def slats(pen: Pen, width: float, height: float) -> None:
    """A wooden acoustic panel of upright slats."""
    pen.box((-width / 2, -height, width / 2, 0), DARK_WOOD)
    number = int(width // 18)
    for slat in range(number):
        x = -width / 2 + 3 + slat * width / number
        pen.box((x, -height, x + 12, 0), shade(WOOD, 0.06 * (slat % 3)))


def window(pen: Pen, width: float, height: float) -> None:
    """A window with a green view and light curtains."""
    half = width / 2
    pen.box((-half - 12, -height - 12, half + 12, 12), PAPER, 4)
    wash(pen, (-half, -height, half, 0), "#d3e9ee", "#f2f6ea")
    far = [(-half, -height * 0.2), (-half * 0.6, -height * 0.29), (-half * 0.1, -height * 0.22),
           (half * 0.4, -height * 0.33), (half, -height * 0.22)]  # fmt: skip
    pen.shape([*ridge(far), (half, 0), (-half, 0)], "#a9cba9")
    near = [(-half, -height * 0.1), (0, -height * 0.17), (half, -height * 0.08)]
    pen.shape([*ridge(near), (half, 0), (-half, 0)], "#8bb78f")
    for x in (-half / 3, half / 3):
        pen.box((x - 4, -height, x + 4, 0), PAPER)
    pen.box((-half, -height * 0.62, half, -height * 0.62 + 8), PAPER)
    pen.box((-half - 20, 8, half + 20, 24), shade(PAPER, -0.08), 4)
    for side in (pen, pen.flipped()):
        hem = smooth(
            [(half * 0.5, -height - 26), (half * 0.5, -height - 26),
             (half * 0.56, -height * 0.7), (half * 0.86, -height * 0.34),
             (half * 0.82, 30), (half * 0.82, 30)]
        )  # fmt: skip
        side.shape([*hem, (half + 34, 30), (half + 34, -height - 26)], "#eef3ea")
        for start, end in ((0.66, 0.93), (0.85, 1.02)):
            fold = [(half * start, -height - 20), (half * (start + 0.04), -height * 0.7),
                    (half * end, -height * 0.34), (half * end, 26)]  # fmt: skip
            side.bend(fold, 3, "#d5dfd5")
    pen.stroke([(-half - 46, -height - 28), (half + 46, -height - 28)], 8, DARK_WOOD)


def ridge(points: list[Point]) -> list[Point]:
    """A smooth line through all points."""
    return smooth([points[0], *points, points[-1]])


def wash(pen: Pen, area: Area, top: str, bottom: str) -> None:
    """``Easel.wash`` in the pen's coordinates."""
    left, above, right, below = (side * pen.scale for side in area)
    pen.easel.wash((pen.x + left, pen.y + above, pen.x + right, pen.y + below), top, bottom)


def backdrop(pen: Pen, width: float, height: float, colour: str = TEAL) -> None:
    """The printed wall behind a stage: a title shown as bars, a wave, a mother with child."""
    half = width / 2
    pen.box((-half + 8, -height + 10, half + 8, 10), "#00202430")
    wash(pen, (-half, -height, half, 0), shade(colour, 0.1), shade(colour, -0.3))
    wave = ridge(
        [(-half, -height * 0.24), (-half * 0.4, -height * 0.33), (half * 0.1, -height * 0.21),
         (half * 0.6, -height * 0.3), (half, -height * 0.18)]
    )  # fmt: skip
    pen.shape([*wave, (half, 0), (-half, 0)], shade(colour, 0.2))
    lower = [(x, y + height * 0.09) for x, y in wave]
    pen.shape([*lower, (half, 0), (-half, 0)], shade(colour, 0.34))
    pen.box((-half * 0.34, -height * 0.88, half * 0.34, -height * 0.85), GOLD, 5)
    pen.box((-half * 0.74, -height * 0.78, half * 0.74, -height * 0.7), PAPER, 8)
    pen.box((-half * 0.58, -height * 0.64, half * 0.58, -height * 0.56), PAPER, 8)
    pen.box((-half * 0.3, -height * 0.48, half * 0.3, -height * 0.445), shade(colour, 0.6), 6)


def lamp(easel: Easel, x: float, y: float, reach: float) -> None:
    """A round ceiling light and its shine, ``reach`` px wide."""
    easel.glow((x, y), (reach, reach * 0.7), "#fff6df", 0.5)
    easel.pen(x, y).oval((0, 0), (52, 11), "#fffaf0")


def table(easel: Easel, top: float, depth: float, cloth: str = PAPER) -> None:
    """A table across the whole picture, cloth in front; ``top`` and ``depth`` in px."""
    pen = easel.pen(0, top)
    easel.wash((0, top, easel.width, top + depth), shade(WOOD, 0.26), WOOD)
    pen.box((0, 0, easel.width, 5), shade(WOOD, 0.5))
    easel.wash((0, top + depth, easel.width, easel.height), cloth, shade(cloth, -0.16))
    pen.box((0, depth, easel.width, depth + 26), TEAL)
    for fold in range(int(easel.width // 64) + 1):
        x = fold * 64
        foot = easel.height
        pen.shape(
            [(x, depth + 26), (x + 16, depth + 26), (x + 24, foot), (x - 8, foot)], "#00202410"
        )


def banner(pen: Pen, width: float, height: float) -> None:
    """Cloth with a title shown as bars."""
    half = width / 2
    pen.box((-half + 6, 8, half + 6, height + 8), "#00202428", 6)
    pen.box((-half, 0, half, height), TEAL, 6)
    pen.box((-half, height - 16, half, height), GOLD, 4)
    pen.oval((-half + 84, height * 0.45), (44, 44), PAPER)
    pen.moved(-half + 84, height * 0.45).blob(
        [(0, 30), (-30, -2), (-18, -24), (0, -10), (18, -24), (30, -2)], CORAL
    )
    for y, reach in ((26, 0.56), (62, 0.72), (98, 0.4)):
        pen.box((-half * reach + 40, y, half * reach + 40, y + 18), "#ffffffd8", 8)


def pennants(pen: Pen, width: float) -> None:
    """A string of plain paper flags."""
    pen.bend([(0, 0), (width / 2, 44), (width, 0)], 3, "#9a8b76")
    number = 14
    colours = (CORAL, GOLD, TEAL, "#fdfbf6")
    for flag in range(number):
        x = width * (flag + 0.5) / number
        y = 44 * (1 - (2 * x / width - 1) ** 2)
        pen.shape([(x - 26, y), (x + 26, y), (x, y + 50)], colours[flag % 4])


def poster(pen: Pen) -> None:
    """A teaching poster of steps, 200 wide."""
    pen.box((-96, 6, 108, 276), "#00202428", 6)
    pen.box((-102, 0, 102, 270), PAPER, 6)
    pen.box((-102, 0, 102, 40), CORAL, 6)
    for number, colour in enumerate((TEAL, GOLD, LEAF)):
        y = 66 + number * 66
        pen.oval((-58, y + 22), (24, 24), colour)
        pen.box((-18, y + 6, 82, y + 18), "#c4d2d3", 5)
        pen.box((-18, y + 28, 56, y + 38), "#dde6e6", 5)


def tiles(easel: Easel, bottom: float, colour: str) -> None:
    """A tiled wall, 107 px a tile, with one darker band."""
    easel.wash((0, 0, easel.width, bottom), shade(colour, 0.3), colour)
    pen = easel.pen(0, 0)
    pen.box((0, 642, easel.width, 696), shade(TEAL, 0.5))
    for x in range(0, easel.width, 107):
        pen.box((x, 0, x + 3, bottom), shade(colour, 0.45))
    for y in range(0, int(bottom), 107):
        pen.box((0, y, easel.width, y + 3), shade(colour, 0.45))


def mirror(pen: Pen, width: float, height: float) -> None:
    """A mirror in a wooden frame; origin in the middle of its lower edge."""
    half = width / 2
    pen.box((-half - 14, -height - 14, half + 14, 14), WOOD, 20)
    wash(pen, (-half, -height, half, 0), "#e9f5f6", "#c9e0e4")
    for x in (-0.7, -0.4):
        left = half * x
        pen.shape([(left, 0), (left + 50, 0), (left + 200, -height), (left + 150, -height)],
                  "#ffffff60")  # fmt: skip
