"""What Material brings along: its search, and its styles for the text of docs/."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig

ENGINE: Final = {
    "main": "assets/stylesheets/main.*.min.css",
    "palette": "assets/stylesheets/palette.*.min.css",
    "script": "assets/javascripts/bundle.*.min.js",
    "worker": "assets/javascripts/workers/search.*.min.js",
}
"""Files of Material's that its search and the text of docs/ need."""


@dataclass(frozen=True)
class Engine:
    """Addresses of what Material brings along."""

    stylesheet: str
    """Ours, of two lines: it puts Material's into a cascade layer, below everything."""
    script: str
    worker: str
    layers: bytes
    """Content of ``stylesheet``."""


def engine(config: MkDocsConfig) -> Engine:
    """Find Material's files among the folders of the theme."""
    found = {name: _first(config, pattern) for name, pattern in ENGINE.items()}
    layers = "".join(
        f'@import url("{found[name].removeprefix("assets/")}") layer(material);\n'
        for name in ("main", "palette")
    ).encode()
    key = hashlib.sha256(layers).hexdigest()[:12]
    stylesheet = f"assets/material.{key}.css"
    return Engine(stylesheet, found["script"], found["worker"], layers)


def _first(config: MkDocsConfig, pattern: str) -> str:
    for folder in map(Path, config.theme.dirs):
        for file in sorted(folder.glob(pattern)):
            return file.relative_to(folder).as_posix()
    raise FileNotFoundError(pattern)
