"""Institutions in running text: from the head word to the end of the name.

A name in capitals at the end may go on with somebody's name (``Trung tâm Y tế Bình Xuyên Phan
Kim Trọng``); where that begins is decided in ``names``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.known import Known
from bantin.vietnamese.naming.heads import Heads
from bantin.vietnamese.naming.nameshapes import is_likely
from bantin.vietnamese.words import Gap

_LOWER_WORDS: Final = 5
"""Most words in lower case after a first capital one: Trung tâm Hỗ trợ sinh sản."""
_LONGEST: Final = 25
"""Words of a name."""
_NUMBERED: Final = frozenset(
    ("quận", "phường", "y", "số", "sở", "viện", "trường", "xã", "đoàn", "khu")
)
"""Words before a number that belongs to the name: Bệnh viện Quân y 103, UBND Quận 5."""


@dataclass(frozen=True, slots=True)
class Institution:
    """One institution, by words."""

    first: int
    behind: int
    """The first word that does not belong to it, if none of ``run`` is somebody's name."""
    run: int
    """Where the capitals at its end begin; ``behind`` where there are none."""
    bare: bool
    """Nothing but the head word: ``Bệnh viện``, ``Trung tâm``."""
    known: bool = False
    """Whether the registry has it: then its end is certain."""


@cache
def _inside() -> tables.Phrases:
    sections = ("kinds", "dashed", "proper")
    entries = (one for name in sections for one in tables.entries(f"institutions.{name}"))
    return tables.Phrases(entries)


@cache
def _with_commas() -> tables.Phrases:
    entries = tables.entries("institutions.kinds")
    return tables.Phrases(entry for entry in entries if "," in entry)


def at(heads: Heads, first: int, known: Known, *, lower: bool = False) -> Institution | None:
    """The institution whose head word stands at ``first``.

    Args:
        heads: Of the text.
        first: Index of a word.
        known: The registries: a name of theirs is certain, unless the text goes on with it.
        lower: Take a head word in lower case, too.
    """
    words = heads.words
    size = words.longest(known.organization_phrases, first)
    registered = first + size if size and words[first].capital else first
    head = heads.institution(first, lower=lower)
    if not head:
        ends = registered > first and not _goes_on(
            heads, registered, _run_end(heads, registered)
        )
        return Institution(first, registered, registered, False, True) if ends else None
    end = _Tail(heads, first + head).end()
    if registered > first and not _is_longer(heads, registered, end):
        return Institution(first, registered, registered, bare=False, known=True)
    return Institution(first, end.behind, end.run, bare=end.behind == first + head)


def _is_longer(heads: Heads, registered: int, end: _Tail) -> bool:
    """Whether the text names another one, whose name only begins like the registered one."""
    if end.behind <= registered:
        return False
    return end.run > registered or _goes_on(heads, registered, end.behind)


def _goes_on(heads: Heads, registered: int, behind: int) -> bool:
    """Whether the capitals behind a registered name are no person's: a place, another name."""
    keys = heads.words.keys[registered:behind]
    return bool(keys) and (heads.place(registered) == len(keys) or not is_likely(keys))


def _run_end(heads: Heads, at: int) -> int:
    """Behind the capitals that begin at ``at``."""
    words = heads.words
    while words.gap(at) is Gap.SPACE and words[at].capital and not heads.begin(at):
        at += 1
    return at


@dataclass
class _Tail:
    """What follows a head word, word by word."""

    heads: Heads
    behind: int
    run: int = -1
    lower: int = 0
    """Words in lower case taken since the last capital one."""

    def end(self) -> _Tail:
        start = self.behind
        while self.behind - start < _LONGEST and self._takes(start):
            pass
        if self.run < 0:
            self.run = self.behind
        return self

    def _takes(self, start: int) -> bool:
        """Take what stands next, if it belongs to the name."""
        words, at = self.heads.words, self.behind
        size = self._inside(at, start) if self._near(at) else 0
        if size:
            self._took(size, run=-1)
            return True
        begins = self.heads.begin_inside if self.run >= 0 else self.heads.begin
        if words.gap(at) not in (Gap.SPACE, Gap.GLUE) or begins(at):
            return False
        word = words[at]
        if word.text[0].isdigit():
            return self._number(at)
        if word.capital:
            self._took(1, run=at if self.run < 0 or self.lower else self.run)
            return True
        return self._goes_on(at, start)

    def _inside(self, at: int, start: int) -> int:
        """Words that stand in many an institution's name: kinds, fields, well-known names."""
        words = self.heads.words
        size = words.longest(_inside(), at)
        if not words[at].capital:  # BVĐK tỉnh Hòa Bình thực hành …, Bệnh viện mở …
            verb = words.longest(tables.phrases("verbs.words"), at, dashes=False)
            size = 0 if verb >= size else size
        size = max(size, words.listed(_with_commas(), at))
        if words[at].capital:
            size = max(size, words.longest(tables.phrases("departments.names"), at))
        if at == start and words.keys[at - 1] in ("viện", "bv"):  # Bệnh viện Đại học Y
            size = max(size, self._of_university(at))
        return size

    def _of_university(self, at: int) -> int:
        head = self.heads.institution(at)
        taken = self.heads.words.keys[at : at + head]
        return head if taken in (["trường"], ["đại", "học"], ["đh"]) else 0

    def _near(self, at: int) -> bool:
        return self.heads.words.gap(at) in (Gap.SPACE, Gap.GLUE)

    def _took(self, size: int, run: int) -> None:
        self.behind += size
        self.run = run
        self.lower = 0

    def _number(self, at: int) -> bool:
        if self.heads.words[at - 1].key not in _NUMBERED or len(self.heads.words[at].text) > 4:
            return False
        self._took(1, run=-1)
        return True

    def _goes_on(self, at: int, start: int) -> bool:
        """A word in lower case after one capital: ``Hỗ trợ``, ``Dược phẩm``."""
        words = self.heads.words
        first_of_run = self.run == start and at - self.run - self.lower == 1
        if not first_of_run or self.lower >= _LOWER_WORDS:
            return False
        if words.longest(tables.phrases("verbs.all"), at, dashes=False):
            return False
        self.behind += 1
        self.lower += 1
        return True
