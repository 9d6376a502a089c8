"""When the event of a text was: the first date that a verb of taking place governs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bantin.model import EventDate
from bantin.vietnamese.calendar import words as w
from bantin.vietnamese.calendar.around import readable, sentence_end, sentence_start
from bantin.vietnamese.calendar.points import Ending, Unit, compiled
from bantin.vietnamese.datefinder import DateMention, Kind, Open, find
from bantin.vietnamese.text import nfc

_PARAGRAPHS: Final = 2
_SCAN: Final = 20_000
"""Characters that the first paragraphs are looked for in."""
_BREAK: Final = re.compile(r"\n[ \t\r\u00a0]*\n|(?<=[.!?…:;”\"])[ \t\r\u00a0]*\n")
_ENDED: Final = re.compile(r"[.!?…:;”\")*_]\s*$")
_YEAR: Final = re.compile(r"(?<![\w./–-])(?:19|20)[0-9]{2}(?![\w/])(?!\s?[–-]\s?[0-9])")
_SAFE_MONTHS: Final = range(4, 11)
"""Months of a meeting that the year of its reporting period is sure to be the year of."""
_REPORT: Final = compiled(rf"\b{w.REPORTED}\b")
_HAPPENS: Final = compiled(rf"\b{w.HAPPENS}\b")
_STAGED: Final = compiled(rf"\b{w.STAGED}\b")
_ASIDE: Final = Ending(
    rf"\b{w.BORN}[\s,(]{{0,3}}"
    rf"|\b{w.ASIDE}(?:[\s,]{{1,3}}(?:là|vào|ngày|cùng))?(?: [^\s,;.()]{{1,12}}){{0,2}}?"
    r"[\s,:(]{0,3}",
    60,
)
_FRONT: Final = compiled(
    rf"\W{{0,4}}(?:(?:{w.HOUR}|{w.PART}|{w.WEEKDAY}|vào|trong|từ|đúng|hôm|lúc|cả|buổi|các|hai|ba"
    r"|nay|ngày|[0-9]|đến|–|-)[\s,(]{1,3}){0,8}"
)
_LONE_DAY: Final = compiled(r"(?:ngày )?(?:mùng |mồng )?[0-9]{1,2}")
_TODAY: Final = compiled(r".{0,12}(?:hôm|sáng|trưa|chiều|tối|đêm) .{1,7}|ngày mai")
_NEAR: Final = 6
"""Characters between ``Sáng nay`` and the day that it is."""
_LISTED: Final = compiled(r"[\s,;]{0,3}(?:và|hoặc)?\s{0,3}(?:sáng|chiều|tối)?\s{0,3}")


def event_date(text: str, year: int | None = None, title: str = "") -> EventDate | None:
    """When the event of a text was.

    Args:
        text: Of the bulletin, in any normal form.
        year: Of dates without one, from the page's own date.
        title: Where a year may stand, if none is given.

    Returns:
        None: undecided.
    """
    mention = event_mention(text, year, title)
    return mention.when if mention else None


def event_mention(text: str, year: int | None = None, title: str = "") -> DateMention | None:
    """The expression that ``event_date`` takes; never one without a date."""
    opening = _opening(nfc(text))
    read = readable(opening)
    found = _dated(opening, year, title)
    governed = [one for one in found if _is_governed(one, read)]
    days = [one for one in governed if one.unit is Unit.DAY or _TODAY.fullmatch(one.text)]
    if days and days[0].unit is not Unit.DAY:
        days = list(_meant(days[0], found))
    elif not days:
        return next((one for one in governed if one.when), None)
    chosen = _first_day(days, read)
    return chosen if chosen and chosen.when else None


def _opening(text: str) -> str:
    """The text up to the end of its second paragraph; headings and stamps count for none."""
    counted = start = 0
    for gap in _BREAK.finditer(text, 0, _SCAN):
        counted += bool(_ENDED.search(text, max(start, gap.start() - 8), gap.start()))
        start = gap.end()
        if counted == _PARAGRAPHS:
            return text[: gap.start()]
    return text[:_SCAN]


def _dated(text: str, year: int | None, title: str) -> tuple[DateMention, ...]:
    if year is not None:
        return find(text, year)
    found = _year_of(nfc(title))
    if found is None:
        return find(text)
    dated = find(text, found)
    if not _REPORT.search(nfc(title)):
        return dated
    yearless = {one.start for one in find(text) if one.open is Open.YEAR}
    return tuple(
        replace(one, when=None, open=Open.YEAR)
        if one.start in yearless and one.when and not _is_safe(one.when)
        else one
        for one in dated
    )


def _is_safe(when: EventDate) -> bool:
    """Whether a meeting on what was done in a year took place in that very year.

    Not so in winter: what was done in 2025 is told in January 2026.
    """
    return when.start.month in _SAFE_MONTHS and when.end.month in _SAFE_MONTHS


def _year_of(title: str) -> int | None:
    years = set(_YEAR.findall(title))
    return int(years.pop()) if len(years) == 1 else None


def _is_governed(one: DateMention, text: str) -> bool:
    if one.kind is not Kind.EVENT or one.open in (Open.AMBIGUOUS, Open.WEEK):
        return False
    start = sentence_start(text, one.start)
    if _ASIDE.before(text, one.start, start) or _is_label(one):
        return False
    fronted = _FRONT.fullmatch(text, start, one.start)
    return bool(fronted or _HAPPENS.search(_sentence(one, text)))


def _is_label(one: DateMention) -> bool:
    """``Giải Sao Vàng 2018``: a year that belongs to a name."""
    return one.unit is Unit.YEAR and one.text.isdigit()


def _sentence(one: DateMention, text: str) -> str:
    """The words around a date in its sentence."""
    before = text[sentence_start(text, one.start) : one.start]
    return f"{before} {text[one.end : sentence_end(text, one.end)]}"


def _meant(today: DateMention, found: tuple[DateMention, ...]) -> Iterator[DateMention]:
    """What ``sáng nay`` is, where it is said: ``Sáng nay (5/3)``."""
    return (one for one in found if 0 <= one.start - today.end <= _NEAR)


def _first_day(days: list[DateMention], text: str) -> DateMention | None:
    """The first of the days, where no other could be meant as well."""
    first = next(iter(days), None)
    if first is None or first.when is None:
        return first
    others = [one for one in days[1:] if one.unit is Unit.DAY and one.when != first.when]
    if _LONE_DAY.fullmatch(first.text):
        return first  # 5, 12 và 19/4
    if any(_LISTED.fullmatch(text, first.end, one.start) for one in others):
        return None
    return first if not others or _is_staged(first, text) else None


def _is_staged(one: DateMention, text: str) -> bool:
    return _STAGED.search(_sentence(one, text)) is not None
