"""A hospital's logo on fresh canvases: transparency is kept, nothing else comes along."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from PIL import Image
from PIL.ImageFile import ImageFile

from bantin.photos import colour
from bantin.photos.plan import Size, fit
from bantin.photos.probe import turn_left_to_do
from bantin.photos.render import unchanged, upright
from bantin.pictures import Original, Signs

MARGIN: Final = 16
"""px on each side of a touch icon: phones round its corners off."""
PLAIN: Final = (255, 255, 255, 255)
"""Behind a touch icon: where it is transparent, phones paint black."""
CLEAR: Final = (0, 0, 0, 0)
ENOUGH: Final = (960, 960)
"""px; a larger JPEG is decoded at a fraction."""


def asked(original: Original, signs: Signs) -> dict[str, Any]:
    """The values of the task that draws every sign in a plan (``work``)."""
    drawn = {"logo": signs.logo, "favicon": signs.favicon, "touch_icon": signs.touch_icon}
    sides = {name: [sign.width, sign.height] for name, sign in drawn.items() if sign}
    return {"digest": original.digest, "sides": sides}


def addressed(signs: Signs, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What ``work`` drew, by the addresses of the plan."""
    return {getattr(signs, name).address: content for name, content in files.items()}


def work(
    path: Path, name: str, values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Draw signs: PNGs by their names in ``Signs``.

    Raises:
        PhotoError: It can't be decoded, or is no longer the one that was planned.
    """
    image = unchanged(path, name, values["digest"])
    whole = upright(_with_alpha(image, image.info.get("icc_profile")), turn_left_to_do(image))
    drawn = {}
    for sign, sides in values["sides"].items():
        if sign == "touch_icon":
            drawn[sign] = _saved(_placed(whole, Size(*sides), MARGIN, PLAIN).convert("RGB"))
        else:
            drawn[sign] = _saved(_placed(whole, Size(*sides)))
    return {}, drawn


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
    image: Image.Image, size: Size, margin: int = 0, paper: tuple[int, ...] = CLEAR
) -> Image.Image:
    """The picture in the middle of a canvas of the sign's size; never enlarged."""
    box = Size(size.width - 2 * margin, size.height - 2 * margin)
    small = image.resize(fit(Size(*image.size), box), Image.Resampling.LANCZOS)
    canvas = Image.new("RGBA", size, paper)
    left, top = (size.width - small.width) // 2, (size.height - small.height) // 2
    canvas.alpha_composite(small, (left, top))
    return canvas


def _saved(canvas: Image.Image) -> bytes:
    """The canvas is ours and new: there is nothing but pixels to save."""
    target = io.BytesIO()
    canvas.save(target, "PNG", optimize=True)
    return target.getvalue()
