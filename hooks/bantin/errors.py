"""What can be wrong, and where: values that every other room hands on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """Stops a build before anything is replaced."""
    WARNING = "warning"
    """Shown; stops only a strict run."""
    INFO = "info"
    """Shown where somebody looks for it."""


@dataclass(frozen=True, order=True)
class Location:
    """A place in a writer's file."""

    path: str
    """As the writer knows it: relative to the site's root, '/'-separated."""
    line: int = 1
    """From 1, counted as editors count."""
    column: int = 1
    """From 1, in characters."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that somebody can put right.

    It carries no words: ``bantin.locale.message`` gives them in Vietnamese or English, so
    that terminal, preview and JSON say the same.
    """

    at: Location
    code: str
    """Key of the message in the catalogues, for example ``date-impossible``."""
    severity: Severity
    values: tuple[tuple[str, str], ...] = ()
    """What the message quotes, by name."""


class BulletinError(Exception):
    """A file can't be read any further; carries the Problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def error(code: str, at: Location, **values: object) -> Problem:
    """A problem that stops a build."""
    return Problem(at, code, Severity.ERROR, _named(values))


def warning(code: str, at: Location, **values: object) -> Problem:
    """A problem that is shown and lets a build go on."""
    return Problem(at, code, Severity.WARNING, _named(values))


def info(code: str, at: Location, **values: object) -> Problem:
    """Something worth knowing."""
    return Problem(at, code, Severity.INFO, _named(values))


def _named(values: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in sorted(values.items()))
