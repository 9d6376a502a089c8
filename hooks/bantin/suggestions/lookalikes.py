"""Names that look alike and are not the same: told beside an entry, never merged.

Each name is filed under a few shapes of itself and looked for under others, so that ten times
the names take ten times the work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from bantin.vietnamese import orgnames
from bantin.vietnamese.text import compare_key, fold

_SHOWN: Final = 3
"""Most look-alikes that one entry names."""
_LEVELS: Final = frozenset(
    ("tinh", "thanh", "pho", "huyen", "quan", "thi", "xa", "phuong", "khu", "vuc", "da", "khoa")
)
"""Words, folded, by which old and new names of one institution often differ."""
_TELLING: Final = 4
"""Fewest words of names that are alike though one word differs."""

Shapes = Callable[[str], Iterator[str]]


class Lookalikes:
    """Names filed by their shapes."""

    def __init__(self, names: Iterable[str], filed: Shapes, asked: Shapes) -> None:
        """File every name.

        Args:
            names: Each once.
            filed: The shapes under which a name is found.
            asked: The shapes for which a name looks; its look-alikes are found under one.
        """
        self._asked = asked
        self._by_shape: dict[str, list[str]] = {}
        for name in names:
            for shape in set(filed(name)):
                self._by_shape.setdefault(shape, []).append(name)

    def near(self, name: str) -> tuple[str, ...]:
        """At most three other names that look like this one."""
        found: dict[str, None] = {}
        for shape in dict.fromkeys(self._asked(name)):
            for other in self._by_shape.get(shape, ())[: _SHOWN + 1]:
                if other != name:
                    found[other] = None
        return tuple(found)[:_SHOWN]


def of_people(names: Iterable[str]) -> Lookalikes:
    """Names that differ in marks, hyphens and spaces only: Thúy, Thủy and Thuỳ."""
    return Lookalikes(names, _letters, _letters)


def of_organizations(names: Iterable[str]) -> Lookalikes:
    """Names that differ in marks, in words such as tỉnh and khu vực, or in one word.

    Another word in its place has to begin with the same letter: Nhi Trung ương and Phổi Trung
    ương are no look-alikes, A Thái Nguyên and C Thái Nguyên are told apart by themselves.
    """
    return Lookalikes(names, _filed, _asked)


def _letters(name: str) -> Iterator[str]:
    yield "".join(letter for letter in fold(compare_key(name)) if letter.isalnum())


def _filed(name: str) -> Iterator[str]:
    words = fold(orgnames.key(name)).split()
    yield from _both(words)
    yield f"whole {' '.join(words)}"
    yield from (f"less {shape}" for shape in _without_one(words))


def _asked(name: str) -> Iterator[str]:
    words = fold(orgnames.key(name)).split()
    yield from _both(words)
    yield from (f"whole {shape}" for shape in _without_one(words))
    if len(words) >= _TELLING:
        yield f"less {' '.join(words)}"


def _both(words: list[str]) -> Iterator[str]:
    yield " ".join(word for word in words if word not in _LEVELS)
    if len(words) >= _TELLING:
        for at, word in enumerate(words):
            yield " ".join([*words[:at], f"{word[0]}…", *words[at + 1 :]])


def _without_one(words: list[str]) -> Iterator[str]:
    if len(words) > _TELLING:
        yield from (" ".join([*words[:at], *words[at + 1 :]]) for at in range(len(words)))
