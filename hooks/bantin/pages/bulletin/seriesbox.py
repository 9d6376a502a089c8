"""The editions of a series before and after a bulletin, as its page leads to them."""

from __future__ import annotations

from dataclasses import dataclass

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages.bulletin.facts import Editions, place
from bantin.pages.shelf import Shelf
from bantin.vietnamese import dates


@dataclass(frozen=True)
class Step:
    """The way to another edition."""

    label: str
    """``Kỳ trước (10/07/2025)``"""
    title: str
    address: str
    mark: str
    """Preview only: why readers don't see it."""


@dataclass(frozen=True)
class SeriesBox:
    """What returns, and the ways along it."""

    name: str
    address: str
    """Of the page of all editions."""
    steps: tuple[Step, ...]
    """The edition before, then the one after, as far as there are any."""


def series_box(shelf: Shelf, bulletin: Bulletin, editions: Editions) -> SeriesBox | None:
    """The box; None for what has no other edition."""
    name = shelf.edition.settings.series.get(bulletin.series)
    beside = around(bulletin, editions)
    if name is None or not any(beside):
        return None
    steps = zip(("older", "newer"), beside, strict=True)
    return SeriesBox(
        name.in_language(bulletin.lang),
        addresses.series(bulletin.lang, bulletin.series),
        tuple(_step(shelf, kind, one) for kind, one in steps if one),
    )


def around(bulletin: Bulletin, editions: Editions) -> tuple[Bulletin | None, Bulletin | None]:
    """The edition before a bulletin and the one after it."""
    held = editions.get(bulletin.series, (bulletin,))
    at = place(bulletin, held)
    before = held[at - 1] if at > 0 else None
    return before, held[at + 1] if at + 1 < len(held) else None


def _step(shelf: Shelf, kind: str, one: Bulletin) -> Step:
    label = text(f"edition_{kind}", one.lang, date=dates.short(one.date, one.lang))
    return Step(label, one.title, addresses.bulletin(one.id), shelf.mark(one))
