"""Documents -> the files of an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from bantin.cache import Cache
from bantin.search import FORMAT, Index, Library
from bantin.search.entries import entry
from bantin.search.files import Files, encoded
from bantin.search.segments import counted, segment
from bantin.search.tokens import Words

COMMON: Final = 128
"""Words that are named in the manifest because most documents have them."""


def build(
    library: Library, cache: Cache, progress: Callable[[int, int], None] | None = None
) -> Index:
    """Make the index of all documents.

    Args:
        library: Of the documents.
        cache: What was taken apart before.
        progress: Is told how many documents of how many are done.
    """
    words, files = Words(), Files()
    newest = max((item.year for item in library.shelf), default=0)
    years = [item for item in library.shelf if 0 < item.year < newest]
    rest = [item for item in library.shelf if item.year in (0, newest)]
    segments, common = [], Counter[str]()
    for part in (years, rest):
        if part:
            entries = [entry(library.document(item.address), words) for item in part]
            pages = sum(item.year == 0 for item in part)
            segments.append(segment(entries, pages, library.labels, files))
            common.update(counted(entries))
    first = sorted(common, key=lambda word: (-common[word], word))[:COMMON]
    manifest = {"format": FORMAT, "common": " ".join(first), "segments": segments}
    return Index({**files.made, "manifest.json": encoded(manifest)})
