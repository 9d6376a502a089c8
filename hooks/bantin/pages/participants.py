"""The participants of one bulletin, as its page lists and names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bantin.locale import text
from bantin.model import Bulletin, Participant
from bantin.pages.shelf import Shelf, sentence
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


class Explanations:
    """Titles in house form, each explained where the page prints it first.

    One for a page, asked in the order in which the page prints them.
    """

    def __init__(self, lang: str) -> None:
        """Begin a page."""
        self._lang = lang
        self._given: set[str] = set()

    def titles(self, codes: tuple[str, ...]) -> tuple[Title, ...]:
        """The next titles of the page, in house order."""
        codes = titles.in_house_order(codes)
        return tuple(self._title(code, _joint(codes, at)) for at, code in enumerate(codes))

    def _title(self, code: str, joint: str) -> Title:
        full_form = titles.full_form(code, self._lang)
        known = code in self._given or full_form == code
        self._given.add(code)
        return Title(code, "" if known else full_form, joint)


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
    address: str
    """Of the page of whom ``name`` says; empty where there is none."""
    organization_address: str


@dataclass(frozen=True)
class Party:
    """People listed together."""

    heading: str
    """Their delegation or part; empty where the list is one."""
    people: tuple[Person, ...]


def parties(shelf: Shelf, bulletin: Bulletin, explanations: Explanations) -> tuple[Party, ...]:
    """The list in the writer's order, a long one by delegation and part.

    Groups stand in the order in which they are named first, those who belong to none last.
    """
    participants, lang = bulletin.participants, bulletin.lang
    headings = [_heading(one, lang) for one in participants]
    grouped = _worth_grouping(headings)
    found: dict[str, list[tuple[int, Participant]]] = {}
    for number, (one, heading) in enumerate(zip(participants, headings, strict=True), start=1):
        found.setdefault(heading if grouped else "", []).append((number, one))
    rest = found.pop("", [])
    parted = tuple(
        Party(heading, tuple(_people(shelf, those, lang, explanations, grouped=True)))
        for heading, those in found.items()
    )
    if not rest:
        return parted
    heading = text("other_participants", lang) if parted else ""
    listed = tuple(_people(shelf, rest, lang, explanations, grouped=False))
    return (*parted, Party(heading, listed))


def _worth_grouping(headings: list[str]) -> bool:
    """Whether there are enough people, and groups of more than one."""
    sizes = Counter(heading for heading in headings if heading)
    return len(headings) >= GROUPED_FROM and 0 < 2 * len(sizes) <= sizes.total()


def _heading(participant: Participant, lang: str) -> str:
    if participant.delegation:
        return sentence(delegation(participant, lang))
    if participant.part is not None:
        return sentence(text(f"part_{participant.part}", lang))
    return ""


def _people(
    shelf: Shelf,
    numbered: list[tuple[int, Participant]],
    lang: str,
    explanations: Explanations,
    *,
    grouped: bool,
) -> Iterator[Person]:
    """Entries in the order of the list, so that each title is explained at the first."""
    for number, one in numbered:
        person = shelf.directory.person(lang, one.person_id)
        institution = shelf.directory.organization(lang, one.organization_id)
        yield Person(
            number=number,
            titles=explanations.titles(one.titles),
            name=one.name or one.role or one.organization,
            role=one.role if one.name else "",
            organization=_organization(one),
            notes=_notes(one, lang, grouped=grouped),
            address=person if one.name else "" if one.role else institution,
            organization_address=institution,
        )


def _organization(one: Participant) -> str:
    """The institution, unless the role says it already: of somebody with two, it has both."""
    told = one.organization in one.role and one.organization != one.role
    said = told if one.name else not one.role
    return "" if said else one.organization


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
        notes.append(delegation(participant, lang))
    count = participant.count
    if count is not None and not participant.organization.startswith(f"{count} "):
        notes.append(text("participant_count", lang, count=count))
    return tuple(map(sentence, notes))


def delegation(participant: Participant, lang: str) -> str:
    """To which one somebody belongs, in words; they begin small unless the writer's don't."""
    if participant.delegation.casefold().startswith(_DELEGATIONS):
        return participant.delegation
    return text("delegation", lang, delegation=participant.delegation)
