"""However much there is on a photo: what a phone shows first is light, on every page."""

from __future__ import annotations

import io
import random
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from every_kind import CONSENTS, furnished
from PIL import Image

from bantin.limits import FIRST_PHOTO_BYTES
from newsrooms import Newsroom

PHONE = {"width": 390, "height": 844}
DENSITIES = (1, 2, 2.625, 3)
LARGEST = """() => new Promise((done) => {
  const observer = new PerformanceObserver((list) => done(list.getEntries().at(-1).url));
  observer.observe({ type: "largest-contentful-paint", buffered: true });
})"""
MARKED = "(all) => all.map((one) => one.currentSrc)"
CHILD = "  - {{file: 01.jpg, caption: Một em nhỏ., alt: Em bé, people: child, consent: {}}}"
HALL = "  - {file: 02.jpg, caption: Hội trường., alt: Ghế, people: public}"
WIDTHS = {
    "": 720,
    "news/": 720,
    "news/2026/so-ket/": 720,
    "news/2026/tam-long/": 720,
    "news/2026/em-be/": 720,
    "news/2026/trong-loi/": 720,
    "categories/hop-tac/": 720,
    "tags/dao-tao/": 720,
    "series/": 720,
    "series/so-ket/": 240,
    "photos/": 720,
    "people/le-an/": 480,
    "people/tran-duc/": 480,
    "organizations/ttyt-khu-vuc-suoi-may/": 480,
}
"""Pages that begin with a photo, and how wide a rendition a very dense phone takes at most."""


def crowded(path: Path) -> None:
    """Put a photo of noise there: no encoder finds anything to leave out."""
    size = (1200, 800)
    chance = random.Random(f"{path.parent.name} {path.name}")
    target = io.BytesIO()
    noise = Image.frombytes("RGB", size, chance.randbytes(3 * size[0] * size[1]))
    noise.save(target, "JPEG", quality=92)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(target.getvalue())


def consent(number: str, photo: str) -> str:
    return CONSENTS.replace("dy-2026-001", number).replace("so-ket/03", photo)


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    """Every kind of page; a gallery without cover, a child as a cover, a photo in the text."""
    room = Newsroom(tmp_path_factory.mktemp("crowded"))
    furnished(room)
    papers = (CONSENTS, consent("dy-2", "tam-long/01"), consent("dy-3", "em-be/01"))
    room.write("news/_registry/consents.yml", "".join(papers))
    room.bulletin("2026/tam-long", "photos:", CHILD.format("dy-2"), category="hop-tac")
    child = CHILD.format("dy-3, cover: true")
    room.bulletin("2026/em-be", "photos:", child, HALL, date="2026-11-01", category="hop-tac")
    room.bulletin(
        "2026/trong-loi", category="su-kien", body="Lời.\n\n![Ghế](../../images/chung/1.jpg)\n"
    )
    for name in ("tam-long/01.jpg", "em-be/01.jpg", "em-be/02.jpg"):
        crowded(room.root / "images" / "2026" / name)
    for name in ("01.jpg", "02.jpg"):
        crowded(room.root / "images" / "2026" / "so-ket" / name)
    crowded(room.root / "images" / "chung" / "1.jpg")
    room.built()
    return room


@pytest.fixture(scope="module")
def address(served, room) -> str:
    return served(room.site)


@pytest.mark.parametrize("path", WIDTHS)
def test_what_a_phone_shows_first_is_light(browser, address, room, path):
    for density in DENSITIES:
        context = browser.new_context(viewport=PHONE, device_scale_factor=density)
        page = context.new_page()
        page.goto(address + path, wait_until="load")
        (first,) = page.locator("[fetchpriority=high]:not(link)").evaluate_all(MARKED)
        shown = {first, page.evaluate(LARGEST)} - {""}
        context.close()
        for url in shown:
            file = room.site / urlsplit(url).path.lstrip("/")
            assert file.suffix == ".avif"
            assert file.stat().st_size <= FIRST_PHOTO_BYTES, (density, file.name)
            assert int(file.name.split(".")[-3]) <= WIDTHS[path]
