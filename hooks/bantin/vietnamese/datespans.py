"""Months, quarters, halves, years, weeks and relative words as they are written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bantin.vietnamese import datewords as w
from bantin.vietnamese.datedays import is_moon_month, month_number, said
from bantin.vietnamese.datepoints import (
    Open,
    Point,
    Unit,
    compiled,
    counted,
    with_year,
)

_FIGURE_BEFORE: Final = compiled(rf"(?:[0-9]|(?<![^\W_])(?:{w.EVERY}|thai|bầu))\s{{1,3}}$")
_COUNT_BEFORE: Final = compiled(rf"(?<![^\W_])(?<!thứ\s){w.COUNTED}\s{{1,3}}$")
_DECADE_BEFORE: Final = compiled(w.words(r"(?<![^\W_])(?:những|thập niên|thập kỷ) $"))
_BLANK_BEFORE: Final = compiled(r"tháng[\s.…_/]{0,12}$")
_PART_BEFORE: Final = compiled(rf"(?<![^\W_]){w.PART}\s{{1,3}}$")
_SINCE_BEFORE: Final = compiled(r"(?<![^\W_])từ\s{1,3}$")
_DURATION: Final = compiled(r"\s{1,3}(?:ngày|tuần|giờ|tuổi|lần|rưỡi)(?![^\W_])")
_OF_A_CHILD: Final = compiled(r"\s{1,3}(?:của\s{1,3})?(?:thai|tuổi|thứ)(?![^\W_])")
_THE_YEAR: Final = compiled(r"\s{1,3}(?:của\s{1,3})?năm(?!\s{1,3}(?:học|[0-9]))(?![^\W_])")
_GLUED_YEAR: Final = re.compile(r"\s{1,3}[0-9]{4}(?![0-9])")


def _before(pattern: re.Pattern[str], text: str, start: int) -> bool:
    """Whether the pattern, which ends with ``$``, ends where ``start`` is."""
    return pattern.search(text, max(0, start - 20), start) is not None


def month(text: str, found: re.Match[str]) -> Point | None:
    """``tháng 7/2019``, ``tháng 7 năm 2019``, ``tháng Ba``."""
    start, number = found.start(), month_number(found)
    if _before(_FIGURE_BEFORE, text, start):
        return None  # 6 tháng 10 ngày, mỗi tháng một lần
    point = Point(start, found.end(), Unit.MONTH, month=number, named=True, marked=True)
    dated = with_year(text, point)
    if dated is None or dated.year is not None:
        return _may_or_year(text, found, dated)
    if _is_no_month(text, found, number):
        return None
    return replace(dated, open=Open.LUNAR) if is_moon_month(found) else dated


def _may_or_year(text: str, found: re.Match[str], dated: Point | None) -> Point | None:
    """``tháng năm 2024``: of May, or with a number forgotten."""
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
        or (_DURATION.match(text, found.end()) and _before(_COUNT_BEFORE, text, found.start()))
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
    mixed = _before(_PART_BEFORE, text, found.start())
    return replace(dated, open=Open.AMBIGUOUS) if mixed else dated


def year(text: str, found: re.Match[str]) -> Point:
    """``năm 2019``, ``năm học 2020``."""
    number, start = int(found["y"]), found.start()
    decade = number % 10 == 0 and _before(_DECADE_BEFORE, text, start)
    blank = _before(_BLANK_BEFORE, text, start)
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
    if found["to"] is not None and not _before(_SINCE_BEFORE, text, found.start()):
        return None
    number = int(found["y"])
    return Point(found.start(), found.start() + 4, Unit.YEAR, year=number, marked=True)


def week(found: re.Match[str]) -> Point:
    """``tuần 3 tháng 5``, ``tuần 32 năm 2025``: undecided, weeks are counted in many ways."""
    return Point(found.start(), found.end(), Unit.OTHER, marked=True, open=Open.WEEK)


def relative(text: str, found: re.Match[str]) -> Point | None:
    """``hôm nay``, ``năm ngoái``; not the duration in ``10 năm qua``."""
    if _before(_COUNT_BEFORE, text, found.start()):
        return None
    return Point(found.start(), found.end(), Unit.OTHER, marked=True, open=Open.RELATIVE)


def lunar(_text: str, found: re.Match[str]) -> Point:
    """``rằm tháng Giêng``, ``mùng 3 Tết``."""
    return Point(found.start(), found.end(), Unit.OTHER, marked=True, open=Open.LUNAR)
