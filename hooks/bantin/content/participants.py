"""One participant: a mapping, or the line as one writes it.

A line in which one person is named and every word told apart becomes what the mapping would
say. Of any other, titles come first by their table, then the name, the role behind the first
spaced dash, the organization from the first head word of an institution on (DESIGN section 3).
What can't be split stays in ``role``, with an info: no word is lost but those that tie parts
together, ``ông``, ``bà`` and their like. ``Bệnh nhân``, ``mẹ bé`` say who somebody is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bantin.content import oddnames, unsplit
from bantin.content.fields import Fields
from bantin.content.frontmatter import Node, Scalar
from bantin.content.keys import PARTICIPANT_KEYS, Key
from bantin.errors import Location, info
from bantin.model import Part, Participant
from bantin.vietnamese import organizations, people, titles
from bantin.vietnamese.people import Mention
from bantin.vietnamese.phrases import Phrase
from bantin.vietnamese.text import compare_key

_DASH = re.compile(r"\s+[-‐-―−]+\s+|\s+[–—]|[–—]\s+")
_SEPARATOR = re.compile(r"[^\w\s/]")
_FOREIGN = frozenset(("dr", "prof"))
"""Titles that no table has: they stay with the name."""
_COUNTED = re.compile(r"(.*\w)\s*[:,(]\s*(\d+\s+[^\W\d][^()]*?)\)?")
"""``Sở Y tế: 5 đại biểu``, ``Sở Y tế (5 người)``."""
_ASIDE = re.compile(r"\s*\([^\d()]+\)\s*")
"""``(chủ trì)``, in lower case, belongs to no institution's name."""
_FORMAL = frozenset(("", "ông", "bà", "anh", "chị", "đồng chí", "đ/c", "mr", "mrs", "ms"))
"""Words of address that say nothing of somebody; all others must not get lost."""
_TIES = frozenset(
    (
        *("của", "thuộc", "đến từ", "công tác tại", "đang công tác tại", "hiện công tác tại"),
        *("đại diện", "đại diện cho", "là", "hiện là", "làm", "giữ chức", "với vai trò"),
        *("kiêm", "và"),
    )
)
"""Words that only tie a post to a name (docs/dev/language.md). Others say more."""
_KEYS = {key.name: key for key in PARTICIPANT_KEYS}


def read(node: Node, key: Key, fields: Fields) -> Participant | None:
    """The participant at ``node``; None when nothing could be read."""
    if isinstance(node, Scalar):
        line = fields.line(node, Key(key.name, key.kind))
        if line and _odd("", line, node.at, fields):
            return Participant(name="", role=line, at=node.at)
        return from_line(line, node, fields) if line else None
    colon = unsplit.colon(node)
    if colon:
        fields.problems.append(colon)
        return None
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
    if not named:
        found = _unknown(line, fields)
    else:
        found = _one_person(line, named) or _named_first(line, named)
    if found:
        return replace(found, at=node.at)
    fields.problems.append(unsplit.line(line, named, node.at))
    return Participant(name="", role=line, at=node.at)


def _unknown(line: str, fields: Fields) -> Participant | None:
    """A name that looks like none (``Ana Ruiz – Professor``), or an institution."""
    codes, head, after = _at_dash(line)
    if _is_name(head, fields):
        return Participant(head, codes, *organizations.split(after))
    return None if codes else _body(head, after)


def _named_first(line: str, named: tuple[Mention, ...]) -> Participant | None:
    """The only person of a line that begins with the name, a dash behind it."""
    person = named[0]
    foreign = compare_key(person.address).rstrip(".") in _FOREIGN
    told = _is_formal(person) or foreign
    if len(named) > 1 or not told or "organization" in person.undecided:
        return None
    if _ASIDE.fullmatch(line, person.end) and line[person.end :].islower():
        return None
    codes, head, after = _at_dash(line if foreign else line.removeprefix(person.address))
    if head != (line[person.start : person.name.end] if foreign else person.name.text):
        return None
    return Participant(head, codes, *organizations.split(after))


def _at_dash(line: str) -> tuple[tuple[str, ...], str, str]:
    """The titles that a line begins with, and the rest before and behind its first dash."""
    block = titles.leading(line)
    rest = line[block.end :].strip()
    dash = _DASH.search(rest)
    if dash is None:
        return block.codes, rest, ""
    return block.codes, rest[: dash.start()].strip(), rest[dash.end() :].strip()


def _one_person(line: str, found: tuple[Mention, ...]) -> Participant | None:
    """The only person of a line, if all of its words are told apart."""
    person = found[0]
    if len(found) > 1 or {"organization", "role", "titles"} & set(person.undecided):
        return None
    if not set(_left(line, person)) <= _TIES | _FORMAL:
        return None
    role, organization = _posts(line, person)
    codes = person.titles.codes if person.titles else ()
    return Participant(person.name.text, tuple(dict.fromkeys(codes)), role, organization)


def _is_formal(person: Mention) -> bool:
    """Whether the word before the name may be left out: not so ``bệnh nhân``, ``mẹ bé``."""
    return compare_key(person.address).rstrip(".") in _FORMAL


def _left(line: str, person: Mention) -> Iterator[str]:
    """What the parts of somebody leave of a line, piece by piece, to be compared."""
    held = (phrase for post in person.posts for phrase in (post.role, post.organization))
    codes = set(person.titles.codes) if person.titles else set()
    blocks = (block for block in titles.find(line) if codes.issuperset(block.codes))
    told = [(one.start, one.end) for one in (person.name, *held) if one]
    left = list(line)
    for start, end in (*told, *((block.start, block.end) for block in blocks)):
        left[start:end] = "|" * (end - start)
    for piece in _SEPARATOR.split("".join(left)):
        yield compare_key(piece.strip())


def _posts(line: str, person: Mention) -> tuple[str, str]:
    """Roles and institution of somebody.

    Of somebody with posts at several institutions the role is all that is written, from the
    first post to the last, institutions and ``kiêm`` included: so nothing is lost, and no post
    moves to another institution. The institution is the first.
    """
    posts = person.posts
    named = [post.organization for post in posts if post.organization]
    if not named:
        return _written(line, person, [post.role for post in posts]), ""
    if all(one is named[0] for one in named):
        return ", ".join(post.role.text for post in posts if post.role), named[0].text
    parts = (part for post in posts for part in (post.role, post.organization))
    return _written(line, person, list(parts)), named[0].text


def _written(line: str, person: Mention, phrases: list[Phrase | None]) -> str:
    """The words from the first of them to the last, without the name between them."""
    there = sorted((phrase for phrase in phrases if phrase), key=lambda one: one.start)
    before = [one for one in there if one.start < person.name.start]
    behind = there[len(before) :]
    sides = (line[side[0].start : side[-1].end] for side in (before, behind) if side)
    return ", ".join(sides)


def _body(head: str, after: str) -> Participant | None:
    """An institution: it begins the line, or something that is no name stands before it."""
    before, organization = organizations.split(head)
    if not organization or (before and after):
        return None
    counted = _COUNTED.fullmatch(organization)
    if counted:
        organization, after = counted[1], ", ".join(filter(None, (counted[2], after)))
    return Participant(
        "", role=", ".join(filter(None, (before, after))), organization=organization
    )


def _is_name(text: str, fields: Fields) -> bool:
    """Whether it would be somebody's name behind ``ông``: not so ``Trưởng khoa Nhi``."""
    found = people.mentions(f"ông {text}", fields.known)
    return len(found) == 1 and found[0].name.text == text
