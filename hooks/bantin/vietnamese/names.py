"""Names of people among capitals: where they begin, where they end, what is none.

A name is not told by its letters alone: what stands before it (a title, a role, ``ông``) is
evidence, a surname is a weaker one. Without evidence only full names with a well-known surname
count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from collections.abc import Iterable
from functools import cache
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.heads import Heads
from bantin.vietnamese.text import compare_key
from bantin.vietnamese.words import Gap, Word

LONGEST: Final = 6
"""Syllables: Công Tằng Tôn Nữ Thị Ninh."""
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.\s?){1,4}(?:[^\W\d_](?![\w]))?\.?|[^\W\d_]\.")
_PARTICLES: Final = frozenset(
    (
        *("van", "von", "de", "der", "den", "da", "di", "du", "la", "le", "dos", "bin", "al"),
        *("el", "los", "las", "ter", "ten", "ibn", "ben", "y"),
    )
)
"""In lower case inside of foreign names."""
_SYLLABLE: Final = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_TONED: Final = str.maketrans(
    "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiiooooooooooooooouuuuuuuuuuyyyyy",
)
_MARKS: Final = frozenset(("văn", "thị"))
"""Middle names that hardly stand anywhere else."""
_SHORTEST_BARE: Final = 3
"""Syllables of a name that is believed without evidence."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name, by words."""

    first: int
    behind: int
    full: bool
    """Whether the family name is in it, or it is foreign, or initials."""
    end: int
    """First character behind it: initials have a dot at their end."""
    sure: bool = True


@cache
def _usual() -> frozenset[str]:
    """Surnames that are hardly anything else."""
    common = {compare_key(name) for name in tables.entries("surnames.common")}
    words = {compare_key(name) for name in tables.entries("surnames.also_words")}
    middles = {compare_key(name) for name in tables.entries("middles.all")}
    return frozenset(common | (tables.surnames() - words - middles))


def is_surname(key: str) -> bool:
    """Whether a word may be a surname."""
    return key in tables.surnames()


def is_likely(keys: list[str]) -> bool:
    """Whether words look like a full name: a usual surname, or ``Văn``, ``Thị`` after one."""
    if not 2 <= len(keys) < LONGEST:
        return False
    if keys[0] in _usual():
        return True
    if len(keys) < _SHORTEST_BARE or not is_syllable(keys[0]):
        return len(keys) >= _SHORTEST_BARE and keys[1] in _MARKS
    return keys[1] in _MARKS or (
        is_surname(keys[0]) and keys[0] not in _never_first() and keys[1] in _middles()
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


def capitals(heads: Heads, first: int, *, upper: bool = False) -> int:
    """Behind the last of the capitals that begin at ``first`` and may be one name."""
    words, at = heads.words, first
    while at < len(words) and at - first < 2 * LONGEST:
        word = words[at]
        if at > first and not _joined(heads, at):
            break
        if word.upper and not (upper and word.text.isalpha()):
            break
        if word.text.isdigit():
            break
        if not (word.capital or _particle(heads, at, first) or _hyphened(heads, at, first)):
            break
        at += 1
    return at


def _joined(heads: Heads, at: int) -> bool:
    word, before = heads.words[at], heads.words[at - 1]
    if word.gap is Gap.SPACE:
        return not heads.begin_inside(at)
    between = heads.words.text[before.end : word.start]
    single = len(word.text) == 1 and len(before.text) == 1
    return word.gap is Gap.GLUE and (
        (between == "-" and not heads.begin_inside(at)) or (single and between == ".")
    )


def _particle(heads: Heads, at: int, first: int) -> bool:
    word = heads.words[at]
    following = heads.words[at + 1] if at + 1 < len(heads.words) else None
    return (
        at > first
        and word.text in _PARTICLES
        and following is not None
        and following.gap is Gap.SPACE
        and (following.capital or following.text in _PARTICLES)
    )


def _hyphened(heads: Heads, at: int, first: int) -> bool:
    """``Park Ji-hoon``."""
    word, before = heads.words[at], heads.words[at - 1]
    return at > first and word.gap is Gap.GLUE and before.capital and word.text.isalpha()


def initials(heads: Heads, first: int) -> Name | None:
    """``N.T.H.``, ``M.Q``: two letters or more with dots."""
    words = heads.words
    word = words[first]
    if len(word.text) != 1 or not word.capital:
        return None
    behind = first + 1
    while behind < len(words) and len(words[behind].text) == 1 and words[behind].capital:
        between = words.text[words[behind - 1].end : words[behind].start]
        if between not in (".", ". "):
            break
        behind += 1
    if behind - first < 2:
        return None
    return Name(first, behind, True, _with_dot(words.text, words[behind - 1]))


def _with_dot(text: str, last: Word) -> int:
    dotted = len(last.text) == 1 and text[last.end : last.end + 1] == "."
    return last.end + 1 if dotted else last.end


def after_evidence(heads: Heads, first: int, *, person: bool = False) -> Name | None:
    """The name that begins at ``first``, after a title, role or word of address.

    Args:
        heads: Of the text.
        first: Index of a word.
        person: Whether only somebody's name can follow: after ``ông``, not after ``bác sĩ``.
    """
    if first >= len(heads.words) or not heads.words[first].capital:
        return None
    found = initials(heads, first)
    if found:
        return found
    behind = capitals(heads, first, upper=True)
    size = behind - first
    shouted = size == 1 and heads.words[first].upper
    if not 0 < size <= LONGEST or heads.begin(first) or shouted:
        return None
    keys = heads.words.keys[first:behind]
    sure = True
    if heads.place(first) == size and not person:
        if keys[0] not in _usual() or size > 2:
            return None
        sure = False
    return _named(heads, first, behind, full=_is_full(keys), sure=sure)


def _named(heads: Heads, first: int, behind: int, *, full: bool, sure: bool = True) -> Name:
    last = heads.words[behind - 1]
    end = _with_dot(heads.words.text, last) if _shortened(heads, first, behind) else last.end
    return Name(first, behind, full, end, sure)


def _shortened(heads: Heads, first: int, behind: int) -> bool:
    """``Trần Thị M.``: a letter in place of the given name."""
    return behind - first > 1 and len(heads.words[behind - 1].text) == 1


def _is_full(keys: list[str]) -> bool:
    if len(keys) >= 3:
        return True
    if len(keys) == 1:
        return not is_syllable(keys[0]) and "'" in keys[0]
    foreign = any(not is_syllable(key) for key in keys)
    prefix = keys[0] in tables.phrases("surnames.prefixes") or keys[0] == "thị"
    return foreign or prefix or keys[0] in _usual() or len(keys[1]) == 1


def echo(heads: Heads, first: int, named: Iterable[list[str]]) -> Name | None:
    """A given name of somebody named before: ``Với Diệp``, ``Tuệ Lâm đã ăn được``.

    Args:
        heads: Of the text.
        first: Index of a word.
        named: Syllables of each full name before.
    """
    behind = capitals(heads, first)
    keys = heads.words.keys[first:behind]
    if not 0 < len(keys) < _SHORTEST_BARE:
        return None
    if any(len(one) > len(keys) and one[-len(keys) :] == keys for one in named):
        return _named(heads, first, behind, full=False)
    return None


def without_evidence(heads: Heads, first: int) -> Name | None:
    """The name that begins at ``first`` by its surname alone; ``sure`` from three syllables."""
    words = heads.words
    if not words[first].capital or words[first].upper or _named_after(heads, first):
        return None
    behind = capitals(heads, first)
    keys = words.keys[first:behind]
    size = len(keys)
    if not 2 <= size <= LONGEST or heads.begin(first) or _is_no_person(heads, first, size):
        return None
    double = tables.double_surnames().longest(keys)
    if double and double < size:
        return _named(heads, first, behind, full=True)
    if not is_likely(keys) or not all(map(_plain, keys[1:])):
        return None
    return _named(heads, first, behind, full=True, sure=size >= _SHORTEST_BARE)


def _is_no_person(heads: Heads, first: int, size: int) -> bool:
    """Whether all of it is a place, or somebody after whom much is called."""
    place = heads.place(first)
    namesake = heads.words.longest(tables.phrases("namesakes.names"), first)
    after = heads.place(first + 1)
    links = tables.phrases("verbs.links").longest(heads.words.keys[first : first + 1])
    return size in (place, namesake) or (after == size - 1 > 1 and links == 1)


def _plain(key: str) -> bool:
    return is_syllable(key) or len(key) == 1 or "'" in key or is_surname(key)


def _named_after(heads: Heads, first: int) -> bool:
    """Whether a word before makes the name a street's, a school's, a prize's."""
    before, keys = tables.phrases("namesakes.before"), heads.words.keys
    if heads.words.gap(first) is not Gap.SPACE:
        return False
    return any(
        before.longest(keys[first - size : first]) == size
        for size in range(1, min(4, first) + 1)
    )


def divide(heads: Heads, run: int, behind: int, *, complete: bool) -> int | None:
    """Where somebody's name begins in the capitals at the end of an institution.

    Args:
        heads: Of the text.
        run: Index of the first of the capitals.
        behind: Index behind the last.
        complete: Whether the institution's name needs none of them.

    Returns:
        Index of the name's first word; ``behind`` where there is no name; None: undecided.
    """
    place = _places(heads, run, behind)
    if place == behind:
        return behind
    keys = heads.words.keys
    if run < place and (is_surname(keys[place]) or behind - place > 2):
        if 2 <= behind - place <= LONGEST:
            return place
    starts = [
        at
        for at in range(run, behind - 1)
        if is_likely(keys[at:behind]) and (at > run or complete)
    ]
    if not starts:
        return behind
    best = max(starts, key=lambda at: _likeness(keys[at:behind], at - run))
    undecided = best == run and behind - best < _SHORTEST_BARE
    return None if undecided else best


def _likeness(keys: list[str], left: int) -> float:
    """How much the words look like a name, if ``left`` words before stay the institution's."""
    found = {2: 1.0, 3: 3.0, 4: 2.5}.get(len(keys), 0.5)
    if keys[0] in _usual():
        found += 1 if keys[0] in _also_words() else 2
    if keys[1] in _MARKS:
        found += 2
    return found - (2 if left == 1 else 0)


@cache
def _also_words() -> frozenset[str]:
    return frozenset(map(compare_key, tables.entries("surnames.also_words")))


def _places(heads: Heads, run: int, behind: int) -> int:
    """Behind the places and people after whom the institution is called."""
    at = run
    while at < behind:
        namesake = heads.words.longest(tables.phrases("namesakes.names"), at, dashes=False)
        size = max(heads.place(at), namesake)
        if not size or at + size > behind:
            break
        at += size
    return at
