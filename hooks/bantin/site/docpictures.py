"""The pictures under docs/: renditions in their place, under new addresses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from bantin import addresses, newsroom
from bantin.content.settings import Settings
from bantin.edition.pictures import Pictures
from bantin.edition.treatments import unmarked_copy
from bantin.errors import BulletinError, Location, Problem
from bantin.photos import render
from bantin.photos.door import PhotoError
from bantin.photos.kinds import is_photo_name
from bantin.photos.plan import address_stem, plan_document
from bantin.photos.store import Job, Progress, Store
from bantin.pictures import MarkedFile
from bantin.site.documents import folder_of, is_shown

_LINK = re.compile(
    r'(<[a-z][^<>]*?\s(?:src|href|poster|data)=)(?:"([^"]*)"|\'([^\']*)\')', re.IGNORECASE
)


def replaced(
    files: Files,
    config: MkDocsConfig,
    site: Settings,
    store: Store,
    progress: Progress,
    marked: Mapping[str, MarkedFile],
    *,
    preview: bool,
) -> DocumentPictures:
    """Put renditions in the place of the pictures that this build shows.

    Args:
        files: MkDocs' files.
        config: MkDocs' settings.
        site: Ours.
        store: Of the renditions.
        progress: Told of every picture that is rendered.
        marked: ``Edition.marked``: what no page of docs/ may show.
        preview: With pages that are not published.
    """
    freshness = newsroom.freshness(site)
    cache = newsroom.texts(site)
    pictures = Pictures(freshness.digest, render.codecs(), cache, store.executor)
    replacing = DocumentPictures(pictures, store, folder_of(config), marked)
    try:
        replacing.replace(files, config, progress, preview=preview)
    except BulletinError as reason:
        replacing.problems.append(reason.problem)
    freshness.save()
    pictures.save()
    return replacing


class DocumentPictures:
    """Renditions in the place of the pictures under docs/.

    A page goes on linking to ``photo.jpg``; what is published is drawn on a fresh canvas, under
    the rendition's name. What can't be drawn is taken out and reported.
    """

    def __init__(
        self,
        pictures: Pictures,
        store: Store,
        folder: str,
        marked: Mapping[str, MarkedFile],
    ) -> None:
        self.pictures = pictures
        self.store = store
        self.folder = folder
        self.marked = marked
        self.addresses: dict[str, str] = {}
        """Where MkDocs would have put the original -> where its rendition is."""
        self.jobs: list[Job] = []
        """Of the pictures that are shown."""
        self.problems: list[Problem] = []

    def replace(
        self, files: Files, config: MkDocsConfig, progress: Progress, *, preview: bool
    ) -> None:
        """Exchange every picture that this build shows; a preview draws none of them."""
        found = [file for file in files if _is_picture(file, config, preview=preview)]
        for file in found:
            files.remove(file)
        jobs = {file: job for file in found if (job := self.job(file))}
        failures = self.store.fill(jobs.values(), progress)
        for file, job in jobs.items():
            try:
                if failed := failures.get(job.picture.original.path):
                    raise failed
                new = self.promised(file, config) if preview else self.drawn(file, job, config)
            except PhotoError as failed:
                self.problems.append(failed.problem(Location(job.picture.original.path)))
                continue
            self.addresses[file.dest_uri] = new.dest_uri = _address(job)
            self.jobs.append(job)
            files.append(new)

    def job(self, file: File) -> Job | None:
        """What is to be drawn; None, and a problem, where it is none, or a marked photo."""
        name = f"{self.folder}/{file.src_uri}"
        folder = posixpath.dirname(file.src_uri)
        path = Path(file.abs_src_path or "")
        try:
            original = self.pictures.original(path, name)
        except PhotoError as failed:
            self.problems.append(failed.problem(Location(name)))
            return None
        copy = unmarked_copy(original, self.marked, Location(name))
        if copy:
            self.problems.append(copy)
            return None
        stem = address_stem(folder, posixpath.basename(name))
        return Job(plan_document(original, stem, self.pictures.codecs), path)

    def drawn(self, file: File, job: Job, config: MkDocsConfig) -> File:
        """What MkDocs publishes instead, found by links under the old name.

        Raises:
            PhotoError: It can't be rendered.
        """
        content = self.store.contents(job)[_address(job)]
        return File.generated(config, file.src_uri, content=content, inclusion=file.inclusion)

    def promised(self, file: File, config: MkDocsConfig) -> File:
        """The same for a preview."""
        return Promised.generated(config, file.src_uri, content=b"", inclusion=file.inclusion)


class Promised(File):
    """A picture that MkDocs knows for its links only: a browser's request has it drawn."""

    def copy_file(self, dirty: bool = False) -> None:
        """Put no empty file in its place."""


def relinked(html: str, page: str, moved: Mapping[str, str]) -> str:
    """HTML typed by hand leads to the renditions, too; MkDocs follows only Markdown.

    Args:
        html: Content of a page.
        page: Its address.
        moved: Old address -> new address.
    """

    def link(found: re.Match[str]) -> str:
        typed = unescape(found[2] if found[2] is not None else found[3])
        new = moved.get(posixpath.normpath(posixpath.join("/", page, unquote(typed)))[1:])
        return f'{found[1]}"{escape(addresses.relative(new, page))}"' if new else found[0]

    return _LINK.sub(link, html) if moved else html


def _is_picture(file: File, config: MkDocsConfig, *, preview: bool) -> bool:
    inside = file.src_dir == config.docs_dir and is_shown(file, preview=preview)
    return inside and is_photo_name(posixpath.basename(file.src_uri))


def _address(job: Job) -> str:
    """Of the largest rendition, which stands for the picture."""
    return job.picture.renditions[-1].address
