"""The bar, the list and the marks of a preview as HTML."""

from __future__ import annotations

from urllib.parse import urljoin

import html5lib
import pytest

from bantin import theme
from bantin.edition import Body
from bantin.errors import Location, Problem, warning
from bantin.model import BrokenBulletin
from bantin.pages import drafts
from bantin.pages.identity import identity
from bantin.pages.shell import Frame, Shell
from bantin.theme.assets import Assets
from bantin.theme.render import Renderer
from bantin.theme.shell import ShellRenderer
from bantin.visibility import Reason
from pages.editions import SETTINGS, bulletin, edition
from pages.test_targets import PATH, SOURCE, photos, place, read

GUIDE = ("huong-dan/index.md", "huong-dan/thong-bao.md")
HOSTILE = "</aside><script>alert(1)</script> \"x\" onfocus='y'"
EVERYWHERE = [
    warning("invisible-character", Location(PATH, number, len(line) + 1), found="U+200B")
    for number, line in enumerate(SOURCE.split("\n"), start=1)
    if line.strip("-")
]
"""One problem at the end of every line of a bulletin that has everything."""


def around(draft) -> str:
    assets = Assets({}, "assets/bantin.css", {}, {"shell": "assets/shell.js"}, ())
    frame = Frame(
        draft.lang,
        "Trang",
        "",
        "news/",
        "search/",
        (),
        identity(SETTINGS, draft.lang, theme.mark()),
        None,
    )
    shell = Shell(frame, draft.address, draft.title, preview=draft.preview)
    return ShellRenderer(SETTINGS, assets).render(shell).preview


def whole(shown, problems=(), address="news/2026/a/", documents=()):
    """The parsed page with its bar, in the order of the shell."""
    draft = next(one for one in drafts(shown, problems, documents) if one.address == address)
    html = around(draft) + Renderer(shown.settings).render(draft)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = f'<!doctype html><html lang="vi"><head><title>x</title></head><body>{html}</body>'
    return parser.parse(f"{page}</html>").find("body")


def rich(**values):
    one = read()
    shown = {
        "preview": True,
        "galleries": {one.id: photos(one)},
        "bodies": {one.id: Body(("<p>trước</p>", "<p>sau</p>"))},
        "hidden": {one.id: Reason.DRAFT},
    }
    return edition([one], **{**shown, **values})


def by_class(page, name):
    return [one for one in page.iter() if name in one.get("class", "").split()]


def read_out(element):
    return " ".join("".join(element.itertext()).split())


def test_every_number_leads_to_an_element_of_the_page():
    page = whole(rich(), EVERYWHERE)
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    linked = [one.get("href") for one in by_class(page, "complaint-number") if one.tag == "a"]
    assert {href.removeprefix("#") for href in linked} - set(ids) == set()
    assert len(ids) == len(set(ids))
    pages = (
        "title",
        "date",
        "place",
        "category",
        "summary",
        "byline",
        "source",
        "tags",
        "video",
    )
    lists = (
        "participant_2",
        "anh-2",
        "attachment_2",
        "correction_1",
        "all_photos",
        "all_outcomes",
    )
    spoken_of = {*(f"page_{name}" for name in (*pages, "body", "rest")), *lists}
    assert spoken_of <= {href.removeprefix("#") for href in linked}


def test_numbers_stand_in_their_order_and_those_without_a_place_are_no_links():
    numbers = by_class(whole(rich(), EVERYWHERE), "complaint-number")
    assert [read_out(one) for one in numbers] == [
        str(number) for number in range(1, len(EVERYWHERE) + 1)
    ]
    hidden = [one for one in numbers if one.tag == "span"]
    assert hidden  # of `published`, which no reader sees
    assert not any(one.get("href") for one in hidden)


def test_words_to_be_found_are_handed_over_as_attributes():
    at = place("khac.md")
    (number,) = by_class(whole(rich(), [warning("link-missing", at, target="x")]),
                         "complaint-number")  # fmt: skip
    assert number.get("data-words") == "trang này"
    assert number.get("data-before") == "Xem trang này, rồi"


@pytest.mark.parametrize("code", ["title-unknown", "raw-html", "participant-line"])
def test_what_people_type_stays_text(code):
    at = Location("news/2026/a.md", 11, 5)
    problem = warning(code, at, value=HOSTILE, tag=HOSTILE)
    page = whole(rich(), [problem])
    assert not [one for one in page.iter() if one.tag == "script" or one.get("onfocus")]
    (number,) = by_class(page, "complaint-number")
    assert number.get("data-words", HOSTILE) == HOSTILE
    assert HOSTILE in read_out(by_class(page, "complaint-text")[0])


def test_the_bar_speaks_vietnamese_on_english_pages_too():
    english = bulletin("en/2026/a")
    shown = edition([english], preview=True, hidden={english.id: Reason.DRAFT})
    page = whole(shown, address="news/en/2026/a/", documents=GUIDE)
    (bar,) = by_class(page, "preview")
    assert (bar.get("lang"), read_out(bar)) == (
        "vi",
        "Xem thử · bản nháp Bài này không có lỗi. Hướng dẫn viết bản tin",
    )
    assert read_out(by_class(page, "preview-ribbon")[0]) == "Draft, awaiting approval"
    assert read_out(by_class(page, "sign-off")[0]).startswith("Approval File news/en/2026/a.md")


def test_links_to_the_guide_are_those_of_the_page():
    problem = warning("photo-unused", place("file: 01.jpg"), file="x.jpg")
    page = whole(rich(), [problem], documents=GUIDE)
    base = "https://x.example/news/2026/a/"
    links = [urljoin(base, one.get("href")) for one in by_class(page, "preview")[0].iter("a")]
    assert "https://x.example/huong-dan/" in links
    assert "https://x.example/huong-dan/thong-bao/#photo-unused" in links


def test_a_broken_file_lists_on_its_page_and_the_bar_only_counts():
    problem = Problem(Location("news/2026/x.md", 2, 1), "title-missing", "error")
    broken = BrokenBulletin("2026/x", "news/2026/x.md", (problem,))
    page = whole(edition(preview=True, broken=(broken,)), [problem], "news/2026/x/")
    (bar,) = by_class(page, "preview")
    assert read_out(bar) == "Xem thử · chưa đọc được 1 lỗi"
    assert [one.get("href") for one in bar.iter("a")] == ["#complaint_1"]
    assert [one.get("id") for one in by_class(page, "complaints")[0].iter("li")] == [
        "complaint_1"
    ]


def test_a_public_bulletin_has_neither_ribbon_nor_signature():
    page = whole(rich(hidden={}), EVERYWHERE)
    assert by_class(page, "preview-ribbon") == by_class(page, "sign-off") == []


def test_a_built_page_has_nothing_of_it():
    html = "".join(
        around(draft) + Renderer(SETTINGS).render(draft)
        for draft in drafts(rich(preview=False, hidden={}), EVERYWHERE, GUIDE)
    )
    html = html.replace("trình duyệt", "")  # a browser: the page of results speaks of it
    for word in ("preview", "complaint", "problems", "ribbon", "sign-off", "duyệt"):
        assert word not in html
