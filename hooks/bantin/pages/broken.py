"""Preview only: in the place of a bulletin that can't be read, what its writer has to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin import addresses
from bantin.errors import Problem
from bantin.locale import DEFAULT, message, quoted, text
from bantin.model import BrokenBulletin
from bantin.pages.draft import PageDraft
from bantin.pages.shelf import Shelf


@dataclass(frozen=True)
class Complaint:
    """A problem in words."""

    place: str
    """``news/2026/a.md:4:7``, as the terminal prints it."""
    text: str
    hint: str
    severity: str


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """A page for each file that could not be decoded; none in a build."""
    if shelf.edition.preview:
        yield from (_draft(found) for found in shelf.edition.broken)


def _draft(found: BrokenBulletin) -> PageDraft:
    path = quoted(found.path)
    return PageDraft(
        address=addresses.bulletin(found.id),
        template="broken.html",
        title=text("broken", DEFAULT),
        lang=DEFAULT,
        view={
            "title": text("broken", DEFAULT),
            "text": text("broken_text", DEFAULT, path=path),
            "complaints": tuple(_complaint(problem) for problem in sorted(found.problems)),
        },
        source=found.path,
        searchable=False,
    )


def _complaint(problem: Problem) -> Complaint:
    words = message(problem, DEFAULT)
    place = f"{quoted(problem.at.path)}:{problem.at.line}:{problem.at.column}"
    return Complaint(place, words.text, words.hint, problem.severity)
