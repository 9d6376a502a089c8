"""Lists by first letters: which letters stand on which page, and the ways to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic

from bantin.locale import text
from bantin.pages.draft import Link
from bantin.pages.lists.paging import Item, Page
from bantin.vietnamese import collation

_TELEX: Final = {
    **{"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"},
    collation.OTHER: "other",
}
"""Letters as they are typed on a keyboard: addresses have none with marks."""


@dataclass(frozen=True)
class Letter(Generic[Item]):
    """The items of one letter on one page."""

    text: str
    """Of the heading."""
    id: str
    """Of the heading; empty where the letter began on a page before."""
    items: tuple[Item, ...]


@dataclass(frozen=True)
class LetteredPage(Generic[Item]):
    """A page of a list by letters."""

    page: Page[Item]
    letters: tuple[Link, ...]
    """Ways to every letter of the whole list; none where there is only one."""
    groups: tuple[Letter[Item], ...]


def lettered(
    cut: Sequence[Page[Item]], letter_of: Callable[[Item], str], other: str
) -> Iterator[LetteredPage[Item]]:
    """Part the pages of a list by letters.

    Args:
        cut: All pages of the list, in its order.
        letter_of: Item -> its letter as ``collation.index_letter`` gives it.
        other: Heading of those that begin with none.
    """
    begins: dict[str, Link] = {}
    for page in cut:
        for letter in _by_letter(page.items, letter_of):
            begins.setdefault(letter, Link(letter, f"{page.address}#{_anchor(letter)}"))
    ways = tuple(begins.values()) if len(begins) > 1 else ()
    for page in cut:
        groups = (
            _letter(page, letter, those, begins[letter], other)
            for letter, those in _by_letter(page.items, letter_of).items()
        )
        yield LetteredPage(page, ways, tuple(groups))


def _letter(
    page: Page[Item], letter: str, items: list[Item], way: Link, other: str
) -> Letter[Item]:
    anchor = _anchor(letter)
    here = way.address == f"{page.address}#{anchor}"
    shown = other if letter == collation.OTHER else letter
    heading = shown if here else text("letter_on", page.lang, letter=shown)
    return Letter(heading, anchor if here else "", tuple(items))


def _by_letter(
    items: Iterable[Item], letter_of: Callable[[Item], str]
) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(letter_of(item), []).append(item)
    return found


def _anchor(letter: str) -> str:
    return f"letter_{_TELEX.get(letter, letter.lower())}"
