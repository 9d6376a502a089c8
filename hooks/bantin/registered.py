"""The nouns of the registries in news/_registry/: people, organizations, words, consents."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day

from bantin.errors import Location


@dataclass(frozen=True)
class Post:
    """What somebody is or was, of the registry of people."""

    role: str
    organization: str = ""
    """Id or name of an organization; empty: the site's own hospital."""
    valid_from: Day | None = None
    valid_to: Day | None = None
    """Last day."""
    at: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True)
class Person:
    """An entry of people.yml."""

    id: str
    name: str
    """Without titles."""
    titles: tuple[str, ...] = ()
    """Canonical codes."""
    aliases: tuple[str, ...] = ()
    """Other names of the same person."""
    posts: tuple[Post, ...] = ()
    at: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True)
class Organization:
    """An entry of organizations.yml."""

    id: str
    name: str
    """The official one."""
    aliases: tuple[str, ...] = ()
    valid_from: Day | None = None
    valid_to: Day | None = None
    """Last day of its name."""
    successor: str = ""
    """Id of the organization that took its place."""
    at: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True)
class Term:
    """An entry of glossary.yml: a house spelling, an abbreviation, or a word to leave alone."""

    term: str
    """As the house writes it."""
    expansion: str = ""
    """What an abbreviation stands for."""
    variants: tuple[str, ...] = ()
    """Spellings that the house does not use."""
    keep: bool = False
    """Whether checks of spelling leave it alone."""
    at: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True)
class Consent:
    """An entry of consents.yml: where the signed paper lies, never the paper itself."""

    id: str
    signed: Day
    who: str = ""
    photo: str = ""
    """Which photos it is for, as typed: ``images/2026/a/01.jpg và 02.jpg``; empty: any."""
    scope: str = ""
    expires: Day | None = None
    """Last day."""
    withdrawn: Day | None = None
    """First day on which it holds no more."""
    guardian: str = ""
    reference: str = ""
    """Number or shelf of the paper."""
    at: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True)
class Registry:
    """What the newsroom knows beforehand; every part may be empty."""

    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    glossary: tuple[Term, ...] = ()
    consents: tuple[Consent, ...] = ()
