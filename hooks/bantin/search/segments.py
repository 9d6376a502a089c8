"""Closed years, the open one, an overlay: each a segment with files of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import Any, Final

from bantin.search import Entry, Labels
from bantin.search.entries import encoded
from bantin.search.files import Files
from bantin.search.records import Records
from bantin.search.shards import Lines, leaves
from bantin.search.stretches import Gathered

COUNTED: Final = 1024
"""Words of a segment whose documents are told: the most frequent."""
SHORTEST: Final = 2
LONGEST: Final = 10
"""Letters of words that are repaired."""
MANY: Final = 9
"""The largest figure behind a word."""


@dataclass(frozen=True)
class Segment:
    """A written segment. Facets come last: what they are called may change without it."""

    manifest: Mapping[str, Any]
    """Its part of the manifest."""
    frequent: Mapping[str, int]
    """Plain word -> documents that have it."""
    rows: tuple[str, ...]
    """Of facets, a JSON list each, with ids."""


def segment(entries: Iterable[Entry], count: int, pages: int, files: Files) -> Segment:
    """Write a segment's files.

    Args:
        entries: Pages first, then bulletins, oldest first.
        count: How many they are.
        pages: How many of them are pages.
        files: Where to.
    """
    gathered, records, rows = Gathered(), Records(files), []
    for entry in entries:
        gathered.add(entry.terms, entry.payloads)
        records.add(entry)
        rows.append(entry.row.decode())
    lines = Lines(count)
    written = leaves(lines.of(gathered.merged()), count, files)
    manifest = {
        "documents": count,
        "pages": pages,
        "leaves": written,
        "records": records.written(),
        "words": files.add("terms", _repairs(lines.words)),
        "dead": [],
    }
    return Segment(manifest, _frequent(lines.words), tuple(rows))


def labelled(made: Segment, labels: Labels, files: Files) -> Segment:
    """The segment with the file of its facets."""
    name = files.add("texts", _facets(made.rows, labels))
    return replace(made, manifest={**made.manifest, "facets": name})


def _facets(rows: Iterable[str], labels: Labels) -> bytes:
    read = json.loads(f"[{','.join(rows)}]")
    categories = _places({row[1] for row in read} - {""})
    people = _places({one for row in read for one in row[2]})
    organizations = _places({one for row in read for one in row[3]})
    return encoded(
        {
            "category": [_category(one, labels) for one in categories],
            "person": [[one, labels.people.get(one, one)] for one in people],
            "organization": [
                [one, labels.organizations.get(one, one)] for one in organizations
            ],
            "rows": [
                [
                    year,
                    categories.get(category, -1),
                    [people[one] for one in persons],
                    [organizations[one] for one in bodies],
                    lang,
                ]
                for year, category, persons, bodies, lang in read
            ],
        }
    )


def _places(ids: Iterable[str]) -> dict[str, int]:
    return {one: place for place, one in enumerate(sorted(ids))}


def _category(id_: str, labels: Labels) -> list[str]:
    name = labels.categories.get(id_)
    return [id_, name.vi, name.en] if name else [id_, id_, id_]


def _repairs(words: Mapping[str, int]) -> bytes:
    """The file of words that a mistyped one may be meant to be."""
    lines = (
        f"{word}{min(MANY, documents.bit_length() - 1)}"
        for word, documents in words.items()  # in their order already
        if documents and SHORTEST <= len(word) <= LONGEST and word.isalpha()
    )
    return "\n".join(lines).encode()


def _frequent(words: Mapping[str, int]) -> dict[str, int]:
    most = nsmallest(COUNTED, words.items(), key=lambda one: (-one[1], one[0]))
    return {word: max(1, documents) for word, documents in most}
