"""Every limit in one table: `bantin doctor` shows it, the readers keep it."""

from __future__ import annotations

from typing import Final

BULLETIN_BYTES: Final = 1_000_000
"""Largest bulletin or registry file."""
TITLE_CHARACTERS: Final = 200
CAPTION_CHARACTERS: Final = 500
WATERMARK_CHARACTERS: Final = 80
"""Of the text in every photo's corner."""
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
PHOTO_PIXELS_PROGRESSIVE: Final = 100_000_000
"""A progressive JPEG is held as a whole, up to six bytes a pixel, before any of it is seen."""
PHOTO_PIXELS_WHOLE: Final = 50_000_000
"""PNG, TIFF and the like can't be decoded at a fraction of their size as a JPEG can. A
phone's 48-megapixel HEIC passes, and a page A3 scanned at 500 dpi."""
PHOTO_PIXELS_WEBP: Final = 40_000_000
"""Its decoder holds the picture four times: sixteen bytes a pixel."""
PHOTO_SIDE: Final = 65_000
PUBLISHED_WIDTH: Final = 2_000
"""px; the widest rendition has 1,600."""
PUBLISHED_PIXELS: Final = 27_000_000
"""The widest rendition, as high as WebP allows."""
PHOTO_MEMORY: Final = 740_000_000
"""Bytes that a child process may use for a photo, beside what Python and Pillow take (35 MB):
together less than 800 MB."""
PHOTO_MEMORY_EACH: Final = 400_000_000
"""Bytes that most photos stay below; what needs more is opened one at a time."""
PHOTO_SECONDS: Final = 12
"""Of a core, for one photo."""
PHOTO_PATIENCE: Final = 60
"""Seconds by the clock, for one photo on a busy machine or a slow drive."""
PHOTO_ANSWER: Final = 64_000_000
"""Bytes of all renditions of one photo."""
FIRST_PHOTO_BYTES: Final = 60_000
"""Of a photo as a phone loads it first (AVIF): 0.3 seconds of a slow 4G line, 1.6 Mbit/s as
Lighthouse has it, so that the largest thing in the first view is not what readers wait for."""


def table() -> dict[str, str]:
    """Each limit with its value, for people."""
    return {
        name: f"{value[0]}-{value[1]}" if isinstance(value, tuple) else f"{value:,}"
        for name, value in globals().items()
        if name.isupper()
    }
