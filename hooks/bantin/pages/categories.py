"""A page for each category of mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bantin import addresses
from bantin.locale import LANGUAGES, text
from bantin.model import Bulletin
from bantin.pages import archive
from bantin.pages.draft import Card, Group, Link, Listing, PageDraft, Translation
from bantin.pages.shelf import Shelf, counted

PICTURED = 12
"""Bulletins with a picture; the older ones follow by year as lines of text."""
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
            yield _draft(shelf, lang, category, found)


def links(shelf: Shelf, lang: str) -> tuple[Link, ...]:
    """The categories that have bulletins, in the order of mkdocs.yml, with how many."""
    return tuple(_link(shelf, lang, *found) for found in _filled(shelf, lang))


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


def _draft(shelf: Shelf, lang: str, category: str, bulletins: list[Bulletin]) -> PageDraft:
    name = shelf.edition.settings.categories[category].in_language(lang)
    listing = Listing(
        title=name,
        crumbs=(shelf.home(lang), shelf.news(lang)),
        count=counted("bulletins", len(bulletins), lang),
        cards=tuple(_card(shelf, bulletin) for bulletin in bulletins[:PICTURED]),
        groups=tuple(_older(shelf, lang, bulletins[PICTURED:])),
        elsewhere=None if bulletins else _elsewhere(shelf, lang, category),
    )
    return PageDraft(
        address=addresses.category(lang, category),
        template="listing.html",
        title=name,
        lang=lang,
        view={"listing": listing},
        summary=text("category_summary", lang, category=name),
        searchable=False,
    )


def _elsewhere(shelf: Shelf, lang: str, category: str) -> Translation | None:
    """The way on from an empty list, in the words of its own language."""
    other = next(one for one in LANGUAGES if one != lang)
    if other not in shelf.by_lang or not _by_category(shelf, other)[category]:
        return None
    said = text(f"category_in_{other}", lang)
    return Translation(said, addresses.category(other, category), other)


def _card(shelf: Shelf, bulletin: Bulletin) -> Card:
    """Without its category: the headline says it for all."""
    return replace(shelf.card(bulletin), kicker=None)


def _older(shelf: Shelf, lang: str, bulletins: list[Bulletin]) -> Iterator[Group]:
    for year, found in archive.by_year(shelf, bulletins).items():
        heading = Link(str(year), addresses.year(lang, year))
        yield Group(heading, tuple(shelf.card(bulletin) for bulletin in found))
