"""The registries of news/_registry/: people, organizations, glossary, consents.

Read strictly, with places, like front matter; what they are good for comes later. Entries are
dated: posts, names and consents change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bantin import limits
from bantin.content.fields import Fields
from bantin.content.frontmatter import Node, parse
from bantin.content.keys import Key, Kind
from bantin.content.source import decode
from bantin.errors import BulletinError, Location, Problem

FOLDER = "_registry"


def _dated(*keys: Key) -> tuple[Key, ...]:
    return (*keys, Key("valid_from", Kind.DAY), Key("valid_to", Kind.DAY))


_ID = Key("id", Kind.LINE, required=True)
_NAME = Key("name", Kind.LINE, required=True)
_POST_KEYS = _dated(Key("role", Kind.LINE, required=True), Key("organization", Kind.LINE))
TABLES: Mapping[str, tuple[Key, ...]] = {
    "people.yml": (
        _ID,
        _NAME,
        Key("titles", Kind.TEXTS),
        Key("aliases", Kind.TEXTS),
        Key("posts", Kind.MAPPINGS, limits.LIST_ITEMS, inner=_POST_KEYS),
    ),
    "organizations.yml": _dated(
        _ID,
        _NAME,
        Key("aliases", Kind.TEXTS),
        Key("successor", Kind.LINE),
    ),
    "glossary.yml": (
        Key("term", Kind.LINE, required=True),
        Key("expansion", Kind.LINE),
        Key("variants", Kind.TEXTS),
        Key("keep", Kind.FLAG),
    ),
    "consents.yml": (
        _ID,
        Key("who", Kind.LINE),
        Key("photo", Kind.LINE),
        Key("scope", Kind.LINE),
        Key("signed", Kind.DAY, required=True),
        Key("expires", Kind.DAY),
        Key("guardian", Kind.LINE),
        Key("reference", Kind.LINE),
    ),
}
"""File name -> keys of its entries; the first is the one that must not repeat."""

Value = object
Entry = Mapping[str, Value]


@dataclass(frozen=True)
class RegistryRead:
    """The entries of one file, as far as they could be read, and what was wrong."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def read(path: str, content: bytes, zone: ZoneInfo) -> RegistryRead:
    """Read one registry file; ``path`` is as the writer knows it and ends in its name."""
    name = path.rsplit("/", 1)[-1]
    keys = TABLES[name]
    fields = Fields(path, zone)
    try:
        source = decode(path, content)
        node = parse(path, source.text)
    except BulletinError as reason:
        return RegistryRead((), (reason.problem,))
    fields.problems += source.problems
    whole = Key(name, Kind.MAPPINGS, limits.PARTICIPANTS, inner=keys)
    empty = getattr(node, "text", None) == ""
    found = () if empty else _entries(node, whole, fields)
    return RegistryRead(found, tuple(fields.problems))


def _entries(node: Node, whole: Key, fields: Fields) -> tuple[Entry, ...]:
    seen: dict[str, Location] = {}
    found = []
    for item in fields.items(node, whole):
        entry = _entry(item, whole, fields)
        name = str(entry.get(whole.inner[0].name, ""))
        if name and name in seen:
            fields.wrong("id-twice", item.at, value=name, line=seen[name].line)
        elif name:
            seen[name] = item.at
            found.append(entry)
    return tuple(found)


def _entry(item: Node, whole: Key, fields: Fields) -> Entry:
    """One mapping of the list ``whole``."""
    nodes = fields.mapping(item, whole.inner, whole.name)
    return {
        key.name: _value(nodes[key.name], key, fields)
        for key in whole.inner
        if key.name in nodes
    }


def _value(node: Node, key: Key, fields: Fields) -> Value:
    readers: Mapping[Kind, Callable[[Node, Key], Value]] = {
        Kind.DAY: fields.day,
        Kind.FLAG: fields.flag,
        Kind.TEXTS: lambda node, key: tuple(text for text, _ in fields.texts(node, key)),
        Kind.MAPPINGS: lambda node, key: tuple(
            _entry(item, key, fields) for item in fields.items(node, key)
        ),
    }
    return readers.get(key.kind, fields.line)(node, key)
