"""What this machine has for children: how many can work at once, and what they find."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import bantin
from bantin import limits

CGROUP: Final = Path("/sys/fs/cgroup")
UNKNOWN: Final = 1 << 62
ENVIRONMENT: Final = (
    *("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PYTHONHOME", "PYTHONUSERBASE"),
    *("VIRTUAL_ENV", "SYSTEMROOT", "USERPROFILE", "APPDATA", "TEMP", "TMPDIR"),
)
"""Variables that a child inherits, beside the path of its modules."""


def workers() -> int:
    """As many as there are cores, but no more than fit into the memory; at least one."""
    return max(1, min(cores(), memory() // limits.PHOTO_MEMORY_EACH))


def cores() -> int:
    """Cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1


def environment() -> dict[str, str]:
    """What Python needs of our environment; passwords are none of a child's business."""
    package = str(Path(bantin.__file__).parents[1])
    found = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))
    kept = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
    return {**kept, "PYTHONPATH": found}


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
