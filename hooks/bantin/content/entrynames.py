"""Names of the registries that can match nothing, or would be found where nobody means them."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.content import oddnames
from bantin.content.registry import RegistryRead
from bantin.errors import Location, Problem, info, warning
from bantin.model import Organization, Person
from bantin.vietnamese import ordinary, orgnames, ownnames
from bantin.vietnamese.known import Known


def problems(read: RegistryRead, known: Known) -> Iterator[Problem]:
    """Everything odd about single names.

    Args:
        read: All registries.
        known: The same by name, with the names of the site's own hospital.
    """
    for person in read.registry.people:
        yield from _person(person.name, read.where(person.at, "name"))
        yield from _aliases(person, read)
    for organization in read.registry.organizations:
        at = read.where(organization.at, "name")
        yield from _organization(organization.name, at, "name", known)
        yield from _aliases(organization, read)
        for place, alias in enumerate(organization.aliases):
            at = read.where(organization.at, "aliases", place)
            yield from _organization(alias, at, "alias", known)


def _person(name: str, at: Location) -> Iterator[Problem]:
    more = oddnames.taken_apart(name)
    cased = oddnames.recased(name)
    if not any(map(str.isalpha, name)):
        yield warning("registry-name-none", at, value=name)
    elif more:
        yield warning("registry-name-more", at, value=name, corrected=_corrected(more))
    elif cased != name:
        yield info("registry-name-case", at, value=name, corrected=cased)


def _corrected(parts: oddnames.NameParts) -> str:
    """The lines of an entry, as one: ``name: A; titles: [BS]; posts: [{role: Giám đốc}]``."""
    lines = [f"name: {parts.name}"]
    if parts.titles:
        lines.append(f"titles: [{', '.join(parts.titles)}]")
    if parts.role:
        place = f", organization: {parts.organization}" if parts.organization else ""
        lines.append(f"posts: [{{role: {parts.role}{place}}}]")
    return "; ".join(lines)


def _aliases(one: Person | Organization, read: RegistryRead) -> Iterator[Problem]:
    for place, alias in enumerate(one.aliases):
        if ordinary.is_ordinary(alias):
            at = read.where(one.at, "aliases", place)
            yield warning("registry-alias-word", at, value=alias, name=one.name)


def _organization(name: str, at: Location, kind: str, known: Known) -> Iterator[Problem]:
    if orgnames.key(name) in known.hospital_names:
        yield warning(f"registry-own-{kind}", at, name=name)
    elif ownnames.is_of_many(name, known):
        yield warning(f"registry-short-{kind}", at, name=name)
