"""``photos:`` in mkdocs.yml: what is drawn into all photos, and what is offered beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bantin import limits
from bantin.content import frontmatter as nodes
from bantin.content.block import Block

KEYS: Final = ("credit", "watermark", "zip")
"""Every key, in the order of the guide."""


@dataclass(frozen=True)
class PhotoSettings:
    """What one site does with all its photos."""

    credit: bool = False
    """Draw a photo's ``credit`` into its lower edge."""
    watermark: str = ""
    """Drawn into the corner of every photo; empty: nothing."""
    zip: bool = False
    """Offer the photos of each gallery as one file."""


def read(block: Block, node: nodes.Node) -> PhotoSettings:
    """The settings below ``photos:``; what is wrong with them goes to ``block``."""
    found: dict[str, bool | str] = {}
    for key, value in block.ours(node, "photos", KEYS).values():
        if key.text == "watermark":
            found[key.text] = _watermark(block, value)
        elif key.text in KEYS:
            found[key.text] = block.flag(key.text, value)
        else:
            block.unknown(key, KEYS)
    return PhotoSettings(**found)  # type: ignore[arg-type]  # KEYS are its fields


def _watermark(block: Block, node: nodes.Node) -> str:
    """One short line."""
    text = " ".join(block.text("watermark", node).split())
    limit = limits.WATERMARK_CHARACTERS
    if len(text) <= limit:
        return text
    block.wrong("text-too-long", node.at, key="watermark", length=len(text), limit=limit)
    return ""
