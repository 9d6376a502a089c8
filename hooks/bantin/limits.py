"""Every limit in one table: `bantin doctor` shows it, the readers keep it."""

from __future__ import annotations

from typing import Final

BULLETIN_BYTES: Final = 1_000_000
"""Largest bulletin or registry file."""
TITLE_CHARACTERS: Final = 200
CAPTION_CHARACTERS: Final = 500
TEXT_CHARACTERS: Final = 1_000
"""Every other text of the front matter."""
PHOTOS: Final = 500
"""Photos of one bulletin."""
PARTICIPANTS: Final = 2_000
REGISTRY_ENTRIES: Final = 10_000
"""Of one registry; consents add up over the years."""
LIST_ITEMS: Final = 500
"""Every other list of the front matter."""
SLUG_BYTES: Final = 80
NESTING: Final = 8
"""Levels of lists and mappings in YAML."""
SETTINGS_NESTING: Final = 50
"""The same in mkdocs.yml, whose ``nav`` may be deep."""
LINE_CHARACTERS: Final = 20_000
"""Longest line of a body."""
SECONDS_PER_FILE: Final = 10
"""To turn one body into HTML."""
YEARS: Final = (1900, 2100)
PHOTO_BYTES: Final = 200_000_000
PHOTO_PIXELS: Final = 250_000_000
"""A phone's 200-megapixel JPEG passes; a bomb does not."""
PHOTO_PIXELS_WHOLE: Final = 80_000_000
"""PNG, TIFF and the like can't be decoded at a fraction of their size as a JPEG can."""
PHOTO_SIDE: Final = 65_000


def table() -> dict[str, str]:
    """Each limit with its value, for people."""
    return {
        name: f"{value[0]}-{value[1]}" if isinstance(value, tuple) else f"{value:,}"
        for name, value in globals().items()
        if name.isupper()
    }
