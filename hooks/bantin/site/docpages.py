"""The pages under docs/ in one build: texts, what is wrong there, what is put into them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from bantin.content.settings import Settings
from bantin.errors import Problem
from bantin.markup.tables import aligned
from bantin.pages.draft import PageDraft
from bantin.photos.store import Job, Store
from bantin.pictures import MarkedFile
from bantin.site import documents, placeholders
from bantin.site.docpictures import relinked, replaced
from bantin.site.report import Reporter


class DocPages:
    """docs/ as this build shows it.

    Args:
        files: MkDocs' files; pictures are exchanged and strays taken out.
        config: MkDocs' settings.
        site: Ours.
        reporter: Words what is wrong.
        preview: With pages that are not published.
    """

    def __init__(
        self,
        files: Files,
        config: MkDocsConfig,
        site: Settings,
        reporter: Reporter,
        *,
        preview: bool,
    ) -> None:
        self.files, self.config, self.site = files, config, site
        self.reporter, self.preview = reporter, preview
        self.texts = documents.texts(files, config, preview=preview)
        """Path from docs/ -> the text, or what is wrong with it."""
        self.moved: dict[str, str] = {}
        """Address of an original -> address of its rendition."""
        self.pictures: tuple[Job, ...] = ()
        """Those under docs/ that this build shows."""

    @property
    def shown(self) -> frozenset[str]:
        """Pages that this build shows, by their path; a preview has those never published."""
        pages = (file for file in self.files if file.is_documentation_page())
        return frozenset(
            file.src_uri
            for file in pages
            if file.src_dir == self.config.docs_dir
            and documents.is_shown(file, preview=self.preview)
        )

    @property
    def linkable(self) -> tuple[str, ...]:
        """Pages and documents that bulletins may link to, by their path from docs/."""
        return (
            *self.texts,
            *documents.linkable(self.files, self.config, preview=self.preview),
        )

    def problems(
        self, found: tuple[PageDraft, ...], store: Store, marked: Mapping[str, MarkedFile]
    ) -> Iterator[Problem]:
        """Put renditions in the place of the pictures; what is wrong under docs/.

        Args:
            found: Every page.
            store: Of the renditions.
            marked: ``Edition.marked``.
        """
        folder = documents.folder_of(self.config)
        yield from (text for text in self.texts.values() if isinstance(text, Problem))
        yield from documents.clashes(found, self.texts, folder)
        yield from placeholders.problems(self.texts, self.site, folder)
        yield from documents.take_out_strays(self.files, self.config, preview=self.preview)
        progress = self.reporter.progress()
        pictures = replaced(
            self.files, self.config, self.site, store, progress, marked, preview=self.preview
        )
        yield from pictures.problems
        self.moved = pictures.addresses
        self.pictures = tuple(pictures.jobs)

    def source_of(self, page: Page) -> str | None:
        """The text of a page; None for pages that MkDocs reads by itself.

        A preview shows in its place what is wrong with it.
        """
        text = self.texts.get(page.file.src_uri)
        if not isinstance(text, Problem):
            return text
        worded = self.reporter.worded(text).replace("\n", "\n    ")
        return f"# {text.at.path}\n\n    {worded}\n"

    def filled(self, html: str, page: Page, card: Callable[[], str]) -> str:
        """The content of a page with its card and its renditions.

        Args:
            html: As MkDocs gives it.
            page: The page.
            card: Draws what stands in the place of ``[hospital]``.
        """
        return relinked(placeholders.filled(aligned(html), card), page.url, self.moved)
