"""WebP: one picture, its transparency, and the header that announces it."""

from __future__ import annotations

import re
from typing import Final

from bantin.publish.containers.reading import MORE, TAG, Damaged, Reading, name_of

_LOSSY, _LOSSLESS, _CANVAS, _ALPHA = b"VP8 ", b"VP8L", b"VP8X", b"ALPH"
_FILMS: Final = (b"ANIM", b"ANMF")
_ORDER = re.compile(b"VP8 |VP8L|VP8X(?:ALPH)?VP8 |VP8XVP8L")
_HAS_ALPHA: Final = 0x10
_IS_FILM: Final = 0x02
"""Flags of VP8X."""
_KEY_FRAME: Final = b"\x9d\x01\x2a"
_SIDE: Final = 0x3FFF
"""14 bits; VP8 keeps a hint for players in the two above."""


def read(webp: Reading) -> None:
    """Walk through a file that begins as a WebP.

    Pixels are not decoded: what somebody may put behind the last of them, but inside their
    chunk, is taken for pixels.

    Raises:
        Damaged: It can't be read to its end.
    """
    end = 8 + _number(webp, 4, 4)
    webp.span(0, end)
    chunks: dict[bytes, int] = {}
    place = 12
    while place < end:
        name, length = webp.span(place, 4), _number(webp, place + 4, 4)
        start, place = place + 8, place + 8 + length + length % 2
        if place > end:
            raise Damaged(start - 8)
        if length % 2 and webp.content[place - 1]:
            webp.note(TAG, place - 1, "+ 1 byte")
        if name in chunks or name in _FILMS:
            webp.note(MORE, start - 8, name_of(name))
        elif name in _READERS:
            chunks[name] = start
            _READERS[name](webp, start, length)
        else:
            webp.note(TAG, start - 8, name_of(name))
    if not _ORDER.fullmatch(b"".join(chunks)) or not _fits(webp, chunks):
        raise Damaged(12)
    webp.ends(end)


def _lossy(webp: Reading, start: int, length: int) -> None:
    if length < 10 or webp.number(start, 1) & 1 or webp.span(start + 3, 3) != _KEY_FRAME:
        raise Damaged(start)
    width, height = _number(webp, start + 6, 2), _number(webp, start + 8, 2)
    if (width | height) & ~_SIDE:
        webp.note(TAG, start + 6, "VP8")
    webp.shows(start, width & _SIDE, height & _SIDE)


def _lossless(webp: Reading, start: int, length: int) -> None:
    sides = _number(webp, start + 1, 4)
    if length < 5 or webp.number(start, 1) != 0x2F or sides >> 29:
        raise Damaged(start)
    webp.shows(start, 1 + (sides & _SIDE), 1 + (sides >> 14 & _SIDE))


def _canvas(webp: Reading, start: int, length: int) -> None:
    """Announces what comes; of all that only transparency may."""
    flags = webp.number(start, 1)
    if flags & _IS_FILM:
        webp.note(MORE, start, "VP8X")
    elif flags & ~_HAS_ALPHA or length != 10 or webp.number(start + 1, 3):
        webp.note(TAG, start, "VP8X")


def _alpha(webp: Reading, start: int, _length: int) -> None:
    if webp.number(start, 1) >> 6:
        webp.note(TAG, start, "ALPH")


def _fits(webp: Reading, chunks: dict[bytes, int]) -> bool:
    """Whether the canvas, if there is one, is as large as the picture."""
    if _CANVAS not in chunks:
        return True
    start = chunks[_CANVAS]
    return webp.size == (1 + _number(webp, start + 4, 3), 1 + _number(webp, start + 7, 3))


def _number(webp: Reading, place: int, length: int) -> int:
    """A whole number, lowest byte first."""
    return int.from_bytes(webp.span(place, length), "little")


_READERS: Final = {_LOSSY: _lossy, _LOSSLESS: _lossless, _CANVAS: _canvas, _ALPHA: _alpha}
