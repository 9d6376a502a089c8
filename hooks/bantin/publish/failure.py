from __future__ import annotations

import errno
from pathlib import Path

from bantin.errors import Location, Problem, error

FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


class PublishError(Exception):
    """The site was not replaced; the last good one is untouched. Carries the Problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def refusal(code: str, folder: Path, **values: object) -> PublishError:
    """An error about the site folder, which its message quotes as ``folder``."""
    return PublishError(error(code, Location(folder.as_posix()), folder=folder, **values))


def failure(cause: OSError, folder: Path) -> PublishError:
    """What the operating system said, as an error that somebody can act on.

    Args:
        cause: What was raised while files were written or moved.
        folder: The site folder that was to be replaced.
    """
    where = cause.filename or folder
    if cause.errno in FULL:
        return refusal("publish-disk-full", folder, where=where)
    if cause.errno in DENIED:
        return refusal("publish-no-permission", folder, where=where)
    return refusal("publish-failed", folder, where=where, reason=cause.strerror or cause)


def is_about(cause: OSError, target: Path) -> bool:
    """Whether it is about a site folder: a full disk names no file, a copy names two."""
    named = [str(name) for name in (cause.filename, cause.filename2) if name]
    beside = str(target.parent)
    return cause.errno in FULL or any(name.startswith(beside) for name in named)
