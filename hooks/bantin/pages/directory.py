"""Who, and which institution, has a page of its own, and in which bulletins they appear.

One reading of an edition; pages that name somebody ask here whether the name leads anywhere.
Nobody is joined by name alone: the ids are the registry's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bantin import addresses
from bantin.edition import Edition, Named
from bantin.edition.heirs import heirs_of
from bantin.locale import DEFAULT
from bantin.model import Bulletin, Organization, Participant, Person
from bantin.pictures import GalleryPhoto
from bantin.vietnamese import collation, ownnames
from bantin.vietnamese.text import nfc


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
    registered: Mapping[str, Person] = field(default_factory=dict)
    """Everybody of the registry, by id."""
    order: Mapping[str, int] = field(default_factory=dict)
    """Their places in a list by given name, by id."""
    present: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Bulletin id -> ids of the organizations' pages that its list names."""
    written: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Language -> id of an organization's page -> how its bulletins call it, newest first."""
    lines: Mapping[str, tuple[Organization, ...]] = field(default_factory=dict)
    """Id of an organization's page -> all of its names, the one that it has now first."""

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
    registry = edition.registry
    registered = {one.id: one for one in registry.people}
    heirs = heirs_of(registry.organizations)
    lines = _lines(registry.organizations, heirs)
    people: dict[str, dict[str, list[Appearance]]] = {}
    organizations: dict[str, dict[str, list[Appearance]]] = {}
    present: dict[str, tuple[str, ...]] = {}
    for bulletin in edition.bulletins:
        of = people.setdefault(bulletin.lang, {})
        for person, one in _people(bulletin, edition).items():
            if person in registered:
                of.setdefault(person, []).append(one)
        bodies = organizations.setdefault(bulletin.lang, {})
        listed = _by((heirs.get(it.organization_id, ""), it) for it in bulletin.participants)
        present[bulletin.id] = tuple(listed)
        for organization, one in _organizations(bulletin, edition, listed, heirs).items():
            bodies.setdefault(organization, []).append(one)
    return Directory(
        _frequent(people, edition.settings.people_from),
        _frequent(organizations, 1),
        heirs,
        registered,
        _by_given_name(registry.people),
        present,
        {
            lang: _written(found, {} if lang == DEFAULT else _foreign(lines))
            for lang, found in organizations.items()
        },
        lines,
    )


def _people(bulletin: Bulletin, edition: Edition) -> dict[str, Appearance]:
    """Who appears in a bulletin: those of its list first."""
    named = edition.named.get(bulletin.id, Named())
    listed = _by((one.person_id, one) for one in bulletin.participants)
    found = _appearances(bulletin, edition, listed, named)
    return {id: one for id, one in found.items() if id not in named.private}


def _organizations(
    bulletin: Bulletin,
    edition: Edition,
    listed: Mapping[str, tuple[Participant, ...]],
    heirs: Mapping[str, str],
) -> dict[str, Appearance]:
    """Which organizations appear in a bulletin, by their pages' ids: those listed first."""
    named = edition.institutions.get(bulletin.id, Named())
    photos = {number: _heirs(some, heirs) for number, some in named.photos.items()}
    return _appearances(bulletin, edition, listed, Named(_heirs(named.text, heirs), photos))


def _heirs(ids: Iterable[str], heirs: Mapping[str, str]) -> frozenset[str]:
    return frozenset(heirs[id] for id in ids if id in heirs)


def _appearances(
    bulletin: Bulletin,
    edition: Edition,
    listed: Mapping[str, tuple[Participant, ...]],
    named: Named,
) -> dict[str, Appearance]:
    """By id: those of the list first."""
    photos: dict[str, list[GalleryPhoto]] = {}
    for shown in edition.galleries.get(bulletin.id, ()) if named.photos else ():
        for id in named.photos.get(shown.number, ()):
            photos.setdefault(id, []).append(shown)
    ids = dict.fromkeys((*listed, *sorted(named.text), *sorted(photos)))
    return {
        id: Appearance(bulletin, listed.get(id, ()), tuple(photos.get(id, ()))) for id in ids
    }


def _by(found: Iterable[tuple[str, Participant]]) -> dict[str, tuple[Participant, ...]]:
    """Entries by id, without those that have none."""
    by: dict[str, list[Participant]] = {}
    for id, entry in found:
        if id:
            by.setdefault(id, []).append(entry)
    return {id: tuple(entries) for id, entries in by.items()}


def _written(
    found: Mapping[str, Sequence[Appearance]], aliases: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    """The names of each organization in lists, then the aliases in texts, each once."""
    return {
        id: tuple(
            dict.fromkeys(
                (
                    *(it.organization for one in those for it in one.participants),
                    *_in_texts(those, aliases.get(id, ())),
                )
            )
        )
        for id, those in found.items()
    }


def _foreign(lines: Mapping[str, tuple[Organization, ...]]) -> dict[str, tuple[str, ...]]:
    """Today's names of several words that are not Vietnamese ones, the longest first."""
    return {
        id: tuple(sorted(filter(ownnames.is_foreign, line[0].aliases), key=len, reverse=True))
        for id, line in lines.items()
    }


def _in_texts(found: Iterable[Appearance], aliases: Sequence[str]) -> Iterator[str]:
    """The longest alias that stands in each text or caption."""
    for one in found if aliases else ():
        said = one.bulletin
        captions = (shown.photo.caption for shown in one.photos)
        text = _plain("\n".join((said.title, said.summary, said.body, *captions)))
        yield from [alias for alias in aliases if _plain(alias) in text][:1]


def _plain(text: str) -> str:
    return nfc(text).replace("’", "'")


def _frequent(
    found: Mapping[str, Mapping[str, list[Appearance]]], least: int
) -> dict[str, dict[str, tuple[Appearance, ...]]]:
    return {
        lang: {id: tuple(those) for id, those in of.items() if len(those) >= least}
        for lang, of in found.items()
    }


def _by_given_name(people: Iterable[Person]) -> dict[str, int]:
    ordered = sorted(people, key=lambda one: (collation.name_key(one.name), one.id))
    return {one.id: place for place, one in enumerate(ordered)}


def _lines(
    organizations: Iterable[Organization], heirs: Mapping[str, str]
) -> dict[str, tuple[Organization, ...]]:
    """The names of each page, the heir's first, the others by the day on which they ended."""
    found: dict[str, list[Organization]] = {}
    for one in organizations:
        found.setdefault(heirs[one.id], []).append(one)
    return {
        heir: tuple(sorted(line, key=lambda one: (one.id == heir, _end(one)), reverse=True))
        for heir, line in found.items()
    }


def _end(one: Organization) -> tuple[str, str]:
    return (one.valid_to.isoformat() if one.valid_to else "", one.id)
