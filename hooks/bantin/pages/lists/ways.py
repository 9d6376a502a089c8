"""Ways to the lists of a language, as far as there is anything in them."""

from __future__ import annotations

from collections.abc import Iterator

from bantin import addresses
from bantin.locale import text
from bantin.model import Precision
from bantin.pages.draft import Link
from bantin.pages.shelf import Shelf, counted


def ways(shelf: Shelf, lang: str) -> tuple[Link, ...]:
    """People, organizations, tags with how many there are; series, photos, events.

    The list of all bulletins is not among them: it is always there.
    """
    return tuple(way for way, filled in _lists(shelf, lang) if filled)


def every(shelf: Shelf, lang: str) -> tuple[Link, ...]:
    """The same with those in which nothing stands yet: they have addresses, too."""
    return tuple(way for way, _ in _lists(shelf, lang))


def _lists(shelf: Shelf, lang: str) -> Iterator[tuple[Link, bool]]:
    """Each list, and whether there is anything in it."""
    yield from _named(shelf, lang)
    yield from _kept(shelf, lang)


def _named(shelf: Shelf, lang: str) -> Iterator[tuple[Link, bool]]:
    directory = shelf.directory
    for name, address, found in (
        ("people", addresses.people(lang), directory.people.get(lang, ())),
        ("organizations", addresses.organizations(lang), directory.organizations.get(lang, ())),
        ("tags", addresses.tags(lang), shelf.tags.by_lang.get(lang, ())),
    ):
        yield Link(text(name, lang), address, counted(name, len(found), lang)), bool(found)


def _kept(shelf: Shelf, lang: str) -> Iterator[tuple[Link, bool]]:
    bulletins, edition = shelf.by_lang[lang], shelf.edition
    for name, address, filled in (
        (
            "series",
            addresses.all_series(lang),
            any(one.series in edition.settings.series for one in bulletins),
        ),
        (
            "library",
            addresses.photos(lang),
            any(edition.galleries.get(one.id) for one in bulletins),
        ),
        (
            "calendar",
            addresses.events(lang),
            any(one.date.precision is Precision.DAY for one in bulletins),
        ),
    ):
        yield Link(text(name, lang), address), filled
