"""docs/ through our doors: its pictures are renditions too, its bytes are UTF-8 or refused."""

from __future__ import annotations

import posixpath
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from bantin.content.source import decode
from bantin.edition.pictures import Pictures
from bantin.errors import BulletinError, Location, Problem
from bantin.photos.door import PhotoError
from bantin.photos.kinds import is_photo_name
from bantin.photos.store import Job, Store
from bantin.site.report import Reporter


def published(files: Files, docs_dir: str, *, preview: bool) -> tuple[str, ...]:
    """Pages under docs/ that this build shows, by their path from there."""
    return tuple(
        file.src_uri
        for file in files.documentation_pages()
        if file.src_dir == docs_dir
        and (file.inclusion.is_in_serve() if preview else file.inclusion.is_included())
    )


def replace_pictures(
    files: Files, config: MkDocsConfig, pictures: Pictures, store: Store
) -> tuple[Problem, ...]:
    """Put a rendition in the place of every picture under docs/.

    A page goes on linking to ``photo.jpg``; what is published is drawn on a fresh canvas, under
    the rendition's name. What can't be drawn is taken out and reported.
    """
    folder = posixpath.basename(Path(config.docs_dir).as_posix())
    problems: list[Problem] = []
    for file in [file for file in files if _is_picture(file, config)]:
        name = f"{folder}/{file.src_uri}"
        at = Location(name)
        files.remove(file)
        picture = pictures.picture(
            Path(file.abs_src_path or ""), name, posixpath.dirname(file.src_uri), at
        )
        if picture is None:
            continue
        largest = picture.renditions[-1]
        try:
            job = Job(picture, pictures.sources[name])
            content = store.contents(job)[largest.address]
        except PhotoError as failed:
            problems.append(failed.problem(at))
            continue
        drawn = File.generated(config, file.src_uri, content=content, inclusion=file.inclusion)
        drawn.dest_uri = largest.address
        files.append(drawn)
    return (*problems, *pictures.problems)


def _is_picture(file: File, config: MkDocsConfig) -> bool:
    inside = file.src_dir == config.docs_dir
    return inside and is_photo_name(posixpath.basename(file.src_uri))


def source_of(page: Page, reporter: Reporter, *, preview: bool) -> str | None:
    """The text of a page under docs/; None for pages that MkDocs reads by itself.

    MkDocs stops with a traceback at bytes that are not UTF-8, and a preview hangs. Here a build
    stops with the line, and a preview shows the message in the page's place.

    Raises:
        Abort: In a build, when the page can't be read.
    """
    if page.file.src_dir is None:
        return None
    name = f"docs/{page.file.src_uri}"
    try:
        return decode(name, page.file.content_bytes).text
    except BulletinError as reason:
        reporter.problems([reason.problem])
        if not preview:
            raise Abort(reporter.sentence("build_errors", count=1)) from reason
        worded = reporter.worded(reason.problem)
        return f"# {name}\n\n    " + worded.replace("\n", "\n    ") + "\n"
