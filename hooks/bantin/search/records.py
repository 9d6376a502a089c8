"""What results show, and what stands in documents."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from typing import Final

from bantin.search import Entry
from bantin.search.files import NAME, Files

PACK: Final = 4
"""Records of a file."""


def records(entries: Sequence[Entry], files: Files) -> str:
    """Write packs and texts.

    Returns:
        The folder of the packs.
    """
    lines = [
        f'{entry.record[:-1]},"{files.add("texts", entry.text)}"]'.encode("utf-8", "replace")
        for entry in entries
    ]
    packs = [
        b"[" + b",".join(lines[at : at + PACK]) + b"]" for at in range(0, len(lines), PACK)
    ]
    folder = hashlib.sha256(b"\n".join(packs)).hexdigest()[:NAME]
    for number, pack in enumerate(packs):
        files.made[f"texts/{folder}/{number}.bin"] = zlib.compress(pack, 9)
    return folder
