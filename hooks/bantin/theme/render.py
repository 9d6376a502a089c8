"""PageDraft -> HTML. Templates loop and print; whatever they print is escaped."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from bantin import addresses
from bantin.content.settings import Settings
from bantin.locale import text
from bantin.pages.draft import PageDraft
from bantin.pages.identity import Identity
from bantin.theme.environment import environment, link, root_of


class Renderer:
    """Draws the pages of one site; its templates are compiled once."""

    def __init__(self, settings: Settings) -> None:
        self._site = settings.site_url
        self._root = root_of(settings.site_url)
        self._environment = environment()

    def render(self, draft: PageDraft, *, intro: str = "", absolute: str = "") -> str:
        """The page's content, without the shell around it.

        Args:
            draft: The page.
            intro: Finished HTML of docs/index.md for a home page; trusted, printed as it is,
                its headline as a heading: the site's name is the headline there.
            absolute: What links begin with instead of being relative, for example
                ``/bantin/``. The 404 page, which appears at any address, takes the path of
                ``site_url`` unless another is given.

        Returns:
            HTML that begins with the ``<header>`` in which the page's only h1 stands.
        """
        root = absolute or (self._root if draft.address == addresses.NOT_FOUND else "")
        html = self._environment.get_template(draft.template).render(
            draft.view,
            lang=draft.lang,
            intro=_below_headline(intro),
            t=partial(text, lang=draft.lang),
            link=partial(link, page=draft.address, root=root),
        )
        return html.strip()

    def hospital(self, identity: Identity, lang: str) -> str:
        """The contact card for a page of docs/: it has no link to another page."""
        template = self._environment.get_template("hospital.html")
        return template.render(identity=identity, t=partial(text, lang=lang)).strip()

    def redirect(self, title: str, lang: str, address: str, old: str) -> str:
        """A whole page, without the shell, that sends readers on.

        Args:
            title: Of the page that they are sent to.
            lang: Its language.
            address: Where it stands.
            old: The file at the old address.
        """
        url = addresses.relative(address, old)
        return self._environment.get_template("redirect.html").render(
            lang=lang, title=title, url=url, canonical=self._site + address
        )


def _below_headline(intro: str) -> Markup:
    return Markup(intro.replace("<h1", "<h2").replace("</h1>", "</h2>"))
