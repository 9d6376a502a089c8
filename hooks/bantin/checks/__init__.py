"""What is looked for in an edition: each check a generator of problems, all in one tuple."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bantin.checks import folders, photos, texts
from bantin.edition import Edition
from bantin.errors import Problem, Severity

Check = Callable[[Edition], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    folders.year_of_folder,
    photos.without_alt,
    photos.named_unmarked,
    photos.located,
    texts.empty_body,
    texts.sentence_of_the_template,
    texts.same_title_and_date,
    texts.tags_alike,
)


def run(edition: Edition) -> tuple[Problem, ...]:
    """Every finding: those of the reading and those of the checks, sorted by place.

    Warnings that a bulletin accepts (``accept:``) are left out; errors can't be accepted.
    """
    found = {*edition.problems}
    for check in CHECKS:
        found.update(check(edition))
    return tuple(sorted(_without_accepted(found, edition)))


def _without_accepted(problems: Iterable[Problem], edition: Edition) -> Iterator[Problem]:
    accepted = {
        (bulletin.path, acceptance.code)
        for bulletin in edition.bulletins
        for acceptance in bulletin.accept
    }
    for problem in problems:
        if (
            problem.severity is Severity.ERROR
            or (problem.at.path, problem.code) not in accepted
        ):
            yield problem
