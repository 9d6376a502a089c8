"""Pages of docs/ in our shell: titles of every sort, languages, contents, what is kept."""

from __future__ import annotations

import html5lib
import pytest

from newsrooms import SETTINGS, Newsroom

HOSTILE = "</title><script>alert(1)</script> & \"quoted\" 'too'"
WORDED = {
    "heading": ("# A & B < C\n", "A & B < C"),
    "markup": ("# `<script>` *x*\n", "<script> x"),
    "text": ("---\ntitle: A & B <i>\n---\n\nx\n", "A & B <i>"),
    "hostile": (f"---\ntitle: >-\n  {HOSTILE}\n---\n\nx\n", HOSTILE),
}
"""Pages with a title of every sort: Markdown, and the title as it must be read."""
NAV = """\
nav:
  - news/index.md
  - Chuyên mục:
      - Hợp tác: categories/hop-tac/index.md
      - heading.md
      - markup.md
      - text.md
      - hostile.md
  - long.md
  - en/about.md
not_in_nav: /index.md
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    extra = "extra_css: [own.css]\nextra_javascript: [own.js]\n"
    room = Newsroom(tmp_path_factory.mktemp("site"), SETTINGS + NAV + extra)
    for name, (source, _) in WORDED.items():
        room.write(f"docs/{name}.md", source)
    room.write("docs/long.md", "# Dài\n\n## Một\n\n### Nhỏ\n\n## Hai & ba\n\n!!! note\n    x\n")
    room.write("docs/en/about.md", "# About us\n\nText.\n")
    room.write("docs/own.css", "b { color: green }\n")
    room.write("docs/own.js", "document.title = document.title;\n")
    room.bulletin("2026/a", category="hop-tac")
    room.built()
    return room


@pytest.fixture
def page(room):
    return lambda address: html5lib.parse(room.page(address), namespaceHTMLElements=False)


def read(element):
    return " ".join("".join(element.itertext()).split())


def by_class(element, name):
    return [one for one in element.iter() if name in one.get("class", "").split()]


def inline_scripts(page):
    return [
        one.text for one in page.iter("script")
        if not one.get("src") and one.get("type") != "application/json"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "words"), [(name, words) for name, (_, words) in WORDED.items()]
)
def test_titles_are_escaped_once(page, name, words):
    found = page(name)
    assert found.find("head/title").text == f"{words} – Bản tin"
    assert [read(one) for one in found.iter("h1")] == [words]
    assert words in [read(link) for link in by_class(found, "menu")[0].iter("a")]
    assert inline_scripts(found) == []


def test_english_pages_have_an_english_shell(page):
    found = page("en/about")
    assert found.get("lang") == "en"
    assert [read(link) for link in by_class(found, "menu")[0].iter("a")] == ["About us"]
    assert "Tìm" not in read(found.find("body"))


def test_vietnamese_pages_have_no_english_menu(page):
    found = page("long")
    assert found.get("lang") == "vi"
    menu = [read(link) for link in by_class(found, "menu")[0].iter("a")]
    assert "About us" not in menu
    assert menu[:2] == ["Tin tức", "Hợp tác"]


@pytest.mark.parametrize(
    ("address", "label", "led"),
    [
        pytest.param("long", "Tìm kiếm", "../search/", id="vi"),
        pytest.param("en/about", "Search", "../../search/", id="en-without-english-bulletins"),
    ],
)
def test_the_search_is_named_in_the_language_of_the_page(page, address, label, led):
    (button,) = by_class(page(address), "find")
    assert (button.get("aria-label"), button.get("data-opens-search")) == (label, led)


def test_the_contents_come_before_the_title_and_are_no_heading(page):
    (contents,) = by_class(page("long"), "contents")
    assert [one.tag for one in contents.iter() if one.tag in ("h1", "h2", "h3")] == []
    label = next(one for one in contents if one.get("id") == contents.get("aria-labelledby"))
    assert read(label) == "Trong trang này"


def test_a_long_page_lists_its_contents(page):
    (contents,) = by_class(page("long"), "contents")
    assert [read(one) for one in contents.iter("a")] == ["Một", "Nhỏ", "Hai & ba"]
    assert by_class(page("text"), "contents") == []


def test_what_mkdocs_yml_adds_is_asked_for(page):
    found = page("long")
    assert "../own.css" in [one.get("href") for one in found.iter("link")]
    assert "../own.js" in [one.get("src") for one in found.iter("script")]


def test_only_docs_pages_wait_for_the_engines_styles(page):
    def engine(found):
        return [
            one.get("href")
            for one in found.iter("link")
            if one.get("rel") == "stylesheet" and "/material." in one.get("href")
        ]

    assert len(engine(page("long"))) == 1
    assert engine(page("news/2026/a")) == []


def test_the_404_page_works_at_any_address(room):
    found = html5lib.parse((room.site / "404.html").read_text(), namespaceHTMLElements=False)
    for one in found.iter("link"):
        if one.get("rel") in ("stylesheet", "preload", "icon"):
            assert one.get("href").startswith("/")
    assert len([*found.iter("h1")]) == 1
