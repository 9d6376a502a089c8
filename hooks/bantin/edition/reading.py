"""The only reader of the writers' folders: news/ + images/ + registries -> Edition."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bantin import addresses, visibility
from bantin.cache import Cache, Freshness
from bantin.content import decode, registry
from bantin.content.settings import Settings
from bantin.edition import Body, Edition, attachments, folders, galleries, names
from bantin.edition.bodies import BodyFinisher, Neighbourhood, converted
from bantin.edition.pictures import Pictures
from bantin.errors import BulletinError, Location, Problem, error
from bantin.model import BrokenBulletin, Bulletin
from bantin.photos import render
from bantin.pictures import GalleryPhoto, Picture
from bantin.vietnamese import collation


@dataclass(frozen=True)
class Desk:
    """What a reading may use besides the folders."""

    cache: Cache
    freshness: Freshness
    docs: Collection[str]
    """Pages under docs/ that are published, from its top: ``contact.md``."""


def read(settings: Settings, desk: Desk, now: datetime, *, preview: bool) -> Edition:
    """Read, decode and sort everything that a build or preview shows.

    Args:
        settings: Of the site.
        desk: Cache, record of unchanged files, pages under docs/.
        now: Aware; decides what is public.
        preview: Show what is not public, too.
    """
    reading = _Reading(settings, desk, now, preview)
    reading.bulletins()
    reading.registries()
    reading.galleries()
    reading.bodies()
    desk.freshness.save()
    return reading.edition()


class _Reading:
    """One reading, room by room."""

    def __init__(self, settings: Settings, desk: Desk, now: datetime, preview: bool) -> None:
        self.settings = settings
        self.desk = desk
        self.now = now
        self.preview = preview
        self.news = settings.root / settings.news_dir
        self.images = settings.root / settings.images_dir
        self.decoded: list[Bulletin] = []
        self.shown: tuple[Bulletin, ...] = ()
        self.broken: list[BrokenBulletin] = []
        self.problems: list[Problem] = []
        self.pictures = Pictures(desk.freshness.digest, render.codecs())
        self.gallery: dict[str, tuple[GalleryPhoto, ...]] = {}
        self.body: dict[str, Body] = {}
        self.documents: dict[str, Path] = {}
        self.files: dict[str, str] = {}

    def bulletins(self) -> None:
        """Decode every file, then choose and sort what is shown."""
        for file in folders.bulletins(self.news):
            path = f"{self.settings.news_dir}/{file.name}"
            bulletin_id = file.name[:-3]
            if file.name.endswith(".md") and addresses.allowed(bulletin_id):
                self.decode(file, path, bulletin_id)
            else:
                self.break_off(bulletin_id, path, names.misnamed(path, self.settings, self.now))
        self.decoded.sort(key=_oldest_first, reverse=True)
        self.shown = tuple(
            bulletin
            for bulletin in self.decoded
            if self.preview or visibility.is_public(bulletin, self.now)
        )
        self.problems += names.addresses_shared(self.decoded, self.desk.docs)

    def decode(self, file: folders.FoundFile, path: str, bulletin_id: str) -> None:
        try:
            content = folders.read(file.path, path)
        except BulletinError as reason:
            self.break_off(bulletin_id, path, reason.problem)
            return
        result = decode.bulletin(path, bulletin_id, content, self.settings)
        self.problems += result.problems
        if isinstance(result.bulletin, Bulletin):
            self.decoded.append(result.bulletin)
        else:
            self.broken.append(result.bulletin)

    def break_off(self, bulletin_id: str, path: str, problem: Problem) -> None:
        self.problems.append(problem)
        self.broken.append(BrokenBulletin(names.tame(bulletin_id), path, (problem,)))

    def registries(self) -> None:
        """Read the registries strictly; their use comes later."""
        for file in folders.registries(self.news):
            path = f"{self.settings.news_dir}/{file.name}"
            try:
                content = folders.read(file.path, path)
            except BulletinError as reason:
                self.problems.append(reason.problem)
            else:
                found = registry.read(path, content, self.settings.timezone)
                self.problems += found.problems

    def galleries(self) -> None:
        """Photos, captions and attachments of every shown bulletin."""
        known = {bulletin.id: bulletin.path for bulletin in self.decoded}
        for bulletin in self.shown:
            if bulletin.translation_of and bulletin.translation_of not in known:
                at = decode.where(bulletin, "translation_of")
                path = f"{self.settings.news_dir}/{bulletin.translation_of}.md"
                self.problems.append(error("translation-missing", at, path=path))
            folder = bulletin.translation_of or bulletin.id
            self.gallery[bulletin.id] = tuple(self.photos(bulletin, folder))
            self.attached(bulletin)

    def photos(self, bulletin: Bulletin, folder: str) -> list[GalleryPhoto]:
        written = f"{self.settings.images_dir}/{folder}"
        there = folders.listing(self.images / folder)
        arranged = galleries.arrange(bulletin, written, there)
        self.problems += arranged.problems
        found = []
        for number, photo in enumerate(arranged.photos, start=1):
            path, name = there[photo.file], f"{written}/{photo.file}"
            picture = self.pictures.picture(path, name, f"images/{folder}", photo.at)
            if picture:
                found.append(GalleryPhoto(number, photo, picture))
        return found

    def attached(self, bulletin: Bulletin) -> None:
        written = f"{self.settings.images_dir}/{bulletin.id}"
        there = folders.listing(self.images / bulletin.id)
        found = attachments.find(bulletin, written, there)
        self.problems += found.problems
        self.documents |= found.documents
        self.files |= found.paths

    def bodies(self) -> None:
        """The text of every shown bulletin as finished HTML."""
        around = self.neighbourhood()
        for bulletin in self.shown:
            finisher = BodyFinisher(bulletin, around, self.photo_in_text)
            finished = finisher.finish(converted(bulletin, self.desk.cache))
            self.body[bulletin.id] = finished.body
            self.problems += finished.problems

    def neighbourhood(self) -> Neighbourhood:
        shown = {bulletin.path: addresses.bulletin(bulletin.id) for bulletin in self.shown}
        if self.preview:
            shown |= {broken.path: addresses.bulletin(broken.id) for broken in self.broken}
        docs = self.settings.docs_dir
        return Neighbourhood(
            pages={f"{docs}/{name}": addresses.document(name) for name in self.desk.docs},
            bulletins=shown,
            hidden=frozenset(bulletin.path for bulletin in self.decoded) - set(shown),
            files=self.files,
        )

    def photo_in_text(self, path: str, at: Location) -> Picture | None:
        """The picture of a photo that a body shows by its path."""
        top = f"{self.settings.images_dir}/"
        folder, _, file = path.rpartition("/")
        inside = f"{folder}/".removeprefix(top).rstrip("/")
        there = folders.listing(self.images / inside) if path.startswith(top) else {}
        if file not in there:
            self.problems.append(galleries.missing(file, folder, there, at))
            return None
        return self.pictures.picture(there[file], path, f"images/{inside}".rstrip("/"), at)

    def edition(self) -> Edition:
        hidden = {
            bulletin.id: reason
            for bulletin in self.shown
            if (reason := visibility.why_hidden(bulletin, self.now))
        }
        later = (
            (bulletin, moment)
            for bulletin in self.decoded
            if (moment := visibility.appears_at(bulletin, self.now))
        )
        return Edition(
            settings=self.settings,
            now=self.now,
            preview=self.preview,
            bulletins=self.shown,
            bodies=self.body,
            galleries=self.gallery,
            hidden=hidden,
            broken=tuple(self.broken),
            pictures=tuple(self.pictures.found.values()),
            sources=self.pictures.sources,
            used_at=self.pictures.used_at,
            documents=self.documents,
            problems=tuple(sorted({*self.problems, *self.pictures.problems})),
            later=tuple(sorted(later, key=lambda pair: (pair[1], pair[0].path))),
        )


def _oldest_first(bulletin: Bulletin) -> tuple[datetime, object, tuple[object, ...]]:
    return bulletin.sorted_by, bulletin.date.end, collation.key(bulletin.path)
