"""What results show, and what stands in documents."""

from __future__ import annotations

import hashlib
from typing import Final

from bantin.search import Entry
from bantin.search.files import Files, deflated

PACK: Final = 4
"""Records of a file."""


class Records:
    """Writes the texts of documents as they come, and their records in the end."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._lines: list[bytes] = []

    def add(self, entry: Entry) -> None:
        """The next document's."""
        name = self._files.add_deflated("texts", entry.digest, entry.text)
        self.add_line(b'%b"%b"]' % (entry.record, name.encode()))

    def add_line(self, record: bytes) -> None:
        """The next one, whole: of something without a text."""
        self._lines.append(record)

    def __len__(self) -> int:
        return len(self._lines)

    def written(self) -> str:
        """The folder of the packs, which is named after all of them."""
        lines = self._lines
        starts = range(0, len(lines), PACK)
        packs = [b"[" + b",".join(lines[at : at + PACK]) + b"]" for at in starts]
        folder = self._files.name(hashlib.sha256(b"\n".join(packs)).digest())
        for number, pack in enumerate(packs):
            self._files.made[f"texts/{folder}/{number}.bin"] = deflated(pack)
        return folder
