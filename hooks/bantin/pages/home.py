"""The first page of a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages import archive, categories, pictures
from bantin.pages.draft import PageDraft, Translation
from bantin.pages.events import calendar
from bantin.pages.shelf import Shelf
from bantin.pages.strip import strip
from bantin.pictures import Rendition

NEWEST = 6
"""Cards below the lead: two columns of three or three of two."""
PINNED = 3
"""Notices above the lead; a longer strip would be one more list."""


@dataclass(frozen=True)
class Front:
    """Which bulletins stand at the top, none of them twice."""

    pinned: tuple[Bulletin, ...]
    lead: Bulletin | None
    newest: tuple[Bulletin, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Ids of all of them."""
        lead = (self.lead,) if self.lead else ()
        return frozenset(one.id for one in (*self.pinned, *lead, *self.newest))


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """One home for each language shown; it says so when nothing is published yet."""
    for lang, bulletins in shelf.by_lang.items():
        front = _front(shelf, bulletins)
        site = shelf.edition.settings.title(lang)
        yield PageDraft(
            address=addresses.home(lang),
            template="home.html",
            title=site,
            lang=lang,
            view={
                "title": site,
                **_top(shelf, front),
                **_below(shelf, lang, front),
            },
            summary=text("news_summary", lang, site=site),
            share=_share(shelf, front),
            searchable=False,
            translation=_translation(shelf, lang),
        )


def _front(shelf: Shelf, bulletins: tuple[Bulletin, ...]) -> Front:
    """The lead is the newest with a picture among the first few, else simply the newest.

    An old photo does not lead before many newer bulletins without one. Where nothing is there
    but what is pinned, that leads.
    """
    pinned = [one for one in bulletins if _is_pinned(shelf, one)][:PINNED]
    others = [one for one in bulletins if one not in pinned]
    if not others:
        others, pinned = pinned[:1], pinned[1:]
    first = others[: NEWEST + 1]
    lead = next((one for one in first if shelf.cover(one)), first[0] if first else None)
    newest = [one for one in first if one is not lead]
    return Front(tuple(pinned), lead, tuple(newest))


def _is_pinned(shelf: Shelf, bulletin: Bulletin) -> bool:
    return bulletin.pinned_until is not None and bulletin.pinned_until >= shelf.today


def _top(shelf: Shelf, front: Front) -> dict[str, object]:
    return {
        "pinned": tuple(shelf.card(bulletin) for bulletin in front.pinned),
        "lead": shelf.card(front.lead) if front.lead else None,
        "cards": tuple(shelf.card(bulletin) for bulletin in front.newest),
    }


def _below(shelf: Shelf, lang: str, front: Front) -> dict[str, object]:
    """Events, sections, photos and the archive.

    While everything stands at the top, sections and past events would only repeat it: links to
    the categories are enough. One way alone is none: it leads to what is here already.
    """
    bulletins = shelf.by_lang[lang]
    listed, years = categories.links(shelf, lang), archive.years(shelf, lang)
    all_told = len(front.ids) == len(bulletins)
    events = calendar(shelf, lang, front.ids)
    return {
        "events": events if events.coming or events.past else None,
        "news": addresses.index(lang),
        "sections": () if all_told else categories.sections(shelf, lang),
        "categories": listed if all_told and len(listed) > 1 else (),
        "photos": strip(shelf, bulletins),
        "years": years if len(years) > 1 else (),
    }


def _share(shelf: Shelf, front: Front) -> Rendition | None:
    cover = shelf.cover(front.lead) if front.lead else None
    return None if cover is None else pictures.share(cover.picture)


def _translation(shelf: Shelf, lang: str) -> Translation | None:
    other = "vi" if lang == "en" else "en"
    if other not in shelf.by_lang:
        return None
    return Translation(text(f"language_{other}", other), addresses.home(other), other)
