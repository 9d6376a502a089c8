"""What readers see of the house: templates, the look, and what Material's shell needs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

_ROOM = Path(__file__).parent


def assets() -> Mapping[str, Path]:
    """Files to publish with every site: address -> file.

    The address carries a hash of the content, so that browsers may keep it for ever.
    """
    return {_address(file): file for file in sorted((_ROOM / "assets").iterdir())}


def material_dir() -> Path:
    """The folder to put first among MkDocs' theme folders."""
    return _ROOM / "material"


def _address(file: Path) -> str:
    key = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
    return f"assets/{file.stem}.{key}{file.suffix}"
