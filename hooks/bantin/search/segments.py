"""Closed years, and the open one: each a segment with files of its own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bantin.search import Entry, Labels
from bantin.search.files import Files, encoded
from bantin.search.records import records
from bantin.search.shards import Posting, leaves, terms


def segment(
    entries: Sequence[Entry], pages: int, labels: Labels, files: Files
) -> dict[str, Any]:
    """Write a segment's files.

    Args:
        entries: Pages first, then bulletins, oldest first.
        pages: How many of them are pages.
        labels: Of facets.
        files: Where to.

    Returns:
        Its part of the manifest.
    """
    found: dict[str, list[Posting]] = {}
    for number, entry in enumerate(entries):
        for term, payload in zip(entry.terms, entry.payloads, strict=True):
            found.setdefault(term, []).append(Posting(number, payload))
    return {
        "documents": len(entries),
        "pages": pages,
        "leaves": leaves(terms(found), files),
        "records": records(entries, files),
        "facets": files.add("texts", encoded(_facets(entries, labels))),
        "words": files.add("terms", _words(found)),
        "dead": [],
    }


def counted(entries: Sequence[Entry]) -> Counter[str]:
    """In how many documents each plain word is."""
    return Counter(term[1:] for entry in entries for term in set(entry.terms) if term[0] == "!")


def _words(found: Mapping[str, Sequence[Posting]]) -> bytes:
    lines = []
    for key, postings in sorted(found.items()):
        word = key[1:]
        if key[0] == "!" and 2 <= len(word) <= 10 and word.isalpha():
            documents = len({posting.number for posting in postings})
            if documents > 1 or not any(posting.payload & 0x10 for posting in postings):
                lines.append(f"{word}{min(9, documents.bit_length() - 1)}")
    return "\n".join(lines).encode()


def _facets(entries: Sequence[Entry], labels: Labels) -> dict[str, Any]:
    rows = [json.loads(entry.row) for entry in entries]
    categories = sorted({row[1] for row in rows} - {""})
    people = sorted({one for row in rows for one in row[2]})
    organizations = sorted({one for row in rows for one in row[3]})
    return {
        "category": [_category(one, labels) for one in categories],
        "person": [[one, labels.people.get(one, one)] for one in people],
        "organization": [[one, labels.organizations.get(one, one)] for one in organizations],
        "rows": [
            [
                year,
                categories.index(category) if category else -1,
                [people.index(one) for one in persons],
                [organizations.index(one) for one in bodies],
                lang,
            ]
            for year, category, persons, bodies, lang in rows
        ],
    }


def _category(id_: str, labels: Labels) -> list[str]:
    name = labels.categories.get(id_)
    return [id_, name.vi, name.en] if name else [id_, id_, id_]
