"""The only reader of the writers' folders: news/ + images/ + registries -> Edition."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from bantin import addresses, visibility
from bantin.cache import Cache, Freshness
from bantin.content import decode, settings
from bantin.content.settings import Settings
from bantin.edition import Body, Edition, attachments, folders, names, registries, strays
from bantin.edition.bodies import BodyFinisher, Neighbourhood, converted
from bantin.edition.captions import naming_private
from bantin.edition.elsewhere import certain
from bantin.edition.heirs import as_of
from bantin.edition.organizations import what_is_named
from bantin.edition.people import unlinked, who_is_named
from bantin.edition.photofolders import PhotoFolders
from bantin.edition.pictures import Pictures
from bantin.errors import BulletinError, Location, Problem, error
from bantin.model import BrokenBulletin, Bulletin, Registry
from bantin.photos import render
from bantin.photos.tasks import Executor
from bantin.pictures import GalleryPhoto, Picture
from bantin.vietnamese import collation
from bantin.vietnamese.known import Known


@dataclass(frozen=True)
class Desk:
    """What a reading may use besides the folders."""

    cache: Cache
    freshness: Freshness
    executor: Executor
    """Who opens originals."""
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
    reading.registries()
    reading.bulletins()
    reading.galleries()
    reading.bodies()
    reading.photos.tell_copies()
    reading.strays()
    desk.freshness.save()
    reading.pictures.save()
    return reading.edition()


class _Reading:
    """One reading, room by room."""

    def __init__(self, settings: Settings, desk: Desk, now: datetime, preview: bool) -> None:
        self.settings = settings
        self.desk = desk
        self.now = now
        self.preview = preview
        self.news = settings.root / settings.news_dir
        self.registry = Registry()
        self.known = Known()
        self.decoded: list[Bulletin] = []
        self.shown: tuple[Bulletin, ...] = ()
        self.broken: list[BrokenBulletin] = []
        self.problems: list[Problem] = []
        self.pictures = Pictures(
            desk.freshness.digest, render.codecs(), desk.cache, desk.executor
        )
        self.photos = PhotoFolders(settings, self.pictures)
        self.gallery: dict[str, tuple[GalleryPhoto, ...]] = {}
        self.body: dict[str, Body] = {}
        self.posters: dict[str, Picture] = {}
        self.papers = attachments.Attached()
        self.pages = names.pages(settings.docs_dir, desk.docs)

    def registries(self) -> None:
        found = registries.read(self.settings)
        self.registry = as_of(found.registry, self.now, self.settings.timezone)
        self.known = registries.known(found.registry, self.settings)
        given_way = names.addresses_given_way(self.registry.organizations, self.pages)
        self.problems += (*found.problems, *given_way)

    def bulletins(self) -> None:
        """Decode every file, then choose and sort what is shown."""
        if not self.news.is_dir():
            folder = self.settings.news_dir
            self.problems.append(error("news-missing", Location(settings.FILE), folder=folder))
            return
        misnamed = []
        for file in folders.bulletins(self.news):
            path = f"{self.settings.news_dir}/{file.name}".rstrip("/")
            if not folders.is_markdown(file):
                self.problems.append(folders.closed(file.path, path))
            elif file.name.endswith(".md") and addresses.allowed(file.name[:-3]):
                self.decode(file, path, file.name[:-3])
            else:
                misnamed.append((file, path))
        for file, path in misnamed:
            self.misnamed(file, path)
        self.decoded.sort(key=_oldest_first, reverse=True)
        self.shown, told = certain(filter(self.shows, self.decoded), self.known)
        self.photos.withheld = frozenset(
            one.id for one in self.decoded if not visibility.is_public(one, self.now)
        )
        self.problems += (*told, *names.addresses_shared(self.shown, self.pages))

    def shows(self, bulletin: Bulletin) -> bool:
        return self.preview or visibility.is_public(bulletin, self.now)

    def misnamed(self, file: folders.FoundFile, path: str) -> None:
        year = self.now.astimezone(self.settings.timezone).year
        proposed = names.proposed(file.name[:-3], year, self.ids)
        self.break_off(proposed, path, names.misnamed(path, proposed, self.settings))

    @property
    def ids(self) -> set[str]:
        """Of every file that has one."""
        return {one.id for one in self.decoded} | {one.id for one in self.broken}

    def decode(self, file: folders.FoundFile, path: str, bulletin_id: str) -> None:
        try:
            content = folders.read(file.path, path)
        except BulletinError as reason:
            self.break_off(bulletin_id, path, reason.problem)
            return
        result = decode.bulletin(path, bulletin_id, content, self.settings, self.known)
        found = result.bulletin
        if isinstance(found, BrokenBulletin):
            self.broken.append(found)
            self.problems += result.problems
            return
        self.decoded.append(found)
        if self.shows(found):  # a strict build does not stop at a warning in a draft
            self.problems += result.problems

    def break_off(self, bulletin_id: str, path: str, problem: Problem) -> None:
        self.problems.append(problem)
        self.broken.append(BrokenBulletin(bulletin_id, path, (problem,)))

    def galleries(self) -> None:
        """Photos, captions and attachments of every shown bulletin."""
        known = self.ids
        self.photos.prepare({one.translation_of or one.id for one in self.shown})
        self.marks(known)
        for bulletin in self.shown:
            folder = names.photo_folder(bulletin, known)
            if bulletin.translation_of not in ("", folder):
                at = decode.where(bulletin, "translation_of")
                path = f"{self.settings.news_dir}/{bulletin.translation_of}.md"
                self.problems.append(error("translation-missing", at, path=path))
            self.gallery[bulletin.id] = self.photos.gallery(bulletin, folder)
            if poster := self.photos.poster(bulletin, folder):
                self.posters[bulletin.id] = poster
            self.attached(bulletin)

    def marks(self, known: Collection[str]) -> None:
        """What all bulletins, hidden ones too, say of the people on their photos."""
        found = [(one, names.photo_folder(one, known), self.shows(one)) for one in self.decoded]
        papers = registries.consents(self.registry, self.problems, self.settings, self.now)
        self.photos.mark(found, papers)
        self.photos.private = naming_private(self.photos.captions(found), self.desk.cache)

    def attached(self, bulletin: Bulletin) -> None:
        written, there = self.photos.written(bulletin.id), self.photos.files(bulletin.id)
        self.papers.add(attachments.find(bulletin, written, there))

    def bodies(self) -> None:
        """The text of every shown bulletin as finished HTML."""
        around = self.neighbourhood()
        for bulletin in self.shown:
            finisher = BodyFinisher(bulletin, around, self.photos.in_text)
            text = converted(bulletin.body, self.desk.cache)
            empty = self.photos.empty.get(bulletin.id, frozenset())
            finished = finisher.finish(text, self.gallery[bulletin.id], empty)
            self.body[bulletin.id] = finished.body
            self.problems += finished.problems
        for index, broken in enumerate(self.broken):
            text = converted(broken.body, self.desk.cache)
            found = tuple(one.problem(broken.path, broken.body_line) for one in text.findings)
            self.problems += found
            self.broken[index] = replace(broken, problems=(*broken.problems, *found))

    def strays(self) -> None:
        """What lies about and belongs to nobody."""
        used = {posixpath.dirname(name) for name in self.pictures.sources}
        self.problems += strays.files(self.settings)
        self.problems += strays.photo_folders(self.settings, self.ids, used)

    def all_problems(self) -> tuple[Problem, ...]:
        rooms = (self, self.photos, self.pictures, self.papers)
        return tuple(sorted({found for room in rooms for found in room.problems}))

    def neighbourhood(self) -> Neighbourhood:
        found = {one.path: one.id for one in self.shown}
        if self.preview:
            found |= {one.path: one.id for one in self.broken}
        hidden = (one for one in self.decoded if not visibility.is_public(one, self.now))
        return Neighbourhood(
            pages=self.pages,
            bulletins={path: addresses.bulletin(id_) for path, id_ in found.items()},
            hidden=frozenset(one.path for one in hidden),
            files=self.papers.paths,
            left_out=self.photos.treatments.left_out,
            lies=self.photos.lies,
        )

    def edition(self) -> Edition:
        named = who_is_named(self.shown, self.gallery, self.known, self.desk.cache)
        return Edition(
            settings=self.settings,
            now=self.now,
            preview=self.preview,
            bulletins=unlinked(self.shown, named),
            bodies=self.body,
            galleries=self.gallery,
            hidden=visibility.reasons(self.shown, self.now),
            broken=tuple(self.broken),
            pictures=tuple(self.pictures.found.values()),
            sources=self.pictures.sources,
            used_at=self.pictures.used_at,
            posters=self.posters,
            registry=self.registry,
            named=named,
            institutions=what_is_named(self.shown, self.gallery, self.known, self.desk.cache),
            marked=self.photos.marked,
            documents=self.papers.documents,
            document_sizes=self.papers.sizes,
            problems=self.all_problems(),
            later=visibility.waiting(self.decoded, self.now),
        )


def _oldest_first(bulletin: Bulletin) -> tuple[datetime, object, tuple[object, ...]]:
    return bulletin.sorted_by, bulletin.date.end, collation.key(bulletin.path)
