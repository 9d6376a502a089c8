"""JPEG: a frame, its tables and scans, and the one APP0 that says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from bantin.publish.containers.reading import MORE, TAG, Damaged, Reading, name_of

SCANS: Final = 64
"""A progressive photo has about ten; thousands keep a reader's browser busy for minutes."""

_SOI, _EOI, _SOS = b"\xff\xd8", b"\xff\xd9", b"\xff\xda"
_JFIF = re.compile(rb"JFIF\0\x01[\x01\x02]\0\0\x01\0\x01\0\0")
"""No resolution, no thumbnail."""
_PART: Final = rb".[\0-\x03\x10-\x13\x20-\x23\x30-\x33]"
_SCAN = re.compile(
    rb"(?:\x01%b|\x02(?:%b){2}|\x03(?:%b){3}|\x04(?:%b){4})" % ((_PART,) * 4)
    + rb"[\0-\x3f]{2}[\0-\x0d\x10\x21\x32\x43\x54\x65\x76\x87\x98\xa9\xba\xcb\xdc]",
    re.DOTALL,
)
"""Components with their tables, first and last coefficient, bits left out before and now: one
fewer each time."""
_SCAN_ENDS = re.compile(rb"\xff[^\0]")
_SCAN_ENDS_OR_RESTARTS = re.compile(rb"\xff[^\0\xd0-\xd7]")
_DQT, _DHT, _DRI, _APP0 = 0xDB, 0xC4, 0xDD, 0xE0
_FRAMES: Final = (0xC0, 0xC1, 0xC2)
_NAMES: Final = {_DQT: "DQT", _DHT: "DHT", _DRI: "DRI", _SOS[1]: "SOS", 0xFE: "COM"}


@dataclass
class _Seen:
    """What the file has had so far."""

    jfif: bool = False
    frame: bool = False
    restarts: bool = False
    scans: int = 0
    quantization: set[int] = field(default_factory=set)
    since_scan: set[int] = field(default_factory=set)
    """Huffman tables, and markers: between two scans nobody needs one of them twice."""


def read(jpeg: Reading) -> None:
    """Walk through a file that begins as a JPEG.

    Pixels are not decoded: what somebody may put behind the last of them, but before the end
    of their scan, is taken for pixels.

    Raises:
        Damaged: It can't be read to its end.
    """
    seen, place = _Seen(), len(_SOI)
    while (marker := jpeg.span(place, 2)) != _EOI:
        if marker == _SOI:
            jpeg.note(MORE, place, "JPEG")
            place += len(_SOI)
            continue
        if marker[0] != 0xFF or not 0xC0 <= marker[1] < 0xFF:
            raise Damaged(place)
        length = jpeg.number(place + 2, 2)
        payload = jpeg.span(place + 4, length - 2)
        if marker[1] in _FRAMES:
            _frame(jpeg, place, payload)
            seen.frame = True
        elif not _RULES.get(marker[1], _never)(payload, seen):
            jpeg.note(TAG, place, _named(marker[1], payload))
        place += 2 + length
        if marker == _SOS:
            place = _end_of_scan(jpeg, place, seen)
    if not seen.scans:
        raise Damaged(place)
    jpeg.ends(place + len(_EOI))


def _end_of_scan(jpeg: Reading, place: int, seen: _Seen) -> int:
    ends = (_SCAN_ENDS_OR_RESTARTS if seen.restarts else _SCAN_ENDS).search(jpeg.content, place)
    if not ends or not seen.frame:
        raise Damaged(place)
    return ends.start()


def _frame(jpeg: Reading, place: int, payload: bytes) -> None:
    """Its size; what is longer than its list of components hides something."""
    if len(payload) < 6:
        raise Damaged(place)
    jpeg.shows(place, int.from_bytes(payload[3:5]), int.from_bytes(payload[1:3]))
    if len(payload) != 6 + 3 * payload[5]:
        jpeg.note(TAG, place, "SOF")


def _is_bare_jfif(payload: bytes, seen: _Seen) -> bool:
    first, seen.jfif = not seen.jfif, True
    return first and _JFIF.fullmatch(payload) is not None


def _is_quantization(payload: bytes, seen: _Seen) -> bool:
    place = 0
    while place < len(payload):
        number = payload[place]
        if number & 0xEF > 3 or number & 3 in seen.quantization:
            return False
        seen.quantization.add(number & 3)
        place += 1 + (128 if number >> 4 else 64)
    return place == len(payload)


def _is_huffman(payload: bytes, seen: _Seen) -> bool:
    place = 0
    while place < len(payload):
        number = payload[place]
        if number & 0xEF > 3 or number in seen.since_scan:
            return False
        seen.since_scan.add(number)
        place += 17 + sum(payload[place + 1 : place + 17])
    return place == len(payload)


def _is_restarts(payload: bytes, seen: _Seen) -> bool:
    first = _DRI not in seen.since_scan
    seen.restarts = True
    seen.since_scan.add(_DRI)
    return first and len(payload) == 2


def _is_scan(payload: bytes, seen: _Seen) -> bool:
    seen.scans += 1
    seen.since_scan.clear()
    return seen.scans <= SCANS and _SCAN.fullmatch(payload) is not None


def _never(_payload: bytes, _seen: _Seen) -> bool:
    return False


def _named(marker: int, payload: bytes) -> str:
    if _APP0 <= marker <= _APP0 + 15:
        return f"APP{marker - _APP0} {name_of(payload)}"
    return _NAMES.get(marker, f"{marker:02X}")


_RULES: Final[dict[int, Callable[[bytes, _Seen], bool]]] = {
    _APP0: _is_bare_jfif,
    _DQT: _is_quantization,
    _DHT: _is_huffman,
    _DRI: _is_restarts,
    _SOS[1]: _is_scan,
}
