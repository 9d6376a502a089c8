"""Whether figures are a date: what stands around them says so, or that they are not.

``Chiều 8/4`` is a date, ``7/10 trẻ`` a part, ``từ 1/3 đến 1/2`` may be either.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from bantin.vietnamese.calendar import words as w
from bantin.vietnamese.calendar.chains import Chain, Join
from bantin.vietnamese.calendar.points import (
    Ending,
    Open,
    Point,
    Unit,
    compiled,
    counted,
    measured,
    noun_follows,
)


class Trust(IntEnum):
    """How surely something is a date."""

    NONE = 0
    DOUBT = 1
    DATE = 2


_SAYS_WHEN: Final = (
    rf"\b(?:{w.PART}(?: (?:nay|qua|mai))?|hôm(?: (?:nay|qua))?|dịp(?: lễ)?|lễ|{w.WEEKDAY}"
    rf"|{w.HOUR}|(?:[0-9]|hai|ba) ngày)"
)
_STRONG: Final = Ending(rf"{_SAYS_WHEN}\s{{0,3}}\(?")
_LOOSE: Final = Ending(
    rf"{_SAYS_WHEN}[\s,(:–-]{{1,3}}"
    r"|\b(?:từ|đến|tới|hết|trước|sau|vào|qua|giữa|nghỉ|tết|mừng|niệm|nhân|ngày)[\s(]{1,3}"
)
_NAME: Final = r"(?: [^\W\d_]{1,10})"
_FEAST: Final = Ending(
    rf"\b(?:ngày{_NAME}{{0,3}}? {w.HOLIDAYS}|{w.FEASTS}){_NAME}{{0,7}}\s?[(,]?\s?", 100
)
"""Ngày Quốc tế Người cao tuổi (1/10)."""
_SPECIAL_DAY: Final = Ending(
    rf"(?:(?-i:Ngày)|\b(?:tuần lễ|tháng hành|ngày hội)){_NAME}{{1,9}}\s?[(,]?\s?", 100
)
_NO_NAME: Final = compiled(
    " (?:có|đạt|khoảng|là|được|chiếm|với|hơn|gần|còn|trên|dưới|bằng|và|tăng|giảm) "
)
_JUST: Final = compiled(
    rf" (?:vừa (?:qua|rồi)|tới đây|năm (?:nay|ngoái))\b|\s?\((?:{w.WEEKDAY})\)"
)
_WITHIN: Final = Ending(r"\b(?:từ|trong|vào|hồi|đến|tới|sau|trước|tháng) ", 10)
_NUMBERED: Final = Ending(rf"\b{w.NUMBERED}\s{{0,3}}:?\s{{0,3}}", 24)
_NUMBER: Final = Ending(r"\b(?:số|mã|mã hồ sơ|phiên bản|version|v|tỷ lệ|tỉ lệ)\.?:?\s{0,3}", 20)
_PAPER: Final = Ending(rf"\b(?:{w.PAPER})(?: số)?:? ", 30)
_ORDINAL: Final = Ending(
    rf"\b{w.ORDINAL}(?: thứ)? (?:[0-9IVX]{{1,4}}(?:\s?[,–-]\s?| và )){{0,4}}", 40
)
_WHILE: Final = Ending(r"\b(?:trong|cả|sau|qua|suốt|tuần|buổi|số) ", 10)
_SCALE: Final = Ending(rf"\b{w.SCALE} ", 20)
_HOTLINE: Final = Ending(rf"\b{w.HOTLINE}[\s:(]{{1,3}}", 20)
_EVERY_NEXT: Final = compiled(rf"\s?,?\s?\b{w.EVERY} (?:năm|tháng|tuần|quý)\b")
_EVERY: Final = Ending(
    rf"\b{w.EVERY} (?:năm,? |tháng |tuần )(?:cứ )?(?:(?:vào|đến|tới|từ|nhân) )?(?:dịp )?"
)
_MOON_NEXT: Final = compiled(
    rf"\s?\(?{w.MOON}\b| {w.MOON_YEAR}\b|[\s,(–-]{{1,3}}(?:ngày )?giỗ tổ\b"
)
_MOON: Final = Ending(
    rf"\b(?:(?P<moon>âm lịch|giỗ tổ)|{w.MOON_FEASTS}){_NAME}{{0,3}}[\s,:(]{{1,3}}", 60
)
_MOON_DAY: Final = compiled(r"(?:ngày )?(?:mùng|mồng)")
_SHARE: Final = compiled(rf" {w.SHARES}\b")
_OF_ALL: Final = compiled(r" (?:tổng )?số ")
_DOSED: Final = compiled(rf"\s?(?:%|{w.DOSES}\b)")
_FIGURES_SINCE: Final = 1800
"""Nobody writes a day of an earlier year in figures alone."""
_FRACTIONS: Final = (2, 3, 4, 5, 10)
_ROUND_THE_CLOCK: Final = ((24, 7), (24, 24), (7, 7))


def trust(text: str, chain: Chain) -> Trust:
    """How surely the chain is a date; text in NFC."""
    first = chain.points[0]
    if is_lunar(text, chain) or first.open is Open.LUNAR:
        return Trust.DATE
    if _recurs(text, chain):
        return Trust.NONE
    if first.unit is Unit.DAY:
        return _trust_days(text, chain)
    if first.unit is Unit.YEAR and not first.named:
        refused = _HOTLINE.before(text, chain.start) or counted(text, chain.end)
        return Trust.NONE if refused else Trust.DATE
    if first.unit is Unit.MONTH and not any(point.marked for point in chain.points):
        return _trust_months(text, chain)
    return Trust.DATE


def _recurs(text: str, chain: Chain) -> bool:
    """``27/2 hằng năm``, ``hằng năm, vào ngày 27/2``."""
    if any(point.year for point in chain.points):
        return False
    return bool(_EVERY_NEXT.match(text, chain.end) or _EVERY.before(text, chain.start))


def is_lunar(text: str, chain: Chain) -> bool:
    """Whether the days are those of the lunar year: 15/8 âm lịch, Giỗ Tổ (mùng 10/3)."""
    if chain.points[0].unit not in (Unit.DAY, Unit.MONTH):
        return False
    if _MOON_NEXT.match(text, chain.end):
        return True
    if any(point.year for point in chain.points):
        return False
    told = _MOON.before(text, chain.start)
    return bool(told and (told["moon"] or _MOON_DAY.match(text, chain.points[0].start)))


def _trust_months(text: str, chain: Chain) -> Trust:
    """``7/2019``: not the Thông tư 7/2019, nor đợt 3/2025, nor 1/2000 trẻ."""
    first = chain.points[0]
    start = first.start
    if any(ending.before(text, start) for ending in (_NUMBER, _PAPER, _SCALE)):
        return Trust.NONE
    if counted(text, chain.end) or not all(1 <= (p.month or 0) <= 12 for p in chain.points):
        return Trust.NONE
    doubtful = first.sign != "/" or (first.month == 1 and (first.year or 0) % 100 == 0)
    if _ORDINAL.before(text, start) or (doubtful and not _WITHIN.before(text, start)):
        return Trust.DOUBT
    return Trust.DATE


def _trust_days(text: str, chain: Chain) -> Trust:
    first = chain.points[0]
    if first.named:
        share = first.sign == "/" and first.year is None and _is_fraction(first)
        return Trust.DOUBT if share and _OF_ALL.match(text, chain.end) else Trust.DATE
    if _NUMBER.before(text, chain.start):
        return Trust.NONE
    if first.month is None:
        return _trust_bare(text, chain)
    if not first.sign and any(one.before(text, chain.start) for one in (_ORDINAL, _WHILE)):
        return Trust.DOUBT  # đợt 2 tháng 5/2026, trong 2 tháng 5/2026 và 6/2026
    if first.year and first.year < _FIGURES_SINCE:
        return Trust.NONE  # Mã hồ sơ 24/06/1187
    if first.marked or (first.open and first.year):
        return Trust.DATE
    if any(point.marked for point in chain.points):
        return _trust_beside_sure(text, chain)
    return _trust_figures(text, chain)


def _trust_beside_sure(text: str, chain: Chain) -> Trust:
    """``30/8 - 2/9/2025``, ``5/9, 12/9, 19/9/2025``; not the first of ``7/10, 12/3/2026``."""
    if Join.TO in chain.joins:
        return Trust.DOUBT if chain.points[0].sign == "." else Trust.DATE
    first = chain.points[0]
    if _STRONG.before(text, chain.start) or _LOOSE.before(text, chain.start):
        return Trust.DATE
    if first.sign != "/" or _is_fraction(first) or _NUMBERED.before(text, chain.start):
        return Trust.NONE
    return Trust.DATE if all(map(_is_possible, chain.points)) else Trust.NONE


def _trust_bare(text: str, chain: Chain) -> Trust:
    """``12 và 13/9``, ``6-7/6``, ``5 đến 7/6/2019``."""
    if _STRONG.before(text, chain.start):
        return Trust.DATE
    if counted(text, chain.end) or _NUMBERED.before(text, chain.start):
        return Trust.NONE
    if Join.AND not in chain.joins and Join.TO not in chain.joins:
        return Trust.NONE
    dated = chain.points[-1].year is not None
    told = _LOOSE.before(text, chain.start) or _follows_special_day(text, chain.start)
    if chain.joins[0] is Join.TO:
        return Trust.DATE if dated or told or chain.since else Trust.DOUBT
    return Trust.DATE if dated and told else Trust.DOUBT


def _trust_figures(text: str, chain: Chain) -> Trust:
    """``8/4``, ``5-3``, ``21.7`` without a word that makes them a date."""
    start, end = chain.start, chain.end
    strong = _STRONG.before(text, start) or _FEAST.before(text, start)
    if not all(_is_possible(point) for point in chain.points):
        said = strong and chain.points[0].sign == "/"
        return Trust.DATE if said and not noun_follows(text, end) else Trust.NONE
    if (chain.points[0].day, chain.points[0].month) in _ROUND_THE_CLOCK and not strong:
        return Trust.NONE
    if strong:
        return _trust_said(text, chain)
    if measured(text, end):
        return Trust.NONE
    if _JUST.match(text, end):
        return Trust.DATE
    if chain.since or _LOOSE.before(text, start) or _follows_special_day(text, start):
        return _trust_loosely_said(text, chain)
    return _trust_unsaid(text, chain)


def _follows_special_day(text: str, start: int) -> bool:
    name = _SPECIAL_DAY.before(text, start)
    return bool(name and not _NO_NAME.search(name[0]))


def _trust_said(text: str, chain: Chain) -> Trust:
    """Behind sáng, hôm, thứ Hai."""
    first = chain.points[0]
    if _DOSED.match(text, chain.end) or (first.sign != "/" and measured(text, chain.end)):
        return Trust.NONE
    if first.sign == "/":
        share = _is_fraction(first) and _SHARE.match(text, chain.end)
        return Trust.DOUBT if share else Trust.DATE
    ascending = (first.day or 0) < (first.month or 0)
    return Trust.DOUBT if ascending and counted(text, chain.end) else Trust.DATE


def _trust_loosely_said(text: str, chain: Chain) -> Trust:
    """Behind từ, đến, vào, or a comma."""
    first = chain.points[0]
    if first.sign == "." or (counted(text, chain.end) and _is_part(chain.points[-1])):
        return Trust.NONE
    if first.sign == "-" and noun_follows(text, chain.end):
        return Trust.NONE
    sure = first.sign in "/" and not noun_follows(text, chain.end)
    return Trust.DATE if sure and not all(map(_is_fraction, chain.points)) else Trust.DOUBT


def _trust_unsaid(text: str, chain: Chain) -> Trust:
    first = chain.points[0]
    if first.sign not in "/" or noun_follows(text, chain.end):
        return Trust.NONE
    return Trust.NONE if _NUMBERED.before(text, chain.start) else Trust.DOUBT


def _is_possible(point: Point) -> bool:
    return 1 <= (point.day or 0) <= 31 and 1 <= (point.month or 0) <= 12


def _is_part(point: Point) -> bool:
    """7/10, but not 15/8."""
    return (point.day or 0) <= (point.month or 0)


def _is_fraction(point: Point) -> bool:
    """1/2, 2/3, 3/4, 7/10."""
    return _is_part(point) and point.month in _FRACTIONS
