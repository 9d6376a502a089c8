"""From whatever mode and profile a file has to 8-bit sRGB on white."""

from __future__ import annotations

import io
import itertools
import math
from collections.abc import Callable, Iterator
from typing import Final

from PIL import Image, ImageCms

# Modes a profile can speak about, with the colour space it must then name.
_SPACES: Final = {"RGB": "RGB ", "L": "GRAY", "CMYK": "CMYK", "LAB": "Lab "}
_WHITE: Final = (255, 255, 255)
# Where the values of a mode without a fixed range may end.
_RANGES: Final = {"I": (255.0, 65_535.0), "F": (1.0, 255.0, 65_535.0)}
_LATTICE: Final = range(0, 256, 51)
STRIP: Final = 4_000_000
"""px that are converted at once: on its way a conversion takes several times what it gives."""


def flat(image: Image.Image) -> Image.Image:
    """The same picture in one of the modes RGB, L, CMYK, LAB: 8 bits, no alpha, no palette.

    Transparent parts become white. 16 bits and more are scaled, not cut off.

    Raises:
        ValueError: Values that are no numbers.
    """
    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bits(image)
    if image.has_transparency_data:
        return _joined(image, "RGB", _on_white)
    if image.mode in _SPACES:
        return image
    return _joined(image, "RGB", lambda strip: strip.convert("RGB"))


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A flat picture in sRGB.

    Args:
        image: As ``flat`` gives it.
        profile: The file's ICC profile; passed over where it is damaged or made for another
            mode than the picture's.
    """
    source = _fitting(profile, image.mode)
    if source is not None:
        try:
            return _transformed(image, source)
        except ImageCms.PyCMSError:
            pass  # a profile with a sound header and a broken body
    return image if image.mode == "RGB" else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of 16 or 32 bits, or in fractions, as 8 bits; full range to full range."""
    extremes = [strip.convert("F").getextrema() for _, strip in _strips(image)]
    ends = [end for pair in extremes for end in pair if isinstance(end, float)]
    if not all(math.isfinite(end) for end in ends):
        raise ValueError("grey values that are no numbers")
    high = max(ends)
    ranges = _RANGES.get(image.mode, (65_535.0,))
    factor = 255 / next((end for end in ranges if high <= end), high)

    def scaled(strip: Image.Image) -> Image.Image:
        return strip.convert("F").point(lambda value: value * factor + 0.5).convert("L")

    return _joined(image, "L", scaled)


def _on_white(image: Image.Image) -> Image.Image:
    whole = image.convert("RGBA")
    canvas = Image.new("RGB", image.size, _WHITE)
    canvas.paste(whole, mask=whole.getchannel("A"))
    return canvas


def _joined(
    image: Image.Image, mode: str, converted: Callable[[Image.Image], Image.Image]
) -> Image.Image:
    """The picture converted strip by strip."""
    canvas = Image.new(mode, image.size)
    for top, strip in _strips(image):
        canvas.paste(converted(strip), (0, top))
    return canvas


def _strips(image: Image.Image) -> Iterator[tuple[int, Image.Image]]:
    """Whole rows of a picture with the row at which they begin."""
    rows = max(1, STRIP // image.width)
    for top in range(0, image.height, rows):
        yield top, image.crop((0, top, image.width, min(top + rows, image.height)))


def _fitting(profile: bytes | None, mode: str) -> ImageCms.ImageCmsProfile | None:
    """The profile, if it is sound and speaks about pictures of this mode."""
    if not profile:
        return None
    try:
        found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        return None
    # lcms sees most misfits itself; handing it another mode's profile was a hole more than once
    return found if found.profile.xcolor_space == _SPACES[mode] else None


def _transformed(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    transform = ImageCms.buildTransform(source, target, image.mode, "RGB")
    if image.mode == "RGB" and _changes_nothing(transform):
        return image
    return ImageCms.applyTransform(image, transform) or image


def _changes_nothing(transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether the profile is sRGB by another name: most cameras' is, and converting costs."""
    colours = bytes(itertools.chain.from_iterable(itertools.product(_LATTICE, repeat=3)))
    sample = Image.frombytes("RGB", (len(colours) // 3, 1), colours)
    result = ImageCms.applyTransform(sample, transform) or sample
    return all(abs(a - b) <= 1 for a, b in zip(colours, result.tobytes(), strict=True))
