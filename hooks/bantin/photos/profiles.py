"""Which renditions there are: widths, formats, qualities, shapes; one table.

docs/dev/photos.md tells how each quality was chosen. Whatever is changed here changes the
renditions' keys, so that nothing old is taken for new.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from bantin import limits


@dataclass(frozen=True)
class Profile:
    """One use of a photo on the site."""

    format: str
    """``avif``, ``webp`` or ``jpg``."""
    qualities: tuple[tuple[int, int], ...]
    """Width in px and the encoder's quality (0-100), smallest first. A smaller original gets
    its own width instead of those above it."""
    shape: tuple[int, int] | None = None
    """Width by height of a crop around the focus; None: the whole picture."""

    @property
    def widths(self) -> tuple[int, ...]:
        """px, smallest first."""
        return tuple(width for width, _ in self.qualities)

    def quality(self, width: int) -> int:
        """Of the encoder, for a rendition of ``width`` px."""
        wide_enough = (quality for least, quality in self.qualities if width <= least)
        return next(wide_enough, self.qualities[-1][1])


CARD: Final = (1200, 630)
"""px, of what other sites show beside a link."""
CARD_PHOTO: Final = (560, 630)
"""px, of the photo on it."""
CARD_LEAST: Final = (280, 315)
"""px; a photo that is smaller would be a blur there."""
PROFILES: Final[Mapping[str, Profile]] = MappingProxyType(
    {
        "photo": Profile("avif", ((480, 60), (960, 61), (1600, 62))),
        "plain": Profile("jpg", ((960, 80), (1600, 82))),
        "cover": Profile("avif", ((480, 60), (720, 60), (960, 61)), (3, 2)),
        "cover-plain": Profile("jpg", ((480, 80),), (3, 2)),
        "first": Profile("avif", ((720, 60),)),
        "square": Profile("avif", ((240, 60),), (1, 1)),
        "square-plain": Profile("jpg", ((240, 80),), (1, 1)),
        "card": Profile("jpg", ((CARD[0], 84),), CARD),
        "document": Profile("webp", ((1600, 78),)),
    }
)
PHONE: Final = 720
"""px; wider renditions are not what phones take for a photo of the first view."""
LIGHT: Final = limits.FIRST_PHOTO_BYTES
"""Bytes that no AVIF up to ``PHONE`` px may exceed. JPEGs may: in so few bytes they would be
ugly, and the browsers that need them are not told to ask for a photo ahead, either."""
THOROUGH: Final = 960
"""px; up to here, what phones load, an AVIF's bytes are worth more than our time."""
HASTE: Final = {"disable-trellis-quant": "1"}
"""A fifth of an AVIF's time for 4 % more bytes."""
ENCODERS: Final[Mapping[str, tuple[str, dict[str, Any]]]] = MappingProxyType(
    {
        # one thread: the number of threads shows in the bytes
        "avif": (
            "AVIF",
            {
                "speed": 9,
                "max_threads": 1,
                "subsampling": "4:2:0",
                # by default libaom keeps grain and spends bytes on it; judged by SSIM, and in
                # the worst photos by far, this is nearer to the original
                "advanced": {"tune": "ssim"},
            },
        ),
        "webp": ("WEBP", {"method": 2}),
        "jpg": ("JPEG", {"subsampling": "4:2:0"}),
    }
)
"""Format -> Pillow's name of it and what its encoder is told besides the quality."""
MAX_SIDE: Final = 16_383
"""px; WebP knows no longer one."""
RECIPE_VERSION: Final = 5
"""Raise it when ``render`` gives other pixels or bytes for the same original and table."""
RECIPE: Final = " ".join(
    map(
        str,
        (
            *(RECIPE_VERSION, sorted(PROFILES.items()), THOROUGH, HASTE),
            *(sorted(ENCODERS.items()), PHONE, LIGHT),
        ),
    )
)
"""Part of every key."""
PLACEHOLDER_SIDE: Final = 16
"""px, of the longer side."""


def most(form: str, width: int) -> float:
    """Bytes that a rendition of ``width`` px may have."""
    return LIGHT if form == "avif" and width <= PHONE else math.inf


def encoder(form: str, width: int) -> tuple[str, dict[str, Any]]:
    """Pillow's name of a format, and the options for a rendition of ``width`` px."""
    name, options = ENCODERS[form]
    if form == "avif" and width > THOROUGH:
        options = {**options, "advanced": {**options["advanced"], **HASTE}}
    return name, options
