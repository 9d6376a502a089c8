"""What of an index is kept from build to build.

Entries lie by year, each year in a few bundles, so that one changed bulletin costs one bundle;
the closed years' finished segment lies in pieces. Each has the same key in every build: what
is kept now takes the place of what was kept before. What another version wrote, or what is not
what it should be, is a miss.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise
from typing import Any, Final
from zlib import crc32

from bantin.cache import Cache
from bantin.search import FORMAT, Item
from bantin.search.documents import fingerprint
from bantin.search.entries import is_packed
from bantin.search.files import Files
from bantin.search.segments import Segment

KIND: Final = "search"
BUNDLES: Final = 8
"""Of a year's entries."""
PIECE: Final = 4_000_000
"""Bytes of a finished segment that lie in one entry of the cache: it is hashed in memory."""
DAMAGED: Final = (
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    RecursionError,
)


def version() -> str:
    """Of everything that decides on bytes, but for documents."""
    tools = (sys.version_info[:2], zlib.ZLIB_RUNTIME_VERSION)
    return f"{FORMAT} {fingerprint()} {tools}"


class Entries:
    """The entries of a year.

    Args:
        cache: Where they are kept.
        year: 0: pages under docs/.
    """

    def __init__(self, cache: Cache, year: int) -> None:
        self._cache, self._year = cache, year
        self._kept: list[dict[str, bytes]] = [self._read(number) for number in range(BUNDLES)]

    def get(self, item: Item) -> bytes | None:
        """The packed entry of a document, if it is kept."""
        found = self._kept[_bundle(item)].get(item.key)
        return found if found and is_packed(found) else None

    def keep(self, entries: Mapping[Item, bytes]) -> None:
        """Keep these and no others."""
        wanted: list[dict[str, bytes]] = [{} for _ in range(BUNDLES)]
        for item, packed in entries.items():
            wanted[_bundle(item)][item.key] = packed
        for number, bundle in enumerate(wanted):
            if bundle.keys() != self._kept[number].keys():
                head = {"version": version(), "keys": [*bundle]}
                content = _joined(head, bundle.values())
                self._cache.put(KIND, f"entries {self._year} {number}", content)

    def _read(self, number: int) -> dict[str, bytes]:
        payload = self._cache.get(KIND, f"entries {self._year} {number}")
        try:
            head, contents = _parted(payload or b"")
            if head["version"] == version():
                return dict(zip(head["keys"], contents, strict=True))
        except DAMAGED:
            pass
        return {}


def _bundle(item: Item) -> int:
    return crc32(item.address.encode("utf-8", "surrogatepass")) % BUNDLES


def closed(cache: Cache, key: str) -> tuple[Segment, Files] | None:
    """The finished segment of the closed years, if it is kept.

    Args:
        cache: Where it is kept.
        key: Names all that it is made of.
    """
    try:
        head, _ = _parted(cache.get(KIND, "closed") or b"")
        if head["key"] != key:
            return None
        files = Files({name: bytes.fromhex(digest) for name, digest in head["owners"].items()})
        for number in range(head["pieces"]):
            piece, contents = _parted(cache.get(KIND, f"closed {number}") or b"")
            if piece["key"] != key:
                return None
            files.made |= zip(piece["paths"], contents, strict=True)
        made = Segment(head["manifest"], head["frequent"], tuple(head["rows"]))
    except DAMAGED:
        return None
    return made, files


def keep_closed(cache: Cache, key: str, made: Segment, files: Files) -> None:
    """Keep the finished segment of the closed years; no other is in ``files``."""
    pieces = _pieces(files.made)
    for number, paths in enumerate(pieces):
        content = _joined({"key": key, "paths": paths}, (files.made[path] for path in paths))
        cache.put(KIND, f"closed {number}", content)
    head = {
        "key": key,
        "pieces": len(pieces),
        "owners": {name: digest.hex() for name, digest in files.owners.items()},
        "manifest": dict(made.manifest),
        "frequent": dict(made.frequent),
        "rows": made.rows,
    }
    cache.put(KIND, "closed", _joined(head, ()))


def _pieces(files: Mapping[str, bytes]) -> list[list[str]]:
    """Paths, so many that their files fill a piece."""
    pieces: list[list[str]] = []
    room = 0
    for path, content in files.items():
        if room <= 0:
            pieces.append([])
            room = PIECE
        pieces[-1].append(path)
        room -= len(content)
    return pieces


def _joined(head: Mapping[str, Any], contents: Iterable[bytes]) -> bytes:
    """A line of JSON, then the contents."""
    several = [*contents]
    line = json.dumps({**head, "lengths": [*map(len, several)]}).encode()
    return b"\n".join((line, b"".join(several)))


def _parted(payload: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Head and contents.

    Raises:
        ValueError: There are none.
    """
    end = payload.index(b"\n")
    head = json.loads(payload[:end])
    cuts = [*accumulate(head["lengths"], initial=end + 1)]
    if cuts[-1] != len(payload):
        raise ValueError(cuts[-1])
    return head, [payload[start:stop] for start, stop in pairwise(cuts)]
