"""A node of another shape than its key's, told with the line to type instead."""

from __future__ import annotations

import re
from collections.abc import Sequence as Many
from typing import Final

from bantin.content.corrections import first_item, in_quotes, item
from bantin.content.frontmatter import Mapping, Node, Scalar
from bantin.content.keys import Key
from bantin.errors import Problem, error
from bantin.vietnamese.text import slug

_PLAIN: Final = re.compile(r"[\w/][^:#\[\]{}\"'\n]*")
"""What needs no quotes, in brackets or outside."""
_FIRST: Final = {
    "posts": "role",
    "photos": "file",
    "attachments": "file",
    "glossary.yml": "term",
    "consents.yml": "id",
}
"""List -> the key that somebody means who types an entry as a text alone."""
_SHORT: Final = ("titles", "tags", "aliases", "variants")
"""Lists of short texts, which fit on one line."""
_NAMED: Final = ("people.yml", "organizations.yml")


def no_list(node: Node, key: Key) -> Problem:
    """Something else where the list ``key`` belongs."""
    if isinstance(node, Mapping) and node.pairs:
        first = _first_pair(node)
        dashed = item(first)
        code = "list-dash" if dashed else "list-no-dash"
        return error(code, node.at, key=key.name, corrected=dashed or f"- {first}")
    if not isinstance(node, Scalar) or not node.text.strip():
        return error("list-expected", node.at, key=key.name)
    better = first_item(node.text) if node.plain else None
    if better:
        return error("list-dash", node.at, key=key.name, corrected=better)
    if key.name.endswith(".yml"):
        return error("list-expected", node.at, key=key.name)
    if key.name in _SHORT and _PLAIN.fullmatch(node.text):
        corrected = f"{key.name}: [{node.text}]"
        return error("list-one-line", node.at, key=key.name, corrected=corrected)
    return error("list-next-line", node.at, key=key.name, corrected=_entry(node.text, key.name))


def no_mapping(node: Node, keys: Many[Key], name: str) -> Problem:
    """Something else where the keys of one ``name`` belong."""
    if isinstance(node, Scalar) and node.text.strip() and name in (*_FIRST, *_NAMED):
        return error("keys-left-out", node.at, key=name, corrected=_entry(node.text, name))
    names = ", ".join(key.name for key in keys)
    return error("keys-expected", node.at, key=name, keys=names)


def no_text(node: Node, key: Key) -> Problem:
    """A list, or a text that its colon makes a key, where one text belongs."""
    if isinstance(node, Mapping) and node.pairs:
        meant = in_quotes(_first_pair(node))
        return error("text-expected-colon", node.at, key=key.name, corrected=meant)
    return error("text-expected", node.at, key=key.name)


def _first_pair(node: Mapping) -> str:
    name, value = node.pairs[0]
    rest = value.text if isinstance(value, Scalar) else "…"
    return f"{name.text}: {rest}".strip()


def _entry(text: str, name: str) -> str:
    """The entry of the list ``name`` that a text alone was meant as."""
    written = text if _PLAIN.fullmatch(text) else in_quotes(text)
    if name in _NAMED:
        return f"- {{id: {_id(text)}, name: {written}}}"
    return f"- {_FIRST[name]}: {written}" if name in _FIRST else f"- {written}"


def _id(text: str) -> str:
    try:
        return slug(text)
    except ValueError:
        return "…"
