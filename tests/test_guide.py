"""The guide for writers says what the programme does: ``UPDATE=1 pytest`` writes its tables.

What stands between ``<!-- begin name -->`` and ``<!-- end name -->`` is generated.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bantin import locale
from bantin.content import decode, schema
from bantin.content.settings import Settings
from bantin.errors import Location, Problem, Severity
from bantin.model import Bulletin, Name

GUIDE = Path(__file__).parents[1] / "docs" / "huong-dan"
SITE = Settings(root=Path(), categories={"hop-tac": Name("Hợp tác", "Cooperation")})
FENCED = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LABELS = {"vi": ("Bantin báo", "cách sửa"), "en": ("In English", "hint")}


def read(lines: str) -> decode.Decoded:
    """An example: a whole bulletin, or lines of one."""
    whole = lines.startswith("---") or ":" not in lines.split("\n")[0]
    start = "---\ntitle: Hội nghị\ndate: 2026-02-06\n"
    text = lines if whole else f"{start}{lines}---\n"
    return decode.bulletin("news/2026/a.md", "2026/a", text.encode("utf-8"), SITE)


def named(code: str, **values: str) -> Problem:
    return Problem(Location(""), code, Severity.ERROR, tuple(values.items()))


FOLDER = "images/2026/hoi-nghi"
SEEN_LATER = {
    problem.code: problem
    for problem in (
        named("caption-count", captions="2", photos="3", folder=FOLDER),
        named("photo-missing-near", file="hoi-truog.jpg", near="hoi-truong.jpg", folder=FOLDER),
        named("photo-case", file="01.jpg", near="01.JPG"),
        named("photo-unreadable", file="01.jpg"),
        named("address-twice", address="news/2026/so-ket/", other="news/2026/so-ket.md"),
        named("file-name", suggestion="news/2026/hoi-nghi-so-ket.md"),
        named("not-utf-8", encoding="Windows-1258"),
    )
}
"""Problems that need photos, other files or bytes."""


def section(page: str, code: str) -> str:
    """A page's text between the heading above a mark and the mark."""
    return page[: page.index(f"<!-- begin {code} -->")].rpartition("\n### ")[2]


def plain(text: str) -> str:
    """Text as Markdown shows it to the letter."""
    return re.sub(r"([\\`*_\[\]<>{}#|])", r"\\\1", text)


def without_values(text: str) -> str:
    return plain(text.format_map(_Dots()))


class _Dots(dict):
    def __missing__(self, key: str) -> str:
        return "…"


def told(problem: Problem) -> str:
    lines = []
    for lang, (said, hint) in LABELS.items():
        message = locale.message(problem, lang)
        lines += [f"> {said}: {plain(message.text)}", f"> – {hint}: {plain(message.hint)}", ">"]
    return "\n".join(lines[:-1])


def every_message() -> str:
    """One entry a code, in the order of the alphabet; its id is where the preview leads.

    The most common have theirs at their example.
    """
    lines = []
    for code in sorted(locale.catalogue("vi")["messages"]):
        marked = f"`{code}`" if code in COMMON else f'<span id="{code}">`{code}`</span>'
        lines.append(f"- {marked}")
        for lang in locale.LANGUAGES:
            entry = locale.catalogue(lang)["messages"][code]
            words = f"{without_values(entry['text'])} – {without_values(entry['hint'])}"
            lines.append(f"    - {words}")
    return "\n".join(lines)


def generated(name: str, page: str) -> str:
    if name == "keys":
        return schema.guide_table("vi").rstrip("\n")
    if name == "messages":
        return every_message()
    if name in SEEN_LATER:
        return told(SEEN_LATER[name])
    return told(read(FENCED.search(section(page, name))[1]).problems[0])


def rewritten(page: str) -> str:
    """The page with all that stands between marks made anew."""
    return re.sub(
        r"<!-- begin (\S+) -->\n.*?<!-- end \1 -->",
        lambda mark: (
            f"<!-- begin {mark[1]} -->\n\n{generated(mark[1], page)}\n\n<!-- end {mark[1]} -->"
        ),
        page,
        flags=re.DOTALL,
    )


@pytest.mark.parametrize("name", ["khoa.md", "thong-bao.md"])
def test_the_generated_parts_are_those_of_the_programme(name):
    file = GUIDE / name
    page = file.read_text(encoding="utf-8")
    if os.environ.get("UPDATE"):
        page = rewritten(page)
        file.write_text(page, encoding="utf-8")
    assert page == rewritten(page)


def test_the_example_bulletin_is_read_without_a_word():
    page = (GUIDE / "khoa.md").read_text(encoding="utf-8")
    found = read(FENCED.search(page)[1])
    assert found.problems == ()
    assert isinstance(found.bulletin, Bulletin)


COMMON = re.findall(
    r"<!-- begin (?!messages)(\S+) -->", (GUIDE / "thong-bao.md").read_text(encoding="utf-8")
)


def test_the_fourteen_most_common_are_there():
    assert len(COMMON) == len(set(COMMON)) == 14


def test_the_preview_can_lead_to_every_message():
    page = (GUIDE / "thong-bao.md").read_text(encoding="utf-8")
    ids = re.findall(r'id="([^"]+)"', page)
    assert sorted(ids) == sorted(locale.catalogue("vi")["messages"])
    for code in COMMON:
        assert page.index(f'<div id="{code}">') < page.index(f"<!-- begin {code} -->")


@pytest.mark.parametrize("code", [code for code in COMMON if code not in SEEN_LATER])
def test_the_wrong_example_gives_its_message_and_the_right_one_none(code):
    page = (GUIDE / "thong-bao.md").read_text(encoding="utf-8")
    wrong, right = FENCED.findall(section(page, code))
    assert [problem.code for problem in read(wrong).problems] == [code]
    assert read(right).problems == ()


def test_links_in_the_guide_lead_to_its_pages():
    for file in GUIDE.glob("*.md"):
        for target in re.findall(r"\]\(([a-z-]+\.md)\)", file.read_text(encoding="utf-8")):
            assert (GUIDE / target).is_file(), f"{file.name}: {target}"
