"""A quick look at texts: which names of the registry of people stand in them, word for word.

The careful reading of a sentence takes a hundred times as long; only what is spotted is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from bantin.model import Person
from bantin.vietnamese.text import compare_key, nfc

Words = tuple[str, ...]
"""Compare keys of the words of a name or text, signs left out."""

WORD: Final = re.compile(r"[^\W_]+")
"""Of a text, for a quick look."""
_MOST: Final = 1 << 16
"""Words kept: more than a hospital's vocabulary; names and figures add up over the years."""
_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>#]|\d{1,3}[.)])[ \t])")
_END: Final = re.compile(r"(?<=[^\W\d_A-Z]{2})([.!?…]+[”»\")*_]*)\s+(?=[“«\"(*_]*[^\W\d_a-z])")
_LAST_WORD: Final = re.compile(r"[^\W\d_]+$")
_LONGEST: Final = 24
"""Letters of a word before a dot that are looked at."""


class Keys(dict[str, str]):
    """Every word met so far -> its compare key."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST:
            self.clear()
        self[word] = compare_key(word)
        return self[word]


class Spotter:
    """The names of all people of a registry. Made once for an edition."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._keys = Keys()
        self._ids: dict[Words, set[str]] = {}
        self._by_end: dict[Words, set[Words]] = {}
        for one in people:
            for name in self.names_of(one):
                if len(name) > 1:
                    self._ids.setdefault(name, set()).add(one.id)
                    self._by_end.setdefault(name[-2:], set()).add(name)

    def words(self, text: str) -> Words:
        """A text in NFC word by word."""
        keys = self._keys
        return tuple([keys[word] for word in WORD.findall(text)])

    def names_of(self, person: Person) -> list[Words]:
        """All names of somebody."""
        return [self.words(nfc(name)) for name in (person.name, *person.aliases)]

    def ids(self, name: Words) -> frozenset[str]:
        """Of everybody who has this name."""
        return frozenset(self._ids.get(name, ()))

    def names(self, words: Words) -> frozenset[Words]:
        """The names that stand among the words, one after the other."""
        known = self._by_end
        found: set[Words] = set()
        for at, ending in enumerate(pairwise(words), start=2):
            if ending in known:
                found.update(
                    name for name in known[ending] if words[max(0, at - len(name)) : at] == name
                )
        return frozenset(found)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a Markdown text, lists entry by entry, tables whole.

    In doubt two are left together: a title's dot (``BS. Hảo``) ends none, nor does a name.
    """
    for paragraph in _PARAGRAPH.split(text):
        start = 0
        for end in () if "|" in paragraph else _END.finditer(paragraph):
            near = max(start, end.start() - _LONGEST)
            last = _LAST_WORD.search(paragraph, near, end.start())
            if last and last[0].islower():
                yield paragraph[start : end.end()]
                start = end.end()
        yield paragraph[start:]
