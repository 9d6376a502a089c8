"""What returns: all series, and the editions of each side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from bantin import addresses, locale
from bantin.locale import text
from bantin.pages.draft import Card, Link, PageDraft, Translation
from bantin.pages.held import Held, held, span
from bantin.pages.lists.attendance import Row, Whole, attendance, named
from bantin.pages.lists.paging import Page, pages
from bantin.pages.shelf import Shelf, counted
from bantin.vietnamese import dates

EDITIONS_PER_PAGE: Final = 8
"""Two rows of four, and as many columns of the table as a phone can be scrolled through."""
SERIES_PER_PAGE: Final = 24
SHEET: Final = "series"


@dataclass(frozen=True)
class SeriesEdition:
    """One time that a series was held."""

    label: str
    """The year; where a year has several, the date in figures."""
    card: Card
    """Of the bulletin that stands for it: what was published last."""
    tally: tuple[str, ...]
    """How many photos, how many institutions by name, in words."""
    coming: bool
    """Whether it is still ahead, or goes on today."""
    others: tuple[Card, ...]
    """Its other bulletins, newest first."""


@dataclass(frozen=True)
class Table:
    """Institutions over the years."""

    columns: tuple[Link, ...]
    """The editions, newest first."""
    rows: tuple[Row, ...]
    more: str
    """How many institutions are left out, in words; empty for none."""


@dataclass(frozen=True)
class SeriesCard:
    """A series in the list of all."""

    heading: Link
    """With how often it was held, and in which years."""
    newest: Card | None
    """Its last edition; None before the first."""
    said: str
    """What stands before its title: that it was, or that it is still to come."""


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """The list of each language, and every series that mkdocs.yml names: addresses stay."""
    editions_of = {lang: held(found) for lang, found in shelf.by_lang.items()}
    for lang in shelf.by_lang:
        yield from _index(shelf, lang, editions_of[lang])
        whole = Whole(shelf, lang)
        for series in shelf.edition.settings.series:
            first = addresses.series(lang, series)
            editions = editions_of[lang].get(series, ())
            for page in pages(editions, EDITIONS_PER_PAGE, first, lang):
                elsewhere = None if editions else _elsewhere(editions_of, lang, series)
                shown = _shown(shelf, page, whole)
                view = shown | {"span": span(editions, lang), "elsewhere": elsewhere}
                yield _draft(shelf, series, page, view)


def _index(
    shelf: Shelf, lang: str, editions: Mapping[str, tuple[Held, ...]]
) -> Iterator[PageDraft]:
    names = tuple(shelf.edition.settings.series.items())
    translation = shelf.in_other_language(lang, addresses.all_series)
    for page in pages(names, SERIES_PER_PAGE, addresses.all_series(lang), lang):
        cards = tuple(
            _card(
                shelf,
                Link(name.in_language(lang), addresses.series(lang, series)),
                editions.get(series, ()),
                lang,
            )
            for series, name in page.items
        )
        yield PageDraft(
            address=page.address,
            template="all_series.html",
            title=page.title(text("series", lang), lang),
            lang=lang,
            view={
                "title": text("series", lang),
                "crumbs": (shelf.home(lang), shelf.news(lang)),
                "page": page.said,
                "series": cards,
                "pagination": page.pagination,
            },
            summary=text("series_summary", lang, site=shelf.edition.settings.title(lang)),
            previous=page.previous,
            next=page.next,
            searchable=False,
            sheets=("pictures", SHEET),
            translation=translation if page.number == 1 else None,
        )


def _card(shelf: Shelf, name: Link, editions: tuple[Held, ...], lang: str) -> SeriesCard:
    """The last edition, with a photo of the last that has any."""
    heading = replace(name, count=span(editions, lang))
    if not editions:
        return SeriesCard(heading, None, "")
    last = editions[0][0]
    pictures = (shelf.card(one).picture for those in editions for one in those)
    newest = replace(shelf.card(last), picture=next(filter(None, pictures), None))
    word = "series_next" if last.date.end >= shelf.today else "series_latest"
    return SeriesCard(heading, newest, text(word, lang))


def _draft(
    shelf: Shelf, series: str, page: Page[Held], view: Mapping[str, object]
) -> PageDraft:
    lang = page.lang
    name = shelf.edition.settings.series[series].in_language(lang)
    translation = shelf.in_other_language(lang, lambda other: addresses.series(other, series))
    return PageDraft(
        address=page.address,
        template="series.html",
        title=page.title(name, lang),
        lang=lang,
        view={
            "title": name,
            "crumbs": (
                shelf.home(lang),
                shelf.news(lang),
                Link(text("series", lang), addresses.all_series(lang)),
            ),
            **view,
        },
        summary=text("series_summary_of", lang, name=name),
        previous=page.previous,
        next=page.next,
        searchable=False,
        sheets=("pictures", SHEET),
        translation=translation if page.number == 1 else None,
    )


def _shown(shelf: Shelf, page: Page[Held], whole: Whole) -> dict[str, object]:
    """The editions of one page."""
    editions = _editions(shelf, page.items, whole)
    return {
        "page": page.said,
        "editions": editions,
        "table": _table(shelf, page.items, editions, whole),
        "pagination": page.pagination,
    }


def _editions(shelf: Shelf, times: tuple[Held, ...], whole: Whole) -> tuple[SeriesEdition, ...]:
    years = [those[0].date.end.year for those in times]
    return tuple(
        _edition(shelf, those, whole, alone=years.count(those[0].date.end.year) == 1)
        for those in times
    )


def _edition(shelf: Shelf, those: Held, whole: Whole, *, alone: bool) -> SeriesEdition:
    newest, *others = those
    card = shelf.card(newest)
    if card.picture is None:
        pictured = (shelf.card(one).picture for one in others)
        card = replace(card, picture=next(filter(None, pictured), None))
    return SeriesEdition(
        str(newest.date.end.year) if alone else dates.short(newest.date, newest.lang),
        card,
        _tally(shelf, those, whole),
        newest.date.end >= shelf.today,
        tuple(map(shelf.card, others)),
    )


def _tally(shelf: Shelf, those: Held, whole: Whole) -> tuple[str, ...]:
    lang = those[0].lang
    photos = sum(len(shelf.edition.galleries.get(one.id, ())) for one in those)
    counts = (
        counted("photos", photos, lang),
        counted("attendance_named", named(shelf, those, whole), lang),
    )
    return tuple(filter(None, counts))


def _table(
    shelf: Shelf, times: tuple[Held, ...], editions: tuple[SeriesEdition, ...], whole: Whole
) -> Table | None:
    """The editions that name institutions; None where there is nothing to compare."""
    telling = [
        (those, Link(one.label, one.card.address))
        for those, one in zip(times, editions, strict=True)
        if named(shelf, those, whole)
    ]
    if len(telling) < 2:
        return None
    found = attendance(shelf, [those for those, _ in telling], whole)
    more = counted("attendance_more", found.left_out, whole.lang)
    return Table(tuple(column for _, column in telling), found.rows, more)


def _elsewhere(
    editions_of: Mapping[str, Mapping[str, tuple[Held, ...]]], lang: str, series: str
) -> Translation | None:
    """The way on from a series without editions, in the words of its own language."""
    other = locale.other(lang)
    if series not in editions_of.get(other, ()):
        return None
    said = text(f"series_in_{other}", lang)
    return Translation(said, addresses.series(other, series), other)
