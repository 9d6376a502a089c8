"""Which organization has taken the place of which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bantin.model import Organization


def heirs_of(organizations: Iterable[Organization], on: date | None = None) -> dict[str, str]:
    """Id of each organization -> id of the last that has taken its place; else its own.

    Args:
        organizations: All of the registry.
        on: Of a name that begins later nobody speaks yet; None: every name counts.
    """
    known = {one.id: one for one in organizations}
    after = {id: one.successor for id, one in known.items() if _begun(known, one, on)}
    found: dict[str, str] = {}
    for id in known:
        found |= _way(id, after, found)
    return found


def _begun(known: Mapping[str, Organization], one: Organization, on: date | None) -> bool:
    heir = known.get(one.successor)
    first = heir.valid_from if heir else None
    return heir is not None and (on is None or first is None or first <= on)


def _way(id: str, after: Mapping[str, str], found: Mapping[str, str]) -> dict[str, str]:
    """All on the way from one, each with its heir; in a circle each stays itself."""
    passed: dict[str, None] = {}
    while id not in found and id not in passed:
        passed[id] = None
        id = after.get(id, id)
    if id in found:
        return dict.fromkeys(passed, found[id])
    if after.get(id, id) == id:
        return dict.fromkeys(passed, id)
    return {one: one for one in passed}
