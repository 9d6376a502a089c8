"""What people wear on the drawn sample photos."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cast import COAT, SEAM, Person
from easel import Pen, shade
from furniture import PAPER, TEAL

SHORT_SLEEVES: Final = frozenset({"scrubs", "tunic", "shirt", "tee", "frock"})
TROUSERS: Final = {
    "coat": "#38474d", "aodai": "#fdfbf6", "shirt": "#46566b", "tee": "#51617a",
    "sweater": "#4a4f5c",
}  # fmt: skip
"""Whoever is not listed wears trousers of the colour above them."""


def trunk(pen: Pen, fill: str, width: float = 0.0) -> None:
    reach = 104 + width
    pen.blob(
        [
            (-30, -16), (-68, 0), (2 - reach, 34), (-reach, 110), (8 - reach, 220),
            (6 - reach, 352), (reach - 6, 352), (reach - 8, 220), (reach, 110), (reach - 2, 34),
            (68, 0), (30, -16), (0, -6),
        ],
        fill,
    )  # fmt: skip


def _fold(pen: Pen, fill: str) -> None:
    pen.blob([(70, 96), (86, 120), (80, 220), (90, 346), (66, 348), (74, 220)], fill)


def _coat(pen: Pen, who: Person) -> None:
    trunk(pen, shade(COAT, -0.13), 3)
    trunk(pen, COAT)
    _fold(pen, shade(COAT, -0.05))
    pen.shape([(-34, -18), (0, 4), (34, -18), (30, 60), (0, 150), (-30, 60)], who.colour)
    pen.shape([(-25, -34), (25, -34), (26, -16), (0, 20), (-26, -16)], shade(who.skin, -0.1))
    pen.blob([(-20, -52), (20, -52), (14, -24), (-10, -20)], shade(who.skin, -0.2))
    if who.tie:
        _tie(pen, who.tie, 128)
    for side in (pen, pen.flipped()):
        side.shape([(30, -22), (56, 40), (40, 52), (52, 68), (0, 158), (32, 40)], SEAM)
        side.shape([(32, -22), (60, 36), (44, 50), (56, 64), (2, 156), (36, 40)], COAT)
        side.stroke([(40, 252), (78, 246)], 3, SEAM)
    pen.stroke([(0, 158), (0, 346)], 3, SEAM)
    for y in (186, 238, 290):
        pen.oval((9, y), (4, 4), SEAM)
    pen.box((38, 128, 80, 133), SEAM, 2)
    pen.box((42, 110, 48, 132), TEAL, 3)
    pen.box((54, 136, 78, 168), SEAM, 3)
    pen.box((55, 137, 77, 167), "#ffffff", 3)
    pen.box((55, 137, 77, 146), TEAL, 3)
    pen.box((59, 152, 73, 155), SEAM)
    pen.box((59, 159, 69, 162), SEAM)


def stethoscope(pen: Pen) -> None:
    """Around the neck, over the coat."""
    tube = "#27474d"
    pen.bend([(-36, -16), (-62, 46), (-54, 116), (-40, 136)], 6, tube)
    pen.bend([(36, -16), (62, 46), (58, 96), (62, 138)], 6, tube)
    pen.oval((62, 146), (13, 13), tube)
    pen.oval((62, 146), (8, 8), "#b9c9cb")
    pen.bend([(-40, 136), (-52, 152), (-46, 166)], 5, tube)
    pen.bend([(-40, 136), (-24, 150), (-28, 166)], 5, tube)


def _suit(pen: Pen, who: Person) -> None:
    trunk(pen, who.colour)
    _fold(pen, shade(who.colour, -0.1))
    pen.shape([(-34, -18), (0, -6), (34, -18), (30, 70), (0, 190), (-30, 70)], "#fbfbf8")
    pen.shape([(-25, -34), (25, -34), (0, 6)], shade(who.skin, -0.1))
    pen.blob([(-20, -52), (20, -52), (14, -24), (-10, -20)], shade(who.skin, -0.2))
    if who.tie:
        _tie(pen, who.tie, 168)
    for side in (pen, pen.flipped()):
        side.shape([(22, -26), (38, -16), (22, 22), (0, 4)], "#fbfbf8")
        side.shape([(34, -20), (66, 52), (46, 66), (58, 84), (0, 200), (30, 74)],
                   shade(who.colour, 0.12))  # fmt: skip
        side.stroke([(42, 262), (80, 256)], 3, shade(who.colour, -0.25))
    pen.oval((6, 226), (5, 5), shade(who.colour, -0.35))
    pen.oval((6, 276), (5, 5), shade(who.colour, -0.35))
    pen.shape([(44, 118), (72, 111), (75, 123), (46, 129)], "#fbfbf8")


def _tie(pen: Pen, colour: str, length: float) -> None:
    pen.shape([(-11, 0), (11, 0), (8, 24), (-8, 24)], shade(colour, -0.15))
    pen.shape([(-8, 24), (8, 24), (15, length - 22), (0, length), (-15, length - 22)], colour)


def _aodai(pen: Pen, who: Person) -> None:
    trunk(pen, who.colour, -6)
    _fold(pen, shade(who.colour, -0.08))
    pen.box((-29, -38, 29, 0), who.colour, 9)
    pen.stroke([(-20, -32), (20, -32)], 4, shade(who.colour, 0.35))
    pen.bend([(14, 0), (46, 36), (76, 92)], 3, shade(who.colour, -0.22))
    pale = shade(who.colour, 0.55)
    for x, y, size in (
        (-36, 96, 1.0),
        (-8, 142, 0.8),
        (-38, 192, 1.1),
        (-4, 240, 0.9),
        (-34, 290, 1),
    ):
        _blossom(pen.moved(x, y, size), pale, "#f2c879")


def _blossom(pen: Pen, petals: str, heart: str) -> None:
    for x, y in ((0, -12), (11, -4), (7, 10), (-7, 10), (-11, -4)):
        pen.oval((x, y), (8, 8), petals)
    pen.oval((0, 0), (5, 5), heart)


def _scrubs(pen: Pen, who: Person) -> None:
    trunk(pen, who.colour)
    _fold(pen, shade(who.colour, -0.07))
    pen.shape([(-34, -20), (34, -20), (0, 62)], shade(who.colour, -0.22))
    pen.shape([(-26, -20), (26, -20), (0, 48)], shade(who.skin, -0.04))
    pen.box((26, 116, 80, 176), shade(who.colour, -0.12), 6)
    pen.box((28, 112, 78, 172), shade(who.colour, 0.06), 6)
    pen.box((44, 98, 50, 126), "#f4f4f0", 3)


def _tunic(pen: Pen, who: Person) -> None:
    trunk(pen, who.colour)
    _fold(pen, shade(who.colour, -0.06))
    _collar(pen, who, "#fbfbf8")
    pen.stroke([(0, 44), (0, 346)], 3, shade(who.colour, -0.18))
    for y in (86, 136, 186, 236, 286):
        pen.oval((10, y), (5, 5), "#fbfbf8")
    pen.box((36, 104, 82, 150), shade(who.colour, -0.1), 5)
    pen.box((44, 86, 49, 112), TEAL, 2)
    pen.box((-78, 104, -42, 126), "#fbfbf8", 3)
    pen.box((-78, 104, -42, 111), TEAL, 2)


def _shirt(pen: Pen, who: Person) -> None:
    trunk(pen, who.colour)
    _fold(pen, shade(who.colour, -0.06))
    _collar(pen, who, shade(who.colour, 0.3))
    pen.stroke([(0, 44), (0, 346)], 3, shade(who.colour, -0.16))
    pen.box((34, 100, 78, 150), shade(who.colour, -0.06), 4)


def _collar(pen: Pen, who: Person, colour: str) -> None:
    pen.shape([(-26, -30), (26, -30), (0, 44)], shade(who.skin, -0.06))
    for side in (pen, pen.flipped()):
        side.shape([(22, -30), (40, -16), (34, 34), (0, 46)], colour)


def _tee(pen: Pen, who: Person) -> None:
    trunk(pen, who.colour)
    _fold(pen, shade(who.colour, -0.06))
    _round_neck(pen, who, shade(who.colour, -0.1))
    pen.moved(-2, 128).blob(
        [(0, 40), (-42, 0), (-26, -32), (0, -14), (26, -32), (42, 0)], PAPER
    )


def _sweater(pen: Pen, who: Person) -> None:
    trunk(pen, who.colour, 2)
    _fold(pen, shade(who.colour, -0.08))
    for y in (112, 140):
        pen.stroke([(-88, y), (88, y)], 9, shade(who.colour, 0.34))
    pen.box((-34, -40, 34, 6), shade(who.colour, -0.1), 14)
    for x in (-18, 0, 18):
        pen.stroke([(x, -30), (x, -2)], 3, shade(who.colour, -0.2))


def _frock(pen: Pen, who: Person) -> None:
    trunk(pen, who.colour, -4)
    pen.shape([(-92, 200), (92, 200), (124, 352), (-124, 352)], who.colour)
    _round_neck(pen, who, PAPER)
    pen.box((-92, 186, 92, 208), shade(who.colour, -0.18), 5)
    for x, y in ((-50, 110), (0, 140), (50, 110), (-60, 260), (0, 290), (60, 260)):
        pen.oval((x, y), (11, 11), shade(who.colour, 0.5))


def _round_neck(pen: Pen, who: Person, colour: str) -> None:
    pen.oval((0, -9), (44, 31), colour)
    pen.oval((0, -14), (36, 26), shade(who.skin, -0.06))


CLOTHES: Final[dict[str, Callable[[Pen, Person], None]]] = {
    "coat": _coat,
    "suit": _suit,
    "aodai": _aodai,
    "scrubs": _scrubs,
    "tunic": _tunic,
    "shirt": _shirt,
    "tee": _tee,
    "sweater": _sweater,
    "frock": _frock,
}
