from __future__ import annotations

import html5lib
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

from bantin import theme

HOSTILE = "</title><script>alert(1)</script> & \"quoted\" 'too'"


class Shell(BasePlugin):
    """Gives some pages a ``bantin``, as the adapter does."""

    def __init__(self, shown):
        super().__init__()
        self.shown = shown

    def on_page_context(self, context, *, page, config, nav):
        if page.file.src_uri in self.shown:
            context["bantin"] = self.shown[page.file.src_uri]
        return context

    def on_template_context(self, context, *, template_name, config):
        if template_name == "404.html" and "404" in self.shown:
            context["bantin"] = self.shown["404"]
        return context


def ours(**values):
    found = {"title": "Tin", "lang": "vi", "summary": "", "cover_url": "", "site_name": "Trang"}
    return found | values


WORDED = {
    "heading": ("# A & B < C\n", "A & B < C"),
    "markup": ("# `<script>` *x*\n", "<script> x"),
    "text": ("---\ntitle: A & B <i>\n---\n\nx\n", "A & B <i>"),
    "hostile": (f"---\ntitle: >-\n  {HOSTILE}\n---\n\nx\n", HOSTILE),
}
"""Pages of docs/ with a title of every sort: Markdown, and the title as it must be read."""

OURS = {
    "injected": ours(
        title=HOSTILE, summary=HOSTILE, site_name=f"S {HOSTILE}", cover_url=HOSTILE
    ),
    "english": ours(lang="en"),
    "plain": ours(),
    "full": ours(summary="Tóm tắt", cover_url="https://x.example/a.jpg", article=True),
    "named": ours(title="Trang"),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """One site with pages of both sorts, each as a tree by its path."""
    shown = {f"{name}.md": values for name, values in OURS.items()}
    shown["404"] = ours(title="Không thấy", content="<header><h1>Không thấy</h1></header>")
    docs = {"index": "# Home\n", **dict.fromkeys(OURS, "# x\n\n## y\n")}
    docs |= {name: source for name, (source, _) in WORDED.items()}
    return site(tmp_path_factory.mktemp("site"), docs, shown)


def site(root, docs, shown):
    (root / "docs").mkdir()
    for name, source in docs.items():
        (root / "docs" / f"{name}.md").write_text(source, encoding="utf-8")
    config_file = root / "mkdocs.yml"
    config_file.write_text("site_name: Trang\n", encoding="utf-8")
    features = ["navigation.footer"]
    config = load_config(
        str(config_file),
        site_url="https://x.example/",
        theme={"name": "material", "language": "vi", "font": False, "features": features},
        plugins=["search"],
        nav=[f"{name}.md" for name in docs],
    )
    config.theme.dirs.insert(0, str(theme.material_dir()))
    config.plugins["shell"] = Shell(shown)
    build(config)
    return {
        str(path.relative_to(root / "site")): tree(path.read_text(encoding="utf-8"))
        for path in (root / "site").rglob("*.html")
    }


def tree(html):
    return html5lib.parse(html, namespaceHTMLElements=False)


def title(page):
    return page.find("head/title").text


def meta(page, name):
    found = [
        element.get("content")
        for element in page.iter("meta")
        if name in (element.get("name"), element.get("property"))
    ]
    assert len(found) <= 1, f"{name} stands {len(found)} times"
    return found[0] if found else None


def scripts(page):
    return [script.text for script in page.iter("script") if "alert(1)" in (script.text or "")]


def read(element):
    return " ".join("".join(element.itertext()).split())


def sidebars(page):
    return [e for e in page.iter("div") if e.get("data-md-component") == "sidebar"]


def test_a_hostile_title_is_only_text(pages):
    page = pages["injected/index.html"]
    assert title(page) == f"{HOSTILE} – S {HOSTILE}"
    assert scripts(page.find("head")) == scripts(page.find(".//header")) == []
    for name in ("og:title", "og:description", "description", "og:image"):
        assert meta(page, name) == HOSTILE
    assert HOSTILE in read(page.find(".//header"))


@pytest.mark.parametrize(
    ("name", "words"), [(name, words) for name, (_, words) in WORDED.items()]
)
def test_titles_of_docs_pages_are_escaped_once(pages, name, words):
    page = pages[f"{name}/index.html"]
    assert title(page) == f"{words} – Trang"
    assert words in read(page.find(".//header"))
    assert scripts(page.find("head")) == scripts(page.find(".//header")) == []


def test_the_footer_names_the_next_page_as_text(pages):
    footer = pages["text/index.html"].find(".//footer")
    assert HOSTILE in read(footer)
    assert scripts(footer) == []


@pytest.mark.parametrize(
    ("name", "lang", "skip"),
    [
        pytest.param("english", "en", "Skip to content", id="en"),
        pytest.param("plain", "vi", "Bỏ qua", id="vi"),
    ],
)
def test_the_shell_speaks_the_language_of_the_page(pages, name, lang, skip):
    page = pages[f"{name}/index.html"]
    assert page.get("lang") == lang
    assert skip in read(page.find("body"))


def test_docs_keep_their_sidebars_and_our_pages_have_only_the_drawer(pages):
    assert ["hidden" in e.attrib for e in sidebars(pages["text/index.html"])] == [False, False]
    assert ["hidden" in e.attrib for e in sidebars(pages["plain/index.html"])] == [True]


def test_our_content_stands_in_an_article_of_its_own(pages):
    (article,) = pages["plain/index.html"].iter("article")
    assert "bantin" in article.get("class").split()
    assert [element.tag for element in article] == ["h1", "h2"]


def test_a_summary_is_the_description_and_an_image_is_shared(pages):
    page = pages["full/index.html"]
    assert meta(page, "description") == "Tóm tắt"
    assert meta(page, "og:image") == "https://x.example/a.jpg"
    assert meta(page, "og:type") == "article"
    assert meta(page, "og:url") == "https://x.example/full/"


def test_a_page_without_a_summary_has_no_empty_description(pages):
    page = pages["plain/index.html"]
    assert title(page) == "Tin – Trang"
    assert meta(page, "description") is meta(page, "og:image") is None
    assert meta(page, "og:type") == "website"


def test_home_is_named_after_the_site_once(pages):
    assert title(pages["named/index.html"]) == title(pages["index.html"]) == "Trang"


def test_the_404_page_shows_our_content(pages):
    page = pages["404.html"]
    assert title(page) == "Không thấy – Trang"
    assert read(page.find(".//article/header/h1")) == "Không thấy"


def test_the_404_page_works_without_ours(tmp_path):
    page = site(tmp_path, {"index": "# Home\n"}, {})["404.html"]
    assert page.find(".//article/h1") is not None


def test_the_script_of_the_shell_finds_what_it_needs(pages):
    elements = list(pages["plain/index.html"].iter())
    hooks = {element.get("data-md-component") for element in elements}
    assert hooks >= {"header", "header-title", "container", "main", "content", "search", "skip"}
    assert {e.get("id") for e in elements} >= {"__drawer", "__search", "__config"}
