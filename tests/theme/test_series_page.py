"""The page of a series in a browser: editions beside each other, a table on a phone."""

from __future__ import annotations

import pytest

from newsrooms import SETTINGS, Newsroom, jpeg
from waiting import until

pytest.importorskip("playwright")

YEARS = range(2018, 2027)
HOSPITALS = (
    *("Bệnh viện Đa khoa khu vực Đồng Sương", "Trung tâm Y tế khu vực Thung Mây"),
    *("Sở Y tế tỉnh Thanh Vân", "Bệnh viện Bạch Mai"),
)
SERIES = "      series:\n        tuyen: {vi: Sơ kết công tác tuyến, en: Review}\n"
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
BOXES = """(selector) => [...document.querySelectorAll(selector)].map((element) => {
  const box = element.getBoundingClientRect();
  return { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
})"""
BORDER = """() => {
  const mark = getComputedStyle(document.querySelector("td.there"), "::before");
  return [mark.borderTopWidth, mark.borderTopColor];
}"""


@pytest.fixture(scope="module")
def series(tmp_path_factory, served):
    """Address of the page of a series of nine editions."""
    room = Newsroom(tmp_path_factory.mktemp("series"), SETTINGS + SERIES)
    for number, year in enumerate(YEARS):
        id = f"{year}/so-ket"
        room.write(f"images/{id}/01.jpg", jpeg(id, (1650, 1100)))
        host, *guests = HOSPITALS[: 2 + number % 3]
        people = [f'  - {{organization: "{host}", part: host}}']
        people += [f'  - {{organization: "{guest}"}}' for guest in guests]
        keys = {"title": f"Sơ kết {year} " + "thêm nhiều trẻ " * (1 + number % 4)}
        keys |= {"date": f"{year}-07-10", "series": "tuyen", "category": "hop-tac"}
        room.bulletin(
            id, "participants:", *people, "captions: [Toàn cảnh.]", place="Hội trường", **keys
        )
    room.built()
    return served(room.site) + "series/tuyen/"


@pytest.fixture
def visit(browser, series):
    contexts = []

    def open_page(width, **options):
        options = {"viewport": {"width": width, "height": 844}} | options
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.goto(series)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("width", "columns"), [(390, 1), (768, 2), (1280, 4)])
def test_editions_stand_beside_each_other_as_far_as_there_is_room(visit, width, columns):
    boxes = visit(width).evaluate(BOXES, ".editions > ol > li")
    assert len(boxes) == 8
    tops = [box["top"] for box in boxes]
    assert tops.count(tops[0]) == columns


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_scrolls_the_table_and_not_the_page(visit, width):
    page = visit(width)
    assert page.evaluate(SIDEWAYS) == 0
    region = page.get_by_role("region", name="Đơn vị tham dự qua các kỳ")
    before = page.evaluate(BOXES, "tbody th")[0]
    last = page.locator("thead th").last
    assert last.bounding_box()["x"] > width, "nothing to scroll: the test tests nothing"
    region.evaluate("region => region.scrollLeft = 9999")
    assert page.evaluate(BOXES, "tbody th")[0]["left"] == before["left"], "the name stays"
    shown = last.bounding_box()
    assert before["right"] <= shown["x"]
    assert shown["x"] + shown["width"] <= width


def test_the_keyboard_scrolls_the_table(visit):
    page = visit(390)
    region = page.locator(".wide-table")
    region.focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('.wide-table').scrollLeft > 0")
    assert page.evaluate("document.activeElement.matches('.wide-table')")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_large_text_makes_no_page_wider(visit, width):
    page = visit(width, bypass_csp=True)
    page.add_style_tag(content="html { font-size: 200% !important }")
    assert page.evaluate(SIDEWAYS) == 0


def test_who_hears_the_table_hears_years_names_and_words(visit):
    page = visit(1280)
    row = page.get_by_role("row", name="Bệnh viện Bạch Mai")
    assert row.get_by_role("rowheader").inner_text() == "Bệnh viện Bạch Mai"
    heard = row.get_by_role("cell").all_inner_texts()
    assert [text.strip() for text in heard] == [
        *("có dự", "không có tên", "không có tên", "có dự", "không có tên", "không có tên"),
        *("có dự", "không có tên"),
    ]
    heads = page.get_by_role("columnheader").all_inner_texts()
    assert heads == ["Đơn vị", *map(str, range(2026, 2018, -1))]


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"media": "print"}])
def test_marks_are_there_without_colours_of_the_page(visit, media):
    page = visit(1280)
    page.emulate_media(**media)
    width, colour = page.evaluate(BORDER)
    assert float(width.removesuffix("px")) > 5
    assert colour not in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_pages_of_a_long_series_lead_on(visit):
    page = visit(1280)
    page.get_by_role("link", name="Trang sau").click()
    page.wait_for_url("**/series/tuyen/page/2/")
    assert page.locator(".editions .year").all_inner_texts() == ["2018"]
