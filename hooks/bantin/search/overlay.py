"""The index of a preview: what has changed since the start lies over it as one more segment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from bantin.cache import Cache
from bantin.search import Entry, Index, Item, Labels, Library
from bantin.search.entries import entry
from bantin.search.files import Files
from bantin.search.index import Whole, index, whole, written
from bantin.search.posted import Posts
from bantin.search.segments import Segment, labelled
from bantin.search.tokens import Words

LARGE: Final = 300
"""Documents of an overlay, or dead ones below it, above which all is merged anew."""


class Preview:
    """Keeps the index of a preview up to date.

    Args:
        cache: What was taken apart before; what an overlay holds does not enter it.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._words = Words()
        self._posts = Posts()
        self._base: _Base | None = None
        self._over: dict[Item, Entry] = {}
        """Of the overlay, from one update to the next."""

    def update(self, library: Library) -> Index:
        """The index of all documents there are now.

        Nothing is taken apart but what is new since the last call; the first one makes a full
        index, and so does one that finds the labels or very many documents changed.
        """
        base = self._base
        if base is None or base.labels != library.labels:
            return self._anew(library)
        shelf = {item.address: item for item in library.shelf}
        dead = base.dead(shelf)
        items = [item for item in library.shelf if base.lacks(item)]
        if max(len(items), sum(map(len, dead))) > LARGE:
            return self._anew(library)
        self._over = {
            item: self._over.get(item) or self._entry(library, item) for item in items
        }
        return self._finished(library, *base.under(self._over, dead))

    def _entry(self, library: Library, item: Item) -> Entry:
        return entry(library.document(item.address), self._words)

    def _anew(self, library: Library) -> Index:
        self._over = {}
        self._base = base = _Base(whole(library, self._cache), library.labels)
        return self._finished(library, *base.under({}, [[] for _ in base.segments]))

    def _finished(self, library: Library, files: Files, segments: Sequence[Segment]) -> Index:
        return index(files, segments, self._posts.written(library.signposts, files))


class _Place(NamedTuple):
    """Where a document lies in the base."""

    segment: int
    number: int
    item: Item


class _Base:
    """A full index."""

    def __init__(self, made: Whole, labels: Labels) -> None:
        self._made = made
        self.labels = labels
        self.segments: list[Segment] = [segment for segment, _ in made.segments]
        self._places = {
            item.address: _Place(segment, number, item)
            for segment, (_, items) in enumerate(made.segments)
            for number, item in enumerate(items)
        }

    def lacks(self, item: Item) -> bool:
        """Whether this document is not there, or another one in its place."""
        place = self._places.get(item.address)
        return place is None or place.item != item

    def dead(self, shelf: Mapping[str, Item]) -> list[list[int]]:
        """Numbers, for each segment, of documents that are not on the shelf as they were."""
        dead: list[list[int]] = [[] for _ in self.segments]
        for address, place in self._places.items():
            if shelf.get(address) != place.item:
                dead[place.segment].append(place.number)
        return dead

    def under(
        self, over: Mapping[Item, Entry], dead: Sequence[Sequence[int]]
    ) -> tuple[Files, list[Segment]]:
        """This, but for the dead, and what lies over it."""
        files = Files(self._made.files.owners, self._made.files.made)
        segments = [
            replace(segment, manifest={**segment.manifest, "dead": [*numbers]})
            for segment, numbers in zip(self.segments, dead, strict=True)
        ]
        if over:
            made = written(over.values(), [*over], files)
            segments.append(labelled(made, self.labels, files))
        return files, segments
