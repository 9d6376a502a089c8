"""The folders below images/: listed once, their photos found by name or by path."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from bantin.content.decode import where
from bantin.content.settings import Settings
from bantin.edition import folders, galleries, treatments
from bantin.edition.consents import Consents, Place
from bantin.edition.pictures import Pictures
from bantin.edition.treatments import Mark, Treatments
from bantin.errors import BulletinError, Location, Problem, error, warning
from bantin.model import Bulletin
from bantin.photos.kinds import is_photo_name
from bantin.pictures import (
    GalleryPhoto,
    MarkedFile,
    Picture,
    Treatment,
    anchor,
    cover,
    roams,
)

Described = tuple[Bulletin, str, bool]
"""A bulletin, the folder of its photos, and whether it is shown."""


class PhotoFolders:
    """What lies below images/ during one reading."""

    def __init__(self, settings: Settings, pictures: Pictures) -> None:
        self.settings = settings
        self.pictures = pictures
        self.withheld: frozenset[str] = frozenset()
        """Ids of bulletins that the public does not see; nor does it see their photos."""
        self.treatments = Treatments()
        """What is said of the files; to be known before any picture is planned (``mark``)."""
        self.empty: dict[str, frozenset[str]] = {}
        """By bulletin id: anchors of places in its gallery whose photo is not shown."""
        self.problems: list[Problem] = []
        self.marked: dict[str, MarkedFile] = {}
        """The files of which something is said, by SHA-256 of their bytes (``mark``)."""
        self.private: Mapping[str, Location] = {}
        """Where captions name somebody private, by path of the photo."""
        self._equal: dict[str, list[str]] = {}
        """Marked files by what is in them."""
        self._listed: dict[str, dict[str, str]] = {}
        self._above: dict[str, frozenset[str]] = {}

    def files(self, folder: str) -> dict[str, str]:
        """The files of a folder: name -> path on this machine.

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
            (path, f"{written}/{name}")
            for folder in sorted(ids)
            for written in (self.written(folder),)
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
        return f"{self.settings.images_dir}/{folder}".rstrip("/")

    def mark(self, bulletins: Iterable[Described], consents: Consents) -> None:
        """Take down what bulletins say of the people on their photos.

        Args:
            bulletins: All that could be read.
            consents: The signed papers.
        """
        top = self.settings.images_dir
        marks = (
            Mark(Place(top, folder, photo.file), photo, shown)
            for bulletin, folder, shown in sorted(bulletins, key=_translated)
            for photo in bulletin.photos or ()
        )
        self.treatments = treatments.read(marks, consents)
        self.pictures.treatments = self.treatments.pixels(self.settings.photos)
        self.pictures.usual = Treatment(watermark=self.settings.photos.watermark)
        self.problems += self.treatments.problems

        for path, (_, folder, file) in self.treatments.places.items():
            lies = self.files(folder).get(file)
            digest = self.pictures.content(lies, path) if lies else ""
            if digest:
                self._equal.setdefault(digest, []).append(path)
        said = self.treatments.said
        self.marked = {digest: said(paths) for digest, paths in self._equal.items()}

    def tell_copies(self) -> None:
        """Photos that are shown as if nothing had been said of an equal file are errors."""
        for path, picture in self.pictures.found.items():
            equal = self._equal.get(picture.original.digest, ())
            found = self.treatments.copy(path, equal, self.pictures.used_at[path])
            self.problems += [found] if found else []

    def captions(self, bulletins: Iterable[Described]) -> Iterator[galleries.Said]:
        """What is said of photos by all bulletins that are shown."""
        for bulletin, folder, shown in bulletins:
            written = self.written(folder)
            there = self.files(folder) if shown else ()
            for photo in galleries.arrange(bulletin, written, there).photos if there else ():
                for said in filter(None, (photo.caption, photo.alt)):
                    path = f"{written}/{photo.file}"
                    yield galleries.Said(path, bulletin.lang, said, photo.at)

    def gallery(self, bulletin: Bulletin, folder: str) -> tuple[GalleryPhoto, ...]:
        """The photos of a bulletin, as far as they are any and may be seen."""
        if self._withholds(folder, bulletin):
            at = where(bulletin, "translation_of")
            self.problems.append(error("photo-withheld", at, file=self.written(folder)))
            return ()
        there = self.files(folder)
        arranged = galleries.arrange(bulletin, self.written(folder), there)
        self.problems += arranged.problems
        found, empty = [], set()
        for number, photo in enumerate(arranged.photos, start=1):
            picture = self._picture(there[photo.file], folder, photo.file, photo.at)
            if picture:
                private = picture.original.path in self.private
                found.append(GalleryPhoto(number, photo, picture, private))
            else:
                empty.add(anchor(number))
        self.empty[bulletin.id] = frozenset(empty)
        standing = cover(found, self.marked)
        first = standing or next(iter(found), None)
        if standing and not roams(standing, self.marked):  # the library begins with another
            first = next((one for one in found if roams(one, self.marked)), None)
        return tuple(
            self._waited_for(one, cropped=one is standing) if one in (standing, first) else one
            for one in found
        )

    def _waited_for(self, shown: GalleryPhoto, *, cropped: bool) -> GalleryPhoto:
        """What a page shows first; the only one cropped is what stands for a bulletin."""
        name, photo = shown.picture.original.path, shown.photo
        path = self.pictures.sources[name]
        shelf = posixpath.dirname(shown.picture.fallback.address)
        picture = self.pictures.picture(
            path, name, shelf, photo.at, cropped=cropped, first=True, focus=photo.focus
        )
        return replace(shown, picture=picture or shown.picture)

    def poster(self, bulletin: Bulletin, folder: str) -> Picture | None:
        """The picture of the bulletin's video; ``galleries`` tells of one that is not there."""
        video = bulletin.video
        if video is None or self._withholds(folder, bulletin):
            return None
        path = self.files(folder).get(video.poster)
        if path is None or not is_photo_name(video.poster):
            return None
        return self._picture(path, folder, video.poster, video.at)

    def _picture(
        self, path: str, folder: str, file: str, at: Location, *, first: bool = False
    ) -> Picture | None:
        """One photo; None where it is none, or may not be seen."""
        name = f"{self.written(folder)}/{file}"
        self.problems += self.treatments.against(name, at)
        if name in self.treatments.left_out:
            return None
        shelf = f"images/{folder}".rstrip("/")
        return self.pictures.picture(path, name, shelf, at, first=first)

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
            self._tell_away(bulletin, folder, path, at)
            return self._picture(there[file], folder, file, at, first=True)
        shelf, _, name = path.rpartition("/")
        self.problems.append(galleries.missing(name, shelf, there, at))
        return None

    def _tell_away(self, bulletin: Bulletin, folder: str, path: str, at: Location) -> None:
        """Patients and children who are shown beside the text of another bulletin."""
        said = self.treatments.guarded_at(path) or self.private.get(path)
        own = folder in (bulletin.id, bulletin.translation_of)
        if said and not own and path not in self.treatments.left_out:
            other = f"{said.path}:{said.line}"
            self.problems.append(warning("photo-people-away", at, file=path, other=other))

    def _withholds(self, folder: str, bulletin: Bulletin) -> bool:
        """Whether a folder, or one above it, is that of a bulletin which is not public."""
        return bulletin.id not in self.withheld and not self.withheld.isdisjoint(
            self._places(folder)
        )

    def _places(self, folder: str) -> frozenset[str]:
        """A folder and those above it, also where it really lies if a link stands for it."""
        if folder not in self._above:
            top = os.path.realpath(self.settings.root / self.settings.images_dir)
            real = Path(os.path.realpath(f"{top}/{folder}"))
            lies = real.relative_to(top).as_posix() if real.is_relative_to(top) else ""
            # ids have no capitals, and not every file system tells them apart
            ways = [PurePosixPath(one.casefold()) for one in (folder, lies)]
            self._above[folder] = frozenset(
                str(place) for way in ways for place in (way, *way.parents)
            )
        return self._above[folder]

    def _inside(self, path: str) -> tuple[str, str]:
        """Folder below images/ and file name; both empty where the path leads elsewhere."""
        top = f"{self.settings.images_dir}/"
        folder, _, file = path.removeprefix(top).rpartition("/")
        return (folder, file) if path.startswith(top) else ("", "")


def _translated(described: Described) -> bool:
    """Whether the photos are another bulletin's."""
    bulletin, folder, _ = described
    return bulletin.id != folder
