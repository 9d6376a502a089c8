"""One registry of news/_registry/: people, organizations, glossary or consents.

Read strictly, with places, like front matter. Entries are dated: posts, names and consents
change. What entries say together is looked at in ``registries``.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import Any, Final
from zoneinfo import ZoneInfo

from bantin import limits
from bantin.content import participants
from bantin.content.fields import Fields
from bantin.content.frontmatter import Mapping, Node, Scalar, parse
from bantin.content.keys import Key, Kind
from bantin.content.misread import lost_after_hash
from bantin.content.source import decode
from bantin.errors import BulletinError, Location, Problem, error
from bantin.model import Consent, Organization, Person, Post, Registry, Term

FOLDER = "_registry"


def _dated(*keys: Key) -> tuple[Key, ...]:
    return (*keys, Key("valid_from", Kind.DAY), Key("valid_to", Kind.DAY))


_ID = Key("id", Kind.LINE, limits.SLUG_BYTES, required=True)
_NAME = Key("name", Kind.LINE, required=True)
_ALIASES = Key("aliases", Kind.TEXTS, limits.LIST_ITEMS)
_POST_KEYS = _dated(Key("role", Kind.LINE, required=True), Key("organization", Kind.LINE))
_OF_A_POST = ("role", "organization")
TABLES: Table[str, tuple[Key, ...]] = {
    "people.yml": (
        _ID,
        _NAME,
        Key("titles", Kind.TEXTS, 20),
        _ALIASES,
        Key("posts", Kind.MAPPINGS, limits.LIST_ITEMS, inner=_POST_KEYS),
    ),
    "organizations.yml": _dated(
        _ID,
        _NAME,
        _ALIASES,
        Key("successor", Kind.LINE),
    ),
    "glossary.yml": (
        Key("term", Kind.LINE, required=True),
        Key("expansion", Kind.LINE),
        Key("variants", Kind.TEXTS, limits.LIST_ITEMS),
        Key("keep", Kind.FLAG),
    ),
    "consents.yml": (
        _ID,
        Key("who", Kind.LINE),
        Key("photo", Kind.LINE),
        Key("scope", Kind.LINE),
        Key("signed", Kind.DAY, required=True),
        Key("expires", Kind.DAY),
        Key("withdrawn", Kind.DAY),
        Key("guardian", Kind.LINE),
        Key("reference", Kind.LINE),
    ),
}
"""File name -> keys of its entries; the first is the one that must not repeat."""
_ENTRIES: Final[Table[str, tuple[str, Callable[..., Any]]]] = {
    "people.yml": ("people", Person),
    "organizations.yml": ("organizations", Organization),
    "glossary.yml": ("glossary", Term),
    "consents.yml": ("consents", Consent),
}
"""File name -> its part of the Registry, and what its entries are."""

Places = Table[Location, Table[str, tuple[Location, ...]]]
"""An entry's or post's ``at`` -> key -> where its value stands, or each text of its list."""


@dataclass(frozen=True)
class RegistryRead:
    """One file, or all of them: entries as far as they could be read, and what was wrong."""

    registry: Registry = field(default_factory=Registry)
    problems: tuple[Problem, ...] = ()
    places: Places = field(default_factory=dict)

    def where(self, at: Location, key: str, place: int = 0) -> Location:
        """Where the value of a key stands in the entry or post at ``at``.

        Args:
            at: Of the entry.
            key: Of its table; one that was not typed is where the entry is.
            place: In a list of texts, from 0.
        """
        found = self.places.get(at, {}).get(key, ())
        return found[place] if place < len(found) else at


def read(path: str, content: bytes, zone: ZoneInfo) -> RegistryRead:
    """Read one registry file; ``path`` is as the writer knows it and ends in its name."""
    reading = _Reading(path, zone)
    try:
        source = decode(path, content)
        node = parse(path, source.text)
    except BulletinError as reason:
        return RegistryRead(problems=(_of_a_registry(reason.problem),))
    lost = lost_after_hash(path, source.text.split("\n"), 1)
    reading.fields.problems += (*source.problems, *lost)
    part, _ = _ENTRIES[reading.name]
    found = () if getattr(node, "text", None) == "" else reading.entries(node)
    return RegistryRead(
        Registry(**{part: found}), tuple(reading.fields.problems), reading.places
    )


def _of_a_registry(problem: Problem) -> Problem:
    """A second ``---`` parts documents; who types it thinks of the head of a bulletin."""
    dashes = problem.code == "front-matter-dashes"
    return error("registry-dashes", problem.at) if dashes else problem


class _Reading:
    """The reading of one file."""

    def __init__(self, path: str, zone: ZoneInfo) -> None:
        self.name = path.rsplit("/", 1)[-1]
        self.fields = Fields(path, zone)
        self.places: dict[Location, dict[str, tuple[Location, ...]]] = {}

    def entries(self, node: Node) -> tuple[Any, ...]:
        """The entries of the list ``node``, each id once."""
        keys = TABLES[self.name]
        whole = Key(self.name, Kind.MAPPINGS, limits.REGISTRY_ENTRIES, inner=keys)
        seen: dict[str, Location] = {}
        found = []
        for item in self.fields.items(node, whole):
            values = self.mapping(item, whole)
            name = values.get(keys[0].name, "")
            if name in seen:
                code = "id-twice" if keys[0] is _ID else "registry-term-twice"
                self.fields.wrong(code, item.at, value=name, line=seen[name].line)
            elif name:
                seen[name] = item.at
                found += self.made(_ENTRIES[self.name][1], whole, values)
        return tuple(found)

    def mapping(self, node: Node, key: Key) -> dict[str, Any]:
        """The values of one mapping of the list ``key``, and its place as ``at``."""
        if key.name == "people.yml" and isinstance(node, Mapping):
            node = self.without_posts(node)
        nodes = self.fields.mapping(node, key.inner, key.name)
        values: dict[str, Any] = {"at": node.at}
        places = self.places[node.at] = {name: (nodes[name].at,) for name in nodes}
        for inner in (inner for inner in key.inner if inner.name in nodes):
            found = nodes[inner.name]
            if inner.name == "titles":
                values["titles"] = participants.codes(found, self.fields)
            elif inner.kind is Kind.TEXTS:
                texts = [pair for pair in self.fields.texts(found, inner) if pair[0]]
                values[inner.name] = tuple(text for text, _ in texts)
                places[inner.name] = tuple(at for _, at in texts)
            else:
                values[inner.name] = self.value(found, inner)
        return values

    def without_posts(self, node: Mapping) -> Mapping:
        """A person without keys that belong below ``posts``, which are complained of."""
        stray = [pair for pair in node.pairs if pair[0].text in _OF_A_POST]
        if not stray:
            return node
        typed = {key.text: value.text for key, value in stray if isinstance(value, Scalar)}
        written = ", ".join(f"{name}: {text}" for name, text in ({"role": "…"} | typed).items())
        self.fields.wrong("registry-post-place", stray[0][0].at, corrected=written)
        return Mapping(tuple(pair for pair in node.pairs if pair not in stray), node.at)

    def made(self, what: Callable[..., Any], key: Key, values: dict[str, Any]) -> list[Any]:
        """The entry, unless a required value is missing or wrong."""
        required = (inner.name for inner in key.inner if inner.required)
        return [what(**values)] if all(values.get(name) for name in required) else []

    def value(self, node: Node, key: Key) -> Any:
        """The value of one key that is no list of texts, by its kind."""
        readers: Table[Kind, Callable[[Node, Key], Any]] = {
            Kind.DAY: self.fields.day,
            Kind.FLAG: self.fields.flag,
            Kind.MAPPINGS: self.posts,
        }
        return readers.get(key.kind, self.fields.line)(node, key)

    def posts(self, node: Node, key: Key) -> tuple[Post, ...]:
        mappings = (self.mapping(item, key) for item in self.fields.items(node, key))
        return tuple(post for values in mappings for post in self.made(Post, key, values))
