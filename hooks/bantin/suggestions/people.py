"""The people whom bulletins name and the registry does not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bantin.model import EventDate
from bantin.suggestions import ids, lookalikes
from bantin.suggestions.entries import (
    Place,
    ProposedPerson,
    ProposedPost,
    Remark,
    remark,
)
from bantin.suggestions.organizations import Institution, Organizations, newest_first
from bantin.suggestions.sightings import Held, Sighting
from bantin.vietnamese import collation, titles
from bantin.vietnamese.known import Known
from bantin.vietnamese.text import compare_key

_FORMER: Final = ("nguyên", "cựu")
"""Roles that begin so are over; a registry would need the day."""


@dataclass(frozen=True)
class _Somebody:
    """All sightings that are one person, as far as bulletins tell."""

    name: str
    sightings: tuple[Sighting, ...]
    namesakes: bool
    """Whether somebody of that name is at another institution."""


def proposed(
    sightings: Iterable[Sighting], organizations: Organizations, known: Known
) -> tuple[ProposedPerson, ...]:
    """An entry for each new person, in dictionary order.

    The same name in one bulletin, or at one institution, is one person. At different
    institutions it may be two: proposed apart, since a wrong link is worse than none. What is
    told without an institution then stays out, unless there is only one of the name.
    """
    by_name: dict[str, list[Sighting]] = {}
    for one in sightings:
        key = compare_key(one.name)
        if key not in known.people:
            by_name.setdefault(key, []).append(one)
    found = [one for some in by_name.values() for one in _apart(some, organizations)]
    found.sort(key=lambda one: (collation.key(one.name), one.sightings[0].place.at))
    given = ids.distinct([one.name for one in found], known.person_by_id.keys())
    registered = (name for one in known.registry.people for name in (one.name, *one.aliases))
    names = dict.fromkeys((*(one.name for one in found), *registered))
    writing = _Writing(organizations, lookalikes.of_people(names))
    return tuple(writing.entry(one, id_) for one, id_ in zip(found, given, strict=True))


def _apart(some: list[Sighting], organizations: Organizations) -> list[_Somebody]:
    """The sightings of one name, by person."""
    in_order = sorted(some, key=lambda one: one.place.at)
    joined = _Joined()
    shared = [_shared(one, organizations) for one in in_order]
    for shares in shared:
        joined.join(shares)
    groups: dict[str, list[Sighting]] = {}
    for one, shares in zip(in_order, shared, strict=True):
        groups.setdefault(joined.first(shares[0]), []).append(one)
    telling = [
        group for group in groups.values() if any(_held(one, organizations) for one in group)
    ]
    if len(telling) < 2:
        return [_Somebody(_commonest(in_order), tuple(in_order), namesakes=False)]
    return [_Somebody(_commonest(group), tuple(group), namesakes=True) for group in telling]


def _shared(one: Sighting, organizations: Organizations) -> list[str]:
    """What makes two sightings of one name the same person: a bulletin, an institution."""
    found = (organizations.meant(held.organization, one.place) for held in one.posts)
    lines = sorted({f"at {meant.line}" for meant in found if meant})
    return [f"in {one.place.at.path}", *lines]


class _Joined:
    """Things of which some have been said to be one."""

    def __init__(self) -> None:
        self._leads: dict[str, str] = {}

    def first(self, thing: str) -> str:
        """The one that stands for all that are one with it."""
        way = []
        while (further := self._leads.get(thing, thing)) != thing:
            way.append(thing)
            thing = further
        for passed in way:
            self._leads[passed] = thing
        return thing

    def join(self, things: Sequence[str]) -> None:
        """All of these are one."""
        for other in things[1:]:
            self._leads[self.first(other)] = self.first(things[0])


def _commonest(found: Sequence[Sighting]) -> str:
    """The name as it is written most often; of two the earlier in the dictionary."""
    listed = [one for one in found if one.listed]
    counted = Counter(one.name for one in listed or found)
    return min(counted, key=lambda name: (-counted[name], collation.key(name)))


def _held(one: Sighting, organizations: Organizations) -> list[tuple[Held, Institution]]:
    """The posts of which both parts are certain."""
    found = []
    for held in one.posts:
        meant = organizations.meant(held.organization, one.place)
        if held.role and meant and not _is_over(held.role):
            found.append((held, meant))
    return found


def _is_over(role: str) -> bool:
    return compare_key(role).partition(" ")[0] in _FORMER


class _Writing:
    """What is told of each person."""

    def __init__(self, organizations: Organizations, alike: lookalikes.Lookalikes) -> None:
        self.organizations = organizations
        self.alike = alike

    def entry(self, one: _Somebody, given: str) -> ProposedPerson:
        in_order = sorted(one.sightings, key=lambda found: found.place.when.end, reverse=True)
        codes, others = _titles(in_order)
        posts = self.posts(in_order)
        remarks = [
            *([remark("namesake")] if one.namesakes else []),
            *(remark("person_near", name=name) for name in self.alike.near(one.name)),
            *(remark("titles", titles=titles.house_form(other)) for other in others),
            *self.open_posts(in_order, posts),
        ]
        places = newest_first(found.place for found in in_order)
        return ProposedPerson(given, one.name, codes, posts, places, tuple(remarks))

    def posts(self, found: Sequence[Sighting]) -> tuple[ProposedPost, ...]:
        """The certain posts, the newest first."""
        seen: dict[tuple[str, str], list[tuple[str, Place]]] = {}
        for one in found:
            for held, meant in _held(one, self.organizations):
                key = meant.id, compare_key(held.role)
                seen.setdefault(key, []).append((held.role, one.place))
        posts = []
        for (organization, _), several in seen.items():
            days = sorted({place.when for _, place in several}, reverse=True)
            posts.append(ProposedPost(several[0][0], organization, tuple(days)))
        return tuple(sorted(posts, key=lambda post: post.seen[0].end, reverse=True))

    def open_posts(
        self, found: Sequence[Sighting], posts: Sequence[ProposedPost]
    ) -> Iterator[Remark]:
        """What is told of somebody and can't be written down as a post."""
        certain = {compare_key(post.role) for post in posts}
        told: set[tuple[str, str]] = set()
        for one in found:
            for held in one.posts:
                key = compare_key(held.role), compare_key(held.organization)
                if key[0] not in certain and key not in told:
                    told.add(key)
                    yield from self.open_post(held, one.place, posts)

    def open_post(
        self, held: Held, place: Place, posts: Sequence[ProposedPost]
    ) -> Iterator[Remark]:
        values = {"role": held.role, "organization": held.organization, "at": line_of(place)}
        if not held.role:
            meant = self.organizations.meant(held.organization, place)
            if meant is None or all(post.organization != meant.id for post in posts):
                yield remark("post_without_role", **values)
        elif _is_over(held.role):
            yield remark("post_over" if held.organization else "post_over_nowhere", **values)
        else:
            yield remark("post_somewhere" if held.organization else "post_nowhere", **values)


def line_of(place: Place) -> str:
    """``news/2026/a.md:12``."""
    return f"{place.at.path}:{place.at.line}"


def _titles(found: Sequence[Sighting]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The titles of somebody, and others that don't go with them.

    Texts shorten titles: those of participants count, else the fullest; of several the newest.
    """
    newest: dict[frozenset[str], EventDate] = {}
    listed = [one for one in found if one.listed and one.titles]
    for one in listed or found:
        if one.titles:
            codes = frozenset(one.titles)
            newest[codes] = max(newest.get(codes, one.place.when), one.place.when)
    fullest = [codes for codes in newest if not any(codes < other for other in newest)]
    fullest.sort(key=lambda codes: (newest[codes], sorted(codes)), reverse=True)
    in_order = [titles.in_house_order(tuple(sorted(codes))) for codes in fullest]
    return (in_order[0], in_order[1:]) if in_order else ((), [])
