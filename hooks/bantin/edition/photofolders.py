"""The folders below images/: listed once, their photos found by name or by path."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from bantin.content.decode import where
from bantin.content.settings import Settings
from bantin.edition import folders, galleries
from bantin.edition.pictures import Pictures
from bantin.errors import BulletinError, Location, Problem, error
from bantin.model import Bulletin
from bantin.photos.kinds import is_photo_name
from bantin.pictures import GalleryPhoto, Picture


class PhotoFolders:
    """What lies below images/ during one reading."""

    def __init__(self, settings: Settings, pictures: Pictures) -> None:
        self.settings = settings
        self.pictures = pictures
        self.withheld: frozenset[str] = frozenset()
        """Ids of bulletins that the public does not see; nor does it see their photos."""
        self.problems: list[Problem] = []
        self._listed: dict[str, dict[str, Path]] = {}

    def files(self, folder: str) -> dict[str, Path]:
        """The files of a folder by name.

        Args:
            folder: From the top of images/: ``2026/a``.
        """
        if folder not in self._listed:
            path = self.settings.root / self.settings.images_dir / folder
            try:
                self._stay_inside(path, self.written(folder))
                self._listed[folder] = folders.listing(path, self.written(folder))
            except BulletinError as reason:
                self.problems.append(reason.problem)
                self._listed[folder] = {}
        return self._listed[folder]

    def prepare(self, ids: Iterable[str]) -> None:
        """Read the headers of all photos of these folders at once."""
        self.pictures.prepare(
            (path, f"{self.written(folder)}/{name}")
            for folder in sorted(ids)
            for name, path in self.files(folder).items()
            if is_photo_name(name)
        )

    def _stay_inside(self, path: Path, written: str) -> None:
        """Refuse a folder that a link puts somewhere else."""
        top = Path(os.path.realpath(self.settings.root / self.settings.images_dir))
        if not Path(os.path.realpath(path)).is_relative_to(top):
            raise BulletinError(error("file-not-plain", Location(written)))

    def written(self, folder: str) -> str:
        """A folder as the writer knows it: ``images/2026/a``."""
        return f"{self.settings.images_dir}/{folder}"

    def gallery(self, bulletin: Bulletin, folder: str) -> tuple[GalleryPhoto, ...]:
        """The photos of a bulletin, as far as they are any and may be seen."""
        if self._withholds(folder, bulletin):
            at = where(bulletin, "translation_of")
            self.problems.append(error("photo-withheld", at, file=self.written(folder)))
            return ()
        there, written = self.files(folder), self.written(folder)
        arranged = galleries.arrange(bulletin, written, there)
        self.problems += arranged.problems
        found = []
        cover = galleries.cover(arranged.photos)
        for number, photo in enumerate(arranged.photos, start=1):
            path, name = there[photo.file], f"{written}/{photo.file}"
            picture = self.pictures.picture(
                path,
                name,
                f"images/{folder}",
                photo.at,
                cropped=photo is cover,
                focus=photo.focus,
            )
            if picture:
                found.append(GalleryPhoto(number, photo, picture))
        return tuple(found)

    def poster(self, bulletin: Bulletin, folder: str) -> Picture | None:
        """The picture of the bulletin's video; ``galleries`` tells of one that is not there."""
        video = bulletin.video
        if video is None or self._withholds(folder, bulletin):
            return None
        path = self.files(folder).get(video.poster)
        if path is None or not is_photo_name(video.poster):
            return None
        name = f"{self.written(folder)}/{video.poster}"
        return self.pictures.picture(path, name, f"images/{folder}", video.at)

    def lies(self, path: str) -> bool:
        """Whether there is such a file, published or not; ``path`` from the site's root."""
        folder, file = self._inside(path)
        return file in self.files(folder)

    def in_text(self, bulletin: Bulletin, path: str, at: Location) -> Picture | None:
        """The picture of a photo that a body shows by its path from the site's root."""
        folder, file = self._inside(path)
        if self._withholds(folder, bulletin):
            self.problems.append(error("photo-withheld", at, file=path))
            return None
        there = self.files(folder) if file else {}
        if file in there:
            return self.pictures.picture(there[file], path, f"images/{folder}".rstrip("/"), at)
        shelf, _, name = path.rpartition("/")
        self.problems.append(galleries.missing(name, shelf, there, at))
        return None

    def _withholds(self, folder: str, bulletin: Bulletin) -> bool:
        return folder in self.withheld and bulletin.id not in self.withheld

    def _inside(self, path: str) -> tuple[str, str]:
        """Folder below images/ and file name; both empty where the path leads elsewhere."""
        top = f"{self.settings.images_dir}/"
        folder, _, file = path.removeprefix(top).rpartition("/")
        return (folder, file) if path.startswith(top) else ("", "")
