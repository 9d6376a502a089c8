"""What of a site is in its search, and that no other search makes an index beside it."""

from __future__ import annotations

import pytest

import searchfiles
from newsrooms import SETTINGS, Newsroom, tree

LISTED = {
    "none": "",
    "search": "  - search\n",
    "after": "",
    "options": "  - search: {lang: en, separator: '[ ]+'}\n",
    "material": "  - material/search\n",
    "mkdocs": "  - /search\n",
    "both": "  - search\n  - /search\n",
}


def furnish(room: Newsroom) -> None:
    room.bulletin("2026/a", title="Hội nghị sơ kết")
    room.write("docs/gioi-thieu.md", "# Giới thiệu & hơn\n\nBệnh viện có 300 giường.\n")
    room.write("docs/en/about.md", "# About us\n\nBeds and people.\n")
    room.write("docs/ngoai.md", "---\nsearch: {exclude: true}\n---\n# Ngoài\n\nGiường ngoài.\n")
    room.write("docs/la.md", "---\nsearch: no\n---\n# Lạ\n\nGiường lạ.\n")


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """The site of a mkdocs.yml that lists only our own plugin."""
    room = Newsroom(tmp_path_factory.mktemp("site"))
    furnish(room)
    room.built()
    return room


def test_bulletins_and_pages_of_docs_are_found_and_lists_are_not(plain):
    read = searchfiles.read(searchfiles.of_site(plain.site))
    assert sorted(read.addresses) == ["en/about/", "gioi-thieu/", "la/", "news/2026/a/"]
    assert read.holding("300 giuong") == ["gioi-thieu/"]
    assert read.holding("giuong ngoai") == []


def test_a_result_says_title_and_language(plain):
    read = searchfiles.read(searchfiles.of_site(plain.site))
    records = {one[0]: one for part in read.segments for one in part.records}
    assert records["gioi-thieu/"][1] == "Giới thiệu & hơn"
    assert [records[page][-2] for page in ("gioi-thieu/", "en/about/")] == ["vi", "en"]


@pytest.mark.parametrize("listed", list(LISTED))
def test_a_stock_search_that_is_listed_changes_nothing(plain, tmp_path, listed):
    settings = SETTINGS.replace("plugins:\n", f"plugins:\n{LISTED[listed]}")
    room = Newsroom(tmp_path, settings + ("  - search\n" if listed == "after" else ""))
    furnish(room)
    assert room.built() == tree(plain.site)


def test_scripts_that_no_page_loads_stay_away(plain):
    assert [name for name in tree(plain.site) if "/javascripts/" in name] == []


def test_scripts_that_mkdocs_yml_names_go_out(tmp_path):
    own, theirs = "assets/javascripts/own.js", "assets/javascripts/lunr/wordcut.js"
    scripts = f"extra_javascript: [{own}, {theirs}, docs.js]\n"
    settings = SETTINGS.replace("  name: material", "  name: material\n  custom_dir: over")
    room = Newsroom(tmp_path, settings + scripts)
    room.bulletin("2026/a")
    room.write(f"over/{own}", "document.title = document.title;\n")
    room.write("docs/docs.js", "document.title = document.title;\n")
    found = room.built()
    assert {own, theirs, "docs.js"} <= set(found)
    assert all(f'<script src="{name}">' in room.page("") for name in (own, theirs, "docs.js"))


@pytest.mark.parametrize("name", ["search", "en/search", "search/index", "search/terms"])
def test_a_page_of_docs_can_not_lie_where_the_search_is(tmp_path, name):
    room = Newsroom(tmp_path)
    room.bulletin("en/2026/a")
    room.write(f"docs/{name}.md", "# Tìm\n")
    ran = room.build()
    assert ran.code == 1
    assert f"docs/{name}.md:1:1: " in ran.output and "phần tìm kiếm" in ran.output
    assert not room.site.exists()
