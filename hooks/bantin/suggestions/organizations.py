"""The institutions that bulletins name: the site's own, registered, new, or left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from bantin.suggestions import ids, lookalikes
from bantin.suggestions.entries import Place, ProposedOrganization, Remark, remark
from bantin.vietnamese import collation, orgnames, ownnames
from bantin.vietnamese.known import Known


@dataclass(frozen=True)
class Institution:
    """Which institution a name stands for."""

    id: str
    """In organizations.yml, once the proposals are in it; empty: the site's own hospital."""
    line: str
    """Equal for names that are one institution, one after the other."""


class Organizations:
    """Every institution that is named, by what is known of it."""

    def __init__(self, known: Known, seen: Iterable[tuple[str, Place]]) -> None:
        """Take the registries, and every institution as written, with its place."""
        self.known = known
        self._new: dict[str, list[tuple[str, Place]]] = {}
        open_: Counter[str] = Counter()
        whole = cache(lambda written: ownnames.is_whole(written, known))
        for written, place in seen:
            key = orgnames.key(written)
            if self._is_new(key) and whole(written):
                self._new.setdefault(key, []).append((written, place))
            elif self._is_new(key) and ownnames.begins_as_one(written):
                open_[written] += 1
        self.left_open = tuple(
            sorted(open_.items(), key=lambda pair: (-pair[1], collation.key(pair[0])))
        )
        self.names = {key: _best_name(found) for key, found in self._new.items()}
        by_name = sorted(self._new, key=lambda key: (collation.key(self.names[key]), key))
        taken = known.organization_by_id.keys()
        given = ids.distinct([self.names[key] for key in by_name], taken)
        self.ids: Mapping[str, str] = dict(zip(by_name, given, strict=True))

    def _is_new(self, key: str) -> bool:
        known = self.known
        return key not in known.organization_names and key not in known.hospital_names

    def meant(self, written: str, place: Place) -> Institution | None:
        """The institution of that name; None where it remains open which one is meant."""
        key = orgnames.key(written)
        if key in self.ids:
            return Institution(self.ids[key], f"new {key}")
        if key in self.known.hospital_names:
            return Institution("", "own")
        found = self.known.organization(written, place.when.end)
        if found is None:
            return None
        return Institution(found.id, min(one.id for one in self.known.line(found)))

    def proposed(self) -> tuple[ProposedOrganization, ...]:
        """An entry for each new institution, in dictionary order."""
        registered = [
            name
            for one in self.known.registry.organizations
            for name in (one.name, *one.aliases)
        ]
        others = dict.fromkeys((*registered, *self.known.hospital))
        alike = lookalikes.of_organizations((*self.names.values(), *others))
        return tuple(self._entry(key, alike) for key in self.ids)

    def _entry(self, key: str, alike: lookalikes.Lookalikes) -> ProposedOrganization:
        name, found = self.names[key], self._new[key]
        remarks: list[Remark] = []
        if orgnames.is_abbreviated(name):
            remarks.append(remark("abbreviated"))
        remarks += [self._near(other) for other in alike.near(name)]
        places = tuple(place for _, place in found)
        return ProposedOrganization(self.ids[key], name, newest_first(places), tuple(remarks))

    def _near(self, other: str) -> Remark:
        own = orgnames.key(other) in self.known.hospital_names
        return remark("own_near" if own else "organization_near", name=other)


def newest_first(places: Iterable[Place]) -> tuple[Place, ...]:
    """The first place in each bulletin, the newest event first."""
    first: dict[str, Place] = {}
    for one in sorted(places, key=lambda one: one.at):
        first.setdefault(one.at.path, one)
    return tuple(sorted(first.values(), key=lambda one: one.when.end, reverse=True))


def _best_name(found: list[tuple[str, Place]]) -> str:
    """Of several ways of writing one name the fullest; of equally full ones the commonest."""
    counted = Counter(written for written, _ in found)
    return max(counted, key=lambda name: (len(name), counted[name], collation.key(name)))
