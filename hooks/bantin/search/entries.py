"""A document -> what the index holds of it."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Iterable, Mapping
from itertools import accumulate, chain, pairwise
from typing import Any, Final

from bantin.search import Document, Entry
from bantin.search.stretches import cut
from bantin.search.tokens import ACCENTS, PLAIN, SIGNS, Words

TITLE: Final = 8
FACTS: Final = 4
CAPTIONS: Final = 2
TEXT: Final = 1
TEXT_LEVEL: Final = 4
"""Of zlib: texts are short and deflated one by one; level 9 saves 1 % in a third more time."""

_SIGNS: Final = "".join(SIGNS).encode()
_NO_SIGNS: Final = bytes(byte for byte in range(256) if byte not in _SIGNS)
_ACCENTS: Final = bytes(byte & ACCENTS for byte in range(256))
_LENGTHS: Final = struct.Struct("<6I")


def entry(document: Document, words: Words) -> Entry:
    """Take a document apart.

    Args:
        document: Of any size.
        words: What was met so far.
    """
    terms, payloads = _terms(_found(document, words))
    text = encoded(_passages(document))
    return Entry(
        terms=terms,
        payloads=payloads,
        record=encoded(_record(document))[:-1] + b",",
        row=encoded(_row(document)),
        digest=hashlib.sha256(text).digest(),
        text=zlib.compress(text, TEXT_LEVEL),
    )


def packed(whole: Entry) -> bytes:
    """An entry in one piece."""
    return _LENGTHS.pack(*map(len, whole)) + b"".join(whole)


def unpacked(content: bytes) -> Entry:
    """The entry that was packed."""
    cuts = accumulate(_LENGTHS.unpack_from(content), initial=_LENGTHS.size)
    return Entry(*(content[start:end] for start, end in pairwise(cuts)))


def is_packed(content: bytes) -> bool:
    """Whether this is a whole packed entry."""
    if len(content) < _LENGTHS.size:
        return False
    lengths: tuple[int, ...] = _LENGTHS.unpack_from(content)
    return _LENGTHS.size + sum(lengths) == len(content)


def encoded(value: object) -> bytes:
    """As JSON; half a character, which no UTF-8 can hold, as a question mark."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def _found(document: Document, words: Words) -> dict[str, int]:
    """Spelt key -> fields."""
    found = dict.fromkeys(_keys(document.text, words), TEXT)
    captions = (caption for _, caption in document.captions)
    other_names = chain.from_iterable(map(words.keys_of_phrase, document.words))
    for field, keys in (
        (TITLE, words.keys_of(document.title)),
        (FACTS, chain(_keys(document.facts, words), other_names)),
        (CAPTIONS, _keys(captions, words)),
        (TITLE, map(_day, document.title_dates)),
        (FACTS, map(_day, document.facts_dates)),
        (TEXT, map(_day, document.text_dates)),
    ):
        for key in dict.fromkeys(keys):  # each once: most of them stand there several times
            found[key] = found.get(key, 0) | field
    return found


def _terms(found: Mapping[str, int]) -> tuple[bytes, bytes]:
    """Sorted keys and their payloads.

    The signs of spelt keys are told from all other bytes of their UTF-8: what is wanted is
    picked out of all keys at once.
    """
    spelt = sorted(found)
    text = cut(spelt).encode()
    fields = bytes([found[key] for key in spelt])
    accents = text.translate(_ACCENTS, _NO_SIGNS)
    payloads = int.from_bytes(fields) << 4 | int.from_bytes(accents)
    return text.translate(None, _SIGNS), payloads.to_bytes(len(spelt))


def _keys(passages: Iterable[str], words: Words) -> list[str]:
    keys: list[str] = []
    for passage in passages:
        keys += words.keys_of(passage)
    return keys


def _day(day: str) -> str:
    return f"#{day}{PLAIN}"


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


def _passages(document: Document) -> dict[str, Any]:
    return {"text": document.text, "captions": document.captions, "facts": document.facts}
