"""What Material brings along: its styles for the text of docs/."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig

ENGINE: Final = (
    "assets/stylesheets/main.*.min.css",
    "assets/stylesheets/palette.*.min.css",
)
"""Files of Material's that the text of docs/ needs."""


@dataclass(frozen=True)
class Engine:
    """Address of what Material brings along."""

    stylesheet: str
    """Ours, of two lines: it puts Material's into a cascade layer, below everything."""
    layers: bytes
    """Content of ``stylesheet``."""


def engine(config: MkDocsConfig) -> Engine:
    """Find Material's files among the folders of the theme."""
    found = (_first(config, pattern).removeprefix("assets/") for pattern in ENGINE)
    layers = "".join(f'@import url("{one}") layer(material);\n' for one in found).encode()
    key = hashlib.sha256(layers).hexdigest()[:12]
    return Engine(f"assets/material.{key}.css", layers)


def _first(config: MkDocsConfig, pattern: str) -> str:
    for folder in map(Path, config.theme.dirs):
        for file in sorted(folder.glob(pattern)):
            return file.relative_to(folder).as_posix()
    raise FileNotFoundError(pattern)
