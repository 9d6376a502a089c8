"""Photos in rows of one height, decided here so that no script has to measure anything.

Lengths are in rem, shapes are width by height. A row fills its width, unless that would make
it taller than ``TALLEST``; where readers enlarge the text, the style lets a row wrap.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import Final

PAGE: Final = 68.0
"""Width of a whole page, as most large screens show it."""
COLUMN: Final = 36.0
"""Width of the column of text."""
WANTED: Final = {PAGE: 20.0, COLUMN: 15.0}
"""Height of a row, by the width it has."""
TALLEST: Final = 30.0
"""Height of a photo; gallery.css keeps to it."""
NARROWEST: Final = 11.0
"""Width that a caption needs."""
GAP: Final = 1.0
LONGEST: Final = 4
"""Photos in a row."""


def rows(shapes: Sequence[float], width: float) -> tuple[int, ...]:
    """How many photos each row holds, so that rows come out even and captions readable.

    Among equals the shorter rows come first: a gallery opens with its larger photos.

    Args:
        shapes: Of the photos, in order.
        width: ``PAGE`` or ``COLUMN``.
    """
    costs, counts = [0.0], [0]  # of the best division of the photos from here on, last first
    for start in reversed(range(len(shapes))):
        tried = [
            (round(_cost(shapes[start : start + count], width) + costs[-count], 9), count)
            for count in range(1, min(LONGEST, len(shapes) - start) + 1)
        ]
        cost, count = min(tried)
        costs.append(cost)
        counts.append(count)
    found: list[int] = []
    while len(shapes) > sum(found):
        found.append(counts[len(shapes) - sum(found)])
    return tuple(found)


def height(shapes: Sequence[float], width: float) -> float:
    """How tall a row of these photos is."""
    return min(TALLEST, (width - GAP * (len(shapes) - 1)) / sum(shapes))


def _cost(shapes: Sequence[float], width: float) -> float:
    """How far a row is from the one we want: height, room left empty, narrow photos."""
    tall = height(shapes, width)
    filled = (tall * sum(shapes) + GAP * (len(shapes) - 1)) / width
    narrow = min(1.0, min(shapes) * tall / NARROWEST)
    return log(tall / WANTED[width]) ** 2 + 0.5 * (1 - filled) ** 2 + 2 * (1 - narrow)
