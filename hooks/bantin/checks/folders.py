"""Bulletins that lie where nobody will look for them."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.content.decode import where
from bantin.edition import Edition
from bantin.errors import Problem, info


def year_of_folder(edition: Edition) -> Iterator[Problem]:
    """The folder's year is not one of the event's or of its publication."""
    for bulletin in edition.bulletins:
        folder = int(bulletin.id.removeprefix("en/")[:4])
        years = {bulletin.date.start.year, bulletin.date.end.year, bulletin.published.year}
        if folder not in years:
            at = where(bulletin, "date")
            yield info("year-folder", at, folder=folder, year=bulletin.date.start.year)
