"""The organizations that bulletins name, in dictionary order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.pages.draft import Link, PageDraft
from bantin.pages.lists import organization, records
from bantin.pages.lists.paging import pages
from bantin.pages.shelf import Shelf, counted
from bantin.vietnamese import collation

PER_PAGE: Final = 60


@dataclass(frozen=True)
class Institution:
    """A line of the index."""

    name: Link
    """With how many bulletins there are."""
    lang: str
    """Of the name, where it is not the page's."""
    former: str
    """Its old names in words; empty for none."""


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """The index of each language, also without any, and the pages of each."""
    for lang in shelf.by_lang:
        yield from _index(shelf, lang)
        yield from organization.drafts(shelf, lang)


def _index(shelf: Shelf, lang: str) -> Iterator[PageDraft]:
    names = {
        id: organization.name_of(shelf, lang, id)
        for id in shelf.directory.organizations.get(lang, {})
    }
    ids = sorted(names, key=lambda id: (collation.key(names[id].text), id))
    title = text("organizations", lang)
    other = shelf.in_other_language(lang, addresses.organizations)
    for page in pages(ids, PER_PAGE, addresses.organizations(lang), lang):
        view = {
            "title": title,
            "crumbs": (shelf.home(lang),),
            "count": counted("organizations", len(ids), lang),
            "page": page.said,
            "organizations": tuple(_institution(shelf, lang, id) for id in page.items),
            "pagination": page.pagination,
            "people": records.people(lang),
        }
        yield PageDraft(
            address=page.address,
            template="organizations.html",
            title=page.title(title, lang),
            lang=lang,
            view=view,
            summary=text(
                "organizations_summary", lang, site=shelf.edition.settings.title(lang)
            ),
            previous=page.previous,
            next=page.next,
            searchable=False,
            sheets=(records.SHEET,),
            translation=other if page.number == 1 else None,
        )


def _institution(shelf: Shelf, lang: str, id: str) -> Institution:
    name = organization.name_of(shelf, lang, id)
    count = counted("bulletins", len(shelf.directory.organizations[lang][id]), lang)
    before = [one.name for one in shelf.directory.lines[id][1:]]
    former = text("organization_formerly", lang, names=", ".join(before)) if before else ""
    address = addresses.organization(lang, id)
    return Institution(Link(name.text, address, count), name.lang, former)
