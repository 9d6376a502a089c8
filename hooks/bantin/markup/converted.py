"""What a body becomes: HTML with gaps for links and pictures, and what was noticed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from bantin.errors import Location, Problem, error, warning

# Gaps in the HTML are written in characters that `marks.clear` takes out of every body, so
# that no text can forge one.
LINK_OPENS: Final = "\U00100000"
LINK_CLOSES: Final = "\U00100001"
PHOTO: Final = "\U00100002"
GAP_ENDS: Final = "\U00100003"
GALLERY: Final = "\U00100004"

WARNINGS: Final = frozenset({"body-heading-level"})
"""Codes of findings that let a build go on; the others are errors."""


@dataclass(frozen=True)
class Heading:
    """A heading of the body; the page's title is not among them."""

    level: int
    """2 to 6."""
    id: str
    text: str
    """Plain, not escaped."""
    html: str
    """What stands inside the element, without links and footnote marks."""


@dataclass(frozen=True)
class Target:
    """Where a link leads or a picture lies, as typed."""

    destination: str
    """Entities decoded, nothing else; one of the allowed schemes or none."""
    kind: Literal["link", "photo"]
    line: int
    """From 1 within the body."""
    column: int
    text: str
    """The link's words, or the picture's alt text; plain, not escaped."""
    title: str = ""
    """A picture's caption as typed, or the link's title."""


@dataclass(frozen=True)
class Finding:
    """Something wrong in a body; a Problem that does not know its file yet."""

    code: str
    line: int
    """From 1 within the body."""
    column: int
    values: tuple[tuple[str, str], ...] = ()

    def problem(self, path: str, first_line: int = 1) -> Problem:
        """The same in its file, whose line ``first_line`` is the body's line 1."""
        make = warning if self.code in WARNINGS else error
        at = Location(path, first_line + self.line - 1, self.column)
        return make(self.code, at, **dict(self.values))


@dataclass(frozen=True)
class Converted:
    """A body as HTML; pure text and numbers, so that it can be kept in a cache."""

    parts: tuple[str, ...]
    """The HTML before and, where ``[gallery]`` stands, after the gallery: one or two."""
    headings: tuple[Heading, ...] = ()
    targets: tuple[Target, ...] = ()
    """In the order of the page; footnotes come last."""
    findings: tuple[Finding, ...] = ()
    anchors: tuple[str, ...] = ()
    """Every id in the HTML."""

    def to_json(self) -> str:
        """As one line of text, always the same for the same value."""
        return json.dumps(asdict(self), ensure_ascii=True, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Converted:
        """What ``to_json`` wrote.

        Raises:
            ValueError, KeyError, TypeError: ``text`` is something else.
        """
        kept: dict[str, Any] = json.loads(text)
        return cls(
            parts=tuple(kept["parts"]),
            headings=tuple(Heading(**heading) for heading in kept["headings"]),
            targets=tuple(Target(**target) for target in kept["targets"]),
            findings=tuple(_finding(**finding) for finding in kept["findings"]),
            anchors=tuple(kept["anchors"]),
        )


def _finding(code: str, line: int, column: int, values: list[list[str]]) -> Finding:
    return Finding(code, line, column, tuple((name, value) for name, value in values))
