"""The writers' folders: what lies there, read without following links or waiting for pipes."""

from __future__ import annotations

import os
import posixpath
import stat
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from bantin import limits
from bantin.content import registry
from bantin.errors import BulletinError, Location, Problem, error

_LEFT_LYING: Final = (".", "~$")
"""So begins what editors and systems put beside a file; its end makes it no ``.md`` …"""
_LEFT_ENDS: Final = (
    "~",
    "#",
    ".tmp",
    ".swp",
    ".bak",
    ".orig",
    ".part",
    "thumbs.db",
    "desktop.ini",
)
"""… or so it ends."""


@dataclass(frozen=True)
class FoundFile:
    """A file in a writer's folder."""

    name: str
    """From the folder's top, '/'-separated, NFC."""
    path: Path


def bulletins(folder: Path) -> tuple[FoundFile, ...]:
    """Every Markdown file below ``folder``, and every folder that was not entered, by name."""
    found = (file for file in _walk(folder, "") if is_markdown(file) or file.path.is_dir())
    return tuple(sorted(found, key=lambda file: file.name))


def others(folder: Path) -> tuple[FoundFile, ...]:
    """Every other file below ``folder``, without what systems leave lying about."""
    return tuple(
        file
        for file in _walk(folder, "")
        if not is_markdown(file)
        and not file.path.is_dir()
        and not file.name.lower().endswith(_LEFT_ENDS)
    )


def is_markdown(file: FoundFile) -> bool:
    """Whether it is meant as a bulletin."""
    return file.name.lower().endswith(".md")


def closed(folder: Path, name: str) -> Problem:
    """Why a folder of bulletins was not entered: a link, or not to be opened."""
    if folder.is_symlink():
        return error("file-not-plain", Location(name))
    try:
        os.scandir(folder).close()
    except OSError as failed:
        return _unreadable(name, failed)
    return error("file-unreadable", Location(name), reason="")


def registries(folder: Path, written: str) -> tuple[FoundFile, ...]:
    """The registry files that are there, those with a wrong name too.

    Raises:
        BulletinError: Their folder can't be opened.
    """
    there = listing(folder / registry.FOLDER, f"{written}/{registry.FOLDER}")
    names = (name for name in sorted(there) if name.lower().endswith((".yml", ".yaml")))
    return tuple(FoundFile(f"{registry.FOLDER}/{name}", Path(there[name])) for name in names)


def listing(folder: Path, name: str) -> dict[str, str]:
    """The files right in ``folder``: name as spelled on disk, in NFC -> path on this machine.

    Compared with these, a name is right or wrong the same way on every file system. A folder
    that is not there has no files.

    Raises:
        BulletinError: The folder is there but can't be opened.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as failed:
        raise BulletinError(_unreadable(name, failed)) from failed
    plain = (
        entry for entry in entries if not _left_lying(entry.name) and not _is_folder(entry)
    )
    return {unicodedata.normalize("NFC", entry.name): entry.path for entry in plain}


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
        raise BulletinError(_unreadable(name, failed)) from failed


def _unreadable(name: str, failed: OSError) -> Problem:
    return error("file-unreadable", Location(name), reason=failed.strerror or "")


def nearest(name: str, names: Collection[str]) -> str:
    """The name that was probably meant, capitals or not; empty where none is near."""
    folded = {other.casefold(): other for other in names}
    found = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def nearest_path(path: str, paths: Collection[str]) -> str:
    """The path that was probably meant: of those with the nearest file name the nearest.

    Somebody may have typed an address (``../2019/b/``), so the suffix of pages does not count.
    """
    by_stem: dict[str, list[str]] = {}
    for other in sorted(paths):
        by_stem.setdefault(_stem(other), []).append(other)
    stem = nearest(_stem(path), by_stem)
    return get_close_matches(path, by_stem[stem], n=1, cutoff=0.0)[0] if stem else ""


def _stem(path: str) -> str:
    name = posixpath.basename(path).casefold()
    return name.removesuffix(".md").removesuffix(".html")


def _walk(folder: Path, above: str) -> Iterator[FoundFile]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield FoundFile(above.rstrip("/"), folder)
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
    return name.startswith(_LEFT_LYING)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) and not entry.name.lower().endswith(_PHOTO_LIKE)


_PHOTO_LIKE: Final = (".jpg", ".jpeg", ".png", ".webp")
"""A folder so named was meant as a photo: it stays in the listing and is refused there."""
