"""YAML that parses and does not say what its writer meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.content.corrections import (
    FOREIGN_INDENT,
    GLUED_KEY,
    advice,
    corrected,
    indent,
    misses_hyphen,
    plain_indent,
    spaced,
)
from bantin.errors import BulletinError, Location, Problem, error, warning

_HASH = re.compile(r"\s*+(?:- +)*+(?:\w+: *+)?(?:[^\s\"'#\[{|>][^\"'#]*\s)?(#\S.*)")
"""``Phòng số #2``: YAML takes it for a comment. One with a space (``# 2``) is meant as one."""


def swallowed_item(path: str, lines: list[str], first: int, last: int, line: int) -> None:
    """Refuse a value that goes on over a line that was meant as the next entry of a list.

    ``- A`` with `` - B`` below it, one space too far in, is the one text ``A - B`` to YAML.

    Args:
        path: For messages.
        lines: The YAML alone.
        first: Index of the line on which the value begins.
        last: Index of its last line.
        line: Line of the file on which ``lines`` begins.

    Raises:
        BulletinError: There is such a line.
    """
    for number in range(first + 1, min(last + 1, len(lines))):
        if lines[number].lstrip().startswith("- "):
            wrong = misses_hyphen(lines[first])
            code, number = ("list-dash", first) if wrong else ("yaml-indent", number)
            at = Location(path, line + number, indent(lines[number]) + 1)
            raise BulletinError(error(code, at, corrected=advice(code, lines, number)))


def glued_colon(path: str, text: str, line: int) -> Problem | None:
    """A key without a space after its colon: such a line is text to YAML, not a key."""
    for number, content in enumerate(text.split("\n")):
        if GLUED_KEY.match(content):
            at = Location(path, line + number, content.index(":") + 2)
            return error("yaml-colon-space", at, corrected=spaced(content))
    return None


def odd_indent(path: str, text: str, line: int) -> Problem | None:
    """YAML that parses, but whose indent holds a character that only looks like a space."""
    for number, content in enumerate(text.split("\n")):
        if FOREIGN_INDENT.match(content):
            at = Location(path, line + number)
            return error("indent-nbsp", at, corrected=plain_indent(content))
    return None


def lost_after_hash(path: str, lines: list[str], first: int) -> Iterator[Problem]:
    """Values that end where YAML sees a comment; ``lines`` begin on line ``first``."""
    for number, line in enumerate(lines, first):
        if found := _HASH.fullmatch(line):
            at = Location(path, number, found.start(1) + 1)
            yield warning("yaml-hash", at, found=found[1], corrected=corrected(line))
