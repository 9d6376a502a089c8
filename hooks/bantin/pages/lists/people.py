"""The people of a site by given name, in Vietnamese order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.pages.draft import Link, PageDraft
from bantin.pages.lists import person, records
from bantin.pages.lists.letters import LetteredPage, lettered
from bantin.pages.lists.paging import pages
from bantin.pages.lists.records import Said
from bantin.pages.participants import Explanations
from bantin.pages.shelf import Shelf, counted
from bantin.vietnamese import collation

PER_PAGE: Final = 100


@dataclass(frozen=True)
class Somebody:
    """A line of the index."""

    name: Link
    """With how many bulletins there are."""
    said: Said | None
    """What the newest bulletin that lists them says of them."""


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """The index of each language, also without anybody, and everybody's pages."""
    for lang in shelf.by_lang:
        yield from _index(shelf, lang)
        yield from person.drafts(shelf, lang)


def _index(shelf: Shelf, lang: str) -> Iterator[PageDraft]:
    directory = shelf.directory
    ids = sorted(directory.people.get(lang, ()), key=directory.order.__getitem__)
    cut = tuple(pages(ids, PER_PAGE, addresses.people(lang), lang))
    title, other = text("people", lang), shelf.in_other_language(lang, addresses.people)
    found = lettered(
        cut,
        lambda id: collation.index_letter(directory.registered[id].name),
        text("people_other_letters", lang),
    )
    for one in found:
        page = one.page
        yield PageDraft(
            address=page.address,
            template="people.html",
            title=page.title(title, lang),
            lang=lang,
            view={
                "title": title,
                "crumbs": (shelf.home(lang),),
                "count": counted("people", len(ids), lang),
                "page": page.said,
                "letters": one.letters,
                "groups": _groups(shelf, lang, one),
                "pagination": page.pagination,
                "organizations": records.organizations(lang),
            },
            summary=text("people_summary", lang, site=shelf.edition.settings.title(lang)),
            previous=page.previous,
            next=page.next,
            searchable=False,
            sheets=(records.SHEET,),
            translation=other if page.number == 1 else None,
        )


def _groups(shelf: Shelf, lang: str, one: LetteredPage[str]) -> tuple[tuple[object, ...], ...]:
    """Each letter with its people; a title is explained where the page prints it first."""
    explanations = Explanations(lang)
    return tuple(
        (group, tuple(_somebody(shelf, lang, id, explanations) for id in group.items))
        for group in one.groups
    )


def _somebody(shelf: Shelf, lang: str, id: str, explanations: Explanations) -> Somebody:
    found = shelf.directory.people[lang][id]
    count = counted("bulletins", len(found), lang)
    name = Link(shelf.directory.registered[id].name, addresses.person(lang, id), count)
    newest = records.latest(found)
    said = records.said_of(shelf, lang, newest[1], explanations) if newest else None
    return Somebody(name, said)
