"""``python -m bantin.vietnamese "…"``: what is understood of a text, for the curious."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import NoReturn

from bantin import locale
from bantin.vietnamese.asking import answer, arguments, given

PROGRAM = "python -m bantin.vietnamese"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in our words first."""

    def error(self, message: str) -> NoReturn:
        told = locale.text("usage_wrong", _language(), prog=self.prog)
        self.exit(2, f"{told}\n({message})\n")


def _language() -> str:
    wanted = os.environ.get("BANTIN_LANG", "")
    return wanted if wanted in locale.LANGUAGES else locale.DEFAULT


def main(typed: Sequence[str] | None = None) -> int:
    """Read a text and tell what is in it.

    Returns:
        0: well; 2: used wrongly.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # Windows would choke on Vietnamese in a pipe
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    lang = _language()
    parser = _Parser(prog=PROGRAM, description=locale.text("help_understand", lang))
    arguments(parser, lang)
    about = locale.text("help_lang", lang)
    parser.add_argument("--lang", choices=locale.LANGUAGES, default=lang, help=about)
    options = parser.parse_args(typed)
    text = given(options.text)
    if not text.strip():
        sys.stderr.write(locale.text("explain_no_text", options.lang, prog=PROGRAM) + "\n")
        return 2
    sys.stdout.write(answer(text, options.lang, as_json=options.json))
    return 0


if __name__ == "__main__":
    sys.exit(main())
