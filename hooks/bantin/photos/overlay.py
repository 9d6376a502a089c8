"""What is drawn into the pixels: regions nobody may make out, a credit line, a watermark."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from PIL import Image, ImageDraw, ImageFilter

from bantin.model import Box
from bantin.photos import lettering
from bantin.photos.lettering import Lettering

CELLS: Final = 5
"""Averages along the longer side of what a region becomes. A face takes many times as many to
be known again, and however large the region, there are never more."""
CELL_SIDE: Final = 4
"""px; of a tiny region the averages are fewer."""
MIXED: Final = 3
"""px around a region into which scaling has already mixed what is inside."""
FADING: Final = 0.08
"""Width of the edge where a region passes into the picture, in parts of its longer side."""
LEAST_FADING: Final = 8
"""px"""

CREDIT: Final = 1 / 40
"""Size of the letters in parts of the picture's width: 12 px where it is 480 wide."""
WATERMARK: Final = 1 / 34
LINES: Final = 2
ALONE: Final = 0.94
"""Part of the width that lettering may take."""
BESIDE: Final = 0.58
"""The same for a credit line beside a watermark, which gets what is left."""
TALLEST: Final = 3
"""No lettering is higher than the picture divided by so many."""
NARROWEST: Final = 200
"""px; narrower pictures are left as they are."""
STRIP: Final = (0, 0, 0)
PAPER: Final = (255, 255, 255)
STRIP_OPACITY: Final = 0.62
"""White letters on it have a contrast of more than 4.5 even in front of white."""
WATERMARK_OPACITY: Final = 0.6
SHADOW_OPACITY: Final = 0.4


class Area(NamedTuple):
    """px from the top left; ``right`` and ``bottom`` are outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> tuple[int, int]:
        """Width, height."""
        return self.right - self.left, self.bottom - self.top

    def grown(self, by: int, limit: tuple[int, int]) -> Area:
        """With a margin, as far as the picture reaches."""
        return Area(
            max(0, self.left - by),
            max(0, self.top - by),
            min(limit[0], self.right + by),
            min(limit[1], self.bottom + by),
        )

    def within(self, other: Area) -> Area:
        """The same area from the top left of another."""
        x, y = other.left, other.top
        return Area(self.left - x, self.top - y, self.right - x, self.bottom - y)


def blurred(image: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """The picture with the regions beyond recognition: no filter brings them back.

    Args:
        image: RGB, upright; it is drawn into.
        boxes: In fractions of the picture as displayed.
    """
    for box in boxes:
        _blur(image, _area(box, image.size))
    return image


def signed(image: Image.Image, credit: str, watermark: str) -> Image.Image:
    """The picture with credit line (bottom left) and watermark (bottom right).

    Args:
        image: RGB; it stays as it is.
        credit: Empty: none. What its typeface has no letters for is left out.
        watermark: The same.
    """
    if image.width < NARROWEST or not (credit or watermark):
        return image
    tallest = image.height / TALLEST
    wide = image.width * (BESIDE if watermark else ALONE)
    line = lettering.fitted(credit, image.width * CREDIT, wide, tallest, LINES)
    wide = image.width * ALONE - (line.width if line else 0)
    mark = lettering.fitted(watermark, image.width * WATERMARK, wide, tallest, LINES)
    if line is None and mark is None:
        return image
    image = image.copy()
    if line:
        _strip(image, line)
    if mark:
        _watermark(image, mark)
    return image


def _area(box: Box, size: tuple[int, int]) -> Area:
    """Every pixel that shows something of a region, rounded outwards."""
    width, height = size
    touched = Area(
        math.floor(box.x * width),
        math.floor(box.y * height),
        math.ceil((box.x + box.width) * width),
        math.ceil((box.y + box.height) * height),
    )
    return touched.grown(MIXED, size)


def _blur(image: Image.Image, core: Area) -> None:
    fading = max(LEAST_FADING, round(FADING * max(core.size)))
    outer = core.grown(fading, image.size)
    rough = image.crop(outer).resize(_cells(outer.size), Image.Resampling.BOX)
    mask = Image.new("L", outer.size)
    mask.paste(255, core.grown(fading // 2, image.size).within(outer))
    mask = mask.filter(ImageFilter.GaussianBlur(fading / 6))
    mask.paste(255, core.within(outer))  # softly up to here, wholly from here
    image.paste(rough.resize(outer.size, Image.Resampling.BICUBIC), outer, mask)


def _cells(size: tuple[int, int]) -> tuple[int, int]:
    longer = max(size)
    most = max(1, min(CELLS, longer // CELL_SIDE))
    return max(1, round(most * size[0] / longer)), max(1, round(most * size[1] / longer))


def _strip(image: Image.Image, line: Lettering) -> None:
    """White letters on a dark strip in the corner."""
    area = Area(0, image.height - line.height, line.width, image.height)
    image.paste(STRIP, area, Image.new("L", area.size, round(255 * STRIP_OPACITY)))
    image.paste(PAPER, area, _letters(line))


def _watermark(image: Image.Image, mark: Lettering) -> None:
    """Letters that let the picture through, dark around them so that they show on white."""
    left, top = image.width - mark.width, image.height - mark.height
    area = Area(left, top, image.width, image.height)
    stroke = max(1, round(mark.size / 14))
    image.paste(STRIP, area, _letters(mark, "r", stroke).point(_share(SHADOW_OPACITY)))
    image.paste(PAPER, area, _letters(mark, "r").point(_share(WATERMARK_OPACITY)))


def _letters(text: Lettering, side: str = "l", stroke: int = 0) -> Image.Image:
    """How much of each pixel letters cover; flush left (``l``) or right (``r``)."""
    mask = Image.new("L", (text.width, text.height))
    draw = ImageDraw.Draw(mask)
    x = text.margin if side == "l" else text.width - text.margin
    for place, line in zip(text.baselines, text.lines, strict=True):
        draw.text((x, place), line, 255, text.font, f"{side}s", stroke_width=stroke)
    return mask


def _share(opacity: float) -> list[int]:
    return [round(value * opacity) for value in range(256)]
