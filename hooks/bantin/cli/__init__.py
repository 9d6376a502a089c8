"""The command line: one module per command, the same loader and words as the plugin."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import ClassVar, NoReturn

from bantin import __version__, locale
from bantin.cli.usage import Usage

COMMANDS = ("new", "check", "understand", "registry", "photos", "schema", "doctor")
"""Modules of this room; only the one that is asked for is imported, so that ``doctor`` runs
where a package is missing."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0: well; 1: errors were found; 2: used wrongly.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # Windows would choke on Vietnamese in a pipe
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    lang = _language(arguments)
    given = argparse.Namespace(root=".", lang=lang)  # before or after the command's name
    typed = sys.argv[1:] if arguments is None else arguments
    options = _parser(lang, typed).parse_args(typed, given)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except Usage as wrong:
        print(f"bantin: {wrong}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(locale.text("interrupted", options.lang), file=sys.stderr)
        return 130
    except BrokenPipeError:  # whoever reads the pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _language(arguments: Sequence[str] | None) -> str:
    """The language to help in, before the options are read: ``--lang``, ``BANTIN_LANG``."""
    first = argparse.ArgumentParser(add_help=False)
    first.add_argument("--lang")
    wanted = first.parse_known_args(arguments)[0].lang or os.environ.get("BANTIN_LANG")
    return wanted if wanted in locale.LANGUAGES else locale.DEFAULT


class Parser(argparse.ArgumentParser):
    """Says what is wrong in our words; argparse's own come after them, for programmers."""

    lang: ClassVar[str] = "vi"

    def error(self, message: str) -> NoReturn:
        """Leave with 2 and what can be typed instead."""
        told = locale.text("usage_wrong", self.lang, prog=self.prog)
        self.exit(2, f"bantin: {told}\n({message})\n")


class EnglishParser(Parser):
    """The same in English."""

    lang = "en"


def _parser(lang: str, typed: Sequence[str]) -> argparse.ArgumentParser:
    kind = EnglishParser if lang == EnglishParser.lang else Parser
    common = kind(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--root", metavar="DIR", help=locale.text("help_root", lang))
    common.add_argument("--lang", choices=locale.LANGUAGES, help=locale.text("help_lang", lang))
    about = locale.text("help", lang)
    parser = kind(prog="bantin", description=about, parents=[common])
    parser.add_argument("--version", action="version", version=f"bantin {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in COMMANDS:
        about = locale.text(f"help_{name}", lang)
        options = commands.add_parser(name, parents=[common], help=about, description=about)
        if name in typed:
            command = import_module(f"{__name__}.{name}")
            command.arguments(options, lang)
            options.set_defaults(run=command.run)
    return parser
