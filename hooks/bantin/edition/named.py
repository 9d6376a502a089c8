"""Whom captions and texts of bulletins name for certain, of the registry of people.

Patients, children and their families are nobody here, nor is whoever has the name of one in the
same bulletin. In English, captions name who is listed, by the whole name; texts name nobody.
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
_ILL: Final = re.compile(
    r"\b(?:(?:nhập|xuất) viện|đột quỵ|hôn mê|qua đời|từ trần|viện phí"
    r"|(?:được|phải) (?:mổ|phẫu thuật|cấp cứu|điều trị|chữa|cứu))\b",
    re.IGNORECASE,
)
"""What is told of a patient who is not called one."""
_WORKER: Final = re.compile(r"\b(?:director|doctor|dr|nurse|prof|professor)\.?\s$", re.I)
"""Before an English name: no patient's."""


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
        """Whether it speaks of patients, children or families, or of somebody's illness."""
        return privacy.may_tell(self.words) or _ILL.search(self.text) is not None


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


def without(found: Named, private: frozenset[str]) -> Named:
    """The same, nobody of these named by it: they are private in it, too."""
    photos = {number: some - private for number, some in found.photos.items()}
    kept = {number: some for number, some in photos.items() if some}
    return Named(found.text - private, kept, found.private | private)


def read_english(bulletin: Bulletin, gallery: Iterable[GalleryPhoto]) -> Named:
    """Who is listed and stands in a caption by the whole name, where nothing is doubtful.

    Whoever stands in a sentence with words for patients, children or families is private,
    unless a doctor's title stands before the name.
    """
    names: dict[str, set[str]] = {}
    for one in bulletin.participants:
        names.setdefault(nfc(one.name), set()).add(one.person_id)
    certain = {name: ids for name, ids in names.items() if len(ids) == 1 and "" not in ids}
    captions = [(photo, nfc(plain(photo.photo.caption))) for photo in gallery]
    photos = {}
    for photo, caption in captions:
        guarded = photo.photo.people in GUARDED or photo.private
        if not guarded and not doubts.in_english(caption):
            photos[photo.number] = frozenset(
                id for name, ids in certain.items() for id in ids if _stands_in(name, caption)
            )
    text = nfc("\n\n".join((bulletin.title, bulletin.summary, bulletin.body)))
    pieces = (*sentences(text), *(caption for _, caption in captions))
    return without(Named(photos=photos), _private_in_english(names, pieces))


def _private_in_english(
    names: Mapping[str, Iterable[str]], pieces: Iterable[str]
) -> frozenset[str]:
    text = "\n".join(filter(doubts.in_english, pieces))
    return frozenset(
        id
        for name, ids in names.items()
        if name and name in text
        for found in re.finditer(re.escape(name), text)
        if not _WORKER.search(text[max(0, found.start() - 12) : found.start()])
        for id in ids
        if id
    )


def _stands_in(name: str, caption: str) -> bool:
    """Whether a name of two words or more stands in a caption, and not in a longer one."""
    if " " not in name or name not in caption:
        return False
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", caption):
        before, behind = caption[: found.start()], caption[found.end() :]
        last = _LAST_WORD.search(before)
        led = last is None or not last[1][0].isupper() or last[1].lower() in _COURTESY
        if led and not (behind[:1] == " " and behind[1:2].isupper()):
            return True
    return False
