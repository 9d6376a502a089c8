"""Where somebody's name begins in the capitals at the end of an institution or role."""

from __future__ import annotations

from functools import cache

from bantin.vietnamese import tables
from bantin.vietnamese.known import Known
from bantin.vietnamese.naming.heads import Heads
from bantin.vietnamese.naming.nameshapes import (
    LONGEST,
    MARKS,
    SHORTEST_BARE,
    is_likely,
    is_surname,
    usual_surnames,
)
from bantin.vietnamese.text import compare_key


def divide(heads: Heads, known: Known, run: int, behind: int, *, complete: bool) -> int | None:
    """Where somebody's name begins in the capitals at the end of an institution.

    Args:
        heads: Of the text.
        known: The registries: a known name decides.
        run: Index of the first of the capitals.
        behind: Index behind the last.
        complete: Whether the institution's name needs none of them.

    Returns:
        Index of the name's first word; ``behind`` where there is no name; None: undecided.
    """
    for at in range(max(run, behind - LONGEST), behind):
        if heads.words.longest(known.person_phrases, at, dashes=False) == behind - at:
            return at
    place = _places(heads, run, behind)
    if place == behind:
        return behind
    keys = heads.words.keys
    left = behind - place
    if run < place and 2 <= left <= LONGEST and (is_surname(keys[place]) or left > 2):
        return place
    starts = [
        at
        for at in range(max(run, behind - LONGEST), behind - 1)
        if is_likely(keys[at:behind]) and (at > run or complete)
    ]
    if not starts:
        return behind
    best = max(starts, key=lambda at: _likeness(keys[at:behind], at - run))
    undecided = best == run and behind - best < SHORTEST_BARE
    return None if undecided else best


def _likeness(keys: list[str], left: int) -> float:
    """How much the words look like a name, if ``left`` words before stay the institution's."""
    found = {2: 1.0, 3: 3.0, 4: 2.5}.get(len(keys), 0.5)
    if keys[0] in usual_surnames():
        found += 1 if keys[0] in _also_words() else 2
    if keys[1] in MARKS:
        found += 2
    return found - (2 if left == 1 else 0)


@cache
def _also_words() -> frozenset[str]:
    return frozenset(map(compare_key, tables.entries("surnames.also_words")))


def _places(heads: Heads, run: int, behind: int) -> int:
    """Behind the places and people after whom the institution is called."""
    at = run
    while at < behind:
        namesake = heads.words.longest(tables.phrases("namesakes.names"), at, dashes=False)
        size = max(heads.place(at), namesake)
        if not size or at + size > behind:
            break
        at += size
    return at
