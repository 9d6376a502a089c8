"""The calendar: which events on which page, on which day, and the ways between months."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bantin.model import EventDate, Precision
from bantin.pages.lists import calendar
from bantin.pages.shelf import shelf
from bantin.visibility import Reason
from pages.editions import NOW, bulletin, edition, many, year


def on(id, first, last=None, **values):
    start = date.fromisoformat(first)
    end = date.fromisoformat(last) if last else start
    return bulletin(id, EventDate(start, end), **values)


def pages(*bulletins, **values):
    """Address -> draft."""
    found = calendar.drafts(shelf(edition(bulletins, **values)))
    return {draft.address: draft for draft in found}


def month(address, *bulletins, **values):
    return pages(*bulletins, **values)[f"events/{address}/"].view["month"]


def told(shown):
    """Day -> titles of the events that its list tells."""
    return {day.number: [one.title for one in day.events] for day in shown.days if day.events}


def going_on(shown):
    return {
        day.number: [one.text for one in day.going_on] for day in shown.days if day.going_on
    }


def titled(events):
    return [one.title for one in events]


def test_the_first_page_has_what_is_coming_and_what_has_been():
    view = pages(
        on("2026/a", "2026-12-12", title="Sau"),
        on("2026/b", "2026-11-22", title="Hôm nay"),
        on("2026/c", "2026-11-20", "2026-11-22", title="Đang diễn ra"),
        on("2026/d", "2026-11-21", title="Hôm qua"),
        on("2026/e", "2025-01-02", title="Năm ngoái"),
    )["events/"].view["calendar"]
    assert titled(view.coming) == ["Đang diễn ra", "Hôm nay", "Sau"]
    assert titled(view.past) == ["Hôm qua", "Năm ngoái"]
    assert view.count == "5 sự kiện"


def test_the_first_page_does_not_grow():
    ahead = [on(f"2027/d{n}", f"2027-01-{n:02}") for n in range(1, 32)]
    view = pages(*many(40), *ahead)["events/"].view["calendar"]
    assert (len(view.coming), len(view.past)) == (30, 12)
    assert view.count == "71 sự kiện"


def test_the_months_stand_by_year_with_how_much_is_in_them():
    found = pages(
        on("2026/a", "2026-02-06"),
        on("2026/b", "2026-02-07"),
        on("2026/c", "2026-01-01"),
        on("2025/d", "2025-12-31"),
    )
    years = found["events/"].view["calendar"].years
    assert [(one.year, [(way.text, way.count) for way in one.months]) for one in years] == [
        ("2026", [("Tháng 2", "2 sự kiện"), ("Tháng 1", "1 sự kiện")]),
        ("2025", [("Tháng 12", "1 sự kiện")]),
    ]
    links = {way.address for one in years for way in one.months}
    assert links == set(found) - {"events/"}


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(
            EventDate(date(2026, 12, 1), date(2026, 12, 31), Precision.MONTH), id="month"
        ),
        pytest.param(year(2019), id="year"),
    ],
)
def test_an_event_without_a_day_is_in_no_month(when):
    assert list(pages(bulletin(day=when))) == ["events/"]


def test_a_month_is_all_its_days_from_the_right_weekday():
    shown = month("2026/02", on("2026/a", "2026-02-06", title="Hội nghị"))
    assert [day.number for day in shown.days] == list(range(1, 29))
    assert shown.column == 7  # the 1st of February 2026 is a Sunday
    assert (shown.weekdays[0], shown.weekdays[6]) == ("Thứ Hai", "Chủ Nhật")
    assert told(shown) == {6: ["Hội nghị"]}
    assert shown.days[5].said == "Thứ Sáu, ngày 6 tháng 2 năm 2026"
    assert (shown.title, shown.count) == ("Lịch sự kiện tháng 2 năm 2026", "1 sự kiện")


def test_what_lasts_is_told_once_and_seen_on_all_its_days():
    event = on("2026/a", "2026-11-28", "2026-12-03", title="Tuần lễ")
    november, december = month("2026/11", event), month("2026/12", event)
    assert (told(november), told(december)) == ({28: ["Tuần lễ"]}, {1: ["Tuần lễ"]})
    assert list(going_on(november)) == [29, 30]
    assert list(going_on(december)) == [2, 3]
    assert november.days[27].events[0].span == "28/11–3/12/2026"


def test_what_lasts_for_a_year_does_not_fill_the_calendar():
    found = pages(on("2026/a", "2026-01-05", "2026-12-31"))
    assert sorted(found) == ["events/", "events/2026/01/"]
    assert going_on(found["events/2026/01/"].view["month"]) == {}


def test_today_is_the_sites_day():
    event = on("2026/a", "2026-11-01")
    late = datetime(2026, 11, 22, 17, tzinfo=UTC)  # 00:00 of the 23rd in Việt Nam
    for now, number in ((NOW, 22), (late, 23)):
        shown = month("2026/11", event, now=now)
        assert [day.number for day in shown.days if day.today] == [number]
    assert not any(day.today for day in month("2026/10", on("2026/b", "2026-10-01")).days)


def test_the_ways_lead_over_months_without_events():
    found = pages(
        on("2026/a", "2026-02-06"), on("2026/b", "2026-07-01"), on("2027/c", "2027-01-31")
    )
    july = found["events/2026/07/"]
    view = july.view["month"]
    assert (view.previous.text, view.previous.address) == ("Tháng 2/2026", "events/2026/02/")
    assert (view.next.text, view.next.address) == ("Tháng 1/2027", "events/2027/01/")
    assert (july.previous, july.next) == ("events/2026/02/", "events/2027/01/")
    assert found["events/2026/02/"].view["month"].previous is None
    assert found["events/2027/01/"].view["month"].next is None


def test_a_crowded_day_counts_what_it_has_no_room_for():
    crowd = [on(f"2026/n{n:02}", "2026-02-06") for n in range(13)]
    day = month("2026/02", *crowd).days[5]
    assert len(day.events) == 10
    assert (day.more.text, day.more.address) == ("và 3 sự kiện nữa", "news/2026/02/")


def test_an_empty_calendar_has_a_page_that_says_so():
    found = pages()
    assert list(found) == ["events/"]
    view = found["events/"].view["calendar"]
    assert (view.coming, view.past, view.years, view.count) == ((), (), (), "")


def test_a_preview_marks_events_that_readers_do_not_see():
    event = on("2026/a", "2026-11-30")
    shown = month("2026/11", event, preview=True, hidden={"2026/a": Reason.DRAFT})
    assert "nháp" in shown.days[29].events[0].mark


def test_english_months_are_those_of_english_events():
    found = pages(
        on("2026/a", "2026-02-06"), on("2026/b", "2026-03-06"), on("en/2026/a", "2026-02-06")
    )
    assert "en/events/2026/03/" not in found
    assert found["en/events/2026/02/"].title == "Events in February 2026"
    assert found["events/2026/02/"].translation.address == "en/events/2026/02/"
    assert found["events/2026/03/"].translation is None
    assert found["events/"].translation.address == "en/events/"
