"""How near a rendition is to the photograph: two judges, each with its own eyes.

SSIM (Wang et al., 2004) looks at luma, in a Gaussian window of 11 px; Butteraugli, by Debian's
``libjxl-devtools``, at colours as the eye has them: 0 is the same, 1 can just be seen, less is
better. The reference is a full decode, upright, reduced with Lanczos.
"""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy
from PIL import Image, ImageOps

SIGMA = 1.5
RADIUS = 5
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
BUTTERAUGLI = shutil.which("butteraugli_main")
NORM = re.compile(r"3-norm: ([0-9.]+)")
Plane = numpy.ndarray


class Verdict(NamedTuple):
    """Of one rendition."""

    ssim: float
    butteraugli: float
    """3-norm; not a number where the tool isn't installed."""


def reference(original: Path, width: int) -> Image.Image:
    """What ``original`` would be at ``width`` px if nothing were saved on."""
    with Image.open(original) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
    height = round(upright.height * width / upright.width)
    return upright.resize((width, height), Image.Resampling.LANCZOS)


@functools.cache
def _weights() -> Plane:
    steps = numpy.arange(-RADIUS, RADIUS + 1)
    weights = numpy.exp(-(steps**2) / (2 * SIGMA**2))
    return (weights / weights.sum()).astype(numpy.float32)


def _blurred(plane: Plane) -> Plane:
    """Gaussian means; the edges, where the window leaves the picture, are cut off."""
    inner = plane.shape[0] - 2 * RADIUS, plane.shape[1] - 2 * RADIUS
    rows = sum(w * plane[k : k + inner[0]] for k, w in enumerate(_weights()))
    return sum(w * rows[:, k : k + inner[1]] for k, w in enumerate(_weights()))


def luma(image: Image.Image) -> Plane:
    """Levels from 0 to 255."""
    return numpy.asarray(image.convert("L"), dtype=numpy.float32)


def ssim(one: Plane, other: Plane) -> float:
    """1 is the same; both of one shape."""
    mean1, mean2 = _blurred(one), _blurred(other)
    squares = mean1 * mean1 + mean2 * mean2
    spread = _blurred(one * one) + _blurred(other * other) - squares
    common = _blurred(one * other) - mean1 * mean2
    likeness = (2 * mean1 * mean2 + C1) * (2 * common + C2)
    return float((likeness / ((squares + C1) * (spread + C2))).mean(dtype=numpy.float64))


def butteraugli(one: Image.Image, other: Image.Image) -> float:
    """3-norm of the distances; not a number without the tool."""
    if not BUTTERAUGLI:
        return float("nan")
    with tempfile.TemporaryDirectory() as folder:
        paths = [f"{folder}/{name}.ppm" for name in "ab"]
        for path, image in zip(paths, (one, other), strict=True):
            image.save(path)
        command = [BUTTERAUGLI, *paths, "--pnorm", "3"]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = NORM.search(said)
    assert found, said
    return float(found[1])


def judge(wanted: Image.Image, file: Path | BinaryIO) -> Verdict:
    """Both verdicts on ``file``; a rendition of another size than ``wanted`` is an error."""
    with Image.open(file) as image:
        got = image.convert("RGB")
    assert abs(got.width - wanted.width) + abs(got.height - wanted.height) <= 2, file
    got = got.resize(wanted.size) if got.size != wanted.size else got
    return Verdict(ssim(luma(wanted), luma(got)), butteraugli(wanted, got))


def _verdicts(path: Path, folder: Path, suffix: str) -> list[tuple[int, Verdict]]:
    files = sorted(folder.glob(f"{path.stem}.*.{suffix}"))
    widths = [int(file.name.split(".")[-2]) for file in files]
    return [
        (width, judge(reference(path, width), file))
        for width, file in zip(widths, files, strict=True)
    ]


def main() -> None:
    """``SUFFIX FOLDER ORIGINAL...``: width and verdicts of every rendition, a line each."""
    suffix, folder, *originals = sys.argv[1:]
    work = functools.partial(_verdicts, folder=Path(folder), suffix=suffix)
    with ProcessPoolExecutor(2) as pool:
        for found in pool.map(work, map(Path, originals)):
            for width, verdict in found:
                print(width, *verdict)


if __name__ == "__main__":
    main()
