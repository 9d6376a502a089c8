"""Texts -> words as the index and the browser compare them.

``theme/scripts/search-engine.js`` does the same; ``tests/search/words.json`` holds both to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from bantin.vietnamese.text import fold, fold_tone, nfc

WORD: Final = re.compile("[\\w\u0300-\u036f]+")
"""Letters, digits and marks; an underscore, which is none of them, is taken out before."""
LONGEST: Final = 32
"""Characters of a word; what is longer is no word and cut here."""
ACCENTS: Final = 15
"""How many spellings of a plain word can be told apart; 0 is the plain one."""


class Word(NamedTuple):
    """A word of a text."""

    plain: str
    """Without case, tones and diacritics; ``đ`` is ``d``."""
    accent: int
    """0 if it is written plainly, else 1 to 15: a digest of its accents."""


class Words(dict[str, Word | None]):
    """Every spelling met so far: most words of a text have been there before."""

    def __missing__(self, typed: str) -> Word | None:
        """Take a word apart, once."""
        found = self[typed] = _word(typed)
        return found

    def of(self, text: str) -> list[Word]:
        """The words of a text in their order; what no index holds is left out."""
        typed = WORD.findall(nfc(text).lower().replace("_", " "))
        return [word for word in map(self.__getitem__, typed) if word]


def pair(first: Word, second: Word) -> Word:
    """Two words that stand beside each other, as one."""
    accent = (3 * first.accent + second.accent) & ACCENTS
    return Word(f"{first.plain} {second.plain}", accent)


def pairs(words: Sequence[Word]) -> list[Word]:
    """All of a passage."""
    return [pair(one, other) for one, other in pairwise(words)]


def _word(typed: str) -> Word | None:
    """None where nothing is left, and for characters outside Unicode's first plane."""
    spelt = fold_tone(typed[:LONGEST])
    plain = fold(spelt)
    if not plain or max(plain) > "\uffff":
        return None
    return Word(plain, 0 if spelt == plain else 1 + _digest(spelt) % ACCENTS)


def _digest(text: str) -> int:
    """FNV-1a of 32 bits over the UTF-16 units of a text."""
    units = memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H")
    found = 0x811C9DC5
    for unit in units:
        found = (found ^ unit) * 0x01000193 & 0xFFFFFFFF
    return found
