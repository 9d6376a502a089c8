"""Nodes -> Bulletin. Every key of the table is read here, all problems are collected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

from bantin.content import parts
from bantin.content.fields import Fields
from bantin.content.frontmatter import Node, Parts, split
from bantin.content.keys import KEYS, Key, Kind
from bantin.content.settings import Settings
from bantin.content.source import decode as decode_text
from bantin.errors import BulletinError, Location, Problem
from bantin.model import (
    BrokenBulletin,
    Bulletin,
    EventDate,
    Organization,
    Participant,
    Person,
    Status,
)
from bantin.vietnamese import doubts
from bantin.vietnamese.known import Known

_KEYS = {key.name: key for key in KEYS}


@dataclass(frozen=True)
class Decoded:
    """One file, read: a bulletin or, where an error stood, a broken one."""

    bulletin: Bulletin | BrokenBulletin
    problems: tuple[Problem, ...]


def bulletin(
    path: str,
    bulletin_id: str,
    content: bytes,
    settings: Settings,
    known: Known | None = None,
) -> Decoded:
    """Read one bulletin.

    Args:
        path: For messages, as the writer knows it: ``news/2026/a.md``.
        bulletin_id: ``2026/a`` or ``en/2026/a``.
        content: The file's bytes.
        settings: Time zone, categories and series of the site.
        known: The site's registries, which say who a participant is.
    """
    try:
        source = decode_text(path, content)
        taken_apart = split(source)
    except BulletinError as reason:
        return Decoded(BrokenBulletin(bulletin_id, path, (reason.problem,)), (reason.problem,))
    reading = _Reading(path, bulletin_id, taken_apart, settings, known)
    found = reading.bulletin()
    problems = (*source.problems, *taken_apart.problems, *reading.fields.problems)
    if found is None or any(problem.severity == "error" for problem in problems):
        body, line = taken_apart.body, taken_apart.body_line
        return Decoded(BrokenBulletin(bulletin_id, path, problems, body, line), problems)
    return Decoded(found, problems)


class _Reading:
    """The decoding of one front matter."""

    def __init__(
        self,
        path: str,
        bulletin_id: str,
        matter: Parts,
        settings: Settings,
        known: Known | None,
    ) -> None:
        self.id = bulletin_id
        self.path = path
        self.parts = matter
        self.settings = settings
        self.fields = Fields(path, settings.timezone, known)
        self.nodes = self.fields.mapping(matter.matter, KEYS, "")
        typed = {key.text: key.at for key, _ in matter.matter.pairs if key.text in _KEYS}
        self.at = typed | {name: node.at for name, node in self.nodes.items()}

    def bulletin(self) -> Bulletin | None:
        """The bulletin; None where a required value is missing or wrong."""
        values = {name: self.value(_KEYS[name], node) for name, node in self.nodes.items()}
        self.together(values)
        title, when = values.get("title"), values.get("date")
        if not title or when is None:
            return None
        people: tuple[Participant, ...] = values.get("participants", ())
        values["participants"] = tuple(self.identified(one, when) for one in people)
        published = values.pop("published", None)
        for name in ("notes", "draft", "status", "lang"):
            values.pop(name, None)
        return Bulletin(
            id=self.id,
            path=self.path,
            body=self.parts.body,
            body_line=self.parts.body_line,
            status=self.status,
            lang=self.lang,
            published=published or self.midnight(when.start),
            sorted_by=published or self.midnight(when.end),
            at=self.at,
            **values,
        )

    def identified(self, one: Participant, when: EventDate) -> Participant:
        """A participant with the ids that the registries have for it all through the event.

        Patients, children and their families are in no registry: whose post, delegation or
        institution may speak of them is somebody else of that name.
        """
        known, days = self.fields.known, {when.start, when.end}
        people = {known.person(one.name, day, one.organization, one.role) for day in days}
        bodies = {known.organization(one.organization, day) for day in days}
        body = _only(bodies)
        said = (one.role, one.delegation, "" if body else one.organization)
        person = "" if doubts.may_be_private(*said) else _only(people)
        return replace(one, person_id=person, organization_id=body)

    def midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), tzinfo=self.settings.timezone)

    def value(self, key: Key, node: Node) -> Any:
        """The value of one key, by its kind."""
        if key.kind is Kind.CATEGORY:
            return self.declared(key, node, tuple(self.settings.categories))
        if key.kind is Kind.SERIES:
            return self.declared(key, node, tuple(self.settings.series))
        return parts.reader(key)(node, key, self.fields)

    def declared(self, key: Key, node: Node, known: tuple[str, ...]) -> str:
        """An id that mkdocs.yml declares."""
        value = self.fields.line(node, key)
        if value in known:
            return value
        if not known:
            self.fields.wrong("id-none-declared", node.at, key=key.name, value=value)
            return ""
        near = get_close_matches(value.lower(), known, n=1, cutoff=0.6)
        ids = near[0] if near else ", ".join(known)
        self.fields.wrong("id-undeclared", node.at, key=key.name, value=value, ids=ids)
        return ""

    def together(self, values: dict[str, Any]) -> None:
        """What two keys, or a key and the file's place, say together."""
        self.status = Status(values.get("status") or Status.PUBLISHED)
        if values.get("draft"):
            if self.status not in (Status.PUBLISHED, Status.DRAFT):
                self.fields.wrong("draft-and-status", self.at["draft"], status=self.status)
            self.status = Status.DRAFT
        self.lang = "en" if self.id.startswith("en/") else "vi"
        if values.get("lang") and values["lang"] != self.lang:
            self.fields.wrong("lang-folder", self.at["lang"], lang=values["lang"])
        if "captions" in values and "photos" in values:
            self.fields.wrong("captions-and-photos", self.at["captions"])
        other = values.get("translation_of")
        if other:
            values["translation_of"] = self.other_id(other)

    def other_id(self, written: str) -> str:
        """Path of another bulletin as typed -> its id."""
        path = PurePosixPath(written.removeprefix("./"))
        parts_of = path.parts[1:] if path.parts[:1] == (self.settings.news_dir,) else path.parts
        return "/".join(parts_of).removesuffix(".md")


def _only(found: set[Person | None] | set[Organization | None]) -> str:
    """The id of the one entry; empty where there are two, or none."""
    one = found.pop() if len(found) == 1 else None
    return one.id if one else ""


def where(found: Bulletin, key: str) -> Location:
    """Where a key stands; the file's first line when it was not typed."""
    return found.at.get(key, Location(found.path))
