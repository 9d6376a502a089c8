"""One node -> one value, per kind of key. A wrong value becomes a problem, never an exception.

Scalars arrive as typed (``7:30``, ``no``, ``1.10``); what they mean is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from difflib import get_close_matches
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bantin import limits
from bantin.content import days
from bantin.content.frontmatter import Mapping, Node, Scalar, Sequence, unique
from bantin.content.keys import RANGE_KEYS, Key
from bantin.errors import Location, Problem, error, info
from bantin.model import Box, EventDate

T = TypeVar("T")
_FLAGS = {"true": True, "yes": True, "có": True, "false": False, "no": False, "không": False}
_CURLY = {"“": "”", "‘": "’", "„": "”", "«": "»"}


class Fields:
    """Reads the values of one file and keeps what was wrong with them."""

    def __init__(self, path: str, zone: ZoneInfo) -> None:
        self.path = path
        self.zone = zone
        self.problems: list[Problem] = []

    def wrong(self, code: str, at: Location, **values: object) -> None:
        """Note an error."""
        self.problems.append(error(code, at, **values))

    def mapping(self, node: Node, keys: tuple[Key, ...], name: str) -> dict[str, Node]:
        """The values by key; unknown, repeated and missing keys are problems."""
        if not isinstance(node, Mapping):
            self.wrong("keys-expected", node.at, key=name, keys=_listed(keys))
            return {}
        known = {key.name: key for key in keys}
        found: dict[str, Node] = {}
        for typed, value in unique(node, self.problems).values():
            if typed.text in known:
                found[typed.text] = value
            else:
                self._unknown(typed, known)
        for wanted in keys:
            self._needed(wanted, found.get(wanted.name), node.at, name)
        return {name: value for name, value in found.items() if not _empty(value)}

    def _needed(self, key: Key, value: Node | None, at: Location, name: str) -> None:
        """Complain of a required key without a value, and of an empty one that guards."""
        empty = value is None or _empty(value)
        if key.required and empty:
            at = value.at if value else at
            self.wrong("key-missing" if name else f"{key.name}-missing", at, key=key.name)
        elif value is not None and empty and key.guards:
            self.wrong("key-empty", value.at, key=key.name)

    def _unknown(self, key: Scalar, known: Iterable[str]) -> None:
        names = list(known)
        near = get_close_matches(key.text.strip("“”‘’'\" ").lower(), names, n=1, cutoff=0.6)
        if near:
            self.wrong("key-unknown-near", key.at, key=key.text, near=near[0])
        else:
            self.wrong("key-unknown", key.at, key=key.text, keys=", ".join(names))

    def items(self, node: Node, key: Key) -> tuple[Node, ...]:
        """The entries of a list, none beyond the limit."""
        if not isinstance(node, Sequence):
            self.wrong("list-expected", node.at, key=key.name)
            return ()
        if len(node.items) > key.limit:
            at = node.items[key.limit].at
            self.wrong("list-too-long", at, key=key.name, limit=key.limit)
        return node.items[: key.limit]

    def text(self, node: Node, key: Key) -> str:
        """Text with single spaces inside lines; too long, or no text at all, is a problem."""
        if not isinstance(node, Scalar):
            code = "text-expected-colon" if isinstance(node, Mapping) else "text-expected"
            self.wrong(code, node.at, key=key.name)
            return ""
        value = node.text.strip()
        if node.plain and len(value) > 1 and _CURLY.get(value[0]) == value[-1]:
            self.wrong("quotes-curly", node.at, value=value[1:-1])
        if len(value) > key.limit:
            self.wrong(
                "text-too-long", node.at, key=key.name, length=len(value), limit=key.limit
            )
        return value

    def line(self, node: Node, key: Key) -> str:
        """Text on one line."""
        return " ".join(self.text(node, key).split())

    def texts(self, node: Node, key: Key) -> tuple[tuple[str, Location], ...]:
        """A list of one-line texts with their places."""
        each = Key(key.name, key.kind, limits.CAPTION_CHARACTERS)
        return tuple((self.line(item, each), item.at) for item in self.items(node, key))

    def choice(self, node: Node, key: Key) -> str:
        """One of the words of the key, else empty."""
        value = self.line(node, key)
        if value and value not in key.choices:
            choices = ", ".join(key.choices)
            self.wrong("choice-unknown", node.at, key=key.name, value=value, choices=choices)
            return ""
        return value

    def flag(self, node: Node, key: Key) -> bool:
        """Yes or no, in Vietnamese or English."""
        value = self.line(node, key)
        if value.lower() not in _FLAGS:
            self.wrong("flag-unknown", node.at, key=key.name, value=value)
        return _FLAGS.get(value.lower(), True)

    def number(self, node: Node, key: Key) -> int | None:
        """A whole number of at most six digits."""
        value = self.line(node, key)
        if not re.fullmatch(r"\d{1,6}", value, re.ASCII):
            self.wrong("number-expected", node.at, key=key.name, value=value)
            return None
        return int(value)

    def fractions(self, node: Node, key: Key, count: int) -> tuple[float, ...]:
        """``count`` numbers between 0 and 1; empty when wrong."""
        typed = node.items if isinstance(node, Sequence) else ()
        values = tuple(_fraction(item) for item in typed)
        if len(values) != count or None in values:
            self.wrong("fractions-expected", node.at, key=key.name, count=count)
            return ()
        return tuple(value for value in values if value is not None)

    def boxes(self, node: Node, key: Key) -> tuple[Box, ...]:
        """Rectangles as ``[x, y, width, height]``."""
        found = (self.fractions(item, key, 4) for item in self.items(node, key))
        return tuple(Box(*values) for values in found if values)

    def address(self, node: Node, key: Key) -> str:
        """A link to another site: http or https with a host."""
        value = self.line(node, key)
        try:
            parts = urlsplit(value)
        except ValueError:
            parts = urlsplit("")
        if value and (parts.scheme not in ("http", "https") or not parts.hostname):
            self.wrong("address-unknown", node.at, key=key.name, value=value)
            return ""
        return value

    def day(self, node: Node, key: Key) -> date | None:
        """``2026-02-06`` or ``06/02/2026``."""
        value = self.line(node, key)
        found = self._read(days.day(value), node.at, key)
        if found is not None and days.is_day_first(value):
            self.problems.append(info("date-day-first", node.at, value=value, date=found))
        return found

    def moment(self, node: Node, key: Key) -> datetime | None:
        """A day, with or without a time of day, in the site's zone."""
        return self._read(days.moment(self.line(node, key), self.zone), node.at, key)

    def event_date(self, node: Node, key: Key) -> EventDate | None:
        """A day, a month, a year, or ``{start, end}``."""
        if isinstance(node, Mapping):
            return self._range(node)
        period = days.period(self.line(node, key))
        if period is not None:
            return self._read(period, node.at, key)
        day = self.day(node, key)
        return EventDate(day, day) if day else None

    def _range(self, node: Mapping) -> EventDate | None:
        values = self.mapping(node, RANGE_KEYS, "date")
        found = [self.day(values[key.name], key) for key in RANGE_KEYS if key.name in values]
        if len(found) < 2 or found[0] is None or found[1] is None:
            return None
        if found[1] < found[0]:
            self.wrong("date-order", values["end"].at, start=found[0], end=found[1])
            return None
        return EventDate(found[0], found[1])

    def _read(self, found: T | days.NoDate, at: Location, key: Key) -> T | None:
        if isinstance(found, days.NoDate):
            self.wrong(found.code, at, key=key.name, **dict(found.values))
            return None
        return found


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()


def _listed(keys: tuple[Key, ...]) -> str:
    return ", ".join(key.name for key in keys)


def _fraction(node: Node) -> float | None:
    if not isinstance(node, Scalar) or not re.fullmatch(r"[01](\.\d{1,6})?", node.text.strip()):
        return None
    value = float(node.text)
    return value if value <= 1 else None
