"""Photos and documents may have any name a disk takes: pages stay whole, links lead there."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urldefrag

import html5lib
import pytest

from newsrooms import Newsroom, Tree, jpeg

CROPS = 4
"""Files cut from a small cover: two of 3:2, two squares."""
ID = "2026/ten-tep"
HARMLESS = "2026/hien-lanh"
HOSTILE = (
    '"><img src=x onerror=alert(1)>',
    "]]>",
    "a'b",
    "#1",
    "cau?hoi=1&x;",
    "%2e%2e",
    "%2F..",
    "{{ page }}",
    unicodedata.normalize("NFD", "Hội nghị sơ kết"),
    "😀",
    "ba dấu cách ",
    "javascript:alert(1)",
)
PDF = b"%PDF-1.7\n"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows takes few of these names")


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def written(room: Newsroom, id: str, stems: tuple[str, ...]) -> None:
    """A bulletin that speaks of every file twice: in its front matter and in its text."""
    folder, names = f"images/{id}", [f"{stem}.jpg" for stem in stems]
    documents = [f"{stem}.pdf" for stem in stems]
    for number, name in enumerate(names):
        room.write(f"{folder}/{name}", jpeg(f"{id} {number}"))
    for number, name in enumerate(documents):
        room.write(f"{folder}/{name}", PDF + str(number).encode())
    room.bulletin(
        id,
        "photos:",
        *(f"  - {{file: {quoted(name)}, caption: C, alt: A}}" for name in names),
        "attachments:",
        *(f"  - {{file: {quoted(name)}, title: D}}" for name in documents),
        body="\n\n".join(
            [f"![A](../../{folder}/{quote(name)})" for name in names]
            + [f"[D](../../{folder}/{quote(name)})" for name in documents]
        ),
    )


class Twice(NamedTuple):
    """A site built, and built again with nothing changed."""

    room: Newsroom
    first: Tree
    second: Tree
    renditions: dict[str, tuple[int, int]]
    """Files of the store after the first build, with inode and time."""


def store(room: Newsroom) -> dict[str, tuple[int, int]]:
    found = (
        path for path in (room.root / ".cache" / "renditions").rglob("*") if path.is_file()
    )
    return {
        path.relative_to(room.root).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in found
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Twice:
    room = Newsroom(tmp_path_factory.mktemp("site"))
    written(room, ID, HOSTILE)
    written(room, HARMLESS, tuple(f"{number:02}" for number in range(len(HOSTILE))))
    first, renditions = room.built(), store(room)
    return Twice(room, first, room.built(), renditions)


def content(page: str) -> list[tuple[str, dict[str, str]]]:
    """Elements of a page's own part, in order, with their attributes."""
    document = html5lib.parse(page, namespaceHTMLElements=False)
    (main,) = document.iter("main")
    return [(str(node.tag), dict(node.attrib)) for node in main.iter()]


def targets(page: str) -> Iterator[str]:
    """Every address of the content, ``srcset`` too."""
    for _, attributes in content(page):
        for name in ("href", "src"):
            if name in attributes and not attributes[name].startswith("data:"):
                yield attributes[name]
        for one in attributes.get("srcset", "").split(","):
            yield from one.split()[:1]


def test_names_make_no_elements_and_no_attributes(built):
    found, expected = (content(built.room.page(f"news/{id}")) for id in (ID, HARMLESS))
    shape = [(tag, sorted(attributes)) for tag, attributes in found]
    assert shape == [(tag, sorted(attributes)) for tag, attributes in expected]
    images = [one for tag, one in found if tag == "img" and "aria-hidden" not in one]
    assert len(images) == 2 * len(HOSTILE) + 1  # the cover, too


def test_every_address_leads_to_a_file_of_the_site(built):
    page = built.room.site / "news" / ID
    led: set[str] = set()
    for target in targets(built.room.page(f"news/{ID}")):
        if target.startswith(("https://", "mailto:")):
            continue  # ways to pass the page on
        address = unquote(urldefrag(target).url)
        place = Path(os.path.normpath(page / address))
        place = place / "index.html" if address.endswith("/") else place
        assert not address or place.relative_to(built.room.site).as_posix() in built.first
        led.add(place.suffix + str(place.read_bytes()) if place.suffix == ".pdf" else "")
    assert len(led - {""}) == len(HOSTILE)  # each document is reached, none is another


def test_addresses_of_photos_need_no_quoting(built):
    published = [name for name in built.first if name.startswith(f"images/{ID}/")]
    assert len(published) == 2 * len(HOSTILE) + CROPS
    assert [name for name in published if quote(name) != name] == []


def test_a_second_build_renders_nothing_anew(built):
    # the crops of a cover are one; each bulletin has a card, and the site
    assert len(built.renditions) == 2 * (len(HOSTILE) + 1 + 1) + 1
    assert store(built.room) == built.renditions
    assert built.second == built.first
