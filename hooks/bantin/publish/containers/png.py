"""PNG: header, palette, transparency and one stream of pixels, to its last byte."""

from __future__ import annotations

import struct
import zlib
from typing import Final, NamedTuple

from bantin.publish.containers.reading import MORE, TAG, Damaged, Reading, name_of

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
PIECE: Final = 16_384
"""Bytes unpacked at once: at most 17 MB come of them."""

_GREY, _COLOURS, _PALETTE = 0, 2, 3
_CHANNELS: Final = {_GREY: 1, _COLOURS: 3, _PALETTE: 1, 4: 2, 6: 4}
"""By colour type."""
_WHOLE: Final = ((0, 0, 1, 1),)
_INTERLACED: Final = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
"""First column and row of each pass, and how many columns and rows it goes on by."""
_PICTURES: Final = (b"acTL", b"fcTL", b"fdAT", b"IDAT", b"IHDR")
"""What makes another picture, where it isn't the first."""


class _Header(NamedTuple):
    width: int
    height: int
    depth: int
    colour: int
    compression: int
    filters: int
    interlaced: int

    def length(self) -> int:
        """Bytes of the pixels, unpacked."""
        bits = self.depth * _CHANNELS[self.colour]
        total = 0
        for left, top, across, down in _INTERLACED if self.interlaced else _WHOLE:
            columns = -((left - self.width) // across)
            rows = -((top - self.height) // down)
            if columns > 0 and rows > 0:
                total += rows * (1 + (columns * bits + 7) // 8)
        return total


class _Stream:
    """The pixels, unpacked and thrown away: nothing may be left when they are complete."""

    def __init__(self, png: Reading, length: int) -> None:
        self._png = png
        self._left = length
        self._unzip = zlib.decompressobj()

    def feed(self, place: int, data: bytes) -> None:
        """One piece of it, at a place of the file."""
        if self._png.is_too_large:
            return  # as it is refused already, nobody need wait for it
        for start in range(0, len(data), PIECE):
            piece = data[start : start + PIECE]
            if not self._unzip.eof:
                try:
                    self._left -= len(self._unzip.decompress(piece))
                except zlib.error as broken:
                    raise Damaged(place) from broken
                piece = self._unzip.unused_data
            if piece or self._left < 0:
                self._png.note(MORE, place, "IDAT")
                return

    def ends(self, place: int) -> None:
        """There is no more of it."""
        complete = self._unzip.eof and self._left <= 0
        if not complete and not self._png.is_too_large:
            raise Damaged(place)


def read(png: Reading) -> None:
    """Walk through a file that begins as a PNG.

    Raises:
        Damaged: It can't be read to its end.
    """
    place = len(SIGNATURE)
    header = _header(png, place)
    stream = _Stream(png, header.length())
    name, seen, entries = b"IHDR", {b"IHDR"}, 0
    while name != b"IEND":
        place += 12 + png.number(place, 4)
        before, (name, data) = name, _chunk(png, place)
        if name == b"IDAT" and (before == name or name not in seen):
            stream.feed(place, data)
        elif name in _PICTURES:
            png.note(MORE, place, name_of(name))
        elif name in seen or not _belongs(name, data, header, entries):
            png.note(TAG, place, name_of(name))
        elif name == b"PLTE":
            entries = len(data) // 3
        seen.add(name)
    stream.ends(place)
    png.ends(place + 12)


def _chunk(png: Reading, place: int) -> tuple[bytes, bytes]:
    """Name and data of the chunk at a place, its checksum right."""
    length = png.number(place, 4)
    whole = png.span(place + 4, 4 + length)
    if zlib.crc32(whole) != png.number(place + 8 + length, 4):
        raise Damaged(place)
    return whole[:4], whole[4:]


def _header(png: Reading, place: int) -> _Header:
    name, data = _chunk(png, place)
    if name != b"IHDR" or len(data) != 13:
        raise Damaged(place)
    header = _Header(*struct.unpack(">IIBBBBB", data))
    known = header.colour in _CHANNELS and header.depth in (1, 2, 4, 8, 16)
    if not known or header[4:6] != (0, 0) or header.interlaced > 1:
        raise Damaged(place)
    png.shows(place, header.width, header.height)
    return header


def _belongs(name: bytes, data: bytes, header: _Header, entries: int) -> bool:
    """Whether a chunk is one without which the pixels can't be understood."""
    if name == b"PLTE":
        fits = len(data) % 3 == 0 and len(data) <= 3 << header.depth
        return header.colour == _PALETTE and fits
    if name == b"tRNS":
        if header.colour == _PALETTE:
            return len(data) <= entries
        return len(data) == {_GREY: 2, _COLOURS: 6}.get(header.colour)
    return name == b"IEND" and not data
