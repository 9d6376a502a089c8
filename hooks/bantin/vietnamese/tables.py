"""Word tables of Vietnamese: surnames, places, departments, roles, verbs and others.

The words stand in ``tables/*.toml``, data only, each list in dictionary order. A section is
named ``file.section``, or ``file.all`` for all lists of a file together:

``surnames()``
    Compare keys of surnames of one syllable.
``double_surnames()``
    Surnames of two syllables and more, as ``Phrases``.
``phrases(section)``
    The entries of a section, for longest match; of a mapping, its short forms.
``expansion(section, written)``
    What a short form stands for.
``words(text)``
    A text as these tables see it: compare keys of its words.

Words are parted by white space. A dash between spaces is a word of its own, ``-``; a comma
stays with the word before it. Entries are found without their dashes and commas, too (``Sản –
Nhi``, ``Sản Nhi``). Dots, slashes and apostrophes stay inside of words: ``đ/c``, ``Q.``,
``K'Brôi``. Lookups take no notice of case, normal form and tone placement; diacritics count: Vũ
is not Võ.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final

from bantin.vietnamese.text import compare_key

Section = tuple[str, ...] | Mapping[str, str]
"""A list of entries, or short forms with what they stand for; as written in the file."""

ALL: Final = "all"
DASH: Final = "-"
_DASHES: Final = frozenset("-‐‑‒–—")
_GLUE: Final = re.compile(r"[-.,/–—]")
"""What stands inside of words, where a text is cut at every one: ``VT-TBYT``, ``P.GĐ``."""


class Phrases:
    """Entries of one word or several, found by longest match."""

    def __init__(self, entries: Iterable[str]) -> None:
        """Take the entries, in any case and normal form."""
        keys = {words(entry) for entry in entries}
        bare = (tuple(word.rstrip(",") for word in key if word != DASH) for key in keys)
        apart = (words(_GLUE.sub(" ", " ".join(key))) for key in keys)
        self.keys: frozenset[tuple[str, ...]] = frozenset(filter(None, (*keys, *bare, *apart)))
        """All entries, word by word."""
        lengths: dict[str, set[int]] = {}
        for key in self.keys:
            lengths.setdefault(key[0], set()).add(len(key))
        self.lengths = {word: sorted(some, reverse=True) for word, some in lengths.items()}
        """First word of an entry -> how many words such entries have, most first."""

    def longest(self, words: Sequence[str], at: int = 0) -> int:
        """How many words the longest entry takes that begins at ``words[at]``; 0 for none.

        Args:
            words: Compare keys of single words, as ``tables.words`` makes them.
            at: From 0; beyond the last word nothing is found.
        """
        if at >= len(words):
            return 0
        for length in self.lengths.get(words[at], ()):
            if at + length <= len(words) and tuple(words[at : at + length]) in self.keys:
                return length
        return 0

    def __contains__(self, written: str) -> bool:
        """Whether the whole of ``written`` is an entry; its compare key will do."""
        return words(written) in self.keys

    def __len__(self) -> int:
        """How many ways of writing there are, those without dashes included."""
        return len(self.keys)


def words(text: str) -> tuple[str, ...]:
    """Compare keys of the words of a text; a dash between spaces is ``DASH``."""
    return tuple(
        DASH if word in _DASHES else word for word in compare_key(text).split(" ") if word
    )


@cache
def surnames() -> frozenset[str]:
    """Compare keys of all surnames of one syllable, minorities' included."""
    singles = ("common", "rare", "minority")
    return frozenset(
        compare_key(name) for group in singles for name in entries(f"surnames.{group}")
    )


@cache
def double_surnames() -> Phrases:
    """Surnames of two syllables and more: ``Tôn Thất``, ``Công Tằng Tôn Nữ``, ``Rơ Châm``."""
    return Phrases(
        (*entries("surnames.double"), *entries("surnames.minority_double")),
    )


@cache
def phrases(section: str) -> Phrases:
    """The entries of ``file.section``, or of all sections of a file.

    Raises:
        KeyError: There is no such section.
        FileNotFoundError: There is no such file.
    """
    return Phrases(entries(section))


def expansion(section: str, written: str) -> str | None:
    """What a short form of a mapping stands for: ``PGĐ`` -> ``Phó Giám đốc``.

    Raises:
        KeyError: There is no such section, or it is a plain list.
    """
    return _expansions(section).get(words(written))


def entries(section: str) -> tuple[str, ...]:
    """The entries of a section as the file writes them; of a mapping, its short forms."""
    file, _, name = section.partition(".")
    table = _table(file)
    chosen = table.values() if name == ALL else (table[name],)
    return tuple(entry for some in chosen for entry in some)


@cache
def _expansions(section: str) -> Mapping[tuple[str, ...], str]:
    file, _, name = section.partition(".")
    found = _table(file)[name]
    if isinstance(found, tuple):
        raise KeyError(section)
    return {words(short): full for short, full in found.items()}


@cache
def _table(file: str) -> Mapping[str, Section]:
    source = resources.files(__package__).joinpath("tables", f"{file}.toml")
    sections = tomllib.loads(source.read_text("utf-8"))
    return {
        name: tuple(found) if isinstance(found, list) else found
        for name, found in sections.items()
    }
