"""The participants of one bulletin, as its page lists them."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.locale import text
from bantin.model import Participant
from bantin.vietnamese import titles

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

    titles: tuple[Title, ...]
    name: str
    """The organization's where no person is named."""
    role: str
    organization: str
    notes: tuple[str, ...]
    """Part, delegation and count in words."""


def people(participants: tuple[Participant, ...], lang: str) -> tuple[Person, ...]:
    """The list in the writer's order; each title is explained once."""
    explained: set[str] = set()
    return tuple(_person(participant, lang, explained) for participant in participants)


def _person(participant: Participant, lang: str, explained: set[str]) -> Person:
    return Person(
        titles=_titles(participant.titles, lang, explained),
        name=participant.name or participant.organization,
        role=participant.role,
        organization=participant.organization if participant.name else "",
        notes=_notes(participant, lang),
    )


def _titles(codes: tuple[str, ...], lang: str, explained: set[str]) -> tuple[Title, ...]:
    found = []
    for place, code in enumerate(codes):
        full_form = titles.full_form(code, lang)
        known = code in explained or full_form == code
        explained.add(code)
        found.append(Title(code, "" if known else full_form, _joint(codes, place)))
    return tuple(found)


def _joint(codes: tuple[str, ...], place: int) -> str:
    """What the house form writes before the title at ``place``."""
    before, here = titles.display(codes[:place]), titles.display(codes[: place + 1])
    return here.removeprefix(before).removesuffix(codes[place])


def _notes(participant: Participant, lang: str) -> tuple[str, ...]:
    notes = []
    if participant.part is not None:
        notes.append(text(f"part_{participant.part}", lang))
    if participant.delegation:
        named = participant.delegation.casefold().startswith(_DELEGATIONS)
        words = text("delegation", lang, delegation=participant.delegation)
        notes.append(participant.delegation if named else words)
    count = participant.count
    if count is not None and not participant.organization.startswith(f"{count} "):
        notes.append(text("participant_count", lang, count=count))
    return tuple(notes)
