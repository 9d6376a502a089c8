"""Whether a name says which institution it is, or only what sort of one."""

from __future__ import annotations

from functools import cache
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.known import Known
from bantin.vietnamese.naming import institutions, nameshapes
from bantin.vietnamese.naming.heads import Heads
from bantin.vietnamese.text import compare_key, nfc
from bantin.vietnamese.words import Words

_NATIONAL: Final = frozenset(("trung ương", "quốc gia", "việt nam"))
"""Words that stand for the only one of the country: Bệnh viện Nhi Trung ương."""
_ONE_ONLY: Final = "bộ"
"""A ministry needs no place."""
_OF_THE_STATE: Final = frozenset(("cục", "vụ", "viện", "học", "quỹ", "báo", "tổng", "ban"))
"""So begin names of which the country has one: Cục Y tế dự phòng, Học viện Quân y."""


def begins_as_one(written: str) -> bool:
    """Whether it begins with a head word: not so ``Các trung tâm y tế huyện``."""
    return bool(Heads(Words(written)).institution(0))


def is_foreign(name: str) -> bool:
    """Whether a name of several words is in another language: ``Bach Mai Hospital``."""
    words = compare_key(name).split()
    other = len(words) > 1 and not all(map(nameshapes.is_syllable, words))
    return other and not begins_as_one(nfc(name))


def is_whole(written: str, known: Known) -> bool:
    """Whether a name says which institution it is.

    It begins with a head word, is one institution to its end and has more than kinds and
    levels: neither ``Trung tâm Y tế`` nor ``UBND tỉnh`` nor ``Trung tâm Y tế các huyện``.

    Args:
        written: In NFC, the name alone.
        known: The registries.
    """
    words = Words(written)
    heads = Heads(words)
    found = institutions.at(heads, 0, known) if len(words) else None
    if found is None or found.behind < len(words) or found.bare:
        return False
    return words.keys[0] == _ONE_ONLY or _has_own_name(heads)


def is_of_many(written: str, known: Known) -> bool:
    """Whether a name is of a sort of institution that there are many of: ``Sở Y tế``.

    Args:
        written: In NFC, the name alone.
        known: The registries.
    """
    if not begins_as_one(written) or is_whole(written, known):
        return False
    words = Words(written)
    return words.keys[0] not in _OF_THE_STATE or Heads(words).institution(0) == len(words)


def _has_own_name(heads: Heads) -> bool:
    words = heads.words
    own = any(heads.place(at) or words.longest(_own_names(), at) for at in range(len(words)))
    national = any(one in " ".join(words.keys) for one in _NATIONAL)
    return own or national or not _is_all_kinds(heads)


def _is_all_kinds(heads: Heads) -> bool:
    words, at = heads.words, 0
    while at < len(words):
        size = heads.institution(at, lower=True) or words.longest(_kinds(), at)
        if not size:
            return False
        at += size
    return True


@cache
def _own_names() -> tables.Phrases:
    sections = ("institutions.proper", "institutions.numbers", "namesakes.names")
    return tables.Phrases(entry for section in sections for entry in tables.entries(section))


@cache
def _kinds() -> tables.Phrases:
    sections = ("institutions.kinds", "institutions.linking", "departments.names")
    return tables.Phrases(entry for section in sections for entry in tables.entries(section))
