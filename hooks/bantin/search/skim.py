"""A quick look at a text: which of many phrases stand in it.

A text is cut at its spaces once. Most of what stands between them has been met before and says
nothing; only the rest is looked at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import compress
from typing import Any, Final, Literal, NamedTuple

from bantin.search.tokens import WORD
from bantin.vietnamese import titles
from bantin.vietnamese.text import fold_tone

_DASHES: Final = frozenset("-‐‑‒–—")
_ABBREVIATED: Final = re.compile(r"[A-ZĐƯ]\w*[.,-]?\w*[A-ZĐƯ]|\b(?:[A-ZĐ]|Th|b)s\b|[Cc][Kk]\d")
"""What may be a title in one token: ``ThS.BSCKII``, ``Bs``."""
_LONGEST: Final = 64
"""Letters of a token that may be a title: the search for one costs their square."""
_YEAR: Final = "(?:19|20)[0-9]{2}"
_DATED: Final = re.compile(
    rf"(?<!\d)\d{{1,2}}/(?:\d{{1,2}}(?!\d)|{_YEAR})|[QT]\.?\d{{1,2}}/"
    rf"|(?<!\d)\d{{1,2}}([.-])\d{{1,2}}\1{_YEAR}|{_YEAR}-\d{{1,2}}-\d"
)
"""What may be a date: ``06/02/2026``, ``14/6``, ``12–13/9``; by far not all are."""
_DATED_WORDS: Final = frozenset(("tháng", "quý", "ngày", "sáng", "chiều", "tối"))
_MOST: Final = 1 << 16
"""Tokens kept: more than a hospital's vocabulary; figures and names add up over the years."""
_BEHIND: Final = 3
"""Tokens from a title on that show whether a name follows."""
EDGE: Final = "\ue000"
"""Stands between two passages; in a text it is taken for a space."""


class Place(NamedTuple):
    """Where a phrase stands, counted in tokens."""

    start: int
    end: int
    phrase: str


Kind = Literal["title", "alike", "institution"]
"""What a phrase is looked for as."""
_Tree = dict[str, Any]
"""Word -> tree of what may follow; under ``""`` the phrases that end here, with kinds."""


_DEAD_END: Final[_Tree] = {}


class Token(NamedTuple):
    """What stands between two spaces and says something by itself."""

    titles: tuple[str, ...]
    """Codes that it is for certain: ``ThS.BSCKII``."""
    doubtful: bool
    """Whether it is a title where a name follows: ``TS``, ``CN``."""
    short: tuple[str, ...]
    """Abbreviations that it is."""
    dated: bool
    """Whether it may be of a date."""


class Said(NamedTuple):
    """What a token may be."""

    behind: _Tree
    """The beginning of a phrase: what may follow; empty: none begins so."""
    token: Token | None


_NOTHING: Final = Said({}, None)


class Bare(NamedTuple):
    """A token without what is no letter."""

    words: tuple[str, ...]
    """In lower case with one tone placement; mostly one. ``BS.CKII`` is two."""
    opens: bool
    closes: bool
    """Whether a sign before or behind it parts it from its neighbours."""

    @property
    def word(self) -> str:
        """The only one; empty where there is none, or several."""
        return self.words[0] if len(self.words) == 1 else ""


class Tokens(dict[str, Said | None]):
    """Every token met so far; None: it says nothing.

    Args:
        phrases: All that will be looked for, as ``comparable`` makes them.
        abbreviations: Words in capitals, the same.
    """

    def __init__(
        self, phrases: Mapping[Kind, Iterable[str]], abbreviations: Iterable[str]
    ) -> None:
        super().__init__()
        self._tree: _Tree = {}
        for kind, some in phrases.items():
            for phrase in some:
                node = self._tree
                for word in phrase.split():
                    node = node.setdefault(word, {})
                node.setdefault("", []).append((kind, phrase))
        self._abbreviations = frozenset(abbreviations)
        self.bare = _Bares()

    def __missing__(self, token: str) -> Said | None:
        """Take a token apart, once."""
        if len(self) > _MOST:
            self.clear()
            self.bare.clear()
        words = self.bare[token].words
        behind = _deeper(self._tree, words) if words else _DEAD_END
        said = self._said(token, words)
        self[token] = Said(behind, said) if behind or said else None
        return self[token]

    def _said(self, token: str, words: Iterable[str]) -> Token | None:
        dated = not _DATED_WORDS.isdisjoint(words) or bool(_DATED.search(token))
        if len(token) > _LONGEST or not _ABBREVIATED.search(token):
            return Token((), doubtful=False, short=(), dated=dated) if dated else None
        codes = tuple(code for block in titles.find(token) for code in block.codes)
        doubtful = not codes and bool(titles.canonical(token))
        written = WORD.findall(fold_tone(token))
        short = self._abbreviations.intersection((*written, "".join(written)))
        return Token(codes, doubtful, tuple(sorted(short)), dated)


class _Bares(dict[str, Bare]):
    """Every token met so far, bare."""

    def __missing__(self, token: str) -> Bare:
        words = tuple(WORD.findall(fold_tone(token).lower()))
        found = Bare(words, not token[0].isalnum(), not token[-1].isalnum())
        self[token] = found
        return found


class Text:
    """The passages of a document, ready to be asked."""

    def __init__(self, passages: Iterable[str], known: Tokens) -> None:
        """Take NFC passages."""
        plainly = (passage.replace(EDGE, " ") for passage in passages)
        self.tokens = f" {EDGE} ".join((*plainly, "")).split()
        self._bare = known.bare
        self._said: list[tuple[int, Token]] = []
        self._places = defaultdict[str, list[tuple[int, int, str]]](list)
        tokens, bares = self.tokens, known.bare
        met = list(map(known.__getitem__, tokens))
        for at in compress(range(len(met)), met):
            behind, token = met[at] or _NOTHING
            if token:
                self._said.append((at, token))
            if behind:
                words = bares[tokens[at + 1]].words
                if "" in behind or (words and words[0] in behind):
                    self._walk(at, behind)

    def places(self, kind: Kind) -> list[Place]:
        """Where phrases stand, word by word; they may overlap."""
        return [Place(*found) for found in self._places[kind]]

    @property
    def short(self) -> set[str]:
        """Abbreviations."""
        return {short for _, token in self._said for short in token.short}

    def dated(self, part: range) -> list[int]:
        """Places of what may be of a date, among some of the tokens."""
        first, stop = part.start, part.stop
        return [at for at, token in self._said if first <= at < stop and token.dated]

    def bare(self, at: int) -> Bare:
        """A token without what is no letter; there is one beyond the last."""
        return self._bare[self.tokens[at] if at < len(self.tokens) else EDGE]

    def title_codes(self) -> set[str]:
        """Of titles that are written as one token."""
        found: set[str] = set()
        for at, token in self._said:
            found.update(token.titles)
            if token.doubtful:
                found.update(_led(" ".join(self.tokens[at : at + _BEHIND])))
        return found

    def _walk(self, start: int, node: _Tree) -> None:
        """Note the phrases that begin at a token. Dashes between words do not count."""
        tokens, bares, places, at = self.tokens, self._bare, self._places, start
        closes = bares[tokens[start]][2]
        while True:
            if "" in node:
                for kind, phrase in node[""]:
                    places[kind].append((start, at + 1, phrase))
            if closes:
                return
            at += 1
            words, opens, closes = bares[tokens[at]]
            while not words and tokens[at] in _DASHES:
                at += 1
                words, opens, closes = bares[tokens[at]]
            node = _deeper(node, words) if words and not opens else _DEAD_END
            if not node:
                return


def _deeper(node: _Tree, words: tuple[str, ...]) -> _Tree:
    for word in words:
        node = node.get(word, _DEAD_END)
    return node


@lru_cache(1 << 12)  # the same people are named again and again
def _led(words: str) -> tuple[str, ...]:
    """The titles with which some words begin."""
    blocks = titles.find(words)
    return blocks[0].codes if blocks and not blocks[0].start else ()


def outer(places: Iterable[Place]) -> list[Place]:
    """Those that do not stand inside of a longer one, in order."""
    found: list[Place] = []
    for place in sorted(places, key=lambda one: (one.start, -one.end)):
        if not found or place.end > found[-1].end:
            found.append(place)
    return found
