"""Edition and pages of docs/ -> what can be looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from bantin import addresses
from bantin.edition import Edition
from bantin.model import EventDate, Precision, Registry
from bantin.pages.subjects import Subject
from bantin.search import Document, Item, Labels, Signpost, Thumbnail, daysnamed, passages
from bantin.search.materials import Attendee, Material, Materials
from bantin.search.materials import fingerprint as fingerprint
from bantin.search.otherforms import OtherForms, short_names
from bantin.search.signposts import signposts
from bantin.search.skim import EDGE, Text
from bantin.search.spellings import lean
from bantin.vietnamese import dates, titles
from bantin.vietnamese.text import nfc


class SitePage(NamedTuple):
    """A page under docs/."""

    address: str
    title: str
    lang: str
    html: str
    """Its content as published."""


class Library:
    """Everything of a site that can be looked for; nothing hidden is in it.

    Args:
        edition: Of the build or preview.
        pages: Those under docs/ that may be found.
        subjects: What has a page of its own, by language.
    """

    shelf: tuple[Item, ...]
    """Pages of docs/ by address, then bulletins, the oldest first."""
    labels: Labels

    def __init__(
        self,
        edition: Edition,
        pages: Iterable[SitePage],
        subjects: Mapping[str, Iterable[Subject]] | None = None,
    ) -> None:
        self._registry = edition.registry
        self._materials = Materials(edition)
        self._subjects = subjects or {}
        self._pages = {page.address: page for page in sorted(pages)}
        shown = (one for one in reversed(edition.bulletins) if one.id not in edition.hidden)
        self._bulletins = {addresses.bulletin(one.id): one for one in shown}
        self.labels = Labels(
            edition.settings.categories,
            {one.id: one.name for one in edition.registry.people},
            {one.id: one.name for one in edition.registry.organizations},
        )
        self.shelf = tuple(self._items())

    def document(self, address: str) -> Document:
        """What can be looked for at an address of the shelf.

        Raises:
            KeyError: Nothing that may be found is there.
        """
        page = self._pages.get(address)
        if page is not None:
            return _of_page(page, self._forms)
        return _of_bulletin(self._materials.of(self._bulletins[address]), self._forms)

    @cached_property
    def signposts(self) -> Mapping[str, tuple[Signpost, ...]]:
        """Language -> the subjects of its pages."""
        found = {lang: signposts(some, self._forms) for lang, some in self._subjects.items()}
        return {lang: posts for lang, posts in found.items() if posts}

    @cached_property
    def _forms(self) -> OtherForms:
        return _made_once(self._registry)

    def _items(self) -> Iterator[Item]:
        materials = self._materials
        for page in self._pages.values():
            yield Item(page.address, 0, materials.key(page))
        for address, bulletin in self._bulletins.items():
            material = materials.of(bulletin)
            yield Item(address, material.year, materials.key(material))


@lru_cache(1)  # hardly any rebuild of a preview has another registry
def _made_once(registry: Registry) -> OtherForms:
    return OtherForms(registry)


def _of_page(page: SitePage, forms: OtherForms) -> Document:
    title, text = nfc(page.title), tuple(map(nfc, passages.of_html(page.html)))
    read = forms.read((title, *text))
    headline, body = _parts(read, 1)
    named = forms.institutions(read, None)
    return Document(
        address=page.address,
        title=title,
        lang=page.lang,
        text=text,
        title_dates=daysnamed.of_text(read, headline, None, page.lang),
        text_dates=daysnamed.of_text(read, body, None, page.lang),
        words=tuple(dict.fromkeys(forms.words(read, (), named))),
    )


def _of_bulletin(material: Material, forms: OtherForms) -> Document:
    people = [Attendee(*row) for row in material.attendees]
    first, last, precision = material.when
    when = EventDate(date.fromordinal(first), date.fromordinal(last), Precision(precision))
    facts = tuple(dict.fromkeys(filter(None, _facts(material, people))))
    captions, text = tuple(_captions(material)), tuple(filter(None, _text(material)))
    read = forms.read((material.title, *facts, *(said for _, said in captions), *text))
    headline, body = _parts(read, 1 + len(facts))
    own = [one.organization_id for one in people if one.organization_id]
    institutions = tuple(dict.fromkeys((*own, *forms.institutions(read, when.start))))
    codes = chain.from_iterable(one.titles for one in people)
    others = chain(forms.words(read, codes, institutions), _called(material, people))
    return Document(
        address=material.address,
        title=material.title,
        lang=material.lang,
        year=material.year,
        date=dates.iso(when),
        date_text=dates.short(when, material.lang),
        category=material.category,
        category_text=material.category_text,
        photos=len(material.photos),
        thumbnail=Thumbnail(*material.thumbnail) if material.thumbnail else None,
        facts=facts,
        captions=captions,
        text=text,
        title_dates=daysnamed.of_text(read, headline, when.start.year, material.lang),
        facts_dates=daysnamed.of_event(when),
        text_dates=daysnamed.of_text(read, body, when.start.year, material.lang),
        words=tuple(dict.fromkeys(others)),
        people=tuple(dict.fromkeys(one.person_id for one in people if one.person_id)),
        organizations=institutions,
    )


def _parts(read: Text, shown: int) -> tuple[range, range]:
    """The tokens of the title, and those behind the first passages, title and facts."""
    first = end = read.tokens.index(EDGE)
    for _ in range(shown - 1):
        end = read.tokens.index(EDGE, end + 1)
    return range(first), range(end, len(read.tokens))


def _facts(material: Material, people: Iterable[Attendee]) -> Iterator[str]:
    yield from map(_named, people)
    yield from (material.place, material.category_text, material.series)
    yield from (", ".join(material.tags), material.byline, *material.others)
    yield from dict.fromkeys(credit for _, _, _, credit in material.photos)


def _named(one: Attendee) -> str:
    """A participant as the page prints it: titles and name, then who that is."""
    told = one.organization in one.role and one.organization != one.role
    who = " ".join(filter(None, (titles.house_form(one.titles), one.name)))
    post = ", ".join(filter(None, (one.role, "" if told else one.organization, one.delegation)))
    return " – ".join(filter(None, (who, post)))


def _called(material: Material, people: Iterable[Attendee]) -> Iterator[str]:
    """What else the people are called."""
    printed = {one.name for one in people}
    yield from lean(name for name in material.names if name not in printed)
    for one in people:
        yield from short_names(one.name, one.titles)


def _captions(material: Material) -> Iterator[tuple[int, str]]:
    for number, caption, alt, _ in material.photos:
        said = passages.of_caption(caption)
        if said:
            yield number, said
        if alt and alt != said:
            yield number, alt


def _text(material: Material) -> Iterator[str]:
    yield material.summary
    for part in material.parts:
        yield from passages.of_html(part)
    yield from material.outcomes
    yield from material.corrections
