"""What is coming up and what has been, by the day of the event.

Only events whose day is known: "July 2019" has no place in a calendar.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import timedelta

from bantin import addresses
from bantin.model import Bulletin, Precision
from bantin.pages.draft import DateBlock
from bantin.pages.shelf import Shelf
from bantin.vietnamese import dates

COMING = 5
PAST = 4
ENOUGH = 3
"""With so many ahead, nobody asks what has been."""
RECENT = timedelta(days=366)
"""What is longer over is not what has been of late."""


@dataclass(frozen=True)
class Event:
    """A bulletin as the calendar shows it."""

    title: str
    address: str
    place: str
    block: DateBlock
    """The first day; its year only where it is not this one."""
    date_iso: str
    span: str
    """All days in figures; empty where it is a single one."""
    mark: str
    """Preview only: why readers don't see it."""


@dataclass(frozen=True)
class Calendar:
    """Events around today, either part may be empty."""

    coming: tuple[Event, ...]
    """Nearest first; what goes on today is still coming."""
    past: tuple[Event, ...]
    """Latest first."""


def calendar(shelf: Shelf, lang: str, told: Container[str] = ()) -> Calendar:
    """The events of a language around today.

    Args:
        shelf: The edition.
        lang: Language of the bulletins.
        told: Ids of bulletins that the page shows already; they are not repeated as past.
    """
    coming, past = ahead(shelf, lang), behind(shelf, lang)
    if len(coming) >= ENOUGH:
        past = []
    since = shelf.today - RECENT
    untold = [one for one in past if one.id not in told and one.date.end >= since]
    return Calendar(
        tuple(event(shelf, one) for one in coming[:COMING]),
        tuple(event(shelf, one) for one in untold[:PAST]),
    )


def ahead(shelf: Shelf, lang: str) -> list[Bulletin]:
    """Of which the last day is not over, nearest first."""
    found = [one for one in of_days(shelf, lang) if one.date.end >= shelf.today]
    return sorted(found, key=lambda one: (one.date, one.path))


def behind(shelf: Shelf, lang: str) -> list[Bulletin]:
    """Those that are over, latest first."""
    found = [one for one in of_days(shelf, lang) if one.date.end < shelf.today]
    return sorted(found, key=lambda one: (one.date.end, one.date.start, one.path), reverse=True)


def of_days(shelf: Shelf, lang: str) -> list[Bulletin]:
    """The bulletins of a language whose day is known."""
    return [one for one in shelf.by_lang[lang] if one.date.precision is Precision.DAY]


def event(shelf: Shelf, bulletin: Bulletin) -> Event:
    """A bulletin as the calendar shows it."""
    when = bulletin.date
    other_year = when.start.year != shelf.today.year
    return Event(
        title=bulletin.title,
        address=addresses.bulletin(bulletin.id),
        place=bulletin.place,
        block=DateBlock(*dates.block(when, bulletin.lang, year=other_year)),
        date_iso=dates.iso(when),
        span="" if when.start == when.end else dates.short(when, bulletin.lang),
        mark=shelf.mark(bulletin),
    )
