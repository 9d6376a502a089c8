"""Who types a name is offered its page: in the box, above results, and where one is lost."""

from __future__ import annotations

import shutil

import pytest
from faults import findings

import searchfiles
from asking import FIELD, OPTIONS, ask, open_search, results
from newsrooms import SETTINGS, Newsroom
from waiting import until

PEOPLE = """\
- {id: trong, name: Phan Kim Trọng, aliases: [Trọng Vĩnh Phúc]}
- {id: chau, name: Nguyễn Minh Châu}
- {id: kin, name: Quách Văn Kín}
"""
ORGANIZATIONS = """\
- id: san-nhi
  name: Bệnh viện Sản Nhi tỉnh Vĩnh Phúc
- id: cu
  name: Trung tâm Y tế huyện Bình Xuyên
  successor: moi
  valid_to: 2025-06-30
- id: moi
  name: Trung tâm Y tế khu vực Bình Xuyên
"""
SERIES = SETTINGS + "      series:\n        so-ket: {vi: Hội nghị sơ kết, en: Review}\n"
GROUP = "#search_list [role=group]"
POSTS = ".search-posts a"


def furnish(room: Newsroom) -> None:
    room.write("news/_registry/people.yml", PEOPLE)
    room.write("news/_registry/organizations.yml", ORGANIZATIONS)
    listed = "participants: ['BS Phan Kim Trọng – Giám đốc, Bệnh viện Sản Nhi tỉnh Vĩnh Phúc']"
    for year in (2024, 2025, 2026):
        room.bulletin(
            f"{year}/so-ket",
            *("category: hop-tac", "series: so-ket", "tags: [tuyến dưới]", listed),
            title=f"Họp sơ kết {year}",
            date=f"{year}-03-01",
        )
    room.bulletin(
        "2026/tham",
        "participants: [Trung tâm Y tế khu vực Bình Xuyên]",
        title="Một chuyến thăm",
    )
    room.bulletin(
        "2026/kin",
        "status: draft",
        "tags: [chuyện kín]",
        "participants: ['BS Quách Văn Kín – Giám đốc, Bệnh viện Sản Nhi tỉnh Vĩnh Phúc']",
        title="Tin nháp",
    )


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    room = Newsroom(tmp_path_factory.mktemp("site"), SERIES)
    furnish(room)
    room.built()
    return room


@pytest.fixture(scope="module")
def address(served, room, tmp_path_factory) -> str:
    """The site in a folder of its host, as on GitHub Pages."""
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(room.site, host / "tin")
    return f"{served(host)}tin/"


@pytest.fixture
def page(visit, address):
    visit.page.goto(address)
    yield visit.page
    assert visit.refused == []


def offered(page, root: str) -> list[str]:
    """Addresses of signposts in the order of the list."""
    links = page.locator(POSTS).evaluate_all("all => all.map(one => one.href)")
    assert all(link.startswith(root) for link in links)
    return [link.removeprefix(root) for link in links]


@pytest.mark.parametrize(
    ("typed", "first", "kind"),
    [
        ("phan kim trong", "people/trong/", "Người · Giám đốc, Bệnh viện"),
        ("Phan Kim Tr", "people/trong/", "Người"),
        ("trọng vĩnh phúc", "people/trong/", "Người"),
        ("bv san nhi vinh phuc", "organizations/san-nhi/", "Đơn vị · 3 bản tin"),
        ("ttyt huyện bình xuyên", "organizations/moi/", "Đơn vị · Tên trước đây"),
        ("hoi nghi so ket", "series/so-ket/", "Chuỗi sự kiện · 3 kỳ, 2024–2026"),
        ("tuyen duoi", "tags/tuyen-duoi/", "Từ khóa · 3 bản tin"),
        ("hợp tác", "categories/hop-tac/", "Chuyên mục · 3 bản tin"),
        ("phan kim trogn", "people/trong/", "Người"),
    ],
)
def test_a_name_leads_to_its_page(page, address, typed, first, kind):
    open_search(page)
    ask(page, typed)
    assert offered(page, address)[0] == first
    assert kind in page.locator(OPTIONS).first.inner_text()
    results(page, f"{address}search/?q={typed}")
    assert offered(page, address)[0] == first


@pytest.mark.parametrize(
    "typed", ["quach van kin", "chuyện kín", "nguyen minh chau", "chuyến thăm"]
)
def test_who_has_no_page_is_not_offered(page, address, room, typed):
    open_search(page)
    ask(page, typed)
    assert offered(page, address) == []
    read = searchfiles.read(searchfiles.of_site(room.site))
    assert not {"!quach", "!kin", "!chau"} & read.keys


def test_what_is_offered_is_what_has_a_page(room):
    read = searchfiles.read(searchfiles.of_site(room.site))
    posted = sorted(record[0] for record in read.signposts["vi"].records)
    assert posted == [
        *("categories/hop-tac/", "organizations/moi/", "organizations/san-nhi/"),
        *("people/trong/", "series/so-ket/", "tags/tuyen-duoi/"),
    ]
    assert all((room.site / one / "index.html").is_file() for one in posted)


def test_keys_lead_through_signposts_and_results_alike(page, address):
    open_search(page)
    ask(page, "phan kim trong")
    options = page.locator(OPTIONS)
    assert options.count() == 4
    names = [page.locator(GROUP).get_attribute("aria-label")]
    seen = []
    for key in ("ArrowDown", "ArrowDown", "End", "ArrowDown"):
        page.keyboard.press(key)
        active = page.locator(FIELD).get_attribute("aria-activedescendant")
        assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
        seen.append(int(active.removeprefix("search_option_")))
    assert seen == [0, 1, 3, 0]
    assert names == ["Trang tổng hợp"]
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}people/trong/")
    assert page.get_by_role("heading", level=1).inner_text() == "Phan Kim Trọng"


def test_both_are_told_to_who_cannot_see_them(page):
    open_search(page)
    ask(page, "phan kim trong")
    said = "document.querySelector('.search-dialog [role=status]').textContent"
    until(page, f"{said} === '1 trang tổng hợp, 3 kết quả'")


def test_counts_and_filters_are_of_bulletins_alone(page, address):
    results(page, f"{address}search/?q=phan+kim+trong")
    assert page.locator(".search-count").inner_text() == "3 kết quả"
    assert page.locator(".search-results li").count() == 3
    page.get_by_role("checkbox", name="2025").check()
    until(page, "document.querySelector('.search-count').textContent === '1 kết quả'")
    assert not page.locator(".search-posts").is_visible()


def test_results_stand_without_signposts_that_are_gone(visit, room, served, tmp_path):
    shutil.copytree(room.site, tmp_path / "site")
    read = searchfiles.read(searchfiles.of_site(tmp_path / "site"))
    for path in read.signposts["vi"].files:
        (tmp_path / "site/search" / path).unlink()
    visit.page.goto(served(tmp_path / "site"))
    open_search(visit.page)
    assert ask(visit.page, "phan kim trong").count() == 3
    assert visit.page.locator(".search-note [role=alert]").count() == 0


@pytest.mark.parametrize(
    ("lost", "meant"),
    [
        ("nguoi/phan-kim-trong.html", "people/trong/"),
        ("ttyt-huyen-binh-xuyen/", "organizations/moi/"),
        ("people/trong-vinh-phuc/", "people/trong/"),
        ("hoi-nghi-so-ket/", "series/so-ket/"),
    ],
)
def test_who_is_lost_is_led_by_names_that_no_address_has(visit, room, served, lost, meant):
    visit.page.goto(served(room.site) + lost)
    visit.page.locator(".nearest-pages").wait_for()
    assert visit.page.locator(".nearest-address").first.inner_text() == f"/{meant}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_signposts_are_reached_by_everybody(page, address, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    results(page, f"{address}search/?q=phan+kim+trong")
    page.locator(POSTS).first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert list(findings(page)) == []
    open_search(page)
    ask(page, "phan kim trong")
    assert list(findings(page)) == []
    box = page.locator(OPTIONS).first.bounding_box()
    assert box["height"] >= 44


def test_what_is_taken_back_is_offered_no_more_as_in_a_clean_build(room, tmp_path):
    grown = Newsroom(tmp_path, SERIES)
    furnish(grown)
    grown.edit("news/2026/kin.md", "status: draft", "status: published")
    grown.built()
    read = searchfiles.read(searchfiles.of_site(grown.site))
    assert read.posted("van kin") == ["people/kin/"]
    assert read.posted("chuyen kin") == ["tags/chuyen-kin/"]
    grown.edit("news/2026/kin.md", "status: published", "status: draft")
    grown.built()
    clean = searchfiles.read(searchfiles.of_site(room.site))
    read = searchfiles.read(searchfiles.of_site(grown.site))
    assert read.manifest == clean.manifest
    assert read.files == clean.files
