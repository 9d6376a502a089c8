"""The participants of one bulletin, as its page lists them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from bantin.locale import text
from bantin.model import Participant
from bantin.pages.shelf import sentence
from bantin.vietnamese import titles

GROUPED_FROM: Final = 6
"""A shorter list says beside each name what somebody was."""
_DELEGATIONS = ("đoàn", "delegation")
"""A delegation that begins so says by itself what it is."""


@dataclass(frozen=True)
class Title:
    """A title in house form."""

    text: str
    full_form: str
    """For ``<abbr>``; empty after the first time on a page and for unknown titles."""
    joint: str
    """What stands before it: empty, ``.`` or ``, ``."""


@dataclass(frozen=True)
class Person:
    """An entry of the list; empty texts are left out."""

    number: int
    """Its place in the writer's order, from 1: groups may put it elsewhere."""
    titles: tuple[Title, ...]
    name: str
    """The post's or the organization's where no person is named."""
    role: str
    organization: str
    notes: tuple[str, ...]
    """Part, delegation and count in words, as far as no heading says them."""


@dataclass(frozen=True)
class Party:
    """People listed together."""

    heading: str
    """Their delegation or part; empty where the list is one."""
    people: tuple[Person, ...]


def parties(participants: tuple[Participant, ...], lang: str) -> tuple[Party, ...]:
    """The list in the writer's order, a long one by delegation and part.

    Groups stand in the order in which they are named first, those who belong to none last.
    Each title is explained once.
    """
    if not participants:
        return ()
    groups = {one: _heading(one, lang) for one in participants}
    grouped = _worth_grouping([groups[one] for one in participants])
    explained: set[str] = set()
    found: dict[str, list[Person]] = {}
    for number, participant in enumerate(participants, start=1):
        heading = groups[participant] if grouped else ""
        person = _person(participant, lang, explained, number=number, grouped=bool(heading))
        found.setdefault(heading, []).append(person)
    rest = found.pop("", [])
    parted = tuple(Party(heading, tuple(people)) for heading, people in found.items())
    if not rest:
        return parted
    return (*parted, Party(text("other_participants", lang) if parted else "", tuple(rest)))


def _worth_grouping(headings: list[str]) -> bool:
    """Whether there are enough people, and groups of more than one."""
    sizes = Counter(heading for heading in headings if heading)
    return len(headings) >= GROUPED_FROM and 0 < 2 * len(sizes) <= sizes.total()


def _heading(participant: Participant, lang: str) -> str:
    if participant.delegation:
        return sentence(_delegation(participant, lang))
    if participant.part is not None:
        return sentence(text(f"part_{participant.part}", lang))
    return ""


def _person(
    participant: Participant, lang: str, explained: set[str], *, number: int, grouped: bool
) -> Person:
    return Person(
        number=number,
        titles=_titles(participant.titles, lang, explained),
        name=participant.name or participant.role or participant.organization,
        role=participant.role if participant.name else "",
        organization=participant.organization if participant.name or participant.role else "",
        notes=_notes(participant, lang, grouped=grouped),
    )


def _titles(codes: tuple[str, ...], lang: str, explained: set[str]) -> tuple[Title, ...]:
    found = []
    codes = titles.in_house_order(codes)
    for place, code in enumerate(codes):
        full_form = titles.full_form(code, lang)
        known = code in explained or full_form == code
        explained.add(code)
        found.append(Title(code, "" if known else full_form, _joint(codes, place)))
    return tuple(found)


def _joint(codes: tuple[str, ...], place: int) -> str:
    """What the house form writes before the title at ``place``."""
    before = titles.house_form(codes[:place])
    here = titles.house_form(codes[: place + 1])
    return here.removeprefix(before).removesuffix(codes[place])


def _notes(participant: Participant, lang: str, *, grouped: bool) -> tuple[str, ...]:
    notes = []
    if participant.part is not None and (participant.delegation or not grouped):
        notes.append(text(f"part_{participant.part}", lang))
    if participant.delegation and not grouped:
        notes.append(_delegation(participant, lang))
    count = participant.count
    if count is not None and not participant.organization.startswith(f"{count} "):
        notes.append(text("participant_count", lang, count=count))
    return tuple(map(sentence, notes))


def _delegation(participant: Participant, lang: str) -> str:
    if participant.delegation.casefold().startswith(_DELEGATIONS):
        return participant.delegation
    return text("delegation", lang, delegation=participant.delegation)
