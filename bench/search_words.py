"""A vocabulary with a long tail: real phrases first, then compounds of possible syllables."""

from __future__ import annotations

import random
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path

LISTS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("search_lists.toml").read_text("utf-8")
)
TABLES = Path(__file__).parents[1] / "hooks/bantin/vietnamese/tables"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
BEFORE_E = {"c": "k", "g": "gh", "ng": "ngh"}
"""Beginnings that are written differently before e, ê and i."""
ZIPF, SHIFT = 1.02, 6.0
"""Weight of the word at rank r: 1 / (r + SHIFT) ** ZIPF."""
STRANGE = 2500
"""Syllables beside those of the tables: names, loans, dialect."""


class Weighted:
    """Values to be drawn by how frequent they are."""

    def __init__(
        self, values: Sequence[str], power: float = ZIPF, shift: float = SHIFT
    ) -> None:
        self.values = values
        self._sums = list(accumulate((rank + shift) ** -power for rank in range(len(values))))

    def draw(self, rng: random.Random, count: int) -> list[str]:
        """So many of them."""
        return rng.choices(self.values, cum_weights=self._sums, k=count)


class Words:
    """All that prose is made of."""

    def __init__(self, rng: random.Random, compounds: int = 26_000) -> None:
        known = list(dict.fromkeys(_known()))
        syllables = list(dict.fromkeys(" ".join(known).split()))
        strange = [one for one in possible_syllables() if one not in {*syllables}]
        possible = rng.sample(strange, STRANGE)
        rng.shuffle(syllables)
        parts = Weighted([*syllables, *possible], 0.9, 60)
        firsts, seconds = parts.draw(rng, compounds), parts.draw(rng, compounds)
        made = [f"{one} {other}" for one, other in zip(firsts, seconds, strict=True)]
        self.content = Weighted(list(dict.fromkeys([*known, *made, *possible])))
        self.links = Weighted(LISTS["links"], 0.8, 3)


def table(name: str, key: str) -> list[str]:
    """Phrases of one of the language room's tables."""
    found = tomllib.loads((TABLES / f"{name}.toml").read_text("utf-8"))[key]
    return [phrase for phrase in found if re.fullmatch(r"[^\W\d_]+( [^\W\d_]+)*", phrase)]


def possible_syllables() -> list[str]:
    """Every syllable that the rules of spelling allow: some six thousand are in use."""
    return [
        _syllable(BEFORE_E.get(onset, onset) if rime[0] in "eêi" else onset, rime, tone)
        for onset in LISTS["onsets"]
        for rime in LISTS["rimes"]
        for tone in (TONES[2::3] if rime[-1] in "cpt" or rime.endswith("ch") else TONES)
        if not (onset in ("qu", "gi") and rime[0] in "uoưiô")
    ]


def _syllable(onset: str, rime: str, tone: str) -> str:
    return unicodedata.normalize("NFC", onset + rime.replace("*", tone))


def _known() -> Iterable[str]:
    yield from LISTS["common"]
    verbs = [verb.lower() for verb in table("verbs", "words")]
    rest = [
        phrase.lower()
        for name, key in (
            ("departments", "names"),
            ("departments", "continues"),
            ("nobody", "illnesses"),
            ("nobody", "care"),
            ("nobody", "things"),
            ("nobody", "fields"),
            ("roles", "trades"),
            ("namesakes", "before"),
            ("institutions", "kinds"),
        )
        for phrase in table(name, key)
    ]
    random.Random(7).shuffle(rest)
    for verb, phrases in zip(verbs, _portions(rest, len(verbs)), strict=True):
        yield verb
        yield from phrases


def _portions(phrases: Sequence[str], count: int) -> Iterable[Sequence[str]]:
    for number in range(count):
        yield phrases[number::count]
