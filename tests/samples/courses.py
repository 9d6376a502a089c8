"""Courses: the nurses' congress of October 2025, first aid for children in March 2024."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import clinic
import furniture as room
import signs
import things
from cast import (
    BROTHER,
    COACH,
    FELLOW,
    INK,
    MATRON,
    NURSE,
    PAEDIATRICIAN,
    REGISTRAR,
    SURGEON,
    TEACHER,
    THEATRE,
    YOUNG,
    Person,
)
from clothes import stethoscope
from easel import Easel, Pen, shade
from figures import (
    FOLDED,
    HANGING,
    OPEN,
    POINTING,
    PRESSING,
    RESTING,
    arm,
    person,
    standing,
)
from poses import HOLDING, RAISED, row

VIOLET: Final = "#6b5b95"


def research_poster() -> Easel:
    """A nurse explains her study; two colleagues listen."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 820, "#ece6f0", 320)
    room.floor(easel, 820, "#b2865c", "#d6b48e")
    room.window(easel.pen(1380, 540), 300, 420)
    easel.glow((1300, 560), (560, 560), "#fff7e2", 0.4)
    things.plant(easel.pen(1550, 900, 0.9))
    signs.ribbon(easel.pen(480, 46, 0.9), 860, "HỘI NGHỊ ĐIỀU DƯỠNG 2025", VIOLET)
    _study(easel.pen(480, 870))
    nurse = easel.pen(930, 400, 1.08)
    standing(nurse, NURSE, POINTING, HANGING, turn=-6, tilt=-3, speaks=1)
    standing(easel.pen(1210, 440, 1.0), BROTHER, FOLDED, FOLDED, turn=-10, tilt=-4)
    doctor = easel.pen(1430, 470, 1.0)
    standing(doctor, FELLOW, HOLDING, HANGING, turn=-10, tilt=3)
    return easel


def _study(pen: Pen) -> None:
    for x in (-250, 250):
        pen.stroke([(x, -100), (x * 1.12, 100)], 14, room.DARK_WOOD)
    pen.box((-292, -690, 308, 6), "#00202428", 8)
    pen.box((-300, -700, 300, -4), room.PAPER, 8)
    pen.box((-300, -700, 300, -590), VIOLET, 8)
    pen.words("GIẢM ĐAU KHI LẤY MÁU", (0, -648), 42, room.PAPER)
    pen.words("Nghiên cứu trên 120 trẻ", (0, -606), 27, shade(VIOLET, 0.75))
    for number, (name, x) in enumerate((("Mục tiêu", -150), ("Kết quả", 150))):
        pen.words(name, (x, -540), 30, VIOLET)
        for line in range(4):
            end = (110, 90, 118, 60)[(line + number) % 4]
            pen.box((x - 118, -514 + line * 30, x + end, -502 + line * 30), "#d3d9dd", 5)
    _pie(pen.moved(-150, -240))
    for number, share in enumerate((150, 104, 62)):
        x = 66 + number * 80
        colour = (room.CORAL, room.GOLD, room.TEAL)[number]
        pen.box((x, -130 - share, x + 54, -130), colour, 6)
        pen.words(("0", "10", "20")[number], (x + 27, -96), 24, INK)
    pen.words("phút sau tiêm", (150, -58), 24, INK)
    pen.stroke([(46, -130), (260, -130)], 4, "#8aa0a3")


def _pie(pen: Pen) -> None:
    pen.oval((0, 0), (104, 104), shade(room.TEAL, 0.55))
    turns = [math.tau * (step / 40 * 0.68 - 0.25) for step in range(41)]
    arc = [(104 * math.cos(turn), 104 * math.sin(turn)) for turn in turns]
    pen.shape([(0, 0), *arc], room.TEAL)
    pen.oval((0, 0), (50, 50), room.PAPER)
    pen.words("68%", (0, 14), 38, room.TEAL)
    pen.words("hài lòng", (0, 158), 26, INK)


def raised_hands() -> Easel:
    """Who has tried it? Nearly everybody."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 1067, "#e8e2ee", 320)
    room.curtain(easel, 520, 1080, 700, "#8d7fb0")
    for x in (230, 1370):
        room.window(easel.pen(x, 350), 280, 300)
    easel.glow((800, 300), (800, 460), "#fff6dc", 0.35)
    back = (THEATRE, REGISTRAR, TEACHER, BROTHER, PAEDIATRICIAN, YOUNG)
    for number, who in enumerate(back):
        _listener(easel.pen(160 + number * 256, 480, 0.78), who, number % 3 != 1)
    for x in range(40, 1600, 256):
        things.chair_back(easel.pen(x - 8, 820, 1.0))
    front = (NURSE, SURGEON, MATRON, FELLOW, replace(BROTHER, glasses=False))
    for number, who in enumerate(front):
        _listener(easel.pen(190 + number * 305, 720, 1.05), who, number % 3 != 2)
    return easel


def _listener(pen: Pen, who: Person, keen: bool) -> None:
    person(pen, who, RESTING, RAISED if keen else RESTING, turn=4, tilt=-3, speaks=int(keen))


def pressing_the_chest() -> Easel:
    """2024: two at the doll, the instructor counts."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 1067, "#e6efe4", 400)
    room.curtain(easel, 0, 210, 900, "#7a9a72")
    room.window(easel.pen(1300, 430), 380, 330)
    signs.placard(easel.pen(450, 40, 0.95), 480, ("TẬP HUẤN", "CẤP CỨU NHI 2024"), room.CORAL)
    easel.glow((1200, 420), (640, 520), "#fff7e2", 0.5)
    coach = easel.pen(1210, 400, 1.12)
    person(coach, COACH, OPEN, FOLDED, turn=-9, tilt=-4, speaks=1)
    stethoscope(coach)
    person(easel.pen(300, 500, 1.05), THEATRE, FOLDED, FOLDED, turn=9, tilt=6)
    trainee = easel.pen(760, 420, 1.25)
    person(trainee, SURGEON, PRESSING, PRESSING, turn=-4, tilt=-4)
    room.table(easel, 770, 140, "#eef3f1")
    clinic.child_manikin(easel.pen(808, 800, 1.05))
    for side in (trainee, trainee.flipped()):
        arm(side, SURGEON, PRESSING)
    clinic.first_aid_bag(easel.pen(1390, 880))
    return easel


def course_in_a_row() -> Easel:
    """2024: instructors in white, those who learnt in colours."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 780, "#efe4d3", 267)
    for x in (120, 1480):
        room.curtain(easel, x - 120, x + 120, 764, "#c98a6b")
    room.floor(easel, 780, "#a9774c", "#cfa67b")
    signs.ribbon(easel.pen(800, 80), 1040, "TẬP HUẤN CẤP CỨU NHI 2024", room.CORAL)
    room.lamp(easel, 800, 22, 240)
    easel.glow((800, 520), (760, 460), "#fff2d6", 0.35)
    for x in (70, 1530):
        things.plant(easel.pen(x, 850, 0.9))
    row(easel, (THEATRE, COACH, NURSE, TEACHER, SURGEON, YOUNG, MATRON),
        (200, 1400, 430), 0.86)  # fmt: skip
    return easel


PHOTOS_NURSES: Final[tuple[Callable[[], Easel], ...]] = (research_poster, raised_hands)
PHOTOS_FIRST_AID: Final[tuple[Callable[[], Easel], ...]] = (pressing_the_chest, course_in_a_row)
