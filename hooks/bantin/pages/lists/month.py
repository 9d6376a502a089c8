"""A month as a list of its days.

A wide screen lays them out by weeks, a phone shows those that have something. Whoever hears the
page hears those, too, each with its whole date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin, EventDate, Precision
from bantin.pages.draft import Link
from bantin.pages.lists.events import Event, event
from bantin.pages.shelf import Shelf, counted, sentence
from bantin.vietnamese import dates

PER_DAY: Final = 10
"""Events of a day; beyond that the rest is counted."""
GOING_ON: Final = 3
"""Of those that began on an earlier day, on each day."""
LONGEST: Final = timedelta(92)
"""What lasts longer is no event of its days; it stands on the first of them alone."""
A_DAY: Final = timedelta(1)


@dataclass(frozen=True)
class Day:
    """A day of a month."""

    number: int
    iso: str
    weekday: str
    said: str
    """The whole date in words, for whoever hears the page."""
    events: tuple[Event, ...]
    """Those that begin here, or that have begun before the month."""
    going_on: tuple[Link, ...]
    """Those that the month's list has told already, on an earlier day."""
    more: Link | None
    """Where the events are that a busy day has no room for; their number is the text."""
    today: bool


@dataclass(frozen=True)
class Month:
    """A page of the calendar."""

    address: str
    title: str
    crumbs: tuple[Link, ...]
    count: str
    column: int
    """Weekday of the first day, 1 for Monday."""
    weekdays: tuple[str, ...]
    days: tuple[Day, ...]
    previous: Link | None
    """The nearest month before that has events."""
    next: Link | None


def month_page(
    shelf: Shelf,
    lang: str,
    month: date,
    bulletins: list[Bulletin],
    around: tuple[date | None, date | None],
) -> Month:
    """A month's page.

    Args:
        shelf: The edition.
        lang: Of the words.
        month: Its first day.
        bulletins: Those that touch it, by their first day.
        around: First days of the nearest months before and after that have events.
    """
    before, after = around
    return Month(
        address=addresses.events_of_month(lang, month),
        title=text("calendar_month", lang, period=dates.long(_whole(month), lang)),
        crumbs=(shelf.home(lang), Link(text("calendar", lang), addresses.events(lang))),
        count=counted("events", len(bulletins), lang),
        column=month.isoweekday(),
        weekdays=dates.weekdays(lang),
        days=tuple(_days(shelf, lang, month, bulletins)),
        previous=_way(lang, before),
        next=_way(lang, after),
    )


def _way(lang: str, month: date | None) -> Link | None:
    """To another month, by its name: it need not be the very next."""
    if month is None:
        return None
    return Link(
        sentence(dates.month_of_year(month, lang)), addresses.events_of_month(lang, month)
    )


def _days(shelf: Shelf, lang: str, month: date, bulletins: list[Bulletin]) -> Iterator[Day]:
    begun: dict[date, list[Bulletin]] = {}
    going: dict[date, list[Bulletin]] = {}
    last = _whole(month).end
    for bulletin in bulletins:
        day = max(bulletin.date.start, month)
        begun.setdefault(day, []).append(bulletin)
        while (day := day + A_DAY) <= min(_last(bulletin.date), last):
            going.setdefault(day, []).append(bulletin)
    for number in range(last.day):
        day = month + number * A_DAY
        yield _day(shelf, lang, day, begun.get(day, []), going.get(day, []))


def _day(
    shelf: Shelf, lang: str, day: date, begun: list[Bulletin], going: list[Bulletin]
) -> Day:
    return Day(
        number=day.day,
        iso=day.isoformat(),
        weekday=dates.weekdays(lang)[day.weekday()],
        said=dates.with_weekday(EventDate(day, day), lang),
        events=tuple(event(shelf, one) for one in begun[:PER_DAY]),
        going_on=tuple(Link(one.title, addresses.bulletin(one.id)) for one in going[:GOING_ON]),
        more=_more(shelf, lang, begun[PER_DAY:]),
        today=day == shelf.today,
    )


def _more(shelf: Shelf, lang: str, left: list[Bulletin]) -> Link | None:
    """The archive's month has what a busy day has no room for."""
    if not left:
        return None
    said = counted("calendar_more", len(left), lang)
    return Link(said, addresses.month(lang, shelf.day_listed(left[0])))


def _whole(month: date) -> EventDate:
    end = (month + 31 * A_DAY).replace(day=1) - A_DAY
    return EventDate(month, end, Precision.MONTH)


def months(when: EventDate) -> Iterator[date]:
    """The first days of the months that it touches."""
    month, last = when.start.replace(day=1), _last(when)
    while month <= last:
        yield month
        month = (month + 31 * A_DAY).replace(day=1)


def _last(when: EventDate) -> date:
    """The last day on which an event is shown."""
    return when.end if when.end - when.start <= LONGEST else when.start
