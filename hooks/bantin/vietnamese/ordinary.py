"""Words that stand in every text and name nobody."""

from __future__ import annotations

from typing import Final

from bantin.vietnamese import ownnames, tables, titles
from bantin.vietnamese.naming import nameshapes
from bantin.vietnamese.text import compare_key

_SECTIONS: Final = ("roles.heads", "roles.department_heads", "departments.names")
"""Word tables of what is found in every text."""


def is_ordinary(written: str) -> bool:
    """Whether it is one letter, one syllable, a title, a post, or words in lower case.

    Args:
        written: Meant as a name, in NFC.
    """
    if sum(map(str.isalnum, written)) < 2 or titles.canonical(written):
        return True
    if any(written in tables.phrases(section) for section in _SECTIONS):
        return True
    words = written.split()
    syllables = all(nameshapes.is_syllable(compare_key(word)) for word in words)
    if len(words) == 1:
        return syllables and not written.isupper()
    capitals = any(word[0].isupper() for word in words[1:])
    return syllables and not capitals and not ownnames.begins_as_one(written)
