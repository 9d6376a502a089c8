"""Lists over several pages: which items stand on which, and the ways between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from bantin import addresses
from bantin.locale import text
from bantin.pages.draft import Listing, PageDraft, PageNumber, Pagination, Translation

NEAR: Final = 2
"""Page numbers on each side of the current one; first and last are always there."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Generic[Item]):
    """One page of a list."""

    number: int
    """From 1."""
    address: str
    first: str
    """Address of the list's first page."""
    lang: str
    items: tuple[Item, ...]
    said: str
    """Which page of several this is, in words; empty where it is the only one."""
    pagination: Pagination | None
    """None where it is the only one."""

    def title(self, of: str, lang: str) -> str:
        """The title of a list on this page, so that no two pages have the same."""
        if self.number == 1:
            return of
        return f"{of} – {text('page_number', lang, page=self.number)}"

    @property
    def previous(self) -> str:
        """Address; empty on the first page."""
        return self.pagination.previous if self.pagination else ""

    @property
    def next(self) -> str:
        """Address; empty on the last page."""
        return self.pagination.next if self.pagination else ""


def pages(items: Sequence[Item], size: int, first: str, lang: str) -> Iterator[Page[Item]]:
    """A list cut into pages; one page even without items.

    Args:
        items: In the order of the list.
        size: Most items of a page.
        first: Address of the first page.
        lang: Of the words.
    """
    last = max(1, -(-len(items) // size))
    for number in range(1, last + 1):
        yield Page(
            number,
            addresses.paged(first, number),
            first,
            lang,
            tuple(items[(number - 1) * size : number * size]),
            text("page_of", lang, page=number, last=last) if last > 1 else "",
            _pagination(first, number, last) if last > 1 else None,
        )


def listing_page(
    page: Page[Item], listing: Listing, summary: str, translation: Translation | None
) -> PageDraft:
    """A page of a list of bulletins.

    Args:
        page: Which.
        listing: What stands on it.
        summary: For the description.
        translation: The same list in the other language; only its first page has one.
    """
    return PageDraft(
        address=page.address,
        template="listing.html",
        title=page.title(listing.title, page.lang),
        lang=page.lang,
        view={"listing": listing, "here": page.first},
        summary=summary,
        previous=page.previous,
        next=page.next,
        searchable=False,
        translation=translation if page.number == 1 else None,
        sheets=("pictures",),
    )


def _pagination(first: str, current: int, last: int) -> Pagination:
    return Pagination(
        previous=addresses.paged(first, current - 1) if current > 1 else "",
        next=addresses.paged(first, current + 1) if current < last else "",
        numbers=tuple(_numbers(first, current, last)),
    )


def _numbers(first: str, current: int, last: int) -> Iterator[PageNumber]:
    near = range(max(1, current - NEAR), min(last, current + NEAR) + 1)
    before = 0
    for number in sorted({1, *near, last}):
        if number > before + 1:
            yield PageNumber("…", "")
        yield PageNumber(str(number), addresses.paged(first, number), number == current)
        before = number
