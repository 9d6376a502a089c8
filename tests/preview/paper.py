"""The words on each sheet of a PDF that Chromium printed."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>|(T[dm]\b)")
_LETTERS = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>(?: <([0-9A-F]+)>)?")


def sheets(pdf: bytes) -> list[str]:
    """Each sheet's text in the order in which it was drawn, without spaces."""
    objects = {int(number): content for number, content in _OBJECT.findall(pdf)}
    pages = [one for one in objects.values() if re.search(rb"/Type /Page\b(?!s)", one)]
    return [_sheet(page, objects) for page in pages]


def _sheet(page: bytes, objects: dict[int, bytes]) -> str:
    fonts = {
        name: _letters(objects, int(number))
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", page)
    }
    (contents,) = re.findall(rb"/Contents (\d+) 0 R", page)
    text, font = [], {}
    for name, glyphs, _ in _SHOWN.findall(_unpacked(objects[int(contents)])):
        font = fonts[name] if name else font
        codes = [int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4)]
        text += [font.get(code, "") for code in codes]
    return "".join("".join(text).split())


def _letters(objects: dict[int, bytes], font: int) -> dict[int, str]:
    """Glyph -> letters, as the font's ToUnicode table gives them."""
    (number,) = re.findall(rb"/ToUnicode (\d+) 0 R", objects[font])
    table = _unpacked(objects[int(number)])
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, letters, _ in _LETTERS.findall(block):
            found[int(glyph, 16)] = bytes.fromhex(letters.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, letters in _LETTERS.findall(block):
            start = int(letters, 16)
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = chr(start + step)
    return found


def _unpacked(content: bytes) -> bytes:
    (stream,) = _STREAM.findall(content)
    return zlib.decompress(stream)
