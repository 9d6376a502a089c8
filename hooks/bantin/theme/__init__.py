"""What readers see of the house: templates, the look, and what Material's shell needs."""

from __future__ import annotations

from pathlib import Path

from bantin.theme.assets import ROOM, Assets, assets
from bantin.theme.signs import mark

__all__ = ["Assets", "assets", "mark", "material_dir"]


def material_dir() -> Path:
    """The folder to put first among MkDocs' theme folders."""
    return ROOM / "material"
