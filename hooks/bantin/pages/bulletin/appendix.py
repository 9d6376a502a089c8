"""What stands below a bulletin's text: film, documents, corrections, where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin, Correction, EventDate, Source
from bantin.pages import pictures
from bantin.pages.draft import Link
from bantin.pages.pictures import PagePicture
from bantin.pages.shelf import Shelf, sentence
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
    host: str = ""
    """Where it leads, in words."""
    picture: PagePicture | None = None


def documents(shelf: Shelf, bulletin: Bulletin) -> tuple[Link, ...]:
    """The attachments, each with its kind and size."""
    found = []
    for attachment in bulletin.attachments:
        address = addresses.attachment(bulletin.id, attachment.file)
        kind = PurePosixPath(attachment.file).suffix.lstrip(".").upper()
        size = _size(shelf.edition.document_sizes.get(address, 0), bulletin.lang)
        facts = ", ".join(filter(None, (kind, size)))
        found.append(Link(attachment.title or attachment.file, address, facts))
    return tuple(found)


def corrections(bulletin: Bulletin) -> tuple[CorrectionNote, ...]:
    """What was changed since, in the writer's order."""
    return tuple(_correction(found, bulletin.lang) for found in bulletin.corrections)


def corrected(bulletin: Bulletin) -> str:
    """The line at the top that leads to the corrections; empty without any."""
    if not bulletin.corrections:
        return ""
    last = max(found.date for found in bulletin.corrections)
    when = dates.long(EventDate(last, last), bulletin.lang)
    return text("corrected", bulletin.lang, date=when)


def source(found: Source | None) -> OutsideLink | None:
    """Where the text comes from."""
    if found is None:
        return None
    return OutsideLink(found.name or found.url, _web(found.url))


def video(shelf: Shelf, bulletin: Bulletin) -> OutsideLink | None:
    """The link card of a film elsewhere, with its picture."""
    film = bulletin.video
    if film is None or not _web(film.url):
        return None
    host = text("video_elsewhere", bulletin.lang, host=urlsplit(film.url).hostname or "")
    poster = shelf.edition.posters.get(bulletin.id)
    picture = pictures.card(poster, shelf.edition.looks) if poster else None
    return OutsideLink(film.title, film.url, host, picture)


def _correction(found: Correction, lang: str) -> CorrectionNote:
    when = EventDate(found.date, found.date)
    return CorrectionNote(
        sentence(dates.long(when, lang)), dates.iso(when), found.kind, found.note
    )


def _size(size: int, lang: str) -> str:
    """``84 kB``, ``1,2 MB``; empty where it is not known."""
    if size < 1:
        return ""
    if size < 1_000_000:
        return f"{-(-size // 1000)}\u00a0kB"
    number = f"{size / 1_000_000:.1f}"
    return f"{number if lang == 'en' else number.replace('.', ',')}\u00a0MB"


def _web(url: str) -> str:
    """The address if a browser may follow it; nothing for ``javascript:`` and its kin."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""
