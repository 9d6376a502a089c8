"""The page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from bantin import addresses
from bantin.locale import DEFAULT, text
from bantin.pages.draft import PageDraft
from bantin.pages.shelf import Shelf


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
        },
        searchable=False,
    )
