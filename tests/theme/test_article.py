"""A bulletin's page in a browser: what it fetches, where things stand, what paper shows."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest

from newsrooms import Newsroom, jpeg
from waiting import typeset

pytest.importorskip("playwright")

WIDE, TALL, PANORAMA = (1650, 1100), (1100, 1650), (2160, 600)
PHOTOS = {
    "2026/wide": (WIDE, TALL, (1640, 1230), WIDE, WIDE, PANORAMA, WIDE),
    "2026/tall": (TALL, TALL),
    "2026/one": (WIDE,),
    "2026/placed": (WIDE, TALL, WIDE, WIDE),
}
LONG = (
    "Lãnh đạo và các trưởng khoa, phòng chụp ảnh lưu niệm trước sảnh chính sau buổi làm việc. "
)
TEXT = (
    """Một đoạn về [một trang khác](https://example.org/trang).

> Một lời hay.
> — BSCKII Nguyễn Thị Hảo, Phó Giám đốc

## Mục

"""
    + "Một đoạn khá dài để có nhiều dòng trong cột chữ của bản tin. " * 12
)
PEOPLE = "participants: [{name: An, organization: Bệnh viện, part: chair}, {organization: Sở}]"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
SHIFTS = """() => {
  window.shifts = [];
  window.observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  observer.observe({ type: "layout-shift" });
}"""
LOADED = """async () => {
  const photos = [...document.querySelectorAll("main picture img")];
  photos.forEach((photo) => { photo.loading = "eager"; });
  await Promise.all(photos.map((photo) => photo.decode()));
}"""
SHIFTED = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return [...shifts, ...observer.takeRecords()].map((one) => one.value);
}"""
FETCHED = """() => [...document.querySelectorAll("main picture img")].map((photo) => ({
  width: photo.getBoundingClientRect().width * devicePixelRatio,
  fetched: photo.currentSrc,
  offered: photo.closest("picture").querySelector("source").srcset,
}))"""
BOXES = """(selector) => [...document.querySelectorAll(selector)].map((element) => {
  const box = element.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
})"""
BLOCKS = ("main > :not(dialog)", ".columns > *", ".gallery figure", ".facts dl > div")
"""Groups of which no two may lie on each other."""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def site(tmp_path_factory, served):
    """Address of a site with bulletins of several kinds."""
    room = Newsroom(tmp_path_factory.mktemp("article"))
    for id, sizes in PHOTOS.items():
        for number, size in enumerate(sizes, start=1):
            room.write(f"images/{id}/{number:02}.jpg", jpeg(f"photo {number}", size))
        captions = [f'  - "{LONG * (3 if number == 1 else 1)}"' for number in range(len(sizes))]
        body = TEXT.replace("## Mục", "[gallery]\n\n## Mục") if id == "2026/placed" else TEXT
        keys = {
            "place": "Hội trường",
            "category": "hop-tac",
            "title": f"{id} {LONG}"[:140],
            "body": body,
        }
        room.bulletin(id, PEOPLE, "captions:", *captions, **keys)
    room.bulletin("2026/single", "participants: [{organization: Sở}]")
    room.built()
    return served(room.site) + "news/"


@pytest.fixture
def visit(browser, site):
    """``visit(id, **context)`` opens a bulletin."""
    contexts = []

    def open_page(id="2026/wide", **options):
        context = browser.new_context(**{"viewport": DESK} | options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{site}{id}/")
        return page

    yield open_page
    for context in contexts:
        context.close()


def enlarged(page):
    page.add_style_tag(content="html { font-size: 200% !important }")
    return page


def chosen(photo):
    """Widths in px: as shown, as fetched, and all that were offered."""
    offered = sorted(int(width) for width in re.findall(r" (\d+)w", photo["offered"]))
    return photo["width"], int(photo["fetched"].rsplit(".", 3)[1]), offered


@pytest.mark.parametrize("id", PHOTOS)
@pytest.mark.parametrize(
    ("ratio", "cover", "others"), [(1, 480, 480), (2, 720, 960), (3, 720, 960)]
)
def test_a_phone_fetches_small_photos(visit, id, ratio, cover, others):
    page = visit(id, viewport=PHONE, device_scale_factor=ratio)
    page.evaluate(LOADED)
    found = [chosen(photo)[1:] for photo in page.evaluate(FETCHED)]
    assert {width for width, offered in found if 720 in offered} == {cover}
    assert {width for width, offered in found if 720 not in offered} <= {others}


@pytest.mark.parametrize("id", PHOTOS)
@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("width", [768, 960, 1280, 1920])
def test_no_photo_is_larger_than_its_place_or_much_smaller(visit, id, width, ratio):
    window = {"width": width, "height": 900}
    pages = (visit(id, viewport=window, device_scale_factor=ratio) for _ in range(3))
    assert [] in map(misfits, pages)  # now and then a new window chooses as a phone would


def misfits(page):
    """Photos whose file is too small or needlessly large, as ``chosen`` has them."""
    page.evaluate(LOADED)
    found = []
    for shown, fetched, offered in map(chosen, page.evaluate(FETCHED)):
        smaller = [one for one in offered if one < fetched]
        enough = fetched >= 0.95 * shown or fetched == offered[-1]
        if not enough or (smaller and smaller[-1] >= 1.05 * shown):
            found.append((shown, fetched, offered))
    return found


@pytest.mark.parametrize("id", PHOTOS)
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_moves_when_photos_arrive(browser, site, id, viewport):
    context = browser.new_context(viewport=viewport)
    page, held, waiting = context.new_page(), [], [True]
    page.route(
        re.compile("/images/"),
        lambda photo: held.append(photo) if waiting else photo.continue_(),
    )
    page.goto(f"{site}{id}/", wait_until="domcontentloaded")
    typeset(page)
    page.evaluate(SHIFTS)
    waiting.clear()
    for photo in held:
        photo.continue_()
    page.evaluate(LOADED)
    assert held
    assert page.evaluate(SHIFTED) == []
    context.close()


@pytest.mark.parametrize("id", PHOTOS)
@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"viewport": {"width": 320, "height": 640}}, id="narrow"),
        pytest.param({"viewport": {"width": 768, "height": 1024}}, id="tablet"),
        pytest.param({"viewport": DESK}, id="desk"),
        pytest.param({"viewport": DESK, "bypass_csp": True}, id="desk-large-text"),
    ],
)
def test_nothing_overlaps_or_leaves_the_page(visit, id, options):
    page = visit(id, **options)
    if "bypass_csp" in options:
        enlarged(page)
    assert page.evaluate(SIDEWAYS) == 0
    for group in BLOCKS:
        for one, other in combinations(page.evaluate(BOXES, group), 2):
            apart = one[2] <= other[0] + 1 or other[2] <= one[0] + 1
            assert apart or one[3] <= other[1] + 1 or other[3] <= one[1] + 1, group


def test_large_text_gets_the_width_it_needs(visit):
    page = enlarged(visit(bypass_csp=True))
    (column,) = page.evaluate(BOXES, ".column")
    (side,) = page.evaluate(BOXES, ".side")
    assert column[2] - column[0] > 900
    assert side[3] <= column[1]


def test_facts_stand_beside_the_text_where_there_is_room(visit):
    page = visit()
    (column,) = page.evaluate(BOXES, ".column")
    (facts,) = page.evaluate(BOXES, ".facts")
    assert facts[0] > column[2]
    (cover,) = page.evaluate(BOXES, ".cover")
    assert facts[1] == pytest.approx(cover[1], abs=2)
    assert cover[2] < facts[0]


def test_only_a_list_of_organizations_has_dashes(visit):
    dash = """() => [...document.querySelectorAll(".fact-organizations dd")].map(
      (one) => getComputedStyle(one, "::before").content)"""
    assert visit("2026/wide").evaluate(dash) == ['"–"', '"–"']
    assert visit("2026/single").evaluate(dash) == ["none"]


def test_a_tall_cover_keeps_the_text_beside_it(visit):
    page = visit("2026/tall")
    (column,) = page.evaluate(BOXES, ".column")
    (cover,) = page.evaluate(BOXES, ".cover picture img")
    assert cover[0] > column[2]
    assert (cover[2] - cover[0]) / (cover[3] - cover[1]) == pytest.approx(2 / 3, abs=0.01)


def test_photos_of_a_row_are_equally_high(visit):
    page = visit()
    rows = page.locator(".photo-row").count()
    assert rows > 1
    for row in range(1, rows + 1):
        boxes = page.evaluate(BOXES, f".photo-row:nth-of-type({row}) picture img")
        assert len({round(box[1]) for box in boxes}) == 1
        assert max(box[3] for box in boxes) - min(box[3] for box in boxes) < 2


def test_a_phone_shows_one_photo_below_the_other_and_none_beyond_the_screen(visit):
    page = visit(viewport={"width": 600, "height": 360})
    photos = page.evaluate(BOXES, "main picture img")
    assert all(one[3] <= other[1] for one, other in pairwise(photos))
    assert all(one[3] - one[1] <= 360 for one in photos)


def test_without_scripts_a_photo_opens_as_its_file(visit):
    page = visit(java_script_enabled=False)
    page.locator(".cover a").click()
    page.wait_for_url(re.compile("#anh-1$"))
    page.locator("#anh-2 a").click()
    page.wait_for_url(re.compile(r"/02\.1100\.[0-9a-f]+\.jpg$"))


def test_paper_has_photos_in_pairs_the_facts_in_a_frame_and_written_out_links(visit):
    page = visit(viewport={"width": 680, "height": 960})
    page.emulate_media(media="print")
    figures = page.evaluate(BOXES, ".gallery figure")
    for left, right in zip(figures[::2], figures[1::2], strict=False):
        assert left[1] == pytest.approx(right[1], abs=1)
        assert left[2] <= right[0]
    facts = page.locator(".facts")
    assert facts.is_visible()
    assert facts.evaluate("(box) => getComputedStyle(box).borderTopStyle") == "solid"
    link = page.locator(".body a[href^='https']")
    after = link.evaluate("(one) => getComputedStyle(one, '::after').content")
    assert "https://example.org/trang" in after
    assert page.locator(".gallery-hint").is_hidden()
