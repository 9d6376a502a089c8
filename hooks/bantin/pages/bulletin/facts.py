"""The box beside a bulletin's text: when, where, who, at one glance.

It is capped everywhere, so that it stays a glance and its bytes don't grow with the site.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin, Part, Participant
from bantin.pages.bulletin.appendix import documents
from bantin.pages.bulletin.protocol import protocol
from bantin.pages.draft import Link
from bantin.pages.held import held
from bantin.pages.participants import Explanations, Title
from bantin.pages.shelf import Shelf, sentence
from bantin.vietnamese import dates

MOST_ORGANIZATIONS: Final = 6
MOST_PEOPLE: Final = 4
REPEATED: Final = ("when", "where", "category", "hosts", "organizations")
"""What the page says elsewhere: a box of nothing else is left out on a phone."""
NEAR_EDITIONS: Final = 2
"""Editions of a series on each side of the bulletin's own."""

Editions = Mapping[str, tuple[Bulletin, ...]]
"""Series id -> its editions in one language, oldest event first, each by one bulletin."""


@dataclass(frozen=True)
class Named:
    """Somebody with titles; a body where no person is named."""

    titles: tuple[Title, ...]
    name: str
    address: str
    """Of their page; empty where there is none."""


@dataclass(frozen=True)
class Fact:
    """One line of the box."""

    kind: str
    """Its class."""
    label: str
    values: tuple[Link, ...]
    """With an address where they lead somewhere."""
    people: tuple[Named, ...] = ()
    """Where it names people, in the place of ``values``."""
    beside: tuple[Link, ...] = ()
    """Short ones that share a line."""
    more: str = ""
    """What is left out, in words; it stands at ``below``."""
    below: str = ""
    """Id of the section that says all of it."""


@dataclass(frozen=True)
class Facts:
    """The box."""

    facts: tuple[Fact, ...]
    brief: bool
    """Nothing in it but what the page says elsewhere."""


def facts(
    shelf: Shelf, bulletin: Bulletin, editions: Editions, explanations: Explanations
) -> Facts | None:
    """The box of a bulletin; None where it would only repeat the date."""
    every = _facts(shelf, bulletin, editions, explanations)
    found = tuple(fact for fact in every if fact.values or fact.people)
    if len(found) == 1:
        return None
    return Facts(found, all(fact.kind in REPEATED for fact in found))


def editions(bulletins: Iterable[Bulletin]) -> Editions:
    """The series of one language, from its bulletins.

    An announcement and the report of one event have the same date: they are one edition, for
    which what was published last stands.
    """
    return {
        series: tuple(those[0] for those in reversed(times))
        for series, times in held(bulletins).items()
    }


def place(bulletin: Bulletin, held: tuple[Bulletin, ...]) -> int:
    """Which of the editions of its series a bulletin is about."""
    return bisect_left(held, bulletin.date, key=lambda one: one.date)


def _facts(
    shelf: Shelf, bulletin: Bulletin, editions: Editions, explanations: Explanations
) -> Iterator[Fact]:
    lang, people = bulletin.lang, bulletin.participants
    kicker = shelf.kicker(bulletin)
    when = sentence(dates.with_weekday(bulletin.date, lang))
    yield Fact("when", text("fact_when", lang), (Link(when, ""),))
    yield Fact("where", text("fact_where", lang), _plain([bulletin.place]))
    yield Fact("category", text("fact_category", lang), (kicker,) if kicker else ())
    for kind, part in (("chairs", Part.CHAIR), ("speakers", Part.SPEAKER)):
        having = [one for one in people if one.part is part]
        yield _people(shelf, kind, having, lang, explanations)
    came = protocol(shelf, bulletin)
    for kind, links in (("hosts", came.hosts), ("organizations", came.guests)):
        more = _left_out("organizations", len(links) - MOST_ORGANIZATIONS, lang)
        shown = links[:MOST_ORGANIZATIONS]
        yield Fact(kind, text(f"fact_{kind}", lang), shown, more=more, below="all_participants")
    yield _series(shelf, bulletin, editions)
    papers = tuple(Link(paper.text, paper.address) for paper in documents(shelf, bulletin))
    yield Fact("documents", text("fact_documents", lang), papers)


def _plain(texts: Iterable[str]) -> tuple[Link, ...]:
    return tuple(Link(found, "") for found in texts if found)


def _left_out(what: str, count: int, lang: str) -> str:
    """``và 3 đơn vị khác``; empty where nothing is left out."""
    if count < 1:
        return ""
    return text(f"more_{what}_one" if count == 1 else f"more_{what}_many", lang, count=count)


def _people(
    shelf: Shelf, kind: str, people: list[Participant], lang: str, explanations: Explanations
) -> Fact:
    """The first of them with their titles."""
    named = tuple(_named(shelf, one, lang, explanations) for one in people[:MOST_PEOPLE])
    more = _left_out("people", len(people) - MOST_PEOPLE, lang)
    label = text(f"fact_{kind}", lang)
    return Fact(kind, label, (), named, more=more, below="all_participants")


def _named(
    shelf: Shelf, participant: Participant, lang: str, explanations: Explanations
) -> Named:
    if participant.name:
        address = shelf.directory.person(lang, participant.person_id)
        return Named(explanations.titles(participant.titles), participant.name, address)
    if not participant.organization:
        return Named((), participant.role, "")
    address = shelf.directory.organization(lang, participant.organization_id)
    return Named((), participant.organization, address)


def _series(shelf: Shelf, bulletin: Bulletin, editions: Editions) -> Fact:
    """The series with its editions around this one; this one leads nowhere."""
    lang, label = bulletin.lang, text("fact_series", bulletin.lang)
    name = shelf.edition.settings.series.get(bulletin.series)
    if name is None:
        return Fact("series", label, ())
    held = editions[bulletin.series]
    at = place(bulletin, held)
    near = held[max(0, at - NEAR_EDITIONS) : at + NEAR_EDITIONS + 1]
    links = tuple(_edition(one, bulletin, near) for one in near if len(near) > 1)
    whole = Link(name.in_language(lang), addresses.series(lang, bulletin.series))
    return Fact("series", label, (whole,), beside=links)


def _edition(one: Bulletin, here: Bulletin, near: tuple[Bulletin, ...]) -> Link:
    """An edition by its year, or by its date where the year has several."""
    years = [other.date.end.year for other in near]
    alone = years.count(one.date.end.year) == 1
    label = str(one.date.end.year) if alone else dates.short(one.date, one.lang)
    return Link(label, "" if one.date == here.date else addresses.bulletin(one.id))
