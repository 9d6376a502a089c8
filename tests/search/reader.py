"""Reads an index as docs/dev/search.md describes it, and says so where it is otherwise."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Postings = tuple[tuple[int, int], ...]
"""Number in the segment, payload."""


@dataclass(frozen=True)
class Segment:
    """One of an index, unpacked."""

    pages: int
    terms: Mapping[str, tuple[int, Postings]]
    """Flags, postings."""
    records: list[list[Any]]
    texts: list[dict[str, Any]]
    facets: dict[str, Any]
    words: list[str]
    dead: list[int]

    @property
    def addresses(self) -> list[str]:
        return [record[0] for record in self.records]


@dataclass(frozen=True)
class Read:
    common: list[str]
    segments: list[Segment]
    unused: set[str]
    """Files that nothing leads to."""


class Reader:
    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.seen = {"manifest.json"}

    def read(self) -> Read:
        manifest = json.loads(self.files["manifest.json"])
        assert manifest["format"] == 1
        segments = [self.segment(row) for row in manifest["segments"]]
        common = manifest["common"].split()
        return Read(common, segments, set(self.files) - self.seen)

    def content(self, path: str) -> bytes:
        self.seen.add(path)
        return zlib.decompress(self.files[path])

    def json(self, path: str) -> Any:
        return json.loads(self.content(path))

    def segment(self, row: Mapping[str, Any]) -> Segment:
        packs = range((row["documents"] + 3) // 4)
        records = [
            record
            for number in packs
            for record in self.json(f"texts/{row['records']}/{number}.bin")
        ]
        assert len(records) == row["documents"]
        return Segment(
            pages=row["pages"],
            terms=dict(self.terms(row["leaves"])),
            records=records,
            texts=[self.json(f"texts/{record[8]}.bin") for record in records],
            facets=self.json(f"texts/{row['facets']}.bin"),
            words=self.content(f"terms/{row['words']}.bin").decode().split("\n"),
            dead=row["dead"],
        )

    def terms(self, leaves: list[list[str]]) -> Iterator[tuple[str, tuple[int, Postings]]]:
        shards = [shard for leaf in leaves for shard in self.leaf(leaf)]
        assert [first for first, _ in shards][:1] in ([], [""])
        last = ""
        for (first, name), (following, _) in pairwise([*shards, ("\U0010ffff", "")]):
            for key, *line in shard(self.content(f"terms/{name}.bin")):
                assert last < key, "in order, each once"
                assert first <= key < following, "in the shard where it is looked for"
                last = key
                yield key, (line[0], line[1])

    def leaf(self, row: list[str]) -> list[tuple[str, str]]:
        leaf = self.json(f"terms/{row[1]}.bin")
        names = leaf["names"]
        assert leaf["keys"][0] == row[0]
        assert 0 < len(leaf["keys"]) <= 32
        assert len(names) == 10 * len(leaf["keys"])
        return [(key, names[10 * at : 10 * at + 10]) for at, key in enumerate(leaf["keys"])]


def read(files: Mapping[str, bytes]) -> Read:
    return Reader(files).read()


def shard(content: bytes) -> Iterator[tuple[str, int, Postings]]:
    """Key, flags, postings of each term."""
    count, at = varint(content, 0)
    keys, at = varint(content, at)
    size, at = varint(content, at)
    keys, documents, payloads = at, at + keys, at + keys + size
    end, key = documents, b""
    for _ in range(count):
        same, keys = varint(content, keys)
        length, keys = varint(content, keys)
        key = key[:same] + content[keys : keys + length]
        head, keys = varint(content, keys + length)
        number, postings = 0, []
        for _ in range(head >> 2):
            step, documents = varint(content, documents)
            number += step
            postings.append((number, content[payloads]))
            payloads += 1
        yield key.decode(), head & 3, tuple(postings)
    assert keys == end, "the part of the keys is as long as it is said to be"
    assert payloads == len(content), "nothing is left"


def varint(content: bytes, at: int) -> tuple[int, int]:
    found = shift = 0
    while content[at] & 128:
        found |= (content[at] & 127) << shift
        shift += 7
        at += 1
    return found | content[at] << shift, at + 1
