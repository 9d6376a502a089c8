"""A text cut into words, and what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from bantin.vietnamese.phrases import Phrase
from bantin.vietnamese.tables import Phrases
from bantin.vietnamese.text import compare_key


class Gap(StrEnum):
    """What stands between a word and the one before it."""

    SPACE = "space"
    GLUE = "glue"
    """A hyphen, dot or slash without spaces: Hồng-Anh, T.Ư, HSTC-CĐ."""
    COMMA = "comma"
    DASH = "dash"
    COLON = "colon"
    SEMICOLON = "semicolon"
    OPEN = "open"
    CLOSE = "close"
    QUOTE = "quote"
    STOP = "stop"
    LINE = "line"
    """The start of the text, of a line, a list's entry, a cell of a table."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, usually one syllable."""

    start: int
    end: int
    text: str
    key: str
    """For comparison: case and tone placement don't count."""
    gap: Gap
    """To the word before."""
    capital: bool
    upper: bool
    """All capitals, two letters or more."""


_WORD: Final = re.compile(r"[Đđ]/[Cc]\b|[HKYAĐ]['’ʼ](?=\s[^\W\d_])|[^\W_]+(?:['’ʼ][^\W\d_]+)?")
_ABBREVIATED: Final = frozenset(
    (
        "q",
        "tp",
        "bv",
        "tt",
        "p",
        "đ/c",
        "tx",
        "ths",
        "bs",
        "ts",
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
    )
)
"""Words whose dot ends no sentence, before a capital."""
_EMPHASIS: Final = re.compile(r"[*_]|^\[|`(?!.*\[)")
_LIST_MARKER: Final = re.compile(r"\s*\n\s*(?:[-*+•–—>#|]|\d{1,3}[.)]|\n)")
_WRAPPED: Final = 60
"""A line at least so long, without a stop at its end, goes on in the next one."""
_BY_PATTERN: Final = (
    (re.compile(r"[\s\u200b\u200c\u2060\ufeff]*"), Gap.SPACE),
    (re.compile(r"[-./‐‑]"), Gap.GLUE),
    (re.compile(r"\s*,\s*"), Gap.COMMA),
    (re.compile(r"\s*[-–—‐‑−]+\s*"), Gap.DASH),
    (re.compile(r"\s*:\s*[-–—]?\s*"), Gap.COLON),
    (re.compile(r"\s*;\s*"), Gap.SEMICOLON),
    (re.compile(r"\s*\(\s*"), Gap.OPEN),
    (re.compile(r"`?\s+\["), Gap.OPEN),
    (re.compile(r"\s*\)\s*"), Gap.CLOSE),
    (re.compile(r"\s*\)\s*[,–—-]\s*"), Gap.COMMA),
    (re.compile(r"\s*[“”\"‘’«»']\s*"), Gap.QUOTE),
)
_LONGEST_GAP: Final = 12
"""More between two words is an end, whatever it is."""


class Words:
    """The words of one text in NFC, ready to be asked."""

    def __init__(self, text: str) -> None:
        """Cut ``text``, which must be NFC."""
        self.text = text
        self.words = cut(text)
        self.keys = [word.key for word in self.words]
        self._joined = self._reaches((Gap.SPACE, Gap.DASH, Gap.GLUE))
        self._spaced = self._reaches((Gap.SPACE,))
        self._listed = self._reaches((Gap.SPACE, Gap.DASH, Gap.GLUE, Gap.COMMA))
        self._in_capitals = self._shouting()

    def __len__(self) -> int:
        """How many words."""
        return len(self.words)

    def __getitem__(self, index: int) -> Word:
        """The word at ``index``."""
        return self.words[index]

    def _reaches(self, gaps: tuple[Gap, ...]) -> list[int]:
        """For each word, the first one behind it that other gaps part from it."""
        found = [len(self.words)] * len(self.words)
        for index in range(len(self.words) - 2, -1, -1):
            joined = self.words[index + 1].gap in gaps
            found[index] = found[index + 1] if joined else index + 1
        return found

    def longest(self, phrases: Phrases, at: int, *, dashes: bool = True) -> int:
        """How many words the longest entry takes at ``at``; 0 for none.

        Between the words stand spaces; with ``dashes`` also dashes and hyphens.
        """
        return self._longest(phrases, at, self._joined if dashes else self._spaced)

    def listed(self, phrases: Phrases, at: int) -> int:
        """The same for entries with commas in them: ``Phòng, chống HIV/AIDS``."""
        return self._longest(phrases, at, self._listed)

    def _longest(self, phrases: Phrases, at: int, reaches: list[int]) -> int:
        """``phrases.longest`` without a copy of the words: this is asked for every word."""
        if at >= len(self.words):
            return 0
        left = reaches[at] - at
        for length in phrases.lengths.get(self.keys[at], ()):
            if length <= left and tuple(self.keys[at : at + length]) in phrases.keys:
                return length
        return 0

    def _shouting(self) -> frozenset[int]:
        """The words of all lines in capitals."""
        found: list[int] = []
        offset = 0
        for line in self.text.split("\n"):
            if line.isupper():
                first, behind = self.starts(offset), self.starts(offset + len(line))
                found += range(first, behind) if behind - first > 2 else ()
            offset += len(line) + 1
        return frozenset(found)

    def gap(self, at: int) -> Gap:
        """What stands before the word at ``at``; LINE at the end of the text."""
        return self.words[at].gap if at < len(self.words) else Gap.LINE

    def shouted(self, at: int) -> bool:
        """Whether the word stands in a line of three words and more, all in capitals."""
        return at in self._in_capitals

    def starts(self, offset: int) -> int:
        """Index of the first word that begins at or behind ``offset``."""
        return bisect_left(self.words, offset, key=lambda word: word.start)

    def written(self, first: int, behind: int) -> Phrase:
        """The words from ``first`` up to, not with, ``behind``."""
        start, end = self.words[first].start, self.words[behind - 1].end
        return Phrase(start, end, self.text[start:end])


_key = lru_cache(maxsize=1 << 14)(compare_key)


def cut(text: str) -> list[Word]:
    """The words of a text in NFC, in order."""
    words: list[Word] = []
    end = line = 0
    for found in _WORD.finditer(text):
        start, written = found.start(), found.group()
        between = text[end:start]
        if "\n" in between:
            wraps = not between.strip() and end - line >= _WRAPPED and _goes_on(text, end)
            line = text.rfind("\n", end, start) + 1
            gap = Gap.SPACE if wraps and words else Gap.LINE
        else:
            gap = _gap(between, words[-1] if words else None, written)
        words.append(
            Word(
                start,
                found.end(),
                written,
                _key(written),
                gap,
                written[0].isupper(),
                len(written.strip("'’ʼ")) > 1 and written.isupper(),
            )
        )
        end = found.end()
    return words


def _goes_on(text: str, end: int) -> bool:
    """Whether the line break at ``end`` is only where an editor wrapped the line."""
    return _LIST_MARKER.match(text, end) is None and "\n\n" not in text[end : end + 3]


def _gap(between: str, before: Word | None, after: str) -> Gap:
    if before is None or "|" in between or "\t" in between:
        return Gap.LINE
    if between.lstrip().startswith(".") and before.key in _ABBREVIATED and len(between) < 3:
        return Gap.SPACE
    if len(between) > _LONGEST_GAP and not between.isspace():
        return Gap.STOP
    if len(before.text) == 1 and before.capital and between != ". ":
        between = between.removeprefix(".")  # the dot of initials: M.Q. – Phòng CTXH
    plain = _EMPHASIS.sub("", between)
    if between != plain and not plain:
        return Gap.SPACE
    for pattern, gap in _BY_PATTERN:
        if pattern.fullmatch(plain):
            return gap
    return Gap.STOP
