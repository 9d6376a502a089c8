"""Preview only: problems in words, for the page of the bulletin that has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.errors import Problem
from bantin.locale import DEFAULT, message, quoted


@dataclass(frozen=True)
class Complaint:
    """A problem in words."""

    place: str
    """``news/2026/a.md:4:7``, as the terminal prints it."""
    text: str
    hint: str
    severity: str


def complaints(problems: Iterable[Problem]) -> tuple[Complaint, ...]:
    """The problems by place, in the language of the staff."""
    return tuple(_complaint(problem) for problem in sorted(problems))


def _complaint(problem: Problem) -> Complaint:
    words = message(problem, DEFAULT)
    place = f"{quoted(problem.at.path)}:{problem.at.line}:{problem.at.column}"
    return Complaint(place, words.text, words.hint, problem.severity)
