"""Preview only: which element of a bulletin's page a problem speaks of, and which words in it.

Decided from places in the file alone: a problem belongs to the last thing that begins before
it. The ids are those that the templates print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bantin.edition import Body
from bantin.errors import Location, Problem
from bantin.markup.inline import plain
from bantin.model import Bulletin, Photo
from bantin.pictures import GalleryPhoto

GALLERY = "all_photos"
_KEYS = {
    "title": "page_title",
    "date": "page_date",
    "place": "page_place",
    "category": "page_category",
    "summary": "page_summary",
    "byline": "page_byline",
    "tags": "page_tags",
    "source": "page_source",
    "video": "page_video",
    "outcomes": "all_outcomes",
    "attachments": "all_attachments",
    "corrections": "all_corrections",
    "participants": "all_participants",
    "captions": GALLERY,
    "photos": GALLERY,
}
"""Front matter key -> id. Keys that no reader sees have none."""
_WITHOUT_PLACE = {"captions-none": GALLERY}
"""Problems of something that was not typed."""
_QUOTING = {"title-unknown": "value", "participant-line": "value", "raw-html": "tag"}
"""Problems whose message quotes what the page prints, and under which name."""
_GALLERY_LINE = re.compile(r"^ {0,3}\[gallery\][ \t]*$", re.MULTILINE | re.IGNORECASE)
_LINK = re.compile(r"!?\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\([ \t]*<?$")
_DEFINITION = re.compile(r"[ \t>]*\[([^\[\]]+)\]:[ ]*<?$")
_LEADING = re.compile(r"[ \t>]*(?:#+[ \t]+|[*+-][ \t]+|\d+\.[ \t]+)?")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()]*\)")


@dataclass(frozen=True)
class Target:
    """What is marked for a problem."""

    id: str = ""
    """Of an element of the page; empty: no reader sees what the problem speaks of."""
    words: str = ""
    """Inside that element, as the page prints them; empty: all of it."""
    before: str = ""
    """Words on the same line just before them, where they may stand on the page twice."""


@dataclass(frozen=True)
class Targets:
    """The page of one bulletin, to be asked what a problem speaks of."""

    bulletin: Bulletin
    gallery: tuple[GalleryPhoto, ...]
    body: Body

    def of(self, problem: Problem) -> Target:
        """What to mark for a problem in the bulletin's file."""
        if problem.at.line >= self.bulletin.body_line:
            return self._in_body(problem)
        if problem.code == "caption-count":
            return Target(self._first_without_caption())
        found = _WITHOUT_PLACE.get(problem.code, "") or self._last_before(problem)
        if found == GALLERY:
            found = self._photos()
        words = dict(problem.values).get(_QUOTING.get(problem.code, ""), "")
        return Target(found, words if found else "")

    def _last_before(self, problem: Problem) -> str:
        place = (problem.at.line, problem.at.column)
        before = [anchor for anchor in self._anchors() if anchor[:2] <= place]
        return max(before, default=(0, 0, ""))[2]

    def _first_without_caption(self) -> str:
        """The first photo behind the last caption; all photos where that one is not shown."""
        count = len(self.bulletin.captions or ())
        behind = (shown.anchor for shown in self.gallery if shown.number > count)
        return next(behind, self._photos())

    def _photos(self) -> str:
        """All photos: a gallery, or the only one where it stands at the top of the page."""
        if len(self.gallery) == 1 and len(self.body.parts) == 1:
            return f"anh-{self.gallery[0].number}"
        return GALLERY if self.gallery else ""

    def _anchors(self) -> Iterator[tuple[int, int, str]]:
        """Line and column from which on an element is spoken of, and its id."""
        one = self.bulletin
        for key, at in one.at.items():  # all of its line: a sign before the value, too
            yield at.line, 1, _KEYS.get(key, "") if getattr(one, key, None) else ""
        numbers = {shown.photo.at: shown.number for shown in self.gallery}
        for photo in one.captions or one.photos or ():
            yield photo.at.line, photo.at.column, _figure(photo, numbers)
        lists: dict[str, list[Location]] = {
            "participant": [item.at for item in one.participants],
            "attachment": [item.at for item in one.attachments],
            "correction": [item.at for item in one.corrections],
        }
        for name, places in lists.items():
            for number, at in enumerate(places, start=1):
                yield at.line, at.column, f"{name}_{number}"

    def _in_body(self, problem: Problem) -> Target:
        lines = self.bulletin.body.split("\n")
        index = problem.at.line - self.bulletin.body_line
        line = lines[index] if index < len(lines) else ""
        place = self._part(index)
        quoted = dict(problem.values).get(_QUOTING.get(problem.code, ""), "")
        if not place or quoted:
            before = _said(line[: problem.at.column - 1]) if quoted else ""
            return Target(place, quoted if place else "", before if place else "")
        link = _LINK.search(line[: problem.at.column - 1])
        if link:
            return Target(place, _said(link[1]), _said(line[: link.start()]))
        return Target(place, self._words(line, problem))

    def _words(self, line: str, problem: Problem) -> str:
        """What the page shows of a line, as near to the problem as can be told."""
        start = problem.at.column - 1
        defined = _DEFINITION.match(line[:start])
        if defined:
            used = re.search(rf"\[([^\[\]]+)\]\[{re.escape(defined[1])}\]", self.bulletin.body)
            return _said(used[1]) if used else ""
        if problem.code == "link-scheme" or line[:start].endswith("<"):
            return dict(problem.values).get("destination", "")
        if problem.code == "invisible-character":
            first = max(line.rfind(" ", 0, start), line.rfind("\t", 0, start)) + 1
            return _said(line[first:].partition(" ")[0])
        return _said(line)

    def _part(self, index: int) -> str:
        """The half of the text in which a line stands: before or after the gallery."""
        gallery = _GALLERY_LINE.search(self.bulletin.body)
        row = self.bulletin.body.count("\n", 0, gallery.start()) if gallery else index
        half = 1 if len(self.body.parts) > 1 and index > row else 0
        return ("page_body", "page_rest")[half] if self.body.parts[half] else ""


def _figure(photo: Photo, numbers: dict[Location, int]) -> str:
    """A photo that could not be shown is missed in its gallery."""
    number = numbers.get(photo.at)
    return GALLERY if number is None else f"anh-{number}"


def _said(markdown: str) -> str:
    """A line, or a part of one, as the page prints it: without the signs of Markdown."""
    shown = _IMAGE.sub(r"\1", markdown[_leading(markdown) :]).replace("`", "")
    return " ".join(plain(shown.rstrip("#").strip(" |")).split())


def _leading(line: str) -> int:
    found = _LEADING.match(line)
    return found.end() if found else 0
