"""The words: one catalogue a language (vi.toml, en.toml), data only."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from bantin.errors import Problem

LANGUAGES = ("vi", "en")
DEFAULT = "vi"
QUOTE_CHARACTERS = 120
"""A message quotes at most so much of what somebody typed."""


@dataclass(frozen=True)
class Message:
    """A problem in one language."""

    text: str
    """What is wrong."""
    hint: str
    """What to type instead; empty only where nothing can be said."""


def other(lang: str) -> str:
    """The language beside this one."""
    return next(one for one in LANGUAGES if one != lang)


@cache
def catalogue(lang: str) -> dict[str, Any]:
    """The whole catalogue of a language: tables ``messages``, ``interface``, ``keys``."""
    source = resources.files(__package__).joinpath(f"{lang}.toml").read_text("utf-8")
    return tomllib.loads(source)


def message(problem: Problem, lang: str = DEFAULT) -> Message:
    """The wording of a problem; what it quotes is shortened and made visible."""
    entry = catalogue(lang)["messages"][problem.code]
    values = {name: quoted(value) for name, value in problem.values}
    return Message(entry["text"].format_map(values), entry["hint"].format_map(values))


def text(key: str, lang: str = DEFAULT, **values: object) -> str:
    """A word or sentence of the interface, with its ``{values}`` filled in."""
    entry: str = catalogue(lang)["interface"][key]
    return entry.format_map(values) if values else entry


def quoted(value: str) -> str:
    """Text that can be shown in a terminal: cut, control and bidi characters spelled out."""
    short = value if len(value) <= QUOTE_CHARACTERS else value[: QUOTE_CHARACTERS - 1] + "…"
    return visible(short)


def visible(value: str) -> str:
    """Text in its whole length that can be shown in a terminal."""
    return "".join(_visible(character) for character in value)


def _visible(character: str) -> str:
    if character.isprintable() or character == "\u00a0":
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
