"""AV1, as it lies in an AVIF: units that say what they are and how long."""

from __future__ import annotations

import re
from typing import Final

from bantin.publish.containers.reading import MORE, TAG, Damaged, Reading

SEQUENCE_BYTES: Final = 16
"""Of the unit that describes the sequence; for a still picture it needs 9 or 10."""

_SEQUENCE, _DELIMITER = 1, 2
_KNOWN: Final = (_SEQUENCE, _DELIMITER, 3, 4, 6)
"""Metadata (5) and padding (15) are none of them."""
_ONE_PICTURE = re.compile("2?1(?:6|34+)")
"""A frame, or its header and its tiles."""
_PLAIN: Final = 0x02
"""Of a unit's first byte, the kind aside: it has a length, no layer, nothing reserved."""


def read(avif: Reading, place: int, end: int) -> None:
    """Walk through the units between two places.

    Raises:
        Damaged: They are no units, or of another size than the file says.
    """
    start, kinds = place, ""
    while place < end:
        head = avif.number(place, 1)
        kind, (length, inside) = head >> 3, _length(avif, place + 1)
        if head & ~0x78 != _PLAIN or inside + length > end:
            raise Damaged(place)
        too_long = {_DELIMITER: 0, _SEQUENCE: SEQUENCE_BYTES}.get(kind, length) < length
        if kind not in _KNOWN or too_long:
            avif.note(TAG, place, f"AV1 {kind}")
        elif kind == _SEQUENCE and _size(avif.span(inside, length)) != avif.size:
            raise Damaged(place)
        kinds += str(kind) if kind < 10 else "?"
        place = inside + length
    if not avif.findings and not _ONE_PICTURE.fullmatch(kinds):
        avif.note(MORE, start, "AV1")


def _length(avif: Reading, place: int) -> tuple[int, int]:
    """A length written in sevens of bits, lowest first, and the place behind it."""
    length = 0
    for count in range(5):
        part = avif.number(place + count, 1)
        length |= (part & 0x7F) << 7 * count
        if part < 0x80:
            return length, place + count + 1
    raise Damaged(place)


def _size(sequence: bytes) -> tuple[int, int] | None:
    """Width and height (px) of a still picture; None where it is no such."""
    bits = "".join(f"{byte:08b}" for byte in sequence)
    if bits[3:5] != "11":  # a still picture, its header reduced to what one needs
        return None
    wide, high = 1 + int(bits[10:14] or "0", 2), 1 + int(bits[14:18] or "0", 2)
    width, height = bits[18 : 18 + wide], bits[18 + wide : 18 + wide + high]
    return 1 + int(width or "0", 2), 1 + int(height or "0", 2)
