"""Edition and pages of docs/ -> what can be looked for, and what each of it depends on."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from operator import attrgetter
from typing import Any, Final, NamedTuple

from bantin import addresses
from bantin.edition import Body, Edition
from bantin.model import Bulletin
from bantin.pictures import GalleryPhoto
from bantin.search import FORMAT, Document, Item, Labels, Thumbnail, passages
from bantin.vietnamese import dates, titles
from bantin.vietnamese.text import nfc


class SitePage(NamedTuple):
    """A page under docs/."""

    address: str
    title: str
    lang: str
    html: str
    """Its content as published."""


class _Person(NamedTuple):
    """A participant."""

    name: str
    titles: tuple[str, ...]
    role: str
    organization: str
    delegation: str
    person_id: str
    organization_id: str


class _Material(NamedTuple):
    """All that a bulletin's document is made of: plain values, so that it can be digested."""

    address: str
    title: str
    lang: str
    place: str
    summary: str
    byline: str
    tags: tuple[str, ...]
    outcomes: tuple[str, ...]
    year: int
    when: tuple[int, int, str]
    date: str
    date_text: str
    category: str
    category_text: str
    series: str
    others: tuple[str, ...]
    """Source, film, attachments."""
    corrections: tuple[str, ...]
    people: tuple[tuple[object, ...], ...]
    photos: tuple[tuple[int, str, str, str], ...]
    """Number, caption, alt, credit."""
    thumbnail: tuple[str, ...]
    parts: tuple[str, ...]


_PERSON: Final = attrgetter(*_Person._fields)


class Library:
    """Everything of a site that can be looked for; nothing hidden is in it.

    Args:
        edition: Of the build or preview.
        pages: Those under docs/ that may be found.
    """

    shelf: tuple[Item, ...]
    """Pages of docs/ by address, then bulletins, the oldest first."""
    labels: Labels

    def __init__(self, edition: Edition, pages: Iterable[SitePage]) -> None:
        self._edition = edition
        self._pages = {page.address: page for page in sorted(pages)}
        shown = (one for one in reversed(edition.bulletins) if one.id not in edition.hidden)
        self._bulletins = {addresses.bulletin(one.id): one for one in shown}
        registry, settings = edition.registry, edition.settings
        self.labels = Labels(
            settings.categories,
            {one.id: one.name for one in registry.people},
            {one.id: one.name for one in registry.organizations},
        )
        self.shelf = tuple(self._items())

    def document(self, address: str) -> Document:
        """What can be looked for at an address of the shelf.

        Raises:
            KeyError: Nothing that may be found is there.
        """
        page = self._pages.get(address)
        if page is not None:
            return _of_page(page)
        return _document(self._material(self._bulletins[address]))

    def _items(self) -> Iterator[Item]:
        for page in self._pages.values():
            yield Item(page.address, 0, _key(tuple(page)))
        for address, bulletin in self._bulletins.items():
            material = self._material(bulletin)
            yield Item(address, material.year, _key(tuple(material)))

    def _material(self, bulletin: Bulletin) -> _Material:
        edition, settings = self._edition, self._edition.settings
        lang, when, film = bulletin.lang, bulletin.date, bulletin.video
        category = settings.categories.get(bulletin.category)
        series = settings.series.get(bulletin.series)
        gallery = edition.galleries.get(bulletin.id, ())
        source = bulletin.source
        return _Material(
            address=addresses.bulletin(bulletin.id),
            title=bulletin.title,
            lang=lang,
            place=bulletin.place,
            summary=bulletin.summary,
            byline=bulletin.byline,
            tags=bulletin.tags,
            outcomes=bulletin.outcomes,
            year=bulletin.sorted_by.astimezone(settings.timezone).year,
            when=(when.start.toordinal(), when.end.toordinal(), str(when.precision)),
            date=dates.iso(when),
            date_text=dates.short(when),
            category=bulletin.category if category else "",
            category_text=category.in_language(lang) if category else "",
            series=series.in_language(lang) if series else "",
            others=(
                source.name or source.url if source else "",
                film.title if film else "",
                *(paper.title or paper.file for paper in bulletin.attachments),
            ),
            corrections=tuple(correction.note for correction in bulletin.corrections),
            people=tuple(map(_PERSON, bulletin.participants)),
            photos=tuple(map(_photo, gallery)),
            thumbnail=_thumbnail(gallery),
            parts=edition.bodies.get(bulletin.id, Body()).parts,
        )


def _photo(shown: GalleryPhoto) -> tuple[int, str, str, str]:
    photo = shown.photo
    return shown.number, photo.caption, photo.alt or "", photo.credit


def _thumbnail(gallery: tuple[GalleryPhoto, ...]) -> tuple[str, ...]:
    """Addresses of the cover's square; empty without one."""
    cover = next((one for one in gallery if one.photo.cover), gallery[0] if gallery else None)
    crops = cover.picture.crops if cover else None
    return (crops.square[0].address, crops.square_fallback.address) if crops else ()


def _key(material: tuple[Any, ...]) -> str:
    whole = marshal.dumps((FORMAT, fingerprint(), material), 2)  # 2: the same for equal values
    return hashlib.sha256(whole).hexdigest()


@cache
def fingerprint() -> str:
    """The code that makes documents: SHA-256, hexadecimal."""
    house = resources.files("bantin")
    rooms = map(house.joinpath, ("search", "vietnamese"))
    code = [
        (file.name, file.read_bytes())
        for room in rooms
        for file in room.iterdir()
        if file.name.endswith(".py")
    ]
    return hashlib.sha256(repr(sorted(code)).encode()).hexdigest()


def _of_page(page: SitePage) -> Document:
    text = tuple(map(nfc, passages.of_html(page.html)))
    return Document(page.address, nfc(page.title), page.lang, text=text)


def _document(material: _Material) -> Document:
    people = tuple(_Person(*row) for row in material.people)  # type: ignore[arg-type]
    return Document(
        address=material.address,
        title=material.title,
        lang=material.lang,
        year=material.year,
        date=material.date,
        date_text=material.date_text,
        category=material.category,
        category_text=material.category_text,
        photos=len(material.photos),
        thumbnail=Thumbnail(*material.thumbnail) if material.thumbnail else None,
        facts=tuple(filter(None, _facts(material, people))),
        captions=tuple(_captions(material)),
        text=tuple(filter(None, _text(material))),
        people=tuple(dict.fromkeys(one.person_id for one in people if one.person_id)),
        organizations=tuple(
            dict.fromkeys(one.organization_id for one in people if one.organization_id)
        ),
    )


def _facts(material: _Material, people: Iterable[_Person]) -> Iterator[str]:
    yield from map(_named, people)
    yield from (material.place, material.category_text, material.series)
    yield from (", ".join(material.tags), material.byline, *material.others)
    yield from dict.fromkeys(credit for _, _, _, credit in material.photos)


def _named(one: _Person) -> str:
    """A participant as the page prints it: titles and name, then who that is."""
    told = one.organization in one.role and one.organization != one.role
    who = " ".join(filter(None, (titles.house_form(one.titles), one.name)))
    post = ", ".join(filter(None, (one.role, "" if told else one.organization, one.delegation)))
    return " – ".join(filter(None, (who, post)))


def _captions(material: _Material) -> Iterator[tuple[int, str]]:
    for number, caption, alt, _ in material.photos:
        said = passages.of_caption(caption)
        if said:
            yield number, said
        if alt and alt != said:
            yield number, alt


def _text(material: _Material) -> Iterator[str]:
    yield material.summary
    for part in material.parts:
        yield from passages.of_html(part)
    yield from material.outcomes
    yield from material.corrections
