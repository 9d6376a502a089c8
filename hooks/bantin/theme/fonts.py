"""Be Vietnam Pro for the web: two weights, cut to the letters that the pages need.

One file per weight holds Latin and Vietnamese together, because Vietnamese text needs both:
ă and ế in one word. The family has no arrows; scripts and templates draw theirs.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

import fontpkg_be_vietnam_pro as family

from bantin.cache import Cache

WEIGHTS: Final = {400: "BeVietnamPro-Regular", 600: "BeVietnamPro-SemiBold"}
LICENCE: Final = "OFL.txt"
"""Published beside the fonts, as the SIL Open Font License asks."""
FEATURES: Final = ("ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum")
"""Layout that is kept: marks in their places, kerning, figures of one width for tables."""
LETTERS: Final = frozenset(
    {
        *range(0x20, 0x7F),  # Latin
        *range(0xA0, 0x180),  # Latin-1, Latin Extended-A: ă, đ, ĩ, ũ, and names from abroad
        *map(ord, "ƠơƯư"),
        *range(0x1EA0, 0x1EFA),  # Vietnamese letters with two marks
        *range(0x300, 0x304),  # grave, acute, circumflex, tilde: text that is not yet NFC
        *map(ord, "\u0306\u0309\u031b\u0323"),  # breve, hook above, horn, dot below
        *map(ord, "–—‘’‚“”„•…‹›₫€™−≈≤≥"),
    }
)


@dataclass(frozen=True)
class Typeface:
    """One weight of the family."""

    weight: int
    payload: bytes
    """WOFF2."""


def typefaces(cache: Cache) -> tuple[Typeface, ...]:
    """Both weights; cut once and kept by the versions of the tool and the family."""
    return tuple(_typeface(weight, cache) for weight in WEIGHTS)


def licence() -> bytes:
    """The text of the licence."""
    return bytes((family.ROOT / "LICENSE").read_bytes())


def _typeface(weight: int, cache: Cache) -> Typeface:
    key = "\n".join(_recipe(weight))
    payload = cache.get("font", key)
    if payload is None:
        payload = _cut(WEIGHTS[weight])
        cache.put("font", key, payload)
    return Typeface(weight, payload)


def _recipe(weight: int) -> Iterator[str]:
    """Everything that decides about the bytes."""
    yield from (f"{name} {version(name)}" for name in ("fonttools", "brotli"))
    yield f"{WEIGHTS[weight]} {version('fontpkg-be-vietnam-pro')}"
    yield " ".join((*FEATURES, *map(str, sorted(LETTERS))))


def _cut(name: str) -> bytes:
    from fontTools import subset  # a fifth of a second that only this function needs

    options = subset.Options(
        flavor="woff2",
        layout_features=list(FEATURES),
        hinting=False,  # screens of today smooth without, and it is half of the bytes
        name_IDs=[0, 1, 2, 13, 14],  # copyright, names and licence stay in the file
    )
    target = io.BytesIO()
    with subset.load_font(str(family.ROOT / "files" / f"{name}.ttf"), options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=LETTERS)
        cutter.subset(font)
        subset.save_font(font, target, options)
    return target.getvalue()
