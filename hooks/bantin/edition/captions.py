"""Which photos have captions that name a patient, a child or their family.

Such a photo is shown with its bulletin and nowhere else, whichever language says the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bantin.cache import Cache
from bantin.edition.galleries import Said
from bantin.edition.people import KIND, fingerprint
from bantin.edition.spotted import Spotter
from bantin.errors import Location
from bantin.locale import DEFAULT
from bantin.markup.inline import plain
from bantin.vietnamese import doubts, privacy
from bantin.vietnamese.people import Mention, mentions
from bantin.vietnamese.text import nfc

_PAIR: Final = re.compile(r"(\S*) ?\b(?=[^\W\d_a-z])\w[\w'’]* (?=[^\W\d_a-z])(\w+)")
"""A word with what two words with capitals follow: they may be a name."""
_SURE: Final = re.compile(r"^[^\W\d_a-z][\w'’]*[^\W\d_A-Z]|\.| ")
"""A name, and no abbreviation in capitals."""
_STUDENT: Final = re.compile("(?:cựu )?sinh viên", re.IGNORECASE)
"""Grown-ups who train here or give blood, as a rule."""
_PARENT: Final = re.compile("(?:người )?(?:bố|cha|má|mẹ)", re.IGNORECASE)
"""What follows in one word is a people's name: ``người mẹ Dao``."""
_AT_WORK: Final = frozenset(("dr", "prof", "professor", "doctor", "nurse"))
"""Before the name of somebody who is no patient."""


def naming_private(said: Iterable[Said], cache: Cache) -> dict[str, Location]:
    """The photos that stay with their bulletin, by path, and where somebody is named first.

    Args:
        said: Of all photos; a path may come several times.
        cache: For what was read before.
    """
    spotter = Spotter(())
    found: dict[str, Location] = {}
    for one in said:
        text = nfc(plain(one.words))
        if one.path not in found and _names_private(text, one.lang, spotter, cache):
            found[one.path] = one.at
    return found


def surely_names_private(words: str, lang: str) -> bool:
    """Whether a caption names a patient, a child or their family without any doubt.

    Args:
        words: As typed.
        lang: Of its bulletin.
    """
    text = nfc(plain(words))
    if lang != DEFAULT:
        return doubts.names_in_english(text)
    return any(_is_sure(one) and privacy.is_private(text, one) for one in mentions(text))


def _is_sure(one: Mention) -> bool:
    """Whether it is a name, and not of somebody who studies or works here."""
    named = _SURE.search(one.name.text) and not (
        _PARENT.fullmatch(one.address) and " " not in one.name.text
    )
    student = any(post.role and _STUDENT.match(post.role.text) for post in one.posts)
    return bool(named) and not one.titles and not student


def _names_private(text: str, lang: str, spotter: Spotter, cache: Cache) -> bool:
    if lang != DEFAULT:
        return doubts.in_english(text) and (_may_name(text) or doubts.names_in_english(text))
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
