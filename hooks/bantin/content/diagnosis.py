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
    corrected,
    indent,
    item,
    plain_indent,
    realigned,
    spaced,
    value_start,
)
from bantin.errors import Location, Problem, error

_KEY_GLUED = re.compile(r"\s*(?:- +)?[A-Za-z_]+:[^ \t:/]")
_KEY_LINE = re.compile(r"(?P<indent>\s*)(?:- +)?[^\s:#-][^:#]*:(?: |$)")
_INDENT_TAB = re.compile(r" *\t")
_INDENT_NBSP = re.compile(r" *[\u00a0\u2000-\u200a\u202f\u3000]")


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


def diagnose(path: str, text: str, line: int) -> Problem:
    """The problem behind YAML that does not parse; ``line`` is that of ``text`` in the file."""
    lines = text.split("\n")
    code, number, column = _indent_character(lines) or _from_scanner(lines, text)
    at = Location(path, line + number, column + 1)
    return error(code, at, corrected=_advice(code, lines, number))


def glued_colon(path: str, text: str, line: int) -> Problem | None:
    """A key without a space after its colon: such a line is text to YAML, not a key."""
    for number, content in enumerate(text.split("\n")):
        if _KEY_GLUED.match(content):
            at = Location(path, line + number, content.index(":") + 2)
            return error("yaml-colon-space", at, corrected=spaced(content))
    return None


def odd_indent(path: str, text: str, line: int) -> Problem | None:
    """YAML that parses, but whose indent holds a character that only looks like a space."""
    for number, content in enumerate(text.split("\n")):
        if _INDENT_NBSP.match(content):
            at = Location(path, line + number)
            return error("indent-nbsp", at, corrected=plain_indent(content))
    return None


def _advice(code: str, lines: list[str], number: int) -> str:
    """The line as it should be typed, for this kind of fault."""
    line = lines[number] if number < len(lines) else ""
    if code == "yaml-indent":
        return realigned(lines, number)
    if code.startswith("indent-"):
        return plainindent(line)
    if code == "yaml-colon-space":
        return spaced(line)
    if code == "yaml-bracket" and "[" in line:
        return line.rstrip() + "]"
    return corrected(line)


def _indent_character(lines: list[str]) -> Cause | None:
    for number, content in enumerate(lines):
        if _INDENT_TAB.match(content):
            return ("indent-tab", number, content.index("\t"))
        if _INDENT_NBSP.match(content):
            return ("indent-nbsp", number, 0)
    return None


def _from_scanner(lines: list[str], text: str) -> Cause:
    stop = _stop(lines, text)
    for beginning, cause in _CAUSES:
        if stop.what.startswith(beginning):
            return cause(stop)
    if stop.context.startswith("while parsing a flow"):
        return _value("yaml-bracket", stop, stop.began)
    if stop.context.startswith("while scanning a double-quoted"):
        return ("yaml-escape", stop.line, stop.column)
    return ("yaml-broken", stop.line, stop.column)


def _stop(lines: list[str], text: str) -> Stop:
    try:
        for _ in yaml.parse(text, yaml.SafeLoader):
            pass
    except yaml.MarkedYAMLError as reason:
        mark = reason.problem_mark
        began = reason.context_mark or mark
        if mark is not None and began is not None:
            return Stop(
                lines,
                reason.problem or "",
                reason.context or "",
                min(mark.line, len(lines) - 1),
                mark.column,
                began.line,
            )
    except yaml.YAMLError:
        pass
    return Stop(lines, "", "", 0, 0, 0)


def _value(code: str, stop: Stop, line: int) -> Cause:
    found = _LINE.fullmatch(stop.text(line))
    return (code, line, found.start("value") if found else 0)


def _colon(stop: Stop) -> Cause:
    """A colon where none may stand: in a value, after a wrong indent, or a line too late."""
    before = stop.line - 1
    line = stop.text(stop.line)
    if ":" not in line[: stop.column]:  # the line's first colon: the fault is in its layout
        if _KEY_GLUED.match(stop.text(before)):
            return ("yaml-colon-space", before, stop.text(before).index(":") + 1)
        key = _KEY_LINE.match(stop.text(before))
        if key is None and stop.text(before).strip():
            return ("yaml-no-colon", before, indent(stop.text(before)))
        return ("yaml-indent", stop.line, indent(line))
    return ("yaml-colon", stop.line, stop.column)


def _no_colon(stop: Stop) -> Cause:
    line = stop.text(stop.began)
    if _KEY_GLUED.match(line):
        return ("yaml-colon-space", stop.began, line.index(":") + 1)
    return ("yaml-no-colon", stop.began, indent(line))


def _after_value(stop: Stop) -> Cause:
    """Something stands where a key was expected: an open quote above, or text after one."""
    for number in range(stop.line + 1):
        value = _value("", stop, number)
        rest = stop.text(number)[value[2] :].strip()
        if rest[:1] in ("'", '"') and rest.count(rest[0]) % 2:
            return ("yaml-quote-open", number, value[2])
    return _value("yaml-special", stop, stop.line)


def _document(stop: Stop) -> Cause:
    first = next((i for i, line in enumerate(stop.lines) if line.strip()), 0)
    line = first if stop.text(first).startswith(" ") else stop.line
    return ("yaml-indent", line, 0)


def _special(stop: Stop) -> Cause:
    return _value("yaml-special", stop, stop.line)


def _open_quote(stop: Stop) -> Cause:
    return _value("yaml-quote-open", stop, stop.began)


def _indented(stop: Stop) -> Cause:
    return ("yaml-indent", stop.line, stop.column)


_CAUSES: tuple[tuple[str, Callable[[Stop], Cause]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("found character", _special),
    ("expected alphabetic or numeric", _special),
    ("sequence entries are not allowed", _special),
    ("mapping keys are not allowed", _special),
    ("expected chomping or indentation", _special),
    ("expected a comment or a line break", _special),
    ("expected the node content", _special),
    ("found unexpected end of stream", _open_quote),
    ("expected <block end>, but found '<scalar>'", _after_value),
    ("expected <block end>, but found '<block", _indented),
    ("expected <block end>, but found '-'", _indented),
    ("expected '<document start>'", _document),
)
