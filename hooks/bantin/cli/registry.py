"""``bantin registry suggest``: entries that the registries of people and organizations lack."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import PurePosixPath
from typing import Final

from bantin import cache, locale, newsroom, suggestions
from bantin.cli.problems import shown
from bantin.cli.site import opened
from bantin.cli.usage import Usage
from bantin.content import registry
from bantin.content.settings import FILE as MKDOCS
from bantin.content.settings import Settings, SettingsRead
from bantin.edition import Edition, folders, registries
from bantin.edition.reading import Desk
from bantin.edition.reading import read as read_edition
from bantin.errors import BulletinError, Problem, Severity
from bantin.photos.children import Children
from bantin.photos.progress import ProgressLine
from bantin.suggestions import patches
from bantin.suggestions.entries import Suggestions
from bantin.suggestions.patches import Patch

_OURS: Final = ("people", "organizations")
"""Registries, however their files end: a wrong name must not be overlooked."""
_NAMED: Final = 10
"""Most names that the summary lists."""
_LEFT_OPEN: Final = re.compile(rb"^\s*# \?", re.MULTILINE)


def arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What can be asked for."""
    about = locale.text("help_registry_action", lang)
    parser.add_argument("action", choices=("suggest",), metavar="suggest", help=about)
    about = locale.text("help_registry_accept", lang)
    parser.add_argument("--accept", action="store_true", help=about)


def run(options: argparse.Namespace) -> int:
    """Print what is new as a diff; 1 when a registry can't be read or added to."""
    read, lang = opened(options), options.lang
    settings = read.settings
    contents = _contents(settings)
    edition = _edition(settings)
    if wrong := tuple(_in_the_way(read, edition)):
        return _refused(wrong, "suggest_registry_broken", lang)
    known = registries.known(edition.registry, settings)
    progress = ProgressLine(sys.stderr, lang, words="suggest_progress")
    found = suggestions.suggest(edition, known, progress)
    changes = patches.made(found, settings.news_dir, contents, lang)
    try:
        patches.check(changes, contents, settings.timezone)
    except patches.Unfit as reason:
        return _refused(reason.problems, "suggest_unfit", lang)
    for change in changes:
        sys.stdout.write(change.diff)
    if options.accept:
        _write(changes, settings, lang)
        contents |= {change.path: change.after for change in changes}
    _sum_up(found, edition, options, contents.values())
    return 0


def _contents(settings: Settings) -> dict[str, bytes]:
    """The registry files by their path from the root, as far as they can be read."""
    found: dict[str, bytes] = {}
    there: tuple[folders.FoundFile, ...] = ()
    with suppress(BulletinError):
        there = folders.registries(settings.root / settings.news_dir, settings.news_dir)
    for file in there:
        path = f"{settings.news_dir}/{file.name}"
        with suppress(BulletinError):  # the edition has the same problem
            if file.path.name in registry.TABLES:
                found[path] = folders.read(file.path, path)
    return found


def _edition(settings: Settings) -> Edition:
    """Everything that is written, drafts too; photos are not rendered for it."""
    docs = newsroom.documents(settings)
    with closing(Children()) as executor:
        desk = Desk(newsroom.texts(settings), newsroom.freshness(settings), executor, docs)
        return read_edition(settings, desk, newsroom.now(), preview=True)


def _in_the_way(read: SettingsRead, edition: Edition) -> Iterator[Problem]:
    """Errors of the settings and of the registries that entries are for."""
    folder = f"{read.settings.news_dir}/{registry.FOLDER}"
    for problem in (*read.problems, *edition.problems):
        path = PurePosixPath(problem.at.path)
        ours = str(path) == folder or (
            str(path.parent) == folder and path.stem.casefold() in _OURS
        )
        if problem.severity is Severity.ERROR and (ours or problem in read.problems):
            yield problem


def _refused(wrong: tuple[Problem, ...], key: str, lang: str) -> int:
    for problem in wrong:
        print(shown(problem, lang), file=sys.stderr)
    print(locale.text(key, lang), file=sys.stderr)
    return 1


def _write(changes: tuple[Patch, ...], settings: Settings, lang: str) -> None:
    """Put the new files in place of the old, if nobody has changed these meanwhile.

    Raises:
        Usage: One can't be written, or has changed.
    """
    for change in changes:
        file = settings.root / change.path
        try:
            now = folders.read(file, change.path) if file.exists() else None
            if now != change.before:
                raise Usage(locale.text("suggest_changed", lang, file=change.path))
            mode = (file if file.exists() else settings.root / MKDOCS).stat().st_mode & 0o777
            cache.replace_file(file, change.after, mode)
        except BulletinError as reason:
            raise Usage(shown(reason.problem, lang)) from reason
        except OSError as failed:
            told = {"where": change.path, "reason": failed.strerror or ""}
            raise Usage(locale.text("new_unwritable", lang, **told)) from failed


def _sum_up(
    found: Suggestions,
    edition: Edition,
    options: argparse.Namespace,
    contents: Iterable[bytes],
) -> None:
    """What was proposed, what was left out and why, what to do next: for people."""
    lang = options.lang
    counts = {"people": len(found.people), "organizations": len(found.organizations)}
    new = any(counts.values())
    told = {what: _counted(what, count, lang) for what, count in counts.items()}
    lines = [locale.text("suggest_found" if new else "suggest_nothing", lang, **told)]
    if found.doubtful:
        lines.append(_counted("doubtful", found.doubtful, lang))
    if found.left_open:
        names = ", ".join(f"{name} ({times})" for name, times in found.left_open[:_NAMED])
        rest = " …" if len(found.left_open) > _NAMED else ""
        lines.append(locale.text("suggest_left_open", lang, names=names + rest))
    if edition.broken:
        lines.append(_counted("broken", len(edition.broken), lang))
    if new:
        lines.append(
            locale.text("suggest_written_down" if options.accept else "suggest_next", lang)
        )
    if left := sum(len(_LEFT_OPEN.findall(content)) for content in contents):
        lines.append(_counted("open", left, lang))
    for line in lines:
        print(locale.visible(line), file=sys.stderr)


def _counted(what: str, count: int, lang: str) -> str:
    key = f"suggest_{what}_{'one' if count == 1 else 'many'}"
    return locale.text(key, lang, count=count)
