"""How long a body may take: shapes that Python-Markdown can't stand, and a clock."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from types import FrameType
from typing import Final

from bantin import limits

# Measured with Python-Markdown 3.11: each line of this table, filled to the brim with the
# costliest text, takes one to three seconds; a long report has less than a tenth of it.
SHAPES: Final = (
    (re.compile(rf"[^\n]{{{limits.LINE_CHARACTERS + 1}}}"), 0),
    (re.compile(r"\n"), 20_000),  # lines
    (re.compile(r"\n[ \t]*\n"), 5_000),  # paragraphs
    (re.compile(r"^(?:[ ]{4}|\t){50}", re.MULTILINE), 0),  # levels of lists
    (re.compile(r"[*_`\[\\<&!]"), 30_000),  # characters that mean something
    (re.compile(r"^[ >]*(?:#|[-*_]{3})", re.MULTILINE), 1_000),  # headings, lines across
    (re.compile(r"^[ >]*\[\^", re.MULTILINE), 1_000),  # footnotes
    (re.compile(r"^[ >]*\*\[", re.MULTILINE), 200),  # abbreviations
)
"""Patterns, and how many matches of each a body may have."""

STEPS: Final = 1_500_000
"""Characters between brackets and their ends, added up: Python-Markdown reads them all for
each bracket, and to the end of the paragraph where nothing closes it."""

_BRACKET = re.compile(r"\\.|[\[\]()]|\n[ \t]*\n|\Z", re.DOTALL)
_CLOSES: Final = {"[": "]", "(": ")"}


class TooSlow(Exception):
    """The clock ran out. Raised by ``time_limit`` only."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stop what runs inside after ``seconds`` of real time.

    Works where the platform has interval timers and in the main thread, and nowhere else
    does anything; nor where somebody's timer is already running.

    Raises:
        TooSlow: Time is over.
    """
    here = threading.current_thread() is threading.main_thread()
    if not here or not hasattr(signal, "setitimer") or signal.getitimer(signal.ITIMER_REAL)[0]:
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow


def too_complex(body: str) -> tuple[int, int] | None:
    """Line and column where a body gets a shape that takes too long; None for all others."""
    offsets = [_one_too_many(body, shape, most) for shape, most in SHAPES]
    offsets.append(_brackets(body))
    found = [offset for offset in offsets if offset is not None]
    if not found:
        return None
    before = body[: min(found)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _one_too_many(body: str, shape: re.Pattern[str], most: int) -> int | None:
    found = next(islice(shape.finditer(body), most, None), None)
    return found.start() if found else None


def _brackets(body: str) -> int | None:
    """Where the brackets have cost more than ``STEPS``."""
    steps = 0
    opened: dict[str, list[int]] = {"]": [], ")": []}
    for found in _BRACKET.finditer(body):
        text, offset = found.group(), found.start()
        if text in _CLOSES:
            opened[_CLOSES[text]].append(offset)
        elif opened.get(text):
            steps += offset - opened[text].pop()
        elif not text.strip():
            steps += sum(offset - start for rest in opened.values() for start in rest)
            opened = {"]": [], ")": []}
        if steps > STEPS:
            return offset
    return None
