"""What the first page says of events that return: the last time, and the times before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from bantin import addresses
from bantin.pages.bulletin.facts import editions
from bantin.pages.draft import Card, Link
from bantin.pages.shelf import Shelf

MOST: Final = 6
"""Series; their own list has all."""
YEARS: Final = 8
"""Earlier editions of each."""


@dataclass(frozen=True)
class Returning:
    """A series on the first page."""

    heading: Link
    newest: Card
    """Its last edition, without its category: the heading says what it is."""
    earlier: tuple[Link, ...]
    """Editions before that one by the year in which they ended, newest first."""


def returning(shelf: Shelf, lang: str) -> tuple[Returning, ...]:
    """The series of a language in the order of mkdocs.yml.

    What was held once does not return: there must be two editions.
    """
    held = editions(shelf.by_lang[lang])
    found = (
        Returning(
            Link(name.in_language(lang), addresses.series(lang, series)),
            replace(shelf.card(held[series][-1]), kicker=None),
            tuple(
                Link(str(one.date.end.year), addresses.bulletin(one.id))
                for one in held[series][-2 : -2 - YEARS : -1]
            ),
        )
        for series, name in shelf.edition.settings.series.items()
        if len(held.get(series, ())) > 1
    )
    return tuple(found)[:MOST]
