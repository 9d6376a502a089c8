"""The parts of a text: titles, roles, institutions, names, and the words between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bantin.vietnamese.naming.names import Name
from bantin.vietnamese.titles import TitleBlock
from bantin.vietnamese.words import Gap


class Kind(StrEnum):
    """What a part is."""

    TITLE = "title"
    ROLE = "role"
    INSTITUTION = "institution"
    NAME = "name"
    ADDRESS = "address"
    LABEL = "label"
    """``Ảnh:``: somebody's name follows."""
    LINK = "link"
    """``của``, ``là``, ``kiêm``: ties a role or institution to what stands before."""
    AGE = "age"
    AND = "and"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Part:
    """One part, by words."""

    kind: Kind
    first: int
    behind: int
    gap: Gap
    """To the part before."""
    name: Name | None = None
    block: TitleBlock | None = None
    start: int = -1
    """Of an institution, its first word: in ``Trưởng Trạm Y tế`` Trạm is of the role, too."""
    undecided: bool = False
    """Of an institution: whether the name behind it is somebody's or its own."""
