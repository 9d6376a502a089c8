"""The writers' folders: what lies there, read without following links or waiting for pipes."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from bantin import limits
from bantin.content import registry
from bantin.errors import BulletinError, Location, error

_LEFT_LYING: Final = (".", "~", "#")
"""What editors and systems put beside a file while they work on it begins so …"""
_LEFT_ENDS: Final = ("~", ".tmp", ".swp", ".bak", ".orig", ".part")
"""… or ends so."""


@dataclass(frozen=True)
class FoundFile:
    """A file in a writer's folder."""

    name: str
    """From the folder's top, '/'-separated, NFC."""
    path: Path


def bulletins(folder: Path) -> tuple[FoundFile, ...]:
    """Every Markdown file below ``folder``, in the order of their names."""
    found = (file for file in _walk(folder, "") if file.name.lower().endswith(".md"))
    return tuple(sorted(found, key=lambda file: file.name))


def registries(folder: Path) -> tuple[FoundFile, ...]:
    """The registry files that are there."""
    shelf = folder / registry.FOLDER
    names = (name for name in registry.TABLES if (shelf / name).exists())
    return tuple(FoundFile(f"{registry.FOLDER}/{name}", shelf / name) for name in names)


def listing(folder: Path) -> dict[str, Path]:
    """The files right in ``folder`` by their names as they are spelled on disk, NFC.

    Compared with these, a name is right or wrong the same way on every file system.
    """
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return {}
    plain = (
        entry for entry in entries if not _left_lying(entry.name) and not _is_folder(entry)
    )
    return {unicodedata.normalize("NFC", entry.name): Path(entry.path) for entry in plain}


def read(path: Path, name: str) -> bytes:
    """The bytes of a plain file, one more at most than a bulletin may have.

    Raises:
        BulletinError: A link, a pipe, a folder, or not to be opened.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise BulletinError(error("file-not-plain", Location(name)))
        with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
            return file.read(limits.BULLETIN_BYTES + 1)
    except OSError as failed:
        reason = failed.strerror or ""
        raise BulletinError(error("file-unreadable", Location(name), reason=reason)) from failed


def nearest(name: str, names: Iterator[str] | tuple[str, ...]) -> str:
    """The name that was probably meant; empty where none is near."""
    found = get_close_matches(name, tuple(names), n=1, cutoff=0.6)
    return found[0] if found else ""


def _walk(folder: Path, above: str) -> Iterator[FoundFile]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        name = unicodedata.normalize("NFC", entry.name)
        if _left_lying(entry.name) or (not above and name == registry.FOLDER):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{above}{name}/")
        else:
            yield FoundFile(above + name, Path(entry.path))


def _left_lying(name: str) -> bool:
    return name.startswith(_LEFT_LYING) or name.lower().endswith(_LEFT_ENDS)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) and not entry.name.lower().endswith(_PHOTO_LIKE)


_PHOTO_LIKE: Final = (".jpg", ".jpeg", ".png", ".webp")
"""A folder so named was meant as a photo: it stays in the listing and is refused there."""
