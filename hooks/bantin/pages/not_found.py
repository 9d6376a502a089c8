"""The page for addresses that lead nowhere.

Its script compares the address with those that the page leads to and with what the search finds
for its words. Without one there are the lists and the newest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin import addresses
from bantin.locale import DEFAULT, LANGUAGES, text
from bantin.pages.draft import Link, PageDraft
from bantin.pages.lists import archive, categories
from bantin.pages.lists.ways import ways
from bantin.pages.shelf import Shelf

NEWEST = 3
"""Bulletins offered instead."""


@dataclass(frozen=True)
class Elsewhere:
    """The way for those who came from a page in another language, in its words."""

    lang: str
    title: str
    text: str
    near: str
    """Above the pages that have an address like the one asked for."""
    none: str
    """Where there is none."""
    ways: tuple[Link, ...]


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """One page: the server shows it at any address, so it speaks the site's language first."""
    title = text("not_found", DEFAULT)
    yield PageDraft(
        address=addresses.NOT_FOUND,
        template="not_found.html",
        title=title,
        lang=DEFAULT,
        view={
            "title": title,
            "home": addresses.home(DEFAULT),
            "news": addresses.index(DEFAULT),
            "search": addresses.search(DEFAULT),
            "elsewhere": tuple(_elsewhere(shelf)),
            "cards": tuple(shelf.card(one) for one in shelf.by_lang[DEFAULT][:NEWEST]),
            "categories": categories.links(shelf, DEFAULT),
            "ways": ways(shelf, DEFAULT),
            "years": archive.years(shelf, DEFAULT),
        },
        modules=("not-found",),
        sheets=("pictures", "search", "not-found"),
        searchable=False,
    )


def _elsewhere(shelf: Shelf) -> Iterator[Elsewhere]:
    for lang in LANGUAGES:
        if lang != DEFAULT and lang in shelf.by_lang:
            first = (Link(text("to_home", lang), addresses.home(lang)), shelf.news(lang))
            found = (*first, *ways(shelf, lang), *categories.links(shelf, lang))
            keys = ("not_found", "not_found_text", "not_found_near", "not_found_none")
            title, said, near, none = (text(key, lang) for key in keys)
            yield Elsewhere(lang, title, said, near, none, found)
