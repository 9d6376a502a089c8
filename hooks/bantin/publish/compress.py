"""Packed copies of a site's texts (``.gz``, ``.br``): a server sends them as they lie there.

The same content gives the same bytes. Pictures, fonts and the search's ``.bin`` files are
packed already.
"""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import brotli

GZIP: Final = ".gz"
BROTLI: Final = ".br"
TEXTS: Final = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
LEAST: Final = 600
"""Bytes; of less a packed copy saves no packet on the network."""
LASTING: Final = "assets"
"""Folder of what browsers keep for a year: worth all the time that Brotli can take."""
QUALITY: Final = 6
"""Of pages: 1 ms each for 7 % fewer bytes than gzip's best; 11 takes 27 ms for 15 %."""
BEST: Final = 11
_GZIP_WINDOW: Final = 16 + zlib.MAX_WBITS
"""How zlib is told that a gzip header comes first."""


def write(folder: Path) -> None:
    """Put a packed copy of each kind beside every text that gets smaller by it.

    Args:
        folder: A built site, complete.

    Raises:
        OSError: A file can't be read or written.
    """
    for path in list(_texts(folder)):
        content = path.read_bytes()
        lasting = path.parent == folder / LASTING
        for suffix, packed in _packed(content, BEST if lasting else QUALITY):
            copy = path.with_name(path.name + suffix)
            copy.unlink(missing_ok=True)  # MkDocs packs its sitemap, with the time in it
            if len(packed) < len(content):
                copy.write_bytes(packed)


def is_packed(name: str) -> bool:
    """Whether a file's name says that it is a packed copy."""
    return name.lower().endswith((GZIP, BROTLI))


def is_copy(path: Path) -> bool:
    """Whether a packed file holds exactly what the file of its name without suffix holds."""
    beside = path.with_suffix("")
    try:
        expected = beside.read_bytes()
        return _unpacked(path, len(expected) + 1) == expected
    except (OSError, zlib.error, brotli.error):
        return False


def _packed(content: bytes, quality: int) -> Iterator[tuple[str, bytes]]:
    if len(content) >= LEAST:
        yield GZIP, gzip.compress(content, 9, mtime=0)
        yield BROTLI, brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality)


def _unpacked(path: Path, most: int) -> bytes:
    """At most so many bytes of what a file holds; what follows its end counts as well."""
    content = path.read_bytes()
    if path.name.lower().endswith(GZIP):
        reader = zlib.decompressobj(_GZIP_WINDOW)
        found = reader.decompress(content, most)
        return found if reader.eof and not reader.unused_data else b""
    stream = brotli.Decompressor()
    found = stream.process(content, output_buffer_limit=most)
    return bytes(found) if stream.is_finished() else b""


def _texts(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        yield from (Path(parent, name) for name in names if name.lower().endswith(TEXTS))
