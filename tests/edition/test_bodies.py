from __future__ import annotations

import shutil
import unicodedata
from html.parser import HTMLParser

import pytest

from bantin.cache import Cache
from bantin.markup.convert import convert
from bantin.markup.converted import Converted
from bantin.markup.fingerprint import fingerprint
from edition.sites import PDF, Site, codes, jpeg, rows, values

A = "news/2026/a.md"
BODY_LINE = 5
"""Of a bulletin with nothing but title and date."""
ALLOWED = {
    "a": {"href", "title", "rel"},
    "img": {
        *("src", "srcset", "sizes", "width", "height", "alt", "title"),
        *("loading", "fetchpriority", "decoding"),
    },
    "source": {"type", "srcset", "sizes"},
    "figure": set(),
    "figcaption": set(),
    "picture": set(),
    "p": {"id", "class"},
    "h2": {"id"},
    "strong": set(),
    "em": set(),
    "code": set(),
    "ul": set(),
    "li": set(),
}


def html(site: Site, body: str, *, preview: bool = False) -> str:
    """The finished text of bulletin 2026/a."""
    site.bulletin("2026/a", body)
    return "".join(site.read(preview=preview).bodies["2026/a"].parts)


def attributes(html: str, tag: str, name: str) -> list[str]:
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, seen: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(value or "" for key, value in attrs if (seen, key) == (tag, name))

    Reader().feed(html)
    return found


@pytest.fixture
def town(site: Site) -> Site:
    """A site with everything that a link may lead to."""
    site.write("docs/contact.md", "# Liên hệ")
    site.write("docs/index.md", "# Trang")
    site.write("docs/guide/a b.md", "# Viết")
    site.write(f"docs/{unicodedata.normalize('NFD', 'hỏi đáp')}.md", "# Hỏi")
    site.bulletin("2019/b", "## Mục một")
    site.bulletin("en/2026/a", "Text.")
    site.bulletin("2026/draft", "Lời.", status="draft")
    site.photos("2026/c", "1.jpg", "Ảnh 2.jpg")
    site.write("images/2026/c/x #1.pdf", PDF)
    site.bulletin(
        "2026/c",
        "Lời.",
        "captions: [Một, Hai]",
        "attachments: [{file: 'x #1.pdf', title: Kế hoạch}]",
    )
    return site


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        pytest.param("../../docs/contact.md", "../../../contact/", id="page"),
        pytest.param("../../docs/contact.md#gio", "../../../contact/#gio", id="page-anchor"),
        pytest.param("../../docs/index.md", "../../../", id="home"),
        pytest.param("../../docs/guide/a%20b.md", "../../../guide/a%20b/", id="encoded"),
        pytest.param("<../../docs/guide/a b.md>", "../../../guide/a%20b/", id="space"),
        pytest.param("../2019/b.md", "../../2019/b/", id="bulletin"),
        pytest.param("../2019/b.md#muc-mot", "../../2019/b/#muc-mot", id="bulletin-anchor"),
        pytest.param("./../2019/../2019/b.md", "../../2019/b/", id="dots"),
        pytest.param("c.md", "../c/", id="neighbour"),
        pytest.param("a.md", "./", id="itself"),
        pytest.param("../en/2026/a.md", "../../en/2026/a/", id="english"),
        pytest.param("#muc-hai", "#muc-hai", id="anchor"),
        pytest.param("#mu%63-hai", "#muc-hai", id="anchor-encoded"),
        pytest.param("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2", id="web"),
        pytest.param("tel:19001234", "tel:19001234", id="telephone"),
        pytest.param(
            "../../images/2026/c/x%20%231.pdf",
            "../c/x%20-1.pdf",
            id="attachment-with-number-sign",
        ),
    ],
)
def test_a_link_as_on_disk_becomes_the_address(town, typed, href):
    found = html(town, f"[chữ]({typed})\n\n## Mục hai")
    assert attributes(found, "a", "href") == [href]
    assert town.read().problems == ()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("encoded", [False, True])
def test_marks_may_be_composed_or_not_in_link_and_file_name(town, form, encoded):
    name = unicodedata.normalize(form, "hỏi đáp")
    typed = "".join(f"%{byte:02X}" for byte in name.encode()) if encoded else name
    town.bulletin("2026/a", f"[chữ](<../../docs/{typed}.md>)")
    assert town.read().problems == ()


@pytest.mark.parametrize(
    ("typed", "code", "near"),
    [
        pytest.param("../2019/bb.md", "link-missing-near", "../2019/b.md", id="near"),
        pytest.param("../2018/b.md", "link-missing-near", "../2019/b.md", id="another-folder"),
        pytest.param("../2019/B.md", "link-missing-near", "../2019/b.md", id="case"),
        pytest.param("contact.md", "link-missing-near", "../../docs/contact.md", id="far"),
        pytest.param(
            "../../docs/guide/ab.md",
            "link-missing-near",
            "../../docs/guide/a%20b.md",
            id="space",
        ),
        pytest.param("../2019/khong-he-co.md", "link-missing", None, id="missing"),
        pytest.param("../2019/b", "link-missing-near", "../2019/b.md", id="no-suffix"),
        pytest.param("../2019/b/", "link-missing-near", "../2019/b.md", id="address"),
        pytest.param("../2019/", "link-missing", None, id="folder"),
        pytest.param("/news/2019/b/", "link-absolute", None, id="absolute"),
        pytest.param("../../../b.md", "link-outside", None, id="outside"),
        pytest.param("../..%2F..%2Fetc/passwd", "link-outside", None, id="outside-encoded"),
        pytest.param("#khong-co", "link-anchor", None, id="anchor"),
        pytest.param("../../images/2026/c/1.jpg", "link-unpublished", None, id="original"),
        pytest.param(
            "../../images/2026/d/ke-hoach.xlsx", "link-missing", None, id="no-attachment"
        ),
        pytest.param("javascript:alert(1)", "link-scheme", None, id="script"),
        pytest.param("file:///etc/passwd", "link-scheme", None, id="file"),
    ],
)
def test_a_link_to_nothing_is_an_error_at_its_place(town, typed, code, near):
    town.bulletin("2026/a", f"Lời.\n\nXem [chữ]({typed}).")
    built = town.read()
    assert rows(built.problems) == [(code, BODY_LINE + 2, A)]
    assert built.problems[0].severity == "error"
    assert values(built.problems[0]).get("near") == near
    page = built.bodies["2026/a"].parts[0]
    assert "chữ" in page
    assert attributes(page, "a", "href") in ([], ["#khong-co"])


def test_a_suggested_link_works_when_typed(town):
    town.bulletin("2026/a", "[chữ](../../docs/guide/ab.md)")
    near = values(town.read().problems[0])["near"]
    town.bulletin("2026/a", f"[chữ]({near})")
    assert town.read().problems == ()


# Links to what is not public


@pytest.mark.parametrize("preview", [False, True], ids=["build", "preview"])
def test_a_link_from_a_public_bulletin_to_a_draft_is_a_warning(town, preview):
    town.bulletin("2026/a", "Xem [bản kia](draft.md).")
    read = town.read(preview=preview)
    found = [problem for problem in read.problems if problem.at.path == A]
    assert [(problem.code, problem.severity) for problem in found] == [
        ("link-not-public", "warning")
    ]
    page = read.bodies["2026/a"].parts[0]
    assert "bản kia" in page
    assert attributes(page, "a", "href") == (["../draft/"] if preview else [])


def test_drafts_may_link_to_each_other(town):
    town.bulletin("2026/a", "Xem [bản kia](draft.md).", status="draft")
    read = town.read(preview=True)
    assert read.problems == ()
    assert attributes(read.bodies["2026/a"].parts[0], "a", "href") == ["../draft/"]


def test_a_preview_links_to_the_page_of_a_bulletin_that_can_not_be_read(town):
    town.bulletin("2026/bad", date="2026-02-31")
    town.bulletin("2026/a", "[chữ](bad.md)")
    read = town.read(preview=True)
    assert codes(read.problems) == ["date-impossible"]
    assert attributes(read.bodies["2026/a"].parts[0], "a", "href") == ["../bad/"]


# Photos in the text


def test_a_photo_in_the_text_is_shown_by_its_renditions(town):
    town.write("images/2026/c/1.jpg", jpeg("large", (1700, 1000)))
    found = html(town, "![Toàn cảnh <b>](../../images/2026/c/1.jpg)")
    read = town.read()
    picture = read.galleries["2026/c"][0].picture
    assert read.problems == ()
    assert attributes(found, "img", "src") == [f"../../../{picture.fallback.address}"]
    assert attributes(found, "source", "srcset") == [
        ", ".join(f"../../../{one.address} {one.width}w" for one in picture.uncut)
    ]
    assert attributes(found, "source", "type") == ["image/avif"]
    assert attributes(found, "img", "srcset") == [
        ", ".join(f"../../../{one.address} {one.width}w" for one in picture.fallbacks)
    ]
    assert attributes(found, "img", "sizes") == attributes(found, "source", "sizes") != [""]
    assert attributes(found, "img", "alt") == ["Toàn cảnh <b>"]
    assert attributes(found, "img", "width") == ["960"]
    assert (len(picture.renditions), len(picture.fallbacks)) == (3, 2)
    assert [one.original.path for one in read.pictures].count("images/2026/c/1.jpg") == 1
    assert read.used_at["images/2026/c/1.jpg"].path == "news/2026/c.md"


def test_a_photo_of_the_text_alone_is_published_and_told_where_it_is_used(site):
    site.write("images/chung/Ảnh 1.jpg", jpeg("1"))
    site.bulletin("2026/a", "Lời.\n\n![](<../../images/chung/Ảnh 1.jpg>)")
    read = site.read()
    assert read.problems == ()
    assert [one.original.path for one in read.pictures] == ["images/chung/Ảnh 1.jpg"]
    assert str(read.used_at["images/chung/Ảnh 1.jpg"]) == f"{A}:{BODY_LINE + 2}:6"


def test_the_first_photo_of_a_page_comes_first_and_the_others_when_they_are_near(site):
    site.photos("chung", "1.jpg", "2.jpg")
    site.photos("2026/b", "1.jpg")
    body = "![](../../images/chung/1.jpg)\n\n![](../../images/chung/2.jpg)"
    site.bulletin("2026/a", body)
    site.bulletin("2026/b", body, "captions: [Ảnh bìa]")
    bodies = site.read().bodies
    for id, loading, priority in (
        ("2026/a", ["lazy"], ["high"]),
        ("2026/b", ["lazy", "lazy"], []),
    ):
        found = "".join(bodies[id].parts)
        assert attributes(found, "img", "loading") == loading
        assert attributes(found, "img", "fetchpriority") == priority


def test_a_small_photo_has_one_size_and_says_no_more(site):
    site.write("images/chung/1.jpg", jpeg("small", (300, 200)))
    site.bulletin("2026/a", "![](../../images/chung/1.jpg)")
    found = "".join(site.read().bodies["2026/a"].parts)
    assert [one.split(".")[-1] for one in attributes(found, "source", "srcset")] == ["avif"]
    assert attributes(found, "img", "srcset") == attributes(found, "img", "sizes") == []


@pytest.mark.parametrize(
    ("typed", "code", "near"),
    [
        pytest.param("../../images/2026/c/1.JPG", "photo-case", "1.jpg", id="case"),
        pytest.param("../../images/2026/c/11.jpg", "photo-missing-near", "1.jpg", id="near"),
        pytest.param("../../images/2026/d/1.jpg", "photo-missing", None, id="missing"),
        pytest.param("../../images/2026/c/x%20%231.pdf", "photo-document", None, id="document"),
        pytest.param("../../docs/1.jpg", "photo-missing", None, id="elsewhere"),
        pytest.param("https://example.org/1.jpg", "photo-elsewhere", None, id="web"),
        pytest.param("//example.org/1.jpg", None, None, id="web-without-scheme"),
        pytest.param("/images/2026/c/1.jpg", "link-missing", None, id="absolute"),
        pytest.param("../../../x.jpg", "link-missing", None, id="outside"),
        pytest.param("data:image/png;base64,AAAA", "link-scheme", None, id="data"),
    ],
)
def test_a_photo_that_can_not_be_shown_leaves_its_words(town, typed, code, near):
    town.write("images/docs/1.jpg", jpeg("1"))
    town.bulletin("2026/a", f"Lời.\n\n![lời tả]({typed})")
    built = town.read()
    assert [(problem.at.path, problem.at.line) for problem in built.problems] == [
        (A, BODY_LINE + 2)
    ]
    assert code in (None, built.problems[0].code)
    assert values(built.problems[0]).get("near") == near
    page = built.bodies["2026/a"].parts[0]
    assert "lời tả" in page and "<img" not in page and "example.org" not in page


# The HTML


def test_the_html_has_only_what_we_allow(town):
    body = """\
## Mục <b>một</b>

**Đậm** *nghiêng* `<mã>` [chữ](../2019/b.md "x\\" onclick=\\"y") <script>alert(1)</script>

- [a](javascript:alert(1))
- ![x" onerror="alert(1)](../../images/2026/c/1.jpg "t\\" onload=\\"z")

<img src=x onerror=alert(1)>
"""
    found = html(town, body)

    class Checker(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag in ALLOWED, tag
            assert {name for name, _ in attrs} <= ALLOWED[tag], attrs

    Checker().feed(found)
    assert "javascript:" not in " ".join(attributes(found, "a", "href"))
    assert {"raw-html", "link-scheme"} <= set(codes(town.read().problems))


def test_headings_and_the_place_of_the_gallery(site):
    site.bulletin("2026/a", "## Một & *hai*\n\ntrước\n\n[gallery]\n\nsau\n\n### Ba")
    body = site.read().bodies["2026/a"]
    assert len(body.parts) == 2
    assert "trước" in body.parts[0] and "sau" in body.parts[1]
    assert [(one.level, one.id, one.text) for one in body.headings] == [
        (2, "mot-hai", "Một & hai"),
        (3, "ba", "Ba"),
    ]


# The cache


def entries(site: Site) -> list[str]:
    return sorted(
        path.name for path in (site.root / ".cache/texts").rglob("*") if path.is_file()
    )


def test_a_second_reading_converts_nothing(site):
    """What the cache says is believed: the text was not converted again."""
    site.bulletin("2026/a", "Lời thật.")
    bulletin = site.read().bulletins[0]

    forged = Converted(parts=("<p>Lời trong bộ nhớ.</p>",)).to_json().encode()
    cache = Cache(site.root / ".cache" / "texts")
    key = f"{fingerprint()}\0{bulletin.body}"
    assert cache.get("body", key) == convert(bulletin.body).to_json().encode()
    cache.put("body", key, forged)
    assert site.read().bodies["2026/a"].parts == ("<p>Lời trong bộ nhớ.</p>",)


def test_only_a_changed_text_is_converted_again(site):
    site.bulletin("2026/a", "Một.")
    site.bulletin("2026/b", "Hai.")
    site.read()
    assert len(entries(site)) == 2
    site.bulletin("2026/a", "Một.", title="Tên khác")
    site.read()
    assert len(entries(site)) == 2
    site.bulletin("2026/a", "Ba.")
    assert "Ba." in site.read().bodies["2026/a"].parts[0]
    assert len(entries(site)) == 3


def test_the_same_text_in_two_places_has_links_and_lines_of_its_own(town):
    text = "[chữ](../2019/b.md) [sai](../2019/khong-he-co.md)"
    town.bulletin("2026/a", text)
    town.bulletin("en/2026/b", text, "place: Hà Nội")
    town.bulletin("2019/b", "Lời.")
    town.bulletin("en/2019/b", "Text.")
    read = town.read()
    bodies = {id: read.bodies[id].parts[0] for id in ("2026/a", "en/2026/b")}
    assert attributes(bodies["2026/a"], "a", "href") == ["../../2019/b/"]
    assert attributes(bodies["en/2026/b"], "a", "href") == ["../../2019/b/"]
    assert rows(read.problems) == [
        ("link-missing", BODY_LINE, A),
        ("link-missing", BODY_LINE + 1, "news/en/2026/b.md"),
    ]


def test_problems_of_a_text_are_told_from_the_cache_too(site):
    site.bulletin("2026/a", "<b>Lời</b> [chữ](khong.md)")
    assert len(site.read().problems) >= 2
    assert site.read() == site.read()


def test_the_cache_may_be_deleted_at_any_time(town):
    town.bulletin("2026/a", "![](../../images/2026/c/1.jpg) [chữ](c.md)")
    first = town.read()
    shutil.rmtree(town.root / ".cache")
    assert town.read() == first


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff" * 99])
def test_a_damaged_entry_is_made_again(site, damage):
    site.bulletin("2026/a", "Lời.")
    first = site.read()
    for path in (site.root / ".cache").rglob("*"):
        if path.is_file():
            path.write_bytes(damage)
    assert site.read() == first


@pytest.mark.parametrize("name", [".cache", ".cache/texts", ".cache/freshness/x"])
def test_a_cache_that_can_not_be_written_is_only_slower(site, name):
    site.write(name, "in the way")
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a", "Lời.", "captions: [Một]")
    read = site.read()
    assert read.problems == ()
    assert "Lời." in read.bodies["2026/a"].parts[0]
    assert len(read.pictures) == 1


def test_a_link_may_lead_to_a_photo_of_the_gallery(site):
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a", "Xem [một](#anh-1), [hai](#anh-2).", "captions: [Một ảnh.]")
    built = site.read()
    assert [values(problem) for problem in built.problems] == [{"target": "#anh-2"}]
    assert 'href="#anh-1"' in "".join(built.bodies["2026/a"].parts)
