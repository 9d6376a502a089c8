"""The search on the site in this repository, in a browser, as readers use it."""

from __future__ import annotations

import gzip
import shutil
import unicodedata
from pathlib import Path
from statistics import median
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from asking import RESULTS, answers, ask, open_search, results, shown
from newsrooms import Newsroom
from waiting import until

ROOT = Path(__file__).parents[2]
REVIEW = "news/2019/so-ket-cong-tac-tuyen/"
SERIES = [f"news/{year}/so-ket-cong-tac-tuyen/" for year in (2024, 2025, 2026)]
VISIT = "news/2026/hop-tac-dao-tao-binh-xuyen/"
BLOOD = "news/2026/ngay-hoi-hien-mau/"
BLOOD_IN_ENGLISH = "news/en/2026/blood-donation-day/"
ABOUT = "gioi-thieu/"

RIGHT = {
    "phan kim trong": {VISIT},
    unicodedata.normalize("NFD", "Phan Kim Trọng"): {VISIT},
    "hoi nghi so ket": {REVIEW, *SERIES},
    "do manh toan": {REVIEW},
    "bsckii": {VISIT, SERIES[0]},
    "06/02/2026": {VISIT},
    "6-2-2026": {VISIT},
    "vinh phu": {VISIT, ABOUT},
    "vĩnh phucs": {VISIT},
}
"""Query -> the pages of which one must come first: those that hold the words."""
FIRST_QUERY = 40_000
"""Bytes, gzip: everything that a first query fetches but photos, the median."""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    room = Newsroom(tmp_path_factory.mktemp("repository"), settings)
    for folder in ("docs", "news", "images"):
        shutil.copytree(ROOT / folder, room.root / folder, dirs_exist_ok=True)
    room.built()
    return room.site


@pytest.fixture(scope="module")
def address(served, site) -> str:
    return served(site)


@pytest.fixture(params=[1280, 390])
def page(request, browser):
    context = browser.new_context(viewport={"width": request.param, "height": 844})
    yield context.new_page()
    context.close()


def leads(link) -> tuple[str, str]:
    """Where a link leads on the site: path and fragment."""
    parts = urlsplit(link.get_attribute("href"))
    return parts.path.lstrip("/"), parts.fragment


@pytest.mark.parametrize(("query", "right"), RIGHT.items(), ids=ascii)
def test_what_readers_type_finds_the_right_page_first(page, address, query, right):
    page.goto(address)
    open_search(page)
    assert leads(answers(page, query).first)[0] in right


@pytest.mark.parametrize(("query", "right"), RIGHT.items(), ids=ascii)
def test_the_page_of_results_puts_the_same_first(visit, address, query, right):
    found = results(visit.page, f"{address}search/?q={quote(query)}")
    assert leads(found.first.locator("a"))[0] in right
    assert visit.refused == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("phan kim trong", "Phan Kim Trọng"),
        ("do manh toan", "Đỗ Mạnh Toàn"),
        ("vinh phuc", "Vĩnh Phúc"),
        ("vĩnh phucs", "Vĩnh Phúc"),
        ("6-2-2026", "06/02/2026"),
    ],
)
def test_the_words_are_marked_as_they_are_spelt(page, address, query, words):
    page.goto(address)
    open_search(page)
    first = answers(page, query).first
    first.locator("mark").first.wait_for()
    assert words in first.locator("mark").all_inner_texts()


def test_a_result_shows_what_it_is(page, address):
    page.goto(address)
    open_search(page)
    first = answers(page, "phan kim trong").first
    image = first.locator("picture img")
    image.evaluate("one => one.decode()")
    assert image.get_attribute("loading") == "lazy"
    assert (
        image.evaluate("one => [one.width === one.height, one.naturalWidth > 0]") == [True] * 2
    )
    assert "Hợp tác – Đào tạo" in first.inner_text()
    assert "06/02/2026" in first.inner_text()
    assert "7 ảnh" in first.inner_text()


def test_a_caption_opens_its_photo(page, address):
    page.goto(address)
    open_search(page)
    first = answers(page, "buc anh luu niem").first
    until(page, "/#anh-[0-9]+$/.test(document.querySelector('#search_list a').href)")
    place, fragment = leads(first)
    assert place == VISIT
    number = fragment.removeprefix("anh-")
    assert f"Ảnh {number}:" in first.inner_text()
    first.click()
    page.locator("dialog.lightbox[open]").wait_for()
    assert page.locator(".lightbox .place").inner_text().split()[0] == number
    page.keyboard.press("Escape")
    caption = page.locator(f"#anh-{number} figcaption")
    assert "lưu niệm" in " ".join(caption.locator("mark").all_inner_texts()).lower()


def test_words_are_marked_where_a_result_leads_until_somebody_has_enough(page, address):
    page.goto(f"{address}{VISIT}?h={quote(unicodedata.normalize('NFD', 'phan kim trọng'))}")
    button = page.locator(".search-unmark")
    button.wait_for()
    marks = page.locator("main mark")
    assert set(marks.all_inner_texts()) == {"Phan Kim Trọng"}
    assert marks.first.evaluate("one => one.getBoundingClientRect().top < innerHeight")
    said = page.locator("main").inner_text()
    button.click()
    assert marks.count() == 0
    assert page.locator("main").inner_text() == said
    assert page.url == f"{address}{VISIT}"
    assert button.count() == 0


def test_with_a_photo_in_the_address_the_page_stays_there(page, address):
    page.goto(f"{address}{VISIT}?h=hoi%20nghi#anh-3")
    page.locator(".search-unmark").wait_for(state="attached")
    page.locator("dialog.lightbox[open]").wait_for()
    assert page.url.endswith("#anh-3")


def test_filters_narrow_what_is_found_and_stand_in_the_address(page, address):
    results(page, f"{address}search/?q=hoi+nghi")
    everything = page.locator(RESULTS).count()
    if page.locator(".search-head .search-filter").is_visible():
        page.locator(".search-head .search-filter").click()
    page.locator(".search-facets").get_by_label("2026").check()
    page.locator(".search-chip").wait_for()
    few = shown(page).count()
    assert 0 < few < everything
    assert parse_qs(urlsplit(page.url).query) == {"q": ["hoi nghi"], "year": ["2026"]}
    assert page.locator(".search-count").inner_text() == f"{few} kết quả"
    dates = page.locator(RESULTS).locator(".search-facts").all_inner_texts()
    assert all("2026" in one for one in dates)


def test_an_address_brings_back_what_one_saw(page, address):
    query = "search/?q=hoi+nghi&category=chi-dao-tuyen&sort=date"
    found = results(page, address + query)
    places = [leads(one)[0] for one in found.locator("a").all()]
    assert places[:3] == SERIES[::-1]
    assert page.locator("#search_order").input_value() == "date"
    assert page.title().startswith("“hoi nghi”")
    page.locator(".search-chip").click()
    until(page, "!location.search.includes('category')")
    more = shown(page).count()
    assert more > len(places)
    page.go_back()
    until(page, "location.search.includes('category')")
    assert shown(page).count() == len(places)
    page.go_forward()
    until(page, "!location.search.includes('category')")
    assert shown(page).count() == more


def test_where_filters_leave_nothing_they_can_be_taken_away(page, address):
    results(page, f"{address}search/?q=hoi+nghi&year=1999")
    note = page.locator(".search-note")
    assert "trong phần đang lọc" in note.inner_text()
    note.get_by_role("button", name="Tìm trong mọi năm").click()
    page.locator(RESULTS).first.wait_for()
    assert "year" not in page.url


def test_english_readers_are_answered_in_english_first(page, address):
    page.goto(address + "en/")
    open_search(page)
    options = answers(page, "blood donation")
    assert leads(options.first)[0] == BLOOD_IN_ENGLISH
    assert options.first.locator("[lang]").count() == 0
    page.goto(address)
    open_search(page)
    (english,) = [
        one
        for one in answers(page, "blood donation").all()
        if leads(one)[0] == BLOOD_IN_ENGLISH
    ]
    assert english.locator(".search-title").get_attribute("lang") == "en"


def test_results_are_for_readers_not_for_other_search_engines(page, site, address):
    page.goto(address + "search/")
    robots = page.locator("meta[name=robots]")
    assert robots.get_attribute("content") == "noindex"
    assert "/search/" not in (site / "sitemap.xml").read_text()


def fetched(browser, address: str, query: str) -> int:
    """Bytes of the first query: scripts, style, words, index, texts of what is shown."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address, wait_until="networkidle")
    seen = []
    page.on("response", lambda one: seen.append(one))
    open_search(page)
    ask(page, query)
    page.wait_for_load_state("networkidle")
    bodies = [one.body() for one in seen if "/images/" not in one.url]
    page.close()
    assert len(seen) == len({one.url for one in seen})
    return sum(min(len(gzip.compress(one)), len(one)) for one in bodies)


def test_a_first_query_is_light(browser, address):
    found = {query: fetched(browser, address, query) for query in RIGHT}
    assert median(found.values()) <= FIRST_QUERY, found
    assert max(found.values()) <= 1.5 * FIRST_QUERY, found


def test_the_search_works_below_a_folder_of_its_host(visit, served, site, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").symlink_to(site)
    root = served(tmp_path) + "a/b/"
    visit.page.goto(root + VISIT)
    open_search(visit.page)
    option = answers(visit.page, "do manh toan").first
    assert option.get_attribute("href").startswith(root + REVIEW)
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/search/?q=*")
    assert leads(shown(visit.page).first.locator("a"))[0] == f"a/b/{REVIEW}"
    assert visit.page.url.startswith(f"{root}search/?q=")
    assert all(one.startswith(root) for one in visit.asked)


def test_without_scripts_the_page_of_results_leads_to_the_lists(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert not page.locator("[data-opens-search]").is_visible()
    page.goto(address + "search/?q=hoi+nghi")
    assert page.get_by_text("Tìm theo từ cần JavaScript").is_visible()
    assert page.locator(".places a").first.is_visible()
    page.locator("#search_query").fill("hội nghị")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "news/?*")
    assert page.locator(".card").first.is_visible()
    context.close()
