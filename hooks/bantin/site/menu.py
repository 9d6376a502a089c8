"""MkDocs' navigation as our menu, its titles as plain text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from html import unescape
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

from bantin import addresses
from bantin.content.enginelists import CALLED, PAGE
from bantin.edition import Heading
from bantin.errors import Location, Problem, warning
from bantin.pages.shell import MenuEntry
from bantin.site.documents import is_shown

_BULLETIN: Final = re.compile(r"news/(?:en/)?\d{4}/")
"""There are too many of them to guess among."""


def plain_title(page: Page) -> str:
    """The title of a page under docs/ as plain text.

    MkDocs gives three sorts under one name: from front matter it is text, from a heading it is
    HTML (entities, no tags), from the navigation it is text. Only the first can be told apart;
    from the others tags are taken and entities undone.
    """
    if page.meta.get("title"):
        return str(page.meta["title"])
    return unescape(re.sub("<[^>]*>", "", str(page.title or "")))


def entries(items: Any, titles: Mapping[str, str], *, preview: bool) -> tuple[MenuEntry, ...]:
    """The lines of ``nav`` that this build shows; sections hold theirs.

    Args:
        items: Of MkDocs' navigation.
        titles: What ``nav`` calls its pages (``titles_of``).
        preview: With pages that are not published.
    """
    found = (_entry(item, titles, preview=preview) for item in items)
    return tuple(entry for entry in found if entry is not None)


def _entry(
    item: Section | Page | Link, titles: Mapping[str, str], *, preview: bool
) -> MenuEntry | None:
    if isinstance(item, Section):
        inner = entries(item.children, titles, preview=preview)
        return MenuEntry(item.title, entries=inner) if inner else None
    if isinstance(item, Page):
        if not is_shown(item.file, preview=preview):
            return None
        title = titles.get(item.file.src_uri) or plain_title(item)
        return MenuEntry(title, unquote(item.url).removeprefix("./"))
    if PAGE.fullmatch(item.url):
        return None  # there is no such page
    if urlsplit(item.url).scheme or item.url.startswith(("/", "#")):
        return MenuEntry(item.title, url=item.url)
    return MenuEntry(item.title, item.url)  # a file of the site, seen from its top


def titles_of(nav: Any) -> dict[str, str]:
    """Source path -> title, for the pages that ``nav`` of mkdocs.yml names itself.

    MkDocs forgets it for a page that was there before its navigation, as ours are.
    """
    found: dict[str, str] = {}
    for item in nav if isinstance(nav, list) else []:
        for title, inner in item.items() if isinstance(item, dict) else ():
            if isinstance(inner, str):
                found[inner] = title
            else:
                found |= titles_of(inner)
    return found


def missing(
    menu: Iterable[tuple[str, Location]],
    made: Collection[str],
    there: Collection[str],
    told: Collection[Location],
) -> Iterator[Problem]:
    """Lines of ``nav`` that lead to no page; MkDocs says so without the line.

    A list in English is there with the first English bulletin; until then the menu leaves it
    out, and nothing is to be done.

    Args:
        menu: Source paths with their places; what lies elsewhere is left alone.
        made: Source paths as the pages have them that we make.
        there: The same of all other pages.
        told: Places of which more is said elsewhere.
    """
    pages = {*made, *there}
    lists = [name for name in pages if not _BULLETIN.match(name)]
    early = f"{addresses.index('en')}index.md" not in pages
    for path, at in menu:
        name = posixpath.normpath(path)
        if not PAGE.fullmatch(path) or name in pages or at in told:
            continue
        english = name.startswith(addresses.ENGLISH)
        if early and english and name.removeprefix(addresses.ENGLISH) in made:
            continue
        alike = [one for one in lists if one.startswith(addresses.ENGLISH) == english]
        near = get_close_matches(name, alike, n=1, cutoff=0.75)
        if near:
            yield warning("nav-missing-near", at, path=path, near=near[0])
        else:
            yield warning(
                "nav-not-yet" if CALLED.fullmatch(name) else "nav-missing", at, path=path
            )


def headings(entries: Any) -> Iterator[Heading]:
    """The headings below the page's title, from MkDocs' table of contents."""
    for entry in entries:
        if entry.level > 1:
            yield Heading(entry.level, entry.id, unescape(re.sub("<[^>]*>", "", entry.title)))
        yield from headings(entry.children)
