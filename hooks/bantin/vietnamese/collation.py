"""Vietnamese dictionary order, for lists of names and words.

Syllable by syllable, first the letters, then the tone: ``bà b`` stands before ``bá a``.
Unicode's own order compares tones only after all letters of the whole text, which no Vietnamese
dictionary does; letters and tones themselves are ranked as CLDR ranks them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from bantin.vietnamese.text import MARKS, TONES, fold_tone, nfc

Word = tuple[int, tuple[int, ...], tuple[int, ...]]
"""0 number or 1 word; ranks of its letters; ranks of tones and foreign accents."""
Key = tuple[tuple[Word, ...], str, str, str]
NameKey = tuple[tuple[Word, ...], tuple[Word, ...], tuple[Word, ...], Key]

ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""With f, j, w, z of foreign words where CLDR puts them."""
OTHER: Final = "#"
"""Index letter of names that begin with none."""

_RANK: Final = {letter: rank for rank, letter in enumerate(ALPHABET)}
_ACCENT: Final = 100
_WORD: Final = re.compile(rf"[0-9]+|(?:[^\W0-9_][{MARKS}]*)+")
_LETTER: Final = re.compile(rf"([^\W_])([{MARKS}]*)")


def key(s: str) -> Key:
    """Sorts texts in dictionary order.

    Tone placement does not count (hòa = hoà), numbers go by value and before letters, letters
    of other scripts come after z. What is equal so far is told apart by punctuation and, last,
    by case: lower before upper.
    """
    folded = fold_tone(s)
    return _words(folded), nfc(folded.casefold()), folded.swapcase(), nfc(s)


def name_key(name: str) -> NameKey:
    """Sorts people as Vietnamese lists do: by given name, then family name, then the middle.

    The given name is the last word, the family name the first; the whole name settles ties.
    """
    words = nfc(name).split()
    family = words[0] if len(words) > 1 else ""
    given = words[-1] if words else ""
    return _words(given), _words(family), _words(" ".join(words[1:-1])), key(name)


def index_letter(name: str) -> str:
    """The letter under which ``name`` stands in an index: the first of the given name.

    Ă Â Đ Ê Ô Ơ Ư are letters of their own; tones and foreign accents fall away; a name that
    begins with anything else stands under ``OTHER``.
    """
    given = (name.split() or [""])[-1]
    first = _LETTER.search(unicodedata.normalize("NFD", given.casefold()))
    if first is None:
        return OTHER
    letter, _ = _take_tones(*first.groups())
    found = letter if letter in _RANK else first[1]
    return found.upper() if found in _RANK else OTHER


def _words(s: str) -> tuple[Word, ...]:
    parts = unicodedata.normalize("NFD", s.casefold())
    return tuple(_word(word) for word in _WORD.findall(parts))


def _word(word: str) -> Word:
    if "0" <= word[0] <= "9":
        digits = word.lstrip("0")
        return 0, (len(digits), *map(int, digits)), ()
    letters = [_ranked(*found) for found in _LETTER.findall(word)]
    accents = tuple(accent for _, some in letters for accent in some)
    return 1, tuple(rank for rank, _ in letters), accents


def _ranked(base: str, marks: str) -> tuple[int, tuple[int, ...]]:
    """Rank of a letter, ranks of what it carries beyond the alphabet."""
    letter, tones = _take_tones(base, marks)
    if letter in _RANK:
        return _RANK[letter], tones
    accents = tuple(_ACCENT + ord(mark) for mark in marks if mark not in TONES)
    return _RANK.get(base, ord(base)), tones + accents


def _take_tones(base: str, marks: str) -> tuple[str, tuple[int, ...]]:
    """The letter without its tone, composed; the tone's rank from 1."""
    letter = nfc(base + "".join(mark for mark in marks if mark not in TONES))
    return letter, tuple(TONES.index(mark) + 1 for mark in marks if mark in TONES)
