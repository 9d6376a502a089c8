"""Institutions in a text, and which one each name means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from bantin.vietnamese import orgnames, ownnames
from bantin.vietnamese.known import Known
from bantin.vietnamese.naming.cutting import cut
from bantin.vietnamese.naming.parts import Kind, Part
from bantin.vietnamese.orgheads import ABBREVIATED, NEEDS_NAME, NOT_BEHIND, NOT_NEXT
from bantin.vietnamese.phrases import Phrase
from bantin.vietnamese.text import fold_tone, nfc
from bantin.vietnamese.words import Gap, Words

_SEPARATORS: Final = " \t\n\u00a0,;:–—-"
_LINK: Final = re.compile(r"(?:^|\s+)(?:của|tại|thuộc|ở)$")


_LONGEST: Final = 12
"""Words of a name by which it may be called for short."""
_COUNTED: Final = frozenset(
    ("các", "những", "mỗi", "mọi", "từng", "nhiều", "một", "hai", "ba", "bốn", "vài", "số")
)
_OTHERS: Final = frozenset(("khác", "các", "bạn", "nào", "tuyến"))


@dataclass(frozen=True)
class OrganizationMention:
    """One place where an institution is named."""

    phrase: Phrase
    name: str
    """Of the institution meant: the registry's, else the fullest one before in the text, else
    as written; empty where that is undecided."""
    id: str = ""
    """Of the registry."""
    own: bool = False
    """Whether it is the site's own hospital."""

    @property
    def undecided(self) -> bool:
        """Whether the text does not say which one is meant: ``Sở Y tế`` alone."""
        return not self.name


def find(
    text: str, known: Known | None = None, on: date | None = None
) -> tuple[OrganizationMention, ...]:
    """Every institution named in a text, in order, and which one it is.

    A short name (``Bệnh viện``, ``Sở Y tế``) means the only one that it can mean: one before
    it in the text whose name begins so, or the site's own hospital. Nothing is decided by
    likeness.

    Args:
        text: In any normal form; places count in ``nfc(text)``.
        known: The registries, and the names of the site's own hospital.
        on: The event's day, for names that several have had.
    """
    whole, registries = nfc(text), known or Known()
    words, parts = cut(whole, registries)
    found = [
        (words.written(part.start if part.start >= 0 else part.first, part.behind), part)
        for part in parts
        if part.kind is Kind.INSTITUTION and part.gap is not Gap.GLUE  # số 12/KH-SYT
    ]
    return tuple(_meant(words, found, registries, on))


def _meant(
    words: Words, named: Iterable[tuple[Phrase, Part]], known: Known, on: date | None
) -> Iterator[OrganizationMention]:
    before: dict[str, OrganizationMention] = {}
    beginnings: dict[str, set[str]] = {}
    for phrase, part in named:
        one = _by_itself(phrase, known, on)
        if part.undecided:  # Giám đốc Bệnh viện Lê Hùng
            one = OrganizationMention(phrase, "")
        elif one.undecided and not _many(words, part):
            fuller = beginnings.get(orgnames.key(phrase.text), set())
            one = _only(phrase, [before[name] for name in fuller], known)
        elif one.undecided:
            pass
        else:
            key = orgnames.key(one.name)
            before.setdefault(key, one)
            syllables = key.split()
            for size in range(1, min(len(syllables), _LONGEST)):
                beginnings.setdefault(" ".join(syllables[:size]), set()).add(key)
        yield one


def _by_itself(phrase: Phrase, known: Known, on: date | None) -> OrganizationMention:
    """What the name alone says."""
    entry = known.organization(phrase.text, on)
    if entry:
        own = orgnames.key(entry.name) in known.hospital_names
        return OrganizationMention(phrase, entry.name, entry.id, own)
    written = " ".join(phrase.text.split())
    if orgnames.key(written) in known.hospital_names:
        return OrganizationMention(phrase, known.hospital[0], own=True)
    whole = ownnames.is_whole(written, known)
    return OrganizationMention(phrase, written if whole else "")


def _many(words: Words, part: Part) -> bool:
    """Whether a short name stands for a kind: ``các Trung tâm Y tế``, ``Bệnh viện khác``."""
    before = words.keys[part.first - 1] if part.first else ""
    behind = words.keys[part.behind] if part.behind < len(words) else ""
    near = words.gap(part.first) is Gap.SPACE
    counted = near and (before in _COUNTED or before.isdigit())
    return counted or (words.gap(part.behind) is Gap.SPACE and behind in _OTHERS)


def _only(
    phrase: Phrase, fuller: list[OrganizationMention], known: Known
) -> OrganizationMention:
    """The only institution whose name begins so: one before in the text, or the own hospital.

    Where both could be meant nothing is decided: the own hospital is rarely written out.
    """
    begins = f"{orgnames.key(phrase.text)} "
    own = any(name.startswith(begins) for name in known.hospital_names)
    named = {one.name: one for one in fuller}
    if own:
        hospital = known.hospital[0]
        named.setdefault(hospital, OrganizationMention(phrase, hospital, own=True))
    if len(named) != 1:
        return OrganizationMention(phrase, "")
    (one,) = named.values()
    return OrganizationMention(phrase, one.name, one.id, one.own)


def split(text: str) -> tuple[str, str]:
    """Part a post from its institution.

    ``Trưởng phòng Nghiệp vụ Y, Sở Y tế`` -> ``("Trưởng phòng Nghiệp vụ Y", "Sở Y tế")``.

    Args:
        text: What stands after a name: role, department, institution.

    Returns:
        Role and organization in NFC, separators between them dropped. The organization begins
        at the first head word with a capital; without one it is empty.
    """
    whole = nfc(text)
    start = _head_start(fold_tone(whole))  # same length
    if start is None:
        return whole.strip(_SEPARATORS), ""
    role = _LINK.sub("", whole[:start].rstrip(_SEPARATORS + "("))
    return role.strip(_SEPARATORS), _closed(whole[start:].strip(_SEPARATORS))


def _head_start(folded: str) -> int | None:
    for found in _HEAD.finditer(folded):
        following = folded[found.end() :].lstrip()[:1]
        if following.isupper() or " ".join(found[0].split()) not in NEEDS_NAME:
            return found.start()
    return None


def _closed(organization: str) -> str:
    """Without the bracket that opened before it."""
    if organization.count(")") > organization.count("("):
        return organization.removesuffix(")")
    return organization


def _pattern(head: str) -> str:
    """Whole words; the first letter a capital, the others in any case, any white space."""
    folded = fold_tone(head)
    rest = r"\s+".join(folded[1:].split(" "))
    before = "".join(rf"(?<!\b{word}\s)" for word in NOT_BEHIND.get(head, ()))
    after = "|".join(map(fold_tone, NOT_NEXT[head])) or "$."
    return rf"{before}{folded[0]}(?i:{rest})\b(?!\s+(?i:{after})\b)"


_HEAD: Final = re.compile(
    rf"\b(?:{'|'.join(map(_pattern, NOT_NEXT))}|(?:{'|'.join(ABBREVIATED)})\b)"
)
