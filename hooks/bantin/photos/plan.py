"""Which renditions an original gets: sizes and names, before any pixel moves."""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from bantin.photos.kinds import decoder
from bantin.photos.profiles import CARD, MAX_SIDE, PROFILES, RECIPE, Profile
from bantin.pictures import (
    UNTREATED,
    CardText,
    Crops,
    Original,
    Picture,
    Rendition,
    ShareCard,
    Sign,
    Signs,
    Treatment,
)
from bantin.vietnamese.text import slug

MIDDLE: Final = (0.5, 0.5)
LOGO_HEIGHT: Final = 96
"""px; twice what the header shows, and the least that an original must have."""
LOGO_WIDTH: Final = 480
"""px; of a lettering beside which the header's other words still fit."""
FAVICON_SIDE: Final = 48
TOUCH_SIDE: Final = 180
LOGO_PROFILE: Final = f"logo 1 {LOGO_WIDTH}x{LOGO_HEIGHT} {FAVICON_SIDE} {TOUCH_SIDE} png"
"""Raise its number when ``logo.draw`` gives other pixels or bytes for the same original."""
KEY_CHARACTERS: Final = 12
NAMELESS: Final = "photo"
"""Stem of an original whose name holds no letter or digit."""

_DIGITS = re.compile("([0-9]+)")

NaturalKey = tuple[tuple[tuple[int, str], ...], tuple[tuple[int, str], ...], str, str]


class Size(NamedTuple):
    """Sides in px."""

    width: int
    height: int


def fit(source: Size, box: Size) -> Size:
    """Largest size inside ``box`` (px) with the same shape; never enlarges, never below 1 px.

    Raises:
        ValueError: A side is below 1 px.
    """
    if min(*source, *box) < 1:
        raise ValueError(f"sides must be >= 1 px, got {source} into {box}")
    if source.width <= box.width and source.height <= box.height:
        return source
    if source.width * box.height > source.height * box.width:  # wider than the box
        return Size(box.width, _share(source.height, box.width, source.width))
    return Size(_share(source.width, box.height, source.height), box.height)


def plan(
    original: Original,
    stem: str,
    codecs: str,
    treatment: Treatment = UNTREATED,
    focus: tuple[float, float] | None = None,
    *,
    cropped: bool = False,
    first: bool = False,
) -> Picture:
    """Name and measure every rendition of ``original``.

    Args:
        original: What was found in the writer's folder.
        stem: Address without width, key and suffix: ``images/2026/a/01`` (``address_stem``).
        codecs: Versions of what encodes (``render.codecs``): other versions, other bytes.
        treatment: What is drawn into the pixels.
        focus: What the crops keep in sight, in fractions as displayed; None: the middle.
        cropped: Whether it stands for a bulletin in lists and cards.
        first: Whether a page may show it before anything else, as it does what is cropped.
    """
    codecs += decoder(original.format)
    key, ahead = (_key(original.digest, codecs, use, treatment) for use in ("photo", "first"))
    waited_for = (cropped or first) and original.width > PROFILES["first"].widths[0]
    return Picture(
        original,
        key,
        _renditions(original, stem, "photo", key),
        _renditions(original, stem, "plain", key),
        treatment,
        _crops(original, stem, codecs, treatment, focus or MIDDLE) if cropped else None,
        _renditions(original, stem, "first", ahead) if waited_for else (),
        ahead,
    )


def plan_document(original: Original, stem: str, codecs: str) -> Picture:
    """Name and measure the one rendition of a picture under docs/."""
    key = _key(original.digest, codecs + decoder(original.format), "document", UNTREATED)
    return Picture(original, key, _renditions(original, stem, "document", key), ())


def plan_card(picture: Picture, stem: str, words: CardText, codecs: str) -> ShareCard:
    """Name what other sites show beside a link to a page.

    Args:
        picture: Whose original it shows; one without width or height: no photo at all.
        stem: Its address without width, key and suffix.
        words: What is written on it.
        codecs: As ``plan``, and the versions of what draws letters (``lettering.versions``).
    """
    original, focus = picture.original, picture.crops.focus if picture.crops else MIDDLE
    written = repr((*words[:-1], _digest(words.logo)))
    codecs += decoder(original.format)
    key = _key(original.digest, codecs, f"card {focus} {written}", picture.treatment)
    address = f"{stem}.{CARD[0]}.{key}.jpg"
    return ShareCard(key, Rendition(address, *CARD, "jpg", "card"), words)


@lru_cache(maxsize=4)
def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def plan_logo(original: Original, codecs: str) -> Signs:
    """Name and measure what is drawn of a logo; its files come later.

    Args:
        original: At least ``LOGO_HEIGHT`` px high and wide.
        codecs: As ``plan``.
    """
    key = _key(original.digest, codecs, LOGO_PROFILE, UNTREATED)
    header = fit(Size(original.width, original.height), Size(LOGO_WIDTH, LOGO_HEIGHT))
    return Signs(
        logo=_sign("logo", header.height, header, key),
        favicon=_sign("favicon", FAVICON_SIDE, Size(FAVICON_SIDE, FAVICON_SIDE), key),
        touch_icon=_sign("touch-icon", TOUCH_SIDE, Size(TOUCH_SIDE, TOUCH_SIDE), key),
    )


def address_stem(folder: str, file: str) -> str:
    """``images/2026/a`` and ``Hội nghị 1.JPG`` -> ``images/2026/a/hoi-nghi-1``.

    Files of one folder may share a stem: the key in the name keeps them apart.
    """
    name = _slug(file)
    return f"{folder}/{name}" if folder else name  # it may be the top


@lru_cache(maxsize=4096)
def _slug(file: str) -> str:
    """Of a name without its suffix; cameras count from 1 in every folder."""
    try:
        return slug(posixpath.splitext(file)[0])
    except ValueError:  # nothing is left of it
        return NAMELESS


def natural_key(name: str) -> NaturalKey:
    """Sorts file names as people count them: ``2.jpg``, ``10.jpg``; capitals don't matter.

    Total: different names never share a key, so that the order depends on nothing else.
    """
    plain = name if name.isascii() else unicodedata.normalize("NFC", name)
    stem, suffix = posixpath.splitext(unicodedata.normalize("NFC", plain.casefold()))
    return _counted(stem), _counted(suffix), plain, name


@lru_cache(maxsize=4096)
def _counted(text: str) -> tuple[tuple[int, str], ...]:
    """Words and numbers in turn; of two numbers the longer is the larger."""
    words = [(0, word) for word in _DIGITS.split(text)]
    for place in range(1, len(words), 2):
        number = words[place][1].lstrip("0")
        words[place] = (len(number), number)
    return tuple(words)


def _crops(
    original: Original,
    stem: str,
    codecs: str,
    treatment: Treatment,
    focus: tuple[float, float],
) -> Crops:
    def cut(profile: str) -> tuple[Rendition, ...]:
        # profiles may share a width and a format: each has a key of its own
        key = _key(original.digest, codecs, f"{profile} {focus}", treatment)
        return _renditions(original, stem, profile, key)

    return Crops(
        _key(original.digest, codecs, f"crops {focus}", treatment),
        focus,
        cut("cover"),
        cut("cover-plain")[0],
        cut("square"),
        cut("square-plain")[0],
    )


def _renditions(original: Original, stem: str, name: str, key: str) -> tuple[Rendition, ...]:
    return tuple(
        [
            Rendition(f"{stem}.{width}.{key}.{suffix}", width, height, suffix, name)
            for width, height, suffix in _sizes(original.width, original.height, name)
        ]
    )


@lru_cache(maxsize=1024)
def _sizes(width: int, height: int, name: str) -> tuple[tuple[int, int, str], ...]:
    """Sides and format of a profile's renditions, smallest first; cameras are few."""
    profile = PROFILES[name]
    source = _cut(Size(width, height), profile)
    boxes = (Size(wide, MAX_SIDE) for wide in profile.widths)
    sizes = sorted({fit(source, box) for box in boxes})
    return tuple((*size, profile.format) for size in sizes)


def _cut(source: Size, profile: Profile) -> Size:
    """The largest part of a picture that has the profile's shape."""
    if profile.shape is None:
        return source
    wide, high = profile.shape
    if source.width * high > source.height * wide:
        return Size(_share(source.height, wide, high), source.height)
    return Size(source.width, _share(source.width, high, wide))


def _sign(name: str, mark: int, size: Size, key: str) -> Sign:
    return Sign(f"assets/{name}.{mark}.{key}.png", size.width, size.height, "image/png")


def _key(digest: str, codecs: str, profile: str, treatment: Treatment) -> str:
    """12 characters of SHA-256 over all that decides about the bytes of some renditions."""
    parts = [digest, RECIPE, profile, codecs]
    parts += [] if treatment is UNTREATED or treatment == UNTREATED else [repr(treatment)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:KEY_CHARACTERS]


def _share(length: int, numerator: int, denominator: int) -> int:
    """``length * numerator / denominator``, halves up, at least 1."""
    return max(1, (2 * length * numerator + denominator) // (2 * denominator))
