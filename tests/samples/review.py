"""The scenes of 2019: a half-year is looked back on, and a class is held."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import furniture as room
import things
from cast import COACH, HOST, Person
from clothes import stethoscope
from easel import Easel
from figures import GRIPPING, OPEN, PRESSING, arm, audience, fingers, person


def head_of_line_speaks() -> Easel:
    """2019: a smaller room, wood and green."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 780, "#f0e5d2", 320)
    room.curtain(easel, 0, 330, 764, "#7a9a72")
    room.backdrop(easel.pen(1010, 600), 900, 480, "#3d6f93")
    room.floor(easel, 780, "#9c6c45", "#bb8c60")
    for x in (500, 1100):
        room.lamp(easel, x, 20, 210)
    room.pennants(easel.pen(330, 40), 1270)
    things.plant(easel.pen(180, 860, 1.1))
    easel.glow((640, 430), (340, 420), "#fff2d6", 0.35)
    person(easel.pen(650, 410, 1.1), HOST, OPEN, GRIPPING, turn=6, speaks=1)
    things.podium(easel.pen(650, 965, 1.1), "#a8703f")
    fingers(easel.pen(773, 608, 1.1), HOST)
    things.bouquet(easel.pen(1010, 850, 1.2))
    audience(easel, [(120, 1030), (370, 1050), (930, 1045), (1180, 1025), (1440, 1045)], 0.95)
    return easel


def practice_on_a_model() -> Easel:
    """2019: two fingers on the chest of a training doll, others watch."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 1067, "#dbe7e3", 230)
    room.window(easel.pen(300, 420), 330, 330)
    room.curtain(easel, 1330, 1600, 900, "#7a9a72")
    room.poster(easel.pen(985, 64, 0.8))
    easel.glow((500, 380), (560, 480), "#fff7e2", 0.45)
    watchers = (
        ((250, 480), Person(cut="tail", skin="#f2caa6", wear="scrubs", colour="#6e98b8")),
        ((520, 450), Person(cut="parted", skin="#edc09a", colour="#7fb0b5")),
        ((1120, 450), Person(cut="bob", skin="#edbf98", colour="#c9a25e")),
        (
            (1390, 480),
            Person(cut="short", glasses=True, skin="#e2ad84", wear="scrubs", colour="#5fa3a3"),
        ),
    )
    for (x, y), who in watchers:
        person(easel.pen(x, y, 1.05), who, turn=10 if x < 800 else -10)
    coach = easel.pen(820, 430, 1.25)
    person(coach, COACH, PRESSING, PRESSING, turn=-4, speaks=1)
    room.table(easel, 760, 140, "#eef3f1")
    things.doll(easel.pen(832, 826, 0.95))
    for side in (coach, coach.flipped()):
        arm(side, COACH, PRESSING)
    stethoscope(coach)
    return easel


PHOTOS: Final[tuple[Callable[[], Easel], ...]] = (head_of_line_speaks, practice_on_a_model)
