"""The photo library: a few photos of every bulletin, by year, each leading to its place.

All of them, those of a year, those of a category: lists of the same kind, so that whoever looks
for pictures needs no script to choose among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.pages.draft import Link, PageDraft, Pagination, Translation
from bantin.pages.lists.paging import Page, pages
from bantin.pages.lists.spreads import Entry, Spread, Tile, entries
from bantin.pages.shelf import Shelf, counted

PER_PAGE: Final = 12
"""Bulletins; with fewer a reader on a desk would load at once again."""


@dataclass(frozen=True)
class YearOfPhotos:
    """What a page shows of a year."""

    year: int
    heading: Link | None
    """None on the page of a year: the headline says it."""
    spreads: tuple[Spread, ...]


@dataclass(frozen=True)
class Way:
    """A step from one list of the library to another."""

    link: Link
    chosen: bool


@dataclass(frozen=True)
class Library:
    """A page of the library."""

    title: str
    crumbs: tuple[Link, ...]
    count: str
    """How many bulletins the whole list has, in words; empty for none."""
    page: str
    """Which page of several this is, in words."""
    categories: tuple[Way, ...]
    years: tuple[Way, ...]
    groups: tuple[YearOfPhotos, ...]
    pagination: Pagination | None

    @property
    def first(self) -> Tile | None:
        """The photo for which a reader waits."""
        return self.groups[0].spreads[0].tiles[0] if self.groups else None


@dataclass(frozen=True)
class _List:
    """One list of the library: all, those of a year, or those of a category."""

    lang: str
    address: str
    title: str
    entries: Sequence[Entry]
    year: int = 0
    category: str = ""
    translation: Translation | None = None


Entries = Mapping[str, Sequence[Entry]]
"""Language -> newest first."""


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """The library of each language; its first page says so while there is no photo."""
    found = {lang: tuple(entries(shelf, lang)) for lang in shelf.by_lang}
    for lang in shelf.by_lang:
        lists = tuple(_lists(shelf, lang, found))
        for one in lists:
            for page in pages(one.entries, PER_PAGE, one.address, lang):
                yield _draft(shelf, one, page, lists)


def _lists(shelf: Shelf, lang: str, found: Entries) -> Iterator[_List]:
    all_of_them = found[lang]
    title = text("library", lang)
    translation = shelf.in_other_language(lang, addresses.photos)
    yield _List(lang, addresses.photos(lang), title, all_of_them, translation=translation)
    for category, name in shelf.edition.settings.categories.items():
        inside = [one for one in all_of_them if one.category == category]
        if inside:
            yield _List(
                lang,
                addresses.photos_of_category(lang, category),
                text("library_category", lang, category=name.in_language(lang)),
                inside,
                category=category,
                translation=shelf.in_other_language(lang, _of_category(found, category)),
            )
    for year, those in groupby(all_of_them, key=lambda one: one.year):
        yield _List(
            lang,
            addresses.photos_of_year(lang, year),
            text("library_year", lang, year=year),
            tuple(those),
            year=year,
            translation=shelf.in_other_language(lang, _of_year(found, year)),
        )


def _of_category(found: Entries, category: str) -> Callable[[str], str | None]:
    def find(lang: str) -> str | None:
        there = any(one.category == category for one in found[lang])
        return addresses.photos_of_category(lang, category) if there else None

    return find


def _of_year(found: Entries, year: int) -> Callable[[str], str | None]:
    def find(lang: str) -> str | None:
        there = any(one.year == year for one in found[lang])
        return addresses.photos_of_year(lang, year) if there else None

    return find


def _draft(shelf: Shelf, one: _List, page: Page[Entry], lists: Sequence[_List]) -> PageDraft:
    lang, whole = one.lang, not (one.year or one.category)
    home = shelf.home(lang)
    above = () if whole else (Link(text("library", lang), addresses.photos(lang)),)
    shown = Library(
        title=one.title,
        crumbs=(home, *above),
        count=counted("galleries", len(one.entries), lang),
        page=page.said,
        categories=_ways(shelf, one, [of for of in lists if not of.year]),
        years=_ways(shelf, one, [of for of in lists if of.year]),
        groups=tuple(_groups(one, page)),
        pagination=page.pagination,
    )
    key, site = "library_summary" if whole else "library_summary_of", shelf.edition.settings
    return PageDraft(
        address=page.address,
        template="library.html",
        title=page.title(one.title, lang),
        lang=lang,
        view={"library": shown},
        summary=text(key, lang, title=one.title, site=site.title(lang)),
        previous=page.previous,
        next=page.next,
        searchable=False,
        translation=one.translation if page.number == 1 else None,
        scripts=("library",) if page.pagination else (),
        sheets=("pictures", "library"),
    )


def _ways(shelf: Shelf, here: _List, lists: Sequence[_List]) -> tuple[Way, ...]:
    """To each of these lists; one way alone is none."""
    if len(lists) == 1:
        return ()
    return tuple(Way(Link(_name(shelf, one), one.address), one is here) for one in lists)


def _name(shelf: Shelf, one: _List) -> str:
    if one.category:
        return shelf.edition.settings.categories[one.category].in_language(one.lang)
    return str(one.year) if one.year else text("library_every", one.lang)


def _groups(one: _List, page: Page[Entry]) -> Iterator[YearOfPhotos]:
    for year, inside in groupby(page.items, key=lambda entry: entry.year):
        heading = Link(str(year), addresses.photos_of_year(one.lang, year))
        spreads = tuple(entry.spread for entry in inside)
        yield YearOfPhotos(year, None if one.year else heading, spreads)
