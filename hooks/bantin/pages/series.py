"""What returns: all series, and the editions of each side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages.attendance import Row, Whole, attendance, named
from bantin.pages.draft import Card, Link, PageDraft, Translation
from bantin.pages.paging import Page, pages
from bantin.pages.shelf import Shelf, counted
from bantin.vietnamese import dates

EDITIONS_PER_PAGE: Final = 8
"""Two rows of four, and as many columns of the table as a phone can be scrolled through."""
SERIES_PER_PAGE: Final = 24
SHEET: Final = "series"

Held = tuple[Bulletin, ...]
"""The bulletins of one edition, what was published last first."""


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


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """The list of each language, and every series that mkdocs.yml names: addresses stay."""
    held = {lang: _held(found) for lang, found in shelf.by_lang.items()}
    for lang in shelf.by_lang:
        yield from _index(shelf, lang, held[lang])
        whole = Whole(lang)
        for series in shelf.edition.settings.series:
            first = addresses.series(lang, series)
            editions = held[lang].get(series, ())
            for page in pages(editions, EDITIONS_PER_PAGE, first, lang):
                elsewhere = None if editions else _elsewhere(held, lang, series)
                shown = _shown(shelf, page, whole)
                view = shown | {"span": _span(editions, lang), "elsewhere": elsewhere}
                yield _draft(shelf, series, page, view)


def _held(bulletins: Iterable[Bulletin]) -> dict[str, tuple[Held, ...]]:
    """Series id -> its editions, newest first: bulletins of the same date are one."""
    found: dict[str, dict[object, list[Bulletin]]] = {}
    for bulletin in sorted(bulletins, key=lambda one: (one.published, one.id), reverse=True):
        if bulletin.series:
            of = found.setdefault(bulletin.series, {})
            of.setdefault(bulletin.date, []).append(bulletin)
    return {
        series: tuple(
            tuple(those)
            for those in sorted(of.values(), key=lambda those: those[0].date, reverse=True)
        )
        for series, of in found.items()
    }


def _span(editions: tuple[Held, ...], lang: str) -> str:
    """``3 kỳ, 2024–2026``; empty before the first."""
    if not editions:
        return ""
    years = [those[0].date.end.year for those in editions]
    when = str(years[0]) if years[0] == years[-1] else f"{years[-1]}–{years[0]}"
    count = counted("editions", len(editions), lang)
    return text("series_span", lang, editions=count, years=when)


def _index(
    shelf: Shelf, lang: str, held: Mapping[str, tuple[Held, ...]]
) -> Iterator[PageDraft]:
    names = tuple(shelf.edition.settings.series.items())
    translation = shelf.in_other_language(lang, addresses.all_series)
    for page in pages(names, SERIES_PER_PAGE, addresses.all_series(lang), lang):
        cards = []
        for series, name in page.items:
            editions = held.get(series, ())
            way = addresses.series(lang, series)
            heading = Link(name.in_language(lang), way, _span(editions, lang))
            newest = shelf.card(editions[0][0]) if editions else None
            cards.append(SeriesCard(heading, newest))
        yield PageDraft(
            address=page.address,
            template="all_series.html",
            title=page.title(text("series", lang), lang),
            lang=lang,
            view={
                "title": text("series", lang),
                "crumbs": (shelf.home(lang), shelf.news(lang)),
                "page": page.said,
                "series": tuple(cards),
                "pagination": page.pagination,
            },
            summary=text("series_summary", lang, site=shelf.edition.settings.title(lang)),
            previous=page.previous,
            next=page.next,
            searchable=False,
            sheets=("pictures", SHEET),
            translation=translation if page.number == 1 else None,
        )


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


def _editions(shelf: Shelf, held: tuple[Held, ...], whole: Whole) -> tuple[SeriesEdition, ...]:
    years = [those[0].date.end.year for those in held]
    return tuple(
        _edition(shelf, those, whole, alone=years.count(those[0].date.end.year) == 1)
        for those in held
    )


def _edition(shelf: Shelf, those: Held, whole: Whole, *, alone: bool) -> SeriesEdition:
    newest, *others = those
    card = shelf.card(newest)
    if card.picture is None:
        pictured = (shelf.card(one).picture for one in others)
        card = replace(card, picture=next(filter(None, pictured), None))
    return SeriesEdition(
        str(newest.date.end.year) if alone else dates.short(newest.date),
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
    shelf: Shelf, held: tuple[Held, ...], editions: tuple[SeriesEdition, ...], whole: Whole
) -> Table | None:
    """None where there is nothing to compare."""
    if len(held) < 2:
        return None
    found = attendance(shelf, held, whole)
    if not found.rows:
        return None
    more = counted("attendance_more", found.left_out, whole.lang)
    columns = tuple(Link(one.label, one.card.address) for one in editions)
    return Table(columns, found.rows, more)


def _elsewhere(
    held: Mapping[str, Mapping[str, tuple[Held, ...]]], lang: str, series: str
) -> Translation | None:
    """The way on from a series without editions, in the words of its own language."""
    other = next((one for one in held if one != lang and series in held[one]), None)
    if other is None:
        return None
    said = text(f"series_in_{other}", lang)
    return Translation(said, addresses.series(other, series), other)
