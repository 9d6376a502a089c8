"""The bulletins of each category of mkdocs.yml, over as many pages as it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bantin import addresses, locale
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages.draft import Card, Link, Listing, PageDraft, Translation
from bantin.pages.lists import archive
from bantin.pages.lists.paging import Page, listing_page, pages
from bantin.pages.shelf import Shelf, counted

HEADLINES = 3
"""Of a category on the first page, below its newest bulletin."""


@dataclass(frozen=True)
class Section:
    """A category on the first page."""

    heading: Link
    first: Card
    more: tuple[Card, ...]


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """Every declared category in every language shown: its address stays while it is empty."""
    for lang in shelf.by_lang:
        for category, found in _by_category(shelf, lang).items():
            for page in pages(found, archive.LISTED, addresses.category(lang, category), lang):
                yield _draft(shelf, category, page, len(found))


def links(shelf: Shelf, lang: str) -> tuple[Link, ...]:
    """The categories that have bulletins, in the order of mkdocs.yml, with how many."""
    return tuple(_link(shelf, lang, *found) for found in _filled(shelf, lang))


def every(shelf: Shelf, lang: str) -> tuple[Link, ...]:
    """All categories, the empty ones without a count."""
    return tuple(_link(shelf, lang, *found) for found in _by_category(shelf, lang).items())


def sections(shelf: Shelf, lang: str) -> tuple[Section, ...]:
    """The newest bulletins of the categories that have any, in the order of mkdocs.yml."""
    return tuple(
        Section(
            _link(shelf, lang, category, found),
            shelf.card(found[0]),
            tuple(shelf.card(bulletin) for bulletin in found[1 : HEADLINES + 1]),
        )
        for category, found in _filled(shelf, lang)
    )


def _filled(shelf: Shelf, lang: str) -> Iterator[tuple[str, list[Bulletin]]]:
    return ((one, found) for one, found in _by_category(shelf, lang).items() if found)


def _link(shelf: Shelf, lang: str, category: str, found: list[Bulletin]) -> Link:
    name = shelf.edition.settings.categories[category].in_language(lang)
    address = addresses.category(lang, category)
    return Link(name, address, counted("bulletins", len(found), lang))


def _by_category(shelf: Shelf, lang: str) -> Mapping[str, list[Bulletin]]:
    found: dict[str, list[Bulletin]] = {
        category: [] for category in shelf.edition.settings.categories
    }
    for bulletin in shelf.by_lang[lang]:
        if bulletin.category in found:
            found[bulletin.category].append(bulletin)
    return found


def _draft(shelf: Shelf, category: str, page: Page[Bulletin], size: int) -> PageDraft:
    lang = page.lang
    name = shelf.edition.settings.categories[category].in_language(lang)
    cards, groups = archive.listed(shelf, page)
    listing = Listing(
        title=name,
        crumbs=(shelf.home(lang), shelf.news(lang)),
        count=counted("bulletins", size, lang),
        page=page.said,
        cards=tuple(replace(card, kicker=None) for card in cards),  # the headline says it
        groups=groups,
        pagination=page.pagination,
        elsewhere=None if size else _elsewhere(shelf, lang, category),
    )
    summary = text("category_summary", lang, category=name)
    translation = shelf.in_other_language(
        lang, lambda other: addresses.category(other, category)
    )
    return listing_page(page, listing, summary, translation)


def _elsewhere(shelf: Shelf, lang: str, category: str) -> Translation | None:
    """The way on from an empty list, in the words of its own language."""
    other = locale.other(lang)
    if other not in shelf.by_lang or not _by_category(shelf, other)[category]:
        return None
    said = text(f"category_in_{other}", lang)
    return Translation(said, addresses.category(other, category), other)
