"""What other sites and search engines are told of each page of a built site."""

from __future__ import annotations

import io
from dataclasses import dataclass

import html5lib
import pytest
from PIL import Image

from newsrooms import SETTINGS, Newsroom, jpeg

TOP = "https://tin.example.org/"
LARGE = (1500, 1000)
ALT = "Hai người bắt tay."


@dataclass(frozen=True)
class Head:
    """The facts in a page's head."""

    told: dict[str, list[str]]
    canonical: str
    versions: dict[str, str]

    def one(self, name: str) -> str:
        (content,) = self.told[name]
        return content


def head(content: bytes) -> Head:
    tree = html5lib.parse(content, namespaceHTMLElements=False).find("head")
    told: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name")
        told.setdefault(name, []).append(meta.get("content"))
    links = [*tree.iter("link")]
    canonical = [one.get("href") for one in links if one.get("rel") == "canonical"]
    versions = [one for one in links if one.get("hreflang")]
    assert len({one.get("hreflang") for one in versions}) == len(versions)
    found = {one.get("hreflang"): one.get("href") for one in versions}
    return Head(told, canonical[0] if canonical else "", found)


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    """Bulletins with and without photos, one in two languages, one hidden, a page of docs/."""
    room = Newsroom(tmp_path_factory.mktemp("site"), SETTINGS)
    room.write("images/2026/a/1.jpg", jpeg("1", LARGE))
    room.write("images/2026/nhap/1.jpg", jpeg("nhap", LARGE))
    photo = f"photos: [{{file: 1.jpg, alt: {ALT}}}]"
    corrected = "corrections: [{date: 2026-02-09, note: Sửa tên.}]"
    room.bulletin("2026/a", photo, corrected, category="hop-tac", tags="[đào tạo, nhi]")
    room.bulletin("en/2026/a", "captions: [One]", translation_of="2026/a", title="Visit")
    room.bulletin("2026/b", title="Không ảnh", summary="Tóm tắt.")
    room.bulletin("2026/nhap", "captions: [Một]", status="draft")
    room.write("docs/lien-he.md", "# Liên hệ\n\nGọi chúng tôi.\n")
    room.built()
    return room


@pytest.fixture(scope="module")
def heads(room) -> dict[str, Head]:
    """By address."""
    pages = room.site.rglob("index.html")
    named = {f"{page.parent.relative_to(room.site).as_posix()}/": page for page in pages}
    return {
        name.removeprefix("./"): head(page.read_bytes())
        for name, page in named.items()
        if b'http-equiv="refresh"' not in page.read_bytes()
    }


def test_a_link_to_any_page_comes_with_a_card_that_is_there(room, heads):
    assert len(heads) > 15
    for address, found in heads.items():
        assert found.canonical == found.one("og:url") == TOP + address
        url = found.one("og:image")
        assert url.startswith(TOP + "images/"), address
        content = (room.site / url.removeprefix(TOP)).read_bytes()
        with Image.open(io.BytesIO(content)) as image:
            assert (image.format, image.size) == ("JPEG", (1200, 630))
        size = found.one("og:image:width"), found.one("og:image:height")
        assert (*size, found.one("og:image:type")) == ("1200", "630", "image/jpeg")
        assert found.one("twitter:card") == "summary_large_image"
        for name in ("image", "image:alt", "title"):
            assert found.one(f"twitter:{name}") == found.one(f"og:{name}")


def test_each_bulletin_has_a_card_of_its_own_and_hidden_ones_have_none(room, heads):
    bulletins = ("news/2026/a/", "news/en/2026/a/", "news/2026/b/")
    own = {heads[one].one("og:image") for one in bulletins}
    shared = {found.one("og:image") for name, found in heads.items() if name not in bulletins}
    assert (len(own), len(shared)) == (3, 1)
    cards = {path.as_posix() for path in (room.site / "images").rglob("*.1200.*")}
    assert len(cards) == 4
    assert not any("nhap" in path for path in cards)


def test_a_card_is_described_in_words(heads):
    assert heads["news/2026/a/"].one("og:image:alt") == (
        "Hai người bắt tay. Chữ trên ảnh: “Tin 2026/a” – Bản tin"
    )
    assert heads["news/en/2026/a/"].one("og:image:alt").startswith("The picture reads: “Visit”")


def test_a_bulletin_is_told_of_as_an_article(heads):
    found = heads["news/2026/a/"]
    assert found.one("og:type") == "article"
    assert found.one("article:published_time") == "2026-02-06T00:00:00+07:00"
    assert found.one("article:modified_time") == "2026-02-09T00:00:00+07:00"
    assert found.one("article:section") == "Hợp tác"
    assert found.told["article:tag"] == ["đào tạo", "nhi"]
    plain = heads["news/2026/b/"]
    assert plain.one("og:description") == plain.one("twitter:description") == "Tóm tắt."
    assert {"article:modified_time", "article:section", "article:tag"}.isdisjoint(plain.told)
    assert heads["news/"].one("og:type") == "website"


def test_a_page_and_its_translation_name_each_other_and_themselves(heads):
    both = {name for name, found in heads.items() if found.versions}
    assert {"", "en/", "news/", "en/news/", "news/2026/a/", "news/en/2026/a/"} <= both
    assert both.isdisjoint({"news/2026/b/", "lien-he/"})
    for name in both:
        versions, own = heads[name].versions, heads[name].told["og:locale"][0][:2]
        assert versions.keys() == {"vi", "en", "x-default"}
        assert versions[own] == heads[name].canonical
        assert versions["x-default"] == versions["vi"]
        for url in versions.values():
            assert heads[url.removeprefix(TOP)].versions == versions


def test_the_nearest_page_is_linked_but_is_no_version(room, heads):
    """Only a page that says the same may be named to search engines."""
    for address, there, said in (
        ("news/2026/b", "../../../en/news/2026/", "English: News of 2026"),
        ("tags/nhi", "../../en/news/", "English: News"),
        ("lien-he", "../en/", "English: Home"),
    ):
        tree = html5lib.parse(room.page(address), namespaceHTMLElements=False)
        (link,) = (one for one in tree.iter("a") if "language" in one.get("class", "").split())
        assert (link.get("href"), link.get("title")) == (there, said)
        assert heads[f"{address}/"].versions == {}


def test_without_an_address_of_the_site_nothing_is_told_that_needs_one(tmp_path):
    site = SETTINGS.replace(f"site_url: {TOP}\n", "site_url: ''\n")
    room = Newsroom(tmp_path / "bare", site)
    room.bulletin("2026/a")
    room.bulletin("en/2026/a", translation_of="2026/a")
    assert room.build().code == 0
    found = head(room.page("news/2026/a").encode())
    assert (found.versions, found.canonical) == ({}, "")
    assert "og:image" not in found.told
    assert not (room.site / "images").exists()
