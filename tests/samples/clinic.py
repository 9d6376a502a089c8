"""Furniture and tools of wards and courses on the drawn sample photos."""

from __future__ import annotations

from cast import INK
from easel import Pen, shade
from furniture import CORAL, GOLD, LEAF, MIST, PAPER, TEAL

STEEL = "#c9d5d8"


def desk(pen: Pen, width: float, height: float, cloth: str = PAPER) -> None:
    """A table with a hanging cloth; origin in the middle of its upper edge."""
    half = width / 2
    pen.glow((0, height), (half * 1.15, 40), "#3a2a1e", 0.5)
    pen.box((-half, 0, half, height), shade(cloth, -0.05))
    for fold in range(int(width // 90)):
        x = -half + 30 + fold * 90
        pen.shape([(x, 40), (x + 18, 40), (x + 26, height), (x - 8, height)], "#00202412")
    pen.box((-half, 40, half, 62), TEAL)
    pen.box((-half - 14, -14, half + 14, 40), shade(cloth, 0.3), 8)
    pen.box((-half - 14, 30, half + 14, 40), shade(cloth, -0.12), 4)


def armchair(pen: Pen, colour: str) -> None:
    """The back of a reclining chair behind somebody whose neck is at the origin."""
    pen.glow((0, 600), (300, 46), "#3a2a1e", 0.5)
    pen.box((-150, -150, 150, 520), shade(colour, -0.18), 60)
    pen.box((-136, -136, 136, 500), colour, 50)
    pen.box((-90, -190, 90, -90), shade(colour, 0.2), 40)
    pen.box((-130, 380, 130, 560), shade(colour, -0.26), 40)
    pen.box((-190, 575, 190, 600), shade(STEEL, -0.3), 12)


def arm_rests(pen: Pen, colour: str) -> None:
    """In front of the one who sits in ``armchair``; a hand lies on them at y 200."""
    for side in (pen, pen.flipped()):
        side.box((126, 212, 252, 262), shade(colour, -0.1), 24)
        side.box((126, 206, 252, 238), shade(colour, 0.14), 16)
        side.box((176, 256, 204, 580), shade(STEEL, -0.2), 8)


def blood_bag(pen: Pen) -> None:
    """On its scale: 150 wide, origin at the foot."""
    pen.box((-90, -30, 90, 0), INK, 10)
    pen.box((-78, -44, 78, -26), STEEL, 8)
    pen.box((-56, -150, 56, -40), "#ffffffc0", 18)
    pen.box((-48, -116, 48, -46), "#b23a3a", 14)
    pen.box((-30, -104, 30, -66), PAPER, 4)
    pen.words("A+", (0, -74), 28, "#b23a3a")


def trolley(pen: Pen) -> None:
    """A steel trolley 300 wide and 380 high, a tray with swabs and vials on top."""
    pen.glow((0, 0), (190, 26), "#3a2a1e", 0.45)
    for x in (-136, 136):
        pen.stroke([(x, -380), (x, -20)], 12, shade(STEEL, -0.2))
        pen.oval((x, -12), (16, 16), INK)
    for y in (-380, -150):
        pen.box((-156, y, 156, y + 22), STEEL, 8)
    pen.box((-110, -410, 40, -380), MIST, 8)
    for number, colour in enumerate((CORAL, TEAL, GOLD)):
        x = 66 + number * 32
        pen.box((x - 11, -424, x + 11, -380), "#ffffff", 5)
        pen.box((x - 11, -410, x + 11, -392), colour)
        pen.box((x - 8, -436, x + 8, -422), shade(STEEL, -0.3), 3)
    for x, y in ((-80, -414), (-50, -418), (-20, -412), (6, -416)):
        pen.oval((x, y), (16, 14), "#ffffff")
    pen.box((-120, -200, -20, -150), CORAL, 8)
    pen.box((0, -230, 110, -150), PAPER, 6)


def syringe(pen: Pen) -> None:
    """Pointing to the right: the needle's tip at the origin."""
    pen.stroke([(-44, 0), (0, 0)], 2.5, "#8fa2a8")
    pen.box((-128, -11, -44, 11), "#e9f4f7", 5)
    pen.box((-96, -8, -46, 8), "#8fc7d6", 3)
    pen.stroke([(-130, 0), (-164, 0)], 6, STEEL)
    pen.stroke([(-166, -15), (-166, 15)], 7, STEEL)
    pen.stroke([(-128, -18), (-128, 18)], 6, STEEL)


def bear(pen: Pen, colour: str = "#c79a6a") -> None:
    """A sitting toy bear 130 high, origin at its seat."""
    for side in (pen, pen.flipped()):
        side.oval((30, -118), (17, 17), shade(colour, -0.12))
        side.oval((30, -118), (9, 9), shade(colour, 0.3))
        side.oval((44, -44), (16, 28), shade(colour, -0.08), turn=-30)
        side.oval((34, -8), (24, 17), shade(colour, -0.08))
    pen.oval((0, -36), (38, 42), colour)
    pen.oval((0, -92), (42, 38), colour)
    pen.oval((0, -80), (18, 14), shade(colour, 0.4))
    pen.oval((0, -87), (6, 5), INK)
    for x in (-16, 16):
        pen.oval((x, -100), (4.5, 5), INK)
    pen.bend([(-8, -76), (0, -71), (8, -76)], 2.5, INK)


def numbered_chair(pen: Pen, number: str, colour: str) -> None:
    """A shell chair, 190 wide, its number on the back; seat at y 0, feet at 200."""
    pen.glow((0, 200), (120, 20), "#3a2a1e", 0.4)
    for x in (-66, 66):
        pen.stroke([(x, 20), (x * 1.15, 196)], 12, shade(STEEL, -0.25))
    pen.box((-92, -210, 92, 0), shade(colour, -0.1), 34)
    pen.box((-82, -200, 82, 0), colour, 28)
    pen.box((-98, -10, 98, 34), shade(colour, 0.14), 20)
    pen.box((-98, 16, 98, 34), shade(colour, -0.16), 9)
    pen.oval((0, -130), (40, 40), PAPER)
    pen.words(number, (0, -114), 44, TEAL)


def child_manikin(pen: Pen) -> None:
    """A practice doll of a child lying on a mat, head to the left, jointed; 700 wide."""
    skin, joint = "#e6bf9c", "#b98b68"
    pen.shape([(-400, 26), (380, 26), (430, 96), (-450, 96)], "#2f8189")
    pen.shape([(-450, 96), (430, 96), (430, 114), (-450, 114)], "#1e656c")
    for y in (18, 44):
        pen.stroke(
            [(110, y), (230, y + 4), (340, y + 2)], 46, shade(skin, 0.0 if y > 20 else -0.1)
        )
        pen.blob(
            [(330, y - 24), (372, y - 40), (384, y + 8), (340, y + 24)], shade(skin, -0.05)
        )
    pen.box((-140, -34, 140, 66), "#5b93a0", 40)
    pen.box((70, -30, 170, 68), "#3f6f86", 30)
    pen.stroke([(-110, 40), (-30, 76), (60, 70)], 36, skin)
    for x, y in ((-110, 40), (-30, 76), (230, 46)):
        pen.oval((x, y), (8, 8), joint)
    pen.oval((-236, 6), (92, 78), skin)
    pen.oval((-184, 34), (14, 19), shade(skin, -0.12))
    pen.blob(
        [(-328, -2), (-318, -52), (-262, -80), (-190, -70), (-200, -44), (-280, -34)], "#3a2f2a"
    )
    pen.bend([(-300, -20), (-284, -14), (-268, -20)], 4, INK)
    pen.bend([(-322, 16), (-332, 22), (-322, 28)], 4, joint)
    pen.bend([(-304, 50), (-292, 54), (-280, 50)], 4, "#b5675a")


def monitor(pen: Pen, width: float) -> None:
    """A bedside monitor with two curves; origin in the middle."""
    half, height = width / 2, width * 0.36
    pen.box((-half, -height, half, height), "#dfe7e8", 16)
    pen.box((-half + 16, -height + 16, half - 16, height - 30), "#17343a", 8)
    for y, colour in ((-height * 0.35, "#8fd9a8"), (height * 0.25, "#f0c36b")):
        curve = [(-half + 26 + n * (width - 52) / 12, y - (0, 0, 26, -14, 0, 0)[n % 6])
                 for n in range(13)]  # fmt: skip
        pen.stroke(curve, 4, colour)


def incubator(pen: Pen) -> None:
    """A warm glass bed on its cabinet with a sleeping newborn, 560 wide; origin at its foot."""
    pen.glow((0, 0), (330, 36), "#2a3a3e", 0.4)
    for x in (-190, 190):
        pen.oval((x, -16), (18, 18), INK)
    pen.box((-230, -260, 230, -30), "#e9f0f0", 18)
    pen.box((-230, -260, 230, -236), shade(STEEL, -0.05), 8)
    for x in (-110, 110):
        pen.box((x - 96, -214, x + 96, -60), "#f7fafa", 10)
        pen.box((x - 30, -196, x + 30, -186), STEEL, 5)
    pen.box((-284, -312, 284, -256), TEAL, 20)
    pen.box((170, -300, 260, -270), "#17343a", 6)
    pen.words("36,5°", (215, -276), 24, "#8fd9a8")
    pen.box((-262, -540, 262, -310), "#b9d6dc", 50)
    pen.box((-250, -336, 250, -308), PAPER, 12)
    _newborn(pen.moved(10, -336, 1.25))
    pen.box((-262, -540, 262, -310), "#e3f3f638", 50)
    pen.box((-262, -540, 262, -520), "#ffffffa0", 10)
    pen.shape([(-190, -510), (-140, -510), (-200, -340), (-236, -340)], "#ffffff58")
    pen.oval((186, -420), (52, 52), "#ffffff50")
    pen.oval((236, -420), (8, 18), TEAL)


def _newborn(pen: Pen) -> None:
    skin = "#efc3a4"
    pen.blob([(-60, -8), (-40, -66), (70, -74), (150, -40), (156, -4), (40, 0)], "#bfe0dc")
    pen.bend([(-20, -52), (50, -58), (120, -36)], 4, shade("#bfe0dc", -0.14))
    pen.oval((-96, -46), (50, 46), skin)
    pen.blob([(-144, -52), (-128, -92), (-84, -100), (-50, -72), (-96, -70)], "#f2d48b")
    pen.oval((-92, -102), (12, 12), PAPER)
    for x in (-116, -84):
        pen.bend([(x - 9, -42), (x, -37), (x + 9, -42)], 3, INK)
    pen.bend([(-108, -22), (-100, -18), (-92, -22)], 3, "#b5675a")
    pen.oval((-40, -26), (18, 13), skin)


def first_aid_bag(pen: Pen) -> None:
    """A green bag with a white cross, 260 wide; origin at its foot.

    Never red on white: that sign is kept for the Red Cross.
    """
    pen.bend([(-60, -150), (-40, -196), (40, -196), (60, -150)], 14, shade(TEAL, -0.35))
    pen.box((-130, -160, 130, 0), shade(LEAF, -0.1), 28)
    pen.box((-130, -160, 130, -110), shade(LEAF, 0.1), 24)
    pen.oval((0, -66), (44, 44), shade(LEAF, -0.3))
    pen.box((-8, -94, 8, -38), PAPER)
    pen.box((-28, -74, 28, -58), PAPER)
