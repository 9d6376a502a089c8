"""One node -> one value, per kind of key. A wrong value becomes a problem, never an exception.

Scalars arrive as typed (``7:30``, ``no``, ``1.10``); what they mean is decided here.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bantin import limits
from bantin.content import days, misshapen
from bantin.content.frontmatter import Mapping, Node, Scalar, Sequence, unique
from bantin.content.keys import RANGE_KEYS, Key, nearest
from bantin.errors import Location, Problem, error, info
from bantin.model import Box, EventDate
from bantin.vietnamese.known import Known

D = TypeVar("D", date, datetime, EventDate)
FLAGS = {"true": True, "yes": True, "có": True, "false": False, "no": False, "không": False}
_FRACTION = re.compile(r"0(\.\d{1,6})?|1(\.0{1,6})?", re.ASCII)
_ROUNDED = 1e-6
"""What is no more than this beyond an edge comes of counting in binary: 0.7 + 0.3."""
_CURLY = {"“": "”", "‘": "’", "„": "”", "«": "»"}


class Fields:
    """Reads the values of one file and keeps what was wrong with them."""

    def __init__(self, path: str, zone: ZoneInfo, known: Known | None = None) -> None:
        self.path = path
        self.known = known or Known()
        self.zone = zone
        self.problems: list[Problem] = []

    def wrong(self, code: str, at: Location, **values: object) -> None:
        """Note an error."""
        self.problems.append(error(code, at, **values))

    def mapping(self, node: Node, keys: tuple[Key, ...], name: str) -> dict[str, Node]:
        """The values by key; unknown, repeated and missing keys are problems."""
        if not isinstance(node, Mapping):
            self.problems.append(misshapen.no_mapping(node, keys, name))
            return {}
        known = {key.name: key for key in keys}
        found: dict[str, Node] = {}
        meant: set[str] = set()
        for typed, value in unique(node, self.problems).values():
            if typed.text in known:
                found[typed.text] = value
            else:
                meant.add(self._unknown(typed, tuple(known), name))
        for wanted in keys:
            if wanted.name not in meant:
                self._needed(wanted, found.get(wanted.name), node.at, name)
        return {name: found[name] for name in found if not _left_out(found[name], known[name])}

    def _needed(self, key: Key, value: Node | None, at: Location, name: str) -> None:
        """Complain of a required key without a value, and of an empty one that guards."""
        empty = value is None or _empty(value)
        if key.required and empty:
            at = value.at if value else at
            self.wrong("key-missing" if name else f"{key.name}-missing", at, key=key.name)
        elif value is not None and empty and key.guards:
            self.wrong("key-empty", value.at, key=key.name)

    def _unknown(self, key: Scalar, names: tuple[str, ...], name: str) -> str:
        """Complain of a key; returns the one that was probably meant, or nothing."""
        near = nearest(key.text, names)
        if near:
            self.wrong("key-unknown-near", key.at, key=key.text, near=near)
        elif name:
            self.wrong("key-unknown", key.at, key=key.text, keys=", ".join(names))
        else:
            self.wrong("key-unknown-here", key.at, key=key.text)
        return near

    def items(self, node: Node, key: Key) -> tuple[Node, ...]:
        """The entries of a list, none beyond the limit."""
        if not isinstance(node, Sequence):
            self.problems.append(misshapen.no_list(node, key))
            return ()
        if len(node.items) > key.limit:
            self.wrong("list-too-long", node.items[key.limit].at, key=key.name, limit=key.limit)
        return node.items[: key.limit]

    def word(self, node: Node, key: Key) -> str:
        """A text as typed, of any length; empty, with a problem, when it is no text."""
        if not isinstance(node, Scalar):
            self.problems.append(misshapen.no_text(node, key))
            return ""
        value = node.text.strip()
        if node.plain and len(value) > 1 and _CURLY.get(value[0]) == value[-1]:
            inner = value[1:-1]
            self.wrong("quotes-curly", node.at, value=inner, whole=value)
            return inner.strip()
        return value

    def text(self, node: Node, key: Key) -> str:
        """Text; too long, or no text at all, is a problem."""
        value = self.word(node, key)
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
        return tuple((self.line(entry, each), entry.at) for entry in self.items(node, key))

    def choice(self, node: Node, key: Key) -> str:
        """One of the words of the key, else empty."""
        value = self.word(node, key)
        if value and value not in key.choices:
            choices = ", ".join(key.choices)
            self.wrong("choice-unknown", node.at, key=key.name, value=value, choices=choices)
            return ""
        return value

    def flag(self, node: Node, key: Key) -> bool:
        """Yes or no, in Vietnamese or English."""
        value = self.word(node, key)
        if value and value.lower() not in FLAGS:
            self.wrong("flag-unknown", node.at, key=key.name, value=value)
        return FLAGS.get(value.lower(), True)

    def number(self, node: Node, key: Key) -> int | None:
        """A whole number of at most six digits."""
        value = self.word(node, key)
        if re.fullmatch(r"\d{1,6}", value, re.ASCII):
            return int(value)
        if value:
            self.wrong("number-expected", node.at, key=key.name, value=value)
        return None

    def fractions(self, node: Node, key: Key, count: int) -> tuple[float, ...]:
        """``count`` numbers between 0 and 1; empty when wrong."""
        typed = node.items if isinstance(node, Sequence) else ()
        values = tuple(_fraction(entry) for entry in typed)
        if len(values) != count or None in values:
            self.wrong("fractions-expected", node.at, key=key.name, count=count)
            return ()
        return tuple(value for value in values if value is not None)

    def boxes(self, node: Node, key: Key) -> tuple[Box, ...]:
        """Rectangles as ``[x, y, width, height]``, each inside the picture."""
        return tuple(box for entry in self.items(node, key) for box in self._box(entry, key))

    def _box(self, node: Node, key: Key) -> tuple[Box, ...]:
        """One box; none where it is wrong."""
        values = self.fractions(node, key, 4)
        if not values:
            return ()
        x, y, width, height = values
        wide, high = min(width, 1 - x), min(height, 1 - y)
        if min(wide, high) <= 0:
            self.wrong("blur-empty", node.at)
        elif max(width - wide, height - high) > _ROUNDED:
            self.wrong("blur-outside", node.at, inside=f"[{x:g}, {y:g}, {wide:g}, {high:g}]")
        return (Box(*values),)

    def address(self, node: Node, key: Key) -> str:
        """A link to another site: http or https with a host."""
        value = self.line(node, key)
        if value and not is_web_address(value):
            self.wrong("address-unknown", node.at, key=key.name, value=value)
            return ""
        return value

    def day(self, node: Node, key: Key) -> date | None:
        """``2026-02-06`` or ``06/02/2026``."""
        value = self.word(node, key)
        return self._echoed(self._read(days.day(value), node.at, key), value, node.at)

    def moment(self, node: Node, key: Key) -> datetime | None:
        """A day, with or without a time of day, in the site's zone."""
        value = self.word(node, key)
        found = self._read(days.moment(value, self.zone), node.at, key)
        return self._echoed(found, value, node.at)

    def event_date(self, node: Node, key: Key) -> EventDate | None:
        """A day, a month, a year, or ``{start, end}``."""
        if isinstance(node, Mapping):
            return self._range(node)
        if isinstance(node, Sequence):
            typed = ", ".join(entry.text for entry in node.items if isinstance(entry, Scalar))
            self.wrong("event-date-unknown", node.at, value=typed, key=key.name)
            return None
        value = self.word(node, key)
        found = self._read(days.event(value), node.at, key)
        return self._echoed(found, value, node.at)

    def _echoed(self, found: D | None, value: str, at: Location) -> D | None:
        """Say how a date with the day before the month was understood."""
        if found is not None and days.is_day_first(value):
            read = found.start if isinstance(found, EventDate) else found
            shown = f"{read:%Y-%m-%d %H:%M}" if isinstance(read, datetime) else read
            self.problems.append(info("date-day-first", at, value=value, date=shown))
        return found

    def _range(self, node: Mapping) -> EventDate | None:
        values = self.mapping(node, RANGE_KEYS, "date")
        found = [self.day(values[key.name], key) for key in RANGE_KEYS if key.name in values]
        if len(found) < 2 or found[0] is None or found[1] is None:
            return None
        if found[1] < found[0]:
            self.wrong("date-order", values["end"].at, start=found[0], end=found[1])
            return None
        return EventDate(found[0], found[1])

    def _read(self, found: D | days.NoDate, at: Location, key: Key) -> D | None:
        if not isinstance(found, days.NoDate):
            return found
        if dict(found.values).get("value") != "":  # an empty one has been complained of
            self.wrong(found.code, at, key=key.name, **dict(found.values))
        return None


def is_web_address(text: str) -> bool:
    """Whether it is an address of the web: http or https with a host."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()


def _left_out(node: Node, key: Key) -> bool:
    """Whether a key was typed without a value, and not empty on purpose."""
    meant = key.may_be_empty and isinstance(node, Scalar) and not node.plain
    return _empty(node) and not meant


def _fraction(node: Node) -> float | None:
    if isinstance(node, Scalar) and _FRACTION.fullmatch(node.text.strip()):
        return float(node.text)
    return None
