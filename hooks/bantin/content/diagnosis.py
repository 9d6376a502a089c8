"""What is wrong with broken YAML, told by its cause, with the line as it should be typed.

A parser says where it stopped; a writer needs the line to change. Each row of ``_CAUSES``
turns one kind of stop into a problem at its cause. The words of PyYAML's scanner in pure
Python are the ones looked at: the C scanner words and places some of them differently.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from bantin.content.corrections import (
    FOREIGN_INDENT,
    GLUED_KEY,
    advice,
    indent,
    item,
    misses_hyphen,
    value_start,
)
from bantin.errors import Location, Problem, error

_KEY_LINE = re.compile(r"(?P<indent>\s*)(?:- +)?[^\s:#-][^:#]*:(?: |$)")
_INDENT_TAB = re.compile(r" *\t\s*\S")
_DASH_TAB = re.compile(r" *-[ -]*\t")


@dataclass(frozen=True)
class Stop:
    """Where and why the scanner stopped; line numbers are indexes of ``lines``."""

    lines: list[str]
    what: str
    context: str
    line: int
    column: int
    began: int
    """Line on which the thing began that went wrong."""

    def text(self, number: int) -> str:
        """A line of the YAML, empty outside."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""


Cause = tuple[str, int, int]
"""Code, line index, column index."""


def diagnose(path: str, text: str, line: int, reason: yaml.YAMLError) -> Problem:
    """The problem behind YAML that does not parse.

    Args:
        path: For messages.
        text: The YAML alone.
        line: Line of the file on which ``text`` begins.
        reason: What the C scanner said; for the few faults that only it sees.
    """
    lines = text.split("\n")
    code, number, column = _indent_character(lines) or _from_scanner(lines, text, reason)
    at = Location(path, line + number, column + 1)
    found = lines[number][column : column + 1].strip()
    return error(code, at, corrected=advice(code, lines, number), found=found)


def _indent_character(lines: list[str]) -> Cause | None:
    for number, content in enumerate(lines):
        if _DASH_TAB.match(content):
            return ("yaml-tab", number, content.index("\t"))
        if _INDENT_TAB.match(content):
            return ("indent-tab", number, content.index("\t"))
        if FOREIGN_INDENT.match(content):
            return ("indent-nbsp", number, 0)
    return None


def _from_scanner(lines: list[str], text: str, reason: yaml.YAMLError) -> Cause:
    stop = _stop(lines, text) or _where(lines, reason)
    for beginning, cause in _CAUSES:
        if stop.what.startswith(beginning):
            return cause(stop)
    if stop.context.startswith("while parsing a flow"):
        return _value("yaml-bracket", stop, stop.began)
    if stop.context.startswith(("while scanning a double-quoted", "while parsing a quoted")):
        return ("yaml-escape", stop.line, stop.column)
    return ("yaml-broken", stop.line, stop.column)


def _stop(lines: list[str], text: str) -> Stop | None:
    try:
        for _ in yaml.parse(text, yaml.SafeLoader):
            pass
    except yaml.YAMLError as reason:
        return _where(lines, reason)
    return None


def _where(lines: list[str], reason: yaml.YAMLError) -> Stop:
    mark = getattr(reason, "problem_mark", None)
    began = getattr(reason, "context_mark", None) or mark
    if mark is None or began is None:
        return Stop(lines, "", "", 0, 0, 0)
    what, context = getattr(reason, "problem", ""), getattr(reason, "context", "")
    number = min(mark.line, len(lines) - 1)
    return Stop(lines, what or "", context or "", number, mark.column, began.line)


def _value(code: str, stop: Stop, line: int) -> Cause:
    return (code, line, value_start(stop.text(line)))


def _colon(stop: Stop) -> Cause:
    """A colon where none may stand: in a value, after a wrong indent, or a line too late."""
    before = stop.line - 1
    line = stop.text(stop.line)
    if ":" not in line[: stop.column]:  # the line's first colon: the fault is in its layout
        if GLUED_KEY.match(stop.text(before)):
            return ("yaml-colon-space", before, stop.text(before).index(":") + 1)
        key = None if misses_hyphen(stop.text(before)) else _KEY_LINE.match(stop.text(before))
        if key is None and stop.text(before).strip():
            return _keyless(stop, before)
        return ("yaml-indent", stop.line, indent(line))
    return ("yaml-colon", stop.line, stop.column)


def _no_colon(stop: Stop) -> Cause:
    line = stop.text(stop.began)
    if GLUED_KEY.match(line):
        return ("yaml-colon-space", stop.began, line.index(":") + 1)
    return _keyless(stop, stop.began)


def _keyless(stop: Stop, number: int) -> Cause:
    """A line without a key: an entry of a list with the wrong mark, or lost text."""
    line = stop.text(number)
    code = "list-dash" if misses_hyphen(line) else "yaml-no-colon"
    return (code, number, indent(line))


def _after_value(stop: Stop) -> Cause:
    """Something stands where a key was expected: an open quote above, or text after one."""
    for number in range(stop.line + 1):
        value = _value("", stop, number)
        rest = stop.text(number)[value[2] :].strip()
        if rest[:1] in ("'", '"') and rest.count(rest[0]) % 2:
            return ("yaml-quote-open", number, value[2])
    line = stop.text(stop.line)
    quoted = line[value_start(line) :][:1] in ("'", '"')
    if quoted and stop.column > value_start(line):
        return _value("yaml-after-quote", stop, stop.line)
    if item(line) or not _KEY_LINE.match(line):
        return _keyless(stop, stop.line)
    return _value("yaml-special", stop, stop.line)


def _document(stop: Stop) -> Cause:
    first = next((i for i, line in enumerate(stop.lines) if line.strip()), 0)
    if stop.text(first).startswith("%"):
        return ("yaml-special", first, 0)
    line = first if stop.text(first).startswith(" ") else stop.line
    return ("yaml-indent", line, 0)


def _no_key(stop: Stop) -> Cause:
    return ("yaml-no-colon", stop.line, stop.column)


def _special(stop: Stop) -> Cause:
    return _value("yaml-special", stop, stop.line)


def _dash(stop: Stop) -> Cause:
    return _value("yaml-dash", stop, stop.line)


def _open_quote(stop: Stop) -> Cause:
    return _value("yaml-quote-open", stop, stop.began)


def _indented(stop: Stop) -> Cause:
    for number in (stop.line - 1, stop.line):
        if misses_hyphen(stop.text(number)):
            return _keyless(stop, number)
    return ("yaml-indent", stop.line, stop.column)


_CAUSES: tuple[tuple[str, Callable[[Stop], Cause]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("found character", _special),
    ("expected alphabetic or numeric", _special),
    ("expected ' '", _special),
    ("expected URI", _special),
    ("sequence entries are not allowed", _dash),
    ("mapping keys are not allowed", _special),
    ("expected chomping or indentation", _special),
    ("expected a comment or a line break", _special),
    ("expected the node content", _special),
    ("found unexpected end of stream", _open_quote),
    ("expected <block end>, but found '<scalar>'", _after_value),
    ("expected <block end>, but found '<block", _indented),
    ("expected <block end>, but found '-'", _indented),
    ("expected <block end>, but found '?'", _indented),
    ("expected <block end>, but found ':'", _no_key),
    ("expected <block end>, but found", lambda stop: ("yaml-stray", stop.line, stop.column)),
    ("expected '<document start>'", _document),
)
