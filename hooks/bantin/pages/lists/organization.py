"""A page for each organization that bulletins name, under all the names that it has had."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bantin import addresses
from bantin.locale import DEFAULT, text
from bantin.model import EventDate, Organization
from bantin.pages.directory import Appearance
from bantin.pages.draft import Link, PageDraft
from bantin.pages.lists import captioned, records
from bantin.pages.lists.paging import pages
from bantin.pages.participants import Explanations
from bantin.pages.shelf import Shelf, counted
from bantin.vietnamese import collation, dates, orgnames
from bantin.vietnamese.departments import departments

PER_PAGE: Final = 20
"""Bulletins."""
MOST_PEOPLE: Final = 24
MOST_PARTNERS: Final = 12
MOST_DEPARTMENTS: Final = 24
MOST_TOGETHER: Final = 100
"""Organizations at one event: that of more tells of no partners, and takes long to count."""


@dataclass(frozen=True)
class NameShown:
    """How a page calls an organization."""

    text: str
    lang: str
    """Its language, where it is not the page's; empty where it is."""


@dataclass(frozen=True)
class NameHeld:
    """One of the names of an organization."""

    name: str
    period: str
    """From when to when, in words; empty where that is not known."""


@dataclass(frozen=True)
class Member:
    """Somebody who appeared for an organization."""

    name: Link
    role: str
    """The post that the newest bulletin gives."""


def drafts(shelf: Shelf, lang: str) -> Iterator[PageDraft]:
    """The pages of each."""
    for id, found in shelf.directory.organizations.get(lang, {}).items():
        yield from _pages(shelf, lang, id, found)


def name_of(shelf: Shelf, lang: str, id: str) -> NameShown:
    """The newest name; for English readers the registered one that English bulletins write."""
    line = shelf.directory.lines[id]
    if lang == DEFAULT:
        return NameShown(line[0].name, "")
    known = {orgnames.key(alias): alias for alias in line[0].aliases}
    written = shelf.directory.written.get(lang, {}).get(id, ()) if known else ()
    alias = next(filter(None, (known.get(orgnames.key(one)) for one in written)), "")
    return NameShown(alias, "") if alias else NameShown(line[0].name, DEFAULT)


def _pages(
    shelf: Shelf, lang: str, id: str, found: Sequence[Appearance]
) -> Iterator[PageDraft]:
    name, first = name_of(shelf, lang, id), addresses.organization(lang, id)
    other = shelf.in_other_language(
        lang, lambda there: shelf.directory.organization(there, id) or None
    )
    for page in pages(found, PER_PAGE, first, lang):
        explanations = Explanations(lang)
        view = {
            "title": name.text,
            "title_lang": name.lang,
            "crumbs": (shelf.home(lang), records.organizations(lang)),
            "count": counted("bulletins", len(found), lang),
            "years": _years(found),
            "told_apart": _told_apart(found, lang),
            "page": page.said,
            "photos": captioned.photos(shelf, page.items),
            "records": tuple(
                records.of_organization(shelf, one, explanations) for one in page.items
            ),
            **_about(shelf, lang, id, found if page.number == 1 else ()),
            "pagination": page.pagination,
        }
        yield PageDraft(
            address=page.address,
            template="organization.html",
            title=page.title(name.text, lang),
            lang=lang,
            view=view,
            summary=text("organization_summary", lang, name=name.text),
            previous=page.previous,
            next=page.next,
            searchable=False,
            sheets=("pictures", records.SHEET),
            translation=other if page.number == 1 else None,
        )


def _years(found: Sequence[Appearance]) -> str:
    """``2026``, ``2019–2026``."""
    first = min(one.bulletin.date.start.year for one in found)
    last = max(one.bulletin.date.end.year for one in found)
    return str(first) if first == last else f"{first}–{last}"


def _told_apart(found: Sequence[Appearance], lang: str) -> str:
    """In how many bulletins it took part, and how many only name it; empty if all are one."""
    present = sum(bool(one.participants) for one in found)
    named = len(found) - present
    if not (present and named):
        return ""
    return text("organization_told_apart", lang, present=present, named=named)


def _about(shelf: Shelf, lang: str, id: str, found: Sequence[Appearance]) -> dict[str, object]:
    """What only the first page says; ``found`` is empty for the others."""
    line = shelf.directory.lines[id] if found else ()
    held = [_held(one, lang, shelf.today) for one in line]
    told = len(held) > 1 or any(one.period for one in held)
    people = _people(shelf, lang, found)
    left = len(people) - MOST_PEOPLE
    more = "more_people_one" if left == 1 else "more_people_many"
    return {
        "names": tuple(held) if told else (),
        "people": people[:MOST_PEOPLE],
        "more_people": text(more, lang, count=left) if left > 0 else "",
        "departments": _departments(found) if lang == DEFAULT else (),
        "partners": _partners(shelf, lang, id, found),
    }


def _held(one: Organization, lang: str, today: date) -> NameHeld:
    """A name and its time; that it is going to end is not announced here."""
    over = one.valid_to if one.valid_to and one.valid_to < today else None
    first, last = _day(one.valid_from, lang), _day(over, lang)
    if first and last:
        return NameHeld(one.name, text("name_from_to", lang, first=first, last=last))
    if first or last:
        key = "name_from" if first else "name_to"
        return NameHeld(one.name, text(key, lang, day=first or last))
    return NameHeld(one.name, "")


def _day(day: date | None, lang: str) -> str:
    return dates.long(EventDate(day, day), lang) if day else ""


def _people(shelf: Shelf, lang: str, found: Iterable[Appearance]) -> tuple[Member, ...]:
    """Those who have a page, by given name, each with the newest post given there."""
    roles: dict[str, str] = {}
    for one in found:
        for entry in one.participants:
            if shelf.directory.person(lang, entry.person_id):
                roles[entry.person_id] = roles.get(entry.person_id) or entry.role
    registered, order = shelf.directory.registered, shelf.directory.order
    return tuple(
        Member(Link(registered[id].name, addresses.person(lang, id)), roles[id])
        for id in sorted(roles, key=order.__getitem__)
    )


def _departments(found: Iterable[Appearance]) -> tuple[str, ...]:
    """Departments that the lists name, in dictionary order."""
    named: dict[str, str] = {}
    for one in found:
        for entry in one.participants:
            if entry.organization not in entry.role:  # a role with several institutions
                for department in departments(entry.role):
                    named.setdefault(orgnames.key(department), department)
    return tuple(sorted(named.values(), key=collation.key)[:MOST_DEPARTMENTS])


def _partners(
    shelf: Shelf, lang: str, id: str, found: Iterable[Appearance]
) -> tuple[Link, ...]:
    """Those who took part beside it most often; where very many came, few know each other."""
    took_part = (one.bulletin.id for one in found if one.participants)
    gatherings = (shelf.directory.present[id] for id in took_part)
    small = (there for there in gatherings if len(there) <= MOST_TOGETHER)
    beside = Counter(other for there in small for other in there if other != id)
    most = sorted(beside, key=lambda one: (-beside[one], one))[:MOST_PARTNERS]
    return tuple(
        Link(
            name_of(shelf, lang, one).text,
            addresses.organization(lang, one),
            counted("bulletins", beside[one], lang),
        )
        for one in most
    )
