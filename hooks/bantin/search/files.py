"""The index's files, named after their content."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from typing import Final

NAME: Final = 10
"""Hexadecimal characters of a name."""


class Files:
    """The files of an index while it is made.

    Args:
        owners: Names that are taken already, and the digest of the content that has each.
        made: Files that are there already.
    """

    def __init__(
        self,
        owners: Mapping[str, bytes] | None = None,
        made: Mapping[str, bytes] | None = None,
    ) -> None:
        self.owners: dict[str, bytes] = dict(owners or {})
        self.made: dict[str, bytes] = dict(made or {})
        """Path from ``search/`` -> bytes."""

    def add(self, folder: str, content: bytes) -> str:
        """Put a file there.

        Returns:
            Its name, without folder and suffix.
        """
        return self.add_deflated(folder, hashlib.sha256(content).digest(), deflated(content))

    def add_deflated(self, folder: str, digest: bytes, content: bytes) -> str:
        """The same for a file that is deflated already."""
        name = self.name(digest)
        self.made[f"{folder}/{name}.bin"] = content
        return name

    def name(self, digest: bytes) -> str:
        """A name that no other content has; where the first characters are taken, others."""
        whole = digest
        while self.owners.setdefault(name := whole.hex()[:NAME], digest) != digest:
            whole = hashlib.sha256(whole).digest()
        return name


def deflated(first: bytes, *others: bytes) -> bytes:
    """Parts as one, as small as it gets: each part has codes of its own for its bytes."""
    made = zlib.compressobj(9)
    found = [made.compress(first)]
    for part in others:
        found += made.flush(zlib.Z_BLOCK), made.compress(part)
    return b"".join((*found, made.flush()))
