"""Roles in running text: from the head word to the end of the department or body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.heads import Heads, department_names
from bantin.vietnamese.tables import Phrases
from bantin.vietnamese.words import Gap

_MOST_LOWER: Final = 4
"""Most words in lower case that explain a role: chủ nhiệm đề tài, chuyên gia dinh dưỡng."""
_IN_CHARGE: Final = frozenset(("phụ trách", "thường trực", "điều hành", "chuyên trách"))
_AREAS: Final = frozenset(("tỉnh", "huyện", "xã", "phường", "quận", "thị", "khối", "cơ"))
_TIES: Final = frozenset(("kiêm", "của", "thuộc"))
_BREAKS: Final = (Gap.COMMA, Gap.DASH, Gap.OPEN, Gap.LINE, Gap.COLON)
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
    plain = heads.role(first)
    if plain > before:
        before = 0
    head = first + before
    size = heads.role(head) if words.gap(head) is Gap.SPACE or not before else 0
    if not size:
        return _in_charge(heads, first, head) if before else _trade(heads, first)
    tail = _Tail(heads, head + size)
    tail.after_head(" ".join(words.keys[head : head + size]), words[head].text)
    return tail.role(first)


def _trade(heads: Heads, first: int) -> Role | None:
    """``sinh viên Lầu Y Phong``, ``…, hộ lý Khoa Nhi``: before a name or behind a break."""
    words = heads.words
    size = words.longest(tables.phrases("roles.trades"), first, dashes=False)
    if not size:
        return None
    tail = _Tail(heads, first + size)
    while tail.run < 0 and tail.follows():
        pass
    named = words.gap(tail.behind) is Gap.SPACE and words[tail.behind].capital
    parted = words.gap(first) in _BREAKS and words.gap(tail.behind) is not Gap.SPACE
    return tail.role(first) if named or parted else None


@cache
def _with_commas() -> Phrases:
    entries = tables.entries("departments.names")
    return Phrases(entry for entry in entries if "," in entry)


def _in_charge(heads: Heads, first: int, behind: int) -> Role | None:
    """``Phụ trách khoa Nhi``, ``Phụ trách Trạm Y tế``: without a head of its own."""
    if heads.words.keys[behind - 2 : behind] != ["phụ", "trách"]:
        return None
    if heads.institution(behind) and heads.words.gap(behind) is Gap.SPACE:
        return Role(first, behind, behind)
    if not heads.department(behind):
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

    def after_head(self, head: str, written: str) -> None:
        """Body, department, what somebody is in charge of, in any order."""
        start = self.behind
        full = tables.expansion("roles.abbreviated", written) if written.isupper() else None
        self._body_begun()
        if (full or head) in tables.phrases("roles.department_heads"):
            self.named()
        while self.run < 0 and self._near() and self._takes():
            pass
        if self.behind == start and self.run < 0:
            self._explained()

    def follows(self) -> bool:
        """Whether a department or body follows; it is taken."""
        return self._near() and self._takes()

    def _near(self) -> bool:
        return self.words.gap(self.behind) is Gap.SPACE

    def _body_begun(self) -> None:
        """The rest of a body whose first words are the head's last: Chủ tịch Hội đồng | Y khoa."""
        bodies = tables.phrases("roles.bodies")
        for back in (3, 2, 1):
            size = self.words.longest(bodies, self.behind - back)
            if size > back:
                start = self.behind
                self.behind -= back
                self.behind = max(start, self.behind + self._up_to_institution(size))
                break
        if self.words.longest(bodies, self.behind - 2) == 2:
            self._of_place()

    def _takes(self) -> bool:
        if self.heads.institution(self.behind):
            return False
        body = self._up_to_institution(
            self.words.longest(tables.phrases("roles.bodies"), self.behind)
        )
        if self.heads.department(self.behind) and body < 2:
            self.department()
            return True
        if body:
            self.behind += body
            self._of_place()
            return True
        return self._term() or self._in_charge()

    def _up_to_institution(self, size: int) -> int:
        """``Công đoàn`` in ``Công đoàn Bệnh viện Phổi``."""
        for at in range(self.behind + 1, self.behind + size):
            if self.words[at].capital and self.heads.institution(at) > 1:
                return at - self.behind
        return size

    def _of_place(self) -> None:
        """``Đảng bộ tỉnh``, ``Đảng ủy xã Ia Mơ``: whose body it is."""
        if self._near() and self.words.keys[self.behind] in _AREAS:
            self.behind += 1
            if self._near():
                self.behind += self.heads.place(self.behind)
            if self._near() and self.words[self.behind].capital:
                self._capitals()

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
            elif gap is Gap.DASH or not self._unknown(start):
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
        self._capitals()
        if self.behind - first == 1 and self._goes_on():
            self.run = -1
            return True
        return False

    def _capitals(self) -> None:
        """Capitals that may hold a name."""
        self.run = self.behind
        while self._near() and self.words[self.behind].capital:
            if self.behind > self.run and self.heads.begin(self.behind):
                break
            self.behind += 1

    def _goes_on(self) -> bool:
        """The second syllable of a department in lower case: ``Thính học``."""
        verb = self.words.longest(tables.phrases("verbs.all"), self.behind, dashes=False)
        word = self.words[self.behind] if self.behind < len(self.words) else None
        more = tables.phrases("departments.continues")
        goes_on = not verb or (verb == 1 and word is not None and word.key in more)
        if not self._near() or word is None or not word.text.islower() or not goes_on:
            return False
        self.behind += 1
        self._explained()
        return True

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
        self._explained()
        return True

    def _explained(self) -> bool:
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
