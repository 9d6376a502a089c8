"""The people of a site by given name, in Vietnamese order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.pages import person, records
from bantin.pages.draft import Link, PageDraft
from bantin.pages.paging import Page, pages
from bantin.pages.participants import Explanations
from bantin.pages.records import Said
from bantin.pages.shelf import Shelf, counted
from bantin.vietnamese import collation

PER_PAGE: Final = 100
_TELEX: Final = {
    **{"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"},
    collation.OTHER: "other",
}
"""Letters as they are typed on a keyboard: addresses have none with marks."""


@dataclass(frozen=True)
class Somebody:
    """A line of the index."""

    name: Link
    """With how many bulletins there are."""
    said: Said | None
    """What the newest bulletin says that somebody is."""


@dataclass(frozen=True)
class Letter:
    """The people of one letter on one page."""

    text: str
    id: str
    """Of the heading; empty where the letter began on the page before."""
    people: tuple[Somebody, ...]


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """The index of each language, also without anybody, and everybody's pages."""
    for lang in shelf.by_lang:
        yield from _index(shelf, lang)
        yield from person.drafts(shelf, lang)


def link(shelf: Shelf, lang: str) -> Link:
    """The index, with how many people it has."""
    count = len(shelf.directory.people.get(lang, {}))
    return Link(text("people", lang), addresses.people(lang), counted("people", count, lang))


def _index(shelf: Shelf, lang: str) -> Iterator[PageDraft]:
    registered = shelf.directory.registered
    ids = sorted(
        shelf.directory.people.get(lang, {}),
        key=lambda id: (collation.name_key(registered[id].name), id),
    )
    first, total = addresses.people(lang), link(shelf, lang)
    cut = list(pages(ids, PER_PAGE, first, lang))
    begins: dict[str, Link] = {}
    for page in cut:
        for letter in _letters(shelf, page.items):
            begins.setdefault(letter, Link(letter, f"{page.address}#{_anchor(letter)}"))
    other = shelf.in_other_language(lang, addresses.people)
    for page in cut:
        view = {
            "title": total.text,
            "crumbs": (shelf.home(lang),),
            "count": total.count,
            "page": page.said,
            "letters": tuple(begins.values()) if len(begins) > 1 else (),
            "groups": tuple(_groups(shelf, lang, page, begins)),
            "pagination": page.pagination,
            "organizations": Link(text("organizations", lang), addresses.organizations(lang)),
        }
        yield PageDraft(
            address=page.address,
            template="people.html",
            title=page.title(total.text, lang),
            lang=lang,
            view=view,
            summary=text("people_summary", lang, site=shelf.edition.settings.title(lang)),
            previous=page.previous,
            next=page.next,
            searchable=False,
            sheets=(records.SHEET,),
            translation=other if page.number == 1 else None,
        )


def _letters(shelf: Shelf, ids: Iterable[str]) -> dict[str, list[str]]:
    """Ids by the letter of the given name, in the order given."""
    found: dict[str, list[str]] = {}
    for id in ids:
        name = shelf.directory.registered[id].name
        found.setdefault(collation.index_letter(name), []).append(id)
    return found


def _anchor(letter: str) -> str:
    return f"letter_{_TELEX.get(letter, letter.lower())}"


def _groups(
    shelf: Shelf, lang: str, page: Page[str], begins: dict[str, Link]
) -> Iterator[Letter]:
    explanations = Explanations(lang)
    for letter, ids in _letters(shelf, page.items).items():
        anchor = _anchor(letter)
        here = begins[letter].address == f"{page.address}#{anchor}"
        shown = letter if letter != collation.OTHER else text("people_other_letters", lang)
        heading = shown if here else text("people_letter_on", lang, letter=shown)
        those = tuple(_somebody(shelf, lang, id, explanations) for id in ids)
        yield Letter(heading, anchor if here else "", those)


def _somebody(shelf: Shelf, lang: str, id: str, explanations: Explanations) -> Somebody:
    found = shelf.directory.people[lang][id]
    count = counted("bulletins", len(found), lang)
    name = Link(shelf.directory.registered[id].name, addresses.person(lang, id), count)
    newest = records.latest(found)
    said = records.said_of(shelf, lang, newest[1], explanations) if newest else None
    return Somebody(name, said)
