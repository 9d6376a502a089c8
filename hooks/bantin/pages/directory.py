"""Who, and which institution, has a page of its own, and in which bulletins they appear.

One reading of an edition; pages that name somebody ask here whether the name leads anywhere.
Nobody is joined by name alone: the ids are the registry's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bantin import addresses
from bantin.edition import Edition
from bantin.model import Bulletin, Organization, Participant
from bantin.pictures import GalleryPhoto


@dataclass(frozen=True)
class Appearance:
    """One bulletin in which somebody appears."""

    bulletin: Bulletin
    participants: tuple[Participant, ...] = ()
    """Their entries of its list; empty where only its text or a caption names them."""
    photos: tuple[GalleryPhoto, ...] = ()
    """Those whose captions name them."""


Appearances = Mapping[str, Mapping[str, tuple[Appearance, ...]]]
"""Language -> id -> newest first; only who has a page."""


@dataclass(frozen=True)
class Directory:
    """The people and organizations of an edition that have a page."""

    people: Appearances = field(default_factory=dict)
    organizations: Appearances = field(default_factory=dict)
    """By the id under which their page stands: the newest name's."""
    heirs: Mapping[str, str] = field(default_factory=dict)
    """Every organization's id -> the id under which its page stands."""

    def person(self, lang: str, person_id: str) -> str:
        """Address of somebody's page; empty where there is none."""
        shown = person_id in self.people.get(lang, {})
        return addresses.person(lang, person_id) if shown else ""

    def organization(self, lang: str, organization_id: str) -> str:
        """Address of an organization's page, by any of its ids; empty where there is none."""
        heir = self.heirs.get(organization_id, "")
        shown = heir in self.organizations.get(lang, {})
        return addresses.organization(lang, heir) if shown else ""


def directory(edition: Edition) -> Directory:
    """Look an edition through once."""
    heirs = _heirs(edition.registry.organizations)
    people: dict[str, dict[str, list[Appearance]]] = {}
    organizations: dict[str, dict[str, list[Appearance]]] = {}
    for bulletin in edition.bulletins:
        listed = bulletin.participants
        for person, entries in _by((one.person_id, one) for one in listed).items():
            of = people.setdefault(bulletin.lang, {})
            of.setdefault(person, []).append(Appearance(bulletin, entries))
        named = ((heirs.get(one.organization_id, ""), one) for one in listed)
        for organization, entries in _by(named).items():
            of = organizations.setdefault(bulletin.lang, {})
            of.setdefault(organization, []).append(Appearance(bulletin, entries))
    return Directory(
        _frequent(people, edition.settings.people_from), _frequent(organizations, 1), heirs
    )


def _by(found: Iterable[tuple[str, Participant]]) -> dict[str, tuple[Participant, ...]]:
    """Entries by id, without those that have none."""
    by: dict[str, tuple[Participant, ...]] = {}
    for id, entry in found:
        if id:
            by[id] = (*by.get(id, ()), entry)
    return by


def _frequent(
    found: Mapping[str, Mapping[str, list[Appearance]]], least: int
) -> dict[str, dict[str, tuple[Appearance, ...]]]:
    return {
        lang: {id: tuple(those) for id, those in of.items() if len(those) >= least}
        for lang, of in found.items()
    }


def _heirs(organizations: Iterable[Organization]) -> dict[str, str]:
    """Each id -> the last of those that took its place."""
    after = {one.id: one.successor for one in organizations}
    return {id: _last(id, after) for id in after}


def _last(id: str, after: Mapping[str, str]) -> str:
    passed = {id}
    while after.get(id) in after and after[id] not in passed:
        id = after[id]
        passed.add(id)
    return id
