"""Renditions and attachments come to their places in the folder of a new site.

What an earlier build made and nobody has touched since stays where it is, unread. Two sites
take turns: the folders of renditions that the last build replaced are kept aside
(``Outputs.spare``) and moved into the next one, a rename each; what they lack gets the file of
the present site under a second name (a hard link). Everything else comes from the store,
checked. Paths are plain strings here: this runs for every photo in every build.
"""
# ruff: noqa: PTH103, PTH104, PTH108, PTH120

from __future__ import annotations

import hashlib
import json
import marshal
import os
import stat
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bantin.cache import Cache, table, throw_away
from bantin.edition import Edition, albums
from bantin.edition.rendering import failure, jobs
from bantin.errors import BulletinError, Location, error
from bantin.photos.door import PhotoError
from bantin.photos.store import Job, Store

KIND: Final = "outputs"
MARSHAL: Final = 2
"""The last version in which equal values have equal bytes; only their hash is kept."""
TOP: Final = "images"
"""Where all renditions are on the site."""

Places = dict[str, dict[str, tuple[Job, str] | None]]
"""Folder -> file name -> whose rendition it is, and the key of its set; None: an album."""


@dataclass(frozen=True)
class Delivered:
    """What one build has put into its folder."""

    kept: frozenset[str]
    """Addresses of files that an earlier build made, and of albums: their photos lie beside."""
    folders: Mapping[str, str]
    """Folder of renditions -> what it looks like (``_look``)."""


class Outputs:
    """What earlier builds have left: the present site's renditions, and those before.

    Args:
        cache: Keeps what folders looked like when they were made.
        site: The folder that readers see.
        rules: Names what was looked for in those files; other rules, nothing is taken over.
        spare: Where the folders of the site before it are kept; may be deleted at any time.
    """

    def __init__(self, cache: Cache, site: Path, rules: str, spare: Path) -> None:
        self.site = os.path.realpath(site)
        self.spare = os.fspath(spare)
        self._cache = cache
        self._key = f"{self.site}\0{rules}"
        kept = cache.get(KIND, self._key)
        self.looks: dict[str, list[str]] = table(kept, (str,), (str, str))
        """Folder -> what it looked like in the last two sites, the present one first."""

    def save(self, delivered: Delivered) -> None:
        """Remember a build, after its folder has become the site."""
        looks = {
            folder: [look, *self.looks.get(folder, ())][:2]
            for folder, look in delivered.folders.items()
        }
        self._cache.put(KIND, self._key, json.dumps(looks).encode())

    def salvage(self, old: Path) -> None:
        """Keep the renditions of a site that was just replaced; where that fails, nothing."""
        throw_away(self.spare)
        with suppress(OSError):  # there are none, or the site lies on another file system
            os.rename(old / TOP, self.spare)


def deliver(edition: Edition, store: Store, site: Path, outputs: Outputs) -> Delivered:
    """Put renditions, albums and attachments at their addresses below ``site``.

    Raises:
        BulletinError: A photo or document went away meanwhile, or the store can't be written.
        OSError: ``site`` can't be written.
    """
    places = _places(edition)
    moving = _Moving(os.fspath(site), outputs)
    kept = {folder: moving.keep(folder, files) for folder, files in places.items()}
    there = frozenset(f"{folder}/{name}" for folder, names in kept.items() for name in names)
    for job, keys in _missing(places, kept):
        try:
            contents = store.contents(job, keys)
        except PhotoError as failed:
            raise BulletinError(failure(edition, job.picture, failed)) from failed
        for address in contents.keys() - there:
            write(site / address, contents[address])
    packed = albums.deliver(edition, store, site, there)
    attach(edition, site)
    return Delivered(
        there | packed,
        {folder: moving.look(folder, kept[folder], places[folder]) for folder in places},
    )


def attach(edition: Edition, site: Path) -> None:
    """Put attachments at their addresses below ``site``.

    Raises:
        BulletinError: One went away meanwhile.
        OSError: ``site`` can't be written.
    """
    for address, document in edition.documents.items():
        write(site / address, _content(document, edition.settings.root))


def write(target: Path, content: bytes) -> None:
    """Write a file and the folders above it; another name of the same file is not touched."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    target.write_bytes(content)


class _Moving:
    """From earlier sites to the new one, folder by folder; strings, for there are many."""

    def __init__(self, site: str, outputs: Outputs) -> None:
        self.site = site
        self.outputs = outputs
        self._looks: dict[str, str] = {}

    def keep(self, folder: str, wanted: Mapping[str, object]) -> frozenset[str]:
        """Take over what earlier sites have of a folder and nobody has touched."""
        new = f"{self.site}/{folder}"
        known = self.outputs.looks.get(folder, ())
        there = self._moved(folder, new, known)
        if there == wanted.keys():
            return frozenset(there)
        self._looks.pop(folder, None)
        for name in there - wanted.keys():
            os.unlink(f"{new}/{name}")
        there &= wanted.keys()
        os.makedirs(new, exist_ok=True)
        old = f"{self.outputs.site}/{folder}"
        if known and known[0] and _look(old)[0] == known[0]:
            there |= _linked(old, new, wanted.keys() - there)
        return frozenset(there)

    def look(self, folder: str, kept: Collection[str], wanted: Collection[str]) -> str:
        """What a folder of the new site looks like."""
        same = self._looks.get(folder) if len(kept) == len(wanted) else None
        return same or _look(f"{self.site}/{folder}")[0]

    def _moved(self, folder: str, new: str, known: Collection[str]) -> set[str]:
        """Move a folder of the site before the last, if it is as it was; its files."""
        old = f"{self.outputs.spare}{folder.removeprefix(TOP)}"
        if not known or os.path.lexists(new):
            return set()
        look, names = _look(old)
        if not look or look not in known:
            return set()
        try:
            os.makedirs(os.path.dirname(new), exist_ok=True)
            os.rename(old, new)
        except OSError:  # another build was quicker
            return set()
        self._looks[folder] = look
        return names


def _places(edition: Edition) -> Places:
    """Where every rendition belongs."""
    places: Places = {}
    for job in jobs(edition):
        for key, renditions in job.sets().items():
            for rendition in renditions:
                folder, _, name = rendition.address.rpartition("/")
                places.setdefault(folder, {})[name] = (job, key)
    for album in albums.of(edition):
        folder, _, name = album.address.rpartition("/")
        places.setdefault(folder, {})[name] = None
    return places


def _missing(
    places: Places, kept: Mapping[str, frozenset[str]]
) -> Iterable[tuple[Job, list[str]]]:
    """Pictures, and the keys of their sets, of which something was not taken over."""
    found: dict[str, tuple[Job, dict[str, None]]] = {}
    for folder, files in places.items():
        there = kept[folder]
        if len(there) < len(files):
            for name, place in files.items():
                if place and name not in there:
                    job, key = place
                    found.setdefault(job.picture.original.path, (job, {}))[1][key] = None
    return ((job, list(keys)) for job, keys in found.values())


def _linked(old: str, new: str, names: Iterable[str]) -> set[str]:
    """Second names for files of the present site, as far as it has them."""
    found = set()
    for name in names:
        try:
            os.link(f"{old}/{name}", f"{new}/{name}")
        except FileNotFoundError:
            continue
        except OSError:  # a file system without hard links, or another one
            break
        found.add(name)
    return found


def _look(folder: str) -> tuple[str, set[str]]:
    """SHA-256 over names, sizes, times and inodes of a folder's files, and the names.

    Returns:
        Nothing of a folder with folders in it: it is neither moved as a whole nor trusted.
    """
    rows = []
    try:
        with os.scandir(folder) as found:
            for entry in found:
                status = entry.stat(follow_symlinks=False)
                if not stat.S_ISREG(status.st_mode):
                    return "", set()
                rows.append((entry.name, status.st_size, status.st_mtime_ns, status.st_ino))
    except OSError:
        return "", set()
    content = marshal.dumps(sorted(rows), MARSHAL)
    return hashlib.sha256(content).hexdigest(), {row[0] for row in rows}


def _content(document: Path, root: Path) -> bytes:
    try:
        return document.read_bytes()
    except OSError as failed:
        near = document.relative_to(root) if document.is_relative_to(root) else document
        at = Location(near.as_posix())
        reason = failed.strerror or ""
        raise BulletinError(error("file-unreadable", at, reason=reason)) from failed
