"""The gold set: texts with what a careful reader finds in them (docs/dev/language.md).

Read from ``people-*.toml`` and ``dates-*.toml``; ``peoplescores.py`` and ``datescores.py``
compare it with what the language room finds.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bantin.model import EventDate, Precision
from bantin.vietnamese.text import nfc
from bantin.vietnamese.titles import canonical

FOLDER = Path(__file__).with_name("gold")
KINDS = ("event", "document", "anniversary", "period", "deadline", "effect", "publication")
PARTS = {
    "name": "name",
    "titles": "titles",
    "roles": "role",
    "role": "role",
    "organizations": "organization",
    "organization": "organization",
    "refers": "refers_to",
    "refers_to": "refers_to",
}
"""As a gold file may call a part -> as ``Mention.undecided`` does."""
_KEYS = {
    "people": {"about", "text", "mentions"},
    "mention": {
        *("name", "titles", "roles", "organizations", "form", "refers", "undecided"),
    },
    "dates": {"about", "text", "year", "dates", "event"},
    "date": {"written", "start", "end", "precision", "kind", "undecided", "weekday_wrong"},
}

Row = Mapping[str, Any]


@dataclass(frozen=True)
class GoldMention:
    """A person, as somebody read the text."""

    name: str
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    short: bool = False
    refers: str = ""
    """Of a short form: the full name; empty where nobody was named before who is meant."""
    undecided: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PeopleText:
    """A text with its people in order."""

    file: str
    about: str
    text: str
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True)
class GoldDate:
    """A date expression, as somebody read the text."""

    start: int
    end: int
    """First character after it."""
    written: str
    when: EventDate | None
    """None: undecided."""
    kind: str
    """Empty: undecided."""
    weekday_wrong: bool = False


@dataclass(frozen=True)
class DatesText:
    """A text with its dates in order."""

    file: str
    about: str
    text: str
    year: int | None
    dates: tuple[GoldDate, ...]
    asks_event: bool
    """Whether somebody looked for the event's date."""
    event: date | None
    """Its first day; None: undecided."""


class GoldError(Exception):
    """Gold files that contradict their texts or the format: all that is wrong, a line each."""


def people(
    folders: Iterable[Path] = (FOLDER,), files: Collection[str] = ()
) -> tuple[PeopleText, ...]:
    """The texts with people; ``files`` keeps those of these names.

    Raises:
        GoldError: Something does not stand in its text, or is not what the format says.
    """
    rows = list(_rows(folders, "people-*.toml", files))
    _fail_with((file, row, _people_faults(row)) for file, row in rows)
    return tuple(
        PeopleText(file, row["about"], nfc(row["text"]), _mentions(row)) for file, row in rows
    )


def dates(
    folders: Iterable[Path] = (FOLDER,), files: Collection[str] = ()
) -> tuple[DatesText, ...]:
    """The texts with dates; ``files`` keeps those of these names.

    Raises:
        GoldError: Something does not stand in its text, or is not what the format says.
    """
    rows = list(_rows(folders, "dates-*.toml", files))
    _fail_with((file, row, _dates_faults(row)) for file, row in rows)
    return tuple(_dates_text(file, row) for file, row in rows)


def _rows(
    folders: Iterable[Path], pattern: str, files: Collection[str]
) -> Iterator[tuple[str, Row]]:
    for path in (path for folder in folders for path in sorted(folder.glob(pattern))):
        if not files or path.name in files:
            for row in tomllib.loads(path.read_text("utf-8"))["text"]:
                yield path.name, row


def _fail_with(found: Iterable[tuple[str, Row, Iterable[str]]]) -> None:
    lines = [
        f"{file}: {row['about']}: {fault}" for file, row, faults in found for fault in faults
    ]
    if lines:
        raise GoldError("\n".join(lines))


def _unknown(row: Row, what: str) -> Iterator[str]:
    yield from (f"unknown key {key!r}" for key in sorted(row.keys() - _KEYS[what]))


def _mentions(row: Row) -> tuple[GoldMention, ...]:
    return tuple(
        GoldMention(
            name=nfc(one["name"]),
            titles=tuple(map(nfc, one.get("titles", ()))),
            roles=tuple(map(nfc, one.get("roles", ()))),
            organizations=tuple(map(nfc, one.get("organizations", ()))),
            short=one.get("form", "full") == "short",
            refers=nfc(one.get("refers", "")),
            undecided=frozenset(PARTS.get(part, part) for part in one.get("undecided", ())),
        )
        for one in row.get("mentions", ())
    )


def _people_faults(row: Row) -> Iterator[str]:
    yield from _unknown(row, "people")
    for one in row.get("mentions", ()):
        yield from _unknown(one, "mention")
    before: set[str] = set()
    for mention in _mentions(row):
        yield from _mention_faults(mention, nfc(row["text"]), before)
        if not mention.short:
            before.add(mention.name)


def _mention_faults(mention: GoldMention, text: str, before: set[str]) -> Iterator[str]:
    for written in (mention.name, *mention.roles, *mention.organizations):
        if not re.search(_as_written(written), text):
            yield f"{written!r} does not stand in the text"
    for code in mention.titles:
        if canonical(code) != (code,):
            yield f"{code!r} is no code of a title"
    for part in mention.undecided - set(PARTS.values()):
        yield f"undecided: {part!r} is no part of a mention"
    if mention.refers and (not mention.short or mention.refers not in before):
        yield f"{mention.name!r} can't refer to {mention.refers!r}"


def _as_written(words: str) -> str:
    """A regular expression for whole words as written, wherever their lines are broken."""
    return r"(?<!\w)" + r"\s+".join(map(re.escape, nfc(words).split())) + r"(?!\w)"


def _places(row: Row) -> Iterator[tuple[Row, re.Match[str] | None]]:
    """Where each date stands, one after the other; None where it does not."""
    text, here = nfc(row["text"]), 0
    for one in row.get("dates", ()):
        place = re.compile(_as_written(one["written"])).search(text, here)
        here = place.end() if place else here
        yield one, place


def _dates_faults(row: Row) -> Iterator[str]:
    yield from _unknown(row, "dates")
    for one, place in _places(row):
        yield from _unknown(one, "date")
        if place is None:
            yield f"{one['written']!r} does not stand there, after the date before it"
        if one.get("kind", KINDS[0]) not in KINDS:
            yield f"{one['kind']!r} is no kind of date"


def _dates_text(file: str, row: Row) -> DatesText:
    found = tuple(_date(one, place) for one, place in _places(row) if place)
    event = row.get("event")
    day = _day(event) if event else None
    text = nfc(row["text"])
    return DatesText(file, row["about"], text, row.get("year"), found, "event" in row, day)


def _date(row: Row, place: re.Match[str]) -> GoldDate:
    """A date; ``undecided`` says why its day is open, or that only its ``kind`` is."""
    undecided = row.get("undecided")
    is_open = bool(undecided) and undecided != "kind"
    when = None if is_open or "start" not in row else _when(row)
    kind = "" if undecided == "kind" else row.get("kind", "")
    wrong = row.get("weekday_wrong", False)
    return GoldDate(place.start(), place.end(), place[0], when, kind, wrong)


def _when(row: Row) -> EventDate:
    start = _day(row["start"])
    return EventDate(start, _day(row.get("end", start)), Precision(row.get("precision", "day")))


def _day(written: str | date) -> date:
    return written if isinstance(written, date) else date.fromisoformat(written)
