"""All registries of a site, and what is wrong with what their entries say together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from itertools import chain
from typing import Final
from zoneinfo import ZoneInfo

from bantin.content import claims, entrynames, registry
from bantin.content.registry import RegistryRead
from bantin.errors import Problem, Severity, error, warning
from bantin.model import Consent, Organization, Person, Post, Registry
from bantin.vietnamese.known import Known
from bantin.vietnamese.text import slug

_ID: Final = re.compile("[a-z0-9-]+")
_TAKEN: Final = re.compile("page|con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Lists need the first for their further pages (``/people/page/2/``); no folder may have the
names of Windows' devices."""
_EXAMPLE: Final = "phan-kim-trong"
_ORGANIZATIONS: Final = "organizations.yml"
_SHOWN: Final = 6
"""Most ids of a circle that a message names."""
_LOOKED_UP: Final = 50
"""So many unknown ids get a proposal: each is compared with all."""


def read(
    contents: Mapping[str, bytes], zone: ZoneInfo, hospital: tuple[str, ...] = ()
) -> RegistryRead:
    """Read the registry files of a site.

    Args:
        contents: Path as the writer knows it -> bytes; each path ends in a name of
            ``registry.TABLES``.
        zone: Of the site.
        hospital: Names of the site's own hospital.
    """
    found = [registry.read(path, content, zone) for path, content in contents.items()]
    whole = RegistryRead(
        Registry(
            people=tuple(one for each in found for one in each.registry.people),
            organizations=tuple(one for each in found for one in each.registry.organizations),
            glossary=tuple(one for each in found for one in each.registry.glossary),
            consents=tuple(one for each in found for one in each.registry.consents),
        ),
        tuple(problem for each in found for problem in each.problems),
        {at: places for each in found for at, places in each.places.items()},
    )
    known = Known(whole.registry, hospital)
    looks = (_problems, claims.problems, entrynames.problems)
    together = dict.fromkeys(chain.from_iterable(find(whole, known) for find in looks))
    problems = (*whole.problems, *together)
    return replace(whole, registry=_addressable(whole.registry), problems=problems)


def _addressable(found: Registry) -> Registry:
    """The registry without whom no page can stand under: their ids lead out of the site."""
    people = tuple(one for one in found.people if _stands(one.id))
    organizations = tuple(one for one in found.organizations if _stands(one.id))
    return replace(found, people=people, organizations=organizations)


def _stands(id: str) -> bool:
    return bool(_ID.fullmatch(id)) and not _TAKEN.fullmatch(id)


def _problems(read: RegistryRead, known: Known) -> Iterator[Problem]:
    """What one entry says, or says of another."""
    there = read.registry
    everything: tuple[Person | Organization | Consent, ...] = (
        *there.people,
        *there.organizations,
        *there.consents,
    )
    for one in everything:
        yield from _id(one, read)
    for organization in there.organizations:
        yield from _period(organization, read)
        yield from _undated(organization, read, known)
    for person in there.people:
        for post in person.posts:
            yield from _period(post, read)
    for consent in there.consents:
        yield from _consent(consent, read)
    yield from _circles(read, known)
    if _complete(read):
        yield from _unknown(read, known)


def _complete(read: RegistryRead) -> bool:
    """Whether every organization could be read: else a missing one says nothing."""
    return not any(
        problem.severity is Severity.ERROR and problem.at.path.endswith(f"/{_ORGANIZATIONS}")
        for problem in read.problems
    )


def _id(one: Person | Organization | Consent, read: RegistryRead) -> Iterator[Problem]:
    if not _ID.fullmatch(one.id):
        at = read.where(one.at, "id")
        yield error("registry-id", at, value=one.id, suggestion=_suggested(one.id))
    elif not isinstance(one, Consent) and _TAKEN.fullmatch(one.id):
        at = read.where(one.at, "id")
        yield error("registry-id-taken", at, value=one.id, suggestion=_free(one))


def _suggested(typed: str) -> str:
    try:
        return slug(typed)
    except ValueError:
        return _EXAMPLE


def _free(one: Person | Organization) -> str:
    """An id that may stand in an address, from the name."""
    found = _suggested(one.name)
    return f"{found}-2" if _TAKEN.fullmatch(found) else found


def _period(dated: Organization | Post, read: RegistryRead) -> Iterator[Problem]:
    first, last = dated.valid_from, dated.valid_to
    if first and last and last < first:
        yield error("date-order", read.where(dated.at, "valid_to"), start=first, end=last)


def _undated(one: Organization, read: RegistryRead, known: Known) -> Iterator[Problem]:
    after = known.organization_by_id.get(one.successor)
    if after and after is not one and not one.valid_to:
        at = read.where(one.at, "successor")
        yield warning("registry-successor-undated", at, successor=one.successor)


def _consent(one: Consent, read: RegistryRead) -> Iterator[Problem]:
    if one.expires and one.expires < one.signed:
        at = read.where(one.at, "expires")
        yield error("registry-consent-order", at, signed=one.signed, expires=one.expires)
    if one.withdrawn and one.withdrawn < one.signed:  # no error: it must not stop the build
        at = read.where(one.at, "withdrawn")
        told = {"signed": one.signed, "withdrawn": one.withdrawn}
        yield warning("registry-consent-withdrawn", at, **told)
    if not one.who and not one.photo:
        yield error("registry-consent-nobody", one.at, id=one.id)


def _circles(read: RegistryRead, known: Known) -> Iterator[Problem]:
    """Organizations that take their own place in the end; each circle once."""
    done: set[str] = set()
    for one in read.registry.organizations:
        way: dict[str, Organization] = {}
        after: Organization | None = one
        while after and after.id not in way and after.id not in done:
            way[after.id] = after
            after = known.organization_by_id.get(after.successor)
        if after and after.id in way:
            ids = list(way)
            circle = ids[ids.index(after.id) :]
            at = read.where(after.at, "successor")
            yield error("registry-successor-circle", at, way=_way(*circle, after.id))
        done |= way.keys()


def _way(*ids: str) -> str:
    """The first and the last of many."""
    few = ids if len(ids) <= _SHOWN else (*ids[: _SHOWN - 2], "…", ids[-1])
    return " → ".join(few)


def _unknown(read: RegistryRead, known: Known) -> Iterator[Problem]:
    """Ids of organizations that no entry has."""
    near = _Nearest(known.organization_by_id)
    for one in read.registry.organizations:
        if one.successor and one.successor not in known.organization_by_id:
            named = known.organization(one.successor, one.valid_to)
            at, meant = (
                read.where(one.at, "successor"),
                named.id if named else near(one.successor),
            )
            if meant and meant != one.id:
                yield error("registry-successor-near", at, value=one.successor, near=meant)
            else:
                yield error("registry-successor-unknown", at, value=one.successor)
    for post in (post for person in read.registry.people for post in person.posts):
        if _ID.fullmatch(post.organization) and not known.organization_of(post):
            at, meant = read.where(post.at, "organization"), near(post.organization)
            if meant:
                yield warning("registry-post-near", at, value=post.organization, near=meant)
            else:
                yield warning("registry-post-unknown", at, value=post.organization)


class _Nearest:
    """The id that was probably meant; empty where none is near."""

    def __init__(self, ids: Collection[str]) -> None:
        self.ids = ids
        self.found: dict[str, str] = {}

    def __call__(self, typed: str) -> str:
        if typed not in self.found and len(self.found) < _LOOKED_UP:
            near = get_close_matches(typed, self.ids, n=1, cutoff=0.6)
            self.found[typed] = near[0] if near else ""
        return self.found.get(typed, "")
