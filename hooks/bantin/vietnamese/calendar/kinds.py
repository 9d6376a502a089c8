"""What a date is of: an event, a paper, a founding day, a reporting period, a deadline."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from bantin.model import EventDate
from bantin.vietnamese.calendar import signs
from bantin.vietnamese.calendar import words as w
from bantin.vietnamese.calendar.around import line_end, line_start, sentence_start
from bantin.vietnamese.calendar.points import Ending, Unit


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

    text: str
    start: int
    end: int
    unit: Unit
    when: EventDate | None
    named: bool
    """Whether it begins with the word for its unit: ngày, tháng."""
    period: bool
    """Whether its own words make it a reporting period."""
    is_range: bool
    behind_other: int = 0
    """Where the date before it ends, if both stand in one list."""

    @cached_property
    def since(self) -> int:
        """Where its sentence begins."""
        return max(self.behind_other, sentence_start(self.text, self.start))

    @property
    def line(self) -> str:
        """What stands before it in its line."""
        return self.text[line_start(self.text, self.start) : self.start]

    @property
    def rest(self) -> str:
        """What stands behind it in its line."""
        return self.text[self.end : line_end(self.text, self.end)]

    @property
    def bare_years(self) -> bool:
        """``1990 - 2020`` without any word."""
        return self.is_range and self.unit is Unit.YEAR and not self.named

    def behind(self, ending: Ending) -> re.Match[str] | None:
        """The words of its sentence that end where it begins."""
        return ending.before(self.text, self.start, self.since)


def kind_of(date: Setting) -> Kind:
    """What the date is of, by the words around it; where they say nothing, of an event."""
    return next((kind for kind, holds in _RULES if holds(date)), Kind.EVENT)


def says_moment(text: str, start: int) -> bool:
    """Whether a part of the day or an hour stands right before a date."""
    return signs.MOMENT.before(text, start) is not None


def _is_publication(date: Setting) -> bool:
    if date.unit is not Unit.DAY or date.is_range:
        return False
    return bool(date.behind(signs.POSTED)) or _is_stamp(date) or _is_dateline(date)


def _is_stamp(date: Setting) -> bool:
    """``Thứ Tư, 10/01/2024 08:15 (GMT+7)``, ``08:15 | 10/01/2024`` in a line of its own."""
    if signs.ZONE.match(date.text, date.end):
        return True
    if signs.STAMP.match(date.text, date.end) and signs.STAMP_OPENS.fullmatch(date.line):
        return True
    ends = not date.named and signs.LINE_ENDS.match(date.text, date.end)
    return bool(ends and signs.TIME_BEFORE.fullmatch(date.line))


def _is_dateline(date: Setting) -> bool:
    """``(BV-05/12/2016)``."""
    ends = signs.BRACKET.match(date.text, date.end) and signs.DATELINE.fullmatch(date.line)
    return bool(ends and not date.behind(signs.MOMENT))


def _is_document(date: Setting) -> bool:
    if date.unit is Unit.YEAR:
        law = date.behind(signs.LAW) or date.behind(signs.NUMBERED_PAPER)
        return not date.is_range and bool(law)
    if date.unit is not Unit.DAY or date.behind(signs.MOMENT):
        return False
    if date.behind(signs.ISSUED) or (date.named and _is_place_line(date)):
        return True
    if date.behind(signs.COMMA) and not signs.OF_PAPER.match(date.text, date.end):
        return False
    if any(map(date.behind, (signs.NUMBERED_PAPER, signs.NUMBER_SAID, signs.BASED_ON))):
        return True
    paper = date.behind(signs.PAPER)
    return bool(paper and _is_noun(paper, date))


def _is_place_line(date: Setting) -> bool:
    """``Hải Phòng, ngày 06 tháng 02 năm 2026`` in a line of its own."""
    place, comma, rest = date.line.partition(",")
    words = place.replace(".", " ").split()
    alone = comma and not rest.strip() and not date.rest.strip()
    if not alone or not 0 < len(words) <= 5 or signs.PART_OR_WEEKDAY.search(place):
        return False
    return all(word[0].isupper() for word in words)


def _is_noun(paper: re.Match[str], date: Setting) -> bool:
    """Whether a Thông báo is meant and not that somebody makes it known."""
    word = paper["paper"].casefold()
    if word not in w.VERBAL_PAPERS or signs.ISSUED_BY.match(date.text, date.end):
        return True
    return paper["paper"][0].isupper() or bool(signs.LED_TO.before(date.text, paper.start()))


def _is_effect(date: Setting) -> bool:
    if date.is_range or date.behind(signs.MOMENT):
        return False
    since = date.behind(signs.SINCE) and signs.GETS_FORCE.match(date.text, date.end)
    return bool(since or date.behind(signs.IN_FORCE))


def _is_deadline(date: Setting) -> bool:
    if date.is_range or date.behind(signs.COUNTED_TO):
        return False
    due = date.behind(signs.DUE)
    return bool(due and not (date.unit is Unit.YEAR and due["before"]))


def _is_anniversary(date: Setting) -> bool:
    if _is_jubilee(date.when) or date.behind(signs.FOUNDED):
        return True
    if date.bare_years or date.unit is not Unit.DAY:
        return date.bare_years and bool(date.behind(signs.JUBILEE))
    if date.is_range or date.behind(signs.MOMENT):
        return False
    if date.behind(signs.FEAST):
        return True
    day, why = date.behind(signs.SPECIAL_DAY), date.behind(signs.REMEMBERED)
    if day and not signs.HAPPENS.search(day["rest"]):
        return True
    apart = date.named and date.behind(signs.COMMA)  # Nhân kỷ niệm …, ngày 27/2, Bệnh viện …
    return bool(why and not apart and not signs.HAPPENS.search(why["what"] + " "))


def _is_jubilee(when: EventDate | None) -> bool:
    """``27/2/1955 – 27/2/2025``."""
    return when is not None and (
        when.start.year < when.end.year
        and (when.start.month, when.start.day) == (when.end.month, when.end.day)
    )


def _is_period(date: Setting) -> bool:
    if date.period or date.bare_years or date.behind(signs.COUNTED_TO):
        return True
    if date.unit is Unit.DAY:
        return date.is_range and bool(date.behind(signs.MEASURED))
    if date.unit is Unit.YEAR and (date.is_range or date.behind(signs.TERM)):
        return True
    if date.unit is Unit.QUARTER:
        return not _is_planned(date)
    if date.unit is Unit.YEAR and signs.COUNTS.match(date.text, date.end):
        return True
    if date.behind(signs.WITHIN):
        return bool(date.behind(signs.MEASURED)) or _is_reported(date)
    return bool(date.behind(signs.REPORTED))


def _is_reported(date: Setting) -> bool:
    """``Trong tháng 11, bệnh viện tiếp nhận 37 ca``, ``ca thứ 1.000 trong năm 2024``."""
    counted = signs.COUNTED_NEXT.match(date.text, date.end) and date.behind(signs.IN)
    return bool(counted or date.behind(signs.COUNTED_IN))


def _is_planned(date: Setting) -> bool:
    """``Quý IV, hội thi sẽ diễn ra``, ``dự kiến hoàn thành quý I/2024``."""
    ahead = date.text[date.since : date.start]
    return bool(signs.PLANNED.search(ahead) or signs.PLANNED_NEXT.match(date.text, date.end))


_RULES: Final[tuple[tuple[Kind, Callable[[Setting], bool]], ...]] = (
    (Kind.PUBLICATION, _is_publication),
    (Kind.DOCUMENT, _is_document),
    (Kind.EFFECT, _is_effect),
    (Kind.DEADLINE, _is_deadline),
    (Kind.ANNIVERSARY, _is_anniversary),
    (Kind.PERIOD, _is_period),
)
