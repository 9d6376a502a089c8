"""Pixels -> the bytes of one rendition, light enough where readers wait for it."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from typing import Final

from PIL import Image

from bantin.photos.profiles import PROFILES, encoder, most

STEEPEST: Final = 0.04
"""Part of an AVIF's bytes that a step of quality takes off at most, from 60 down to 20."""
STEP: Final = 2
"""libaom knows 64 qualities of the hundred: a single step may change nothing."""


def encoded(image: Image.Image, profile: str, width: int) -> bytes:
    """The encoded pixels; the canvas is new, so that nothing but pixels can come along.

    Args:
        image: As large as the rendition.
        profile: Name in ``PROFILES``.
        width: px, of the rendition.
    """
    canvas = Image.new("RGB", image.size, None)  # all of it is pasted over
    canvas.paste(image)
    table = PROFILES[profile]
    form, options = encoder(table.format, width)

    def saved(quality: int) -> bytes:
        target = io.BytesIO()
        canvas.save(target, form, quality=quality, **options)
        return target.getvalue()

    return light(saved, table.quality(width), most(table.format, width))


def light(saved: Callable[[int], bytes], quality: int, most: float) -> bytes:
    """What an encoder makes at ``quality``, or as much below it as ``most`` bytes demand.

    Each try goes down only as far as is needed if every step takes off as much as it ever
    does: few tries, and hardly more lost than must be. Noise is as heavy at 0 as it may be.
    """
    content = saved(quality)
    while len(content) > most and quality > 0:
        needed = math.log(len(content) / most) / -math.log1p(-STEEPEST)
        quality = max(0, quality - max(STEP, math.ceil(needed)))
        content = saved(quality)
    return content
