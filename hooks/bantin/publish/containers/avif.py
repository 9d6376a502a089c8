"""AVIF: the boxes that one still picture needs, each of the only shape it may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bantin.publish.containers import av1
from bantin.publish.containers.reading import MORE, TAG, Damaged, Reading, name_of

_SHAPES: Final = {
    name: re.compile(pattern, re.DOTALL)
    for name, pattern in (
        (b"ftyp", rb"avif\0{4}(?:avif|mif1|miaf|MA1A|MA1B){1,5}"),
        (b"meta", rb"\0{4}.*"),
        (b"hdlr", rb"\0{8}pict\0{12}(?:libavif)?\0"),
        (b"pitm", rb"\0{5}\x01"),
        (b"iloc", rb"\0{4}\x44\0\0\x01\0\x01\0\0\0\x01.{8}"),
        (b"iinf", rb"\0{5}\x01\0\0\0[\x15\x1a]infe\x02\0{4}\x01\0\0av01(?:Color)?\0"),
        (b"ispe", rb"\0{4}.{8}"),
        (b"pixi", rb"\0{4}(?:\x01.|\x03.{3})"),
        (b"av1C", rb"\x81.{3}"),
        (b"colr", rb"nclx(?:\0.){3}[\0\x80]"),
        (b"ipma", rb"\0{7}\x01\0\x01[\1-\4][\1-\4\x81-\x84]{1,4}"),
    )
}
"""As libavif writes them: one item, number 1, in one piece, of no name but the encoder's."""
_INSIDE: Final = {
    b"": (b"ftyp", b"meta", b"mdat"),
    b"meta": (b"hdlr", b"pitm", b"iloc", b"iinf", b"iprp"),
    b"iprp": (b"ipco", b"ipma"),
    b"ipco": (b"ispe", b"pixi", b"av1C", b"colr"),
}
_NEEDED: Final = {name for names in _INSIDE.values() for name in names} - {b"pixi", b"colr"}
_SEVERAL: Final = (b"iinf", b"iloc", b"pitm", b"moov", b"moof")
"""Of another shape, or there at all, where a file has more than one picture."""
_METADATA: Final = (b"Exif", b"mime", b"uri ")
"""Kinds of items that are no pictures."""


class _Box(NamedTuple):
    name: bytes
    place: int
    start: int
    """Of what is in it."""
    end: int


def read(avif: Reading) -> None:
    """Walk through a file that begins as an AVIF.

    Pixels are not decoded: what somebody may put behind the last of them, but inside their
    frame, is taken for pixels.

    Raises:
        Damaged: It can't be read to its end.
    """
    boxes: dict[bytes, _Box] = {}
    for box in _boxes(avif, b"", 0, len(avif.content)):
        if box.name in boxes:
            avif.note(MORE, box.place, name_of(box.name))
        boxes.setdefault(box.name, box)
        _judge(avif, box)
    if not avif.findings or avif.is_too_large:
        _pixels(avif, boxes)


def _boxes(avif: Reading, parent: bytes, start: int, end: int) -> Iterator[_Box]:
    """Every box that may be there, at whatever depth; the others are noted."""
    while start < end:
        head = avif.content[start : min(start + 8, end)]
        length, name = int.from_bytes(head[:4]), head[4:]
        if length < 8 or start + length > end:
            if parent or not start or name in _INSIDE[parent]:
                raise Damaged(start)
            avif.ends(start)  # what lies there are no boxes
            return
        box = _Box(name, start, start + 8, start + length)
        if name in _INSIDE[parent]:
            yield box
            if name in _INSIDE:
                first = box.start + (4 if name == b"meta" else 0)
                yield from _boxes(avif, name, first, box.end)
        else:
            avif.note(MORE if name in _SEVERAL else TAG, start, name_of(name))
        start = box.end


def _judge(avif: Reading, box: _Box) -> None:
    """Whether there is nothing in a box but what belongs there."""
    if box.name not in _SHAPES:
        return
    content = avif.span(box.start, box.end - box.start)
    if _SHAPES[box.name].fullmatch(content):
        if box.name == b"ispe":
            avif.shows(box.place, avif.number(box.end - 8, 4), avif.number(box.end - 4, 4))
        return
    metadata = [kind for kind in _METADATA if kind in content and box.name == b"iinf"]
    for kind in metadata:
        avif.note(TAG, box.place, name_of(kind))
    if not metadata:
        avif.note(MORE if box.name in _SEVERAL else TAG, box.place, name_of(box.name))


def _pixels(avif: Reading, boxes: dict[bytes, _Box]) -> None:
    """Whether they fill their box to the last byte, and are those of one picture."""
    if not boxes.keys() >= _NEEDED:
        raise Damaged(0)
    item, data = boxes[b"iloc"], boxes[b"mdat"]
    start, length = avif.number(item.end - 8, 4), avif.number(item.end - 4, 4)
    if (start, start + length) != (data.start, data.end):
        avif.note(MORE, data.place, "mdat")
        return
    av1.read(avif, data.start, data.end)
