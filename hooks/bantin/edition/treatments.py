"""What bulletins say of the people on their photos -> what is done to each file: pure.

A mark belongs to the file, not to one use of it: what the list ``photos`` of any bulletin says,
hidden ones too, holds in every gallery, text, film and translation that shows the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from bantin.content.photosettings import PhotoSettings
from bantin.edition.consents import Consents, Place
from bantin.errors import Location, Problem, Severity, error
from bantin.model import Box, People, Photo
from bantin.pictures import GUARDED, MarkedFile, Original, Treatment


class Mark(NamedTuple):
    """What one entry of ``photos`` says of a file."""

    place: Place
    photo: Photo
    shown: bool
    """Whether its bulletin is: problems of hidden ones don't stop a build."""


@dataclass(frozen=True)
class Marks:
    """What all bulletins together say of one file."""

    blur: tuple[Box, ...] = ()
    """In one order, whichever bulletin says it first."""
    people: frozenset[People] = frozenset()
    """Patients and children only."""
    people_at: Location | None = None
    """Where somebody says so first."""
    consents: frozenset[str] = frozenset()
    """Ids, and ``no``."""
    credit: str = ""
    """Who took it, as the first of the shown bulletins says."""
    left_out: bool = False
    """A consent has ended: the file is to be seen nowhere."""
    untold: tuple[Problem, ...] = ()
    """What only hidden bulletins have against it, to be told where it is shown."""

    @property
    def matter(self) -> bool:
        """Whether an equal file must be marked, too."""
        return bool(self.blur or self.people or self.consents)

    def lacking(self, other: Marks) -> str:
        """The keys under which ``other`` says more of the same picture: ``people, blur``."""
        more: dict[str, frozenset[object]] = {
            "people": frozenset(other.people - self.people),
            "consent": frozenset(other.consents - self.consents),
            "blur": frozenset(other.blur) - frozenset(self.blur),
        }
        return ", ".join(key for key, missing in more.items() if missing)


UNMARKED = Marks()


@dataclass(frozen=True)
class Treatments:
    """The marks of all files."""

    marks: Mapping[str, Marks] = field(default_factory=dict)
    """By ``Original.path``."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Of those files of which no equal one may be shown unmarked."""
    problems: tuple[Problem, ...] = ()
    """Of bulletins that are shown, each at its mark."""

    @cached_property
    def left_out(self) -> frozenset[str]:
        """Paths of the files that are to be seen nowhere."""
        return frozenset(path for path, marks in self.marks.items() if marks.left_out)

    def pixels(self, settings: PhotoSettings) -> dict[str, Treatment]:
        """What is done to the pixels of each file of which anything is said.

        Args:
            settings: What the site does with all its photos.
        """
        return {
            path: Treatment(one.blur, one.credit if settings.credit else "", settings.watermark)
            for path, one in self.marks.items()
        }

    def against(self, path: str, at: Location) -> Iterator[Problem]:
        """What is to be told of a file where it is shown."""
        for found in self.marks.get(path, UNMARKED).untold:
            if found.severity is Severity.WARNING:
                yield replace(found, at=at)
            else:
                file = path.rsplit("/", 1)[-1]
                yield error("photo-marked-elsewhere", at, file=file, other=_line(found.at))

    def guarded_at(self, path: str) -> Location | None:
        """Where it is said that patients or children are on a file; None: nowhere."""
        return self.marks.get(path, UNMARKED).people_at

    def said(self, equal: Sequence[str]) -> MarkedFile:
        """The first of equal files that are marked, for people if any, and what is said."""
        first = next((path for path in equal if self.marks[path].people), equal[0])
        return MarkedFile(first, UNMARKED.lacking(self.marks[first]))

    def copy(self, path: str, equal: Iterable[str], at: Location) -> Problem | None:
        """Where less is said of a file that is shown than of an equal one; else None.

        Args:
            path: Of the file that is shown.
            equal: Paths of marked files with the same bytes.
            at: Where it is shown.
        """
        own = self.marks.get(path, UNMARKED)
        for other in equal:
            missing = own.lacking(self.marks[other])
            if missing:
                return _copied(path, MarkedFile(other, missing), at)
        return None


def unmarked_copy(
    original: Original, marked: Mapping[str, MarkedFile], at: Location
) -> Problem | None:
    """Where a picture that can't be marked equals a marked photo: a logo, one under docs/.

    Args:
        original: What is to be shown.
        marked: ``Edition.marked``.
        at: Where it is shown.
    """
    other = marked.get(original.digest)
    return _copied(original.path, other, at) if other else None


def _copied(path: str, other: MarkedFile, at: Location) -> Problem:
    return error("photo-copy", at, file=path, other=other.path, marks=other.keys)


def read(found: Iterable[Mark], consents: Consents) -> Treatments:
    """Put together what is said of each file.

    Args:
        found: Every entry of every list ``photos``, of a photo's own bulletin first.
        consents: The signed papers.
    """
    by_path: dict[str, list[Mark]] = {}
    for mark in found:
        by_path.setdefault(mark.place.path, []).append(mark)
    marks, problems = {}, []
    for path, group in by_path.items():
        told = [
            (mark, problem) for mark in group for problem in _against(mark, group, consents)
        ]
        problems += [problem for mark, problem in told if mark.shown]
        marks[path] = _together(group, told)
    places = {path: by_path[path][0].place for path, one in marks.items() if one.matter}
    return Treatments(marks, places, tuple(problems))


def _against(mark: Mark, group: list[Mark], consents: Consents) -> Iterator[Problem]:
    """What one entry says against showing the file."""
    photo = mark.photo
    if photo.consent:
        found = consents.finding(photo, mark.place)
        if found:
            yield found
    elif photo.people in GUARDED and not any(one.photo.consent for one in group):
        yield error("photo-consent-missing", photo.at, file=photo.file)


def _together(group: list[Mark], told: list[tuple[Mark, Problem]]) -> Marks:
    boxes = {box for mark in group for box in mark.photo.blur}
    credits = (mark.photo.credit for mark in group if mark.shown and mark.photo.credit)
    said = {problem.severity for mark, problem in told if mark.shown}
    guarded = [mark.photo for mark in group if mark.photo.people in GUARDED]
    return Marks(
        blur=tuple(sorted(boxes, key=lambda box: (box.x, box.y, box.width, box.height))),
        people=frozenset(photo.people for photo in guarded if photo.people),
        people_at=guarded[0].at if guarded else None,
        consents=frozenset(mark.photo.consent for mark in group if mark.photo.consent),
        credit=next(credits, ""),
        left_out=any(problem.severity is Severity.WARNING for _, problem in told),
        untold=tuple(problem for _, problem in told if problem.severity not in said),
    )


def _line(at: Location) -> str:
    return f"{at.path}:{at.line}"
