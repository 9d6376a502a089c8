"""Documents -> packed entries, in several processes where there are enough of them."""

from __future__ import annotations

import marshal
import pickle
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from queue import SimpleQueue
from typing import BinaryIO, Final

from bantin.photos.machine import cores, environment
from bantin.search import Document
from bantin.search.entries import entry, packed
from bantin.search.tokens import Words

BATCH: Final = 32
"""Documents that a child is given at once."""
WORTH: Final = 256
"""Documents for which children are started: each costs a tenth of a second first."""
AHEAD: Final = 2
"""Batches for each child that wait or are done."""
PATIENCE: Final = 60.0
"""Seconds that a child has for a batch: it takes a fraction of one."""
LONGEST: Final = 1 << 30
"""Bytes of a batch or an answer; more is none."""
_LENGTH: Final = struct.Struct("<Q")
FAILURES: Final = (OSError, EOFError, ValueError, TypeError, MemoryError, RuntimeError)
"""What becomes of asking a child that cannot be started, is ended or is none of ours."""


class Team:
    """Takes documents apart, itself or through children.

    What comes out does not depend on who did it. Children start when there is enough to do and
    stay until ``close``. Once one has failed no more are started.
    """

    def __init__(self, children: int | None = None) -> None:
        count = cores() if children is None else children
        self._count = count if count > 1 else 0
        self._words = Words()
        self._idle: SimpleQueue[_Child | None] = SimpleQueue()
        for _ in range(self._count):
            self._idle.put(None)
        self._waiting: deque[Future[list[bytes]]] = deque()
        self._failed = False
        self._closed = 0

    def apart(self, documents: Iterable[Document], count: int) -> Iterator[bytes]:
        """Their packed entries in the same order; so many documents will come."""
        if count < WORTH or not self._count:
            for document in documents:
                yield packed(entry(document, self._words))
            return
        coming = iter(documents)
        waiting = self._waiting = deque[Future[list[bytes]]]()
        pool = ThreadPoolExecutor(self._count)
        try:
            while True:
                while len(waiting) < self._count * AHEAD:
                    batch = [*islice(coming, BATCH)]
                    if not batch:
                        break
                    waiting.append(self._begun(pool, batch))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)

    def close(self) -> None:
        """End the children; what waits for them is no longer done."""
        self._closed += 1
        while self._waiting:
            self._waiting.popleft().cancel()
        for child in [self._idle.get() for _ in range(self._count)]:
            if child:
                child.end()
            self._idle.put(None)

    def _begun(
        self, pool: ThreadPoolExecutor, batch: Sequence[Document]
    ) -> Future[list[bytes]]:
        with suppress(RuntimeError):  # the system gives us no thread
            return pool.submit(self._asked, batch, self._closed)
        done: Future[list[bytes]] = Future()
        done.set_result(_done_here(batch))
        return done

    def _asked(self, batch: Sequence[Document], closed: int) -> list[bytes]:
        child = self._idle.get()
        try:
            if self._closed > closed:
                return []  # nobody waits for it
            if child or not self._failed:
                child = child or _Child()
                return child.ask(batch)
        except FAILURES:  # none can be started, or it was ended
            self._failed = True
            if child:
                child.end()
                child = None
        finally:
            self._idle.put(child)
        return _done_here(batch)


def _done_here(batch: Sequence[Document]) -> list[bytes]:
    words = Words()  # ours is another thread's
    return [packed(entry(document, words)) for document in batch]


class _Child:
    """A process of this module."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "bantin.search.team"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )

    def ask(self, batch: Sequence[Document]) -> list[bytes]:
        """The packed entries of documents.

        Raises:
            Exception: One of ``FAILURES``: it does not answer, or not as it should.
        """
        process = self._process
        assert process.stdin and process.stdout
        patience = threading.Timer(PATIENCE, process.kill)
        patience.daemon = True
        patience.start()
        try:
            _send(process.stdin, pickle.dumps(batch))  # type: ignore[arg-type]
            found = marshal.loads(_received(process.stdout))  # type: ignore[arg-type]
        finally:
            patience.cancel()
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
        ValueError: It is something else: what another program printed.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    length = _LENGTH.unpack(head)[0]
    if length > LONGEST:
        raise ValueError(length)
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content


if __name__ == "__main__":
    with suppress(BrokenPipeError, KeyboardInterrupt):
        serve(sys.stdin.buffer, sys.stdout.buffer)
