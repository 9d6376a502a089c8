"""One folder per original in the store: all its renditions or none, each with its seal."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

MANIFEST: Final = "manifest.json"
LEFTOVER_SECONDS: Final = 24 * 3600
"""An unfinished folder older than this belongs to a run that was killed."""


class Damaged(Exception):
    """An entry is not what was written: cut, flipped, exchanged or partly deleted."""


class Entries:
    """Entries ``<k[:2]>/<key>/``, made elsewhere and moved into place as a whole.

    Readers and writers need no lock: an entry is complete from the moment it has its name.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, key: str) -> Path:
        """Where the entry of a rendition's key stands, if it does."""
        return self.folder / key[:2] / key

    def has(self, key: str) -> bool:
        """Whether there is an entry; whether it is sound, reading it tells."""
        return (self.path(key) / MANIFEST).exists()

    def read(self, key: str, digest: str, names: Iterable[str]) -> dict[str, bytes]:
        """The files ``names`` of an entry.

        Args:
            key: The renditions' key.
            digest: SHA-256 of the original that the entry must have been made from.
            names: ``960.webp`` and so on.

        Raises:
            Damaged: Something about it is wrong or missing.
        """
        entry = self.path(key)
        try:
            manifest = json.loads((entry / MANIFEST).read_bytes())
            sound = manifest["original"] == digest
            files = {name: (entry / name).read_bytes() for name in names}
            seals = {name: manifest["files"][name] for name in files}
        except (OSError, ValueError, KeyError, TypeError) as broken:
            raise Damaged(key) from broken
        if not sound or any(_seal(files[name]) != seals[name] for name in files):
            raise Damaged(key)
        return files

    def write(self, key: str, digest: str, paint: Callable[[Path], None]) -> None:
        """Make an entry: ``paint`` fills an empty folder, which then gets its name.

        Raises:
            OSError: The store can't be written; what ``paint`` raises goes through.
        """
        entry = self.path(key)
        entry.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=f".{key}.", dir=entry.parent))
        try:
            paint(unfinished)
            _seal_folder(unfinished, digest)
            self._place(unfinished, entry)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)

    def discard(self, key: str) -> None:
        """Take an entry away; it is gone at once, whatever a reader of it still holds."""
        entry = self.path(key)
        try:
            grave = tempfile.mkdtemp(prefix=f".{key}.", dir=entry.parent)
        except FileNotFoundError:
            return
        try:
            entry.rename(Path(grave) / key)
        except FileNotFoundError:
            pass  # somebody else was quicker
        finally:
            shutil.rmtree(grave, ignore_errors=True)

    def sweep(self) -> None:
        """Remove what killed runs left unfinished."""
        oldest = time.time() - LEFTOVER_SECONDS
        for leftover in self.folder.glob("??/.*"):
            try:
                if leftover.stat().st_mtime < oldest:
                    shutil.rmtree(leftover, ignore_errors=True)
            except FileNotFoundError:
                continue

    def _place(self, unfinished: Path, entry: Path) -> None:
        try:
            unfinished.rename(entry)
        except OSError:
            if self.has(entry.name):  # another build made the same meanwhile
                return
            self.discard(entry.name)
            unfinished.rename(entry)
        _sync(entry.parent)


def _seal_folder(folder: Path, digest: str) -> None:
    """Write the manifest and see everything onto the disk."""
    files = sorted(folder.iterdir())
    seals = {file.name: _seal(file.read_bytes()) for file in files}
    manifest = folder / MANIFEST
    content = json.dumps({"files": seals, "original": digest}, indent=1, sort_keys=True)
    manifest.write_text(content, encoding="utf-8")
    for path in (*files, manifest, folder):
        _sync(path)


def _seal(payload: bytes) -> str:
    return hashlib.sha256(payload).hexdigest()


def _sync(path: Path) -> None:
    """Wait until a file or folder is on the disk; Windows can't do it for folders."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
