"""Where things stand in a body: marks set before parsing, read while parsing, gone after.

Python-Markdown forgets line numbers, and only its parser knows what is code and what is
not. So the places that may matter get a private-use character of their own before parsing:
raw tags lose their ``<`` to it, link destinations and headings get it in front. Whoever
meets a mark in the tree knows the line; marks in code are simply taken out again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

_RAW: Final = 0xF0000
_PLACE: Final = 0xF8000
MOST: Final = 10_000
"""Marks of each kind; a body with more is not a bulletin."""

RAW_MARK: Final = "[\U000f0000-\U000f7fff]"
PLACE_MARK: Final = "[\U000f8000-\U000fffff]"

_OURS = re.compile("[\U000f0000-\U0010ffff]")
_ANY = re.compile("[\U000f0000-\U000fffff]")
_PLACES = re.compile(PLACE_MARK)

# The grammar of tags is CommonMark's, wider by the ':' of Word's <o:p>. Lengths are bounded
# so that a body full of '<a b="' costs no more than its length.
_ATTRIBUTE = r"""
    [\s/]{1,99}+ [A-Za-z_:@.*\[(] [A-Za-z0-9_:@.*()\[\]-]{0,99}+
    (?: \s{0,99}+ = \s{0,99}+ (?: "[^"]{0,4000}+" | '[^']{0,4000}+' | [^\s"'=<>`]{1,4000}+ ) )?+
"""
_TAG = rf"(?: </?+ [A-Za-z][A-Za-z0-9:-]{{0,99}}+ (?:{_ATTRIBUTE})*+ [\s/]{{0,99}}+ > )"
_NOTED = re.compile(
    rf"""
      \\.                                                       # escaped, whatever it is
    | (?P<after> \]\([ \t]*+ <?+                                # [text](destination
               | ^[ \t>]*+ \[(?!\^)[^\[\]\n]++\]:[ ]*+\n?+[ ]*+ <?+   # [id]: destination
               | \[(?!\^)[^\[\]\n]++\]:[ ]*+ <?+ (?=\S)            # the same, further right
               | <(?= [A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*+> | [^\s<>@!"]++@[^\s<>@"]++> )
               | ^(?: [ \t>] | [*+-][ \t] | \d+\.[ \t] )*+ \#(?!\#)[ \t]*+
               | ^[ ]{{0,3}}\[gallery\](?=[ \t]*+$)
               | $(?=\n=+[ ]*+$)                                # Title over =====
               )
    | (?P<raw> (?={_TAG} | <!-- | <![A-Za-z\[] | <\?[A-Za-z] ) < )
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_QUOTE = re.compile(rf"{_TAG} | <!--[^\n]{{0,40}} | <[!?][^\n>]{{0,40}}>?+", re.VERBOSE)


@dataclass(frozen=True)
class Marked:
    """A body with marks in it, and where each of them stands."""

    text: str
    body: str
    raw: tuple[int, ...]
    """Offsets in ``body`` of the ``<`` of raw tags, by number of the mark."""
    places: tuple[int, ...]
    """Offsets in ``body`` of destinations and headings, by number of the mark."""
    lines: tuple[int, ...]
    """Offset at which each line begins."""

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in the body, from 1."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def tag(self, mark: str) -> tuple[int, int, str]:
        """Line, column and text of the raw tag whose ``<`` this mark replaces."""
        offset = self.raw[ord(mark) - _RAW]
        quoted = _QUOTE.match(self.body, offset)
        return *self.position(offset), quoted.group() if quoted else "<"

    def place(self, text: str) -> tuple[int, int]:
        """Line and column of the first mark in ``text``; the body's start without one."""
        found = _PLACES.search(text)
        return self.position(self.places[ord(found.group()) - _PLACE]) if found else (1, 1)

    def heading(self, text: str) -> tuple[int, int]:
        """Line and column of the heading with these words: its ``#``, or its line's start."""
        line, column = self.place(text)
        start = self.lines[line - 1]
        return line, max(self.body.rfind("#", start, start + column - 1) - start + 1, 1)


def mark(body: str) -> Marked | None:
    """Set the marks; None where there are more than ``MOST`` of a kind."""
    raw: list[int] = []
    places: list[int] = []

    def put(found: re.Match[str]) -> str:
        if found["raw"]:
            raw.append(found.start())
            return chr(_RAW + min(len(raw) - 1, MOST))
        if found["after"] is None:
            return found.group()
        places.append(found.end())
        return found.group() + chr(_PLACE + min(len(places) - 1, MOST))

    text = _NOTED.sub(put, _OURS.sub("\ufffd", body))
    if max(len(raw), len(places)) > MOST:
        return None
    ends = accumulate(len(line) + 1 for line in body.split("\n"))
    return Marked(text, body, tuple(raw), tuple(places), (0, *ends)[:-1])


def clear(text: str) -> str:
    """Text with its marks turned back into what they stand for."""
    return _ANY.sub(lambda found: "<" if found.group() < chr(_PLACE) else "", text)


def clear_html(html: str) -> str:
    """The same for HTML, where the ``<`` of a tag in code is to be read, not obeyed."""
    return _ANY.sub(lambda found: "&lt;" if found.group() < chr(_PLACE) else "", html)
