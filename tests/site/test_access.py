"""Everybody can read the pages: axe in light and dark, wide and narrow; valid HTML."""

from __future__ import annotations

import pytest
from faults import faults, findings

from asking import ask, open_search, results
from newsrooms import SETTINGS, Newsroom, jpeg

PAGES = ("", "news/2026/hoi-nghi/", "news/en/2026/visit/", "news/", "news/2026/",
         "news/2026/02/", "news/page/2/",
         "categories/hop-tac/", "404.html", "gioi-thieu/", "en/", "en/news/",
         "en/about/", "search/", "search/?q=tin&year=2026", "en/search/")  # fmt: skip
SCHEMES = ("light", "dark")
SCREENS = {"wide": (1280, 800), "narrow": (390, 844)}

HOSPITAL = """\
      hospital:
        name: Bệnh viện Nhi
        slogan: Chăm trẻ như con
        hours: 7h-16h
        hotline: 1900 1234
        emergency: "Cấp cứu 24/7: 0211 3656 115"
        address: Số 1, đường Mây
        email: tin@nhi.example.org
        responsible: BS Lan
        governing_body: Sở Y tế
"""
MORE = """\
markdown_extensions: [admonition, tables, footnotes, {toc: {permalink: false}}]
nav:
  - Tin tức: news/index.md
  - Chuyên mục: [categories/hop-tac/index.md, gioi-thieu.md]
  - en/about.md
not_in_nav: /index.md
"""
DOCUMENT = """\
# Giới thiệu

[hospital]

## Một

Lời[^1] và `mã`.

[^1]: Chân trang.

!!! note "Lưu ý"
    Lời.

| A | B |
|---|--:|
| 1 | 2 |

```python
print("x")
```

## Hai

Lời.
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    room = Newsroom(tmp_path_factory.mktemp("site"), SETTINGS + HOSPITAL + MORE)
    room.write("docs/gioi-thieu.md", DOCUMENT)
    room.write("docs/en/about.md", "# About\n\n[hospital]\n")
    room.bulletin(
        "2026/hoi-nghi",
        "place: Bình Xuyên",
        "summary: Tóm tắt hội nghị.",
        "byline: Phòng Chỉ đạo tuyến",
        "tags: [đào tạo]",
        "participants: [ThS.BS Trần Văn Tấn – Trưởng phòng, Sở Y tế]",
        "outcomes: [Ký kết hợp tác]",
        "attachments: [{file: a.pdf, title: Văn bản}]",
        "video: {title: Phóng sự, url: 'https://x.example/v'}",
        "source: {name: Cổng thông tin, url: 'https://x.example/'}",
        "corrections: [{date: 2026-03-01, note: Sửa tên, kind: Đính chính}]",
        "photos:",
        "  - {file: 01.jpg, caption: Phát biểu, alt: Giám đốc đứng trên bục}",
        "  - {file: 02.jpg, caption: Lưu niệm, alt: Các đại biểu, credit: Lan}",
        title="Hội nghị hợp tác đào tạo",
        category="hop-tac",
        body="Lời [dẫn](../../docs/gioi-thieu.md).\n\n## Mục\n\n> Trích\n\n1. một\n2. hai\n\n"
        "| A | B |\n|---|---|\n| 1 | 2 |",
    )
    room.write("images/2026/hoi-nghi/a.pdf", b"%PDF-1.7\n")
    for name in ("01.jpg", "02.jpg"):
        room.write(f"images/2026/hoi-nghi/{name}", jpeg(name, (640, 480)))
    for number in range(1, 13):
        room.bulletin(f"2026/tin-{number:03}", date=f"2026-03-{number:02}", category="hop-tac")
    room.bulletin(
        "en/2026/visit",
        "translation_of: news/2026/hoi-nghi.md",
        "captions: [One, Two]",
        title="A visit",
    )
    room.built()
    return room


@pytest.fixture(scope="module")
def address(served, room) -> str:
    return served(room.site)


@pytest.fixture(
    params=[(screen, scheme) for screen in SCREENS for scheme in SCHEMES], ids="-".join
)
def page(request, browser):
    screen, scheme = request.param
    width, height = SCREENS[screen]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_on_any_page(page, address):
    found = []
    for place in PAGES:
        page.goto(address + place)
        found += [(place, *finding) for finding in findings(page)]
    assert found == []


@pytest.mark.parametrize("query", ["", "hội nghị", "qwxyz zzkkq"])
def test_axe_finds_nothing_in_the_open_search(page, address, query):
    page.goto(address)
    open_search(page)
    found = ask(page, query)
    assert found.count() == (0 if query in ("", "qwxyz zzkkq") else found.count() or 1)
    page.keyboard.press("ArrowDown")
    assert list(findings(page)) == []


@pytest.mark.parametrize("query", ["q=hoi+nghi", "q=tin&year=2026&page=2", "q=qwxyz+zzkkq", ""])
def test_axe_finds_nothing_on_the_page_of_results(page, address, query):
    if query:
        results(page, f"{address}search/?{query}")
    else:
        page.goto(f"{address}search/")
    assert list(findings(page)) == []


def test_axe_finds_nothing_in_the_open_filters(page, address):
    results(page, f"{address}search/?q=tin")
    if page.locator(".search-head .search-filter").is_visible():
        page.locator(".search-head .search-filter").click()
        page.locator(".search-tools:popover-open").wait_for()
    page.locator(".search-facets label").first.wait_for()
    assert list(findings(page)) == []


def test_axe_finds_nothing_where_words_are_marked(page, address):
    page.goto(f"{address}news/2026/hoi-nghi/?h=hoi%20nghi")
    page.locator(".search-unmark").wait_for()
    assert page.locator("main mark").count() > 1
    assert list(findings(page)) == []


LOOK = """() => [...document.querySelectorAll("header *, main, main *, footer *")]
  .filter((one) => !one.closest(".search-dialog"))
  .map((one) => [one, getComputedStyle(one), one.getBoundingClientRect()])
  .map(([one, style, box]) => [one.tagName, one.className.toString(), style.fontFamily,
    style.color, style.fontSize, Math.round(box.width), Math.round(box.height)])"""


@pytest.mark.parametrize("place", ["", "news/2026/hoi-nghi/", "news/"])
def test_the_styles_of_the_search_change_nothing_else(page, address, place):
    page.goto(address + place, wait_until="networkidle")
    before = page.evaluate(LOOK)
    open_search(page)
    ask(page, "hội")
    page.locator(".search-dialog .tool").click()
    changed = [(a, b) for a, b in zip(before, page.evaluate(LOOK), strict=True) if a != b]
    assert changed == []


def test_axe_finds_nothing_in_the_open_lightbox(page, address):
    page.goto(address + "news/2026/hoi-nghi/")
    page.locator("#anh-1 a").first.click()
    page.locator("dialog.lightbox[open] img").first.wait_for()
    assert list(findings(page)) == []


def test_axe_finds_nothing_in_the_open_menu(page, address):
    page.goto(address)
    if page.locator(".open-menu").is_visible():
        page.locator(".open-menu").click()
    page.locator(".menu summary").click()
    page.locator(".menu details a").first.wait_for()
    assert list(findings(page)) == []


@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (390, "200%"), (1280, "200%")])
def test_no_page_is_wider_than_the_screen(browser, address, width, text):
    page = browser.new_page(viewport={"width": width, "height": 800})
    found = {}
    for place in PAGES:
        page.goto(address + place)
        page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
        found[place] = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert {place: size for place, size in found.items() if size > width} == {}


def test_the_html_is_valid(nu, room):
    assert faults(nu.complaints(room.site)) == []
