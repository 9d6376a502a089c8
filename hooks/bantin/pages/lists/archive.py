"""The archive: a page for each year and each month that has bulletins.

A bulletin stands where the lists sort it, so that the archive reads in the same order; it shows
the day of its event, and says when it was published where that was another day. A year shows
the newest of each month, the month's own pages show all of them: no page grows with the site.
"""

from __future__ import annotations

import calendar
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin, EventDate, Precision
from bantin.pages.draft import Card, Group, Link, Listing, PageDraft
from bantin.pages.lists.paging import Page, listing_page, pages
from bantin.pages.shelf import Shelf, counted, sentence
from bantin.vietnamese import dates

MOST_ROWS: Final = 15
"""Of a month on its year's page."""
MOST_UNDATED: Final = 60
"""Rows on a page of those of which only the year is known: they are in no month."""
MOST_CARDS: Final = 24
"""On a page of a month; full rows of two and of three."""
PICTURED: Final = 12
"""Cards of a subject's list; the older ones follow by year as lines of text."""
LISTED: Final = PICTURED + 48
"""Bulletins on a page of a subject's list."""


@dataclass(frozen=True)
class _Year:
    """The bulletins of one year in one language."""

    shelf: Shelf
    lang: str
    number: int
    months: Mapping[date, list[Bulletin]]
    """By the month's first day, newest first."""
    undated: list[Bulletin]
    """Those of which only the year is known."""
    beside: tuple[Link, ...]
    """All years of the archive."""

    @property
    def size(self) -> int:
        return len(self.undated) + sum(map(len, self.months.values()))

    def links(self) -> tuple[Link, ...]:
        """Its months, with how much is in them."""
        return tuple(
            Link(
                sentence(dates.block(_whole_month(month), self.lang)[1]),
                addresses.month(self.lang, month),
                counted("bulletins", len(found), self.lang),
            )
            for month, found in self.months.items()
        )


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """Years and their months, in each language."""
    held = [year for lang in shelf.by_lang for year in _years(shelf, lang)]
    shown = {addresses.year(one.lang, one.number) for one in held}
    shown |= {addresses.month(one.lang, month) for one in held for month in one.months}
    for one in held:
        yield from _year(one, shown)
        for month in one.months:
            yield from _month(one, month, shown)


def years(shelf: Shelf, lang: str) -> tuple[Link, ...]:
    """The archive's years, newest first, with how much is in them."""
    return tuple(
        Link(str(year), addresses.year(lang, year), counted("bulletins", len(found), lang))
        for year, found in by_year(shelf, shelf.by_lang[lang]).items()
    )


def by_year(shelf: Shelf, bulletins: Iterable[Bulletin]) -> dict[int, list[Bulletin]]:
    """Bulletins by the year in which the lists sort them, in the order given."""
    found: dict[int, list[Bulletin]] = {}
    for bulletin in bulletins:
        found.setdefault(shelf.day_listed(bulletin).year, []).append(bulletin)
    return found


def listed(shelf: Shelf, page: Page[Bulletin]) -> tuple[tuple[Card, ...], tuple[Group, ...]]:
    """A page of the list of a subject: the newest as cards, the older ones as rows by year."""
    pictured = PICTURED if page.number == 1 else 0
    older = by_year(shelf, page.items[pictured:])
    return (
        _cards(shelf, page.items[:pictured]),
        tuple(
            Group(Link(str(year), addresses.year(found[0].lang, year)), _cards(shelf, found))
            for year, found in older.items()
        ),
    )


def _years(shelf: Shelf, lang: str) -> Iterator[_Year]:
    beside = years(shelf, lang)
    for number, found in by_year(shelf, shelf.by_lang[lang]).items():
        months: dict[date, list[Bulletin]] = {}
        undated: list[Bulletin] = []
        for bulletin in found:
            day = shelf.day_listed(bulletin)
            if bulletin.date.precision is Precision.YEAR and day == bulletin.date.end:
                undated.append(bulletin)
            else:
                months.setdefault(day.replace(day=1), []).append(bulletin)
        yield _Year(shelf, lang, number, months, undated, beside)


def _year(one: _Year, shown: Container[str]) -> Iterator[PageDraft]:
    """The months on the first page; what is in no month goes on over several."""
    shelf, lang, first = one.shelf, one.lang, addresses.year(one.lang, one.number)
    when = EventDate(date(one.number, 1, 1), date(one.number, 12, 31), Precision.YEAR)
    listing = Listing(
        title=text("archive_of", lang, period=dates.long(when, lang)),
        crumbs=(shelf.home(lang), shelf.news(lang)),
        count=counted("bulletins", one.size, lang),
        years=one.beside,
    )
    months = tuple(_group(one, month) for month in one.months)
    links = one.links()
    for page in pages(one.undated, MOST_UNDATED, first, lang):
        top = months if page.number == 1 else ()
        shown_here = replace(
            listing,
            page=page.said,
            groups=(*top, *_undated(one, page)),
            months=links if top and len(links) > 1 else (),
            pagination=page.pagination,
        )
        yield _draft(shelf, page, shown_here, shown)


def _group(one: _Year, month: date) -> Group:
    """The newest of a month; the month's page has the others."""
    lang, found = one.lang, one.months[month]
    address = addresses.month(lang, month)
    count = counted("bulletins", len(found), lang)
    period = dates.long(_whole_month(month), lang)
    more = Link(text("all_of_month", lang, count=count, period=period), address)
    return Group(
        Link(sentence(period), address, count),
        _cards(one.shelf, found[:MOST_ROWS]),
        more if len(found) > MOST_ROWS else None,
    )


def _undated(one: _Year, page: Page[Bulletin]) -> Iterator[Group]:
    if page.items:
        count = counted("bulletins", len(one.undated), one.lang)
        heading = Link(text("month_unknown", one.lang), "", count)
        yield Group(heading, _cards(one.shelf, page.items))


def _cards(shelf: Shelf, bulletins: Iterable[Bulletin]) -> tuple[Card, ...]:
    return tuple(map(shelf.listed_card, bulletins))


def _month(one: _Year, month: date, shown: Container[str]) -> Iterator[PageDraft]:
    shelf, lang, found = one.shelf, one.lang, one.months[month]
    year = Link(str(one.number), addresses.year(lang, one.number))
    links = one.links()
    listing = Listing(
        title=text("archive_of", lang, period=dates.long(_whole_month(month), lang)),
        crumbs=(shelf.home(lang), shelf.news(lang), year),
        count=counted("bulletins", len(found), lang),
        months=links if len(links) > 1 else (),
    )
    for page in pages(found, MOST_CARDS, addresses.month(lang, month), lang):
        cards = _cards(shelf, page.items)
        filled = replace(listing, page=page.said, cards=cards, pagination=page.pagination)
        yield _draft(shelf, page, filled, shown)


def _draft(
    shelf: Shelf, page: Page[Bulletin], listing: Listing, shown: Container[str]
) -> PageDraft:
    lang = page.lang
    here = page.address.removeprefix(addresses.home(lang))

    def there(other: str) -> str | None:
        address = addresses.home(other) + here
        return address if address in shown else None

    translation = shelf.in_other_language(lang, there)
    return listing_page(page, listing, listing.title, translation)


def _whole_month(first: date) -> EventDate:
    days = calendar.monthrange(first.year, first.month)[1]
    return EventDate(first, first.replace(day=days), Precision.MONTH)
