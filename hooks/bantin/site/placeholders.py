"""A line of its own on a page of docs/ that something of ours takes the place of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from bantin.content.settings import Settings
from bantin.errors import Location, Problem, error

_LINE = re.compile(r" {0,3}\[hospital\][ \t]*", re.I)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.S)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*?(/?)>", re.I)
_EMPTY = ("br", "img", "wbr", "hr", "input")


def problems(
    texts: Mapping[str, str | Problem], settings: Settings, folder: str
) -> Iterator[Problem]:
    """``[hospital]`` on the pages of a site whose mkdocs.yml does not say who publishes it.

    Args:
        texts: Pages under docs/ by their path from there (``documents.texts``).
        settings: Of the site.
        folder: docs/ as its authors know it.
    """
    if settings.hospital.has_contacts:
        return
    for name, text in texts.items():
        for number in _lines(text) if isinstance(text, str) else ():
            yield error("hospital-unset", Location(f"{folder}/{name}", number))


def filled(html: str, card: Callable[[], str]) -> str:
    """The content of a page with a card in the place of each line ``[hospital]``.

    Args:
        html: As Python-Markdown gives it. The line stands alone in a paragraph or between
            others of one; in code it is no paragraph.
        card: Draws the card; only called where there is such a line.
    """
    if "[hospital]" not in html.lower():
        return html
    return _PARAGRAPH.sub(lambda found: _around(found[0], found[1], card), html)


def _around(paragraph: str, text: str, card: Callable[[], str]) -> str:
    """A paragraph, divided where the line stands outside its tags."""
    parts: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _LINE.fullmatch(line) and _is_whole("\n".join(parts[-1])):
            parts.append([])
        else:
            parts[-1].append(line)
    if len(parts) == 1:
        return paragraph
    texts = (_without_break("\n".join(lines)) for lines in parts)
    return card().join(f"<p>{one}</p>" if one else "" for one in texts)


def _is_whole(html: str) -> bool:
    """Whether every tag that opens is closed again."""
    opened = 0
    for slash, name, empty in _TAG.findall(html):
        if not empty and name.lower() not in _EMPTY:
            opened += -1 if slash else 1
    return opened == 0


def _without_break(text: str) -> str:
    return re.sub(r"(?:<br ?/?>|\s)+$", "", text.strip())


def _lines(text: str) -> Iterator[int]:
    """Numbers of the lines, from 1, that are ``[hospital]`` outside code."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence):
            fence = ""
        elif not fence and _LINE.fullmatch(line):
            yield number
