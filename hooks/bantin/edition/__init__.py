"""news/ + images/ + registries -> Edition: everything that one build shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bantin.cache import StrPath
from bantin.content.settings import Settings
from bantin.errors import Location, Problem
from bantin.model import BrokenBulletin, Bulletin, Registry
from bantin.pictures import GalleryPhoto, Look, MarkedFile, Picture, ShareCard, Signs
from bantin.visibility import Reason


@dataclass(frozen=True)
class Heading:
    """A heading inside a body, for the table of contents."""

    level: int
    """2-6; the page's only h1 is the title."""
    id: str
    text: str
    """Plain text."""


@dataclass(frozen=True)
class Body:
    """A bulletin's text as finished, safe HTML."""

    parts: tuple[str, ...] = ("",)
    """One part, or two where ``[gallery]`` stands between them."""
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Named:
    """Whom or what a bulletin names beside its list, for certain: ids of one registry."""

    text: frozenset[str] = frozenset()
    """By title, summary or text."""
    photos: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """By captions, each by the number of its photo."""
    private: frozenset[str] = frozenset()
    """People only: who has the whole name of somebody whom the bulletin calls a patient, a
    child or their family: the bulletin is on no page of theirs."""


@dataclass(frozen=True)
class Edition:
    """Everything that one build shows, checked and sorted once.

    In a build the bulletins are the public ones; a preview shows all and marks the others.
    """

    settings: Settings
    now: datetime
    """Aware; the build's only clock."""
    preview: bool = False
    bulletins: tuple[Bulletin, ...] = ()
    """Shown bulletins, newest first: by ``sorted_by``, date, path."""
    bodies: Mapping[str, Body] = field(default_factory=dict)
    """By bulletin id."""
    galleries: Mapping[str, tuple[GalleryPhoto, ...]] = field(default_factory=dict)
    """By bulletin id; an empty tuple where there are no photos."""
    hidden: Mapping[str, Reason] = field(default_factory=dict)
    """Preview only: why the public would not see this bulletin, by id."""
    broken: tuple[BrokenBulletin, ...] = ()
    """Files that could not be decoded; a preview shows their problems in their place."""
    pictures: tuple[Picture, ...] = ()
    """Every picture that is published: galleries, bodies, posters, each original once."""
    grounds: tuple[Picture, ...] = ()
    """What cards without photo are drawn on, each for a file of the site; nothing is opened."""
    cards: Mapping[str, ShareCard] = field(default_factory=dict)
    """By bulletin id: what other sites show beside a link; only of what the public sees."""
    site_cards: Mapping[str, ShareCard] = field(default_factory=dict)
    """The same for all other pages, by language; the default language is always there."""
    looks: Mapping[str, Look] = field(default_factory=dict)
    """What stands in a photo's place until it is there, by ``Picture.key``; a preview, which
    renders a photo when it is asked for, has none."""
    sources: Mapping[str, StrPath] = field(default_factory=dict)
    """Where the originals of ``pictures`` lie on this machine, by ``Original.path``."""
    used_at: Mapping[str, Location] = field(default_factory=dict)
    """Where each original is spoken of first, by ``Original.path``."""
    posters: Mapping[str, Picture] = field(default_factory=dict)
    """Pictures of the videos, by bulletin id."""
    albums: Mapping[str, str] = field(default_factory=dict)
    """Address of the file that holds all photos of a bulletin, by bulletin id."""
    marked: Mapping[str, MarkedFile] = field(default_factory=dict)
    """By SHA-256 of the bytes: what no logo and no page of docs/ may show."""
    documents: Mapping[str, Path] = field(default_factory=dict)
    """Attachments: address -> file on this machine."""
    document_sizes: Mapping[str, int] = field(default_factory=dict)
    """Bytes of each attachment, by address."""
    registry: Registry = field(default_factory=Registry)
    """What the newsroom knows beforehand: people, organizations, words, consents."""
    named: Mapping[str, Named] = field(default_factory=dict)
    """People by bulletin id; without those that name nobody beside their list."""
    institutions: Mapping[str, Named] = field(default_factory=dict)
    """Organizations in the same way, the site's own hospital left out."""
    signs: Signs | None = None
    """Drawn from the hospital's logo; None: there is none that can be used."""
    problems: tuple[Problem, ...] = ()
    """Everything that was found, sorted by place."""
    later: tuple[tuple[Bulletin, datetime], ...] = ()
    """Hidden bulletins that become public by themselves, and when."""
