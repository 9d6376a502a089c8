"""Roles in running text: from the head word to the end of the department or body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.naming.heads import Heads
from bantin.vietnamese.naming.tails import Tail
from bantin.vietnamese.words import Gap

_IN_CHARGE: Final = frozenset(("phụ trách", "thường trực", "điều hành", "chuyên trách"))
_AREAS: Final = frozenset(("tỉnh", "huyện", "xã", "phường", "quận", "thị", "khối", "cơ"))
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


def is_head_alone(heads: Heads, role: Role) -> bool:
    """Whether nothing stands between its head and the capitals behind it."""
    before = heads.words.longest(tables.phrases("roles.before"), role.first, dashes=False)
    head = role.first + before
    return head + heads.role(head) == role.run


def _trade(heads: Heads, first: int) -> Role | None:
    """``sinh viên Lầu Y Phong``, ``…, hộ lý Khoa Nhi``: before a name or behind a break."""
    words = heads.words
    size = words.longest(tables.phrases("roles.trades"), first, dashes=False)
    if not size or first in heads.titles:  # Nhà giáo Nhân dân
        return None
    tail = _Tail(heads, first + size)
    tail.form()
    while tail.run < 0 and tail.follows():
        pass
    named = words.gap(tail.behind) is Gap.SPACE and words[tail.behind].capital
    tied = words.gap(first) in _BREAKS or words.keys[first - 1] in ("là", "làm")
    parted = tied and words.gap(tail.behind) is not Gap.SPACE
    return tail.role(first) if named or parted else None


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


class _Tail(Tail):
    """What follows the head of a role: bodies, departments, terms."""

    department_end = -1
    """Behind a department that follows the head; -1: none."""

    def role(self, first: int) -> Role:
        return Role(first, self.behind, self.behind if self.run < 0 else self.run)

    def after_head(self, head: str, written: str) -> None:
        """Body, department, what somebody is in charge of, in any order."""
        start = self.behind
        full = tables.expansion("roles.abbreviated", written) if written.isupper() else None
        self._body_begun()
        body = self.words.longest(tables.phrases("roles.bodies"), self.behind)
        if body < 2 and (full or head) in tables.phrases("roles.department_heads"):
            self.named()
        self.department_end = self.behind if self.behind > start else -1
        while self.run < 0 and self.near() and self._takes():
            pass
        if self.behind == start and self.run < 0:
            self.explained()

    def form(self) -> None:
        """``học sinh lớp 8A``."""
        at = self.behind
        if self.words.keys[at : at + 1] == ["lớp"] and self.words.gap(at + 1) is Gap.SPACE:
            self.behind += 2 if self.words[at + 1].text[0].isdigit() else 0

    def follows(self) -> bool:
        """Whether a department or body follows; it is taken."""
        return self.near() and self._takes()

    def _body_begun(self) -> None:
        """The rest of a body that the head begins: Chủ tịch Hội đồng | Y khoa."""
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
        if self.near() and self.words.keys[self.behind] in _AREAS:
            self.behind += 1
            if self.near():
                self.behind += self.heads.place(self.behind)
            if self.near() and self.words[self.behind].capital:
                self.capitals()

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
        if two not in _IN_CHARGE or (two == "điều hành" and self.behind == self.department_end):
            return False
        self.behind += 2
        self.explained()
        return True
