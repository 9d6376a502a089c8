from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bantin.model import EventDate, Precision
from bantin.vietnamese import dates


def days(start: str, end: str = "") -> EventDate:
    return EventDate(date.fromisoformat(start), date.fromisoformat(end or start))


def months(start: str, end: str = "") -> EventDate:
    first, last = date.fromisoformat(f"{start}-01"), date.fromisoformat(f"{end or start}-01")
    last = (last + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return EventDate(first, last, Precision.MONTH)


def years(start: int, end: int = 0) -> EventDate:
    return EventDate(date(start, 1, 1), date(end or start, 12, 31), Precision.YEAR)


@pytest.mark.parametrize(
    ("when", "vi", "en", "short_vi", "short_en", "iso"),
    [
        pytest.param(
            days("2026-02-06"),
            "ngày 6 tháng 2 năm 2026",
            "6 February 2026",
            "06/02/2026",
            "6 Feb 2026",
            "2026-02-06",
            id="day",
        ),
        pytest.param(
            days("2025-09-12", "2025-09-13"),
            "từ ngày 12 đến ngày 13 tháng 9 năm 2025",
            "12–13 September 2025",
            "12–13/9/2025",
            "12–13 Sep 2025",
            "2025-09-12",
            id="days-in-a-month",
        ),
        pytest.param(
            days("2025-08-30", "2025-09-02"),
            "từ ngày 30 tháng 8 đến ngày 2 tháng 9 năm 2025",
            "30 August – 2 September 2025",
            "30/8–2/9/2025",
            "30 Aug – 2 Sep 2025",
            "2025-08-30",
            id="days-in-a-year",
        ),
        pytest.param(
            days("2025-12-30", "2026-01-02"),
            "từ ngày 30 tháng 12 năm 2025 đến ngày 2 tháng 1 năm 2026",
            "30 December 2025 – 2 January 2026",
            "30/12/2025–2/1/2026",
            "30 Dec 2025 – 2 Jan 2026",
            "2025-12-30",
            id="days-across-years",
        ),
        pytest.param(
            days("2025-03-08", "2026-03-08"),
            "từ ngày 8 tháng 3 năm 2025 đến ngày 8 tháng 3 năm 2026",
            "8 March 2025 – 8 March 2026",
            "8/3/2025–8/3/2026",
            "8 Mar 2025 – 8 Mar 2026",
            "2025-03-08",
            id="same-day-next-year",
        ),
        pytest.param(
            months("2019-07"),
            "tháng 7 năm 2019",
            "July 2019",
            "07/2019",
            "Jul 2019",
            "2019-07",
            id="month",
        ),
        pytest.param(
            months("2019-07", "2019-09"),
            "từ tháng 7 đến tháng 9 năm 2019",
            "July–September 2019",
            "7/2019–9/2019",
            "Jul–Sep 2019",
            "2019-07",
            id="months",
        ),
        pytest.param(
            months("2019-12", "2020-01"),
            "từ tháng 12 năm 2019 đến tháng 1 năm 2020",
            "December 2019 – January 2020",
            "12/2019–1/2020",
            "Dec 2019 – Jan 2020",
            "2019-12",
            id="months-across-years",
        ),
        pytest.param(years(2019), "năm 2019", "2019", "2019", "2019", "2019", id="year"),
        pytest.param(
            years(2019, 2020),
            "từ năm 2019 đến năm 2020",
            "2019–2020",
            "2019–2020",
            "2019–2020",
            "2019",
            id="years",
        ),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(when, vi, en, short_vi, short_en, iso):
    assert dates.long(when, "vi") == vi
    assert dates.long(when, "en") == en
    assert dates.short(when, "vi") == short_vi
    assert dates.short(when, "en") == short_en
    assert dates.iso(when) == iso


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        pytest.param("2026-02-06", "Thứ Sáu", "Friday", id="friday"),
        pytest.param("2026-02-08", "Chủ Nhật", "Sunday", id="sunday"),
        pytest.param("2026-02-09", "Thứ Hai", "Monday", id="monday"),
    ],
)
def test_weekday(day, vi, en):
    when = days(day)
    assert dates.with_weekday(when, "vi") == f"{vi}, {dates.long(when, 'vi')}"
    assert dates.with_weekday(when, "en") == f"{en}, {dates.long(when, 'en')}"


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(days("2025-09-12", "2025-09-13"), id="range"),
        pytest.param(months("2019-07"), id="month"),
        pytest.param(years(2019), id="year"),
        pytest.param(replace(days("2019-01-01"), precision=Precision.YEAR), id="only-a-year"),
    ],
)
def test_only_a_single_day_has_a_weekday(when):
    assert dates.with_weekday(when, "vi") == dates.long(when, "vi")


def test_a_moment_is_told_by_the_clock_it_carries():
    morning = datetime(2026, 2, 6, 8, 30, tzinfo=timezone(timedelta(hours=7)))
    assert dates.moment(morning, "vi") == "08:30 ngày 6 tháng 2 năm 2026"
    assert dates.moment(morning, "en") == "08:30, 6 February 2026"
    assert dates.moment(morning.astimezone(UTC), "vi") == "01:30 ngày 6 tháng 2 năm 2026"


@pytest.mark.parametrize(
    ("when", "vi", "en"),
    [
        pytest.param(
            days("2026-09-06"), ("6", "tháng 9, 2026"), ("6", "September 2026"), id="day"
        ),
        pytest.param(
            days("2025-12-30", "2026-01-02"),
            ("30", "tháng 12, 2025"),
            ("30", "December 2025"),
            id="range-begins",
        ),
        pytest.param(months("2019-07"), ("2019", "tháng 7"), ("2019", "July"), id="month"),
        pytest.param(years(2019), ("2019", ""), ("2019", ""), id="year"),
    ],
)
def test_a_calendar_sheet_shows_what_is_known(when, vi, en):
    assert (dates.block(when, "vi"), dates.block(when, "en")) == (vi, en)


def test_a_calendar_sheet_may_leave_the_year_to_its_readers():
    assert dates.block(days("2026-09-06"), "vi", year=False) == ("6", "tháng 9")
