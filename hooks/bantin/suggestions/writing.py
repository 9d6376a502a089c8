"""Proposals as lines of a registry file: YAML as writers type it, remarks as comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bantin import locale
from bantin.content.corrections import in_quotes
from bantin.content.frontmatter import Mapping, Scalar, parse
from bantin.errors import BulletinError
from bantin.model import EventDate
from bantin.suggestions.entries import (
    Place,
    ProposedOrganization,
    ProposedPerson,
    ProposedPost,
    Remark,
)
from bantin.vietnamese import dates

_SHOWN: Final = 3
"""Places, and days of a post, that a comment names."""


def organization(one: ProposedOrganization, lang: str) -> Iterator[str]:
    """The lines of an entry of organizations.yml, without line ends; remarks in ``lang``."""
    yield _places(one.places)
    yield f"- id: {one.id}"
    yield f"  name: {typed(one.name)}"
    yield from _remarks(one.remarks, lang)


def person(one: ProposedPerson, lang: str) -> Iterator[str]:
    """The lines of an entry of people.yml, without line ends; remarks in ``lang``."""
    yield _places(one.places)
    yield f"- id: {one.id}"
    yield f"  name: {typed(one.name)}"
    if one.titles:
        yield f"  titles: [{', '.join(one.titles)}]"
    yield from _remarks(one.remarks, lang)
    if one.posts:
        yield "  posts:"
    for post in one.posts:
        yield from _post(post)


def _post(post: ProposedPost) -> Iterator[str]:
    yield f"    - role: {typed(post.role)}  # {_days(post.seen)}"
    if post.organization:
        yield f"      organization: {post.organization}"


def typed(value: str) -> str:
    """A text as it must be typed to be read to the letter: plain, or in quotes."""
    return value if _reads_as_typed(value) else in_quotes(value)


def _reads_as_typed(value: str) -> bool:
    try:
        node = parse("", f"name: {value}\n")
    except BulletinError:
        return False
    found = node.pairs[0][1] if isinstance(node, Mapping) and len(node.pairs) == 1 else None
    return isinstance(found, Scalar) and found.plain and found.text == value


def _places(places: Sequence[Place]) -> str:
    lines = [f"{one.at.path}:{one.at.line}" for one in places]
    return f"# {_first(lines)}"


def _days(seen: Sequence[EventDate]) -> str:
    return _first([dates.iso(when) for when in seen])


def _first(shown: list[str]) -> str:
    rest = len(shown) - _SHOWN
    return ", ".join(shown[:_SHOWN]) + (f" (+{rest})" if rest > 0 else "")


def _remarks(remarks: Sequence[Remark], lang: str) -> Iterator[str]:
    for one in remarks:
        yield f"  # ? {locale.text(f'suggest_{one.key}', lang, **dict(one.values))}"
