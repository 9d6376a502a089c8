"""What ``python -m bantin.vietnamese`` and ``bantin understand`` are asked, and answer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bantin import locale
from bantin.vietnamese import explain, understood
from bantin.vietnamese.known import Known


def arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What can be asked for."""
    about = locale.text("help_understand_text", lang)
    parser.add_argument("text", nargs="*", metavar="TEXT", help=about)
    about = locale.text("help_understand_json", lang)
    parser.add_argument("--json", action="store_true", help=about)


def given(typed: Sequence[str]) -> str:
    """The text to read: as typed, else all of stdin unless somebody would have to type it."""
    if typed or sys.stdin is None or sys.stdin.isatty():
        return " ".join(typed)
    return sys.stdin.buffer.read().decode("utf-8-sig", "replace")


def answer(text: str, lang: str, *, as_json: bool, known: Known | None = None) -> str:
    """What is understood, for people or for programs; ends with a line end."""
    if as_json:
        return f"{understood.as_json(text, known)}\n"
    return explain.explain(text, lang, known)
