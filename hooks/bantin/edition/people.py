"""Whom the bulletins of an edition name beside their lists; what was read is kept.

An entry is kept under all that it depends on: the sentences that were chosen, the people whose
names stand in them, who is listed, all organizations, the code and the word tables.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from bantin.cache import Cache
from bantin.edition import Named, named
from bantin.edition.named import Piece, selected
from bantin.edition.spotted import Spotter
from bantin.locale import DEFAULT
from bantin.model import Bulletin, Person, Post
from bantin.pictures import GalleryPhoto
from bantin.vietnamese.known import Known

KIND = "named"
"""Of the entries of the cache."""


def who_is_named(
    bulletins: Iterable[Bulletin],
    galleries: Mapping[str, tuple[GalleryPhoto, ...]],
    known: Known,
    cache: Cache,
) -> dict[str, Named]:
    """Whom each bulletin names, by its id; those that name nobody are left out.

    Args:
        bulletins: Those that are shown.
        galleries: Their photos, by id.
        known: The registries.
        cache: For what was read before.
    """
    reading = _Reading(known, cache)
    found = {}
    shown = tuple(bulletins) if known.people else ()
    for bulletin in shown:
        gallery = galleries.get(bulletin.id, ())
        if bulletin.lang == DEFAULT:
            found[bulletin.id] = reading.vietnamese(bulletin, gallery)
        else:
            found[bulletin.id] = named.read_english(bulletin, gallery)
    for bulletin in shown:
        first = found.get(bulletin.translation_of)
        if first and bulletin.lang != DEFAULT:
            found[bulletin.id] = named.without(found[bulletin.id], first.private)
    return {id: one for id, one in found.items() if one != Named()}


def unlinked(bulletins: Iterable[Bulletin], found: Mapping[str, Named]) -> tuple[Bulletin, ...]:
    """The bulletins, nobody of their lists known by the name of somebody private.

    Args:
        bulletins: All that are shown.
        found: Whom they name, by their ids.
    """
    return tuple(_unlinked(one, found.get(one.id, Named()).private) for one in bulletins)


def _unlinked(bulletin: Bulletin, private: frozenset[str]) -> Bulletin:
    if not private:
        return bulletin
    people = tuple(
        replace(one, person_id="") if one.person_id in private else one
        for one in bulletin.participants
    )
    return replace(bulletin, participants=people)


class _Reading:
    """The reading of one edition."""

    def __init__(self, known: Known, cache: Cache) -> None:
        self.known = known
        self.cache = cache
        self.spotter = Spotter(known.registry.people)
        self.around = around(known)

    def vietnamese(self, bulletin: Bulletin, gallery: Iterable[GalleryPhoto]) -> Named:
        pieces = selected(bulletin, gallery, self.spotter)
        if not pieces:
            return Named()
        key = f"{self.around}\0{self.depends_on(bulletin, pieces)}"
        kept = self.cache.get(KIND, key)
        if kept is not None:
            return from_json(kept)
        fresh = named.read(bulletin, pieces, self.known, self.spotter)
        self.cache.put(KIND, key, to_json(fresh))
        return fresh

    def depends_on(self, bulletin: Bulletin, pieces: tuple[Piece, ...]) -> str:
        """All of the bulletin and of the people of its pieces that a reading looks at."""
        names = {name for piece in pieces for name in piece.names}
        ids = sorted({id for name in names for id in self.spotter.ids(name)})
        people = [_person(self.known.person_by_id[id]) for id in ids]
        listed = [(one.name, one.person_id) for one in bulletin.participants]
        said = [(piece.number, piece.guarded, piece.text) for piece in pieces]
        day = bulletin.date
        return repr((said, people, listed, day.start, day.end))


def around(known: Known) -> str:
    """What every reading looks at: code, word tables, all of organizations.yml; for a key."""
    entries = [
        (one.id, one.name, one.aliases, one.valid_from, one.valid_to, one.successor)
        for one in known.registry.organizations
    ]
    return f"{fingerprint()}\0{_digest(repr((known.hospital, entries)))}"


def _person(one: Person) -> tuple[object, ...]:
    return one.id, one.name, one.aliases, [_post(post) for post in one.posts]


def _post(one: Post) -> tuple[object, ...]:
    return one.role, one.organization, one.valid_from, one.valid_to


def to_json(found: Named) -> bytes:
    """What was read, for the cache."""
    photos = {number: sorted(some) for number, some in found.photos.items()}
    return json.dumps([sorted(found.text), photos, sorted(found.private)]).encode()


def from_json(kept: bytes) -> Named:
    """What was kept in the cache."""
    text, photos, private = json.loads(kept)
    numbered = {int(number): frozenset(some) for number, some in photos.items()}
    return Named(frozenset(text), numbered, frozenset(private))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def fingerprint() -> str:
    """The code and the word tables that read names: SHA-256, hexadecimal."""
    house = resources.files("bantin")
    rooms = [house.joinpath(room) for room in ("edition", "vietnamese", "markup")]
    return _digest(repr(sorted(_files(rooms))))


def _files(found: Iterable[Traversable]) -> Iterator[tuple[str, bytes]]:
    for one in found:
        if one.is_dir():
            yield from _files(one.iterdir())
        elif one.name.endswith((".py", ".toml")):
            yield one.name, one.read_bytes()
