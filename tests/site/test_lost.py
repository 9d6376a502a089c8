"""Who comes to an address that leads nowhere finds the page that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from faults import findings

from newsrooms import SETTINGS, Newsroom

if TYPE_CHECKING:
    from conftest import Visit

MENU = """\
nav:
  - Tin tức: news/index.md
  - Giới thiệu: gioi-thieu.md
"""
DONE = """() => {
  const said = [...document.querySelectorAll("[data-near]")].map(({ dataset }) => dataset);
  const status = document.querySelector(".nearest [role=status]").textContent;
  return said.flatMap(({ near, none }) => [near, none]).includes(status);
}"""
PEOPLE = """\
- id: mac-thi-lan
  name: Mạc Thị Lan
  posts: [{role: Giám đốc, organization: binh-xuyen}]
"""
ORGANIZATIONS = """\
- id: binh-xuyen
  name: Trung tâm Y tế Bình Xuyên
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    room = Newsroom(tmp_path_factory.mktemp("site"), SETTINGS + MENU)
    room.write("docs/gioi-thieu.md", "# Giới thiệu\n")
    told = {
        "2026/hop-tac-dao-tao": "Hợp tác đào tạo với Bình Xuyên",
        "2026/hien-mau": "Ngày hội hiến máu",
        "2025/hien-mau": "Ngày hội hiến máu năm ngoái",
        "2024/tap-huan-cap-cuu": "Tập huấn cấp cứu nhi",
        "en/2026/visit": "A visit to the ward",
    }
    room.write("news/_registry/people.yml", PEOPLE)
    room.write("news/_registry/organizations.yml", ORGANIZATIONS)
    room.bulletin(
        "2023/tham",
        "tags: [sơ sinh]",
        "participants: ['BS Mạc Thị Lan – Giám đốc, Trung tâm Y tế Bình Xuyên']",
        title="Một chuyến thăm",
        date="2023-03-01",
    )
    for id, title in told.items():
        year = id.removeprefix("en/")[:4]
        date = f"{year}-03-01"
        room.bulletin(id, title=title, date=date, category="hop-tac")
    room.built()
    return room


@pytest.fixture(scope="module")
def address(room, served) -> str:
    return served(room.site)


def nearest(visit: Visit, address: str) -> list[str]:
    """Addresses offered, the nearest first."""
    visit.page.goto(address)
    visit.page.wait_for_function(DONE)
    return visit.page.locator(".nearest-address").all_inner_texts()


@pytest.mark.parametrize(
    ("lost", "meant"),
    [
        ("news/2026/hop-tac-dao-tao.html", "/news/2026/hop-tac-dao-tao/"),
        ("News/2026/Hop-Tac-Dao-Tao/", "/news/2026/hop-tac-dao-tao/"),
        ("news/hop-tac-dao-tao/", "/news/2026/hop-tac-dao-tao/"),
        ("hop_tac_dao_tao", "/news/2026/hop-tac-dao-tao/"),
        ("news/2026/hop-tac-dao-tao/index.php", "/news/2026/hop-tac-dao-tao/"),
        ("tin-tuc/hợp-tác-đào-tạo", "/news/2026/hop-tac-dao-tao/"),
        ("news/2026/hop-tac-dao-tap", "/news/2026/hop-tac-dao-tao/"),
        ("images/2026/hop-tac-dao-tao/01.960.key.jpg", "/news/2026/hop-tac-dao-tao/"),
        ("news/2025/hien-mau-1", "/news/2025/hien-mau/"),
        ("news/2026/hien-mau-1", "/news/2026/hien-mau/"),
        ("2026/ngay-hoi-hien-mau", "/news/2026/hien-mau/"),
        ("category/hop-tac", "/categories/hop-tac/"),
        ("event", "/events/"),
        ("gioi_thieu.html", "/gioi-thieu/"),
        ("en/news/2026/visit", "/news/en/2026/visit/"),
        ("en/event", "/en/events/"),
        ("people/mac-thi-lam/", "/people/mac-thi-lan/"),
        ("nguoi/mac-thi-lan/", "/people/mac-thi-lan/"),
        ("organizations/binh-xuyenn", "/organizations/binh-xuyen/"),
        ("tags/so_sinh.html", "/tags/so-sinh/"),
    ],
)
def test_the_page_that_was_meant_comes_first(visit, address, lost, meant):
    assert nearest(visit, address + lost)[0] == meant
    assert visit.refused == []


def test_below_the_nearest_stands_the_list_in_which_it_would_lie(visit, address):
    assert nearest(visit, f"{address}news/2026/khong-co-gi/") == ["/news/2026/"]


def test_nobody_is_offered_for_somebody_else(visit, address):
    assert nearest(visit, f"{address}people/luc-gia-bao/") == ["/people/"]


def test_a_year_is_not_a_bare_number(visit, address):
    nearest(visit, f"{address}news/2026/khong-co-gi/")
    assert visit.page.locator(".nearest-title").inner_text() == "Lưu trữ theo năm: 2026"


@pytest.mark.parametrize(
    ("lost", "first"),
    [
        pytest.param("en/abuot/", "en", id="below-en"),
        pytest.param("news/en/2026/visi/", "en", id="bulletin"),
        pytest.param("news/2026/hien-mau-1", "vi", id="vietnamese"),
    ],
)
def test_who_asked_for_an_english_page_reads_english_first(visit, address, lost, first):
    nearest(visit, address + lost)
    page = visit.page
    heading = page.get_by_role("heading", name="This page can't be found")
    seeking = page.locator(".nearest [role=status]")
    above = heading.bounding_box()["y"] < seeking.bounding_box()["y"]
    assert above is (first == "en")
    english = ("Were you looking", "No page has")
    assert seeking.inner_text().startswith(english) is (first == "en")


def test_nothing_near_is_said(visit, address):
    assert nearest(visit, f"{address}qwxz") == []
    said = visit.page.locator(".nearest [role=status]")
    assert said.inner_text().startswith("Không có trang nào")


def test_the_words_of_the_address_can_be_searched_for_at_once(visit, address):
    nearest(visit, f"{address}news/2023/tap-huan-cap-cuu-2023/")
    field = visit.page.locator("#lost_query")
    assert field.input_value() == "tap huan cap cuu 2023"
    field.press("Enter")
    visit.page.wait_for_url(f"{address}search/?q=*")
    visit.page.locator(".search-result a").first.wait_for()
    assert "/news/2024/tap-huan-cap-cuu/" in visit.page.locator(
        ".search-result a"
    ).first.get_attribute("href")


def test_an_address_is_text_and_nothing_else(visit, address):
    nearest(visit, f"{address}news/2026/hien-mau%3Cimg%20src=x%20onerror=alert(1)%3E%ff/")
    assert visit.page.locator(".nearest img").count() == 0
    assert visit.refused == []


def test_without_the_index_the_links_of_the_page_remain(visit, address):
    visit.page.route("**/search/**", lambda route: route.abort())
    assert nearest(visit, f"{address}gioi_thieu") == ["/gioi-thieu/"]


def test_the_page_itself_asks_nothing(visit, address):
    visit.page.goto(f"{address}404.html", wait_until="networkidle")
    assert not any("/search/" in one for one in visit.asked)
    assert visit.page.locator(".nearest").count() == 0


def test_below_a_folder_of_the_host_it_is_the_same(tmp_path, served, visit):
    settings = SETTINGS.replace("tin.example.org/", "tin.example.org/benh-vien/")
    room = Newsroom(tmp_path / "room", settings)
    room.bulletin("2026/hien-mau", title="Ngày hội hiến máu")
    room.built()
    host = tmp_path / "host"
    host.mkdir()
    room.site.rename(host / "benh-vien")
    (host / "404.html").write_bytes((host / "benh-vien" / "404.html").read_bytes())
    address = served(host)
    assert nearest(visit, f"{address}benh-vien/hien_mau")[0] == "/benh-vien/news/2026/hien-mau/"
    visit.page.locator(".nearest a").first.click()
    visit.page.wait_for_url(f"{address}benh-vien/news/2026/hien-mau/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_where_pages_are_offered(browser, address, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{address}news/2026/hien-mau-1")
    page.wait_for_function(DONE)
    assert page.locator(".nearest a").count() >= 2
    assert list(findings(page)) == []
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
