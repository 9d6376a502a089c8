"""Which photos have captions that name a patient, a child or their family.

Such a photo is shown with its bulletin and nowhere else, whichever language says the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bantin.cache import Cache
from bantin.edition.people import KIND, fingerprint
from bantin.edition.spotted import Spotter
from bantin.locale import DEFAULT
from bantin.markup.inline import plain
from bantin.vietnamese import doubts, privacy
from bantin.vietnamese.people import mentions
from bantin.vietnamese.text import nfc

_PAIR: Final = re.compile(r"(\S*) ?\b(?=[^\W\d_a-z])\w[\w'’]* (?=[^\W\d_a-z])(\w+)")
"""A word with what two words with capitals follow: they may be a name."""
_AT_WORK: Final = frozenset(("dr", "prof", "professor", "doctor", "nurse"))
"""Before the name of somebody who is no patient."""


def naming_private(photos: Iterable[tuple[str, str, str]], cache: Cache) -> frozenset[str]:
    """Paths of the photos that stay with their bulletin.

    Args:
        photos: Path, language, caption or alternative text; a path may come several times.
        cache: For what was read before.
    """
    spotter = Spotter(())
    found: set[str] = set()
    for path, lang, said in photos:
        text = nfc(plain(said))
        if path not in found and _names_private(text, lang, spotter, cache):
            found.add(path)
    return frozenset(found)


def _names_private(text: str, lang: str, spotter: Spotter, cache: Cache) -> bool:
    if lang != DEFAULT:
        return doubts.in_english(text) and _may_name(text)
    if not privacy.may_tell(spotter.words(text)):
        return False
    key = f"{fingerprint()}\0private\0{text}"
    kept = cache.get(KIND, key)
    if kept is None:
        private = any(privacy.is_private(text, one) for one in mentions(text))
        kept = b"private" if private else b"free"
        cache.put(KIND, key, kept)
    return kept == b"private"


def _may_name(text: str) -> bool:
    """Whether two words with capitals stand side by side, no doctor's title before them."""
    return any(found[1].strip(".").lower() not in _AT_WORK for found in _PAIR.finditer(text))
