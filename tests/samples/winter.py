"""December 2026: vaccination before the winter, and the room where families wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import clinic
import furniture as room
import signs
import things
from cast import BOY, FATHER, GIRL, GRANNY, LITTLE_BROTHER, MATRON, MOTHER, NURSE
from easel import Easel, Pen, shade
from figures import FOLDED, HANGING, OPEN, Arm, fingers, standing
from poses import CHILD, on_the_lap, seated

WALL: Final = "#f3e6d3"


def vaccination_on_the_lap() -> Easel:
    """The boy looks at his bear, the nurse at his arm."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 820, "#e3edf0", 320)
    room.window(easel.pen(1330, 520), 330, 380)
    room.floor(easel, 820, "#c29a72", "#dcbd98")
    signs.ribbon(easel.pen(700, 54), 800, "TIÊM CHỦNG MÙA ĐÔNG")
    easel.glow((1100, 560), (600, 520), "#fff7e2", 0.4)
    clinic.trolley(easel.pen(190, 950, 1.0))
    mother = easel.pen(940, 410, 1.0)
    _stool(mother)
    child = on_the_lap(mother, MOTHER, LITTLE_BROTHER, turn=8, tilt=6, speaks=1)
    clinic.bear(child.moved(76, 330, 1.3))
    nurse = easel.pen(590, 350, 1.04).leaning(5)
    masked = replace(NURSE, mask=True)
    way = Arm((164, 136), (244, 222))
    standing(nurse, masked, FOLDED, way, turn=9, tilt=5)
    clinic.syringe(child.moved(-92, 104, 1.15).leaning(8))
    fingers(nurse.moved(250, 224, 0.9), masked)
    things.plant(easel.pen(1450, 930, 0.95))
    return easel


def _stool(pen: Pen) -> None:
    pen.box((-150, 300, 150, 400), "#3f8d93", 30)
    pen.box((-150, 120, 150, 320), shade("#3f8d93", -0.15), 40)
    for x in (-120, 120):
        pen.stroke([(x, 390), (x * 1.1, 590)], 16, room.DARK_WOOD)


def waiting_with_numbers() -> Easel:
    """Six chairs below posters; a granny, a father, two children."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 800, WALL, 400)
    room.floor(easel, 800, "#bf9870", "#d9b995")
    easel.glow((800, 330), (800, 460), "#fff6dc", 0.35)
    before = ("Mang sổ tiêm", "Lấy số thứ tự", "Khám sàng lọc", "Ở lại 30 phút")
    signs.notice(easel.pen(190, 60, 1.15), "TIÊM CHỦNG", before)
    _call_board(easel.pen(690, 80, 1.1))
    warm = ("Mặc đủ ấm", "Uống nước ấm", "Rửa tay sạch")
    signs.notice(easel.pen(1410, 60, 1.15), "GIỮ ẤM CHO BÉ", warm, room.TEAL)
    things.plant(easel.pen(1560, 850, 0.9))
    for number in range(6):
        colour = (room.CORAL, "#5fa09c", room.GOLD)[number % 3]
        clinic.numbered_chair(easel.pen(190 + number * 244, 760, 1.12), f"{number + 1}", colour)
    _family(easel)
    return easel


def _family(easel: Easel) -> None:
    seated(easel.pen(434, 470, 0.86), GRANNY, turn=6, tilt=4)
    girl = easel.pen(620, 600, 0.86 * CHILD)
    standing(girl, GIRL, HANGING, HANGING, turn=-5, tilt=-4, speaks=1)
    father = easel.pen(1166, 470, 0.88)
    child = on_the_lap(father, FATHER, replace(BOY, wear="sweater"), turn=-4, tilt=-5)
    clinic.bear(child.moved(0, 330, 1.2))
    standing(easel.pen(900, 350, 0.92), MATRON, FOLDED, OPEN, turn=9, tilt=4, speaks=1)


def _call_board(pen: Pen) -> None:
    pen.box((-150, 8, 162, 168), "#00202428", 14)
    pen.box((-156, 0, 156, 160), "#1d3b40", 14)
    pen.words("MỜI SỐ", (0, 50), 34, room.MIST)
    pen.words("027", (0, 134), 78, room.GOLD)


PHOTOS: Final[tuple[Callable[[], Easel], ...]] = (vaccination_on_the_lap, waiting_with_numbers)
