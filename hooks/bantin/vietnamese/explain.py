"""What the room understands of a text, told to whoever wrote it.

The text comes first, with numbered marks below it, then what each mark stands for. The wording
is in the catalogues, table ``explain``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bantin import locale
from bantin.model import Organization, Person
from bantin.vietnamese import dates, orgnames, ownnames, privacy, titles, understood
from bantin.vietnamese.datefinder import DateMention
from bantin.vietnamese.known import Known
from bantin.vietnamese.naming.mentions import Form, Mention, PostHeld
from bantin.vietnamese.phrases import Phrase
from bantin.vietnamese.text import compare_key
from bantin.vietnamese.underlines import Span, underlined
from bantin.vietnamese.understood import Understood

_INDENT: Final = "   "
_EITHER: Final = ("name", "organization")
"""Undecided together: the capitals are somebody's name, or the institution's."""

Thing = Mention | Phrase | DateMention


def explain(text: str, lang: str, known: Known | None = None) -> str:
    """A text and what is understood of it, for a terminal.

    Args:
        text: Of any length, in any normal form.
        lang: Of the words around it.
        known: The registries: then it is told what they say. None: there are none.

    Returns:
        Lines, the last with its end. Nothing in them moves a terminal's cursor.
    """
    telling = _Telling(understood.read(text.strip("\n"), known), lang, known)
    return "".join(f"{locale.visible(line)}\n" for line in telling.lines())


class _Telling:
    """The words for one text."""

    def __init__(self, found: Understood, lang: str, known: Known | None) -> None:
        self.found = found
        self.lang = lang
        self.known = known
        self.words: dict[str, str] = locale.catalogue(lang)["explain"]
        things: tuple[Thing, ...] = (*found.people, *found.institutions, *found.dates)
        self.things = sorted(things, key=lambda one: (one.start, one.end))
        self.numbers = {
            (one.start, one.end): number for number, one in enumerate(self.things, start=1)
        }

    def say(self, key: str, **values: object) -> str:
        """A line of the catalogue, with what it quotes on one line."""
        return " ".join(self.words[key].format_map(values).split())

    def number(self, one: Thing) -> int:
        return self.numbers[one.start, one.end]

    def lines(self) -> Iterator[str]:
        spans = [Span(one.start, one.end, self.number(one)) for one in self.things]
        yield from underlined(self.found.text, spans)
        yield ""
        for one in self.things:
            head, *more = self.told(one)
            yield f"{self.number(one)}. {head}"
            yield from (f"{_INDENT}{line}" for line in more)
        if not self.things:
            yield self.say("nothing")
        if any(self.is_open(one) for one in self.things):
            yield from ("", self.say("open"))

    def is_open(self, one: Thing) -> bool:
        """Whether something about it is undecided."""
        return bool(
            (isinstance(one, Mention) and one.undecided)
            or (isinstance(one, DateMention) and one.open)
        )

    def told(self, one: Thing) -> Iterator[str]:
        """What one thing is, then what is told of it."""
        if isinstance(one, Mention):
            yield self.say("person", name=one.name.text)
            yield from self.person(one)
        elif isinstance(one, DateMention):
            yield self.say("date", written=one.text)
            yield from self.date(one)
        else:
            yield self.say("organization", name=one.text)
            yield from self.institution(one)

    # People

    def person(self, one: Mention) -> Iterator[str]:
        if one.address:
            yield self.say("address", address=one.address)
        if one.titles:
            yield self.titles(one.titles.codes)
        for post in one.posts:
            yield self.post(post)
        beside = {
            post.organization.text: post.organization for post in one.posts if post.organization
        }
        for organization in beside.values():
            for status in self.institution(organization):
                yield f"{organization.text}: {status}"
        if one.refers_to is not None:
            full = self.found.people[one.refers_to]
            yield self.say("refers", name=full.name.text, number=self.number(full))
        elif one.form is Form.SHORT and "refers_to" not in one.undecided:
            yield self.say("refers_nobody")
        yield from self.registered(one)
        yield from self.open(one)

    def titles(self, codes: tuple[str, ...]) -> str:
        in_order = titles.in_house_order(codes)
        full = "; ".join(titles.full_form(code, self.lang) for code in in_order)
        return self.say("titles", titles=titles.house_form(codes), full=full)

    def post(self, post: PostHeld) -> str:
        role = post.role.text if post.role else ""
        organization = post.organization.text if post.organization else ""
        key = "post" if role and organization else "role" if role else "at"
        return self.say(key, role=role, organization=organization)

    def registered(self, one: Mention) -> Iterator[str]:
        """What the registry of people says; nothing of private people and short forms."""
        if privacy.is_private(self.found.text, one):
            yield self.say("private")
        elif self.known and one.form is Form.FULL and "name" not in one.undecided:
            found = understood.person(one, self.known)
            namesakes = self.known.people.get(compare_key(one.name.text), ())
            if found:
                yield self.entry(one.name.text, found)
            else:
                yield self.say("namesakes" if namesakes else "unknown_person")

    def entry(self, written: str, found: Person | Organization) -> str:
        """An entry's id, and its name where that is another."""
        same = compare_key(written) == compare_key(found.name)
        return self.say("entry" if same else "entry_named", name=found.name, id=found.id)

    def open(self, one: Mention) -> Iterator[str]:
        parts = list(one.undecided)
        if {"name", "organization"} <= {*parts}:  # Giám đốc Bệnh viện Lê Hùng
            parts = ["either", *(part for part in parts if part not in _EITHER)]
        yield from (self.say(f"open_{part}", name=one.name.text) for part in parts)

    # Organizations

    def institution(self, one: Phrase) -> Iterator[str]:
        """What the registry of organizations says, and whether the name is whole."""
        known = self.known or Known()
        key = orgnames.key(one.text)
        found = understood.organization(one, known)
        if key in known.hospital_names:
            yield self.say("own")
        elif found:
            yield self.entry(one.text, found)
        elif key in known.organization_names:
            yield self.say("several_organizations")
        elif not ownnames.is_whole(" ".join(one.text.split()), known):
            meant = self.found.meant.get(one.start)
            known_as = meant.name if meant else ""
            key = "short_of" if known_as else "short_organization"
            yield self.say(key, name=known_as)
        elif self.known:
            yield self.say("unknown_organization")

    # Dates

    def date(self, one: DateMention) -> Iterator[str]:
        if one.when:
            yield dates.with_weekday(one.when, self.lang)
        if one.hours:
            yield self.say("hours", hours="–".join(f"{hour:%H:%M}" for hour in one.hours))
        is_event = one == self.found.event
        yield self.say("kind_of_event" if is_event else f"kind_{one.kind}")
        if one.weekday_wrong:
            yield self.say("weekday_wrong", **self.weekdays(one))
        if one.open:
            yield self.say(f"open_{one.open}")

    def weekdays(self, one: DateMention) -> dict[str, str]:
        named: list[str] = locale.catalogue(self.lang)["dates"]["weekdays"]
        written, right = one.weekday or 0, one.right_weekday or 0
        return {"written": named[written], "right": named[right]}
