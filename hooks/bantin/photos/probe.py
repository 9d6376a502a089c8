"""What an original is, from its header: no pixel is decoded here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, BinaryIO, Final, NamedTuple

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
from bantin.photos.kinds import refusal

UPRIGHT: Final = 1
SIDEWAYS: Final = 5
"""From this EXIF orientation on, width and height change places."""
_MOST: Final = {"JPEG": limits.PHOTO_PIXELS, "WEBP": limits.PHOTO_PIXELS_WEBP}
_SUBFILE_TYPE: Final = 254
_REDUCED: Final = 1
_DNG: Final = 50_706
_PNG_SIGNATURE: Final = 8
_PNG_TEXT: Final = b"Raw profile type exif"
_PNG_EXIF: Final = {"exif", _PNG_TEXT.decode()}


def _heic(file: BinaryIO) -> ImageFile:
    """The primary picture; libheif turns it upright.

    A thumbnail is never taken for it, though Pillow's ``draft`` would ask for one: programs
    leave those of the uncropped picture behind.

    Raises:
        ImportError: The extra ``heif`` is not installed.
    """
    from pillow_heif import options
    from pillow_heif.as_plugin import HeifImageFile

    options.THUMBNAILS = False
    options.DECODE_THREADS = 1
    return HeifImageFile(file)  # type: ignore[no-untyped-call]


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
        "HEIC": _heic,
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
    most = _MOST.get(form, limits.PHOTO_PIXELS_WHOLE)
    try:
        image = _READERS[form](file)
    except ImportError as absent:
        raise PhotoError(refusal(form), file=name) from absent
    except Image.DecompressionBombError as failed:  # some readers ask before we can
        raise too_large(most, name) from failed
    except Exception as failed:  # of every kind: OSError, SyntaxError, struct.error …
        raise PhotoError("photo-unreadable", file=name) from failed
    if image.info.get("progressive"):
        most = limits.PHOTO_PIXELS_PROGRESSIVE
    if isinstance(image, TiffImagePlugin.TiffImageFile) and _is_raw(image):
        raise PhotoError("photo-raw", file=name)
    check_size(*image.size, most, name)
    return image


def _is_raw(image: TiffImagePlugin.TiffImageFile) -> bool:
    """Whether a camera's raw picture dresses up as a TIFF: first of all it has a thumbnail."""
    return bool(image.tag_v2.get(_SUBFILE_TYPE, 0) & _REDUCED) or _DNG in image.tag_v2


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
        return bool(_exif(image).get_ifd(IFD.GPSInfo))
    except Exception:  # noqa: BLE001 -- broken EXIF tells nobody anything
        return False


def _orientation(image: ImageFile) -> int:
    try:
        found = _exif(image).get(Base.Orientation, UPRIGHT)
    except Exception:  # noqa: BLE001 -- broken EXIF says nothing about the pixels
        return UPRIGHT
    return found if isinstance(found, int) and found in range(1, 9) else UPRIGHT


def _exif(image: ImageFile) -> Image.Exif:
    """What a picture tells; of a PNG without decoding it, as Pillow would to look behind it."""
    if isinstance(image, PngImagePlugin.PngImageFile) and _is_silent(image):
        return Image.Exif()
    return image.getexif()


def _is_silent(image: PngImagePlugin.PngImageFile) -> bool:
    """Whether neither before nor behind the pixels of a PNG there is any EXIF."""
    if image.fp is None or _PNG_EXIF & image.info.keys():
        return False
    before = image.fp.tell()
    try:
        return not any(_chunks(image.fp))
    finally:
        image.fp.seek(before)


def _chunks(file: IO[bytes]) -> Iterator[bool]:
    """Of each chunk of a PNG, whether it is EXIF."""
    file.seek(_PNG_SIGNATURE)
    while len(head := file.read(8)) == 8:
        name, length = head[4:], int.from_bytes(head[:4], "big")
        start = file.read(min(length, len(_PNG_TEXT)))
        yield name == b"eXIf" or start == _PNG_TEXT
        if name == b"IEND":
            return
        file.seek(length - len(start) + 4, os.SEEK_CUR)
