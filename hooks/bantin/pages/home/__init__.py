"""The first page of a language: pinned notices, the lead, and what mkdocs.yml puts below.

A part that nothing fills is left out, so that it looks intended with three bulletins, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages.draft import PageDraft
from bantin.pages.home.returning import returning
from bantin.pages.home.strip import strip
from bantin.pages.lists import archive, categories
from bantin.pages.lists.events import calendar
from bantin.pages.lists.ways import ways
from bantin.pages.shelf import Shelf

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
    for lang in shelf.by_lang:
        front = _front(shelf, lang)
        site = shelf.edition.settings.title(lang)
        below = _below(shelf, lang, front)
        yield PageDraft(
            address=addresses.home(lang),
            template="home.html",
            title=site,
            lang=lang,
            view={
                "title": site,
                **_top(shelf, front),
                **below,
                "parts": _parts(shelf.edition.settings.home, below),
            },
            summary=text("news_summary", lang, site=site),
            searchable=False,
            translation=shelf.in_other_language(lang, addresses.home),
            sheets=("pictures", "home"),
        )


def _front(shelf: Shelf, lang: str) -> Front:
    """The lead is the newest with a picture among the first few, else simply the newest.

    An old photo does not lead before many newer bulletins without one. Where nothing is there
    but what is pinned, that leads.
    """
    bulletins = shelf.by_lang[lang]
    pinned = [one for one in bulletins if _is_pinned(shelf, one)][:PINNED]
    others = [one for one in bulletins if one not in pinned]
    if not others:
        others, pinned = pinned[:1], pinned[1:]
    first = others[: NEWEST + 1]
    lead = next((one for one in first if shelf.cover(one)), first[0] if first else None)
    newest = [one for one in first if one is not lead]
    shown = "newest" in shelf.edition.settings.home
    return Front(tuple(pinned), lead, tuple(newest) if shown else ())


def _is_pinned(shelf: Shelf, bulletin: Bulletin) -> bool:
    return bulletin.pinned_until is not None and bulletin.pinned_until >= shelf.today


def _top(shelf: Shelf, front: Front) -> dict[str, object]:
    return {
        "pinned": tuple(shelf.card(bulletin) for bulletin in front.pinned),
        "lead": shelf.card(front.lead) if front.lead else None,
    }


def _below(shelf: Shelf, lang: str, front: Front) -> dict[str, object]:
    """What can stand below the lead, by the names that the template knows.

    While everything stands at the top, sections and past events would only repeat it: links to
    the categories are enough. One way alone is none: it leads to what is here already.
    """
    bulletins, wanted = shelf.by_lang[lang], shelf.edition.settings.home
    listed, years = categories.links(shelf, lang), archive.years(shelf, lang)
    lists, all_told = ways(shelf, lang), len(front.ids) == len(bulletins)
    apart = "sections" in wanted and not all_told
    events = calendar(shelf, lang, front.ids)
    return {
        "cards": tuple(shelf.card(bulletin) for bulletin in front.newest),
        "events": events if events.coming or events.past else None,
        "sections": categories.sections(shelf, lang) if apart else (),
        "series": () if all_told else returning(shelf, lang),
        "photos": strip(shelf, bulletins),
        "categories": listed if not apart and len(listed) > 1 else (),
        "years": years if len(years) > 1 else (),
        "ways": lists if len(lists) > 1 else (),
        "lists": {
            "news": addresses.index(lang),
            "events": addresses.events(lang),
            "series": addresses.all_series(lang),
            "photos": addresses.photos(lang),
        },
    }


def _parts(wanted: tuple[str, ...], below: Mapping[str, object]) -> tuple[str, ...]:
    """Which parts the page shows, in order; newest and events beside each other are ``front``.

    ``intro`` stays: whether docs/ has a text for it, only the template sees.
    """
    filled = {
        "newest": below["cards"],
        "archive": below["categories"] or below["years"] or below["ways"],
        "intro": True,
    }
    shown = [part for part in wanted if filled.get(part, below.get(part))]
    at = shown.index("newest") if "newest" in shown else 0
    for first in (at, at - 1):
        if first >= 0 and set(shown[first : first + 2]) == {"newest", "events"}:
            shown[first : first + 2] = ["front"]
            break
    return tuple(shown)
