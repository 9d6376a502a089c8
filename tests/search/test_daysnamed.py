from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from bantin.model import EventDate, Precision
from bantin.search import daysnamed
from bantin.search.skim import Text, Tokens
from bantin.vietnamese import datefinder

GOLD = Path(__file__).parents[1] / "vietnamese"
FEW = 3
"""Texts of the gold set whose dates are written in ways that are not looked for."""


def named(*passages: str, year: int | None = 2026, lang: str = "vi") -> set[str]:
    text = Text(passages, Tokens({}, ()))
    return set(daysnamed.of_text(text, range(len(text.tokens)), year, lang))


@pytest.mark.parametrize(
    ("first", "last", "precision", "keys"),
    [
        pytest.param(
            *("2026-02-06", "2026-02-06", Precision.DAY),
            {"2026-02-06", "--02-06", "2026-02"},
            id="day",
        ),
        pytest.param(
            *("2025-08-31", "2025-09-01", Precision.DAY),
            {"2025-08-31", "--08-31", "2025-08", "2025-09-01", "--09-01", "2025-09"},
            id="days-of-two-months",
        ),
        pytest.param(*("2019-07-01", "2019-07-31", Precision.MONTH), {"2019-07"}, id="month"),
        pytest.param(
            *("2019-11-01", "2020-01-31", Precision.MONTH),
            {"2019-11", "2019-12", "2020-01"},
            id="months",
        ),
        pytest.param(*("2019-01-01", "2019-12-31", Precision.YEAR), set(), id="year"),
        pytest.param(
            *("2026-01-05", "2026-03-20", Precision.DAY),
            {
                *("2026-01-05", "--01-05", "2026-03-20", "--03-20"),
                *("2026-01", "2026-02", "2026-03"),
            },
            id="too-long-for-each-day",
        ),
    ],
)
def test_keys_of_an_event(first, last, precision, keys):
    when = EventDate(date.fromisoformat(first), date.fromisoformat(last), precision)
    assert set(daysnamed.of_event(when)) == keys


def test_each_of_31_days_has_its_keys():
    when = EventDate(date(2026, 3, 1), date(2026, 3, 31))
    assert len(daysnamed.of_event(when)) == 31 + 31 + 1


DAY = {"2026-02-06", "--02-06", "2026-02"}


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("Sáng 06/02/2026, đoàn đến.", DAY),
        ("Ngày 6-2-2026.", DAY),
        ("(06.02.2026)", DAY),
        ("Hôm ấy là ngày 6 tháng 2 năm 2026, trời lạnh", DAY),
        ("vào ngày 6/2.", DAY),
        ("Từ 06/02/2026 đến nay, khoa đã khám 61 ca.", DAY),
        ("từ ngày 6 đến 7/2/2026", DAY | {"2026-02-07", "--02-07"}),
        ("các ngày 6, 7/2/2026", DAY | {"2026-02-07", "--02-07"}),
        ("Gặp lại vào tháng Hai.", {"2026-02"}),
        ("trong tháng 2/2026", {"2026-02"}),
        ("quý I/2026", {"2026-01", "2026-02", "2026-03"}),
        ("6 tháng đầu năm 2026", set()),
        ("năm 2026", set()),
        ("ngày 10/3 âm lịch", set()),
        ("Hẹn gặp vào ngày 6/2 năm sau.", set()),
        ("Công văn số 06/02/2026/CV", set()),
        ("Tỷ lệ 3/4, 24/7, 38.5 độ", set()),
        ("ngày 31/2/2026", set()),
        ("", set()),
    ],
)
def test_keys_of_a_text(said, keys):
    assert named(said) == keys


def test_a_date_without_year_is_of_the_event_s_year_or_none():
    assert "2019-02-06" in named("vào ngày 6/2.", year=2019)
    assert named("vào ngày 6/2.", year=None) == set()
    assert named("vào ngày 6/2/2026.", year=None) == DAY


def test_passages_are_read_for_themselves():
    assert named("từ ngày 6", "đến 7/2/2026") == {"2026-02-07", "--02-07", "2026-02"}


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("On 6 February 2026 we met.", DAY),
        ("(6–7 February 2026)", DAY | {"2026-02-07", "--02-07"}),
        ("February 6, 2026: a visit", DAY),
        ("in February 2026", {"2026-02"}),
        ("February is cold", set()),
        ("31 February 2026", set()),
    ],
)
def test_keys_of_an_english_text(said, keys):
    assert named(said, lang="en") == keys


def test_short_cuts_say_the_same_as_the_language_room():
    texts = [
        row
        for folder in ("gold", "fresh")
        for file in sorted((GOLD / folder).glob("dates-*.toml"))
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["text"]
    ]
    assert len(texts) > 100
    differ = []
    for row in texts:
        found = [one.when for one in datefinder.find(row["text"], row.get("year")) if one.when]
        expected = {key for when in found for key in daysnamed._keys(when, daysnamed.QUARTER)}
        got = named(row["text"], year=row.get("year"))
        if got != expected:
            assert got < expected or "đến nay" in row["text"], row
            differ.append(row["text"])
    assert len(differ) <= FEW, differ


def test_a_sentence_is_looked_for_once_however_many_dates_it_has():
    count = 60_000  # quadratic work would not end
    assert named(*["v1/2/x " * count, "ngày 6/2."]) == DAY
