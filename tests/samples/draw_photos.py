"""Draw the sample photos of this repository: a hospital's events with invented people.

Run ``python tests/samples/draw_photos.py``; only Pillow and the site's own typeface are needed.
The same pictures come out of every run, so a changed scene shows as a changed file and nothing
else does.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import blood
import courses
import earlier
import families
import midyear_hall
import midyear_work
import review
import visit
import winter
from cast import INK
from easel import Easel, save
from PIL import Image

IMAGES: Final = Path(__file__).parents[2] / "images"
BULLETINS: Final[dict[str, Sequence[Callable[[], Easel]]]] = {
    "2019/so-ket-cong-tac-tuyen": review.PHOTOS,
    "2024/so-ket-cong-tac-tuyen": earlier.PHOTOS_2024,
    "2024/tap-huan-cap-cuu-nhi": courses.PHOTOS_FIRST_AID,
    "2025/hoi-nghi-dieu-duong": courses.PHOTOS_NURSES,
    "2025/so-ket-cong-tac-tuyen": earlier.PHOTOS_2025,
    "2026/ban-tay-sach": families.PHOTOS_HANDS,
    "2026/hop-tac-dao-tao-binh-xuyen": visit.PHOTOS,
    "2026/ngay-hoi-hien-mau": blood.PHOTOS,
    "2026/phong-cho-than-thien": families.PHOTOS_WAITING,
    "2026/so-ket-cong-tac-tuyen": (*midyear_hall.PHOTOS, *midyear_work.PHOTOS),
    "2026/tiem-chung-mua-dong": winter.PHOTOS,
}
SCENES: Final = {
    f"{bulletin}/{number:02}.jpg": photo
    for bulletin, photos in BULLETINS.items()
    for number, photo in enumerate(photos, start=1)
}


def draw(name: str) -> Image.Image:
    """The picture of that name, marked as an illustration."""
    easel = SCENES[name]()
    corner = easel.pen(easel.width, easel.height)
    corner.box((-222, -66, -16, -18), "#ffffffdc", 12)
    corner.words("Ảnh minh họa", (-119, -33), 26, INK)
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
