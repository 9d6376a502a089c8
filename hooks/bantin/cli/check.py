"""``bantin check``: every problem of the newsroom, without building."""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from bantin import locale, newsroom
from bantin.cli.problems import shown
from bantin.cli.site import opened
from bantin.cli.usage import Usage
from bantin.errors import Problem, Severity
from bantin.photos.progress import ProgressLine


def arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What can be asked for."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_help("check_paths", lang))
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--settings", action="store_true", help=_help("check_settings", lang))
    parser.add_argument("--strict", action="store_true", help=_help("check_strict", lang))


def _help(key: str, lang: str) -> str:
    return locale.text(f"help_{key}", lang)


def run(options: argparse.Namespace) -> int:
    """Read, render and check; 1 when something stops a build."""
    read = opened(options, whole=True)
    if options.settings:
        return _settings(read.problems, options.lang)
    wanted = tuple(_wanted(path, read.settings.root, options.lang) for path in options.paths)
    docs = newsroom.documents(read.settings)
    progress = ProgressLine(sys.stderr, options.lang)
    with closing(newsroom.renditions(read.settings)) as store:
        proof = newsroom.proofread(read, docs, store, progress, preview=True)
    found = _chosen(proof.problems, wanted)
    if options.format == "json":
        print(as_json(found, options.lang))
    else:
        _print(found, options.lang)
    stopping = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    return int(any(problem.severity in stopping for problem in found))


def _settings(problems: Iterable[Problem], lang: str) -> int:
    """What MkDocs or the build would stop at in mkdocs.yml; no word where all is well."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    for problem in errors:
        print(shown(problem, lang))
    return int(bool(errors))


def _wanted(typed: str, root: Path, lang: str) -> str:
    """A file or folder as problems name it: from the site's root.

    Raises:
        Usage: It is not there, or not in this site.
    """
    top = root.resolve()
    for path in (Path.cwd() / typed, root / typed):
        real = path.resolve()
        if real.exists() and real.is_relative_to(top):
            return unicodedata.normalize("NFC", real.relative_to(top).as_posix())
    raise Usage(locale.text("check_path", lang, path=typed, folder=root))


def _chosen(problems: tuple[Problem, ...], wanted: tuple[str, ...]) -> tuple[Problem, ...]:
    """Those in the given files and folders; all where none is given."""
    if not wanted or "." in wanted:
        return problems
    return tuple(
        problem
        for problem in problems
        if any(f"{problem.at.path}/".startswith(f"{path}/") for path in wanted)
    )


def as_json(problems: Iterable[Problem], lang: str) -> str:
    """The list of ``{path, line, column, code, severity, message, hint}``."""
    rows = []
    for problem in problems:
        worded = locale.message(problem, lang)
        rows.append(
            {
                "path": problem.at.path,
                "line": problem.at.line,
                "column": problem.at.column,
                "code": problem.code,
                "severity": str(problem.severity),
                "message": worded.text,
                "hint": worded.hint,
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _print(problems: tuple[Problem, ...], lang: str) -> None:
    for problem in problems:
        print(shown(problem, lang))
    counts = {
        severity: sum(problem.severity is severity for problem in problems)
        for severity in (Severity.ERROR, Severity.WARNING)
    }
    if not any(counts.values()):
        print(locale.text("check_clean", lang))
        return
    written = {
        f"{severity}s": _counted(severity, counts[severity], lang) for severity in counts
    }
    print(locale.text("check_done", lang, **written))


def _counted(severity: Severity, count: int, lang: str) -> str:
    """``1 error``, ``2 errors``."""
    number = "one" if count == 1 else "many"
    return locale.text(f"count_{severity}_{number}", lang, count=count)
