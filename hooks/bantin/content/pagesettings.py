"""What mkdocs.yml says of pages: the parts of the first one, and numbers that others need."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bantin.content import frontmatter as nodes
from bantin.content.block import Block

HOME: Final = ("newest", "events", "sections", "series", "photos", "intro", "archive")
"""Parts of a first page; pinned notices and the lead stand above all of them."""


@dataclass(frozen=True)
class Figure:
    """A whole number that somebody may set."""

    least: int
    most: int
    usual: int


FIGURES: Final[Mapping[str, Figure]] = {
    "people_from": Figure(1, 1000, 1),
    "old_after": Figure(0, 100, 3),
}


def home(block: Block, node: nodes.Node) -> tuple[str, ...]:
    """The parts of the first page in the order given, none twice; all where none is set.

    ``home: []`` is a first page that has nothing below its lead.
    """
    if not isinstance(node, nodes.Sequence):
        if not isinstance(node, nodes.Scalar) or node.text.strip():
            block.wrong("list-expected", node.at, key="home")
        return HOME
    found: list[str] = []
    for entry in node.items:
        part = _word(entry)
        if part not in HOME:
            choices = ", ".join(HOME)
            block.wrong("choice-unknown", entry.at, key="home", value=part, choices=choices)
        elif part in found:
            block.wrong("home-twice", entry.at, value=part)
        else:
            found.append(part)
    return tuple(found)


def figure(block: Block, key: str, node: nodes.Node) -> int:
    """One of ``FIGURES``; the usual one where none, or a wrong one, is set."""
    limits = FIGURES[key]
    typed = _word(node)
    if re.fullmatch("[0-9]{1,6}", typed) and limits.least <= int(typed) <= limits.most:
        return int(typed)
    if typed:
        values = {"least": limits.least, "most": limits.most, "usual": limits.usual}
        block.wrong("number-range", node.at, key=key, value=typed, **values)
    return limits.usual


def _word(node: nodes.Node) -> str:
    """What was typed; of a list or of ``newest: 6`` a sign that it is no word."""
    return node.text.strip() if isinstance(node, nodes.Scalar) else "[…]"
