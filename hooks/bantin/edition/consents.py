"""Whether a consent of consents.yml holds for a photo today: pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import Final, NamedTuple

from bantin.errors import Problem, error, warning
from bantin.model import Consent, Photo

REFUSED: Final = ("no", "không")
"""``consent: no``: somebody was asked and does not want to be seen."""
_NAME: Final = re.compile(r"\.(?:jpe?g|jpe|jfif|png|webp|gif|tiff?|bmp|avif|hei[cf])(?!\.?\w)")
"""Where the name of a photo ends."""
_GOES_ON: Final = re.compile(r"[\w./-]$")
"""What may stand before a name only if it is another, longer name."""


class Place(NamedTuple):
    """Where a photo lies."""

    top: str
    """The folder of all photos, as the writer knows it: ``images``."""
    folder: str
    """Below it: ``2026/a``."""
    file: str

    @property
    def path(self) -> str:
        """As ``Original.path``."""
        return "/".join(part for part in self if part)


class Consents:
    """The signed papers, to be asked about photos.

    Args:
        entries: Of consents.yml.
        today: Day of the build's clock in the site's zone.
        complete: Whether every entry could be read: else a missing one says nothing, and the
            registry's own errors stop the build.
    """

    def __init__(
        self, entries: Iterable[Consent], today: date, *, complete: bool = True
    ) -> None:
        self._known = {one.id: one for one in entries}
        self._today = today
        self._complete = complete

    def finding(self, photo: Photo, place: Place) -> Problem | None:
        """What is wrong with the consent that a photo names; None: it holds.

        A warning means that the photo is to be left out: an error would keep the last site
        online, and the photo with it.
        """
        if photo.consent.casefold() in REFUSED:
            return error("photo-consent-refused", photo.at, file=photo.file)
        one = self._known.get(photo.consent)
        if one is None:
            return self._unknown(photo)
        return self._ended(one, photo) or self._not_for(one, photo, place)

    def _unknown(self, photo: Photo) -> Problem | None:
        told = {"file": photo.file, "consent": photo.consent}
        near = get_close_matches(photo.consent.lower(), self._known, n=1, cutoff=0.6)
        if not self._complete:
            return None
        if near:
            return error("photo-consent-near", photo.at, near=near[0], **told)
        return error("photo-consent-unknown", photo.at, **told)

    def _ended(self, one: Consent, photo: Photo) -> Problem | None:
        told = {"file": photo.file, "consent": one.id}
        if one.withdrawn and one.withdrawn <= self._today:
            told["withdrawn"] = one.withdrawn.isoformat()
            return warning("photo-consent-withdrawn", photo.at, **told)
        if one.expires and one.expires < self._today:
            told["expires"] = one.expires.isoformat()
            return warning("photo-consent-expired", photo.at, **told)
        return None

    def _not_for(self, one: Consent, photo: Photo, place: Place) -> Problem | None:
        told: dict[str, object] = {"file": photo.file, "consent": one.id}
        if one.signed > self._today:
            return error("photo-consent-ahead", photo.at, signed=one.signed, **told)
        if one.photo and not speaks_of(one.photo, place):
            told |= {"photo": one.photo, "path": place.path}
            return error("photo-consent-other", photo.at, **told)
        return None


def speaks_of(written: str, place: Place) -> bool:
    """Whether a consent's ``photo`` is for this one: ``images/2026/a/01.jpg và 02.jpg``.

    A folder holds for the names behind it; names without one are of any folder; a folder
    without names is all that lies in it. Words that name neither are for any photo.
    """
    text = written.casefold().replace("\\", "/")
    top, folder, file = (part.casefold() for part in place)
    ours, begin = True, 0
    for name in _NAME.finditer(text):
        shelf, slash, last = text[begin : name.end()].rpartition("/")
        if slash:
            ours = _ends(shelf, f"{top}/{folder}") or _ends(shelf, folder)
        if ours and _ends(last, file):
            return True
        begin = name.end()
    if begin:
        return False
    whole = re.escape(f"{top}/{folder}") + r"(?![\w-])"
    return f"{top}/" not in text or bool(re.search(whole, text))


def _ends(text: str, words: str) -> bool:
    before = text.removesuffix(words)
    return text.endswith(words) and not _GOES_ON.search(before)
