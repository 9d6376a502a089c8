"""People named in running text, captions, lists and tables.

What is found is exact: every part is the text as written with its place. What the text does not
decide is named in ``undecided``, never guessed. The rules stand in docs/dev/language.md.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from bantin.vietnamese.known import Known
from bantin.vietnamese.naming import names, rosters
from bantin.vietnamese.naming.beside import Beside
from bantin.vietnamese.naming.cutting import cut
from bantin.vietnamese.naming.heads import Heads
from bantin.vietnamese.naming.mentions import Form, Mention, PostHeld, contradict
from bantin.vietnamese.naming.names import endings
from bantin.vietnamese.naming.parts import Kind
from bantin.vietnamese.text import compare_key, nfc
from bantin.vietnamese.words import Words

__all__ = ["Form", "Mention", "PostHeld", "is_full_name", "mentions", "roles_of"]


_BESIDE_ROLES: Final = (Kind.ROLE, Kind.LINK, Kind.AND)
"""Parts of a line that is nothing but roles."""


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


@lru_cache(maxsize=1 << 12)  # bulletins name the same people
def is_full_name(text: str) -> bool:
    """Whether a text is a family name with a given name, neither cut to a letter, no more."""
    words = Words(nfc(text))
    found = names.after_evidence(Heads(words), 0) if len(words) > 1 else None
    whole = found is not None and found.full and found.behind == len(words)
    letters = any(len(word.text) == 1 for word in words.words[1:])
    return whole and not letters and "." not in text


def roles_of(line: str, known: Known | None = None) -> tuple[str, ...]:
    """The roles of a line one by one: ``Bí thư Chi bộ, Giám đốc`` are two.

    Returns:
        The line as it is where it isn't several roles and nothing else.
    """
    words, found = cut(nfc(line), known or Known())
    held = [part for part in found if part.kind is Kind.ROLE]
    if len(held) < 2 or any(part.kind not in _BESIDE_ROLES for part in found):
        return (nfc(line),)
    return tuple(words.written(part.first, part.behind).text for part in held)


@dataclass
class _Called:
    """Who may be meant by a given name: the last place, and how many people."""

    last: int
    names: set[str]


def _referring(found: list[Mention]) -> tuple[Mention, ...]:
    """Tell of each short form whom it names."""
    told: list[Mention] = []
    called: dict[tuple[str, ...], _Called] = {}
    for place, one in enumerate(found):
        key = compare_key(one.name.text)
        syllables = key.split()
        told.append(_resolved(one, told, called.get(tuple(syllables))))
        if told[-1].form is Form.FULL:
            for ending in endings(syllables):
                meant = called.setdefault(ending, _Called(place, set()))
                meant.last = place
                meant.names.add(key)
    return tuple(told)


def _resolved(one: Mention, told: list[Mention], meant: _Called | None) -> Mention:
    """A mention whose name ends full ones before it."""
    if meant is None:
        return one
    if len(meant.names) > 1 or contradict(one, told[meant.last]):
        return replace(one, form=Form.SHORT, undecided=(*one.undecided, "refers_to"))
    undecided = tuple(part for part in one.undecided if part != "name")
    return replace(one, form=Form.SHORT, refers_to=meant.last, undecided=undecided)
