"""The list of all bulletins, newest first, by pages of twelve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages.draft import Listing, PageDraft
from bantin.pages.lists import archive, categories, ways
from bantin.pages.lists.paging import Page, listing_page, pages
from bantin.pages.shelf import Shelf, counted

PER_PAGE: Final = 12


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """The list of each language; one page even without bulletins."""
    for lang, bulletins in shelf.by_lang.items():
        listing = Listing(
            title=text("news", lang),
            crumbs=(shelf.home(lang),),
            count=counted("bulletins", len(bulletins), lang),
            categories=categories.every(shelf, lang),
            years=archive.years(shelf, lang),
            lists=ways.every(shelf, lang),
        )
        for page in pages(bulletins, PER_PAGE, addresses.index(lang), lang):
            yield _draft(shelf, page, listing)


def _draft(shelf: Shelf, page: Page[Bulletin], listing: Listing) -> PageDraft:
    lang = page.lang
    filled = replace(
        listing,
        page=page.said,
        cards=tuple(map(shelf.listed_card, page.items)),
        pagination=page.pagination,
    )
    summary = text("news_summary", lang, site=shelf.edition.settings.title(lang))
    return listing_page(page, filled, summary, shelf.in_other_language(lang, addresses.index))
