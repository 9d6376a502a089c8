"""What an index holds, worked out as docs/dev/search.md says it: slowly, nothing clever."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bantin.search import Document
from bantin.vietnamese.text import fold, fold_tone, nfc

Postings = tuple[tuple[int, int], ...]


def words(text: str) -> list[tuple[str, int]]:
    found = []
    for typed in re.findall("[\\w\u0300-\u036f]+", nfc(text).lower().replace("_", " ")):
        spelling = fold_tone(typed[:32])
        plain = fold(spelling)
        if plain and all(ord(character) < 0x10000 for character in plain):
            found.append((plain, 0 if spelling == plain else 1 + fnv1a(spelling) % 15))
    return found


def fnv1a(text: str) -> int:
    found = 2166136261
    units = text.encode("utf-16-le", "surrogatepass")
    for low, high in zip(units[::2], units[1::2], strict=True):
        found = ((found ^ (low + 256 * high)) * 16777619) % 2**32
    return found


def keys(document: Document) -> dict[tuple[str, int], int]:
    """Key and accent -> fields."""
    found: dict[tuple[str, int], int] = {}
    captions = [caption for _, caption in document.captions]
    for field, passages in (
        (8, [document.title]),
        (4, [*document.facts, *document.words]),
        (2, captions),
        (1, document.text),
    ):
        for passage in passages:
            said = words(passage)
            for word, accent in said:
                found[f"!{word}", accent] = found.get((f"!{word}", accent), 0) | field
            for (one, accent), (other, second) in pairwise(said):
                key = f"{one} {other}", (3 * accent + second) & 15
                found[key] = found.get(key, 0) | field
    for field, days in (
        (8, document.title_dates),
        (4, document.facts_dates),
        (1, document.text_dates),
    ):
        for day in days:
            found[f"#{day}", 0] = found.get((f"#{day}", 0), 0) | field
    return found


def gathered(documents: Sequence[Document]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for number, document in enumerate(documents):
        for (key, accent), fields in sorted(keys(document).items()):
            found.setdefault(key, []).append((number, fields << 4 | accent))
    return found


def terms(documents: Sequence[Document]) -> dict[str, tuple[int, Postings]]:
    """Key -> flags, postings."""
    found: dict[str, tuple[int, Postings]] = {}
    for key, postings in gathered(documents).items():
        text = [one for one in postings if one[1] >> 4 == 1]
        rest = [one for one in postings if one[1] >> 4 != 1]
        minor = [one for one in postings if one[1] >> 4 in (1, 2, 3)]
        if key[0] == "!" and len(minor) > 32:
            found[key] = 2, tuple(one for one in postings if one not in minor[:-32])
        elif key[0] not in "!#" and len(text) > 256:
            found[key], found[f"~{key}"] = (1, tuple(rest)), (0, tuple(text))
        else:
            found[key] = 0, tuple(postings)
    return found


def frequencies(documents: Iterable[Document]) -> dict[str, int]:
    """Plain word -> how many documents have it."""
    found: dict[str, int] = {}
    for document in documents:
        for word in {key[1:] for key, _ in keys(document) if key[0] == "!"}:
            found[word] = found.get(word, 0) + 1
    return found


def repairs(documents: Sequence[Document]) -> list[str]:
    told = {
        key[1:] for one in documents for (key, _), fields in keys(one).items() if fields & 1
    }
    return [
        f"{word}{min(9, count.bit_length() - 1)}"
        for word, count in sorted(frequencies(documents).items())
        if word.isalpha() and 2 <= len(word) <= 10 and (count > 1 or word not in told)
    ]
