"""Libraries for tests: documents that are there already, and made-up ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from bantin.search import Document, Item, Labels, Signpost


class Shelf:
    """A library of finished documents: pages first, then bulletins in the given order."""

    def __init__(
        self,
        documents: Iterable[Document],
        labels: Labels | None = None,
        signposts: Mapping[str, tuple[Signpost, ...]] | None = None,
    ) -> None:
        ordered = sorted(documents, key=lambda document: document.year)
        self._found = {document.address: document for document in ordered}
        self.labels = labels or Labels()
        self.signposts = signposts or {}
        self.shelf = tuple(
            Item(document.address, document.year, digest(document)) for document in ordered
        )
        self.asked: list[str] = []
        """Addresses of documents that were taken down, in turn."""

    def document(self, address: str) -> Document:
        self.asked.append(address)
        return self._found[address]


def digest(document: Document) -> str:
    return hashlib.sha256(repr(document).encode("utf-8", "surrogatepass")).hexdigest()
