"""Whom captions and texts of bulletins name for certain, of the registry of people.

Patients, children and their families are nobody here, nor is whoever has the name of one in the
same bulletin. English texts are not read: their captions name who is listed, by the whole name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bantin.edition import Named
from bantin.edition.identities import Identities
from bantin.edition.spotted import Spotter, Words, sentences
from bantin.markup.inline import plain
from bantin.model import Bulletin, People
from bantin.pictures import GalleryPhoto
from bantin.vietnamese import privacy
from bantin.vietnamese.known import Known
from bantin.vietnamese.people import mentions
from bantin.vietnamese.text import nfc

TEXT: Final = 0
"""Number of what is no caption."""
_GUARDED: Final = (People.PATIENT, People.CHILD)
_ENGLISH_PRIVATE: Final = re.compile(
    r"\b(?:(?:in|out)?patients?|child|children(?![’']s (?:hospital|ward|department|medical))"
    r"|bab(?:y|ies)|infants?|newborns?|boys?|girls?|kids?|sons?|daughters?|mothers?|fathers?|mum|dad|parents?|grand\w+|relatives?|famil(?:y|ies)"
    r"|wife|husband|pupils?|students?|aged|year-old|month-old)\b",
    re.IGNORECASE,
)
"""Of an English caption with such a word nobody is taken."""
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)\.? $")
_COURTESY: Final = frozenset(
    ("dr", "mr", "mrs", "ms", "miss", "prof", "professor", "doctor", "nurse", "director", "and")
)


@dataclass(frozen=True)
class Piece:
    """What is read in one go."""

    number: int
    """Of the photo whose caption it is, or ``TEXT``."""
    text: str
    guarded: bool = False
    """Whether the photo shows patients or children: it names nobody."""


class Selection:
    """Which pieces of a bulletin have to be read: those that can name, or unmake, somebody."""

    def __init__(
        self, bulletin: Bulletin, gallery: Iterable[GalleryPhoto], spotter: Spotter
    ) -> None:
        self._spotter = spotter
        self._bulletin = bulletin
        self._captions = [
            Piece(one.number, nfc(plain(one.photo.caption)), one.photo.people in _GUARDED)
            for one in gallery
            if one.photo.caption
        ]
        self._listed = {
            spotter.words(nfc(one.name)) for one in bulletin.participants if one.person_id
        }
        whole = "\n\n".join((bulletin.title, bulletin.summary, bulletin.body))
        self._text = nfc(whole)
        spotted = spotter.names(spotter.words(self._text))
        self._unlisted = spotted - self._listed
        for caption in self._captions:
            spotted |= spotter.names(spotter.words(caption.text))
        self._endings = {name[-1] for name in spotted | self._listed}

    def pieces(self) -> Iterator[Piece]:
        """In the order of the bulletin; none where it can't name anybody."""
        if not self._endings:
            return
        for caption in self._captions:
            if self._names(caption, self._spotter.words(caption.text)):
                yield caption
        if self._unlisted or privacy.may_tell(self._text):
            for sentence in sentences(self._text):
                if self._matters(self._spotter.words(sentence), sentence):
                    yield Piece(TEXT, sentence)

    def _names(self, caption: Piece, words: Words) -> bool:
        named = not caption.guarded and bool(self._spotter.names(words))
        return named or self._unmakes(words, caption.text)

    def _matters(self, words: Words, sentence: str) -> bool:
        named = self._unlisted and self._spotter.names(words) & self._unlisted
        return bool(named) or self._unmakes(words, sentence)

    def _unmakes(self, words: Words, text: str) -> bool:
        """Whether somebody private may have the name, or the given name, of one of them."""
        return not self._endings.isdisjoint(words) and privacy.may_tell(text)


def read(bulletin: Bulletin, pieces: Iterable[Piece], known: Known, spotter: Spotter) -> Named:
    """Read a Vietnamese bulletin with care.

    Args:
        bulletin: Which.
        pieces: Of its ``Selection``.
        known: The registries.
        spotter: Of their people.
    """
    identities = Identities(bulletin, known)
    private: set[Words] = set()
    found: dict[int, set[str]] = {}
    for piece in pieces:
        tells = privacy.may_tell(piece.text)
        for one in mentions(piece.text, known):
            if privacy.is_private(piece.text, one):
                private.add(spotter.words(one.name.text))
            elif not piece.guarded:
                id = identities.meant(piece.text, one, tells=tells)
                found.setdefault(piece.number, set()).add(id)
    return _named(found, private, known, spotter)


def _named(
    found: Mapping[int, set[str]], private: set[Words], known: Known, spotter: Spotter
) -> Named:
    """Without those whom somebody private is called like, be it by the given name alone."""
    called = {
        id
        for id in {id for some in found.values() for id in some if id}
        for name in spotter.names_of(known.person_by_id[id])
        if any(name[-len(words) :] == words for words in private if words)
    }
    kept = {number: frozenset(some - called - {""}) for number, some in found.items()}
    text = kept.pop(TEXT, frozenset())
    photos = {number: some for number, some in kept.items() if some}
    same = {id for words in private for id in spotter.ids(words)}
    return Named(text, photos, frozenset(same))


def read_english(bulletin: Bulletin, gallery: Iterable[GalleryPhoto]) -> Named:
    """Who is listed and stands in a caption by the whole name, where nothing is doubtful."""
    names: dict[str, set[str]] = {}
    for one in bulletin.participants:
        names.setdefault(nfc(one.name), set()).add(one.person_id)
    certain = {name: ids for name, ids in names.items() if len(ids) == 1 and "" not in ids}
    photos = {}
    for photo in gallery:
        caption = nfc(plain(photo.photo.caption))
        if photo.photo.people not in _GUARDED and not _ENGLISH_PRIVATE.search(caption):
            ids = {
                id for name, ids in certain.items() for id in ids if _stands_in(name, caption)
            }
            if ids:
                photos[photo.number] = frozenset(ids)
    return Named(photos=photos)


def _stands_in(name: str, caption: str) -> bool:
    """Whether a name of two words or more stands in a caption, and not in a longer one."""
    for found in (
        re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", caption) if " " in name else ()
    ):
        before, behind = caption[: found.start()], caption[found.end() :]
        last = _LAST_WORD.search(before)
        led = last is None or not last[1][0].isupper() or last[1].lower() in _COURTESY
        if led and not (behind[:1] == " " and behind[1:2].isupper()):
            return True
    return False
