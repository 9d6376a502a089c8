"""Names of people among capitals: where they begin, where they end, what is none.

A name is not told by its letters alone: what stands before it (a title, a role, ``ông``) is
evidence, a surname is a weaker one. Without evidence only full names with a well-known surname
count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    ("van", "von", "de", "der", "den", "da", "di", "du", "la", "le", "dos", "bin", "al", "el")
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
        if not word.capital and not _particle(heads, at, first):
            break
        at += 1
    return at


def _joined(heads: Heads, at: int) -> bool:
    word, before = heads.words[at], heads.words[at - 1]
    if word.gap is Gap.SPACE:
        return not heads.begin(at)
    between = heads.words.text[before.end : word.start]
    single = len(word.text) == 1 and len(before.text) == 1
    return word.gap is Gap.GLUE and (
        (between == "-" and not heads.begin(at)) or (single and between == ".")
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


def after_evidence(heads: Heads, first: int) -> Name | None:
    """The name that begins at ``first``, after a title, role or word of address."""
    if first >= len(heads.words) or not heads.words[first].capital:
        return None
    found = initials(heads, first)
    if found:
        return found
    behind = capitals(heads, first, upper=True)
    size = behind - first
    if not 0 < size <= LONGEST or heads.begin(first):
        return None
    keys = heads.words.keys[first:behind]
    sure = True
    if heads.place(first) == size:
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
    return foreign or keys[0] in _usual() or len(keys[1]) == 1


def without_evidence(heads: Heads, first: int) -> Name | None:
    """The name that begins at ``first`` by its surname alone; ``sure`` from three syllables."""
    words = heads.words
    if not words[first].capital or words[first].upper or _named_after(heads, first):
        return None
    behind = capitals(heads, first)
    keys = words.keys[first:behind]
    size = len(keys)
    if not 2 <= size <= LONGEST or heads.begin(first):
        return None
    double = tables.double_surnames().longest(keys)
    if not (keys[0] in _usual() or (double and double < size)):
        return None
    if not double and (size > LONGEST - 1 or not all(map(_plain, keys))):
        return None
    if heads.place(first) or words.longest(tables.phrases("namesakes.names"), first) == size:
        return None
    return _named(heads, first, behind, full=True, sure=size >= _SHORTEST_BARE)


def _plain(key: str) -> bool:
    return is_syllable(key) or len(key) == 1


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
    if place > run and 2 <= behind - place <= LONGEST:
        first = heads.words.keys[place]
        if is_surname(first) or behind - place > 2:
            return place
    starts = [
        at
        for at in range(run, behind - 1)
        if behind - at <= LONGEST - 1
        and heads.words.keys[at] in _usual()
        and (at > run or complete)
    ]
    return _best(heads, starts, run, behind)


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


def _best(heads: Heads, starts: list[int], run: int, behind: int) -> int | None:
    """The start of the longest name; a name does not hold ``Lê Văn`` in its middle."""
    if not starts:
        return behind
    keys = heads.words.keys
    marked = [at for at in starts if keys[at + 1] in ("văn", "thị") and at + 2 < behind]
    if marked:
        return marked[-1]
    best = starts[0]
    if best == run and behind - best < _SHORTEST_BARE:
        return None
    return best
