"""One build inside MkDocs: read, report, mount, and swap the finished site in."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from bantin import addresses, newsroom, theme
from bantin.edition.pictures import Pictures
from bantin.edition.rendering import deliver
from bantin.errors import BulletinError, Problem
from bantin.pages import drafts
from bantin.pages.draft import PageDraft
from bantin.photos import render
from bantin.publish.failure import PublishError
from bantin.publish.staging import Staging
from bantin.site import documents
from bantin.site.page import DraftPage, edit_uri, mounted
from bantin.site.report import Reporter
from bantin.theme.render import Renderer


class WarningCount(logging.Handler):
    """Counts what a strict build must not have; MkDocs counts too, but tells nobody."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """One more."""
        self.count += 1


class Build:
    """One build or one rebuild of a preview; nothing is left over from the last one."""

    def __init__(self, config: MkDocsConfig, *, preview: bool) -> None:
        self.preview = preview
        self.reporter = Reporter()
        self.target = Path(config.site_dir)
        self.settings = newsroom.open_settings(Path(config.config_file_path or "mkdocs.yml"))
        self.site = self.settings.settings
        self.renderer = Renderer(self.site)
        self.home: PageDraft | None = None
        self.not_found: PageDraft | None = None
        self.proof: newsroom.Proof | None = None
        self.counter = WarningCount()
        self.staging = self.open_staging()
        logging.getLogger("mkdocs").addHandler(self.counter)

    def open_staging(self) -> Staging:
        """A folder beside the site folder, where everything is built."""
        try:
            return Staging.open(self.target)
        except PublishError as reason:
            self.reporter.problems([reason.problem])
            raise Abort(self.reporter.sentence("build_stopped")) from reason

    def configure(self, config: MkDocsConfig) -> None:
        """Build into the staging folder, watch the writers' folders, show our theme."""
        config.site_dir = str(self.staging.folder)
        root = self.site.root
        folders = (root / self.site.news_dir, root / self.site.images_dir)
        config.watch += [str(folder) for folder in folders if folder.is_dir()]
        first = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(first, str(theme.material_dir()))
        config.extra_css += [name for name in theme.assets() if name.endswith(".css")]

    def mount(self, files: Files, config: MkDocsConfig) -> None:
        """Read and check the newsroom, report, and put every page where MkDocs finds it."""
        shown = documents.published(files, config.docs_dir, preview=self.preview)
        progress = self.reporter.progress()
        proof = newsroom.proofread(self.settings, shown, progress, preview=self.preview)
        self.proof = proof
        self.reporter.problems(proof.problems)
        self.reporter.problems(self.pictures_of_docs(files, config, proof))
        if self.errors and not self.preview:
            raise Abort(self.reporter.sentence("build_errors", count=self.errors))
        self.reporter.later(proof.edition.later)
        for address, file in theme.assets().items():
            files.append(File.generated(config, address, abs_src_path=str(file)))
        self.mount_pages(drafts(proof.edition, proof.problems), files, config)

    def pictures_of_docs(
        self, files: Files, config: MkDocsConfig, proof: newsroom.Proof
    ) -> tuple[Problem, ...]:
        """Renditions in the place of the pictures under docs/."""
        freshness = newsroom.freshness(self.site)
        pictures = Pictures(freshness.digest, render.codecs())
        found = documents.replace_pictures(files, config, pictures, proof.store)
        freshness.save()
        self.errors = proof.errors + len(found)
        return found

    def mount_pages(
        self, found: tuple[PageDraft, ...], files: Files, config: MkDocsConfig
    ) -> None:
        """Every draft as a page; previous and next are pages again."""
        pages: dict[str, DraftPage] = {}
        for draft in found:
            if draft.address == addresses.NOT_FOUND:
                self.not_found = draft
            elif draft.address == addresses.HOME and files.get_file_from_path("index.md"):
                self.home = draft
            else:
                edit = edit_uri(draft, self.site) if self.preview else ""
                html = self.renderer.render(draft)
                pages[draft.address] = mounted(draft, html, config, edit=edit)
                files.append(pages[draft.address].file)
        for page in pages.values():
            page.previous_page = pages.get(page.draft.previous)
            page.next_page = pages.get(page.draft.next)

    def home_content(self, html: str, page: Page) -> str:
        """The home page's content around the text of docs/index.md."""
        if self.home is None or page.file.src_uri != "index.md":
            return html
        return self.renderer.render(self.home, intro=html)

    def draft_of(self, page: Page) -> PageDraft | None:
        """The draft behind a page; None for the others under docs/."""
        if isinstance(page, DraftPage):
            return page.draft
        return self.home if page.file.src_uri == "index.md" else None

    def shell(self, draft: PageDraft, config: MkDocsConfig) -> Mapping[str, object]:
        """What the shell's templates print of a page of ours; they escape it."""
        image = urljoin(config.site_url or "", draft.image) if draft.image else ""
        return {
            "title": draft.title,
            "lang": draft.lang,
            "summary": draft.summary,
            "image_url": image,
            "site_name": config.site_name,
            "article": bool(draft.source),
            "content": "",
        }

    def not_found_shell(self, config: MkDocsConfig) -> Mapping[str, object] | None:
        """The same for the 404 page, with its content: MkDocs has no page for it."""
        if self.not_found is None:
            return None
        html = self.renderer.render(self.not_found)
        return {**self.shell(self.not_found, config), "content": html}

    def publish(self, config: MkDocsConfig) -> None:
        """Copy the photos in and swap the site; whatever fails leaves the last one."""
        if self.proof is None:
            return
        if config.strict and (self.counter.count or self.proof.warnings):
            self.finish(config)
            raise Abort(self.reporter.sentence("build_strict"))
        try:
            deliver(self.proof.edition, self.proof.store, self.staging.folder)
            self.staging.publish()
        except (PublishError, BulletinError) as reason:
            self.reporter.problems([reason.problem])
            raise Abort(self.reporter.sentence("build_stopped")) from reason
        self.finish(config)

    def finish(self, config: MkDocsConfig) -> None:
        """Let go of the staging folder; MkDocs sees the site folder again."""
        self.discard()
        config.site_dir = str(self.target)

    def discard(self) -> None:
        """Throw away what was not published."""
        logging.getLogger("mkdocs").removeHandler(self.counter)
        self.staging.discard()
