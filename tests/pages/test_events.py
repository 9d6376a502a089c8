from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bantin.model import EventDate, Precision
from bantin.pages.lists.events import calendar
from bantin.pages.shelf import shelf
from bantin.visibility import Reason
from pages.editions import NOW, bulletin, edition, year

TODAY = NOW.date()


def on(days: int, length: int = 0, **values):
    """A bulletin about an event so many days from today, and lasting."""
    first = TODAY + timedelta(days)
    when = EventDate(first, first + timedelta(length))
    return bulletin(f"2026/d{days}", when, **values)


def around(bulletins, told=(), **values):
    return calendar(shelf(edition(bulletins, **values)), "vi", told)


def ids(events):
    return [event.address.split("/")[-2] for event in events]


def test_the_nearest_event_comes_first():
    assert ids(around([on(30), on(2), on(9)]).coming) == ["d2", "d9", "d30"]


@pytest.mark.parametrize(
    ("event", "coming"),
    [
        pytest.param(on(0), True, id="today"),
        pytest.param(on(-1), False, id="yesterday"),
        pytest.param(on(-3, 3), True, id="ends-today"),
        pytest.param(on(-3, 2), False, id="ended-yesterday"),
    ],
)
def test_what_goes_on_today_is_still_coming(event, coming):
    found = around([event])
    assert (bool(found.coming), bool(found.past)) == (coming, not coming)


def test_the_day_ends_at_midnight_of_the_site():
    late = datetime(2026, 11, 22, 17, tzinfo=UTC)  # 00:00 of the 23rd in Việt Nam
    assert around([on(0)], now=late - timedelta(seconds=1)).coming
    assert around([on(0)], now=late).past


def test_five_are_enough():
    assert ids(around([on(n) for n in range(1, 9)]).coming) == ["d1", "d2", "d3", "d4", "d5"]


@pytest.mark.parametrize(
    ("ahead", "past"),
    [
        pytest.param(0, ["d-1", "d-2", "d-3", "d-4"], id="none-ahead"),
        pytest.param(2, ["d-1", "d-2", "d-3", "d-4"], id="two-ahead"),
        pytest.param(3, [], id="three-ahead"),
    ],
)
def test_what_has_been_fills_up_while_little_is_coming(ahead, past):
    bulletins = [*(on(n + 1) for n in range(ahead)), *(on(-n) for n in range(1, 9))]
    assert ids(around(bulletins).past) == past


def test_what_the_page_has_told_is_not_past_but_may_be_coming():
    found = around([on(-1), on(-2), on(1)], told={"2026/d-1", "2026/d1"})
    assert (ids(found.coming), ids(found.past)) == (["d1"], ["d-2"])


def test_what_has_been_for_more_than_a_year_is_old():
    assert ids(around([on(-366), on(-367)]).past) == ["d-366"]


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(
            EventDate(date(2026, 12, 1), date(2026, 12, 31), Precision.MONTH), id="month"
        ),
        pytest.param(year(2027), id="year"),
        pytest.param(year(2019), id="past-year"),
    ],
)
def test_an_event_without_a_day_is_in_no_calendar(when):
    found = around([bulletin(day=when)])
    assert (found.coming, found.past) == ((), ())


def test_an_event_says_where_and_when():
    days = EventDate(date(2027, 1, 20), date(2027, 1, 22))
    (event,) = around([bulletin(day=days, place="Hội trường")]).coming
    assert (event.block.large, event.block.small, event.date_iso) == (
        "20",
        "tháng 1, 2027",
        "2027-01-20",
    )
    assert (event.span, event.place, event.mark) == ("20–22/1/2027", "Hội trường", "")


def test_the_year_goes_without_saying_in_the_same_year():
    (event,) = around([on(8)]).coming
    assert (event.block.small, event.span) == ("tháng 11", "")


def test_a_preview_marks_events_that_readers_do_not_see():
    (event,) = around([on(8)], preview=True, hidden={"2026/d8": Reason.DRAFT}).coming
    assert "nháp" in event.mark
