"""One build inside MkDocs: read, report, mount, and swap the finished site in."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from bantin import newsroom, theme
from bantin.edition import albums
from bantin.edition.delivery import attach, deliver
from bantin.edition.rendering import jobs
from bantin.errors import BulletinError, Severity
from bantin.pages import drafts_of, shelf, subjects
from bantin.photos.ondemand import OnDemand
from bantin.publish import compress, gate, headers, images
from bantin.publish.failure import PublishError, is_about
from bantin.publish.failure import failure as publish_failure
from bantin.publish.staging import Staging, forget, leave
from bantin.search.documents import Library, SitePage
from bantin.site import redirects, searching
from bantin.site.docpages import DocPages
from bantin.site.menu import missing
from bantin.site.ownpages import OwnPages
from bantin.site.report import Quiet, Reporter, WarningCount
from bantin.site.searching import SearchOnDemand
from bantin.site.settings import read_settings, writers_folders
from bantin.site.shell import Surroundings
from bantin.theme.render import Renderer


class Build:
    """One build or one rebuild of a preview.

    Args:
        config: MkDocs' settings.
        preview: Show what is not public, too, and render no photo.
        last: The one before, of which nothing is left over but the store and the index of the
            preview: browsers may be asking for something of them.
    """

    def __init__(
        self, config: MkDocsConfig, *, preview: bool, last: Build | None = None
    ) -> None:
        self.preview = preview
        self.reporter = Reporter()
        self.counter = WarningCount()
        self.target = Path(config.site_dir)
        self.settings_file = Path(config.config_file_path or "mkdocs.yml")
        self.settings = read_settings(self.settings_file, config, preview=preview)
        self.site = self.settings.settings
        self.renderer = Renderer(self.site)
        self.outputs = newsroom.outputs(self.site, self.target, images.fingerprint())
        first = newsroom.on_demand(self.site) if preview else None
        self.on_demand: OnDemand | None = last.on_demand if last else first
        self.store = self.on_demand or newsroom.renditions(self.site)
        index = SearchOnDemand(newsroom.texts(self.site)) if preview else None
        self.search_on_demand: SearchOnDemand | None = last.search_on_demand if last else index
        self.searched: list[SitePage] = []
        self.opened = ExitStack()

    def configure(self, config: MkDocsConfig) -> None:
        """Build into a folder beside the site folder, watch the writers', show our theme."""
        if not config.use_directory_urls:
            raise self.reporter.abort("directory_urls")
        elsewhere = [one for one in self.settings.problems if one.code == "theme-other"]
        if elsewhere:
            raise self.reporter.stop(*elsewhere)
        try:
            self.staging = self.opened.enter_context(Staging.open(self.target))
            if self.preview:
                self.staging.settle = leave
            else:
                self.staging.salvage = self.outputs.salvage
        except PublishError as reason:
            raise self.reporter.stop(reason.problem) from reason
        if not self.preview:
            self.opened.callback(self.store.close)
        self.opened.enter_context(self.counter)
        self.opened.enter_context(Quiet(path for path, _ in self.site.menu))
        searching.switch_off_others(config)
        config.site_dir = str(self.staging.folder)
        config.watch += [
            str(folder) for folder in writers_folders(self.site) if folder.is_dir()
        ]
        first = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(first, str(theme.material_dir()))

    def mount(self, files: Files, config: MkDocsConfig) -> None:
        """Read and check the newsroom, report, and put every page where MkDocs finds it.

        Raises:
            Abort: There are errors, and this is no preview.
        """
        self.docs = DocPages(files, config, self.site, self.reporter, preview=self.preview)
        docs, progress = self.docs.linkable, self.reporter.progress()
        self.proof = newsroom.proofread(
            self.settings, docs, self.store, progress, preview=self.preview
        )
        looked = shelf(self.proof.edition, self.proof.problems, self.docs.shown)
        found, self.subjects = drafts_of(looked), subjects(looked)
        in_docs = self.docs.problems(found, self.store, self.proof.edition.marked)
        made, there = (
            {f"{one.address}index.md" for one in found},
            {one.src_uri for one in files},
        )
        told = {problem.at for problem in self.proof.problems}
        in_menu = missing(self.site.menu, made, there, told)
        problems = sorted({*self.proof.problems, *in_docs, *in_menu})
        self.reporter.problems(problems)
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        if errors and not self.preview:
            raise self.reporter.abort("build_errors", count=errors)
        self.reporter.later(self.proof.edition.later)
        edition = self.proof.edition
        around = Surroundings(edition, config, self.docs.shown, preview=self.preview)
        self.pages = OwnPages(self.docs, self.renderer, around, preview=self.preview)
        self.pages.mount(found, edition, files, config)

    def shell(self, page: Page, nav: Navigation) -> Mapping[str, object]:
        """What stands around a page, which is finished: it can be looked for from now on."""
        found = searching.found_as(page)
        self.searched += [found] if found else []
        return self.pages.shell(page, nav)

    def publish(self, config: MkDocsConfig) -> None:
        """Put photos and documents in and swap the site; whatever fails leaves the last one.

        Raises:
            Abort: It could not be done, or the build is strict and there were warnings.
        """
        if config.strict and self.counter.count and not self.preview:
            raise self.reporter.abort("build_strict")
        try:
            self.complete()
            self.staging.publish()
            self.settle()
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
        edition = self.proof.edition
        found = list(redirects.write(edition, self.renderer, folder))
        library = Library(edition, self.searched, self.subjects)
        if self.search_on_demand:
            self.reporter.problems(found)
            attach(edition, folder)
            self.search_on_demand.prepare(library)
            return
        progress = self.reporter.progress("index_progress")
        searching.write(library, newsroom.texts(self.site), progress, folder)
        self.delivered = deliver(edition, self.store, folder, self.outputs)
        headers.write(folder, site_url)
        if self.site.precompress:
            compress.write(folder)
        found += gate.problems(folder, site_url, self.delivered.kept.__contains__)
        if found:
            raise self.reporter.stop(*found)

    def settle(self) -> None:
        """The site is there: remember its files; in a preview, let browsers ask for others."""
        if self.on_demand and self.search_on_demand:
            self.search_on_demand.offer()
            edition = self.proof.edition
            photos = [*jobs(edition), *self.docs.pictures]
            self.on_demand.offer(photos, albums.makers(edition, self.store))
        else:
            self.outputs.save(self.delivered)

    def discard(self) -> None:
        """Throw away what was not published; a second time does nothing."""
        self.opened.close()

    def explain(self, failure: Exception) -> None:
        """Put into words what the disk refused while MkDocs was writing.

        Raises:
            Abort: It was that.
        """
        if isinstance(failure, OSError) and is_about(failure, self.target):
            problem = publish_failure(failure, self.target).problem
            raise self.reporter.stop(problem) from failure

    def complain(self, failure: BaseException) -> None:
        """Tell of a rebuild that came to nothing, and what is wrong with mkdocs.yml by now."""
        self.reporter.problems(newsroom.open_settings(self.settings_file).problems)
        self.reporter.failed(f"{failure}".strip() or type(failure).__name__)

    def close(self) -> None:
        """The command ends; of a preview's folder nothing is left beside it, either."""
        self.discard()
        self.store.close()
        if self.preview:
            forget(self.target)
        if isinstance(sys.exc_info()[1], KeyboardInterrupt):  # MkDocs has no event for it
            self.reporter.say("interrupted")
