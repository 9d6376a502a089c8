"""Markdown -> safe HTML, the same for the same text; nothing here touches the disk."""

from __future__ import annotations

import re
from unicodedata import normalize

from bantin import limits
from bantin.markup import guard, headings, tables
from bantin.markup.converted import GALLERY, Converted, Finding
from bantin.markup.extensions import Notes, reader
from bantin.markup.marks import Marked, clear_html, mark
from bantin.markup.quotes import Quotes
from bantin.markup.tree import Gaps

_ID = re.compile(r'<[a-z][^<>]* id="([^"]*)"')
_LEFT_OVER = re.compile("[\x02\x03]")
"""Python-Markdown 3.11 loses its place in ``*s**t*[a](b)`` and prints its own bookmarks."""
_GALLERY_PLACE = f'<hr class="{GALLERY}">'


def convert(body: str) -> Converted:
    r"""Turn a bulletin's body into HTML with gaps for links and pictures.

    Args:
        body: Markdown below the front matter, lines ended by ``\n``.

    Returns:
        The HTML and what was noticed. A body that can't be converted gives one empty part
        and the finding that says why; nothing is ever raised.
    """
    trouble = guard.too_complex(body)
    marked = None if trouble else mark(body)
    if marked is None:
        return _nothing("body-too-complex", *(trouble or (1, 1)))
    try:
        with guard.time_limit(limits.SECONDS_PER_FILE):
            return _converted(marked)
    except guard.TooSlow:
        return _nothing("body-too-slow", seconds=str(limits.SECONDS_PER_FILE))
    except RecursionError:
        return _nothing("body-too-complex")
    except Exception:  # noqa: BLE001 - the library meets texts it was not made for
        return _nothing("body-unreadable")


def _converted(marked: Marked) -> Converted:
    notes = Notes(marked)
    parser = reader(notes)
    Quotes(parser)
    gaps = Gaps(parser, notes)
    html = tables.aligned(parser.convert(normalize("NFC", marked.text)))
    html, contents = headings.place(html, notes)
    html = clear_html(html)
    if _LEFT_OVER.search(html):
        raise ValueError("the library forgot to put a piece of text back")
    return Converted(
        parts=tuple(part.strip("\n") for part in html.split(_GALLERY_PLACE)),
        headings=contents,
        targets=tuple(gaps.targets),
        findings=tuple(sorted(notes.findings, key=lambda found: (found.line, found.column))),
        anchors=tuple(_ID.findall(html)),
    )


def _nothing(code: str, line: int = 1, column: int = 1, **values: str) -> Converted:
    return Converted(parts=("",), findings=(Finding(code, line, column, (*values.items(),)),))
