"""People for the drawn sample photos: simple, rounded, nobody in particular."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from cast import COAT, INK, SEAM, Person
from clothes import CLOTHES, SHORT_SLEEVES, TROUSERS, trunk
from easel import Easel, Pen, Point, shade
from furniture import TEAL
from hair import HAIRCUTS, hair_behind

HEAD: Final = 1.1
"""How much larger a head is drawn than nature would have it."""
CHILD_HEAD: Final = 1.55


class Arm(NamedTuple):
    """Where an arm goes; x counts outwards from the middle."""

    elbow: Point
    hand: Point


HANGING: Final = Arm((116, 172), (108, 282))
RESTING: Final = Arm((128, 166), (70, 226))
GRIPPING: Final = Arm((132, 116), (112, 178))
FOLDED: Final = Arm((118, 168), (30, 232))
POINTING: Final = Arm((146, 96), (214, 8))
OPEN: Final = Arm((150, 150), (196, 92))
PRESSING: Final = Arm((112, 186), (26, 288))
TALKING: Final = Arm((126, 142), (34, 44))


def person(
    pen: Pen, who: Person, left: Arm = HANGING, right: Arm = HANGING, **face: float
) -> None:
    """Somebody from the hips up, seen from the front.

    Args:
        pen: At the base of the neck.
        who: How they look.
        left: The arm on the picture's left.
        right: The arm on the picture's right.
        face: ``turn``, units the face looks to the right; ``speaks``, 1 with an open mouth;
            ``tilt``, degrees the head leans to the right.
    """
    above = head_pen(pen, who, face.pop("tilt", 0.0))
    hair_behind(above, who)
    torso(pen, who)
    arm(pen.flipped(), who, left)
    arm(pen, who, right)
    head(above, who, **face)


def head_pen(pen: Pen, who: Person, tilt: float = 0.0) -> Pen:
    """For what belongs to the head of the one whose neck ``pen`` stands at."""
    if who.child:
        return pen.moved(0, 22, CHILD_HEAD).leaning(tilt)
    return pen.moved(0, 4, HEAD).leaning(tilt)


def standing(pen: Pen, who: Person, left: Arm, right: Arm, **face: float) -> None:
    """Somebody from head to foot, as ``person``; the soles lie at 612."""
    cloth = COAT if who.wear == "coat" else who.colour
    legs = trousers(who)
    pen.glow((0, 612), (170, 32), "#3a2a1e", 0.6)
    for side in (pen, pen.flipped()):
        side.shape([(3, 320), (94, 320), (78, 590), (22, 590)], legs)
        side.shape([(3, 320), (14, 320), (30, 590), (22, 590)], shade(legs, -0.12))
        side.blob([(16, 588), (82, 586), (92, 612), (10, 612)], "#2b2422")
    foot = {"coat": 440, "aodai": 545}.get(who.wear, 0)
    if foot:
        pen.shape([(-108, 316), (108, 316), (115, foot), (-115, foot)], shade(cloth, -0.13))
    person(pen, who, left, right, **face)
    if foot:
        pen.shape([(-107, 320), (107, 320), (112, foot), (-112, foot)], cloth)
        pen.shape([(66, 318), (90, 318), (97, foot), (70, foot)], shade(cloth, -0.05))
        pen.stroke(
            [(0, 310), (0, foot - 2)], 3, SEAM if who.wear == "coat" else shade(cloth, -0.15)
        )


def trousers(who: Person) -> str:
    """The colour of the legs, bare below a frock."""
    return who.skin if who.wear == "frock" else TROUSERS.get(who.wear, who.colour)


def arm(pen: Pen, who: Person, way: Arm) -> None:
    """A sleeve and a hand, on the side to which the pen's x grows."""
    cloth = COAT if who.wear == "coat" else who.colour
    shoulder = (80, 44)
    hand, elbow = way.hand, way.elbow
    length = math.dist(elbow, hand)
    along = ((hand[0] - elbow[0]) / length, (hand[1] - elbow[1]) / length)
    wrist = (hand[0] - along[0] * 38, hand[1] - along[1] * 38)
    bare = who.wear in SHORT_SLEEVES
    _hand(pen, hand, along, who.skin)
    pen.stroke([wrist, hand], 27, who.skin)
    edge = shade(cloth, -0.16)
    middle = ((elbow[0] + shoulder[0]) / 2, (elbow[1] + shoulder[1]) / 2)
    if bare:
        pen.stroke([middle, elbow, hand], 32, who.skin)
    sleeve = [shoulder, middle] if bare else [shoulder, elbow, wrist]
    pen.stroke(sleeve, 54, edge)
    pen.stroke(sleeve, 48, cloth)
    pen.oval((shoulder[0] - 4, shoulder[1] + 4), (32, 32), cloth)


def _hand(pen: Pen, middle: Point, along: Point, skin: str) -> None:
    turn = math.degrees(math.atan2(along[1], along[0]))
    pen.oval((middle[0] + along[0] * 6, middle[1] + along[1] * 6), (27, 18), skin, turn=turn)
    inward = -1 if along[1] > 0 else 1
    across = (inward * along[1], -inward * along[0])
    tip = (
        middle[0] + along[0] * 10 + across[0] * 22,
        middle[1] + along[1] * 10 + across[1] * 22,
    )
    pen.stroke([middle, tip], 13, skin)


def fingers(pen: Pen, who: Person, *, across: bool = False) -> None:
    """Four fingers over an edge, or ``across`` what a hand holds."""
    for place in (-18, -6, 6, 18):
        end = (13, place + 1) if across else (place, 14)
        start = (-13, place) if across else (place, -10)
        pen.stroke([start, end], 12, shade(who.skin, -0.08))
        pen.stroke([start, end], 10, who.skin)


def torso(pen: Pen, who: Person) -> None:
    """Neck, shoulders and what is worn."""
    pen.box((-24, -76, 24, 24), shade(who.skin, -0.1), 16)
    pen.blob([(-20, -52), (20, -52), (14, -30), (-10, -26)], shade(who.skin, -0.2))
    CLOTHES[who.wear](pen, who)


def head(pen: Pen, who: Person, turn: float = 0.0, speaks: float = 0.0) -> None:
    """Face and hair over the neck; ``turn`` moves the features to the side."""
    skin = who.skin
    for side in (-1, 1):
        pen.oval((side * 47 - turn * 0.3, -94), (10, 15), shade(skin, -0.08))
    pen.blob(
        [(0, -156), (34, -146), (48, -112), (45, -78), (27, -48), (0, -36),
         (-27, -48), (-45, -78), (-48, -112), (-34, -146)],
        skin,
    )  # fmt: skip
    _features(pen.moved(turn, 0), who, speaks)
    HAIRCUTS[who.cut](pen, who.hair, turn)


def _features(pen: Pen, who: Person, speaks: float) -> None:
    for side in (pen, pen.flipped()):
        side.oval((26, -72), (10, 7), "#d8735b40")
        side.oval((18, -94), (4.4, 5.6), INK)
        side.oval((19.6, -96), (1.4, 1.6), "#ffffff")
        side.bend([(10, -113), (19, -116), (29, -112)], 3.2, shade(who.hair, 0.1))
        if who.glasses:
            _lens(side)
    if who.glasses:
        pen.stroke([(-5, -95), (5, -95)], 2.4, INK)
    if who.mask:
        _mask(pen)
        return
    pen.bend([(1, -88), (5, -76), (-2, -75)], 2.8, shade(who.skin, -0.24))
    if speaks:
        pen.blob([(-12, -62), (0, -64), (12, -62), (7, -51), (-7, -51)], "#8c3f3a")
        pen.blob([(-8, -62), (8, -62), (6, -59), (-6, -59)], "#ffffff")
    else:
        pen.bend([(-12, -61), (0, -55), (12, -61)], 3.4, "#9c4b42")


def _mask(pen: Pen) -> None:
    for side in (pen, pen.flipped()):
        side.stroke([(36, -74), (47, -92)], 2.4, "#8fb3c4")
    outline = [(-40, -78), (0, -86), (40, -78), (38, -54), (20, -36), (-20, -36), (-38, -54)]
    pen.blob(outline, "#cfe4ee")
    for y in (-68, -58, -48):
        pen.stroke([(-24, y), (24, y)], 1.8, "#a9c9d8")


def _lens(pen: Pen) -> None:
    pen.oval((19, -94), (14, 13), "#ffffff50")
    turns = [math.tau * step / 24 for step in range(25)]
    rim = [(19 + 14.5 * math.cos(turn), -94 + 13 * math.sin(turn)) for turn in turns]
    pen.stroke(rim, 2.4, INK)
    pen.stroke([(33, -97), (44, -99)], 2.4, INK)


def seen_from_behind(pen: Pen, who: Person) -> None:
    """A listener in front of the one who looks."""
    cloth = COAT if who.wear == "coat" else who.colour
    for side in (pen, pen.flipped()):
        arm(side, who, HANGING)
    trunk(pen, shade(cloth, -0.16), 3)
    trunk(pen, shade(cloth, -0.04))
    pen.box((-25, -70, 25, 10), shade(who.skin, -0.12), 18)
    pen.blob(
        [(-44, -12), (0, -26), (44, -12), (56, 14), (0, 26), (-56, 14)], shade(cloth, -0.12)
    )
    above = pen.moved(0, 4, HEAD)
    for side in (above, above.flipped()):
        side.oval((48, -94), (9, 15), shade(who.skin, -0.08))
    lower = {"bob": -26.0, "long": 60.0}.get(who.cut, -56.0)
    above.blob(
        [(0, -176), (38, -164), (55, -126), (51, lower - 34), (30, lower), (0, lower + 5),
         (-30, lower), (-51, lower - 34), (-55, -126), (-38, -164)],
        who.hair,
    )  # fmt: skip
    if who.cut == "bun":
        above.oval((0, -176), (30, 27), shade(who.hair, 0.12))
        above.bend([(-24, -162), (0, -154), (24, -162)], 5, TEAL)
    elif who.cut == "tail":
        above.blob(
            [(0, -140), (22, -116), (20, -30), (6, 44), (-12, 40), (-20, -40), (-22, -116)],
            shade(who.hair, 0.14),
        )
    above.bend([(-34, -140), (-8, -158), (22, -156)], 3, shade(who.hair, 0.2))


def audience(
    easel: Easel, places: Sequence[tuple[float, float]], scale: float, first: int = 0
) -> None:
    """Listeners from behind, at the necks' places (px); ``first`` of seven looks begins."""
    looks = (
        Person(cut="short"),
        Person(cut="bun", wear="suit", colour="#8a6f7e", hair="#3b2a24"),
        Person(cut="short", wear="suit", colour="#44586a", hair="#4b4644"),
        Person(cut="tail", hair="#2f2522"),
        Person(cut="bob", wear="suit", colour="#7f9a6b"),
        Person(cut="short", wear="scrubs", colour="#5fa3a3", hair="#241f1e"),
        Person(cut="long", hair="#3a2a22"),
    )
    for number, (x, y) in enumerate(places):
        seen_from_behind(easel.pen(x, y, scale), looks[(first + number) % len(looks)])
