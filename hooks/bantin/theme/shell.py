"""Shell -> HTML around a page: head, header, contents, footer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from bantin import addresses
from bantin.content.settings import Settings
from bantin.locale import text
from bantin.pages.shell import MenuEntry, Shell
from bantin.theme.assets import Assets
from bantin.theme.environment import environment, link, root_of
from bantin.theme.preload import ahead

DEEPEST_CONTENTS = 3
"""Level of the headings that a page's contents still list."""


class Around(NamedTuple):
    """Finished HTML for ``material/base.html``."""

    head: str
    header: str
    preview: str
    """Empty in a build."""
    contents: str
    """Of a page under docs/; empty where it has few headings."""
    footer: str


class ShellRenderer:
    """Draws what surrounds the pages of one site.

    Args:
        settings: The site's.
        assets: What the theme publishes.
        policy: Content of the policy's meta element; empty in a preview, whose own script for
            reloading it would forbid.
    """

    def __init__(self, settings: Settings, assets: Assets, *, policy: str = "") -> None:
        self._root = root_of(settings.site_url)
        self._environment = environment()
        self._shared = {"assets": assets, "policy": policy}

    def render(self, shell: Shell, content: str = "") -> Around:
        """Everything but the page itself.

        Args:
            shell: Its facts.
            content: Finished HTML of a page of ours: the head asks for its first photo at once.
        """
        frame, lang = shell.frame, shell.frame.lang
        root = self._root if shell.address == addresses.NOT_FOUND else ""
        given = {
            **self._shared,
            "shell": shell,
            "ahead": ahead(content),
            "frame": frame,
            "groups": _groups(frame.menu, lang),
            "copyright": Markup(frame.copyright),
            "t": partial(text, lang=lang),
            "link": partial(link, page=shell.address, root=root),
        }
        long = len(_listed(shell)) > 1
        return Around(
            head=self._part("head", given),
            header=self._part("header", given),
            preview="" if shell.preview is None else self._page("preview.html", given),
            contents=self._part("contents", {**given, "headings": _listed(shell)})
            if long
            else "",
            footer=self._part("footer", given),
        )

    def _part(self, name: str, given: dict[str, object]) -> str:
        return self._page(f"shell/{name}.html", given)

    def _page(self, name: str, given: dict[str, object]) -> str:
        return self._environment.get_template(name).render(given)


def _listed(shell: Shell) -> tuple[object, ...]:
    return tuple(one for one in shell.headings if one.level <= DEEPEST_CONTENTS)


def _groups(menu: tuple[MenuEntry, ...], lang: str) -> tuple[MenuEntry, ...]:
    """The menu as columns: single pages together, then each section with all it holds."""
    single = tuple(entry for entry in menu if not entry.entries)
    first = MenuEntry(text("pages_of_site", lang), entries=single)
    sections = (entry for entry in menu if entry.entries)
    columns = tuple(replace(one, entries=tuple(_leaves(one))) for one in sections)
    return (first, *columns) if single else columns


def _leaves(section: MenuEntry) -> Iterator[MenuEntry]:
    for entry in section.entries:
        if entry.entries:
            yield from _leaves(entry)
        else:
            yield entry
