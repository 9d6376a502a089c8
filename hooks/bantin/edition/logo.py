"""The hospital's logo: read like a photo, drawn anew, never published as it is."""

from __future__ import annotations

import os
import posixpath
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Final

from bantin.cache import Cache
from bantin.content.settings import Settings
from bantin.edition import Edition, folders, treatments
from bantin.edition.pictures import Digest, Pictures
from bantin.errors import BulletinError, Location, Problem, error
from bantin.photos import logo, render
from bantin.photos.door import PhotoError
from bantin.photos.plan import LOGO_HEIGHT, plan_logo
from bantin.photos.tasks import Executor, Task
from bantin.pictures import Original, Signs

FORMATS: Final = ("JPEG", "PNG", "WEBP")


def add(edition: Edition, cache: Cache, digest: Digest, executor: Executor) -> Edition:
    """The edition with the signs drawn from the logo that mkdocs.yml names.

    Args:
        edition: As it was read.
        cache: Keeps what was drawn.
        digest: SHA-256 of a file, hexadecimal (``Freshness.digest``).
        executor: Who opens it.

    Returns:
        The edition without signs and with a problem where the logo can't be used; as it was
        where none is named.
    """
    settings = edition.settings
    name = unicodedata.normalize("NFC", settings.hospital.logo)
    if not name:
        return edition
    at = settings.hospital.at.get("logo", Location(name))
    try:
        path = _place(settings, name, at)
        pictures = Pictures(digest, render.codecs(), cache, executor)
        original = _checked(pictures.original(path, name), at)
        copy = treatments.unmarked_copy(original, edition.marked, at)
        if copy:
            raise BulletinError(copy)
        pictures.save()
        return replace(edition, signs=_drawn(path, original, cache, executor))
    except PhotoError as failed:
        found = _refused(failed, name, at)
    except BulletinError as reason:
        found = reason.problem
    return replace(edition, problems=tuple(sorted({*edition.problems, found})))


def _place(settings: Settings, name: str, at: Location) -> Path:
    """Where the logo lies, spelled as on disk.

    Raises:
        BulletinError: It is not there, or outside the writers' folders.
    """
    folder, file = posixpath.split(name)
    there = folders.listing(settings.root / folder, folder or ".")
    if file not in there:
        near = folders.nearest(file, there)
        if near:
            near = posixpath.join(folder, near)
            raise BulletinError(error("logo-missing-near", at, file=name, near=near))
        raise BulletinError(error("logo-missing", at, file=name))
    real = Path(os.path.realpath(there[file]))
    tops = (settings.root, settings.root / settings.images_dir)
    if not any(real.is_relative_to(os.path.realpath(top)) for top in tops):
        raise BulletinError(error("logo-outside", at, file=name))
    return Path(there[file])


def _checked(original: Original, at: Location) -> Original:
    """An original that can be a logo.

    Raises:
        BulletinError: Too small, or of a kind that is none for logos.
    """
    values = {"file": original.path, "width": original.width, "height": original.height}
    if original.format not in FORMATS:
        raise BulletinError(error("logo-format", at, file=original.path, found=original.format))
    if min(original.width, original.height) < LOGO_HEIGHT:
        raise BulletinError(error("logo-small", at, limit=LOGO_HEIGHT, **values))
    return original


def _refused(failed: PhotoError, name: str, at: Location) -> Problem:
    """A drawing is refused in words of its own: it is what most hospitals have."""
    if failed.values.get("found") == "SVG":
        return error("logo-svg", at, file=name)
    return failed.problem(at)


def _drawn(path: Path, original: Original, cache: Cache, executor: Executor) -> Signs:
    """The signs with their files, from the cache where they were drawn before.

    Raises:
        PhotoError: As ``photos.logo.work``.
    """
    signs = plan_logo(original, render.codecs())
    planned = [sign.address for sign in (signs.logo, signs.favicon, signs.touch_icon) if sign]
    kept = {address: cache.get("logo", address) for address in planned}
    files = {address: content for address, content in kept.items() if content is not None}
    if len(files) < len(planned):
        task = Task("logo", original.path, str(path.absolute()), logo.asked(original, signs))
        (outcome,) = executor.run([task])
        if outcome.failure is not None:
            raise outcome.failure
        files = logo.addressed(signs, outcome.files)
        for address, content in files.items():
            cache.put("logo", address, content)
    return replace(signs, files=files)
