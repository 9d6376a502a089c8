"""``bantin check``: every problem of the newsroom, without building."""

from __future__ import annotations

import argparse
import json
import posixpath
import sys
from collections.abc import Iterable

from bantin import locale, newsroom
from bantin.cli.site import opened
from bantin.errors import Problem, Severity
from bantin.photos.progress import ProgressLine


def arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What can be asked for."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_help("check_paths", lang))
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--strict", action="store_true", help=_help("check_strict", lang))


def _help(key: str, lang: str) -> str:
    return locale.text(f"help_{key}", lang)


def run(options: argparse.Namespace) -> int:
    """Read, render and check; 1 when something stops a build."""
    read = opened(options)
    docs = newsroom.documents(read.settings)
    progress = ProgressLine(sys.stderr, options.lang)
    proof = newsroom.proofread(read, docs, progress, preview=True)
    found = _chosen(proof.problems, options.paths)
    if options.format == "json":
        print(as_json(found, options.lang))
    else:
        _print(found, options.lang)
    stopping = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    return int(any(problem.severity in stopping for problem in found))


def _chosen(problems: tuple[Problem, ...], paths: list[str]) -> tuple[Problem, ...]:
    """Those in the given files and folders; all where none is given."""
    wanted = [posixpath.normpath(path.replace("\\", "/")) for path in paths]
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
    hint = locale.text("hint", lang)
    for problem in problems:
        worded = locale.message(problem, lang)
        severity = locale.text(f"severity_{problem.severity}", lang)
        print(f"{problem.at}: {severity}: {worded.text}\n    {hint}: {worded.hint}")
    counts = {
        f"{severity}s": sum(problem.severity is severity for problem in problems)
        for severity in (Severity.ERROR, Severity.WARNING)
    }
    print(locale.text("check_done" if any(counts.values()) else "check_clean", lang, **counts))
