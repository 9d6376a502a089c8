"""Which photo gets which caption: pure, from the front matter and the folder's listing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import NamedTuple

from bantin.content.decode import where
from bantin.edition.folders import nearest
from bantin.errors import Location, Problem, error, warning
from bantin.model import Bulletin, Photo
from bantin.photos.kinds import is_photo_name
from bantin.photos.plan import natural_key

NAMED = 12
"""Files that a message names; of more only the first ones."""


@dataclass(frozen=True)
class Arranged:
    """The photos of one bulletin in order, each with its file."""

    photos: tuple[Photo, ...]
    problems: tuple[Problem, ...] = ()


class Said(NamedTuple):
    """What is said of a photo."""

    path: str
    """As ``Original.path``."""
    lang: str
    words: str
    """Caption or alternative text, as typed."""
    at: Location


def arrange(bulletin: Bulletin, folder: str, names: Collection[str]) -> Arranged:
    """Put photos and captions together; never shifts one silently.

    Args:
        bulletin: Decoded front matter.
        folder: As the writer knows it: ``images/2026/a``.
        names: All files in that folder, as spelled there.
    """
    files = sorted((name for name in names if is_photo_name(name)), key=natural_key)
    lost = _poster(bulletin, folder, files)
    arranged = _arranged(bulletin, folder, files)
    return replace(arranged, problems=(*lost, *arranged.problems))


def _poster(bulletin: Bulletin, folder: str, files: list[str]) -> list[Problem]:
    """Where the picture of the video is not in the folder."""
    video = bulletin.video
    if video is None or not video.poster or video.poster in files:
        return []
    return [missing(video.poster, folder, files, video.at)]


def _arranged(bulletin: Bulletin, folder: str, files: list[str]) -> Arranged:
    poster = bulletin.video.poster if bulletin.video else ""
    free = [name for name in files if name != poster]
    if bulletin.photos is not None:
        return _full_form(bulletin, bulletin.photos, folder, files)
    if bulletin.captions is not None:
        return _quick_form(bulletin, bulletin.captions, folder, free)
    at = where(bulletin, "captions")
    told = {"photos": len(free), "folder": folder, "files": _named(free)}
    problems = (warning("captions-none", at, **told),) if free else ()
    return Arranged(tuple(Photo(name, at=at) for name in free), problems)


def _quick_form(
    bulletin: Bulletin, captions: tuple[Photo, ...], folder: str, files: list[str]
) -> Arranged:
    """Every photo is kept: those behind the last caption go without one, with an error."""
    at, count = where(bulletin, "captions"), len(captions)
    shown = tuple(map(_with_file, captions, files))
    rest = tuple(Photo(name, at=at) for name in files[count:])
    if count == len(files):
        return Arranged(shown)
    told = {"captions": count, "folder": folder}
    if not files:
        return Arranged((), (error("caption-no-photos", at, **told),))
    told |= {"photos": len(files), "files": _named(files)}
    if rest:
        told |= {"missing": len(rest), "without": _named(files[count:])}
        return Arranged((*shown, *rest), (error("caption-count", at, **told),))
    return Arranged(shown, (error("caption-extra", at, extra=count - len(files), **told),))


def _with_file(caption: Photo, name: str) -> Photo:
    return replace(caption, file=name)


def _named(files: list[str]) -> str:
    """``01.jpg, 02.jpg …``."""
    return ", ".join(files[:NAMED]) + (" …" if len(files) > NAMED else "")


def _full_form(
    bulletin: Bulletin, photos: tuple[Photo, ...], folder: str, files: list[str]
) -> Arranged:
    problems: list[Problem] = []
    lines: dict[str, int] = {}
    found = []
    for photo in photos:
        if photo.file in lines:
            line = lines[photo.file]
            problems.append(error("photo-twice", photo.at, file=photo.file, line=line))
        elif photo.file in files:
            lines[photo.file] = photo.at.line
            found.append(photo)
        else:
            problems.append(missing(photo.file, folder, files, photo.at))
    problems += _covers(found)
    at = where(bulletin, "photos")
    used = {*lines, bulletin.video.poster if bulletin.video else ""}
    problems += [warning("photo-unused", at, file=name) for name in files if name not in used]
    return Arranged(tuple(found), tuple(problems))


def missing(file: str, folder: str, files: Collection[str], at: Location) -> Problem:
    """A photo that is not there, with the one that was probably meant."""
    by_case = {name.casefold(): name for name in files}
    same = by_case.get(file.casefold())
    if same:
        return error("photo-case", at, file=file, near=same)
    near = nearest(file, files)
    if near:
        return error("photo-missing-near", at, file=file, folder=folder, near=near)
    return error("photo-missing", at, file=file, folder=folder)


def _covers(photos: list[Photo]) -> list[Problem]:
    covers = [photo for photo in photos if photo.cover]
    return [error("cover-twice", photo.at, line=covers[0].at.line) for photo in covers[1:]]
