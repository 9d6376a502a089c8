"""What a build puts on the disk, and what it does not."""

from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

import searchfiles
from newsrooms import NOW, SETTINGS, Newsroom, Tree, addresses, leftovers, tree

CANARY = "chim-hoang-yen"
ON_A_CODE_HOST = SETTINGS.replace(
    "  font: false", "  font: false\n  features: [content.action.edit]"
) + ("repo_url: https://code.example.org/tin\nedit_uri: edit/main/docs/\n")
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@dataclass(frozen=True)
class Built:
    """A site with two bulletins, an English one, and everything that nobody may see."""

    room: Newsroom
    output: str
    files: Tree
    before: Tree
    """The same site before the hidden ones were written."""


def furnish(room: Newsroom) -> None:
    room.bulletin(
        "2026/hoi-nghi",
        "summary: Tóm tắt hội nghị.",
        "captions:",
        "  - Chủ tọa phát biểu.  # " + CANARY,
        "  - Chụp ảnh lưu niệm.",
        f"notes: {CANARY} riêng",
        title="Hội nghị hợp tác",
        category="hop-tac",
        body="Xem [liên hệ](../../docs/lien-he.md) và [bản sau](tap-huan.md).",
    )
    room.photos("2026/hoi-nghi", "01.jpg", "02.jpg")
    room.bulletin(
        "2026/tap-huan",
        "corrections: [{date: 2026-03-20, note: Sửa tên}]",
        title="Tập huấn",
        date="2026-03-05",
    )
    room.bulletin(
        "en/2026/visit", "translation_of: news/2026/hoi-nghi.md", "captions: [One, Two]",
        title="A visit", date="2026-03-06",
    )  # fmt: skip
    room.write("docs/lien-he.md", "# Liên hệ\n\n[Tin](news/2026/tap-huan.md)\n")
    room.write("images/README.txt", CANARY)
    room.write("news/_registry/people.yml", f"# {CANARY}\n")


HIDDEN = {
    "draft": "status: draft",
    "review": "status: review",
    "withdrawn": "status: withdrawn",
    "ahead": "published: 2026-12-24 08:00",
    "embargoed": "embargo: 2026-12-25 09:30",
    "expired": "expires: 2026-03-01",
}


def hide(room: Newsroom) -> None:
    for name, line in HIDDEN.items():
        room.bulletin(f"2026/{name}", line, title=CANARY, category="hop-tac", body=CANARY)
        room.photos(f"2026/{name}", f"{CANARY}.jpg")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    room = Newsroom(tmp_path_factory.mktemp("site"), ON_A_CODE_HOST)
    furnish(room)
    before = room.built()
    hide(room)
    ran = room.build("--strict")
    assert ran.code == 0, ran.output
    return Built(room, ran.output, tree(room.site), before)


def test_the_site_is_what_was_declared_and_nothing_else(built):
    keyless = [re.sub(r"\.[0-9a-f]{12}\.", ".KEY.", name) for name in built.files]
    index = re.compile(r"search/(?:terms/\w+|texts/\w+|texts/\w+/\d+)\.bin")
    assert addresses(name for name in keyless if not index.fullmatch(name)) == [
        "404.html",
        "_headers",
        "assets/OFL.txt",
        "assets/bantin.KEY.css",
        "assets/be-vietnam-pro-400.KEY.woff2",
        "assets/be-vietnam-pro-600.KEY.woff2",
        "assets/bulletin.KEY.css",
        "assets/calendar.KEY.css",
        "assets/calendar.KEY.js",
        "assets/document.KEY.css",
        "assets/home.KEY.css",
        "assets/library.KEY.css",
        "assets/library.KEY.js",
        "assets/lightbox.KEY.css",
        "assets/lightbox.KEY.js",
        "assets/mark.KEY.svg",
        "assets/material.KEY.css",
        "assets/not-found.KEY.css",
        "assets/not-found.KEY.js",
        "assets/people.KEY.css",
        "assets/pictures.KEY.css",
        "assets/search-box.KEY.js",
        "assets/search-engine.KEY.js",
        "assets/search-excerpt.KEY.js",
        "assets/search-filters.KEY.js",
        "assets/search-further.KEY.js",
        "assets/search-inflate.KEY.js",
        "assets/search-marks.KEY.js",
        "assets/search-notes.KEY.js",
        "assets/search-page.KEY.js",
        "assets/search-result.KEY.js",
        "assets/search-signposts.KEY.js",
        "assets/search-site.KEY.js",
        "assets/search-words.en.KEY.json",
        "assets/search-words.vi.KEY.json",
        "assets/search.KEY.css",
        "assets/series.KEY.css",
        "assets/share.KEY.js",
        "assets/shell.KEY.js",
        "assets/tags.KEY.css",
        "categories/hop-tac/index.html",
        "en/categories/hop-tac/index.html",
        "en/events/2026/03/index.html",
        "en/events/index.html",
        "en/index.html",
        "en/news/2026/03/index.html",
        "en/news/2026/index.html",
        "en/news/index.html",
        "en/organizations/index.html",
        "en/people/index.html",
        "en/photos/2026/index.html",
        "en/photos/index.html",
        "en/search/index.html",
        "en/series/index.html",
        "en/tags/index.html",
        "events/2026/02/index.html",
        "events/2026/03/index.html",
        "events/index.html",
        "images/2026/hoi-nghi/01.16.KEY.avif",  # the cover: a square, 3:2, as it is
        "images/2026/hoi-nghi/01.16.KEY.jpg",
        "images/2026/hoi-nghi/01.24.KEY.avif",
        "images/2026/hoi-nghi/01.24.KEY.avif",
        "images/2026/hoi-nghi/01.24.KEY.jpg",
        "images/2026/hoi-nghi/01.24.KEY.jpg",
        "images/2026/hoi-nghi/02.24.KEY.avif",
        "images/2026/hoi-nghi/02.24.KEY.jpg",
        "images/cards/2026/hoi-nghi.1200.KEY.jpg",
        "images/cards/2026/tap-huan.1200.KEY.jpg",
        "images/cards/en/2026/visit.1200.KEY.jpg",
        "images/cards/site/home.1200.KEY.jpg",
        "index.html",
        "lien-he/index.html",
        "news/2026/02/index.html",
        "news/2026/03/index.html",
        "news/2026/hoi-nghi/index.html",
        "news/2026/index.html",
        "news/2026/tap-huan/index.html",
        "news/en/2026/visit/index.html",
        "news/index.html",
        "organizations/index.html",
        "people/index.html",
        "photos/2026/index.html",
        "photos/categories/hop-tac/index.html",
        "photos/index.html",
        "search/index.html",
        "search/manifest.json",
        "security-headers.conf",
        "series/index.html",
        "sitemap.xml",
        "sitemap.xml.gz",
        "tags/index.html",
    ]
    assert leftovers(built.room) == []


def test_a_build_says_where_the_site_is_and_what_will_appear_when(built):
    assert str(built.room.site) in built.output.splitlines()[-2]
    assert (
        "news/2026/ahead.md: sẽ hiện ở lần dựng trang đầu tiên từ 08:00 ngày 24 tháng 12"
        in built.output
    )
    assert (
        "news/2026/embargoed.md: sẽ hiện ở lần dựng trang đầu tiên từ 09:30 ngày 25 tháng 12"
        in built.output
    )
    assert built.output.count("sẽ hiện") == 2


def test_what_is_hidden_changes_not_a_byte(built):
    assert built.files == built.before


def test_private_words_are_in_no_byte(built):
    for name, content in built.files.items():
        unpacked = {".gz": gzip.decompress, ".bin": zlib.decompress}.get(Path(name).suffix)
        plain = unpacked(content) if unpacked else content
        assert CANARY.encode() not in plain, name


def test_when_its_time_has_come_a_bulletin_is_there(built, tmp_path):
    room = Newsroom(tmp_path)
    furnish(room)
    hide(room)
    christmas = NOW + 60 * 86_400
    assert room.build(SOURCE_DATE_EPOCH=str(christmas)).code == 0
    found = tree(room.site)
    assert {"news/2026/ahead/index.html", "news/2026/embargoed/index.html"} <= set(found)
    assert not {f"news/2026/{name}/index.html" for name in ("draft", "expired")} & set(found)


def head_of(page: str) -> dict[str, list[str]]:
    """Links of the head by their ``rel``."""
    document = html5lib.parse(page, namespaceHTMLElements=False)
    found: dict[str, list[str]] = {}
    for link in document.iter("link"):
        found.setdefault(link.get("rel", ""), []).append(link.get("href", ""))
    return found


def test_a_bulletin_knows_its_address_and_its_neighbours(built):
    older, newer = (head_of(built.room.page(f"news/2026/{name}")) for name in
                    ("hoi-nghi", "tap-huan"))  # fmt: skip
    assert older["canonical"] == ["https://tin.example.org/news/2026/hoi-nghi/"]
    assert (older["next"], older.get("prev")) == (["../tap-huan/"], None)
    assert (newer["prev"], newer.get("next")) == (["../hoi-nghi/"], None)


def test_links_between_docs_and_news_lead_both_ways(built):
    bulletin = built.room.page("news/2026/hoi-nghi")
    assert 'href="../../../lien-he/"' in bulletin
    assert 'href="../tap-huan/"' in bulletin
    assert 'href="../news/2026/tap-huan/"' in built.room.page("lien-he")


def test_search_finds_bulletins_and_no_lists(built):
    index = searchfiles.read(searchfiles.of_site(built.room.site))
    assert sorted(index.addresses) == [
        "lien-he/",
        "news/2026/hoi-nghi/",
        "news/2026/tap-huan/",
        "news/en/2026/visit/",
    ]
    assert index.holding("chu toa") == ["news/2026/hoi-nghi/"]


@pytest.mark.parametrize(
    ("address", "lang"),
    [("news/2026/hoi-nghi", "vi"), ("news/en/2026/visit", "en"), ("en/news", "en")],
)
def test_a_page_says_its_language(built, address, lang):
    assert f'<html lang="{lang}"' in built.room.page(address)


def test_the_sitemap_dates_bulletins_by_their_last_news(built):
    root = ElementTree.fromstring(built.files["sitemap.xml"])
    dates = {
        url.findtext("s:loc", namespaces=NS): url.findtext("s:lastmod", namespaces=NS)
        for url in root.findall("s:url", NS)
    }
    top = "https://tin.example.org/"
    pages = {name.removesuffix("index.html") for name in built.files if "index.html" in name}
    assert set(dates) == {f"{top}{page}" for page in pages - {"search/", "en/search/"}}
    assert {url: date for url, date in dates.items() if date} == {
        f"{top}news/2026/hoi-nghi/": "2026-02-06",
        f"{top}news/2026/tap-huan/": "2026-03-20",
        f"{top}news/en/2026/visit/": "2026-03-06",
    }


def editable(built: Built) -> set[str]:
    return {name for name, content in built.files.items() if b"/tin/edit/" in content}


def test_readers_are_not_asked_to_edit_any_page(built):
    assert editable(built) == set()


def test_an_unchanged_site_is_built_the_same_from_the_cache(built):
    assert built.room.built() == built.files
