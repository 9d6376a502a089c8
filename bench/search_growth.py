"""How many different words and pairs there are in ever more text: invented and real."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from photo_tables import printed
from search_corpus import News
from search_spelling import plain

HOUSE = Path(__file__).parents[1]
STEPS = (1_000, 2_000, 5_000, 10_000, 100_000, 1_000_000, 5_000_000)
"""Words."""


def growth(news: Iterable[News]) -> None:
    """Print both side by side: bulletins of the sample and of bench/prose, in any order."""
    real = [*map(_passages, sorted((HOUSE / "news").glob("2*/*.md")))]
    real += map(_passages, sorted((HOUSE / "bench/prose").rglob("*.md")))
    invented = [one.passages() for one in news]
    for texts in (real, invented):
        random.Random(1).shuffle(texts)
    rows = {step: (*found,) for step, found in _counted(invented).items()}
    beside = _counted(real)
    printed(
        ("words", "different, invented", "pairs, invented", "different, real", "pairs, real"),
        [
            (f"{step:,}", *(f"{one:,}" for one in (*rows[step], *beside.get(step, (0, 0)))))
            for step in rows
        ],
    )


def _passages(file: Path) -> list[str]:
    text = file.read_text("utf-8").rpartition("\n---\n")[2]
    return re.sub(r"\]\([^)]*\)", "]", text).split("\n")


def _counted(texts: Iterable[Iterable[str]]) -> dict[int, tuple[int, int]]:
    """Different words and pairs at each step."""
    words: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    steps, found, read = [*STEPS], {}, 0
    for passage in _flat(texts):
        read += len(passage)
        words.update(passage)
        pairs.update(pairwise(passage))
        if steps and read >= steps[0]:
            found[steps.pop(0)] = (len(words), len(pairs))
    return found


def _flat(texts: Iterable[Iterable[str]]) -> Iterator[list[str]]:
    for text in texts:
        for passage in text:
            yield plain(passage).split()
