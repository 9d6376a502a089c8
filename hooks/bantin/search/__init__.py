"""Edition -> index: all that readers can look for, in small files that a browser asks for.

The format, and how a question is answered from it: docs/dev/search.md. The browser's side lives
in ``theme/scripts/search-*.js``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from bantin.model import Name

FORMAT = 1
"""Raise it when files of the index are written differently: browsers refuse another one."""


@dataclass(frozen=True)
class Thumbnail:
    """The square of a cover, as results show it."""

    avif: str
    """Address."""
    jpg: str


@dataclass(frozen=True)
class Document:
    """A bulletin, or a page under docs/, as it can be looked for: plain texts, no HTML.

    Every text is NFC as printed, one passage each: no pair of words reaches from one into the
    next.
    """

    address: str
    """Site path; names the document."""
    title: str
    lang: str
    year: int = 0
    """Of its place in the lists; 0: a page under docs/, which has none."""
    date: str = ""
    """First day, as exactly as it is known: ``2026-02-06``, ``2026-02``, ``2026``."""
    date_text: str = ""
    """In words or figures, as results print it."""
    category: str = ""
    """Id."""
    category_text: str = ""
    photos: int = 0
    thumbnail: Thumbnail | None = None
    facts: tuple[str, ...] = ()
    """Who, where, what about: participants with titles in both forms, institutions with their
    other names, place, tags, category, series."""
    captions: tuple[tuple[int, str], ...] = ()
    """Number of the photo, what stands below it."""
    text: tuple[str, ...] = ()
    """Summary, headings, paragraphs, outcomes, corrections."""
    title_dates: tuple[str, ...] = ()
    """``2026-02-06``, ``2026-02``, ``--02-06`` of the title."""
    facts_dates: tuple[str, ...] = ()
    """The same of the event itself: each of its days, its months."""
    text_dates: tuple[str, ...] = ()
    """The same of what captions and text name."""
    words: tuple[str, ...] = ()
    """Further spellings that lead here and are not shown: passages like ``facts``."""
    people: tuple[str, ...] = ()
    """Ids of the registry."""
    organizations: tuple[str, ...] = ()
    """Ids of the registry."""


class Item(NamedTuple):
    """A document's place in the order of an index."""

    address: str
    year: int
    """0: a page under docs/. Pages come first, then the bulletins, oldest first."""
    key: str
    """A digest of all that the document is made of; another document has another one."""


@dataclass(frozen=True)
class Labels:
    """What the ids in documents are called."""

    categories: Mapping[str, Name] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    organizations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Signpost:
    """The page about somebody or something, to which its name leads."""

    kind: str
    """``person``, ``organization``, ``series``, ``category``, ``tag``."""
    address: str
    """Site path."""
    name: str
    lang: str
    """Of the name."""
    note: str
    """What is shown beside it."""
    words: tuple[str, ...] = ()
    """Other names and spellings that lead there and are not shown: passages."""


class Library(Protocol):
    """All documents there are; each is made when somebody asks for it."""

    @property
    def shelf(self) -> tuple[Item, ...]:
        """In the order of the index."""

    @property
    def labels(self) -> Labels:
        """Of the facets."""

    @property
    def signposts(self) -> Mapping[str, tuple[Signpost, ...]]:
        """Language -> those of its readers; of equals, the last one is meant first."""

    def document(self, address: str) -> Document:
        """The one with this address."""


class Entry(NamedTuple):
    """A document taken apart: what is kept in the cache by the document's content.

    All in bytes, so that many of them need little room and none is taken apart again.
    """

    terms: bytes
    """Keys as ``stretches`` has them; one stands there several times if it is spelt several
    ways."""
    payloads: bytes
    """One byte for each of ``terms``: where it stands and how it is spelt."""
    record: bytes
    """JSON of its line in a pack, but for the name of its text and what closes the list."""
    row: bytes
    """JSON of its line among the facets, with ids."""
    digest: bytes
    """SHA-256 of its text before that was deflated."""
    text: bytes
    """JSON of its passages, deflated."""


@dataclass(frozen=True)
class Index:
    """The files of an index."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """Path from ``search/`` -> content; all but ``manifest.json`` are named after it."""
