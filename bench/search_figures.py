"""What a run found, as figures: recall, rank of the first hit, bytes, CPU."""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search_queries import Query

ACCENTS = {"name", "unit", "title", "title, 8-12 words", "topic", "topic AND unit", "caption"}
"""Kinds that are asked without accents as well: ``name, no accents``."""
BARE = ", no accents"
FIRST = 10
"""Hits that count."""


@dataclass(frozen=True)
class Answer:
    """What an engine said to one query."""

    query: Query
    row: Mapping[str, Any]

    @property
    def recall(self) -> float:
        """Of the right ones that ten places can hold."""
        right = {*self.query.right}
        return len(right.intersection(self.row["hits"][:FIRST])) / min(FIRST, len(right))

    @property
    def rank(self) -> float:
        """1 / place of the first right one, 0 without."""
        hits = self.row["hits"][:FIRST]
        return next((1 / place for place, hit in enumerate(hits, 1) if hit in self.right), 0.0)

    @property
    def right(self) -> set[str]:
        """Addresses."""
        return {*self.query.right}


class Answers:
    """All that an engine said.

    Args:
        queries: As they were asked.
        file: As its runner wrote it.
        code: Bytes that come with the first query and are not in the runner's figures.
    """

    def __init__(self, queries: Sequence[Query], file: Path, code: int = 0) -> None:
        self.about: dict[str, Any] = json.loads(file.read_text("utf-8"))
        rows = self.about.pop("rows")
        self.all = [Answer(*one) for one in zip(queries, rows, strict=True)]
        self.code = code

    def recall(self, wanted: Callable[[str], bool] = lambda kind: True) -> float:
        """Mean over the queries of these kinds."""
        return _mean(one.recall for one in self.all if wanted(one.query.kind))

    def rank(self) -> float:
        """Mean reciprocal rank."""
        return _mean(one.rank for one in self.all)

    def kinds(self) -> dict[str, tuple[float, float]]:
        """Recall and mean reciprocal rank of each kind."""
        kinds = dict.fromkeys(one.query.kind for one in self.all)
        return {
            kind: (
                _mean(one.recall for one in self.all if one.query.kind == kind),
                _mean(one.rank for one in self.all if one.query.kind == kind),
            )
            for kind in kinds
        }

    def lost(self) -> float:
        """Points of recall that readers lose who type no accents."""
        with_, without = ACCENTS, {kind + BARE for kind in ACCENTS}
        return 100 * (self.recall(with_.__contains__) - self.recall(without.__contains__))

    def typos(self) -> float:
        """Recall of what is mistyped."""
        return self.recall(lambda kind: "typo" in kind)

    def numbers(self, name: str, part: str = "bytes") -> tuple[float, float]:
        """Median and 95th percentile of ``first``, ``later``, ``typed`` or ``cpu``."""
        extra = self.code if name in ("first", "typed") else 0
        found = sorted(
            (one.row[name][part] if part else one.row[name]) + extra
            for one in self.all
            if name in one.row
        )
        return (found[len(found) // 2], found[len(found) * 95 // 100]) if found else (0, 0)

    def worst(self, count: int) -> list[Answer]:
        """Queries with the least recall."""
        return sorted(self.all, key=lambda one: (one.recall, one.rank))[:count]


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return statistics.mean(found) if found else 0.0
