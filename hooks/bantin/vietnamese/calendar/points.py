"""Points in time as they are written in one go, and the year that may stand behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from bantin.vietnamese.calendar import words as w


class Open(StrEnum):
    """Why a date is undecided."""

    NO = ""
    YEAR = "year"
    """Its year is not written."""
    IMPOSSIBLE = "impossible"
    WEEK = "week"
    RELATIVE = "relative"
    """Counts from the day of writing: hôm nay, năm ngoái."""
    LUNAR = "lunar"
    AMBIGUOUS = "ambiguous"


class Unit(StrEnum):
    """What a point is as long as."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    OTHER = "other"
    """A half, a week, a relative word: stands alone, never in a range."""


@dataclass(frozen=True)
class Point:
    """One day, month, quarter, half or year, as far as it is written."""

    start: int
    end: int
    unit: Unit
    day: int | None = None
    month: int | None = None
    year: int | None = None
    last: int | None = None
    """Last month of a quarter or half."""
    sign: str = ""
    """What stands between its figures: ``/``, ``-``, ``.``; empty between words."""
    marked: bool = False
    """Whether it holds what makes a date of figures: ngày, tháng, năm, a year at the end."""
    named: bool = False
    """Whether it begins with the word for its unit."""
    open: Open = Open.NO
    period: bool = False
    """Whether its own words make it a reporting period."""


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern in any case, with any white space for a space."""
    return re.compile(pattern.replace(" ", r"\s{1,3}"), re.IGNORECASE)


LINE_END: Final = "\0"
"""Stands for the end of a line: no white space, no word, nothing that a date is made of."""


class Ending:
    """Words that end where a date begins."""

    def __init__(self, pattern: str, reach: int = 40) -> None:
        """Compile the pattern; ``reach`` is as many characters as it is ever long."""
        self._pattern = compiled(rf"(?:{pattern})$")
        self._reach = reach

    def before(self, text: str, place: int, since: int = 0) -> re.Match[str] | None:
        """The words before ``place`` in its line, of those behind ``since``."""
        first = max(since, place - self._reach, 0)
        if place <= first or text[place - 1] == LINE_END:
            return None
        return self._pattern.search(text, max(first, text.rfind(LINE_END, first, place)), place)


FIGURES_END: Final = r"(?!\w)(?!/)(?![.:][0-9])"
NO_MORE: Final = r"(?!\w)(?!/\w)(?![.:][0-9])(?!(?-i:\.[a-z]))"
"""Behind figures that end: not ``1.200``, ``12/3A``, ``30/2020/NĐ-CP``, ``06-02-2026.jpg``."""
YEAR: Final = rf"(?P<y>[0-9]{{4}}){NO_MORE}"
PLAIN_YEAR: Final = rf"(?P<y>(?:19|20)[0-9]{{2}}){NO_MORE}"
OF_SOME_YEAR: Final = rf"(?:(?P<now>{w.NOW})|(?P<other>{w.OTHER}))(?!\w)"
"""Behind ``năm``: nay, ngoái."""

_TAILS: Final = tuple(
    compiled(pattern)
    for pattern in (
        rf"[\s,]{{0,3}}[/(]?(?:của\s)?năm\s{{0,3}}{YEAR}",
        rf"[\s,]{{1,3}}năm {OF_SOME_YEAR}",
        rf"\s?/\s?{YEAR}",
        rf"\s?[.–-]\s?{PLAIN_YEAR}",
        rf"[\s,]{{1,3}}{PLAIN_YEAR}(?P<loose>)",
        rf"/(?P<short>[0-9]{{2}}){NO_MORE}(?!\s?/)",
    )
)
_CUT_SHORT: Final = re.compile(r"\s?[/:]\s?[0-9]|\.[0-9]|/\w")
"""Behind a month without a year: figures that belong to it in some other way."""
_MEASURED: Final = compiled(rf"\s{{0,3}}(?:%|{w.UNITS}(?!\w))")
_COUNTED: Final = compiled(rf" (?:{w.UNITS}|{w.HEADS})(?!\w)")
_WORD: Final = compiled(r" ([^\W\d_]{1,12})")
_GOES_ON: Final = compiled(w.GOES_ON + r"(?!\w)")


def measured(text: str, end: int) -> bool:
    """Whether what follows measures: viên, lần, %."""
    return _MEASURED.match(text, end) is not None


def counted(text: str, end: int) -> bool:
    """Whether what follows is counted or measured: trẻ, ca, viên."""
    return _COUNTED.match(text, end) is not None or measured(text, end)


def noun_follows(text: str, end: int) -> bool:
    """Whether a small word follows that may be what figures count.

    Behind a date stand tại, đã, của …; any other word is taken for a noun.
    """
    word = _WORD.match(text, end)
    return bool(word and word[1].islower() and not _GOES_ON.match(text, word.start(1)))


def with_year(text: str, point: Point) -> Point | None:
    """The point with the year behind it; None where other figures go on instead."""
    for tail in _TAILS:
        found = tail.match(text, point.end)
        if found:
            return _dated(text, replace(point, end=found.end()), found)
    return None if _CUT_SHORT.match(text, point.end) else point


def _dated(text: str, point: Point, found: re.Match[str]) -> Point | None:
    parts = found.groupdict()
    if parts.get("other"):
        return replace(point, open=Open.RELATIVE, marked=True)
    if parts.get("short"):
        return replace(point, open=Open.AMBIGUOUS, marked=True)
    if parts.get("now"):
        return replace(point, marked=True)
    if parts.get("loose") is None:
        return replace(point, year=int(parts["y"]), marked=True)
    bare = replace(point, end=found.start())
    if counted(text, found.end()):
        return bare
    if noun_follows(text, found.end()):
        return replace(bare, open=Open.AMBIGUOUS)  # tháng 6, 2017 lượt: a year or a number
    return replace(point, year=int(parts["y"]), marked=True)
