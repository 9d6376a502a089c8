"""When each series was held: bulletins of the same date are one edition."""

from __future__ import annotations

from collections.abc import Iterable

from bantin.locale import text
from bantin.model import Bulletin, EventDate
from bantin.pages.shelf import counted

Held = tuple[Bulletin, ...]
"""The bulletins of one edition, what was published last first."""


def held(bulletins: Iterable[Bulletin]) -> dict[str, tuple[Held, ...]]:
    """Series id -> its editions, newest first."""
    found: dict[str, dict[EventDate, list[Bulletin]]] = {}
    for bulletin in sorted(bulletins, key=lambda one: (one.published, one.id), reverse=True):
        if bulletin.series:
            of = found.setdefault(bulletin.series, {})
            of.setdefault(bulletin.date, []).append(bulletin)
    return {
        series: tuple(tuple(of[when]) for when in sorted(of, reverse=True))
        for series, of in found.items()
    }


def span(editions: tuple[Held, ...], lang: str) -> str:
    """``3 kỳ, 2024–2026``; empty before the first."""
    if not editions:
        return ""
    years = [those[0].date.end.year for those in editions]
    when = str(years[0]) if years[0] == years[-1] else f"{years[-1]}–{years[0]}"
    count = counted("editions", len(editions), lang)
    return text("series_span", lang, editions=count, years=when)
