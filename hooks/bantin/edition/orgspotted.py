"""A quick look at texts: which names of the registry of organizations may stand in them.

What is spotted is read with care. A name is spotted by its last words: at its beginning
abbreviations stand for most others (``TTYT KV Bình Xuyên``).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from bantin.edition.spotted import WORD, Keys, Words
from bantin.vietnamese import orgnames
from bantin.vietnamese.known import Known
from bantin.vietnamese.text import compare_key, nfc

_SHORT: Final = (("trung ương", "tw"), ("trung ương", "tư"), ("thành phố", "tp"))
"""What may be abbreviated at the end of a name."""


class OrganizationSpotter:
    """The names of all organizations of a registry. Made once for an edition."""

    def __init__(self, known: Known) -> None:
        self._keys = Keys()
        self._single: dict[str, set[str]] = {}
        self._by_end: dict[Words, list[tuple[str, str]]] = {}
        for key in known.organization_names:
            for words in {words_of(form) for form in _forms(key)}:
                self._add(words, key)
        for one in known.registry.organizations:
            for name in (one.name, *one.aliases):
                self._add(words_of(name), orgnames.key(name))

    def _add(self, words: Words, key: str) -> None:
        if len(words) == 1:
            self._single.setdefault(words[0], set()).add(key)
        elif words:
            before = words[-3] if len(words) > 2 else ""
            self._by_end.setdefault(words[-2:], []).append((before, key))

    def names(self, text: str) -> frozenset[str]:
        """Names that may stand in a text in NFC, as ``orgnames.key``."""
        written = WORD.findall(text)
        words = [self._keys[word] for word in written]
        found: set[str] = set()
        for word in self._single.keys() & set(words):
            found |= self._single[word]
        for at, ending in enumerate(pairwise(words)):
            if ending in self._by_end:
                before = (words[at - 1], written[at - 1].isupper()) if at else ("", False)
                found.update(self._spotted(ending, *before))
        return frozenset(found)

    def _spotted(self, ending: Words, before: str, short: bool) -> Iterator[str]:
        """Names that end so, behind a word, which may be an abbreviation."""
        for word, key in self._by_end[ending]:
            if short or word in ("", before):
                yield key


def words_of(name: str) -> Words:
    """Compare keys of a name's words, signs left out."""
    return tuple(compare_key(word) for word in WORD.findall(nfc(name)))


def _forms(key: str) -> Iterator[str]:
    yield key
    for full, short in _SHORT:
        if full in key:
            yield key.replace(full, short)
