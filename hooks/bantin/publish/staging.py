from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bantin.publish.disk import exchange, flush, flush_folder
from bantin.publish.failure import failure, refusal
from bantin.publish.lock import Lock
from bantin.publish.target import keep_the_servers, refuse_foreign, resolve

Exchange = Callable[[Path, Path], bool]
"""Lets two folders change places at once; False where that can't be done."""

LOCK = "lock"
OLD = "old"
"""Exists only while a site is being replaced in two steps, and tells that it was."""
GONE = "gone"
"""What it is called while it is deleted: half of it must never come back."""


def leave(folder: Path) -> None:
    """Leave a folder to the system's own time."""


class Staging:
    """A folder to build into, beside the site folder, which it replaces as a whole.

    On the disk, for a site folder ``site``::

        .site.lock              held while folders move
        .site.next-<pid>-<n>/   one per build, removed by it or by the next one's start
            lock                held as long as the build lives
            site/               ``folder``: what is being built
            old/                the last site, between the two steps of a replacement

    Used with ``with``: what was not published is thrown away.
    """

    settle: Callable[[Path], None] = staticmethod(flush)
    """Brings the built folder to the disk before the swap; a preview need not survive a power
    cut, and puts ``leave`` here."""
    salvage: Callable[[Path], None] = staticmethod(leave)
    """May keep something of the site that was replaced, before it is deleted."""

    def __init__(self, target: Path, room: Path, lock: Lock, swap: Exchange) -> None:
        self.target = target
        """The site folder as it was asked for; a link is followed."""
        self.folder = room / resolve(target).name
        """Where to build: empty at first, on the file system of the target."""
        self._room = room
        self._lock = lock
        self._swap = swap

    @classmethod
    def open(cls, target: Path, swap: Exchange = exchange) -> Staging:
        """Make a fresh folder, after putting right what killed builds have left.

        Args:
            target: The site folder; it need not exist.
            swap: How two folders change places.

        Raises:
            PublishError: The target may not be replaced, or nothing can be written there.
        """
        real = resolve(target)
        with _failures(target):
            if os.path.lexists(real) or not real.parent.is_dir():
                refuse_foreign(target)  # before anything is written beside it
            real.parent.mkdir(parents=True, exist_ok=True)
            with _moving(target):
                _sweep(real)
                refuse_foreign(target)
                return cls._furnish(target, real, swap)

    @classmethod
    def _furnish(cls, target: Path, real: Path, swap: Exchange) -> Staging:
        prefix = f"{_prefix(real)}{os.getpid()}-"
        room = Path(tempfile.mkdtemp(prefix=prefix, dir=real.parent))
        lock = Lock.take(room / LOCK, wait=False)
        if lock is None:
            raise refusal("publish-busy", target)
        staging = cls(target, room, lock, swap)
        staging.folder.mkdir()
        return staging

    def publish(self) -> None:
        """Put the built folder in the place of the site, whole or not at all.

        Raises:
            PublishError: It could not be done; the last site is where it was.
        """
        real = resolve(self.target)
        with _failures(self.target):
            if not any(self.folder.iterdir()):
                raise refusal("publish-nothing", self.target)
            refuse_foreign(self.target)
            if real.exists():
                keep_the_servers(real, self.folder)
            self.settle(self.folder)
            with _moving(self.target):
                self._replace(real)
            flush_folder(real.parent)
            for old in (self.folder, self._room / OLD):
                if old.is_dir():
                    self.salvage(old)
        self.discard()

    def discard(self) -> None:
        """Remove the folder and let go; a second time does nothing."""
        _restore(self._room, resolve(self.target))
        _remove(self._room, self._lock)

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()

    def _replace(self, real: Path) -> None:
        if not os.path.lexists(real):
            self.folder.rename(real)
        elif not self._swap(self.folder, real):
            self._replace_in_two_steps(real)

    def _replace_in_two_steps(self, real: Path) -> None:
        old = self._room / OLD
        real.rename(old)
        try:
            self.folder.rename(real)
        except OSError:
            old.rename(real)
            raise


def recover(target: Path) -> None:
    """Put right what a killed build has left beside a site folder; running ones are spared.

    ``Staging.open`` does so first. Called by itself before a site is shown or copied.

    Raises:
        PublishError: The folder can't be read or written.
    """
    real = resolve(target)
    with _failures(target):
        if real.parent.is_dir() and _rooms(real):
            with _moving(target):
                _sweep(real)


def forget(target: Path) -> None:
    """Take away the lock beside a folder for which nobody will build again: a preview's."""
    real = resolve(target)
    (real.parent / f".{real.name}.lock").unlink(missing_ok=True)


def _rooms(real: Path) -> list[Path]:
    prefix = _prefix(real)
    return sorted(path for path in real.parent.iterdir() if path.name.startswith(prefix))


def _sweep(real: Path) -> None:
    for room in _rooms(real):
        with suppress(OSError):  # somebody else's leftovers are no reason not to build
            lock = Lock.take(room / LOCK, wait=False)
            if lock is not None:
                _clear_up(room, real, lock)


def _clear_up(room: Path, real: Path, lock: Lock) -> None:
    _restore(room, real)
    if lock.sure:
        _remove(room, lock)
    else:
        lock.release()


def _restore(room: Path, real: Path) -> None:
    """Undo a replacement that got no further than its first step; end one that did."""
    if not (room / OLD).exists():
        return
    done = os.path.lexists(real)
    (room / OLD).rename(room / GONE if done else real)
    flush_folder(real.parent)


def _remove(room: Path, lock: Lock) -> None:
    """Delete a build's folder, its lock last; the only copy of a site is never deleted."""
    if (room / OLD).exists():
        lock.release()
        return
    if room.exists():
        for path in room.iterdir():
            if path.name != LOCK:
                shutil.rmtree(path, ignore_errors=True)
    lock.release()
    with suppress(OSError):
        (room / LOCK).unlink(missing_ok=True)
        room.rmdir()


def _prefix(real: Path) -> str:
    return f".{real.name}.next-"


@contextmanager
def _moving(target: Path) -> Iterator[None]:
    """The time in which folders come, go and change places: one build at once."""
    real = resolve(target)
    lock = Lock.take(real.parent / f".{real.name}.lock", wait=True)
    if lock is None:
        raise refusal("publish-busy", target)
    with lock:
        yield


@contextmanager
def _failures(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as cause:
        raise failure(cause, target) from cause
