"""Everybody can read the pages: axe in light and dark, wide and narrow; valid HTML."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newsrooms import SETTINGS, Newsroom, jpeg

PALETTE = """\
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: teal
      accent: teal
      toggle: {icon: material/weather-night, name: Chuyển sang nền tối}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: teal
      accent: teal
      toggle: {icon: material/weather-sunny, name: Chuyển sang nền sáng}
"""
PAGES = ("", "news/2026/hoi-nghi/", "news/en/2026/visit/", "news/", "news/2026/",
         "categories/hop-tac/", "404.html", "gioi-thieu/")  # fmt: skip
SCREENS = {"wide": (1280, 800), "narrow": (390, 844)}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
GRAVE = ("serious", "critical")

Finding = tuple[str, str]
"""Rule and selector."""

SHELL_HTML = (
    # two checkboxes in Material's base.html, for the drawer and the search
    "error: Attribute “autocomplete” is only allowed when the input type is",
)
"""What is not valid in Material's shell, to go with it; nothing else may be."""


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    settings = SETTINGS.replace("  font: false\n", f"  font: false\n{PALETTE}")
    room = Newsroom(tmp_path_factory.mktemp("site"), settings)
    room.write("docs/gioi-thieu.md", "# Giới thiệu\n\n## Một\n\nLời.\n\n## Hai\n\nLời.\n")
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


def findings(page) -> Iterator[Finding]:
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": {"type": "tag", "values": TAGS}}
    for found in Axe().run(page, options=options).response["violations"]:
        if found["impact"] in GRAVE:
            for node in found["nodes"]:
                yield found["id"], " ".join(map(str, node["target"]))


@pytest.fixture(scope="module")
def address(served, room) -> str:
    return served(room.site)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_grave(browser, address, screen, scheme):
    width, height = SCREENS[screen]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    found = []
    for place in PAGES:
        page.goto(address + place)
        found += [(place, *finding) for finding in findings(page)]
    context.close()
    assert found == []


def test_the_html_is_valid(nu, room):
    complaints = [line.partition(": ") for line in nu.complaints(room.site)]
    assert [line for line in complaints if not line[2].startswith(SHELL_HTML)] == []
