"""Original -> picture -> gallery: the nouns of the photo room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bantin.model import Photo


@dataclass(frozen=True)
class Original:
    """A file from the camera; never published."""

    path: str
    """As the writer knows it, '/'-separated: ``images/2026/a/01.jpg``."""
    width: int
    """px, as displayed: orientation applied."""
    height: int
    """px, as displayed."""
    format: str
    """By content: JPEG, PNG, WEBP, GIF, TIFF, BMP."""
    digest: str
    """SHA-256 of the bytes, hexadecimal."""


@dataclass(frozen=True)
class Rendition:
    """A published derivative of an original; named before any pixel moves."""

    address: str
    """Site path, '/'-separated, no leading '/': ``images/2026/a/01.960.<key>.webp``."""
    width: int
    height: int
    format: str
    """``webp`` or ``jpg``."""
    quality: int
    key: str
    """Names the content: original bytes, recipe, codecs."""


@dataclass(frozen=True)
class Picture:
    """An original with its renditions, smallest first."""

    original: Original
    renditions: tuple[Rendition, ...]
    """All WebP."""
    fallback: Rendition
    """The JPEG for browsers without WebP, and for sharing."""


@dataclass(frozen=True)
class GalleryPhoto:
    """A photo in its place in the gallery."""

    number: int
    """From 1."""
    photo: Photo
    picture: Picture

    @property
    def anchor(self) -> str:
        """``anh-3`` in both languages: a translation shares its photos' places."""
        return f"anh-{self.number}"


@dataclass(frozen=True)
class Sign:
    """A picture by which readers know the house: in the header, on a tab, on a phone."""

    address: str
    """Site path, no leading '/': ``assets/logo.96.<key>.png``."""
    width: int
    """px, of the file."""
    height: int
    """px"""
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
