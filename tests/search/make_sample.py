"""Write the index of a site's bulletins into a folder, as a build does.

.venv/bin/python tests/search/make_sample.py FOLDER [MKDOCS.YML]
"""

from __future__ import annotations

import re
import sys
import tempfile
from html import unescape
from pathlib import Path

from search.shelves import Shelf

from bantin import addresses, newsroom
from bantin.cache import Cache
from bantin.edition import Edition
from bantin.edition.reading import Desk, read
from bantin.model import Bulletin
from bantin.photos.children import Children
from bantin.search import Document, Labels, Thumbnail
from bantin.search.index import build


def document(bulletin: Bulletin, edition: Edition) -> Document:
    html = "\n".join(edition.bodies[bulletin.id].parts)
    blocks = re.split("</?(?:p|h[1-6]|li|td|th|figcaption|div)[^>]*>", html)
    passages = (unescape(re.sub("<[^>]*>", "", block)).strip() for block in blocks)
    captions = [one.photo.caption for one in edition.galleries[bulletin.id]]
    start = bulletin.date.start.isoformat()
    return Document(
        address=addresses.bulletin(bulletin.id),
        title=bulletin.title,
        lang=bulletin.lang,
        year=bulletin.sorted_by.year,
        date=start,
        date_text=bulletin.date.start.strftime("%d/%m/%Y"),
        category=bulletin.category,
        category_text=bulletin.category,
        photos=len(captions),
        thumbnail=Thumbnail("/a/b.avif", "/a/b.jpg"),
        facts=(
            *(f"{' '.join(one.titles)} {one.name}" for one in bulletin.participants),
            *(one.organization for one in bulletin.participants),
            bulletin.place,
            *bulletin.tags,
        ),
        captions=tuple(enumerate(captions, 1)),
        text=(bulletin.summary, *filter(None, passages)),
        facts_dates=(start, start[:7]),
        people=tuple({one.person_id for one in bulletin.participants} - {""}),
        organizations=tuple({one.organization_id for one in bulletin.participants} - {""}),
    )


def sample(file: Path) -> Shelf:
    """The documents of a site."""
    settings = newsroom.open_settings(file).settings
    with tempfile.TemporaryDirectory() as cache:
        children = Children()
        desk = Desk(Cache(Path(cache)), newsroom.freshness(settings), children, ())
        edition = read(settings, desk, newsroom.now(), preview=False)
        children.close()
    return Shelf([document(one, edition) for one in reversed(edition.bulletins)], Labels())


def main(folder: Path, file: Path) -> None:
    with tempfile.TemporaryDirectory() as cache:
        index = build(sample(file), Cache(Path(cache)))
    for name, content in index.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "mkdocs.yml"))
