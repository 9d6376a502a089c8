"""Where in a text a title, role, institution or department may begin."""

from __future__ import annotations

from functools import cache
from typing import Final

from bantin.vietnamese import organizations, tables, titles
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
    return Phrases(organizations.NOT_NEXT)


@cache
def _not_next() -> dict[str, tuple[Phrases, frozenset[str]]]:
    """Head word -> what must not follow, which word must not stand before."""
    return {
        " ".join(tables.words(head)): (
            Phrases(following),
            frozenset(
                key
                for word in organizations.NOT_BEHIND.get(head, ())
                for key in tables.words(word)
            ),
        )
        for head, following in organizations.NOT_NEXT.items()
    }


_NEED_NAME: Final = frozenset(" ".join(tables.words(one)) for one in organizations.NEEDS_NAME)


class Heads:
    """The first words of titles, roles, institutions and departments in one text."""

    def __init__(self, words: Words) -> None:
        """Look at every word once."""
        self.words = words
        self.titles: dict[int, tuple[TitleBlock, int]] = {}
        for block in titles.find(words.text):
            first = words.starts(block.start)
            self.titles[first] = (block, words.starts(block.start + len(block.written)))
        self._roles = tables.phrases("roles.heads")
        self._short_roles = tables.phrases("roles.abbreviated")
        self._places = tables.phrases("places.all")

    def role(self, at: int) -> int:
        """How many words of a role's head stand at ``at``; 0: none."""
        found = self.words.longest(self._roles, at, dashes=False)
        if found or at >= len(self.words):
            return 0 if self._in_name(at, found) else found
        word = self.words[at]
        short = word.upper and " ".join(tables.words(word.text)) in self._short_roles
        return int(short)

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
        if word.upper and word.text in organizations.ABBREVIATED:
            return 1
        found = self.words.longest(_institutions(), at, dashes=False)
        if not found or not (word.capital or lower):
            return 0
        return found if self._is_institution(at, found) else 0

    def _is_institution(self, at: int, size: int) -> bool:
        head = " ".join(self.words.keys[at : at + size])
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

    def department(self, at: int) -> int:
        """How many words of a department's head, named behind it, stand at ``at``; 0: none."""
        found = self.words.longest(DEPARTMENTS, at, dashes=False)
        if not found or self.words.gap(at + found) is not Gap.SPACE:
            return 0
        head = " ".join(self.words.keys[at : at + found])
        after = self.words[at + found]
        named = self.words.longest(department_names(), at + found)
        if head in _ALWAYS or named or (after.upper and after.text.isalpha()):
            return found
        free = after.capital and not self.role(at + found)
        return found if self.words[at].capital and free else 0

    def place(self, at: int) -> int:
        """How many words of a place's name stand at ``at``; 0: none."""
        if at >= len(self.words) or not self.words[at].capital:
            return 0
        return self.words.longest(self._places, at, dashes=False)

    def begin(self, at: int) -> bool:
        """Whether a title, role, institution or department begins at ``at``."""
        return bool(
            at in self.titles or self.role(at) or self.institution(at) or self.department(at)
        )
