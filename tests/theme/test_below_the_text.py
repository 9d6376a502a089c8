"""What stands below a bulletin's text, in a browser: passing it on, going on, and on paper."""

from __future__ import annotations

import re
from itertools import combinations
from urllib.parse import urljoin

import pytest

from newsrooms import SETTINGS, Newsroom, jpeg

pytest.importorskip("playwright")
from playwright.sync_api import expect

PAGE = "news/2025/so-ket/"
ADDRESS = urljoin("https://tin.example.org/", PAGE)
SERIES = """\
      series:
        so-ket: {vi: Sơ kết công tác tuyến, en: Review}
"""
PEOPLE = "- id: trong\n  name: Phan Kim Trọng\n  titles: [BSCKII]\n"
PARTICIPANTS = "participants: [BSCKII Phan Kim Trọng – Giám đốc]"
LONG = "Sơ kết công tác tuyến, thêm nhiều trẻ được chăm sóc tốt gần nhà, bớt những chuyến đi xa"
BODY = "Xem [kỳ trước](../2024/so-ket.md) và [báo](https://example.org/bai).\n\n## Mục\n\nLời."
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
BOXES = """(selector) => [...document.querySelectorAll(selector)].map((element) => {
  const box = element.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
})"""
AFTER = "(one) => getComputedStyle(one, '::after').content"
NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });"
NO_COPYING = NO_CLIPBOARD + "Document.prototype.execCommand = () => false;"
SHARES = """window.shared = [];
Navigator.prototype.share = (given) => { shared.push(given); return outcome(); };"""
DONE = "window.outcome = () => Promise.resolve();"
LEFT = "window.outcome = () => Promise.reject(new DOMException('', 'AbortError'));"
BROKEN = "window.outcome = () => Promise.reject(new DOMException('', 'NotAllowedError'));"


@pytest.fixture(scope="module")
def site(tmp_path_factory, served):
    """Address of a site with a series, kin with photos and without, and an attachment."""
    room = Newsroom(tmp_path_factory.mktemp("below"), SETTINGS + SERIES)
    room.write("news/_registry/people.yml", PEOPLE)
    for year in (2023, 2024, 2025, 2026):
        keys = {"date": f"{year}-07-10", "series": "so-ket", "title": f"{LONG} {year}"}
        paper = 'attachments: [{file: "ke hoach.pdf", title: Kế hoạch}]'
        more = (PARTICIPANTS, paper) if year == 2025 else (PARTICIPANTS,)
        room.bulletin(f"{year}/so-ket", *more, **keys, body=BODY if year == 2025 else "Lời.")
    room.write("images/2025/so-ket/ke hoach.pdf", b"%PDF-1.4\n%%EOF\n")
    for number in (1, 2, 3):
        id = f"2025/tin-{number}"
        room.bulletin(id, PARTICIPANTS, "captions: [Một]", title=f"{LONG} {number}")
        room.write(f"images/{id}/1.jpg", jpeg(id, (1650, 1100)))
    room.built()
    return served(room.site)


@pytest.fixture
def visit(browser, site):
    """``visit(script, **context)`` opens the page, with a script that runs before its own."""
    contexts = []

    def open_page(before="", **options):
        context = browser.new_context(**{"viewport": DESK} | options)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(before)
        page.goto(site + PAGE)
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_the_link_is_copied_and_that_is_said(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    status = page.get_by_role("status")
    expect(status).to_have_text("")
    page.get_by_role("button", name="Sao chép liên kết").press("Enter")
    expect(status).to_have_text("Đã sao chép liên kết.")
    assert page.evaluate("() => navigator.clipboard.readText()") == ADDRESS


def test_where_there_is_no_clipboard_the_link_is_copied_the_old_way(visit):
    page = visit(NO_CLIPBOARD)
    button = page.get_by_role("button", name="Sao chép liên kết")
    button.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Đã sao chép liên kết.")
    expect(page.locator(".share input")).to_have_count(0)
    expect(button).to_be_focused()


def test_where_nothing_can_be_copied_the_address_is_there_to_be_taken(visit):
    page = visit(NO_COPYING)
    button = page.get_by_role("button", name="Sao chép liên kết")
    button.press("Enter")
    button.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Chưa sao chép được. Bạn chép địa chỉ này:")
    field = page.get_by_role("textbox", name="Chưa sao chép được. Bạn chép địa chỉ này:")
    expect(field).to_have_value(ADDRESS)
    expect(field).to_be_focused()
    chosen = "(field) => field.value.slice(field.selectionStart, field.selectionEnd)"
    assert field.evaluate(chosen) == ADDRESS
    assert page.evaluate(SIDEWAYS) == 0


def test_programs_of_the_device_are_offered_where_it_has_them(visit):
    assert not visit().get_by_role("button", name="Gửi qua ứng dụng").is_visible()
    page = visit(SHARES + DONE)
    page.get_by_role("button", name="Gửi qua ứng dụng").click()
    assert page.evaluate("() => shared") == [{"title": f"{LONG} 2025", "url": ADDRESS}]
    expect(page.get_by_role("status")).to_have_text("")


def test_who_thinks_better_of_it_hears_nothing(visit):
    page = visit(SHARES + LEFT)
    page.get_by_role("button", name="Gửi qua ứng dụng").click()
    page.wait_for_function("() => shared.length")
    expect(page.get_by_role("status")).to_have_text("")


def test_where_the_device_fails_the_link_is_copied(visit):
    page = visit(SHARES + BROKEN, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Gửi qua ứng dụng").click()
    expect(page.get_by_role("status")).to_have_text("Đã sao chép liên kết.")


def test_without_scripts_the_plain_links_are_there_and_nothing_that_does_nothing(visit):
    page = visit(java_script_enabled=False)
    row = page.locator(".share")
    assert row.get_by_role("button").count() == 0
    assert [link.inner_text() for link in row.get_by_role("link").all()] == [
        "Facebook",
        "Gửi qua email",
    ]


def test_nothing_is_asked_of_anybody_else(visit, site):
    page = visit()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    assert len(asked) > 5
    assert all(url.startswith((site, "data:")) for url in asked)


def test_the_series_and_the_kin_are_led_to(visit):
    page = visit()
    box = page.locator(".series-box")
    ways = [link.get_attribute("href") for link in box.get_by_role("link").all()]
    assert ways == [
        "../../../series/so-ket/",
        "../../2024/so-ket/",
        "../../2026/so-ket/",
        "../../../series/so-ket/",
    ]
    kin = page.locator(".related li")
    expect(kin).to_have_count(4)
    reasons = set(page.locator(".related .reason").all_inner_texts())
    assert reasons == {
        "Cùng chuỗi “Sơ kết công tác tuyến”; cùng có BSCKII\u00a0Phan Kim Trọng",
        "Cùng có BSCKII\u00a0Phan Kim Trọng",
    }


def test_the_picture_of_a_kin_is_a_square_that_leads_there(visit):
    page = visit()
    shapes = page.evaluate(BOXES, ".related :is(.photo, .sheet)")
    assert len(shapes) == 4
    for left, top, right, bottom in shapes:
        assert right - left == pytest.approx(bottom - top, abs=1)
    kin = page.locator(".related li", has=page.locator(".photo")).first
    kin.locator(".photo").click(force=True)  # the link lies above it
    page.wait_for_url(re.compile(r"/news/2025/tin-\d/$"))


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"viewport": {"width": 320, "height": 640}}, id="narrow"),
        pytest.param({"viewport": PHONE, "bypass_csp": True}, id="phone-large-text"),
        pytest.param({"viewport": {"width": 768, "height": 1024}}, id="tablet"),
        pytest.param({"viewport": DESK}, id="desk"),
        pytest.param({"viewport": DESK, "bypass_csp": True}, id="desk-large-text"),
    ],
)
def test_nothing_overlaps_or_leaves_the_page(visit, options):
    page = visit(SHARES + DONE, **options)
    if "bypass_csp" in options:
        page.add_style_tag(content="html { font-size: 200% !important }")
    assert page.evaluate(SIDEWAYS) == 0
    for group in ("main > :not(dialog)", ".share li", ".related li", ".related li > *"):
        boxes = page.evaluate(BOXES, group)
        assert len(boxes) > 2
        for one, other in combinations(boxes, 2):
            apart = one[2] <= other[0] + 1 or other[2] <= one[0] + 1
            assert apart or one[3] <= other[1] + 1 or other[3] <= one[1] + 1, group


@pytest.fixture
def paper(visit):
    page = visit(SHARES + DONE, viewport={"width": 680, "height": 960})
    page.emulate_media(media="print")
    return page


def test_paper_has_nothing_that_can_only_be_pressed(paper):
    for shown in (".share", ".series-box", ".related", ".neighbours"):
        assert paper.locator(shown).is_hidden(), shown
    assert paper.locator("main button:visible").count() == 0


def test_paper_says_where_it_comes_from(paper):
    assert paper.get_by_text(f"Địa chỉ của bài: {ADDRESS}").is_visible()


def test_the_screen_does_not_repeat_its_own_address(visit):
    assert visit().locator(".page-address").is_hidden()


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        pytest.param("kỳ trước", "https://tin.example.org/news/2024/so-ket/", id="own-page"),
        pytest.param("báo", "https://example.org/bai", id="elsewhere"),
        pytest.param(
            "Kế hoạch", "https://tin.example.org/news/2025/so-ket/ke hoach.pdf", id="document"
        ),
    ],
)
def test_paper_writes_out_where_links_lead(paper, link, leads):
    found = paper.locator("main :is(.body, .attachments)").get_by_role("link", name=link)
    assert found.evaluate(AFTER) == f'" ({leads})"'


def test_names_on_paper_are_names(paper):
    (name,) = paper.locator(".participants .name a").all()
    assert name.inner_text() == "BSCKII\u00a0Phan Kim Trọng"
    assert name.evaluate(AFTER) == "none"
    line = "(one) => getComputedStyle(one).textDecorationLine"
    assert name.evaluate(line) == "none"
