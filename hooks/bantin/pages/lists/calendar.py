"""The calendar: what is coming and what has been, and a page for each month with events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages.draft import Link, PageDraft, Translation
from bantin.pages.lists.events import Event, ahead, behind, event, of_days
from bantin.pages.lists.month import Month, month_page, months
from bantin.pages.shelf import Shelf, counted, sentence
from bantin.vietnamese import dates

COMING: Final = 30
PAST: Final = 12
"""On the first page of the calendar; the months have them all."""


@dataclass(frozen=True)
class YearOfMonths:
    """The months of a year that have events."""

    year: str
    months: tuple[Link, ...]


@dataclass(frozen=True)
class Events:
    """The first page of the calendar."""

    title: str
    crumbs: tuple[Link, ...]
    count: str
    coming: tuple[Event, ...]
    past: tuple[Event, ...]
    years: tuple[YearOfMonths, ...]


Months = dict[date, list[Bulletin]]
"""First day of a month -> the events that touch it, by their first day."""


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """The calendar of each language; its first page says so while there is nothing."""
    found = {lang: _by_month(shelf, lang) for lang in shelf.by_lang}
    for lang, of in found.items():
        yield _first(shelf, lang, of)
        ordered = list(of)
        for before, month, after in zip(
            [None, *ordered], ordered, [*ordered[1:], None], strict=False
        ):
            shown = month_page(shelf, lang, month, of[month], (before, after))
            yield _draft(shelf, lang, shown, _elsewhere(shelf, lang, month, found))


def _elsewhere(
    shelf: Shelf, lang: str, month: date, found: Mapping[str, Months]
) -> Translation | None:
    """The same month in the other language, where that has events in it."""

    def find(other: str) -> str | None:
        return addresses.events_of_month(other, month) if month in found[other] else None

    return shelf.in_other_language(lang, find)


def _by_month(shelf: Shelf, lang: str) -> Months:
    """Earliest first."""
    found: dict[date, list[Bulletin]] = {}
    for bulletin in sorted(of_days(shelf, lang), key=lambda one: (one.date, one.path)):
        for month in months(bulletin.date):
            found.setdefault(month, []).append(bulletin)
    return dict(sorted(found.items()))


def _first(shelf: Shelf, lang: str, of: Months) -> PageDraft:
    coming, past = ahead(shelf, lang), behind(shelf, lang)
    shown = Events(
        title=text("calendar", lang),
        crumbs=(shelf.home(lang),),
        count=counted("events", len(coming) + len(past), lang),
        coming=tuple(event(shelf, one) for one in coming[:COMING]),
        past=tuple(event(shelf, one) for one in past[:PAST]),
        years=tuple(_years(lang, of)),
    )
    return PageDraft(
        address=addresses.events(lang),
        template="events.html",
        title=shown.title,
        lang=lang,
        view={"calendar": shown},
        summary=text("calendar_summary", lang, site=shelf.edition.settings.title(lang)),
        searchable=False,
        translation=shelf.in_other_language(lang, addresses.events),
        sheets=("pictures", "calendar"),
    )


def _years(lang: str, of: Months) -> Iterator[YearOfMonths]:
    """Latest first, and so are the months of each, as in the archive."""
    for year in sorted({month.year for month in of}, reverse=True):
        links = (
            Link(
                sentence(dates.month_name(month, lang)),
                addresses.events_of_month(lang, month),
                counted("events", len(found), lang),
            )
            for month, found in reversed(of.items())
            if month.year == year
        )
        yield YearOfMonths(str(year), tuple(links))


def _draft(shelf: Shelf, lang: str, month: Month, translation: Translation | None) -> PageDraft:
    site = shelf.edition.settings.title(lang)
    return PageDraft(
        address=month.address,
        template="month.html",
        title=month.title,
        lang=lang,
        view={"month": month},
        summary=text("calendar_summary_of", lang, title=month.title, site=site),
        previous=month.previous.address if month.previous else "",
        next=month.next.address if month.next else "",
        searchable=False,
        translation=translation,
        scripts=("calendar",),
        sheets=("pictures", "calendar"),
    )
