"""Words of a text and where they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Phrase:
    """Words of a text, with their place counted in the text's NFC."""

    start: int
    end: int
    """First character after it."""
    text: str
    """As written: ``nfc(text)[start:end]``."""
