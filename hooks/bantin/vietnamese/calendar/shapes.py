"""The table of shapes in which points in time are written.

``datechains`` puts points together to ranges and lists. Every repetition is bounded, so that
no text costs more than its length. In figures the order is always day, month, year.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from bantin.vietnamese.calendar import days, spans
from bantin.vietnamese.calendar import words as w
from bantin.vietnamese.calendar.points import (
    FIGURES_END,
    NO_MORE,
    YEAR,
    Ending,
    Open,
    Point,
    Unit,
    compiled,
    counted,
    with_year,
)

Reader = Callable[[str, re.Match[str]], Point | None]

_MONTH: Final = rf"(?:(?P<m>[0-9]{{1,2}})|(?P<mw>{w.MONTH}))(?!\w)"
_N: Final = rf"(?P<n>[0-9]{{1,2}}|{w.NUMBER})"
_FEAST: Final = r" tết(?! dương)(?!\w)"
_NEW_CENTURIES: Final = r"(?:19|20)[0-9]{2}(?![0-9])"

_ISO: Final = (
    r"(?P<y>[0-9]{4})(?P<s>[/.-])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})"
    rf"(?:{NO_MORE}|(?=T[0-9]{{2}}:))"
)
_OF_YEAR: Final = (
    r"(?P<d>[0-9]{1,2})\s?(?P<s>[/.–-])\s?(?P<m>[0-9]{1,2})\s?(?P=s)\s?"
    rf"(?:(?P<y>[0-9]{{4}})|(?P<yy>[0-9]{{2}})){NO_MORE}"
)
_OF_MONTH: Final = (
    r"(?P<d>[0-9]{1,2})(?:\s?(?P<s>/)\s?|(?P<dot>[.-]))(?P<m>[0-9]{1,2})"
    rf"{NO_MORE}(?!-[^\W\d_])(?!\s/\s?[^\W\d_])"
)
_DAY_OR_MONTHS: Final = rf"(?P<d>[0-9]{{1,2}})(?P<dot>[.-])(?P<m>[0-9]{{1,2}})/{YEAR}"
_IN_WORDS: Final = (
    rf"(?:(?P<d>[0-9]{{1,2}})|(?P<dw>{w.NUMBER}))[\s,./-]{{1,3}}tháng\s{{0,3}}{_MONTH}"
)
_HALF: Final = (
    rf"(?:nửa|{_N} (?P<unit>tháng|quý)|(?P<one>quý)) "
    r"(?P<end>đầu|cuối)(?: (?:tiên|cùng))?(?!\w)"
)
_MONTHS_OF_YEAR: Final = rf"{_N} tháng(?= (?:(?-i:năm|NĂM)\s)?[0-9]{{4}})"
_MONTH_IN_FIGURES: Final = rf"(?P<m>[0-9]{{1,2}})(?P<s>[/-])(?P<y>{_NEW_CENTURIES}){NO_MORE}"
_SHORT_MONTH: Final = rf"(?-i:T)(?P<m>[0-9]{{1,2}})\s?(?P<s>[/.-])\s?(?P<y>{_NEW_CENTURIES})"
_QUARTER: Final = rf"(?:(?:quý|quí) |(?-i:Q)\.?(?=\w{{1,3}}/20))(?P<q>{w.QUARTER})(?!\w)"
_YEAR: Final = rf"năm(?: học)?\s{{0,3}}{YEAR}"
_YEAR_BEFORE: Final = (
    rf"(?P<y>{_NEW_CENTURIES})(?:(?=\s?[–-]\s?{_NEW_CENTURIES})"
    rf"|(?P<to>(?= (?:đến|tới) (?:(?:năm )?{_NEW_CENTURIES}|nay))))"
)
_LABELLED_YEAR: Final = rf"(?P<y>199[0-9]|20(?:0[1-9]|[1-3][0-9])){NO_MORE}"
_WEEK: Final = (
    rf"tuần (?:thứ )?(?:[0-9]{{1,2}}|{w.NUMBER}|đầu|cuối)"
    r"(?: (?:tiên|cùng))?(?: của)?"
    rf"(?:\s?/\s?{YEAR}| (?=tháng))"
)
_WEEK_OF_YEAR: Final = rf"tuần (?:thứ )?[0-9]{{1,2}} năm {YEAR}"
_LONE_WEEK: Final = (
    rf"tuần (?P<n>[0-9]{{1,2}}){FIGURES_END}(?!\s?[,–&-]\s?[0-9])(?! (?:và|đến) [0-9])"
)
_LUNAR: Final = rf"rằm tháng {_MONTH}|(?:mùng|mồng) {_N}{_FEAST}"
_PREFIX: Final = r"(?:(?:ngày|hôm) )?(?:mùng|mồng) |ngày\s{0,3}:?\s{0,3}"
_DAILY: Final = Ending(rf"\b(?:{w.EVERY}|một) ", 8)
_ALL_DAY: Final = Ending(r"\b(?:cả|suốt|hàng|hằng|mỗi) ", 8)
_ANY_MONTH: Final = compiled(rf"tháng\s{{0,3}}{_MONTH}")
_MOON_DAY: Final = compiled(r"(?:ngày )?(?:mùng|mồng) \w{1,4} tháng (?:giêng|chạp)\b")
_DOSED: Final = compiled(rf"\s{{0,3}}(?:%|{w.DOSES}(?!\w))")


def point_at(text: str, place: int) -> Point | None:
    """The point that begins at ``place``; text in NFC."""
    figure = "0" <= text[place : place + 1] <= "9"
    return _first(_FIGURES if figure else _WORDS, text, place)


def _first(
    shapes: tuple[tuple[re.Pattern[str], Reader], ...], text: str, place: int
) -> Point | None:
    for shape, reader in shapes:
        found = shape.match(text, place)
        point = reader(text, found) if found else None
        if point:
            return point
    return None


def bare_at(text: str, place: int, unit: Unit) -> Point | None:
    """Figures alone, that are a point only beside others: the 12 of ``12 và 13/9``."""
    shape = _BARE.get(unit)
    found = shape.match(text, place) if shape else None
    if found is None or counted(text, found.end()):
        return None
    point = Point(place, found.end(), unit)
    if unit is Unit.DAY:
        return replace(point, day=int(found[0]))
    if unit is Unit.YEAR:
        return replace(point, year=int(found[0]))
    if unit is Unit.QUARTER:
        return with_year(text, spans.numbered(point, found[0]))
    month = int(found[0])
    return with_year(text, replace(point, month=month)) if 1 <= month <= 12 else None


def _prefixed(text: str, found: re.Match[str]) -> Point | None:
    """``ngày 6/2``, ``mùng 4 tháng Hai``, ``ngày 12``; not ``mỗi ngày 2-3 lần``."""
    if _DAILY.before(text, found.start()):
        return None
    point = _first(_PREFIXED, text, found.end())
    if point is None or (point.year is None and _DOSED.match(text, point.end)):
        return None
    round_the_clock = (point.day, point.month, point.year) == (24, 7, None)
    if round_the_clock and _ALL_DAY.before(text, found.start()):
        return None
    point = replace(point, start=found.start(), marked=True, named=True)
    return replace(point, open=Open.LUNAR) if _MOON_DAY.match(text, point.start) else point


def _week(text: str, found: re.Match[str]) -> Point | None:
    point = spans.week(found)
    if found["y"]:
        return point
    month = _ANY_MONTH.match(text, found.end())
    return with_year(text, replace(point, end=month.end())) if month else None


def _shapes(*rows: tuple[str, Reader]) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple((compiled(pattern), reader) for pattern, reader in rows)


_PREFIXED: Final = _shapes(
    (_ISO, days.of_year),
    (_OF_YEAR, days.of_year),
    (_IN_WORDS, days.in_words),
    (_OF_MONTH, days.of_month),
    (_DAY_OR_MONTHS, days.or_months),
    (rf"(?P<d>[0-9]{{1,2}}){FIGURES_END}", days.of_unsaid_month),
)
_FIGURES: Final = _shapes(
    (_ISO, days.of_year),
    (_OF_YEAR, days.of_year),
    (_HALF, spans.half),
    (_MONTHS_OF_YEAR, spans.months_of_year),
    (_IN_WORDS, days.in_words_alone),
    (_MONTH_IN_FIGURES, spans.month_in_figures),
    (_OF_MONTH, days.of_month),
    (_DAY_OR_MONTHS, days.or_months),
    (_YEAR_BEFORE, spans.year_before_another),
    (_LABELLED_YEAR, spans.labelled_year),
    (rf"(?:2[3-9]|30){_FEAST}", spans.lunar),
)
_WORDS: Final = _shapes(
    (_LUNAR, spans.lunar),
    (rf"{w.RELATIVE}(?!\w)", spans.relative),
    (_PREFIX, _prefixed),
    (rf"tháng\s{{0,3}}{_MONTH}", spans.month),
    (_HALF, spans.half),
    (_MONTHS_OF_YEAR, spans.months_of_year),
    (_QUARTER, spans.quarter),
    (_YEAR, spans.year),
    (_WEEK, _week),
    (_WEEK_OF_YEAR, _week),
    (_LONE_WEEK, spans.lone_week),
    (_SHORT_MONTH, spans.month_in_figures),
)
_BARE: Final = {
    Unit.DAY: re.compile(rf"[0-9]{{1,2}}{FIGURES_END}"),
    Unit.MONTH: re.compile(r"[0-9]{1,2}(?![0-9])(?!\w)"),
    Unit.QUARTER: re.compile(r"(?:[1-4]|I{1,3}|IV)(?!\w)"),
    Unit.YEAR: re.compile(rf"{_NEW_CENTURIES}{NO_MORE}"),
}
