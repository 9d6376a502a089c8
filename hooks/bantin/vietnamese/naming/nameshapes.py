"""What a name of a person looks like, syllable by syllable.

Syllables are compare keys (``text.compare_key``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.text import compare_key

LONGEST: Final = 6
"""Syllables: Công Tằng Tôn Nữ Thị Ninh."""
SHORTEST_BARE: Final = 3
"""Syllables of a name that is believed without evidence."""
MARKS: Final = frozenset(("văn", "thị"))
"""Middle names that hardly stand anywhere else."""
_SYLLABLE: Final = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_TONED: Final = str.maketrans(
    "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiiooooooooooooooouuuuuuuuuuyyyyy",
)


@cache
def usual_surnames() -> frozenset[str]:
    """Surnames that are hardly anything else."""
    common = {compare_key(name) for name in tables.entries("surnames.common")}
    words = {compare_key(name) for name in tables.entries("surnames.also_words")}
    middles = {compare_key(name) for name in tables.entries("middles.all")}
    return frozenset(common | (tables.surnames() - words - middles))


def is_surname(key: str) -> bool:
    """Whether a word may be a surname."""
    return key in tables.surnames()


def is_middle(key: str) -> bool:
    """Whether a syllable often stands between a surname and a given name."""
    return key in _middles()


def is_likely(keys: list[str]) -> bool:
    """Whether words look like a full name: a usual surname, or ``Văn``, ``Thị`` after one."""
    if not 2 <= len(keys) < LONGEST:
        return False
    if keys[0] in usual_surnames() or _of_a_minority(keys):
        return True
    if len(keys) < SHORTEST_BARE or not is_syllable(keys[0]):
        return len(keys) >= SHORTEST_BARE and keys[1] in MARKS
    return keys[1] in MARKS or (
        is_surname(keys[0]) and keys[0] not in _never_first() and keys[1] in _middles()
    )


def _of_a_minority(keys: list[str]) -> bool:
    """``H'Nhi Êban``; ``Y Thương Kbuôr``, where the surname stands last."""
    prefix = keys[0] in tables.phrases("surnames.prefixes")
    first = keys[0].replace("’", "'")
    return ("'" in first and not first.endswith("'s")) or (
        prefix and is_surname(keys[-1]) and not is_syllable(keys[-1])
    )


@cache
def _middles() -> frozenset[str]:
    return frozenset(map(compare_key, tables.entries("middles.typical")))


@cache
def _never_first() -> frozenset[str]:
    return frozenset(map(compare_key, tables.entries("middles.never_first")))


def is_syllable(key: str) -> bool:
    """Whether a word could be a Vietnamese syllable, by its letters."""
    return _SYLLABLE.fullmatch(key.translate(_TONED)) is not None
