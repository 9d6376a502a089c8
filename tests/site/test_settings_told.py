"""Wrong settings stop a build with the line in mkdocs.yml, whatever MkDocs thinks of them."""

from __future__ import annotations

import re

import pytest

from newsrooms import SETTINGS, Newsroom

WRONG = """\
nav:
  - Hợp tác: categories/hoptac/index.md
plugins:
  - bantin:
      home: newest
      people_from: nhiều
      old_after: [3]
      precompress: 9
      categories: {hop-tac: Hợp tác}
      series: [so-ket]
      photos: true
      hospital:
        hotline: đang cập nhật
        logo: images/logo.png
"""
TOLD = re.compile(r"mkdocs\.yml:(\d+):\d+")
ADDRESS = "site_url: https://tin.example.org/\n"


def test_every_wrong_setting_is_told_at_its_line(tmp_path):
    head = SETTINGS.partition("plugins:")[0]
    room = Newsroom(tmp_path, head + WRONG)
    room.bulletin("2026/a")
    ran = room.build()
    assert ran.code == 1
    first = head.count("\n")
    lines = [int(line) - first for line in TOLD.findall(ran.output)]
    assert lines == [2, 5, 6, 7, 8, 10, 11, 13, 14]
    assert "Expected type" not in ran.output
    assert not room.site.exists()


def test_a_site_without_our_theme_ends_in_words(tmp_path):
    without = re.sub(r"theme:\n(?:  .*\n)+", "", SETTINGS)
    room = Newsroom(tmp_path, f"{without}      newsdir: tin\n")
    room.bulletin("2026/a")
    ran = room.build("--strict")
    assert ran.code == 1
    assert "mkdocs.yml:1:1: mkdocs.yml chưa chọn giao diện material" in ran.output
    assert "Traceback" not in ran.output
    assert "Unrecognised configuration name" not in ran.output, "we tell of it, with the line"


@pytest.mark.parametrize(
    ("line", "environment", "told"),
    [
        pytest.param("", {}, ["1"], id="missing"),
        pytest.param("site_url: ''\n", {}, [], id="none-on-purpose"),
        pytest.param("site_url: http://localhost:8000/\n", {}, ["2"], id="this-machine"),
        pytest.param("site_url: http://127.0.0.1/tin/\n", {}, ["2"], id="its-number"),
        pytest.param("site_url: http://192.168.1.9/\n", {}, [], id="inside-the-house"),
        pytest.param(
            "site_url: !ENV ADDRESS\n", {"ADDRESS": "http://[::1]/"}, ["2"], id="environment"
        ),
    ],
)
def test_an_address_that_readers_cant_open_is_told(tmp_path, line, environment, told):
    room = Newsroom(tmp_path, SETTINGS.replace(ADDRESS, line))
    room.bulletin("2026/a")
    ran = room.build(**environment)
    assert ran.code == 0, ran.output
    assert TOLD.findall(ran.output) == told


MENU = """\
nav:
  - Tin: news/index.md
  - Liên hệ: lien-hee.md
  - Người: people/index.md
  - Ảnh: photo/index.md
  - Bệnh viện: https://example.org/a.md
  - Kho: qwertz.md
  - Thầy Trọng: people/phan-kim-trong/index.md
"""


def test_a_line_of_the_menu_that_leads_nowhere_is_told(tmp_path):
    room = Newsroom(tmp_path, SETTINGS + MENU)
    room.write("docs/lien-he.md", "# Liên hệ\n")
    room.bulletin("2026/a")
    ran = room.build()
    assert ran.code == 0, ran.output
    first = SETTINGS.count("\n")
    assert [int(line) - first for line in TOLD.findall(ran.output)] == [3, 5, 7, 8]
    assert ran.output.count("đừng tạo tệp trong docs") == 1
    assert "có phải là lien-he.md?" in ran.output
    assert "có phải là photos/index.md?" in ran.output
    assert "A reference to" not in ran.output, "MkDocs says the same without the line"


def test_what_mkdocs_takes_is_built(tmp_path):
    line = "site_url: !ENV [NOT_SET, 'https://tin.example.org/']\n"
    room = Newsroom(
        tmp_path, SETTINGS.replace(ADDRESS, line) + "nav:\n  # - Tin: news/index.md\n"
    )
    room.bulletin("2026/a")
    room.built()
    assert "https://tin.example.org/news/2026/a/" in room.page("news/2026/a")


ENGLISH_MENU = """\
  - News: en/news/index.md
  - Look up:
      - People: en/people/index.md
  - About: en/about.md
"""


def test_lists_in_english_may_stand_in_the_menu_before_there_is_english_news(tmp_path):
    room = Newsroom(tmp_path, SETTINGS + "nav:\n  - Tin: news/index.md\n" + ENGLISH_MENU)
    room.write("docs/en/about.md", "# About us\n")
    room.bulletin("2026/a")
    room.built()
    page = room.page("en/about")
    assert "About us" in page
    assert "index.md" not in page
    assert "Look up" not in page
    room.bulletin("en/2026/a")
    room.built()
    assert 'href="../people/"' in room.page("en/about")


def test_no_line_of_the_english_menu_is_told_to_lead_to_vietnamese_pages(tmp_path):
    menu = "nav:\n  - News: en/new/index.md\n  - Us: en/abuot.md\n"
    room = Newsroom(tmp_path, SETTINGS + menu)
    room.write("docs/en/about.md", "# About us\n")
    room.bulletin("2026/a")
    ran = room.build()
    first = SETTINGS.count("\n")
    assert [int(line) - first for line in TOLD.findall(ran.output)] == [2, 3]
    assert "có phải là en/about.md?" in ran.output
    assert "có phải là news" not in ran.output
