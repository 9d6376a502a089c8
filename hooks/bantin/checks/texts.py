"""Bulletins that were probably not meant to be published like this."""

from __future__ import annotations

from collections.abc import Iterator

from bantin import locale
from bantin.content.decode import where
from bantin.edition import Edition
from bantin.errors import Location, Problem, warning
from bantin.model import Bulletin, EventDate, Status
from bantin.vietnamese.text import compare_key


def empty_body(edition: Edition) -> Iterator[Problem]:
    """No text, or still the sentence that ``bantin new`` wrote, in what is no draft."""
    placeholders = {_placeholder(lang) for lang in locale.LANGUAGES} | {""}
    for bulletin in edition.bulletins:
        if bulletin.status is not Status.DRAFT and bulletin.body.strip() in placeholders:
            yield warning("body-empty", Location(bulletin.path, bulletin.body_line))


def _placeholder(lang: str) -> str:
    return locale.text("new_bulletin", lang).strip().rsplit("\n", 1)[-1]


def same_title_and_date(edition: Edition) -> Iterator[Problem]:
    """Two bulletins in one language that a list can't tell apart."""
    seen: dict[tuple[str, str, EventDate], Bulletin] = {}
    for bulletin in sorted(edition.bulletins, key=lambda found: found.path):
        key = (bulletin.lang, compare_key(bulletin.title), bulletin.date)
        first = seen.setdefault(key, bulletin)
        if first is not bulletin:
            yield warning("bulletin-twice", where(bulletin, "title"), other=first.path)
