"""Who is known by the name alone, and is named at two institutions: two people, maybe.

An entry of people.yml with posts is found where one of them fits. One without posts is found by
the name; two people may have that, so it stands for nobody once two institutions are named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from bantin.edition.heirs import heirs_of
from bantin.errors import Problem, info
from bantin.model import Bulletin, Participant
from bantin.vietnamese import organizations, orgnames
from bantin.vietnamese.known import Known

Told = tuple[tuple[Bulletin, ...], tuple[Problem, ...]]
_OWN = ""


def certain(bulletins: Iterable[Bulletin], known: Known) -> Told:
    """The bulletins, with the ids of those only who are one person; and what is to be said.

    Args:
        bulletins: All that are shown.
        known: The registries.
    """
    shown = tuple(bulletins)
    places = _Places(known)
    first: dict[str, tuple[str, Participant]] = {}
    doubtful: dict[str, Problem] = {}
    for one, bulletin in _entries(shown):
        person = known.person_by_id[one.person_id]
        if person.posts or person.id in doubtful:
            continue
        here = places.of(one, bulletin)
        place, before = first.setdefault(person.id, (here, one))
        if place != here:
            lines = {"first": _line(before), "second": _line(one)}
            said = info("registry-person-places", person.at, name=person.name, **lines)
            doubtful[person.id] = said
    return tuple(_without(one, doubtful) for one in shown), tuple(doubtful.values())


def _entries(shown: Iterable[Bulletin]) -> Iterator[tuple[Participant, Bulletin]]:
    """All that are known, by the bulletins' paths; a translation tells of the same people."""
    ordered = sorted(shown, key=lambda bulletin: bulletin.path)
    ids = {each.id: {one.person_id for one in each.participants} for each in ordered}
    for bulletin in ordered:
        told = ids.get(bulletin.translation_of, ())
        for one in bulletin.participants:
            if one.person_id and one.person_id not in told:
                yield one, bulletin


class _Places:
    """The institutions that entries of lists name; a line of names is one."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._heirs = heirs_of(known.registry.organizations)
        own = (known.organization(name) for name in known.hospital)
        self._own = {self._heirs[one.id] for one in own if one}
        self._names = known.hospital_names

    def of(self, one: Participant, bulletin: Bulletin) -> str:
        """What is the same for entries at one institution; of the site's own: ``_OWN``."""
        written, id = one.organization, one.organization_id
        if one.delegation and not written:
            named = organizations.find(one.delegation, self._known, bulletin.date.start)
            written, id = (named[0].phrase.text, named[0].id) if named else ("", "")
        heir, key = self._heirs.get(id, ""), orgnames.key(written)
        own = not key or any(f"{name} ".startswith(f"{key} ") for name in self._names)
        return _OWN if heir in self._own or (own and not heir) else heir or key


def _without(bulletin: Bulletin, doubtful: Collection[str]) -> Bulletin:
    """A bulletin whose list leads to none of these people."""
    listed = bulletin.participants
    if not any(one.person_id in doubtful for one in listed):
        return bulletin
    left = (replace(one, person_id="") if one.person_id in doubtful else one for one in listed)
    return replace(bulletin, participants=tuple(left))


def _line(one: Participant) -> str:
    return f"{one.at.path}:{one.at.line}"
