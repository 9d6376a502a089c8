"""Which institutions came to which editions of a series, as a table.

Only a name that says which institution it is stands in it: neither "12 district hospitals" nor
"Department of Health". Old and new names of one institution share a line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from bantin.edition import registries
from bantin.model import Bulletin, Part, Participant
from bantin.pages.draft import Link
from bantin.pages.shelf import Shelf
from bantin.vietnamese import collation, orgnames, ownnames
from bantin.vietnamese.known import Known
from bantin.vietnamese.text import nfc

MOST_ROWS: Final = 80
"""Institutions on a page; those who came most often come first."""


@dataclass(frozen=True)
class Presence:
    """One institution at one edition."""

    kind: str
    """``host``, ``there`` or ``absent``: class and wording."""


@dataclass(frozen=True)
class Row:
    """An institution."""

    name: Link
    """As it was written last; without an address where it has no page."""
    former: tuple[str, ...]
    """Names that it had at earlier editions and has no more, newest first."""
    cells: tuple[Presence, ...]
    """One for each edition, in the order given."""


@dataclass(frozen=True)
class Attendance:
    """The table."""

    rows: tuple[Row, ...]
    left_out: int
    """Institutions that found no room."""


@dataclass
class _Institution:
    """What the editions say of one institution."""

    names: list[tuple[str, str]] = field(default_factory=list)
    """Id of the registry and name as written, newest edition first."""
    parts: dict[int, set[Part | None]] = field(default_factory=dict)
    """Number of the edition -> what it was there."""


class Whole:
    """Whether a name says which institution it is; each is looked at once."""

    def __init__(self, shelf: Shelf, lang: str) -> None:
        """Begin with the names of a language."""
        self.lang: Final = lang
        known = registries.known(shelf.edition.registry, shelf.edition.settings)
        self._hospital = known.hospital_names
        named = (known.organization_names.get(key, ()) for key in self._hospital)
        lines = {shelf.directory.heirs[one.id] for one in chain.from_iterable(named)}
        self._ours = lines.pop() if len(lines) == 1 else ""
        self._said: dict[str, bool] = {}
        self._known = Known()

    def __call__(self, entry: Participant) -> bool:
        """Of English names nothing is known; what counts several is none."""
        name = nfc(entry.organization)
        if self.lang == "en":
            return bool(name) and entry.count is None
        if name not in self._said:
            self._said[name] = ownnames.is_whole(name, self._known)
        return self._said[name]

    def id(self, entry: Participant) -> str:
        """Of the registry; the site's own hospital has it under its short name, too."""
        own = orgnames.key(entry.organization) in self._hospital
        return entry.organization_id or (self._ours if own else "")


def attendance(
    shelf: Shelf, editions: Sequence[Iterable[Bulletin]], whole: Whole
) -> Attendance:
    """Who came to which edition.

    Args:
        shelf: Knows the registry.
        editions: The bulletins of each, newest edition first.
        whole: Of their language.
    """
    ordered = sorted(
        _institutions(shelf, editions, whole),
        key=lambda one: (-len(one.parts), collation.key(one.names[0][1])),
    )
    rows = tuple(_row(shelf, whole.lang, one, len(editions)) for one in ordered[:MOST_ROWS])
    return Attendance(rows, max(0, len(ordered) - MOST_ROWS))


def named(shelf: Shelf, bulletins: Iterable[Bulletin], whole: Whole) -> int:
    """How many institutions one edition names."""
    return len(_institutions(shelf, (bulletins,), whole))


def _institutions(
    shelf: Shelf, editions: Iterable[Iterable[Bulletin]], whole: Whole
) -> Collection[_Institution]:
    found: dict[str, _Institution] = {}
    for number, bulletins in enumerate(editions):
        for one in bulletins:
            for entry in one.participants:
                key = _key(shelf, entry, whole)
                if key:
                    institution = found.setdefault(key, _Institution())
                    institution.names.append((whole.id(entry), entry.organization))
                    institution.parts.setdefault(number, set()).add(entry.part)
    return found.values()


def _key(shelf: Shelf, entry: Participant, whole: Whole) -> str:
    """Equal for all names of one institution; empty for what is none."""
    heir = shelf.directory.heirs.get(whole.id(entry))
    if heir:
        return f"registry {heir}"
    return orgnames.key(entry.organization) if whole(entry) else ""


def _row(shelf: Shelf, lang: str, one: _Institution, editions: int) -> Row:
    newest, name = one.names[0]
    return Row(
        Link(name, shelf.directory.organization(lang, newest)),
        tuple(_former(one)),
        tuple(Presence(_kind(one.parts.get(number))) for number in range(editions)),
    )


def _former(one: _Institution) -> Iterator[str]:
    """Of each name that the registry knows as another one, how it was written last."""
    told = {one.names[0][0]}
    for id, name in one.names:
        if id not in told:
            told.add(id)
            yield name


def _kind(parts: set[Part | None] | None) -> str:
    if parts is None:
        return "absent"
    return "host" if Part.HOST in parts else "there"
