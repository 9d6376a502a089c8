"""The first page of a language."""

from __future__ import annotations

from collections.abc import Iterator

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages import archive, categories
from bantin.pages.complaints import complaints
from bantin.pages.draft import PageDraft, Translation
from bantin.pages.shelf import Shelf

SHOWN = 7
"""The lead and two rows of three."""


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """One home for each language shown; it says so when nothing is published yet."""
    for lang, bulletins in shelf.by_lang.items():
        shown = _first(shelf, bulletins)
        site = shelf.edition.settings.site_name
        yield PageDraft(
            address=addresses.home(lang),
            template="home.html",
            title=site,
            lang=lang,
            view={
                "title": site,
                "lead": shelf.card(shown[0]) if shown else None,
                "cards": tuple(shelf.card(bulletin) for bulletin in shown[1:]),
                "news": addresses.index(lang),
                "categories": categories.links(shelf, lang),
                "years": archive.years(shelf, lang),
                "translation": _translation(shelf, lang),
                "complaints": complaints(shelf.homeless()),
            },
            summary=text("news_summary", lang, site=site),
            cover=_cover(shelf, shown),
            searchable=False,
        )


def _first(shelf: Shelf, bulletins: tuple[Bulletin, ...]) -> list[Bulletin]:
    """The newest, those that are pinned today before them."""
    today = shelf.edition.now.astimezone(shelf.edition.settings.timezone).date()

    def unpinned(bulletin: Bulletin) -> bool:
        return bulletin.pinned_until is None or bulletin.pinned_until < today

    return sorted(bulletins, key=unpinned)[:SHOWN]


def _cover(shelf: Shelf, shown: list[Bulletin]) -> str:
    cover = shelf.cover(shown[0]) if shown else None
    return "" if cover is None else cover.picture.fallback.address


def _translation(shelf: Shelf, lang: str) -> Translation | None:
    other = "vi" if lang == "en" else "en"
    if other not in shelf.by_lang:
        return None
    return Translation(text(f"language_{other}", other), addresses.home(other), other)
