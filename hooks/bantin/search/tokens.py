"""Texts -> words as the index and the browser compare them.

``theme/scripts/search-engine.js`` does the same; ``tests/search/words.json`` holds both to it.

A **spelt key** is a key with one more character behind it, which tells its accent and sorts
below everything that a key may hold: sorted spelt keys are sorted keys, and within a key they
are in the order of accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Final

from bantin.vietnamese.text import fold, fold_tone, nfc

WORD: Final = re.compile("[\\w\u0300-\u036f]+")
"""Letters, digits and marks; an underscore, which is none of them, is taken out before."""
LONGEST: Final = 32
"""Characters of a word; what is longer is no word and cut here."""
ACCENTS: Final = 15
"""How many spellings of a plain word can be told apart; 0 is the plain one."""
SIGNS: Final = tuple(map(chr, range(0x10, 0x20)))
"""What stands behind a key for each accent. No key, line break or edge is one of them."""
PLAIN: Final = SIGNS[0]
MEMORY: Final = 50_000
"""Chunks that are remembered before all are forgotten."""
PHRASES: Final = 5_000
"""The same of phrases."""
LONGEST_PHRASE: Final = 200
"""Characters of one that is remembered."""

_PAIR: Final = SIGNS * 4
"""By ``3 * first + second``, of which the low four bits count."""

Word = tuple[str, str, int, str, int]
"""Its spelt key; as the first of a pair: plain with a space, thrice the accent; as the second:
plain, the accent. All that a pair is put together from is ready."""


class Words(dict[str, tuple[Word, ...]]):
    """Every chunk between two spaces met so far: nearly all of a text have been there before.

    No word has a space in it, and what NFC and lower case do to a chunk does not depend on its
    neighbours.
    """

    def __init__(self) -> None:
        super().__init__()
        self._phrases: dict[str, list[str]] = {}

    def __missing__(self, chunk: str) -> tuple[Word, ...]:
        """Take a chunk apart, once."""
        found = tuple(_words(chunk))
        if len(chunk) <= 2 * LONGEST:
            if len(self) >= MEMORY:
                self.clear()
            self[chunk] = found
        return found

    def keys_of(self, text: str) -> list[str]:
        """Spelt keys of a passage: its words in their order, then its pairs."""
        words = list(chain.from_iterable(map(self.__getitem__, text.split())))
        keys = [word[0] for word in words]
        keys += [
            f"{first[1]}{second[3]}{_PAIR[first[2] + second[4]]}"
            for first, second in pairwise(words)
        ]
        return keys

    def keys_of_phrase(self, phrase: str) -> list[str]:
        """The same of what is in many documents: other names, titles in their other form."""
        found = self._phrases.get(phrase)
        if found is None:
            found = self.keys_of(phrase)
            if len(phrase) <= LONGEST_PHRASE:
                if len(self._phrases) >= PHRASES:
                    self._phrases.clear()
                self._phrases[phrase] = found
        return found


def accent(spelt: str) -> int:
    """What the last character of a spelt key says."""
    return ord(spelt[-1]) & ACCENTS


def _words(chunk: str) -> Iterator[Word]:
    """Left out is where nothing remains, and characters outside Unicode's first plane."""
    for typed in WORD.findall(nfc(chunk).lower().replace("_", " ")):
        spelling = fold_tone(typed[:LONGEST])
        plain = fold(spelling)
        if plain and max(plain) <= "\uffff":
            sign = 0 if spelling == plain else 1 + _digest(spelling) % ACCENTS
            yield f"!{plain}{SIGNS[sign]}", f"{plain} ", 3 * sign, plain, sign


def _digest(text: str) -> int:
    """FNV-1a of 32 bits over the UTF-16 units of a text."""
    units = memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H")
    found = 0x811C9DC5
    for unit in units:
        found = (found ^ unit) * 0x01000193 & 0xFFFFFFFF
    return found
