"""People named in running text, captions, lists and tables.

What is found is exact: every part is the text as written with its place. What the text does not
decide is named in ``undecided``, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bantin.vietnamese.known import Known
from bantin.vietnamese.phrases import Phrase
from bantin.vietnamese.titles import TitleBlock


class Form(StrEnum):
    """How somebody is named."""

    FULL = "full"
    """With family name, by initials, or as foreigners are."""
    SHORT = "short"
    """By the given name: ``BS. Hảo``, ``ông Trọng``, after a full mention."""


@dataclass(frozen=True)
class PostHeld:
    """What the text says somebody is: a role, an organization, or both."""

    role: Phrase | None
    organization: Phrase | None


@dataclass(frozen=True)
class Mention:
    """One place where a person is named."""

    start: int
    end: int
    """The whole: titles, name and what stands beside it. Never overlaps another."""
    name: Phrase
    titles: TitleBlock | None = None
    posts: tuple[PostHeld, ...] = ()
    """In the order written. Words that several people share may stand outside the whole."""
    address: str = ""
    """Lower case: ``ông``, ``đồng chí``; empty without."""
    form: Form = Form.FULL
    refers_to: int | None = None
    """Of a short form: the mention before it, counted from 0, that names the same person."""
    undecided: tuple[str, ...] = ()
    """Parts that the text leaves open: ``name``, ``titles``, ``role``, ``organization``,
    ``refers_to``."""


def mentions(text: str, known: Known | None = None) -> tuple[Mention, ...]:
    """Every person named in a text, in order.

    Args:
        text: Running text, a caption, a list, a table; several lines.
        known: Names of the registries. Without, everything works and less is decided.

    Returns:
        Places count in ``nfc(text)``; no two overlap.
    """
    return ()
