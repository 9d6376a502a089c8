"""Names as people type them that name nobody: ids, titles or posts beside them, capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bantin.errors import Location, Problem, warning
from bantin.vietnamese import people, privacy, titles
from bantin.vietnamese.known import Known
from bantin.vietnamese.text import nfc

_ID: Final = re.compile(r"(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)+")
_WORD: Final = re.compile(r"\w")
_IN_CAPITALS: Final = re.compile(r"[^\W\d_]{2}")
"""Two letters in a row: ``N.T.H.`` is no name in capitals."""


@dataclass(frozen=True)
class NameParts:
    """What stands in a name, told apart."""

    name: str
    titles: tuple[str, ...] = ()
    """Canonical codes."""
    role: str = ""
    organization: str = ""


def taken_apart(written: str) -> NameParts | None:
    """The parts of a name that has more than the name: ``Ông Hồ Văn H``, ``BS A, Giám đốc``.

    Args:
        written: Meant as the name of one person.

    Returns:
        None where it is a name alone, where not every word can be told apart, and for
        patients and children (``cháu``): the word before the name is what keeps them out of
        the registries.
    """
    block = titles.leading(written)
    whole = nfc(written)[: block.end] + recased(nfc(written)[block.end :])
    found = people.mentions(whole)
    if len(found) != 1:
        return None
    one = found[0]
    if _WORD.search(whole[: one.start]) or _WORD.search(whole[one.end :]):
        return None
    if one.name.text == whole.strip() or privacy.is_private(whole, one):
        return None
    role = ", ".join(post.role.text for post in one.posts if post.role)
    named = [post.organization.text for post in one.posts if post.organization]
    codes = one.titles.codes if one.titles else block.codes
    return NameParts(recased(one.name.text), codes, role, ", ".join(named))


def recased(written: str) -> str:
    """``TRẦN VĂN NĂM``, ``trần văn năm`` -> ``Trần Văn Năm``; any other name as it is."""
    capitals = written.isupper() and _IN_CAPITALS.search(written)
    return written.title() if capitals or written.islower() else written


def participant(name: str, at: Location) -> Problem | None:
    """A participant's ``name`` with more in it than the name; the page prints it so.

    Args:
        name: As typed.
        at: Where it stands.
    """
    found = taken_apart(name)
    if found is None:
        return None
    parts = [f"name: {found.name}"]
    parts += [f"titles: [{', '.join(found.titles)}]"] if found.titles else []
    parts += [f"role: {found.role}"] if found.role else []
    parts += [f"organization: {found.organization}"] if found.organization else []
    return warning("participant-name-more", at, value=name, corrected="; ".join(parts))


def registry_id(value: str, key: str, at: Location, known: Known) -> Problem | None:
    """An id of the registries where a bulletin needs a name: the page would print the id.

    Args:
        value: As typed.
        key: ``name`` or ``organization``; empty for a participant's line.
        at: Where it stands.
        known: The registries.
    """
    if not _ID.fullmatch(value):
        return None
    person, body = known.person_by_id.get(value), known.organization_by_id.get(value)
    meant = body or person if key == "organization" else person or body
    if meant is None:
        return warning("participant-id-unknown", at, value=value)
    corrected = f"{key}: {meant.name}" if key else f"- {meant.name}"
    return warning("participant-id", at, value=value, corrected=corrected)
