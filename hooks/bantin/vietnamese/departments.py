"""Departments that a post names: ``Phó Trưởng phòng Điều dưỡng`` -> ``Phòng Điều dưỡng``."""

from __future__ import annotations

import re
from typing import Final

from bantin.vietnamese.text import nfc

_PIECES: Final = re.compile(r"\s*[,;()]\s*|\s+kiêm\s+|\s+(?=[Nn]guyên\s)")
_NAMED: Final = re.compile(
    r"(?:^|.*\b(?:trưởng|phó|phụ trách|lãnh đạo|nhân viên|bác sĩ|bác sỹ|tại|thuộc|của)\s+)"
    r"(?P<kind>khoa|phòng|bộ môn|đơn nguyên)\s+(?P<name>\S.*)",
    re.IGNORECASE,
)
_LONGEST: Final = 12
"""Words of a name; what is longer is no department."""


def departments(role: str) -> tuple[str, ...]:
    """The departments of a post, in the order written, each with its kind in front.

    Args:
        role: As it stands in a list of participants, without the institution.
    """
    found = []
    for piece in _PIECES.split(nfc(role)):
        named = _NAMED.fullmatch(piece.strip())
        if named and named["name"][0].isupper() and len(named["name"].split()) <= _LONGEST:
            found.append(f"{named['kind'].capitalize()} {' '.join(named['name'].split())}")
    return tuple(found)
