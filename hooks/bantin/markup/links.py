"""Links: which ones are allowed, where relative ones lead, and how they enter the HTML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from posixpath import normpath
from typing import Final
from urllib.parse import unquote

from bantin.markup.converted import (
    GAP_ENDS,
    LINK_CLOSES,
    LINK_OPENS,
    PHOTO,
    Converted,
    Target,
)

SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
CAPTION_SCHEMES: Final = frozenset({"http", "https", "mailto"})

_SCHEME = re.compile(r"([^/?#]*?):")
_GAP = re.compile(rf"([{LINK_OPENS}{LINK_CLOSES}{PHOTO}])(\d+){GAP_ENDS}")


class Leads(StrEnum):
    """Where a destination leads."""

    FILE = "file"
    """A file of the site's folders; it need not exist."""
    EXTERNAL = "external"
    """Another site, a mailbox, a telephone."""
    FRAGMENT = "fragment"
    """A place on the same page."""
    OUTSIDE = "outside"
    """Above the site's root, or no path at all."""
    ABSOLUTE = "absolute"
    """Begins with '/': works on the web server only, not in an editor."""


@dataclass(frozen=True)
class Resolved:
    """A destination, resolved without looking at the disk."""

    leads: Leads
    path: str = ""
    """From the site's root, '/'-separated, NFC; only with ``Leads.FILE``."""
    fragment: str = ""
    """Decoded, without '#'."""


def scheme_of(destination: str) -> str:
    r"""The scheme as a browser would see it, in lower case; ``//`` for ``//host``; or empty.

    Browsers skip white space and control characters, and read '\' as '/'.
    """
    seen = "".join(
        c for c in destination if not (c.isspace() or unicodedata.category(c) == "Cc")
    )
    if seen.replace("\\", "/").startswith("//"):
        return "//"
    found = _SCHEME.match(seen)
    return found[1].lower() if found else ""


def is_allowed(destination: str, schemes: frozenset[str] = SCHEMES) -> bool:
    """Whether a link may lead there: an allowed scheme, a path or a fragment.

    Args:
        destination: With its HTML entities decoded.
        schemes: What may stand before the colon.
    """
    scheme = scheme_of(destination)
    return not scheme or scheme in schemes


def resolve(destination: str, folder: str) -> Resolved:
    """Where a destination leads from a file in ``folder``: path arithmetic, no disk.

    Args:
        destination: As a Target gives it, percent-encoded or not.
        folder: Of the file that holds the link, from the site's root, for example
            ``news/2026``; empty for the root.
    """
    if scheme_of(destination):
        return Resolved(Leads.EXTERNAL)
    typed, _, tail = destination.strip().partition("#")
    fragment = unicodedata.normalize("NFC", unquote(tail))
    path = unquote(typed.partition("?")[0]).replace("\\", "/")
    if not path:
        return Resolved(Leads.FRAGMENT, fragment=fragment)
    if path.startswith("/"):
        return Resolved(Leads.ABSOLUTE, fragment=fragment)
    whole = normpath(f"./{folder}/{path}")
    if whole.split("/")[0] == ".." or not path.isprintable():
        return Resolved(Leads.OUTSIDE, fragment=fragment)
    return Resolved(Leads.FILE, unicodedata.normalize("NFC", whole), fragment)


def fill(
    converted: Converted, links: Mapping[int, str | None], photos: Mapping[int, str]
) -> tuple[str, ...]:
    """The parts with every gap filled.

    Args:
        converted: What ``convert`` gave.
        links: By index in ``converted.targets``: the address to link to, not escaped. With
            None, or without an entry, the link's words stand there without a link.
        photos: By index: the picture's HTML. Without an entry its alt text stands there.
    """

    def gap(found: re.Match[str]) -> str:
        index = int(found[2])
        if found[1] == PHOTO:
            return photos.get(index, escape(converted.targets[index].text))
        href = links.get(index)
        if href is None:
            return ""
        return "</a>" if found[1] == LINK_CLOSES else _opened(href, converted.targets[index])

    return tuple(_GAP.sub(gap, part) for part in converted.parts)


def _opened(href: str, target: Target) -> str:
    title = f' title="{escape(target.title)}"' if target.title else ""
    rel = ' rel="noopener"' if scheme_of(href) in {"http", "https", "//"} else ""
    return f'<a href="{escape(href)}"{title}{rel}>'
