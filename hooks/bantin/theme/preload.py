"""The photo that readers wait for, asked for before a browser has read so far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

EAGER: Final = 'fetchpriority="high"'
"""How ``parts.html`` marks the one photo of a page that is in the first view."""

_PICTURE = re.compile(rf"<picture>((?:\s*<source[^>]*>)+)\s*<img[^>]* {EAGER}")
_SOURCE = re.compile(r"<source([^>]*)>")
_VALUE = re.compile(r' ([a-z]+)="([^"]*)"')
_FORMAT: Final = "image/avif"
"""A browser that does not know it takes no notice."""


class Ahead(NamedTuple):
    """What a browser is told to ask for at once, in the words of the picture itself.

    Whatever differed from it would be fetched twice.
    """

    srcset: str
    sizes: str
    media: str
    """For which windows; empty for all."""


def ahead(content: str) -> tuple[Ahead, ...]:
    """The sources of the photo in the first view; nothing where there is none.

    Args:
        content: Finished HTML of a page of ours.
    """
    picture = _PICTURE.search(content) if EAGER in content else None
    return tuple(_sources(picture[1])) if picture else ()


def _sources(picture: str) -> Iterator[Ahead]:
    """A browser takes the first that fits: what one window takes shuts out the next."""
    others = ""
    for source in _SOURCE.finditer(picture):
        values = {name: unescape(value) for name, value in _VALUE.findall(source[1])}
        if values.get("type") == _FORMAT:
            media = values.get("media", "")
            yield Ahead(values["srcset"], values.get("sizes", ""), media or others)
            others = f"not all and {media}" if media else others
