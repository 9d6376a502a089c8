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
from bantin.model import Bulletin
from bantin.pictures import GUARDED, GalleryPhoto
from bantin.vietnamese import doubts, privacy
from bantin.vietnamese.known import Known
from bantin.vietnamese.people import mentions
from bantin.vietnamese.text import nfc

TEXT: Final = 0
"""Number of what is no caption."""
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
    words: Words
    names: frozenset[Words]
    """Of the registry, that stand in it."""
    guarded: bool = False
    """Whether the photo shows patients or children, or its caption names one: nobody is taken
    from it."""

    @property
    def tells(self) -> bool:
        """Whether it speaks of patients, children or families."""
        return privacy.may_tell(self.words)


def selected(
    bulletin: Bulletin, gallery: Iterable[GalleryPhoto], spotter: Spotter
) -> tuple[Piece, ...]:
    """The pieces of a bulletin that have to be read: that can name, or unmake, somebody.

    Args:
        bulletin: Which.
        gallery: Its photos.
        spotter: Of the registry's people.
    """
    pieces = list(_pieces(bulletin, gallery, spotter))
    listed = {spotter.words(nfc(one.name)) for one in bulletin.participants if one.person_id}
    endings = {name[-1] for name in listed.union(*(piece.names for piece in pieces))}
    return tuple(
        piece
        for piece in pieces
        if _names(piece, listed) or (not endings.isdisjoint(piece.words) and piece.tells)
    )


def _pieces(
    bulletin: Bulletin, gallery: Iterable[GalleryPhoto], spotter: Spotter
) -> Iterator[Piece]:
    for one in gallery:
        caption = nfc(plain(one.photo.caption))
        words = spotter.words(caption)
        guarded = one.photo.people in GUARDED or one.private
        yield Piece(one.number, caption, words, spotter.names(words), guarded)
    text = nfc("\n\n".join((bulletin.title, bulletin.summary, bulletin.body)))
    for sentence in sentences(text):
        words = spotter.words(sentence)
        yield Piece(TEXT, sentence, words, spotter.names(words))


def _names(piece: Piece, listed: set[Words]) -> bool:
    """Whether it can name somebody; who is listed need not be named by the text."""
    if piece.number == TEXT:
        return not piece.names <= listed
    return bool(piece.names) and not piece.guarded


def read(bulletin: Bulletin, pieces: Iterable[Piece], known: Known, spotter: Spotter) -> Named:
    """Read a Vietnamese bulletin with care.

    Args:
        bulletin: Which.
        pieces: What was ``selected`` of it.
        known: The registries.
        spotter: Of their people.
    """
    identities = Identities(bulletin, known)
    private: set[Words] = set()
    found: dict[int, set[str]] = {}
    for piece in pieces:
        tells = piece.tells
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
        free = photo.photo.people not in GUARDED and not photo.private
        if free and not doubts.in_english(caption):
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
