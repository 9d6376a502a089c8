"""A finished page of ours inside MkDocs: it reads nothing and converts nothing."""

from __future__ import annotations

import posixpath
from datetime import datetime
from html import escape
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from bantin.content.settings import Settings
from bantin.model import Bulletin
from bantin.pages.draft import PageDraft

CONTENT: Final = "page_content"
"""Id of the element that holds the page in ``theme/material/main.html``; no slug has a "_"."""


class DraftPage(Page):
    """A PageDraft with its HTML, as MkDocs' Page.

    What MkDocs and Material print of it is escaped here; our own templates take the plain
    texts from ``draft``.
    """

    def __init__(self, draft: PageDraft, html: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.draft = draft
        self.title = escape(draft.title)
        self.html = html
        self.meta = {"lang": draft.lang}
        if not draft.searchable:
            self.meta["search"] = {"exclude": True}

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read: the edition has read it."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to convert: ``markup`` has done it."""
        self.content = self.html
        self.toc = contents(self.draft)


def contents(draft: PageDraft) -> TableOfContents:
    """The page's headings, before them the page itself: there Material's skip link leads."""
    return TableOfContents(
        [
            AnchorLink(escape(draft.title), CONTENT, 1),
            *(AnchorLink(escape(one.text), one.id, one.level) for one in draft.headings),
        ]
    )


def address_of(file: File) -> str:
    """The site path of a page of MkDocs."""
    return file.dest_uri.removesuffix("index.html")


def source_uri(draft: PageDraft) -> str:
    """The path under which links of docs/ and ``nav`` find the page.

    ``news/2026/a.md`` for a bulletin, ``news/index.md`` for a list.
    """
    if draft.source:
        return draft.address.rstrip("/") + ".md"
    return draft.address + "index.md"


def mounted(draft: PageDraft, html: str, config: MkDocsConfig, *, edit: str = "") -> DraftPage:
    """The page with its virtual file, outside the nav.

    Args:
        draft: The page.
        html: Its content.
        config: MkDocs' settings.
        edit: Path of its source from docs_dir, for the edit link; empty for none.
    """
    file = File.generated(
        config, source_uri(draft), content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    file.edit_uri = edit or None
    file.dest_uri = draft.address + "index.html"  # before .url is read for the first time
    return DraftPage(draft, html, file, config)


def edit_uri(draft: PageDraft, settings: Settings) -> str:
    """Where the bulletin's source lies, seen from docs_dir."""
    return posixpath.relpath(draft.source, settings.docs_dir) if draft.source else ""


def last_change(bulletin: Bulletin, now: datetime) -> str:
    """The day on which readers last saw something new, as the sitemap tells it."""
    zone = bulletin.published.tzinfo
    moments = [bulletin.published, bulletin.embargo or bulletin.published]
    days = [moment.astimezone(zone).date() for moment in moments]
    days += [correction.date for correction in bulletin.corrections]
    return min(max(days), now.astimezone(zone).date()).isoformat()
