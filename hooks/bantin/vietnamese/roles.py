"""Roles in running text: from the head word to the end of the department or body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.heads import Heads
from bantin.vietnamese.words import Gap

_MOST_LOWER: Final = 4
"""Most words in lower case that explain a role: chủ nhiệm đề tài, chuyên gia dinh dưỡng."""
_IN_CHARGE: Final = frozenset(("phụ trách", "thường trực", "điều hành", "chuyên trách"))
_TERM: Final = frozenset(("khóa", "nhiệm kỳ"))
"""Words before the number of a parliament or the years of a term."""


@dataclass(frozen=True, slots=True)
class Role:
    """One role, by words."""

    first: int
    behind: int
    run: int
    """Where capitals at its end begin that may be somebody's name; ``behind`` without."""


def at(heads: Heads, first: int) -> Role | None:
    """The role, or the department alone, that begins at ``first``."""
    words = heads.words
    if heads.department(first):
        tail = _Tail(heads, first)
        tail.department()
        return tail.role(first)
    before = words.longest(tables.phrases("roles.before"), first, dashes=False)
    head = first + before
    size = heads.role(head) if words.gap(head) is Gap.SPACE or not before else 0
    if not size:
        return _in_charge(heads, first, head) if before else None
    tail = _Tail(heads, head + size)
    tail.after_head(" ".join(words.keys[head : head + size]))
    return tail.role(first)


def _in_charge(heads: Heads, first: int, behind: int) -> Role | None:
    """``Phụ trách khoa Nhi``: without a head of its own."""
    if heads.words.keys[behind - 2 : behind] != ["phụ", "trách"] or not heads.department(
        behind
    ):
        return None
    tail = _Tail(heads, behind)
    tail.department()
    return tail.role(first)


class _Tail:
    """What follows the head of a role."""

    def __init__(self, heads: Heads, behind: int) -> None:
        self.heads = heads
        self.words = heads.words
        self.behind = behind
        self.run = -1

    def role(self, first: int) -> Role:
        return Role(first, self.behind, self.behind if self.run < 0 else self.run)

    def after_head(self, head: str) -> None:
        """Body, department, what somebody is in charge of, in any order."""
        if head in tables.phrases("roles.department_heads"):
            self.named()
        while self.run < 0 and self._near() and self._takes():
            pass

    def _near(self) -> bool:
        return self.words.gap(self.behind) is Gap.SPACE

    def _takes(self) -> bool:
        size = self.words.longest(tables.phrases("roles.bodies"), self.behind)
        if size:
            self.behind += size
            return True
        if self.heads.department(self.behind):
            self.department()
            return True
        return self._term() or self._in_charge() or self._explained()

    def department(self) -> None:
        """``Khoa`` and what it is called."""
        self.behind += self.heads.department(self.behind)
        self.named()

    def named(self) -> None:
        """The name of a department."""
        start = self.behind
        names, more = tables.phrases("departments.all"), tables.phrases("departments.continues")
        while self.run < 0:
            gap = self.words.gap(self.behind)
            if gap not in (Gap.SPACE, Gap.DASH, Gap.GLUE):
                return
            size = self.words.longest(names, self.behind)
            if gap is Gap.SPACE and not size and self.behind > start:
                size = self.words.longest(more, self.behind, dashes=False)
            if size and (gap is not Gap.DASH or self._same_department(size)):
                self.behind += size
            elif gap is Gap.DASH or not self._unknown(start):
                return

    def _same_department(self, size: int) -> bool:
        """Whether what follows a dash belongs to the name: no role, no institution."""
        return not self.heads.role(self.behind) and not self.heads.institution(self.behind)

    def _unknown(self, start: int) -> bool:
        """Words of a department that no table has: ``Lồng ngực``."""
        word = self.words[self.behind] if self.behind < len(self.words) else None
        if word is None or self.heads.begin(self.behind):
            return False
        if word.capital:
            self.run = self.behind
            while self._near() and self.words[self.behind].capital:
                if self.behind > self.run and self.heads.begin(self.behind):
                    break
                self.behind += 1
            return False
        if self.behind == start or self._verb():
            return False
        return False

    def _verb(self) -> bool:
        verbs = tables.phrases("verbs.all")
        return bool(self.words.longest(verbs, self.behind, dashes=False))

    def _term(self) -> bool:
        """``khóa XV``, ``nhiệm kỳ 2020``."""
        keys, at = self.words.keys, self.behind
        size = 1 if keys[at] in _TERM else 2 if " ".join(keys[at : at + 2]) in _TERM else 0
        if not size or self.words.gap(at + size) is not Gap.SPACE:
            return False
        number = self.words[at + size]
        if not (number.text.isdigit() or set(number.text) <= set("IVX")):
            return False
        years = self.words.gap(at + size + 1) in (Gap.GLUE, Gap.DASH)
        more = years and self.words[at + size + 1].text.isdigit()
        self.behind += size + 1 + more
        return True

    def _in_charge(self) -> bool:
        """``phụ trách chuyên môn``."""
        two = " ".join(self.words.keys[self.behind : self.behind + 2])
        if two not in _IN_CHARGE:
            return False
        self.behind += 2
        return True

    def _explained(self) -> bool:
        """Words in lower case, up to a verb or an institution."""
        start = self.behind
        while self._near() and self.behind - start < _MOST_LOWER:
            word = self.words[self.behind]
            lower = word.text.islower() and word.text.isalpha()
            if not lower or self._verb() or self._begins_another():
                break
            self.behind += 1
        return self.behind > start

    def _begins_another(self) -> bool:
        at = self.behind
        return self.heads.begin(at) or bool(self.heads.institution(at, lower=True))
