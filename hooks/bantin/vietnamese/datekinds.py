"""What a date is of: an event, a paper, a founding day, a reporting period, a deadline."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bantin.model import EventDate
from bantin.vietnamese import datewords as w
from bantin.vietnamese.datepoints import Unit, compiled


class Kind(StrEnum):
    """What a date is of."""

    EVENT = "event"
    """May be when something took or takes place."""
    DOCUMENT = "document"
    ANNIVERSARY = "anniversary"
    PERIOD = "period"
    DEADLINE = "deadline"
    EFFECT = "effect"
    """In force from."""
    PUBLICATION = "publication"


@dataclass(frozen=True)
class Setting:
    """A date among its words."""

    unit: Unit
    when: EventDate | None
    line: str
    """What stands before it in its line, no more than the last 160 characters."""
    before: str
    """Of that, what stands in its sentence."""
    after: str
    """What follows in its line, no more than 120 characters."""
    period: bool
    """Whether its own words make it a reporting period."""
    bare_years: bool
    """Whether it is years without any word: ``1990 - 2020``."""
    is_range: bool
    named: bool
    """Whether it begins with the word for its unit: ngày, tháng."""


def _ends(pattern: str) -> re.Pattern[str]:
    """The pattern, from the beginning of a word to the date."""
    return compiled(rf"(?<![^\W_])(?:{pattern})[\s,(:–-]{{0,4}}$")


def _some_words(most: int) -> str:
    return rf"(?:\s{{1,3}}[^\s,;.()]{{1,12}}){{0,{most}}}?"


_DAY: Final = r"(?:ngày\s{1,3})?"
_WEEKDAY: Final = rf"(?:(?:{w.WEEKDAY})[\s,(]{{1,3}})?"
_NUMBER: Final = r"(?:số\s{0,2}:?\s{0,2})?[0-9]{1,5}[\w.-]{0,6}(?:/[\w.-]{1,12}){1,3}"
"""``817/QĐ-UBND``, ``số: 26/2020/TT-BYT``."""

_STAMP: Final = compiled(
    r"\s{0,2}[|,–-]?\s{0,2}[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?:\s?[AP]M)?"
    r"\s{0,3}(?:\(?(?:GMT|UTC)|[|]|$)"
)
"""``08:15 (GMT+7)``, behind a date and with nothing more in its line."""
_STAMP_OPENS: Final = compiled(rf"\W{{0,3}}{_WEEKDAY}")
_TIME_BEFORE: Final = compiled(
    rf"\W{{0,3}}[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?[\s|,–-]{{1,4}}{_WEEKDAY}"
)
_LINE_ENDS: Final = compiled(r"\s{0,3}(?:\(?GMT|[|]|$)")
_DATELINE: Final = compiled(rf"\s{{0,3}}\([^()]{{1,40}}?\s?[,–-]\s?{_DAY}")
_DATELINE_ENDS: Final = compiled(r"\s?\)")
_AND_TODAY: Final = compiled(rf"\s?\)[\s:–-]{{0,4}}(?:vào\s)?{w.TODAY}(?![^\W_])")
_POSTED: Final = _ends(
    rf"{w.POSTED}(?:[\s:]{{1,4}}{w.HOUR})?(?:[\s,|–-]{{1,4}}(?:{w.WEEKDAY}))?(?:\s{{1,3}}vào)?"
)
_NUMBERED_PAPER: Final = _ends(
    rf"{_NUMBER}(?:\s{{1,3}}(?:của|do|về|v/v|được|ký|ban){_some_words(14)})?"
)
_PAPER: Final = _ends(rf"(?P<paper>{w.PAPER})(?:\s{{1,3}}(?:của|do){_some_words(6)})?")
_NUMBER_SAID: Final = _ends(rf"(?:{w.PAPER})\s{{1,3}}số\s{{1,3}}\S{{1,40}}")
_LED_TO: Final = compiled(w.words("(?:theo|tại|căn cứ|thực hiện|kèm theo|bản|các|của) ") + "$")
_ISSUED: Final = _ends(rf"(?<!lễ ){w.ISSUED}(?:\s{{1,3}}vào)?")
_ISSUED_BY: Final = compiled(r"\s{0,3}\)?\s{0,3}(?:của|về việc|v/v|về)\s")
_MOMENT: Final = compiled(
    rf"(?<![^\W_])(?:{w.PART}|{w.HOUR})(?:\s{{1,3}}(?:nay|qua|mai))?[\s,(]{{1,3}}{_WEEKDAY}$"
)
_IN_FORCE: Final = _ends(
    rf"{w.IN_FORCE}{_some_words(4)}\s{{1,3}}(?:kể\s{{1,3}})?từ|kể\s{{1,3}}từ"
    rf"|hiệu\s{{1,3}}lực(?:\s{{1,3}}thi\s{{1,3}}hành)?(?:\s{{1,3}}(?:vào|từ))?"
)
_SINCE: Final = _ends("từ")
_GETS_FORCE: Final = compiled(
    r"[^.;]{0,100}?(?:có\s{1,3}hiệu\s{1,3}lực|được\s{1,3}áp\s{1,3}dụng)"
)
_BY: Final = rf"(?:\s{{1,3}}{w.HOUR})?(?:\s{{1,3}}{w.PART})?"
_DUE: Final = _ends(
    rf"(?:trước{_BY}|{w.DUE}{_some_words(6)}(?:\s{{1,3}}(?:là|đến|vào|trước))?{_BY}"
    rf"|(?:nộp|gửi|đăng\s{{1,3}}ký|nhận\s{{1,3}}hồ\s{{1,3}}sơ|bình\s{{1,3}}chọn){_some_words(6)}"
    rf"\s{{1,3}}(?:đến|tới){_BY}|hết{_BY})"
)
_COUNTED_TO: Final = _ends(r"tính\s{1,3}(?:đến|tới)(?:\s{1,3}(?:hết|cuối))?")
_FOUNDED: Final = _ends(rf"{w.FOUNDED}(?:\s{{1,3}}(?:vào|từ))?")
_REMEMBERED: Final = _ends(rf"(?P<how>{w.REMEMBERED})(?P<what>{_some_words(14)})")
_JUBILEE: Final = _ends(rf"{w.JUBILEE}{_some_words(14)}")
_HAPPENS: Final = compiled(
    rf"(?<![^\W_]){w.words('diễn ra|tổ chức|vào|sẽ|đã|khai mạc')}(?![^\W_])"
)
_SPECIAL_DAY: Final = compiled(
    rf"(?<![^\W_])ngày(?:\s{{1,3}}[^\W\d_]{{1,10}}){{0,4}}?\s{{1,3}}{w.HOLIDAYS}"
    r"(?![^\W_])(?P<rest>[^,;.]{0,60})$"
)
_FEAST: Final = _ends(w.words("(?:nghỉ|dịp) lễ|dịp|nghỉ"))
_TERM: Final = _ends(rf"{w.TERMS}{_some_words(3)}")
_REPORTED: Final = _ends(rf"{w.REPORTED}{_some_words(9)}")
_MEASURED: Final = _ends(rf"{w.MEASURED_OVER}{_some_words(6)}")
_WITHIN: Final = _ends(w.WITHIN)


def kind_of(date: Setting) -> Kind:
    """What the date is of, by the words around it; where they say nothing, of an event."""
    return next((kind for kind, holds in _RULES if holds(date)), Kind.EVENT)


def says_moment(before: str) -> bool:
    """Whether a part of the day or an hour stands right before a date."""
    return _MOMENT.search(before) is not None


def _is_publication(date: Setting) -> bool:
    return bool(_POSTED.search(date.before)) or _is_stamp(date) or _is_dateline(date)


def _is_stamp(date: Setting) -> bool:
    """``Thứ Tư, 10/01/2024 08:15 (GMT+7)``, ``08:15 | 10/01/2024`` in a line of its own."""
    if date.unit is not Unit.DAY or date.is_range:
        return False
    if _STAMP_OPENS.fullmatch(date.line) and _STAMP.match(date.after):
        return True
    return bool(
        not date.named and _TIME_BEFORE.fullmatch(date.line) and _LINE_ENDS.match(date.after)
    )


def _is_dateline(date: Setting) -> bool:
    """``(BV-05/12/2016)``, unless a ``Sáng nay`` behind it means that day."""
    if not _DATELINE.fullmatch(date.line) or not _DATELINE_ENDS.match(date.after):
        return False
    return not _AND_TODAY.match(date.after) and not _MOMENT.search(date.line)


def _is_document(date: Setting) -> bool:
    if date.unit is not Unit.DAY or _MOMENT.search(date.before):
        return False
    if _ISSUED.search(date.before):
        return True
    if date.before.rstrip().endswith(",") and not _ISSUED_BY.match(date.after):
        return False
    if _NUMBERED_PAPER.search(date.before) or _NUMBER_SAID.search(date.before):
        return True
    paper = _PAPER.search(date.before)
    return bool(paper and _is_noun(paper, date))


def _is_noun(paper: re.Match[str], date: Setting) -> bool:
    """Whether a Thông báo is meant and not that somebody makes it known."""
    word = paper["paper"].casefold()
    if word not in w.VERBAL_PAPERS or _ISSUED_BY.match(date.after):
        return True
    return bool(paper["paper"][0].isupper() or _LED_TO.search(paper.string, 0, paper.start()))


def _is_effect(date: Setting) -> bool:
    if date.is_range or _MOMENT.search(date.before):
        return False
    since = _SINCE.search(date.before) and _GETS_FORCE.match(date.after)
    return bool(since or _IN_FORCE.search(date.before))


def _is_deadline(date: Setting) -> bool:
    if date.is_range or _COUNTED_TO.search(date.before):
        return False
    due = _DUE.search(date.before)
    return bool(
        due and (date.unit is not Unit.YEAR or not due[0].casefold().startswith("trước"))
    )


def _is_anniversary(date: Setting) -> bool:
    if _same_day(date.when) or _FOUNDED.search(date.before):
        return True
    if date.bare_years or date.unit is not Unit.DAY:
        return date.bare_years and bool(_JUBILEE.search(date.before))
    if date.is_range or _MOMENT.search(date.before):
        return False
    named = _SPECIAL_DAY.search(date.before)
    if _FEAST.search(date.before):
        return True
    if named and not _HAPPENS.search(named["rest"]):
        return True
    how = _REMEMBERED.search(date.before)
    return bool(how and not _HAPPENS.search(how["what"] + " "))


def _same_day(when: EventDate | None) -> bool:
    """``27/2/1955 – 27/2/2025``."""
    return when is not None and (
        when.start.year < when.end.year
        and (when.start.month, when.start.day) == (when.end.month, when.end.day)
    )


def _is_period(date: Setting) -> bool:
    if date.period or date.bare_years or _COUNTED_TO.search(date.before):
        return True
    if date.unit is Unit.DAY:
        return date.is_range and bool(_MEASURED.search(date.before))
    if date.unit is Unit.YEAR and (date.is_range or _TERM.search(date.before)):
        return True
    if _WITHIN.search(date.before):
        return bool(_MEASURED.search(date.before))
    if _REPORTED.search(date.before):
        return True
    return date.unit is Unit.QUARTER


_RULES: Final[tuple[tuple[Kind, Callable[[Setting], bool]], ...]] = (
    (Kind.PUBLICATION, _is_publication),
    (Kind.DOCUMENT, _is_document),
    (Kind.EFFECT, _is_effect),
    (Kind.DEADLINE, _is_deadline),
    (Kind.ANNIVERSARY, _is_anniversary),
    (Kind.PERIOD, _is_period),
)
