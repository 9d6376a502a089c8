"""docs/ through our doors: its pictures are renditions too, its text is sound or refused."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_theme_dir

from bantin import addresses, newsroom
from bantin.content.frontmatter import Mapping, Node, parse
from bantin.content.keys import KEYS
from bantin.content.source import decode
from bantin.errors import BulletinError, Location, Problem, error, warning
from bantin.locale import DEFAULT, LANGUAGES
from bantin.pages.draft import PageDraft
from bantin.photos.kinds import is_photo_name

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
"""As MkDocs finds it; it swallows what is no YAML and prints it on the page."""
_DOCUMENTS: Final = (".pdf", ".docx", ".xlsx", ".woff2", ".woff", ".ttf", ".otf")
_FOR_HOSTS: Final = ("CNAME", "robots.txt", "security.txt", "_headers", "_redirects")


def folder_of(config: MkDocsConfig) -> str:
    """docs/ as its authors know it: from the site's root."""
    root = Path(config.config_file_path or ".").absolute().parent
    docs = Path(config.docs_dir)
    return docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.name


def texts(files: Files, config: MkDocsConfig, *, preview: bool) -> dict[str, str | Problem]:
    """Pages under docs/ that this build shows, by their path from there.

    Each is its text, or what is wrong with it: not UTF-8, where MkDocs ends with a traceback,
    or front matter that is no YAML.
    """
    folder = folder_of(config)
    return {
        file.src_uri: _text(f"{folder}/{file.src_uri}", file)
        for file in files.documentation_pages()
        if file.src_dir == config.docs_dir and is_shown(file, preview=preview)
    }


def linkable(files: Files, config: MkDocsConfig, *, preview: bool) -> tuple[str, ...]:
    """Documents under docs/ that this build shows, by their path from there."""
    return tuple(
        file.src_uri
        for file in files
        if file.src_dir == config.docs_dir
        and file.src_uri.endswith(newsroom.DOCUMENTS[1:])
        and is_shown(file, preview=preview)
    )


def clashes(drafts: Iterable[PageDraft], shown: Iterable[str], docs: str) -> Iterator[Problem]:
    """Pages under docs/ where a list of ours is; an index.md stands in its home.

    What lies below the search is served as its files are, and kept as long.
    """
    homes = tuple(map(addresses.home, LANGUAGES))
    ours = {one.address for one in drafts if not one.source and one.address not in homes}
    for name in shown:
        address = addresses.document(name).casefold()
        if address in ours or address.startswith(addresses.search(DEFAULT)):
            yield error("address-of-list", Location(f"{docs}/{name}"), address=address)


def take_out_strays(files: Files, config: MkDocsConfig, *, preview: bool) -> Iterator[Problem]:
    """Leave what only lies under docs/ where it is; what is published is meant to be.

    Pages, pictures and documents go out, and what mkdocs.yml names or a web host asks for. Of
    the theme stay away its source maps, which are for its developers, and its scripts, which no
    page of ours loads.
    """
    named = {*config.extra_css, *(str(script) for script in config.extra_javascript)}
    docs = Path(os.path.realpath(config.docs_dir))
    folder, theirs = folder_of(config), get_theme_dir("material")
    for file in list(files):
        if file.src_dir != config.docs_dir:
            if file.src_uri.endswith(".map") or _is_idle(file, named, theirs):
                files.remove(file)
        elif not Path(os.path.realpath(file.abs_src_path or "")).is_relative_to(docs):
            files.remove(file)
            yield error("file-not-plain", Location(f"{folder}/{file.src_uri}"))
        elif not _is_declared(file, named):
            files.remove(file)
            if is_shown(file, preview=preview):
                yield warning("docs-file-stray", Location(f"{folder}/{file.src_uri}"))


def is_shown(file: File, *, preview: bool) -> bool:
    """Whether this build has a place for the file."""
    return bool(file.inclusion.is_in_serve() if preview else file.inclusion.is_included())


def _is_idle(file: File, named: set[str], theirs: str) -> bool:
    """Whether it is a script of Material's (its folder: ``theirs``) for which nobody asks."""
    script = file.src_dir == theirs and file.src_uri.startswith("assets/javascripts/")
    return script and file.src_uri not in named


def _is_declared(file: File, named: set[str]) -> bool:
    name = posixpath.basename(file.src_uri)
    suffix = posixpath.splitext(name)[1].lower()
    page = file.is_documentation_page() or is_photo_name(name)
    return page or suffix in _DOCUMENTS or name in _FOR_HOSTS or file.src_uri in named


def _text(name: str, file: File) -> str | Problem:
    try:
        text = decode(name, file.content_bytes).text
        matter = _FRONT_MATTER.match(text)
        if matter:
            return _guarded(name, parse(name, matter[1], 2, tags=True)) or text
    except BulletinError as reason:
        return reason.problem
    except OSError:
        return error("file-no-access", Location(name))
    return text


def _guarded(name: str, matter: Node) -> Problem | None:
    """A key that hides a bulletin and does nothing for a page: somebody relies on it."""
    pairs = matter.pairs if isinstance(matter, Mapping) else ()
    keys = {key.name for key in KEYS if key.guards}
    found = next((key for key, _ in pairs if key.text in keys), None)
    return error("docs-guard", found.at, key=found.text) if found else None
