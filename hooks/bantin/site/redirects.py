"""Old addresses lead on: small pages, no server needed.

Those of bulletins (``aliases:``), and those of organizations that others took the place of.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bantin import addresses
from bantin.content.decode import where
from bantin.edition import Edition
from bantin.edition.heirs import heirs_of
from bantin.errors import Problem, error
from bantin.locale import DEFAULT, LANGUAGES
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
    _organizations(edition, renderer, site)
    for bulletin in edition.bulletins:
        for alias in bulletin.aliases:
            name = addresses.old_file(alias)
            file = site / name
            if file.exists() or name.casefold().startswith(addresses.search(DEFAULT)):
                at = where(bulletin, "aliases")
                yield error("alias-taken", at, address=alias)
                continue
            address = addresses.bulletin(bulletin.id)
            page = renderer.redirect(bulletin.title, bulletin.lang, address, name)
            _write(file, page)


def _organizations(edition: Edition, renderer: Renderer, site: Path) -> None:
    """An organization stands under its newest name; the addresses of the others stay."""
    names = {one.id: one.name for one in edition.registry.organizations}
    heirs = heirs_of(edition.registry.organizations)
    for lang in LANGUAGES:
        for old, heir in heirs.items():
            address = addresses.organization(lang, heir)
            name = addresses.old_file(addresses.organization(lang, old))
            shown = old != heir and (site / address / "index.html").exists()
            if shown and not (site / name).exists():  # docs/ comes first, and it was told
                _write(site / name, renderer.redirect(names[heir], lang, address, name))


def _write(file: Path, page: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page, "utf-8")
