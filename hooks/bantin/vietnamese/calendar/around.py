"""What stands around a date: its line and sentence, a weekday, hours."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from bantin.vietnamese.calendar import words as w
from bantin.vietnamese.calendar.days import said
from bantin.vietnamese.calendar.points import LINE_END, Ending, compiled

_LINE: Final = 160
_REST: Final = 120
_STOP: Final = re.compile(
    r"\b(?:[^\W\d_]{1,4}\.)?(?:BS|Bs|ThS|Ths|TS|Ts|PGS|GS|TP|Tp|CN|ĐD|DS|KTV|TTND|TTƯT"
    r"|BSCKII?|BSCK[12]|[A-ZĐ])\.(?=\s)|(?P<stop>[.!?…;])(?=[\s”\"])"
)
"""Ends of sentences; a full stop behind a title or an initial is none."""
_PLAIN: Final = str.maketrans("_\u0130\u0131\u017f", " Iis")
"""Marks of emphasis, and letters that patterns without case take for others."""
_ADDRESS: Final = compiled(r"(?:https?://|www\.)\S*")
_WANTS_FIGURES: Final = compiled(
    r"\b(?:ngày|tháng|năm|quý|từ|đến|và|sáng|chiều|tối|mùng)\s$|/\s$"
)
_WRAP: Final = re.compile(r"(?<=[^\n]{50})(?<![.!?:;…|])\n(?=[^\W_])")

_DAY: Final = r"(?:ngày\s{0,3})?"
_WEEKDAY: Final = Ending(
    rf"(?:(?:^|[.!?:;,(\0“\"–|-])\s{{0,3}}"
    rf"|\b(?:{w.PART}|vào|hôm|từ|đến|hết|tới|lúc|và|là|nhằm|{w.HOUR}) )"
    rf"(?P<day>{w.WEEKDAY})[\s,(:–-]{{1,4}}{_DAY}"
)
_WEEKDAY_BEHIND: Final = compiled(
    rf"\s?(?:\((?P<day>{w.WEEKDAY})\s?[),]|[,–-]?\s?(?P<plain>{w.WEEKDAY})\s?(?:[,.;)\0]|$))"
)
_HOURS: Final = (
    rf"(?P<from>{w.HOUR})(?: (?P<part>{w.PART}))?"
    rf"(?:\s?(?:đến|tới|[–-])\s?(?P<to>{w.HOUR})(?: (?P<last>{w.PART}))?)?"
)
_HOURS_BEFORE: Final = Ending(
    rf"\b(?:(?P<early>{w.PART}) )?{_HOURS}(?: nay)?[\s,|]{{1,3}}"
    rf"(?:(?:{w.WEEKDAY})[\s,(]{{1,3}})?{_DAY}",
    60,
)
_HOURS_BEHIND: Final = compiled(
    rf"[\s,:;|(–-]{{1,4}}(?:(?:vào|lúc|hồi|từ|bắt đầu) ){{0,3}}{_HOURS}"
)
_CLOCK: Final = compiled(r"([0-9]{1,2})\s?(?:giờ|h|g|:)\s?([0-9]{2})?")
_LATE: Final = ("chiều", "tối")


def readable(text: str) -> str:
    """The text, of the same length, with a mark where a line ends and nothing of addresses.

    Lines that only a margin broke go on: white space never leads out of a line.
    """
    blanked = _ADDRESS.sub(lambda address: LINE_END * len(address[0]), text)
    return _WRAP.sub(_joined, blanked.translate(_PLAIN)).replace("\n", LINE_END)


def _joined(wrap: re.Match[str]) -> str:
    text, behind = wrap.string, wrap.end()
    if text[behind].islower():
        return " "
    figure = text[behind].isdigit() and _WANTS_FIGURES.search(text, behind - 9, behind)
    return " " if figure else "\n"


def line_start(text: str, place: int) -> int:
    """Where the line of ``place`` begins, no more than 160 characters before."""
    since = max(0, place - _LINE)
    return max(since, text.rfind(LINE_END, since, place) + 1)


def line_end(text: str, place: int) -> int:
    """Where the line of ``place`` ends, no more than 120 characters behind."""
    until = min(len(text), place + _REST)
    found = text.find(LINE_END, place, until)
    return until if found < 0 else found


def sentence_start(text: str, place: int) -> int:
    """Where the sentence of ``place`` begins, in its line."""
    start = line_start(text, place)
    for stop in _STOP.finditer(text, start, place):
        start = stop.end() if stop["stop"] else start
    return start


def sentence_end(text: str, place: int) -> int:
    """Where the sentence of ``place`` ends, in its line."""
    end = line_end(text, place)
    stops = (stop.start() for stop in _STOP.finditer(text, place, end) if stop["stop"])
    return next(stops, end)


def weekday_beside(text: str, start: int, end: int) -> int | None:
    """The weekday that is written before or behind a date; Monday is 0.

    ``Đại hội lần thứ Hai, ngày 06/02/2026`` has none.
    """
    found = _WEEKDAY.before(text, start)
    if found:
        return _weekday(found["day"])
    found = _WEEKDAY_BEHIND.match(text, end)
    return _weekday(found["day"] or found["plain"]) if found else None


def _weekday(written: str) -> int:
    name = said(written).removeprefix("thứ ")
    return w.WEEKDAYS[name if name in w.WEEKDAYS else name.removeprefix("t")]


def hours_beside(text: str, start: int, end: int) -> tuple[time, ...]:
    """When it begins, and ends: ``từ 8h00 đến 11h30``; empty where no hour is written."""
    found = _HOURS_BEFORE.before(text, start) or _HOURS_BEHIND.match(text, end)
    if found is None:
        return ()
    parts = found.groupdict()
    first = parts["part"] or parts.get("early") or (parts["last"] if parts["to"] else "") or ""
    times = [_clock(parts["from"], first)]
    if parts["to"]:
        times.append(_clock(parts["to"], parts["last"] or ""))
    known = tuple(moment for moment in times if moment is not None)
    return known if len(known) == len(times) and list(known) == sorted(known) else ()


def _clock(written: str, part: str) -> time | None:
    """``7h30``, ``14 giờ 30 phút``, ``08:15``; None for 24h."""
    parts = _CLOCK.match(written)
    hour, minute = (int(one or 0) for one in parts.groups()) if parts else (24, 0)
    if hour > 23:
        return None
    late = part.casefold() in _LATE and 1 <= hour < 12
    return time(hour + 12 if late else hour, minute)
