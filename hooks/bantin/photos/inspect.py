"""What ``bantin photos report`` tells of an original; nothing of it is ever published.

docs/dev/photos.md tells how the numbers were chosen. All of it happens in a child (``worker``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from PIL import Image, ImageFilter
from PIL.ExifTags import IFD, Base
from PIL.ImageFile import ImageFile

from bantin.photos.probe import SIDEWAYS, UPRIGHT, turn_left_to_do
from bantin.photos.render import reduced, unchanged

VERSION: Final = 1
"""Raise it when the same original gives other values."""
SIDE: Final = 1_000
"""px, of the longer side of what is looked at: an eighth, quarter or half of most cameras'."""
TILE: Final = 64
"""px; sharpness is judged tile by tile, for a face may be sharp before a blurred hall."""
LEAST_RANGE: Final = 40
"""Levels between dark and light of a tile; with fewer there is nothing to be sharp."""
LEAST_TILES: Final = 6
SHARPEST: Final = 0.9
"""Share of the tiles that are less sharp than the one that speaks for the picture."""
HASH_SIDE: Final = 32
WAVES: Final = 8
COLOURS: Final = 4
LEAST_SPREAD: Final = 12
"""Levels; below that a picture is a plain surface, and like every other one."""
CAMERA_CHARACTERS: Final = 60

# Of a step from 0 to r it is r, of one blurred by s px about r / 4 / s²; a quarter fits 8 bits.
_LAPLACIAN: Final = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), 4, 128)
_COSINES: Final = [
    [math.cos(math.pi / HASH_SIDE * (place + 0.5) * wave) for place in range(HASH_SIDE)]
    for wave in range(WAVES + 1)
]
_MOMENT: Final = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)")


class Inspected(NamedTuple):
    """What an original shows and tells beside its size."""

    hash: str
    """64 bits in hexadecimal, alike where pictures are; empty: a plain surface."""
    colours: str
    """RGB of the fields of a grid, 48 bytes in hexadecimal."""
    sharpness: float | None
    """Of its sharpest parts, relative to their contrast; None: nothing in it could be sharp."""
    orientation: int
    """EXIF: 1 to 8; 0: none of these."""
    turned_twice: bool
    """Whether the tag turns pixels that a program has turned already."""
    taken: str
    """``2026-02-06 08:30:12`` by the camera's clock; empty: it does not tell."""
    camera: str
    """Maker and model; empty: it does not tell."""


def work(
    path: Path, name: str, values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Look at one original: ``Inspected`` under its fields' names.

    Raises:
        PhotoError: It can't be decoded, or is not the one with ``values["digest"]``.
    """
    image = unchanged(path, name, values["digest"])
    told = _told(image)
    seen = reduced(image, min(1.0, SIDE / max(image.size)))
    grey = seen.convert("L")
    found = Inspected(
        hash=perceptual_hash(grey),
        colours=seen.resize((COLOURS, COLOURS), Image.Resampling.BOX).tobytes().hex(),
        sharpness=sharpness(grey),
        **told,
    )
    return found._asdict(), {}


def perceptual_hash(grey: Image.Image) -> str:
    """Which of its slowest waves are above their median: scaling and saving keep that.

    Args:
        grey: Mode L.
    """
    small = grey.resize((HASH_SIDE, HASH_SIDE), Image.Resampling.LANCZOS)
    low, high = _between(small.histogram(), 0.02)
    if high - low < LEAST_SPREAD:
        return ""
    pixels = small.tobytes()
    rows = (pixels[y : y + HASH_SIDE] for y in range(0, len(pixels), HASH_SIDE))
    across = [[_product(row, wave) for wave in _COSINES] for row in rows]
    waves = [
        _product(column, wave)
        for wave in _COSINES[:WAVES]
        for column in list(zip(*across, strict=True))[:WAVES]
    ]
    waves[0] = _product([row[WAVES] for row in across], _COSINES[0])  # not the brightness
    median = sorted(waves)[len(waves) // 2]
    bits = sum((wave >= median) << place for place, wave in enumerate(waves))
    return f"{bits:016x}"


def sharpness(grey: Image.Image) -> float | None:
    """How steep the steepest edges of the sharpest tiles are, 1 being a step within a pixel.

    Args:
        grey: Mode L, its longer side at most ``SIDE`` px.
    """
    edges = grey.filter(_LAPLACIAN)
    found = sorted(_steepness(grey, edges))
    return round(found[int(len(found) * SHARPEST)], 3) if len(found) >= LEAST_TILES else None


def _steepness(grey: Image.Image, edges: Image.Image) -> Iterator[float]:
    # the filter leaves the outermost pixels as they are
    for top in range(1, grey.height - TILE, TILE):
        for left in range(1, grey.width - TILE, TILE):
            box = left, top, left + TILE, top + TILE
            low, high = _between(grey.crop(box).histogram(), 0.01)
            if high - low >= LEAST_RANGE:
                least, most = _between(edges.crop(box).histogram(), 0.005)
                yield 4 * max(128 - least, most - 128) / (high - low)


def _between(histogram: Sequence[int], share: float) -> tuple[int, int]:
    """The levels that leave a ``share`` of the pixels below and above them."""
    few = sum(histogram) * share
    return _level(histogram, few), 255 - _level(histogram[::-1], few)


def _level(histogram: Sequence[int], few: float) -> int:
    count = 0
    for level, pixels in enumerate(histogram):
        count += pixels
        if count >= few:
            return level
    return 255


def _product(values: Sequence[float], wave: Sequence[float]) -> float:
    return sum(map(float.__mul__, map(float, values), wave))


def _told(image: ImageFile) -> dict[str, Any]:
    """What its metadata say; broken ones say nothing."""
    try:
        top = dict(image.getexif())
        exif = dict(image.getexif().get_ifd(IFD.Exif))
    except Exception:  # noqa: BLE001 -- of every kind: SyntaxError, struct.error, KeyError …
        top, exif = {}, {}
    tag = top.get(Base.Orientation, UPRIGHT)
    orientation = tag if isinstance(tag, int) and tag in range(1, 9) else 0
    sides = exif.get(Base.ExifImageWidth), exif.get(Base.ExifImageHeight)
    sideways = turn_left_to_do(image) >= SIDEWAYS and image.width != image.height
    return {
        "orientation": orientation,
        "turned_twice": sideways and sides == image.size[::-1],
        "taken": _moment(exif.get(Base.DateTimeOriginal) or top.get(Base.DateTime)),
        "camera": _camera(top.get(Base.Make), top.get(Base.Model)),
    }


def _moment(value: object) -> str:
    found = _MOMENT.match(value) if isinstance(value, str) else None
    return "{}-{}-{} {}".format(*found.groups()) if found else ""


def _camera(make: object, model: object) -> str:
    names = [_plain(value) for value in (make, model)]
    if names[1].casefold().startswith(names[0].casefold()):
        names = names[1:]  # Canon, Canon EOS 80D
    return " ".join(filter(None, names))[:CAMERA_CHARACTERS]


def _plain(value: object) -> str:
    text = value if isinstance(value, str) else ""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
