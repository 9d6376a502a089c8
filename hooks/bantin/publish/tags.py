"""A tag as every browser reads it, wherever in a file it begins.

The HTML standard reads a tag the same way in whatever state it comes upon one; what differs is
only whether it does (not in a comment, in the text of ``<title>``, in a script). So the gate
asks of every ``<`` what tag would begin there, and needs to know nothing of states: what could
hide between two readings of a page can't hide from that. A library's parser has its own idea of
comments and broken markup, and each difference would be a way through.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Final

_SPACE: Final = r"\t\n\f\r "
_OPENS = re.compile(rf"</?([^{_SPACE}/>!?<=0-9\"'][^{_SPACE}/>]*)")
"""Names begin with a letter; in XML also with others, and a prefix may be anything."""
_ATTRIBUTE = re.compile(
    rf"[{_SPACE}/]*+([^{_SPACE}/>][^{_SPACE}/>=]*+)"
    rf"(?:[{_SPACE}]*+=[{_SPACE}]*+(?:\"([^\"]*)\"|'([^']*)'|([^{_SPACE}>\"'][^{_SPACE}>]*+)|(?=>)))?+"
    rf"(?![{_SPACE}]*=)"  # a quote that nothing closes
)
_CLOSES = re.compile(rf"[{_SPACE}/]*>")
_ATTRIBUTES: Final = 200
"""No honest tag has more; without an end, ``<a <a <a …`` would be read for ever."""


@dataclass(frozen=True)
class Tag:
    """What stands between ``<`` and ``>``."""

    source: str
    """As typed."""
    name: str
    """In small letters, without the prefix of a namespace."""
    attributes: tuple[tuple[str, str], ...]
    """Names in small letters; values with entities decoded, empty where there is none."""
    end: int
    """Where the text behind it begins."""
    closed: bool
    """Whether its ``>`` was found."""

    @cached_property
    def values(self) -> Mapping[str, str]:
        """The attributes that count: of two with one name a browser takes the first."""
        return dict(reversed(self.attributes))


def read(text: str, start: int) -> Tag | None:
    """The tag that begins at ``start``, where a ``<`` stands; None where none does."""
    opens = _OPENS.match(text, start)
    if opens is None:
        return None
    attributes: list[tuple[str, str]] = []
    end = opens.end()
    closes = _CLOSES.match(text, end)
    while closes is None and len(attributes) < _ATTRIBUTES:
        found = _ATTRIBUTE.match(text, end)
        if found is None:  # the file ends before the tag does
            break
        value = next((value for value in found.groups()[1:] if value is not None), "")
        attributes.append((found[1].lower(), unescape(value) if "&" in value else value))
        end = found.end()
        closes = _CLOSES.match(text, end)
    end = closes.end() if closes else end
    name = opens[1].lower().rpartition(":")[2]
    return Tag(text[start:end], name, tuple(attributes), end, closes is not None)
