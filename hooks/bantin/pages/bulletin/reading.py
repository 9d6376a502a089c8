"""How long a bulletin takes to read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bantin.edition import Body
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pictures import GalleryPhoto

RATES: Final = {"vi": 300, "en": 238}
"""Words a minute, as spaces part them.

In Vietnamese each of them is a syllable. Read aloud, Vietnamese runs at 5.2 syllables a second
(Pellegrino, Coupé and Marsico, Language 87, 2011), 313 a minute; silently hardly anybody is
slower, so that 300 promise no reader too little. At the rate of English words every text would
look a quarter longer than it is. English: 238 words a minute of non-fiction, read silently
(Brysbaert, Journal of Memory and Language 109, 2019).
"""
_TAG: Final = re.compile("<[^>]*>")
_DASHES: Final = str.maketrans("–—", "  ")


def reading_time(bulletin: Bulletin, body: Body, photos: Iterable[GalleryPhoto]) -> str:
    """``Đọc khoảng 3 phút``; empty where there is nothing to read.

    What counts is read from top to bottom: summary, text and captions. Who took part is looked
    up, not read.
    """
    texts = (
        bulletin.summary,
        *(_TAG.sub(" ", part) for part in body.parts),
        *(one.photo.caption for one in photos),
    )
    words = sum(len(found.translate(_DASHES).split()) for found in texts)
    if not words:
        return ""
    minutes = max(1, round(words / RATES[bulletin.lang]))
    key = "reading_time_one" if minutes == 1 else "reading_time_many"
    return text(key, bulletin.lang, count=minutes)
