"""Which organizations the bulletins of an edition name beside their lists; it is kept.

An entry is kept under the sentences and captions that were chosen, the event's days, the
institutions of the list, all of organizations.yml, the code and the word tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from bantin.cache import Cache
from bantin.edition import Named
from bantin.edition.orgmeant import days_of
from bantin.edition.orgnamed import Piece, Reader
from bantin.edition.people import around, from_json, to_json
from bantin.model import Bulletin
from bantin.pictures import GalleryPhoto
from bantin.vietnamese.known import Known

KIND: Final = "organizations"
"""Of the entries of the cache."""


def what_is_named(
    bulletins: Iterable[Bulletin],
    galleries: Mapping[str, tuple[GalleryPhoto, ...]],
    known: Known,
    cache: Cache,
) -> dict[str, Named]:
    """Which organizations each bulletin names, by its id; those that name none are left out.

    The site's own hospital is not looked for: nearly every text names it.

    Args:
        bulletins: Those that are shown.
        galleries: Their photos, by id.
        known: The registries.
        cache: For what was read before.
    """
    reader, key = Reader(known), around(known)
    found: dict[str, Named] = {}
    for bulletin in bulletins if known.organization_names else ():
        pieces = reader.selected(bulletin, galleries.get(bulletin.id, ()))
        if pieces:
            whole = f"{key}\0{_depends_on(bulletin, pieces)}"
            kept = cache.get(KIND, whole)
            found[bulletin.id] = from_json(kept) if kept else reader.read(bulletin, pieces)
            if kept is None:
                cache.put(KIND, whole, to_json(found[bulletin.id]))
    return {id: one for id, one in found.items() if one != Named()}


def _depends_on(bulletin: Bulletin, pieces: Iterable[Piece]) -> str:
    """All of a bulletin that a reading looks at."""
    said = [(one.number, one.guarded, one.text) for one in pieces]
    listed = [one.organization for one in bulletin.participants]
    return repr((said, bulletin.lang, days_of(bulletin), listed))
