"""Original -> picture -> gallery: the nouns of the photo room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from bantin.model import Box, People, Photo

GUARDED: Final = (People.PATIENT, People.CHILD)
"""Who is shown only with a consent (Luật Trẻ em 2016, 21 and 54; Luật 91/2025, 24), in the
gallery of a bulletin; elsewhere only where somebody chose it."""


class Original(NamedTuple):
    """A file from the camera; never published."""

    path: str
    """As the writer knows it, '/'-separated: ``images/2026/a/01.jpg``."""
    width: int
    """px, as displayed: orientation applied."""
    height: int
    """px, as displayed."""
    format: str
    """By content: one of ``photos.kinds.FORMATS``."""
    digest: str
    """SHA-256 of the bytes, hexadecimal."""
    located: bool = False
    """Whether its metadata tell where it was taken (GPS)."""


@dataclass(frozen=True)
class Treatment:
    """What is done to an original's pixels wherever it is shown."""

    blur: tuple[Box, ...] = ()
    """Regions nobody may make out, in fractions of the picture as displayed."""
    credit: str = ""
    """Burned in at the lower edge; empty: nothing."""
    watermark: str = ""
    """Burned in across the corner; empty: nothing."""

    @property
    def lettered(self) -> bool:
        """Whether anything is written into the pixels."""
        return bool(self.credit or self.watermark)


UNTREATED = Treatment()


class Rendition(NamedTuple):
    """A published derivative of an original; named before any pixel moves."""

    address: str
    """Site path, '/'-separated, no leading '/': ``images/2026/a/01.960.<key>.avif``."""
    width: int
    """px"""
    height: int
    """px"""
    format: str
    """``avif``, ``webp`` or ``jpg``."""
    profile: str
    """Name in ``photos.profiles.PROFILES``."""


class CardText(NamedTuple):
    """What is written on a share card; a part that is empty is left out."""

    headline: str
    site: str = ""
    """Above the headline."""
    foot: str = ""
    """Below it."""
    logo: bytes = b""
    """A PNG; it is put before the site's name."""


class ShareCard(NamedTuple):
    """What other sites show beside a link to a page: its headline over a photo."""

    key: str
    """Names it in the store."""
    rendition: Rendition
    words: CardText
    alt: str = ""
    """Heard instead of the photo, as the writer says it; empty without one."""


@dataclass(frozen=True)
class Crops:
    """A cover cut to the shapes of lists and cards, around its focus; smallest first."""

    key: str
    """Names them all in the store."""
    focus: tuple[float, float]
    """What stays in sight, in fractions of the picture as displayed."""
    cover: tuple[Rendition, ...]
    """3:2, AVIF."""
    cover_fallback: Rendition
    """3:2, JPEG."""
    square: tuple[Rendition, ...]
    """1:1, AVIF."""
    square_fallback: Rendition
    """1:1, JPEG."""

    @property
    def all(self) -> tuple[Rendition, ...]:
        """Every one."""
        return (*self.cover, *self.square, self.cover_fallback, self.square_fallback)


class Picture(NamedTuple):
    """An original with its renditions, smallest first."""

    original: Original
    key: str
    """Names the renditions (not the crops) in the store: original bytes, recipe, codecs."""
    renditions: tuple[Rendition, ...]
    """All of one format: AVIF, of a picture under docs/ WebP."""
    fallbacks: tuple[Rendition, ...]
    """JPEGs for browsers without AVIF; none of a picture under docs/."""
    treatment: Treatment = UNTREATED
    crops: Crops | None = None
    """None: it stands for no bulletin in any list."""
    first: tuple[Rendition, ...] = ()
    """Not cut, AVIF, for phones: of a photo that a page shows first, where it is wider."""
    first_key: str = ""
    """Names it in the store."""
    cards: tuple[ShareCard, ...] = ()
    """Drawn over it; a translation has its own."""

    def sets(self) -> dict[str, tuple[Rendition, ...]]:
        """All that is rendered, by the keys under which it is kept together."""
        found = {self.key: (*self.renditions, *self.fallbacks), self.first_key: self.first}
        found |= {self.crops.key: self.crops.all} if self.crops else {}
        found |= {one.key: (one.rendition,) for one in self.cards}
        return {key: renditions for key, renditions in found.items() if renditions}

    @property
    def uncut(self) -> tuple[Rendition, ...]:
        """What a browser may take of the whole photo, smallest first."""
        return tuple(sorted((*self.renditions, *self.first), key=lambda one: one.width))

    @property
    def fallback(self) -> Rendition:
        """The JPEG that a page names."""
        return self.fallbacks[0]

    @property
    def large(self) -> Rendition:
        """The JPEG to keep: what a link to the photo leads to and a download gives."""
        return self.fallbacks[-1]


@dataclass(frozen=True)
class MarkedFile:
    """A file of which bulletins say who is on it, or what nobody may make out."""

    path: str
    """As ``Original.path``."""
    keys: str
    """Under which keys of ``photos``: ``people, consent``."""


@dataclass(frozen=True)
class Look:
    """What a page shows in a photo's place until it is there."""

    colour: str
    """The average, ``#rrggbb``."""
    placeholder: bytes
    """A WebP of a few pixels."""


def anchor(number: int) -> str:
    """The name of a photo's place on its page."""
    return f"anh-{number}"


@dataclass(frozen=True)
class GalleryPhoto:
    """A photo in its place in the gallery."""

    number: int
    """From 1; a photo that may not be shown leaves its number empty."""
    photo: Photo
    picture: Picture
    private: bool = False
    """Whether a caption of the file names a patient, a child or their family."""

    @property
    def anchor(self) -> str:
        """``anh-3`` in both languages: a translation shares its photos' places."""
        return anchor(self.number)


def roams(shown: GalleryPhoto, marked: Mapping[str, MarkedFile]) -> bool:
    """Whether a photo may be shown away from the bulletin that it belongs to.

    What any other list says of the file (``Edition.marked``) holds here, too.
    """
    free = shown.photo.people not in GUARDED and not shown.private
    return free and not _shows_guarded(shown, marked)


def _shows_guarded(shown: GalleryPhoto, marked: Mapping[str, MarkedFile]) -> bool:
    """Whether any list says so of the file."""
    file = marked.get(shown.picture.original.digest)
    return file is not None and "people" in file.keys.split(", ")


def cover(
    gallery: Sequence[GalleryPhoto], marked: Mapping[str, MarkedFile]
) -> GalleryPhoto | None:
    """The photo that stands for a bulletin: the one that says so, else the first that roams.

    Whoever chooses a patient or a child has to say so, though a caption names them.
    """
    chosen = next((one for one in gallery if one.photo.cover), None)
    if chosen and (chosen.photo.people in GUARDED or roams(chosen, marked)):
        return chosen
    return next((one for one in gallery if roams(one, marked)), None)


@dataclass(frozen=True)
class Sign:
    """A picture by which readers know the house: in the header, on a tab, on a phone."""

    address: str
    """Site path, no leading '/': ``assets/logo.96.<key>.png``."""
    width: int
    """px, of the file, as is the height."""
    height: int
    type: str
    """``image/png`` or ``image/svg+xml``."""


@dataclass(frozen=True)
class Signs:
    """The logo in the sizes that a site shows."""

    logo: Sign
    """For the header, at half its height."""
    favicon: Sign
    touch_icon: Sign | None
    """For the first screen of a phone; None where there is none."""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Address -> content, all of them to be published."""
