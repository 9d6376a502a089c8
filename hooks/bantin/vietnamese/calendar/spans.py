"""Months, quarters, halves, years, weeks and relative words as they are written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bantin.vietnamese.calendar import words as w
from bantin.vietnamese.calendar.days import by_moon, month_number, said
from bantin.vietnamese.calendar.points import (
    Ending,
    Open,
    Point,
    Unit,
    compiled,
    counted,
    noun_follows,
    with_year,
)

_FIGURE: Final = Ending(rf"[0-9] |\b(?:{w.EVERY}|thai|bầu|cách mạng) ", 12)
_COUNT: Final = Ending(rf"\b(?<!thứ\s){w.COUNTED} ", 12)
_PREGNANT: Final = Ending(r"\b(?:thai|bầu)\b.{0,40}", 48)
_DECADE: Final = Ending(r"\b(?:những|thập niên|thập kỷ) ", 16)
_BLANK: Final = Ending(r"tháng[\s.…/]{0,12}", 20)
_PART: Final = Ending(rf"\b{w.PART} ", 16)
_SINCE: Final = Ending(r"\btừ ", 8)
_LABELLED: Final = Ending(r"[^\W\d_]{2,12}\s", 16)
"""A word before figures; they may be the year of what it names."""
_NAMED: Final = Ending(rf"\b{w.LABELS}(?: [^\s,;.()/]{{1,12}}){{0,8}}?\s", 90)
_AMOUNT: Final = Ending(rf"\b(?:{w.AMOUNTS}|{w.NUMBERED}|{w.ORDINAL}|{w.HOTLINE})\s", 24)
_MORE_FIGURES: Final = re.compile(r"\s?[0-9+%-]")
_DURATION: Final = compiled(r" (?:ngày|tuần|giờ|tuổi|lần|rưỡi)(?!\w)")
_OF_A_CHILD: Final = compiled(r" (?:của )?(?:thai|tuổi|thứ)(?!\w)")
_THE_YEAR: Final = compiled(r" (?:của )?năm(?! (?:học|[0-9]))(?!\w)")
_GLUED_YEAR: Final = compiled(r" [0-9]{4}(?![0-9])")


def month(text: str, found: re.Match[str]) -> Point | None:
    """``tháng 7/2019``, ``tháng 7 năm 2019``, ``tháng Ba``."""
    start, number = found.start(), month_number(found)
    if _FIGURE.before(text, start):
        return None  # 6 tháng 10 ngày, mỗi tháng một lần
    point = Point(start, found.end(), Unit.MONTH, month=number, named=True, marked=True)
    dated = with_year(text, point)
    if dated is None or dated.year is not None:
        return _may_or_year(text, found, dated)
    return None if _is_no_month(text, found, number) else by_moon(found, dated)


def _may_or_year(text: str, found: re.Match[str], dated: Point | None) -> Point | None:
    """``tháng năm 2024``: of May, or with a number forgotten."""
    dated = by_moon(found, dated)
    if dated and found["mw"] in ("năm", "NĂM") and _GLUED_YEAR.match(text, found.end()):
        return replace(dated, open=Open.AMBIGUOUS)
    return dated


def _is_no_month(text: str, found: re.Match[str], number: int) -> bool:
    """``tháng hai lần``, ``hai tháng 10 ngày``, ``tháng 7 của thai kỳ``, ``tháng 20``."""
    small = bool(found["mw"]) and found["mw"].islower()
    return bool(
        number > 12
        or number < 1
        or _OF_A_CHILD.match(text, found.end())
        or (small and counted(text, found.end()))
        or (_DURATION.match(text, found.end()) and _COUNT.before(text, found.start()))
    )


def month_in_figures(_text: str, found: re.Match[str]) -> Point:
    """``7/2019``, ``06-2026``; ``T7/2025`` is marked."""
    number, year = int(found["m"]), int(found["y"])
    point = Point(found.start(), found.end(), Unit.MONTH, month=number, year=year)
    return replace(point, sign=found["s"], marked=found[0][0] in "Tt")


def quarter(text: str, found: re.Match[str]) -> Point | None:
    """``quý II/2024``, ``quý 3 năm 2025``, ``Q1/2024``."""
    point = Point(found.start(), found.end(), Unit.QUARTER, named=True, marked=True)
    return with_year(text, numbered(point, found["q"]))


def numbered(point: Point, written: str) -> Point:
    """The point as that quarter."""
    number = w.QUARTERS[said(written)]
    return replace(point, month=3 * number - 2, last=3 * number)


def half(text: str, found: re.Match[str]) -> Point | None:
    """``6 tháng đầu năm 2019``, ``nửa cuối năm``, ``hai quý đầu năm``."""
    months = _length(found)
    if not 1 <= months <= 12:
        return None
    late = found["end"].casefold() == "cuối"
    point = Point(
        found.start(),
        found.end(),
        Unit.OTHER,
        month=13 - months if late else 1,
        last=12 if late else months,
        period=True,
    )
    dated = with_year(text, point)
    if dated is None or dated.end != point.end:
        return dated
    year = _THE_YEAR.match(text, point.end)
    return replace(point, end=year.end(), marked=True) if year else None


def _length(found: re.Match[str]) -> int:
    """How many months a half is long."""
    if found["n"] is None:
        return 3 if found["one"] else 6
    return _number(found["n"]) * (1 if said(found["unit"]) == "tháng" else 3)


def _number(written: str) -> int:
    return int(written) if written.isdigit() else w.NUMBERS[said(written)]


def months_of_year(text: str, found: re.Match[str]) -> Point | None:
    """``9 tháng năm 2024``, ``9 tháng 2024``: the first nine."""
    size = _number(found["n"])
    point = Point(found.start(), found.end(), Unit.OTHER, month=1, last=size, period=True)
    dated = with_year(text, point)
    if dated is None or dated.year is None or not 1 <= size <= 12:
        return None
    mixed = _PART.before(text, found.start())
    return replace(dated, open=Open.AMBIGUOUS) if mixed else dated


def year(text: str, found: re.Match[str]) -> Point:
    """``năm 2019``, ``năm học 2020``."""
    number, start = int(found["y"]), found.start()
    decade = number % 10 == 0 and bool(_DECADE.before(text, start))
    blank = _BLANK.before(text, start)
    return Point(
        start,
        found.end(),
        Unit.YEAR,
        year=number,
        marked=True,
        named=True,
        open=Open.AMBIGUOUS if decade or blank else Open.NO,
        period=said(found[0]).startswith("năm học"),
    )


def year_before_another(text: str, found: re.Match[str]) -> Point | None:
    """The first of ``1990 - 2020``, of ``từ 2020 đến 2025``, of ``từ 2020 đến nay``."""
    if found["to"] is not None and not _SINCE.before(text, found.start()):
        return None
    number = int(found["y"])
    return Point(found.start(), found.start() + 4, Unit.YEAR, year=number, marked=True)


def labelled_year(text: str, found: re.Match[str]) -> Point | None:
    """``Hội nghị Nhi khoa 2025``; not ``có 2025 ca``, ``phòng 2012``, ``gọi 1900 2020``."""
    start, end = found.span()
    if not _LABELLED.before(text, start) or _AMOUNT.before(text, start):
        return None
    if counted(text, end) or noun_follows(text, end) or _MORE_FIGURES.match(text, end):
        return None
    open_ = Open.NO if _NAMED.before(text, start) else Open.AMBIGUOUS
    return Point(start, end, Unit.YEAR, year=int(found["y"]), open=open_)


def week(found: re.Match[str]) -> Point:
    """``tuần 3 tháng 5``, ``tuần 32 năm 2025``: undecided, weeks are counted in many ways."""
    return Point(found.start(), found.end(), Unit.OTHER, marked=True, open=Open.WEEK)


def lone_week(text: str, found: re.Match[str]) -> Point | None:
    """``so với tuần 41``; not ``2 tuần 3 ngày``, nor a week of a pregnancy."""
    start, end = found.span()
    if _COUNT.before(text, start) or _PREGNANT.before(text, start) or counted(text, end):
        return None
    return week(found) if int(found["n"]) <= 53 and not _OF_A_CHILD.match(text, end) else None


def relative(text: str, found: re.Match[str]) -> Point | None:
    """``hôm nay``, ``năm ngoái``; not the duration in ``10 năm qua``."""
    if _COUNT.before(text, found.start()):
        return None
    point = Point(found.start(), found.end(), Unit.OTHER, marked=True, open=Open.RELATIVE)
    return replace(point, period=said(found[0]) == "năm qua")


def lunar(_text: str, found: re.Match[str]) -> Point:
    """``rằm tháng Giêng``, ``mùng 3 Tết``."""
    return Point(found.start(), found.end(), Unit.OTHER, marked=True, open=Open.LUNAR)
