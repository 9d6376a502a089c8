"""What the first page, the lists and the 404 page print, at every size of a site."""

from __future__ import annotations

from datetime import date

import html5lib
import pytest

from bantin.model import Photo
from bantin.pages import drafts
from bantin.theme.render import Renderer
from pages.editions import SETTINGS, bulletin, edition, gallery, many

PINNED = {"pinned_until": date(2027, 1, 1), "summary": "Tóm tắt"}
PICTURED = [f"2026/b{number}" for number in range(0, 40, 2)]
SIZES = {
    "none": edition(),
    "one": edition([bulletin()]),
    "only-pinned": edition([bulletin(**PINNED)]),
    "one-coming": edition([bulletin(day=date(2026, 12, 1))]),
    "three": edition(
        [
            *many(2, category="hop-tac"),
            bulletin("2025/c", date(2025, 1, 1), category="hoi-nghi"),
        ]
    ),
    "many": edition(
        [*many(40, category="hop-tac"), bulletin("2026/pinned", **PINNED)],
        galleries={one: gallery(one, *[Photo("x")] * 3) for one in PICTURED},
    ),
}


def drawn(shown, address="", intro=""):
    draft = next(draft for draft in drafts(shown) if draft.address == address)
    html = Renderer(SETTINGS).render(draft, intro=intro)
    return html5lib.parse(html, namespaceHTMLElements=False).find("body")


def classed(page, name):
    return [found for found in page.iter() if name in (found.get("class") or "").split()]


def read(element):
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("address", ["", "news/", "404.html"])
def test_no_heading_stands_above_nothing(size, address):
    page = drawn(SIZES[size], address)
    for around in page.iter():
        below = [child.tag for child in around]
        for tag in ("h2", "h3"):
            if tag in below:
                assert below[below.index(tag) + 1 :], read(around)


@pytest.mark.parametrize(
    ("size", "headings"),
    [
        pytest.param("none", [], id="none"),
        pytest.param("one", ["Bản tin 2026/a"], id="one"),
        pytest.param("only-pinned", ["Bản tin 2026/a"], id="only-pinned"),
        pytest.param(
            "one-coming",
            ["Bản tin 2026/a", "Sắp diễn ra"],
            id="one-coming",
        ),
        pytest.param(
            "three",
            ["Bản tin 2026/b0", "Tin mới", "Chuyên mục", "Lưu trữ theo năm"],
            id="three",
        ),
        pytest.param(
            "many",
            [
                "Cần biết",
                "Bản tin 2026/b0",
                "Tin mới",
                "Đã diễn ra",
                "Hợp tác – Đào tạo",
                "Hình ảnh mới",
                "Tra cứu",
                "Lưu trữ theo năm",
            ],
            id="many",
        ),
    ],
)
def test_a_home_has_the_parts_that_it_can_fill(size, headings):
    assert [read(found) for found in drawn(SIZES[size]).iter("h2")] == headings


def test_the_words_of_docs_stand_before_the_ways_on():
    page = drawn(SIZES["many"], intro="<h1>Giới thiệu</h1>")
    headings = [read(found) for found in page.iter("h2")]
    assert headings[-3:] == ["Giới thiệu", "Tra cứu", "Lưu trữ theo năm"]


def test_the_name_of_the_site_is_seen_where_nothing_leads():
    assert classed(drawn(SIZES["none"]), "visually-hidden") == []
    assert read(classed(drawn(SIZES["one"]), "visually-hidden")[0]) == "Bản tin Bệnh viện"


def test_a_notice_has_a_link_its_date_and_a_summary():
    (notice,) = classed(drawn(SIZES["many"]), "notices")[0].iter("li")
    assert notice.find(".//a").get("href") == "news/2026/pinned/"
    assert read(notice) == "Bản tin 2026/pinned Ngày 6 tháng 2 năm 2026 Tóm tắt"


@pytest.mark.parametrize("address", ["", "news/", "categories/hop-tac/", "404.html"])
def test_a_card_is_one_link_beside_its_category(address):
    cards = classed(drawn(SIZES["many"], address), "card")
    assert cards
    for card in cards:
        links = [link.get("href").rstrip("/").split("/")[-2] for link in card.iter("a")]
        assert links in (["categories", "2026"], ["2026"])


def test_a_card_without_a_photo_shows_its_day_to_the_eye_alone():
    photo, sheet = (classed(card, "card-picture")[0] for card in cards_of("b2", "b1"))
    assert (read(photo), photo.find(".//img").get("alt")) == ("3 ảnh", "")
    assert (read(sheet), sheet.get("aria-hidden")) == ("5 tháng 2, 2026", "true")


def cards_of(*names):
    cards = classed(drawn(SIZES["many"]), "newest")[0].findall(".//article")
    by_title = {read(card.find(".//h3")).split("/")[-1]: card for card in cards}
    return [by_title[name] for name in names]


def test_every_photo_of_the_strip_has_a_name_and_a_place():
    links = classed(drawn(SIZES["many"]), "strip")[0].findall(".//a")
    assert len(links) == 12
    for link in links:
        assert link.get("href").partition("#")[2].startswith("anh-")
        assert read(link) or link.find(".//img").get("alt")


def test_an_event_gives_its_day_to_machines():
    (event,) = classed(drawn(SIZES["one-coming"]), "event")
    assert event.find("time").get("datetime") == "2026-12-01"
    assert read(event) == "1 tháng 12 Bản tin 2026/a"


def test_who_is_lost_in_english_is_spoken_to_in_english():
    page = drawn(edition([bulletin(), bulletin("en/2026/a")]), "404.html")
    assert [link.get("href") for link in classed(page, "button")] == [None, "/", "/news/"]
    (english,) = classed(page, "elsewhere")
    assert english.get("lang") == "en"
    links = [link.get("href") for link in english.iter("a")]
    assert links == ["/en/", "/en/news/", "/en/events/"]


def test_who_is_lost_without_a_script_is_promised_nothing():
    page = drawn(SIZES["many"], "404.html")
    for promise in (*classed(page, "nearest"), *classed(page, "search-form")):
        assert "needs-script" in promise.get("class").split()


def test_a_row_of_the_archive_begins_with_its_date():
    page = drawn(SIZES["many"], "news/2026/")
    row = classed(page, "rows")[0].findall("li")[1]
    assert [found.tag for found in row] == ["time", "a", "span"]
    assert read(row) == "06/02/2026 Bản tin 2026/b0 3 ảnh"
