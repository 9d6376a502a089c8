"""Photos on their way to a reader: what stands in their place, which file comes, to whom."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image, ImageDraw

from newsrooms import Newsroom, jpeg
from waiting import typeset

pytest.importorskip("playwright")
from playwright.sync_api import Page, expect

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
WALL = {"width": 1700, "height": 1300}
SCREENS = [pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk")]
SCHEMES = [
    pytest.param(PHONE, "dark", id="phone-dark"),
    pytest.param(DESK, "light", id="desk-light"),
]
BULLETIN = "news/2026/hoi-nghi/"
PAGES = [
    pytest.param("", id="home"),
    pytest.param("news/", id="list"),
    pytest.param(BULLETIN, id="bulletin"),
]
CAPTIONS = ("Giám đốc khai mạc.", "Các đại biểu.", "Ký kết.", "Ra về.")
PHOTO = re.compile(r"/images/.*\.(avif|jpg)$")
LOADED = """async () => {
  const photos = [...document.querySelectorAll("main picture img")];
  photos.forEach((photo) => { photo.loading = "eager"; });
  await Promise.all(photos.map((photo) => photo.decode()));
}"""
SHIFTS = """() => {
  window.shifts = [];
  window.observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  observer.observe({ type: "layout-shift" });
}"""
SHIFTED = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return [...shifts, ...observer.takeRecords()].map((one) => one.value);
}"""
CHOSEN = """() => [...document.querySelectorAll("main picture img")].map((photo) => {
  const sources = [...photo.parentElement.querySelectorAll("source")];
  const known = sources.find((one) => !one.media || matchMedia(one.media).matches);
  const offered = known.srcset.match(/\\.\\d+\\.\\w+\\.avif/g);
  return {
    wanted: photo.getBoundingClientRect().width * devicePixelRatio,
    fetched: Number(/\\.(\\d+)\\.\\w+\\.avif$/.exec(photo.currentSrc)[1]),
    offered: offered.map((one) => Number(one.split(".")[1])),
  };
})"""


def halves(left: str, right: str, size: tuple[int, int]) -> bytes:
    """A photo of two colours, half and half."""
    photo = Image.new("RGB", size, left)
    ImageDraw.Draw(photo).rectangle((size[0] // 2, 0, *size), right)
    target = io.BytesIO()
    photo.save(target, "JPEG", quality=95)
    return target.getvalue()


@pytest.fixture(scope="module")
def site(tmp_path_factory, served):
    """Address of a site with four photos in a bulletin, and more bulletins beside it."""
    room = Newsroom(tmp_path_factory.mktemp("photos"))
    captions = [f'  - "{caption}"' for caption in CAPTIONS]
    room.bulletin("2026/hoi-nghi", "captions:", *captions, date="2026-03-03")
    shapes = ((1800, 1200), (1200, 1800), (1800, 1200), (1800, 1200))
    for number, size in enumerate(shapes, start=1):
        room.write(f"images/2026/hoi-nghi/{number}.jpg", jpeg(f"photo {number}", size))
    for number in range(1, 9):
        keys = {"category": "hop-tac", "date": f"2026-01-0{number}"}
        room.bulletin(f"2026/b{number}", "captions: [Ảnh]", **keys)
        room.write(f"images/2026/b{number}/1.jpg", jpeg(f"b {number}", (1800, 1200)))
    focus = "photos: [{file: 1.jpg, caption: Ảnh, alt: Hai nửa, focus: [0.9, 0.5]}]"
    room.bulletin("2026/focus", focus, date="2026-02-02")
    room.write("images/2026/focus/1.jpg", halves("red", "blue", (3000, 1000)))
    room.built()
    return served(room.site)


class Tab:
    """A page; with ``hold`` its photos don't arrive until they are let go."""

    def __init__(self, page: Page, *, hold: bool) -> None:
        self.page = page
        self.holds = hold
        self.held = []
        if hold:
            page.route(PHOTO, self._asked)

    def _asked(self, photo) -> None:
        if self.holds:
            self.held.append(photo)
        else:
            photo.continue_()

    def let_go(self) -> None:
        self.holds = False
        while self.held:
            self.held.pop().continue_()


@pytest.fixture
def visit(browser, site):
    """``visit(address, hold=True, **context)``: with ``hold`` no photo arrives."""
    contexts, tabs = [], []

    def open_page(address=BULLETIN, *, hold=False, **options) -> Tab:
        context = browser.new_context(
            **{"viewport": DESK, "reduced_motion": "reduce"} | options
        )
        contexts.append(context)
        tab = Tab(context.new_page(), hold=hold)
        tabs.append(tab)
        tab.page.goto(site + address, wait_until="domcontentloaded")
        return tab

    yield open_page
    for tab in tabs:
        tab.let_go()
    for context in contexts:
        context.close()


def pixel(page: Page, selector: str) -> tuple[int, ...]:
    """The colour that a reader sees in the middle of an element."""
    shot = page.locator(selector).first.screenshot()
    seen = Image.open(io.BytesIO(shot)).convert("RGB")
    return seen.getpixel((seen.width // 2, seen.height // 2))


def near(one, other, most: int = 40) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


# While photos are on their way


@pytest.mark.parametrize("viewport", SCREENS)
@pytest.mark.parametrize("address", PAGES)
def test_nothing_moves_when_photos_arrive(visit, address, viewport):
    tab = visit(address, hold=True, viewport=viewport)
    typeset(tab.page)
    tab.page.evaluate(SHIFTS)
    assert tab.held
    tab.let_go()
    tab.page.evaluate(LOADED)
    assert tab.page.evaluate(SHIFTED) == []


@pytest.mark.parametrize(("viewport", "scheme"), SCHEMES)
@pytest.mark.parametrize(
    ("address", "place"),
    [
        pytest.param("", ".lead .photo", id="lead"),
        pytest.param("", ".newest .card + .card .photo", id="card"),
        pytest.param(BULLETIN, ".cover .photo", id="cover"),
        pytest.param(BULLETIN, "#anh-2 .photo", id="gallery"),
    ],
)
def test_a_place_has_the_colours_of_its_photo_before_and_after(
    visit, address, place, scheme, viewport
):
    tab = visit(address, hold=True, viewport=viewport, color_scheme=scheme)
    placeholder = tab.page.locator(f"{place} .placeholder").first
    placeholder.scroll_into_view_if_needed()
    placeholder.evaluate("(one) => one.decode()")
    before = pixel(tab.page, place)
    placeholder.evaluate("(one) => { one.hidden = true; }")
    assert near(pixel(tab.page, place), before), "the average is about as bright"
    placeholder.evaluate("(one) => { one.hidden = false; }")
    tab.let_go()
    tab.page.evaluate(LOADED)
    assert near(pixel(tab.page, place), before, 12)


@pytest.mark.parametrize(("viewport", "scheme"), SCHEMES)
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_while_photos_are_on_their_way(visit, address, scheme, viewport):
    from axe_playwright_python.sync_playwright import Axe

    tab = visit(address, hold=True, viewport=viewport, color_scheme=scheme)
    found = Axe().run(tab.page).response["violations"]
    assert [one["id"] for one in found] == []


def test_paper_has_photos_and_nothing_behind_them(visit):
    page = visit().page
    page.evaluate(LOADED)
    expect(page.locator(".gallery .placeholder").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".placeholder:visible")).to_have_count(0)
    ground = "(one) => getComputedStyle(one).backgroundColor"
    assert page.locator("#anh-1 .photo").evaluate(ground) == "rgba(0, 0, 0, 0)"


def test_a_pointer_meets_the_photo_and_never_what_lies_below(visit):
    page = visit().page
    met = """(photo) => {
      photo.scrollIntoView({ block: "center" });
      const box = photo.getBoundingClientRect();
      const found = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return [found[0] === photo, found.some((one) => one.className === "placeholder")];
    }"""
    assert page.locator("#anh-1 picture img").evaluate(met) == [True, False]


# For whom


@pytest.mark.parametrize("viewport", SCREENS)
def test_a_screen_reader_hears_numbers_and_captions_and_no_placeholder(visit, viewport):
    page = visit(viewport=viewport).page
    heard = page.locator("main").aria_snapshot()
    figures = re.findall(r"- figure \"([^\"]*)\"", heard)
    told = [f"{number} {caption}" for number, caption in enumerate(CAPTIONS, start=1)]
    assert [one for one in figures if one in told] == told
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [one["role"]["value"] for one in tree if not one["ignored"] and "role" in one]
    assert "image" not in roles, "all photos of this page are named by their links"
    links = [
        one["name"]["value"]
        for one in tree
        if one.get("role", {}).get("value") == "link" and "Mở ảnh" in one["name"]["value"]
    ]
    assert links == [f"Mở ảnh {number} trên 4" for number in (1, 1, 2, 3, 4)]


@pytest.mark.parametrize("viewport", SCREENS)
def test_without_scripts_photos_are_there_and_open_as_jpegs(visit, viewport):
    page = visit(java_script_enabled=False, viewport=viewport).page
    photo = page.locator("#anh-1 picture img")
    photo.scroll_into_view_if_needed()
    expect(photo).to_be_visible()
    page.locator("#anh-1 a").click()
    page.wait_for_url(re.compile(r"/1\.1600\.[0-9a-f]+\.jpg$"))


# Which file


@pytest.mark.parametrize("ratio", [1, 2, 3])
@pytest.mark.parametrize("address", PAGES)
def test_a_phone_never_fetches_more_than_it_shows(visit, address, ratio):
    page = visit(address, viewport=PHONE, device_scale_factor=ratio).page
    page.evaluate(LOADED)
    found = page.evaluate(CHOSEN)
    assert found
    for one in found:
        smaller = [width for width in one["offered"] if width < one["fetched"]]
        assert not smaller or smaller[-1] < one["wanted"]
        sharp = one["wanted"] * min(ratio, 2) / ratio  # more pixels a point nobody sees
        assert one["fetched"] >= 0.85 * sharp or one["fetched"] == one["offered"][-1]
        assert ratio < 3 or one["fetched"] <= 960


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("width", [768, 960, 1280, 1920])
@pytest.mark.parametrize("address", ["", "news/"])
def test_a_larger_screen_fetches_what_it_shows(visit, address, width, ratio):
    viewport = {"width": width, "height": 900}
    page = visit(address, viewport=viewport, device_scale_factor=ratio).page
    page.evaluate(LOADED)
    for one in page.evaluate(CHOSEN):
        smaller = [wide for wide in one["offered"] if wide < one["fetched"]]
        assert not smaller or smaller[-1] < 1.05 * one["wanted"]
        assert one["fetched"] >= 0.9 * one["wanted"] or one["fetched"] == one["offered"][-1]


@pytest.mark.parametrize("ratio", [1, 2, 3])
def test_a_list_on_a_phone_shows_small_squares(visit, ratio):
    page = visit("", viewport=PHONE, device_scale_factor=ratio).page
    page.evaluate(LOADED)
    photos = page.locator(":is(.newest, .sections) picture img")
    expect(photos).not_to_have_count(0)
    for photo in photos.all():
        assert ".240." in photo.evaluate("(one) => one.currentSrc")
        box = photo.bounding_box()
        assert box["width"] == pytest.approx(box["height"], abs=1)


@pytest.mark.parametrize("viewport", SCREENS)
def test_a_card_keeps_in_sight_what_the_writer_pointed_at(visit, viewport):
    page = visit("", viewport=viewport).page
    page.evaluate(LOADED)
    card = ".newest .card:has([href*='/focus/'])"
    assert near(pixel(page, f"{card} .photo"), (0, 0, 255))


def test_the_first_photo_comes_at_once_and_the_others_when_they_are_near(visit):
    for address in ("", "news/", BULLETIN):
        photos = visit(address).page.locator("main picture img")
        first, *others = photos.evaluate_all(
            "(all) => all.map((one) => [one.loading, one.fetchPriority])"
        )
        assert first == ["auto", "high"]
        assert {tuple(one) for one in others} == {("lazy", "auto")}


def test_a_shared_page_shows_its_cover_in_the_shape_that_others_ask_for(visit):
    page = visit().page
    said = {
        name: page.locator(f"meta[property='{name}']").get_attribute("content")
        for name in ("og:image", "og:image:width", "og:image:height")
    }
    assert re.search(r"/images/2026/hoi-nghi/1\.1200\.\w+\.jpg$", said["og:image"])
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")


# Browsers without AVIF


@pytest.fixture
def old(visit):
    """``old(viewport)``: the bulletin in a browser that has never heard of AVIF."""

    def open_page(viewport) -> Page:
        page = visit("404.html", viewport=viewport).page
        page.route(re.compile(r"/news/2026/\w"), unknown)
        page.goto(page.url.replace("404.html", BULLETIN))
        return page

    return open_page


def unknown(route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("image/avif", "image/new"))


@pytest.mark.parametrize(("viewport", "width"), [(PHONE, 960), (DESK, 960), (WALL, 1600)])
def test_an_old_browser_shows_jpegs_on_the_page_and_in_large(old, viewport, width):
    page = old(viewport)
    page.evaluate(LOADED)
    files = page.locator("main picture img").evaluate_all(
        "(all) => all.map((x) => x.currentSrc)"
    )
    assert files
    assert {file.rsplit(".", 1)[1] for file in files} == {"jpg"}
    page.locator("#anh-3 a").click()
    photo = page.locator("dialog.lightbox [data-place='0']")
    expect(photo).to_have_js_property("complete", True)
    file, came = photo.evaluate("(one) => [one.currentSrc, one.naturalWidth > 0]")
    assert re.search(rf"/3\.{width}\.\w+\.jpg$", file)
    assert came


@pytest.mark.parametrize("viewport", SCREENS)
def test_where_the_avif_does_not_come_the_jpeg_is_shown_in_large(visit, viewport):
    page = visit("404.html", viewport=viewport).page
    page.route(re.compile(r"\.avif$"), lambda route: route.abort())
    page.goto(page.url.replace("404.html", f"{BULLETIN}#anh-2"))
    photo = page.locator("dialog.lightbox [data-place='0']")
    expect(photo).not_to_have_js_property("naturalWidth", 0)
    assert re.search(r"/2\.\d+\.\w+\.jpg$", photo.evaluate("(one) => one.currentSrc"))
    expect(page.locator("dialog.lightbox .failed p")).to_be_hidden()
