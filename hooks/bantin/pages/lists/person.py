"""A page for each person of the registry whom bulletins name.

What stands on it has stood in bulletins; of the registry only the name is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.pages.directory import Appearance
from bantin.pages.draft import Link, PageDraft
from bantin.pages.lists import captioned, records
from bantin.pages.lists.paging import pages
from bantin.pages.participants import Explanations
from bantin.pages.shelf import Shelf, counted, sentence
from bantin.vietnamese import dates
from bantin.vietnamese.text import compare_key

PER_PAGE: Final = 20
"""Bulletins."""
MOST_ORGANIZATIONS: Final = 12


def drafts(shelf: Shelf, lang: str) -> Iterator[PageDraft]:
    """Everybody's pages."""
    people, registered = shelf.directory.people.get(lang, {}), shelf.directory.registered
    bearers = Counter(compare_key(registered[id].name) for id in people)
    for id, found in people.items():
        title = registered[id].name
        if bearers[compare_key(title)] > 1:
            title = _told_apart(title, found)
        yield from _pages(shelf, lang, id, found, title)


def _told_apart(name: str, found: Iterable[Appearance]) -> str:
    """A name that several bear, with what the newest bulletin that says it says of this one."""
    newest = records.latest(found)
    post = records.post(newest[1]) if newest else ""
    return f"{name} – {post}" if post else name


def _pages(
    shelf: Shelf, lang: str, id: str, found: Sequence[Appearance], title: str
) -> Iterator[PageDraft]:
    """One person's; ``title`` is how other sites call them."""
    name = shelf.directory.registered[id].name
    other = shelf.in_other_language(
        lang, lambda there: shelf.directory.person(there, id) or None
    )
    for page in pages(found, PER_PAGE, addresses.person(lang, id), lang):
        explanations = Explanations(lang)
        view = {
            "title": name,
            "crumbs": (shelf.home(lang), records.people(lang)),
            "count": counted("bulletins", len(found), lang),
            "page": page.said,
            **_heading(shelf, lang, found, explanations),
            "photos": captioned.photos(shelf, page.items),
            "records": tuple(records.of_person(shelf, one, explanations) for one in page.items),
            "organizations": _organizations(shelf, lang, found) if page.number == 1 else (),
            "pagination": page.pagination,
        }
        yield PageDraft(
            address=page.address,
            template="person.html",
            title=page.title(title, lang),
            lang=lang,
            view=view,
            summary=text("person_summary", lang, name=title),
            previous=page.previous,
            next=page.next,
            searchable=False,
            sheets=("pictures", records.SHEET),
            translation=other if page.number == 1 else None,
        )


def _heading(
    shelf: Shelf, lang: str, found: Sequence[Appearance], explanations: Explanations
) -> dict[str, object]:
    """What somebody is, and which day's bulletin says so."""
    newest = records.latest(found)
    if newest is None:
        return {"said": None, "said_on": ""}
    one, entry = newest
    day = dates.long(one.bulletin.date, lang)
    said_on = sentence(text("person_said_on", lang, date=day))
    return {"said": records.said_of(shelf, lang, entry, explanations), "said_on": said_on}


def _organizations(shelf: Shelf, lang: str, found: Iterable[Appearance]) -> tuple[Link, ...]:
    """For whom somebody appeared, the one of most bulletins first."""
    directory = shelf.directory
    counts = Counter(
        heir
        for one in found
        for heir in {
            directory.heirs.get(entry.organization_id, "") for entry in one.participants
        }
        if heir
    )
    most = sorted(counts, key=lambda id: (-counts[id], id))[:MOST_ORGANIZATIONS]
    return tuple(
        Link(
            directory.lines[id][0].name,
            directory.organization(lang, id),
            counted("bulletins", counts[id], lang),
        )
        for id in most
    )
