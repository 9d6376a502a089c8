"""What `bantin photos report` tells of an original beside its size."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any


def work(
    path: Path, name: str, values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Look at one original."""
    raise NotImplementedError(name)
