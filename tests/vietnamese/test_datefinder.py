from __future__ import annotations

import calendar
import random
import unicodedata
from datetime import date, time, timedelta

import pytest

from bantin.model import EventDate, Precision
from bantin.vietnamese import dates
from bantin.vietnamese.datefinder import Open, find
from vietnamese import writtendates

LENGTHS = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
PAGE = 2024


def said(mention):
    when = mention.when
    if when is None:
        return f"?{mention.open}"
    length = LENGTHS[when.precision]
    start, end = when.start.isoformat()[:length], when.end.isoformat()[:length]
    return start if start == end else f"{start}..{end}"


def rows(*tables):
    return [
        pytest.param(text, expected, id=text) for table in tables for text, expected in table
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    rows(
        writtendates.DAYS,
        writtendates.RANGES,
        writtendates.MONTHS,
        writtendates.YEARS,
        writtendates.UNDECIDED,
        writtendates.SEVERAL,
    ),
)
def test_a_date_is_read_as_people_read_it(text, expected):
    found = "; ".join(f"{one.text} = {said(one)}" for one in find(text, PAGE))
    assert found == expected


@pytest.mark.parametrize("text", writtendates.NO_DATES)
def test_no_date_is_found(text):
    assert find(text, PAGE) == ()


@pytest.mark.parametrize(
    "text",
    ["Chiều 8/4", "tháng 7", "quý II", "6 tháng đầu năm", "từ ngày 5 đến 7/6", "8/3 năm nay"],
)
def test_without_a_year_nothing_is_guessed(text):
    (found,) = find(text)
    assert found.when is None
    assert found.open is Open.YEAR


@pytest.mark.parametrize("year", [0, -1, 1, 99_999, 10**30])
def test_a_year_that_no_calendar_has_decides_nothing(year):
    (found,) = find("Chiều 8/4, Bệnh viện tổ chức hội thảo.", year)
    assert found.when is None


@pytest.mark.parametrize(
    ("text", "weekday", "wrong"),
    [
        pytest.param("Thứ Hai, ngày 06/02/2026", 0, True, id="wrong"),
        pytest.param("Thứ Sáu, ngày 06/02/2026", 4, False, id="right"),
        pytest.param("sáng thứ 6 (06/02/2026)", 4, False, id="in-figures"),
        pytest.param("06/02/2026 (thứ Sáu)", 4, False, id="behind"),
        pytest.param("ngày 08/02/2026, Chủ nhật.", 6, False, id="sunday-behind"),
        pytest.param("CN 08/02/2026", 6, False, id="abbreviated"),
        pytest.param("T7, 07/02/2026", 5, False, id="abbreviated-in-figures"),
        pytest.param("Đại hội lần thứ Hai, ngày 06/02/2026", None, False, id="ordinal"),
        pytest.param("mũi thứ 2 ngày 06/02/2026", None, False, id="second-dose"),
        pytest.param("Thứ Hai, ngày 31/02/2026", 0, False, id="impossible-day"),
    ],
)
def test_a_weekday_beside_is_compared(text, weekday, wrong):
    (found,) = find(text)
    assert (found.weekday, found.weekday_wrong) == (weekday, wrong)


def test_the_right_weekday_is_told():
    (found,) = find("Thứ Hai, ngày 06/02/2026")
    assert found.right_weekday == 4


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        pytest.param("từ 8h00 đến 11h30 ngày 10/1/2024", ["8:00", "11:30"], id="from-to"),
        pytest.param("lúc 14h30 ngày 5/3/2026", ["14:30"], id="at"),
        pytest.param("ngày 5/3/2026, từ 7h30 đến 16h30", ["7:30", "16:30"], id="behind"),
        pytest.param("2h30 chiều 5/3/2026", ["14:30"], id="afternoon-behind"),
        pytest.param("Chiều 2h30 ngày 5/3/2026", ["14:30"], id="afternoon-before"),
        pytest.param("8 giờ 30 phút ngày 5/3/2026", ["8:30"], id="in-words"),
        pytest.param("7g30 sáng 5/3/2026", ["7:30"], id="as-in-the-south"),
        pytest.param(
            "Từ 7 giờ sáng đến 5 giờ chiều ngày 5/3/2026", ["7:00", "17:00"], id="both"
        ),
        pytest.param("24h00 ngày 5/3/2026", [], id="no-such-hour"),
        pytest.param("ngày 5/3/2026", [], id="none"),
    ],
)
def test_hours_beside_are_read(text, hours):
    (found,) = find(text)
    assert list(found.hours) == [time(*map(int, hour.split(":"))) for hour in hours]


def test_a_line_that_only_a_margin_broke_goes_on():
    text = (
        "Hội nghị tổng kết của Bệnh viện đã diễn ra long trọng vào ngày\n11 tháng 6 năm 2017."
    )
    assert [said(one) for one in find(text)] == ["2017-06-11"]


def test_a_date_does_not_reach_into_the_next_paragraph():
    assert [one.text for one in find("Tháng 7\n\n2019 người", PAGE)] == ["Tháng 7"]


def test_places_count_in_composed_text():
    text = unicodedata.normalize(
        "NFD", "Hội nghị khai mạc sáng thứ Bảy, ngày 14 tháng Ba năm 2026."
    )
    (found,) = find(text)
    assert unicodedata.normalize("NFC", text)[found.start : found.end] == found.text
    assert found.text == "ngày 14 tháng Ba năm 2026"


def any_event_date(random_):
    precision = random_.choice(list(Precision))
    start = date(1900, 1, 1) + timedelta(days=random_.randrange(73_000))
    end = start + timedelta(days=random_.choice([0, 0, 1, 2, 30, 400]))
    if precision is Precision.MONTH:
        last = calendar.monthrange(end.year, end.month)[1]
        start, end = start.replace(day=1), end.replace(day=last)
    if precision is Precision.YEAR:
        start, end = date(start.year, 1, 1), date(end.year, 12, 31)
    return EventDate(start, end, precision)


def test_what_bantin_prints_is_read_back():
    random_ = random.Random(7)
    names = {Precision.DAY: "ngày", Precision.MONTH: "tháng", Precision.YEAR: "năm"}
    for _ in range(400):
        when = any_event_date(random_)
        short = dates.short(when, "vi")
        printed = dates.long(when, "vi"), f"{names[when.precision]} {short}"
        for text in printed:
            assert [one.when for one in find(f"Sáng {text}, Bệnh viện")] == [when], text


PIECES = (
    *("ngày", "tháng", "năm", "quý", "từ", "đến", "và", ",", ".", "-", "–", "/", "(", ")", ":"),
    *("1", "2", "12", "13", "30", "31", "2025", "2026", "1990", "06/02/2026", "5/3", "5-3"),
    *("21.7", "Thứ Hai", "Chủ nhật", "sáng", "7h30", "24/7", "mùng", "rằm", "Tết", "âm lịch"),
    *("hằng năm", "năm ngoái", "hôm nay", "tuần trước", "đầu", "cuối", "6 tháng", "II", "%"),
    *("Hội nghị 2025", "số 12/KH-BV", "Kế hoạch ngày 5/1/2026 của Sở Y tế", "trước", "hạn"),
    *("kỷ niệm Ngày Thầy thuốc", "08:15 (GMT+7)", "viên", "lần", "\n", "\n\n", "Năm", "Giêng"),
    *("mười hai", "_", "**", "https://x.vn/1/2/2026", "\0", "\u2028", "İ", "ſ", "\u0301"),
    *("\u0302", "𝟙", "٣", "２", "ß", "\ud800"),
)


def test_any_text_is_read_the_same_in_both_normal_forms_without_overlaps():
    random_ = random.Random(11)
    for _ in range(1500):
        glue = random_.choice(["", " ", "\u00a0"])
        text = glue.join(random_.choices(PIECES, k=random_.randint(1, 25)))
        found = find(text, PAGE)
        assert find(unicodedata.normalize("NFD", text), PAGE) == found
        whole, end = unicodedata.normalize("NFC", text), 0
        for one in found:
            assert end <= one.start < one.end
            assert whole[one.start : one.end] == one.text
            assert (one.when is None) == bool(one.open)
            end = one.end
