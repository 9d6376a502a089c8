"""The checker of finished sites sees what it is there for, and our site has none of it."""

from __future__ import annotations

import html5lib
import links
import pytest
from every_kind import ADDRESSES, URL, furnished

from newsrooms import Newsroom

SEARCH = ("search/", "en/search/")
"""Where the search box leads, by script or as a form."""
LIST_BYTES = 200_000

HOME = """<!doctype html><title>Tin</title><h1 id="a">Tin</h1>
<link rel="canonical" href="https://x.example/tin/">
<link rel="alternate" hreflang="vi" href="./">
<a href="mot/#muc">Một</a> <a href='https://x.example/tin/en/'>En</a> <a href="#a">đầu</a>
<a href="https://other.example/khong-co/">ngoài</a> <a href="mailto:a@x.example">thư</a>
<img src="anh.jpg" alt="a > b" srcset="anh.jpg 100w, anh%20l%E1%BB%9Bn.jpg 200w">"""
ONE = """<!doctype html><title>Một</title><h1 id="muc">Một</h1>
<link rel="canonical" href="https://x.example/tin/mot/"><!-- <a href="../hai/">chưa</a> -->
<a href="../">đầu</a>"""
ENGLISH = """<!doctype html><title>En</title>
<link rel="alternate" hreflang="en" href="https://x.example/tin/en/">"""
NOT_FOUND = """<!doctype html><title>404</title><a href="/tin/mot/">Một</a>"""
OLD = """<!doctype html><title>Cũ</title><meta http-equiv="refresh" content="0; url=../mot/">"""


@pytest.fixture
def folder(tmp_path):
    pages = {"index": HOME, "mot/index": ONE, "en/index": ENGLISH, "404": NOT_FOUND}
    for name, html in {**pages, "cu/index": OLD}.items():
        file = tmp_path / f"{name}.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(html, encoding="utf-8")
    for name in ("anh.jpg", "anh lớn.jpg"):
        (tmp_path / name).write_bytes(b"jpeg")
    return tmp_path


def edited(folder, name, old, new):
    file = folder / name
    content = file.read_text(encoding="utf-8")
    assert old in content
    file.write_text(content.replace(old, new), encoding="utf-8")
    return links.read(folder, "https://x.example/tin/")


def test_a_sound_site_has_no_findings(folder):
    site = links.read(folder, "https://x.example/tin/")
    assert set(site.pages) == {"", "mot/", "en/", "404.html", "cu/"}
    assert site.broken() == site.orphans() == site.doubled() == []
    assert site.one_sided() == site.astray() == []
    assert site.larger(10_000) == {}


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        pytest.param("index.html", "mot/#muc", "mat/", "/ -> mat/", id="page"),
        pytest.param("index.html", "#muc", "#khac", "/ -> mot/#khac", id="fragment"),
        pytest.param("index.html", '"#a"', '"#b"', "/ -> #b", id="own-fragment"),
        pytest.param("index.html", "anh.jpg 1", "b.jpg 1", "/ -> b.jpg", id="candidate"),
        pytest.param("index.html", 'tin/en/', 'tin/fr/', "/ -> https://x.example/tin/fr/",
                     id="in-full"),
        pytest.param("mot/index.html", '"../"', '"../index"', "mot/ -> ../index", id="no-file"),
        pytest.param("404.html", "/tin/mot/", "/mot/", "404.html -> /mot/", id="not-found"),
        pytest.param("cu/index.html", "../mot/", "../mat/", "cu/ -> ../mat/", id="old"),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_found(folder, name, old, new, found):
    assert edited(folder, name, old, new).broken() == [found]


def test_a_page_to_which_only_a_comment_or_an_old_address_leads_is_an_orphan(folder):
    site = edited(folder, "index.html", '<a href="mot/#muc">', '<!-- <a href="mot/"> --><a>')
    assert site.orphans() == ["mot/"]
    assert site.orphans(["mot/"]) == []


def test_a_large_page_an_id_twice_and_wrong_relations_are_found(folder):
    site = edited(folder, "mot/index.html", "<a ", '<p id="muc"></p><a ')
    assert list(site.larger(200)) == ["", "mot/"]
    assert site.doubled() == ["mot/ #muc"]
    site = edited(folder, "mot/index.html", "tin/mot/", "tin/")
    assert site.astray() == ["mot/: https://x.example/tin/"]
    site = edited(
        folder, "en/index.html", '"en"', '"vi" href="../"><link rel=alternate hreflang=en'
    )
    assert site.one_sided() == ["en/ vi -> /: not back"]


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    room = Newsroom(tmp_path_factory.mktemp("kinds"))
    furnished(room)
    room.built()
    return room


@pytest.fixture(scope="module")
def site(room) -> links.Site:
    return links.read(room.site, URL)


def test_every_kind_of_page_is_there(site):
    assert set(ADDRESSES) - set(site.pages) == set()


def test_no_link_of_the_site_leads_nowhere(site):
    assert site.broken() == []


def test_every_page_can_be_reached_from_the_first(site):
    assert site.orphans(SEARCH) == []


def test_translations_name_each_other_and_every_page_its_own_address(site):
    assert site.one_sided() == []
    assert site.astray() == []
    assert any(page.alternates for page in site.pages.values())


def test_no_id_is_there_twice_and_no_page_is_heavy(site):
    assert site.doubled() == []
    assert site.larger(LIST_BYTES) == {}


def test_the_pattern_reads_what_a_parser_reads(room, site):
    for address in ADDRESSES:
        file = (
            room.site / address
            if address.endswith(".html")
            else room.site / address / "index.html"
        )
        parsed = html5lib.parse(file.read_text("utf-8"), namespaceHTMLElements=False)
        read = site.pages[address]
        assert {one.get("id") for one in parsed.iter() if one.get("id")} == read.ids - {"top"}
        ways = {one.get("href") for one in parsed.iter("a")} - {None}
        assert ways | {one.get("action") for one in parsed.iter("form")} - {None} == read.ways
