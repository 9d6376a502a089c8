"""Edition -> PageDrafts: every page of the site, decided before anything is drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bantin.edition import Edition
from bantin.errors import Problem
from bantin.pages import broken, bulletin, home, not_found, search
from bantin.pages.across import led_across
from bantin.pages.draft import PageDraft
from bantin.pages.lists import (
    archive,
    calendar,
    categories,
    library,
    listings,
    organizations,
    people,
    series,
    tags,
)
from bantin.pages.outside import told_outside
from bantin.pages.previewbar import with_bars
from bantin.pages.shelf import Shelf, shelf
from bantin.pages.subjects import Subject, subjects

__all__ = ["PageDraft", "Shelf", "Subject", "drafts", "drafts_of", "shelf", "subjects"]


def drafts(
    edition: Edition, problems: Iterable[Problem] = (), documents: Collection[str] = ()
) -> tuple[PageDraft, ...]:
    """Every page of an edition, sorted by address, each address once.

    In a preview every page has a bar, and each bulletin's shows those of ``problems`` that
    stand in its file; ``documents``, the pages under docs/ that are shown, tell whether it can
    lead to the writing guide.

    English pages exist only when there are English bulletins. Where a broken file claims the
    address of a page that works, the working page stays: a preview never stops.
    """
    return drafts_of(shelf(edition, problems, documents))


def drafts_of(found: Shelf) -> tuple[PageDraft, ...]:
    """The same of an edition that was looked through already."""
    pages: dict[str, PageDraft] = {}
    for subject in (
        *(broken, home, listings, archive, categories, tags, series, search),
        *(people, organizations, calendar, library),
        *(not_found, bulletin),
    ):
        decided = told_outside(found, with_bars(found, subject.drafts(found)))
        pages.update((draft.address, draft) for draft in decided)
    return tuple(led_across(found, {address: pages[address] for address in sorted(pages)}))
