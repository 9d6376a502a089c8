"""What stands where a name could stand and is nobody's: a specialty, an illness, a country.

Whoever is named by such a word only is left out; a full name (``BS Nguyễn Pháp``), or one that
was read before (``BS Mỹ``), stays.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.naming.heads import Heads, department_names
from bantin.vietnamese.naming.nameshapes import LONGEST, MARKS, is_middle, is_surname
from bantin.vietnamese.tables import Phrases
from bantin.vietnamese.words import Gap

Called = Container[tuple[str, ...]]
"""By which syllables the people named in full before may be called."""

_WITHOUT_ECHO: Final = frozenset(("tiếng", "nước", "người", "chuyên gia", "dịp", "của"))
_SEVERAL: Final = frozenset(
    ("các", "những", "nhiều", "đoàn", "đội", "ngũ", "hai", "ba", "bốn", "năm", "sáu", "mười")
)
_ALSO_BEGIN: Final = ("Phạm", "Vũ")
"""Surnames that hardly are a word, but begin one: Phạm Vi, Vũ Khí."""
_FILES: Final = frozenset("/\\_=@#&?")
"""Signs of addresses and file names."""


@cache
def _lands() -> Phrases:
    return Phrases(
        (*tables.entries("places.abroad"), "Tây Nguyên", "Nam Bộ", "Bắc Bộ", "Trung Bộ")
    )


@cache
def _regions() -> Phrases:
    sections = ("places.provinces", "places.regions")
    return Phrases(entry for section in sections for entry in tables.entries(section))


def land(heads: Heads, at: int) -> int:
    """How many words of a country's name stand at ``at``; 0: none."""
    return heads.words.longest(_lands(), at, dashes=False)


@cache
def _patients() -> Phrases:
    """Words of address behind which an illness may stand in place of a name."""
    sections = ("kinship.patients", "kinship.some")
    entries = [entry for section in sections for entry in tables.entries(section)]
    return Phrases((*entries, "trẻ", "trẻ em", "bệnh nhân nam", "bệnh nhân nhi"))


def behind_field(heads: Heads, at: int, called: Called) -> int:
    """Behind the specialty that stands at ``at``, behind a title: ``bác sĩ Nhi khoa``.

    A single syllable may be somebody's name: only what follows tells ``điều dưỡng Nhi Lê Văn
    An`` from ``điều dưỡng Nhi Hà``.
    """
    words = heads.words
    size = _field(heads, at)
    if not size or words.gap(at) is not Gap.SPACE or not words[at].capital:
        return at
    behind = at + size
    if size > 1:
        return behind
    if (words.keys[at],) in called:
        return at
    named = _is_capital(heads, behind)
    full = named and is_surname(words.keys[behind]) and _is_capital(heads, behind + 1)
    return at if named and not full else behind


def _is_capital(heads: Heads, at: int) -> bool:
    return heads.words.gap(at) is Gap.SPACE and heads.words[at].capital


def _field(heads: Heads, at: int) -> int:
    """How many words of a specialty or field of study stand at ``at``; 0: none."""
    words = heads.words
    field = words.longest(tables.phrases("nobody.fields"), at)
    return max(field, words.longest(department_names(), at))


def replaces_name(heads: Heads, first: int, behind: int, *, person: bool) -> bool:
    """Whether the capitals behind a title, a role or a word for a patient name nobody.

    Args:
        heads: Of the text.
        first: Index of the first of the capitals.
        behind: Index behind the last.
        person: Whether ``ông``, ``chị`` stand before: then hardly anything else can follow.
    """
    size, words = behind - first, heads.words
    if size > 2 and is_surname(words.keys[first]):
        return False
    if land(heads, first) == size > int(person):
        return True
    if person:
        return False
    if words.longest(_regions(), first, dashes=False) == size:
        return True
    sections = ("fields", "illnesses", "care")
    found = [words.longest(tables.phrases(f"nobody.{name}"), first) for name in sections]
    if max(_field(heads, first), *found) >= size:
        return True
    return size == 1 and _is_in_lower_case(heads, behind)


def _is_in_lower_case(heads: Heads, behind: int) -> bool:
    """Whether a word in lower case follows that begins nothing new: ``Bác sĩ Da liễu``."""
    words = heads.words
    if words.gap(behind) is Gap.GLUE:
        return True
    if words.gap(behind) is not Gap.SPACE or words[behind].capital:
        return False
    if words[behind].text.isdigit() or heads.begin(behind):
        return False
    return not words.longest(tables.phrases("verbs.all"), behind)


def is_patient(heads: Heads, first: int, behind: int) -> bool:
    """Whether words of address are ones for a patient, whom an illness may follow."""
    return heads.words.longest(_patients(), first, dashes=False) == behind - first


def may_echo(heads: Heads, first: int, behind: int, *, evident: bool) -> bool:
    """Whether a short form of somebody named before is no country and no other word.

    Args:
        heads: Of the text.
        first: Index of its first word.
        behind: Index behind the last.
        evident: Whether a title or word of address of one person stands before.
    """
    words, size = heads.words, behind - first
    if evident:
        return True
    others = (_lands(), tables.phrases("nobody.words"))
    if any(words.longest(some, first, dashes=False) == size for some in others):
        return False
    near = words.gap(first) is Gap.SPACE
    before = [" ".join(words.keys[max(0, first - back) : first]) for back in (1, 2)]
    if near and not _WITHOUT_ECHO.isdisjoint(before):
        return False
    return size > 1 or not _is_in_lower_case(heads, behind)


def several(heads: Heads, first: int) -> bool:
    """Whether the word before says that many follow: ``các bác sĩ Mỹ``."""
    words = heads.words
    near = first > 0 and words.gap(first) is Gap.SPACE
    return near and (words.keys[first - 1] in _SEVERAL or words[first - 1].text.isdigit())


def is_thing(heads: Heads, first: int, behind: int) -> bool:
    """Whether capitals that begin like a surname are a thing: ``Hồ Sơ Bệnh Án``."""
    keys = heads.words.keys[first:behind]
    things = heads.words.longest(tables.phrases("nobody.things"), first, dashes=False)
    strange = tables.phrases("nobody.syllables")
    if things == len(keys) or any(strange.longest([key]) for key in keys[1:]):
        return True
    second = tables.phrases("nobody.seconds").longest(keys[1:2])
    return bool(second) and keys[0] in _also_words()


def is_weak(keys: list[str]) -> bool:
    """Whether a surname is a word, too, and nothing else in the name speaks for a person."""
    if keys[0] not in _also_words():
        return False
    return len(keys) < 3 or not (keys[1] in MARKS or is_middle(keys[1]))


@cache
def _also_words() -> frozenset[str]:
    names = (*tables.entries("surnames.also_words"), *_ALSO_BEGIN)
    return frozenset(key for name in names for key in tables.words(name))


def in_file_name(heads: Heads, first: int, behind: int) -> bool:
    """Whether the words stand in an address or the name of a file: ``/Nguyễn-Văn-An/``."""
    words, text = heads.words, heads.words.text
    start, end = words[first].start, words[behind - 1].end
    hyphens = any(words[at].gap is Gap.GLUE for at in range(first + 1, behind))
    if not hyphens:
        return False
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    return before in _FILES or after[:1] in _FILES or (after[:1] == "." and after[1:].isalnum())


def named_after(heads: Heads, first: int) -> bool:
    """Whether a word before makes the name a street's, a school's, a prize's."""
    words = heads.words
    if words.gap(first) is Gap.SPACE:
        follows = _ends_before(heads, first, "namesakes.before")
        return follows and not _ends_before(heads, first, "namesakes.compounds")
    if words.gap(first) is not Gap.DASH:
        return False
    run = first - 1  # ngã tư Lê Lợi – Trần Phú
    while first - run < LONGEST and words.gap(run) is Gap.SPACE and words[run - 1].capital:
        run -= 1
    return words.gap(run) is Gap.SPACE and _ends_before(heads, run, "namesakes.crossings")


def _ends_before(heads: Heads, first: int, section: str) -> bool:
    """Whether an entry ends right before ``first``."""
    entries, keys = tables.phrases(section), heads.words.keys
    return any(
        entries.longest(keys[first - size : first]) == size
        for size in range(1, min(4, first) + 1)
    )
