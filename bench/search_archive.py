"""Which news hold a phrase: found by looking through all of them, not by any index."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from search_corpus import News
from search_pages import address
from search_spelling import days, nfc, plain, spelt
from search_typos import one_letter


class Need(NamedTuple):
    """What a bulletin must hold to be right."""

    kind: str
    """``spelt`` (accents count), ``plain`` or ``day``."""
    text: str
    """A phrase, or an ISO date."""
    open: bool = False
    """Whether the last word may go on."""


@dataclass(frozen=True)
class Paper:
    """A bulletin, ready to be looked through."""

    address: str
    news: News
    spelt: str
    plain: str
    days: frozenset[str]
    people: tuple[str, ...]


@dataclass
class Archive:
    """All of them."""

    papers: list[Paper] = field(default_factory=list)

    @cached_property
    def syllables(self) -> list[str]:
        """All plain words of letters."""
        found = {word for paper in self.papers for word in paper.plain.split()}
        return sorted(word for word in found if word.isalpha())

    @cached_property
    def pairs(self) -> set[str]:
        """All plain words that stand beside each other."""
        passages = (text.split() for paper in self.papers for text in paper.plain.split("|"))
        return {f"{one} {other}" for text in passages for one, other in pairwise(text)}

    @classmethod
    def of(cls, news: Iterable[News]) -> Archive:
        """Every passage for itself: no phrase reaches from one into the next."""
        return cls([_paper(one) for one in news])

    def holding(self, needs: Iterable[Need]) -> list[str]:
        """Addresses of all that is right."""
        papers = self.papers
        for need in needs:
            papers = [paper for paper in papers if _holds(paper, need)]
        return [paper.address for paper in papers]

    def readings(self, typed: str) -> set[str]:
        """Phrases of the archive that are one letter from this one, plain."""
        found = plain(typed).split()
        near = (
            [*found[:at], other, *found[at + 1 :]]
            for at, word in enumerate(found)
            for other in self.syllables
            if one_letter(word, other)
        )
        likely = (
            one for one in near if all(" ".join(two) in self.pairs for two in pairwise(one))
        )
        texts = {" ".join(one) for one in likely}
        return {text for text in texts if self.holding([phrase(text, accents=False)])}


def phrase(text: str, *, accents: bool, open_: bool = False) -> Need:
    """A need for words that stand beside each other."""
    folded = (spelt if accents else plain)(text)
    return Need("spelt" if accents else "plain", folded[:-1] if open_ else folded, open_)


def _holds(paper: Paper, need: Need) -> bool:
    if need.kind == "day":
        return need.text in paper.days
    return need.text in (paper.spelt if need.kind == "spelt" else paper.plain)


def _paper(one: News) -> Paper:
    passages = one.passages()
    return Paper(
        address=address(one),
        news=one,
        spelt="|".join(map(spelt, passages)),
        plain="|".join(map(plain, passages)),
        days=frozenset({one.date, *(day for text in passages for day in days(text))}),
        people=tuple(nfc(who[0]) for who in one.participants),
    )


def words(text: str) -> list[str]:
    """As typed, without signs."""
    return re.findall(r"[^\W_]+", nfc(text))
