"""What people do besides standing: they sit, hold children, stand in rows, raise hands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cast import COAT, Person
from easel import Easel, Pen, shade
from figures import FOLDED, HANGING, Arm, arm, person, standing, trousers

RAISED: Final = Arm((146, -36), (128, -150))
WAVING: Final = Arm((150, 10), (190, -104))
LAP: Final = Arm((126, 176), (58, 296))
HOLDING: Final = Arm((124, 150), (60, 168))
"""Both hands before the chest: a paper, a bunch of flowers, a cup."""
OFFERING: Final = Arm((132, 130), (176, 196))
REACHING: Final = Arm((150, 118), (236, 132))
CHILD: Final = 0.6
"""How large a child of six is beside a grown-up."""


def seated(pen: Pen, who: Person, left: Arm = LAP, right: Arm = LAP, **face: float) -> None:
    """Somebody on a chair, seen from the front; the soles lie at 590."""
    _shins(pen, who)
    person(pen, who, left, right, **face)
    _thighs(pen, who)
    arm(pen.flipped(), who, left)
    arm(pen, who, right)


def _shins(pen: Pen, who: Person) -> None:
    legs = shade(trousers(who), -0.03)
    pen.glow((0, 590), (170, 30), "#3a2a1e", 0.5)
    for side in (pen, pen.flipped()):
        side.shape([(13, 372), (107, 372), (90, 572), (34, 572)], legs)
        side.blob([(28, 566), (90, 566), (98, 592), (20, 592)], "#2b2422")


def _thighs(pen: Pen, who: Person) -> None:
    legs = trousers(who)
    cloth = {"coat": COAT, "aodai": who.colour, "frock": who.colour}.get(who.wear, legs)
    for side in (pen, pen.flipped()):
        side.blob([(2, 300), (98, 296), (111, 346), (110, 396), (60, 412), (8, 396)], cloth)
        side.bend([(14, 400), (60, 411), (104, 400)], 4, shade(cloth, -0.16))
    pen.stroke([(0, 330), (0, 398)], 5, shade(cloth, -0.2))
    pen.box((-94, 290, 94, 318), cloth, 12)


def on_the_lap(pen: Pen, grown_up: Person, child: Person, **face: float) -> Pen:
    """A seated grown-up with a child on their knees.

    Returns:
        The child's pen, for what is done to the child.
    """
    seated(pen, grown_up, LAP, LAP, turn=6, tilt=5)
    small, way = pen.moved(6, 148, CHILD), Arm((108, 160), (60, 262))
    seated(small, child, way, way, **face)
    arm(pen.flipped(), grown_up, Arm((128, 190), (22, 296)))
    for side in (small, small.flipped()):
        arm(side, child, way)
    return small


def row(
    easel: Easel,
    people: Sequence[Person],
    line: tuple[float, float, float],
    scale: float,
    second: Arm = FOLDED,
) -> None:
    """People side by side from head to foot, facing the middle a little.

    Args:
        easel: Where.
        people: From left to right; children are smaller.
        line: The first neck's x, the last one's x, their y (px).
        scale: Of the grown-ups.
        second: What every second one does with the arms; the others let them hang. In a back
            row hanging arms keep hands away from the faces in front.
    """
    left, right, y = line
    step = (right - left) / max(1, len(people) - 1)
    for number, who in enumerate(people):
        inward = (len(people) / 2 - number - 0.5) * 1.2
        way = second if number % 2 or who.wear in {"aodai", "suit"} else HANGING
        size = scale * (CHILD if who.child else 1 + 0.02 * (number * 2 % 3 - 1))
        neck = easel.pen(left + number * step, y + 612 * (scale - size), size)
        standing(neck, who, way, way, turn=inward, tilt=inward * 0.3)
