"""Which renditions there are: widths, formats, qualities, shapes; one table.

docs/dev/photos.md tells how each quality was chosen. Whatever is changed here changes the
renditions' keys, so that nothing old is taken for new.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


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


PROFILES: Final[Mapping[str, Profile]] = MappingProxyType(
    {
        "photo": Profile("avif", ((480, 60), (960, 61), (1600, 63))),
        "plain": Profile("jpg", ((960, 80), (1600, 82))),
        "cover": Profile("avif", ((480, 60), (960, 61)), (3, 2)),
        "cover-plain": Profile("jpg", ((480, 80),), (3, 2)),
        "square": Profile("avif", ((240, 60),), (1, 1)),
        "square-plain": Profile("jpg", ((240, 80),), (1, 1)),
        "share": Profile("jpg", ((1200, 82),), (1200, 630)),
        "document": Profile("webp", ((1600, 78),)),
    }
)
MAX_SIDE: Final = 16_383
"""px; WebP knows no longer one."""
RECIPE_VERSION: Final = 2
"""Raise it when ``render`` gives other pixels or bytes for the same original and table."""
RECIPE: Final = f"{RECIPE_VERSION} {sorted(PROFILES.items())}"
PLACEHOLDER_SIDE: Final = 16
"""px, of the longer side."""
