"""What is told of a person where a text names one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bantin.vietnamese import tables
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
    """Those before and behind the name as one block, from the first to the last."""
    posts: tuple[PostHeld, ...] = ()
    """In the order written. Words that several people share may stand outside the whole."""
    address: str = ""
    """As written: ``ông``, ``Đồng chí``; empty without."""
    form: Form = Form.FULL
    refers_to: int | None = None
    """Of a short form: the mention before it, counted from 0, that names the same person."""
    undecided: tuple[str, ...] = ()
    """Parts that the text leaves open: ``name``, ``titles``, ``role``, ``organization``,
    ``refers_to``."""


def contradict(one: Mention, other: Mention) -> bool:
    """Whether one is called as a patient is, the other by a title: ``BS Nam``, ``cháu Nam``."""
    return _is_patient(one) != _is_patient(other) and bool(one.titles) != bool(other.titles)


def _is_patient(one: Mention) -> bool:
    return not one.titles and one.address in tables.phrases("address.private")
