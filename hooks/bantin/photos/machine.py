"""How many photos this machine can work on at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from bantin import limits

CGROUP: Final = Path("/sys/fs/cgroup")
UNKNOWN: Final = 1 << 62


def workers() -> int:
    """As many as there are cores, but no more than fit into the memory; at least one."""
    return max(1, min(cores(), memory() // limits.PHOTO_MEMORY_EACH))


def cores() -> int:
    """Cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1


def memory(cgroup: Path = CGROUP, meminfo: Path = Path("/proc/meminfo")) -> int:
    """Bytes that are free for us, of the machine and of the group that a container is in."""
    return min(_available(meminfo), _granted(cgroup))


def _available(meminfo: Path) -> int:
    try:
        lines = dict(line.split(":", 1) for line in meminfo.read_text().splitlines())
        return int(lines["MemAvailable"].split()[0]) * 1024
    except (OSError, ValueError, KeyError, IndexError):
        return UNKNOWN


def _granted(cgroup: Path) -> int:
    try:
        most = int((cgroup / "memory.max").read_text())  # "max" is no number: no limit
        return most - int((cgroup / "memory.current").read_text())
    except (OSError, ValueError):
        return UNKNOWN
