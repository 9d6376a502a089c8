"""Which institutions took part, in the order of protocol."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.model import Bulletin, Part, Participant
from bantin.pages.draft import Link
from bantin.pages.participants import delegation
from bantin.pages.shelf import Shelf, sentence
from bantin.vietnamese.text import compare_key


@dataclass(frozen=True)
class Protocol:
    """Hosts first, then who came, as the writer has them; each is named once."""

    hosts: tuple[Link, ...]
    guests: tuple[Link, ...]
    """Delegations; institutions of those who belong to none."""


def protocol(shelf: Shelf, bulletin: Bulletin) -> Protocol:
    """The institutions among a bulletin's participants."""
    people = bulletin.participants
    receiving = [one for one in people if one.part is Part.HOST and one.organization]
    hosts = {compare_key(one.organization): one for one in receiving}
    own = [_institution(shelf, one, bulletin.lang) for one in hosts.values()]
    represented = hosts.keys() | {
        compare_key(one.organization) for one in people if one.delegation
    }
    guests: dict[str, Link] = {}
    for one in people:
        if one.part is Part.HOST:
            continue
        if one.delegation:
            guests.setdefault(
                compare_key(one.delegation), _delegation(shelf, one, bulletin.lang)
            )
        elif one.organization and compare_key(one.organization) not in represented:
            key = compare_key(one.organization)
            guests.setdefault(key, _institution(shelf, one, bulletin.lang))
    return Protocol(tuple(own), tuple(guests.values()))


def _institution(shelf: Shelf, one: Participant, lang: str) -> Link:
    return Link(one.organization, shelf.directory.organization(lang, one.organization_id))


def _delegation(shelf: Shelf, one: Participant, lang: str) -> Link:
    """It leads to the institution whose name it has: its members may come from several."""
    name = sentence(delegation(one, lang))
    own = one.organization and compare_key(one.organization) in compare_key(name)
    return Link(name, _institution(shelf, one, lang).address if own else "")
