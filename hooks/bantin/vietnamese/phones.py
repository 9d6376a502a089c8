"""Telephone numbers as people in Việt Nam write them, among other words or alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_HOURS: Final = re.compile(
    r"\b\d{1,2}\s*/\s*(?:7|24)\s*h?\b|\b\d{1,2}(?:\s*(?:h|giờ)\d{0,2}|:\d\d)\b", re.I
)
"""``24/7``, ``7h30``, ``16:30``: digits that nobody dials."""
_JOINED: Final = re.compile(r"\+?\(?\+?\d(?:[ \u00a0.\u2013()-]*\d)*")
"""Digits with what is typed between them; perhaps two numbers with a dash between."""
_BETWEEN: Final = re.compile(r"\s+[\u2013-]\s+|\s*\(")
_TRUNK: Final = re.compile(r"\(0\)")
_CALLED: Final = (
    (re.compile(r"11\d|1(?:8|9)00\d{4}(?:\d{2})?"), ""),  # emergency, toll-free: as they are
    (re.compile(r"0[1-9]\d{8,9}"), "+84"),
    (re.compile(r"\+84[1-9]\d{8,9}"), ""),
    (re.compile(r"\+(?!84)[1-9]\d{7,14}"), ""),
)
"""What can be called, digits only, and the country's code that takes the place of a ``0``."""


@dataclass(frozen=True)
class Phone:
    """One number, and the words around it."""

    number: str
    """As typed."""
    called: str
    """As telephones want it: ``+842113656115``, ``115``."""
    before: str = ""
    """Words before it, without the colon: ``Cấp cứu 24/7``."""
    after: str = ""
    """Words after it."""


def phones(text: str) -> tuple[Phone, ...]:
    """Every number in ``text`` that can be called, in order.

    A number without its area's code can't be called from elsewhere: it is none.
    """
    unread = _HOURS.sub(lambda hours: "\0" * len(hours[0]), text)
    return tuple(
        Phone(
            text[start:end],
            called,
            text[:start].rstrip(" \u00a0:,;\u2013-("),
            text[end:].removeprefix(")").strip(" \u00a0,;"),
        )
        for start, end, called in _places(unread)
    )


def _places(text: str) -> list[tuple[int, int, str]]:
    """Start, end and what is called of each number."""
    found = []
    for joined in _JOINED.finditer(text):
        start = joined.start()
        parts = [joined[0]] if _called(joined[0]) else _BETWEEN.split(joined[0])
        for part in parts:
            number = part if ")" in part else part.lstrip("(")
            start = text.index(number, start)
            called = _called(number)
            if called:
                found.append((start, start + len(number), called))
            start += len(number)
    return found


def _called(typed: str) -> str:
    """What a telephone dials; empty where that is no number."""
    plus = "+" if "+" in typed else ""
    digits = re.sub(r"\D", "", _TRUNK.sub("", typed) if plus else typed)
    if not plus and digits.startswith("00"):
        plus, digits = "+", digits[2:]
    for pattern, country in _CALLED:
        if pattern.fullmatch(plus + digits):
            return country + digits[1:] if country else plus + digits
    return ""
