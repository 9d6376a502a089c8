"""What is proposed for the registries: values without words, ready to be written down."""

from __future__ import annotations

from dataclasses import dataclass, field

from bantin.errors import Location
from bantin.model import EventDate


@dataclass(frozen=True)
class Place:
    """Where a name stands, and when the event of that bulletin was."""

    at: Location
    when: EventDate


@dataclass(frozen=True)
class Remark:
    """Something that only likely is so, or that somebody has to decide."""

    key: str
    """Of the catalogues, behind ``suggest_``."""
    values: tuple[tuple[str, str], ...] = ()


def remark(key: str, **values: str) -> Remark:
    """A remark with what it quotes, by name."""
    return Remark(key, tuple(values.items()))


@dataclass(frozen=True)
class ProposedOrganization:
    """An entry for organizations.yml."""

    id: str
    name: str
    places: tuple[Place, ...]
    """The first in each bulletin, the newest event first."""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class ProposedPost:
    """What bulletins say somebody is. They don't say since when, so it has no dates."""

    role: str
    organization: str
    """Id of an organization; empty: the site's own hospital."""
    seen: tuple[EventDate, ...]
    """When bulletins said so, the newest first."""


@dataclass(frozen=True)
class ProposedPerson:
    """An entry for people.yml."""

    id: str
    name: str
    titles: tuple[str, ...]
    """Canonical codes in house order."""
    posts: tuple[ProposedPost, ...]
    places: tuple[Place, ...]
    """The first in each bulletin, the newest event first."""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Suggestions:
    """Everything that is new, each list in dictionary order."""

    organizations: tuple[ProposedOrganization, ...] = ()
    people: tuple[ProposedPerson, ...] = ()
    left_open: tuple[tuple[str, int], ...] = field(default=())
    """Names that do not say which institution is meant, and how often; the most often first."""

    @property
    def doubtful(self) -> int:
        """How many entries somebody has to look at: those with remarks."""
        organizations = sum(bool(one.remarks) for one in self.organizations)
        return organizations + sum(bool(one.remarks) for one in self.people)
