"""The shell of each page, from what MkDocs knows: navigation, addresses, the engine's files."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape
from urllib.parse import unquote, urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from bantin import addresses, locale, newsroom, theme
from bantin.edition import Edition
from bantin.locale import DEFAULT, LANGUAGES, text
from bantin.pages.across import to_home
from bantin.pages.draft import Link, PageDraft
from bantin.pages.identity import identity
from bantin.pages.shell import (
    Frame,
    Share,
    Shell,
    Version,
    default_menu,
    in_language,
    language_of,
)
from bantin.pictures import ShareCard
from bantin.publish import headers
from bantin.site.engine import engine
from bantin.site.menu import entries, headings, plain_title, titles_of
from bantin.theme.assets import DOCUMENT, PREVIEW, assets
from bantin.theme.modules import Ways
from bantin.theme.shell import Around, ShellRenderer


class Surroundings:
    """The shells of one build, and the files that they ask for.

    Args:
        edition: Of the build.
        config: MkDocs' settings.
        documents: Pages under docs/ that are shown; a language may have nothing else.
        preview: With what only the staff see.
    """

    def __init__(
        self,
        edition: Edition,
        config: MkDocsConfig,
        documents: Collection[str] = (),
        *,
        preview: bool,
    ) -> None:
        settings = edition.settings
        self._shown = {DEFAULT, *(bulletin.lang for bulletin in edition.bulletins)}
        written = set(map(addresses.document, documents))
        self._begun = {one for one in LANGUAGES if addresses.home(one) in written} | self._shown
        ways = {lang: _ways(edition, self._led(lang), lang) for lang in LANGUAGES}
        found = assets(newsroom.texts(settings), ways, preview=preview)
        signs = edition.signs or theme.mark()
        self._config = config
        self._site_cards = edition.site_cards
        self._engine = engine(config)
        self._teaching = (PREVIEW,) if preview else ()
        self.identities = {lang: identity(settings, lang, signs) for lang in LANGUAGES}
        self._frames: dict[str, Frame] = {}
        policy = "" if preview else headers.meta_policy()
        self._renderer = ShellRenderer(settings, found, policy=policy)
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
        shell = self._of_draft(draft, nav, page)
        drawn = content or (page and page.content) or ""
        return self._around(shell, self._renderer.render(shell, drawn), content=content)

    def around_document(
        self, page: Page, nav: Navigation, bar: object = None
    ) -> dict[str, object]:
        """The same for a page under docs/, whose text is drawn in Material's style.

        ``bar`` is what a preview says above it.
        """
        shell = self._of_document(page, nav, bar)
        return self._around(shell, self._renderer.render(shell), document=True)

    def _around(
        self, shell: Shell, around: Around, *, document: bool = False, content: str = ""
    ) -> dict[str, object]:
        return {
            **around._asdict(),
            "lang": shell.frame.lang,
            "title": escape(shell.title),
            "document": document,
            "content": content,
            "engine": self._engine,
            "edit_url": shell.edit_url,
            "edit": text("edit", shell.frame.lang),
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
            share=_share(draft.share, draft.lang, site),
            article=draft.article,
            versions=_versions(draft, site),
            previous=draft.previous,
            next=draft.next,
            translation=draft.translation,
            nearest=draft.nearest,
            edit_url=(page and page.edit_url) or "",
            scripts=(*draft.scripts, *self._teaching),
            modules=draft.modules,
            sheets=(*draft.sheets, *self._teaching),
            listed=draft.listed,
            preview=draft.preview,
        )

    def _of_document(self, page: Page, nav: Navigation, bar: object) -> Shell:
        """The shell of a page under docs/."""
        address, site = unquote(page.url), self._config.site_url or ""
        frame = self._frame(language_of(address), nav)
        return Shell(
            frame=frame,
            address=address,
            title=plain_title(page) or frame.site_name,
            summary=str(page.meta.get("description") or self._config.site_description or ""),
            canonical=page.canonical_url or "",
            share=_share(self._site_cards.get(frame.lang), frame.lang, site),
            edit_url=(page.edit_url or "") if self._teaching else "",
            headings=tuple(headings(page.toc)),
            scripts=self._teaching,
            sheets=(DOCUMENT, *self._teaching),
            preview=bar,
        )

    def _led(self, lang: str) -> str:
        """Whose lists readers are led to: there may be English pages, but no bulletins."""
        return lang if lang in self._shown else DEFAULT

    def _frame(self, lang: str, nav: Navigation) -> Frame:
        """Made once a language, when every page has its title."""
        if lang not in self._frames:
            titles = titles_of(self._config.nav)
            menu = entries(nav.items, titles, preview=bool(self._teaching))
            led = self._led(lang)
            other = locale.other(lang)
            self._frames[lang] = Frame(
                lang=lang,
                site_name=self.identities[lang].newsroom,
                home=addresses.home(led),
                news=addresses.index(led),
                search=addresses.search(led),
                menu=in_language(menu, lang) or default_menu(led),
                identity=self.identities[lang],
                other=to_home(other) if other in self._begun else None,
                copyright=str(self._config.copyright or ""),
            )
        return self._frames[lang]


def _share(card: ShareCard | None, lang: str, site: str) -> Share | None:
    """None without a card, and where mkdocs.yml has no site_url."""
    if card is None or not site:
        return None
    found, words = card.rendition, card.words
    written = text(
        "share_alt", lang, headline=words.headline, site=words.site or words.headline
    )
    alt = f"{card.alt.rstrip('.')}. {written}" if card.alt else written
    return Share(urljoin(site, found.address), found.width, found.height, alt)


def _versions(draft: PageDraft, site: str) -> tuple[Version, ...]:
    """A page and its translation name each other and themselves; else nobody heeds them.

    Whoever reads neither language is sent to the one in which the site is written.
    """
    other = draft.translation
    if other is None or not site:
        return ()
    found = {draft.lang: draft.address, other.lang: other.address}
    found["x-default"] = found.get(DEFAULT, draft.address)
    return tuple(Version(lang, urljoin(site, at)) for lang, at in sorted(found.items()))


def _ways(edition: Edition, led: str, lang: str) -> Ways:
    """Where the search sends readers on; its words are those of ``lang``."""
    return Ways(
        results=addresses.search(led),
        news=addresses.index(led),
        categories=tuple(
            Link(name.in_language(lang), addresses.category(led, category))
            for category, name in edition.settings.categories.items()
        ),
    )
