"""The page of one bulletin.

Its bytes depend on the bulletin, the titles beside it, the editions around it in its series
and the settings, never on how many bulletins the site has: a new bulletin costs three pages
and its lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from bantin import addresses
from bantin.edition import Body
from bantin.locale import text
from bantin.model import Bulletin, EventDate
from bantin.pages import appendix, pictures
from bantin.pages.draft import Html, Link, PageDraft, Translation
from bantin.pages.facts import Editions, editions, facts
from bantin.pages.gallery import Cover, Gallery, PhotoSet, cover, gallery
from bantin.pages.participants import Explanations, parties
from bantin.pages.shelf import Shelf, counted, sentence
from bantin.pages.signoff import sign_off
from bantin.pictures import GalleryPhoto
from bantin.vietnamese import dates


@dataclass(frozen=True)
class Neighbours:
    """The bulletins beside one, in its language."""

    older: Link | None
    newer: Link | None


@dataclass(frozen=True)
class Photographs:
    """What the page shows of the bulletin's photos."""

    cover: Cover | None
    gallery: Gallery | None
    count: str
    """``7 ảnh``; empty without photos."""
    first: str
    """Where the count leads: an id."""
    name: str
    """What a photo is called when a reader keeps it, before its number."""


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """A page for every bulletin that is shown."""
    for bulletins in shelf.by_lang.values():
        series = editions(bulletins)
        ends: tuple[Bulletin | None, ...] = (None, *bulletins, None)
        steps = pairwise(pairwise(ends))
        for (newer, bulletin), (_, older) in steps:
            if bulletin is not None:
                beside = Neighbours(_link(older), _link(newer))
                yield _draft(shelf, bulletin, beside, series)


def _draft(shelf: Shelf, bulletin: Bulletin, beside: Neighbours, series: Editions) -> PageDraft:
    body = shelf.edition.bodies.get(bulletin.id, Body())
    standing = shelf.cover(bulletin)
    photographs = _photographs(shelf, bulletin, placed=len(body.parts) > 1)
    explanations = Explanations(bulletin.lang)  # the box first: it stands above the list
    box = facts(shelf, bulletin, series, explanations)
    listed = parties(bulletin.participants, bulletin.lang, explanations)
    return PageDraft(
        address=addresses.bulletin(bulletin.id),
        template="bulletin.html",
        title=bulletin.title,
        lang=bulletin.lang,
        view={
            "title": bulletin.title,
            **_head(shelf, bulletin),
            "photographs": photographs,
            "facts": box,
            **_text(body),
            "participants": listed,
            **_back(shelf, bulletin),
            "sign_off": sign_off(shelf, bulletin),
            "neighbours": beside if beside.older or beside.newer else None,
        },
        source=bulletin.path,
        summary=bulletin.summary,
        share=None if standing is None else pictures.share(standing.picture),
        previous=beside.older.address if beside.older else "",
        next=beside.newer.address if beside.newer else "",
        searchable=bulletin.id not in shelf.edition.hidden,
        headings=body.headings,
        translation=_translation(shelf, bulletin),
        scripts=("lightbox",) if photographs.count else (),
    )


def _head(shelf: Shelf, bulletin: Bulletin) -> dict[str, object]:
    lang = bulletin.lang
    return {
        "crumbs": (shelf.home(lang), shelf.news(lang)),
        "kicker": shelf.kicker(bulletin),
        "place": bulletin.place,
        "date": sentence(dates.with_weekday(bulletin.date, lang)),
        "date_iso": dates.iso(bulletin.date),
        "pinned": _pinned(shelf, bulletin),
        "corrected": appendix.corrected(bulletin),
        "summary": bulletin.summary,
        "translation": _translation(shelf, bulletin),
    }


def _photographs(shelf: Shelf, bulletin: Bulletin, *, placed: bool) -> Photographs:
    edition, lang = shelf.edition, bulletin.lang
    found = edition.galleries.get(bulletin.id, ())
    photos = tuple(_told(photo, bulletin) for photo in found)
    hung = PhotoSet(photos, lang, placed, edition.looks, edition.albums.get(bulletin.id, ""))
    standing = shelf.cover(bulletin)
    top = cover(standing and _told(standing, bulletin), hung)
    shown = gallery(hung, top)
    return Photographs(
        top,
        shown,
        counted("photos", len(photos), lang),
        photos[0].anchor if photos and not shown else "all_photos",
        bulletin.id.rpartition("/")[2],
    )


def _told(shown: GalleryPhoto, bulletin: Bulletin) -> GalleryPhoto:
    """A photo behind the last caption says that it has none; no build gets so far."""
    if bulletin.captions is None or shown.number <= len(bulletin.captions):
        return shown
    said = text("caption_missing", bulletin.lang)
    return replace(shown, photo=replace(shown.photo, caption=f"*{said}*"))


def _pinned(shelf: Shelf, bulletin: Bulletin) -> str:
    """That it is a notice, as long as it is pinned; until when is for the staff alone."""
    last = bulletin.pinned_until
    if last is None or last < shelf.today:
        return ""
    if not shelf.edition.preview:
        return text("pinned", bulletin.lang)
    when = dates.long(EventDate(last, last), bulletin.lang)
    return text("pinned_until", bulletin.lang, date=when)


def _text(body: Body) -> dict[str, object]:
    before, *after = (Html(part) for part in body.parts)
    return {"before": before, "after": Html("".join(after))}


def _back(shelf: Shelf, bulletin: Bulletin) -> dict[str, object]:
    """What stands below the text."""
    return {
        "byline": bulletin.byline,
        "outcomes": bulletin.outcomes,
        "attachments": appendix.documents(shelf, bulletin),
        "video": appendix.video(shelf, bulletin),
        "corrections": appendix.corrections(bulletin),
        "source": appendix.source(bulletin.source),
        "tags": bulletin.tags,
    }


def _link(bulletin: Bulletin | None) -> Link | None:
    if bulletin is None:
        return None
    return Link(bulletin.title, addresses.bulletin(bulletin.id))


def _translation(shelf: Shelf, bulletin: Bulletin) -> Translation | None:
    other = shelf.translations.get(bulletin.id)
    if other is None:
        return None
    lang = "vi" if bulletin.lang == "en" else "en"
    return Translation(text(f"read_in_{lang}", lang), addresses.bulletin(other), lang)
