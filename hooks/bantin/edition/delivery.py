"""Renditions and attachments come to their places in the folder of a new site.

What the last build put into the last site, and nobody has touched since, stays where it is: the
new site gets the same file under a second name (a hard link), unread. Everything else comes
from the store, checked.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bantin.cache import Cache
from bantin.edition import Edition
from bantin.edition.rendering import failure, jobs
from bantin.errors import BulletinError, Location, error
from bantin.photos.door import PhotoError
from bantin.photos.store import Job, Store

KIND: Final = "outputs"
THREADS: Final = 2
"""Giving files names is the disk's work: two at once are quicker, more are not."""

Places = dict[str, dict[str, tuple[Job, str]]]
"""Folder -> file name -> whose rendition it is, and the key of its set."""


@dataclass(frozen=True)
class Delivered:
    """What one build has put into its folder."""

    kept: frozenset[str]
    """Addresses of files that stayed as they were in the last site."""
    folders: Mapping[str, str]
    """Folder of renditions -> what it looks like (``_look``)."""


class Outputs:
    """The record of what the last build left in a site folder.

    Args:
        cache: Keeps it.
        site: The folder that readers see.
    """

    def __init__(self, cache: Cache, site: Path) -> None:
        self.site = os.path.realpath(site)
        self._cache = cache

    def untouched(self) -> dict[str, str]:
        """Folders of the last site, and what they looked like when it was built."""
        kept = self._cache.get(KIND, self.site)
        found: dict[str, str] = json.loads(kept) if kept else {}
        return found

    def save(self, delivered: Delivered) -> None:
        """Remember a build, after its folder has become the site."""
        self._cache.put(KIND, self.site, json.dumps(dict(delivered.folders)).encode())


def deliver(edition: Edition, store: Store, site: Path, outputs: Outputs) -> Delivered:
    """Put renditions and attachments at their addresses below ``site``.

    Raises:
        BulletinError: A photo or document went away meanwhile, or the store can't be written.
        OSError: ``site`` can't be written.
    """
    places = _places(edition)
    moving = _Moving(os.fspath(site), outputs)
    with ThreadPoolExecutor(THREADS) as pool:
        kept = dict(zip(places, pool.map(moving.keep, places, places.values()), strict=True))
    for job, keys in _missing(places, kept):
        try:
            contents = store.contents(job, keys)
        except PhotoError as failed:
            raise BulletinError(failure(edition, job.picture, failed)) from failed
        for address, content in contents.items():
            write(site / address, content)
    for address, document in edition.documents.items():
        write(site / address, _content(document, edition.settings.root))
    return Delivered(
        frozenset(f"{folder}/{name}" for folder, names in kept.items() for name in names),
        {folder: moving.look(folder, kept[folder], places[folder]) for folder in places},
    )


def write(target: Path, content: bytes) -> None:
    """Write a file and the folders above it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


class _Moving:
    """From the last site to the new one."""

    def __init__(self, site: str, outputs: Outputs) -> None:
        self.site = site
        self.last = outputs.site
        self.untouched = outputs.untouched()
        self._sizes: dict[str, int] = {}

    def keep(self, folder: str, wanted: Iterable[str]) -> frozenset[str]:
        """Take over the files of a folder that nobody has touched; which they are."""
        old, new = f"{self.last}/{folder}/", f"{self.site}/{folder}/"
        os.makedirs(new, exist_ok=True)  # noqa: PTH103 -- strings: this runs for every photo
        look = self.untouched.get(folder)
        if look is None:
            return frozenset()
        found_look, self._sizes[folder] = _look(old)
        if look != found_look:
            return frozenset()
        found = []
        for name in wanted:
            try:
                os.link(old + name, new + name)
            except FileNotFoundError:
                continue
            except OSError:  # a file system without hard links, or another one
                break
            found.append(name)
        return frozenset(found)

    def look(self, folder: str, kept: Collection[str], wanted: Collection[str]) -> str:
        """What a folder of the new site looks like; as it did where nothing has changed."""
        if len(kept) == len(wanted) == self._sizes.get(folder):
            return self.untouched[folder]
        return _look(f"{self.site}/{folder}")[0]


def _places(edition: Edition) -> Places:
    """Where every rendition belongs."""
    places: Places = {}
    for job in jobs(edition):
        for key, renditions in job.sets().items():
            for rendition in renditions:
                folder, _, name = rendition.address.rpartition("/")
                places.setdefault(folder, {})[name] = (job, key)
    return places


def _missing(
    places: Places, kept: Mapping[str, frozenset[str]]
) -> Iterable[tuple[Job, list[str]]]:
    """Pictures, and the keys of their sets, of which something was not taken over."""
    found: dict[str, tuple[Job, dict[str, None]]] = {}
    for folder, files in places.items():
        there = kept[folder]
        if len(there) < len(files):
            for name, (job, key) in files.items():
                if name not in there:
                    found.setdefault(job.picture.original.path, (job, {}))[1][key] = None
    return ((job, list(keys)) for job, keys in found.values())


def _look(folder: str) -> tuple[str, int]:
    """SHA-256 over names, sizes, times and inodes of a folder's files, and how many they are.

    A symbolic link counts as itself.
    """
    rows = []
    try:
        with os.scandir(folder) as found:
            for entry in found:
                status = entry.stat(follow_symlinks=False)
                rows.append(
                    f"{entry.name}\0{status.st_size}\0{status.st_mtime_ns}"
                    f"\0{status.st_ino}\0{status.st_mode}"
                )
    except OSError:
        return "", 0
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest(), len(rows)


def _content(document: Path, root: Path) -> bytes:
    try:
        return document.read_bytes()
    except OSError as failed:
        near = document.relative_to(root) if document.is_relative_to(root) else document
        at = Location(near.as_posix())
        reason = failed.strerror or ""
        raise BulletinError(error("file-unreadable", at, reason=reason)) from failed
