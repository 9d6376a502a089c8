"""MkDocs' navigation as our menu, its titles as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import unquote

from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

from bantin.edition import Heading
from bantin.pages.shell import MenuEntry


def plain_title(page: Page) -> str:
    """The title of a page under docs/ as plain text.

    MkDocs gives three sorts under one name: from front matter it is text, from a heading it is
    HTML (entities, no tags), from the navigation it is text. Only the first can be told apart;
    from the others tags are taken and entities undone.
    """
    if page.meta.get("title"):
        return str(page.meta["title"])
    return unescape(re.sub("<[^>]*>", "", str(page.title or "")))


def entries(items: Any) -> tuple[MenuEntry, ...]:
    """The lines of ``nav``; sections hold theirs."""
    return tuple(_entry(item) for item in items)


def _entry(item: Section | Page | Link) -> MenuEntry:
    if isinstance(item, Section):
        return MenuEntry(item.title, entries=entries(item.children))
    if isinstance(item, Page):
        return MenuEntry(plain_title(item), unquote(item.url).removeprefix("./"))
    return MenuEntry(item.title, url=item.url)


def headings(entries: Any) -> Iterator[Heading]:
    """The headings below the page's title, from MkDocs' table of contents."""
    for entry in entries:
        if entry.level > 1:
            yield Heading(entry.level, entry.id, unescape(re.sub("<[^>]*>", "", entry.title)))
        yield from headings(entry.children)
