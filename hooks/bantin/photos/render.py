"""From an original to the bytes of its renditions: pixels on a fresh canvas, nothing else.

The order is what makes it quick: a JPEG is decoded at a half, quarter or eighth of its size,
each smaller width is made from the next larger one, and only the small ones are turned.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

from PIL import Image, features
from PIL.ImageFile import ImageFile

from bantin.photos import colour
from bantin.photos.door import PhotoError, opened, quiet, reaches_its_end
from bantin.photos.probe import SIDEWAYS, read_header, turn_left_to_do
from bantin.pictures import Original, Picture, Rendition

REDUCING_GAP: Final = 3.0
"""A source more than so many times too large is first averaged: as good, and quicker."""

_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ENCODERS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "webp": ("WEBP", {"method": 2}),
    "jpg": ("JPEG", {"progressive": True, "optimize": True, "subsampling": "4:2:0"}),
}


def codecs() -> str:
    """Versions of everything that decides about bytes: part of every rendition's key."""
    parts = ("pil", "libjpeg_turbo", "jpg", "webp", "littlecms2", "zlib", "zlib_ng", "libtiff")
    return " ".join(f"{part} {features.version(part)}" for part in parts)


def render(path: Path, picture: Picture, folder: Path) -> None:
    """Write ``<width>.webp`` for every rendition and ``<width>.jpg`` into ``folder``.

    Args:
        path: The original on this machine.
        picture: Its plan.
        folder: Exists, and is nobody else's.

    Raises:
        PhotoError: The original can't be decoded, or is no longer the one that was planned.
        OSError: ``folder`` can't be written.
    """
    with quiet():
        for name, payload in _payloads(path, picture).items():
            (folder / name).write_bytes(payload)


def file_name(rendition: Rendition) -> str:
    """Name of a rendition among those of its original: ``960.webp``."""
    return f"{rendition.width}.{rendition.format}"


def unchanged(path: Path, original: Original) -> ImageFile:
    """The original once more, its pixels not yet decoded.

    Raises:
        PhotoError: It can't be opened, or is no longer the one that was probed.
    """
    name = original.path
    with opened(path, name) as (file, form):
        content = _read(file, name)
    if hashlib.sha256(content).hexdigest() != original.digest:
        raise PhotoError("photo-changed", file=name)
    if form == "JPEG" and not reaches_its_end(content):
        raise PhotoError("photo-unreadable", file=name)
    return read_header(io.BytesIO(content), form, name)


def upright(image: Image.Image, turn: int) -> Image.Image:
    """The pixels as they are meant to be seen; ``turn`` is the EXIF orientation (1-8)."""
    return image.transpose(_TURNS[turn]) if turn in _TURNS else image


def _payloads(path: Path, picture: Picture) -> dict[str, bytes]:
    image = unchanged(path, picture.original)
    try:
        return dict(_encoded(image, picture))
    except Exception as failed:  # Pillow raises nearly everything at a damaged file
        raise PhotoError("photo-unreadable", file=picture.original.path) from failed


def _read(file: BinaryIO, name: str) -> bytes:
    try:
        return file.read()
    except OSError as failed:
        raise PhotoError("photo-no-access", file=name) from failed


def _encoded(image: ImageFile, picture: Picture) -> Iterator[tuple[str, bytes]]:
    """File name and bytes of each rendition, largest first."""
    turn = turn_left_to_do(image)
    largest, *smaller = reversed(picture.renditions)
    pixels = _first(image, _as_stored(largest, turn))
    for rendition in (largest, *smaller):
        pixels = _resized(pixels, _as_stored(rendition, turn))
        shown = upright(pixels, turn)
        yield file_name(rendition), _saved(shown, rendition)
        if rendition.width == picture.fallback.width:
            yield file_name(picture.fallback), _saved(shown, picture.fallback)


def _first(image: ImageFile, size: tuple[int, int]) -> Image.Image:
    """The first frame at ``size`` (px, as stored), flat, in sRGB."""
    profile = image.info.get("icc_profile")
    drafted = image.draft("RGB", size)
    image.load()
    box = drafted[1] if drafted else None
    small = colour.flat(image).resize(
        size, Image.Resampling.LANCZOS, box, reducing_gap=REDUCING_GAP
    )
    return colour.to_srgb(small, profile)


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _as_stored(rendition: Rendition, turn: int) -> tuple[int, int]:
    size = rendition.width, rendition.height
    return size[::-1] if turn >= SIDEWAYS else size


def _saved(image: Image.Image, rendition: Rendition) -> bytes:
    """The encoded pixels; the canvas is new, so that nothing but pixels can come along."""
    canvas = Image.new("RGB", image.size)
    canvas.paste(image)
    form, options = _ENCODERS[rendition.format]
    target = io.BytesIO()
    canvas.save(target, form, quality=rendition.quality, **options)
    return target.getvalue()
