"""Photos that show nearly the same: saved again, made smaller, cut a little, taken in a row.

The limits were measured; docs/dev/photos.md tells on what.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from bantin.photos.inspect import Inspected

MOST_BITS: Final = 10
"""Bits of 64 that may differ."""
MOST_COLOUR: Final = 16
"""Levels by which the colours of the fields may differ, on average."""

# Of six bands one differs in one bit at most, where all together differ in 11 or fewer.
_BANDS: Final = (11, 11, 11, 11, 10, 10)


def groups(seen: Mapping[str, Inspected]) -> list[tuple[str, ...]]:
    """Keys of pictures that are alike, directly or by way of others, two and more.

    Args:
        seen: What was seen in each picture; plain surfaces are like nothing.
    """
    by_hash: dict[int, list[str]] = {}
    for key, inspected in seen.items():
        if inspected.hash:
            by_hash.setdefault(int(inspected.hash, 16), []).append(key)
    colours = {key: bytes.fromhex(inspected.colours) for key, inspected in seen.items()}
    joined = _Joined()
    for one, other in pairs(by_hash):
        for key in by_hash[one]:
            for near in by_hash[other]:
                if joined.apart(key, near) and _same(colours[key], colours[near]):
                    joined.join(key, near)
    return joined.groups(seen)


def pairs(hashes: Collection[int]) -> Iterator[tuple[int, int]]:
    """Pairs of hashes that differ in at most ``MOST_BITS``; each hash with itself, too."""
    shift = 0
    for width in _BANDS:
        bands: dict[int, list[int]] = {}
        for one in hashes:
            bands.setdefault(one >> shift & (1 << width) - 1, []).append(one)
        for band, ones in bands.items():
            yield from _near(ones, ones)
            for bit in (1 << place for place in range(width)):
                if not band & bit:
                    yield from _near(ones, bands.get(band | bit, ()))
        shift += width


def _near(ones: Collection[int], others: Collection[int]) -> Iterator[tuple[int, int]]:
    for one in ones:
        for other in others:
            if (one ^ other).bit_count() <= MOST_BITS:
                yield one, other


def _same(one: bytes, other: bytes) -> bool:
    """Whether two pictures have the same colours in the same places."""
    apart = sum(abs(a - b) for a, b in zip(one, other, strict=True))
    return apart <= MOST_COLOUR * len(one)


class _Joined:
    """Which keys belong together (disjoint sets)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def apart(self, key: str, other: str) -> bool:
        return self._first(key) != self._first(other)

    def join(self, key: str, other: str) -> None:
        first, second = sorted((self._first(key), self._first(other)))
        self._above[second] = first

    def groups(self, order: Collection[str]) -> list[tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for key in order:
            found.setdefault(self._first(key), []).append(key)
        return [tuple(keys) for keys in found.values() if len(keys) > 1]

    def _first(self, key: str) -> str:
        while (above := self._above.get(key, key)) != key:
            key = above
        return key
