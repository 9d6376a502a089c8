"""The search's box and its page of results: keys, slow and broken networks, odd browsers."""

from __future__ import annotations

import json
import re
import shutil
import zlib
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from asking import BUTTON, FIELD, OPTIONS, RESULTS, ask, open_search, results, shown
from newsrooms import Newsroom, jpeg
from waiting import painted, typeset, until

pytest.importorskip("playwright")
from playwright.sync_api import expect

STATUS = ".search-dialog [role=status]"
HOSTILE = {
    "long": "hội nghị " * 1200,
    "one-word": "a" * 10_000,
    "signs": r"(.*)+[^a-z]\1{2,}$|^(?=x) *+?",
    "script": "</script><script>window.hacked = 1</script><img src=x onerror=window.hacked=1>",
    "control": "hội\x01\x1b[2J\x7f nghị \u202e\u0000",
    "emoji": "👩‍⚕️🏥 hội nghị",
    "lone": "\ud800 hội",
    "quotes": '"hội "" nghị “',
    "blank": " \t\u00a0 ",
    "prototype": "__proto__ constructor toString",
}


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    room = Newsroom(tmp_path_factory.mktemp("site"))
    for number in range(1, 26):
        room.bulletin(
            f"2026/tin-{number:02}",
            title=f"Bản tin số {number}",
            date=f"2026-03-{number:02}",
            category="hop-tac",
            body="Bệnh nhi được chăm sóc tận tình, cha mẹ được chỉ cách chăm con ở nhà.\n",
        )
    room.bulletin(
        "2026/hoi-nghi",
        "captions: [Chủ tọa phát biểu., Chụp ảnh lưu niệm.]",
        "participants: ['ThS. Trần Văn An – Giám đốc, Sở Y tế']",
        title="Hội nghị hợp tác",
        body="Một **hội** nghị nữa.\n\nĐoạn khác về trẻ em.\n\n" + "Dòng.\n\n" * 60,
    )
    for name in ("01.jpg", "02.jpg"):
        room.write(f"images/2026/hoi-nghi/{name}", jpeg(name, (640, 480)))
    room.built()
    return room


@pytest.fixture(scope="module")
def address(served, room) -> str:
    return served(room.site)


@pytest.fixture
def page(browser, address):
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda failure: wrong.append(str(failure)))
    page.goto(address)
    yield page
    assert wrong == []
    context.close()


@pytest.fixture
def broken(served, room, tmp_path):
    """A copy of the site to be damaged, and its address."""
    shutil.copytree(room.site, tmp_path / "site")
    return tmp_path / "site", served(tmp_path / "site")


ANSWERED = "document.querySelector('.search-all')?.search === '?%s'"
"""What is shown answers this very question: after it, no older answer comes."""


def active(page):
    return page.locator(FIELD).get_attribute("aria-activedescendant")


def test_a_page_fetches_nothing_of_the_search_before_it_is_opened(visit, address):
    visit.page.goto(address, wait_until="networkidle")
    assert [one for one in visit.asked if "search" in one] == []
    open_search(visit.page)
    assert any("/assets/search-box." in one for one in visit.asked)


@pytest.mark.parametrize("key", ["Control+k", "Meta+k", "Control+K"])
def test_the_keyboard_alone_finds_and_opens(page, address, key):
    page.keyboard.press(key)
    page.locator(FIELD).wait_for()
    page.keyboard.type("ban tin so")
    until(page, ANSWERED % "q=ban%20tin%20so")  # letters on the way ask, too, where it is slow
    options = page.locator(OPTIONS)
    assert active(page) is None
    places = ["ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home"]
    seen = []
    for place in places:
        page.keyboard.press(place)
        seen.append(int(active(page).removeprefix("search_option_")))
    assert seen == [0, 1, 5, 0, 5, 0]
    (chosen,) = page.locator("[aria-selected=true]").all()
    assert chosen.get_attribute("id") == active(page)
    target = options.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    assert "?h=ban%20tin%20so" in page.url


def test_who_asks_again_before_the_box_is_there_gets_one(page):
    pressed = "new KeyboardEvent('keydown', {key: 'k', ctrlKey: true})"
    page.evaluate(f"for (let at = 0; at < 3; at += 1) window.dispatchEvent({pressed})")
    page.locator(FIELD).wait_for()
    for part in ("#search_list", ".search-room", "button.tool", "[role=status]"):
        assert page.locator(f".search-dialog {part}").count() == 1, part
    assert ask(page, "ban tin so").count() == 6


def test_keys_that_are_held_down_open_nothing_again(page):
    page.keyboard.down("Control")
    page.keyboard.down("k")
    page.locator(FIELD).wait_for()
    page.locator(".search-dialog").evaluate("one => one.close()")
    page.keyboard.down("k")
    assert not page.locator(".search-dialog").is_visible()


def test_single_letters_open_nothing(page):
    for key in ("s", "f", "/", "k"):
        page.keyboard.press(key)
    assert page.locator(".search-dialog").count() == 0


def test_escape_clears_and_then_closes_and_leads_back(page):
    field = open_search(page)
    ask(page, "hội")
    page.keyboard.press("Escape")
    assert field.input_value() == ""
    assert page.locator(OPTIONS).count() == 0
    page.keyboard.press("Escape")
    expect(page.locator(".search-dialog")).to_be_hidden()
    expect(page.locator(BUTTON)).to_be_focused()


def test_enter_leads_to_all_results_and_tab_to_the_way_there(page, address):
    open_search(page)
    ask(page, "ban tin")
    page.keyboard.press("Tab")
    chosen = page.evaluate("document.activeElement.className")
    assert chosen == "search-all"
    page.locator(FIELD).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}search/?q=ban+tin")
    assert shown(page).count() == 20
    assert page.locator(".search-count").inner_text() == "25 kết quả"


def test_control_and_enter_open_another_tab(page):
    open_search(page)
    ask(page, "hội nghị")
    page.keyboard.press("ArrowDown")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    opened.value.wait_for_url(re.compile(r"/news/2026/hoi-nghi/\?h="))
    assert page.locator(".search-dialog").is_visible()


def test_keys_of_an_input_method_are_its_own(page):
    """Telex underlines an unfinished word; Enter and arrows are not for the list."""
    field = open_search(page)
    ask(page, "hội nghị")
    pressed = (
        "new KeyboardEvent('keydown', {key: 'ArrowDown', isComposing: true, bubbles: true})"
    )
    field.evaluate(f"one => one.dispatchEvent({pressed})")
    assert active(page) is None
    page.keyboard.press("ArrowDown")
    assert active(page) == "search_option_0"


def test_how_many_there_are_is_told_to_who_cannot_see_it(page):
    open_search(page)
    ask(page, "hội nghị")
    until(page, f"document.querySelector('{STATUS}').textContent === '1 kết quả'")
    ask(page, "khongcogi")
    until(page, f"document.querySelector('{STATUS}').textContent.includes('Không tìm thấy')")


def test_an_empty_answer_leads_on(page):
    open_search(page)
    assert ask(page, "khongcogi").count() == 0
    note = page.locator(".search-note")
    assert "Không tìm thấy “khongcogi”." in note.inner_text()
    assert note.get_by_role("link", name="Tất cả tin").get_attribute("href").endswith("/news/")
    assert note.get_by_role("link", name="Hợp tác").is_visible()
    assert page.locator(FIELD).get_attribute("aria-expanded") == "false"


TYPED = """([selector, query]) => { const field = document.querySelector(selector);
field.value = JSON.parse(query); field.focus();
field.dispatchEvent(new Event("input", {bubbles: true})); }"""


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_hostile_queries_are_answered_calmly(visit, address, query):
    wrong = []
    visit.page.on("pageerror", lambda failure: wrong.append(str(failure)))
    visit.page.goto(address)
    open_search(visit.page)
    visit.page.evaluate(TYPED, [".search-dialog input", json.dumps(query)])
    until(visit.page, "!document.querySelector('#search_list').ariaBusy")
    assert visit.page.locator(".search-note [role=alert]").count() == 0
    results(visit.page, f"{address}search/?q={quote(query[:2000], errors='replace')}x")
    assert visit.page.locator(".search-note [role=alert]").count() == 0
    visit.page.evaluate(TYPED, ["#search_query", json.dumps(query)])
    visit.page.keyboard.press("Enter")
    shown(visit.page)
    assert visit.page.locator(".search-note [role=alert]").count() == 0
    assert visit.page.evaluate("window.hacked") is None
    assert wrong == []
    assert visit.refused == []


DAMAGED = {
    "missing": lambda file: file.unlink(),
    "empty": lambda file: file.write_bytes(b""),
    "cut": lambda file: file.write_bytes(file.read_bytes()[:-9]),
    "turned": lambda file: file.write_bytes(file.read_bytes()[::-1]),
    "page": lambda file: file.write_bytes(b"<!doctype html><title>Not found</title>"),
    "other": lambda file: file.write_bytes(zlib.compress(b"\xff" * 90)),
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_index_is_told_and_tried_again(page, room, broken, damage):
    folder, root = broken
    for file in (folder / "search/terms").iterdir():
        damage(file)
    page.goto(root)
    open_search(page)
    assert ask(page, "hội nghị").count() == 0
    note = page.locator(".search-note")
    assert note.get_by_role("alert").inner_text().strip()
    assert note.get_by_role("link", name="Tất cả tin").is_visible()
    shutil.copytree(room.site / "search", folder / "search", dirs_exist_ok=True)
    note.get_by_role("button", name="Thử lại").click()
    page.locator(OPTIONS).first.wait_for()
    assert page.locator(FIELD).evaluate("one => one === document.activeElement")


def test_a_damaged_index_is_told_on_the_page_of_results_too(page, room, broken):
    folder, root = broken
    manifest = folder / "search/manifest.json"
    kept = manifest.read_bytes()
    manifest.unlink()
    results(page, f"{root}search/?q=hoi+nghi")
    assert "Chưa tải được" in page.get_by_role("alert").inner_text()
    manifest.write_bytes(kept)
    page.get_by_role("button", name="Thử lại").click()
    page.locator(RESULTS).first.wait_for()
    assert page.get_by_role("alert").count() == 0


def test_texts_that_are_gone_leave_results_as_they_are(page, broken):
    folder, root = broken
    for file in (folder / "search/texts").glob("*.bin"):
        file.unlink()
    page.goto(root)
    open_search(page)
    with page.expect_response(lambda one: "/search/texts/" in one.url and one.status == 404):
        assert ask(page, "bệnh nhi").count() == 6
    painted(page)
    assert page.locator(OPTIONS).first.locator(".search-title").inner_text() != ""
    assert page.locator(".search-note [role=alert]").count() == 0


def test_another_format_asks_for_the_new_page(page, broken):
    folder, root = broken
    manifest = folder / "search/manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 99}))
    page.goto(root)
    open_search(page)
    ask(page, "hội nghị")
    assert page.locator(".search-note").get_by_role("button", name="Tải lại trang").is_visible()


def test_scripts_that_are_gone_lead_to_the_page_of_results(page, broken):
    """The site was published anew while a page was open."""
    folder, root = broken
    for file in (folder / "assets").glob("search-box.*.js"):
        file.unlink()
    page.goto(root)
    page.locator(BUTTON).click()
    page.wait_for_url(f"{root}search/?q=")
    assert page.locator("#search_query").is_visible()


@pytest.fixture
def held(page):
    """Requests that wait until they are let go."""
    waiting = []
    yield waiting
    for route in waiting:
        route.abort()


def let_go(page, waiting, end: str = "continue_") -> None:
    while waiting:
        getattr(waiting.pop(), end)()


def test_a_slow_network_is_told_quietly(page, held):
    page.route("**/search/manifest.json", lambda route: held.append(route))
    open_search(page)
    page.keyboard.type("hội nghị")
    page.get_by_text("Đang tìm…").first.wait_for()
    let_go(page, held)
    page.locator(OPTIONS).first.wait_for()
    expect(page.get_by_text("Đang tìm…")).to_have_count(0)


def test_what_is_typed_before_the_box_is_there_stays(page, held):
    page.route("**/search-box.*.js", lambda route: held.append(route))
    page.locator(BUTTON).click()
    page.keyboard.type("ban")
    until(page, "document.querySelector('.search-dialog input').value === 'ban'")
    let_go(page, held)
    page.locator(OPTIONS).first.wait_for()
    page.keyboard.type(" tin")
    assert page.locator(".search-dialog input").input_value() == "ban tin"


def test_the_answer_to_an_older_question_is_dropped(page, held):
    page.route("**/search/manifest.json", lambda route: held.append(route))
    open_search(page)
    page.keyboard.type("ban tin")
    page.get_by_text("Đang tìm…").first.wait_for()
    page.locator(FIELD).fill("")
    until(page, "!document.querySelector('#search_list').ariaBusy")
    with page.expect_request_finished(lambda one: "/search/terms/" in one.url):
        let_go(page, held)  # goes on with the older question, to the end
    painted(page)
    assert page.locator(OPTIONS).count() == 0
    assert page.get_by_text("Gõ tên người").is_visible()


@pytest.mark.parametrize("end", ["continue_", "abort"])
def test_the_page_of_results_drops_the_answer_to_an_older_question_too(
    page, address, held, end
):
    """The first waits for titles and pictures, the second finds none and needs none."""
    page.route("**/search/texts/*/*.bin", lambda route: held.append(route))
    page.goto(f"{address}search/?q=ban+tin")
    page.get_by_text("Đang tìm…").first.wait_for()
    page.locator("#search_query").fill("khongcogi")
    page.keyboard.press("Enter")
    none = page.get_by_text("Không tìm thấy “khongcogi”.")
    none.first.wait_for()
    page.route("**/search/texts/*/*.bin", lambda route: getattr(route, end)())
    ended = {"continue_": "requestfinished", "abort": "requestfailed"}[end]
    with page.expect_event(ended, lambda one: "/search/texts/" in one.url):
        let_go(page, held, end)
    painted(page)
    assert page.locator(RESULTS).count() == 0
    assert none.first.is_visible()


def test_the_sentence_moves_nothing_when_it_comes(page, held):
    page.set_viewport_size({"width": 390, "height": 844})
    page.route("**/search/texts/*.bin", lambda route: held.append(route))
    open_search(page)
    options = ask(page, "bệnh nhi")
    until(page, "document.querySelector('.search-sentence')")
    typeset(page)
    heights = "all => all.map(one => one.getBoundingClientRect().top)"
    before = options.evaluate_all(heights)
    page.route("**/search/texts/*.bin", lambda route: route.continue_())
    let_go(page, held)
    page.locator(".search-sentence mark").first.wait_for()
    assert options.evaluate_all(heights) == before


def test_a_browser_that_cannot_inflate_finds_as_well(browser, address):
    context = browser.new_context()
    context.add_init_script("delete window.DecompressionStream")
    page = context.new_page()
    page.goto(address)
    open_search(page)
    assert "Hội nghị hợp tác" in ask(page, "hoi nghi").first.inner_text()
    context.close()


def test_a_browser_without_dialogs_and_popovers_uses_the_page(browser, address):
    context = browser.new_context()
    context.add_init_script(
        "delete HTMLDialogElement.prototype.showModal; delete HTMLElement.prototype.popover;"
        "delete HTMLElement.prototype.togglePopover; delete window.IntersectionObserver"
    )
    page = context.new_page()
    page.goto(address)
    page.locator(BUTTON).click()
    page.wait_for_url(f"{address}search/?q=")
    assert results(page, f"{address}search/?q=benh+nhi").count() == 20
    page.locator(".search-sentence mark").first.wait_for()
    context.close()


def test_recent_queries_are_offered_and_forgotten(page, address):
    open_search(page)
    ask(page, "hội nghị")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.goto(address)
    open_search(page)
    note = page.locator(".search-note")
    assert "Chỉ lưu trên máy này" in note.inner_text()
    note.get_by_role("button", name="hội nghị").click()
    page.locator(OPTIONS).first.wait_for()
    page.keyboard.press("Escape")
    note.get_by_role("button", name="Xóa các từ đã tìm").click()
    assert note.get_by_role("button", name="hội nghị").count() == 0
    assert page.evaluate("localStorage.length") == 0


def test_where_storage_is_refused_nothing_is_kept_and_nothing_breaks(browser, address):
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda failure: wrong.append(str(failure)))
    page.goto(address)
    open_search(page)
    ask(page, "hội nghị").first.click()
    page.locator(".search-unmark").wait_for()
    page.goto(address)
    open_search(page)
    assert page.locator(".search-kept").count() == 0
    assert wrong == []
    context.close()


def test_more_results_come_below_and_stand_in_the_address(page, address):
    results(page, f"{address}search/?q=ban+tin")
    page.locator(".search-more").click()
    until(page, f"document.querySelectorAll('{RESULTS}').length === 25")
    assert parse_qs(urlsplit(page.url).query)["page"] == ["2"]
    focused = page.evaluate("document.activeElement.closest('li')?.matches(':nth-child(21)')")
    assert focused
    assert not page.locator(".search-more").is_visible()
    page.reload()
    assert shown(page).count() == 25


def test_behind_the_last_page_it_says_that_there_are_more(page, address):
    """Whatever page an address asks for; here a page has two results."""

    def small(route) -> None:
        found = route.fetch()
        (script, replaced) = re.subn(r"(AT_ONCE ?= ?)20\b", r"\g<1>2", found.text())
        assert replaced == 1
        route.fulfill(response=found, body=script)

    page.route("**/assets/search-page.*", small)
    assert results(page, f"{address}search/?q=ban+tin&page=9").count() == 18
    assert not page.locator(".search-rest").is_visible()
    page.locator(".search-more").click()
    until(page, f"document.querySelectorAll('{RESULTS}').length === 20")
    assert not page.locator(".search-more").is_visible()
    assert page.locator(".search-rest").inner_text().startswith("Còn 5 kết quả nữa")
    assert results(page, f"{address}search/?q=ban+tin&page=50").count() == 20
    assert page.locator(".search-rest").is_visible()


def test_who_comes_back_from_a_result_stands_where_one_was(page, address):
    results(page, f"{address}search/?q=benh+nhi&page=2")
    last = page.locator(RESULTS).last.locator("a")
    last.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 500
    last.click()
    page.wait_for_url("**/news/**")
    page.go_back()
    assert shown(page).count() == 25
    until(page, f"Math.abs(scrollY - {before}) < 5")


def test_words_in_several_elements_are_marked_and_put_back(page, address):
    page.goto(f"{address}news/2026/hoi-nghi/?h=hoi%20nghi")
    page.locator(".search-unmark").wait_for()
    body = page.locator("#page_body p").first
    assert body.locator("mark").all_inner_texts() == ["hội", " nghị"]
    page.locator(".search-unmark").click()
    html = body.evaluate("one => [one.innerHTML, one.childNodes.length]")
    assert html == ["Một <strong>hội</strong> nghị nữa.", 3]


def test_the_first_mark_is_brought_into_sight(page, address):
    page.goto(f"{address}news/2026/hoi-nghi/?h=luu%20niem")
    until(page, "scrollY > 0")
    expect(page.locator("main mark").first).to_be_in_viewport(ratio=1)


def test_without_words_to_mark_a_page_stays_as_it_is(page, address):
    page.goto(f"{address}news/2026/hoi-nghi/?h=khongcogi", wait_until="networkidle")
    assert page.locator(".search-unmark, main mark").count() == 0


WIDE = "document.documentElement.scrollWidth <= innerWidth"
SMALL = """selector => [...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML.slice(0, 80))"""
PRESSED = (
    ".search-dialog :is(a, button, input), .search-answer :is(button, select, summary),"
    " .search-facets label"
)
FITS = """one => one.scrollWidth <= one.clientWidth
  && one.getBoundingClientRect().right <= innerWidth"""


@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (390, "200%")])
def test_on_a_narrow_screen_nothing_is_cut_off_or_too_small_to_hit(
    browser, address, width, size
):
    context = browser.new_context(viewport={"width": width, "height": 640}, has_touch=True)
    page = context.new_page()
    page.goto(address)
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    open_search(page)
    ask(page, "benh nhi")
    for inner in (".search-dialog", ".search-room"):
        assert page.locator(inner).evaluate(FITS), inner
    assert page.evaluate(SMALL, PRESSED) == []
    results(page, f"{address}search/?q=tin&year=2026&category=hop-tac")
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    assert page.evaluate(WIDE)
    page.locator(".search-head .search-filter").click()
    assert page.evaluate(SMALL, PRESSED) == []
    context.close()


def test_paper_shows_nothing_of_it(page, address):
    page.goto(f"{address}news/2026/hoi-nghi/?h=hoi%20nghi")
    page.locator(".search-unmark").wait_for()
    open_search(page)
    page.emulate_media(media="print")
    assert not page.locator(".search-dialog").is_visible()
    assert not page.locator(".search-unmark").is_visible()


@pytest.mark.parametrize("colours", ["active", "none"])
def test_the_chosen_option_can_be_told_in_forced_colours(browser, address, colours):
    context = browser.new_context(forced_colors=colours)
    page = context.new_page()
    page.goto(address)
    open_search(page)
    ask(page, "bản tin")
    page.keyboard.press("ArrowDown")
    style = "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).backgroundColor]"
    chosen, other = (page.locator(OPTIONS).nth(at).evaluate(style) for at in (0, 1))
    assert chosen != other
    context.close()
