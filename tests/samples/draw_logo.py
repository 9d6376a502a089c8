"""Draw the logo of the sample's invented hospital: a white cloud that holds a child's heart.

Run ``python tests/samples/draw_logo.py``; only Pillow is needed. 512 px square, with
transparent corners, as a hospital's designer would deliver it.
"""

from __future__ import annotations

import argparse
import io
import math
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

LOGO: Final = Path(__file__).parents[2] / "images" / "logo.png"
SIDE: Final = 512
OVERSAMPLING: Final = 4
TEAL: Final = "#0a6b75"
WHITE: Final = "#ffffff"
WARM: Final = "#f0a07c"
# Centre and radius of each puff, then the body between the outer two, in px of 512.
PUFFS: Final = ((140, 310, 84), (232, 224, 120), (344, 270, 92), (394, 328, 66))
BODY: Final = (140, 270, 394, 394)


class Brush:
    """Shapes on a large sheet; lengths are px of the finished logo."""

    def __init__(self, sheet: Image.Image) -> None:
        self._draw = ImageDraw.Draw(sheet)

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        box = (x - radius, y - radius, x + radius, y + radius)
        self._draw.ellipse([side * OVERSAMPLING for side in box], fill=fill)

    def box(self, area: tuple[float, ...], radius: float, fill: str) -> None:
        sides = [side * OVERSAMPLING for side in area]
        self._draw.rounded_rectangle(sides, radius * OVERSAMPLING, fill=fill)

    def polygon(self, *points: tuple[float, float], fill: str) -> None:
        self._draw.polygon([(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in points], fill=fill)

    def heart(self, x: float, y: float, lobe: float, fill: str) -> None:
        """A heart between whose lobes (radius in px) lies (x, y); its sides touch them."""
        apart, depth = lobe * 0.9, lobe * 2.2
        far = math.hypot(apart, depth)
        turn = math.atan2(depth, -apart) - math.acos(lobe / far)
        across, below = apart + lobe * math.cos(turn), lobe * math.sin(turn)
        for side in (-1, 1):
            self.disc(x + side * apart, y, lobe, fill)
            touching = (x + side * across, y + below)
            self.polygon((x, y), (x + side * apart, y), touching, (x, y + depth), fill=fill)


def draw() -> Image.Image:
    """The logo at its full size."""
    sheet = Image.new("RGBA", (SIDE * OVERSAMPLING, SIDE * OVERSAMPLING), f"{TEAL}00")
    brush = Brush(sheet)
    brush.box((0, 0, SIDE - 1, SIDE - 1), 116, TEAL)
    for x, y, radius in PUFFS:
        brush.disc(x, y, radius, WHITE)
    brush.box(BODY, 0, WHITE)
    brush.heart(256, 284, 34, TEAL)
    brush.disc(256, 204, 34, WARM)
    return sheet.reduce(OVERSAMPLING)


def encoded(logo: Image.Image) -> bytes:
    """PNG; flat paint packs well without a palette, which would tint the white."""
    target = io.BytesIO()
    logo.save(target, "PNG", optimize=True)
    return target.getvalue()


def main() -> None:
    """Write the logo to the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--into", type=Path, default=LOGO, help="file (default: images/logo.png)"
    )
    into: Path = parser.parse_args().into
    into.write_bytes(encoded(draw()))


if __name__ == "__main__":
    main()
