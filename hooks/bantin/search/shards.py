"""Terms -> lines, shards and leaves: the bytes that docs/dev/search.md describes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from operator import sub
from typing import Final

from bantin.search.entries import FACTS, TEXT, TITLE, encoded
from bantin.search.files import Files, deflated
from bantin.search.stretches import Found

SHARD: Final = 900
"""Bytes of a deflated shard, about: smaller ones cost more in all, larger ones each query."""
LARGE_SHARD: Final = 1_400
"""The same of a segment with many documents: it would have too many files."""
MANY: Final = 5_000
"""Documents."""
GUESS: Final = 1.5
"""How much larger the first one is before it is deflated; each later one: as the last was."""
KEY: Final = 7
"""Bytes of a key, about, of which a shard holds the part that tells it from the last."""
LEAF: Final = 32
"""Shards of a leaf."""
KEPT_APART: Final = 256
"""Postings of a pair in texts alone, above which they have a key of their own."""
NEWEST: Final = 32
"""Postings of a word in texts and captions alone, above which the older ones are dropped."""
APART: Final = 1
DROPPED: Final = 2
TEXT_ALONE: Final = TEXT << 4
MAJOR: Final = (TITLE | FACTS) << 4
_BYTES: Final = tuple(bytes((byte,)) for byte in range(256))

Line = tuple[str, int, bytes, bytes]
"""Key, ``postings << 2 | flags``, the parts *documents* and *payloads*."""


class Lines:
    """Turns the terms of a segment into lines.

    Args:
        documents: How many the segment has.
    """

    def __init__(self, documents: int) -> None:
        self._varints = [varint(number) for number in range(documents)]
        self.words: dict[str, int] = {}
        """Plain word -> how many documents have it; 0: one, in its text."""

    def of(self, found: Iterable[Found]) -> Iterator[Line]:
        """Lines in the order of their keys."""
        apart: list[Line] = []
        late: list[Line] = []
        for key, postings in found:
            if key[0] == "!":
                self._count(key[1:], postings)
                line = self._word(key, postings)
            elif len(postings) > KEPT_APART and key[0] != "#":
                line = self._pair(key, postings, apart)
            else:
                line = self._line(key, 0, postings)
            if key < "~":
                yield line
            else:
                late.append(line)
        yield from apart
        yield from late

    def _count(self, word: str, postings: list[int]) -> None:
        if len(postings) == 1:
            self.words[word] = 0 if postings[0] >> 4 & TEXT else 1
            return
        documents = len({posting >> 8 for posting in postings})
        told = documents > 1 or not any(posting >> 4 & TEXT for posting in postings)
        self.words[word] = documents if told else 0

    def _word(self, key: str, postings: list[int]) -> Line:
        if len(postings) > NEWEST:
            minor = [posting for posting in postings if not posting & MAJOR]
            if len(minor) > NEWEST:
                dropped = {*minor[:-NEWEST]}
                kept = [posting for posting in postings if posting not in dropped]
                return self._line(key, DROPPED, kept)
        return self._line(key, 0, postings)

    def _pair(self, key: str, postings: list[int], apart: list[Line]) -> Line:
        alone = [posting for posting in postings if posting & 0xF0 == TEXT_ALONE]
        if len(alone) <= KEPT_APART:
            return self._line(key, 0, postings)
        apart.append(self._line(f"~{key}", 0, alone))
        elsewhere = [posting for posting in postings if posting & 0xF0 != TEXT_ALONE]
        return self._line(key, APART, elsewhere)

    def _line(self, key: str, flags: int, postings: list[int]) -> Line:
        if len(postings) == 1:  # nearly half of all
            return key, 4 | flags, self._varints[postings[0] >> 8], _BYTES[postings[0] & 255]
        numbers = [posting >> 8 for posting in postings]
        steps = [*numbers[:1], *map(sub, numbers[1:], numbers)]
        if max(steps, default=0) < 128:
            documents = bytes(steps)
        else:
            documents = b"".join(map(self._varints.__getitem__, steps))
        payloads = bytes([posting & 255 for posting in postings])
        return key, len(postings) << 2 | flags, documents, payloads


def leaves(lines: Iterable[Line], documents: int, files: Files) -> list[list[str]]:
    """Write shards and leaves.

    Args:
        lines: In the order of their keys.
        documents: How many the segment has.
        files: Where to.

    Returns:
        First key and name of each leaf.
    """
    firsts: list[str] = []
    names: list[str] = []
    shard = LARGE_SHARD if documents > MANY else SHARD
    for first, name in _shards(lines, shard, files):
        firsts.append(first)
        names.append(name)
    rows = []
    for at in range(0, len(names), LEAF):
        leaf = {"keys": firsts[at : at + LEAF], "names": "".join(names[at : at + LEAF])}
        rows.append([firsts[at], files.add("terms", encoded(leaf))])
    return rows


def _shards(lines: Iterable[Line], wanted: int, files: Files) -> Iterator[tuple[str, str]]:
    """First key, cut, and name of each; ``wanted`` bytes deflated, about."""
    first, room, size = "", wanted * GUESS, 0
    shard: list[Line] = []
    for line in lines:
        if size > room:
            name, room = _written(shard, wanted, files)
            yield first, name
            first, size = _told(shard[-1][0], line[0]), 0
            shard = []
        shard.append(line)
        size += 2 * len(line[3]) + KEY
    if shard:
        yield first, _written(shard, wanted, files)[0]


def _written(shard: Sequence[Line], wanted: int, files: Files) -> tuple[str, float]:
    """Its name, and how large the next one should be before it is deflated."""
    keys = _keys(shard)
    documents = b"".join([line[2] for line in shard])
    payloads = b"".join([line[3] for line in shard])
    head = varint(len(shard)) + varint(len(keys)) + varint(len(documents))
    content = head + keys + documents + payloads
    small = deflated(head + keys, documents, payloads)
    name = files.add_deflated("terms", hashlib.sha256(content).digest(), small)
    size = len(shard) * KEY + 2 * len(payloads)
    return name, wanted * size / len(small)


def _keys(shard: Sequence[Line]) -> bytes:
    """The part *keys*."""
    parts: list[bytes] = []
    last = ""
    for key, head, _, _ in shard:
        same = 0
        for one, other in zip(last, key):  # noqa: B905 -- a tenth of all time is spent here
            if one != other:
                break
            same += 1
        rest = key[same:].encode()
        if not key.isascii():
            same = len(key[:same].encode())
        if same < 128 > len(rest) and head < 128:
            parts.append(bytes((same, len(rest))) + rest + _BYTES[head])
        else:
            parts += varint(same), varint(len(rest)), rest, varint(head)
        last = key
    return b"".join(parts)


def _told(before: str, after: str) -> str:
    """As much of a key as tells it from the one before it."""
    for at, (one, other) in enumerate(zip(before, after, strict=False)):
        if one != other:
            return after[: at + 1]
    return after[: len(before) + 1]


def varint(number: int) -> bytes:
    """LEB128."""
    if number < 128:
        return bytes((number,))
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    found.append(number)
    return bytes(found)
