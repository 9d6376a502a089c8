"""Documents -> the files of an index."""

from __future__ import annotations

import gc
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count, groupby
from operator import attrgetter
from typing import Any, Final

from bantin.cache import Cache
from bantin.search import FORMAT, Entry, Index, Item, Library, kept
from bantin.search.entries import encoded, unpacked
from bantin.search.files import Files
from bantin.search.posted import Posts
from bantin.search.segments import Segment, labelled, segment
from bantin.search.team import Team

COMMON: Final = 128
"""Words that are named in the manifest because most documents have them."""
MANIFEST: Final = "manifest.json"
Progress = Callable[[int, int], None]
"""Is told how many documents of how many are done."""


@dataclass(frozen=True)
class Whole:
    """An index with what it was made of."""

    files: Files
    """But for the manifest."""
    segments: tuple[tuple[Segment, Sequence[Item]], ...]
    """Each with its documents, in the order of their numbers."""


def build(library: Library, cache: Cache, progress: Progress | None = None) -> Index:
    """Make the index of all documents.

    Args:
        library: Of the documents; only those are asked for that are in no cache.
        cache: What was taken apart before.
        progress: Is told of it while documents are taken apart.
    """
    made = whole(library, cache, progress)
    posted = Posts().written(library.signposts, made.files)
    return index(made.files, [found for found, _ in made.segments], posted)


def index(files: Files, segments: Sequence[Segment], posted: Mapping[str, Any]) -> Index:
    """The index of finished segments, the oldest first, and of written signposts."""
    manifest = {
        "format": FORMAT,
        "common": _common(segments),
        "segments": [one.manifest for one in segments],
        "signposts": posted,
    }
    return Index({**files.made, MANIFEST: encoded(manifest)})


def whole(library: Library, cache: Cache, progress: Progress | None = None) -> Whole:
    """The same as ``build`` for whoever goes on with it."""
    newest = max((item.year for item in library.shelf), default=0)
    years = [item for item in library.shelf if 0 < item.year < newest]
    rest = [item for item in library.shelf if item.year in (0, newest)]
    files, segments = Files(), []
    with _undisturbed(), closing(Team()) as team:
        desk = _Desk(library, cache, team, progress)
        if years:
            made, files = _closed(years, desk)
            segments.append((made, years))
        if rest:
            segments.append((written(desk.entries(rest), rest, files), rest))
    labels = library.labels
    return Whole(files, tuple((labelled(one, labels, files), part) for one, part in segments))


def written(entries: Iterable[Entry], items: Sequence[Item], files: Files) -> Segment:
    """A segment of these documents."""
    return segment(entries, len(items), sum(item.year == 0 for item in items), files)


@dataclass(frozen=True)
class _Desk:
    """What one build uses."""

    library: Library
    cache: Cache
    team: Team
    progress: Progress | None

    def entries(self, items: Iterable[Item]) -> Iterator[Entry]:
        """Of documents, oldest first; what has to be made is kept year by year."""
        done = count(1)
        for year, shelf in groupby(items, attrgetter("year")):
            held = kept.Entries(self.cache, year)
            found = {item: held.get(item) for item in shelf}
            missing = [item for item, old in found.items() if old is None]
            documents = (self.library.document(item.address) for item in missing)
            made = self.team.apart(documents, len(missing))
            packed: dict[Item, bytes] = {}
            for item, old in found.items():
                packed[item] = old or next(made)
                yield unpacked(packed[item])
                if self.progress:
                    self.progress(next(done), len(self.library.shelf))
            held.keep(packed)
        self.team.close()  # the merge that follows needs the memory


def _closed(items: Sequence[Item], desk: _Desk) -> tuple[Segment, Files]:
    """The segment of the closed years, as it was made once, and its files."""
    rows = repr([kept.version(), *map(tuple, items)]).encode("utf-8", "surrogatepass")
    key = hashlib.sha256(rows).hexdigest()
    found = kept.closed(desk.cache, key)
    if found:
        return found
    files = Files()
    made = written(desk.entries(items), items, files)
    kept.keep_closed(desk.cache, key, made, files)
    return made, files


def _common(segments: Iterable[Segment]) -> str:
    total = Counter[str]()
    for one in segments:
        total.update(one.frequent)
    return " ".join(sorted(total, key=lambda word: (-total[word], word))[:COMMON])


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Spare Python looking for circles among millions of lists: there are none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
