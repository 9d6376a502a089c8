"""The contact card: where its line stands, in both languages, and never without settings."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from markdown import markdown
from PIL import Image

from bantin.content.hospital import Hospital
from bantin.content.settings import Settings
from bantin.site.placeholders import filled, problems
from newsrooms import SETTINGS, Newsroom

CARD = "<section>card</section>"
WITHOUT = Settings(root=Path())
WITH = Settings(root=Path(), hospital=Hospital(email="a@b.vn"))
OURS = SETTINGS.replace(
    "  - bantin:\n",
    "  - bantin:\n"
    "      hospital:\n"
    '        name: {vi: Nhi Mây Trắng, en: "May Trang & Sons"}\n'
    "        logo: images/logo.png\n"
    '        emergency: "Cấp cứu 24/7: 0200 000 0115"\n'
    "        email: lien-he@example.org\n"
    "        address: {vi: <b>Số 1</b>, en: 1 Street}\n",
)


def shown(text: str) -> str:
    return filled(markdown(text, extensions=["fenced_code"]), lambda: CARD)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("[hospital]", CARD, id="alone"),
        pytest.param("  [Hospital]  ", CARD, id="spaces-and-capitals"),
        pytest.param("A\n\n[hospital]\n\nB", f"<p>A</p>\n{CARD}\n<p>B</p>", id="between"),
        pytest.param("A\n[hospital]\nB", f"<p>A</p>{CARD}<p>B</p>", id="in-a-paragraph"),
        pytest.param("**A**  \n[hospital]", f"<p><strong>A</strong></p>{CARD}", id="break"),
    ],
)
def test_a_line_of_its_own_becomes_the_card(text, html):
    assert shown(text) == html


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Gõ [hospital] ở đây.", id="in-a-sentence"),
        pytest.param("`[hospital]`", id="code"),
        pytest.param("    [hospital]", id="indented"),
        pytest.param("```\n[hospital]\n```", id="fenced"),
        pytest.param("`a\n[hospital]\nb`", id="code-of-several-lines"),
        pytest.param("**a\n[hospital]\nb**", id="inside-bold"),
        pytest.param("- [hospital]", id="list"),
        pytest.param("# [hospital]", id="heading"),
        pytest.param("[hospital]\n\n[hospital]: https://a.vn", id="a-link-by-that-name"),
    ],
)
def test_elsewhere_it_stays(text):
    assert CARD not in shown(text)


def told(text: str, settings: Settings = WITHOUT) -> list[tuple[str, str, int]]:
    found = problems({"lien-he.md": text}, settings, "docs")
    return [(problem.code, problem.at.path, problem.at.line) for problem in found]


def test_without_settings_its_line_is_told():
    text = "# Liên hệ\n\n```\n[hospital]\n```\n\n[hospital]\n"
    assert told(text) == [("hospital-unset", "docs/lien-he.md", 7)]
    assert told(text, WITH) == []


def test_a_fence_ends_only_with_its_like():
    assert told("~~~~\n```\n~~~\n[hospital]\n~~~~\n") == []
    assert told("`[hospital]`\n- [hospital]\n    [hospital]\n") == []


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    """A hospital's site with a contact page in each language, built once."""
    room = Newsroom(tmp_path_factory.mktemp("hospital"), OURS)
    target = io.BytesIO()
    Image.new("RGBA", (200, 200), (10, 101, 117, 255)).save(target, "PNG")
    room.write("images/logo.png", target.getvalue())
    room.write("docs/lien-he.md", "# Liên hệ\n\n[hospital]\n")
    room.write("docs/en/contact.md", "# Contact\n\n[hospital]\n\n`[hospital]`\n")
    room.bulletin("2026/a")
    room.built()
    return room


def card(page: str) -> str:
    (found,) = re.findall(r'<section class="hospital-card".*?</section>', page, re.S)
    return found


def test_the_card_speaks_the_language_of_its_page(room):
    vi, en = card(room.page("lien-he")), card(room.page("en/contact"))
    assert "<h2>Nhi Mây Trắng</h2>" in vi
    assert "<dt>Cấp cứu 24/7</dt>" in vi
    assert "<h2>May Trang &amp; Sons</h2>" in en
    assert "<dt>Emergency</dt>" in en
    assert "<code>[hospital]</code>" in room.page("en/contact")


def test_the_card_leads_to_telephone_and_mail_and_escapes_the_rest(room):
    found = card(room.page("lien-he"))
    assert '<a href="tel:+842000000115">0200 000 0115</a>' in found
    assert '<a href="mailto:lien-he@example.org">' in found
    assert "&lt;b&gt;Số 1&lt;/b&gt;" in found


def test_every_page_shows_the_logo_and_its_icons(room):
    signs = sorted(file.name for file in (room.site / "assets").glob("*.png"))
    assert [name.split(".")[:2] for name in signs] == [
        ["favicon", "48"],
        ["logo", "96"],
        ["touch-icon", "180"],
    ]
    for page in (room.page(""), room.page("news/2026/a"), room.page("en/contact")):
        assert all(name in page for name in signs)


def test_the_original_of_the_logo_is_not_published(room):
    original = (room.root / "images/logo.png").read_bytes()
    published = [file for file in room.site.rglob("*") if file.is_file()]
    assert not any(file.read_bytes() == original for file in published)
    assert not (room.site / "images/logo.png").exists()


def test_without_a_hospital_the_build_stops_at_the_line(tmp_path):
    room = Newsroom(tmp_path)
    room.write("docs/lien-he.md", "# Liên hệ\n\n[hospital]\n")
    room.bulletin("2026/a")
    ran = room.build()
    assert ran.code != 0
    assert "docs/lien-he.md:3:1" in ran.output


def test_without_a_logo_our_own_mark_is_shown(tmp_path):
    room = Newsroom(tmp_path)
    room.bulletin("2026/a")
    room.built()
    (mark,) = (room.site / "assets").glob("mark.*.svg")
    assert room.page("").count(mark.name) == 2
    assert "apple-touch-icon" not in room.page("")
