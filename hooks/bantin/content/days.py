"""Dates as a writer types them -> dates, or what is wrong with them. No locale, no clock.

Day before month, as everybody in Vietnam writes: ``06/02/2026`` is in February.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bantin import limits
from bantin.model import EventDate, Precision

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_MOMENT = re.compile(r"(\S+?)(?:(?:[ ]+|T)(\d{1,2}):(\d{2}))?", re.ASCII)
_WITH_TIME = re.compile(r"[\d/.-]{8,10}(?:[ ]+|T)\d{1,2}[:h].*", re.ASCII)


@dataclass(frozen=True)
class NoDate:
    """Why a text is no date: the code of a problem and what it quotes."""

    code: str
    values: tuple[tuple[str, object], ...]


def is_day_first(value: str) -> bool:
    """Whether the text, a day or a moment, has the day before the month."""
    return _DAY_FIRST.match(value) is not None


def day(value: str) -> date | NoDate:
    """``2026-02-06`` or ``06/02/2026``."""
    iso, first = _DAY.fullmatch(value), _DAY_FIRST.fullmatch(value)
    parts = iso.groups() if iso else first.groups()[::-1] if first else ()
    if not parts:
        code = "date-with-time" if _WITH_TIME.fullmatch(value) else "date-unknown"
        return _no(code, value=value)
    year, month, number = (int(part) for part in parts)
    return _wrong_month(year, month, value) or _in_month(year, month, number, value)


def moment(value: str, zone: ZoneInfo) -> datetime | NoDate:
    """A day, with or without ``HH:MM``; midnight without."""
    parts = _MOMENT.fullmatch(value)
    if parts is None:
        return _no("moment-unknown", value=value)
    found = day(parts[1])
    if isinstance(found, NoDate):
        return _renamed(found, "moment-unknown", value)
    hour, minute = int(parts[2] or 0), int(parts[3] or 0)
    if hour > 23 or minute > 59:
        return _no("time-impossible", value=value)
    return datetime(found.year, found.month, found.day, hour, minute, tzinfo=zone)


def event(value: str) -> EventDate | NoDate:
    """A day, a month or a year."""
    found = period(value)
    if found is not None:
        return found
    whole = day(value)
    if isinstance(whole, NoDate):
        return _renamed(whole, "event-date-unknown", value)
    return EventDate(whole, whole)


def period(value: str) -> EventDate | NoDate | None:
    """``2019`` or ``2019-07``; None: neither shape."""
    month = _MONTH.fullmatch(value)
    if month:
        year, number = int(month[1]), int(month[2])
        return _wrong_month(year, number, value) or _month(year, number)
    if _YEAR.fullmatch(value):
        year = int(value)
        whole = EventDate(date(max(year, 1), 1, 1), date(max(year, 1), 12, 31), Precision.YEAR)
        return _wrong_month(year, 1, value) or whole
    return None


def _month(year: int, number: int) -> EventDate:
    last = calendar.monthrange(year, number)[1]
    return EventDate(date(year, number, 1), date(year, number, last), Precision.MONTH)


def _wrong_month(year: int, month: int, value: str) -> NoDate | None:
    first, last = limits.YEARS
    if not first <= year <= last:
        return _no("date-year", year=year, first=first, last=last)
    if not 1 <= month <= 12:
        return _no("date-month", value=value, month=month)
    return None


def _in_month(year: int, month: int, number: int, value: str) -> date | NoDate:
    last = calendar.monthrange(year, month)[1]
    if 1 <= number <= last:
        return date(year, month, number)
    near = date(year, month, min(max(number, 1), last))
    quoted = {"month": month, "year": year, "last": last, "suggestion": near}
    return _no("date-impossible", value=value, **quoted)


def _renamed(reason: NoDate, code: str, value: str) -> NoDate:
    """The same reason, but for a text of no known shape the words for this kind of date."""
    shapeless = "date-unknown", "date-with-time" if code == "moment-unknown" else ""
    return _no(code, value=value) if reason.code in shapeless else reason


def _no(code: str, **values: object) -> NoDate:
    return NoDate(code, tuple(values.items()))
