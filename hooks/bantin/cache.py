"""What was worked out before, kept by content; a lost or damaged entry is only a miss."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

SETTLED_NS: Final = 2_000_000_000
"""A file younger than this may still change without its times showing it (FAT keeps 2 s)."""
RECORD_LABEL: Final = b"freshness 1"
SEAL_BYTES: Final = hashlib.sha256().digest_size * 2 + 1

StrPath = str | os.PathLike[str]
"""A file on this machine; strings where there are many."""
Signature = tuple[int, int, int, int]
"""Size in bytes, mtime_ns, ctime_ns, inode."""
_ROW: Final = (int, int, int, int, str)


class Cache:
    """Entries by kind and key in a folder that may be deleted at any time.

    Nothing in it is trusted: an entry carries a SHA-256 of its kind, key and payload, so
    that a damaged, cut or exchanged entry is a miss. Where the folder can't be written, a
    build works without it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, kind: str, key: str) -> bytes | None:
        """The payload put under ``key``, or None; a damaged entry is deleted."""
        path = self._path(kind, key)
        try:
            sealed = path.read_bytes()
        except OSError:
            return None
        payload = _unsealed(sealed, _label(kind, key))
        if payload is None:
            with suppress(OSError):
                path.unlink()
        return payload

    def put(self, kind: str, key: str, payload: bytes) -> None:
        """Keep ``payload``; whoever reads meanwhile sees the old entry or the new one."""
        with suppress(OSError):
            replace_file(self._path(kind, key), _sealed(payload, _label(kind, key)))

    def _path(self, kind: str, key: str) -> Path:
        name = hashlib.sha256(_bytes(key)).hexdigest()  # a key may hold any characters
        return self.folder / kind / name[:2] / name


class Freshness:
    """The record of files that need not be read again to know what is in them.

    Args:
        file: Where the record is kept between runs; a broken one counts as empty.
        clock: Nanoseconds since 1970, on the clock that dates the files.
        trusting: Whether a file with its old size and times is taken for unchanged; a disk
            may rot without them changing.

    A digest is recorded only if the file had settled when it was read: two writes within one
    tick of a file system's clock leave the same times (git calls such an entry "racy").
    """

    def __init__(
        self,
        file: Path,
        clock: Callable[[], int] = time.time_ns,
        *,
        trusting: bool = True,
    ) -> None:
        self.file = file
        self._trusting = trusting
        self._clock = clock
        self._known = _record(file)
        self._changed = False

    def digest(self, path: StrPath, status: os.stat_result | None = None) -> str:
        """SHA-256 of the file, hexadecimal; read only where its signature is not the recorded.

        Args:
            path: Of the file.
            status: Where the caller has just asked for it.

        Raises:
            OSError: The file is gone or can't be read.
        """
        name = os.fspath(path)
        before = _signature(status or os.stat(path))  # noqa: PTH116
        known = self._known.get(name)
        if self._trusting and known is not None and known[0] == before:
            return known[1]
        now = self._clock()
        with open(path, "rb") as source:  # noqa: PTH123
            digest = hashlib.file_digest(source, "sha256").hexdigest()
            after = _signature(os.fstat(source.fileno()))
        self._remember(name, digest, before if before == after else None, now)
        return digest

    def save(self) -> None:
        """Write the record as a whole; where that is impossible, the next run reads again."""
        if not self._changed:
            return
        record = {
            name: [*signature, digest] for name, (signature, digest) in self._known.items()
        }
        content = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode()
        with suppress(OSError):
            replace_file(self.file, _sealed(content, RECORD_LABEL))
            self._changed = False

    def _remember(self, name: str, digest: str, signature: Signature | None, now: int) -> None:
        if signature is not None and max(signature[1:3]) + SETTLED_NS <= now:
            self._known[name] = (signature, digest)
            self._changed = True
        elif self._known.pop(name, None):
            self._changed = True


def replace_file(path: Path, content: bytes, mode: int | None = None) -> None:
    """Put ``content`` at ``path``: after a crash there is the old file or the new one.

    Args:
        path: Of the file; missing folders are made.
        content: All of it.
        mode: Who may read and write it; None: only who writes it.

    Raises:
        OSError: The folder can't be written, or the disk is full; nothing is left lying about.
    """
    try:
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".new", dir=path.parent)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(content)
        if mode is not None:
            Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def table(payload: bytes | None, *rows: tuple[type, ...]) -> dict[str, Any]:
    """The rows of an entry that is a JSON object of lists; another version may have put others.

    Args:
        payload: Of the entry, if there is one.
        rows: The types of a row's values, one way or another; other rows are left out.
    """
    try:
        found = json.loads(payload or b"{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    known = [[*row] for row in rows]
    return {
        name: values
        for name, values in found.items()
        if type(values) is list and [*map(type, values)] in known
    }


def throw_away(folder: StrPath) -> None:
    """Delete a folder from which another process may just be taking something.

    Under another name: what was there a moment ago is then there as a whole, or not at all.
    """
    gone = f"{os.fspath(folder)}.gone"
    shutil.rmtree(gone, ignore_errors=True)  # of one that was killed
    with suppress(OSError):
        os.rename(folder, gone)  # noqa: PTH104
    shutil.rmtree(gone, ignore_errors=True)


def _signature(status: os.stat_result) -> Signature:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _record(file: Path) -> dict[str, tuple[Signature, str]]:
    try:
        content = _unsealed(file.read_bytes(), RECORD_LABEL)
    except OSError:
        return {}
    return {name: (tuple(row[:4]), row[4]) for name, row in table(content, _ROW).items()}


def _label(kind: str, key: str) -> bytes:
    return _bytes(f"{kind}\0{key}\0")


def _bytes(text: str) -> bytes:
    """UTF-8; paths may hold what is none."""
    return text.encode("utf-8", "surrogatepass")


def _sealed(payload: bytes, label: bytes) -> bytes:
    """The payload behind a line with its seal."""
    return hashlib.sha256(label + payload).hexdigest().encode() + b"\n" + payload


def _unsealed(sealed: bytes, label: bytes) -> bytes | None:
    payload = sealed[SEAL_BYTES:]
    return payload if sealed == _sealed(payload, label) else None
