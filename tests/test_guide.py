"""The guide for writers says what the programme does: ``UPDATE=1 pytest`` writes its tables.

What stands between ``<!-- begin name -->`` and ``<!-- end name -->`` is generated.
"""

from __future__ import annotations

import os
import re
import textwrap
from pathlib import Path

import pytest

import walkthrough
from bantin import locale
from bantin.cli import main
from bantin.content import decode, registries, registry, schema, settings
from bantin.content.settings import Settings
from bantin.errors import Location, Problem, Severity
from bantin.markup.convert import convert
from bantin.model import Bulletin, Name
from bantin.vietnamese.text import fold

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
        named(
            "caption-count",
            captions="2",
            photos="3",
            folder=FOLDER,
            missing="1",
            without="03.jpg",
            files="01.jpg, 02.jpg, 03.jpg",
        ),
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


SUBJECTS = {
    "Phần đầu tệp": "front-matter yaml indent quotes key keys list text flag choice number "
    "fractions address-unknown id draft title-missing",
    "Ngày và giờ": "date event-date moment time year-folder",
    "Người tham dự": "participant title-unknown",
    "Ảnh và chú thích": "photo caption captions cover gallery blur",
    "Nội dung, liên kết, tệp đính kèm": "body raw-html link attachment translation alias lang "
    "tag",
    "Tên tệp và bảng mã": "file encoding not-utf-8 utf-8 control-character invisible-character "
    "address-twice bulletin",
    "Danh bạ": "registry id-twice",
    "Trang trong docs/, mkdocs.yml, thông tin bệnh viện": "docs address-of-list hospital home "
    "nav site-url logo phone email settings theme plugins timezone news",
    "Khi dựng trang": "gate publish store",
}
"""Where the guide lists a message: by the beginning of its code, the longest that fits."""


def subject(code: str) -> str:
    """The heading below which a message is listed."""
    begins = [(start, name) for name, starts in SUBJECTS.items() for start in starts.split()
              if code == start or code.startswith(f"{start}-")]  # fmt: skip
    assert begins, f"SUBJECTS has no place for {code}"
    return max(begins, key=lambda found: len(found[0]))[1]


def every_message() -> str:
    """Every message below its subject, in the order of the alphabet of what it says.

    The heading's id is where the preview leads; the most common have theirs at their example.
    """
    codes = sorted(locale.catalogue("vi")["messages"], key=lambda code: folded(code))
    lines = []
    for name in SUBJECTS:
        lines += [f"### {name}", ""]
        for code in filter(lambda code: subject(code) == name, codes):
            lines += [entry(code), ""]
    return "\n".join(lines).rstrip()


def folded(code: str) -> tuple[str, str]:
    said = locale.catalogue("vi")["messages"][code]["text"]
    return re.sub(r"[^a-z0-9 ]", "", fold(said)).strip(), code


EXAMPLES = {"text-expected-colon": "yaml-colon", "caption-extra": "caption-count"}
"""Messages that an example of another one explains, too."""


def entry(code: str) -> str:
    said, english = (locale.catalogue(lang)["messages"][code] for lang in ("vi", "en"))
    place = "" if code in COMMON else f" {{#{code}}}"
    shown = EXAMPLES.get(code, code if code in COMMON else "")
    example = f" · [ví dụ](#{shown})" if shown else ""
    words = without_values(said["text"])
    return (
        f"#### {words[0].upper()}{words[1:]}{place}\n\n"
        f"**Cách sửa:** {without_values(said['hint'])}{example}\n\n"
        f'<span lang="en">*{without_values(english["text"])}* – '
        f"{without_values(english['hint'])}</span> · `{code}`"
    )


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
    ids = re.findall(r"^###+ .+ \{#([a-z0-9-]+)\}$", page, re.MULTILINE)
    assert sorted(ids) == sorted(locale.catalogue("vi")["messages"])
    for code in COMMON:
        assert f"{{#{code}}}" in section(page, code).split("\n")[0]


@pytest.mark.parametrize("code", [code for code in COMMON if code not in SEEN_LATER])
def test_the_wrong_example_gives_its_message_and_the_right_one_none(code):
    page = (GUIDE / "thong-bao.md").read_text(encoding="utf-8")
    wrong, right = FENCED.findall(section(page, code))
    assert [problem.code for problem in read(wrong).problems] == [code]
    assert read(right).problems == ()


PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(GUIDE.glob("*.md"))}
PROSE = {name: re.sub(r"^```.*?^```$|`[^`\n]+`", "", page, flags=re.MULTILINE | re.DOTALL)
         for name, page in PAGES.items()}  # fmt: skip


LINK = re.compile(r"(?<![!\\])\[[^\]]+\]\(([a-z-]*(?:\.md)?)(?:#([a-z0-9-]+))?\)")


@pytest.mark.parametrize("name", PAGES)
def test_links_in_the_guide_lead_to_its_pages_and_headings(name):
    for page, anchor in LINK.findall(PROSE[name]):
        led = page or name
        assert led in PAGES, led
        assert not anchor or f"{{#{anchor}}}" in PAGES[led], f"{led}#{anchor}"


def test_every_page_can_be_reached_from_the_first():
    for name in PAGES.keys() - {"index.md"}:
        assert f"]({name})" in PROSE["index.md"], name


def test_pictures_are_there_and_used_and_say_what_they_show():
    shown = [found for page in PROSE.values()
             for found in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page)]  # fmt: skip
    assert {path for _, path in shown} == {f"anh/{path.name}" for path in GUIDE.glob("anh/*")}
    assert len(shown) > 10
    for alt, path in shown:
        assert len(alt) > 20, path
        assert (GUIDE / path).stat().st_size <= 60_000, path


TYPED = [
    typed
    for page in PAGES.values()
    for typed in re.findall(r"(?:`| {8})((?:\.venv/bin/)?(?:make|bantin) [^`\n]+)", page)
]


def test_every_verb_of_make_that_it_names_is_there():
    makefile = (GUIDE.parents[1] / "Makefile").read_text(encoding="utf-8")
    verbs = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    named = {typed.split()[1] for typed in TYPED if typed.startswith("make ")}
    assert verbs is not None
    assert {"serve", "site"} <= named - {":"} <= {*verbs[1].split(), "command"}


def test_every_command_that_it_names_is_there(capsys):
    asked = {"new": {"--date", "--category", "--slug"}}  # named one by one, too
    for typed in filter(lambda typed: "bantin " in typed, TYPED):
        name = typed.partition("bantin ")[2].split()[0]
        asked.setdefault(name, set()).update(re.findall(r"--[a-z]+", typed))
    assert {"new", "check"} <= asked.keys()
    for name, options in asked.items():
        with pytest.raises(SystemExit) as left:
            main([name, "--help"])
        assert left.value.code == 0, name
        shown = capsys.readouterr().out
        assert [option for option in options if option not in shown] == [], name


def test_the_sample_s_categories_are_listed_with_their_names():
    site = settings.read(GUIDE.parents[1] / settings.FILE).settings
    listed = re.findall(r"^\| `([a-z-]+)` \| (.+?) \|$", PAGES["bai-dau-tien.md"], re.M)
    assert listed == [(code, name.vi) for code, name in site.categories.items()]


QUOTED = ("preview", "preview_clean", "mark_draft", "caption_missing", "preview_state_stopped",
          "preview_more", "ribbon_draft", "broken", "check_clean",
          "news", "pinned", "sign_off")  # fmt: skip


@pytest.mark.parametrize("key", QUOTED)
def test_words_of_the_screen_are_quoted_to_the_letter(key):
    words = locale.text(key, "vi").rstrip(".")
    pattern = rf"(?<!\w)(\*{{1,2}}){re.escape(words)}\.?\1(?!\w)"
    assert any(re.search(pattern, page) for page in PROSE.values()), words


def examples(name: str) -> list[str]:
    """Front matter in a chapter, the indented one in a step, too."""
    indented = re.findall(r"(?<=\n\n)((?: {8}[a-z_]+: .+\n(?: {8}.+\n)+))", PAGES[name])
    return FENCED.findall(PAGES[name]) + [textwrap.dedent(one) for one in indented]


@pytest.mark.parametrize("name", ["anh-va-chu-thich.md", "trang-thai.md"])
def test_front_matter_in_a_chapter_is_read_without_a_word(name):
    found = examples(name)
    assert len(found) > 1
    for lines in found:
        whole = f"---\n{lines}---\n" if lines.startswith("title:") else lines
        assert read(whole).problems == (), lines


def registered(start: str) -> dict[str, bytes]:
    """Examples for the registries behind ``start``, by file; several of one file joined."""
    pattern = rf"{start}```yaml\n# (\S+\.yml)\n(.*?)^```$"
    found: dict[str, bytes] = {}
    for name, lines in re.findall(pattern, PAGES["danh-ba.md"], re.MULTILINE | re.DOTALL):
        path = f"news/_registry/{name}"
        found[path] = found.get(path, b"") + lines.encode()
    return found


def test_examples_of_the_registries_fit_together():
    right = registered(r"(?<!^Sai:\n\n)")
    assert {path.split("/")[-1] for path in right} == set(registry.TABLES)
    assert registries.read(right, SITE.timezone).problems == ()


def test_the_wrong_example_of_a_registry_is_told():
    found = registries.read(registered(r"^Sai:\n\n"), SITE.timezone).problems
    assert [problem.code for problem in found] == ["registry-name-twice"]


def test_the_english_example_is_the_translation_of_the_first_bulletin():
    (english,) = (one for one in examples("trang-thai.md") if one.startswith("title:"))
    bulletin = read(f"---\n{english}---\n").bulletin
    assert isinstance(bulletin, Bulletin)
    walk = walkthrough.read()
    assert f"news/{bulletin.translation_of}.md" == walk.file
    assert len(bulletin.captions) == len(walk.photos)


def test_marks_in_the_chapter_on_text_do_what_it_says():
    blocks = re.findall(r"^```markdown\n(.*?)^```$", PAGES["chep-tu-word.md"], re.M | re.S)
    found = [convert(block) for block in blocks]
    assert [one.findings for one in found if one.findings] == []
    html = "".join(part for one in found for part in one.parts)
    for made in ("<ul>", "<ol>", "<footer><cite>BS Mạc Thị Lan", "<table>"):
        assert made in html
    assert [len(one.parts) for one in found].count(2) == 1  # before and after the gallery
