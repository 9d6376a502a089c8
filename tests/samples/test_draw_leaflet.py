"""The sample attachment: small, anonymous, and readable by machine and by eye."""

from __future__ import annotations

import re
import zlib

import draw_leaflet as leaflet
import pytest


@pytest.fixture(scope="module")
def committed() -> bytes:
    return leaflet.TARGET.read_bytes()


def test_every_line_fits_on_the_page():
    cut = leaflet.cut()
    room = leaflet.PAGE[0] - 2 * leaflet.MARGIN
    wide = [text for tag, text in leaflet.LINES if leaflet.breadth(cut, tag, text) > room]
    assert wide == []


def test_it_says_its_title_and_language_and_nothing_of_its_maker(committed):
    assert leaflet.text_string(leaflet.TITLE).encode() in committed
    assert b"/Lang (vi-VN)" in committed and b"/Marked true" in committed
    for private in (b"/Author", b"/Creator", b"/Producer", b"/CreationDate", b"/Metadata"):
        assert private not in committed
    assert len(committed) < 10_000


def test_every_line_can_be_read_aloud(committed):
    streams = [
        zlib.decompress(found)
        for found in re.findall(rb"FlateDecode.*?stream\n(.*?)\nendstream", committed, re.S)
    ]
    content = next(one.decode() for one in streams if b" BDC " in one)
    table = next(one.decode() for one in streams if b"beginbfchar" in one)
    letters = {one: chr(int(two, 16)) for one, two in re.findall(r"<(\w+)> <(\w+)>", table)}
    lines = [
        "".join(letters[glyph] for glyph in re.findall("....", shown))
        for shown in re.findall(r"<(\w+)> Tj", content)
    ]
    assert lines == [text for _, text in leaflet.LINES]
