"""Terms -> shards and leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from bantin.search.files import Files, encoded

SHARD: Final = 7_000
"""Bytes of a shard before it is deflated, about."""
LEAF: Final = 32
"""Shards of a leaf."""
KEPT_APART: Final = 256
"""Postings of a pair in texts alone, above which they have a key of their own."""
NEWEST: Final = 64
"""Postings of a word in texts alone, above which the older ones are dropped."""
APART: Final = 1
DROPPED: Final = 2
TEXT_ALONE: Final = 0x10


class Posting(NamedTuple):
    """A document that has a term."""

    number: int
    payload: int

    @property
    def in_text_alone(self) -> bool:
        """Whether it stands nowhere else."""
        return self.payload & 0xF0 == TEXT_ALONE


class Term(NamedTuple):
    """A line of a shard."""

    key: str
    flags: int
    postings: list[Posting]


def terms(found: dict[str, list[Posting]]) -> list[Term]:
    """All terms of a segment in their order."""
    made = (part for key, postings in found.items() for part in _parts(key, postings))
    return sorted(made, key=lambda term: term.key)


def _parts(key: str, postings: list[Posting]) -> Iterator[Term]:
    alone = [posting for posting in postings if posting.in_text_alone]
    if key[0] == "!" and len(alone) > NEWEST:
        gone = set(alone[:-NEWEST])
        yield Term(key, DROPPED, [posting for posting in postings if posting not in gone])
    elif key[0] not in "!#" and len(alone) > KEPT_APART:
        elsewhere = [posting for posting in postings if not posting.in_text_alone]
        yield Term(key, APART, elsewhere)
        yield Term(f"~{key}", 0, alone)
    else:
        yield Term(key, 0, postings)


def leaves(found: list[Term], files: Files) -> list[tuple[str, str]]:
    """Write the shards.

    Returns:
        First key and name of each leaf.
    """
    shards = list(_cut(found))
    firsts = ["", *(_told(one[-1].key, other[0].key) for one, other in pairwise(shards))]
    names = [files.add("terms", shard(each)) for each in shards]
    rows = []
    for at in range(0, len(shards), LEAF):
        leaf = {"keys": firsts[at : at + LEAF], "names": "".join(names[at : at + LEAF])}
        rows.append((firsts[at], files.add("terms", encoded(leaf))))
    return rows


def _cut(found: list[Term]) -> Iterator[list[Term]]:
    taken: list[Term] = []
    size = 0
    for term in found:
        more = len(term.key) // 2 + 2 * len(term.postings) + 3
        if taken and size + more > SHARD:
            yield taken
            taken, size = [], 0
        taken.append(term)
        size += more
    if taken:
        yield taken


def _told(before: str, after: str) -> str:
    """The shortest beginning of ``after`` that is greater than ``before``."""
    return after[: _shared(before, after) + 1]


def _shared(one: str | bytes, other: str | bytes) -> int:
    """How many characters two texts begin with in common."""
    most = min(len(one), len(other))
    return next((at for at in range(most) if one[at] != other[at]), most)


def shard(found: list[Term]) -> bytes:
    """A shard's content."""
    keys, documents, payloads = bytearray(), bytearray(), bytearray()
    before = b""
    for term in found:
        key = term.key.encode()
        shared = _shared(before, key)
        keys += varint(shared) + varint(len(key) - shared) + key[shared:]
        keys += varint(len(term.postings) << 2 | term.flags)
        documents += _deltas(term.postings)
        payloads += bytes(posting.payload for posting in term.postings)
        before = key
    head = varint(len(found)) + varint(len(keys)) + varint(len(documents))
    return head + keys + documents + payloads


def _deltas(postings: Iterable[Posting]) -> bytes:
    numbers = [0, *(posting.number for posting in postings)]
    return b"".join(varint(other - one) for one, other in pairwise(numbers))


def varint(number: int) -> bytes:
    """LEB128."""
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    found.append(number)
    return bytes(found)
