"""Dates as people type them."""

from __future__ import annotations

import time
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from bulletins import TAIL, good, said, with_keys

from bantin.model import EventDate, Precision

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def dated(value: str) -> str:
    return f"---\ntitle: A\ndate: {value}\n{TAIL}"


def day(*parts: int) -> EventDate:
    return EventDate(date(*parts), date(*parts))


EVENTS = {
    "iso": ("2026-02-06", day(2026, 2, 6), []),
    "iso-short": ("2026-2-6", day(2026, 2, 6), []),
    "in-quotes": ("'2026-02-06'", day(2026, 2, 6), []),
    "leap-day": ("2024-02-29", day(2024, 2, 29), []),
    "slashes": ("06/02/2026", day(2026, 2, 6), ["info 3:7 date-day-first"]),
    "slashes-short": ("6/2/2026", day(2026, 2, 6), ["info 3:7 date-day-first"]),
    "dots": ("06.02.2026", day(2026, 2, 6), ["info 3:7 date-day-first"]),
    "hyphens": ("06-02-2026", day(2026, 2, 6), ["info 3:7 date-day-first"]),
    "first-year": ("1900-01-01", day(1900, 1, 1), []),
    "year-2062": ("2062-01-01", day(2062, 1, 1), []),
    "last-year": ("2100-12-31", day(2100, 12, 31), []),
    "year": ("2019", EventDate(date(2019, 1, 1), date(2019, 12, 31), Precision.YEAR), []),
    "month": ("2019-02", EventDate(date(2019, 2, 1), date(2019, 2, 28), Precision.MONTH), []),
    "range": (
        "{start: 2026-02-06, end: 07/02/2026}",
        EventDate(date(2026, 2, 6), date(2026, 2, 7)),
        ["info 3:32 date-day-first"],
    ),
    "range-of-a-day": ("{start: 2026-02-06, end: 2026-02-06}", day(2026, 2, 6), []),
}


@pytest.mark.parametrize(("value", "expected", "problems"), EVENTS.values(), ids=EVENTS.keys())
def test_dates_that_are_read(value, expected, problems):
    assert good(dated(value)).date == expected
    assert said(dated(value)) == problems


REFUSED = {
    "31-february": ("31/02/2026", "error 3:7 date-impossible"),
    "30-february": ("2026-02-30", "error 3:7 date-impossible"),
    "no-leap-day": ("2023-02-29", "error 3:7 date-impossible"),
    "day-zero": ("2026-01-00", "error 3:7 date-impossible"),
    "month-13": ("2026-13-01", "error 3:7 date-month"),
    "month-13-alone": ("2026-13", "error 3:7 date-month"),
    "month-zero": ("2026-00-01", "error 3:7 date-month"),
    "american": ("02/13/2026", "error 3:7 date-month"),
    "year-1": ("0001-01-01", "error 3:7 date-year"),
    "year-0": ("0000", "error 3:7 date-year"),
    "year-1899": ("1899-12-31", "error 3:7 date-year"),
    "year-2101": ("2101-01-01", "error 3:7 date-year"),
    "year-9999": ("9999-01-01", "error 3:7 date-year"),
    "words": ("6 tháng 2 năm 2026", "error 3:7 event-date-unknown"),
    "word-before": ("ngày 06/02/2026", "error 3:7 event-date-unknown"),
    "today": ("hôm nay", "error 3:7 event-date-unknown"),
    "en-dash": ("06–07/02/2026", "error 3:7 event-date-unknown"),
    "two-days": ("06/02/2026 – 07/02/2026", "error 3:7 event-date-unknown"),
    "month-first-year-last": ("07/2019", "error 3:7 event-date-unknown"),
    "year-of-two-digits": ("06/02/26", "error 3:7 event-date-unknown"),
    "year-first-slashes": ("2026/02/06", "error 3:7 event-date-unknown"),
    "no-separators": ("20260206", "error 3:7 event-date-unknown"),
    "fullwidth-digits": ("２０２６-02-06", "error 3:7 event-date-unknown"),
    "list": ("[2026-02-06, 2026-02-07]", "error 3:7 event-date-unknown"),
    "with-a-time": ("2026-02-06 08:00", "error 3:7 date-with-time"),
    "with-an-hour": ("06/02/2026 8h30", "error 3:7 date-with-time"),
    "with-an-offset": ("2026-02-06T00:00:00+07:00", "error 3:7 date-with-time"),
    "range-reversed": ("{start: 2026-02-07, end: 2026-02-06}", "error 3:32 date-order"),
    "range-without-end": ("{start: 2026-02-06}", "error 3:7 key-missing"),
    "range-without-start": ("{end: 2026-02-06}", "error 3:7 key-missing"),
    "range-with-empty-end": ("{start: 2026-02-06, end: }", "error 3:32 key-missing"),
    "range-with-impossible-end": (
        "{start: 2026-02-06, end: 31/02/2026}",
        "error 3:32 date-impossible",
    ),
    "range-with-another-key": (
        "{start: 2026-02-06, end: 2026-02-07, x: 1}",
        "error 3:44 key-unknown",
    ),
}


@pytest.mark.parametrize(("value", "problem"), REFUSED.values(), ids=REFUSED.keys())
def test_dates_that_are_refused(value, problem):
    assert said(dated(value)) == [problem]


MOMENTS = {
    "day": ("2026-02-06", (2026, 2, 6), []),
    "time": ("2026-02-06 08:05", (2026, 2, 6, 8, 5), []),
    "time-short": ("2026-02-06 8:05", (2026, 2, 6, 8, 5), []),
    "with-t": ("2026-02-06T08:00", (2026, 2, 6, 8), []),
    "day-first": ("06/02/2026 08:00", (2026, 2, 6, 8), ["info 4:12 date-day-first"]),
    "last-minute": ("2026-02-06 23:59", (2026, 2, 6, 23, 59), []),
}


@pytest.mark.parametrize(("value", "parts", "problems"), MOMENTS.values(), ids=MOMENTS.keys())
def test_moments_are_in_the_zone_of_the_site(value, parts, problems):
    source = with_keys(f"published: {value}")
    assert good(source).published == datetime(*parts, tzinfo=ZONE)
    assert said(source) == problems


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        pytest.param("2026-02-06 24:30", "error 4:12 time-impossible", id="hour-24"),
        pytest.param("2026-02-06 08:60", "error 4:12 time-impossible", id="minute-60"),
        pytest.param("2026-02-06 8h30", "error 4:12 moment-unknown", id="h"),
        pytest.param("2026-02-06 8:5", "error 4:12 moment-unknown", id="one-digit"),
        pytest.param("2026-02-06 08:00:30", "error 4:12 moment-unknown", id="seconds"),
        pytest.param("2026-02-06 08:00 +07:00", "error 4:12 moment-unknown", id="offset"),
        pytest.param("2026-02-06T01:00:00Z", "error 4:12 moment-unknown", id="utc"),
        pytest.param("2019", "error 4:12 moment-unknown", id="year"),
        pytest.param("08:00", "error 4:12 moment-unknown", id="time-alone"),
        pytest.param("31/02/2026 08:00", "error 4:12 date-impossible", id="31-february"),
        pytest.param("2026-13-06 08:00", "error 4:12 date-month", id="month-13"),
    ],
)
def test_moments_that_are_refused(value, problem):
    assert said(with_keys(f"published: {value}")) == [problem]


@pytest.fixture(params=["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles"])
def machine_zone(request, monkeypatch):
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_the_machine_s_zone_does_not_move_a_day(machine_zone):
    found = good(with_keys("embargo: 2026-02-06 00:30\npinned_until: 06/02/2026"))
    assert found.published.isoformat() == "2026-02-06T00:00:00+07:00"
    assert found.embargo.isoformat() == "2026-02-06T00:30:00+07:00"
    assert found.pinned_until == date(2026, 2, 6)
