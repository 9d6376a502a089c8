"""Which site a command speaks of."""

from __future__ import annotations

import argparse
from pathlib import Path

from bantin import locale
from bantin.cli.usage import Usage
from bantin.content import enginekeys, settings


def opened(options: argparse.Namespace, *, whole: bool = False) -> settings.SettingsRead:
    """The settings of the site in ``--root``.

    Args:
        options: As typed.
        whole: With what is wrong with MkDocs' own keys, at which nothing but a build stops.

    Raises:
        Usage: There is no site there.
    """
    file = Path(options.root) / settings.FILE
    if not file.is_file():
        raise Usage(locale.text("no_site", options.lang, folder=Path(options.root).absolute()))
    read = enginekeys.read if whole else settings.read
    return read(file.absolute())
