"""The lightbox as a reader meets it: a built site, a real browser, real touch."""

from __future__ import annotations

import re
import time
from urllib.parse import urljoin

import pytest
from PIL import Image

from newsrooms import Newsroom, jpeg
from waiting import until

pytest.importorskip("playwright")
from playwright.sync_api import Page, expect

LONG = "Toàn cảnh hội nghị sơ kết công tác chỉ đạo tuyến với mười hai bệnh viện. " * 6
CAPTIONS = (
    "Giám đốc **khai mạc**.",
    "Các đại biểu.",
    LONG.strip(),
    "Ảnh đứng.",
    "E.",
    "F.",
    "G.",
)
SIZES = ((1700, 1133),) * 3 + ((1200, 1800),) + ((1700, 1133),) * 2 + ((300, 200),)
TEXT = "Xem [ảnh ba](#anh-3).\n\n" + "Một đoạn.\n\n" * 30
PHONE = {"width": 390, "height": 844}
ON_ITS_SIDE = {"width": 844, "height": 390}
DESK = {"width": 1280, "height": 800}
WALL = {"width": 1700, "height": 1300}


@pytest.fixture(scope="module")
def gallery(tmp_path_factory, served):
    """Address of a bulletin with seven photos."""
    room = Newsroom(tmp_path_factory.mktemp("gallery"))
    captions = [f'  - "{caption}"' for caption in CAPTIONS]
    room.bulletin("2026/a", "captions:", *captions, body=TEXT)
    for number, size in enumerate(SIZES, start=1):
        room.write(f"images/2026/a/{number:02}.jpg", jpeg(f"photo {number}", size))
    few = [f"{{file: 0{number}.jpg, alt: Ảnh}}" for number in (1, 2, 3)]
    few[1] = few[1].replace("}", ", cover: true}")
    room.bulletin("2026/few", "photos:", *(f"  - {photo}" for photo in few))
    for number in (1, 2, 3):
        room.write(f"images/2026/few/{number:02}.jpg", jpeg(f"few {number}", SIZES[0]))
    room.built()
    return served(room.site) + "news/2026/a/"


@pytest.fixture
def visit(browser, gallery):
    """``visit(fragment, **context)`` opens the bulletin; the browser must have no complaint."""
    contexts, complaints = [], []

    def open_page(fragment: str = "", **options) -> Page:
        context = browser.new_context(**{"viewport": DESK} | options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda problem: complaints.append(str(problem)))
        page.on("console", lambda line: complaints.append(line.text) if is_ours(line) else None)
        page.goto(gallery + fragment)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def is_ours(line) -> bool:
    """Errors and warnings of the page, but for photos that a test keeps from loading."""
    around = (".avif", ".jpg", "/favicon.ico")  # the browser's own page around a photo
    return line.type in ("error", "warning") and not line.location["url"].endswith(around)


class Lightbox:
    """What a reader sees of it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dialog = page.locator("dialog.lightbox")
        self.photo = self.dialog.locator(".stage img[data-place='0']")
        self.words = self.dialog.locator(".words")

    def shows(self, number: int) -> None:
        expect(self.dialog).to_be_visible()
        expect(self.words).to_contain_text(f"{number} trên {len(CAPTIONS)}")
        expect(self.page).to_have_url(re.compile(rf"#anh-{number}$"))
        expect(self.photo).to_have_js_property("complete", True)

    def is_closed(self) -> None:
        expect(self.dialog).to_be_hidden()
        expect(self.page).to_have_url(re.compile(r"/news/2026/a/$"))

    def open(self, number: int) -> None:
        link(self.page, number).click()
        self.shows(number)

    def zoom(self) -> float:
        return float(self.photo.evaluate("photo => getComputedStyle(photo).scale"))

    def middle(self) -> tuple[float, float]:
        box = self.dialog.locator(".stage").bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


class Hand:
    """Real touches, as the browser gets them from a screen."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)

    def _send(self, kind: str, *points: tuple[float, float], **more: float) -> None:
        touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        said = {"type": kind, "touchPoints": touches} | more
        self.session.send("Input.dispatchTouchEvent", said)

    def moves(self, *fingers: tuple[tuple[float, float], tuple[float, float]]) -> None:
        """Each finger from one point to another, in steps."""
        self._send("touchStart", *(start for start, _ in fingers))
        for step in range(1, 6):
            self._send(
                "touchMove",
                *(
                    (x + (to_x - x) * step / 5, y + (to_y - y) * step / 5)
                    for (x, y), (to_x, to_y) in fingers
                ),
            )
        self._send("touchEnd")

    def swipes(self, start: tuple[float, float], right: float, down: float = 0) -> None:
        self.moves((start, (start[0] + right, start[1] + down)))

    def taps_twice(self, x: float, y: float) -> None:
        """So quickly that it is one gesture, however long the machine takes over it."""
        begun = time.time()
        for at in (0.0, 0.1):
            self._send("touchStart", (x, y), timestamp=begun + at)
            self._send("touchEnd", timestamp=begun + at + 0.02)

    def pinches(self, around: tuple[float, float], before: float, after: float) -> None:
        """Two fingers so far from each other, then so far (px)."""
        (x, y), (near, far) = around, (before / 2, after / 2)
        self.moves(((x - near, y), (x - far, y)), ((x + near, y), (x + far, y)))


def link(page: Page, number: int):
    return page.locator(f"#anh-{number} a").first


def inside(page: Page) -> bool:
    """No other element has the focus: on <body>, the browser's own controls have it."""
    return page.evaluate(
        "[null, document.querySelector('dialog.lightbox')].includes("
        "  document.activeElement.closest('dialog, main, header, footer'))"
    )


def test_a_cover_that_stands_first_keeps_its_place_by_number(visit):
    page = visit("../few/")
    assert page.locator("figure").first.get_attribute("id") == "anh-2"
    link(page, 1).click()
    words = page.locator("dialog.lightbox .words")
    for number in (1, 2, 3):
        expect(words).to_contain_text(f"{number} trên 3")
        expect(page).to_have_url(re.compile(rf"#anh-{number}$"))
        page.keyboard.press("ArrowRight")


def test_with_the_keyboard_through_gallery_and_lightbox(visit):
    page = visit()
    box = Lightbox(page)
    link(page, 2).focus()
    page.keyboard.press("Enter")
    box.shows(2)
    expect(page.get_by_role("button", name="Đóng")).to_be_focused()
    for _ in range(6):
        page.keyboard.press("Tab")
        assert inside(page)
    for key, number in (
        ("ArrowRight", 3),
        ("ArrowRight", 4),
        ("ArrowLeft", 3),
        ("End", 7),
        ("ArrowRight", 7),
        ("Home", 1),
        ("ArrowLeft", 1),
        ("End", 7),
    ):
        page.keyboard.press(key)
        box.shows(number)
        assert inside(page)
    page.keyboard.press("Escape")
    box.is_closed()
    expect(link(page, 7)).to_be_focused()
    expect(link(page, 7)).to_be_in_viewport()


def test_the_buttons_lead_and_say_where_they_do_not(visit):
    page = visit()
    box = Lightbox(page)
    previous, following = (
        page.get_by_role("button", name=f"Ảnh {w}") for w in ("trước", "sau")
    )
    box.open(1)
    expect(previous).to_have_attribute("aria-disabled", "true")
    for number in range(2, 8):
        following.click()
        box.shows(number)
    expect(following).to_be_focused()  # at the end, too: a disabled button would lose it
    expect(following).to_have_attribute("aria-disabled", "true")
    previous.click()
    box.shows(6)
    page.get_by_role("button", name="Đóng").click()
    box.is_closed()


def test_back_closes_and_forward_opens(visit):
    page = visit()
    box = Lightbox(page)
    box.open(2)
    before = page.evaluate("history.length")
    page.keyboard.press("ArrowRight")
    box.shows(3)
    assert page.evaluate("history.length") == before
    page.go_back()
    box.is_closed()
    expect(link(page, 3)).to_be_focused()
    page.go_forward()
    box.shows(3)
    page.keyboard.press("Escape")
    box.is_closed()
    page.go_back()
    expect(page).to_have_url("about:blank")


def test_escape_twice_stays_on_the_page(visit):
    page = visit()
    box = Lightbox(page)
    box.open(2)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    box.is_closed()


def test_an_address_with_a_photo_opens_it_and_leaves_the_reader_there(visit):
    page = visit("#anh-5")
    box = Lightbox(page)
    box.shows(5)
    expect(page.get_by_role("button", name="Đóng")).to_be_focused()
    page.keyboard.press("ArrowRight")
    box.shows(6)
    page.keyboard.press("Escape")
    box.is_closed()
    expect(link(page, 6)).to_be_focused()
    expect(link(page, 6)).to_be_in_viewport()
    page.reload()
    box.is_closed()


def test_a_reload_keeps_the_photo_and_closing_still_goes_back(visit):
    page = visit()
    box = Lightbox(page)
    box.open(4)
    page.reload()
    box.shows(4)
    page.keyboard.press("Escape")
    box.is_closed()


@pytest.mark.parametrize("fragment", ["#anh-8", "#anh-0", "#anh-", "#anh-1x", "#all_photos"])
def test_another_fragment_opens_nothing(visit, fragment):
    page = visit(fragment)
    expect(page.locator("dialog.lightbox")).to_be_hidden()
    page.evaluate("fragment => location.hash = fragment", "#anh-99")
    expect(page).to_have_url(re.compile("#anh-99$"))
    expect(page.locator("dialog.lightbox")).to_be_hidden()


def test_a_link_in_the_text_opens_the_photo_and_gets_the_focus_back(visit):
    page = visit()
    box = Lightbox(page)
    words = page.get_by_role("link", name="ảnh ba")
    words.click()
    box.shows(3)
    page.keyboard.press("Escape")
    box.is_closed()
    expect(words).to_be_focused()
    expect(words).to_be_in_viewport()


@pytest.mark.parametrize("how", ["Escape", "Back"])
def test_closing_at_another_photo_scrolls_to_it(visit, how):
    page = visit(viewport=PHONE)
    box = Lightbox(page)
    page.get_by_role("link", name="ảnh ba").click()
    box.shows(3)
    page.keyboard.press("End")
    box.shows(7)
    page.keyboard.press("Escape") if how == "Escape" else page.go_back()
    box.is_closed()
    until(page, "history.scrollRestoration === 'auto'")  # gone back for good
    expect(link(page, 7)).to_be_in_viewport()


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"modifiers": ["Control"]}, id="ctrl"),
        pytest.param({"modifiers": ["Shift"]}, id="shift"),
        pytest.param({"button": "middle"}, id="middle"),
    ],
)
def test_a_modified_click_follows_the_link(visit, how):
    page = visit()
    with page.context.expect_page() as opened:
        link(page, 2).click(**how)
    opened.value.wait_for_url(re.compile(r"/images/2026/a/02\.1600\.\w+\.jpg$"))
    Lightbox(page).is_closed()


def test_without_scripts_the_link_opens_the_photo(visit):
    page = visit(java_script_enabled=False)
    expect(page.locator("dialog.lightbox")).to_be_hidden()
    link(page, 2).click()
    page.wait_for_url(re.compile(r"/images/2026/a/02\.1600\.\w+\.jpg$"))


def test_a_change_is_announced_once_with_its_place_and_caption(visit):
    page = visit()
    box = Lightbox(page)
    box.open(2)
    expect(box.words).to_have_attribute("aria-live", "polite")
    expect(box.dialog).to_have_accessible_name("Xem ảnh")
    expect(box.dialog).to_have_accessible_description("2 trên 7 Các đại biểu.")
    box.words.evaluate(
        """words => {
          window.announced = [];
          new MutationObserver((records) => {
            announced.push(words.innerText.replace(/\\s+/g, " ").trim());
          }).observe(words, {childList: true, subtree: true, characterData: true});
        }"""
    )
    page.keyboard.press("ArrowLeft")
    box.shows(1)
    assert page.evaluate("announced") == ["1 trên 7 Giám đốc khai mạc."]
    expect(box.words.locator("strong")).to_have_text("khai mạc")


@pytest.mark.parametrize(
    ("viewport", "density", "expected"),
    [
        pytest.param(PHONE, 1, 480, id="phone"),
        pytest.param(PHONE, 2, 960, id="sharp-phone"),
        pytest.param(DESK, 1, 960, id="desk"),
        pytest.param(WALL, 1, 1600, id="wall"),
    ],
)
def test_the_photo_and_its_neighbours_come_in_the_size_they_are_shown(
    visit, viewport, density, expected
):
    page = visit(viewport=viewport, device_scale_factor=density)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    box = Lightbox(page)
    box.open(5)
    photos = box.dialog.locator(".stage img")
    expect(photos).to_have_count(3)
    chosen = photos.evaluate_all("all => all.map((photo) => photo.currentSrc)")
    sizes = {re.search(r"/(\d\d)\.(\d+)\.", address).groups() for address in chosen}
    assert {number for number, _ in sizes} == {"04", "05", "06"}
    assert dict(sizes)["05"] == dict(sizes)["06"] == str(expected)
    assert not any(
        f"05.{wider}." in url for url in asked for wider in (960, 1600) if wider > expected
    )


def test_a_photo_is_never_shown_larger_than_it_is(visit):
    page = visit("#anh-7")
    box = Lightbox(page)
    box.shows(7)
    assert box.photo.bounding_box()["width"] == 300


def test_a_slow_photo_shows_the_small_one_first_and_nothing_jumps(visit):
    page = visit(viewport=WALL)
    held = []
    page.route(re.compile(r"/02\.1600\."), lambda route: held.append(route))
    link(page, 2).scroll_into_view_if_needed()
    expect(link(page, 2).locator("picture img")).to_have_js_property("complete", True)
    small = link(page, 2).locator("picture img").evaluate("photo => photo.currentSrc")
    link(page, 2).click()
    box = Lightbox(page)
    expect(box.photo).to_be_visible()
    assert box.photo.evaluate("photo => photo.complete") is False
    assert small in box.photo.evaluate("photo => getComputedStyle(photo).backgroundImage")
    before = box.photo.bounding_box()
    for route in held:
        route.continue_()
    box.shows(2)
    assert box.photo.bounding_box() == before


def test_a_photo_that_does_not_come_leaves_its_words_and_a_link(visit, gallery):
    page = visit()
    page.route(re.compile(r"/02\.\d+\.\w+\.(avif|jpg)"), lambda route: route.abort())
    box = Lightbox(page)
    box.open(1)
    failed = box.dialog.locator(".failed p")
    expect(failed).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(failed).to_have_text("Chưa tải được ảnh này. Mở riêng ảnh này")
    expect(box.words).to_have_text("2 trên 7 Các đại biểu.", use_inner_text=True)
    address = failed.locator("a").get_attribute("href")
    assert re.search(r"/images/2026/a/02\.1600\.", urljoin(gallery, address))
    failed.locator("a").focus()
    page.keyboard.press("ArrowRight")
    box.shows(3)
    expect(failed).to_be_hidden()
    expect(page.get_by_role("button", name="Đóng")).to_be_focused()


def touch(visit, number=2):
    """A phone on which nothing glides: a place that is read is a place that lasts."""
    page = visit(viewport=PHONE, has_touch=True, reduced_motion="reduce")
    box = Lightbox(page)
    box.open(number)
    return page, box, Hand(page)


def test_a_finger_swipes_to_the_neighbours(visit):
    _, box, hand = touch(visit)
    hand.swipes(box.middle(), right=-150)
    box.shows(3)
    hand.swipes(box.middle(), right=150, down=30)
    box.shows(2)
    hand.swipes(box.middle(), right=150)
    box.shows(1)
    hand.swipes(box.middle(), right=150)
    box.shows(1)
    expect(box.dialog.locator(".stage")).to_have_js_property("style.length", 3)
    assert (
        box.dialog.locator(".stage").evaluate("s => s.style.getPropertyValue('--x')") == "0px"
    )


def test_a_finger_that_swipes_down_closes(visit):
    _, box, hand = touch(visit)
    hand.swipes(box.middle(), right=0, down=-200)
    box.shows(2)
    hand.swipes(box.middle(), right=20, down=200)
    box.is_closed()


def test_two_fingers_zoom_within_limits_and_one_moves_the_photo(visit):
    page, box, hand = touch(visit)
    hand.pinches(box.middle(), 80, 200)
    assert box.zoom() == pytest.approx(2.5, abs=0.05)
    place = box.photo.bounding_box()
    hand.swipes(box.middle(), right=-120)
    box.shows(2)
    expect(box.photo).not_to_have_js_property("x", place["x"])
    hand.swipes(box.middle(), right=-3000)
    right = box.photo.bounding_box()
    assert right["x"] + right["width"] == pytest.approx(
        390, abs=1
    )  # its edge meets the stage's
    hand.pinches(box.middle(), 40, 380)
    assert box.zoom() == 4
    hand.pinches(box.middle(), 380, 20)
    assert box.zoom() == 1
    hand.pinches(box.middle(), 80, 200)
    page.keyboard.press("ArrowRight")
    box.shows(3)
    assert box.zoom() == 1


def test_two_taps_zoom_in_and_out_where_they_fall(visit):
    _, box, hand = touch(visit)
    x, y = box.middle()
    hand.taps_twice(x + 60, y)
    expect(box.photo).to_have_css("scale", "2.5")
    hand.taps_twice(x, y)
    expect(box.photo).to_have_css("scale", "1")


def test_the_wheel_zooms_with_ctrl_only_and_fetches_a_sharper_photo(visit):
    page = visit()
    box = Lightbox(page)
    box.open(2)
    assert ".960." in box.photo.evaluate("photo => photo.currentSrc")
    page.mouse.move(*box.middle())
    page.mouse.wheel(0, -100)
    assert box.zoom() == 1
    page.keyboard.down("Control")
    for _ in range(10):
        page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    expect(box.photo).to_have_css("scale", "4")
    shown = "document.querySelector('.lightbox [data-place=\"0\"]').currentSrc"
    until(page, f"{shown}.includes('/02.1600.')")
    page.mouse.down()
    page.mouse.move(400, 300, steps=3)
    page.mouse.up()  # moved the photo; it was no click beside it
    box.shows(2)


def test_a_click_beside_the_photo_closes_and_one_on_it_does_not(visit):
    page = visit()
    box = Lightbox(page)
    box.open(7)
    page.mouse.click(*box.middle())
    box.shows(7)
    stage = box.dialog.locator(".stage").bounding_box()
    page.mouse.click(stage["x"] + 10, stage["y"] + 10)
    box.is_closed()


def test_a_photo_can_be_kept_as_a_large_jpeg_that_is_called_by_its_bulletin(visit):
    page = visit()
    box = Lightbox(page)
    box.open(4)
    page.keyboard.press("Shift+Tab")  # from the button that closes
    keep = page.get_by_role("link", name="Tải ảnh này về máy")
    expect(keep).to_be_focused()
    with page.expect_download() as kept:
        page.keyboard.press("Enter")
    assert kept.value.suggested_filename == "a-4.jpg"
    with Image.open(kept.value.path()) as photo:
        assert (photo.format, photo.size) == ("JPEG", (1200, 1800))
    box.shows(4)
    page.keyboard.press("ArrowRight")
    box.shows(5)
    with page.expect_download() as kept:
        keep.click()
    assert kept.value.suggested_filename == "a-5.jpg"


def test_a_photo_that_may_not_be_shown_leaves_its_number_empty(visit):
    page = visit("../few/")
    page.route(re.compile("/news/2026/a/"), without_the_third)
    page.goto(page.url.replace("few", "a"))
    expect(page.locator("#anh-3")).to_have_count(0)
    box = Lightbox(page)
    box.open(2)
    for key, number in (("ArrowRight", 4), ("End", 7), ("Home", 1)):
        page.keyboard.press(key)
        box.shows(number)
    page.evaluate("location.hash = 'anh-3'")
    expect(box.dialog).to_be_hidden()


def without_the_third(route) -> None:
    answer = route.fetch()
    third = re.compile(r'<figure class="shape-\d+" id="anh-3">.*?</figure>', re.DOTALL)
    route.fulfill(response=answer, body=third.sub("", answer.text()))


def test_behind_a_photo_that_the_page_has_not_loaded_stands_its_placeholder(visit):
    page = visit("../few/")
    page.route(re.compile(r"\.(avif|jpg)$"), lambda route: None)
    page.goto(page.url.replace("few/", "a/#anh-7"), wait_until="domcontentloaded")
    photo = Lightbox(page).photo
    expect(photo).to_be_visible()
    behind = photo.evaluate("photo => getComputedStyle(photo).backgroundImage")
    assert behind.startswith('url("data:image/webp;base64,')
    assert photo.bounding_box()["width"] == 300


def test_the_page_behind_stays_where_it_is(visit):
    page = visit()
    box = Lightbox(page)
    box.open(2)
    before = page.evaluate("scrollY")
    page.mouse.move(*box.middle())
    page.mouse.wheel(0, 900)
    page.keyboard.press("ArrowRight")
    box.shows(3)
    assert page.evaluate("scrollY") == before


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize(
    "viewport",
    [
        pytest.param(PHONE, id="phone"),
        pytest.param(ON_ITS_SIDE, id="on-its-side"),
        pytest.param({"width": 320, "height": 480}, id="small"),
        pytest.param(DESK, id="desk"),
    ],
)
def test_everything_has_its_place_whatever_the_screen(visit, viewport, text):
    page = visit("#anh-3", viewport=viewport)
    box = Lightbox(page)
    box.shows(3)
    page.evaluate("size => document.documentElement.style.fontSize = size", f"{text}%")
    boxes = {
        name: box.dialog.locator(f".{name}").bounding_box()
        for name in ("stage", "words", "previous", "download", "close", "next")
    }
    for name, one in boxes.items():
        assert one["x"] >= 0 and one["x"] + one["width"] <= viewport["width"], name
        assert one["y"] >= 0 and one["y"] + one["height"] <= viewport["height"], name
    names = list(boxes)
    for index, name in enumerate(names):
        assert not any(meet(boxes[name], boxes[other]) for other in names[index + 1 :]), name
    for name in ("previous", "download", "close", "next"):
        assert min(boxes[name]["width"], boxes[name]["height"]) >= 44
    photo = box.photo.bounding_box()
    assert photo["width"] / photo["height"] == pytest.approx(1700 / 1133, rel=0.01)
    assert photo["height"] > 100
    box.words.evaluate("words => words.scrollTo(0, 99999)")
    last = box.words.evaluate(
        """words => {
          const range = document.createRange();
          range.selectNodeContents(words);
          return words.getBoundingClientRect().bottom - range.getBoundingClientRect().bottom;
        }"""
    )
    assert last >= 0  # the end of the longest caption can be reached


def meet(one, other) -> bool:
    def overlap(at: str, length: str) -> float:
        ends = (box[at] + box[length] for box in (one, other))
        return min(ends) - max(one[at], other[at])

    return overlap("x", "width") > 0.5 and overlap("y", "height") > 0.5


def test_a_caption_that_must_be_scrolled_can_be_reached_with_the_keyboard(visit):
    page = visit("#anh-3", viewport={"width": 320, "height": 480})
    box = Lightbox(page)
    box.shows(3)
    expect(box.words).to_have_attribute("tabindex", "0")
    for _ in ("download", "previous", "words"):
        page.keyboard.press("Shift+Tab")
    expect(box.words).to_be_focused()
    page.keyboard.press("End")
    box.shows(7)
    expect(box.words).to_be_focused()


@pytest.mark.parametrize("wish", ["reduce", "no-preference"])
def test_nothing_moves_for_those_who_wish_so(visit, wish):
    page = visit("#anh-2", reduced_motion=wish)
    box = Lightbox(page)
    box.shows(2)
    moving = page.evaluate(
        """[".lightbox", ".lightbox .stage img"].some((found) => {
          const style = getComputedStyle(document.querySelector(found));
          return style.transitionDuration !== "0s" || style.animationName !== "none";
        })"""
    )
    assert moving is (wish == "no-preference")


def test_paper_never_shows_it(visit):
    page = visit("#anh-2")
    box = Lightbox(page)
    box.shows(2)
    page.emulate_media(media="print")
    expect(box.dialog).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_stage_is_dark_in_both_schemes_and_axe_finds_nothing(visit, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = visit("#anh-3", color_scheme=scheme, viewport=PHONE, reduced_motion="reduce")
    box = Lightbox(page)
    box.shows(3)
    color = box.dialog.evaluate("dialog => getComputedStyle(dialog).backgroundColor")
    assert sum(map(int, re.findall(r"\d+", color)[:3])) < 100
    found = Axe().run(page, context="dialog.lightbox").response["violations"]
    assert [one["id"] for one in found] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_signs_are_seen_in_the_readers_own_colours(visit, scheme):
    page = visit("#anh-1", forced_colors="active", color_scheme=scheme)
    box = Lightbox(page)
    box.shows(1)
    page.get_by_role("button", name="Ảnh sau").hover()
    colors = box.dialog.locator("button:not([aria-disabled=true]) svg").evaluate_all(
        "all => all.map(getComputedStyle).map((own) => [own.stroke, own.backgroundColor])"
    )
    for sign, ground in colors:
        ink, paper = (sum(map(int, re.findall(r"\d+", color)[:3])) for color in (sign, ground))
        assert abs(ink - paper) > 250
