"""One file per set of renditions in the store: whole or not there, each part with its seal."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Protocol

LEFTOVER_SECONDS: Final = 24 * 3600
"""An unfinished file older than this belongs to a run that was killed."""
HASH: Final = hashlib.sha256
SEAL_BYTES: Final = HASH().digest_size * 2


class Damaged(Exception):
    """An entry is not what was written: cut, flipped, exchanged or gone."""


class Storage(Protocol):
    """Where renditions are kept; another may share them between machines."""

    def keys(self) -> set[str]:
        """Of all entries that are there by now; whether they are sound, reading them tells."""

    def has(self, key: str) -> bool:
        """Whether there is an entry."""

    def values(self, key: str) -> Mapping[str, Any]:
        """What was told of an entry's photo when it was written.

        Raises:
            Damaged: It is not there, or not as it was written.
        """

    def read(self, key: str, digest: str, names: Iterable[str]) -> dict[str, bytes]:
        """Some files of an entry.

        Args:
            key: Of the entry.
            digest: SHA-256 of the original that it must have been made from.
            names: ``photo-960.avif`` and so on.

        Raises:
            Damaged: Something about it is wrong or missing.
        """

    def write(
        self, key: str, digest: str, files: Mapping[str, bytes], values: Mapping[str, Any]
    ) -> None:
        """Keep an entry in the place of whatever is there under its key.

        Raises:
            OSError: It can't be written; what was there is still there.
        """

    def sizes(self, key: str) -> Mapping[str, int]:
        """Bytes of each file of an entry, by name.

        Raises:
            Damaged: It is not there, or not as it was written.
        """

    def prune(self, kept: Collection[str], *, dry_run: bool = False) -> tuple[int, int]:
        """Delete every entry with another key: how many, and their bytes.

        Args:
            kept: Keys of the entries that stay.
            dry_run: Delete nothing.
        """


class Entries:
    """Storage in files ``<k[:2]>/<key>`` of a folder that may be deleted at any time.

    A file is a seal, a line of JSON (original, values, names with sizes and seals), and the
    payloads. It is complete from the moment it has its name: readers and writers need no lock.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, key: str) -> Path:
        """Where the entry stands, if it does."""
        return self.folder / key[:2] / key

    def keys(self) -> set[str]:
        """Of all entries."""
        return {entry.name for entry in self._files() if not entry.name.startswith(".")}

    def has(self, key: str) -> bool:
        """Whether there is an entry."""
        return self.path(key).exists()

    def values(self, key: str) -> Mapping[str, Any]:
        """What was told of an entry's photo."""
        try:
            with self.path(key).open("rb") as file:
                found: Mapping[str, Any] = _head(file.readline(), key)["values"]
                return found
        except (OSError, KeyError) as broken:
            raise Damaged(key) from broken

    def read(self, key: str, digest: str, names: Iterable[str]) -> dict[str, bytes]:
        """Some files of an entry, checked."""
        try:
            content = self.path(key).read_bytes()
            line, _, payload = content.partition(b"\n")
            head = _head(line + b"\n", key)
            files = {name: _part(payload, *head["files"][name]) for name in names}
            original = head["original"]
        except (OSError, KeyError, TypeError, ValueError, AttributeError) as broken:
            raise Damaged(key) from broken
        if original != digest:
            raise Damaged(key)
        return files

    def write(
        self, key: str, digest: str, files: Mapping[str, bytes], values: Mapping[str, Any]
    ) -> None:
        """Keep an entry; after a power cut there is the old one or the new one."""
        parts, start = {}, 0
        for name, content in files.items():
            parts[name] = [start, len(content), _seal(content)]
            start += len(content)
        head = {"key": key, "original": digest, "values": values, "files": parts}
        text = json.dumps(head, sort_keys=True).encode()
        entry = self.path(key)
        entry.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{key}.", dir=entry.parent)
        try:
            with os.fdopen(handle, "wb") as target:
                target.write(_seal(text).encode() + text + b"\n")
                target.writelines(files.values())
                target.flush()
                os.fsync(target.fileno())
            Path(temporary).replace(entry)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def sizes(self, key: str) -> Mapping[str, int]:
        """Bytes of each file of an entry."""
        try:
            with self.path(key).open("rb") as file:
                parts = _head(file.readline(), key)["files"]
            return {name: size for name, (_, size, _) in parts.items()}
        except (OSError, KeyError, TypeError, ValueError, AttributeError) as broken:
            raise Damaged(key) from broken

    def prune(self, kept: Collection[str], *, dry_run: bool = False) -> tuple[int, int]:
        """Delete every entry with another key."""
        count = freed = 0
        for entry in list(self._files()):
            if entry.name not in kept and not entry.name.startswith("."):
                with suppress(FileNotFoundError):
                    size = entry.stat().st_size
                    if not dry_run:
                        Path(entry.path).unlink()
                    count, freed = count + 1, freed + size
        if not dry_run:
            self.sweep()
        return count, freed

    def sweep(self) -> None:
        """Remove what killed runs left unfinished."""
        oldest = time.time() - LEFTOVER_SECONDS
        for entry in list(self._files()):
            with suppress(FileNotFoundError):
                if entry.name.startswith(".") and entry.stat().st_mtime < oldest:
                    Path(entry.path).unlink()

    def _files(self) -> Iterator[os.DirEntry[str]]:
        for shelf in _listed(self.folder):
            if len(shelf.name) == 2 and shelf.is_dir(follow_symlinks=False):
                yield from _listed(Path(shelf.path))


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _head(line: bytes, key: str) -> dict[str, Any]:
    """The sealed line of an entry.

    Raises:
        Damaged: It is not what was written under this key.
    """
    seal, text = line[:SEAL_BYTES], line[SEAL_BYTES:].removesuffix(b"\n")
    if not line.endswith(b"\n") or seal != _seal(text).encode():
        raise Damaged(key)
    try:
        head: dict[str, Any] = json.loads(text)
        named = head["key"]
    except (ValueError, TypeError, KeyError, RecursionError) as strange:
        raise Damaged(key) from strange
    if named != key:
        raise Damaged(key)
    return head


def _part(payload: bytes, start: int, size: int, seal: str) -> bytes:
    content = payload[start : start + size]
    if _seal(content) != seal:
        raise ValueError("not what was written")
    return content


def _seal(content: bytes) -> str:
    return HASH(content).hexdigest()
