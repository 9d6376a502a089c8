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
from heapq import nsmallest
from typing import Final, NamedTuple

from bantin.model import Bulletin
from bantin.pages.draft import Card
from bantin.pages.shelf import Shelf
from bantin.pages.ties import Tie, reason, ties

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


class Shared(NamedTuple):
    """A tie between two bulletins."""

    weight: int
    tie: Tie


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
        shared: dict[int, list[Shared]] = {}
        for tie in self._ties[here]:
            near = self._near(tie, here)
            weight = 1 if self._common(near) else WEIGHTS[tie.kind]
            for rank in near:
                shared.setdefault(rank, []).append(Shared(weight, tie))
        free = (rank for rank in shared if rank != here and self._bulletins[rank].id not in but)
        best = nsmallest(MOST, free, key=lambda rank: self._order(here, rank, shared[rank]))
        return tuple(self._related(bulletin, rank, shared[rank]) for rank in best)

    def _near(self, tie: Tie, here: int) -> list[int]:
        """The bulletin itself and those around it that have the tie."""
        having = self._having[tie]
        at = bisect_left(having, here)
        return having[max(0, at - NEAREST) : at + NEAREST + 1]

    def _common(self, near: list[int]) -> bool:
        """Whether enough have a tie, close upon each other."""
        newest, oldest = (self._bulletins[near[end]].sorted_by for end in (0, -1))
        return len(near) > NEAREST and newest - oldest < COMMON * (len(near) - 1)

    def _order(self, here: int, rank: int, shared: list[Shared]) -> tuple[object, ...]:
        """By all that they share, then by the time between them; of two equals the newer."""
        one, other = self._bulletins[here], self._bulletins[rank]
        between = abs(one.sorted_by - other.sorted_by)
        return -sum(tie.weight for tie in shared), between, rank > here, other.id

    def _related(self, bulletin: Bulletin, rank: int, shared: list[Shared]) -> Related:
        if rank not in self._cards:
            self._cards[rank] = self._shelf.card(self._bulletins[rank])
        telling = max(one.weight for one in shared)
        told = [one.tie for one in shared if one.weight > 1 or telling == 1]
        return Related(self._cards[rank], reason(self._shelf, bulletin, told))
