"""Headings of the finished HTML: levels below the page's title, ids, the page's contents."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import Final

from bantin.markup.converted import GAP_ENDS, LINK_CLOSES, LINK_OPENS, PHOTO, Heading
from bantin.markup.extensions import Notes
from bantin.markup.marks import clear_html
from bantin.vietnamese.text import slug

WITHOUT_WORDS: Final = "muc"
"""Id of a heading in which nothing can be spelled in a-z: *mục*, section."""

# The serializer writes headings without attributes and escapes every other '<'.
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_LEFT_OUT = re.compile(
    rf'<sup id="fnref.*?</sup>|[{LINK_OPENS}{LINK_CLOSES}{PHOTO}]\d+{GAP_ENDS}', re.DOTALL
)
_PHOTO_PLACE = re.compile(r"anh-\d+")
"""Ids of the gallery's photos, and the address of each: ``#anh-3``."""
_TAG = re.compile(r"<[^<>]*>")


def place(html: str, notes: Notes) -> tuple[str, tuple[Heading, ...]]:
    """Give each heading its level and id.

    The page's title is its only h1: a body that uses ``#`` is moved down by one level.

    Returns:
        The HTML and its headings. ``body-heading-level`` is noted for each ``#``.
    """
    headings: list[Heading] = []
    ids = _Ids()
    tops = [found[2] for found in _HEADING.finditer(html) if found[1] == "1"]
    for inner in tops:
        notes.add("body-heading-level", notes.marked.heading(inner))

    def placed(found: re.Match[str]) -> str:
        level = min(int(found[1]) + bool(tops), 6)
        inner = clear_html(_LEFT_OUT.sub("", found[2])).strip()
        text = " ".join(unescape(_TAG.sub("", inner)).split())
        heading = Heading(level, ids.free(text), text, inner)
        headings.append(heading)
        return f'<h{level} id="{heading.id}">{found[2]}</h{level}>'

    return _HEADING.sub(placed, html), tuple(headings)


class _Ids:
    """Ids given out so far."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.seen: Counter[str] = Counter()

    def free(self, text: str) -> str:
        """The slug of ``text``, or the first of slug-2, slug-3 … that is not taken."""
        name = _slug(text)
        found = name
        while found in self.taken or _PHOTO_PLACE.fullmatch(found):
            self.seen[name] += 1
            found = f"{name}-{self.seen[name] + 1}"
        self.taken.add(found)
        return found


def _slug(text: str) -> str:
    try:
        return slug(text)
    except ValueError:
        return WITHOUT_WORDS
