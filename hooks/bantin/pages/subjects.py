"""What has a page of its own that readers look for by name: subjects.

Only what public bulletins lead to: in a preview, too, a page that is there for hidden ones
alone is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages.directory import Appearance
from bantin.pages.held import held, span
from bantin.pages.lists import organization, records
from bantin.pages.shelf import Shelf, counted

KINDS: Final = ("person", "organization", "series", "category", "tag")
"""Of equals, the first is meant first."""


@dataclass(frozen=True)
class Subject:
    """Somebody or something with a page of their own."""

    kind: str
    """One of ``KINDS``."""
    address: str
    """Of the first page."""
    name: str
    """As the page has it."""
    lang: str
    """Of the name."""
    note: str
    """What tells them from namesakes, in the page's language."""
    bulletins: int
    """Public ones."""
    names: tuple[str, ...] = ()
    """Others under which they are known."""
    titles: tuple[str, ...] = ()
    """Codes of what somebody was last called."""
    organizations: tuple[str, ...] = ()
    """Ids of an organization under all its names."""


def subjects(shelf: Shelf) -> dict[str, tuple[Subject, ...]]:
    """Language -> the subjects of its pages."""
    return {
        lang: (
            *_people(shelf, lang),
            *_organizations(shelf, lang),
            *_series(shelf, lang),
            *_categories(shelf, lang),
            *_tags(shelf, lang),
        )
        for lang in shelf.by_lang
    }


def _people(shelf: Shelf, lang: str) -> Iterator[Subject]:
    for id, appearances in shelf.directory.people.get(lang, {}).items():
        found = _public(shelf, appearances)
        if found:
            one, newest = shelf.directory.registered[id], records.latest(found)
            post = records.post(newest[1]) if newest else ""
            yield Subject(
                "person",
                addresses.person(lang, id),
                one.name,
                lang,
                post or counted("bulletins", len(found), lang),
                len(found),
                names=one.aliases,
                titles=_titles(found),
            )


def _titles(appearances: Iterable[Appearance]) -> tuple[str, ...]:
    """Of the newest entry of a list that prints any."""
    entries = (entry for one in appearances for entry in one.participants)
    return next((entry.titles for entry in entries if entry.titles), ())


def _organizations(shelf: Shelf, lang: str) -> Iterator[Subject]:
    for id, appearances in shelf.directory.organizations.get(lang, {}).items():
        found = _public(shelf, appearances)
        if found:
            line, shown = shelf.directory.lines[id], organization.name_of(shelf, lang, id)
            names = ", ".join(one.name for one in line[1:])
            before = text("organization_formerly", lang, names=names) if names else ""
            yield Subject(
                "organization",
                addresses.organization(lang, id),
                shown.text,
                shown.lang or lang,
                before or counted("bulletins", len(found), lang),
                len(found),
                names=(line[0].name,),
                organizations=tuple(one.id for one in line),
            )


def _series(shelf: Shelf, lang: str) -> Iterator[Subject]:
    editions_of = held(_shown(shelf, shelf.by_lang[lang]))
    for id, name in shelf.edition.settings.series.items():
        editions = editions_of.get(id, ())
        if editions:
            yield Subject(
                "series",
                addresses.series(lang, id),
                name.in_language(lang),
                lang,
                span(editions, lang),
                sum(map(len, editions)),
            )


def _categories(shelf: Shelf, lang: str) -> Iterator[Subject]:
    many = Counter(one.category for one in _shown(shelf, shelf.by_lang[lang]))
    for id, name in shelf.edition.settings.categories.items():
        address = addresses.category(lang, id)
        yield from _list(lang, "category", address, name.in_language(lang), many[id])


def _tags(shelf: Shelf, lang: str) -> Iterator[Subject]:
    for tag in shelf.tags.by_lang.get(lang, ()):
        count = len(_shown(shelf, tag.bulletins))
        yield from _list(lang, "tag", addresses.tag(lang, tag.slug), tag.name, count)


def _list(lang: str, kind: str, address: str, name: str, count: int) -> Iterator[Subject]:
    """A list of bulletins, unless it is empty."""
    if count:
        yield Subject(kind, address, name, lang, counted("bulletins", count, lang), count)


def _public(shelf: Shelf, appearances: Iterable[Appearance]) -> list[Appearance]:
    return [one for one in appearances if one.bulletin.id not in shelf.edition.hidden]


def _shown(shelf: Shelf, bulletins: Iterable[Bulletin]) -> list[Bulletin]:
    return [one for one in bulletins if one.id not in shelf.edition.hidden]
