"""What other sites are told of a page: the card that they show beside a link, and whose it is.

Only what the public sees is told of: a hidden bulletin has no card of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time

from bantin.model import Bulletin
from bantin.pages.draft import Article, PageDraft
from bantin.pages.shelf import Shelf


def told_outside(shelf: Shelf, drafts: Iterable[PageDraft]) -> Iterator[PageDraft]:
    """The pages, each with its card: a bulletin's own, else that of the site."""
    edition = shelf.edition
    public = {one.path: one for one in edition.bulletins if one.id not in edition.hidden}
    for draft in drafts:
        bulletin = public.get(draft.source)
        if bulletin:
            card = edition.cards.get(bulletin.id)
            yield replace(draft, share=card, article=_article(shelf, bulletin))
        else:
            yield replace(draft, share=edition.site_cards.get(draft.lang))


def _article(shelf: Shelf, bulletin: Bulletin) -> Article:
    settings = shelf.edition.settings
    section = settings.categories.get(bulletin.category)
    seen = max(bulletin.published, bulletin.embargo or bulletin.published)
    first = seen.astimezone(settings.timezone)
    corrected = max((one.date for one in bulletin.corrections), default=None)
    last = corrected and datetime.combine(corrected, time(), settings.timezone)
    return Article(
        published=first.isoformat(),
        modified=last.isoformat() if last and last > first else "",
        section=section.in_language(bulletin.lang) if section else "",
        tags=bulletin.tags,
    )
