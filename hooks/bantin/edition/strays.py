"""What lies in the writers' folders and belongs to no bulletin; somebody waits for it."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from bantin import addresses
from bantin.content import registry
from bantin.content.settings import Settings
from bantin.edition import folders
from bantin.errors import Location, Problem, warning
from bantin.photos.kinds import is_photo_name

_TEXT_ENDS: Final = (".md.txt", ".txt", ".markdown", ".mdown", ".mkd", ".text")
"""What Notepad and others make of ``.md``."""


def files(settings: Settings) -> Iterator[Problem]:
    """Files in news/ that nobody reads, because they don't end in ``.md``."""
    news = settings.root / settings.news_dir
    for found in folders.others(news) if news.is_dir() else ():
        at = Location(f"{settings.news_dir}/{found.name}")
        name = posixpath.basename(found.name)
        end = next((end for end in _TEXT_ENDS if name.lower().endswith(end)), "")
        if name in registry.TABLES:
            folder = f"{settings.news_dir}/{registry.FOLDER}/"
            yield warning("registry-folder", at, folder=folder)
        elif end:
            yield warning("file-stray-text", at, name=f"{name[: -len(end)]}.md")
        elif is_photo_name(name):
            yield warning("file-stray-photo", at, folder=settings.images_dir)
        else:
            yield warning("file-stray", at)


def photo_folders(
    settings: Settings, ids: Collection[str], used: Collection[str]
) -> Iterator[Problem]:
    """Folders with photos that no bulletin shows.

    Args:
        settings: Of the site.
        ids: Of all bulletins, broken ones too.
        used: Folders of which a body shows a photo: ``images/2026/a``.
    """
    top = settings.root / settings.images_dir
    for year in ("*", "en/*"):
        for folder in sorted(top.glob(f"{year}/*/")):
            inside = folder.relative_to(top).as_posix()
            written = f"{settings.images_dir}/{inside}"
            if inside in ids or written in used or not addresses.YEARLY.match(inside):
                continue
            if _has_photos(folder):
                yield _unclaimed(written, inside, ids)


def _unclaimed(written: str, inside: str, ids: Collection[str]) -> Problem:
    near = next((one for one in ids if one.casefold() == inside.casefold()), "")
    if near:
        return warning("photo-folder-near", Location(written), near=posixpath.basename(near))
    return warning("photo-folder-stray", Location(written), id=inside)


def _has_photos(folder: Path) -> bool:
    try:
        return any(is_photo_name(file.name) for file in folder.iterdir())
    except OSError:
        return False
