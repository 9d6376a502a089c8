"""A quick look at a text: which of many phrases stand in it.

A text is cut at its spaces once. Most of what stands between them has been met before and says
nothing; only the rest is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from bantin.vietnamese import titles
from bantin.vietnamese.text import fold_tone

_WORD: Final = re.compile("[\\w\u0300-\u036f]+")
_BARE: Final = re.compile("([^\\w\u0300-\u036f]*)([\\w\u0300-\u036f]*)([^\\w\u0300-\u036f]*)")
_DASHES: Final = frozenset("-‐‑‒–—")
_ABBREVIATED: Final = re.compile(r"[A-ZĐƯ]\w*[.,-]?\w*[A-ZĐƯ]|\b(?:[A-ZĐ]|Th|b)s\b|[Cc][Kk]\d")
"""What may be a title in one token: ``ThS.BSCKII``, ``Bs``."""
_YEAR: Final = "(?:19|20)[0-9]{2}"
_DATED: Final = re.compile(
    rf"(?<!\d)\d{{1,2}}/(?:\d{{1,2}}(?!\d)|{_YEAR})|[QT]\.?\d{{1,2}}/"
    rf"|(?<!\d)\d{{1,2}}([.-])\d{{1,2}}\1{_YEAR}|{_YEAR}-\d{{1,2}}-\d"
)
"""What may be a date: ``06/02/2026``, ``14/6``, ``12–13/9``; by far not all are."""
_DATED_WORDS: Final = frozenset(("tháng", "quý", "ngày", "sáng", "chiều", "tối"))
_MOST: Final = 1 << 16
"""Tokens kept: more than a hospital's vocabulary; figures and names add up over the years."""
_BEHIND: Final = 6
"""Tokens from a title on that show whether a name follows."""
EDGE: Final = "\ue000"
"""Stands between two passages; no text holds it."""


class Token(NamedTuple):
    """What stands between two spaces, if it says anything."""

    head: str
    """Its word, where phrases begin with it."""
    titles: tuple[str, ...]
    """Codes that it is for certain: ``ThS.BSCKII``."""
    doubtful: bool
    """Whether it is a title where a name follows: ``TS``, ``CN``."""
    short: tuple[str, ...]
    """Abbreviations that it is."""
    dated: bool
    """Whether it may be of a date."""


class Bare(NamedTuple):
    """A token without what is no letter."""

    word: str
    """In lower case with one tone placement; empty where it is no single word."""
    opens: bool
    closes: bool
    """Whether a sign before or behind it parts it from its neighbours."""


class Phrases:
    """Phrases to look for, by their first words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take them as ``comparable`` makes them."""
        self._table: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for phrase in phrases:
            words = (*_WORD.findall(phrase), "")
            if words[0]:
                behind = self._table.setdefault(words[0], {})
                behind.setdefault(words[1], []).append(words[:-1])
        self.heads = frozenset(self._table)

    def places(self, text: Text) -> Iterator[Place]:
        """Where any of them stands in a text, word by word; they may overlap."""
        for at, head in text.heads:
            behind = self._table.get(head)
            if behind:
                second = text.bare(at + 1).word
                for words in (*behind.get(second, ()), *behind.get("", ())):
                    end = text.follows(at, words)
                    if end:
                        yield Place(at, end, " ".join(words))


class Place(NamedTuple):
    """Where a phrase stands, counted in tokens."""

    start: int
    end: int
    phrase: str


class Tokens(dict[str, Token | None]):
    """Every token met so far; None: it says nothing.

    Args:
        phrases: All that will be looked for.
        abbreviations: Words in capitals, the same.
    """

    def __init__(self, phrases: Iterable[Phrases], abbreviations: Iterable[str]) -> None:
        super().__init__()
        self._heads = frozenset(word for one in phrases for word in one.heads)
        self._abbreviations = frozenset(abbreviations)
        self.bare = _Bares()

    def __missing__(self, token: str) -> Token | None:
        """Take a token apart, once."""
        if len(self) > _MOST:
            self.clear()
            self.bare.clear()
        word = self.bare[token].word
        head = word if word in self._heads else ""
        dated = word in _DATED_WORDS or bool(_DATED.search(token))
        found: Token | None = None
        if _ABBREVIATED.search(token):
            codes = tuple(code for block in titles.find(token) for code in block.codes)
            doubtful = not codes and bool(titles.canonical(token))
            words = _WORD.findall(fold_tone(token))
            short = self._abbreviations.intersection((*words, "".join(words)))
            found = Token(head, codes, doubtful, tuple(sorted(short)), dated)
        elif head or dated:
            found = Token(head, (), doubtful=False, short=(), dated=dated)
        self[token] = found
        return found


class _Bares(dict[str, Bare]):
    """Every token met so far, bare."""

    def __missing__(self, token: str) -> Bare:
        found = _BARE.fullmatch(token)
        if found is None:  # several words: BS.CKII
            self[token] = Bare("", opens=True, closes=True)
        else:
            before, word, after = found.groups()
            self[token] = Bare(fold_tone(word.lower()), bool(before), bool(after))
        return self[token]


class Text:
    """The passages of a document, ready to be asked."""

    def __init__(self, passages: Iterable[str], known: Tokens) -> None:
        """Take NFC passages."""
        self.tokens = f" {EDGE} ".join((*passages, "")).split()
        self._bare = known.bare
        met = list(map(known.__getitem__, self.tokens))
        self._said = [(at, token) for at, token in enumerate(met) if token]
        self.heads = [(at, token.head) for at, token in self._said if token.head]
        """Places of words with which phrases begin."""
        self.short = {short for _, token in self._said for short in token.short}
        """Abbreviations."""

    @property
    def dated(self) -> list[int]:
        """Places of what may be of a date."""
        return [at for at, token in self._said if token.dated]

    def bare(self, at: int) -> Bare:
        """A token without what is no letter; there is one beyond the last."""
        return self._bare[self.tokens[at] if at < len(self.tokens) else EDGE]

    def follows(self, at: int, words: tuple[str, ...]) -> int:
        """Where words end that stand from a place on; 0: others do. Dashes do not count."""
        bare = self.bare(at)
        for word in words[1:]:
            if bare.closes:
                return 0
            at += 1
            while self.tokens[at] in _DASHES:
                at += 1
            bare = self.bare(at)
            if bare.word != word or bare.opens:
                return 0
        return at + 1

    def title_codes(self) -> set[str]:
        """Of titles that are written as one token."""
        found: set[str] = set()
        for at, token in self._said:
            found.update(token.titles)
            if token.doubtful:
                blocks = titles.find(" ".join(self.tokens[at : at + _BEHIND]))
                found.update(blocks[0].codes if blocks and not blocks[0].start else ())
        return found


def outer(places: Iterable[Place]) -> list[Place]:
    """Those that do not stand inside of a longer one, in order."""
    found: list[Place] = []
    for place in sorted(places, key=lambda one: (one.start, -one.end)):
        if not found or place.end > found[-1].end:
            found.append(place)
    return found


def comparable(phrase: str) -> str:
    """A phrase as phrases are looked for: bare words in lower case, one tone placement."""
    return " ".join(_WORD.findall(fold_tone(phrase).lower().replace("_", " ")))


def lean(forms: Iterable[str]) -> tuple[str, ...]:
    """Passages by which the same words and pairs of words are found as by these forms.

    What one has from another is cut off its ends: an index need not be told it again.
    """
    told: set[tuple[str, ...]] = set()
    found: list[str] = []
    for form in forms:
        words = comparable(form).split()
        links = [tuple(words[at : at + 2]) for at in range(max(1, len(words) - 1))]
        new = [at for at, link in enumerate(links) if link and link not in told]
        if new:
            found.append(" ".join(words[new[0] : new[-1] + 2]))
        told.update(links, ((word,) for word in words))
    return tuple(found)
