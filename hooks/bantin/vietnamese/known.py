"""The registries, ready to be asked by name: exact names and aliases, never look-alikes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Final, TypeVar

from bantin.model import Organization, Person, Post, Registry
from bantin.vietnamese import orgnames
from bantin.vietnamese.tables import Phrases
from bantin.vietnamese.text import compare_key

Named = TypeVar("Named", Person, Organization)


class Known:
    """People and organizations by name.

    Nothing is found by likeness: two hospitals differ by one word. Equal are people's names
    with the same ``text.compare_key`` and organizations' names with the same ``orgnames.key``
    (abbreviated head words spelt out, dashes dropped). Built once for an edition.
    """

    people: Final[Mapping[str, tuple[Person, ...]]]
    """All with that name or alias, by ``compare_key``."""
    organization_names: Final[Mapping[str, tuple[Organization, ...]]]
    """All with that name or alias, by ``orgnames.key``."""
    hospital_names: Final[frozenset[str]]
    """Names of the site's own hospital, as ``orgnames.key``."""
    organization_words: Final[int]
    """Most words of a key of ``organization_names`` or ``hospital_names``."""
    organization_phrases: Final[Phrases]
    """Every name and alias, the hospital's too, as written and spelt out: for running text."""
    person_phrases: Final[Phrases]
    """Every name and alias of a person: for running text."""

    def __init__(
        self, registry: Registry | None = None, hospital: tuple[str, ...] = ()
    ) -> None:
        """Take the registry of the site, and the names of its own hospital."""
        self.registry = registry or Registry()
        self.hospital = hospital
        self.people = _by_name(self.registry.people, compare_key)
        self.organization_names = _by_name(self.registry.organizations, orgnames.key)
        self.hospital_names = frozenset(map(orgnames.key, hospital)) - {""}
        keys = (*self.organization_names, *self.hospital_names)
        self.organization_words = max((len(key.split()) for key in keys), default=0)
        written = chain(*map(_names, self.registry.organizations), hospital)
        self.organization_phrases = Phrases(chain(keys, filter(orgnames.key, written)))
        self.person_phrases = Phrases(
            name for name in self.people if any(map(str.isalnum, name))
        )
        self.person_by_id = {one.id: one for one in self.registry.people}
        self.organization_by_id = {one.id: one for one in self.registry.organizations}
        self._before: dict[str, list[Organization]] = {}
        for one in self.registry.organizations:
            self._before.setdefault(one.successor, []).append(one)

    def organization(self, written: str, on: date | None = None) -> Organization | None:
        """The organization of that name or alias.

        Args:
            written: As it stands in a text.
            on: Where several have had the name, the day decides.

        Returns:
            None where nobody has the name, or it remains undecided who had it.
        """
        found = self.organization_names.get(orgnames.key(written), ())
        if len(found) > 1 and on:
            found = tuple(one for one in found if holds(one, on))
        return found[0] if len(found) == 1 else None

    def organization_of(self, post: Post) -> Organization | None:
        """The organization of a post, which names it by id or name; None: own or not listed."""
        by_id = self.organization_by_id.get(post.organization)
        return by_id or self.organization(post.organization, post.valid_from)

    def person(
        self, name: str, on: date | None = None, organization: str = ""
    ) -> Person | None:
        """The only person of that name or alias.

        Namesakes are many, and a wrong link is worse than none.

        Args:
            name: Without titles.
            on: Of several, those whose posts are all of another time are left out.
            organization: As it stands beside the name: whoever has posts, but none there, is
                somebody else. Old and new names of an institution are one, and a beginning of
                its name (``Bệnh viện``) says nothing against it.

        Returns:
            None where there are none or several.
        """
        found = self.people.get(compare_key(name), ())
        if organization:
            found = tuple(one for one in found if self._may_be_of(one, organization))
        if len(found) > 1 and on:
            found = tuple(one for one in found if _in_office(one, on))
        return found[0] if len(found) == 1 else None

    def _may_be_of(self, person: Person, organization: str) -> bool:
        written = orgnames.key(organization)
        return not person.posts or any(self._may_be_at(post, written) for post in person.posts)

    def _may_be_at(self, post: Post, written: str) -> bool:
        names = set(self._keys_of(post))
        begins = f"{written} "
        return not names or any(key == written or key.startswith(begins) for key in names)

    def _keys_of(self, post: Post) -> Iterator[str]:
        """Every name that the institution of a post has, had or got, as ``orgnames.key``."""
        if not post.organization:
            yield from self.hospital_names
            return
        yield orgnames.key(post.organization)
        found = self.organization_of(post)
        for one in self.line(found) if found else ():
            yield from map(orgnames.key, _names(one))

    def line(self, organization: Organization) -> tuple[Organization, ...]:
        """An organization with those that it came from and those that took its place."""
        found = {organization.id: organization}
        after = self.organization_by_id.get(organization.successor)
        while after and after.id not in found:
            found[after.id] = after
            after = self.organization_by_id.get(after.successor)
        earlier = [organization]
        while earlier:
            for one in self._before.get(earlier.pop().id, ()):
                if one.id not in found:
                    found[one.id] = one
                    earlier.append(one)
        return tuple(found.values())


def holds(dated: Organization | Post, on: date) -> bool:
    """Whether a name or post is of that day; what has no date is of every day."""
    begun = dated.valid_from is None or dated.valid_from <= on
    return begun and (dated.valid_to is None or on <= dated.valid_to)


def _in_office(person: Person, on: date) -> bool:
    return not person.posts or any(holds(post, on) for post in person.posts)


def _names(one: Person | Organization) -> tuple[str, ...]:
    return (one.name, *one.aliases)


def _by_name(
    everybody: Iterable[Named], key: Callable[[str], str]
) -> dict[str, tuple[Named, ...]]:
    found: dict[str, dict[str, Named]] = {}
    for one in everybody:
        for name in _names(one):
            found.setdefault(key(name), {})[one.id] = one
    found.pop("", None)
    return {name: tuple(some.values()) for name, some in found.items()}
