"""The archive: a page for each year and each month that has bulletins.

A bulletin stands where the lists sort it, so that the archive reads in the same order.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin, EventDate, Precision
from bantin.pages.draft import Card, Group, Link, Listing, PageDraft
from bantin.pages.shelf import Shelf, counted, sentence
from bantin.vietnamese import dates


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """Years and their months, in each language."""
    for lang, bulletins in shelf.by_lang.items():
        links = years(shelf, lang)
        for year, found in by_year(shelf, bulletins).items():
            yield _year(shelf, year, found, links)
            for month, inside in _by_month(shelf, found).items():
                if month is not None:
                    yield _month(shelf, month, inside)


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
        found.setdefault(_day(shelf, bulletin).year, []).append(bulletin)
    return found


def _by_month(shelf: Shelf, bulletins: Iterable[Bulletin]) -> dict[date | None, list[Bulletin]]:
    """By the first day of the month; those of which only the year is known come last."""
    found: dict[date | None, list[Bulletin]] = {}
    unknown: list[Bulletin] = []
    for bulletin in bulletins:
        day = _day(shelf, bulletin)
        if bulletin.date.precision is Precision.YEAR and day == bulletin.date.end:
            unknown.append(bulletin)
        else:
            found.setdefault(day.replace(day=1), []).append(bulletin)
    return {**found, None: unknown} if unknown else found


def _year(
    shelf: Shelf, year: int, bulletins: list[Bulletin], links: tuple[Link, ...]
) -> PageDraft:
    lang = bulletins[0].lang
    months = _by_month(shelf, bulletins)
    when = EventDate(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
    listing = Listing(
        title=text("archive_of", lang, period=dates.long(when, lang)),
        crumbs=(shelf.home(lang), shelf.news(lang)),
        count=counted("bulletins", len(bulletins), lang),
        groups=tuple(_group(shelf, month, found) for month, found in months.items()),
        years=links,
    )
    return _draft(lang, addresses.year(lang, year), listing)


def _group(shelf: Shelf, month: date | None, bulletins: list[Bulletin]) -> Group:
    lang = bulletins[0].lang
    heading, address = text("month_unknown", lang), ""
    if month is not None:
        heading = sentence(dates.long(_whole_month(month), lang))
        address = addresses.month(lang, month)
    count = counted("bulletins", len(bulletins), lang)
    cards = tuple(_row(shelf, bulletin) for bulletin in bulletins)
    return Group(Link(heading, address, count), cards)


def _row(shelf: Shelf, bulletin: Bulletin) -> Card:
    """A bulletin under the month of its publication gives that day, not the event's."""
    card, day = shelf.card(bulletin), _day(shelf, bulletin)
    if bulletin.date.end == day:
        return card
    when = EventDate(day, day)
    return replace(card, date_short=dates.short(when), date_iso=dates.iso(when))


def _month(shelf: Shelf, month: date, bulletins: list[Bulletin]) -> PageDraft:
    lang = bulletins[0].lang
    year = Link(str(month.year), addresses.year(lang, month.year))
    when = _whole_month(month)
    listing = Listing(
        title=text("archive_of", lang, period=dates.long(when, lang)),
        crumbs=(shelf.home(lang), shelf.news(lang), year),
        count=counted("bulletins", len(bulletins), lang),
        cards=tuple(shelf.card(bulletin) for bulletin in bulletins),
    )
    return _draft(lang, addresses.month(lang, month), listing)


def _draft(lang: str, address: str, listing: Listing) -> PageDraft:
    return PageDraft(
        address=address,
        template="listing.html",
        title=listing.title,
        lang=lang,
        view={"listing": listing},
        summary=listing.title,
        searchable=False,
    )


def _whole_month(first: date) -> EventDate:
    days = calendar.monthrange(first.year, first.month)[1]
    return EventDate(first, first.replace(day=days), Precision.MONTH)


def _day(shelf: Shelf, bulletin: Bulletin) -> date:
    """The day by which the lists sort a bulletin, on the site's clock."""
    return bulletin.sorted_by.astimezone(shelf.edition.settings.timezone).date()
