"""Whether figures are a date: what stands around them says so, or that they are not.

``Chiều 8/4`` is a date, ``7/10 trẻ`` a part, ``từ 1/3 đến 1/2`` may be either.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from bantin.vietnamese import datewords as w
from bantin.vietnamese.datechains import Chain, Join
from bantin.vietnamese.datepoints import (
    Open,
    Point,
    Unit,
    compiled,
    counted,
    measured,
    noun_follows,
)

_WINDOW: Final = 60
_NO_LETTER: Final = r"(?<![^\W_])"


class Trust(IntEnum):
    """How surely something is a date."""

    NONE = 0
    DOUBT = 1
    DATE = 2


_SAYS_WHEN: Final = (
    rf"{_NO_LETTER}(?:{w.PART}(?:\s{{1,3}}(?:nay|qua|mai))?|hôm(?:\s{{1,3}}(?:nay|qua))?"
    rf"|dịp(?:\s{{1,3}}lễ)?|lễ|{w.WEEKDAY}|{w.HOUR}|[0-9]\s{{1,3}}ngày|(?:hai|ba)\s{{1,3}}ngày)"
)
_STRONG: Final = compiled(rf"{_SAYS_WHEN}\s{{0,3}}\(?$")
_LOOSE: Final = compiled(
    rf"{_SAYS_WHEN}[\s,(:–-]{{1,3}}$|{_NO_LETTER}"
    r"(?:từ|đến|tới|hết|trước|sau|vào|qua|giữa|nghỉ|tết|mừng|niệm|nhân|ngày)[\s(]{1,3}$"
)
_NAME: Final = r"(?:\s{1,3}[^\W\d_]{1,10})"
_FEAST_DAY: Final = compiled(
    rf"{_NO_LETTER}ngày{_NAME}{{0,3}}?\s{{1,3}}{w.HOLIDAYS}{_NAME}{{0,7}}\s{{0,3}}[(,]?\s{{0,3}}$"
)
"""Ngày Quốc tế Người cao tuổi (1/10)."""
_SPECIAL_DAY: Final = compiled(
    rf"(?:(?-i:Ngày)|{_NO_LETTER}(?:tuần\s{{1,3}}lễ|tháng\s{{1,3}}hành|ngày\s{{1,3}}hội))"
    rf"{_NAME}{{1,9}}\s{{0,3}}[(,]?\s{{0,3}}$"
)
_NO_NAME: Final = compiled(
    w.words(r" (?:có|đạt|khoảng|là|được|chiếm|với|hơn|gần|còn|trên|dưới|bằng|và|tăng|giảm) ")
)
_JUST: Final = compiled(
    r"\s{1,3}(?:vừa\s{1,3}(?:qua|rồi)|tới\s{1,3}đây|năm\s{1,3}(?:nay|ngoái))(?![^\W_])"
)
_FROM: Final = compiled(rf"{_NO_LETTER}(?:từ|trong|vào|hồi|đến|tới|sau|trước|tháng)\s{{1,3}}$")
_NUMBERED: Final = compiled(rf"{_NO_LETTER}{w.NUMBERED}\s{{0,3}}:?\s{{0,3}}$")
_NUMBER: Final = compiled(rf"{_NO_LETTER}(?:số|phiên bản|version|v|tỷ lệ|tỉ lệ)\.?:?\s{{0,3}}$")
_PAPER: Final = compiled(rf"{_NO_LETTER}(?:{w.PAPER})(?:\s{{1,3}}số)?:?\s{{1,3}}$")
_ORDINAL: Final = compiled(rf"{_NO_LETTER}{w.ORDINAL}(?:\s{{1,3}}thứ)?\s{{1,3}}$")
_SCALE: Final = compiled(rf"{_NO_LETTER}{w.SCALE}\s{{1,3}}$")
_HOTLINE: Final = compiled(rf"{_NO_LETTER}{w.HOTLINE}[\s:(]{{1,3}}$")
_EVERY_NEXT: Final = compiled(
    rf"\s{{0,3}},?\s{{0,3}}{w.EVERY}\s{{1,3}}(?:năm|tháng|tuần|quý)(?![^\W_])"
)
_EVERY_BEFORE: Final = compiled(
    rf"{_NO_LETTER}{w.EVERY}\s{{1,3}}(?:năm|tháng|tuần),?\s{{1,3}}(?:cứ\s{{1,3}})?"
    r"(?:(?:vào|đến|tới|từ|nhân)\s{1,3})?(?:dịp\s{1,3})?$"
)
_MOON_NEXT: Final = compiled(
    rf"\s{{0,3}}\(?{w.MOON}(?![^\W_])|\s{{1,3}}{w.MOON_YEAR}(?![^\W_])"
)
_MOON_BEFORE: Final = compiled(
    rf"{_NO_LETTER}(?:(?P<moon>âm\s{{1,3}}lịch|giỗ\s{{1,3}}tổ)|{w.MOON_FEASTS})"
    r"(?:\s{1,3}[^\W\d_]{1,12}){0,3}[\s,:(]{1,3}$"
)
_MOON_DAY: Final = compiled(r"(?:ngày\s{1,3})?(?:mùng|mồng)")
_SHARE: Final = compiled(w.words(r" (?:số|tổng|dân số|thời gian)") + r"(?![^\W_])")
_DOSED: Final = compiled(rf"\s{{0,3}}(?:%|{w.DOSES}(?![^\W_]))")
_FRACTIONS: Final = (2, 3, 4, 5, 10)
_ROUND_THE_CLOCK: Final = ((24, 7), (24, 24), (7, 7))


def trust(text: str, chain: Chain) -> Trust:
    """How surely the chain is a date; text in NFC."""
    before = text[max(0, chain.start - _WINDOW) : chain.start]
    if is_lunar(text, chain) or chain.points[0].open is Open.LUNAR:
        return Trust.DATE
    if _EVERY_NEXT.match(text, chain.end) or _EVERY_BEFORE.search(before):
        return Trust.NONE
    first = chain.points[0]
    if first.unit is Unit.DAY:
        return _trust_days(text, chain, before)
    if first.unit is Unit.YEAR and not first.named:
        refused = _HOTLINE.search(before) or counted(text, chain.end)
        return Trust.NONE if refused else Trust.DATE
    if first.unit is Unit.MONTH and not any(point.marked for point in chain.points):
        return _trust_months(text, chain, before)
    return Trust.DATE


def is_lunar(text: str, chain: Chain) -> bool:
    """Whether the days are those of the lunar year: 15/8 âm lịch, Giỗ Tổ (mùng 10/3)."""
    if chain.points[0].unit not in (Unit.DAY, Unit.MONTH):
        return False
    if _MOON_NEXT.match(text, chain.end):
        return True
    before = text[max(0, chain.start - _WINDOW) : chain.start]
    told = _MOON_BEFORE.search(before)
    return bool(told and (told["moon"] or _MOON_DAY.match(text, chain.points[0].start)))


def _trust_months(text: str, chain: Chain, before: str) -> Trust:
    """``7/2019``: not the Thông tư 7/2019, nor đợt 3/2025, nor 1/2000 trẻ."""
    first = chain.points[0]
    if _NUMBER.search(before) or _PAPER.search(before) or _SCALE.search(before):
        return Trust.NONE
    if counted(text, chain.end) or not all(1 <= (p.month or 0) <= 12 for p in chain.points):
        return Trust.NONE
    doubtful = first.sign != "/" or (first.month == 1 and (first.year or 0) % 100 == 0)
    if _ORDINAL.search(before) or (doubtful and not _FROM.search(before)):
        return Trust.DOUBT
    return Trust.DATE


def _trust_days(text: str, chain: Chain, before: str) -> Trust:
    first = chain.points[0]
    if first.named:
        return Trust.DATE
    if _NUMBER.search(before):
        return Trust.NONE
    if first.month is None:
        return _trust_bare(text, chain, before)
    if first.marked:
        return Trust.DATE
    if Join.TO in chain.joins and any(point.marked for point in chain.points):
        return Trust.DOUBT if first.sign == "." else Trust.DATE
    return _trust_figures(text, chain, before)


def _trust_bare(text: str, chain: Chain, before: str) -> Trust:
    """``12 và 13/9``, ``6-7/6``, ``5 đến 7/6/2019``."""
    if _STRONG.search(before):
        return Trust.DATE
    if counted(text, chain.end) or _NUMBERED.search(before):
        return Trust.NONE
    if Join.AND not in chain.joins and Join.TO not in chain.joins:
        return Trust.NONE
    dated = chain.points[-1].year is not None
    told = _LOOSE.search(before) or _follows_special_day(before)
    if chain.joins[0] is Join.TO:
        return Trust.DATE if dated or told or chain.since else Trust.DOUBT
    return Trust.DATE if dated and told else Trust.DOUBT


def _trust_figures(text: str, chain: Chain, before: str) -> Trust:
    """``8/4``, ``5-3``, ``21.7`` without a word that makes them a date."""
    if not all(_is_possible(point) for point in chain.points):
        said = _STRONG.search(before) and chain.points[0].sign == "/"
        return Trust.DATE if said and not noun_follows(text, chain.end) else Trust.NONE
    if _STRONG.search(before) or _FEAST_DAY.search(before):
        return _trust_said(text, chain)
    if measured(text, chain.end):
        return Trust.NONE
    if _JUST.match(text, chain.end):
        return Trust.DATE
    if chain.since or _LOOSE.search(before) or _follows_special_day(before):
        return _trust_loosely_said(text, chain)
    return _trust_unsaid(text, chain, before)


def _follows_special_day(before: str) -> bool:
    name = _SPECIAL_DAY.search(before)
    return bool(name and not _NO_NAME.search(name[0]))


def _trust_said(text: str, chain: Chain) -> Trust:
    """Behind sáng, hôm, thứ Hai."""
    first = chain.points[0]
    if _DOSED.match(text, chain.end):
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


def _trust_unsaid(text: str, chain: Chain, before: str) -> Trust:
    first = chain.points[0]
    refused = first.sign not in "/" or noun_follows(text, chain.end) or _NUMBERED.search(before)
    always = (first.day, first.month) in _ROUND_THE_CLOCK
    return Trust.NONE if refused or always else Trust.DOUBT


def _is_possible(point: Point) -> bool:
    return 1 <= (point.day or 0) <= 31 and 1 <= (point.month or 0) <= 12


def _is_part(point: Point) -> bool:
    """7/10, but not 15/8."""
    return (point.day or 0) <= (point.month or 0)


def _is_fraction(point: Point) -> bool:
    """1/2, 2/3, 3/4, 7/10."""
    return _is_part(point) and point.month in _FRACTIONS
