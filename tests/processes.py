"""The processes that a process has started, as Linux tells them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def children_of(parent: int) -> set[int]:
    """Living processes that a process has started, without theirs."""
    return {pid for pid, above in _all() if above == parent}


def alive(pid: int) -> bool:
    """Whether a process still runs or waits; what only waits to be counted is dead."""
    try:
        return _status(pid)[0] not in ("Z", "X")
    except (OSError, IndexError):
        return False


def _all() -> Iterator[tuple[int, int]]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, parent, *_ = _status(int(folder.name))
        except (OSError, ValueError):
            continue
        if state not in ("Z", "X"):
            yield int(folder.name), int(parent)


def _status(pid: int) -> list[str]:
    """State, parent and so on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
