"""The one way in: an original is opened here, or refused."""

from __future__ import annotations

import os
import re
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from bantin import limits
from bantin.errors import Location, Problem, error
from bantin.photos import kinds

# Next marker of a JPEG: not a stuffed zero, not a restart.
_MARKER = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
_END = 0xD9
_SCAN = 0xDA
MOST_SCANS = 100
"""Encoders make about ten."""
_LOST = b"\0" * 512


class PhotoError(Exception):
    """An original can't become a photo; says why, for the one who put it there.

    Attributes:
        code: Key of the message, for example ``photo-heic``.
        values: What the message quotes; always has ``file``.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def problem(self, at: Location) -> Problem:
        """The finding, at the place where the photo is used."""
        return error(self.code, at, **self.values)


@contextmanager
def opened(path: Path, name: str) -> Iterator[tuple[BinaryIO, str]]:
    """The file at ``path`` with its format, one of ``kinds.FORMATS``, by content.

    A link is not followed and a pipe not waited for: what is read lies in the folder.

    Args:
        path: On this machine.
        name: As the writer knows it, for messages.

    Raises:
        PhotoError: Not a file, empty, too heavy, no access, or of a kind we don't render.
    """
    with _file(path, name) as file:
        head = file.read(kinds.HEAD_BYTES)
        found = kinds.kind(head)
        if found not in kinds.FORMATS:
            raise PhotoError(kinds.refusal(found), file=name, found=found)
        file.seek(0)
        yield file, found


def check_size(width: int, height: int, most: int, name: str) -> None:
    """Refuse a picture of more than ``most`` pixels, from what its header says.

    Raises:
        PhotoError: ``photo-too-large``.
    """
    if width * height > most or max(width, height) > limits.PHOTO_SIDE:
        raise too_large(most, name)


def too_large(most: int, name: str) -> PhotoError:
    """The refusal of a picture with more pixels than we decode."""
    return PhotoError("photo-too-large", file=name, limit=most // 1_000_000)


def check_whole(content: bytes, form: str, name: str) -> None:
    """Refuse a file that was not copied to its end: its place is kept, but full of zeros.

    The decoders of these formats make grey of them without a word. And refuse a JPEG with so
    many scans that it is none of a camera's: each takes a pass over the whole picture.

    Raises:
        PhotoError: ``photo-unreadable``, ``photo-too-slow``.
    """
    if form == "JPEG":
        _check_scans(content, name)
    elif form in ("WEBP", "AVIF", "HEIC"):
        end = 8 + int.from_bytes(content[4:8], "little") if form == "WEBP" else _end(content)
        if content[:end].endswith(_LOST):
            raise PhotoError("photo-unreadable", file=name)


def _end(content: bytes) -> int:
    """Where the pixels of an AVIF or HEIC end: ``mdat`` among the outermost boxes."""
    position = 0
    while len(head := content[position : position + 16]) >= 8:
        length = int.from_bytes(head[:4], "big")
        if length == 1:  # it stands behind the name, in eight bytes
            length = int.from_bytes(head[8:], "big")
        if head[4:8] == b"mdat" and length:
            return position + length
        position += max(length, 8)
    return len(content)


def _check_scans(jpeg: bytes, name: str) -> None:
    """The scans run up to the end marker."""
    position, scans = 2, 0
    while marker := _MARKER.search(jpeg, position):
        if marker[1][0] == _END:
            return
        scans += marker[1][0] == _SCAN
        if scans > MOST_SCANS:
            raise PhotoError("photo-too-slow", file=name)
        length = int.from_bytes(jpeg[marker.end() : marker.end() + 2], "big")
        position = marker.end() + length
    raise PhotoError("photo-unreadable", file=name)


def check_filled(pixels: int, jpeg: bytes, name: str) -> None:
    """Refuse a JPEG, not a progressive one, with fewer bytes than so many pixels can have.

    Each eight by eight of them take two bits at the least; libjpeg makes the rest grey.

    Raises:
        PhotoError: ``photo-unreadable``.
    """
    if pixels > len(jpeg) * 4 * 64:
        raise PhotoError("photo-unreadable", file=name)


@contextmanager
def quiet() -> Iterator[None]:
    """Keep what Pillow murmurs about odd files off the terminal; what matters it raises.

    Filters of warnings belong to the whole process: whoever starts threads that call
    ``probe`` or ``render`` puts this around them all.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _file(path: Path, name: str) -> Iterator[BinaryIO]:
    try:
        _require_file(os.lstat(path), name)
        handle = os.open(path, _flags())
    except OSError as failed:
        raise PhotoError("photo-no-access", file=name) from failed
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        _require_file(status, name)  # it may have been exchanged meanwhile
        _require_bytes(status.st_size, name)
        yield file


def _flags() -> int:
    """Binary, no link, no waiting for the other end of a pipe; each where the system has it."""
    names = ("O_RDONLY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
    flags = 0
    for flag in names:
        flags |= getattr(os, flag, 0)
    return flags


def _require_file(status: os.stat_result, name: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise PhotoError("photo-not-a-file", file=name)


def _require_bytes(size: int, name: str) -> None:
    if size == 0:
        raise PhotoError("photo-empty", file=name)
    if size > limits.PHOTO_BYTES:
        raise PhotoError("photo-too-heavy", file=name, limit=limits.PHOTO_BYTES // 1_000_000)
