"""Which site a command speaks of."""

from __future__ import annotations

import argparse
from pathlib import Path

from bantin import locale
from bantin.cli.usage import Usage
from bantin.content import enginekeys, settings


def opened(options: argparse.Namespace) -> settings.SettingsRead:
    """The settings of the site in ``--root``.

    Raises:
        Usage: There is no site there.
    """
    file = Path(options.root) / settings.FILE
    if not file.is_file():
        raise Usage(locale.text("no_site", options.lang, folder=Path(options.root).absolute()))
    return enginekeys.read(file.absolute())
