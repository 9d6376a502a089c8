"""``bantin understand``: what is understood of a text, with the site's registries."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bantin import locale
from bantin.cli.site import opened
from bantin.cli.usage import Usage
from bantin.content import settings
from bantin.edition import registries
from bantin.vietnamese.asking import answer, arguments, given
from bantin.vietnamese.known import Known

__all__ = ["arguments", "run"]


def run(options: argparse.Namespace) -> int:
    """Print it; outside of a site it is read without registries."""
    text = given(options.text)
    if not text.strip():
        told = locale.text("explain_no_text", options.lang, prog="bantin understand")
        raise Usage(told)
    sys.stdout.write(answer(text, options.lang, as_json=options.json, known=_known(options)))
    return 0


def _known(options: argparse.Namespace) -> Known | None:
    """The registries of the site.

    Raises:
        Usage: A site is named, and is not there.
    """
    if options.root == "." and not (Path(options.root) / settings.FILE).is_file():
        return None
    site = opened(options).settings
    return registries.known(registries.read(site).registry, site)
