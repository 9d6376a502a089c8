"""Finished HTML and captions -> passages: plain text as readers see it, block by block."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import Final

from bantin.markup.inline import plain

_INSIDE: Final = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*+"
"""What may stand inside a tag: ``>`` in quotation marks, too."""
_UNSEEN: Final = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|template|svg|math|select|button)\b.*?</\1\s*>"
    rf"|<sup\b{_INSIDE}>\s*<a\b[^>]*\bfootnote-ref\b.*?</sup>"
    r"|<a\b[^>]*\b(?:footnote-backref|headerlink)\b.*?</a>",
    re.DOTALL | re.IGNORECASE,
)
"""What is no text: scripts, figures of footnotes, the signs beside headings."""
_UNSEEN_TAGS: Final = frozenset(
    ("script", "style", "template", "svg", "math", "select", "button", "!--")
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
_ATTRIBUTE: Final = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_EDGE: Final = "\x1e"
"""Between two blocks; no page holds it."""
_HIDDEN: Final = "\x1d"
"""Something that is not to be seen begins or ends, or a tag that holds a ``>``."""
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
        told = _told(_UNSEEN.sub("", _ATTRIBUTE.sub(_tamed, html))).replace(_HIDDEN, _EDGE)
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


def _tamed(attribute: re.Match[str]) -> str:
    """An attribute, as somebody has written it by hand, without signs that are no tag's."""
    return attribute[0].replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(1 << 10)  # most are one of a dozen
def _between(tag: str) -> str:
    """What a tag parts two texts by."""
    if not tag[:1].strip():
        return f"<{tag}"  # a sign in a text
    name = tag.split(None, 1)[0].strip("/").lower()
    if name in _UNSEEN_TAGS or _UNSEEN_LINK.search(tag) or tag.count('"') % 2:
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
