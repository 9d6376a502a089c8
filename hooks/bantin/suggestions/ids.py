"""Ids for new entries of a registry."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import count

from bantin import limits
from bantin.vietnamese.text import distinct_slugs, slug


def distinct(names: Sequence[str], taken: Collection[str]) -> tuple[str, ...]:
    """An id for each name, made of it; where it is taken, with a number: ``-2``.

    Args:
        names: In the order in which ids are given away; a name may stand there twice.
        taken: Ids of the registry.
    """
    own = distinct_slugs(names)
    gone = set(taken)
    given = []
    for name in names:
        found = next(one for one in _candidates(own[name]) if one not in gone)
        gone.add(found)
        given.append(found)
    return tuple(given)


def _candidates(own: str) -> Iterator[str]:
    yield own
    for number in count(2):
        end = f"-{number}"
        yield slug(own, limits.SLUG_BYTES - len(end)) + end
