"""What the room understands of one text, all of it together."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bantin import __version__
from bantin.model import Organization, Person
from bantin.vietnamese import datefinder, eventdate, organizations
from bantin.vietnamese.datefinder import DateMention
from bantin.vietnamese.known import Known
from bantin.vietnamese.naming.cutting import cut
from bantin.vietnamese.naming.mentions import Mention
from bantin.vietnamese.naming.parts import Kind
from bantin.vietnamese.organizations import OrganizationMention
from bantin.vietnamese.people import mentions
from bantin.vietnamese.phrases import Phrase
from bantin.vietnamese.text import nfc
from bantin.vietnamese.words import Gap


@dataclass(frozen=True)
class Understood:
    """People, institutions and dates of a text, each in order. Places count in ``text``."""

    text: str
    """In NFC."""
    people: tuple[Mention, ...]
    institutions: tuple[Phrase, ...]
    """Those that are not told of a person."""
    meant: Mapping[int, OrganizationMention]
    """Every institution by where its name begins: which one it is."""
    dates: tuple[DateMention, ...]
    event: DateMention | None
    """The one of ``dates`` that is taken for the event's; None: undecided."""


def read(text: str, known: Known | None = None) -> Understood:
    """Read a text as bulletins are read.

    Args:
        text: Of any length, in any normal form.
        known: The registries; None where there are none.
    """
    whole = nfc(text)
    people = mentions(whole, known)
    institutions = tuple(_alone(whole, people, known or Known()))
    event = eventdate.event_mention(whole)
    meant = {one.phrase.start: one for one in organizations.find(whole, known)}
    return Understood(whole, people, institutions, meant, datefinder.find(whole), event)


def _alone(text: str, people: tuple[Mention, ...], known: Known) -> Iterator[Phrase]:
    """The institutions of a text without those told of people."""
    told = [post.organization for one in people for post in one.posts if post.organization]
    taken = sorted((phrase.start, phrase.end) for phrase in {*told, *_names(people)})
    words, parts = cut(text, known)
    place = 0
    for part in parts:
        if part.kind is not Kind.INSTITUTION or part.gap is Gap.GLUE:  # số 12/KH-SYT
            continue
        found = words.written(part.first, part.behind)
        while place < len(taken) and taken[place][1] <= found.start:
            place += 1
        if place == len(taken) or found.end <= taken[place][0]:
            yield found


def _names(people: tuple[Mention, ...]) -> Iterator[Phrase]:
    return (one.name for one in people)


def organization(one: Phrase, known: Known) -> Organization | None:
    """The only entry that the name of an institution leads to."""
    return known.organization(one.text)


def person(one: Mention, known: Known) -> Person | None:
    """The only entry that somebody's name leads to, given the institution beside it."""
    beside = (post.organization.text for post in one.posts if post.organization)
    return known.person(one.name.text, organization=next(beside, ""))


def as_json(text: str, known: Known | None = None) -> str:
    """The same for programs and bug reports, with every place and every part."""
    found = read(text, known)
    told: dict[str, Any] = {"bantin": __version__, **asdict(found)}
    del told["meant"]
    for row in told["people"]:
        if block := row["titles"]:
            block["end"] = block.pop("end")  # behind its start, as everywhere
    if known is not None:
        for one, row in zip(found.people, told["people"], strict=True):
            registered = person(one, known)
            row["person_id"] = registered.id if registered else ""
            for post, beside in zip(one.posts, row["posts"], strict=True):
                beside["organization_id"] = _id(post.organization, known)
        for phrase, row in zip(found.institutions, told["institutions"], strict=True):
            row["organization_id"] = _id(phrase, known)
    return json.dumps(told, ensure_ascii=False, indent=2, default=str)


def _id(phrase: Phrase | None, known: Known) -> str:
    found = organization(phrase, known) if phrase else None
    return found.id if found else ""
