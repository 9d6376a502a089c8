"""The mid-year reviews of 2024 and 2025: smaller rooms, fewer guests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import furniture as room
import outdoors
import signs
import things
from cast import (
    BROTHER,
    CHIEF,
    FELLOW,
    GUEST,
    INK,
    MANAGER,
    MATRON,
    NURSE,
    OFFICER,
    PAEDIATRICIAN,
    PHYSICIAN,
    REGISTRAR,
    SECRETARY,
    STAFF,
    SURGEON,
    TEACHER,
    THEATRE,
    Person,
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
    audience,
    fingers,
    person,
    standing,
)
from poses import row

BLUE: Final = "#2f5f8f"


def speaker_of_2024() -> Easel:
    """The deputy of the line office at the desk, blue cloth behind."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 780, "#ece6da", 267)
    room.curtain(easel, 0, 150, 764, "#35608a")
    room.curtain(easel, 1450, 1600, 764, "#35608a")
    title = ("SƠ KẾT CÔNG TÁC TUYẾN", "6 tháng đầu năm 2024")
    signs.hall_wall(easel.pen(650, 600), 960, title, BLUE)
    room.floor(easel, 780, "#a4764d", "#c79a6d")
    for x in (420, 1060):
        room.lamp(easel, x, 20, 200)
    things.plant(easel.pen(170, 860, 1.0))
    things.bouquet(easel.pen(760, 850, 1.15))
    easel.glow((1290, 480), (330, 420), "#fff2d6", 0.35)
    person(easel.pen(1290, 420, 1.12), MANAGER, GRIPPING, OPEN, turn=-7, tilt=-3, speaks=1)
    things.podium(easel.pen(1290, 980, 1.12), "#a8703f")
    fingers(easel.pen(1164, 622, 1.12), MANAGER)
    audience(easel, [(90, 1020), (340, 1045), (590, 1025), (850, 1050)], 0.96, 1)
    return easel


def round_the_tables() -> Easel:
    """A horseshoe of tables seen from its open end."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 560, "#e3ecea", 320)
    for x in (260, 1340):
        room.window(easel.pen(x, 400), 280, 300)
    signs.ribbon(easel.pen(800, 70), 640, "SƠ KẾT TUYẾN 2024", BLUE)
    room.floor(easel, 560, "#b2865c", "#d8b894")
    easel.glow((800, 420), (800, 420), "#fff6dc", 0.35)
    for x, who in ((560, TEACHER), (720, GUEST), (880, SECRETARY), (1040, PHYSICIAN)):
        person(easel.pen(x, 400, 0.62), who, RESTING, RESTING, turn=(800 - x) / 60)
    easel.pen(0, 0).shape(
        [(440, 520), (1160, 520), (1190, 580), (410, 580)], shade(room.WOOD, 0.4)
    )
    easel.pen(0, 0).box((410, 580, 1190, 650), room.PAPER)
    for side in (easel.pen(0, 0), easel.pen(1600, 0).flipped()):
        _wing(side)
    _sitters(easel, ((360, 430, FELLOW), (240, 520, BROTHER), (90, 650, MANAGER)), 9)
    _sitters(easel, ((1240, 430, SURGEON), (1360, 520, MATRON), (1510, 650, REGISTRAR)), -9)
    for side in (easel.pen(0, 0), easel.pen(1600, 0).flipped()):
        _wing(side)
        for x, y, scale in ((395, 600, 0.5), (330, 690, 0.62), (235, 830, 0.8)):
            things.glass(side.moved(x, y, scale))
            _papers(side.moved(x - 40, y + 46, scale))
    things.bouquet(easel.pen(800, 560, 0.7))
    things.plant(easel.pen(700, 840, 0.55))
    things.plant(easel.pen(900, 840, 0.55))
    return easel


def _sitters(
    easel: Easel, places: tuple[tuple[float, float, Person], ...], turn: float
) -> None:
    for x, y, who in places:
        scale = 0.62 + (y - 400) / 620
        person(easel.pen(x, y, scale), who, RESTING, FOLDED, turn=turn, tilt=turn / 3)


def _wing(pen: Pen) -> None:
    pen.shape([(410, 580), (500, 580), (390, 1067), (110, 1067)], room.PAPER)
    pen.shape([(440, 520), (540, 520), (430, 920), (120, 1067), (0, 1067), (0, 1000)],
              shade(room.WOOD, 0.34))  # fmt: skip
    pen.shape([(540, 520), (540, 580), (430, 1067), (120, 1067), (430, 920)], room.PAPER)


def _papers(pen: Pen) -> None:
    pen.shape([(20, -46), (110, -46), (70, 30), (-34, 30)], "#fdfdfb")
    pen.stroke([(26, -26), (78, -26)], 4, "#b4c4c6")
    pen.stroke([(14, -8), (62, -8)], 4, "#b4c4c6")


def panel_of_four() -> Easel:
    """2025: four at a table with flowers, one has the microphone."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 1067, "#efe2cf", 320)
    for x in (85, 1515):
        room.curtain(easel, x - 85, x + 85, 900, "#4f8a78")
    title = ("SƠ KẾT CÔNG TÁC TUYẾN", "6 tháng đầu năm 2025")
    signs.hall_wall(easel.pen(800, 560), 1080, title, "#3f7a68")
    for x in (400, 1200):
        room.lamp(easel, x, 16, 170)
    for number, who in enumerate((PAEDIATRICIAN, CHIEF, MANAGER, SURGEON)):
        x = 245 + number * 370
        speaking = number == 2
        things.seat(easel.pen(x, 610, 1.05))
        person(easel.pen(x, 596, 1.1), who, RESTING, RESTING,
               turn=(2 - number) * 5, tilt=(2 - number) * 2, speaks=int(speaking))  # fmt: skip
    room.table(easel, 830, 110)
    for number in range(4):
        x = 245 + number * 370
        name = ("KHOA NHI", "GIÁM ĐỐC", "SỞ Y TẾ", "CẤP CỨU")[number]
        signs.placard(easel.pen(x, 862, 0.55), 290, (name,))
        things.glass(easel.pen(x + 105, 906, 0.9))
    for x in (430, 800, 1170):
        things.bouquet(easel.pen(x + 10, 920, 0.62))
    things.table_microphone(easel.pen(890, 850, 1.0).flipped())
    return easel


def pointing_at_the_chart() -> Easel:
    """2025: how children now stay nearer to home."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 830, "#dfe8e4", 267)
    room.floor(easel, 830, "#ad7d52", "#cba177")
    room.window(easel.pen(1400, 520), 280, 400)
    easel.glow((1300, 520), (520, 520), "#fff7e2", 0.4)
    _line_chart(easel.pen(920, 640))
    doctor = easel.pen(330, 430, 1.15)
    standing(doctor, PHYSICIAN, HANGING, POINTING, turn=9, tilt=3, speaks=1)
    stethoscope(doctor)
    doctor.stroke([(214, 8), (330, -50)], 7, "#7a4e30")
    things.plant(easel.pen(1490, 930, 1.0))
    audience(easel, [(640, 1045), (890, 1030), (1140, 1050)], 0.98, 2)
    return easel


def _line_chart(pen: Pen) -> None:
    pen.box((-346, -516, 366, 34), "#00202428", 12)
    pen.box((-360, -534, 360, 14), INK, 12)
    pen.box((-346, -520, 346, 0), room.PAPER)
    pen.box((-346, -520, 346, -434), "#3f7a68")
    pen.words("TỶ LỆ CHUYỂN TUYẾN GIẢM", (0, -464), 40, room.PAPER)
    points = [(-270 + n * 135, -340 + down) for n, down in enumerate((0, 50, 90, 160, 205))]
    pen.shape([*points, (270, -70), (-270, -70)], "#3f7a6830")
    pen.stroke(points, 8, room.CORAL)
    for number, (x, y) in enumerate(points):
        pen.oval((x, y), (12, 12), room.CORAL)
        pen.words(str(2021 + number), (x, -28), 28, INK)
    pen.stroke([(-300, -380), (-300, -70), (310, -70)], 4, "#8aa0a3")


def on_the_steps() -> Easel:
    """2025: everybody on the steps before the door."""
    easel = Easel(1600, 1067, "#f7f1dd")
    outdoors.sky(easel, 560)
    outdoors.hospital(easel.pen(800, 560), 1420, 400)
    for x in (20, 1580):
        outdoors.tree(easel.pen(x, 620, 1.1))
    outdoors.steps(easel, 560, 4, 58)
    outdoors.yard(easel, 792)
    row(easel, STAFF[:8], (430, 1170, 318), 0.5, HANGING)
    row(easel, (THEATRE, OFFICER, NURSE, GUEST, FELLOW, BROTHER, TEACHER),
        (370, 1230, 420), 0.58)  # fmt: skip
    row(easel, (MATRON, MANAGER, CHIEF, SECRETARY, SURGEON, PAEDIATRICIAN),
        (340, 1260, 530), 0.68)  # fmt: skip
    for x in (150, 1450):
        outdoors.planter(easel.pen(x, 960))
    return easel


PHOTOS_2024: Final[tuple[Callable[[], Easel], ...]] = (speaker_of_2024, round_the_tables)
PHOTOS_2025: Final[tuple[Callable[[], Easel], ...]] = (
    panel_of_four,
    pointing_at_the_chart,
    on_the_steps,
)
