"""What is odd about originals, list by list; docs/huong-dan tells what to do about each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bantin.inventory import Item, alike
from bantin.photos.inspect import Inspected

SMALL: Final = 960
"""px, of the longer side; a computer shows it larger."""
BLURRED: Final = 0.16
"""``Inspected.sharpness`` below it; docs/dev/photos.md tells how it was chosen."""


@dataclass(frozen=True)
class Finding:
    """One list of the report."""

    kind: str
    """``unused``, ``small``, ``blurred``, ``copies``, ``alike``, ``twice_turned``,
    ``misturned``, ``turned``, ``located``."""
    groups: tuple[tuple[Item, ...], ...]
    """Photos that belong together; of most lists each stands alone."""


def found(items: Sequence[Item]) -> Iterator[Finding]:
    """Every list, empty ones too."""
    used = [item for item in items if item.used]
    yield Finding("unused", tuple((item,) for item in items if not item.used))
    for kind, holds in _TELLS.items():
        yield Finding(kind, tuple((item,) for item in used if holds(item)))
        if kind == "blurred":
            yield Finding("copies", tuple(_copies(items)))
            yield Finding("alike", tuple(_alike(items)))


def _copies(items: Sequence[Item]) -> Iterator[tuple[Item, ...]]:
    for equal in _by_digest(items).values():
        if len(equal) > 1:
            yield tuple(equal)


def _alike(items: Sequence[Item]) -> Iterator[tuple[Item, ...]]:
    """Photos with other bytes that show nearly the same, with the copies of each."""
    equal = _by_digest(items)
    seen = {digest: same[0].inspected for digest, same in equal.items()}
    for group in alike.groups({key: one for key, one in seen.items() if one}):
        yield tuple(item for digest in group for item in equal[digest])


def _by_digest(items: Sequence[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.original.digest, []).append(item)
    return found


def _is_small(item: Item) -> bool:
    return max(item.original.width, item.original.height) < SMALL


def _seen(holds: Callable[[Inspected], bool]) -> Callable[[Item], bool]:
    return lambda item: item.inspected is not None and holds(item.inspected)


_TELLS: Final[Mapping[str, Callable[[Item], bool]]] = MappingProxyType(
    {
        "small": _is_small,
        "blurred": _seen(lambda one: one.sharpness is not None and one.sharpness < BLURRED),
        "twice_turned": _seen(lambda one: one.turned_twice),
        "misturned": _seen(lambda one: one.orientation == 0),
        "turned": _seen(lambda one: one.orientation > 1 and not one.turned_twice),
        "located": lambda item: item.original.located,
    }
)
