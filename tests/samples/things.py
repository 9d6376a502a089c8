"""Things on the drawn sample photos; a thing's origin is the middle of its foot."""

from __future__ import annotations

from cast import INK
from easel import Pen, Point, shade
from furniture import CORAL, DARK_WOOD, GOLD, LEAF, MIST, PAPER, TEAL, WOOD


def podium(pen: Pen, colour: str = WOOD) -> None:
    """A speaker's desk, 300 wide at the top and 330 high, with two microphones and flowers."""
    pen.glow((0, 0), (230, 34), "#3a2a1e", 0.45)
    pen.shape([(-128, -296), (128, -296), (108, 0), (-108, 0)], colour)
    pen.shape([(60, -296), (128, -296), (108, 0), (56, 0)], shade(colour, -0.1))
    pen.shape([(-96, -262), (96, -262), (82, -34), (-82, -34)], shade(colour, 0.13))
    pen.oval((0, -150), (44, 44), TEAL)
    pen.oval((0, -150), (37, 37), PAPER)
    pen.blob([(0, -128), (-22, -152), (-12, -168), (0, -158), (12, -168), (22, -152)], TEAL)
    pen.box((-156, -330, 156, -294), shade(colour, -0.18), 8)
    pen.box((-156, -330, 156, -312), shade(colour, 0.2), 8)
    for side in (pen, pen.flipped()):
        side.bend([(92, -328), (86, -368), (58, -392)], 5, INK)
        side.oval((50, -397), (15, 9), INK, turn=-30)
    pen.box((-120, -12, 120, 0), shade(colour, -0.3), 4)


def bouquet(pen: Pen) -> None:
    """A low arrangement of flowers, 190 wide."""
    for x, y, turn in (
        (-78, -26, -36),
        (-48, -46, -18),
        (0, -56, 0),
        (48, -46, 18),
        (78, -26, 36),
    ):
        pen.oval((x, y), (15, 42), LEAF, turn=turn)
        pen.oval((x * 0.7, y + 8), (12, 34), shade(LEAF, -0.16), turn=turn)
    colours = (CORAL, PAPER, GOLD, CORAL, PAPER, "#e6a08e", GOLD)
    places = ((-62, -28), (-38, -44), (-12, -34), (14, -50), (36, -32), (62, -30), (2, -66))
    for (x, y), colour in zip(places, colours, strict=True):
        flower(pen.moved(x, y), colour)
    pen.shape([(-50, -18), (50, -18), (38, 8), (-38, 8)], shade(MIST, -0.1))


def flower(pen: Pen, colour: str) -> None:
    """One blossom, 38 wide."""
    for x, y in ((0, -11), (10, -3), (6, 9), (-6, 9), (-10, -3)):
        pen.oval((x, y), (9, 9), colour)
    pen.oval((0, 0), (6, 6), shade(colour, -0.2))


def plant(pen: Pen) -> None:
    """A potted plant, 420 high."""
    pen.glow((0, 0), (110, 20), "#3a2a1e", 0.4)
    stems: tuple[tuple[Point, float], ...] = (
        ((-70, -300), -30), ((70, -290), 32), ((-104, -210), -56), ((104, -200), 58),
        ((-36, -360), -12), ((40, -350), 14), ((0, -290), 0), ((-60, -180), -44),
        ((62, -176), 46),
    )  # fmt: skip
    for number, ((x, y), turn) in enumerate(stems):
        pen.bend([(0, -110), (x * 0.35, y * 0.62), (x * 0.8, y * 0.92)], 6, shade(LEAF, -0.3))
        pen.oval((x, y), (27, 70), shade(LEAF, (number % 3 - 1) * 0.14), turn=turn)
        pen.oval((x, y), (2.4, 60), shade(LEAF, 0.3), turn=turn)
    pen.shape([(-62, -120), (62, -120), (46, 0), (-46, 0)], PAPER)
    pen.shape([(18, -120), (62, -120), (46, 0), (14, 0)], shade(PAPER, -0.08))
    pen.box((-70, -134, 70, -108), shade(PAPER, -0.04), 6)


def screen(pen: Pen, width: float, height: float) -> None:
    """A projection screen with a slide about growing up."""
    half = width / 2
    pen.box((-half + 10, -height + 14, half + 10, 14), "#00202428", 8)
    pen.box((-half - 14, -height - 14, half + 14, 14), INK, 10)
    pen.box((-half, -height, half, 0), PAPER)
    pen.box((-half, -height, half, -height * 0.86), TEAL)
    pen.box((-half + 24, -height * 0.95, half * 0.3, -height * 0.91), PAPER, 5)
    _chart(pen.moved(-half * 0.48, -height * 0.14), half * 0.76, height * 0.58)
    for number, length in enumerate((0.76, 0.6, 0.7, 0.5)):
        y = -height * 0.7 + number * height * 0.145
        pen.oval((half * 0.12, y + 7), (9, 9), (CORAL, TEAL, GOLD, LEAF)[number])
        pen.box((half * 0.2, y, half * (0.2 + length * 0.9), y + 13), "#c4d2d3", 6)


def _chart(pen: Pen, width: float, height: float) -> None:
    half = width / 2
    for number, share in enumerate((0.34, 0.5, 0.62, 0.82, 0.95)):
        x = -half + 10 + number * width / 5
        pen.box(
            (x, -height * share * 0.78, x + width / 8, 0), ("#9fcaca", "#6fb1b3")[number % 2], 5
        )
    ends = [
        (-half + 14 + n * width / 5, -height * s)
        for n, s in enumerate((0.4, 0.56, 0.7, 0.88, 0.98))
    ]
    pen.bend(ends, 5, CORAL)
    for end in ends:
        pen.oval(end, (9, 9), CORAL)
    pen.stroke([(-half, -height), (-half, 0), (half, 0)], 4, "#8aa0a3")


def flip_chart(pen: Pen, width: float, height: float) -> None:
    """A sheet on an easel: a baby's outline with notes; 1.5 times ``height`` with its feet."""
    half, top = width / 2, -height * 1.5
    for foot in (-half * 0.9, half * 0.9):
        pen.stroke([(foot * 0.6, top), (foot, 0)], 14, DARK_WOOD)
    pen.box((-half + 8, top + 12, half + 8, top + height + 12), "#00202428", 6)
    pen.box((-half, top, half, top + height), PAPER, 6)
    pen.box((-half, top, half, top + 30), TEAL, 6)
    sheet = pen.moved(-half * 0.36, top + height * 0.52, height / 420)
    sheet.oval((0, -70), (50, 54), "#f2cfb0")
    sheet.blob(
        [(-40, -16), (40, -16), (58, 60), (44, 130), (0, 140), (-44, 130), (-58, 60)], "#bfdcdc"
    )
    for side in (sheet, sheet.flipped()):
        side.stroke([(46, 8), (82, 50)], 24, "#f2cfb0")
        side.stroke([(24, 130), (34, 168)], 26, "#f2cfb0")
        side.oval((16, -70), (4, 5), INK)
    sheet.bend([(-10, -50), (0, -44), (10, -50)], 4, CORAL)
    for number, colour in enumerate((CORAL, GOLD, TEAL, LEAF)):
        y = top + height * (0.24 + number * 0.17)
        pen.stroke([(half * 0.12, y + 4), (half * 0.24, y + 4)], 4, colour)
        pen.box((half * 0.3, y, half * (0.88 - 0.1 * (number % 2)), y + 10), "#c4d2d3", 5)
        pen.box((half * 0.3, y + 20, half * 0.66, y + 28), "#dde6e6", 4)


def name_plate(pen: Pen) -> None:
    """A folded card with a name shown as bars, 170 wide."""
    pen.shape([(-88, 4), (96, 4), (88, 14), (-76, 14)], "#3a2a1e40")
    pen.shape([(-76, -58), (76, -58), (85, 4), (-85, 4)], PAPER)
    pen.shape([(-76, -58), (76, -58), (77.5, -46), (-77.5, -46)], TEAL)
    pen.box((-52, -34, 52, -24), "#5d7478", 5)
    pen.box((-36, -16, 36, -9), "#b4c4c6", 3)


def glass(pen: Pen) -> None:
    """A glass of water, 70 high."""
    pen.shape([(-20, -70), (20, -70), (16, 0), (-16, 0)], "#ffffff90")
    pen.shape([(-18, -42), (18, -42), (16, 0), (-16, 0)], "#a9d3dac0")
    pen.oval((0, -42), (18, 5), "#cfe8ecd0")


def microphone(pen: Pen) -> None:
    """Held in a hand: origin at the grip, head 62 above."""
    pen.stroke([(0, 24), (0, -40)], 15, INK)
    pen.oval((0, -54), (17, 21), "#56666b")
    pen.stroke([(-14, -44), (14, -44)], 5, "#9fb0b4")


def table_microphone(pen: Pen) -> None:
    """A gooseneck on the table, bent to the speaker."""
    pen.oval((40, 26), (32, 10), INK)
    pen.bend([(40, 24), (34, -60), (-16, -138)], 6, INK)
    pen.oval((-22, -146), (11, 19), "#56666b", turn=-34)


def seat(pen: Pen) -> None:
    """The back of an armchair behind somebody, 250 wide."""
    pen.box((-128, -20, 128, 300), "#7d5134", 40)
    pen.box((-114, -6, 114, 300), "#94633f", 30)


def chair_back(pen: Pen) -> None:
    """A padded chair from behind, 200 wide."""
    pen.box((-100, -250, 100, 40), "#0a5962", 26)
    pen.box((-86, -236, 86, 40), "#0f7580", 20)


def doll(pen: Pen) -> None:
    """An infant training doll on a mat, head to the left; jointed, so no child is meant."""
    pen.shape([(-330, 14), (300, 14), (340, 62), (-370, 62)], "#2f8189")
    pen.shape([(-370, 62), (340, 62), (340, 76), (-370, 76)], "#1e656c")
    skin, joint = "#ecc7a6", "#c79a76"
    pen.stroke([(70, -8), (150, -30), (214, 10)], 44, shade(skin, -0.1))
    pen.stroke([(70, 18), (160, 10), (236, 36)], 44, skin)
    pen.blob(
        [(-112, -26), (0, -42), (84, -30), (104, 8), (76, 44), (-100, 44), (-128, 10)],
        "#f4f6f4",
    )
    pen.blob([(60, -32), (98, -24), (114, 8), (94, 42), (54, 44)], "#9fcaca")
    pen.stroke([(-90, 20), (-34, 48), (26, 44)], 32, skin)
    for x, y in ((-90, 20), (-34, 48), (84, 16), (160, 10)):
        pen.oval((x, y), (7, 7), joint)
    pen.oval((-190, -10), (68, 60), skin)
    pen.oval((-150, 14), (12, 16), shade(skin, -0.12))
    pen.bend([(-216, -40), (-204, -34), (-192, -40)], 4, INK)
    pen.bend([(-256, -18), (-264, -14), (-258, -8)], 4, joint)
    pen.bend([(-244, 16), (-236, 20), (-228, 14)], 4, "#b5675a")
