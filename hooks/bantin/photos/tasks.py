"""What is asked of whoever opens originals, and what comes back: values, and their wire form.

An answer is JSON and bytes, never a pickle: it comes from a process that has read a stranger's
file, and is no more trusted than that.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final, Protocol

from bantin.photos.door import PhotoError

HEAD: Final = struct.Struct(">I")
MOST_HEAD: Final = 16_000_000
"""Bytes of the JSON before the files; more is nonsense."""
_NONSENSE: Final = (
    *(ValueError, TypeError, AttributeError, KeyError),
    *(OverflowError, RecursionError),  # Infinity for a size, a hundred thousand brackets
)


@dataclass(frozen=True)
class Task:
    """One original to be opened."""

    work: str
    """A name in ``worker.WORKS``."""
    name: str
    """The original as the writer knows it, for messages."""
    path: str
    """On this machine."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What the work needs besides, as JSON has it."""
    key: str = ""
    """Names the result: results come in any order."""
    cost: int = 0
    """px to be read; the dearest begin first."""
    memory: int = 0
    """Bytes that the work may need; what is not worth mentioning is 0."""


@dataclass(frozen=True)
class Outcome:
    """What became of a task."""

    task: Task
    values: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    failure: PhotoError | None = None


class Executor(Protocol):
    """Who carries tasks out; another may hand them to other machines."""

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Every task's outcome, as they come; a failure is an outcome, too.

        May be called by several threads at once.
        """

    def rest(self) -> None:
        """Nobody will ask for a while: let go of what costs something while it waits."""

    def close(self) -> None:
        """Let go of whatever it holds; a later ``run`` begins anew."""


def send(stream: BinaryIO, head: Mapping[str, Any], files: Mapping[str, bytes]) -> None:
    """Write one message: length, JSON, files.

    Raises:
        OSError: Nobody reads.
    """
    sizes = {name: len(content) for name, content in files.items()}
    text = json.dumps({**head, "sizes": sizes}).encode()
    stream.write(HEAD.pack(len(text)) + text)
    for content in files.values():
        stream.write(content)
    stream.flush()


def receive(stream: BinaryIO, most: int) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Read one message.

    Args:
        stream: Of the other side.
        most: Bytes of all files together that may come.

    Raises:
        EOFError: The other side is gone, or talks nonsense.
    """
    (length,) = HEAD.unpack(_exactly(stream, HEAD.size))
    if length > MOST_HEAD:
        raise EOFError
    try:
        head = json.loads(_exactly(stream, length))
        sizes = {str(name): int(size) for name, size in head.pop("sizes").items()}
    except _NONSENSE as nonsense:
        raise EOFError from nonsense
    if min(sizes.values(), default=0) < 0 or sum(sizes.values()) > most:
        raise EOFError
    return head, {name: _exactly(stream, size) for name, size in sizes.items()}


def _exactly(stream: BinaryIO, count: int) -> bytes:
    content = stream.read(count)
    if len(content) < count:
        raise EOFError
    return content
