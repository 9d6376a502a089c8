"""What an original is, from its header: no pixel is decoded here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final

from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
from PIL.ExifTags import Base
from PIL.ImageFile import ImageFile

from bantin.photos.door import PhotoError, check_size, opened, quiet, too_large
from bantin.pictures import Original

UPRIGHT: Final = 1
SIDEWAYS: Final = 5
"""From this EXIF orientation on, width and height change places."""

# Pillow's readers by name, not Image.open: no other of its forty formats can be reached, a
# phone's 200 megapixels are not a "bomb" (our own limits are), and of an MPO the first
# picture is seen as the JPEG it is.
_READERS: Final[Mapping[str, Callable[[BinaryIO], ImageFile]]] = MappingProxyType(
    {
        "JPEG": JpegImagePlugin.JpegImageFile,
        "PNG": PngImagePlugin.PngImageFile,
        "WEBP": WebPImagePlugin.WebPImageFile,
        "GIF": GifImagePlugin.GifImageFile,
        "TIFF": TiffImagePlugin.TiffImageFile,
        "BMP": BmpImagePlugin.BmpImageFile,
    }
)


def probe(path: Path, name: str, digest: Callable[[Path], str]) -> Original:
    """Measure the original at ``path``.

    Args:
        path: On this machine.
        name: As the writer knows it, '/'-separated, for messages and ``Original.path``.
        digest: SHA-256 of a file, hexadecimal (``Freshness.digest``).

    Raises:
        PhotoError: It can't become a photo.
    """
    with quiet(), opened(path, name) as (file, form):
        image = read_header(file, form, name)
        width, height = _displayed(image)
    try:
        return Original(name, width, height, form, digest(path))
    except OSError as failed:
        raise PhotoError("photo-no-access", file=name) from failed


def read_header(file: BinaryIO, form: str, name: str) -> ImageFile:
    """Open a picture whose format is known; its pixels stay undecoded.

    Raises:
        PhotoError: Damaged, or larger than the limits.
    """
    try:
        image = _READERS[form](file)
    except Image.DecompressionBombError as failed:  # some readers ask before we can
        raise too_large(form, name) from failed
    except Exception as failed:  # of every kind: OSError, SyntaxError, struct.error …
        raise PhotoError("photo-unreadable", file=name) from failed
    check_size(*image.size, form, name)
    return image


def turn_left_to_do(image: ImageFile) -> int:
    """EXIF orientation (1-8) to apply once the pixels are there; a TIFF turns itself."""
    return UPRIGHT if image.format == "TIFF" else _orientation(image)


def _displayed(image: ImageFile) -> tuple[int, int]:
    turned = isinstance(image, TiffImagePlugin.TiffImageFile) and (
        Base.Orientation in image.tag_v2  # its reader has exchanged the sides already
    )
    sideways = not turned and _orientation(image) >= SIDEWAYS
    return (image.height, image.width) if sideways else (image.width, image.height)


def _orientation(image: ImageFile) -> int:
    try:
        found = image.getexif().get(Base.Orientation, UPRIGHT)
    except Exception:  # noqa: BLE001 -- broken EXIF says nothing about the pixels
        return UPRIGHT
    return found if isinstance(found, int) and found in range(1, 9) else UPRIGHT
