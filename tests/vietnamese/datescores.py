"""Dates as the language room finds them against the gold set.

Expressions are aligned by place: what overlaps most belongs together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from bantin.model import EventDate
from bantin.vietnamese.datefinder import DateMention
from vietnamese.gold import DatesText, GoldDate
from vietnamese.scores import NOTHING, OPEN, Outcome, Tally

PARTS = ("date", "kind", "event or not", "weekday", "event's date")
_RIGHT, _MISSED, _WRONG, _FALSE = Tally(1), Tally(0, 1), Tally(0, 1, 1), Tally(0, 0, 1)

Find = Callable[[str, int | None], Iterable[DateMention]]
Pick = Callable[[str, int | None], EventDate | None]


def compare(texts: Iterable[DatesText], find: Find) -> list[Outcome]:
    """Every part of every date that counts, text by text."""
    return [
        outcome for text in texts for outcome in _dates(text, [*find(text.text, text.year)])
    ]


def compare_events(texts: Iterable[DatesText], pick: Pick) -> list[Outcome]:
    """The first day of each text's event, where the gold set says it or leaves it open."""
    return [_event(text, pick(text.text, text.year)) for text in texts if text.asks_event]


def _dates(text: DatesText, found: list[DateMention]) -> Iterator[Outcome]:
    place = (text.file, text.about, text.text)
    met = []
    for gold in text.dates:
        mention = _most_overlapping(gold, found)
        met.append(mention)
        for part, tally, expected, got in _parts(gold, mention):
            yield Outcome(*place, gold.written, part, tally, expected, got)
    for mention in found:
        if mention not in met and mention.when is not None:
            yield Outcome(*place, mention.text, "date", _FALSE, NOTHING, _said(mention.when))


def _most_overlapping(gold: GoldDate, found: list[DateMention]) -> DateMention | None:
    def overlap(mention: DateMention) -> int:
        return min(gold.end, mention.end) - max(gold.start, mention.start)

    best = max(found, key=overlap, default=None)
    return best if best is not None and overlap(best) > 0 else None


def _parts(
    gold: GoldDate, mention: DateMention | None
) -> Iterator[tuple[str, Tally, str, str]]:
    """Part, tally, what was expected, what was found."""
    when = None if mention is None else mention.when
    got = NOTHING if mention is None else _said(when)
    yield "date", _decided(gold.when, when), _said(gold.when), got
    if mention is None or not gold.kind:
        return
    yield "kind", _decided(gold.kind, mention.kind), gold.kind, mention.kind
    is_event = _decided(gold.kind == "event", mention.kind == "event")
    yield "event or not", is_event, gold.kind, mention.kind
    if gold.weekday_wrong or mention.weekday_wrong:
        agrees = _decided(gold.weekday_wrong, mention.weekday_wrong)
        yield "weekday", agrees, _wrong(gold.weekday_wrong), _wrong(mention.weekday_wrong)


def _event(text: DatesText, found: EventDate | None) -> Outcome:
    got = None if found is None else found.start
    tally = _decided(text.event, got)
    place = (text.file, text.about, text.text, "whole text")
    return Outcome(*place, "event's date", tally, _day(text.event), _day(got))


def _decided(expected: object, got: object) -> Tally:
    """None on either side is undecided: both agree in that without anything to count."""
    if expected is None:
        return Tally() if got is None else _FALSE
    if got is None:
        return _MISSED
    return _RIGHT if got == expected else _WRONG


def _said(when: EventDate | None) -> str:
    return OPEN if when is None else f"{when.start} to {when.end} ({when.precision})"


def _day(day: date | None) -> str:
    return OPEN if day is None else str(day)


def _wrong(weekday_wrong: bool) -> str:
    return "wrong weekday" if weekday_wrong else "right or no weekday"
