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
    return (*_named(shelf, lang), *_kept(shelf, lang))


def _named(shelf: Shelf, lang: str) -> Iterator[Link]:
    directory = shelf.directory
    for name, address, found in (
        ("people", addresses.people(lang), directory.people.get(lang, ())),
        ("organizations", addresses.organizations(lang), directory.organizations.get(lang, ())),
        ("tags", addresses.tags(lang), shelf.tags.by_lang.get(lang, ())),
    ):
        if found:
            yield Link(text(name, lang), address, counted(name, len(found), lang))


def _kept(shelf: Shelf, lang: str) -> Iterator[Link]:
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
        if filled:
            yield Link(text(name, lang), address)
