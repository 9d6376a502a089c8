"""Text of a file -> YAML nodes with their places, and the Markdown below.

Nodes, not values: MkDocs drops broken front matter silently, and plain values know neither
their line nor what was typed (``7:30``, ``0211…``, ``no``, ``1.10``). Every scalar stays text.
What a writer would not type (anchors, aliases, tags, depth) is refused while scanning, before
anything is built. What is wrong with broken YAML is said by ``content.diagnosis``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from bantin import limits
from bantin.content.corrections import corrected
from bantin.content.diagnosis import diagnose
from bantin.content.misread import glued_colon, lost_after_hash, odd_indent, swallowed_item
from bantin.content.source import SourceText, hidden
from bantin.errors import BulletinError, Location, Problem, error

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*")
_DASHES = re.compile(r"\s*(?:[-‐-―−_]{2,}|[–—―])[ \t]*")
"""What somebody types who means ``---``."""


@dataclass(frozen=True)
class Scalar:
    """One value, as typed."""

    text: str
    at: Location
    plain: bool = True
    """Typed without quotes."""
    foreign: bool = False
    """An alias, or a value with a tag such as ``!ENV``: its text is not known here."""


@dataclass(frozen=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    at: Location


@dataclass(frozen=True)
class Mapping:
    """Keys with values, in the order typed; keys may repeat."""

    pairs: tuple[tuple[Scalar, Node], ...]
    at: Location


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True)
class Parts:
    """A bulletin's file, taken apart."""

    matter: Mapping
    body: str
    body_line: int
    """Line of the file on which the body begins."""
    problems: tuple[Problem, ...] = ()


def split(source: SourceText) -> Parts:
    """Separate front matter from Markdown.

    Raises:
        BulletinError: No front matter, not closed, or not YAML.
    """
    lines = source.text.split("\n")
    first = _opening(source.path, lines)
    last = _closing(source.path, lines, first)
    text = "\n".join(lines[first + 1 : last])
    matter = parse(source.path, text, first + 2)
    if isinstance(matter, Scalar) and matter.text == "":
        matter = Mapping((), Location(source.path, first + 1))
    if not isinstance(matter, Mapping):
        glued = glued_colon(source.path, text, first + 2)
        raise BulletinError(glued or error("front-matter-not-keys", matter.at))
    lost = tuple(lost_after_hash(source.path, lines[first + 1 : last], first + 2))
    return Parts(matter, "\n".join(lines[last + 1 :]), last + 2, lost)


def _opening(path: str, lines: list[str]) -> int:
    """Index of the line that opens the front matter; blank lines before it do no harm."""
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    line = lines[first].rstrip()
    at = Location(path, first + 1)
    if line == "---":
        return first
    if line == "+++" or line.startswith("{"):
        raise BulletinError(
            error("front-matter-other", at, found=line if line == "+++" else "{")
        )
    if _DASHES.fullmatch(line):
        raise BulletinError(error("front-matter-dashes", at, found=line))
    raise BulletinError(error("front-matter-missing", at))


def _closing(path: str, lines: list[str], first: int) -> int:
    for number in range(first + 1, len(lines)):
        if _CLOSING.fullmatch(lines[number]):
            return number
        if _DASHES.fullmatch(lines[number]):
            at = Location(path, number + 1)
            raise BulletinError(error("front-matter-dashes", at, found=lines[number]))
    raise BulletinError(error("front-matter-unclosed", Location(path, first + 1)))


def parse(path: str, text: str, line: int = 1, *, tags: bool = False) -> Node:
    """Parse one YAML document.

    Args:
        path: For messages.
        text: The YAML alone.
        line: Line of the file on which ``text`` begins.
        tags: Let tags, anchors and aliases pass: mkdocs.yml has them. An alias, a value with a
            tag such as ``!ENV``, ``null`` and ``~`` read as empty there.

    Raises:
        BulletinError: Not YAML, or with something that a bulletin must not have.
    """
    odd = None if tags else odd_indent(path, text, line)
    if odd:
        raise BulletinError(odd)
    try:
        return _Composer(path, text, line, tags=tags).document()
    except yaml.YAMLError as reason:
        raise BulletinError(diagnose(path, text, line, reason)) from None


class _Composer:
    """Builds nodes from YAML events, one level a call."""

    def __init__(self, path: str, text: str, line: int, *, tags: bool) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.line = line
        self.tags = tags
        self.events: Iterator[yaml.Event] = yaml.parse(text, _Loader)

    def document(self) -> Node:
        """The first document; an empty one is an empty scalar."""
        event = next(self.events)
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            return Scalar("", Location(self.path, self.line))
        found = self.node(event, 1)
        for further in self.events:  # broken YAML further down must not pass
            if isinstance(further, yaml.DocumentStartEvent):
                at = self.location(further)
                raise BulletinError(error("front-matter-dashes", at, found="---"))
        return found

    def node(self, event: yaml.Event, depth: int) -> Node:
        """The node that begins with ``event``, lists and mappings with their end."""
        at = self.location(event)
        self.refuse(event, at, depth)
        found = self.built(event, at, depth)
        tagged = (getattr(event, "tag", None) or "").startswith("!")
        return Scalar("", at, foreign=True) if tagged else found

    def built(self, event: yaml.Event, at: Location, depth: int) -> Node:
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self.items(depth)), at)
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(tuple(self.pairs(depth)), at)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, at)
        return Scalar("", at, foreign=True)

    def scalar(self, event: yaml.ScalarEvent, at: Location) -> Scalar:
        """A value as typed; nothing that hides may come in by an escape in quotes."""
        plain = not event.style  # None from the scanner in Python, "" from that in C
        if self.tags and "\0" not in event.value:  # which no path may have
            null = plain and event.value in ("~", "null", "Null", "NULL")
            return Scalar("" if null else event.value, at, plain)
        found = hidden(event.value)
        if found:
            raise BulletinError(error("control-character", at, found=found))
        if plain and event.end_mark and "\n" not in event.value:
            last = event.end_mark.line
            swallowed_item(self.path, self.lines, at.line - self.line, last, self.line)
        return Scalar(unicodedata.normalize("NFC", event.value), at, plain)

    def items(self, depth: int) -> Iterator[Node]:
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self.node(event, depth + 1)

    def pairs(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise BulletinError(error("key-not-text", key.at))
            yield key, self.node(next(self.events), depth + 1)

    def refuse(self, event: yaml.Event, at: Location, depth: int) -> None:
        """Stop at what a bulletin must not have."""
        limit = limits.SETTINGS_NESTING if self.tags else limits.NESTING
        if depth > limit:
            raise BulletinError(error("yaml-too-deep", at, limit=limit))
        if self.tags:
            return
        found = _unwanted(event)
        if found:
            line = corrected(self.lines[at.line - self.line])
            raise BulletinError(error("yaml-unwanted", at, found=found, corrected=line))

    def location(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        if mark is None:
            return Location(self.path, self.line)
        return Location(self.path, mark.line + self.line, mark.column + 1)


def _unwanted(event: yaml.Event) -> str:
    """YAML that a writer never means: an alias, an anchor or a tag; empty if none."""
    if isinstance(event, yaml.AliasEvent):
        return f"*{getattr(event, 'anchor', '')}"
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    return f"&{anchor}" if anchor else str(tag or "").replace("tag:yaml.org,2002:", "!!")


def unique(mapping: Mapping, problems: list[Problem]) -> dict[str, tuple[Scalar, Node]]:
    """The pairs of a mapping by key; a repeated key is a problem that names both lines."""
    found: dict[str, tuple[Scalar, Node]] = {}
    for key, value in mapping.pairs:
        if key.text in found:
            first = found[key.text][0].at.line
            problems.append(error("key-twice", key.at, key=key.text, line=first))
        else:
            found[key.text] = (key, value)
    return found
