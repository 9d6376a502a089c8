"""A page for each category of mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages import archive
from bantin.pages.draft import Group, Link, Listing, PageDraft
from bantin.pages.shelf import Shelf, counted

PICTURED = 12
"""Bulletins with a picture; the older ones follow by year as lines of text."""


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """Every declared category in every language shown: its address stays while it is empty."""
    for lang in shelf.by_lang:
        for category, found in _by_category(shelf, lang).items():
            yield _draft(shelf, lang, category, found)


def links(shelf: Shelf, lang: str) -> tuple[Link, ...]:
    """The categories that have bulletins, in the order of mkdocs.yml, with how many."""
    names = shelf.edition.settings.categories
    return tuple(
        Link(
            names[category].in_language(lang),
            addresses.category(lang, category),
            counted("bulletins", len(found), lang),
        )
        for category, found in _by_category(shelf, lang).items()
        if found
    )


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
        cards=tuple(shelf.card(bulletin) for bulletin in bulletins[:PICTURED]),
        groups=tuple(_older(shelf, lang, bulletins[PICTURED:])),
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


def _older(shelf: Shelf, lang: str, bulletins: list[Bulletin]) -> Iterator[Group]:
    for year, found in archive.by_year(shelf, bulletins).items():
        heading = Link(str(year), addresses.year(lang, year))
        yield Group(heading, tuple(shelf.card(bulletin) for bulletin in found))
