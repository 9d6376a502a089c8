"""People named in running text, captions, lists and tables.

What is found is exact: every part is the text as written with its place. What the text does not
decide is named in ``undecided``, never guessed. The rules stand in docs/dev/language.md.
"""

from __future__ import annotations

from dataclasses import replace

from bantin.vietnamese import rosters
from bantin.vietnamese.beside import Beside
from bantin.vietnamese.cutting import cut
from bantin.vietnamese.known import Known
from bantin.vietnamese.mentions import Form, Mention, PostHeld
from bantin.vietnamese.names import endings
from bantin.vietnamese.text import compare_key, nfc

__all__ = ["Form", "Mention", "PostHeld", "mentions"]


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
    called: dict[tuple[str, ...], list[int]] = {}
    for place, one in enumerate(found):
        syllables = compare_key(one.name.text).split()
        told.append(_resolved(one, told, called.get(tuple(syllables), [])))
        if told[-1].form is Form.FULL:
            for ending in endings(syllables):
                called.setdefault(ending, []).append(place)
    return tuple(told)


def _resolved(one: Mention, before: list[Mention], held: list[int]) -> Mention:
    """A mention whose name ends the full ones at ``held``."""
    if not held:
        return one
    if len({compare_key(before[place].name.text) for place in held}) > 1:
        return replace(one, form=Form.SHORT, undecided=(*one.undecided, "refers_to"))
    undecided = tuple(part for part in one.undecided if part != "name")
    return replace(one, form=Form.SHORT, refers_to=held[-1], undecided=undecided)
