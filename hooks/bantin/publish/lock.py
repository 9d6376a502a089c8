from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

HELD = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}


class Lock:
    """A locked file; the system lets go of it when its owner ends, however that happens.

    That is why it is no file with a process number in it: numbers are used again.
    """

    def __init__(self, path: Path, descriptor: int, sure: bool) -> None:
        self.path = path
        self.sure = sure
        """False on a drive that knows no locks: nobody can tell there who else is at work."""
        self._descriptor = descriptor

    @classmethod
    def take(cls, path: Path, *, wait: bool) -> Lock | None:
        """Lock the file, which is made if it is missing.

        Args:
            path: The file; its folder exists.
            wait: Until whoever holds it lets go (Windows: ten seconds at most).

        Returns:
            None when somebody else holds it.

        Raises:
            OSError: The file can't be opened or made.
        """
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(descriptor, wait)
        except OSError as cause:
            if cause.errno in HELD:
                os.close(descriptor)
                return None
            return cls(path, descriptor, sure=False)
        return cls(path, descriptor, sure=True)

    def release(self) -> None:
        """Let go; a second time does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Lock:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def _lock(descriptor: int, wait: bool) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
