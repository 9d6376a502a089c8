"""The house's own sign, for sites that name no logo."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from bantin.pictures import Sign, Signs

MARK: Final = Path(__file__).parent / "marks" / "mark.svg"
SIDE: Final = 96
"""px, as the drawing itself says."""


@cache
def mark() -> Signs:
    """A sheet of news in the shape of a cross: logo and favicon, without a touch icon.

    Phones take no drawings there; without one they show the page.
    """
    content = MARK.read_bytes()
    key = hashlib.sha256(content).hexdigest()[:12]
    sign = Sign(f"assets/mark.{key}.svg", SIDE, SIDE, "image/svg+xml")
    return Signs(sign, sign, None, {sign.address: content})
