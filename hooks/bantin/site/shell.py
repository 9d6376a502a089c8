"""The shell of each page, from what MkDocs knows: navigation, addresses, the engine's files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from bantin import addresses, newsroom, theme
from bantin.edition import Edition, Heading
from bantin.locale import LANGUAGES, text
from bantin.pages.draft import PageDraft, Translation
from bantin.pages.identity import identity
from bantin.pages.shell import Frame, MenuEntry, Shell, default_menu, in_language, language_of
from bantin.theme.assets import assets
from bantin.theme.shell import ShellRenderer

ENGINE: Final = {
    "main": "assets/stylesheets/main.*.min.css",
    "palette": "assets/stylesheets/palette.*.min.css",
    "script": "assets/javascripts/bundle.*.min.js",
    "worker": "assets/javascripts/workers/search.*.min.js",
}
"""Files of Material's that its search and the text of docs/ need."""


@dataclass(frozen=True)
class Engine:
    """Addresses of what Material brings along."""

    stylesheet: str
    """Ours, of two lines: it puts Material's into a cascade layer, below everything."""
    script: str
    worker: str
    layers: bytes
    """Content of ``stylesheet``."""


def engine(config: MkDocsConfig) -> Engine:
    """Find Material's files among the folders of the theme."""
    found = {name: _first(config, pattern) for name, pattern in ENGINE.items()}
    layers = "".join(
        f'@import url("{found[name].removeprefix("assets/")}") layer(material);\n'
        for name in ("main", "palette")
    ).encode()
    key = hashlib.sha256(layers).hexdigest()[:12]
    stylesheet = f"assets/material.{key}.css"
    return Engine(stylesheet, found["script"], found["worker"], layers)


def _first(config: MkDocsConfig, pattern: str) -> str:
    for folder in map(Path, config.theme.dirs):
        for file in sorted(folder.glob(pattern)):
            return file.relative_to(folder).as_posix()
    raise FileNotFoundError(pattern)


class Surroundings:
    """The shells of one build, and the files that they ask for."""

    def __init__(self, edition: Edition, config: MkDocsConfig, *, preview: bool) -> None:
        settings = edition.settings
        found = assets(newsroom.texts(settings), preview=preview)
        signs = edition.signs or theme.mark()
        self._config = config
        self._engine = engine(config)
        self._identities = {lang: identity(settings, lang, signs) for lang in LANGUAGES}
        self._shown = {bulletin.lang for bulletin in edition.bulletins}
        self._frames: dict[str, Frame] = {}
        policy = ""  # LEAD: headers.meta_policy()
        search = {"search", "material/search"} & set(config.plugins)
        self._renderer = ShellRenderer(settings, found, policy=policy, search=bool(search))
        self._search = bool(search)
        self.files: Mapping[str, bytes] = {
            **found.files,
            **signs.files,
            self._engine.stylesheet: self._engine.layers,
        }
        """Address -> content, to be published."""

    def around_draft(
        self, draft: PageDraft, nav: Navigation, page: Page | None, content: str
    ) -> dict[str, object]:
        """What ``base.html`` prints around a page of ours.

        Args:
            draft: The page.
            nav: MkDocs' navigation.
            page: As MkDocs knows it; None for the 404 page.
            content: Of the 404 page; empty for the others, which MkDocs has.
        """
        return self._around(self._of_draft(draft, nav, page), document=False, content=content)

    def around_document(self, page: Page, nav: Navigation) -> dict[str, object]:
        """The same for a page under docs/, whose text is drawn in Material's style."""
        return self._around(self._of_document(page, nav), document=True)

    def _around(self, shell: Shell, *, document: bool, content: str = "") -> dict[str, object]:
        return {
            **self._renderer.render(shell)._asdict(),
            "lang": shell.frame.lang,
            "title": escape(shell.title),
            "document": document,
            "content": content,
            "engine": self._engine,
            "search": self._search,
            "edit_url": shell.edit_url,
            "words": _words(shell.frame.lang),
        }

    def _of_draft(self, draft: PageDraft, nav: Navigation, page: Page | None) -> Shell:
        """The shell of a page of ours."""
        site = self._config.site_url or ""
        return Shell(
            frame=self._frame(draft.lang, nav),
            address=draft.address,
            title=draft.title,
            summary=draft.summary,
            canonical=urljoin(site, draft.address) if site and page else "",
            cover_url=urljoin(site, draft.cover) if draft.cover and site else "",
            article=bool(draft.source),
            previous=draft.previous,
            next=draft.next,
            translation=draft.translation,
            edit_url=(page and page.edit_url) or "",
            scripts=draft.scripts,
        )

    def _of_document(self, page: Page, nav: Navigation) -> Shell:
        """The shell of a page under docs/."""
        address = unquote(page.url)
        return Shell(
            frame=self._frame(language_of(address), nav),
            address=address,
            title=plain_title(page) or self._config.site_name,
            summary=str(page.meta.get("description") or self._config.site_description or ""),
            canonical=page.canonical_url or "",
            edit_url=page.edit_url or "",
            headings=tuple(_headings(page.toc)),
        )

    def _frame(self, lang: str, nav: Navigation) -> Frame:
        """Made once a language, when every page has its title."""
        if lang not in self._frames:
            menu = in_language(_entries(nav.items), lang) or default_menu(lang)
            other = next(one for one in LANGUAGES if one != lang)
            first = Translation(text(f"language_{other}", other), addresses.home(other), other)
            self._frames[lang] = Frame(
                lang=lang,
                site_name=self._config.site_name,
                menu=menu,
                identity=self._identities[lang],
                other=first if other in self._shown else None,
                copyright=str(self._config.copyright or ""),
            )
        return self._frames[lang]


def plain_title(page: Page) -> str:
    """The title of a page under docs/ as plain text.

    MkDocs gives three sorts under one name: from front matter it is text, from a heading it is
    HTML (entities, no tags), from the navigation it is text. Only the first can be told apart;
    from the others tags are taken and entities undone.
    """
    if page.meta.get("title"):
        return str(page.meta["title"])
    return unescape(re.sub("<[^>]*>", "", str(page.title or "")))


def _entries(items: Any) -> tuple[MenuEntry, ...]:
    return tuple(_entry(item) for item in items)


def _entry(item: Section | Page | Link) -> MenuEntry:
    if isinstance(item, Section):
        return MenuEntry(item.title, entries=_entries(item.children))
    if isinstance(item, Page):
        return MenuEntry(plain_title(item), unquote(item.url).removeprefix("./"))
    return MenuEntry(item.title, url=item.url)


def _headings(entries: Any) -> Iterator[Heading]:
    """Below the page's title, with those inside them."""
    for entry in entries:
        if entry.level > 1:
            yield Heading(entry.level, entry.id, unescape(re.sub("<[^>]*>", "", entry.title)))
        yield from _headings(entry.children)


def _words(lang: str) -> Mapping[str, str]:
    """Words for Material's templates: escaped, because they print them as they are."""
    return {
        "search": text("search", lang),
        "close": text("close", lang),
        "search.result.initializer": text("search_begins", lang),
        "search.placeholder": text("search_hint", lang),
    }
