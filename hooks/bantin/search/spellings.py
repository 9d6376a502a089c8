"""Phrases as they are compared, and as few words as possible by which they are found."""

from __future__ import annotations

from collections.abc import Iterable

from bantin.search.tokens import WORD
from bantin.vietnamese.text import fold_tone


def comparable(phrase: str) -> str:
    """A phrase as phrases are looked for: bare words in lower case, one tone placement."""
    return " ".join(WORD.findall(fold_tone(phrase).lower().replace("_", " ")))


def lean(forms: Iterable[str]) -> tuple[str, ...]:
    """Passages by which the same words and pairs of words are found as by these forms.

    What one has from another is cut off its ends: an index need not be told it again.
    """
    told: set[tuple[str, ...]] = set()
    found: list[str] = []
    for form in forms:
        words = comparable(form).split()
        links = [tuple(words[at : at + 2]) for at in range(max(1, len(words) - 1))]
        new = [at for at, link in enumerate(links) if link and link not in told]
        if new:
            found.append(" ".join(words[new[0] : new[-1] + 2]))
        told.update(links, ((word,) for word in words))
    return tuple(found)
