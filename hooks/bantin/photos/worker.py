"""The child process in which originals are opened: it may use so much and no more.

It reads tasks from its standard input and answers on its standard output, one at a time, until
the input ends. A file that makes a decoder crash, hang or eat memory takes this process with
it, and nothing else.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Final

from bantin import limits
from bantin.photos import inspect, logo, probe, render
from bantin.photos.door import PhotoError, quiet
from bantin.photos.tasks import receive, send

Answer = tuple[Mapping[str, Any], Mapping[str, bytes]]
"""Values and files."""

WORKS: Final[Mapping[str, Callable[[Path, str, Mapping[str, Any]], Answer]]] = {
    "probe": probe.work,
    "render": render.work,
    "logo": logo.work,
    "inspect": inspect.work,
}


def answer(head: Mapping[str, Any]) -> Answer:
    """Carry one task out; whatever goes wrong with the file is in the answer."""
    name = head["name"]
    try:
        with quiet():
            values, files = WORKS[head["work"]](Path(head["path"]), name, head["values"])
    except PhotoError as failed:
        return {"failed": failed.code, "told": dict(failed.values)}, {}
    except MemoryError:
        return {"failed": "photo-memory", "told": {"file": name}}, {}
    except Exception:  # noqa: BLE001 -- Pillow raises nearly everything at a damaged file
        return {"failed": "photo-unreadable", "told": {"file": name}}, {}
    return {"values": values}, files


def limit() -> None:
    """Bind this process: no large memory, no file written, no core dumped; killed first."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")
    try:
        import resource
    except ImportError:  # Windows has none: there the parent's patience is the only limit
        return
    for what, most in (
        (resource.RLIMIT_AS, _mapped() + limits.PHOTO_MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


def give_time() -> None:
    """Let this process have its seconds for one task, counted from now."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soon = int(used.ru_utime + used.ru_stime) + limits.PHOTO_SECONDS + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (soon, hard))


def serve(tasks: BinaryIO, answers: BinaryIO) -> None:
    """Answer until nobody asks any more."""
    while True:
        try:
            head, _ = receive(tasks, 0)
        except EOFError:
            return
        give_time()
        values, files = answer(head)
        send(answers, values, files)


def main() -> None:
    """Begin as a child process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, who ends this one
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints does not disturb the answers
    limit()
    with suppress(BrokenPipeError):
        serve(sys.stdin.buffer, answers)


def _mapped() -> int:
    """Bytes of address space that Python and Pillow have taken already."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return 1 << 30
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
