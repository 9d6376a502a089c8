"""Preview only, on paper: the block with which a director approves a bulletin."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.locale import quoted, text
from bantin.model import Bulletin
from bantin.pages.complaints import counts
from bantin.pages.shelf import Shelf
from bantin.visibility import Reason

_AWAITS = (Reason.DRAFT, Reason.REVIEW, Reason.AHEAD, Reason.EMBARGO)
"""Somebody may still say no to these."""
_TO_FILL = ("printed", "approver", "date", "signature", "opinion")


@dataclass(frozen=True)
class Fact:
    """A line that is filled in already."""

    name: str
    text: str


@dataclass(frozen=True)
class SignOff:
    """What the block prints, in the language of the bulletin."""

    heading: str
    facts: tuple[Fact, ...]
    to_fill: tuple[str, ...]
    """Names of lines that are filled in by hand."""


def sign_off(shelf: Shelf, bulletin: Bulletin) -> SignOff | None:
    """The block of a bulletin that waits for approval; None for others, and in a build."""
    lang = bulletin.lang
    if not shelf.edition.preview or shelf.edition.hidden.get(bulletin.id) not in _AWAITS:
        return None
    photos = len(shelf.edition.galleries.get(bulletin.id, ()))
    facts = [("file", quoted(bulletin.path)), ("photos", str(photos))]
    left = counts(shelf.problems.get(bulletin.path, ()), lang)
    if left:
        facts.append(("problems", left))
    return SignOff(
        heading=text("sign_off", lang),
        facts=tuple(Fact(text(f"sign_off_{name}", lang), value) for name, value in facts),
        to_fill=tuple(text(f"sign_off_{name}", lang) for name in _TO_FILL),
    )
