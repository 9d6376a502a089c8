"""What stands above a bulletin's text: its headline, and what is to be known before reading."""

from __future__ import annotations

from bantin.edition import Body
from bantin.locale import text
from bantin.model import Bulletin, EventDate
from bantin.pages.bulletin.appendix import corrected
from bantin.pages.bulletin.reading import reading_time
from bantin.pages.shelf import Shelf, sentence
from bantin.vietnamese import dates


def headline(shelf: Shelf, bulletin: Bulletin) -> dict[str, object]:
    """Title, kicker, dateline and the notices below it, as the template names them."""
    lang, edition = bulletin.lang, shelf.edition
    body, photos = (
        edition.bodies.get(bulletin.id, Body()),
        edition.galleries.get(bulletin.id, ()),
    )
    return {
        "title": bulletin.title,
        "crumbs": (shelf.home(lang), shelf.news(lang)),
        "kicker": shelf.kicker(bulletin),
        "place": bulletin.place,
        "date": sentence(dates.with_weekday(bulletin.date, lang)),
        "date_iso": dates.iso(bulletin.date),
        "reading_time": reading_time(bulletin, body, photos),
        "pinned": _pinned(shelf, bulletin),
        "corrected": corrected(bulletin),
        "old": _old(shelf, bulletin),
        "summary": bulletin.summary,
    }


def _pinned(shelf: Shelf, bulletin: Bulletin) -> str:
    """That it is a notice, as long as it is pinned; until when is for the staff alone."""
    last = bulletin.pinned_until
    if last is None or last < shelf.today:
        return ""
    if not shelf.edition.preview:
        return text("pinned", bulletin.lang)
    when = dates.long(EventDate(last, last), bulletin.lang)
    return text("pinned_until", bulletin.lang, date=when)


def _old(shelf: Shelf, bulletin: Bulletin) -> str:
    """That much may have changed since; the year says how long, so that it stays true."""
    years = shelf.edition.settings.old_after
    published = bulletin.published.astimezone(shelf.edition.settings.timezone).date()
    last = max(bulletin.date.end, published)
    passed = (shelf.today.month, shelf.today.day) >= (last.month, last.day)
    if not years or shelf.today.year - last.year - (not passed) < years:
        return ""
    return text("old_bulletin", bulletin.lang, year=last.year)
