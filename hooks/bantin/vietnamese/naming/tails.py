"""What follows a head word, up to where it ends: names of departments, explanations."""

from __future__ import annotations

from functools import cache
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.naming.heads import Heads, department_names
from bantin.vietnamese.tables import Phrases
from bantin.vietnamese.words import Gap

_MOST_LOWER: Final = 4
"""Most words in lower case that explain a role: chủ nhiệm đề tài, chuyên gia dinh dưỡng."""
_TIES: Final = frozenset(("kiêm", "của", "thuộc"))


@cache
def _with_commas() -> Phrases:
    entries = tables.entries("departments.names")
    return Phrases(entry for entry in entries if "," in entry)


class Tail:
    """The words behind a head, taken one by one."""

    def __init__(self, heads: Heads, behind: int) -> None:
        """Begin at the word ``behind``."""
        self.heads = heads
        self.words = heads.words
        self.behind = behind
        """The first word not taken."""
        self.run = -1
        """Where capitals at the end begin that may be somebody's name; -1: nowhere."""

    def near(self) -> bool:
        """Whether nothing but a space stands before the next word."""
        return self.words.gap(self.behind) is Gap.SPACE

    def department(self) -> None:
        """``Khoa`` and what it is called."""
        self.behind += self.heads.department(self.behind)
        self.named()

    def named(self) -> None:
        """The name of a department."""
        start = self.behind
        names, more = department_names(), tables.phrases("departments.continues")
        while self.run < 0:
            gap = self.words.gap(self.behind)
            near = gap in (Gap.SPACE, Gap.DASH, Gap.GLUE)
            if not near or self.heads.institution(self.behind):
                return
            size = self._department_at(names, start)
            if gap is Gap.SPACE and not size and self.behind > start:
                size = self._more(more)
            if size and (gap is not Gap.DASH or self._same_department(size)):
                self.behind += size
            elif gap is Gap.DASH or not (self._unknown(start) or self._letters(start)):
                return

    def _department_at(self, names: Phrases, start: int) -> int:
        """Words of the table's longest name; behind one, a verb in lower case is a verb."""
        size = max(
            self.words.longest(names, self.behind),
            self.words.listed(_with_commas(), self.behind),
        )
        if size and self.behind > start and not self.words[self.behind].capital:
            verb = self.words.longest(tables.phrases("verbs.all"), self.behind, dashes=False)
            return 0 if verb >= size else size
        return size

    def _more(self, more: Phrases) -> int:
        """Words that continue a name; ``và`` only before another one."""
        if self.words.longest(tables.phrases("verbs.all"), self.behind, dashes=False):
            return self._and_another()
        return self.words.longest(more, self.behind, dashes=False)

    def _and_another(self) -> int:
        """``và`` before another name of the table."""
        after = self.behind + 1
        if self.words.keys[self.behind] != "và" or self.words.gap(after) is not Gap.SPACE:
            return 0
        another = self.words.longest(department_names(), after)
        return 1 + another if another and not self.heads.begin(after) else 0

    def _same_department(self, size: int) -> bool:
        """Whether what follows a dash belongs to the name: no role, no institution."""
        role = self.heads.role(self.behind)
        return role < size and not self.heads.institution(self.behind)

    def _unknown(self, start: int) -> bool:
        """A department that no table has: ``Lồng ngực``, or capitals that may hold a name."""
        first = self.behind
        if first != start or self.words.gap(first) is not Gap.SPACE:
            return False
        if not self.words[first].capital or self.heads.begin(first):
            return False
        self.capitals()
        if self.behind - first == 1 and self._goes_on():
            self.run = -1
            return True
        return False

    def _letters(self, start: int) -> bool:
        """``PCCC`` in ``Phòng Cảnh sát PCCC``."""
        if self.behind == start or self.run >= 0 or not self.near():
            return False
        if not self.words[self.behind].upper or self.heads.begin(self.behind):
            return False
        self.behind += 1
        return True

    def capitals(self) -> None:
        """Capitals that may hold a name."""
        self.run = self.behind
        while self.near() and self.words[self.behind].capital:
            if self.behind > self.run and self.heads.begin(self.behind):
                break
            self.behind += 1

    def _goes_on(self) -> bool:
        """The second syllable of a department in lower case: ``Thính học``."""
        verb = self.words.longest(tables.phrases("verbs.all"), self.behind, dashes=False)
        word = self.words[self.behind] if self.behind < len(self.words) else None
        more = tables.phrases("departments.continues")
        goes_on = not verb or (verb == 1 and word is not None and word.key in more)
        if not self.near() or word is None or not word.text.islower() or not goes_on:
            return False
        self.behind += 1
        self.explained()
        return True

    def explained(self) -> bool:
        """Words in lower case, up to a name, a verb or a break."""
        start, at = self.behind, self.behind
        while self.words.gap(at) is Gap.SPACE and at - start < _MOST_LOWER:
            word = self.words[at]
            if not (word.text.islower() and word.text.isalpha()) or self._ends(at):
                break
            at += 1
        breaks = self.words.gap(at) is not Gap.SPACE
        if at > start and (breaks or self._ends(at) or self.words[at].capital):
            self.behind = at
        return self.behind > start

    def _ends(self, at: int) -> bool:
        """Whether a verb, a link, a title, role or institution begins there."""
        words = self.heads.words
        verb = words.longest(tables.phrases("verbs.all"), at, dashes=False)
        return bool(
            verb
            or words.keys[at] in _TIES
            or self.heads.begin(at)
            or self.heads.institution(at, lower=True)
        )
