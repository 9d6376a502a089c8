"""Points that stand in a row: ranges and lists.

``12 và 13/9``, ``từ ngày 5 đến 7/6/2019``, ``30/8 - 2/9/2025``, ``tháng 7, 8 và 9 năm 2025``:
``datevalues`` says what they are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from bantin.vietnamese.calendar import words as w
from bantin.vietnamese.calendar.points import Ending, Open, Point, Unit, compiled, noun_follows
from bantin.vietnamese.calendar.shapes import bare_at, point_at

_LONGEST: Final = 8
"""Points in one chain; nobody lists more, and hostile texts shall not either."""
_WEEKDAY: Final = rf"(?:{w.WEEKDAY})"
_BEFORE_POINT: Final = (
    rf"(?:{w.HOUR} )?(?:{w.PART} )?(?:{_WEEKDAY}[\s,]{{1,3}}\(?)?"
    r"(?:(?:đầu|giữa|cuối) (?=tháng|năm|quý))?"
)
_BEHIND_POINT: Final = rf"(?:\s?\((?:{_WEEKDAY})\)|\))?"
_TO: Final = compiled(
    rf"{_BEHIND_POINT}(?:\s?[–—-]\s?|\s?(?:->|→)\s?"
    rf"|,? (?:(?:cho|kéo dài) )?(?P<words>đến|tới|rạng)(?: hết)? ){_BEFORE_POINT}"
)
_AND: Final = compiled(
    rf"{_BEHIND_POINT}(?:\s?(?P<comma>[,;])\s?(?:và )?|\s?&\s?| (?:và|hoặc|cùng) "
    rf"| (?={w.PART} )){_BEFORE_POINT}"
)
_TILL_NOW: Final = compiled(r" (?:cho )?(?:đến|tới) (?:hiện )?nay(?!\w)")
_NO_DAY: Final = Ending(r"-|\bthứ ", 8)
"""Before the figures of COVID-19, thứ 4."""
_FROM: Final = Ending(r"\btừ (?:(?:đầu|giữa|cuối) )?", 12)


class Join(StrEnum):
    """What stands between two points."""

    TO = "to"
    AND = "and"
    COMMA = "comma"


@dataclass(frozen=True)
class Chain:
    """Points with what joins each to the next."""

    points: tuple[Point, ...]
    joins: tuple[Join, ...]
    start: int
    end: int
    since: bool
    """Whether ``từ`` stands before it."""
    till_now: bool = False


def chain_at(text: str, place: int) -> Chain | None:
    """The chain that begins at ``place``; text in NFC."""
    first = point_at(text, place)
    if first is None and not _NO_DAY.before(text, place):
        first = bare_at(text, place, Unit.DAY)
    if first is None:
        return None
    points: list[Point] = [first]
    joins: list[Join] = []
    while len(points) < _LONGEST:
        step = _next(text, points[-1])
        if step is None:
            break
        joins.append(step[0])
        points.append(step[1])
    while len(points) > 1 and _hangs_loose(points[-1]):
        points.pop()
        joins.pop()
    return _ended(text, _without_mixed_signs(points, joins), joins)


def _next(text: str, point: Point) -> tuple[Join, Point] | None:
    """The join behind a point and the point after it."""
    if point.unit is Unit.OTHER or point.open:
        return None
    to = _TO.match(text, point.end)
    if to:
        other = _beside(text, to.end(), point)
        fits = other and (other.unit is point.unit or to["words"])
        return (Join.TO, other) if other and fits else None
    too = _AND.match(text, point.end)
    other = _beside(text, too.end(), point) if too else None
    if too is None or other is None or other.unit is not point.unit:
        return None
    loose = not other.named and noun_follows(text, other.end)
    if loose and other.unit is Unit.YEAR:
        return None  # năm 2024, 2025 ca
    if loose and other.unit is not Unit.DAY and other.year is None:
        other = replace(other, open=Open.AMBIGUOUS)  # tháng 7, 8 dự án
    return (Join.COMMA if too["comma"] else Join.AND), other


def _beside(text: str, place: int, point: Point) -> Point | None:
    """The point at ``place``; figures alone only where the one before leaves room for them."""
    other = point_at(text, place)
    if other is None and _leaves_room(point):
        other = bare_at(text, place, point.unit)
    return None if other and other.unit is Unit.OTHER else other


def _leaves_room(point: Point) -> bool:
    """Whether figures alone may go on: after the 12 of 12, 13/9, after tháng 7, after years."""
    if point.unit is Unit.DAY:
        return point.month is None
    return point.unit is Unit.YEAR or point.year is None


def _without_mixed_signs(points: list[Point], joins: list[Join]) -> list[Point]:
    """In ``ngày 5-6 và 8/6`` nobody knows whether 5-6 is of June, or the sixth as well."""
    if Join.TO in joins or not {"-", "/"} <= {point.sign for point in points}:
        return points
    return [
        replace(point, open=Open.AMBIGUOUS) if point.sign == "-" and not point.year else point
        for point in points
    ]


def _hangs_loose(point: Point) -> bool:
    """Figures at the end that nothing makes a day of a month."""
    return point.unit is Unit.DAY and point.month is None and not point.named


def _ended(text: str, points: list[Point], joins: list[Join]) -> Chain | None:
    start, end = points[0].start, points[-1].end
    if len(points) == 1 and points[0].unit is Unit.DAY and points[0].month is None:
        return None
    since = _FROM.before(text, start)
    now = _TILL_NOW.match(text, end) if points[-1].unit is not Unit.OTHER else None
    whole = since and (Join.TO in joins or now)
    return Chain(
        tuple(points),
        tuple(joins),
        since.start() if since and whole else start,
        now.end() if now else end,
        since is not None,
        now is not None,
    )
