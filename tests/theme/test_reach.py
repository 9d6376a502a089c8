"""Readers with large text, with an older browser, with a phone on its side."""

from __future__ import annotations

import re

import pytest

from bantin.theme.assets import ROOM
from newsrooms import SETTINGS, Newsroom, jpeg
from waiting import until

pytest.importorskip("playwright")

HOSPITAL = """\
      series:
        so-ket: {vi: Sơ kết công tác chỉ đạo tuyến, en: Review}
      hospital:
        emergency: 0200 000 0115
        email: mot-dia-chi-rat-dai@benh-vien.example.org
"""
PEOPLE = (
    "participants:",
    "  - {name: Nguyễn Thị Hảo, role: Phó Giám đốc, part: chair}",
    *(f"  - {{name: Người {number}, organization: Đơn vị {number}}}" for number in range(20)),
)
BODY = "Xem [một trang khác](https://example.org/).\n\n" * 20
PHONE = {"width": 390, "height": 844}
ON_ITS_SIDE = {"width": 844, "height": 390}
LARGE = "html { font-size: 200% !important }"
UNKNOWN = ("selector(:popover-open)", "(color:light-dark(#fff,#000))")
"""What browsers before 2024 answer with no."""
NO_POPOVER = """addEventListener("DOMContentLoaded", () => {
  for (const one of document.querySelectorAll("[popover]")) one.removeAttribute("popover");
});"""
WIDTHS = """(selector) => [...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility())
  .map((one) => one.clientWidth / parseFloat(getComputedStyle(one).fontSize))"""
BOTTOM = "document.querySelector('.strip-top').getBoundingClientRect().bottom"
TOPS = """async () => {
  const tops = [];
  const links = [...document.querySelectorAll("main a")].filter((one) => one.checkVisibility());
  for (const link of links.reverse()) {
    link.focus();
    await new Promise(requestAnimationFrame);
    tops.push(link.getBoundingClientRect().top);
  }
  return tops;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory, served):
    """Address of a site with events, a series and a number for emergencies."""
    room = Newsroom(tmp_path_factory.mktemp("reach"), SETTINGS + HOSPITAL)
    keys = {"category": "hop-tac", "place": "Hội trường bệnh viện", "series": "so-ket"}
    for number in range(1, 10):
        room.write(f"images/2026/b{number}/01.jpg", jpeg(f"{number}", (1200, 800)))
        title = f"Hội nghị sơ kết lần {number} và những việc sẽ làm"
        front = {"title": title, "date": f"2026-0{number}-01"}
        room.bulletin(f"2026/b{number}", "captions: [Ảnh]", *PEOPLE, body=BODY, **keys | front)
    coming = {"title": "Ngày tiêm chủng", "date": "2026-12-12"}
    room.bulletin("2026/coming", "published: 2026-01-01", **keys | coming)
    room.built()
    return served(room.site)


@pytest.fixture
def visit(browser, site):
    """``visit(address, large=True, **context)`` opens a page."""
    contexts = []

    def open_page(address="", *, large=False, old=False, **options):
        context = browser.new_context(**{"viewport": PHONE, "bypass_csp": True} | options)
        contexts.append(context)
        page = context.new_page()
        if old:
            page.add_init_script(NO_POPOVER)
            page.route(re.compile(r"/bantin\.\w+\.css"), age)
        page.goto(site + address)
        if large:
            page.add_style_tag(content=LARGE)
        return page

    yield open_page
    for context in contexts:
        context.close()


def age(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=as_read_by_old_browsers(answer.text()))


def as_read_by_old_browsers(sheet):
    """Without the rules that such a browser skips, with those meant for it alone."""
    for asked in UNKNOWN:
        sheet = without(sheet, f"@supports {asked}", keep=False)
        sheet = without(sheet, f"@supports not {asked}", keep=True)
    return sheet.replace("light-dark(", "unknown(")


def without(sheet, rule, *, keep):
    """The sheet without a conditional rule, its inside kept or not."""
    before, found, rest = sheet.partition(rule + "{")
    if not found:
        return sheet
    depth, end = 1, 0
    while depth:
        depth += {"{": 1, "}": -1}.get(rest[end], 0)
        end += 1
    inside = rest[: end - 1] if keep else ""
    return before + inside + without(rest[end:], rule, keep=keep)


def test_large_text_has_room_in_the_facts(visit):
    widths = visit("news/2026/b5/", large=True).evaluate(WIDTHS, ".facts dd")
    assert len(widths) >= 4
    assert min(widths) >= 6


@pytest.mark.parametrize("part", [".newest .words", ".sections .words", ".event > div"])
def test_large_text_has_room_at_home(visit, part):
    widths = visit(large=True).evaluate(WIDTHS, part)
    assert widths
    assert min(widths) >= 8


@pytest.mark.parametrize("address", ["", "news/2026/b5/", "news/2026/"])
def test_large_text_leaves_nothing_beside_the_screen(visit, address):
    page = visit(address, large=True)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.parametrize("large", [False, True], ids=["text", "large-text"])
def test_what_is_reached_by_keyboard_is_not_under_the_strip(visit, large):
    page = visit("news/2026/b5/", large=large)
    tops = page.evaluate(TOPS)
    assert min(tops) >= page.evaluate(BOTTOM) > 0


@pytest.mark.parametrize("options", [PHONE, ON_ITS_SIDE], ids=["upright", "on-its-side"])
@pytest.mark.parametrize("large", [False, True], ids=["text", "large-text"])
def test_a_link_down_the_page_arrives_below_the_strip(visit, options, large):
    page = visit("news/2026/b5/", large=large, viewport=options, has_touch=True, is_mobile=True)
    page.evaluate("location.hash = 'all_participants'")
    until(page, "scrollY > 0")
    heading = page.locator("#all_participants h2").bounding_box()["y"]
    assert 0 < page.evaluate(BOTTOM) <= heading


def test_an_old_browser_shows_the_menu_below_the_header(visit):
    page = visit(old=True)
    menu, tools, main = (
        page.locator(one).bounding_box() for one in (".menu", ".tools", "main")
    )
    assert page.locator(".open-menu").is_hidden()
    assert page.locator(".menu a").first.is_visible()
    assert menu["y"] >= tools["y"] + tools["height"]
    assert menu["y"] + menu["height"] <= main["y"]


def test_a_browser_with_popovers_keeps_the_menu_until_it_is_asked_for(visit):
    page = visit()
    assert page.locator(".menu").is_hidden()
    page.locator(".open-menu").click()
    box = page.locator(".menu").bounding_box()
    assert box["y"] + box["height"] == pytest.approx(PHONE["height"], abs=1)


def test_an_old_browser_has_the_light_colours_in_the_dark_too(visit):
    new, old = visit(), visit(old=True, color_scheme="dark")
    seen = """() => ["body", ".strip-top", ".site-header", ".headlines time"].map((one) => {
      const found = getComputedStyle(document.querySelector(one));
      return [found.color, found.backgroundColor];
    })"""
    assert old.evaluate(seen) == new.evaluate(seen)
    assert [one.is_visible() for one in old.locator(".scheme").all()] == [False, False]


def test_every_colour_is_said_again_for_old_browsers():
    tokens = (ROOM / "styles" / "tokens.css").read_text("utf-8")
    known, _, rest = tokens.partition("@supports not")
    again = rest.partition("@media print")[0]
    said = [
        (name, re.sub(r"light-dark\((#\w+), #\w+\)", r"\1", value))
        for name, value in re.findall(r"(--[\w-]+): (.*light-dark.*);", known)
    ]
    assert said == re.findall(r"(--[\w-]+): (.*);", again)
