"""Finished HTML and captions -> passages: plain text as readers see it, block by block."""

from __future__ import annotations

import re
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
_LIKELY_UNSEEN: Final = re.compile(
    "<!--|<s[ctvue]|<te|<math|<button|footnote-|headerlink", re.IGNORECASE
)
"""A quick look: most texts have nothing of the kind."""
_IMAGE: Final = re.compile(rf"<img\b{_INSIDE}>", re.IGNORECASE)
_ALT: Final = re.compile(r"\salt=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_BLOCK: Final = re.compile(
    r"</?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|footer|header|table|caption|tr|pre|hr"
    r"|figure|figcaption|picture|div|section|article|aside|nav|main|form|details|summary"
    rf")\b{_INSIDE}>",
    re.IGNORECASE,
)
_CELL: Final = re.compile(rf"</t[dh]\s*>\s*<t[dh]\b{_INSIDE}>", re.IGNORECASE)
_BREAK: Final = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_TAG: Final = re.compile(rf"</?[a-z]{_INSIDE}>", re.IGNORECASE)
_EDGE: Final = "\x1e"
"""Between two blocks; no page holds it."""
_BETWEEN_CELLS: Final = " · "
_SIGNS: Final = re.compile(r"[*_\[\\&]")
"""Without one of these a caption is only text."""


def of_html(html: str) -> tuple[str, ...]:
    """The texts of finished HTML: one passage for each block that has words.

    A paragraph, heading, list item, caption or row of a table; what a picture shows is told by
    its ``alt`` and stands for itself. Markup, scripts and footnotes' figures are gone.
    """
    if _LIKELY_UNSEEN.search(html):
        html = _UNSEEN.sub("", html)
    if "<img" in html:
        html = _IMAGE.sub(_told, html)
    if "<t" in html:
        html = _CELL.sub(_BETWEEN_CELLS, html)
    if "<br" in html:
        html = _BREAK.sub(" ", html)
    blocks = _TAG.sub("", _BLOCK.sub(_EDGE, html)).split(_EDGE)
    whole = (" ".join(block.split()) for block in blocks)
    return tuple(unescape(block) if "&" in block else block for block in whole if block)


def of_caption(markdown: str) -> str:
    """A caption as plain text."""
    if _SIGNS.search(markdown):
        return plain(markdown)
    return " ".join(markdown.split())


def _told(image: re.Match[str]) -> str:
    """What a picture shows, as a block of its own."""
    alt = _ALT.search(image[0])
    return f"{_EDGE}{alt[1] or alt[2] or ''}{_EDGE}" if alt else _EDGE
