"""The scenes of 2026: two institutions agree to train together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import furniture as room
import things
from cast import DEPUTY, DIRECTOR, LEADER, TEACHER, YOUNG, Person
from clothes import stethoscope
from easel import Easel
from figures import (
    FOLDED,
    GRIPPING,
    HANGING,
    OPEN,
    POINTING,
    RESTING,
    TALKING,
    arm,
    audience,
    fingers,
    person,
    standing,
)


def director_speaks() -> Easel:
    """At the desk on the stage of a hall."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 760, "#e9dfd0", 190)
    for x in (120, 1480):
        room.slats(easel.pen(x, 744), 210, 744)
    room.backdrop(easel.pen(800, 640), 1050, 560)
    room.floor(easel, 760, "#a9774c", "#c79a6d")
    for x in (330, 800, 1270):
        room.lamp(easel, x, 20, 190)
    things.plant(easel.pen(1290, 850, 1.05))
    easel.glow((520, 420), (330, 380), "#fff2d6", 0.32)
    person(easel.pen(520, 400, 1.05), DIRECTOR, GRIPPING, OPEN, turn=7, speaks=1)
    things.podium(easel.pen(520, 930, 1.05))
    fingers(easel.pen(402, 590, 1.05), DIRECTOR)
    things.bouquet(easel.pen(830, 880, 1.15))
    places = [(70, 1010), (300, 1030), (720, 1035), (960, 1020), (1190, 1040), (1430, 1015)]
    audience(easel, places, 0.92)
    return easel


def deputy_speaks() -> Easel:
    """Upright: a speaker before a curtain, daylight from the side."""
    easel = Easel(1200, 1600, room.CREAM)
    room.panels(easel, 1230, "#dfe9e6", 240)
    room.window(easel.pen(985, 760), 300, 560)
    room.curtain(easel, 0, 560, 1214, "#3f8d93")
    room.floor(easel, 1230, "#b98b60", "#d3ad83")
    easel.glow((900, 700), (560, 700), "#fff6dc", 0.4)
    room.lamp(easel, 560, 24, 260)
    things.plant(easel.pen(1030, 1290, 1.15))
    person(easel.pen(500, 640, 1.45), DEPUTY, GRIPPING, OPEN, turn=8, speaks=1)
    things.podium(easel.pen(500, 1370, 1.45), "#c08c5e")
    fingers(easel.pen(338, 900, 1.45), DEPUTY)
    things.bouquet(easel.pen(820, 1400, 1.3))
    audience(easel, [(140, 1560), (480, 1590), (810, 1575), (1120, 1555)], 1.15)
    return easel


def teaching_with_slides() -> Easel:
    """Beside a projection screen."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 800, "#d9e6e4", 230)
    room.slats(easel.pen(1500, 784), 260, 784)
    room.floor(easel, 800, "#ad7d52", "#cba177")
    things.screen(easel.pen(520, 620), 800, 490)
    for x in (250, 1160):
        room.lamp(easel, x, 20, 200)
    easel.glow((1120, 520), (360, 460), "#fff6e0", 0.35)
    things.plant(easel.pen(1490, 880, 1.05))
    teacher = easel.pen(1130, 440, 1.15)
    standing(teacher, TEACHER, POINTING, HANGING, turn=-8, speaks=1)
    stethoscope(teacher)
    teacher.stroke([(-214, 8), (-330, -58)], 7, "#7a4e30")
    places = [(90, 1000), (330, 1030), (580, 1010), (830, 1035), (1330, 1040)]
    audience(easel, places, 0.95)
    return easel


def teaching_at_the_chart() -> Easel:
    """The same speaker at a sheet of paper, nearer."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 830, "#efe4d3", 260)
    room.window(easel.pen(250, 560), 330, 420)
    room.floor(easel, 830, "#a9774c", "#c79a6d")
    easel.glow((300, 560), (560, 560), "#fff7e2", 0.5)
    room.curtain(easel, 1370, 1600, 814, "#3f8d93")
    things.flip_chart(easel.pen(1110, 980), 560, 560)
    teacher = easel.pen(640, 420, 1.25)
    person(teacher, TEACHER, HANGING, POINTING, turn=9, speaks=0)
    stethoscope(teacher)
    room.table(easel, 860, 70, "#f3efe6")
    for x in (260, 1290):
        things.glass(easel.pen(x, 905))
    things.bouquet(easel.pen(1010, 906, 0.9))
    audience(easel, [(130, 1080), (1440, 1085)], 1.0)
    return easel


def young_doctor_asks() -> Easel:
    """A listener has risen and speaks."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 760, "#d3e3e1", 210)
    for x in (170, 1440):
        room.window(easel.pen(x, 460), 240, 330)
    room.slats(easel.pen(800, 744), 560, 744)
    room.floor(easel, 760, "#ad7d52", "#cba177")
    easel.glow((800, 430), (430, 480), "#fff3da", 0.4)
    rows = (
        ((180, 640), Person(cut="tail", colour="#c9a25e")),
        (
            (430, 620),
            Person(cut="short", skin="#e2ad84", wear="scrubs", colour="#5fa3a3", glasses=True),
        ),
        ((1170, 620), Person(cut="bob", skin="#f2caa6", wear="scrubs", colour="#6e98b8")),
        ((1420, 640), Person(cut="parted", skin="#dda67b", colour="#7fb0b5")),
    )
    for (x, y), who in rows:
        person(easel.pen(x, y, 0.95), who, turn=9 if x < 800 else -9)
    speaker = easel.pen(800, 400, 1.3)
    standing(speaker, YOUNG, OPEN, TALKING, turn=-5, speaks=1)
    stethoscope(speaker)
    arm(speaker, YOUNG, TALKING)
    things.microphone(speaker.moved(32, 26, 1.1))
    fingers(speaker.moved(34, 40), YOUNG, across=True)
    for x in (60, 310, 560, 1040, 1290, 1540):
        things.chair_back(easel.pen(x, 1067, 1.1))
    audience(easel, [(170, 1050), (440, 1075), (1160, 1080), (1430, 1050)], 1.05)
    return easel


def leaders_at_the_table() -> Easel:
    """Five heads of departments behind name plates; one speaks."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 1067, "#e4dccd", 200)
    room.backdrop(easel.pen(800, 640), 1180, 570, "#2b7f86")
    for x in (60, 1540):
        room.curtain(easel, max(0, x - 110), min(1600, x + 110), 900, "#3f8d93")
    for x in (300, 800, 1300):
        room.lamp(easel, x, 16, 170)
    people = (
        Person(cut="bob", colour="#c9836f", glasses=True),
        Person(
            cut="parted",
            skin="#dfaa80",
            hair="#7a7674",
            wear="suit",
            colour="#46535e",
            tie="#5d8a66",
        ),
        LEADER,
        Person(cut="long", skin="#f2caa6", wear="aodai", colour="#a34f62"),
        Person(cut="short", skin="#e6b48b", colour="#7fb0b5", tie="#2d5c73", glasses=True),
    )
    for number, who in enumerate(people):
        x = 190 + number * 305
        speaking = number == 2
        things.seat(easel.pen(x, 600))
        person(easel.pen(x, 570 if speaking else 592, 1.02), who, RESTING, RESTING,
               turn=(2 - number) * 5, speaks=int(speaking))  # fmt: skip
    room.table(easel, 805, 120)
    for number in range(5):
        x = 190 + number * 305
        things.name_plate(easel.pen(x, 892, 1.05))
        things.glass(easel.pen(x + 138, 886, 0.95))
    things.table_microphone(easel.pen(722, 850, 1.1, mirror=True))
    return easel


def group_photo() -> Easel:
    """Two rows under a banner, wide."""
    easel = Easel(2000, 900, room.CREAM)
    room.panels(easel, 660, "#e6ece8", 200)
    for left in (0, 1840):
        room.curtain(easel, left, left + 160, 644, "#3f8d93")
    room.banner(easel.pen(1000, 40), 1420, 150)
    room.floor(easel, 660, "#b2865c", "#d0a980")
    for x in (180, 1820):
        things.plant(easel.pen(x, 700, 0.8))
    back = (
        Person(cut="short"),
        Person(cut="bob", colour="#c9a25e"),
        Person(cut="parted", skin="#dda67b", glasses=True, tie="#2d5c73"),
        Person(cut="tail", skin="#f2caa6", wear="scrubs", colour="#5fa3a3"),
        Person(cut="short", skin="#e2ad84", colour="#5b93a0"),
        Person(cut="bun", skin="#efc29b", wear="scrubs", colour="#6e98b8"),
        YOUNG,
        Person(cut="long", skin="#edbf98", glasses=True),
        Person(cut="parted", hair="#5c5856", wear="suit", colour="#46535e", tie="#5d8a66"),
    )
    easel.pen(1000, 660).box((-760, -10, 760, 70), "#8f6240", 6)
    for number, who in enumerate(back):
        person(easel.pen(368 + number * 158, 358, 0.62), who, turn=(4 - number) * 1.2)
    front = (
        Person(cut="tail", hair="#2f2522", colour="#7fb0b5"),
        Person(cut="short", skin="#dfaa80", colour="#5b93a0"),
        TEACHER,
        LEADER,
        DEPUTY,
        DIRECTOR,
        Person(cut="long", skin="#f2caa6", wear="aodai", colour="#0a6b75"),
        Person(cut="parted", skin="#e9b98f", colour="#5b93a0", tie="#8a3d34"),
        Person(cut="bob", skin="#e9b98f", colour="#c9a25e"),
        Person(cut="short", skin="#edbf98", wear="scrubs", colour="#5fa3a3", glasses=True),
    )
    for number, who in enumerate(front):
        standing(
            easel.pen(289 + number * 158, 462, 0.66),
            who,
            FOLDED,
            FOLDED,
            turn=(4.5 - number) * 1.2,
        )
    return easel


PHOTOS: Final[tuple[Callable[[], Easel], ...]] = (
    director_speaks,
    deputy_speaks,
    teaching_with_slides,
    teaching_at_the_chart,
    young_doctor_asks,
    leaders_at_the_table,
    group_photo,
)
