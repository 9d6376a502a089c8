"""Reads the index of a site as docs/dev/search.md describes it, without our own code."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Fetch = Callable[[str], bytes]
"""Path below ``search/`` -> the file."""
NAME = 10


def of_site(site: Path) -> Fetch:
    return lambda path: (site / "search" / path).read_bytes()


@dataclass
class Posting:
    """That a document holds a key."""

    document: int
    fields: int


@dataclass
class IndexRead:
    """Every file that the manifest leads to, and what stands in them."""

    manifest: dict[str, Any]
    segments: list[Segment]
    signposts: dict[str, Segment]
    """By language."""

    @property
    def files(self) -> dict[str, bytes]:
        """As stored, without the manifest."""
        return {path: one for part in self._parts for path, one in part.files.items()}

    @property
    def _parts(self) -> list[Segment]:
        return [*self.segments, *self.signposts.values()]

    @property
    def addresses(self) -> list[str]:
        """Of what can be found, in the order of the index."""
        return [address for part in self.segments for address in part.living.values()]

    @property
    def keys(self) -> set[str]:
        return {key for part in self._parts for key in part.postings}

    def posted(self, key: str, lang: str = "vi") -> list[str]:
        """Addresses of signposts that a key leads to."""
        part = self.signposts.get(lang)
        found = part.postings.get(key, ()) if part else ()
        return sorted({part.records[one.document][0] for one in found if part})

    def holding(self, key: str) -> list[str]:
        """Addresses of what can be found with a key."""
        return sorted(
            {
                part.living[posting.document]
                for part in self.segments
                for posting in part.postings.get(key, ())
                if posting.document in part.living
            }
        )


@dataclass
class Segment:
    files: dict[str, bytes]
    records: list[list[Any]]
    living: dict[int, str]
    """Number -> address, without the dead."""
    postings: dict[str, list[Posting]]


def read(fetch: Fetch) -> IndexRead:
    """The whole index behind ``fetch``."""
    manifest = json.loads(fetch("manifest.json"))
    posted = {lang: _segment(row, fetch) for lang, row in manifest["signposts"].items()}
    return IndexRead(manifest, [_segment(row, fetch) for row in manifest["segments"]], posted)


def _segment(row: dict[str, Any], fetch: Fetch) -> Segment:
    files: dict[str, bytes] = {}

    def inflated(path: str) -> bytes:
        files[path] = fetch(path)
        return zlib.decompress(files[path])

    postings: dict[str, list[Posting]] = {}
    for _, leaf in row["leaves"]:
        names = json.loads(inflated(f"terms/{leaf}.bin"))["names"]
        for start in range(0, len(names), NAME):
            postings |= dict(_terms(inflated(f"terms/{names[start : start + NAME]}.bin")))
    texts = "words" in row  # signposts have none
    if texts:
        inflated(f"terms/{row['words']}.bin")
        inflated(f"texts/{row['facets']}.bin")
    records = [
        record
        for pack in range((row["documents"] + 3) // 4)
        for record in json.loads(inflated(f"texts/{row['records']}/{pack}.bin"))
    ]
    assert len(records) == row["documents"]
    for record in records if texts else ():
        inflated(f"texts/{record[-1]}.bin")
    dead = row["dead"] if texts else []
    living = {number: record[0] for number, record in enumerate(records) if number not in dead}
    return Segment(files, records, living, postings)


def _terms(shard: bytes) -> Iterator[tuple[str, list[Posting]]]:
    """Keys of a shard with their postings."""
    place = 0

    def figure() -> int:
        nonlocal place
        value = shift = 0
        while True:
            byte = shard[place]
            place += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    terms, keys_bytes, documents_bytes = figure(), figure(), figure()
    documents = place + keys_bytes
    payloads = documents + documents_bytes
    key, rows = b"", []
    for _ in range(terms):
        shared, more = figure(), figure()
        key = key[:shared] + shard[place : place + more]
        place += more
        rows.append((key.decode(), figure() >> 2))
    assert place == documents
    for name, count in rows:
        number, found = 0, []
        for _ in range(count):
            number += figure()
            found.append(Posting(number, shard[payloads] >> 4))
            payloads += 1
        yield name, found
    assert payloads == len(shard)
