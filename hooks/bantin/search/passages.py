"""Finished HTML and captions -> passages: plain text as readers see it, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import Final

from bantin.markup.inline import plain

_TAG: Final = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|</?([a-z][^\s/>]*)(?:(?:[^>\"']++|\"[^\"]*\"|'[^']*'){0,200}+>|[^>]*>?)",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, or a tag; ``>`` may stand inside of it in quotation marks."""
_FOOTNOTE: Final = re.compile(r"\s*<a\b[^>]*\bfootnote-ref\b", re.IGNORECASE)
_RAW: Final = ("script", "style", "a", "sup")
"""What ends with its first closing tag; other elements may stand inside of their like."""
_UNSEEN_TAGS: Final = frozenset(
    ("script", "style", "template", "svg", "math", "select", "button")
)
_UNSEEN_LINK: Final = re.compile(r"\b(?:footnote-ref|footnote-backref|headerlink)\b")
_IN_LINE: Final = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i"),
        *("input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "source", "span"),
        *("strong", "sub", "sup", "time", "u", "var", "wbr"),
    )
)
"""Elements that stand in the text of a block; all others are blocks of their own."""
_ALT: Final = re.compile(r"\salt=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_NAME: Final = re.compile(r"/*([^\s/]*)")
_EDGE: Final = "\x1e"
"""Between two blocks; no page holds it."""
_HIDDEN: Final = "\x1d"
"""Something that is not to be seen begins or ends, or a tag that may hold a ``>``."""
_BETWEEN_CELLS: Final = " · "
_SIGNS: Final = re.compile(r"[*_\[\\&]")
"""Without one of these a caption is only text."""


def of_html(html: str) -> tuple[str, ...]:
    """The texts of finished HTML: one passage for each block that has words.

    A paragraph, heading, list item, caption or row of a table; what a picture shows is told by
    its ``alt`` and stands for itself. Markup, scripts and footnotes' figures are gone.
    """
    told = _told(html)
    if _HIDDEN in told:
        told = _told("".join(_seen(html))).replace(_HIDDEN, _EDGE)
    blocks = told.split(_EDGE)
    plainly = (unescape(block) if "&" in block else block for block in blocks)
    whole = (" ".join(block.split()).removesuffix(_BETWEEN_CELLS.rstrip()) for block in plainly)
    return tuple(filter(None, whole))


def _told(html: str) -> str:
    """Texts, with what parts them in the place of tags."""
    first, *pieces = html.split("<")
    told = [first]
    for piece in pieces:
        tag, _, text = piece.partition(">")
        told += (_between(tag), text)
    return "".join(told)


def _seen(html: str) -> Iterator[str]:
    """HTML without what is no text: scripts, figures of footnotes, the signs beside headings.

    In the tags that stay no sign is left that may be taken for the end of one. Each place is
    read once or twice, whatever stands there.
    """
    place, endless = 0, set[str]()
    while found := _TAG.search(html, place):
        yield html[place : found.start()]
        place = found.end()
        name = (found[1] or "").lower()
        if _is_unseen(found, name) and name not in endless:
            end = _end(html, place, name)
            place = end or place
            if end is None:
                endless.add(name)
        elif name:
            inside = found[0].removesuffix(">")[1:]
            yield f"<{inside.replace('<', '&lt;').replace('>', '&gt;')}>"
    yield html[place:]


def _is_unseen(tag: re.Match[str], name: str) -> bool:
    """Whether nothing of the element is seen that a tag begins."""
    if tag[0][1] == "/":
        return False
    if name == "a":
        return bool(_UNSEEN_LINK.search(tag[0]))
    if name == "sup":
        return bool(_FOOTNOTE.match(tag.string, tag.end()))
    return name in _UNSEEN_TAGS


def _end(html: str, place: int, name: str) -> int | None:
    """Where an element ends whose content begins here, at the latest with its last like."""
    depth, end = 1, None
    for found in _edges(name).finditer(html, place):
        closes = found[0][1] == "/"
        depth += -1 if closes else name not in _RAW
        end = found.end() if closes else end
        if not depth:
            break
    return end


@lru_cache(1 << 5)
def _edges(name: str) -> re.Pattern[str]:
    return re.compile(rf"<{name}\b|</{name}\b[^>]*>?", re.IGNORECASE)


@lru_cache(1 << 10)  # most are one of a dozen
def _between(tag: str) -> str:
    """What a tag parts two texts by."""
    if not tag[:1].strip():
        return f"<{tag}"  # a sign in a text
    found = _NAME.match(tag)
    name = found[1].lower() if found else ""
    if name in _UNSEEN_TAGS or name[:3] == "!--" or _UNSEEN_LINK.search(tag):
        return _HIDDEN
    if tag.count('"') % 2 or tag.count("'") % 2:
        return _HIDDEN
    if name in _IN_LINE:
        return ""
    if name == "br":
        return " "
    if name in ("td", "th"):
        return _BETWEEN_CELLS if tag[0] == "/" else ""
    alt = _ALT.search(tag) if name == "img" else None
    return f"{_EDGE}{alt[1] or alt[2] or ''}{_EDGE}" if alt else _EDGE


def of_caption(markdown: str) -> str:
    """A caption as plain text."""
    if _SIGNS.search(markdown):
        return plain(markdown)
    return " ".join(markdown.split())
