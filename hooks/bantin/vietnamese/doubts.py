"""Where words leave open whether somebody is a patient, a child or the family of one.

Looser than ``privacy``: for places where naming nobody costs little, and the wrong one much.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from bantin.vietnamese import orgheads, privacy, tables
from bantin.vietnamese.naming import nameshapes
from bantin.vietnamese.text import compare_key, fold, fold_tone

_PIECES: Final = re.compile(r"\s*[,;:()]\s*|\s*[–—]\s*|\s-+\s|\s(?:là|kiêm)\s")
_ENGLISH: Final = re.compile(
    r"\b(?:(?:in|out)?patients?|child|children(?![’']s (?:hospital|ward|department|medical))"
    r"|bab(?:y|ies)|infants?|newborns?|boys?|girls?|kids?|sons?|daughters?|mothers?|fathers?"
    r"|mum|dad|parents?|grand\w+|relatives?|famil(?:y|ies)|donors?|recipients?"
    r"|wife|husband|pupils?|students?|aged|year-old|month-old)\b",
    re.IGNORECASE,
)
_POST: Final = (
    r"(?:chair\w*|chief|consultant|coordinator|dean|director|doctor|dr|head|lecturer|manager"
    r"|midwife|minister|nurse|officer|physician|president|professor|secretary|specialist"
    r"|surgeon)"
)
_ENGLISH_POST: Final = re.compile(
    rf"(?:(?:acting|associate|deputy|former|senior|vice)[\s-]+)?{_POST}\b|(?:\w+\s)+{_POST}$"
    r"|.*\b(?:association|cent(?:er|re)|clinic|department|foundation|fund|hospital|institute"
    r"|ministry|office|school|society|university|ward)\b",
    re.IGNORECASE,
)
"""Of somebody at work: ``Head of Patient Care``, ``Child health nurse``."""
_RECEIVES: Final = re.compile(r"\bngười (?:bị|được|mắc|tặng)\b", re.IGNORECASE)
"""``Người được ghép thận``."""


_WORD: Final = r"[^\W\d_a-z][\w'’]*"
_NAME: Final = rf"(?P<name>(?:{_WORD}\.){{2,6}}|{_WORD}(?:\s{_WORD}){{0,9}})"
_PRIVATE: Final = (
    r"(?:patient|baby|boy|girl|child|infant|newborn|pupil|son|daughter|(?:grand)?(?:mo|fa)ther)"
)
_FIRST: Final = r"(?P<first>Patient|Baby|Boy|Girl|Child|Infant|Newborn|Pupil|Daughter|Little)"
"""Not ``Son La``, ``Mother Teresa``."""
_CALLED: Final = re.compile(
    rf"\b(?:{_PRIVATE},?\s|{_FIRST},?\s|(?i:{_PRIVATE})\s(?:named|called)\s|little\s){_NAME}"
)
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_THINGS: Final = (
    r"association|cancer|care|cent(?:er|re)|city|clinic|club|council|day|department"
    r"|development|education|experience|family|flow|formula|foundation|friendly|fund|health"
    r"|healthcare|hospital|information|life|nutrition|month|programme|program|protection"
    r"|relations|rights|room|safety|satisfaction|school|services?|society|support|unit|ward|week"
)
_INTRODUCED: Final = re.compile(
    rf"\b{_NAME}(?:,|\s\(|\s[–—-])\s?(?:(?:who is|is)\s)?"
    rf"(?:aged?\s\d|\d{{1,2}}(?:\)|,(?!\s?(?:\d|{_MONTH}))"
    rf"|[\s-](?:years?|months?|weeks?|days?)[\s-]old)"
    rf"|(?:a|an|the|our|whose)\s(?:[\w-]+\s)?(?P<who>{_PRIVATE}\b)"
    rf"(?!-|\s(?:{_THINGS})\b))"
)
_AT_WORK: Final = re.compile(r"\b(?:dr|doctor|nurse|prof|professor)\.?\s*$", re.IGNORECASE)
_NO_NAME: Final = re.compile(rf"\b(?:and|{_THINGS})\b", re.IGNORECASE)
"""What is named otherwise: ``Patient Safety Day``, ``Baby Friendly Hospital``."""


def may_be_private(role: str, *bodies: str) -> bool:
    """Whether an entry of a list may be somebody private; in doubt it is.

    Words for patients, children and families are no doubt where they belong to a post or to an
    institution: ``Trưởng phòng Chăm sóc người bệnh``, ``Quỹ Bảo trợ trẻ em``.

    Args:
        role: As it stands beside the name.
        bodies: For whom somebody is there: a delegation, an institution.
    """
    pieces = (piece for said in (role, *bodies) for piece in _PIECES.split(fold_tone(said)))
    return privacy.is_private_role(role) or any(map(_is_doubtful, pieces))


def in_english(text: str) -> bool:
    """Whether an English text has any word for patients, children or families."""
    return _ENGLISH.search(text) is not None


def names_in_english(text: str) -> bool:
    """Whether an English text surely names a patient, a child or their family.

    By a word beside the name (``baby An``, ``Nguyen Van An, a patient``) or an age behind it.
    """
    called = (found for found in _CALLED.finditer(text) if _is_called(found))
    introduced = (found for found in _INTRODUCED.finditer(text) if _is_introduced(found))
    return any(not _NO_NAME.search(found["name"]) for found in (*called, *introduced))


def _is_called(found: re.Match[str]) -> bool:
    """``Baby Le Bao An``, not ``Girl Scouts``: words of a heading may all have capitals."""
    word = re.split(r"[\s'’]", found["name"])[0]
    return not found["first"] or "." in word or nameshapes.is_syllable(compare_key(word))


def _is_introduced(found: re.Match[str]) -> bool:
    """Neither a place nor, but for a patient, somebody at work: ``Dr An, a father of two``."""
    first, before = found["name"].split()[0], found.string[: found.start("name")]
    works = _AT_WORK.search(first) or _AT_WORK.search(before)
    place = fold(found["name"]).replace(" ", "") in _provinces()
    return not place and (not works or found["who"] == "patient")


@cache
def _provinces() -> frozenset[str]:
    """``hanoi``, ``sonla``: as they stand in English, with spaces or without."""
    return frozenset(fold(name).replace(" ", "") for name in tables.entries("places.provinces"))


def is_everywhere(role: str) -> bool:
    """Whether every hospital has somebody so called: ``Giám đốc``, ``Phó Trưởng khoa``."""
    words = tables.words(role)
    start = tables.phrases("roles.before").longest(words)
    return start + tables.phrases("roles.heads").longest(words, start) >= len(words)


def _is_doubtful(piece: str) -> bool:
    if _ENGLISH.search(piece):
        return not _ENGLISH_POST.match(piece)
    keys = tables.words(piece)
    if not (privacy.may_tell(keys) or _RECEIVES.search(piece)):
        return False
    start = _leading().longest(keys)
    return privacy.tells_family(piece) or not _official().longest(keys, start)


@cache
def _leading() -> tables.Phrases:
    """What may stand before a post, or before those whom somebody speaks for."""
    speaking = ("đại biểu", "đại diện", "đại diện cho", "đại diện của")
    return tables.Phrases((*tables.entries("roles.before"), *speaking))


@cache
def _official() -> tables.Phrases:
    """First words of posts, departments and institutions, also behind a dash in their names."""
    sections = ("roles.heads", "roles.department_heads")
    posts = (entry for section in sections for entry in tables.entries(section))
    parts = (
        entry
        for entry in tables.entries("institutions.kinds")
        if not privacy.may_tell(tables.words(entry)[:2])  # Trẻ em mồ côi
    )
    return tables.Phrases((*posts, *parts, *orgheads.HEADS))
