"""How far what the language room finds agrees with the gold set: counts and disagreements.

What the room leaves open is never wrong, but missed where the gold set decides it; what the
gold set leaves open doesn't count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

OPEN = "undecided"
NOTHING = "nothing"


@dataclass(frozen=True)
class Tally:
    """What was found, counted. A wrong answer is both missed and false."""

    right: int = 0
    missed: int = 0
    false: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(
            self.right + other.right, self.missed + other.missed, self.false + other.false
        )

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was."""
        return _share(self.right, self.false)

    @property
    def recall(self) -> float:
        """Share of the gold set that was found; 1 where there is none."""
        return _share(self.right, self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return _share(2 * self.right, self.missed + self.false)


def _share(good: int, bad: int) -> float:
    return good / (good + bad) if good + bad else 1.0


@dataclass(frozen=True)
class Outcome:
    """One thing compared: a part of a mention, or of a date."""

    file: str
    about: str
    text: str
    where: str
    """The name or the date in question."""
    part: str
    tally: Tally
    expected: str
    got: str
    """``OPEN`` where the room leaves it open, ``NOTHING`` where it found nothing."""

    @property
    def agrees(self) -> bool:
        """Whether nothing is missed or false."""
        return not (self.tally.missed or self.tally.false)

    def __str__(self) -> str:
        """For somebody who works on it, below the text."""
        return f"{self.where}: {self.part}: expected {self.expected}, got {self.got}"


def total(outcomes: Iterable[Outcome]) -> Tally:
    """All of them together."""
    return sum((one.tally for one in outcomes), Tally())


def listed(outcomes: Iterable[Outcome]) -> str:
    """The disagreements below their texts, to be worked with."""
    found: dict[str, list[Outcome]] = {}
    for one in outcomes:
        if not one.agrees:
            found.setdefault(f"{one.file}: {one.about}\n{_indented(one.text)}", []).append(one)
    return "\n".join(
        "\n".join([text, *(f"  {one}" for one in those)]) for text, those in found.items()
    )


def _indented(text: str) -> str:
    return "\n".join(f"    | {line}" for line in text.splitlines())
