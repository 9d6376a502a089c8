"""July 2026, first half of the gallery: the hall, those who speak and those who listen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import clinic
import furniture as room
import signs
import things
from cast import (
    BROTHER,
    CHIEF,
    COACH,
    FELLOW,
    GUEST,
    INK,
    MANAGER,
    MATRON,
    OFFICER,
    PAEDIATRICIAN,
    PHYSICIAN,
    REGISTRAR,
    SECRETARY,
    SURGEON,
    TEACHER,
    THEATRE,
    YOUNG,
)
from clothes import stethoscope
from easel import Easel, Pen, shade
from figures import (
    FOLDED,
    GRIPPING,
    HANGING,
    OPEN,
    POINTING,
    RESTING,
    Arm,
    audience,
    fingers,
    person,
    standing,
)

TITLE: Final = ("HỘI NGHỊ SƠ KẾT", "CÔNG TÁC TUYẾN 6 THÁNG ĐẦU NĂM 2026")
MONTHS: Final = (18, 24, 29, 37, 45, 52)
"""Consultations over the network in each month of the half-year."""


def full_hall() -> Easel:
    """From the last row: four rows of backs, the stage far in front."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 520, "#efe4d3", 400)
    for x in (110, 1490):
        room.window(easel.pen(x, 420), 150, 250)
    for x in (400, 800, 1200):
        room.lamp(easel, x, 26, 180)
    signs.hall_wall(easel.pen(800, 480), 800, TITLE)
    room.floor(easel, 520, "#b2865c", "#d6b48e")
    easel.pen(800, 0).box((-480, 474, 480, 552), "#a97a50", 6)
    easel.pen(800, 0).box((-480, 474, 480, 486), "#d0a57a", 6)
    for x in (360, 1240):
        things.plant(easel.pen(x, 500, 0.42))
    person(easel.pen(620, 378, 0.37), CHIEF, GRIPPING, OPEN, turn=6, speaks=1)
    things.podium(easel.pen(620, 544, 0.35), "#a8703f")
    things.bouquet(easel.pen(860, 480, 0.6))
    rows = ((11, 640, 138, 0.4, 0), (9, 740, 172, 0.53, 3), (7, 872, 226, 0.7, 5),
            (5, 1046, 330, 0.96, 2))  # fmt: skip
    for number, y, step, scale, first in rows:
        left = 800 - step * (number - 1) / 2
        places = [(left + seat * step, y + seat % 2 * 8) for seat in range(number)]
        audience(easel, places, scale, first)
    return easel


def director_opens() -> Easel:
    """Upright: the director at the desk, below the title of the day."""
    easel = Easel(1067, 1600, room.CREAM)
    room.panels(easel, 1240, "#e6ece8", 267)
    for x in (40, 1027):
        room.slats(easel.pen(x, 1224), 160, 1224)
    room.lamp(easel, 533, 26, 300)
    signs.hall_wall(easel.pen(533, 700), 980, (TITLE[0], "CÔNG TÁC TUYẾN 2026"))
    room.floor(easel, 1240, "#b2865c", "#d0a980")
    easel.glow((533, 860), (460, 560), "#fff2d6", 0.3)
    things.plant(easel.pen(880, 1330, 1.15))
    person(easel.pen(470, 850, 1.4), CHIEF, OPEN, GRIPPING, turn=8, tilt=2, speaks=1)
    things.podium(easel.pen(470, 1560, 1.4), "#c08c5e")
    fingers(easel.pen(627, 1102, 1.4), CHIEF)
    things.bouquet(easel.pen(190, 1560, 1.2))
    return easel


def health_officer_speaks() -> Easel:
    """Nearer: the guest of the provincial office at the long table, others turn to him."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 1067, "#dbe6e2", 320)
    room.window(easel.pen(1330, 560), 360, 440)
    room.slats(easel.pen(190, 860), 380, 860)
    easel.glow((1200, 460), (620, 560), "#fff6dc", 0.5)
    for x, y, who, turn in ((240, 590, SECRETARY, 11), (1260, 590, PHYSICIAN, -11)):
        things.seat(easel.pen(x, y + 10, 1.05))
        person(easel.pen(x, y, 1.1), who, RESTING, RESTING, turn=turn, tilt=turn / 3)
    person(easel.pen(740, 460, 1.42), OFFICER, Arm((140, 150), (180, 250)), OPEN,
           turn=9, tilt=-3, speaks=1)  # fmt: skip
    room.table(easel, 815, 120)
    for x, name in ((240, "TRẠM TUYẾN"), (760, "SỞ Y TẾ"), (1260, "KHOA NHI")):
        signs.placard(easel.pen(x, 830, 0.62), 320, (name,))
    for x in (430, 1060):
        things.glass(easel.pen(x, 890))
    things.table_microphone(easel.pen(560, 850, 1.15).flipped())
    return easel


def rows_of_listeners() -> Easel:
    """Three rows at desks, all eyes to the stage on the left."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 700, "#f0e5d2", 320)
    for x in (330, 1270):
        room.window(easel.pen(x, 330), 300, 270)
    room.curtain(easel, 720, 880, 560, "#7a9a72")
    easel.glow((330, 330), (520, 420), "#fff7e2", 0.5)
    rows = (
        ((REGISTRAR, MATRON, GUEST, FELLOW, SURGEON, COACH), 330, 262, 0.6),
        ((PAEDIATRICIAN, BROTHER, TEACHER, PHYSICIAN, THEATRE), 500, 316, 0.82),
        ((YOUNG, MANAGER, REGISTRAR, MATRON), 740, 410, 1.08),
    )
    for people, y, step, scale in rows:
        left = 800 - step * (len(people) - 1) / 2
        for number, who in enumerate(people):
            x = left + number * step
            lean = (-3, 2, -1, 4)[number % 4]
            person(easel.pen(x, y, scale), who, RESTING, FOLDED, turn=-9, tilt=lean - 3)
        clinic.desk(easel.pen(800, y + 226 * scale), 1700, 300, "#f3efe6")
        for number in range(len(people)):
            _notebook(easel.pen(left + number * step - 20 * scale, y + 222 * scale, scale))
    return easel


def _notebook(pen: Pen) -> None:
    pen.shape([(-60, 0), (50, 0), (66, 26), (-70, 26)], "#ffffff")
    pen.shape([(-60, 0), (-4, 0), (-2, 26), (-70, 26)], "#e8eef0")
    pen.stroke([(44, -18), (20, 14)], 5, room.TEAL)


def rising_bars() -> Easel:
    """The screen: six months, six bars."""
    easel = Easel(1500, 1125, room.CREAM)
    room.panels(easel, 860, "#d6e4e3", 300)
    room.floor(easel, 860, "#ad7d52", "#cba177")
    for x in (330, 1170):
        room.lamp(easel, x, 22, 210)
    _bars(easel.pen(620, 740))
    speaker = easel.pen(1240, 470, 1.12)
    easel.glow((1240, 560), (320, 440), "#fff6e0", 0.35)
    standing(speaker, PAEDIATRICIAN, POINTING, HANGING, turn=-9, tilt=-3, speaks=1)
    stethoscope(speaker)
    audience(easel, [(110, 1090), (380, 1110), (660, 1092), (930, 1115)], 0.98, 5)
    return easel


def _bars(pen: Pen) -> None:
    pen.box((-510, -596, 530, 34), "#00202428", 12)
    pen.box((-524, -614, 524, 14), INK, 12)
    pen.box((-510, -600, 510, 0), room.PAPER)
    pen.box((-510, -600, 510, -500), room.TEAL)
    pen.words("HỘI CHẨN TỪ XA (CA/THÁNG)", (0, -534), 46, room.PAPER)
    for number, count in enumerate(MONTHS):
        x, height = -390 + number * 156, count * 6.6
        colour = room.CORAL if number == 5 else shade(room.TEAL, 0.55 - number * 0.1)
        pen.box((x - 48, -70 - height, x + 48, -70), colour, 8)
        pen.words(str(count), (x, -84 - height), 36, INK)
        pen.words(f"T{number + 1}", (x, -26), 34, INK)
    pen.stroke([(-470, -70), (470, -70)], 5, "#8aa0a3")


PHOTOS: Final[tuple[Callable[[], Easel], ...]] = (
    full_hall,
    director_opens,
    health_officer_speaks,
    rows_of_listeners,
    rising_bars,
)
