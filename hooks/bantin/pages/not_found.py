"""The page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from bantin import addresses
from bantin.locale import DEFAULT, text
from bantin.pages.draft import PageDraft, Translation
from bantin.pages.shelf import Shelf

NEWEST = 3
"""Bulletins offered instead."""


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """One page: the server shows it at any address, so it speaks the site's language."""
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
            "translation": _english(shelf),
            "cards": tuple(shelf.card(one) for one in shelf.by_lang[DEFAULT][:NEWEST]),
        },
        searchable=False,
    )


def _english(shelf: Shelf) -> Translation | None:
    """The way for those who came from an English page."""
    if "en" not in shelf.by_lang:
        return None
    return Translation(text("to_home", "en"), addresses.home("en"), "en")
