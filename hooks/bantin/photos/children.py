"""Guarded child processes, one per core: the executor of one machine."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Final

from bantin import limits
from bantin.photos.answers import Nonsense, believed
from bantin.photos.door import PhotoError
from bantin.photos.machine import environment, workers
from bantin.photos.tasks import Outcome, Task, receive, send

CRASHED: Final = "photo-crashed"
TOO_SLOW: Final = "photo-too-slow"
TRIES: Final = 2
"""A child may be ended by others, too (memory runs out): its photo is tried once more."""

AHEAD: Final = 4
"""Tasks of each child that wait or are done: results lie in memory until they are fetched."""


class Died(Exception):
    """A child ended before it answered."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        """Of the message for its photo."""


class Child:
    """One process of ``worker``."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "bantin.photos.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )
        self._late = False

    @property
    def pid(self) -> int:
        """Of the process."""
        return self._process.pid

    def ask(self, task: Task) -> Outcome:
        """One task's outcome.

        Raises:
            Died: There will be none; so is the process.
        """
        self._late = False
        patience = threading.Timer(limits.PHOTO_PATIENCE, self._lose_patience)
        patience.daemon = True
        patience.start()
        process = self._process
        assert process.stdin and process.stdout
        head = {"work": task.work, "name": task.name, "path": task.path, "values": task.values}
        try:
            send(process.stdin, head, {})  # type: ignore[arg-type]
            found, files = receive(process.stdout, limits.PHOTO_ANSWER)  # type: ignore[arg-type]
            return believed(task, found, files)
        except (OSError, EOFError, ValueError, Nonsense) as gone:
            self.end()  # ValueError: it closed the stream before
            raise Died(self._cause()) from gone
        except BaseException:  # the rest of this answer would be taken for the next one
            self.end()
            raise
        finally:
            patience.cancel()

    def end(self) -> None:
        """Be rid of the process, whatever it is at."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()

    def _lose_patience(self) -> None:
        self._late = True
        self._process.kill()

    def _cause(self) -> str:
        too_long = -getattr(signal, "SIGXCPU", 0)
        slow = self._late or (too_long and self._process.returncode == too_long)
        return TOO_SLOW if slow else CRASHED


class Children:
    """Carries tasks out in as many children as the machine has room for.

    Children start when there is work and stay until ``close``.
    """

    def __init__(self, count: int | None = None) -> None:
        self.count = count or workers()
        self._idle: queue.SimpleQueue[Child | None] = queue.SimpleQueue()
        for _ in range(self.count):
            self._idle.put(None)
        self._alone = threading.Lock()
        self._alive: set[Child] = set()
        self._closed = 0
        weakref.finalize(self, _end, self._alive)

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Every task's outcome, as they come; the dearest begin first."""
        waiting = sorted(tasks, key=lambda task: (-task.cost, task.name))
        closed = self._closed
        if len(waiting) == 1:
            yield self._outcome(waiting[0], closed)
            return
        pool = ThreadPoolExecutor(self.count)
        coming, begun = iter(waiting), set[Future[Outcome]]()
        try:
            while True:
                room = self.count * AHEAD - len(begun)
                begun |= {
                    pool.submit(self._outcome, one, closed) for one in islice(coming, room)
                }
                if not begun:
                    break
                done, begun = wait(begun, return_when=FIRST_COMPLETED)
                while done:
                    yield done.pop().result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            self.close()
            raise
        pool.shutdown()

    def pids(self) -> frozenset[int]:
        """The processes that work or wait for work now."""
        return frozenset(child.pid for child in set(self._alive))

    def rest(self) -> None:
        """End the children that have nothing to do."""
        for _ in range(self.count):
            with suppress(queue.Empty):
                child = self._idle.get_nowait()
                if child is not None:
                    self._alive.discard(child)
                    child.end()
                self._idle.put(None)

    def close(self) -> None:
        """End every child and every ``run``; a later one starts new children."""
        self._closed += 1
        _end(self._alive)

    def _outcome(self, task: Task, closed: int) -> Outcome:
        tries = TRIES
        with self._room(task):
            while True:
                tries -= 1
                try:
                    return self._asked(task, closed)
                except Died as died:
                    final = died.code == TOO_SLOW or self._closed > closed
                    if final or not tries:
                        failure = PhotoError(died.code, file=task.name)
                        return Outcome(task, failure=failure)

    def _asked(self, task: Task, closed: int) -> Outcome:
        child = self._idle.get()
        try:
            if self._closed > closed:
                raise Died(CRASHED)
            if child is None or child not in self._alive:
                child = _born()
                self._alive.add(child)
            if self._closed > closed:  # meanwhile; ``close`` may not have seen it
                child.end()
            return child.ask(task)
        except Died:
            if child is not None:
                self._alive.discard(child)
                child.end()  # it may be well: what began before a ``close`` asks nobody
            raise
        finally:
            self._idle.put(child)

    @contextmanager
    def _room(self, task: Task) -> Iterator[None]:
        """What needs much memory is done one at a time."""
        if task.memory <= limits.PHOTO_MEMORY_EACH:
            yield
            return
        with self._alone:
            yield


def _born() -> Child:
    """A new child.

    Raises:
        Died: The system lets nobody start another process.
    """
    try:
        return Child()
    except OSError as refused:
        raise Died(CRASHED) from refused


def _end(children: set[Child]) -> None:
    for child in list(children):
        children.discard(child)
        child.end()
