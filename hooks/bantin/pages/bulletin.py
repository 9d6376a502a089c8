"""The page of one bulletin.

Its bytes depend on the bulletin, the titles beside it and the settings, never on how many
bulletins the site has: a new bulletin costs three pages and its lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from bantin import addresses
from bantin.edition import Body
from bantin.locale import text
from bantin.model import Bulletin, Correction, EventDate, Video
from bantin.pages.complaints import complaints
from bantin.pages.draft import Html, Link, PageDraft, Translation
from bantin.pages.gallery import gallery
from bantin.pages.people import people
from bantin.pages.shelf import Shelf, counted, sentence
from bantin.vietnamese import dates


@dataclass(frozen=True)
class CorrectionNote:
    """A dated change to a published bulletin."""

    date: str
    date_iso: str
    kind: str
    note: str


@dataclass(frozen=True)
class OutsideLink:
    """Text that leads away from the site."""

    text: str
    url: str
    """http or https; empty: only the text is printed."""
    host: str
    """Where it leads, in words."""


@dataclass(frozen=True)
class Neighbours:
    """The bulletins beside one, in its language."""

    older: Link | None
    newer: Link | None


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """A page for every bulletin that is shown."""
    for bulletins in shelf.by_lang.values():
        ends: tuple[Bulletin | None, ...] = (None, *bulletins, None)
        steps = pairwise(pairwise(ends))
        for (newer, bulletin), (_, older) in steps:
            if bulletin is not None:
                yield _draft(shelf, bulletin, Neighbours(_link(older), _link(newer)))


def _draft(shelf: Shelf, bulletin: Bulletin, beside: Neighbours) -> PageDraft:
    body = shelf.edition.bodies.get(bulletin.id, Body())
    cover = shelf.cover(bulletin)
    return PageDraft(
        address=addresses.bulletin(bulletin.id),
        template="bulletin.html",
        title=bulletin.title,
        lang=bulletin.lang,
        view={
            "title": bulletin.title,
            **_head(shelf, bulletin),
            **_text(shelf, bulletin, body),
            **_back(bulletin),
            "complaints": complaints(shelf.problems.get(bulletin.path, ())),
            "neighbours": beside if beside.older or beside.newer else None,
        },
        source=bulletin.path,
        summary=bulletin.summary,
        cover="" if cover is None else cover.picture.fallback.address,
        previous=beside.older.address if beside.older else "",
        next=beside.newer.address if beside.newer else "",
        searchable=bulletin.id not in shelf.edition.hidden,
        headings=body.headings,
    )


def _head(shelf: Shelf, bulletin: Bulletin) -> dict[str, object]:
    lang = bulletin.lang
    photos = len(shelf.edition.galleries.get(bulletin.id, ()))
    return {
        "crumbs": (shelf.home(lang), shelf.news(lang)),
        "kicker": shelf.kicker(bulletin),
        "place": bulletin.place,
        "date": sentence(dates.with_weekday(bulletin.date, lang)),
        "date_iso": dates.iso(bulletin.date),
        "photo_count": counted("photos", photos, lang),
        "mark": shelf.mark(bulletin),
        "summary": bulletin.summary,
        "translation": _translation(shelf, bulletin),
    }


def _text(shelf: Shelf, bulletin: Bulletin, body: Body) -> dict[str, object]:
    before, *after = (Html(part) for part in body.parts)
    photos = shelf.edition.galleries.get(bulletin.id, ())
    return {
        "before": before,
        "gallery": gallery(photos, bulletin.lang, placed=bool(after)),
        "after": Html("".join(after)),
    }


def _back(bulletin: Bulletin) -> dict[str, object]:
    """What stands below the text."""
    lang = bulletin.lang
    return {
        "byline": bulletin.byline,
        "participants": people(bulletin.participants, lang),
        "outcomes": bulletin.outcomes,
        "attachments": tuple(
            Link(found.title or found.file, addresses.attachment(bulletin.id, found.file))
            for found in bulletin.attachments
        ),
        "video": _video(bulletin.video, lang),
        "corrections": tuple(_correction(found, lang) for found in bulletin.corrections),
        "source": _source(bulletin),
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


def _correction(found: Correction, lang: str) -> CorrectionNote:
    when = EventDate(found.date, found.date)
    return CorrectionNote(
        sentence(dates.long(when, lang)), dates.iso(when), found.kind, found.note
    )


def _source(bulletin: Bulletin) -> OutsideLink | None:
    if bulletin.source is None:
        return None
    url = _web(bulletin.source.url)
    return OutsideLink(bulletin.source.name or bulletin.source.url, url, "")


def _video(video: Video | None, lang: str) -> OutsideLink | None:
    if video is None or not _web(video.url):
        return None
    host = urlsplit(video.url).hostname or ""
    return OutsideLink(video.title, video.url, text("video_elsewhere", lang, host=host))


def _web(url: str) -> str:
    """The address if a browser may follow it; nothing for ``javascript:`` and its kin."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""
