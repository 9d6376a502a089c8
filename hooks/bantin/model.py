"""The nouns of the house: frozen values that every room shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from datetime import datetime
from enum import StrEnum

from bantin.errors import Location, Problem
from bantin.registered import Consent as Consent
from bantin.registered import Organization as Organization
from bantin.registered import Person as Person
from bantin.registered import Post as Post
from bantin.registered import Registry as Registry
from bantin.registered import Term as Term


class Precision(StrEnum):
    """How exactly an event's date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, order=True)
class EventDate:
    """When the event was; first and last day, both included."""

    start: Day
    end: Day
    precision: Precision = Precision.DAY


class Status(StrEnum):
    """Where a bulletin stands between writing and publishing."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Part(StrEnum):
    """What somebody was at the event."""

    HOST = "host"
    GUEST = "guest"
    SPEAKER = "speaker"
    CHAIR = "chair"
    MEMBER = "member"


class People(StrEnum):
    """Who is to be seen on a photo."""

    NONE = "none"
    STAFF = "staff"
    PUBLIC = "public"
    PATIENT = "patient"
    CHILD = "child"


@dataclass(frozen=True)
class Participant:
    """A person or body that took part, as written."""

    name: str
    """Without titles; empty where only an organization is named."""
    titles: tuple[str, ...] = ()
    """Canonical codes in the order written, for example ``("TTƯT", "ThS", "BSCKII")``."""
    role: str = ""
    """The post held."""
    organization: str = ""
    part: Part | None = None
    delegation: str = ""
    count: int | None = None
    """How many people or bodies the entry stands for."""
    person_id: str = ""
    """Of the registry of people; empty where it does not say for certain who this is."""
    organization_id: str = ""
    """Of the registry of organizations, as it was named on the event's date."""
    at: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True)
class Box:
    """A rectangle in fractions 0-1 of the picture as displayed, origin top left."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Photo:
    """The use of an original in one bulletin."""

    file: str
    """File name in the bulletin's folder; empty in the quick form, where the place counts."""
    caption: str = ""
    """As typed: the inline subset of Markdown."""
    alt: str | None = None
    """None: not given. Empty: decorative on purpose."""
    credit: str = ""
    people: People | None = None
    consent: str = ""
    """Id of a consent, or ``no``."""
    focus: tuple[float, float] | None = None
    blur: tuple[Box, ...] = ()
    cover: bool = False
    at: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True)
class Attachment:
    """A document published beside the bulletin."""

    file: str
    title: str
    at: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True)
class Source:
    """Where the text comes from."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class Correction:
    """A dated change to a published bulletin."""

    date: Day
    note: str
    kind: str = ""
    at: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True)
class Video:
    """A film elsewhere: a link card, never an embed."""

    url: str
    title: str
    poster: str = ""
    """Photo file beside the others."""
    at: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True)
class Acceptance:
    """A finding of the checks that the writer lets stand."""

    code: str
    reason: str


@dataclass(frozen=True)
class Bulletin:
    """One published item: one Markdown file, decoded. Private ``notes`` are not in it."""

    id: str
    """Path without folder and suffix: ``2026/a`` or ``en/2026/a``."""
    path: str
    """As the writer knows it: ``news/2026/a.md``."""
    title: str
    date: EventDate
    published: datetime
    """Public from here, aware; the first day of ``date`` unless given."""
    sorted_by: datetime
    """Place in the lists, aware: ``published`` as given, else the last day of ``date``."""
    body: str
    """Markdown below the front matter."""
    body_line: int = 1
    """Line of the file on which the body begins."""
    status: Status = Status.PUBLISHED
    embargo: datetime | None = None
    expires: datetime | None = None
    lang: str = "vi"
    place: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    series: str = ""
    summary: str = ""
    byline: str = ""
    translation_of: str = ""
    """Id of the other bulletin."""
    pinned_until: Day | None = None
    participants: tuple[Participant, ...] = ()
    captions: tuple[Photo, ...] | None = None
    """The quick form; None: not given."""
    photos: tuple[Photo, ...] | None = None
    """The full form; None: not given."""
    outcomes: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    source: Source | None = None
    corrections: tuple[Correction, ...] = ()
    aliases: tuple[str, ...] = ()
    """Old site paths that lead here, no leading '/'."""
    video: Video | None = None
    accept: tuple[Acceptance, ...] = ()
    at: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)
    """Where the value of each key stands; of an empty one, the key."""


@dataclass(frozen=True)
class BrokenBulletin:
    """A file that could not be decoded; a preview shows its problems in its place."""

    id: str
    path: str
    problems: tuple[Problem, ...]
    body: str = ""
    """Markdown below a front matter that could be taken apart: its problems count, too."""
    body_line: int = 1


@dataclass(frozen=True)
class Name:
    """A name in both languages of the site."""

    vi: str
    en: str

    def in_language(self, lang: str) -> str:
        """The name for readers of ``lang``."""
        return self.en if lang == "en" else self.vi
