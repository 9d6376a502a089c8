"""Documents -> packed entries, in several processes where there are enough of them."""

from __future__ import annotations

import marshal
import os
import pickle
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO, Final

import bantin
from bantin.photos.machine import cores
from bantin.search import Document
from bantin.search.entries import entry, packed
from bantin.search.tokens import Words

BATCH: Final = 32
"""Documents that a child is given at once."""
WORTH: Final = 256
"""Documents for which children are started: each costs a tenth of a second first."""
AHEAD: Final = 2
"""Batches for each child that wait or are done."""
_LENGTH: Final = struct.Struct("<Q")


class Team:
    """Takes documents apart, itself or through children.

    What comes out does not depend on who did it. Children start when there is enough to do and
    stay until ``close``.
    """

    def __init__(self, children: int | None = None) -> None:
        count = cores() if children is None else children
        self._count = count if count > 1 else 0
        self._words = Words()
        self._idle: SimpleQueue[_Child | None] = SimpleQueue()
        for _ in range(self._count):
            self._idle.put(None)

    def apart(self, documents: Iterable[Document], count: int) -> Iterator[bytes]:
        """Their packed entries in the same order; so many documents will come."""
        if count < WORTH or not self._count:
            for document in documents:
                yield packed(entry(document, self._words))
            return
        coming = iter(documents)
        waiting: deque[Future[list[bytes]]] = deque()
        with ThreadPoolExecutor(self._count) as pool:
            while True:
                while len(waiting) < self._count * AHEAD:
                    batch = [*islice(coming, BATCH)]
                    if not batch:
                        break
                    waiting.append(pool.submit(self._asked, batch))
                if not waiting:
                    return
                yield from waiting.popleft().result()

    def close(self) -> None:
        """End the children."""
        for _ in range(self._count):
            child = self._idle.get()
            if child:
                child.end()
            self._idle.put(None)

    def _asked(self, batch: Sequence[Document]) -> list[bytes]:
        child = self._idle.get()
        try:
            child = child or _Child()
            return child.ask(batch)
        except (OSError, EOFError, ValueError):  # none can be started, or it was ended
            if child:
                child.end()
                child = None
            words = Words()  # ours is another thread's
            return [packed(entry(document, words)) for document in batch]
        finally:
            self._idle.put(child)


class _Child:
    """A process of this module."""

    def __init__(self) -> None:
        package = str(Path(bantin.__file__).parents[1])
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "bantin.search.team"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": package},
        )

    def ask(self, batch: Sequence[Document]) -> list[bytes]:
        """The packed entries of documents.

        Raises:
            OSError, EOFError, ValueError: It does not answer.
        """
        process = self._process
        assert process.stdin and process.stdout
        _send(process.stdin, pickle.dumps(batch))  # type: ignore[arg-type]
        found = marshal.loads(_received(process.stdout))  # type: ignore[arg-type]
        if len(found) != len(batch):
            raise ValueError(len(found))
        return list(found)

    def end(self) -> None:
        """Be rid of it."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()


def serve(tasks: BinaryIO, answers: BinaryIO) -> None:
    """Take documents apart until no more come."""
    words = Words()
    while True:
        try:
            batch = pickle.loads(_received(tasks))
        except EOFError:
            return
        _send(answers, marshal.dumps([packed(entry(document, words)) for document in batch]))


def _send(stream: BinaryIO, content: bytes) -> None:
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def _received(stream: BinaryIO) -> bytes:
    """What was sent.

    Raises:
        EOFError: Nothing more comes.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    length = _LENGTH.unpack(head)[0]
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content


if __name__ == "__main__":
    with suppress(BrokenPipeError, KeyboardInterrupt):
        serve(sys.stdin.buffer, sys.stdout.buffer)
