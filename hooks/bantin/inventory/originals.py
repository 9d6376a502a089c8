"""Every photo below images/, and whether a bulletin shows it."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bantin import newsroom
from bantin.edition import Edition
from bantin.edition.pictures import Pictures
from bantin.errors import Location, Problem
from bantin.inventory import Item
from bantin.inventory.inspections import Inspections
from bantin.photos import render
from bantin.photos.door import PhotoError
from bantin.photos.kinds import is_photo_name
from bantin.photos.plan import natural_key
from bantin.photos.store import Progress, Store


def take(
    edition: Edition, store: Store, progress: Progress
) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Look at every original once, and remember what was seen.

    Returns:
        What could be measured, in the order of folders and names; what could not be opened.
    """
    settings = edition.settings
    freshness, cache = newsroom.freshness(settings), newsroom.texts(settings)
    pictures = Pictures(freshness.digest, render.codecs(), cache, store.executor)
    files = dict(sorted(_files(edition), key=lambda found: natural_key(found[0])))
    pictures.prepare((path, name) for name, path in files.items())
    uses = Uses(edition)
    items, failures = [], {}
    for name, path in files.items():
        try:
            items.append(_item(pictures, path, name, uses))
        except PhotoError as failed:
            failures[name] = failed
    pictures.save()
    freshness.save()
    inspections = Inspections(cache, render.codecs(), store.executor)
    failures |= inspections.look(items, progress)
    seen = (replace(item, inspected=inspections.get(item.original.digest)) for item in items)
    problems = (
        failed.problem(edition.used_at.get(name, Location(name)))
        for name, failed in failures.items()
    )
    return tuple(seen), tuple(sorted(problems))


class Uses:
    """Who shows which photo; of a bulletin that can't be read nobody knows."""

    def __init__(self, edition: Edition) -> None:
        self._top = edition.settings.images_dir
        self._shown = set(edition.sources)
        self._whole = {broken.id for broken in edition.broken}
        """Folders all of whose photos are shown."""
        for bulletin in edition.bulletins:
            folder = bulletin.translation_of or bulletin.id
            if bulletin.photos is None:
                self._whole.add(folder)
            else:
                named = (photo.file for photo in bulletin.photos)
                self._shown |= {f"{self._top}/{folder}/{file}" for file in named}

    def folder(self, path: str) -> str:
        """Of a photo, from the top of images/."""
        return path.removeprefix(f"{self._top}/").rpartition("/")[0]

    def uses(self, path: str) -> bool:
        """Whether somebody shows it, or would if it could be opened or were permitted."""
        return path in self._shown or self.folder(path) in self._whole


def _files(edition: Edition) -> Iterator[tuple[str, Path]]:
    """Photos below images/ by their path from the site's root."""
    settings = edition.settings
    top = settings.root / settings.images_dir
    for folder, below, names in os.walk(top):
        below[:] = [name for name in below if not name.startswith(".")]
        inside = Path(folder).relative_to(top)
        for name in names:
            written = (Path(settings.images_dir) / inside / name).as_posix()
            if is_photo_name(name) and written != settings.hospital.logo:
                yield unicodedata.normalize("NFC", written), Path(folder) / name


def _item(pictures: Pictures, path: Path, name: str, uses: Uses) -> Item:
    """One original.

    Raises:
        PhotoError: It can't become a photo.
    """
    original = pictures.original(path, name)
    try:
        size = path.stat().st_size
    except OSError as failed:
        raise PhotoError("photo-no-access", file=name) from failed
    return Item(original, path, size, uses.folder(name), uses.uses(name))
