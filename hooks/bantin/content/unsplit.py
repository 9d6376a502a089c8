"""Why a participant's entry can't be taken apart, told with what to type instead."""

from __future__ import annotations

import re
from typing import Final

from bantin.content.frontmatter import Mapping, Node, Scalar
from bantin.content.keys import PARTICIPANT_KEYS, nearest
from bantin.errors import Location, Problem, error, info
from bantin.vietnamese.people import Mention

_WORD: Final = re.compile(r"\w")
_AROUND: Final = " \t,;:–—-"
_NAMES: Final = tuple(key.name for key in PARTICIPANT_KEYS)


def line(written: str, named: tuple[Mention, ...], at: Location) -> Problem:
    """A line that stays whole.

    Args:
        written: The line.
        named: Whom it names; places count in the line.
        at: Where it stands.
    """
    if len(named) > 1:
        names = ", ".join(one.name.text for one in named)
        return info("participant-several", at, names=names)
    for one in named:
        rest = written[: one.start], written[one.end :]
        parts = [part.strip(_AROUND) for part in rest if _WORD.search(part)]
        if parts:
            return info("participant-rest", at, rest=" … ".join(parts))
    return info("participant-line", at, value=written)


def colon(node: Node) -> Problem | None:
    """A line such as ``Chủ trì: BS A``, whose colon makes it a key with its value."""
    if not isinstance(node, Mapping) or len(node.pairs) != 1:
        return None
    key, value = node.pairs[0]
    is_key = key.text.isascii() and key.text.islower()
    if is_key or nearest(key.text, _NAMES) or not isinstance(value, Scalar) or not value.text:
        return None
    return error("participant-colon", node.at, corrected=f"- {key.text} – {value.text}")
