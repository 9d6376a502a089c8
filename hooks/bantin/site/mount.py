"""One build inside MkDocs: read, report, mount, and swap the finished site in."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from bantin import addresses, newsroom, theme
from bantin.content.settings import SettingsRead
from bantin.edition.delivery import deliver
from bantin.errors import BulletinError, Severity
from bantin.locale import LANGUAGES
from bantin.model import Bulletin
from bantin.pages import drafts, previewbar
from bantin.pages.draft import PageDraft
from bantin.pages.shell import language_of
from bantin.publish import gate, headers
from bantin.publish.failure import FULL, PublishError
from bantin.publish.failure import failure as publish_failure
from bantin.publish.staging import Staging, forget, leave
from bantin.site import redirects
from bantin.site.docpages import DocPages
from bantin.site.documents import is_shown
from bantin.site.page import DraftPage, contents, edit_uri, mounted
from bantin.site.report import Quiet, Reporter, WarningCount
from bantin.site.shell import Surroundings
from bantin.theme.render import Renderer

HOMES = tuple(map(addresses.home, LANGUAGES))


class Build:
    """One build or one rebuild of a preview; nothing is left over from the last one."""

    def __init__(self, config: MkDocsConfig, *, preview: bool) -> None:
        self.preview = preview
        self.reporter = Reporter()
        self.counter = WarningCount()
        self.target = Path(config.site_dir)
        self.settings_file = Path(config.config_file_path or "mkdocs.yml")
        self.settings = read_settings(self.settings_file, config)
        self.site = self.settings.settings
        self.renderer = Renderer(self.site)
        self.outputs = newsroom.outputs(self.site, self.target)
        self.opened = ExitStack()
        self.homes: dict[str, PageDraft] = {}
        self.not_found: PageDraft | None = None

    def configure(self, config: MkDocsConfig) -> None:
        """Build into a folder beside the site folder, watch the writers', show our theme."""
        if not config.use_directory_urls:
            raise self.reporter.abort("directory_urls")
        try:
            self.staging = self.opened.enter_context(Staging.open(self.target))
            if self.preview:
                self.staging.settle = leave
            else:
                self.staging.salvage = self.outputs.salvage
        except PublishError as reason:
            raise self.reporter.stop(reason.problem) from reason
        self.opened.enter_context(self.counter)
        self.opened.enter_context(Quiet())
        config.site_dir = str(self.staging.folder)
        config.watch += [str(folder) for folder in self.wanted_folders() if folder.is_dir()]
        first = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(first, str(theme.material_dir()))

    def wanted_folders(self) -> tuple[Path, ...]:
        """The writers' folders, there or not."""
        root = self.site.root
        return (root / self.site.news_dir, root / self.site.images_dir)

    def mount(self, files: Files, config: MkDocsConfig) -> None:
        """Read and check the newsroom, report, and put every page where MkDocs finds it.

        Raises:
            Abort: There are errors, and this is no preview.
        """
        self.docs = DocPages(files, config, self.site, self.reporter, preview=self.preview)
        self.proof = newsroom.proofread(
            self.settings, self.docs.linkable, self.reporter.progress(), preview=self.preview
        )
        self.opened.callback(self.proof.store.close)
        found = drafts(self.proof.edition, self.proof.problems, self.docs.shown)
        in_docs = self.docs.problems(found, self.proof.store)
        problems = sorted({*self.proof.problems, *in_docs})
        self.reporter.problems(problems)
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        if errors and not self.preview:
            raise self.reporter.abort("build_errors", count=errors)
        self.reporter.later(self.proof.edition.later)
        self.surroundings = Surroundings(self.proof.edition, config, preview=self.preview)
        for address, content in self.surroundings.files.items():
            files.append(File.generated(config, address, content=content))
        self.mount_pages(found, files, config)

    def mount_pages(
        self, found: tuple[PageDraft, ...], files: Files, config: MkDocsConfig
    ) -> None:
        """Every draft as a page; previous and next are pages again."""
        pages: dict[str, DraftPage] = {}
        now = self.proof.edition.now
        first = {address_of(file) for file in files if self.is_first(file)}
        changed = {one.path: _changed(one, now) for one in self.proof.edition.bulletins}
        for draft in found:
            if draft.address == addresses.NOT_FOUND:
                self.not_found = draft
            elif draft.address in first:
                self.homes[draft.address] = draft
            else:
                edit = edit_uri(draft, self.site) if self.preview else ""
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

    def publish(self, config: MkDocsConfig) -> None:
        """Copy the photos in and swap the site; whatever fails leaves the last one.

        Raises:
            Abort: It could not be done, or the build is strict and there were warnings.
        """
        if config.strict and self.counter.count and not self.preview:
            raise self.reporter.abort("build_strict")
        try:
            self.complete()
            self.staging.publish()
            self.outputs.save(self.delivered)
        except (PublishError, BulletinError) as reason:
            raise self.reporter.stop(reason.problem) from reason
        self.discard()
        config.site_dir = str(self.target)
        if not self.preview:
            self.reporter.say("site_at", folder=self.target)

    def complete(self) -> None:
        """Add what MkDocs knows nothing of, and look at the whole once more.

        Raises:
            Abort: This is no preview, and something may not go out.
        """
        folder, site_url = self.staging.folder, self.site.site_url
        self.delivered = deliver(self.proof.edition, self.proof.store, folder, self.outputs)
        found = list(redirects.write(self.proof.edition, self.renderer, folder))
        if self.preview:
            return
        headers.write(folder, site_url)
        found += gate.problems(folder, site_url)
        if found:
            raise self.reporter.stop(*found)

    def discard(self) -> None:
        """Throw away what was not published; a second time does nothing."""
        self.opened.close()

    def explain(self, failure: Exception) -> None:
        """Put into words what the disk refused while MkDocs was writing.

        Raises:
            Abort: It was that.
        """
        if isinstance(failure, OSError) and self.is_ours(failure):
            problem = publish_failure(failure, self.target).problem
            raise self.reporter.stop(problem) from failure

    def is_ours(self, failure: OSError) -> bool:
        """Whether it is about the site: a full disk names no file, a copy names two."""
        named = [str(name) for name in (failure.filename, failure.filename2) if name]
        beside = str(self.target.parent)
        return failure.errno in FULL or any(name.startswith(beside) for name in named)

    def complain(self, failure: BaseException) -> None:
        """Tell of a rebuild that came to nothing, and what is wrong with mkdocs.yml by now."""
        self.reporter.problems(newsroom.open_settings(self.settings_file).problems)
        self.reporter.failed(f"{failure}".strip() or type(failure).__name__)

    def close(self) -> None:
        """The command ends; of a preview's folder nothing is left beside it, either."""
        self.discard()
        if self.preview:
            forget(self.target)


def address_of(file: File) -> str:
    """The site path of a page of MkDocs."""
    return file.dest_uri.removesuffix("index.html")


def _changed(bulletin: Bulletin, now: datetime) -> str:
    """The day on which readers last saw something new, as the sitemap tells it."""
    zone = bulletin.published.tzinfo
    moments = [bulletin.published, bulletin.embargo or bulletin.published]
    days = [moment.astimezone(zone).date() for moment in moments]
    days += [correction.date for correction in bulletin.corrections]
    return min(max(days), now.astimezone(zone).date()).isoformat()


def read_settings(file: Path, config: MkDocsConfig) -> SettingsRead:
    """Ours, with the site's name and address as MkDocs understands them (``!ENV``)."""
    read = newsroom.open_settings(file)
    url = (config.site_url or "").rstrip("/")
    site = replace(read.settings, site_name=config.site_name, site_url=url and f"{url}/")
    return replace(read, settings=site)
