"""Which organization of the registry a name means on a bulletin's days; none in doubt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cached_property

from bantin.model import Bulletin, Organization
from bantin.vietnamese import orgnames, ownnames
from bantin.vietnamese.known import Known, holds


class Meanings:
    """The registry of organizations, asked for certainty. Made once for an edition."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._names = sorted({*known.organization_names, *known.hospital_names})
        self._doubtful: dict[str, bool] = {}
        self._lines: dict[str, frozenset[str]] = {}

    def meant(self, key: str, days: Iterable[date]) -> str:
        """Id of the one that has a name on all of these days; empty: doubt, or one's own.

        Args:
            key: Of ``Known.organization_names``.
            days: Of the event.
        """
        owners = self._known.organization_names.get(key, ())
        if key in self._known.hospital_names or any(one.id in self.own for one in owners):
            return ""
        days = tuple(days)
        valid = [one for one in owners if all(holds(one, day) for day in days)]
        if not valid or self._is_doubtful(key):
            return ""
        return valid[0].id if self._line(valid[0]).issuperset(it.id for it in valid) else ""

    def shorter(self, key: str) -> Iterator[str]:
        """Registered names of others with which a name begins, word by word."""
        words = key.split()
        here = self._ids(key)
        for size in range(1, min(len(words), self._known.organization_words + 1)):
            short = " ".join(words[:size])
            if short in self._known.organization_names and not here & self._ids(short):
                yield short

    def is_new(self, id: str, listed: Collection[str]) -> bool:
        """Whether none of these ids is the same organization, under whichever name."""
        return self._line(self._known.organization_by_id[id]).isdisjoint(listed)

    @cached_property
    def own(self) -> frozenset[str]:
        """Ids of the site's own hospital under all its names."""
        names = self._known.organization_names
        found = (one for key in self._known.hospital_names for one in names.get(key, ()))
        return frozenset(id for one in found for id in self._line(one))

    def _is_doubtful(self, key: str) -> bool:
        """Whether a short form, or the beginning of one's own name, may be of somebody else."""
        if key not in self._doubtful:
            others = [
                name for name in self._longer(key) if not self._ids(name) & self._ids(key)
            ]
            whole = ownnames.is_whole(self._written(key), self._known)
            own = any(self._is_own(name) for name in others)
            self._doubtful[key] = own or (bool(others) and not whole)
        return self._doubtful[key]

    def _is_own(self, name: str) -> bool:
        return name in self._known.hospital_names or bool(self._ids(name) & self.own)

    def _written(self, key: str) -> str:
        """A name as the registry has it: how words are written says what they are."""
        for one in self._known.organization_names[key]:
            for name in (one.name, *one.aliases):
                if orgnames.key(name) == key:
                    return name
        return key

    def _longer(self, key: str) -> Iterator[str]:
        begins = f"{key} "
        for place in range(bisect_left(self._names, begins), len(self._names)):
            if not self._names[place].startswith(begins):
                return
            yield self._names[place]

    def _ids(self, key: str) -> frozenset[str]:
        """Ids of all lines that have had a name."""
        found = self._known.organization_names.get(key, ())
        return frozenset(id for one in found for id in self._line(one))

    def _line(self, one: Organization) -> frozenset[str]:
        if one.id not in self._lines:
            self._lines[one.id] = frozenset(it.id for it in self._known.line(one))
        return self._lines[one.id]


def days_of(bulletin: Bulletin) -> tuple[date, ...]:
    """The first and the last day of the event."""
    return tuple(sorted({bulletin.date.start, bulletin.date.end}))
