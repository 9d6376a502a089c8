"""What the points of a chain are: a point leaves out what the one beside it says."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from bantin.model import EventDate, Precision
from bantin.vietnamese.calendar.chains import Chain, Join
from bantin.vietnamese.calendar.points import Open, Point, Unit

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2100
_LEAP: Final = 2000
"""Any leap year: 29 February is possible as long as the year is not known."""

_PRECISION: Final = {
    Unit.DAY: Precision.DAY,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.MONTH,
    Unit.OTHER: Precision.MONTH,
    Unit.YEAR: Precision.YEAR,
}


@dataclass(frozen=True)
class Value:
    """A day, month, year or range out of a chain, and where it is written."""

    start: int
    end: int
    unit: Unit
    when: EventDate | None
    """None: undecided."""
    open: Open
    is_range: bool = False
    """Whether it runs from one point to another."""


def values(chain: Chain, year: int | None) -> tuple[Value, ...]:
    """The dates of a chain; ``year`` is that of points without any."""
    points = _with_years(_with_months(chain.points), chain.joins, year)
    runs = list(_merged(chain, list(_runs(points, chain.joins))))
    found = tuple(_value(run, chain) for run in runs)
    if len(found) == 1:
        return (replace(found[0], start=chain.start, end=chain.end),)
    return found


def _with_months(points: tuple[Point, ...]) -> list[Point]:
    """Days without a month get that of the next point: 12 và 13/9."""
    filled: list[Point] = []
    for point in reversed(points):
        after = filled[-1] if filled else None
        if point.unit is Unit.DAY and point.month is None and after and after.day:
            point = replace(point, month=after.month, year=after.year)
            if after.day <= (point.day or 0):
                point = replace(point, open=Open.AMBIGUOUS)  # 28-2/3
        filled.append(point)
    return filled[::-1]


def _with_years(points: list[Point], joins: tuple[Join, ...], year: int | None) -> list[Point]:
    """Points without a year get that of a neighbour; the one given where none is written."""
    if all(point.year is None for point in points):
        if year is None:
            return points
        turns = any(_place(left) > _place(right) for left, right in _ranges(points, joins))
        return points if turns else [replace(point, year=year) for point in points]
    for here in range(len(points) - 2, -1, -1):
        points[here] = _borrowed(points[here], points[here + 1], joins[here], -1)
    for here, join in enumerate(joins):
        before, after = points[here], points[here + 1]
        if join is not Join.COMMA or before.year == year:
            points[here + 1] = _borrowed(after, before, join, 1)
    return points


def _ranges(points: list[Point], joins: tuple[Join, ...]) -> Iterator[tuple[Point, Point]]:
    pairs = zip(joins, pairwise(points), strict=True)
    return (pair for join, pair in pairs if join is Join.TO)


def _borrowed(point: Point, other: Point, join: Join, step: int) -> Point:
    """The point with the other's year; a range may turn the year, a list may not."""
    if point.year is not None or other.year is None:
        return point
    turns = _place(other) < _place(point) if step < 0 else _place(point) < _place(other)
    if not turns:
        return replace(point, year=other.year)
    new_year = {_place(point), _place(other)} == {(12, 31), (1, 1)}
    return replace(point, year=other.year + step) if join is Join.TO or new_year else point


def _place(point: Point) -> tuple[int, int]:
    """Where in its year a point stands."""
    return point.month or 0, point.day or 0


def _runs(points: list[Point], joins: tuple[Join, ...]) -> Iterator[tuple[Point, Point]]:
    """First and last point of what ``đến`` or a dash joins."""
    first = points[0]
    for join, (left, right) in zip(joins, pairwise(points), strict=True):
        if join is not Join.TO:
            yield first, left
            first = right
    yield first, points[-1]


def _merged(chain: Chain, runs: list[tuple[Point, Point]]) -> list[tuple[Point, Point]]:
    """One range for a list in a row that says once what is shared: 12, 13 và 14/9."""
    if chain.points[0].unit is Unit.DAY:
        shared = all(point.month is None for point in chain.points[:-1])
    else:
        once = not any(point.year for point in chain.points[:-1])
        shared = once and chain.points[0].unit is not Unit.YEAR
        shared = shared or not any(point.named for point in chain.points[1:])
    single = all(first is last for first, last in runs)
    if len(runs) > 1 and shared and single and all(map(_follow, runs, runs[1:])):
        return [(runs[0][0], runs[-1][1])]
    return runs


def _follow(left: tuple[Point, Point], right: tuple[Point, Point]) -> bool:
    end, start = (_days(replace(p, year=p.year or _LEAP)) for p in (left[1], right[0]))
    return bool(end and start and (start[0] - end[1]).days == 1)


def _value(run: tuple[Point, Point], chain: Chain) -> Value:
    first, last = run
    value = Value(
        first.start,
        last.end,
        first.unit,
        None,
        _why_open(first, last, chain),
        first is not last,
    )
    start, end = _days(first), _days(last)
    if value.open or start is None or end is None:
        return value
    if start[0] > end[0]:
        return replace(value, open=Open.IMPOSSIBLE)
    return replace(value, when=EventDate(start[0], end[1], _PRECISION[first.unit]))


def _why_open(first: Point, last: Point, chain: Chain) -> Open:
    if chain.till_now:
        return Open.RELATIVE
    if first.open or last.open:
        return first.open or last.open
    if first.unit is not last.unit or _lacks_month(first) or _lacks_month(last):
        return Open.AMBIGUOUS  # từ năm 2019 đến tháng 6/2025, từ ngày 12 đến ngày 15
    if not (_is_possible(first) and _is_possible(last)):
        return Open.IMPOSSIBLE
    return Open.YEAR if first.year is None or last.year is None else Open.NO


def _lacks_month(point: Point) -> bool:
    return point.unit is Unit.DAY and point.month is None


def _is_possible(point: Point) -> bool:
    year = _LEAP if point.year is None else point.year
    month = 1 if point.month is None else point.month
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return False
    return point.day is None or 1 <= point.day <= calendar.monthrange(year, month)[1]


def _days(point: Point) -> tuple[date, date] | None:
    """First and last day of a point; None where it is not known or impossible."""
    if point.year is None or not _is_possible(point):
        return None
    if point.unit is Unit.YEAR or point.month is None:
        return date(point.year, 1, 1), date(point.year, 12, 31)
    if point.day is not None:
        return (date(point.year, point.month, point.day),) * 2
    last = point.last or point.month
    days = calendar.monthrange(point.year, last)[1]
    return date(point.year, point.month, 1), date(point.year, last, days)
