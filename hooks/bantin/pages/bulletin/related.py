"""Bulletins that belong beside another one, and why.

Everything that two bulletins share ties them: somebody, an institution, a series, a tag. By
each of its ties a bulletin is compared with the nearest others that have it, never with all of
them: the cost is linear, and what is published far away in time changes no page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from heapq import nlargest, nsmallest
from typing import Final, NamedTuple

from bantin.model import Bulletin
from bantin.pages.bulletin.ties import Tie, reason, ties
from bantin.pages.draft import Card
from bantin.pages.shelf import Shelf

MOST: Final = 4
NEAREST: Final = 5
"""With how many bulletins on each side, of those that have a tie, one is compared."""
WEIGHTS: Final = {"person": 6, "organization": 4, "series": 3, "tag": 2}
"""How much each kind of tie says."""
COMMON: Final = timedelta(days=7)
"""What returns more often around a bulletin, as the house's own director does, says little."""


@dataclass(frozen=True)
class Related:
    """A bulletin that belongs beside another one."""

    card: Card
    reason: str
    """What they share, as a sentence begins."""


class Near(NamedTuple):
    """A tie of a bulletin, and who else has it."""

    tie: Tie
    weight: int
    ranks: list[int]
    """Of the nearest that have it, the bulletin's own among them."""


class Relations:
    """The ties between the bulletins of one language, found once for all of its pages."""

    def __init__(self, shelf: Shelf, lang: str) -> None:
        self._shelf = shelf
        self._bulletins = shelf.by_lang[lang]
        self._ranks = {one.id: rank for rank, one in enumerate(self._bulletins)}
        self._ties: list[list[Tie]] = [[] for _ in self._bulletins]
        self._having: dict[Tie, list[int]] = {}
        """Ranks, newest first."""
        self._cards: dict[int, Card] = {}
        for tie, bulletins in ties(shelf, lang):
            ranks = sorted(self._ranks[one.id] for one in bulletins)
            self._having[tie] = ranks
            for rank in ranks:
                self._ties[rank].append(tie)

    def of(self, bulletin: Bulletin, but: Collection[str] = ()) -> tuple[Related, ...]:
        """The nearest of a bulletin's kin, the closest first.

        Args:
            bulletin: Of this language.
            but: Ids of those that its page leads to anyway.
        """
        here = self._ranks[bulletin.id]
        near = [self._near(tie, here) for tie in self._ties[here]]
        scores: dict[int, int] = {}
        for one in near:
            for rank in one.ranks:
                scores[rank] = scores.get(rank, 0) + one.weight
        for rank in (here, *(self._ranks[id] for id in but)):
            scores.pop(rank, 0)
        least = min(nlargest(MOST, scores.values()), default=0)
        close = (rank for rank, score in scores.items() if score >= least)
        best = nsmallest(MOST, close, key=lambda rank: (-scores[rank], self._gap(here, rank)))
        return tuple(self._related(bulletin, rank, near) for rank in best)

    def _near(self, tie: Tie, here: int) -> Near:
        having = self._having[tie]
        at = bisect_left(having, here)
        ranks = having[max(0, at - NEAREST) : at + NEAREST + 1]
        newest, oldest = (self._bulletins[ranks[end]].sorted_by for end in (0, -1))
        common = len(ranks) > NEAREST and newest - oldest < COMMON * (len(ranks) - 1)
        return Near(tie, 1 if common else WEIGHTS[tie.kind], ranks)

    def _gap(self, here: int, rank: int) -> tuple[timedelta, bool, str]:
        """The time between two bulletins; of two equally near the newer comes first."""
        one, other = self._bulletins[here], self._bulletins[rank]
        return abs(one.sorted_by - other.sorted_by), rank > here, other.id

    def _related(self, bulletin: Bulletin, rank: int, near: list[Near]) -> Related:
        """What is common is told where there is nothing else to tell."""
        if rank not in self._cards:
            self._cards[rank] = self._shelf.card(self._bulletins[rank])
        shared = [one for one in near if rank in one.ranks]
        telling = [one.tie for one in shared if one.weight > 1]
        told = telling or [one.tie for one in shared]
        return Related(self._cards[rank], reason(self._shelf, bulletin, told))
