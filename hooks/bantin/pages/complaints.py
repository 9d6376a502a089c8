"""Preview only: problems in words, in the language of the staff, the gravest first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from bantin import addresses
from bantin.errors import Problem, Severity
from bantin.locale import DEFAULT, message, quoted, text
from bantin.pages.targets import Target

GUIDE = "huong-dan/index.md"
MESSAGES = "huong-dan/thong-bao.md"


@dataclass(frozen=True)
class Guide:
    """Where the writing guide is to be read; empty addresses where the site has none."""

    first: str = ""
    messages: str = ""
    """The page that explains every message; ``#code`` leads to one."""


@dataclass(frozen=True)
class Complaint:
    """A problem in words."""

    number: int
    """From 1 on each page: the same in the list and beside what is marked."""
    place: str
    """``news/2026/a.md:4:7``, as the terminal prints it."""
    text: str
    hint: str
    severity: str
    name: str
    """What the number is called by those who hear it: ``Lỗi 3``."""
    target: Target
    explained: str
    """Address of the message in the guide; empty where there is none."""


@dataclass(frozen=True)
class Group:
    """Problems of one severity."""

    heading: str
    severity: str
    complaints: tuple[Complaint, ...]


@dataclass(frozen=True)
class Panel:
    """The problems of one page, errors first."""

    counts: str
    """``2 lỗi, 1 cảnh báo``."""
    groups: tuple[Group, ...]
    fix: str
    """What stands before a hint."""
    more: str
    """What a link to the guide is called."""
    marked: str
    """What is said of a number that leads to its place on the page."""
    opened: bool
    """Whether there is something to be put right; what is only worth knowing can wait."""


def guide(documents: Collection[str]) -> Guide:
    """The guide as far as the site has it.

    Args:
        documents: Pages under docs/ that are shown, by their path from there.
    """
    return Guide(*(addresses.document(one) if one in documents else "" for one in _PAGES))


def panel(
    problems: Iterable[Problem],
    guide: Guide,
    target: Callable[[Problem], Target] = lambda _: Target(),
) -> Panel | None:
    """The problems as a page shows them, by severity and place; None: there are none."""
    ordered = sorted(problems, key=lambda found: (_ORDER.index(found.severity), found))
    if not ordered:
        return None
    shown = [
        _complaint(number, found, target(found), guide)
        for number, found in enumerate(ordered, start=1)
    ]
    groups = (_group(severity, shown) for severity in _ORDER)
    return Panel(
        counts=counts(ordered),
        groups=tuple(group for group in groups if group.complaints),
        fix=text("broken_fix", DEFAULT),
        more=text("preview_more", DEFAULT),
        marked=text("preview_marked", DEFAULT),
        opened=any(found.severity is not Severity.INFO for found in ordered),
    )


def counts(problems: Iterable[Problem], lang: str = DEFAULT) -> str:
    """``2 lỗi, 1 cảnh báo``; empty for none."""
    found = [problem.severity for problem in problems]
    numbers = ((severity, found.count(severity)) for severity in _ORDER)
    return ", ".join(
        text(f"count_{severity}_{'one' if count == 1 else 'many'}", lang, count=count)
        for severity, count in numbers
        if count
    )


def _group(severity: Severity, complaints: list[Complaint]) -> Group:
    found = tuple(one for one in complaints if one.severity == severity)
    return Group(_capital(_severity(severity, DEFAULT)), severity, found)


def _complaint(number: int, problem: Problem, target: Target, guide: Guide) -> Complaint:
    words = message(problem, DEFAULT)
    at = problem.at
    return Complaint(
        number=number,
        place=f"{quoted(at.path)}:{at.line}:{at.column}",
        text=words.text,
        hint=words.hint,
        severity=problem.severity,
        name=f"{_capital(_severity(problem.severity, DEFAULT))} {number}",
        target=target,
        explained=f"{guide.messages}#{problem.code}" if guide.messages else "",
    )


def _severity(severity: Severity, lang: str) -> str:
    return text(f"severity_{severity}", lang)


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


_ORDER = tuple(Severity)
_PAGES = (GUIDE, MESSAGES)
