from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from pathlib import Path

import pytest

from bantin import addresses, locale, newsroom
from bantin.cli import main
from bantin.content import decode
from bantin.content.keys import KEYS
from bantin.model import Bulletin, Status
from edition.sites import ZONE, Site, snapshot

EMPTY = ("place", "summary", "byline", "participants", "captions")


def written(site: Site) -> list[Path]:
    return sorted((site.root / "news").rglob("*.md"))


def read_back(site: Site) -> Bulletin:
    """The one bulletin there is, through the reader of front matter alone."""
    (file,) = written(site)
    path = file.relative_to(site.root).as_posix()
    id = path.removeprefix("news/").removesuffix(".md")
    settings = newsroom.open_settings(site.root / "mkdocs.yml").settings
    found = decode.bulletin(path, id, file.read_bytes(), settings)
    assert found.problems == ()
    assert isinstance(found.bulletin, Bulletin)
    return found.bulletin


def make(site: Site, title: str, *options: str) -> int:
    return main(["new", "--root", str(site.root), *options, "--", title])


TITLES = {
    "plain": "Hội nghị sơ kết công tác tuyến",
    "colon": "Hội nghị: sơ kết",
    "ends-with-a-colon": "Sơ kết:",
    "double-quotes": 'Hội nghị "sơ kết" năm',
    "quoted": '"Sơ kết"',
    "apostrophe": "Nurses' day",
    "both-quotes": """Nurses' "day" 'here'""",
    "curly-quotes": "“Sơ kết”",
    "curly-single": "‘Sơ kết’",
    "hash": "Phòng #2 và # 3",
    "only-hash-first": "#BlueDay ngày 2",
    "item": "- x",
    "question": "? x",
    "bullet": "• Hội nghị",
    "dash": "– Hội nghị",
    "number": "1. Hội nghị",
    "backslash": "C:\\hội nghị\\n",
    "brackets": "[Sơ kết] năm",
    "braces": "{title} {0} }{",
    "percent": "50% {date}",
    "anchor": "&a *b !c",
    "at": "@bệnh viện",
    "backtick": "`mã`",
    "block": "| khối",
    "folded": "> khối",
    "emoji": "🎉 Chúc mừng 👩‍⚕️",
    "true": "true",
    "number-alone": "2026",
    "decimal": "1.10",
    "time": "7:30",
    "date": "2026-02-06",
    "null": "null",
    "tilde-word": "~a",
    "no": "no",
    "comment-like": "a #b",
    "comma": "a, b",
    "merge": "<<: a",
    "dashes": "--- a",
    "html": "<b>Sơ kết</b> & x",
    "long": "Hội nghị " * 22 + "x",
    "markdown": "**đậm** _nghiêng_",
    "yaml-in-yaml": "title: a",
    "chinese": "2026 会议",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_title_is_read_back_to_the_letter(site, title, lang):
    assert make(site, title, "--lang", lang, "--date", "2026-02-06", "--slug", "a") == 0
    found = read_back(site)
    assert found.title == title
    assert found.status is Status.DRAFT
    assert f"{found.date.start}" == "2026-02-06"


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_title_alone_gives_an_allowed_name_or_says_what_to_do(site, title, capsys):
    code = make(site, title, "--date", "2026-02-06")
    names = [file.stem for file in written(site)]
    if code == 0:
        assert [addresses.allowed(f"2026/{name}") for name in names] == [True]
    else:
        assert code == 2 and names == []
        assert "--slug" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("  Hội \n nghị\t ", "Hội nghị", id="white-space"),
        pytest.param(unicodedata.normalize("NFD", "Hội nghị"), "Hội nghị", id="decomposed"),
        pytest.param("Hội\u200b nghị\u00ad", "Hội nghị", id="hidden-characters"),
    ],
)
def test_white_space_and_marks_of_a_title_are_put_in_order(site, title, expected):
    assert make(site, title) == 0
    assert read_back(site).title == expected


@pytest.mark.parametrize(
    ("title", "options"),
    [
        pytest.param("x" * 300, [], id="300-characters"),
        pytest.param("…!?", [], id="only-punctuation"),
        pytest.param("🎉", [], id="only-emoji"),
        pytest.param("", [], id="empty"),
        pytest.param("   ", ["--slug", "a"], id="blank"),
        pytest.param("a\x1b[2J", [], id="control-character"),
        pytest.param("a\udce9", [], id="not-utf-8"),
        pytest.param("Index", [], id="reserved"),
        pytest.param("02", [], id="month"),
        pytest.param("Tin", ["--slug", "Hội nghị"], id="slug-with-marks"),
        pytest.param("Tin", ["--slug", "../../a"], id="slug-upwards"),
        pytest.param("Tin", ["--slug", "a/b"], id="slug-with-folder"),
        pytest.param("Tin", ["--slug", "page"], id="slug-reserved"),
        pytest.param("Tin", ["--slug", "a" * 81], id="slug-too-long"),
        pytest.param("Tin", ["--date", "2026-02-31"], id="date-impossible"),
        pytest.param("Tin", ["--date", "2026"], id="date-year-only"),
        pytest.param("Tin", ["--date", "hôm qua"], id="date-words"),
        pytest.param("Tin", ["--category", "khong-co"], id="category-unknown"),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_written(site, title, options, capsys):
    before = snapshot(site.root)
    assert make(site, title, *options) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.startswith("bantin: ")
    assert "--slug" in shown.err or "--date" in options or "--category" in options
    assert snapshot(site.root) == before
    assert not (site.root / "news").exists() and not (site.root / "images").exists()


def test_a_new_bulletin_passes_all_checks_but_for_what_is_empty_on_purpose(site, capsys):
    assert make(site, "Hội nghị sơ kết", "--category", "hop-tac", "--date", "06/02/2026") == 0
    assert main(["check", "--root", str(site.root), "--strict"]) == 0
    assert read_back(site).category == "hop-tac"
    (file,) = written(site)
    assert file.relative_to(site.root).as_posix() == "news/2026/hoi-nghi-so-ket.md"
    assert (site.root / "images/2026/hoi-nghi-so-ket").is_dir()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_new_bulletin_filled_in_as_it_says_is_read(site, lang):
    """What the comments tell to do works: the leading # goes, values come before comments."""
    assert make(site, "Hội nghị", "--date", "2026-02-06", "--lang", lang) == 0
    (file,) = written(site)
    text = file.read_text("utf-8")
    filled = re.sub(r"^#( +- )", r"\1", text, flags=re.M)
    filled = re.sub(r"^status: draft.*\n", "", filled, flags=re.M)
    filled = re.sub(r"^(place|summary|byline): ", r"\1: Lời", filled, flags=re.M)
    file.write_text(filled, encoding="utf-8")
    site.photos("2026/hoi-nghi", "1.jpg")
    found = read_back(site)
    assert found.status is Status.PUBLISHED
    assert found.place.startswith("Lời") and "#" not in found.place
    assert len(found.participants) == 1 and found.captions is not None
    assert site.read().problems == ()
    assert len(site.read().galleries["2026/hoi-nghi"]) == 1


def test_the_date_is_today_where_the_site_is_unless_given(site):
    before = datetime.now(ZONE).date()
    assert make(site, "Hội nghị") == 0
    assert before <= read_back(site).date.start <= datetime.now(ZONE).date()


def test_an_existing_bulletin_is_never_overwritten(site, capsys):
    site.bulletin("2026/a", "Lời của tôi.")
    site.photos("2026/a", "1.jpg")
    before = snapshot(site.root)
    assert make(site, "A", "--date", "2026-02-06") == 2
    assert "--slug" in capsys.readouterr().err
    assert snapshot(site.root) == before
    assert make(site, "A", "--date", "2026-02-06", "--slug", "a-2") == 0
    assert snapshot(site.root).items() > before.items()


def test_photos_that_are_there_already_stay(site):
    site.photos("2026/a", "1.jpg")
    before = snapshot(site.root)
    assert make(site, "A", "--date", "2026-02-06") == 0
    assert snapshot(site.root).items() > before.items()


@pytest.mark.parametrize("name", ["news", "news/2026", "images/2026", "images/2026/a"])
def test_a_file_in_the_way_is_told_without_a_traceback(site, name, capsys):
    site.write(name, "in the way")
    before = snapshot(site.root)
    assert make(site, "A", "--date", "2026-02-06") == 2
    assert Path(name).name in capsys.readouterr().err
    assert snapshot(site.root) == before


def test_it_says_what_to_do_next_in_the_language_asked_for(site, capsys):
    make(site, "A", "--date", "2026-02-06")
    assert "news/2026/a.md" in capsys.readouterr().out
    make(site, "B", "--date", "2026-02-06", "--lang", "en")
    shown = capsys.readouterr().out
    assert "images/2026/b" in shown and shown.isascii()
    assert "Write the bulletin here." in (site.root / "news/2026/b.md").read_text("utf-8")


def test_every_key_of_the_new_bulletin_is_one_we_know(site):
    make(site, "A")
    (file,) = written(site)
    typed = set(re.findall(r"^(\w+):", file.read_text("utf-8"), flags=re.M))
    assert typed - {key.name for key in KEYS} == set()
    assert set(EMPTY) <= typed


def test_the_settings_decide_the_folders(tmp_path):
    settings = "plugins:\n  - bantin: {news_dir: tin, images_dir: anh}\n"
    site = Site(tmp_path / "site", settings)
    assert make(site, "A", "--date", "2026-02-06") == 0
    assert (site.root / "tin/2026/a.md").is_file()
    assert (site.root / "anh/2026/a").is_dir()


def test_the_catalogues_make_the_same_bulletin():
    keys = {
        lang: re.findall(r"^(\w+):", locale.text("new_bulletin", lang), flags=re.M)
        for lang in locale.LANGUAGES
    }
    assert len({tuple(found) for found in keys.values()}) == 1


def test_a_title_without_quotes_is_taken_as_it_stands(site, capsys):
    assert (
        main(["--root", str(site.root), "new", "Ngày", "hội", "máu", "--date", "2026-02-06"])
        == 0
    )
    assert "news/2026/ngay-hoi-mau.md" in capsys.readouterr().out
