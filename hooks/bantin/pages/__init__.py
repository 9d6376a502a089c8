"""Edition -> PageDrafts: every page of the site, decided before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from bantin.edition import Edition
from bantin.errors import Problem
from bantin.pages import archive, broken, bulletin, categories, home, listings, not_found
from bantin.pages.draft import PageDraft
from bantin.pages.shelf import shelf

__all__ = ["PageDraft", "drafts"]


def drafts(edition: Edition, problems: Iterable[Problem] = ()) -> tuple[PageDraft, ...]:
    """Every page of an edition, sorted by address, each address once.

    In a preview each bulletin's page shows those of ``problems`` that stand in its file.

    English pages exist only when there are English bulletins. Where a broken file claims the
    address of a page that works, the working page stays: a preview never stops.
    """
    found = shelf(edition, problems)
    pages: dict[str, PageDraft] = {}
    for subject in (broken, home, listings, archive, categories, not_found, bulletin):
        pages.update((draft.address, draft) for draft in subject.drafts(found))
    return tuple(pages[address] for address in sorted(pages))
