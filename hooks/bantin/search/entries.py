"""A document -> what the index holds of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from bantin.search import Document, Entry
from bantin.search.tokens import Words, pairs

TITLE: Final = 8
FACTS: Final = 4
CAPTIONS: Final = 2
TEXT: Final = 1


def entry(document: Document, words: Words) -> Entry:
    """Take a document apart.

    Args:
        document: Of any size.
        words: Every spelling met so far.
    """
    spelt: dict[tuple[str, int], int] = {}
    for field, passages in _fields(document):
        for passage in passages:
            found = words.of(passage)
            singles = [(f"!{plain}", accent) for plain, accent in found]
            for key in singles + [(plain, accent) for plain, accent in pairs(found)]:
                spelt[key] = spelt.get(key, 0) | field
    for field, days in _days(document):
        for day in days:
            spelt[f"#{day}", 0] = spelt.get((f"#{day}", 0), 0) | field
    terms = sorted(spelt)
    return Entry(
        terms=tuple(key for key, _ in terms),
        payloads=bytes(spelt[term] << 4 | term[1] for term in terms),
        record=_json(_record(document)),
        row=_json(_row(document)),
        text=_json(_text(document)).encode("utf-8", "replace"),
    )


def _fields(document: Document) -> Iterable[tuple[int, Iterable[str]]]:
    yield TITLE, (document.title,)
    yield FACTS, document.facts + document.words
    yield CAPTIONS, (caption for _, caption in document.captions)
    yield TEXT, document.text


def _days(document: Document) -> Iterable[tuple[int, Iterable[str]]]:
    yield TITLE, document.title_dates
    yield FACTS, document.facts_dates
    yield TEXT, document.text_dates


def _record(document: Document) -> list[Any]:
    thumbnail = document.thumbnail
    return [
        document.address,
        document.title,
        document.date,
        document.date_text,
        document.category_text,
        document.photos,
        [thumbnail.avif, thumbnail.jpg] if thumbnail else 0,
        document.lang,
    ]


def _row(document: Document) -> list[Any]:
    return [
        document.year,
        document.category,
        document.people,
        document.organizations,
        document.lang,
    ]


def _text(document: Document) -> dict[str, Any]:
    return {"text": document.text, "captions": document.captions, "facts": document.facts}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
