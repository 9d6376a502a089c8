"""Documents' terms -> each term's documents, in the order of the terms.

Terms are gathered as bytes, those of neighbouring keys together, and read a stretch at a time:
never are all of them in memory as Python's objects, and what is looked up again and again fits
into a processor's cache.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

_BOUNDS: Final = """
!b !c !d !g !h !k !l !m !n !ng !nh !o !q !t !th !tr !v # 0 2 a b be bi c ca ch co d da de di do
du e g gi h hi ho hu k kh khi ki l le lo m mo n ng ngh ngu nh nhi no o p ph phu q r s so t ta th
the thi tho thu ti to tr tru tu u v vi vo x y {"""
BOUNDS: Final = tuple(_BOUNDS.split())
"""Keys that begin a stretch, chosen for Vietnamese: with others the index is the same."""
EDGE: Final = "\f"
"""Between the stretches of a document. No key holds it."""

Found = tuple[str, list[int]]
"""A key and its postings: ``document << 8 | payload``."""


def cut(keys: Sequence[str]) -> str:
    """Sorted keys as text: a line each, stretches parted."""
    places = [0, *(bisect_left(keys, bound) for bound in BOUNDS), len(keys)]
    return EDGE.join(
        "\n".join(keys[start:end]) + "\n" if end > start else ""
        for start, end in pairwise(places)
    )


class Gathered:
    """The terms of documents, which are numbered as they come."""

    def __init__(self) -> None:
        self._stretches = [_Stretch() for _ in range(len(BOUNDS) + 1)]

    def add(self, terms: bytes, payloads: bytes) -> None:
        """Take the next document in, as its entry has it."""
        start = 0
        for stretch, keys in zip(self._stretches, terms.split(EDGE.encode()), strict=True):
            count = keys.count(b"\n")
            stretch.keys += keys
            stretch.payloads += payloads[start : start + count]
            stretch.counts.append(count)
            start += count

    def merged(self) -> Iterator[Found]:
        """All terms in the order of their keys; what is read is forgotten."""
        self._stretches.reverse()
        while self._stretches:
            found = self._stretches.pop().read()
            for key in sorted(found):
                yield key, found[key]


class _Stretch:
    """All documents' terms between two bounds."""

    def __init__(self) -> None:
        self.keys = bytearray()
        self.payloads = bytearray()
        self.counts = array("I")

    def read(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        keys = self.keys.decode().split("\n")
        keys.pop()  # behind the last line
        lists = map(found.__getitem__, keys)
        deque(map(list.append, lists, self._postings()), 0)
        return found

    def _postings(self) -> list[int]:
        postings: list[int] = []
        start = 0
        for number, count in enumerate(self.counts):
            high = number << 8
            postings += [high | one for one in self.payloads[start : start + count]]
            start += count
        return postings
