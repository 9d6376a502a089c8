"""One participant: a mapping, or the line as one writes it.

A line in which one person is named and every word told apart becomes what the mapping would
say. Of any other, titles come first by their table, then the name, the role behind the first
spaced dash, the organization from the first head word of an institution on (DESIGN section 3).
What can't be split stays in ``role``, with an info.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bantin.content import oddnames
from bantin.content.fields import Fields
from bantin.content.frontmatter import Node, Scalar
from bantin.content.keys import PARTICIPANT_KEYS, Key
from bantin.errors import Location, info
from bantin.model import Part, Participant
from bantin.vietnamese import organizations, people, titles
from bantin.vietnamese.people import Mention, PostHeld
from bantin.vietnamese.phrases import Phrase

_DASH = re.compile(r"\s+[-‐-―−]+\s+|\s+[–—]|[–—]\s+")
_WORD = re.compile(r"\w")
_AGE = re.compile(r"\d+ tuổi")
"""What somebody's parts have no place for: it must not get lost."""
_KEYS = {key.name: key for key in PARTICIPANT_KEYS}


def read(node: Node, key: Key, fields: Fields) -> Participant | None:
    """The participant at ``node``; None when nothing could be read."""
    if isinstance(node, Scalar):
        line = fields.line(node, Key(key.name, key.kind))
        if line and _odd("", line, node.at, fields):
            return Participant(name="", role=line, at=node.at)
        return from_line(line, node, fields) if line else None
    values = fields.mapping(node, PARTICIPANT_KEYS, key.name)
    if not values:
        return None
    found = _from_mapping(values, node, fields)
    if not found.name and not found.organization:
        fields.wrong("participant-nobody", node.at)
    for name, written in (("name", found.name), ("organization", found.organization)):
        if name in values:
            _odd(name, written, values[name].at, fields)
    return found


def _odd(key: str, value: str, at: Location, fields: Fields) -> bool:
    """Warn of a value that names nobody; the page prints it as typed."""
    found = oddnames.registry_id(value, key, at, fields.known)
    if found is None and key == "name":
        found = oddnames.participant(value, at)
    fields.problems += [found] if found else []
    return found is not None


def _from_mapping(values: dict[str, Node], node: Node, fields: Fields) -> Participant:
    def line(name: str) -> str:
        return fields.line(values[name], _KEYS[name]) if name in values else ""

    count = fields.number(values["count"], _KEYS["count"]) if "count" in values else None
    part = fields.choice(values["part"], _KEYS["part"]) if "part" in values else ""
    return Participant(
        name=line("name"),
        titles=codes(values["titles"], fields) if "titles" in values else (),
        role=line("role"),
        organization=line("organization"),
        part=Part(part) if part else None,
        delegation=line("delegation"),
        count=count,
        at=node.at,
    )


def codes(node: Node, fields: Fields) -> tuple[str, ...]:
    """Titles as canonical codes; an unknown one is kept as written, with an info."""
    found: list[str] = []
    for written, at in fields.texts(node, _KEYS["titles"]):
        codes = titles.canonical(written)
        if written and not codes:
            fields.problems.append(info("title-unknown", at, value=written))
        found += codes or (written,)
    return tuple(code for code in found if code)


def from_line(line: str, node: Scalar, fields: Fields) -> Participant:
    """Take a line such as ``ThS.BS Trần Văn Tấn – Trưởng phòng Nghiệp vụ Y, Sở Y tế`` apart."""
    named = people.mentions(line, fields.known)
    found = _one_person(line, named)
    if found:
        return replace(found, at=node.at)
    if any("organization" in one.undecided for one in named):
        return _whole_line(line, node, fields)
    block = titles.leading(line)
    rest = line[block.end :].strip()
    dash = _DASH.search(rest)
    head = rest[: dash.start()].strip() if dash else rest
    after = rest[dash.end() :].strip() if dash else ""
    body = None if block.codes else _body(head, after, node)
    if body:
        return body
    if _is_name(head):
        role, organization = organizations.split(after)
        return Participant(head, block.codes, role, organization, at=node.at)
    return _whole_line(line, node, fields)


def _whole_line(line: str, node: Scalar, fields: Fields) -> Participant:
    """What can't be split stays as it is."""
    fields.problems.append(info("participant-line", node.at, value=line))
    return Participant(name="", role=line, at=node.at)


def _one_person(line: str, found: tuple[Mention, ...]) -> Participant | None:
    """The only person of a line, if all of its words are told apart."""
    if len(found) != 1 or {"organization", "role", "titles"} & set(found[0].undecided):
        return None
    person = found[0]
    if _WORD.search(line[: person.start]) or _WORD.search(line[person.end :]):
        return None
    if _AGE.search(line):
        return None
    role, organization = _posts(line, person.posts)
    codes = person.titles.codes if person.titles else ()
    return Participant(person.name.text, codes, role, organization)


def _posts(line: str, posts: tuple[PostHeld, ...]) -> tuple[str, str]:
    """Roles and institution of somebody with one institution, or of the first of several.

    Each further institution stays with its own role, so that nothing is lost.
    """
    named = [post.organization for post in posts if post.organization]
    if not named:
        return _whole(line, [post.role for post in posts]), ""
    first, rest = named[0], []
    for post in posts:
        if post.organization is first and post.role:
            rest.append(post.role.text)
        elif post.organization is not first:
            rest.append(_whole(line, [post.role, post.organization]))
    return ", ".join(rest), first.text


def _whole(line: str, phrases: list[Phrase | None]) -> str:
    """The words from the first to the last of them, as written."""
    there = [phrase for phrase in phrases if phrase]
    return line[there[0].start : there[-1].end] if there else ""


def _body(head: str, after: str, node: Scalar) -> Participant | None:
    """An institution: it begins the line, or something that is no name stands before it."""
    before, organization = organizations.split(head)
    if organization and not before:
        return Participant(name="", role=after, organization=organization, at=node.at)
    if organization and not after and not _is_name(head):  # Nguyễn Trường Giang is a name
        return Participant(name="", role=before, organization=organization, at=node.at)
    return None


def _is_name(text: str) -> bool:
    """At most six words of letters, the first and the last with a capital."""
    words = text.split()
    return (
        0 < len(words) <= 6
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and all(re.fullmatch(r"[^\W\d_][\w'’.-]*", word) for word in words)
    )
