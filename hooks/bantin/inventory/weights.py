"""What photos weigh: on this machine, and on a page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from bantin.edition import Edition
from bantin.inventory import Item, Stock
from bantin.photos.entries import Damaged, Storage
from bantin.photos.profiles import PROFILES
from bantin.photos.render import name_of
from bantin.photos.store import Job
from bantin.pictures import GalleryPhoto, Picture

WIDTHS: Final = PROFILES["photo"].widths
"""px; a phone shows the first, a computer the second, the large view the last."""
_YEAR: Final = re.compile(r"(?:en/)?(\d{4})/")


class Scales:
    """Weighs the renditions that are in the store; each entry is read once."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self.there = storage.keys()
        self._sizes = cache(self._read)

    def missing(self, jobs: Iterable[Job]) -> int:
        """How many pictures are not wholly there; equal ones count once."""
        lacking = {tuple(job.sets()) for job in jobs if not self.there.issuperset(job.sets())}
        return len(lacking)

    def of(self, picture: Picture, width: int) -> int | None:
        """Bytes of what a page ``width`` px wide loads; None: it is not rendered."""
        wide = (one for one in picture.renditions if one.width >= width)
        rendition = next(wide, picture.renditions[-1])
        return self._sizes(picture.key).get(name_of(rendition))

    def all_of(self, picture: Picture) -> int:
        """Bytes of all its renditions that are there."""
        keys = set(picture.sets()).difference(card.key for card in picture.cards)
        return sum(sum(self._sizes(key).values()) for key in keys)

    def _read(self, key: str) -> Mapping[str, int]:
        try:
            return self._storage.sizes(key) if key in self.there else {}
        except Damaged:
            return {}


@dataclass(frozen=True)
class Gallery:
    """What a reader loads who sees all photos of a bulletin."""

    id: str
    path: str
    """Of the bulletin."""
    photos: int
    bytes: tuple[int | None, ...]
    """At each of ``WIDTHS``; None: not everything is rendered."""


@dataclass(frozen=True)
class Year:
    """The photos of one year."""

    year: str
    """Empty: of folders outside any year."""
    folders: int
    """With photos; one for each bulletin that has some."""
    photos: int
    bytes: int
    """Of the originals."""
    rendered: int
    """Bytes of the renditions that are there."""


def galleries(edition: Edition, scales: Scales) -> tuple[Gallery, ...]:
    """Every bulletin with photos, the heaviest first."""
    found = [
        Gallery(one.id, one.path, len(photos), _loads(photos, scales))
        for one in edition.bulletins
        if (photos := edition.galleries.get(one.id, ()))
    ]
    return tuple(sorted(found, key=lambda one: (-(one.bytes[-1] or 0), -one.photos, one.id)))


def _loads(photos: Sequence[GalleryPhoto], scales: Scales) -> tuple[int | None, ...]:
    weighed = ([scales.of(one.picture, width) for one in photos] for width in WIDTHS)
    return tuple(None if None in each else sum(filter(None, each)) for each in weighed)


def years(items: Iterable[Item], stock: Stock, scales: Scales) -> tuple[Year, ...]:
    """The newest first; what lies in no year comes last."""
    pictures = {one.original.path: one for one in stock.edition.pictures}
    sorted_in: dict[str, list[Item]] = {}
    for item in items:
        found = _YEAR.match(f"{item.folder}/")
        sorted_in.setdefault(found[1] if found else "", []).append(item)
    return tuple(
        _year(year, sorted_in[year], pictures, scales)
        for year in sorted(sorted_in, reverse=True)
    )


def _year(
    year: str, items: Collection[Item], pictures: Mapping[str, Picture], scales: Scales
) -> Year:
    shown = {one.key: one for item in items if (one := pictures.get(item.path))}
    return Year(
        year,
        len({item.folder for item in items}),
        len(items),
        sum(item.size for item in items),
        sum(map(scales.all_of, shown.values())),
    )
