"""June 2026: the day of blood donation, a morning indoors and in the courtyard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import clinic
import furniture as room
import outdoors
import signs
import things
from cast import (
    BROTHER,
    FELLOW,
    MOTHER,
    NURSE,
    PAEDIATRICIAN,
    REGISTRAR,
    SURGEON,
    UNCLE,
    Person,
)
from easel import Easel, Pen, shade
from figures import FOLDED, HANGING, Arm, arm, fingers, person, seen_from_behind, standing
from poses import HOLDING, RAISED, WAVING, seated

RED: Final = "#c8483f"
VOLUNTEERS: Final = tuple(
    replace(who, wear="tee", colour=RED, glasses=False, tie="")
    for who in (PAEDIATRICIAN, REGISTRAR, FELLOW, SURGEON, NURSE, BROTHER)
)


def donor_in_the_chair() -> Easel:
    """He presses a heart of foam; the nurse looks after the line."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 820, "#e6efe9", 260)
    room.window(easel.pen(250, 560), 320, 400)
    room.floor(easel, 820, "#c29a72", "#dcbd98")
    easel.glow((420, 560), (620, 520), "#fff7e2", 0.45)
    signs.ribbon(easel.pen(960, 22), 760, "NGÀY HỘI HIẾN MÁU", RED)
    things.plant(easel.pen(1490, 880, 1.0))
    donor = easel.pen(640, 410, 1.02)
    clinic.armchair(donor, "#5fa09c")
    seated(donor, UNCLE, Arm((140, 150), (196, 196)), Arm((140, 150), (214, 192)),
           turn=7, tilt=4, speaks=1)  # fmt: skip
    clinic.arm_rests(donor, "#5fa09c")
    for side, reach in ((donor, 214), (donor.flipped(), 196)):
        arm(side, UNCLE, Arm((140, 150), (reach, 192)))
    signs.heart(donor, (-214, 176), 60, RED)
    fingers(donor.moved(-206, 190), UNCLE, across=True)
    donor.bend([(170, 168), (206, 250), (262, 330), (330, 410)], 6, "#a83636")
    donor.box((146, 150, 176, 182), room.PAPER, 6)
    nurse = easel.pen(1080, 330, 1.05).leaning(-3)
    masked = replace(NURSE, mask=True)
    standing(nurse, masked, Arm((160, 140), (232, 196)), HANGING, turn=-9, tilt=-6)
    clinic.desk(easel.pen(1130, 850, 1.0), 420, 260, "#f3efe6")
    clinic.blood_bag(easel.pen(1040, 846, 1.0))
    things.glass(easel.pen(1240, 842))
    clinic.bear(easel.pen(1310, 842, 0.8))
    return easel


def _donors_from_behind(easel: Easel) -> None:
    seen_from_behind(easel.pen(330, 700, 1.15), UNCLE)
    seen_from_behind(easel.pen(1290, 720, 1.15), MOTHER)


def registration_desk() -> Easel:
    """In the courtyard below a tent: two volunteers, two who come to give."""
    easel = Easel(1600, 1067, "#f7f1dd")
    outdoors.sky(easel, 700)
    outdoors.hospital(easel.pen(800, 660), 1240, 400)
    for x in (90, 1530):
        outdoors.tree(easel.pen(x, 720, 0.95))
    outdoors.yard(easel, 690)
    outdoors.awning(easel, 150, RED)
    for x in (26, 1574):
        easel.pen(x, 0).stroke([(0, 120), (0, 960)], 16, "#e7e2d6")
    for x, who, turn in ((620, VOLUNTEERS[0], -7), (980, VOLUNTEERS[1], 6)):
        person(easel.pen(x, 510, 1.0), who, HOLDING, Arm((128, 166), (70, 240)),
               turn=turn, tilt=turn / 2, speaks=1)  # fmt: skip
    clinic.desk(easel.pen(800, 760), 880, 240)
    signs.placard(easel.pen(800, 830, 0.95), 460, ("ĐĂNG KÝ HIẾN MÁU",), RED)
    _papers(easel.pen(620, 748))
    things.bouquet(easel.pen(800, 744, 0.85))
    _papers(easel.pen(990, 748))
    _donors_from_behind(easel)
    return easel


def _papers(pen: Pen) -> None:
    pen.shape([(-70, -14), (54, -14), (70, 8), (-60, 8)], "#ffffff")
    for y in (-8, -2):
        pen.stroke([(-50, y), (30, y)], 2, "#b4c4c6")
    pen.stroke([(58, -30), (34, 2)], 5, room.TEAL)


def volunteers_with_a_heart() -> Easel:
    """Six in red hold one large heart."""
    easel = Easel(1600, 1067, "#f7f1dd")
    outdoors.sky(easel, 640)
    outdoors.hospital(easel.pen(800, 640), 1500, 450)
    outdoors.yard(easel, 660)
    for x in (40, 1570):
        outdoors.tree(easel.pen(x, 700, 1.15))
    outdoors.hedge(easel.pen(180, 680), 260)
    outdoors.hedge(easel.pen(1170, 680), 260)
    holding = Arm((128, 176), (53, 284))
    ways = ((WAVING, HANGING), (FOLDED, RAISED), (holding, HANGING),
            (HANGING, holding), (RAISED, FOLDED), (HANGING, WAVING))  # fmt: skip
    for number, (who, (left, right)) in enumerate(zip(VOLUNTEERS, ways, strict=True)):
        x = (190, 420, 640, 960, 1180, 1410)[number]
        standing(
            easel.pen(x, 470 + (number % 2) * 14, 0.86),
            who,
            left,
            right,
            turn=(2.5 - number) * 2,
            tilt=(2.5 - number) * 1.6,
            speaks=number % 2,
        )
    _large_heart(easel.pen(800, 730), VOLUNTEERS[2:4])
    return easel


def _large_heart(pen: Pen, bearers: tuple[Person, ...]) -> None:
    outline = [(0, 210), (-130, 104), (-212, 6), (-206, -96), (-128, -146), (-46, -118),
               (0, -60), (46, -118), (128, -146), (206, -96), (212, 6), (130, 104)]  # fmt: skip
    pen.moved(8, 12).blob(outline, "#00202430")
    pen.blob(outline, shade(RED, -0.12))
    pen.moved(0, 0, 0.93).blob(outline, RED)
    pen.words("Giọt hồng", (0, -20), 62, room.PAPER)
    pen.words("yêu thương", (0, 52), 58, room.PAPER)
    for x, who in zip((-206, 206), bearers, strict=True):
        fingers(pen.moved(x, -10, 1.1), who, across=True)


PHOTOS: Final[tuple[Callable[[], Easel], ...]] = (
    donor_in_the_chair, registration_desk, volunteers_with_a_heart
)  # fmt: skip
