"""What somebody sees who asks what is understood: ``UPDATE=1 pytest`` writes it anew.

``explained/<case>.<lang>.txt`` is all that is printed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from bantin import locale
from bantin.model import Organization, Person, Post, Registry
from bantin.vietnamese import understood
from bantin.vietnamese.__main__ import main
from bantin.vietnamese.explain import explain
from bantin.vietnamese.known import Known
from bantin.vietnamese.text import nfc
from bantin.vietnamese.underlines import COLUMNS, Span, underlined

GOLDEN = Path(__file__).with_name("explained")
KNOWN = Known(
    Registry(
        people=(
            Person("phan-kim-trong", "Phan Kim Trọng", posts=(Post("Giám đốc", "ttyt"),)),
            Person("le-thi-mai", "Lê Thị Mai", posts=(Post("Trưởng khoa Nhi"),)),
        ),
        organizations=(
            Organization("ttyt", "Trung tâm Y tế khu vực Bình Xuyên", ("TTYT Bình Xuyên",)),
            Organization("syt-cu", "Sở Y tế tỉnh Sơn Hà"),
            Organization("syt-moi", "Sở Y tế tỉnh Sơn Hà"),
        ),
    ),
    ("Bệnh viện Nhi Mây Trắng",),
)
CASES = {
    "post": (
        "ThS.BS Trần Văn Tấn – Trưởng phòng Nghiệp vụ Y, Sở Y tế",
        None,
    ),
    "registries": (
        "BSCKII Phan Kim Trọng, Giám đốc TTYT Bình Xuyên, đón BS Lê Thị Mai – Trưởng khoa Nhi,"
        " Bệnh viện Nhi Mây Trắng. BS Lê Thị Mai – Khoa Nhi, Bệnh viện Sản Nhi Sơn Tây, và"
        " CN Đỗ Thị Sen – Sở Y tế tỉnh Sơn Hà.\nTrung tâm Y tế khu vực Bình Xuyên cảm ơn.",
        KNOWN,
    ),
    "short-forms": (
        "TTƯT, ThS.BSCKII Phan Kim Trọng khai mạc. Ông Trọng cảm ơn BS. Lan.\n\n"
        "BS Nguyễn Thị Hoa và ĐD Trần Thị Hoa dự; cô Hoa phát biểu.",
        KNOWN,
    ),
    "private": ("Bé Nguyễn Văn An và mẹ là chị Trần Thị Hai về nhà.", KNOWN),
    "either": ("Giám đốc Bệnh viện Lê Hùng dự.", KNOWN),
    "dates": (
        "Sáng thứ Năm, ngày 06/02/2026, hội nghị sơ kết 6 tháng đầu năm 2025 đã diễn ra.\n"
        "Theo Kế hoạch số 12/KH-SYT ngày 3/1/2026, hạn cuối là 31/2/2026; lớp mở lúc 7h30"
        " ngày 8/3.",
        None,
    ),
    "nothing": ("Trời hôm nay rất đẹp".replace(" hôm nay", ""), None),
}


@pytest.mark.parametrize("lang", locale.LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_what_is_printed(case, lang):
    text, known = CASES[case]
    told = explain(text, lang, known)
    golden = GOLDEN / f"{case}.{lang}.txt"
    if os.environ.get("UPDATE"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_no_golden_is_left_over():
    names = {f"{case}.{lang}.txt" for case in CASES for lang in locale.LANGUAGES}
    assert {path.name for path in GOLDEN.iterdir()} == names


@pytest.mark.parametrize("case", CASES)
def test_nfd_is_told_as_nfc(case):
    text, known = CASES[case]
    assert explain(unicodedata.normalize("NFD", text), "vi", known) == explain(
        text, "vi", known
    )


@pytest.mark.parametrize("case", CASES)
def test_marks_stand_below_the_words_they_are_of(case):
    text, known = CASES[case]
    found = understood.read(text, known)
    things = sorted(
        (*found.people, *found.institutions, *found.dates), key=lambda one: (one.start, one.end)
    )
    rows = explain(text, "en", known).split("\n\n1. ")[0].splitlines()
    marked: dict[int, str] = {}
    number = 0
    for line, marks in pairwise(rows):
        if "^" in line or "^" not in marks:
            continue
        for sign, letter in zip(marks, line, strict=False):
            number = int(sign) if sign.isdigit() else number
            if sign != " ":
                marked[number] = marked.get(number, "") + letter
    words = (getattr(one, "text", found.text[one.start : one.end]) for one in things)
    assert ["".join(seen.split()) for seen in marked.values()] == [
        "".join(written.split()) for written in words
    ]


def test_families_of_patients_are_not_looked_for_in_the_registry():
    told = explain("Mẹ bệnh nhi là bà Lê Thị Mai, Trưởng khoa Nhi.", "en", KNOWN)
    assert "le-thi-mai" not in told
    assert locale.catalogue("en")["explain"]["private"] in told


def test_words_of_address_are_told_as_written():
    told = explain("Mr. Kenji Tanaka và Đồng chí Lê Văn An dự.", "en")
    assert "called: Mr.\n" in told
    assert "called: Đồng chí\n" in told


def test_every_place_has_its_start_before_its_end():
    text = CASES["registries"][0]
    found = json.loads(understood.as_json(text, KNOWN))
    blocks = [one["titles"] for one in found["people"]]
    assert [list(block)[-2:] for block in blocks] == [["start", "end"]] * len(blocks)


def test_both_catalogues_say_the_same_things():
    vi, en = (locale.catalogue(lang)["explain"] for lang in locale.LANGUAGES)
    assert set(vi) == set(en)


def test_nothing_moves_the_cursor():
    text = "BS Lê\x1b[2J Văn\u202e An\x07\t– Giám đốc\r\nBệnh\u200b viện Sơn Hà"
    told = explain(text, "vi", KNOWN)
    assert all(sign.isprintable() or sign == "\n" for sign in told)


# The text and its marks

ROWS = [
    pytest.param("ab cd", [Span(3, 5, 1)], ["ab cd", "   1^"], id="one"),
    pytest.param("ab\ncd", [Span(0, 5, 1)], ["ab", "1^", "cd", "^^"], id="two-lines"),
    pytest.param("ab\n\ncd", [Span(4, 6, 1)], ["ab", "", "cd", "1^"], id="empty-line"),
    pytest.param("abcdef", [Span(0, 6, 1), Span(2, 4, 2)], ["abcdef", "1^2^^^"], id="inside"),
    pytest.param("a b", [Span(2, 3, 12)], ["a b", "  12"], id="longer-number"),
    pytest.param("日本 ab", [Span(3, 5, 1)], ["日本 ab", "     1^"], id="wide"),
    pytest.param("q\u0323\u0302 ab", [Span(4, 6, 1)], ["q\u0323\u0302 ab", "  1^"], id="marks"),
    pytest.param("a\tb", [Span(2, 3, 1)], ["a b", "  1"], id="tab"),
    pytest.param("", [], [""], id="nothing"),
]


@pytest.mark.parametrize(("text", "spans", "rows"), ROWS)
def test_marks(text, spans, rows):
    assert list(underlined(text, spans)) == rows


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("một hai ba bốn " * 40, id="words"),
        pytest.param("dài" * 100, id="one-word"),
        pytest.param(f"{'a' * COLUMNS} b", id="as-wide-as-a-line"),
    ],
)
def test_long_lines_are_cut_and_no_word_is_lost(text):
    rows = list(underlined(text, [Span(0, len(text), 1)]))
    lines = rows[::2]
    assert max(map(len, rows)) <= COLUMNS
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all("^" in row for row in rows[1:-1:2])


# The command


def test_json_has_every_part_with_its_place(capsys):
    text = "BSCKII Phan Kim Trọng, Giám đốc TTYT Bình Xuyên, ngày 06/02/2026"
    told = json.loads(understood.as_json(unicodedata.normalize("NFD", text), KNOWN))
    (person,) = told["people"]
    assert told["text"] == nfc(text)
    name = person["name"]
    assert told["text"][name["start"] : name["end"]] == name["text"] == "Phan Kim Trọng"
    assert (person["person_id"], person["titles"]["codes"]) == ("phan-kim-trong", ["BSCKII"])
    assert person["posts"][0]["organization_id"] == "ttyt"
    assert told["dates"][0]["when"]["start"] == "2026-02-06"


def test_json_without_registries_tells_of_none(capsys):
    assert main(["--json", "BS Lê Văn An"]) == 0
    (person,) = json.loads(capsys.readouterr().out)["people"]
    assert "person_id" not in person


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param([], id="nothing"),
        pytest.param([" "], id="blank"),
        pytest.param(["--lang", "en"], id="no-text"),
    ],
)
def test_without_a_text_it_says_how_it_is_used(typed, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert main(typed) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert 'python -m bantin.vietnamese "ThS.BS' in shown.err


def test_an_unknown_option_is_told_in_our_words(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--jsn", "BS Lê Văn An"])
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("lệnh chưa đúng; gõ python -m bantin.vietnamese")


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        pytest.param(["BS", "Lê Văn An"], b"", id="typed"),
        pytest.param([], "BS Lê Văn An\r\n".encode(), id="piped"),
        pytest.param([], "\ufeffBS Lê Văn An".encode(), id="byte-order-mark"),
    ],
)
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_it_speaks_utf_8_on_any_terminal(arguments, given, encoding):
    done = subprocess.run(
        [sys.executable, "-m", "bantin.vietnamese", *arguments],
        input=given,
        capture_output=True,
        env=dict(os.environ, PYTHONIOENCODING=encoding, BANTIN_LANG="vi"),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "1. Người: Lê Văn An" in done.stdout.decode("utf-8")
