"""What two entries of the registries claim at the same time: names, posts, spellings.

Two organizations may have had one name, one after the other. At one time they may not: a name
must lead to one of them, and two hospitals look alike (facts 3.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bantin.content.registry import RegistryRead
from bantin.errors import Location, Problem, info, warning
from bantin.model import Organization, Person, Post, Term
from bantin.vietnamese import orgnames
from bantin.vietnamese.known import Known
from bantin.vietnamese.text import compare_key


@dataclass(frozen=True)
class _Claim:
    """Who has something, from when to when."""

    owner: Organization | Person
    dated: Organization | Post
    written: str
    at: Location

    @property
    def first(self) -> date:
        return self.dated.valid_from or date.min

    @property
    def last(self) -> date:
        return self.dated.valid_to or date.max


def problems(read: RegistryRead, known: Known) -> Iterator[Problem]:
    """Everything that is claimed twice.

    Args:
        read: All registries.
        known: The same by name.
    """
    yield from _names(read)
    for person in read.registry.people:
        yield from _posts(person, known)
    last_name = _LastNames(known)
    for namesakes in known.people.values():
        yield from _namesakes(namesakes, last_name)
    yield from _spellings(read)


def _overlaps(claims: Iterable[_Claim]) -> Iterator[tuple[_Claim, _Claim]]:
    """Each claim that begins while another lasts, with that one; the earlier line first."""
    longest: _Claim | None = None
    for claim in sorted(claims, key=lambda claim: (claim.first, claim.at)):
        if claim.last < claim.first:  # complained of already
            continue
        if longest and claim.first <= longest.last:
            earlier, later = sorted((longest, claim), key=lambda one: one.at)
            yield earlier, later
        if longest is None or longest.last < claim.last:
            longest = claim


def _names(read: RegistryRead) -> Iterator[Problem]:
    """Names and aliases that two organizations have at the same time."""
    claims: dict[str, dict[str, _Claim]] = {}
    for one in read.registry.organizations:
        for claim in _own_names(one, read):
            claims.setdefault(orgnames.key(claim.written), {}).setdefault(one.id, claim)
    claims.pop("", None)  # of a name without a letter
    for rivals in claims.values():
        for earlier, later in _overlaps(rivals.values()):
            values = {"name": later.written, "other": earlier.owner.id}
            yield warning("registry-name-twice", later.at, line=earlier.at.line, **values)


def _own_names(one: Organization, read: RegistryRead) -> Iterator[_Claim]:
    yield _Claim(one, one, one.name, read.where(one.at, "name"))
    for place, alias in enumerate(one.aliases):
        yield _Claim(one, one, alias, read.where(one.at, "aliases", place))


def _posts(person: Person, known: Known) -> Iterator[Problem]:
    """The same post twice at the same time."""
    claims: dict[tuple[str, str], list[_Claim]] = {}
    for post in person.posts:
        claim = _Claim(person, post, post.role, post.at)
        claims.setdefault(_identity(post, known), []).append(claim)
    for same in claims.values():
        for earlier, later in _overlaps(same):
            line = earlier.at.line
            yield warning("registry-post-twice", later.at, role=later.written, line=line)


def _identity(post: Post, known: Known) -> tuple[str, str]:
    """What makes two posts the same, however they are written."""
    organization = known.organization_of(post)
    place = organization.id if organization else orgnames.key(post.organization)
    return place, compare_key(post.role)


def _namesakes(people: tuple[Person, ...], last_name: _LastNames) -> Iterator[Problem]:
    """People of one name whom nothing tells apart: each with one such before.

    A bulletin tells by institution and day (``Known.person``), never by role.
    """
    anywhere: Person | None = None
    told: set[str] = set()
    for place, person in enumerate(people):
        rival = anywhere if person.posts else people[0]
        if rival and place:
            told.add(person.id)
            values = {"other": rival.id, "line": rival.at.line}
            yield info("registry-person-twice", person.at, name=person.name, **values)
        anywhere = anywhere or (None if person.posts else person)
    if len(people) > 1:
        yield from _colleagues(people, last_name, told)


def _colleagues(
    people: tuple[Person, ...], last_name: _LastNames, told: set[str]
) -> Iterator[Problem]:
    """Namesakes at one institution at the same time; nobody twice, nor who is ``told`` of."""
    claims: dict[str, list[_Claim]] = {}
    for person in people:
        for post in person.posts:
            claim = _Claim(person, post, person.name, person.at)
            claims.setdefault(last_name(post), []).append(claim)
    for at_one_place in claims.values():
        for earlier, later in _overlaps(at_one_place):
            if earlier.owner.id != later.owner.id and later.owner.id not in told:
                told.add(later.owner.id)
                values = {"other": earlier.owner.id, "line": earlier.at.line}
                yield info("registry-person-same-place", later.at, name=later.written, **values)


class _LastNames:
    """Institutions by the last of their names; each line is walked once."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.last: dict[str, str] = {}
        """Id -> id of the one that took its place in the end."""

    def __call__(self, post: Post) -> str:
        """What tells the institution of a post from others; empty for the site's own."""
        found = self.known.organization_of(post)
        return self._after(found) if found else orgnames.key(post.organization)

    def _after(self, one: Organization) -> str:
        way: set[str] = set()
        end, after = one.id, self.known.organization_by_id.get(one.id)
        while after and after.id not in way and after.id not in self.last:
            end = after.id
            way.add(end)
            after = self.known.organization_by_id.get(after.successor)
        end = self.last.get(after.id, after.id) if after else end
        self.last |= dict.fromkeys(way, end)
        return end


def _spellings(read: RegistryRead) -> Iterator[Problem]:
    """Variants that are terms, or belong to two terms. Case and tone placement count."""
    terms = {one.term: one for one in read.registry.glossary}
    claimed: dict[str, Term] = {}
    for one in read.registry.glossary:
        for place, variant in enumerate(one.variants):
            at = read.where(one.at, "variants", place)
            other = claimed.setdefault(variant, one)
            if variant == one.term:
                yield warning("registry-variant-own", at, value=variant)
            elif variant in terms:
                line = terms[variant].at.line
                yield warning("registry-variant-term", at, value=variant, line=line)
            elif other is not one:
                values = {"value": variant, "term": other.term, "line": other.at.line}
                yield warning("registry-variant-twice", at, **values)
