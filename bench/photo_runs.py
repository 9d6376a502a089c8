"""One command measured: wall, CPU of the whole process tree, peak of its memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

PAUSE = 0.02
"""Seconds between two looks at the memory."""


class Run(NamedTuple):
    """What one command took."""

    wall: float
    cpu: float
    """Seconds of user and system, of all its processes."""
    memory: float
    """MB: the largest sum of PSS over the tree; 0 where nobody watched."""
    printed: str


class Command(Protocol):
    """Something to be measured again and again."""

    def __call__(self, *, watched: bool) -> Run:
        """Run it once."""


def measured(
    command: Sequence[str], folder: Path, env: Mapping[str, str], *, watched: bool = False
) -> Run:
    """Run a command to its end.

    Args:
        command: With its arguments.
        folder: In which it runs.
        env: Variables beside our own.
        watched: Look at its memory all the time; that takes a part of a core from it.

    Raises:
        CalledProcessError: It failed; what it said is on the terminal.
    """
    begun, before = time.perf_counter(), os.times()
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **env}, stdout=subprocess.PIPE
    )
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    if watched:
        watcher.start()
    printed, _ = process.communicate()
    wall, after = time.perf_counter() - begun, os.times()
    if watched:
        watcher.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    return Run(wall, cpu, peak[0], printed.decode().strip())


def rounds(commands: Mapping[str, Command], count: int) -> dict[str, Run]:
    """Medians of interleaved runs: A, B, C, A, B, C … Memory comes from one more run each."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(count):
        for name, run in commands.items():
            runs[name].append(run(watched=False))
    return {
        name: _median(found, commands[name](watched=True).memory)
        for name, found in runs.items()
    }


def _median(runs: Sequence[Run], memory: float) -> Run:
    middle = statistics.median
    wall, cpu = middle(run.wall for run in runs), middle(run.cpu for run in runs)
    return Run(wall, cpu, memory, runs[-1].printed)


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(map(pss, tree(process.pid))) / 1024)
        time.sleep(PAUSE)


def tree(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:
            continue
        for child in found:
            yield from tree(int(child))


def pss(pid: int) -> int:
    """kB; 0 of a process that is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
