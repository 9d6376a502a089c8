"""Names of people among capitals: where they begin, where they end, what is none.

A name is not told by its letters alone: what stands before it (a title, a role, ``ông``) is
evidence, a surname is a weaker one. Without evidence only full names with a well-known surname
count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.naming import nobody
from bantin.vietnamese.naming.heads import Heads
from bantin.vietnamese.naming.nameshapes import (
    LONGEST,
    SHORTEST_BARE,
    is_likely,
    is_surname,
    is_syllable,
    usual_surnames,
)
from bantin.vietnamese.words import Gap, Word

_PARTICLES: Final = frozenset(
    (
        *("van", "von", "de", "der", "den", "da", "di", "du", "la", "le", "dos", "bin", "al"),
        *("el", "los", "las", "ter", "ten", "ibn", "ben", "y"),
    )
)
"""In lower case inside of foreign names."""


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
    if heads.words.text[before.end] == "_" and word.start == before.end + 1:
        return False  # Nguyễn_Văn_An.jpg
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


def after_evidence(
    heads: Heads, first: int, *, person: bool = False, called: nobody.Called = ()
) -> Name | None:
    """The name that begins at ``first``, after a title, role or word of address.

    Args:
        heads: Of the text.
        first: Index of a word.
        person: Whether only somebody's name can follow: after ``ông``, not after ``bác sĩ``.
        called: ``endings`` of the full names before: these are no other words.
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
    if tuple(keys) not in called and nobody.replaces_name(heads, first, behind, person=person):
        return None
    if heads.place(first) == size and not person and keys[0] not in usual_surnames():
        return None
    return _named(heads, first, behind, full=_is_full(keys))


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
    return foreign or prefix or keys[0] in usual_surnames() or len(keys[1]) == 1


def endings(keys: list[str]) -> set[tuple[str, ...]]:
    """By which syllables somebody of a full name may be called: the last one or two."""
    return {tuple(keys[-size:]) for size in (1, 2) if len(keys) > size}


def echo(
    heads: Heads, first: int, called: nobody.Called, *, evident: bool = False
) -> Name | None:
    """A given name of somebody named before: ``Với Diệp``, ``Tuệ Lâm đã ăn được``.

    Args:
        heads: Of the text.
        first: Index of a word.
        called: ``endings`` of the full names before.
        evident: Whether a title or word of address of one person stands before.
    """
    behind = capitals(heads, first)
    if tuple(heads.words.keys[first:behind]) not in called:
        return None
    if not nobody.may_echo(heads, first, behind, evident=evident):
        return None
    return _named(heads, first, behind, full=False)


def without_evidence(heads: Heads, first: int) -> Name | None:
    """The name that begins at ``first`` by its surname alone; ``sure`` from three syllables."""
    words = heads.words
    if not words[first].capital or words[first].upper or nobody.named_after(heads, first):
        return None
    behind = capitals(heads, first)
    keys = words.keys[first:behind]
    size = len(keys)
    if not 2 <= size <= LONGEST or heads.begin(first) or _is_no_person(heads, first, size):
        return None
    if nobody.in_file_name(heads, first, behind) or nobody.is_thing(heads, first, behind):
        return None
    double = tables.double_surnames().longest(keys)
    if double and double < size:
        return _named(heads, first, behind, full=True)
    if not is_likely(keys) or not all(map(_plain, keys[1:])):
        return None
    sure = size >= SHORTEST_BARE and not nobody.is_weak(keys)
    return _named(heads, first, behind, full=True, sure=sure)


def _is_no_person(heads: Heads, first: int, size: int) -> bool:
    """Whether all of it is a place, or somebody after whom much is called."""
    place = heads.place(first)
    namesake = heads.words.longest(tables.phrases("namesakes.names"), first)
    after = heads.place(first + 1)
    links = tables.phrases("verbs.links").longest(heads.words.keys[first : first + 1])
    return size in (place, namesake) or (after == size - 1 > 1 and links == 1)


def _plain(key: str) -> bool:
    return is_syllable(key) or len(key) == 1 or "'" in key or is_surname(key)


def goes_on(heads: Heads, behind: int) -> bool:
    """Whether a name that ends before ``behind`` is only the beginning of a longer one."""
    words = heads.words
    if behind >= len(words) or not words[behind].capital or words[behind].upper:
        return False
    if words.gap(behind) is Gap.GLUE:
        return words.text[words[behind].start - 1] == "-"
    return words.gap(behind) is Gap.SPACE and not heads.begin(behind)
