"""Write the index of a site's bulletins into a folder, as a build does.

PYTHONPATH=hooks:tests .venv/bin/python tests/search/make_sample.py FOLDER [MKDOCS.YML]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bantin import newsroom
from bantin.cache import Cache
from bantin.edition.reading import Desk, read
from bantin.photos.children import Children
from bantin.search.documents import Library
from bantin.search.index import build


def sample(file: Path) -> Library:
    """The documents of a site."""
    settings = newsroom.open_settings(file).settings
    with tempfile.TemporaryDirectory() as cache:
        children = Children()
        desk = Desk(Cache(Path(cache)), newsroom.freshness(settings), children, ())
        edition = read(settings, desk, newsroom.now(), preview=False)
        children.close()
    return Library(edition, ())


def main(folder: Path, file: Path) -> None:
    with tempfile.TemporaryDirectory() as cache:
        index = build(sample(file), Cache(Path(cache)))
    for name, content in index.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "mkdocs.yml"))
