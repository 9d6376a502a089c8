"""Who said it: a quotation whose last line begins with a dash names its speaker."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

BEFORE_GAPS: Final = -0.5
"""After the library's own, so that emphasis and links are elements already."""
_SPEAKER = re.compile(r"[—–][ \t\u00a0]+")
_TURN = re.compile(rf"(?:^|\n)[ \t]*{_SPEAKER.pattern}")
"""A line that begins like one; several of them are a conversation, not a speaker's name."""


class Quotes(Treeprocessor):
    """``> Lời nói.`` and ``> — Người nói`` -> the name in a ``<footer><cite>``."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        md.treeprocessors.register(self, "quotes", BEFORE_GAPS)

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for quotation in list(root.iter("blockquote")):
            _attribute(quotation)


def _attribute(quotation: Element) -> None:
    """Move the speaker out of the last paragraph, where there is one and words before it."""
    if not len(quotation) or quotation[-1].tag != "p":
        return
    if len(_TURN.findall("".join(quotation.itertext()))) != 1:
        return
    paragraph = quotation[-1]
    speaker = _whole(paragraph) if len(quotation) > 1 else None
    if speaker is not None:
        quotation.remove(paragraph)
    else:
        speaker = _last_line(paragraph)
    if speaker is None:
        return
    footer = SubElement(quotation, "footer")
    footer.tail = "\n"
    footer.append(speaker)


def _whole(paragraph: Element) -> Element | None:
    """The paragraph as the speaker's name; None where it begins otherwise or is longer."""
    text = paragraph.text or ""
    found = _SPEAKER.match(text.lstrip())
    if not found or "\n" in "".join(paragraph.itertext()).strip():
        return None
    return _named(text.lstrip()[found.end() :], list(paragraph))


def _last_line(paragraph: Element) -> Element | None:
    """The speaker taken off the paragraph's end; None where its last line is no name."""
    children = list(paragraph)
    for index in range(len(children), -1, -1):
        text = (children[index - 1].tail if index else paragraph.text) or ""
        before, broken, line = text.rpartition("\n")
        if not broken and not (index and children[index - 1].tag == "br"):
            continue
        found = _SPEAKER.match(line.lstrip())
        speaker = _named(line.lstrip()[found.end() :], children[index:]) if found else None
        if speaker is not None:
            _cut(paragraph, index, before)
        return speaker
    return None


def _named(text: str, rest: list[Element]) -> Element | None:
    """A ``cite`` of what stands behind the dash; None where nothing does."""
    if not text.strip() and not rest:
        return None
    cite = Element("cite")
    cite.text = text
    cite.extend(rest)
    return cite


def _cut(paragraph: Element, index: int, before: str) -> None:
    """Leave the first ``index`` children and the text ``before``, no break at its end."""
    for child in list(paragraph)[index:]:
        paragraph.remove(child)
    if not index:
        paragraph.text = before
    elif paragraph[-1].tag == "br" and not before.strip():
        paragraph.remove(paragraph[-1])
    else:
        paragraph[-1].tail = before
