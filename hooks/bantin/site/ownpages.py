"""Our pages in one build: drafts as MkDocs' pages, and what stands around every page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from bantin import addresses
from bantin.edition import Edition
from bantin.locale import LANGUAGES
from bantin.pages import previewbar
from bantin.pages.draft import PageDraft
from bantin.pages.shell import language_of
from bantin.site.docpages import DocPages
from bantin.site.documents import is_shown
from bantin.site.page import DraftPage, address_of, contents, edit_uri, last_change, mounted
from bantin.site.shell import Surroundings
from bantin.theme.render import Renderer

HOMES = tuple(map(addresses.home, LANGUAGES))


class OwnPages:
    """Every draft at its address; docs/index.md with its home page around it.

    Args:
        docs: The pages under docs/.
        renderer: Of the site.
        surroundings: The shells of this build.
        preview: With links that lead to the sources.
    """

    def __init__(
        self, docs: DocPages, renderer: Renderer, surroundings: Surroundings, *, preview: bool
    ) -> None:
        self.docs, self.renderer, self.surroundings = docs, renderer, surroundings
        self.preview = preview
        self.homes: dict[str, PageDraft] = {}
        """First pages for which docs/ has a text, by address."""
        self.not_found: PageDraft | None = None

    def mount(
        self, found: tuple[PageDraft, ...], edition: Edition, files: Files, config: MkDocsConfig
    ) -> None:
        """Every draft as a page; previous and next are pages again."""
        for address, content in self.surroundings.files.items():
            files.append(File.generated(config, address, content=content))
        pages: dict[str, DraftPage] = {}
        first = {address_of(file) for file in files if self.is_first(file)}
        changed = {one.path: last_change(one, edition.now) for one in edition.bulletins}
        for draft in found:
            if draft.address == addresses.NOT_FOUND:
                self.not_found = draft
            elif draft.address in first:
                self.homes[draft.address] = draft
            else:
                edit = edit_uri(draft, edition.settings) if self.preview else ""
                html = self.renderer.render(draft)
                page = pages[draft.address] = mounted(draft, html, config, edit=edit)
                page.update_date = changed.get(draft.source, page.update_date)
                files.append(page.file)
        for page in pages.values():
            page.previous_page = pages.get(page.draft.previous)
            page.next_page = pages.get(page.draft.next)

    def content(self, html: str, page: Page) -> str:
        """The content of a page under docs/; docs/index.md has its home page around it."""
        if isinstance(page, DraftPage):
            return html
        lang = language_of(page.url)
        card = partial(self.renderer.hospital, self.surroundings.identities[lang], lang)
        html = self.docs.filled(html, page, card)
        home = self.draft_of(page)
        if home is None:
            return html
        page.edit_url = page.edit_url if self.preview else None
        page.toc = contents(home)
        page.meta["search"] = {"exclude": True}  # its bulletins are found as themselves
        return self.renderer.render(home, intro=html)

    def is_first(self, file: File) -> bool:
        """Whether it becomes a first page: docs/index.md, docs/en/index.md, if shown."""
        first = file.is_documentation_page() and address_of(file) in HOMES
        return first and is_shown(file, preview=self.preview)

    def draft_of(self, page: Page) -> PageDraft | None:
        """The draft behind a page; None for the others under docs/."""
        if isinstance(page, DraftPage):
            return page.draft
        return self.homes.get(address_of(page.file)) if self.is_first(page.file) else None

    def shell(self, page: Page | None, nav: Navigation) -> Mapping[str, object]:
        """What ``base.html`` prints around a page; None stands for the 404 page."""
        draft = self.not_found if page is None else self.draft_of(page)
        if draft is not None:
            content = "" if page else self.renderer.render(draft)
            return self.surroundings.around_draft(draft, nav, page, content)
        assert page is not None
        kept_back = not page.file.inclusion.is_included()
        bar = previewbar.document(kept_back, self.docs.shown) if self.preview else None
        return self.surroundings.around_document(page, nav, bar)
