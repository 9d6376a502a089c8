"""Slips of one letter."""

from __future__ import annotations

import random
from collections.abc import Sequence

LETTERS = "abcdeghiklmnopqrstuvxy"


def mistyped(rng: random.Random, text: str) -> str:
    """One letter of one word left out, doubled, exchanged, added or typed before its time."""
    found = text.split()
    places = [at for at, word in enumerate(found) if len(word) > 2 and word.isalpha()]
    at = rng.choice(places or [0])
    found[at] = _slip(rng, found[at])
    return " ".join(found)


def _slip(rng: random.Random, word: str) -> str:
    at = rng.randrange(len(word))
    before, letter, after = word[:at], word[at], word[at + 1 :]
    ways = (
        before + after,
        before + letter + letter + after,
        before + rng.choice(LETTERS) + after,
        word + rng.choice("sfrxj"),  # a tone key pressed too late
        before + after[:1] + letter + after[1:],
    )
    return rng.choice([way for way in ways if way != word])


def real_word(rng: random.Random, text: str, syllables: Sequence[str]) -> str:
    """A word exchanged for another one, one letter away; empty where there is none."""
    found = text.split()
    at = rng.randrange(len(found))
    near = [one for one in syllables if one.isalpha() and one_letter(found[at], one)]
    if not near or len(found[at]) < 3:
        return ""
    found[at] = rng.choice(near)
    return " ".join(found)


def one_letter(one: str, other: str) -> bool:
    """Whether two words are a letter apart, or two letters exchanged."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    if len(one) == len(other):
        places = [at for at, letter in enumerate(one) if letter != other[at]]
        return len(places) == 1 or _exchanged(one, other, places)
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _exchanged(one: str, other: str, places: Sequence[int]) -> bool:
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    at = places[0]
    return one[at : at + 2] == other[at + 1] + other[at]
