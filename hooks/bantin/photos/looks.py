"""What stands in photos' places until they are there, remembered: no entry is opened for it."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from bantin.cache import Cache, table
from bantin.photos.answers import fits
from bantin.photos.entries import Damaged
from bantin.pictures import Look

KIND: Final = "look"
ALL: Final = "all"
"""One entry for all photos: a build reads it once."""

Row = tuple[str, str]
"""Colour, and the placeholder in base64."""
ROW: Final = (str, str)
WEBP: Final = "UklGR"
"""How one begins in base64: RIFF."""


class Looks:
    """Remembers looks by the keys of pictures.

    Args:
        cache: Keeps them; None: nothing is kept.
    """

    def __init__(self, cache: Cache | None = None) -> None:
        self._cache = cache
        kept = cache.get(KIND, ALL) if cache else None
        rows = table(kept, ROW).items()
        self._known = {key: row for key, row in rows if _plausible(*row)}

    def of(
        self, keys: Iterable[str], values: Callable[[str], Mapping[str, Any]]
    ) -> dict[str, Look]:
        """The looks of some pictures; those that nobody knows are left out.

        Args:
            keys: Of the pictures.
            values: Tells what an entry of the storage says (``Storage.values``).
        """
        found = {}
        for key in dict.fromkeys(keys):
            row = self._known.get(key) or _read(key, values)
            if row:
                found[key] = row
        if self._cache and not found.keys() <= self._known.keys():
            self._known |= found  # those of others stay: docs/ and galleries ask in turn
            content = json.dumps(self._known, separators=(",", ":"))
            self._cache.put(KIND, ALL, content.encode())
        return {key: Look(colour, b64decode(tiny)) for key, (colour, tiny) in found.items()}

    def lost(self, keys: Iterable[str], values: Callable[[str], Mapping[str, Any]]) -> set[str]:
        """Those of which nobody knows the look, though they should be there; as ``of``."""
        return {key for key in keys if key not in self._known and not _read(key, values)}


def _read(key: str, values: Callable[[str], Mapping[str, Any]]) -> Row | None:
    try:
        told = values(key)
        row = told["colour"], told["placeholder"]
    except (Damaged, KeyError, TypeError):
        return None
    return row if _fits(*row) else None


def _plausible(colour: str, placeholder: str) -> bool:
    """Whether a row of our own is of today's kind; there may be 20,000 of them."""
    return len(colour) == 7 and len(placeholder) % 4 == 0 and placeholder.startswith(WEBP)


def _fits(colour: object, placeholder: object) -> bool:
    return fits("render", {"colour": colour, "placeholder": placeholder})
