"""Takes the pictures of the writer's guide, and those that show the look.

    .venv/bin/python tests/samples/take_screenshots.py             # docs/huong-dan/anh/
    .venv/bin/python tests/samples/take_screenshots.py --only mo-anh --only noi-dung
    .venv/bin/python tests/samples/take_screenshots.py --look      # docs/dev/look/ as well

Plays the guide's first bulletin, word for word, in a copy of this site with a real ``mkdocs
serve``; the clock stands still. Needs Debian's chromium.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "preview")]

from previews import Preview, free_port  # noqa: E402

import walkthrough  # noqa: E402 - our own tests, found by the line above
from conftest import CHROMIUM_FLAGS, find_chromium, serving  # noqa: E402
from newsrooms import Newsroom  # noqa: E402

GUIDE = walkthrough.GUIDE / "anh"
LOOK = walkthrough.ROOT / "docs" / "dev" / "look"
SCREEN = {"width": 1120, "height": 720}
"""px; about what the guide's column shows at two thirds, still to be read."""
PRINTED = {"width": 720, "height": 800}
"""px; as wide as A4 at 96 px an inch without its margins."""
GUIDE_BYTES = 60_000
LOOK_BYTES = 150_000
"""Twelve of them stay below 1.5 MB."""
SHOWN = "news/2026/ngay-hoi-hien-mau/"
"""A bulletin with a correction, a quotation and results."""
ENLARGED = "news/2026/so-ket-cong-tac-tuyen/#anh-8"
"""A photo among twelve."""
PHONE = ({"width": 390, "height": 844}, 2.0)
DESK = ({"width": 1280, "height": 800}, 1.0)
"""Size in px and pixels each of them has."""
LISTS = {
    "person-desktop": ("people/kieu-minh-dang/", DESK, 1_200),
    "series-desktop": ("series/so-ket-tuyen/", DESK, 1_200),
    "organization-desktop": ("organizations/trung-tam-y-te-khu-vuc-thung-may/", DESK, 1_200),
    "photos-phone": ("photos/", PHONE, 960),
    "calendar-phone": ("events/2026/12/", PHONE, 960),
    "not-found-phone": ("news/2026/hien-mau/", PHONE, 960),
}
"""Name -> address, screen, how much of the page is shown, px."""


@dataclass(frozen=True)
class Studio:
    """Where pictures are taken, which ones, and where they go."""

    room: Newsroom
    browser: Browser
    wanted: frozenset[str]
    """Names; empty for all."""

    def keep(self, png: bytes, name: str) -> None:
        if not self.wanted or name in self.wanted:
            keep(Image.open(io.BytesIO(png)), GUIDE / f"{name}.webp", GUIDE_BYTES)


def keep(picture: Image.Image, file: Path, most: int) -> None:
    """The best WebP that stays below ``most`` bytes.

    Raises:
        ValueError: None does.
    """
    for quality in range(90, 40, -6):
        target = io.BytesIO()
        picture.convert("RGB").save(target, "WEBP", quality=quality, method=6)
        if target.tell() <= most:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(target.getvalue())
            said = f"{file.name:22} {picture.width}x{picture.height} {target.tell() // 1000} kB"
            print(said)  # noqa: T201 - a script that says what it did
            return
    raise ValueError(f"{file.name} has too much in it")


@contextmanager
def tab(
    browser: Browser, address: str, size: dict[str, int], scale: float = 1
) -> Iterator[Page]:
    """A page that has finished loading, its letters included."""
    context = browser.new_context(
        viewport=size, device_scale_factor=scale, reduced_motion="reduce", locale="vi-VN"
    )
    page = context.new_page()
    page.goto(address, wait_until="load")
    settle(page)
    yield page
    context.close()


def settle(page: Page) -> None:
    """Until letters are there and every picture in sight is drawn."""
    page.evaluate("document.fonts.ready")
    page.evaluate(
        """() => Promise.all([...document.images].map((image) => {
          const box = image.getBoundingClientRect();
          const seen = box.bottom > -300 && box.top < innerHeight + 300 && box.width > 0;
          return seen ? image.decode().catch(() => {}) : null;
        }))"""
    )


def to_top(page: Page, selector: str, above: int = 24) -> None:
    """Scroll so that the first such element stands at the top, ``above`` px below the edge."""
    page.locator(selector).first.evaluate(
        "(element, above) => scrollTo(0, element.getBoundingClientRect().y + scrollY - above)",
        above,
    )
    settle(page)


def play(studio: Studio, preview: Preview, walk: walkthrough.Walkthrough) -> None:
    """The guide's steps, a picture after each."""
    show = preview.url + walk.address
    with tab(studio.browser, preview.url, SCREEN) as page:
        studio.keep(page.screenshot(), "xem-thu")
    walkthrough.type_in(studio.room, walk.commands[1])
    preview.shows(walk.address, "</h1>")
    with tab(studio.browser, show, SCREEN) as page:
        studio.keep(page.screenshot(), "ban-nhap")
    walkthrough.copy_photos(studio.room, walk)
    preview.shows(walk.address, "3 ảnh trong")
    with tab(studio.browser, show, SCREEN) as page:
        to_top(page, ".gallery")
        studio.keep(page.screenshot(), "chep-anh")
    studio.room.write(walk.file, f"{walk.head}\nViết nội dung bản tin ở đây.\n")
    preview.shows(walk.address, "ba học viên theo dõi")
    with tab(studio.browser, show, SCREEN) as page:
        studio.keep(page.screenshot(), "phan-dau")
    studio.room.write(walk.file, walk.head + walk.body)
    preview.shows(walk.address, "Học bằng tay")
    read(studio, show)
    make_mistakes(studio, preview, walk)
    print_out(studio, show)
    publish(studio, walk)


def read(studio: Studio, show: str) -> None:
    """The text, and a photo in large."""
    with tab(studio.browser, show, SCREEN) as page:
        to_top(page, "#page_body")
        studio.keep(page.screenshot(), "noi-dung")
        page.locator(".gallery #anh-2 a").first.click()
        enlarged(page)
        studio.keep(page.screenshot(), "mo-anh")


def enlarged(page: Page) -> None:
    """Until the lightbox shows its photo."""
    page.wait_for_function(
        """() => {
          const photo = document.querySelector("dialog[open] [data-place='0']");
          return photo && photo.complete && photo.naturalWidth > 0;
        }"""
    )
    settle(page)


def make_mistakes(studio: Studio, preview: Preview, walk: walkthrough.Walkthrough) -> None:
    """Two that the guide speaks of; afterwards they are mended."""
    captions = walk.head.rstrip("\n-").rpartition("\n")[0]
    studio.room.write(
        walk.file, f"{captions}\n---\n" + walk.body.replace("lien-he.md", "lienhe.md")
    )
    preview.shows(walk.address, "lienhe.md")
    with tab(studio.browser, preview.url + walk.address, SCREEN) as page:
        studio.keep(page.screenshot(), "danh-sach-loi")
        entry = page.locator(".complaints li", has_text="lienhe.md")
        entry.locator(".complaint-number").click()
        mark = page.locator("mark").last.bounding_box()
        assert mark is not None
        top = max(0, min(mark["y"] - 110, SCREEN["height"] - 236))
        box = {"x": 0, "y": top, "width": 800, "height": 236}
        studio.keep(page.screenshot(clip=box), "danh-dau")
    studio.room.write(walk.file, walk.head + walk.body)
    preview.shows(walk.address, "lien-he/")


def print_out(studio: Studio, show: str) -> None:
    """The first sheet's top beside the last one's end, each with its margin."""
    with tab(studio.browser, show, PRINTED) as page:
        page.emulate_media(media="print")
        settle(page)
        sheets = [Image.open(io.BytesIO(page.screenshot()))]
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        settle(page)
        sheets.append(Image.open(io.BytesIO(page.screenshot())))
    margin, gap = 36, 24
    wide, tall = (side + 2 * margin for side in sheets[0].size)
    desk = Image.new("RGB", (2 * wide + 3 * gap, tall + 2 * gap), "#d9dde0")
    for index, sheet in enumerate(sheets):
        paper = Image.new("RGB", (wide, tall), "white")
        paper.paste(sheet, (margin, margin))
        desk.paste(paper, (gap + index * (wide + gap), gap))
    target = io.BytesIO()
    desk.resize((1120, round(desk.height * 1120 / desk.width))).save(target, "PNG")
    studio.keep(target.getvalue(), "ban-in")


def publish(studio: Studio, walk: walkthrough.Walkthrough) -> None:
    """The built site, where the new bulletin leads."""
    studio.room.write(walk.file, walk.published + walk.body)
    studio.room.built()
    with (
        serving(studio.room.site) as address,
        tab(studio.browser, address, SCREEN) as page,
    ):
        studio.keep(page.screenshot(), "da-dung")


def take_look(room: Newsroom, browser: Browser) -> None:
    """Home, a bulletin and a large photo, on a phone and on a desk; lists on one of them."""
    room.built()
    screens = {"phone": (*PHONE, 960), "desktop": (*DESK, 1_640)}
    with serving(room.site) as address:
        for screen, (size, scale, tall) in screens.items():
            long = {**size, "height": tall}
            for name, path in (("home", ""), ("bulletin", SHOWN)):
                with tab(browser, address + path, long, scale) as page:
                    look(page, f"{name}-{screen}")
            with tab(browser, address + ENLARGED, size, scale) as page:
                enlarged(page)
                look(page, f"lightbox-{screen}")
        for name, (path, (size, scale), tall) in LISTS.items():
            with tab(browser, address + path, {**size, "height": tall}, scale) as page:
                page.wait_for_load_state("networkidle")  # a lost reader is helped by a script
                look(page, name)


def look(page: Page, name: str) -> None:
    keep(Image.open(io.BytesIO(page.screenshot())), LOOK / f"{name}.webp", LOOK_BYTES)


@contextmanager
def furnished(browser: Browser, wanted: frozenset[str]) -> Iterator[tuple[Studio, Path]]:
    """A copy of this site in a folder that goes away."""
    with TemporaryDirectory(prefix="bantin-") as folder:
        room = Newsroom(Path(folder, "site"))
        walkthrough.furnish(room)
        for name in ("renditions", "texts"):  # of no other use than to save time
            drawn = walkthrough.ROOT / ".cache" / name
            if drawn.is_dir():
                shutil.copytree(drawn, room.root / ".cache" / name)
        yield Studio(room, browser, wanted), Path(folder)


def main(guide: bool, with_look: bool, wanted: frozenset[str]) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
        )
        with furnished(browser, wanted) as (studio, scratch):
            if with_look:
                take_look(studio.room, browser)
            if guide:
                preview = Preview(studio.room, scratch, free_port())
                try:
                    play(studio, preview.started(), walkthrough.read())
                finally:
                    preview.end()
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", action="append", default=[], help="name of a picture")
    parser.add_argument("--look", action="store_true", help="docs/dev/look/ as well")
    parser.add_argument("--no-guide", action="store_true", help="not the guide's")
    asked = parser.parse_args()
    main(not asked.no_guide, asked.look, frozenset(asked.only))
