"""The page of one bulletin.

Its bytes depend on the bulletin, the titles beside it, the editions around it in its series,
the nearest of its kin and the settings, never on how many bulletins the site has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from bantin import addresses, locale
from bantin.edition import Body
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages.bulletin import appendix
from bantin.pages.bulletin.facts import Editions, editions, facts
from bantin.pages.bulletin.gallery import Cover, Gallery, PhotoSet, cover, gallery
from bantin.pages.bulletin.headline import headline
from bantin.pages.bulletin.paper import written_out
from bantin.pages.bulletin.related import Relations
from bantin.pages.bulletin.seriesbox import around, series_box
from bantin.pages.bulletin.sharing import Sharing, sharing
from bantin.pages.bulletin.signoff import sign_off
from bantin.pages.draft import Html, Link, PageDraft, Translation
from bantin.pages.participants import Explanations, parties
from bantin.pages.shelf import Shelf, counted
from bantin.pictures import GalleryPhoto


@dataclass(frozen=True)
class Neighbours:
    """The bulletins beside one, in its language."""

    older: Link | None
    newer: Link | None


@dataclass(frozen=True)
class Language:
    """What the pages of one language are made with, found once for all of them."""

    editions: Editions
    relations: Relations


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
    for lang, bulletins in shelf.by_lang.items():
        language = Language(editions(bulletins), Relations(shelf, lang))
        ends: tuple[Bulletin | None, ...] = (None, *bulletins, None)
        steps = pairwise(pairwise(ends))
        for (newer, bulletin), (_, older) in steps:
            if bulletin is not None:
                yield _draft(shelf, bulletin, Neighbours(_link(older), _link(newer)), language)


def _draft(
    shelf: Shelf, bulletin: Bulletin, beside: Neighbours, language: Language
) -> PageDraft:
    body = shelf.edition.bodies.get(bulletin.id, Body())
    photographs = _photographs(shelf, bulletin, placed=len(body.parts) > 1)
    explanations = Explanations(bulletin.lang)  # the box first: it stands above the list
    box = facts(shelf, bulletin, language.editions, explanations)
    listed = parties(shelf, bulletin, explanations)
    translation = _translation(shelf, bulletin)
    shared = sharing(shelf, bulletin)
    return PageDraft(
        address=addresses.bulletin(bulletin.id),
        template="bulletin.html",
        title=bulletin.title,
        lang=bulletin.lang,
        view={
            **headline(shelf, bulletin),
            "translation": translation,
            "photographs": photographs,
            "facts": box,
            **_text(body, shared),
            "participants": listed,
            **_back(shelf, bulletin),
            "sharing": shared,
            **_onward(shelf, bulletin, language),
            "sign_off": sign_off(shelf, bulletin),
            "neighbours": beside if beside.older or beside.newer else None,
        },
        source=bulletin.path,
        summary=bulletin.summary,
        previous=beside.older.address if beside.older else "",
        next=beside.newer.address if beside.newer else "",
        searchable=bulletin.id not in shelf.edition.hidden,
        headings=body.headings,
        translation=translation,
        scripts=_scripts(photographs, shared),
        sheets=("pictures", "bulletin"),
    )


def _scripts(photographs: Photographs, shared: Sharing | None) -> tuple[str, ...]:
    wanted = {"lightbox": photographs.count, "share": shared}
    return tuple(name for name, needed in wanted.items() if needed)


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


def _text(body: Body, shared: Sharing | None) -> dict[str, object]:
    page = shared.url if shared else ""
    before, *after = (written_out(Html(part), page) for part in body.parts)
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
        "tags": [Link(tag, shelf.tags.address(bulletin.lang, tag)) for tag in bulletin.tags],
    }


def _onward(shelf: Shelf, bulletin: Bulletin, language: Language) -> dict[str, object]:
    """Where a reader may go on: what the series leads to is no other bulletin's kin, too."""
    box = series_box(shelf, bulletin, language.editions)
    beside = {one.id for one in around(bulletin, language.editions) if one}
    return {"series": box, "related": language.relations.of(bulletin, beside if box else ())}


def _link(bulletin: Bulletin | None) -> Link | None:
    if bulletin is None:
        return None
    return Link(bulletin.title, addresses.bulletin(bulletin.id))


def _translation(shelf: Shelf, bulletin: Bulletin) -> Translation | None:
    other, lang = shelf.translations.get(bulletin.id), locale.other(bulletin.lang)
    if other is None:
        return None
    return Translation(text(f"read_in_{lang}", lang), addresses.bulletin(other), lang)
