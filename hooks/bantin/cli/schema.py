"""``bantin schema``: JSON Schema of the front matter, for editors."""

from __future__ import annotations

import argparse
import json

from bantin.cli.site import opened
from bantin.content.schema import json_schema


def arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """Nothing can be asked for."""


def run(options: argparse.Namespace) -> int:
    """Print the schema with the site's own categories and series."""
    settings = opened(options).settings
    print(json.dumps(json_schema(settings, options.lang), ensure_ascii=False, indent=2))
    return 0
