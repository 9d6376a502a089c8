"""People named in running text, captions, lists and tables.

What is found is exact: every part is the text as written with its place. What the text does not
decide is named in ``undecided``, never guessed. The rules stand in docs/dev/language.md.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bantin.vietnamese import rosters
from bantin.vietnamese.beside import Beside
from bantin.vietnamese.known import Known
from bantin.vietnamese.mentions import Form, Mention, PostHeld
from bantin.vietnamese.parts import cut
from bantin.vietnamese.text import compare_key, nfc

__all__ = ["Form", "Mention", "PostHeld", "mentions"]

_GIVEN: Final = 2
"""Most syllables of a given name in use: Vân Anh."""


def mentions(text: str, known: Known | None = None) -> tuple[Mention, ...]:
    """Every person named in a text, in order.

    Args:
        text: Running text, a caption, a list, a table; several lines.
        known: Names of the registries. Without, everything works and less is decided.

    Returns:
        Places count in ``nfc(text)``; no two overlap.
    """
    whole, beforehand = nfc(text), known or Known()
    rows = rosters.find(whole, beforehand)
    running = Beside(*cut(rosters.blanked(whole, rows), beforehand)).mentions()
    found = sorted((*rows, *running), key=lambda one: (one.start, one.end))
    return _referring(found)


def _referring(found: list[Mention]) -> tuple[Mention, ...]:
    """Tell of each short form whom it names."""
    told: list[Mention] = []
    for one in found:
        told.append(_resolved(one, told))
    return tuple(told)


def _resolved(one: Mention, before: list[Mention]) -> Mention:
    syllables = compare_key(one.name.text).split()
    if len(syllables) > _GIVEN:
        return one
    held = [
        place
        for place, other in enumerate(before)
        if other.form is Form.FULL and _ends_in(other, syllables)
    ]
    if not held:
        return one
    people = {compare_key(before[place].name.text) for place in held}
    if len(people) > 1:
        return replace(one, form=Form.SHORT, undecided=(*one.undecided, "refers_to"))
    undecided = tuple(part for part in one.undecided if part != "name")
    return replace(one, form=Form.SHORT, refers_to=held[-1], undecided=undecided)


def _ends_in(other: Mention, syllables: list[str]) -> bool:
    whole = compare_key(other.name.text).split()
    return len(whole) > len(syllables) and whole[-len(syllables) :] == syllables
