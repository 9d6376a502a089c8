"""All photos of a gallery in one file, for readers who want to keep them.

It holds the large JPEGs, which are published one by one as well; never an original.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bantin.cache import StrPath
from bantin.edition import Edition
from bantin.errors import BulletinError, Location
from bantin.photos.door import PhotoError
from bantin.photos.plan import KEY_CHARACTERS
from bantin.photos.store import Job, Store
from bantin.pictures import GalleryPhoto

LEAST: Final = 2
"""Photos that are worth a file of their own."""
VERSION: Final = "1"
"""Raise it when ``content`` gives other bytes for the same photos and names."""
DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The first that the format knows: when something was packed is nobody's business."""
UNIX: Final = 3
PLAIN_FILE: Final = 0o100644 << 16


@dataclass(frozen=True)
class Album:
    """A file that holds the photos of one gallery."""

    address: str
    """``images/2026/a/a.<key>.zip``; the key stands for every byte."""
    entries: tuple[tuple[str, Job], ...]
    """Names inside (``a-01.jpg``) with their photos, in the gallery's order."""


def of(edition: Edition) -> tuple[Album, ...]:
    """Every album, once: a bulletin and its translation share their photos."""
    return tuple({album.address: album for _, album in _albums(edition)}.values())


def addresses(edition: Edition) -> dict[str, str]:
    """Where the album of each bulletin that has one is to be found, by bulletin id."""
    return {bulletin_id: album.address for bulletin_id, album in _albums(edition)}


def content(album: Album, store: Store) -> Iterator[bytes]:
    """The bytes of an album, a photo at a time; always the same for the same address.

    Raises:
        PhotoError: An original can't be rendered.
        BulletinError: The store can't be written.
    """
    window = _Window()
    with ZipFile(window, "w", ZIP_STORED) as archive:  # JPEGs don't get smaller
        for name, job in album.entries:
            picture = job.picture
            photo = store.contents(job, [picture.key])[picture.large.address]
            archive.writestr(_entry(name), photo)
            yield window.taken()
    yield window.taken()


def makers(edition: Edition, store: Store) -> dict[str, Callable[[], bytes]]:
    """Address of each album -> what packs it, as ``content`` does, when somebody asks."""
    return {album.address: partial(_whole, album, store) for album in of(edition)}


def write(album: Album, store: Store, target: Path) -> None:
    """Write an album, whole or not at all; another name of the same file is not touched.

    Raises:
        PhotoError: An original can't be rendered.
        BulletinError: The store can't be written.
        OSError: ``target`` can't be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}")
    try:
        with unfinished.open("wb") as file:
            file.writelines(content(album, store))
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def deliver(
    edition: Edition, store: Store, site: Path, kept: Collection[str]
) -> frozenset[str]:
    """Write the albums of a new site that it does not have yet.

    Args:
        edition: What it shows.
        store: Of its photos.
        site: Its folder.
        kept: Addresses of files that were taken over from an earlier build.

    Returns:
        The addresses of all.

    Raises:
        BulletinError: A photo went away meanwhile, or the store can't be written.
        OSError: ``site`` can't be written.
    """
    found = of(edition)
    for album in found:
        if album.address not in kept:
            try:
                write(album, store, site / album.address)
            except PhotoError as failed:
                first = album.entries[0][1].picture.original.path
                at = edition.used_at.get(first, Location(first))
                raise BulletinError(failed.problem(at)) from failed
    return frozenset(album.address for album in found)


def _whole(album: Album, store: Store) -> bytes:
    return b"".join(content(album, store))


def _albums(edition: Edition) -> Iterator[tuple[str, Album]]:
    """Ids of bulletins with their albums."""
    if not edition.settings.photos.zip:
        return
    for bulletin in edition.bulletins:
        photos = edition.galleries.get(bulletin.id, ())
        if len(photos) >= LEAST:
            yield bulletin.id, _album(photos, edition.sources)


def _album(photos: Sequence[GalleryPhoto], sources: Mapping[str, StrPath]) -> Album:
    folder = posixpath.dirname(photos[0].picture.large.address)
    slug, digits = posixpath.basename(folder), max(2, len(str(photos[-1].number)))
    entries = tuple(
        (
            f"{slug}-{photo.number:0{digits}}.{photo.picture.large.format}",
            Job(photo.picture, sources[photo.picture.original.path]),
        )
        for photo in photos
    )
    rows = (f"{name} {job.picture.key}" for name, job in entries)
    key = hashlib.sha256("\n".join((VERSION, *rows)).encode()).hexdigest()[:KEY_CHARACTERS]
    return Album(f"{folder}/{slug}.{key}.zip", entries)


def _entry(name: str) -> ZipInfo:
    """What the archive says of a file: the same on every machine, at every time."""
    entry = ZipInfo(name, DATE)
    entry.create_system, entry.external_attr = UNIX, PLAIN_FILE
    return entry


class _Window(io.BytesIO):
    """The end of a long file: sizes are written into an entry's head once it is there."""

    def __init__(self) -> None:
        super().__init__()
        self._start = 0

    def taken(self) -> bytes:
        """What stands in the window; it is empty from now on, and further down the file."""
        found = self.getvalue()
        self._start += len(found)
        super().seek(0)
        self.truncate(0)
        return found

    def tell(self) -> int:
        return self._start + super().tell()

    def seek(self, place: int, whence: int = io.SEEK_SET, /) -> int:
        return self._start + super().seek(place - self._start, whence)
