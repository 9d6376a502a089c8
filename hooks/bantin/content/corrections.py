"""A line of broken YAML -> the line as it should be typed."""

from __future__ import annotations

import re

_LINE = re.compile(r"(?P<before>\s*(?:- +)*(?:[\w<]+: +)?)(?P<value>.*?)\s*", re.ASCII)
_OUTER_QUOTES = "“”„«»‘’\"'"
_NUMBER = r"\d{1,3}[.)]\s"
_ITEM = re.compile(rf"(?P<indent>\s*)(?:[-‐-―−•·▪*+]|{_NUMBER})\s*(?P<text>\S.*)")
"""An entry of a list as people type it: with a dash, a bullet or a number."""
GLUED_KEY = re.compile(r"\s*(?:- +)?[A-Za-z_]+:[^ \t:/]")
"""A key without a space after its colon."""
FOREIGN_INDENT = re.compile(r" *[\u00a0\u2000-\u200a\u202f\u3000]")
"""An indent with a character that only looks like a space."""
_DASH = re.compile(r"\s*(?:- +)*")


def advice(code: str, lines: list[str], number: int) -> str:
    """The line as it should be typed, for this kind of fault."""
    line = lines[number] if number < len(lines) else ""
    if code == "yaml-indent":
        return realigned(lines, number)
    if code == "yaml-tab":
        return re.sub(r"^( *-)[ \t]+", r"\1 ", line)
    if code.startswith("indent-"):
        return plain_indent(line)
    if code == "yaml-colon-space":
        return spaced(line)
    if code == "list-dash":
        return item(line) or line
    if code == "yaml-bracket" and "[" in line:
        return line.rstrip() + "]"
    return corrected(line)


def value_start(line: str) -> int:
    """Index where the value begins, behind indent, hyphens and key."""
    found = _LINE.fullmatch(line)
    return found.start("value") if found else 0


def corrected(line: str) -> str:
    """The line with its value in quotes and its indent in plain spaces."""
    found = _LINE.fullmatch(line)
    if found is None or not found["value"]:
        return plain_indent(line)
    value = found["value"]
    if value[0] in _OUTER_QUOTES and (value[-1] in _OUTER_QUOTES or value.count(value[0]) == 1):
        value = value.strip(_OUTER_QUOTES)
    return plain_indent(found["before"]) + in_quotes(value)


def in_quotes(value: str) -> str:
    """A value as YAML reads it to the letter."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def spaced(line: str) -> str:
    """``title:Hội nghị`` -> ``title: Hội nghị``."""
    key, _, value = line.partition(":")
    return f"{key}: {value.strip()}"


def item(line: str) -> str | None:
    """``• Hội nghị`` -> ``- Hội nghị``; None when the line is no entry of a list."""
    found = _ITEM.fullmatch(line)
    return f"{plain_indent(found['indent'])}- {found['text']}" if found else None


def misses_hyphen(line: str) -> bool:
    """Whether a line is meant as an entry of a list, but does not begin with hyphen, space."""
    return item(line) is not None and not line.lstrip().startswith("- ")


def first_item(folded: str) -> str | None:
    """The first entry of a list that YAML took for one text: ``• A • B`` -> ``- A``."""
    mark = _NUMBER if folded[:1].isdigit() else re.escape(folded[:1])
    return item(re.split(rf"\s+(?={mark})", folded)[0])


def plain_indent(text: str) -> str:
    """The line with its indent in plain spaces, two for a tab."""
    body = text.lstrip()
    indent = text[: len(text) - len(body)].replace("\t", "  ")
    return " " * len(indent) + body


def indent(line: str) -> int:
    """How many characters of white space a line begins with."""
    return len(line) - len(line.lstrip())


def realigned(lines: list[str], number: int) -> str:
    """The line under the one above that it belongs to."""
    line = lines[number].lstrip()
    above = [other for other in lines[:number] if other.strip()]
    if line.startswith("-"):
        above = [other for other in above if other.lstrip().startswith("-")]
        return " " * (indent(above[-1]) if above else 0) + line
    dash = _DASH.match(above[-1]) if above else None
    return " " * (dash.end() if dash else 0) + line
