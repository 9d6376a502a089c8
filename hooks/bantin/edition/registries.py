"""The registries of a site: read before the bulletins, whose people they know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bantin.content import registries, registry
from bantin.content.registry import RegistryRead
from bantin.content.settings import Settings
from bantin.edition import folders
from bantin.edition.consents import Consents
from bantin.errors import BulletinError, Location, Problem, Severity, error
from bantin.model import Registry
from bantin.vietnamese.known import Known


def read(settings: Settings) -> RegistryRead:
    """Read the folder ``news/_registry/``; where it is missing, nothing is registered."""
    problems: list[Problem] = []
    contents: dict[str, bytes] = {}
    try:
        found = folders.registries(settings.root / settings.news_dir, settings.news_dir)
    except BulletinError as reason:
        return RegistryRead(problems=(reason.problem,))
    for file in found:
        path = f"{settings.news_dir}/{file.name}"
        try:
            contents[path] = _content(file, path)
        except BulletinError as reason:
            problems.append(reason.problem)
    whole = registries.read(contents, settings.timezone, _hospital(settings))
    return RegistryRead(whole.registry, (*problems, *whole.problems), whole.places)


def _content(file: folders.FoundFile, path: str) -> bytes:
    if file.path.name not in registry.TABLES:
        names = ", ".join(registry.TABLES)
        raise BulletinError(error("registry-name", Location(path), names=names))
    return folders.read(file.path, path)


def known(found: Registry, settings: Settings) -> Known:
    """The registries by name, and the hospital's own names in both languages."""
    return Known(found, _hospital(settings))


def consents(
    found: Registry, problems: Iterable[Problem], settings: Settings, now: datetime
) -> Consents:
    """The signed papers, as they stand on the day of the build.

    Args:
        found: All registries.
        problems: What was wrong with them.
        settings: Of the site.
        now: Aware; the build's clock.
    """
    file = f"{settings.news_dir}/{registry.FOLDER}/consents.yml"
    broken = any(one.severity is Severity.ERROR and one.at.path == file for one in problems)
    today = now.astimezone(settings.timezone).date()
    return Consents(found.consents, today, complete=not broken)


def _hospital(settings: Settings) -> tuple[str, ...]:
    names = (settings.hospital.name, settings.hospital.short_name)
    return tuple(dict.fromkeys(text for one in names for text in (one.vi, one.en)))
