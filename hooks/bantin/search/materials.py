"""What a bulletin's document is made of, gathered from the edition: to be digested, or used.

A document is made of its material alone, so that the digest can miss nothing.
"""

from __future__ import annotations

import hashlib
import marshal
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from operator import attrgetter
from typing import Any, Final, NamedTuple

from bantin import addresses
from bantin.edition import Body, Edition
from bantin.markup import fingerprint as markup
from bantin.model import Bulletin, Organization, Registry
from bantin.pictures import GalleryPhoto, cover
from bantin.search import FORMAT


class Attendee(NamedTuple):
    """A participant."""

    name: str
    titles: tuple[str, ...]
    role: str
    organization: str
    delegation: str
    person_id: str
    organization_id: str


class Material(NamedTuple):
    """Plain values only: strings, numbers, tuples of them."""

    address: str
    title: str
    lang: str
    place: str
    summary: str
    byline: str
    tags: tuple[str, ...]
    outcomes: tuple[str, ...]
    year: int
    """Of its place in the lists, by the site's clock."""
    when: tuple[int, int, str]
    """First and last day, as ordinals, and how exactly that is known."""
    category: str
    category_text: str
    series: str
    others: tuple[str, ...]
    """Names of the source, the film, the attachments."""
    corrections: tuple[str, ...]
    attendees: tuple[tuple[Any, ...], ...]
    """In the order of ``Attendee``."""
    names: tuple[str, ...]
    """What the registry calls those who are in it."""
    photos: tuple[tuple[int, str, str, str], ...]
    """Number, caption, alt, credit."""
    thumbnail: tuple[str, ...]
    """AVIF and JPEG; empty: there is none."""
    parts: tuple[str, ...]
    """HTML of the body."""


_ATTENDEE: Final = attrgetter(*Attendee._fields)


class Materials:
    """Gathers the material of one edition's bulletins."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        people = edition.registry.people
        self._names = {one.id: (one.name, *one.aliases) for one in people}
        self._common = _digest((FORMAT, fingerprint(), _registered(edition.registry)))

    def of(self, bulletin: Bulletin) -> Material:
        """What a bulletin's document is made of."""
        edition, settings = self._edition, self._edition.settings
        lang, when = bulletin.lang, bulletin.date
        category = settings.categories.get(bulletin.category)
        series = settings.series.get(bulletin.series)
        gallery = edition.galleries.get(bulletin.id, ())
        return Material(
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
            category=bulletin.category if category else "",
            category_text=category.in_language(lang) if category else "",
            series=series.in_language(lang) if series else "",
            others=tuple(filter(None, _others(bulletin))),
            corrections=tuple([correction.note for correction in bulletin.corrections]),
            attendees=tuple(map(_ATTENDEE, bulletin.participants)),
            names=tuple(self._registered_names(bulletin)),
            photos=tuple(map(_photo, gallery)),
            thumbnail=_thumbnail(cover(gallery, edition.marked)),
            parts=edition.bodies.get(bulletin.id, Body()).parts,
        )

    def key(self, material: tuple[Any, ...]) -> str:
        """SHA-256 of a material and of what all documents depend on, hexadecimal."""
        return _digest((self._common, *material))

    def _registered_names(self, bulletin: Bulletin) -> Iterator[str]:
        for one in bulletin.participants:
            if one.person_id:
                yield from self._names.get(one.person_id, ())


def _others(bulletin: Bulletin) -> Iterator[str]:
    source, film = bulletin.source, bulletin.video
    if source:
        yield source.name or source.url
    if film:
        yield film.title
    for paper in bulletin.attachments:
        yield paper.title or paper.file


def _photo(shown: GalleryPhoto) -> tuple[int, str, str, str]:
    photo = shown.photo
    return shown.number, photo.caption, photo.alt or "", photo.credit


def _thumbnail(shown: GalleryPhoto | None) -> tuple[str, ...]:
    """Addresses of the cover's square."""
    crops = shown.picture.crops if shown else None
    return (crops.square[0].address, crops.square_fallback.address) if crops else ()


def _registered(registry: Registry) -> tuple[Any, ...]:
    """What any text may name; places in the files do not count."""
    return (
        tuple(map(_organization, registry.organizations)),
        tuple((term.term, term.expansion, term.variants) for term in registry.glossary),
    )


def _organization(one: Organization) -> tuple[Any, ...]:
    valid = tuple(str(day or "") for day in (one.valid_from, one.valid_to))
    return one.id, one.name, one.aliases, valid, one.successor


def _digest(values: tuple[Any, ...]) -> str:
    return hashlib.sha256(marshal.dumps(values, 2)).hexdigest()  # 2: equal for equal values


@cache
def fingerprint() -> str:
    """The code, its tools and the word tables that make indexes: SHA-256, hexadecimal."""
    house = resources.files("bantin")
    rooms = ("search", "vietnamese", "markup", "locale")
    code = sorted(_files(house.joinpath(room) for room in rooms))
    tools = (unicodedata.unidata_version, markup.fingerprint())
    return hashlib.sha256(repr((*tools, code)).encode()).hexdigest()


def _files(found: Iterable[Traversable]) -> Iterator[tuple[str, bytes]]:
    for one in found:
        if one.is_dir():
            yield from _files(one.iterdir())
        elif one.name.endswith((".py", ".toml")):
            yield one.name, one.read_bytes()
