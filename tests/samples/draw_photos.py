"""Draw the sample photos of this repository: conference scenes with invented people.

Run ``python tests/samples/draw_photos.py``; only Pillow is needed. The same pictures come out
of every run, so a changed scene shows as a changed file and nothing else does.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

import review
import visit
from cast import INK
from easel import Easel, save
from PIL import Image

IMAGES: Final = Path(__file__).parents[2] / "images"
VISIT: Final = "2026/hop-tac-dao-tao-binh-xuyen"
REVIEW: Final = "2019/so-ket-cong-tac-tuyen"
SCENES: Final[dict[str, Callable[[], Easel]]] = {
    f"{VISIT}/01.jpg": visit.director_speaks,
    f"{VISIT}/02.jpg": visit.deputy_speaks,
    f"{VISIT}/03.jpg": visit.teaching_with_slides,
    f"{VISIT}/04.jpg": visit.teaching_at_the_chart,
    f"{VISIT}/05.jpg": visit.young_doctor_asks,
    f"{VISIT}/06.jpg": visit.leaders_at_the_table,
    f"{VISIT}/07.jpg": visit.group_photo,
    f"{REVIEW}/01.jpg": review.head_of_line_speaks,
    f"{REVIEW}/02.jpg": review.practice_on_a_model,
}


def draw(name: str) -> Image.Image:
    """The picture of that name, marked as an illustration."""
    easel = SCENES[name]()
    corner = easel.pen(easel.width, easel.height)
    corner.box((-222, -66, -16, -18), "#ffffffdc", 12)
    easel.label(easel.width - 32, easel.height - 33, 27, INK)
    return easel.finished()


def main() -> None:
    """Draw all pictures into the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=IMAGES, help="folder (default: images/)")
    into = parser.parse_args().into
    for name in SCENES:
        save(draw(name), into / name)


if __name__ == "__main__":
    main()
