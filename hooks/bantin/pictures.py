"""Original -> picture -> gallery: the nouns of the photo room."""

from __future__ import annotations

from dataclasses import dataclass

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
