"""What a share card costs: CPU ms of one process, the least of several runs of each part.

.venv/bin/python bench/cards.py
"""

from __future__ import annotations

import hashlib
import io
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image

from bantin.photos import card, render
from bantin.photos.plan import plan, plan_card
from bantin.photos.profiles import CARD_PHOTO
from bantin.pictures import CardText, Original, Picture

RUNS = 6
SIZE = (4000, 3000)
"""px; a phone's."""
TITLES = {
    "short": "Thông báo nghỉ Tết",
    "usual": "Sơ kết công tác tuyến 2026: thêm nhiều trẻ được chăm sóc gần nhà",
    "capitals": "HỘI NGHỊ SƠ KẾT CÔNG TÁC CHỈ ĐẠO TUYẾN VÀ ĐỀ ÁN BỆNH VIỆN VỆ TINH NĂM 2026 "
    * 2,
}


def least(work: Callable[[], object]) -> float:
    """CPU ms of the quickest run."""
    found = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        found.append(1000 * (time.process_time() - begun))
    return min(found)


def original(folder: Path) -> tuple[Path, Picture]:
    """A photo with fine and coarse structure, and its plan as a cover."""
    fine = Image.effect_noise((500, 375), 60).resize(SIZE, Image.Resampling.BICUBIC)
    slope = Image.linear_gradient("L").resize(SIZE)
    path = folder / "1.jpg"
    Image.merge("RGB", (fine, fine.rotate(180), slope)).save(path, quality=90)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    planned = plan(
        Original("1.jpg", *SIZE, "JPEG", digest), "a/1", render.codecs(), cropped=True
    )
    return path, planned


def carrying(picture: Picture, title: str) -> Picture:
    """The picture with one card."""
    words = CardText(title, "Bản tin Nhi Mây Trắng", "06/02/2026 · Hợp tác")
    return picture._replace(cards=(plan_card(picture, "a/1", words, ""),))


def drawn(photo: Image.Image, words: CardText) -> None:
    """Draw and encode a card, nothing else."""
    card.drawn(photo, words).save(io.BytesIO(), "JPEG")


def main() -> None:
    """Print one line for each part."""
    nothing = Picture(Original("a.md", 0, 0, "", ""), "", (), ())
    with tempfile.TemporaryDirectory() as folder:
        path, cover = original(Path(folder))

        def made(picture: Picture, *keys: str) -> float:
            values = render.asked(picture, keys)
            return least(lambda: render.work(path, "1.jpg", values))

        print(f"{made(cover, *cover.sets()):7.0f}  a photo with crops, no card")
        photo = Image.new("RGB", CARD_PHOTO)
        for name, title in TITLES.items():
            on_photo, alone = carrying(cover, title), carrying(nothing, title)
            shown, key, opened = alone.cards[0], alone.cards[0].key, on_photo.cards[0].key
            print(
                f"{least(partial(drawn, photo, shown.words)):7.0f}  {name}: drawn and encoded"
            )
            print(f"{made(alone, key):7.0f}  {name}: a card of words alone")
            print(f"{made(on_photo, opened):7.0f}  {name}: the cover opened anew for it")


if __name__ == "__main__":
    main()
