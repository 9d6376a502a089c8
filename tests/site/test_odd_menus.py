"""Menus that nobody meant to be odd: kept-back pages, empty sections, one language only."""

from __future__ import annotations

import html5lib
import pytest

from newsrooms import SETTINGS, Newsroom

ODD = """\
nav:
  - Tên riêng: news/index.md
  - Liên hệ: lien-he.md
  - Nháp: nhap.md
  - A:
      - B:
          - Sâu: sau.md
  - Rỗng: []
  - Quy định: quy-dinh.pdf
  - About: en/about.md
draft_docs: |
  /nhap.md
  /index.md
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    address = "site_url: !ENV [NO_SUCH_ADDRESS, 'https://tin.example.org/benh-vien/']"
    settings = SETTINGS.replace("site_url: https://tin.example.org/", address)
    room = Newsroom(tmp_path_factory.mktemp("site"), settings + ODD)
    room.write("docs/lien-he.md", "---\ntitle: Một tiêu đề dài dòng\n---\n\nLời.\n")
    room.write("docs/nhap.md", "# Chưa xong\n")
    room.write("docs/sau.md", "# Sâu\n")
    room.write("docs/quy-dinh.pdf", b"%PDF-1.7\n")
    room.write("docs/en/about.md", "# About us\n")
    room.bulletin("2026/a")
    ran = room.build()
    assert ran.code == 0, ran.output
    return room


def parsed(room, name):
    html = (room.site / name).read_text(encoding="utf-8")
    return html5lib.parse(html, namespaceHTMLElements=False)


def links(element):
    return {
        " ".join("".join(one.itertext()).split()): one.get("href") for one in element.iter("a")
    }


def part(page, name):
    (found,) = (one for one in page.iter() if name in one.get("class", "").split())
    return found


def test_the_menu_says_what_nav_says(room):
    menu = links(part(parsed(room, "sau/index.html"), "menu"))
    assert menu == {
        "Tên riêng": "../news/",
        "Liên hệ": "../lien-he/",
        "Sâu": "./",
        "Quy định": "../quy-dinh.pdf",
    }


def test_a_page_that_is_kept_back_is_nowhere(room):
    for path in room.site.rglob("*.html"):
        assert "nhap/" not in path.read_text(encoding="utf-8"), path


def test_the_footer_leads_to_what_sections_hold_however_deep(room):
    footer = part(parsed(room, "sau/index.html"), "site-footer")
    assert links(footer)["Sâu"] == "./"
    assert "Rỗng" not in "".join(footer.itertext())
    assert "B" not in links(footer)


def test_english_pages_without_english_news_lead_to_the_vietnamese(room):
    page = parsed(room, "en/about/index.html")
    header = part(page, "site-header")
    assert part(header, "brand").get("href") == "../../"
    assert part(header, "language").get("href") == "../../"
    for target in links(page).values():
        if target.startswith("."):
            assert (room.site / "en/about" / target.partition("#")[0]).resolve().exists(), (
                target
            )


def test_a_language_that_has_only_pages_of_docs_is_led_to(tmp_path):
    room = Newsroom(tmp_path)
    room.write("docs/en/index.md", "# Welcome\n")
    room.bulletin("2026/a")
    room.built()
    for name, target in (("index.html", "en/"), ("news/2026/a/index.html", "../../../en/")):
        link = part(part(parsed(room, name), "site-header"), "language")
        assert (link.get("href"), link.get("lang")) == (target, "en")


def test_an_address_from_the_environment_counts(room):
    styles = [
        one.get("href")
        for one in parsed(room, "404.html").iter("link")
        if one.get("rel") == "stylesheet"
    ]
    assert styles
    assert all(one.startswith("/benh-vien/assets/") for one in styles)
    assert "Strict-Transport-Security" in (room.site / "_headers").read_text()


def test_without_a_public_index_the_site_has_its_first_page(room):
    assert "Tin 2026/a" in (room.site / "index.html").read_text(encoding="utf-8")
