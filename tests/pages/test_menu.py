from __future__ import annotations

import pytest

from bantin.pages.shell import MenuEntry, default_menu, in_language, language_of, marked

MENU = (
    MenuEntry("Tin tức", "news/"),
    MenuEntry(
        "Chuyên mục",
        entries=(MenuEntry("Sự kiện", "categories/su-kien/"), MenuEntry("Tệp", "a.pdf")),
    ),
    MenuEntry("Cổng thông tin", url="https://x.example/"),
    MenuEntry("News", "en/news/"),
    MenuEntry("About", entries=(MenuEntry("Contact", "en/contact/"),)),
    MenuEntry("Both", entries=(MenuEntry("Một", "mot/"), MenuEntry("One", "en/one/"))),
)


def texts(menu):
    return [(one.text, texts(one.entries)) if one.entries else one.text for one in menu]


def places(menu):
    found = {}
    for one in menu:
        if one.current:
            found[one.text] = one.current
        found |= places(one.entries)
    return found


def test_a_menu_has_the_pages_of_its_language():
    assert texts(in_language(MENU, "vi")) == [
        "Tin tức",
        ("Chuyên mục", ["Sự kiện", "Tệp"]),
        "Cổng thông tin",
        ("Both", ["Một"]),
    ]
    assert texts(in_language(MENU, "en")) == ["News", ("About", ["Contact"]), ("Both", ["One"])]


def test_what_leads_away_has_the_language_of_the_pages_beside_it():
    health = MenuEntry("Ministry", url="https://x.example/")
    menu = (MenuEntry("Help", entries=(MenuEntry("Contact", "en/contact/"), health)), health)
    assert texts(in_language(menu, "en")) == [("Help", ["Contact", "Ministry"])]
    assert texts(in_language(menu, "vi")) == ["Ministry"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param("news/", {"Tin tức": "page"}, id="itself"),
        pytest.param("news/2026/a/", {"Tin tức": "true"}, id="below"),
        pytest.param(
            "categories/su-kien/", {"Chuyên mục": "true", "Sự kiện": "page"}, id="in-a-section"
        ),
        pytest.param("newsletter/", {}, id="only-the-same-letters"),
        pytest.param("", {}, id="home"),
    ],
)
def test_the_menu_shows_where_the_reader_is(page, expected):
    assert places(marked(in_language(MENU, "vi"), page)) == expected


def test_the_first_page_is_not_above_all_others():
    menu = (MenuEntry("Trang chủ", ""), MenuEntry("Home", "en/"))
    assert places(marked(menu, "en/news/")) == {}
    assert places(marked(menu, "en/")) == {"Home": "page"}


@pytest.mark.parametrize(("lang", "words"), [("vi", "Tin tức"), ("en", "News")])
def test_without_nav_the_menu_leads_to_the_news(lang, words):
    assert words in texts(default_menu(lang))


def test_english_is_what_lies_under_en():
    assert [language_of(address) for address in ("en/", "en/news/", "english/", "")] == [
        "en",
        "en",
        "vi",
        "vi",
    ]
