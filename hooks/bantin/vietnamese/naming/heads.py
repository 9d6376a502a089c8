"""Where in a text a title, role, institution or department may begin."""

from __future__ import annotations

from functools import cache
from typing import Final

from bantin.vietnamese import orgheads, tables, titles
from bantin.vietnamese.tables import Phrases
from bantin.vietnamese.titles import TitleBlock
from bantin.vietnamese.words import Gap, Words

DEPARTMENTS: Final = Phrases(
    ("Khoa", "Phòng", "Bộ môn", "Ban", "Đơn vị", "Đơn nguyên", "Tổ", "Văn phòng", "Tiểu ban")
)
"""Parts of an institution: with their name they stay in the role."""
_ALWAYS: Final = frozenset(("bộ môn", "đơn nguyên", "tiểu ban"))
"""Heads of departments that are no other word."""


@cache
def department_names() -> Phrases:
    """What departments are called, short forms included."""
    sections = ("departments.names", "departments.abbreviations")
    return Phrases(entry for section in sections for entry in tables.entries(section))


@cache
def _institutions() -> Phrases:
    return Phrases(orgheads.NOT_NEXT)


@cache
def _not_next() -> dict[str, tuple[Phrases, frozenset[str]]]:
    """Head word -> what must not follow, which word must not stand before."""
    return {
        " ".join(tables.words(head)): (
            Phrases(following),
            frozenset(
                key for word in orgheads.NOT_BEHIND.get(head, ()) for key in tables.words(word)
            ),
        )
        for head, following in orgheads.NOT_NEXT.items()
    }


_NEED_NAME: Final = frozenset(" ".join(tables.words(one)) for one in orgheads.NEEDS_NAME)


def phrases() -> tuple[Phrases, ...]:
    """Heads of institutions and departments."""
    return _institutions(), DEPARTMENTS


class Heads:
    """The first words of titles, roles, institutions and departments in one text."""

    def __init__(self, words: Words) -> None:
        """Look at every word once."""
        self.words = words
        self.titles: dict[int, tuple[TitleBlock, int]] = {}
        for block in titles.find(words.text):
            first = words.starts(block.start)
            behind = words.starts(block.start + len(block.written))
            self.titles[first] = (block, behind)
            self._parts_of(block, first, behind)
        self._roles = tables.phrases("roles.heads")
        self._short_roles = tables.phrases("roles.abbreviated")
        self._places = tables.phrases("places.all")

    def _parts_of(self, block: TitleBlock, first: int, behind: int) -> None:
        """The rest of a block whose first word belongs to a department: Phòng Điều dưỡng."""
        for at in range(first + 1, behind if 1 < len(block.codes) < 9 else 0):
            start = self.words[at].start
            rest = titles.leading(f"{self.words.text[start : block.end]} X")
            if rest.codes and rest.codes == block.codes[-len(rest.codes) :]:
                written = block.written[start - block.start :]
                part = TitleBlock(rest.codes, written, block.end, start)
                self.titles.setdefault(at, (part, behind))

    def role(self, at: int) -> int:
        """How many words of a role's head stand at ``at``; 0: none."""
        found = self.words.longest(self._roles, at, dashes=False)
        if found or at >= len(self.words):
            return 0 if self._in_name(at, found) else self._before_institution(at, found)
        word = self.words[at]
        short = word.upper and " ".join(tables.words(word.text)) in self._short_roles
        return int(short)

    def _before_institution(self, at: int, size: int) -> int:
        """``Chủ tịch Công đoàn`` in ``Chủ tịch Công đoàn Bệnh viện Phổi``."""
        for more in range(1, size):
            capital = self.words[at + more].capital
            if capital and self.institution(at + more) > 1:
                return more
        return size

    def _in_name(self, at: int, size: int) -> bool:
        """Whether it is somebody's name: Vũ Trọng Tài is no referee."""
        words = self.words.words[max(0, at - 1) : at + size]
        return (
            at > 0
            and size > 1
            and all(word.capital for word in words)
            and all(word.gap is Gap.SPACE for word in words[1:])
            and words[1].key not in ("phó", "giám", "trưởng", "chủ", "bí")
        )

    def institution(self, at: int, *, lower: bool = False) -> int:
        """How many words of an institution's head stand at ``at``; 0: none.

        Args:
            at: Index of a word.
            lower: Take heads in lower case, too (``giám đốc bệnh viện Nhi``).
        """
        if at >= len(self.words):
            return 0
        word = self.words[at]
        if word.upper and word.text in orgheads.ABBREVIATED:
            return 1
        found = self.words.longest(_institutions(), at, dashes=False)
        if not found or not (word.capital or lower):
            return 0
        return found if self._is_institution(at, found) else 0

    def _is_institution(self, at: int, size: int) -> bool:
        head = " ".join(self.words.keys[at : at + size])
        if self._is_surname(at, size):
            return False
        following, behind = _not_next()[head]
        before = self.words[at - 1] if at else None
        if before and self.words[at].gap is Gap.SPACE and before.key in behind:
            return False
        after = at + size
        if self.words.gap(after) is not Gap.SPACE:
            return head not in _NEED_NAME
        if self.words.longest(following, after, dashes=False):
            return False
        return head not in _NEED_NAME or self.words[after].capital

    def _is_surname(self, at: int, size: int) -> bool:
        """``Báo Văn Trị`` is somebody."""
        after = self.words.words[at + size : at + size + 2]
        return (
            size == 1
            and len(after) == 2
            and after[0].key in ("văn", "thị")
            and all(word.capital and word.gap is Gap.SPACE for word in after)
        )

    def department(self, at: int) -> int:
        """How many words of a department's head, named behind it, stand at ``at``; 0: none."""
        found = self.words.longest(DEPARTMENTS, at, dashes=False) or self._short(at)
        near = self.words.gap(at + found) in (Gap.SPACE, Gap.GLUE)
        if not found or not near or self.institution(at) > found:
            return 0
        head = " ".join(self.words.keys[at : at + found])
        after = self.words[at + found]
        named = self.words.longest(department_names(), at + found)
        if head in _ALWAYS or named or (after.upper and after.text.isalpha()):
            return found
        free = after.capital and not self.role(at + found)
        return found if self.words[at].capital and free else 0

    def _short(self, at: int) -> int:
        """``P.TCCB``, ``P. Điều dưỡng``, ``K.Nhi``."""
        word = self.words[at] if at + 1 < len(self.words) else None
        return int(
            word is not None
            and word.text in ("P", "K")
            and self.words.text[word.end : word.end + 1] == "."
        )

    def place(self, at: int) -> int:
        """How many words of a place's name stand at ``at``; 0: none."""
        if at >= len(self.words) or not self.words[at].capital:
            return 0
        return self.words.longest(self._places, at, dashes=False)

    def begin_inside(self, at: int) -> bool:
        """Whether one of them begins among the capitals of what may be one name.

        Bùi Tiến Sĩ, Trần Đại Tá, Phan Minh Viện, Lê Trường Xuân are names.
        """
        if at in self.titles:
            behind = self.titles[at][1]
            last = self.words[behind - 1]
            if behind - at == 1 or not last.capital or last.upper:
                return True
        size = self.institution(at)
        if size == 1 and not self.words[at].upper:
            kinds = tables.phrases("institutions.kinds")
            near = self.words.gap(at + 1) is Gap.SPACE
            size = int(near and self.words.longest(kinds, at + 1) > 0)
        return bool(size or self.role(at) or self.department(at))

    def begin(self, at: int) -> bool:
        """Whether a title, role, institution or department begins at ``at``."""
        return bool(
            at in self.titles or self.role(at) or self.institution(at) or self.department(at)
        )
