"""What an original is, from its header: no pixel is decoded here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO, Final, NamedTuple

from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
from PIL.ExifTags import IFD, Base
from PIL.ImageFile import ImageFile

from bantin import limits
from bantin.photos.door import PhotoError, check_size, opened, too_large

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
        "AVIF": AvifImagePlugin.AvifImageFile,
    }
)


class Header(NamedTuple):
    """What the beginning of an original says."""

    width: int
    """px, as displayed."""
    height: int
    """px, as displayed."""
    format: str
    """One of ``kinds.FORMATS``."""
    located: bool
    """Whether it tells where it was taken."""


def probe(path: Path, name: str) -> Header:
    """Measure the original at ``path``.

    Args:
        path: On this machine.
        name: As the writer knows it, '/'-separated, for messages.

    Raises:
        PhotoError: It can't become a photo.
    """
    with opened(path, name) as (file, form):
        image = read_header(file, form, name)
        return Header(*_displayed(image), form, _is_located(image))


def work(
    path: Path, name: str, values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The same as a task: ``Header`` under its fields' names."""
    return probe(path, name)._asdict(), {}


def read_header(file: BinaryIO, form: str, name: str) -> ImageFile:
    """Open a picture whose format is known; its pixels stay undecoded.

    Raises:
        PhotoError: Damaged, or larger than the limits.
    """
    most = limits.PHOTO_PIXELS if form == "JPEG" else limits.PHOTO_PIXELS_WHOLE
    try:
        image = _READERS[form](file)
    except Image.DecompressionBombError as failed:  # some readers ask before we can
        raise too_large(most, name) from failed
    except Exception as failed:  # of every kind: OSError, SyntaxError, struct.error …
        raise PhotoError("photo-unreadable", file=name) from failed
    if image.info.get("progressive"):
        most = limits.PHOTO_PIXELS_PROGRESSIVE
    check_size(*image.size, most, name)
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


def _is_located(image: ImageFile) -> bool:
    try:
        return bool(image.getexif().get_ifd(IFD.GPSInfo))
    except Exception:  # noqa: BLE001 -- broken EXIF tells nobody anything
        return False


def _orientation(image: ImageFile) -> int:
    try:
        found = image.getexif().get(Base.Orientation, UPRIGHT)
    except Exception:  # noqa: BLE001 -- broken EXIF says nothing about the pixels
        return UPRIGHT
    return found if isinstance(found, int) and found in range(1, 9) else UPRIGHT
