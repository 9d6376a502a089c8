"""Preview only: in the place of a bulletin that can't be read, what its writer has to do."""

from __future__ import annotations

from collections.abc import Iterator

from bantin import addresses
from bantin.locale import DEFAULT, quoted, text
from bantin.model import BrokenBulletin
from bantin.pages.complaints import panel
from bantin.pages.draft import PageDraft
from bantin.pages.shelf import Shelf


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """A page for each file that could not be decoded; none in a build."""
    if shelf.edition.preview:
        yield from (_draft(shelf, found) for found in shelf.edition.broken)


def _draft(shelf: Shelf, found: BrokenBulletin) -> PageDraft:
    path = quoted(found.path)
    return PageDraft(
        address=addresses.bulletin(found.id),
        template="broken.html",
        title=text("broken", DEFAULT),
        lang=DEFAULT,
        view={
            "title": text("broken", DEFAULT),
            "text": text("broken_text", DEFAULT, path=path),
            "panel": panel(shelf.problems.get(found.path) or found.problems, shelf.guide),
        },
        source=found.path,
        searchable=False,
    )
