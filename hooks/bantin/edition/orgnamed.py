"""Which organizations of the registry the text and the captions of a bulletin name for certain.

A name that goes on anywhere in the bulletin, or in its list, may be short for the longer one
everywhere in it: then it names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from bantin.edition import Named
from bantin.edition.orgenglish import EnglishNames
from bantin.edition.orgmeant import Meanings, days_of
from bantin.edition.orgspotted import OrganizationSpotter
from bantin.edition.spotted import sentences
from bantin.locale import DEFAULT
from bantin.markup.inline import plain
from bantin.model import Bulletin
from bantin.pictures import GUARDED, GalleryPhoto
from bantin.vietnamese import orgnames
from bantin.vietnamese.known import Known
from bantin.vietnamese.standing import Standing, Standings
from bantin.vietnamese.text import compare_key, nfc

TEXT: Final = 0
"""Number of what is no caption."""
_DESTINATION: Final = re.compile(r"\]\([^()\n]*\)")
"""Where a link leads: nobody sees it."""
_WHERE_ONE_BELONGS: Final = re.compile(
    r"^(?:trường|công ty|hợp tác xã|xí nghiệp)\b|\b(?:school|kindergarten|company)\b"
)
"""Names of schools and employers."""
_TELLS: Final = re.compile(
    r"\b(?:bệnh nh(?:ân|i)|người bệnh|cháu|bé|mẹ|bố|trẻ|gia đình|phụ huynh|học sinh"
    r"|con|em|vợ|chồng|wi(?:fe|ves)|husbands?|sisters?|brothers?"
    r"|patients?|child|children|bab(?:y|ies)|boys?|girls?|sons?|daughters?|mothers?|fathers?"
    r"|parents?|famil(?:y|ies)|pupils?)\b"
)
"""What is told of patients, children and families: a school beside it may be theirs."""


@dataclass(frozen=True)
class Piece:
    """What is read in one go."""

    number: int
    """Of the photo whose caption it is, or ``TEXT``."""
    text: str
    guarded: bool = False
    """Whether the photo is shown with its bulletin only: nobody is taken from it."""


class Reader:
    """The reading of one edition's bulletins."""

    def __init__(self, known: Known) -> None:
        self._vietnamese = Standings(known)
        self._spotter = OrganizationSpotter(known)
        self._meanings = Meanings(known)
        self._english = EnglishNames(known)

    def selected(
        self, bulletin: Bulletin, gallery: Iterable[GalleryPhoto]
    ) -> tuple[Piece, ...]:
        """The pieces that name somebody who is not listed, or has photos; those beside them.

        Args:
            bulletin: Which.
            gallery: Its photos.
        """
        days = days_of(bulletin)
        listed = {one.organization_id for one in bulletin.participants}
        pieces = [(one, self._spotter.names(one.text)) for one in _pieces(bulletin, gallery)]
        sought: set[str] = set()
        for one, names in pieces:
            if names and not one.guarded:
                sought |= self._sought(names, days, () if one.number else listed)
        return tuple(one for one, names in pieces if not sought.isdisjoint(names))

    def _sought(
        self, names: Iterable[str], days: Iterable[date], listed: Collection[str]
    ) -> set[str]:
        ids = {name: self._meanings.meant(name, days) for name in names}
        return {name for name, id in ids.items() if id and self._meanings.is_new(id, listed)}

    def read(self, bulletin: Bulletin, pieces: Iterable[Piece]) -> Named:
        """Read what was ``selected`` with care."""
        doubtful = {
            short
            for one in bulletin.participants
            for short in self._meanings.shorter(orgnames.key(one.organization))
        }
        clear: dict[int, set[str]] = {}
        for piece in pieces:
            tells = _TELLS.search(compare_key(piece.text))
            for one in self._places(piece.text, bulletin.lang):
                doubtful.update(self._meanings.shorter(one.key), (one.key,) * one.goes_on)
                hidden = piece.guarded or (tells and _WHERE_ONE_BELONGS.search(one.key))
                if one.clear and not hidden:
                    clear.setdefault(piece.number, set()).add(one.key)
        days = days_of(bulletin)
        found = {number: self._ids(names - doubtful, days) for number, names in clear.items()}
        text = found.pop(TEXT, frozenset())
        return Named(text, {number: ids for number, ids in found.items() if ids})

    def _places(self, text: str, lang: str) -> Iterable[Standing]:
        names = self._vietnamese if lang == DEFAULT else self._english
        return names.find(text)

    def _ids(self, names: Iterable[str], days: Iterable[date]) -> frozenset[str]:
        return frozenset(self._meanings.meant(name, days) for name in names) - {""}


def _pieces(bulletin: Bulletin, gallery: Iterable[GalleryPhoto]) -> Iterator[Piece]:
    for one in gallery:
        guarded = one.photo.people in GUARDED or one.private
        yield Piece(one.number, nfc(plain(one.photo.caption)), guarded)
    text = nfc("\n\n".join((bulletin.title, bulletin.summary, bulletin.body)))
    for sentence in sentences(_DESTINATION.sub("] ", text)):
        yield Piece(TEXT, sentence)
