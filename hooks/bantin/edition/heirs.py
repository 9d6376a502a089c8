"""Which organization has taken the place of which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, tzinfo

from bantin.model import Organization, Registry


def as_of(registry: Registry, now: datetime, zone: tzinfo) -> Registry:
    """The registry without successors that have not begun: nobody is told of them yet.

    Args:
        registry: Of the site.
        now: Aware; the build's clock.
        zone: Of the site, whose day it is.
    """
    today = now.astimezone(zone).date()
    later = {one.id for one in registry.organizations if (one.valid_from or today) > today}
    told = tuple(
        replace(one, successor="") if one.successor in later else one
        for one in registry.organizations
    )
    return replace(registry, organizations=told)


def heirs_of(organizations: Iterable[Organization]) -> dict[str, str]:
    """Id of each organization -> id of the last that has taken its place; else its own."""
    ids = {one.id: one.successor for one in organizations}
    after = {id: heir for id, heir in ids.items() if heir in ids}
    found: dict[str, str] = {}
    for id in ids:
        found |= _way(id, after, found)
    return found


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
