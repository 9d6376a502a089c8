"""Dates in running Vietnamese text, by the rules of docs/dev/language.md.

Nothing is guessed: what a careful reader could not say is undecided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Final

from bantin.model import EventDate, Precision
from bantin.vietnamese.calendar import around
from bantin.vietnamese.calendar import words as w
from bantin.vietnamese.calendar.chains import Chain, Join, chain_at
from bantin.vietnamese.calendar.kinds import Kind, Setting, kind_of, says_moment
from bantin.vietnamese.calendar.points import Open, Unit, compiled
from bantin.vietnamese.calendar.trust import Trust, is_lunar, trust
from bantin.vietnamese.calendar.values import Value, values
from bantin.vietnamese.text import nfc

__all__ = ("DateMention", "Kind", "Open", "find")


@dataclass(frozen=True)
class DateMention:
    """What names a day, month, quarter, half, year or week, or a range of them."""

    start: int
    end: int
    """First character after it, both counted in the text's NFC."""
    text: str
    """As written, with ``ngày`` and ``từ … đến``."""
    when: EventDate | None
    """None: undecided."""
    kind: Kind
    open: Open = Open.NO
    """Why it is undecided."""
    unit: Unit = Unit.DAY
    weekday: int | None = None
    """As written beside a single day; Monday is 0."""
    hours: tuple[time, ...] = ()
    """When it begins, and ends, where that stands beside it."""

    @property
    def right_weekday(self) -> int | None:
        """The weekday that a single day has; Monday is 0."""
        when = self.when
        if when is None or when.precision is not Precision.DAY or when.start != when.end:
            return None
        return when.start.weekday()

    @property
    def weekday_wrong(self) -> bool:
        """Whether another weekday is written than the day has."""
        right = self.right_weekday
        return self.weekday is not None and right is not None and self.weekday != right


_ANCHOR: Final = compiled(
    r"(?<![\w./+])(?<![0-9][,:–-])[0-9]{1,4}"
    r"|(?<![^\W_])(?:ngày|mùng|mồng|hôm|tháng|quý|quí|năm|tuần|nửa|rằm|T(?=[0-9])|Q(?=[.0-9I])"
    rf"|{w.PART}(?=\s{{1,3}}(?:nay|qua|mai|hôm))|{w.NUMBER}(?=\s{{1,3}}(?:tháng|quý)\s))"
)
"""Where a date may begin."""
_ROW_OF_FIGURES: Final = compiled(r"(?:[0-9]{1,2}\s?(?:[,;&–-]|\bvà\b)\s?){9,}+")
"""More than anybody lists as days."""


def find(text: str, year: int | None = None) -> tuple[DateMention, ...]:
    """Every date in the text, in order; they do not overlap.

    Args:
        text: In any normal form, of any length; cost grows with its length.
        year: Of dates without one: the page's, or the title's. Never today's.
    """
    whole = nfc(text)
    return tuple(_mentions(whole, around.readable(whole), year))


def _mentions(whole: str, text: str, year: int | None) -> Iterator[DateMention]:
    place = 0
    while anchor := _ANCHOR.search(text, place):
        row = _ROW_OF_FIGURES.match(text, anchor.start())
        if row:
            place = row.end()
            continue
        chain = chain_at(text, anchor.start())
        sure = trust(text, chain) if chain else Trust.NONE
        if chain is None or sure is Trust.NONE:
            place = chain.points[0].end if chain else anchor.end()
            continue
        place = chain.end
        found = values(chain, year)
        moonlit = is_lunar(text, chain)
        last: DateMention | None = None
        for value in found:
            open_ = _why_open(value, sure, moonlit)
            kind = _kind(text, chain, value, last)
            written = whole[value.start : value.end]
            last = _mention(text, written, value, kind, open_)
            yield last


def _why_open(value: Value, sure: Trust, moonlit: bool) -> Open:
    if moonlit:
        return Open.LUNAR
    return Open.AMBIGUOUS if sure is Trust.DOUBT else value.open


def _mention(text: str, written: str, value: Value, kind: Kind, open_: Open) -> DateMention:
    start, end = value.start, value.end
    when = None if open_ else value.when
    single = value.unit is Unit.DAY and (when is None or when.start == when.end)
    return DateMention(
        start,
        end,
        written,
        when,
        kind,
        open_,
        value.unit,
        around.weekday_beside(text, start, end) if single else None,
        around.hours_beside(text, start, end) if value.unit is Unit.DAY else (),
    )


def _kind(text: str, chain: Chain, value: Value, before: DateMention | None) -> Kind:
    """What a value of a chain is of: what the one before it is of, if nothing else is said."""
    at = next(at for at, one in enumerate(chain.points) if one.end > value.start)
    point = chain.points[at]
    kind = kind_of(
        Setting(
            text,
            value.start,
            value.end,
            point.unit,
            value.when,
            point.named,
            point.period,
            value.is_range or chain.till_now,
            before.end if before else 0,
        )
    )
    parted = point.named and chain.joins[max(at, 1) - 1 : at] == (Join.COMMA,)
    own = kind is not Kind.EVENT or parted or says_moment(text, value.start)
    return kind if before is None or own else before.kind
