"""Captions: the inline subset of Markdown. Emphasis and links; all else is text."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Self, TypeVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor, build_treeprocessors
from markdown.util import Registry

from bantin.markup.links import CAPTION_SCHEMES, is_allowed, scheme_of

_T = TypeVar("_T")

_SPEAKS = re.compile(r"[*_\[\\&]")
"""Without one of these a caption is only text."""
_LINK_TAG = re.compile(r"</?[a-z][^>]*>")


class _Links(Treeprocessor):
    """Keeps links that a caption may have, takes the rest apart."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            destination = unescape(link.get("href", ""))
            link.attrib.clear()
            if scheme_of(destination) and is_allowed(destination, CAPTION_SCHEMES):
                link.set("href", destination)
                if not destination.lower().startswith("mailto:"):
                    link.set("rel", "noopener")
            else:
                link.tag = "span"


def caption_html(text: str) -> str:
    """A caption as HTML: ``em``, ``strong``, links to http, https and mailto."""
    line = " ".join(text.replace("\x02", "").replace("\x03", "").split())
    if not _SPEAKS.search(line):
        return escape(line, quote=False)
    html = (
        _CaptionReader(output_format="html")
        .convert(line)
        .removeprefix("<p>")
        .removesuffix("</p>")
    )
    return html.replace("<span>", "").replace("</span>", "")


def plain(text: str) -> str:
    """A caption without markup, not escaped: for alt texts and titles."""
    return unescape(_LINK_TAG.sub("", caption_html(text)))


class _CaptionReader(Markdown):
    """Knows paragraphs, emphasis, links and backslashes, and nothing else."""

    def build_parser(self) -> Self:
        super().build_parser()
        self.parser.blockprocessors = _only(self.parser.blockprocessors, "empty", "paragraph")
        self.inlinePatterns = _only(self.inlinePatterns, "escape", "link", "em_strong")
        self.preprocessors = _only(self.preprocessors, "normalize_whitespace")
        self.treeprocessors = build_treeprocessors(self)
        self.treeprocessors.register(_Links(self), "links", -1)
        self.ESCAPED_CHARS.append("<")
        return self


def _only(registry: Registry[_T], *names: str) -> Registry[_T]:
    """The named entries of a registry, in this order."""
    kept: Registry[_T] = Registry()
    for place, name in enumerate(names):
        kept.register(registry[name], name, -place)
    return kept
