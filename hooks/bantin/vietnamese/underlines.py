"""A text with numbered marks below what is told of it, in lines that fit a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

COLUMNS: Final = 88
"""Widest line of text."""


@dataclass(frozen=True)
class Span:
    """A stretch of a text, counted from 1."""

    start: int
    end: int
    number: int


def underlined(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """The lines of the text, below each one the marks of the spans in it.

    ``1^^^^^^^`` stands below the first line of span 1, ``^^^`` below further ones. Of two spans
    that overlap the shorter is seen.
    """
    in_order = sorted(spans, key=lambda span: (span.start, -span.end))
    here: list[Span] = []
    place = 0
    for start, end in _rows(text):
        while place < len(in_order) and in_order[place].start < end:
            here.append(in_order[place])
            place += 1
        here = [span for span in here if span.end > start]
        row = text[start:end].rstrip()
        yield "".join(map(_visible, row))
        marks = _marks(row, start, here)
        if marks:
            yield marks


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends, long ones cut between words."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        while end - start > COLUMNS:
            space = text.rfind(" ", start + 1, start + COLUMNS + 1)
            cut = space + 1 if space >= 0 else start + COLUMNS
            yield start, cut
            start = cut
        yield start, end
        start = end + 1


def _marks(row: str, start: int, spans: Sequence[Span]) -> str:
    marks = [" "] * len(row)
    for span in sorted(spans, key=lambda span: span.end - span.start, reverse=True):
        first, behind = max(span.start - start, 0), min(span.end - start, len(row))
        number = str(span.number) if span.start >= start else ""
        signs = number + "^" * (behind - first - len(number))
        marks[first : first + len(signs)] = signs
    wide = (mark * _width(sign) for sign, mark in zip(row, marks, strict=False))
    return "".join((*wide, *marks[len(row) :])).rstrip()


def _visible(sign: str) -> str:
    """A character that neither moves the cursor nor hides; one for one."""
    if sign.isprintable():
        return sign
    return " " if sign.isspace() else "\ufffd"


def _width(sign: str) -> int:
    """Columns of a terminal that a character takes."""
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
