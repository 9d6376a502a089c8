"""Where bulletins name people who belong into a registry: participants, captions, texts.

Patients, children and their families never do: whoever a bulletin calls by a word for one of
them is left out, and so is everybody of whom it tells no title and no role.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from bantin.errors import Location
from bantin.model import Bulletin, Participant, People, Photo
from bantin.suggestions.entries import Place
from bantin.vietnamese import doubts, privacy, titles
from bantin.vietnamese.known import Known
from bantin.vietnamese.people import Form, Mention, is_full_name, mentions, roles_of
from bantin.vietnamese.phrases import Phrase
from bantin.vietnamese.text import compare_key, nfc

Placed = Callable[[int], Location]
"""Offset in a text -> its place in the file."""

_PRIVATE_PHOTOS: Final = (People.PATIENT, People.CHILD)
_EMPHASIS: Final = re.compile(r"[*_`\[\]]")
_AT_EVENT: Final = frozenset(
    compare_key(role)
    for role in (
        *("Trưởng đoàn", "Phó đoàn", "Phó Trưởng đoàn", "Chủ tọa", "Đồng chủ tọa", "Chủ trì"),
        *("Đồng chủ trì", "Báo cáo viên", "Diễn giả", "Đại biểu", "Khách mời", "Giám khảo"),
    )
)
"""Roles that end with the event: no posts."""
_LONGEST: Final = 200
"""Characters of a name or role; what is longer was not cut right."""


@dataclass(frozen=True)
class Held:
    """A role at an institution as written; either may be empty, not both."""

    role: str
    organization: str


@dataclass(frozen=True)
class Sighting:
    """One place where somebody is named in full."""

    name: str
    titles: tuple[str, ...]
    """Canonical codes."""
    posts: tuple[Held, ...]
    place: Place
    listed: bool = False
    """Whether it is a participant, of whom more care is taken than of a name in a text."""


def people(bulletin: Bulletin, known: Known) -> tuple[Sighting, ...]:
    """Everybody whom a bulletin names in full, with a title or role beside the name."""
    reading = _Reading(bulletin, known)
    found = tuple(reading.everybody())
    return tuple(one for one in found if compare_key(one.name) not in reading.private)


def organizations(bulletin: Bulletin) -> Iterator[tuple[str, Place]]:
    """Institutions that took part and are named without a person."""
    for one in bulletin.participants:
        if one.organization and not one.name:
            yield _line(one.organization), Place(one.at, bulletin.date)


class _Reading:
    """One bulletin, piece by piece."""

    def __init__(self, bulletin: Bulletin, known: Known) -> None:
        self.bulletin = bulletin
        self.known = known
        self.private: set[str] = set()
        """Whom the bulletin calls a patient, a child, somebody's mother; by compare key."""

    def everybody(self) -> Iterator[Sighting]:
        for one in self.bulletin.participants:
            yield from self.participant(one)
        for photo in (*(self.bulletin.captions or ()), *(self.bulletin.photos or ())):
            yield from self.caption(photo)
        yield from self.body()

    def participant(self, one: Participant) -> Iterator[Sighting]:
        if not one.name:
            yield from self.text(one.role, lambda _: one.at)
            return
        name = self.called(one.name)
        codes = _codes(one.titles)
        organization = _line(one.organization)
        roles = tuple(filter(None, map(_post, roles_of(_line(one.role), self.known))))
        doubtful = doubts.may_be_private(one.role, one.delegation, one.organization)
        if name and (codes or roles) and not doubtful:
            posts = (
                Held(role, organization) for role in roles or ("",) if role or organization
            )
            place = Place(one.at, self.bulletin.date)
            yield Sighting(name, codes, tuple(posts), place, listed=True)

    def called(self, written: str) -> str:
        """The name of a participant; empty where it is short, or that of a private person."""
        address, bearer = privacy.addressed(written)
        if not privacy.is_formal(address):
            self.private.add(bearer)
            return ""
        found = next(iter(mentions(written)), None) if address else None
        name = found.name.text if found and found.address else " ".join(written.split())
        return name if _is_full(name) else ""

    def caption(self, photo: Photo) -> Iterator[Sighting]:
        """The people of a caption, unless the photo shows patients or children."""
        if photo.people not in _PRIVATE_PHOTOS:
            yield from self.text(photo.caption, lambda _: photo.at)

    def body(self) -> Iterator[Sighting]:
        text, path = self.bulletin.body, self.bulletin.path
        ends = [found.start() for found in re.finditer("\n", text)]

        def place(offset: int) -> Location:
            line = bisect_right(ends, offset - 1)
            column = offset - (ends[line - 1] if line else -1)
            return Location(path, self.bulletin.body_line + line, column)

        yield from self.text(text, place)

    def text(self, text: str, place: Placed) -> Iterator[Sighting]:
        """The people of a piece of running text."""
        whole = nfc(text)
        found = mentions(whole, self.known)
        for one in found:
            if privacy.is_private(whole, one):
                self.keep_private(one, found)
            elif _belongs(one):
                yield from self.sighting(one, place)

    def keep_private(self, one: Mention, found: tuple[Mention, ...]) -> None:
        meant = one if one.refers_to is None else found[one.refers_to]
        self.private.add(compare_key(meant.name.text))
        if "refers_to" in one.undecided:  # cháu Chiến: nobody of that name
            ending = f" {compare_key(one.name.text)}"
            names = (compare_key(other.name.text) for other in found)
            self.private |= {name for name in names if name.endswith(ending)}

    def sighting(self, one: Mention, place: Placed) -> Iterator[Sighting]:
        codes = _codes(one.titles.codes) if one.titles and "titles" not in one.undecided else ()
        posts = tuple(_held(one))
        if codes or any(post.role for post in posts):
            when = Place(place(one.name.start), self.bulletin.date)
            yield Sighting(_line(_plain(one.name)), codes, posts, when)


def _belongs(one: Mention) -> bool:
    """Whether it is certain who is meant, and that it is no private person."""
    certain = one.form is Form.FULL and "name" not in one.undecided
    return certain and privacy.is_formal(one.address) and _is_full(one.name.text)


def _held(one: Mention) -> Iterator[Held]:
    for post in one.posts:
        role = _post(_plain(post.role)) if "role" not in one.undecided else ""
        decided = "organization" not in one.undecided
        organization = _line(_plain(post.organization)) if decided else ""
        if role or organization:
            yield Held(role, organization)


def _is_full(name: str) -> bool:
    """Whether it is a family name with a given name, neither cut to a letter."""
    return len(name) <= _LONGEST and is_full_name(name)


def _post(role: str) -> str:
    """A role that goes on after the event; empty for others."""
    return "" if compare_key(role) in _AT_EVENT else _line(role)


def _codes(written: tuple[str, ...]) -> tuple[str, ...]:
    """The titles that the house knows."""
    return tuple(code for code in written if titles.full_form(code, "vi"))


def _plain(phrase: Phrase | None) -> str:
    """Words of a text without Markdown's marks."""
    return _EMPHASIS.sub("", phrase.text) if phrase else ""


def _line(written: str) -> str:
    """Words on one line; empty where they go on too long."""
    line = " ".join(written.split())
    return line if len(line) <= _LONGEST else ""
