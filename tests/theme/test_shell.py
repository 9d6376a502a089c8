from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import html5lib
import pytest

from bantin import theme
from bantin.cache import Cache
from bantin.content.settings import Settings
from bantin.edition import Heading
from bantin.locale import LANGUAGES
from bantin.pages.draft import Article, Translation
from bantin.pages.identity import Phone, identity
from bantin.pages.shell import Frame, MenuEntry, Share, Shell, Version
from bantin.theme.assets import assets
from bantin.theme.modules import Ways
from bantin.theme.shell import ShellRenderer

HOSTILE = "</title><script>alert(1)</script> & \"quoted\" 'too'"
SETTINGS = Settings(Path("/nowhere"), "Trang", "https://x.example/tin/")
MENU = (
    MenuEntry("Tin tức", "news/"),
    MenuEntry("Chuyên mục", entries=(MenuEntry("Sự kiện", "categories/su-kien/"),)),
    MenuEntry("Cổng", url="https://cong.example/"),
)
WHO = identity(SETTINGS, "vi", theme.mark())
FRAME = Frame("vi", "Trang", "", "news/", "search/", MENU, WHO, None)
PAGE = Shell(FRAME, "news/2026/a/", "Tin")


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    ways = {lang: Ways("search/", "news/") for lang in LANGUAGES}
    return assets(Cache(tmp_path_factory.mktemp("cache")), ways, preview=False)


@pytest.fixture(scope="module")
def render(found):
    renderer = ShellRenderer(SETTINGS, found, policy="default-src 'none'")
    return renderer.render


def tree(html):
    return html5lib.parse(html, namespaceHTMLElements=False)


def head(around):
    return tree(f"<!doctype html><head>{around.head}").find("head")


def body(part):
    return tree(f"<!doctype html><title>x</title><body>{part}").find("body")


def meta(around, name):
    found = [
        one.get("content")
        for one in head(around).iter("meta")
        if name in (one.get("name"), one.get("property"), one.get("http-equiv"))
    ]
    assert len(found) <= 1
    return found[0] if found else None


def links(around, rel):
    return [one.get("href") for one in head(around).iter("link") if one.get("rel") == rel]


def read(element):
    return " ".join("".join(element.itertext()).split())


def by_class(element, name):
    return [one for one in element.iter() if name in one.get("class", "").split()]


def test_hostile_texts_are_only_texts(render):
    who = replace(FRAME.identity, name=HOSTILE, slogan=HOSTILE, address=HOSTILE)
    frame = replace(
        FRAME, site_name=f"S {HOSTILE}", menu=(MenuEntry(HOSTILE, "a/"),), identity=who
    )
    around = render(
        Shell(
            frame,
            "a/",
            HOSTILE,
            HOSTILE,
            share=Share(HOSTILE, 1200, 630, HOSTILE),
            article=Article(HOSTILE, HOSTILE, HOSTILE, (HOSTILE,)),
            versions=(Version("vi", HOSTILE),),
            headings=(Heading(2, "x", HOSTILE),) * 2,
        )
    )
    assert head(around).find("title").text == f"{HOSTILE} – S {HOSTILE}"
    told = ("og:title", "og:description", "description", "og:image", "og:image:alt")
    told += ("twitter:title", "twitter:description", "twitter:image", "twitter:image:alt")
    told += ("article:published_time", "article:modified_time", "article:section")
    for name in (*told, "article:tag"):
        assert meta(around, name) == HOSTILE
    assert links(around, "alternate") == [HOSTILE]
    for part in (around.header, around.contents, around.footer):
        assert [*body(part).iter("script")] == []
        assert HOSTILE in read(body(part))


def test_a_page_names_itself_and_its_site(render):
    assert head(render(PAGE)).find("title").text == "Tin – Trang"
    assert head(render(replace(PAGE, title="Trang"))).find("title").text == "Trang"


def test_links_lead_there_from_every_depth(render):
    around = render(replace(PAGE, previous="news/2025/b/", next="news/2026/c/"))
    assert links(around, "prev") == ["../../2025/b/"]
    assert links(around, "next") == ["../c/"]
    assert [a.get("href") for a in body(around.header).iter("a")][1:4] == [
        "../../../",
        "../../",
        "../../../categories/su-kien/",
    ]


def test_the_404_page_appears_anywhere_and_links_from_the_top(render):
    around = render(replace(PAGE, address="404.html"))
    assert all(href.startswith("/tin/assets/") for href in links(around, "stylesheet"))
    assert next(a.get("href") for a in body(around.footer).iter("a")) == "/tin/news/"


def test_the_menu_shows_the_place_of_the_page(render):
    header = body(render(PAGE).header)
    current = {
        read(one): one.get("aria-current") for one in header.iter() if one.get("aria-current")
    }
    assert current == {"Tin tức": "true"}
    outside = [one for one in header.iter("a") if read(one) == "Cổng"]
    assert [one.get("href") for one in outside] == ["https://cong.example/"]


def test_whom_to_call_stands_on_top_and_can_be_called(render):
    phone = Phone("Cấp cứu", "0200 000 0115", "tel:+842000000115")
    who = replace(FRAME.identity, emergency=phone)
    around = render(replace(PAGE, frame=replace(FRAME, identity=who)))
    (line,) = by_class(body(around.header), "emergency")
    assert read(line) == "Cấp cứu 0200 000 0115"
    assert [a.get("href") for a in line.iter("a")] == ["tel:+842000000115"]


def test_without_numbers_there_is_no_strip(render):
    assert by_class(body(render(PAGE).header), "strip-top") == []


def test_readers_of_the_other_language_find_their_page(render):
    other = Translation("English", "en/", "en")
    frame = replace(FRAME, other=other)
    (link,) = by_class(body(render(replace(PAGE, frame=frame)).header), "language")
    assert (link.get("href"), link.get("hreflang"), link.get("aria-label")) == (
        "../../../en/",
        "en",
        "English",
    )
    same = Translation("Read in English", "news/en/2026/a/", "en")
    around = render(replace(PAGE, frame=frame, translation=same))
    (link,) = by_class(body(around.header), "language")
    assert link.get("href") == "../../en/2026/a/"


def test_without_their_page_they_are_told_where_the_link_leads(render):
    frame = replace(FRAME, other=Translation("English: Home", "en/", "en"))
    near = Translation("English: News of 2026", "en/news/2026/", "en")
    around = render(replace(PAGE, frame=frame, nearest=near))
    (link,) = by_class(body(around.header), "language")
    said = ("../../../en/news/2026/", "English: News of 2026", "English: News of 2026")
    assert (link.get("href"), link.get("aria-label"), link.get("title")) == said
    assert "alternate" not in around.head


def test_with_one_language_nothing_offers_another(render):
    assert by_class(body(render(PAGE).header), "language") == []


@pytest.mark.parametrize(
    ("lang", "words"), [("vi", "Tới nội dung chính"), ("en", "Skip to main content")]
)
def test_the_shell_speaks_the_language_of_the_page(render, lang, words):
    frame = replace(FRAME, lang=lang)
    header = body(render(replace(PAGE, frame=frame)).header)
    (skip,) = by_class(header, "skip")
    assert (read(skip), skip.get("href")) == (words, "#page_content")


def test_a_built_page_says_its_policy_before_it_asks_for_anything(render, found):
    first = [one.tag for one in head(render(PAGE))]
    assert first.index("meta") < first.index("script")
    assert meta(render(PAGE), "Content-Security-Policy") == "default-src 'none'"
    preview = ShellRenderer(SETTINGS, found).render(PAGE)
    assert meta(preview, "Content-Security-Policy") is None


def test_scripts_come_only_where_they_are_needed(render, found):
    def scripts(shell):
        return [one.get("src") for one in head(render(shell)).iter("script")]

    shell, lightbox = (f"../../../{found.scripts[name]}" for name in ("shell", "lightbox"))
    assert scripts(PAGE) == [shell]
    assert scripts(replace(PAGE, scripts=("lightbox",))) == [shell, lightbox]


def test_nothing_stands_inline(render):
    shell = replace(PAGE, headings=(Heading(2, "a", "A"), Heading(2, "b", "B")))
    for part in render(shell):
        for one in body(part).iter():
            assert not [name for name in one.attrib if name.startswith("on") or name == "style"]
            assert one.tag != "style"
            assert one.tag != "script" or one.get("src")


def test_whoever_cannot_open_the_search_is_led_to_its_page_or_to_the_lists(render):
    header = body(render(PAGE).header)
    (button,) = (one for one in header.iter("button") if "data-opens-search" in one.attrib)
    assert button.get("data-opens-search") == "../../../search/"
    (link,) = by_class(header, "without-script")
    assert link.get("href") == "../../"


def test_a_page_of_results_brings_its_module_and_style_and_is_not_listed(render, found):
    page = replace(PAGE, modules=("search-page",), sheets=("search",), listed=False)
    (module,) = (one for one in head(render(page)).iter("script") if one.get("type"))
    assert (module.get("type"), module.get("src")) == (
        "module",
        f"../../../{found.scripts['search-page']}",
    )
    assert links(render(page), "stylesheet")[1:] == [f"../../../{found.sheets['search']}"]
    assert meta(render(page), "robots") == "noindex"
    assert meta(render(PAGE), "robots") is None


def test_contents_list_what_a_long_page_has(render):
    headings = (Heading(2, "mot", "Một"), Heading(3, "hai", "Hai"), Heading(4, "sau", "Sâu"))
    contents = body(render(replace(PAGE, headings=headings)).contents)
    assert [(a.get("href"), read(a)) for a in contents.iter("a")] == [
        ("#mot", "Một"),
        ("#hai", "Hai"),
    ]
    assert render(replace(PAGE, headings=headings[:1])).contents == ""


def test_the_footer_lists_the_menu_and_what_the_site_says_of_itself(render):
    frame = replace(FRAME, copyright="<p>Ghi rõ <b>nguồn</b></p>")
    footer = body(render(replace(PAGE, frame=frame)).footer)
    assert [read(one) for one in footer.iter("h2")] == ["Trang", "Trang chính", "Chuyên mục"]
    assert [read(one) for one in footer.iter("b")] == ["nguồn"]
