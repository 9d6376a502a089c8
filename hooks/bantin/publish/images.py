"""Every picture of a built site is pixels and nothing else, whoever put it there.

Photos and signs come from fresh canvases, but themes, other plugins and a damaged store can put
pictures into a site, too. Containers are read to their last byte against a list of what they
may hold; no pixel is decoded. What is hidden among the pixels themselves isn't seen here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from bantin.photos.kinds import is_photo_name, kind
from bantin.publish.containers import avif, jpeg, png, reading, webp
from bantin.publish.containers.reading import Bounds, Finding, Reading

HEAD_BYTES: Final = 160
"""As many as tell any picture from other files."""
READERS: Final = MappingProxyType[str, Callable[[Reading], None]](
    {"JPEG": jpeg.read, "PNG": png.read, "WEBP": webp.read, "AVIF": avif.read}
)
"""By what ``photos.kinds`` calls them: the formats of our renditions and signs, no others."""
SUFFIXES: Final = MappingProxyType(
    {
        ".jpg": "JPEG",
        ".jpeg": "JPEG",
        ".jpe": "JPEG",
        ".jfif": "JPEG",
        ".png": "PNG",
        ".webp": "WEBP",
        ".avif": "AVIF",
    }
)
"""What a picture of a name must be."""

_REFUSED: Final = (
    *("GIF", "TIFF", "BMP", "ICO", "HEIC", "RAW", "DICOM", "PSD"),
    *("JPEG XL", "JPEG 2000"),
)
"""Pictures that we never draw, so that nobody has looked into them."""
_OTHER_SUFFIXES: Final = (".apng", ".cur", ".heics", ".heifs", ".ico", ".jxr", ".tga")
"""Of pictures, beside those that writers hand in."""
_DRAWINGS: Final = (".svg",)
"""The gate reads them as pages."""

RULES: Final = (
    "limits.py",
    "photos/kinds.py",
    "publish/containers/reading.py",
    "publish/containers/jpeg.py",
    "publish/containers/png.py",
    "publish/containers/webp.py",
    "publish/containers/av1.py",
    "publish/containers/avif.py",
    "publish/images.py",
)
"""The code that a verdict depends on, besides the file."""


def is_picture(name: str, head: bytes) -> bool:
    """Whether a file is a picture, by its name or by its first bytes.

    Args:
        name: Path or name; only the suffix counts.
        head: Its first ``HEAD_BYTES``, fewer if it is shorter.
    """
    suffix = _suffix(name)
    named = suffix in _OTHER_SUFFIXES or is_photo_name(f"a{suffix}")
    return (named and suffix not in _DRAWINGS) or _kind(head) in (*READERS, *_REFUSED)


def findings(name: str, content: bytes, bounds: Bounds | None = None) -> tuple[Finding, ...]:
    """What is wrong with a picture; nothing if it is pixels alone.

    Args:
        name: Path or name; its suffix must be that of the content.
        content: The whole file, of any content.
        bounds: The largest that may go out; by default a little more than our widest.

    Returns:
        Codes of messages, each with its place in the file (bytes from 0) and a name for what
        stands there; at most ``reading.LISTED``.
    """
    found = _kind(content[:HEAD_BYTES])
    read = READERS.get(found)
    picture = Reading(content, bounds or Bounds())
    if read is None or SUFFIXES.get(_suffix(name)) != found:
        picture.note(reading.KIND, 0, found or "?")
    if read is not None:
        try:
            read(picture)
        except reading.Damaged as broken:
            picture.note(reading.DAMAGED, broken.place, found)
    return picture.findings


def findings_of(path: Path) -> tuple[Finding, ...]:
    """The same for a file, of which no more is read than its head if it is no picture.

    Raises:
        OSError: It can't be read.
    """
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        if not is_picture(path.name, head):
            return ()
        return findings(path.name, head + file.read())


@cache
def fingerprint() -> str:
    """Of the rules: SHA-256, hexadecimal. A verdict under other rules is worth nothing."""
    house = resources.files("bantin")
    whole = hashlib.sha256()
    for name in RULES:
        whole.update(f"\0{name}\0".encode() + house.joinpath(name).read_bytes())
    return whole.hexdigest()


def _kind(head: bytes) -> str:
    """By its first bytes; a text that happens to begin with BM is no picture."""
    found = kind(head)
    return "" if found == "BMP" and b"\0" not in head else found


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
