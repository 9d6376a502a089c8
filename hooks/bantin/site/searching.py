"""The search of one build: pages of docs/ as MkDocs draws them, and the index of everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from bantin import addresses
from bantin.cache import Cache
from bantin.locale import DEFAULT
from bantin.pages.shell import language_of
from bantin.search import Index, index, overlay
from bantin.search.documents import Library, SitePage
from bantin.site.menu import plain_title
from bantin.site.page import DraftPage

TOP: Final = addresses.search(DEFAULT)
"""Below it lie the files of the index, of all languages."""
STOCK: Final = ("search", "material/search")
"""Search plugins of MkDocs and Material, as mkdocs.yml may list them."""


def switch_off_others(config: MkDocsConfig) -> None:
    """Keep the stock search from making an index and scripts for which nobody asks.

    Whoever lists it goes on building: it just hears of no event. This must come before its own
    ``on_config``.
    """
    stock = [one for name, one in config.plugins.items() if name.partition(" #")[0] in STOCK]
    for methods in config.plugins.events.values():
        methods[:] = [one for one in methods if getattr(one, "__self__", None) not in stock]


def found_as(page: Page) -> SitePage | None:
    """A finished page under docs/ as the search knows it; None if readers shall not find it.

    Bulletins are found as themselves and lists not at all; a page that is never published
    isn't found in a preview, either.
    """
    search = page.meta.get("search")
    excluded = isinstance(search, Mapping) and search.get("exclude")
    if isinstance(page, DraftPage) or excluded or not page.file.inclusion.is_included():
        return None
    address = unquote(page.url).removeprefix("./")
    return SitePage(address, plain_title(page), language_of(address), page.content or "")


def write(
    library: Library, cache: Cache, progress: Callable[[int, int], None], folder: Path
) -> None:
    """Put the index into a site.

    Raises:
        OSError: ``folder`` can't be written.
    """
    for path, content in index.build(library, cache, progress).files.items():
        file = folder / TOP / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


class SearchOnDemand:
    """The index of a preview, through all of its rebuilds: it never touches the disk.

    Browsers may ask, from any thread, while the next one is made.
    """

    def __init__(self, cache: Cache) -> None:
        self._overlay = overlay.Preview(cache)
        self._next = Index()
        self._shown: tuple[Mapping[str, bytes], ...] = ({}, {})
        """Files of the last build that was finished, and of the one before."""

    def prepare(self, library: Library) -> None:
        """Make what the build that is under way will offer."""
        self._next = self._overlay.update(library)

    def offer(self) -> None:
        """That build is finished."""
        self._shown = (self._next.files, self._shown[0])

    def ask(self, path: str) -> bytes | None:
        """The file at a path below ``TOP``, or None.

        Whoever has read the manifest a moment ago finds what it names: files that only the
        build before had are still there.
        """
        last, before = self._shown
        return last.get(path) or before.get(path)
