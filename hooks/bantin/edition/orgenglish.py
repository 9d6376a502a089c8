"""Where an English text names an organization of the registry by a whole name of its own.

There is no reading of English names: the words stand there as registered, and nothing beside
them looks as if they belonged to another name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bantin.edition.orgspotted import words_of
from bantin.edition.spotted import WORD, Words
from bantin.vietnamese import orgnames
from bantin.vietnamese.known import Known
from bantin.vietnamese.standing import Standing
from bantin.vietnamese.text import compare_key

_LEADING: Final = frozenset(
    (
        *(
            "the",
            "a",
            "at",
            "from",
            "with",
            "and",
            "of",
            "in",
            "by",
            "to",
            "for",
            "our",
            "both",
        ),
        *("when", "while", "after", "before", "as", "since", "director", "dean", "head"),
    )
)
"""Words with a capital before a name that are no part of one."""
_CALLED_AFTER: Final = frozenset(
    ("street", "road", "avenue", "school", "kindergarten", "branch", "campus", "station")
)
_COMMON: Final = frozenset(
    (
        *("and", "of", "the", "for", "health", "hospital", "centre", "center", "medical"),
        *("college", "university", "department", "ministry", "association", "society"),
        *("children", "s", "women", "general", "regional", "provincial", "district", "city"),
        *("national", "central", "international", "public", "people", "committee", "nursing"),
    )
)
"""Words of many names: one of these alone does not say which institution it is."""
_SHORTEST: Final = 3
"""Letters of an abbreviation that is a name by itself."""
_OWNED: Final = re.compile(r"(?:['’ʼ]s|[^\W_]['’ʼ])\s+$")
"""Behind a country or a town."""
_SIGNS: Final = ("(", "–", "—", "-", "&")
"""Between a name and whose it is."""
_SPACE: Final = re.compile(r"[ \t\u00a0]+|\n[ \t]*")


class EnglishNames:
    """All names and aliases of a registry, as they are written. Made once for an edition."""

    def __init__(self, known: Known) -> None:
        self._keys: dict[Words, str] = {}
        self._common: set[Words] = set()
        """Names that others have too, and abbreviations of such."""
        for one in known.registry.organizations:
            names = {words_of(name): orgnames.key(name) for name in (one.name, *one.aliases)}
            self._keys = names | self._keys
            common = {words for words in names if words and _COMMON.issuperset(words)}
            self._common |= common | {words for words in names if common and len(words) == 1}
        self._lengths: dict[str, list[int]] = {}
        for words in filter(None, self._keys):
            self._lengths.setdefault(words[0], []).append(len(words))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def find(self, text: str) -> Iterator[Standing]:
        """Every place of a text in NFC where one of them stands."""
        words = list(WORD.finditer(text))
        keys = tuple(compare_key(word[0]) for word in words)
        at = 0
        while at < len(keys):
            size = self._longest(keys, at)
            behind = at + max(1, size)
            key = self._keys.get(keys[at:behind], "") if size else ""
            place = _Place(text, words, at, behind)
            if key and _straight(orgnames.key(place.written)) == _straight(key):
                goes_on = place.goes_on()
                if keys[at:behind] in self._common:
                    another = self._longest(keys, behind + 1) > 0
                    goes_on = goes_on or place.is_anothers(another)
                yield Standing(key, not goes_on and place.is_clear(), goes_on)
            at = behind

    def _longest(self, keys: Words, at: int) -> int:
        lengths = self._lengths.get(keys[at], ()) if at < len(keys) else ()
        return next((size for size in lengths if keys[at : at + size] in self._keys), 0)


class _Place:
    """Some words of a text, and what stands around them."""

    def __init__(self, text: str, words: list[re.Match[str]], first: int, behind: int) -> None:
        self.own = words[first:behind]
        self._start = self.own[0].start()
        self.written = text[self._start : self.own[-1].end()]
        self.before = words[first - 1] if first else None
        self.after = words[behind] if behind < len(words) else None
        self.later = [word[0] for word in words[behind + 1 : behind + 3]]
        self.text = text
        last = self.before.end() if self.before else 0
        self.gap = text[last : self.own[0].start()]
        follows = self.after.start() if self.after else len(text)
        self.gap_behind = text[self.own[-1].end() : follows]

    def goes_on(self) -> bool:
        """Whether a word with a capital, or a figure, beside it may belong to the name."""
        before = self.before[0] if self.before and _SPACE.fullmatch(self.gap) else ""
        if before and _is_capital(before) and before.lower() not in _LEADING:
            return True
        if not self.after or not _is_capital(self.after[0]):
            return False
        near = _SPACE.fullmatch(self.gap_behind) is not None or self.gap_behind == "-"
        return near or (self.gap_behind == ", " and self._is_common())

    def is_anothers(self, another: bool) -> bool:
        """Whether a name that many have is another country's: ``Ministry of Health of Laos``.

        Args:
            another: Whether a registered name begins behind the word that follows.
        """
        if self._is_owned():
            return True
        if not self.after:
            return False
        after, sign = self.after[0], self.gap_behind.strip(" \t\u00a0")
        if sign in _SIGNS:
            closed = self.text.startswith(")", self.after.end())
            return _is_capital(after) and not (closed and after.isupper())
        follows = next((word for word in self.later if word != "the"), "a")
        if after == "and":
            return not another and self.later[:1] == [follows] and _is_name(follows)
        return after == "of" and _is_capital(follows)

    def _is_owned(self) -> bool:
        """``Korea's Ministry of Health``."""
        if not self.before:
            return False
        before = max(0, self.before.end() - 2)
        return _OWNED.search(self.text, before, self._start) is not None

    def is_clear(self) -> bool:
        """Whether it is written as a name, and no word beside it says that it is no such."""
        written = [word[0] for word in self.own]
        if len(written) == 1:
            return written[0].isupper() and len(written[0]) >= _SHORTEST
        if not all(map(_is_capital, (written[0], written[-1]))):
            return False
        before = self.before[0].lower() if self.before else ""
        after = self.after[0].lower() if self.after else ""
        if before in ("former", "formerly", "old") or after in _CALLED_AFTER:
            return False
        return not (self._is_common() and after in ("of", "in", "for"))

    def _is_common(self) -> bool:
        return all(compare_key(word[0]) in _COMMON for word in self.own)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _is_name(word: str) -> bool:
    """Whether it is a word with a capital, no abbreviation."""
    return _is_capital(word) and not word.isupper()


def _straight(key: str) -> str:
    """``Children’s`` is ``Children's``."""
    return key.replace("’", "'").replace("ʼ", "'")
