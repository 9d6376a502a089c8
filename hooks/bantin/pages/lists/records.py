"""Bulletins as the pages of people and organizations list them: with what each says of them.

Titles, posts and institutions are printed as the bulletin has them: they are those of that day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.model import Participant
from bantin.pages.directory import Appearance
from bantin.pages.draft import Link
from bantin.pages.participants import Explanations, Title
from bantin.pages.pictures import PagePicture
from bantin.pages.shelf import Shelf
from bantin.pictures import roams
from bantin.vietnamese import dates

SHEET: Final = "people"
"""Their stylesheet."""
MOST_SAID: Final = 4
"""Entries of one bulletin that its line names."""


@dataclass(frozen=True)
class Said:
    """What a bulletin says that somebody was; empty texts are left out."""

    titles: tuple[Title, ...]
    name: Link | None
    """None where the page is about nobody else."""
    role: str
    organization: Link | None
    """Without an address where it has no page, or the page is its own."""


@dataclass(frozen=True)
class Record:
    """One bulletin."""

    title: str
    address: str
    date: str
    """Of the event, in little room."""
    date_iso: str
    listed: str
    """When it was published; empty if that was a day of its event."""
    said: tuple[Said, ...]
    note: str
    """How it names them, where its list does not; or how many more it names."""
    mark: str
    """Preview only: why readers don't see it."""
    picture: PagePicture | None = None
    """The photo that stands for it, on the pages of institutions: beside somebody's name
    readers would take it for theirs. Patients and children stay with their bulletin."""


def people(lang: str) -> Link:
    """The index of people."""
    return Link(text("people", lang), addresses.people(lang))


def organizations(lang: str) -> Link:
    """The index of organizations."""
    return Link(text("organizations", lang), addresses.organizations(lang))


def of_person(shelf: Shelf, one: Appearance, explanations: Explanations) -> Record:
    """A bulletin on the page of somebody who appears in it."""
    lang = one.bulletin.lang
    said = tuple(said_of(shelf, lang, entry, explanations) for entry in one.participants)
    named = "people_in_caption" if one.photos else "people_in_text"
    note = "" if one.participants else text(named, lang)
    return _record(shelf, one, tuple(filter(tells, dict.fromkeys(said))), note)


def of_organization(shelf: Shelf, one: Appearance, explanations: Explanations) -> Record:
    """A bulletin on the page of an institution: who came from there, or that it is named."""
    lang = one.bulletin.lang
    named = [entry for entry in one.participants if entry.name]
    said = tuple(_member(shelf, lang, entry, explanations) for entry in named[:MOST_SAID])
    left = len(named) - MOST_SAID
    more = "more_people_one" if left == 1 else "more_people_many"
    note = text(more, lang, count=left) if left > 0 else ""
    if not one.participants:
        note = text("organization_in_caption" if one.photos else "organization_in_text", lang)
    record = _record(shelf, one, said, note)
    cover = shelf.cover(one.bulletin)
    if cover is None or not roams(cover, shelf.edition.marked):
        return record
    return replace(record, picture=shelf.card(one.bulletin).picture)


def said_of(shelf: Shelf, lang: str, entry: Participant, explanations: Explanations) -> Said:
    """What an entry of a list says of somebody, but for the name."""
    return Said(
        explanations.titles(entry.titles), None, entry.role, _institution(shelf, lang, entry)
    )


def tells(said: Said) -> bool:
    """Whether there is anything in it."""
    return bool(said.titles or said.role or said.organization)


def latest(appearances: Iterable[Appearance]) -> tuple[Appearance, Participant] | None:
    """The newest entry of a list that says what somebody is, and where it stands."""
    for one in appearances:
        for entry in one.participants:
            if entry.titles or entry.role or entry.organization:
                return one, entry
    return None


def post(entry: Participant) -> str:
    """Role and institution in a line; where neither is given, the titles."""
    institution = "" if entry.organization in entry.role else entry.organization
    return ", ".join(filter(None, (entry.role, institution))) or ".".join(entry.titles)


def _member(shelf: Shelf, lang: str, entry: Participant, explanations: Explanations) -> Said:
    name = Link(entry.name, shelf.directory.person(lang, entry.person_id))
    return Said(explanations.titles(entry.titles), name, entry.role, None)


def _institution(shelf: Shelf, lang: str, entry: Participant) -> Link | None:
    """Where it is not in the role already: of somebody with two, that has both."""
    if not entry.organization or entry.organization in entry.role:
        return None
    address = shelf.directory.organization(lang, entry.organization_id)
    return Link(entry.organization, address)


def _record(shelf: Shelf, one: Appearance, said: tuple[Said, ...], note: str) -> Record:
    bulletin = one.bulletin
    return Record(
        title=bulletin.title,
        address=addresses.bulletin(bulletin.id),
        date=dates.short(bulletin.date, bulletin.lang),
        date_iso=dates.iso(bulletin.date),
        listed=shelf.published(bulletin),
        said=said,
        note=note,
        mark=shelf.mark(bulletin),
    )
