"""Whatever a writer types is text on every page; a site with hostile texts is built alike."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import html5lib
import pytest

from asking import ask, open_search, results, shown
from newsrooms import SETTINGS, Newsroom, jpeg, tree

HOSTILE = (
    "Khoa </title><script>window.hacked=1</script>"
    """<img src=x onerror="window.hacked=1">' & "x\""""
)
PLAIN = "Tin đọc được, không có gì lạ"
PAGES = ("", "news", "news/2026", "news/2026/02", "categories/hop-tac", "lien-he",
         "news/2026/a", "news/2026/b", "news/2026/c")  # fmt: skip
Shape = list[tuple[str, tuple[str, ...]]]
"""Elements in their order, each with the names of its attributes."""


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def furnished(root: Path, text: str) -> Newsroom:
    """A site in which everything that can be typed says ``text``."""
    typed = quoted(text)
    settings = SETTINGS.replace("vi: Hợp tác", f"vi: {typed}")
    settings = settings.replace("site_name: Bản tin", f"site_name: {typed}")
    room = Newsroom(root, settings)
    room.write("docs/lien-he.md", "# Liên hệ\n\n[Tin](news/2026/b.md)\n")
    for number, name in enumerate("abc", start=1):
        room.bulletin(
            f"2026/{name}",
            "category: hop-tac",
            "photos:",
            f"  - {{file: 1.jpg, caption: {typed}, alt: {typed}, credit: {typed}}}",
            "participants:",
            f"  - {{name: {typed}, titles: [BS], role: {typed}, organization: {typed},"
            f" delegation: {typed}}}",
            f"  - {typed}",
            f"tags: [{typed}, {typed}]",
            f"outcomes: [{typed}]",
            f"attachments: [{{file: a.pdf, title: {typed}}}]",
            f"source: {{name: {typed}, url: 'https://x.example/'}}",
            f"video: {{title: {typed}, url: 'https://x.example/v'}}",
            f"corrections: [{{date: 2026-03-01, note: {typed}, kind: {typed}}}]",
            *(f"{key}: {typed}" for key in ("place", "summary", "byline")),
            title=typed,
            date=f"2026-02-0{number}",
            body="## " + re.sub(r"([<>*])", r"\\\1", text) + "\n\n`" + text + "`",
        )
        room.write(f"images/2026/{name}/1.jpg", jpeg(name))
        room.write(f"images/2026/{name}/a.pdf", b"%PDF-1.7\n")
    return room


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Newsroom:
    room = furnished(tmp_path_factory.mktemp("hostile"), HOSTILE)
    room.built()
    return room


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> Newsroom:
    room = furnished(tmp_path_factory.mktemp("plain"), PLAIN)
    room.built()
    return room


def shape(html: str) -> Shape:
    document = html5lib.parse(html, namespaceHTMLElements=False)
    return [(str(node.tag), tuple(sorted(node.attrib))) for node in document.iter()]


def scripts(html: str) -> list[str]:
    document = html5lib.parse(html, namespaceHTMLElements=False)
    return ["".join(node.itertext()) for node in document.iter("script")]


def html_pages(room: Newsroom) -> dict[str, str]:
    """By name; a tag's page has its words in it, and each room one tag."""
    return {
        re.sub("(?<=tags/)[^/]+/", "tag/", name): content.decode()
        for name, content in tree(room.site).items()
        if name.endswith(".html")
    }


def test_every_page_has_the_elements_of_a_harmless_one(hostile, plain):
    found, expected = html_pages(hostile), html_pages(plain)
    assert {f"{page}/index.html".lstrip("/") for page in PAGES} < set(found)
    assert sorted(found) == sorted(expected)
    for name, page in found.items():
        assert shape(page) == shape(expected[name]), name
        assert scripts(page) == scripts(expected[name]), name


def test_no_address_runs_anything(hostile):
    for name, page in html_pages(hostile).items():
        document = html5lib.parse(page, namespaceHTMLElements=False)
        for node in document.iter():
            for attribute in ("href", "src", "action", "formaction"):
                assert not unquote(node.get(attribute, "")).lower().startswith("javascript:"), (
                    name
                )


@pytest.mark.parametrize("element", ["h1", "h2", "figcaption", "title"])
def test_what_was_typed_is_read_as_it_is(hostile, element):
    document = html5lib.parse(hostile.page("news/2026/b"), namespaceHTMLElements=False)
    texts = [" ".join("".join(node.itertext()).split()) for node in document.iter(element)]
    assert any(HOSTILE in text for text in texts)


def test_the_sitemap_stays_xml(hostile):
    assert ElementTree.parse(hostile.site / "sitemap.xml").getroot().tag.endswith("urlset")


@pytest.fixture
def page(browser, served, hostile):
    """A tab on the hostile site; nothing it opens may run, ask or show a dialog."""
    context = browser.new_context()
    page = context.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    yield page
    assert page.evaluate("window.hacked") is None
    assert dialogs == []
    context.close()


@pytest.mark.parametrize(
    "address", ["", "news/2026/b/", "news/", "404.html", "lien-he/", "categories/hop-tac/"]
)
def test_nothing_runs_in_a_browser(page, served, hostile, address):
    page.goto(served(hostile.site) + address)
    page.mouse.wheel(0, 2_000)  # the header shows the title of a page that was scrolled
    assert page.locator("h1").first.is_visible() or address == "lien-he/"


def test_nothing_runs_in_the_search(page, served, hostile):
    page.goto(served(hostile.site))
    open_search(page)
    found = ask(page, "khoa")
    assert "<script>window.hacked=1</script>" in found.first.inner_text()
    told = found.locator(".search-sentence").first
    assert page.locator(".search-dialog script, .search-text img").count() == 0
    assert told.count() == 0 or "<img" in told.inner_text()


def test_nothing_runs_on_the_page_of_results(page, served, hostile):
    found = results(page, f"{served(hostile.site)}search/?q={quote('khoa ' + HOSTILE)}")
    assert page.title().startswith(f"“khoa {HOSTILE}”")
    assert found.count() > 0
    page.goto(served(hostile.site) + "search/?q=khoa&year=%3Cimg%20src=x%20onerror=alert(1)%3E")
    shown(page)
    assert page.locator(".search-chips").inner_text().strip() == "<img src=x onerror=alert(1)>"
    assert page.locator(".search-answer script, .search-answer img[src=x]").count() == 0


def test_nothing_runs_where_words_are_marked(page, served, hostile):
    page.goto(f"{served(hostile.site)}news/2026/b/?h={quote('khoa ' + HOSTILE)}")
    page.locator(".search-unmark").wait_for()
    assert HOSTILE in page.locator("h1").inner_text()
