"""A page that is decided but not drawn, and the small values that its view is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bantin.edition import Heading
from bantin.pages.pictures import PagePicture
from bantin.pictures import ShareCard


class Html(str):
    """Finished, safe HTML: only what ``markup/`` returned may become one.

    Templates escape every other text; this one says by ``__html__`` that it is done.
    """

    __slots__ = ()

    def __html__(self) -> str:
        """Itself, as Jinja's escaping asks for it."""
        return str(self)


@dataclass(frozen=True)
class Link:
    """Text that leads to an address of the site."""

    text: str
    address: str
    count: str = ""
    """How many bulletins are there, ready to print; empty where it does not matter."""


@dataclass(frozen=True)
class Translation:
    """A way to the other language."""

    text: str
    """In the other language: it speaks to its readers."""
    address: str
    lang: str


@dataclass(frozen=True)
class DateBlock:
    """A date as a calendar sheet shows it."""

    large: str
    """The day; the year where no day is known."""
    small: str
    """Month and year in words, as far as they are known."""


@dataclass(frozen=True)
class Card:
    """A bulletin in a list, every text ready to print, empty where there is none."""

    title: str
    address: str
    kicker: Link | None
    place: str
    date: str
    """In words, as a sentence begins."""
    date_short: str
    """For the column of a list."""
    date_iso: str
    block: DateBlock
    """What stands in the place of a picture."""
    summary: str
    photo_count: str
    picture: PagePicture | None
    mark: str
    """Preview only: why readers don't see it."""
    listed: str = ""
    """When it was published, in a list by that day; empty if that was a day of its event."""


@dataclass(frozen=True)
class Group:
    """Bulletins of one period, listed without pictures."""

    heading: Link
    """Its address is empty where the period has no page of its own."""
    cards: tuple[Card, ...]
    more: Link | None = None
    """Where the others stand, if these are not all."""


@dataclass(frozen=True)
class PageNumber:
    """A step of the pagination."""

    text: str
    address: str
    """Empty for the gap between far numbers."""
    current: bool = False


@dataclass(frozen=True)
class Pagination:
    """Ways to the other pages of a list."""

    previous: str
    """Address; empty on the first page."""
    next: str
    """Address; empty on the last page."""
    numbers: tuple[PageNumber, ...]


@dataclass(frozen=True)
class Listing:
    """A page that lists bulletins: cards first, then groups without pictures."""

    title: str
    crumbs: tuple[Link, ...]
    count: str = ""
    """How many bulletins the whole list has, in words; empty for none."""
    page: str = ""
    """Which page of several this is, in words."""
    cards: tuple[Card, ...] = ()
    groups: tuple[Group, ...] = ()
    pagination: Pagination | None = None
    categories: tuple[Link, ...] = ()
    """In the order of mkdocs.yml."""
    years: tuple[Link, ...] = ()
    """The archive, newest first."""
    months: tuple[Link, ...] = ()
    """Of the year, newest first."""
    lists: tuple[Link, ...] = ()
    """Other ways to look through the news."""
    elsewhere: Translation | None = None
    """Of an empty list: the same one in the other language, where it is not empty."""

    @property
    def first_pictured(self) -> Card | None:
        """The card whose picture a reader waits for."""
        return next((card for card in self.cards if card.picture), None)


@dataclass(frozen=True)
class Article:
    """What other sites are told of a bulletin, beside its title and its card."""

    published: str
    """Moment with its zone, as machines read it."""
    modified: str
    """The same of its last correction; empty: there is none."""
    section: str
    """Its category in words; empty: none."""
    tags: tuple[str, ...]


@dataclass(frozen=True)
class PageDraft:
    """A page of the site, ready for its template."""

    address: str
    """Site path without leading '/'; a page's ends with '/', the first page's is empty."""
    template: str
    """Name in ``theme/templates``."""
    title: str
    """Plain text."""
    lang: str
    view: Mapping[str, object]
    """What the template prints, by name."""
    source: str = ""
    """Path of the bulletin it shows, as the writer knows it."""
    summary: str = ""
    """Plain text for the description."""
    share: ShareCard | None = None
    """What other sites show beside a link to it."""
    article: Article | None = None
    """What they are told of a bulletin."""
    previous: str = ""
    """Address of the older bulletin or the page before."""
    next: str = ""
    """Address of the newer bulletin or the page after."""
    searchable: bool = True
    listed: bool = True
    """Whether search engines of others may show it."""
    headings: tuple[Heading, ...] = ()
    translation: Translation | None = None
    """The same page in the other language."""
    nearest: Translation | None = None
    """Without the same page, what comes nearest to it there; it says where it leads."""
    scripts: tuple[str, ...] = ()
    """Names of the scripts in ``theme/scripts`` that the page needs, without suffix."""
    modules: tuple[str, ...] = ()
    """The same of ES modules."""
    sheets: tuple[str, ...] = ()
    """Names of the stylesheets that it needs beside the one of every page."""
    preview: object = None
    """Preview only: what ``preview.html`` prints above the page."""
