"""The first page and the lists in a browser: photos of the right size, nothing that jumps,
room for large text, keyboard and pointer lead to the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsrooms import SETTINGS, Newsroom, jpeg
from waiting import typeset, until

if TYPE_CHECKING:
    from playwright.sync_api import Route

NAMES = {"hop-tac": "Hợp tác", "su-kien": "Sự kiện"}
PHOTO = (1800, 1200)
LONG = "Hội nghị sơ kết công tác chỉ đạo tuyến, đào tạo và chuyển giao kỹ thuật nhi khoa"
WATCH = """() => {
  window.shifts = [];
  window.observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  observer.observe({ type: "layout-shift" });
}"""
SHIFTED = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return [...shifts, ...observer.takeRecords()].map((one) => one.value);
}"""
ARRIVED = """async () => {
  const photos = [...document.querySelectorAll("main picture img")];
  photos.forEach((photo) => { photo.loading = "eager"; });
  await Promise.all(photos.map((photo) => photo.decode()));
}"""
LARGER = """(size) =>
  document.documentElement.style.setProperty("font-size", size, "important")"""
TOO_WIDE = """() => [...document.querySelectorAll("main, main *:not(.strip *, .placeholder)")]
  .filter((found) => found.getBoundingClientRect().right > innerWidth + 1)
  .map((found) => `${found.tagName}.${found.className}`)"""
RING = "(title) => getComputedStyle(title, '::after').outlineStyle"
CHOSEN = """(wanted) => [...document.querySelectorAll(`${wanted} picture img`)]
  .map((image) => image.currentSrc.split(".").at(-3))"""


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    """Fourteen bulletins, some with photos; one pinned, one coming."""
    declared = "".join(
        f"        {id}: {{vi: {name}, en: {name}}}\n" for id, name in NAMES.items()
    )
    start = SETTINGS.index("        hop-tac:")
    room = Newsroom(tmp_path_factory.mktemp("front"), SETTINGS[:start] + declared)
    for number in range(12):
        id = f"2026/tin-{number:03}"
        lines = []
        if number % 3:
            lines = ["captions: [Phát biểu, Lưu niệm]"]
            for name in ("01.jpg", "02.jpg"):
                room.write(f"images/{id}/{name}", jpeg(f"{number % 3}{name}", PHOTO))
        room.bulletin(
            id,
            *lines,
            title=f"{LONG} {number}",
            date=f"2026-10-{20 - number:02}",
            category="hop-tac" if number % 2 else "su-kien",
            summary=LONG,
            place="Hội trường tầng 5",
        )
    room.bulletin(
        "2026/thong-bao", title=LONG, date="2026-12-12", published="2026-11-10",
        pinned_until="2027-01-01", summary=LONG,
    )  # fmt: skip
    room.bulletin("2019/cu", title="Tin cũ", date="2019")
    room.built()
    return room


@pytest.fixture(scope="module")
def address(served, room) -> str:
    return served(room.site)


@pytest.fixture
def opened(browser):
    """``opened(address, width, …)``: a page in a context of its own."""
    contexts = []

    def open_page(address: str, width: int, **options: object):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def through(page):
    """Read down to the end, so that late photos come."""
    page.evaluate("""async () => {
      for (const image of document.images) {
        image.scrollIntoView({ behavior: "instant" });
        if (!image.complete) await new Promise((done) => (image.onload = image.onerror = done));
      }
    }""")
    page.evaluate(ARRIVED)


@pytest.mark.parametrize(
    ("width", "density", "lead", "card"),
    [
        pytest.param(390, 1, "480", "240", id="phone"),  # beside the words, a square
        pytest.param(390, 2, "720", "240", id="dense-phone"),
        pytest.param(390, 3, "720", "240", id="very-dense-phone"),
        pytest.param(1280, 1, "720", "480", id="desk"),
        pytest.param(1280, 2, "960", "960", id="dense-desk"),
    ],
)
def test_photos_are_as_large_as_needed(opened, address, width, density, lead, card):
    page = opened(address, width, device_scale_factor=density)
    through(page)
    assert page.evaluate(CHOSEN, ".lead") == [lead]
    assert set(page.evaluate(CHOSEN, ".newest")) == {card}
    assert set(page.evaluate(CHOSEN, ".strip")) == {"480"}


@pytest.mark.parametrize("place", ["", "news/", "categories/hop-tac/"])
@pytest.mark.parametrize("width", [390, 800, 1280])
def test_a_photo_is_not_smaller_than_its_place(opened, address, place, width):
    page = opened(address + place, width)
    through(page)
    blurred = page.evaluate("""() => [...document.images]
      .filter((image) => image.closest("main picture") && !image.closest(".strip"))
      .map((image) => [image.clientWidth, Number(image.currentSrc.split(".").at(-3))])
      .filter(([shown, had]) => had < shown || had > 480 && shown < 240)""")
    assert blurred == []


@pytest.mark.parametrize("place", ["", "news/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_jumps_while_photos_come(opened, address, place, width):
    page = opened("about:blank", width)
    held: list[Route] = []
    waiting = [True]
    page.route(
        "**/images/**",
        lambda route: held.append(route) if waiting else route.continue_(),
    )
    page.goto(address + place, wait_until="domcontentloaded")
    while not held:
        page.evaluate("() => new Promise(requestAnimationFrame)")
    typeset(page)
    page.evaluate(WATCH)
    waiting.clear()
    for photo in held:
        photo.continue_()
    page.evaluate(ARRIVED)
    assert page.evaluate(SHIFTED) == []


def test_only_the_lead_is_fetched_at_once(opened, address):
    page = opened(address, 390)
    early = page.locator("main picture img:not([loading=lazy])")
    assert early.count() == 1
    assert early.get_attribute("fetchpriority") == "high"
    assert page.locator(".lead img[fetchpriority=high]").count() == 1


@pytest.mark.parametrize(
    "place", ["", "news/", "news/2026/", "categories/hop-tac/", "404.html"]
)
@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_wider_than_a_small_screen(opened, address, place, size):
    page = opened(address + place, 320)
    page.evaluate(LARGER, f"{size}%")
    assert page.evaluate(TOO_WIDE) == []
    cut = page.evaluate("""() => [...document.querySelectorAll(".sheet, .card .title, .event")]
      .filter((found) => found.scrollHeight > found.clientHeight + 1 && found.clientHeight)
      .map((found) => found.className)""")
    assert cut == []


def test_the_strip_scrolls_inside_itself_by_keyboard(opened, address):
    page = opened(address, 390, reduced_motion="reduce")
    strip = page.locator(".strip")
    strip.focus()
    assert strip.evaluate("(strip) => strip === document.activeElement")
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('.strip').scrollLeft > 0")
    assert page.evaluate("scrollX") == 0


def test_a_photo_of_the_strip_leads_to_its_place(opened, address):
    page = opened(address, 1280, java_script_enabled=False)
    link = page.locator(".strip a").first
    link.click()
    page.wait_for_url(f"{address}news/2026/tin-001/#anh-2")
    assert page.locator("#anh-2").count() == 1


def test_the_whole_card_leads_to_the_bulletin_and_the_kicker_to_its_category(opened, address):
    page = opened(f"{address}news/", 1280, java_script_enabled=False)
    card = page.locator(".card").nth(2)
    picture = card.locator(".card-picture").bounding_box()
    page.mouse.click(picture["x"] + 9, picture["y"] + 9)
    page.wait_for_url(f"{address}news/2026/tin-*/")
    page.go_back()
    card.locator(".kicker a").click()
    page.wait_for_url(f"{address}categories/*/")


def test_tab_stops_once_at_a_card_besides_its_kicker(opened, address):
    page = opened(f"{address}news/", 1280)
    card = page.locator(".card").nth(2)
    assert card.locator("a, button, [tabindex]").count() == 2
    title = card.locator(".title a")
    card.locator(".kicker a").focus()
    assert title.evaluate(RING) == "none"
    page.keyboard.press("Tab")
    assert title.evaluate("(title) => title === document.activeElement")
    assert title.evaluate(RING) == "solid"


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_pressed_is_large_enough(opened, address, width):
    page = opened(f"{address}news/page/2/", width)
    small = page.evaluate("""() => [...document.querySelectorAll(".pagination a, .places a")]
      .map((link) => link.getBoundingClientRect())
      .filter((box) => box.width < 44 || box.height < 44).length""")
    assert page.locator(".pagination a").count() >= 3
    assert small == 0
