"""How people wear their hair on the drawn sample photos."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from cast import Person
from easel import Pen, Point, shade
from furniture import CORAL, TEAL


def _mirrored(points: Sequence[Point]) -> list[Point]:
    return [(-x, y) for x, y in reversed(points[1:])]


def hair_behind(pen: Pen, who: Person) -> None:
    if who.cut == "long":
        outline = [(0, -170), (56, -130), (64, -40), (54, 40)]
        pen.blob([*outline, *_mirrored(outline)], shade(who.hair, -0.25))
    elif who.cut == "bob":
        outline = [(0, -166), (54, -130), (60, -50), (44, -32)]
        pen.blob([*outline, *_mirrored(outline)], shade(who.hair, -0.25))
    elif who.cut == "tail":
        pen.blob(
            [(30, -140), (66, -120), (80, -60), (72, 14), (54, 34), (56, -40), (40, -90)],
            who.hair,
        )


def _short(pen: Pen, colour: str, turn: float) -> None:
    pen.blob(
        [(-50, -94), (-54, -130), (-38, -164), (0, -176), (40, -164), (54, -130), (50, -94),
         (43, -118), (28 + turn, -136), (0 + turn, -130), (-26 + turn, -136), (-43, -118)],
        colour,
    )  # fmt: skip


def _parted(pen: Pen, colour: str, turn: float) -> None:
    pen.blob(
        [(-50, -92), (-56, -130), (-42, -166), (-6, -180), (38, -170), (55, -132), (50, -92),
         (44, -116), (36 + turn * 0.3, -138), (4 + turn, -142), (-24 + turn, -150),
         (-38, -128)],
        colour,
    )  # fmt: skip
    pen.bend([(-26 + turn, -150), (-22 + turn, -164), (-12, -174)], 2.5, shade(colour, 0.22))


def _bob(pen: Pen, colour: str, turn: float) -> None:
    _fringe(pen, colour, turn)
    for side in (pen, pen.flipped()):
        side.blob(
            [(40, -140), (58, -110), (60, -66), (50, -36), (38, -40), (45, -76), (44, -112)],
            colour,
        )


def _long(pen: Pen, colour: str, turn: float) -> None:
    for side in (pen, pen.flipped()):
        side.blob(
            [(0 + 2, -174), (34, -166), (56, -126), (58, -70), (60, -20), (48, 26), (38, 20),
             (47, -40), (46, -100), (34, -132), (2, -152)],
            colour,
        )  # fmt: skip
    pen.blob([(-12, -172), (0, -177), (12, -172), (6 + turn, -148), (0 + turn, -150)], colour)


def _bun(pen: Pen, colour: str, turn: float) -> None:
    pen.oval((-turn * 1.4, -182), (26, 22), shade(colour, 0.07))
    pen.bend([(-22 - turn, -172), (-turn, -167), (22 - turn, -172)], 5, TEAL)
    _swept(pen, colour, turn)


def _tail(pen: Pen, colour: str, turn: float) -> None:
    _swept(pen, colour, turn)
    pen.bend([(-30 + turn, -146), (0, -166), (36, -150)], 2.4, shade(colour, 0.2))


def _swept(pen: Pen, colour: str, turn: float) -> None:
    pen.blob(
        [(-50, -86), (-55, -126), (-40, -162), (0, -174), (40, -162), (55, -126), (50, -86),
         (45, -112), (30 + turn, -138), (0 + turn, -148), (-30 + turn, -138), (-45, -112)],
        colour,
    )  # fmt: skip


def _fringe(pen: Pen, colour: str, turn: float) -> None:
    pen.blob(
        [(-52, -96), (-57, -132), (-38, -168), (0, -178), (38, -168), (57, -132), (52, -96),
         (44, -122), (24 + turn, -128), (0 + turn, -126), (-22 + turn, -130), (-44, -120)],
        colour,
    )  # fmt: skip


def _bunches(pen: Pen, colour: str, turn: float) -> None:
    for side in (pen, pen.flipped()):
        side.oval((66, -104), (22, 32), shade(colour, 0.06), turn=-18)
        side.oval((50, -122), (9, 9), CORAL)
    _fringe(pen, colour, turn)


def _crop(pen: Pen, colour: str, turn: float) -> None:
    pen.blob(
        [(-50, -98), (-53, -134), (-36, -166), (0, -173), (36, -166), (53, -134), (50, -98),
         (46, -120), (36 + turn * 0.2, -143), (14 + turn, -147), (-6 + turn, -140),
         (-24 + turn, -146), (-46, -120)],
        colour,
    )  # fmt: skip


HAIRCUTS: Final[dict[str, Callable[[Pen, str, float], None]]] = {
    "short": _short,
    "parted": _parted,
    "bob": _bob,
    "long": _long,
    "bun": _bun,
    "tail": _tail,
    "bunches": _bunches,
    "crop": _crop,
}
