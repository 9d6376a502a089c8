"""Paper, pens and paint for the drawn sample photos: flat shapes with smooth edges."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path
from typing import Final

from PIL import Image, ImageColor, ImageDraw, ImageFont

Point = tuple[float, float]
Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""

OVERSAMPLING: Final = 3
STEPS: Final = 10
"""Straight pieces between two points of a curve."""
RIM: Final = 178
"""Grey of Pillow's radial gradient where its circle touches the sides."""
JPEG_QUALITIES: Final = (84, 78, 72, 66, 60, 54, 48)
JPEG_BYTES: Final = 76_000
TYPEFACE: Final = files("fontpkg_be_vietnam_pro") / "files" / "BeVietnamPro-SemiBold.ttf"
"""The one the site itself is set in: it has all Vietnamese marks."""


class Easel:
    """A sheet of paper; lengths are pixels of the finished picture, origin top left."""

    def __init__(self, width: int, height: int, paper: str) -> None:
        self.width = width
        self.height = height
        size = (width * OVERSAMPLING, height * OVERSAMPLING)
        self._paper = Image.new("RGB", size, paper)
        self._draw = ImageDraw.Draw(self._paper, "RGBA")

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        """Fill a closed outline; ``#rrggbbaa`` lets what lies below shine through."""
        self._draw.polygon([(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in points], fill=fill)

    def line(self, points: Sequence[Point], width: float, fill: str) -> None:
        """An opaque line with round ends and joints."""
        radius = width * OVERSAMPLING / 2
        scaled = [(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in points]
        for (x, y), (to_x, to_y) in pairwise(scaled):
            length = math.hypot(to_x - x, to_y - y) or 1
            dx, dy = (to_y - y) / length * radius, (x - to_x) / length * radius
            corners = [
                (x + dx, y + dy),
                (to_x + dx, to_y + dy),
                (to_x - dx, to_y - dy),
                (x - dx, y - dy),
            ]
            self._draw.polygon(corners, fill=fill)
        for x, y in scaled:
            self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)

    def wash(self, area: Area, top: str, bottom: str) -> None:
        """Paint from one colour at the top to another at the bottom."""
        left, above, right, below = (round(side * OVERSAMPLING) for side in area)
        size = (right - left, below - above)
        mask = Image.linear_gradient("L").resize(size)
        self._paper.paste(Image.new("RGB", size, top), (left, above))
        self._paper.paste(Image.new("RGB", size, bottom), (left, above), mask)

    def glow(self, centre: Point, radii: Point, colour: str, strength: float) -> None:
        """A soft spot of light or shade; ``strength`` 0-1 is what the middle gets."""
        size = (round(2 * radii[0] * OVERSAMPLING), round(2 * radii[1] * OVERSAMPLING))
        corner = tuple(
            round((at - radius) * OVERSAMPLING)
            for at, radius in zip(centre, radii, strict=True)
        )
        table = [round(255 * strength * _ease(1 - grey / RIM)) for grey in range(256)]
        fading = Image.radial_gradient("L").point(table)
        self._paper.paste(
            Image.new("RGB", size, colour), (corner[0], corner[1]), fading.resize(size)
        )

    def pen(self, x: float, y: float, scale: float = 1.0, *, mirror: bool = False) -> Pen:
        """A pen whose own origin lies at ``(x, y)``."""
        return Pen(self, x, y, scale, mirror)

    def write(self, text: str, at: Point, size: float, fill: str, anchor: str) -> None:
        """Letters ``size`` high; ``anchor`` as Pillow names it, "ms" is middle of the line."""
        place = (at[0] * OVERSAMPLING, at[1] * OVERSAMPLING)
        font = _font(round(size * OVERSAMPLING))
        self._draw.text(place, text, font=font, fill=fill, anchor=anchor)

    def finished(self) -> Image.Image:
        """The picture at its own size, edges smoothed."""
        return self._paper.reduce(OVERSAMPLING)


@dataclass(frozen=True)
class Pen:
    """Draws in coordinates of its own: shifted, scaled, mirrored, leaning."""

    easel: Easel
    x: float
    y: float
    scale: float = 1.0
    mirror: bool = False
    lean: float = 0.0
    """Degrees clockwise; washes, glows and words stay upright."""

    def shape(self, points: Sequence[Point], fill: str) -> None:
        """A closed outline with corners."""
        self.easel.polygon([self._place(point) for point in points], fill)

    def blob(self, points: Sequence[Point], fill: str) -> None:
        """A closed outline, smooth through all points."""
        self.shape(smooth([points[-1], *points, points[0], points[1]]), fill)

    def oval(self, centre: Point, radii: Point, fill: str, turn: float = 0.0) -> None:
        """An ellipse, turned clockwise by ``turn`` degrees."""
        angle = math.radians(turn)
        outline = []
        for step in range(72):
            along = math.tau * step / 72
            across, down = radii[0] * math.cos(along), radii[1] * math.sin(along)
            outline.append((
                centre[0] + across * math.cos(angle) - down * math.sin(angle),
                centre[1] + across * math.sin(angle) + down * math.cos(angle),
            ))  # fmt: skip
        self.shape(outline, fill)

    def box(self, area: Area, fill: str, radius: float = 0.0) -> None:
        """An upright rectangle, its corners rounded by ``radius``."""
        left, top, right, bottom = area
        if not radius:
            self.shape([(left, top), (right, top), (right, bottom), (left, bottom)], fill)
            return
        corners = [
            (right - radius, top + radius, -90),
            (right - radius, bottom - radius, 0),
            (left + radius, bottom - radius, 90),
            (left + radius, top + radius, 180),
        ]
        outline = []
        for x, y, start in corners:
            for step in range(9):
                angle = math.radians(start + step * 11.25)
                outline.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
        self.shape(outline, fill)

    def stroke(self, points: Sequence[Point], width: float, fill: str) -> None:
        """A line with round ends, straight from point to point."""
        placed = [self._place(point) for point in points]
        self.easel.line(placed, width * self.scale, fill)

    def bend(self, points: Sequence[Point], width: float, fill: str) -> None:
        """A line with round ends, smooth through all points."""
        self.stroke(smooth([points[0], *points, points[-1]]), width, fill)

    def glow(self, centre: Point, radii: Point, colour: str, strength: float) -> None:
        """See ``Easel.glow``."""
        self.easel.glow(
            self._place(centre),
            (radii[0] * self.scale, radii[1] * self.scale),
            colour,
            strength,
        )

    def words(self, text: str, at: Point, size: float, fill: str, anchor: str = "ms") -> None:
        """See ``Easel.write``."""
        self.easel.write(text, self._place(at), size * self.scale, fill, anchor)

    def moved(self, x: float, y: float, scale: float = 1.0) -> Pen:
        """The same pen with its origin at ``(x, y)`` of the present one."""
        left, top = self._place((x, y))
        return replace(self, x=left, y=top, scale=self.scale * scale)

    def flipped(self) -> Pen:
        """The same pen, left and right exchanged."""
        return replace(self, mirror=not self.mirror)

    def leaning(self, degrees: float) -> Pen:
        """The same pen turned clockwise about its origin."""
        return replace(self, lean=self.lean + degrees)

    def _place(self, point: Point) -> Point:
        across = (-point[0] if self.mirror else point[0]) * self.scale
        down, angle = point[1] * self.scale, math.radians(self.lean)
        return (
            self.x + across * math.cos(angle) - down * math.sin(angle),
            self.y + across * math.sin(angle) + down * math.cos(angle),
        )


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """Without Raqm, which not every machine has: composed letters need no shaping."""
    with as_file(TYPEFACE) as path:
        return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def smooth(points: Sequence[Point]) -> list[Point]:
    """A Catmull-Rom curve through all points but the first and the last."""
    curve = []
    for a, b, c, d in zip(points, points[1:], points[2:], points[3:], strict=False):
        for step in range(STEPS):
            t = step / STEPS
            curve.append(
                (_between(a[0], b[0], c[0], d[0], t), _between(a[1], b[1], c[1], d[1], t))
            )
    return [*curve, points[-2]]


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


def _ease(share: float) -> float:
    share = max(0.0, share)
    return share * share * (3 - 2 * share)


def shade(colour: str, amount: float) -> str:
    """A colour made darker (``amount`` below 0) or lighter (above 0), up to 1."""
    red, green, blue = ImageColor.getrgb(colour)[:3]
    target = 255 if amount > 0 else 0
    mixed = (round(part + (target - part) * abs(amount)) for part in (red, green, blue))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def save(picture: Image.Image, path: Path) -> None:
    """Write a JPEG with nothing but pixels in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_encoded(picture))


def _encoded(picture: Image.Image) -> bytes:
    """The best quality that stays below ``JPEG_BYTES``, else the last one."""
    for quality in JPEG_QUALITIES:
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
        if buffer.tell() <= JPEG_BYTES:
            break
    return buffer.getvalue()
