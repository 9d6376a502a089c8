"""July 2026, second half of the gallery: practice, the ward, signatures, flowers, a break."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import clinic
import furniture as room
import gifts
import outdoors
import signs
import things
from cast import (
    BOY,
    BROTHER,
    CHIEF,
    COACH,
    FELLOW,
    GIRL,
    GUEST,
    INK,
    LITTLE_BROTHER,
    MANAGER,
    MATRON,
    MOTHER,
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
    YOUNG,
)
from clothes import stethoscope
from easel import Easel, Pen, shade
from figures import (
    FOLDED,
    HANGING,
    OPEN,
    PRESSING,
    TALKING,
    Arm,
    arm,
    fingers,
    person,
    seen_from_behind,
    standing,
)
from poses import HOLDING, row


def practice_on_the_manikin() -> Easel:
    """The chief nurse shows it on a doll of a child, three colleagues look on."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 1067, "#efe4d3", 400)
    room.window(easel.pen(1330, 440), 340, 330)
    steps = ("Gọi hỗ trợ", "Mở đường thở", "Ép tim 30 lần", "Thổi ngạt 2 lần")
    signs.notice(easel.pen(200, 60, 1.25), "CẤP CỨU NHI", steps)
    easel.glow((1200, 400), (620, 520), "#fff7e2", 0.5)
    for x, y, who in ((480, 470, REGISTRAR), (1120, 450, NURSE), (1400, 490, SURGEON)):
        turn = 10 if x < 800 else -10
        person(easel.pen(x, y, 1.06), who, FOLDED, HANGING, turn=turn, tilt=turn / 2)
    nurse = easel.pen(800, 400, 1.3)
    person(nurse, MATRON, PRESSING, PRESSING, turn=-5, tilt=-3, speaks=1)
    room.table(easel, 770, 130, "#eef3f1")
    clinic.child_manikin(easel.pen(850, 792, 1.05))
    for side in (nurse, nurse.flipped()):
        arm(side, MATRON, PRESSING)
    clinic.monitor(easel.pen(190, 740, 1.0), 260)
    return easel


def at_the_incubator() -> Easel:
    """The ward for newborns, in the light of the morning."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 830, "#d9e8ea", 400)
    room.window(easel.pen(330, 500), 380, 380)
    room.floor(easel, 830, "#9fb6b8", "#c6d6d6")
    easel.glow((420, 520), (620, 560), "#fff7e2", 0.5)
    easel.pen(1360, 250).box((-16, 0, 16, 330), clinic.STEEL, 6)
    clinic.monitor(easel.pen(1360, 220), 300)
    doctor = easel.pen(490, 350, 1.12)
    way = Arm((160, 140), (226, 226))
    standing(doctor, PAEDIATRICIAN, HANGING, way, turn=10, tilt=9)
    stethoscope(doctor)
    nurse = easel.pen(1320, 390, 1.04)
    standing(nurse, BROTHER, HOLDING, HOLDING, turn=-9, tilt=-4)
    _clipboard(nurse.moved(0, 176))
    for x in (-52, 52):
        fingers(nurse.moved(x, 176), BROTHER, across=True)
    clinic.incubator(easel.pen(930, 990))
    arm(doctor, PAEDIATRICIAN, way)
    return easel


def _clipboard(pen: Pen) -> None:
    pen.box((-58, -60, 58, 76), room.WOOD, 8)
    pen.box((-50, -46, 50, 70), room.PAPER)
    pen.box((-22, -66, 22, -46), INK, 6)


def signed_and_shaken() -> Easel:
    """Two heads of houses with folders; others applaud."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 860, "#e9dfd0", 200)
    signs.hall_wall(easel.pen(800, 650), 1180, ("LỄ KÝ KẾT HỢP TÁC",))
    room.floor(easel, 860, "#a9774c", "#c79a6d")
    for x in (90, 1510):
        things.plant(easel.pen(x, 920, 1.0))
    for x, who in ((330, SECRETARY), (1270, PHYSICIAN)):
        turn = 9 if x < 800 else -9
        standing(easel.pen(x, 530, 0.86), who, FOLDED, FOLDED, turn=turn, tilt=turn / 3)
    left, right = easel.pen(610, 560, 1.03), easel.pen(990, 560, 1.03)
    shake = Arm((142, 148), (186, 214))
    holding = Arm((126, 164), (76, 222))
    standing(left, CHIEF, holding, shake, turn=8, tilt=3)
    standing(right, GUEST, shake, holding, turn=-8, tilt=-3)
    gifts.folder(left.moved(-96, 220), "#a9483a")
    gifts.folder(right.moved(96, 220), room.TEAL)
    fingers(left.moved(-66, 236), CHIEF, across=True)
    fingers(right.moved(66, 236), GUEST, across=True)
    fingers(easel.pen(806, 781, 1.0), CHIEF, across=True)
    return easel


def flowers_for_the_doctor() -> Easel:
    """Two children who were patients bring flowers."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 800, "#e6efe9", 320)
    for x in (130, 1470):
        room.curtain(easel, x - 130, x + 130, 784, "#c98a6b")
    signs.ribbon(easel.pen(800, 70), 940, "CẢM ƠN CÁC BÁC SĨ!", "#2f6f9f")
    room.floor(easel, 800, "#b2865c", "#d0a980")
    easel.glow((800, 480), (560, 520), "#fff2d6", 0.4)
    things.plant(easel.pen(1440, 900, 0.95))
    standing(easel.pen(430, 420, 0.92), MOTHER, HANGING, FOLDED, turn=9, tilt=4)
    doctor = easel.pen(1010, 395, 1.0).leaning(-5)
    standing(doctor, PHYSICIAN, Arm((150, 150), (206, 226)), Arm((126, 170), (60, 236)),
             turn=-9, tilt=-6, speaks=1)  # fmt: skip
    stethoscope(doctor)
    standing(easel.pen(1270, 430, 0.9), MATRON, TALKING, TALKING, turn=-9, tilt=-4)
    boy, girl = easel.pen(590, 650, 0.56), easel.pen(735, 640, 0.6)
    standing(boy, LITTLE_BROTHER, HANGING, HANGING, turn=8, tilt=4)
    way = Arm((130, 110), (146, 30))
    standing(girl, GIRL, FOLDED, way, turn=9, tilt=8, speaks=1)
    gifts.bunch(girl.moved(146, 26, 1.1).leaning(14))
    fingers(girl.moved(146, 30), GIRL, across=True)
    return easel


def notice_wall() -> Easel:
    """Upright: posters of the day; a visitor with her boy reads."""
    easel = Easel(1067, 1600, room.CREAM)
    room.panels(easel, 1340, "#dfe9e6", 356)
    room.floor(easel, 1340, "#b98b60", "#d3ad83")
    easel.glow((533, 500), (620, 620), "#fff6dc", 0.4)
    room.lamp(easel, 533, 24, 300)
    board = easel.pen(533, 120)
    board.box((-460, 10, 476, 1010), "#00202428", 14)
    board.box((-468, 0, 468, 1000), shade(room.WOOD, -0.08), 14)
    board.box((-446, 22, 446, 978), "#e5d3b3", 6)
    signs.placard(easel.pen(533, 170), 820, ("SƠ KẾT CÔNG TÁC TUYẾN 2026",))
    hours = ("8:00 Đón tiếp", "8:30 Khai mạc", "9:30 Thảo luận", "11:00 Ký kết")
    signs.notice(easel.pen(310, 310, 1.45), "CHƯƠNG TRÌNH", hours)
    washing = ("Xà phòng", "Chà 30 giây", "Lau khô")
    signs.notice(easel.pen(755, 310, 1.45), "BÀN TAY SẠCH", washing, room.TEAL)
    signs.notice(easel.pen(755, 730, 1.1), "TIÊM ĐỦ MŨI", ("Đúng lịch", "Giữ sổ"), "#6b5b95")
    things.plant(easel.pen(140, 1400, 1.0))
    seen_from_behind(easel.pen(480, 1060, 1.35), MANAGER)
    seen_from_behind(easel.pen(790, 1330, 0.95), BOY)
    return easel


def tea_break() -> Easel:
    """Cups, oranges and talk by the window."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 1067, "#f0e6d6", 400)
    for x in (430, 1170):
        room.window(easel.pen(x, 500), 520, 400)
    easel.glow((800, 380), (900, 520), "#fff7e2", 0.55)
    people = ((330, 450, FELLOW, 9), (720, 420, COACH, -7), (1040, 445, THEATRE, -8),
              (1390, 470, GUEST, -9))  # fmt: skip
    for number, (x, y, who, turn) in enumerate(people):
        pen = easel.pen(x, y, 1.12)
        other = OPEN if number == 0 else HANGING
        person(pen, who, HOLDING, other, turn=turn, tilt=turn / 2, speaks=(number + 1) % 2)
        gifts.cup(pen.moved(-50, 176, 0.95))
        fingers(pen.moved(-56, 166), who, across=True)
    room.table(easel, 820, 110, "#f3efe6")
    gifts.fruit(easel.pen(560, 880, 1.1))
    gifts.teapot(easel.pen(880, 890, 1.15))
    for x in (180, 1080, 1240):
        gifts.cup(easel.pen(x, 886, 1.05))
    things.bouquet(easel.pen(1440, 886, 0.95))
    return easel


def everybody_in_the_garden() -> Easel:
    """Very wide: two rows between the trees."""
    easel = Easel(2000, 800, "#f7f1dd")
    outdoors.sky(easel, 520)
    outdoors.yard(easel, 530, "#d6cdb6")
    for x in (90, 330, 1690, 1910):
        outdoors.tree(easel.pen(x, 560, 0.95))
    outdoors.hedge(easel.pen(420, 545), 1160)
    signs.ribbon(easel.pen(1000, 36, 0.95), 1100, "SƠ KẾT CÔNG TÁC TUYẾN 2026")
    for x in (478, 1522):
        easel.pen(x, 40).stroke([(0, 0), (0, 520)], 8, room.DARK_WOOD)
    row(easel, STAFF[:11], (420, 1580, 262), 0.52, HANGING)
    front = (YOUNG, TEACHER, GUEST, SECRETARY, CHIEF, OFFICER, MANAGER, COACH, NURSE, SURGEON)
    row(easel, front, (345, 1655, 358), 0.6)
    row(easel, (GIRL, LITTLE_BROTHER), (500, 1500, 400), 0.6)
    return easel


PHOTOS: Final[tuple[Callable[[], Easel], ...]] = (
    practice_on_the_manikin,
    at_the_incubator,
    signed_and_shaken,
    flowers_for_the_doctor,
    notice_wall,
    tea_break,
    everybody_in_the_garden,
)
