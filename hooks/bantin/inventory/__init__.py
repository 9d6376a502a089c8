"""What photos a site has, what they cost and what is odd about them; for ``bantin photos``.

Everything that is known of an original stays in here: it is told to the newsroom only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bantin.edition import Edition, rendering
from bantin.errors import Problem, Severity
from bantin.photos.inspect import Inspected
from bantin.photos.store import Job
from bantin.pictures import Original


@dataclass(frozen=True)
class Stock:
    """Every picture that the site shows, or will show once a draft is public."""

    edition: Edition
    """As a preview has it: drafts, too."""
    documents: tuple[Job, ...] = ()
    """Pictures under docs/, drafts' too."""
    kept_back: frozenset[str] = frozenset()
    """Those of them that mkdocs.yml keeps off the site, by ``Original.path``."""
    problems: tuple[Problem, ...] = ()
    """Of mkdocs.yml, and pictures under docs/ that can't be opened."""

    def jobs(self) -> Iterator[Job]:
        """Each picture with its original."""
        yield from rendering.jobs(self.edition)
        yield from self.documents

    def published(self) -> Iterator[Job]:
        """The same without what only a page says that mkdocs.yml keeps off the site."""
        for job in self.jobs():
            if job.picture.original.path not in self.kept_back:
                yield job

    def errors(self, *codes: str) -> tuple[Problem, ...]:
        """Errors of the settings and the edition whose codes begin like one of ``codes``."""
        found = {*self.problems, *self.edition.problems}
        return tuple(
            sorted(
                one
                for one in found
                if one.severity is Severity.ERROR and one.code.startswith(codes)
            )
        )


@dataclass(frozen=True)
class Item:
    """An original below images/ with everything that is known of it."""

    original: Original
    source: Path
    """On this machine."""
    size: int
    """Bytes."""
    folder: str
    """Below images/: ``2026/a``, as a bulletin's id."""
    used: bool
    """Whether a gallery, a text or a video shows it."""
    inspected: Inspected | None = None
    """None: its pixels can't be read."""

    @property
    def path(self) -> str:
        """As the writer knows it: ``images/2026/a/01.jpg``."""
        return self.original.path

    @property
    def pixels(self) -> int:
        """In all."""
        return self.original.width * self.original.height
