"""What stands around every page: the head's facts, the menu, who publishes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bantin import addresses
from bantin.edition import Heading
from bantin.locale import DEFAULT, text
from bantin.pages.draft import Article, Translation
from bantin.pages.identity import Identity


@dataclass(frozen=True)
class MenuEntry:
    """A line of the menu, as mkdocs.yml's ``nav`` names it."""

    text: str
    address: str = ""
    """Site path; empty for a section, which only holds others."""
    url: str = ""
    """Instead of an address where it leads away from the site."""
    entries: tuple[MenuEntry, ...] = ()
    """Of a section; one without any is left out."""
    current: str = ""
    """What ``aria-current`` says: ``page`` here, ``true`` above it, else empty."""


@dataclass(frozen=True)
class Frame:
    """What the pages of one language share."""

    lang: str
    site_name: str
    home: str
    """Address of the first page; of the other language's where this one has none."""
    news: str
    """Address of the list of bulletins, likewise."""
    search: str
    """Address of the page of results, likewise."""
    menu: tuple[MenuEntry, ...]
    identity: Identity
    other: Translation | None
    """The first page of the other language."""
    copyright: str = ""
    """HTML of the site's own, from mkdocs.yml."""


@dataclass(frozen=True)
class Share:
    """A picture as other sites show it beside a link."""

    url: str
    """Absolute."""
    width: int
    """px"""
    height: int
    alt: str
    """In words."""


@dataclass(frozen=True)
class Version:
    """An edition of the page in a language, for search engines."""

    lang: str
    """``x-default``: where readers of any other language are sent."""
    url: str
    """Absolute."""


@dataclass(frozen=True)
class Shell:
    """What one page adds to its frame."""

    frame: Frame
    address: str
    title: str
    summary: str = ""
    canonical: str = ""
    """Absolute; empty where mkdocs.yml has no site_url."""
    share: Share | None = None
    """The picture that stands for the page where somebody shares it."""
    article: Article | None = None
    """What other sites are told of a bulletin."""
    versions: tuple[Version, ...] = ()
    """The page in every language, itself too; none where there is but one."""
    previous: str = ""
    """Address of the older neighbour."""
    next: str = ""
    translation: Translation | None = None
    """The same page in the other language."""
    nearest: Translation | None = None
    """Else what comes nearest to it there."""
    edit_url: str = ""
    """Preview only: where the source can be edited."""
    headings: tuple[Heading, ...] = ()
    """Of a page under docs/, for its contents."""
    scripts: tuple[str, ...] = ()
    """Names of theme scripts that the page needs."""
    modules: tuple[str, ...] = ()
    """The same of ES modules."""
    sheets: tuple[str, ...] = ()
    """Names of the stylesheets that it needs beside the one of every page."""
    listed: bool = True
    """Whether search engines of others may show it."""
    preview: object = None
    """Preview only: what ``preview.html`` prints above the page."""

    @property
    def menu(self) -> tuple[MenuEntry, ...]:
        """The frame's menu with this page's place in it."""
        return marked(self.frame.menu, self.address)

    @property
    def language_link(self) -> Translation | None:
        """Where readers of the other language go on: this page, the nearest, their first."""
        return self.translation or self.nearest or self.frame.other


def in_language(menu: Iterable[MenuEntry], lang: str) -> tuple[MenuEntry, ...]:
    """The entries for readers of ``lang``: what lies under en/ is English.

    A section stays with the entries that are left in it. What leads away from the site has the
    language of the pages beside it in its section, else the site's.
    """
    entries = tuple(menu)
    first = next((one for one in map(_language, entries) if one), DEFAULT)
    found = []
    for entry in entries:
        inner = in_language(entry.entries, lang)
        if inner:
            found.append(replace(entry, entries=inner))
        elif not entry.entries and (_language(entry) or first) == lang:
            found.append(entry)
    return tuple(found)


def _language(entry: MenuEntry) -> str:
    """Empty for a section, and for what leads away from the site."""
    return "" if entry.url or entry.entries else language_of(entry.address)


def language_of(address: str) -> str:
    """The language of a page by its address."""
    english = (addresses.ENGLISH, addresses.bulletin("en"))
    return "en" if address.startswith(english) else DEFAULT


def default_menu(lang: str) -> tuple[MenuEntry, ...]:
    """The menu where ``nav`` has nothing in a language."""
    home = MenuEntry(text("home", lang), addresses.home(lang))
    return (home, MenuEntry(text("news", lang), addresses.index(lang)))


def marked(menu: Iterable[MenuEntry], page: str) -> tuple[MenuEntry, ...]:
    """The menu with the place of the page at ``page`` in it."""
    return tuple(_marked(entry, page) for entry in menu)


def _marked(entry: MenuEntry, page: str) -> MenuEntry:
    inner = marked(entry.entries, page)
    above = "true" if any(one.current for one in inner) else ""
    return replace(entry, entries=inner, current=above or _current(entry, page))


def _current(entry: MenuEntry, page: str) -> str:
    if entry.url or entry.entries:
        return ""
    if entry.address == page:
        return "page"
    first = entry.address in (addresses.HOME, addresses.ENGLISH)
    return "true" if not first and page.startswith(entry.address) else ""
