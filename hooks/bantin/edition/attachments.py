"""The documents beside a bulletin's photos: found, and known by what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bantin import addresses
from bantin.edition.folders import nearest, read
from bantin.errors import BulletinError, Problem, error
from bantin.model import Attachment, Bulletin

_BEGINNINGS: Final = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04"}


@dataclass
class Attached:
    """The documents of one bulletin."""

    documents: dict[str, Path] = field(default_factory=dict)
    """Address -> file."""
    sizes: dict[str, int] = field(default_factory=dict)
    """Address -> bytes."""
    paths: dict[str, str] = field(default_factory=dict)
    """Logical path -> address, for links."""
    problems: list[Problem] = field(default_factory=list)

    def add(self, other: Attached) -> None:
        """Take in those of another bulletin."""
        self.documents |= other.documents
        self.sizes |= other.sizes
        self.paths |= other.paths
        self.problems += other.problems


def find(bulletin: Bulletin, folder: str, names: Mapping[str, str]) -> Attached:
    """Look the attachments up in the bulletin's folder.

    Args:
        bulletin: Decoded front matter.
        folder: As the writer knows it: ``images/2026/a``.
        names: Files of that folder, as spelled there.
    """
    found = Attached()
    for attachment in bulletin.attachments:
        problem = _problem(attachment, folder, names)
        if problem:
            found.problems.append(problem)
            continue
        address = addresses.attachment(bulletin.id, attachment.file)
        if address in found.documents:
            values = {"address": address, "other": attachment.file}
            found.problems.append(error("address-twice", attachment.at, **values))
            continue
        document = found.documents[address] = Path(names[attachment.file])
        found.sizes[address] = document.stat().st_size
        found.paths[f"{folder}/{attachment.file}"] = address
    return found


def _problem(attachment: Attachment, folder: str, names: Mapping[str, str]) -> Problem | None:
    file, at = attachment.file, attachment.at
    if file not in names:
        near = nearest(file, names)
        if near:
            return error("attachment-near", at, file=file, folder=folder, near=near)
        return error("attachment-missing", at, file=file, folder=folder)
    try:
        beginning = read(Path(names[file]), f"{folder}/{file}")[:8]
    except BulletinError:
        return error("attachment-unreadable", at, file=file, folder=folder)
    expected = _BEGINNINGS.get(Path(file).suffix.lower())
    if expected is None or not beginning.startswith(expected):
        return error("attachment-format", at, file=file)
    return None
