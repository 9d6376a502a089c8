"""The photo library in a browser: what comes as one scrolls, and what stays as it was."""

from __future__ import annotations

import pytest

from newsrooms import Newsroom, jpeg

pytest.importorskip("playwright")
from playwright.sync_api import expect

BULLETINS = 61
PER_PAGE = 12
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SPYING = """window.asked = [];
const real = window.fetch;
window.fetch = (...all) => {
  window.asked.push(String(all[0]));
  return real(...all);
};"""
ASKED = """async () => {
  await new Promise((looked) => {
    new IntersectionObserver(looked).observe(document.querySelector(".pagination"));
  });
  return asked.filter((one) => one.includes("/photos/page/")).length;
}"""
"""Of how many pages the library has asked once the browser has seen what is in sight."""
SAVING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
TO_THE_END = "() => window.scrollTo(0, document.documentElement.scrollHeight)"


def ids(count):
    """Newest first: a bulletin a day, back through three years."""
    return [f"{2026 - n // 25}/b{n:02}" for n in range(count)]


@pytest.fixture(scope="module")
def site(tmp_path_factory, served):
    """Address of a site with so many bulletins that the library has six pages."""
    room = Newsroom(tmp_path_factory.mktemp("library"))
    for n, id in enumerate(ids(BULLETINS)):
        day = f"{2026 - n // 25}-06-{28 - n % 25:02}"
        room.bulletin(id, "captions: [Một ảnh.]", date=day, category="hop-tac")
        room.write(f"images/{id}/1.jpg", jpeg(id))
    room.built()
    return served(room.site)


@pytest.fixture
def opened(browser, site):
    """``opened(address, **context)`` opens a page of the site in a tab of its own."""
    contexts = []

    def open_page(address="photos/", before=None, **options):
        context = browser.new_context(**{"viewport": DESK} | options)
        contexts.append(context)
        page = context.new_page()
        if before:
            page.add_init_script(before)
        page.goto(site + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def spreads(page):
    return page.locator(".spread")


def come_to(page, count):
    """Scroll to the end until so many bulletins are there, or one page more."""
    for loaded in range(2 * PER_PAGE, count + 1, PER_PAGE):
        page.evaluate(TO_THE_END)
        expect(spreads(page).nth(loaded - 1)).to_be_attached()
    page.evaluate(TO_THE_END)


def test_scrolling_brings_pages_and_then_lets_the_footer_be_reached(opened):
    page = opened(before=SPYING)
    expect(spreads(page)).to_have_count(PER_PAGE)
    come_to(page, 4 * PER_PAGE)
    expect(page.locator(".site-footer")).to_be_in_viewport()
    expect(page.locator(".library-on a")).to_have_text("Xem thêm ảnh")
    assert page.evaluate(ASKED) == 3


def test_what_comes_is_the_rest_of_the_list_in_its_order(opened):
    page = opened()
    come_to(page, 4 * PER_PAGE)
    links = page.locator(".spread .title a").evaluate_all("all => all.map((one) => one.href)")
    assert [link.split("/news/")[1].rstrip("/") for link in links] == ids(4 * PER_PAGE)
    years = page.locator(".library-year > h2").all_inner_texts()
    assert years == ["2026", "2025"]


def test_photos_that_come_later_are_there_and_lead_to_their_place(opened, site):
    page = opened()
    come_to(page, 2 * PER_PAGE)
    last = page.locator(".tiles a").nth(2 * PER_PAGE - 1)
    last.scroll_into_view_if_needed()
    expect(last.locator("img")).not_to_have_js_property("naturalWidth", 0)
    last.click()
    page.wait_for_url(f"{site}news/{ids(2 * PER_PAGE)[-1]}/#anh-1")


def test_the_button_goes_on_to_the_end_and_the_focus_to_what_is_new(opened):
    page = opened()
    come_to(page, 4 * PER_PAGE)
    page.locator(".library-on a").press("Enter")
    expect(page.locator(".spread .title a").nth(4 * PER_PAGE)).to_be_focused()
    page.evaluate(TO_THE_END)
    expect(spreads(page)).to_have_count(BULLETINS)
    expect(page.locator(".library-on a")).to_be_hidden()
    note = page.get_by_role("status")
    expect(note).to_have_text("Đã tải thêm 1 bộ ảnh. Bạn đã xem hết ảnh ở đây.")
    expect(page.locator(".pagination")).to_be_hidden()


def test_who_began_further_back_keeps_the_way_to_what_stands_before(opened):
    page = opened("photos/page/5/")
    page.evaluate(TO_THE_END)
    expect(spreads(page)).to_have_count(PER_PAGE + 1)
    expect(page.locator(".library-on a")).to_be_hidden()
    expect(page.locator(".pagination a[rel=prev]")).to_be_visible()


def test_it_is_said_what_has_come(opened):
    page = opened()
    note = page.locator(".library-note[role=status]")
    expect(note).to_have_text("")
    come_to(page, 2 * PER_PAGE)
    expect(note).to_have_text("Đã tải thêm 12 bộ ảnh.")


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_who_comes_back_is_where_he_was(opened, viewport):
    page = opened(viewport=viewport)
    come_to(page, 3 * PER_PAGE)
    link = page.locator(".spread .title a").nth(2 * PER_PAGE + 5)
    link.scroll_into_view_if_needed()
    count, address = spreads(page).count(), link.get_attribute("href")
    before = link.bounding_box()["y"]
    link.press("Enter")
    page.wait_for_url("**/news/**")
    page.go_back()
    # one more page may have been on its way when the link was followed
    page.wait_for_function(
        "(least) => document.querySelectorAll('.spread').length >= least", arg=count
    )
    back = page.locator(".spread .title a").nth(2 * PER_PAGE + 5)
    assert back.get_attribute("href") == address
    expect(back).to_be_focused()
    expect(back).to_be_in_viewport()
    page.wait_for_function(
        "([one, y]) => Math.abs(one.getBoundingClientRect().y - y) < 3",
        arg=[back.element_handle(), before],
    )


def test_a_link_to_the_library_begins_at_its_beginning(opened, site):
    page = opened(before=SPYING)
    come_to(page, 3 * PER_PAGE)
    page.goto(site + "news/")
    page.goto(site + "photos/")
    expect(page.locator(".library-on")).to_be_visible()
    assert page.evaluate("() => [asked.length, scrollY]") == [0, 0]


def test_without_a_script_the_pages_follow_one_another(opened, site):
    page = opened(java_script_enabled=False)
    expect(page.locator(".library-on")).to_be_hidden()
    seen = []
    while True:
        links = page.locator(".spread .title a")
        seen += [links.nth(at).get_attribute("href") for at in range(links.count())]
        further = page.locator(".pagination a[rel=next]")
        if not further.count():
            break
        with page.expect_navigation():  # until all of it is there
            further.click()
    assert page.url == site + "photos/page/6/"
    assert len(seen) == BULLETINS


def test_who_saves_data_is_asked_before_each_page(opened):
    page = opened(before=SPYING + SAVING)
    page.evaluate(TO_THE_END)
    assert page.evaluate(ASKED) == 0
    page.locator(".library-on a").click()
    expect(spreads(page)).to_have_count(2 * PER_PAGE)
    page.evaluate(TO_THE_END)
    assert page.evaluate(ASKED) == 1


def test_who_stands_on_the_pages_by_keyboard_is_not_pushed_away(opened):
    page = opened(before=SPYING)
    page.locator(".pagination a").last.focus()
    assert page.evaluate(ASKED) == 0


def test_a_page_that_does_not_come_is_told_and_can_be_asked_for_again(opened):
    page = opened(viewport=PHONE)
    page.route("**/photos/page/2/", lambda route: route.abort())
    page.evaluate(TO_THE_END)
    note = page.locator(".library-note")
    expect(note).to_contain_text("Chưa tải được")
    page.unroute("**/photos/page/2/")
    page.locator(".library-on a").click()
    expect(spreads(page)).not_to_have_count(PER_PAGE)
    expect(note).to_contain_text("Đã tải thêm")


@pytest.mark.parametrize("width", [320, 390, 768, 1920])
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
def test_nothing_stands_beyond_the_edge(opened, width, large):
    page = opened(viewport={"width": width, "height": 800}, bypass_csp=large)
    if large:
        page.add_style_tag(content="html { font-size: 200% !important }")
    assert page.evaluate(SIDEWAYS) == 0


def test_lists_ask_for_nothing_that_the_policy_refuses(visit, site):
    visit.page.goto(site + "photos/")
    come_to(visit.page, 3 * PER_PAGE)
    assert visit.refused == []
