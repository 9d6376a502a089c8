"""The list of all bulletins, newest first, by pages of twelve."""

from __future__ import annotations

from collections.abc import Iterator

from bantin import addresses
from bantin.locale import text
from bantin.pages import archive
from bantin.pages.draft import Listing, PageDraft, PageNumber, Pagination
from bantin.pages.shelf import Shelf, counted

PER_PAGE = 12
NEAR = 2
"""Page numbers on each side of the current one; first and last are always there."""


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """The list of each language; one page even without bulletins."""
    for lang, bulletins in shelf.by_lang.items():
        years = archive.years(shelf, lang)
        last = max(1, -(-len(bulletins) // PER_PAGE))
        for number in range(1, last + 1):
            shown = bulletins[(number - 1) * PER_PAGE : number * PER_PAGE]
            listing = Listing(
                title=text("news", lang),
                crumbs=(shelf.home(lang),),
                count=counted("bulletins", len(bulletins), lang),
                page=text("page_of", lang, page=number, last=last) if last > 1 else "",
                cards=tuple(shelf.card(bulletin) for bulletin in shown),
                pagination=_pagination(lang, number, last) if last > 1 else None,
                years=years,
            )
            yield _draft(shelf, lang, number, listing)


def _draft(shelf: Shelf, lang: str, number: int, listing: Listing) -> PageDraft:
    turn = listing.pagination
    page = text("page_number", lang, page=number)
    return PageDraft(
        address=addresses.index(lang, number),
        template="listing.html",
        title=listing.title if number == 1 else f"{listing.title} – {page}",
        lang=lang,
        view={"listing": listing},
        summary=text("news_summary", lang, site=shelf.edition.settings.title(lang)),
        previous=turn.previous if turn else "",
        next=turn.next if turn else "",
        searchable=False,
    )


def _pagination(lang: str, current: int, last: int) -> Pagination:
    return Pagination(
        previous=addresses.index(lang, current - 1) if current > 1 else "",
        next=addresses.index(lang, current + 1) if current < last else "",
        numbers=tuple(_numbers(lang, current, last)),
    )


def _numbers(lang: str, current: int, last: int) -> Iterator[PageNumber]:
    near = range(max(1, current - NEAR), min(last, current + NEAR) + 1)
    before = 0
    for number in sorted({1, *near, last}):
        if number > before + 1:
            yield PageNumber("…", "")
        yield PageNumber(str(number), addresses.index(lang, number), number == current)
        before = number
