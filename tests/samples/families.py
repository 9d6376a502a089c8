"""Two days in November 2026: a waiting room for children, and clean hands."""

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
    FATHER,
    GIRL,
    LITTLE_BROTHER,
    LITTLE_SISTER,
    MATRON,
    MOTHER,
    NURSE,
)
from easel import Easel, Pen, shade
from figures import FOLDED, HANGING, OPEN, Arm, fingers, person, seen_from_behind, standing
from poses import CHILD, HOLDING, RAISED, on_the_lap, seated

SKY: Final = "#cfe6ee"


def colourful_waiting_room() -> Easel:
    """A painted wall, small chairs, a slide of books, children at play."""
    easel = Easel(1600, 1067, SKY)
    easel.wash((0, 0, 1600, 780), "#d6ebf1", "#f7efd9")
    _mural(easel)
    room.floor(easel, 780, "#d9b383", "#ecd2a8")
    easel.pen(830, 930).oval((0, 0), (470, 96), "#8fc0a8")
    easel.pen(830, 930).oval((0, 0), (430, 84), "#a5d0ba")
    signs.placard(easel.pen(800, 40), 640, ("PHÒNG CHỜ THÂN THIỆN",))
    for x, colour in ((170, room.CORAL), (1310, room.GOLD), (1530, "#6fa3b8")):
        _bench(easel.pen(x, 720), colour)
    on_the_lap(easel.pen(1320, 440, 0.82), FATHER, LITTLE_SISTER, turn=-4, tilt=-4)
    seated(easel.pen(170, 440, 0.82), MOTHER, turn=8, tilt=5)
    standing(easel.pen(400, 560, 0.82 * CHILD), GIRL, RAISED, HANGING, turn=6, tilt=4, speaks=1)
    standing(easel.pen(1045, 330, 0.82), NURSE, OPEN, HANGING, turn=-8, tilt=-5, speaks=1)
    boy, friend = easel.pen(640, 650, 0.52), easel.pen(890, 650, 0.52)
    for child, colour in ((boy, room.CORAL), (friend, "#6fa3b8")):
        child.box((-116, 310, 116, 570), shade(colour, -0.1), 30)
        child.box((-116, 310, 116, 400), colour, 30)
    seated(boy, BOY, Arm((120, 150), (40, 240)), RAISED, turn=5, speaks=1)
    seated(friend, LITTLE_BROTHER, HOLDING, HOLDING, turn=-5, tilt=-5)
    _blocks(easel.pen(765, 1000))
    clinic.bear(easel.pen(1060, 1000, 1.1))
    return easel


def _mural(easel: Easel) -> None:
    pen = easel.pen(0, 780)
    hills = room.ridge(
        [(0, -170), (300, -270), (640, -180), (1000, -300), (1320, -190), (1600, -260)]
    )
    pen.shape([*hills, (1600, 0), (0, 0)], "#a9d0a4")
    near = room.ridge([(0, -70), (420, -150), (900, -80), (1300, -140), (1600, -70)])
    pen.shape([*near, (1600, 0), (0, 0)], "#8dbf90")
    easel.pen(1440, 150).oval((0, 0), (84, 84), "#f4cf6b")
    for x, y, size in ((190, 190, 1.3), (1180, 250, 1.0), (420, 330, 0.7)):
        signs.clouds(easel.pen(x, y, size), "#ffffff")
    _balloon(easel.pen(640, 330))
    outdoors.tree(easel.pen(900, 640, 0.5))
    outdoors.tree(easel.pen(60, 640, 0.6))


def _balloon(pen: Pen) -> None:
    for number, colour in enumerate((room.CORAL, room.GOLD, room.PAPER)):
        pen.oval((0, -60), (88 - number * 32, 104), colour)
    pen.stroke([(-56, 20), (-22, 84)], 3, room.DARK_WOOD)
    pen.stroke([(56, 20), (22, 84)], 3, room.DARK_WOOD)
    pen.box((-28, 80, 28, 120), room.WOOD, 6)


def _bench(pen: Pen, colour: str) -> None:
    pen.glow((0, 210), (140, 22), "#3a2a1e", 0.4)
    for x in (-80, 80):
        pen.stroke([(x, 60), (x, 200)], 20, room.WOOD)
    pen.box((-116, -150, 116, 60), shade(colour, -0.12), 40)
    pen.box((-124, 10, 124, 90), colour, 30)


def _blocks(pen: Pen) -> None:
    for x, y, letter, colour in (
        (-72, 0, "M", room.CORAL),
        (0, 0, "Â", room.TEAL),
        (72, 0, "Y", room.GOLD),
        (0, -66, "♥", "#6b5b95"),
    ):
        pen.box((x - 33, y - 66, x + 33, y), shade(colour, -0.12), 8)
        pen.box((x - 27, y - 60, x + 27, y - 6), colour, 6)
        if letter == "♥":
            signs.heart(pen, (x, y - 33), 30, room.PAPER)
        else:
            pen.words(letter, (x, y - 18), 44, room.PAPER)


def drawing_on_the_wall() -> Easel:
    """What a child has drawn, and the child who shows it."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 1067, "#f4e7cf", 400)
    easel.glow((620, 420), (760, 560), "#fffaf0", 0.6)
    _childs_drawing(easel.pen(620, 480))
    for x, y, colour in (
        (1240, 150, room.CORAL),
        (1430, 210, room.GOLD),
        (1330, 400, room.LEAF),
    ):
        _small_drawing(easel.pen(x, y), colour)
    girl = easel.pen(1130, 760, 0.95)
    person(girl, LITTLE_SISTER, POINTING_UP, HANGING, turn=-6, tilt=-8, speaks=1)
    seen_from_behind(easel.pen(300, 990, 0.95), BOY)
    return easel


POINTING_UP: Final = Arm((150, 6), (214, -74))


def _childs_drawing(pen: Pen) -> None:
    pen.box((-386, -326, 410, 346), "#00202428", 4)
    pen.box((-400, -340, 400, 336), "#ffffff", 4)
    for x in (-330, 330):
        pen.shape([(x - 50, -356), (x + 50, -350), (x + 48, -322), (x - 52, -328)], "#f2d48bc0")
    wax = "#e0a030"
    pen.oval((-280, -230), (54, 54), "#f6cf5f")
    for x, y in ((-190, -236), (-206, -176), (-270, -150), (-340, -180), (-360, -240)):
        pen.stroke([(-280 + (x + 280) * 0.8, -230 + (y + 230) * 0.8), (x, y)], 9, wax)
    pen.bend([(-370, 232), (-180, 206), (60, 236), (370, 210)], 26, "#7fbf7a")
    for x, y, size in ((20, -220, 1.0), (250, -190, 0.8)):
        signs.clouds(pen.moved(x, y, size), "#cfe3f0")
    _drawn_house(pen.moved(160, 200))
    for x, size, colour in (
        (-250, 1.0, "#d8735b"),
        (-130, 0.72, "#5b93a0"),
        (-40, 0.95, "#f2f2f2"),
    ):
        _stick_figure(pen.moved(x, 214, size), colour)
    pen.words("Con cảm ơn bác sĩ", (40, 304), 50, "#5a6ea8")


def _drawn_house(pen: Pen) -> None:
    pen.shape([(-110, -170), (110, -176), (106, 0), (-106, 4)], "#f7d9b8")
    pen.stroke([(-110, -170), (110, -176), (106, 0), (-106, 4), (-110, -170)], 7, "#c07a4a")
    pen.stroke([(-136, -164), (-4, -268), (136, -172), (-136, -164)], 9, "#c8483f")
    pen.box((-26, -90, 26, 0), "#8fb8c8")
    for x in (-66, 66):
        pen.box((x - 22, -136, x + 22, -98), "#bfe0ea")
    signs.heart(pen, (0, -206), 44, "#c8483f")


def _stick_figure(pen: Pen, colour: str) -> None:
    ink = "#51464a"
    pen.stroke([(-16, -70), (-20, 0)], 8, ink)
    pen.stroke([(16, -70), (20, 0)], 8, ink)
    pen.stroke([(-70, -150), (0, -134), (70, -158)], 8, ink)
    pen.shape([(-18, -160), (18, -160), (46, -60), (-46, -60)], shade(colour, -0.1))
    pen.oval((0, -204), (42, 44), "#f7d3b2")
    pen.bend([(-42, -216), (-20, -250), (20, -250), (42, -216)], 13, ink)
    for x in (-14, 14):
        pen.oval((x, -208), (4, 5), ink)
    pen.bend([(-16, -190), (0, -178), (16, -190)], 5, "#c8483f")


def _small_drawing(pen: Pen, colour: str) -> None:
    pen.shape([(-80, -96), (84, -90), (80, 100), (-84, 94)], "#00202420")
    pen.shape([(-86, -104), (80, -98), (76, 92), (-90, 86)], "#ffffff")
    things.flower(pen.moved(-4, -34, 2.6), colour)
    pen.bend([(-4, -4), (0, 40), (-6, 70)], 7, room.LEAF)
    pen.oval((24, 40), (22, 9), room.LEAF, turn=-30)


def washing_hands() -> Easel:
    """A boy and the nurse at the basin, soap up to the wrists."""
    easel = Easel(1600, 1067, room.CREAM)
    room.tiles(easel, 1067, "#d6e9ea")
    steps = ("Làm ướt", "Lấy xà phòng", "Chà 30 giây", "Rửa sạch", "Lau khô")
    signs.notice(easel.pen(220, 80, 1.3), "BÀN TAY SẠCH", steps, room.TEAL)
    room.mirror(easel.pen(860, 540), 620, 420)
    easel.glow((900, 360), (620, 420), "#ffffff", 0.4)
    nurse, boy = easel.pen(660, 470, 1.12), easel.pen(1060, 630, 0.8)
    person(nurse, MATRON, Arm((124, 180), (20, 262)), Arm((124, 180), (36, 262)),
           turn=9, tilt=8, speaks=1)  # fmt: skip
    person(boy, LITTLE_BROTHER, WASHING, WASHING, turn=-6, tilt=-6, speaks=1)
    person(easel.pen(1370, 630, 0.8), GIRL, FOLDED, FOLDED, turn=-9, tilt=-5)
    _basin(easel.pen(860, 840))
    return easel


WASHING: Final = Arm((126, 160), (20, 232))


def _basin(pen: Pen) -> None:
    pen.box((-860, 0, 740, 60), "#f7fafa")
    pen.box((-860, 46, 740, 60), "#c3d3d6")
    pen.box((-860, 60, 740, 300), "#e3c39b")
    for x in (-560, -260, 40, 340, 640):
        pen.box((x - 2, 74, x + 2, 300), "#c9a678")
    for x in (-190, 200):
        pen.oval((x, 14), (150, 30), "#c3d9dd")
        pen.oval((x, 20), (132, 22), "#e3f0f2")
        pen.bend([(x + 150, 0), (x + 150, -110), (x + 96, -128), (x + 76, -96)], 17, "#a9bcc2")
        pen.stroke([(x + 76, -84), (x + 74, 12)], 8, "#9fd0e0")
        for dx, dy, size in ((-44, -34, 20), (-8, -48, 24), (26, -36, 17), (-22, -62, 13)):
            pen.oval((x + dx, dy), (size, size), "#ffffffc8")
    pen.box((-480, -104, -410, 0), room.CORAL, 14)
    pen.box((-458, -136, -432, -100), room.PAPER, 5)
    pen.stroke([(-445, -138), (-416, -138)], 9, room.PAPER)


def certificate_handed_over() -> Easel:
    """The ward with the cleanest hands gets its certificate."""
    easel = Easel(1600, 1067, room.CREAM)
    room.panels(easel, 820, "#e6efe9", 320)
    for x in (90, 1510):
        room.curtain(easel, x - 90, x + 90, 804, "#3f8d93")
    signs.ribbon(easel.pen(800, 60), 900, "BÀN TAY SẠCH 2026")
    room.floor(easel, 820, "#b2865c", "#d0a980")
    easel.glow((800, 520), (620, 520), "#fff2d6", 0.4)
    for x in (230, 1370):
        things.plant(easel.pen(x, 880, 0.95))
    left, right = easel.pen(520, 470, 1.08), easel.pen(1080, 470, 1.08)
    way = Arm((150, 150), (142, 262))
    standing(left, CHIEF, HANGING, way, turn=8, tilt=3, speaks=1)
    standing(right, NURSE, way, HANGING, turn=-8, tilt=-4)
    standing(easel.pen(1330, 520, 0.94), BROTHER, FOLDED, FOLDED, turn=-9, tilt=-3)
    gifts.certificate(easel.pen(800, 730), ("GIẤY KHEN", "Khoa Nhi tổng hợp", "Bàn tay sạch"))
    fingers(easel.pen(600, 745, 1.1), CHIEF, across=True)
    fingers(easel.pen(1000, 745, 1.1), NURSE, across=True)
    return easel


PHOTOS_WAITING: Final[tuple[Callable[[], Easel], ...]] = (
    colourful_waiting_room,
    drawing_on_the_wall,
)
PHOTOS_HANDS: Final[tuple[Callable[[], Easel], ...]] = (washing_hands, certificate_handed_over)
