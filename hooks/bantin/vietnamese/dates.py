"""Dates as readers see them; the wording is in the catalogues, table ``dates``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bantin import locale
from bantin.model import EventDate, Precision


def long(when: EventDate, lang: str) -> str:
    """The date in words, as exact as it is known.

    ``ngày 6 tháng 2 năm 2026``, ``tháng 7 năm 2019``, ``năm 2019``; a range names a shared
    month or year once: ``từ ngày 12 đến ngày 13 tháng 9 năm 2025``. In English
    ``6 February 2026``, ``July 2019``, ``2019``, ``12–13 September 2025``.
    """
    return _in_words(_pattern(when), when.start, when.end, lang)


def with_weekday(when: EventDate, lang: str) -> str:
    """``Thứ Sáu, ngày 6 tháng 2 năm 2026``; as ``long`` for anything but a single day."""
    words = long(when, lang)
    if when.precision is not Precision.DAY or when.start != when.end:
        return words
    weekday = _words(lang)["weekdays"][when.start.weekday()]
    pattern: str = _words(lang)["with_weekday"]
    return pattern.format(weekday=weekday, day=words)


def weekdays(lang: str) -> tuple[str, ...]:
    """``Thứ Hai`` to ``Chủ Nhật``: a week begins on Monday in both languages."""
    return tuple(_words(lang)["weekdays"])


def month_name(day: date, lang: str) -> str:
    """The month in which a day lies, without its year: ``tháng 2``, ``February``."""
    words = _words(lang)
    pattern: str = words["block_month"]
    return pattern.format(month=words["months"][day.month - 1])


def month_of_year(day: date, lang: str) -> str:
    """The month in which a day lies, in little room: ``tháng 2/2026``, ``February 2026``."""
    words = _words(lang)
    pattern: str = words["month_of_year"]
    return pattern.format(month=words["months"][day.month - 1], year=day.year)


def short(when: EventDate, lang: str) -> str:
    """The date for little room: in figures in Vietnamese, with the month's name in English.

    ``06/02/2026``, ``07/2019``, ``2019``; ranges ``12–13/9/2025``, ``30/8–2/9/2025``,
    ``7/2019–9/2019``, without zeros, so that day and month stay apart from one another. In
    English ``6 Feb 2026``, ``Jul 2019``, ``30 Aug – 2 Sep 2025``: readers there take 06/02 for
    the second of June.
    """
    return _in_words(f"short_{_pattern(when)}", when.start, when.end, lang)


def block(when: EventDate, lang: str, *, year: bool = True) -> tuple[str, str]:
    """The date as a large figure and the small line below it, as a calendar sheet shows it.

    Of a range the first day. Where only the month or the year is known, the year is large.

    Args:
        when: The date.
        lang: Language of the words.
        year: Whether the small line of a day names the year.

    Returns:
        ``("12", "tháng 9, 2025")``, ``("2019", "tháng 7")``, ``("2019", "")``.
    """
    words, day = _words(lang), when.start
    month = words["months"][day.month - 1]
    if when.precision is Precision.YEAR:
        return str(day.year), ""
    if when.precision is Precision.MONTH:
        return str(day.year), words["block_month"].format(month=month)
    pattern = words["block_month_year" if year else "block_month"]
    return str(day.day), pattern.format(month=month, year=day.year)


def iso(when: EventDate) -> str:
    """For ``<time datetime>``: ``2026-02-06``, ``2019-07``, ``2019``; of a range the start."""
    length = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}
    return when.start.isoformat()[: length[when.precision]]


def moment(when: datetime, lang: str) -> str:
    """``08:30 ngày 6 tháng 2 năm 2026``, by the clock of the zone that ``when`` carries."""
    day = when.date()
    pattern: str = _words(lang)["moment"]
    return pattern.format(time=f"{when:%H:%M}", day=_in_words("day", day, day, lang))


def _pattern(when: EventDate) -> str:
    """Which wording of the catalogue, from ``day`` to ``years_apart``."""
    unit, start, end = when.precision, when.start, when.end
    if iso(when) == iso(replace(when, start=end)):
        return unit
    if start.year != end.year:
        return f"{unit}s_apart"
    return f"{unit}s_in_month" if start.month == end.month else f"{unit}s_in_year"


def _in_words(pattern: str, start: date, end: date, lang: str) -> str:
    words = _words(lang)
    text: str = words[pattern]
    return text.format(
        day=start.day,
        month=words["months"][start.month - 1],
        number=start.month,
        year=start.year,
        last_day=end.day,
        last_month=words["months"][end.month - 1],
        last_number=end.month,
        last_year=end.year,
    )


def _words(lang: str) -> dict[str, Any]:
    words: dict[str, Any] = locale.catalogue(lang)["dates"]
    return words
