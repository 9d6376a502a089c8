"""One reading of a site, ready to be checked, built or previewed. Knows no MkDocs.

The plugin and ``bantin check`` come through this door, so that both say the same.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pathspec.gitignore import GitIgnoreSpec

from bantin import checks
from bantin.cache import Cache, Freshness
from bantin.content.enginekeys import read as read_settings
from bantin.content.settings import Settings, SettingsRead
from bantin.edition import Edition, cards, logo
from bantin.edition.delivery import Outputs
from bantin.edition.reading import Desk
from bantin.edition.reading import read as read_edition
from bantin.edition.rendering import render
from bantin.errors import BulletinError, Problem, Severity
from bantin.photos.children import Children
from bantin.photos.entries import Entries
from bantin.photos.kinds import is_photo_name
from bantin.photos.looks import Looks
from bantin.photos.ondemand import OnDemand
from bantin.photos.store import Progress, Store

DOCUMENTS: Final = (".md", ".pdf", ".docx", ".xlsx")
"""What bulletins may link to under docs/."""
CACHE: Final = ".cache"
"""Below the site's root, outside every folder that a preview watches."""


@dataclass(frozen=True)
class Proof:
    """What a reading gave: the edition and everything found in it."""

    edition: Edition
    problems: tuple[Problem, ...]
    store: Store

    @property
    def errors(self) -> int:
        """How many problems stop a build."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems stop a strict build."""
        return sum(problem.severity is Severity.WARNING for problem in self.problems)


def now() -> datetime:
    """The build's clock, taken once: ``SOURCE_DATE_EPOCH`` (seconds), else the machine's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    known = re.fullmatch("[0-9]{1,11}", epoch)  # up to the year 5138
    return datetime.fromtimestamp(int(epoch), UTC) if known else datetime.now(UTC)


def documents(settings: Settings) -> tuple[str, ...]:
    """Pages and documents under docs/ that are published, by their path from there."""
    docs = settings.root / settings.docs_dir
    kept_back = GitIgnoreSpec.from_lines(settings.kept_back)
    files = (file for end in DOCUMENTS for file in docs.rglob(f"*{end}"))
    found = (file.relative_to(docs).as_posix() for file in files)
    return tuple(sorted(name for name in found if not kept_back.match_file(name)))


def document_pictures(settings: Settings, *, drafts: bool) -> tuple[str, ...]:
    """Pictures under docs/ by their path from there.

    Args:
        settings: Of the site.
        drafts: Those that mkdocs.yml keeps off the site, too.
    """
    docs = settings.root / settings.docs_dir
    kept_back = GitIgnoreSpec.from_lines(() if drafts else settings.kept_back)
    files = (file for file in docs.rglob("*") if is_photo_name(file.name))
    found = (file.relative_to(docs).as_posix() for file in files if not file.is_dir())
    return tuple(sorted(name for name in found if not kept_back.match_file(name)))


def freshness(settings: Settings, *, trusting: bool = True) -> Freshness:
    """The record of files that need not be hashed again; not ``trusting``: all are."""
    return Freshness(settings.root / CACHE / "freshness", trusting=trusting)


def texts(settings: Settings) -> Cache:
    """What was worked out from texts and headers before."""
    return Cache(settings.root / CACHE / "texts")


def renditions(settings: Settings) -> Store:
    """The renditions that this machine has, and who renders the others on it."""
    folder = _renditions(settings)
    looks = Looks(texts(settings))
    return Store(Entries(folder), Children(), folder.as_posix(), looks=looks)


def on_demand(settings: Settings) -> OnDemand:
    """The same for a preview: nothing is rendered before a browser asks for it."""
    folder = _renditions(settings)
    return OnDemand(Entries(folder), Children(), folder.as_posix())


def spare(settings: Settings) -> Path:
    """Where the photos of the site before the present one wait for the next."""
    return settings.root / CACHE / "spare"


def outputs(settings: Settings, site: Path, rules: str) -> Outputs:
    """What the last build, by the same rules, left in the folder of the site."""
    return Outputs(texts(settings), site, rules, spare(settings))


def proofread(
    read: SettingsRead,
    docs: Collection[str],
    store: Store,
    progress: Progress,
    *,
    preview: bool,
) -> Proof:
    """Read everything, have the photos made, check it all.

    Args:
        read: The settings, as ``settings.read`` gave them.
        docs: Pages under docs/ that are published.
        store: Of the photos; whoever opened it closes it.
        progress: Told of every photo that is rendered.
        preview: Show and check what is not public, too.
    """
    desk = Desk(texts(read.settings), freshness(read.settings), store.executor, docs)
    edition = read_edition(read.settings, desk, now(), preview=preview)
    edition = logo.add(edition, desk.cache, desk.freshness.digest, store.executor)
    edition = _rendered(cards.add(edition), store, progress)
    desk.freshness.save()
    found = {*read.problems, *checks.run(edition)}
    return Proof(edition, tuple(sorted(found)), store)


def _renditions(settings: Settings) -> Path:
    return settings.root / CACHE / "renditions"


def _rendered(edition: Edition, store: Store, progress: Progress) -> Edition:
    try:
        return render(edition, store, progress)
    except BulletinError as reason:
        return replace(edition, problems=(*edition.problems, reason.problem))


def open_settings(file: Path) -> SettingsRead:
    """The settings of the site whose mkdocs.yml is ``file``, and all that is wrong there."""
    return read_settings(file.absolute())
