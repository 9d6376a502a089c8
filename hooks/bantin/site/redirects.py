"""Old addresses (``aliases:``) lead to their bulletins: small pages, no server needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bantin import addresses
from bantin.content.decode import where
from bantin.edition import Edition
from bantin.errors import Problem, error
from bantin.locale import DEFAULT
from bantin.theme.render import Renderer


def write(edition: Edition, renderer: Renderer, site: Path) -> Iterator[Problem]:
    """Write a page for every old address; yields a problem where something stands already.

    What lies below the search is served as its files are: no page of ours goes there.

    Args:
        edition: What is shown: a hidden bulletin's old addresses lead nowhere.
        renderer: Of the site.
        site: The folder of the built site, complete but for these pages.

    Raises:
        OSError: ``site`` can't be written.
    """
    for bulletin in edition.bulletins:
        for alias in bulletin.aliases:
            name = addresses.old_file(alias)
            file = site / name
            if file.exists() or name.casefold().startswith(addresses.search(DEFAULT)):
                at = where(bulletin, "aliases")
                yield error("alias-taken", at, address=alias)
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(renderer.redirect(bulletin, name), "utf-8")
