"""The sample's logo: what the script draws, small, with transparent corners."""

from __future__ import annotations

import io

import draw_logo
from PIL import Image, ImageChops


def test_the_logo_is_what_the_script_draws():
    drawn = Image.open(io.BytesIO(draw_logo.encoded(draw_logo.draw()))).convert("RGBA")
    with Image.open(draw_logo.LOGO) as logo:
        difference = ImageChops.difference(logo.convert("RGBA"), drawn)
    assert max(high for _, high in difference.getextrema()) <= 8


def test_it_is_square_and_light_and_its_corners_are_clear():
    assert draw_logo.LOGO.stat().st_size < 15_000
    with Image.open(draw_logo.LOGO) as logo:
        assert logo.size == (512, 512)
        alpha = logo.convert("RGBA").getchannel("A")
    assert [alpha.getpixel((x, y)) for x in (0, 511) for y in (0, 511)] == [0, 0, 0, 0]
    assert alpha.getpixel((256, 256)) == 255
