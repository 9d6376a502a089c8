"""The MkDocs events. Each hands over in a few lines and decides nothing."""

from __future__ import annotations

from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from bantin.preview.guard import guard
from bantin.site.mount import Build
from bantin.site.settings import BantinConfig

LAST = float("-inf")
"""After every other plugin: whoever fails must do so before the site is swapped in."""


class BantinPlugin(BasePlugin[BantinConfig]):
    """Turns news/ and images/ into the pages of the site."""

    build: Build
    preview = False

    def on_startup(
        self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool
    ) -> None:
        """Tell a preview from a build; MkDocs keeps this object across rebuilds."""
        self.preview = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Begin anew."""
        last = getattr(self, "build", None)
        self.build = Build(config, preview=self.preview, last=last)
        self.build.configure(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Read and check the newsroom once, report, mount."""
        self.build.mount(files, config)

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Read docs/ as strictly as news/."""
        return self.build.docs.source_of(page)

    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Put the home page around the text of docs/index.md."""
        return self.build.pages.content(html, page)

    def on_page_context(
        self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any
    ) -> None:
        """Put our shell around every page."""
        context["shell"] = self.build.shell(page, nav)

    def on_template_context(
        self, context: Any, *, template_name: str, config: MkDocsConfig
    ) -> None:
        """The same for the 404 page."""
        if template_name == "404.html":
            context["shell"] = self.build.pages.shell(None, context["nav"])

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Swap the finished site in."""
        self.build.publish(config)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site where it is."""
        if hasattr(self, "build"):
            self.build.discard()
            self.build.explain(error)

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Keep the preview alive whatever happens; ``--clean`` shows a build, and is none."""
        return guard(server, lambda: self.build) if self.preview else server

    def on_shutdown(self) -> None:
        """Leave nothing lying about, also after Ctrl-C."""
        if hasattr(self, "build"):
            self.build.close()
