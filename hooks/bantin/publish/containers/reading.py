"""What the readers of containers share: the bytes, their bounds, and what was found in them.

A reader walks from one structure to the next and knows the few that a picture needs. It is told
nothing about what may hide in a file: whatever it doesn't know is found.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bantin import limits

TAG: Final = "gate-image-tag"
"""Something is told beside the pixels: metadata, a profile, a comment, an unknown structure."""
MORE: Final = "gate-image-more"
"""There is another picture, or there are bytes that belong to none."""
LARGE: Final = "gate-image-large"
"""It has more pixels than any rendition."""
KIND: Final = "gate-image-kind"
"""It is not what its name says, or nothing that we publish."""
DAMAGED: Final = "gate-image-damaged"
"""It can't be read to its end."""

LISTED: Final = 20
"""Findings kept of one file."""

_ODD = re.compile(r"[^ -~]")

Finding = tuple[str, int, str]
"""Code, place in the file in bytes from 0, what stands there."""


class Bounds(NamedTuple):
    """The largest picture that may go out, in px as displayed."""

    width: int = limits.PUBLISHED_WIDTH
    pixels: int = limits.PUBLISHED_PIXELS


class Damaged(Exception):
    """There is no reading on from a place (in bytes from 0)."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


class Reading:
    """One file on its way through a reader."""

    def __init__(self, content: bytes, bounds: Bounds) -> None:
        self.content = content
        self.bounds = bounds
        self.size: tuple[int, int] | None = None
        """Width and height in px, once a header has told them."""
        self._found: dict[tuple[str, str], int] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """In the order in which they were noted, each thing once."""
        return tuple((code, place, found) for (code, found), place in self._found.items())

    @property
    def is_too_large(self) -> bool:
        """Whether the header tells of more than the bounds allow."""
        width, height = self.size or (0, 0)
        return width > self.bounds.width or width * height > self.bounds.pixels

    def note(self, code: str, place: int, found: str) -> None:
        """Keep a finding; ``found`` may be anything that stood in the file."""
        if len(self._found) < LISTED:
            self._found.setdefault((code, _ODD.sub("?", found).strip()), place)

    def shows(self, place: int, width: int, height: int) -> None:
        """The size of the picture, in px; a second one is another picture."""
        if not width or not height:
            raise Damaged(place)
        if self.size:
            self.note(MORE, place, f"{width} x {height} px")
            return
        self.size = width, height
        if self.is_too_large:
            self.note(LARGE, place, f"{width} x {height} px")

    def span(self, place: int, length: int) -> bytes:
        """So many bytes from a place.

        Raises:
            Damaged: The file ends before them.
        """
        if length < 0 or place + length > len(self.content):
            raise Damaged(place)
        return self.content[place : place + length]

    def number(self, place: int, length: int) -> int:
        """A whole number, highest byte first.

        Raises:
            Damaged: As ``span``.
        """
        return int.from_bytes(self.span(place, length))

    def ends(self, place: int) -> None:
        """The picture is over; so must be the file."""
        rest = len(self.content) - place
        if rest > 0:
            self.note(MORE, place, f"+ {rest} bytes")


def name_of(raw: bytes) -> str:
    """The name that a structure bears, as far as it can be printed."""
    return raw[:20].split(b"\0")[0].decode("latin-1")
