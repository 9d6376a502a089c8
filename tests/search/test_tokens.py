"""What a word is; the browser's side has the same table (``words.json``)."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from bantin.search import tokens
from bantin.search.tokens import LONGEST, Words, accent

TABLE = json.loads((Path(__file__).parent / "words.json").read_text("utf-8"))


def told(text: str) -> dict[str, list[list[object]]]:
    keys = [(key[:-1], accent(key)) for key in Words().keys_of(text)]
    return {
        "words": [[key[1:], sign] for key, sign in keys if key[0] == "!"],
        "pairs": [[key, sign] for key, sign in keys if key[0] != "!"],
    }


@pytest.mark.parametrize("text", TABLE)
def test_words_and_pairs(text):
    assert told(text) == TABLE[text]


@pytest.mark.parametrize("space", [" ", "\t", "\n", "\x1c", "\x85", "\xa0", "\u2003", "\u3000"])
def test_every_space_parts_words_as_in_a_whole_text(space):
    text = f"ΣΊΣΥΦΟΣ{space}Hòa\u0323{space}\u0301a{space}Σ"
    assert told(text) == told(text.replace(space, ", "))


def test_spelt_keys_sort_as_keys_do():
    keys = {key for text in TABLE for key in Words().keys_of(text)}
    assert [key[:-1] for key in sorted(keys)] == sorted(key[:-1] for key in keys)


def test_what_is_remembered_has_an_end(monkeypatch):
    monkeypatch.setattr(tokens, "MEMORY", 10)
    monkeypatch.setattr(tokens, "PHRASES", 10)
    words = Words()
    for number in range(105):
        words.keys_of_phrase(f"a{number} {'b' * 1000}{number}")
        words.keys_of_phrase(f"a{number}")
    assert 0 < len(words) <= 10
    assert 0 < len(words._phrases) <= 10
    assert max(map(len, words)) <= 2 * LONGEST
    assert max(map(len, words._phrases)) <= tokens.LONGEST_PHRASE


def test_a_remembered_phrase_has_the_same_keys():
    words = Words()
    for _ in range(2):
        assert words.keys_of_phrase("Đỗ Mạnh Toàn") == words.keys_of("Đỗ Mạnh Toàn")


def test_a_remembered_chunk_is_read_as_the_first_time():
    words, text = Words(), unicodedata.normalize("NFD", "Đỗ Mạnh Toàn, đỗ mạnh toàn")
    assert words.keys_of(text) == words.keys_of(text) == Words().keys_of(text)
