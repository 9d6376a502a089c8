"""Days as they are written, in figures and in words; always day before month."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bantin.vietnamese.calendar import words as w
from bantin.vietnamese.calendar.points import Open, Point, Unit, counted, with_year

_DECIMAL: Final = re.compile(r",[0-9]|\s?%")
_THIRD_DAY: Final = re.compile(r"-[0-9]")
"""Behind the 5-6 of ``5-6-7/1``."""


def said(written: str) -> str:
    """A word of the tables as they have it: small, one space."""
    return " ".join(written.casefold().split())


def month_number(found: re.Match[str]) -> int:
    """What the groups ``m`` (figures) and ``mw`` (word) say."""
    return int(found["m"]) if found["m"] else w.MONTHS[said(found["mw"])]


def by_moon(found: re.Match[str], point: Point | None) -> Point | None:
    """The point, undecided in a month of the lunar year: Chạp, Giêng without a year."""
    word = said(found["mw"] or "")
    lunar = word == "chạp" or (word in w.MOON_MONTHS and point and point.year is None)
    return replace(point, open=Open.LUNAR) if point and lunar else point


def of_year(_text: str, found: re.Match[str]) -> Point:
    """``06/02/2026``, ``12.8.2016``, ``9/4/ 2014``, ``2026-02-06``, ``06/02/26``."""
    short = found.groupdict().get("yy")
    year = _century(int(short)) if short else int(found["y"])
    return Point(
        found.start(),
        found.end(),
        Unit.DAY,
        day=int(found["d"]),
        month=int(found["m"]),
        year=year,
        sign=found["s"],
        marked=not short,
        open=Open.NO if year else Open.AMBIGUOUS,
    )


def _century(short: int) -> int | None:
    """The year of ``26``, ``98``; None for ``50``, which grandparents and plans have."""
    if 40 <= short < 60:
        return None
    return short + (2000 if short < 40 else 1900)


def of_month(text: str, found: re.Match[str]) -> Point | None:
    """``8/4``, ``5-3``, ``21.7``, with what is behind: ``11/6 năm 2017``."""
    day, month, sign = int(found["d"]), int(found["m"]), found["s"] or found["dot"]
    goes_on = {".": _DECIMAL, "-": _THIRD_DAY}.get(sign)
    if goes_on and goes_on.match(text, found.end()):
        return None
    point = Point(found.start(), found.end(), Unit.DAY, day=day, month=month, sign=sign)
    return with_year(text, point)


def or_months(_text: str, found: re.Match[str]) -> Point:
    """``5-3/2026``: the fifth of March, or March to May."""
    day, month, year = int(found["d"]), int(found["m"]), int(found["y"])
    point = Point(found.start(), found.end(), Unit.DAY, day=day, month=month, year=year)
    return replace(point, sign="-", open=Open.AMBIGUOUS)


def in_words(text: str, found: re.Match[str]) -> Point | None:
    """``11 tháng 6 năm 2017``; after ngày also ``mười lăm tháng Tám``."""
    day = int(found["d"]) if found["d"] else w.NUMBERS[said(found["dw"])]
    month = month_number(found)
    point = Point(found.start(), found.end(), Unit.DAY, day=day, month=month)
    return by_moon(found, with_year(text, point))


def in_words_alone(text: str, found: re.Match[str]) -> Point | None:
    """The same without ngày, which ``6 tháng 10 ngày`` looks like."""
    point = in_words(text, found)
    bare = point is None or not point.marked
    return None if bare and counted(text, found.end()) else point


def of_unsaid_month(_text: str, found: re.Match[str]) -> Point:
    """The 12 of ``ngày 12 và 13/9``."""
    return Point(found.start(), found.end(), Unit.DAY, day=int(found["d"]))
