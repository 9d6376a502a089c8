"""The registries, ready to be asked by name: exact names and aliases, never look-alikes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, takewhile
from typing import Final, TypeVar

from bantin.model import Organization, Person, Post, Registry
from bantin.vietnamese import orgnames, tables, titles
from bantin.vietnamese.tables import Phrases
from bantin.vietnamese.text import compare_key

Named = TypeVar("Named", Person, Organization)

_FORMER: Final = ("nguyên ", "cựu ", "former ")
"""Roles that begin so are over."""
_POSTS: Final = ("roles.all", "departments.names", "institutions.kinds")
"""Word tables of what is nobody's name, nor begins one."""


@dataclass(frozen=True)
class _Meant:
    """The institutions that a name may stand for."""

    begins: str
    """As ``orgnames.key``: names that begin so are meant, too, registered or not."""
    ids: frozenset[str]
    """Of the registry, with their lines."""
    own: bool
    """Whether the site's own hospital may be meant."""


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
    """For running text: names and aliases, the hospital's too, as written and spelt out.
    Ordinary words are left out (``Nhi``, ``Bệnh viện``)."""
    person_phrases: Final[Phrases]
    """For running text: people's names and aliases. Ordinary words are left out (``An``)."""

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
        called = chain(chain.from_iterable(map(_names, self.registry.organizations)), hospital)
        telling = [name for name in called if _tells_an_institution(name)]
        self.organization_phrases = Phrases(chain(map(orgnames.key, telling), telling))
        everybody = chain.from_iterable(map(_names, self.registry.people))
        self.person_phrases = Phrases(filter(_tells_a_person, everybody))
        self.person_by_id = {one.id: one for one in self.registry.people}
        self.organization_by_id = {one.id: one for one in self.registry.organizations}
        self._before: dict[str, list[Organization]] = {}
        for one in self.registry.organizations:
            self._before.setdefault(one.successor, []).append(one)
        self._in_order = sorted(self.organization_names)
        self._meant: dict[str, _Meant] = {}
        own = (self.organization_names.get(key, ()) for key in self.hospital_names)
        self._own = frozenset(one.id for one in self._with_lines(chain.from_iterable(own)))

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
        self, name: str, on: date | None = None, organization: str = "", role: str = ""
    ) -> Person | None:
        """The only person of that name or alias.

        Namesakes are many, and a wrong link is worse than none: whoever has posts, but none at
        that institution on that day, is somebody else.

        Args:
            name: Without titles.
            on: A post of another time says nothing, unless the role says that it is over.
            organization: As it stands beside the name; without one, the site's own hospital is
                meant, and where its name begins so (``Bệnh viện``), too. Old and new names of
                an institution are one, and so are a name and its beginning (``Sở Y tế``).
            role: As it stands beside the name.

        Returns:
            None where there are none or several.
        """
        found = tuple(
            one
            for one in self.people.get(compare_key(name), ())
            if not one.posts
            or any(
                _is_of(post, on, role) and self._may_be_at(post, organization)
                for post in one.posts
            )
        )
        return found[0] if len(found) == 1 else None

    def _may_be_at(self, post: Post, organization: str) -> bool:
        written, key = orgnames.key(organization), orgnames.key(post.organization)
        meant = self._meant_by(written)
        if not key or key in self.hospital_names:
            return meant.own
        found = self.organization_of(post)
        named = key == written or _begins(key, meant.begins)
        return named or (found is not None and found.id in meant.ids)

    def _meant_by(self, written: str) -> _Meant:
        """The institutions that a name, as ``orgnames.key``, may stand for."""
        if written not in self._meant:
            self._meant[written] = self._found_for(written)
        return self._meant[written]

    def _found_for(self, written: str) -> _Meant:
        registered = written in self.organization_names
        own = any(_begins(name, written) for name in ("", *self.hospital_names))
        if own and not registered:
            return _Meant("", self._own, own=True)
        keys = [written] if registered else self._longer(written)
        named = (one for key in keys for one in self.organization_names[key])
        ids = {one.id for one in self._with_lines(named)}
        own = not self.hospital_names or not ids.isdisjoint(self._own)
        return _Meant("" if registered else written, frozenset(ids), own)

    def _longer(self, written: str) -> list[str]:
        """The keys of ``organization_names`` that begin with all words of another."""
        first = bisect_left(self._in_order, f"{written} ")
        some = (self._in_order[place] for place in range(first, len(self._in_order)))
        return list(takewhile(lambda key: _begins(key, written), some))

    def line(self, organization: Organization) -> tuple[Organization, ...]:
        """An organization with all that it came from and that took its place, in turn."""
        return self._with_lines((organization,))

    def _with_lines(self, organizations: Iterable[Organization]) -> tuple[Organization, ...]:
        given = {one.id: one for one in organizations}
        later, earlier = dict(given), dict(given)
        for one in given.values():
            after = self.organization_by_id.get(one.successor)
            while after and after.id not in later:
                later[after.id] = after
                after = self.organization_by_id.get(after.successor)
        left = list(given)
        while left:
            for one in self._before.get(left.pop(), ()):
                if one.id not in earlier:
                    earlier[one.id] = one
                    left.append(one.id)
        return tuple((later | earlier).values())


def holds(dated: Organization | Post, on: date) -> bool:
    """Whether a name or post is of that day; what has no date is of every day."""
    begun = dated.valid_from is None or dated.valid_from <= on
    return begun and (dated.valid_to is None or on <= dated.valid_to)


def _is_of(post: Post, on: date | None, role: str) -> bool:
    """Whether somebody of that role may have had a post on that day, or before it."""
    if on is None:
        return True
    if compare_key(role).startswith(_FORMER):
        return post.valid_from is None or post.valid_from <= on
    return holds(post, on)


def _begins(key: str, written: str) -> bool:
    """Whether a name is another or, word by word, its beginning; nothing begins none."""
    return key == written or (bool(written) and key.startswith(f"{written} "))


def _tells_a_person(name: str) -> bool:
    """Whether a name may be looked for in running text: not so ``Bác sĩ``, ``An``, ``!!!``.

    Found there, it is somebody without any other evidence.
    """
    words = tables.words(name)
    if not _is_proper(name) or titles.leading(f"{name} X").codes:
        return False
    before = max(tables.phrases(section).longest(words) for section in _POSTS)
    address = tables.phrases("address.all").longest(words)
    surname = words[0] in tables.surnames()
    return max(before, address) < len(words) and (surname or not before)


def _tells_an_institution(name: str) -> bool:
    """Whether a name may be looked for in running text: not so ``Nhi``, ``Bệnh viện``."""
    if name in tables.phrases("departments.names") or name in tables.phrases("roles.all"):
        return False
    words = tables.words(name)
    return name.isupper() or len(words) > 2 or (len(words) > 1 and _is_proper(name))


def _is_proper(name: str) -> bool:
    """Whether two words begin with a capital: not so ``Hội nghị``."""
    return sum(word[0].isupper() for word in name.split()) > 1


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
