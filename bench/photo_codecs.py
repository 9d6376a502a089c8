"""Encoders' settings and filters side by side, for the tables in docs/dev/photos.md.

    ROOM/venv/bin/python bench/photo_codecs.py ROOM [PHOTOS]

ROOM is that of ``photos.py``, which has filled it. Bytes and likeness are told against libvips'
WebP q78 of the same photos: what readers would load from a site made with it. CPU is the least
of three tries, because other work may share the machine.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

import photo_judges as judges
import photo_recipes as recipes
from PIL import Image

TRIES = 3
FILTERS = ("LANCZOS", "BICUBIC", "HAMMING", "BOX")
SIDEWAYS = (6, 8)
ORIENTATION = 0x0112
Setting = tuple[str, Mapping[str, Any]]
Chain = dict[int, Image.Image]
"""Width in px -> the photo at that width, upright."""


def _avif(quality: int, speed: int = 9, **advanced: str) -> Setting:
    options = {"speed": speed, "max_threads": 1, "subsampling": "4:2:0"}
    return "AVIF", {**options, "quality": quality, "advanced": _dashed(advanced)}


def _dashed(advanced: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in advanced.items()}


SETTINGS: Mapping[str, Setting] = {
    "WebP q78 method 0": ("WEBP", {"quality": 78, "method": 0}),
    "WebP q78 method 2": ("WEBP", {"quality": 78, "method": 2}),
    "WebP q78 method 4": ("WEBP", {"quality": 78, "method": 4}),
    "AVIF speed 8 q55": _avif(55, 8),
    **{f"AVIF q{quality}": _avif(quality) for quality in (45, 50, 55, 60, 65)},
    "AVIF speed 10 q55": _avif(55, 10),
    "AVIF q60, no trellis": _avif(60, disable_trellis_quant="1"),
    **{
        f"AVIF tune=ssim q{quality}": _avif(quality, tune="ssim")
        for quality in (58, 60, 62, 64, 66)
    },
    "AVIF tune=ssim q62, no trellis": _avif(62, tune="ssim", disable_trellis_quant="1"),
    "AVIF tune=ssim q62, no CDEF": _avif(62, tune="ssim", enable_cdef="0"),
    "AVIF tune=ssim q62, no restoration": _avif(62, tune="ssim", enable_restoration="0"),
    "AVIF tune=ssimulacra2 q55": _avif(55, tune="ssimulacra2"),
    "AVIF q60, sharpness 0": _avif(60, sharpness="0"),
    "AVIF q60, deltaq-mode 0": _avif(60, deltaq_mode="0"),
    "JPEG q80": ("JPEG", {"quality": 80}),
    "JPEG q80, optimize": ("JPEG", {"quality": 80, "optimize": True}),
    "JPEG q80, progressive": ("JPEG", {"quality": 80, "optimize": True, "progressive": True}),
    "JPEG q82, optimize": ("JPEG", {"quality": 82, "optimize": True}),
}
"""AVIF at speed 9 where nothing else is said."""


class Row(NamedTuple):
    """What one setting made of one photo at one width."""

    name: str
    width: int
    cpu: float
    """ms"""
    size: int
    """Bytes."""
    ssim: float
    butteraugli: float


def main() -> None:
    """Print both tables."""
    room, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 12
    originals = sorted((room / "originals").glob("*.jpg"))
    some = originals[1 :: max(1, len(originals) // count)][:count]
    with ProcessPoolExecutor(2) as pool:
        rows = [row for found in pool.map(_encoded, some) for row in found]
        steps = [row for found in pool.map(_resized, some) for row in found]
    print(f"{len(some)} photos; against WebP q78 of libvips\n")
    _print(rows, ("setting", "CPU ms", "bytes", "SSIM", "Butteraugli"))
    print("\nPixels before any encoder: filters of the three steps\n")
    _print(steps, ("filters", "CPU ms", "", "SSIM to 1", "Butteraugli"))


def _print(rows: Iterable[Row], columns: tuple[str, ...]) -> None:
    groups: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.name, row.width), []).append(row)
    print(f"| px | {' | '.join(columns)} |\n|{' --- |' * (len(columns) + 1)}")
    for (name, width), mine in sorted(groups.items(), key=lambda group: group[0][1]):
        peers = groups.get(("libvips", width))
        size = mean(row.size for row in mine) / mean(row.size for row in peers or mine)
        ssim = mean(row.ssim for row in mine) - (mean(r.ssim for r in peers) if peers else 1)
        butter = mean(row.butteraugli for row in mine)
        butter /= mean(row.butteraugli for row in peers) if peers else 1
        cpu = mean(row.cpu for row in mine)
        print(f"| {width} | {name} | {cpu:.0f} | {size:.3f} | {ssim:+.4f} | {butter:.3f} |")


def _encoded(original: Path) -> list[Row]:
    """Every setting at every width, libvips' first."""
    peers = recipes.vips(str(original))
    pixels = _chain(original, ("LANCZOS",) * 3)
    rows = []
    for width in recipes.WIDTHS:
        wanted = judges.reference(original, width)
        rows.append(_judged("libvips", width, 0.0, peers[f"{width}.webp"], wanted))
        for name, (form, options) in SETTINGS.items():
            spent, content = _least(partial(_saved, pixels[width], form, options))
            rows.append(_judged(name, width, spent, content, wanted))
    return rows


def _resized(original: Path) -> list[Row]:
    """Every filter for the first step, then for the two others."""
    rows = []
    ways = [(name, "LANCZOS", "LANCZOS") for name in FILTERS]
    ways += [("LANCZOS", name, name) for name in FILTERS[1:]]
    for way in ways:
        spent, pixels = _least(partial(_chain, original, way))
        for width, image in pixels.items():
            content = _saved(image, "PNG", {"compress_level": 0})
            wanted = judges.reference(original, width)
            rows.append(_judged(" ".join(way), width, spent, content, wanted))
    return rows


def _chain(original: Path, filters: tuple[str, ...]) -> Chain:
    """The photo at every width, as ``photos.render`` makes it; each from the larger one."""
    found: Chain = {}
    with Image.open(original) as image:
        turned = image.getexif().get(ORIENTATION) in SIDEWAYS
        shown = image.size[::-1] if turned else image.size
        for width, name in zip(recipes.WIDTHS, filters, strict=True):
            size = width, round(shown[1] * width / shown[0])
            kind = Image.Resampling[name]
            if found:
                found[width] = found[min(found)].resize(size, kind)
                continue
            stored = size[::-1] if turned else size
            drafted = image.draft("RGB", stored)
            small = image.resize(stored, kind, drafted[1] if drafted else None)
            found[width] = small.transpose(Image.Transpose.ROTATE_270) if turned else small
    return found


def _least(work: Callable[[], Any]) -> tuple[float, Any]:
    """The least CPU of some tries, in ms, and what came of it."""
    spent, made = [], None
    for _ in range(TRIES):
        begun = time.process_time()
        made = work()
        spent.append((time.process_time() - begun) * 1000)
    return min(spent), made


def _saved(image: Image.Image, form: str, options: Mapping[str, Any]) -> bytes:
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def _judged(name: str, width: int, cpu: float, content: bytes, wanted: Image.Image) -> Row:
    return Row(name, width, cpu, len(content), *judges.judge(wanted, io.BytesIO(content)))


if __name__ == "__main__":
    main()
