"""Names of the index's files, made of their content."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import Any, Final

NAME: Final = 10
"""Hexadecimal characters."""


class Files:
    """The files of an index while it is made: path from ``search/`` -> bytes."""

    def __init__(self) -> None:
        self.made: dict[str, bytes] = {}
        self._owners: dict[str, bytes] = {}

    def add(self, folder: str, content: bytes) -> str:
        """Put a file there.

        Returns:
            Its name, without folder and suffix.
        """
        name = self.name(content)
        path = f"{folder}/{name}.bin"
        if path not in self.made:
            self.made[path] = zlib.compress(content, 9)
        return name

    def name(self, content: bytes) -> str:
        """A name that no other content has."""
        digest = hashlib.sha256(content).digest()
        whole = digest
        while self._owners.setdefault(name := whole.hex()[:NAME], digest) != digest:
            whole = hashlib.sha256(whole).digest()
        return name


def encoded(value: Any) -> bytes:
    """As JSON; half a character, which no UTF-8 can hold, as a question mark."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")
