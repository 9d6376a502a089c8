"""A hospital's logo on fresh canvases: transparency is kept, nothing else comes along."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from PIL import Image
from PIL.ImageFile import ImageFile

from bantin.photos import colour
from bantin.photos.door import PhotoError, quiet
from bantin.photos.plan import Size, fit
from bantin.photos.probe import turn_left_to_do
from bantin.photos.render import unchanged, upright
from bantin.pictures import Original, Sign, Signs

MARGIN: Final = 16
"""px on each side of a touch icon: phones round its corners off."""
PLAIN: Final = (255, 255, 255, 255)
"""Behind a touch icon: where it is transparent, phones paint black."""
CLEAR: Final = (0, 0, 0, 0)
ENOUGH: Final = (960, 960)
"""px; a larger JPEG is decoded at a fraction."""


def draw(path: Path, original: Original, signs: Signs) -> dict[str, bytes]:
    """Address and bytes of every sign in a plan.

    Args:
        path: The original on this machine.
        original: As it was probed.
        signs: Its plan (``plan_logo``).

    Raises:
        PhotoError: It can't be decoded, or is no longer the one that was planned.
    """
    with quiet():
        image = unchanged(path, original)
        profile = image.info.get("icc_profile")
        try:
            whole = upright(_with_alpha(image, profile), turn_left_to_do(image))
        except Exception as failed:  # Pillow raises nearly everything at a damaged file
            raise PhotoError("photo-unreadable", file=original.path) from failed
        drawn = {
            signs.logo.address: _saved(_placed(whole, signs.logo)),
            signs.favicon.address: _saved(_placed(whole, signs.favicon)),
        }
        if signs.touch_icon:
            icon = _placed(whole, signs.touch_icon, MARGIN, PLAIN)
            drawn[signs.touch_icon.address] = _saved(icon.convert("RGB"))
        return drawn


def _with_alpha(image: ImageFile, profile: bytes | None) -> Image.Image:
    """The first frame in sRGB, with its transparency."""
    image.draft("RGB", ENOUGH)
    image.load()
    if not image.has_transparency_data:
        return colour.to_srgb(colour.flat(image), profile).convert("RGBA")
    whole = image.convert("RGBA")
    colours = colour.to_srgb(whole.convert("RGB"), profile)
    colours.putalpha(whole.getchannel("A"))
    return colours


def _placed(
    image: Image.Image, sign: Sign, margin: int = 0, paper: tuple[int, ...] = CLEAR
) -> Image.Image:
    """The picture in the middle of a canvas of the sign's size; never enlarged."""
    box = Size(sign.width - 2 * margin, sign.height - 2 * margin)
    small = image.resize(fit(Size(*image.size), box), Image.Resampling.LANCZOS)
    canvas = Image.new("RGBA", (sign.width, sign.height), paper)
    left, top = (sign.width - small.width) // 2, (sign.height - small.height) // 2
    canvas.alpha_composite(small, (left, top))
    return canvas


def _saved(canvas: Image.Image) -> bytes:
    """The canvas is ours and new: there is nothing but pixels to save."""
    target = io.BytesIO()
    canvas.save(target, "PNG", optimize=True)
    return target.getvalue()
