from __future__ import annotations

from datetime import date
from urllib.parse import unquote, urljoin

import pytest

from bantin import addresses


@pytest.mark.parametrize(
    ("id", "allowed"),
    [
        pytest.param("2026/a", True, id="plain"),
        pytest.param("en/2026/a", True, id="english"),
        pytest.param("2026/hoi-nghi-2", True, id="hyphen-and-number"),
        pytest.param("2026/123", True, id="three-digits"),
        pytest.param("2026/2", True, id="one-digit"),
        pytest.param("2026/" + "a" * 80, True, id="80-bytes"),
        pytest.param("2026/" + "a" * 81, False, id="81-bytes"),
        pytest.param("2026/02", False, id="month"),
        pytest.param("en/2026/02", False, id="month-english"),
        pytest.param("2026/index", False, id="index"),
        pytest.param("2026/page", False, id="page"),
        pytest.param("a", False, id="no-year"),
        pytest.param("1826/a", False, id="year-too-old"),
        pytest.param("2026/02/a", False, id="deeper"),
        pytest.param("fr/2026/a", False, id="other-language"),
        pytest.param("2026/A", False, id="capital"),
        pytest.param("2026/hội-nghị", False, id="marks"),
        pytest.param("2026/a b", False, id="space"),
        pytest.param("2026/a_b", False, id="underscore"),
        pytest.param("2026/a\n", False, id="line-end"),
        pytest.param("٢٠٢٦/a", False, id="foreign-digits"),
        pytest.param("2026/", False, id="nothing"),
        pytest.param("2026/../a", False, id="upwards"),
    ],
)
def test_which_ids_a_bulletin_may_have(id, allowed):
    assert addresses.allowed(id) is allowed


@pytest.mark.parametrize(
    ("name", "address"),
    [
        pytest.param("index.md", "", id="home"),
        pytest.param("contact.md", "contact/", id="page"),
        pytest.param("guide/index.md", "guide/", id="folder"),
        pytest.param("guide/README.md", "guide/", id="readme"),
        pytest.param("guide/a.b.md", "guide/a.b/", id="dot"),
    ],
)
def test_addresses_of_documents(name, address):
    assert addresses.document(name) == address


def test_lists_of_both_languages():
    day = date(2026, 2, 6)
    assert [addresses.index("vi"), addresses.index("vi", 2)] == ["news/", "news/page/2/"]
    assert addresses.index("en", 2) == "en/news/page/2/"
    assert addresses.month("vi", day) == "news/2026/02/"
    assert addresses.month("en", day) == "en/news/2026/02/"
    assert addresses.category("en", "hop-tac") == "en/categories/hop-tac/"


TARGETS = [
    "",
    "404.html",
    "contact/",
    "news/2026/a/",
    "news/2026/b/#muc-1",
    "news/2026/b/?q=1",
    "images/2026/a/01.960.key.webp",
    "images/Ảnh chung/50% (1), 2.webp",
    "images/a:b.webp",
    "a:b.webp",
]
PAGES = ["", "404.html", "news/", "news/2026/a/", "en/news/2026/a/", "a b/c/"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("target", TARGETS)
def test_a_relative_link_leads_to_its_target_in_a_browser(target, page):
    link = addresses.relative(target, page)
    base = "https://example.org/site/"
    assert not link.startswith("/")
    assert unquote(urljoin(base + page.replace(" ", "%20"), link)) == base + target
