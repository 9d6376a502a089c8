"""Camera files for the photo bench: cut from natural photographs, with grain, EXIF and GPS.

Needs numpy and Pillow. ``photos.py originals FOLDER`` runs it in the bench's own Python:

    python bench/photo_originals.py PAPERS FOLDER [COUNT]

The same numbers give the same pictures, so that two runs of the bench compare the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy
from photo_tools import PACKAGES
from PIL import Image, ImageEnhance, ImageOps

NATURAL = (
    *("Kleiber_by_Lukas_Baubkus", "seeding_by_Clements_Engelhardt", "Dragonfly_by_Bolly"),
    *("sunset_by_Aitzol_Berasategi", "Bridge_by_Sander_Klootwijk", "free_by_Peter_Nerlich"),
    *("picosdeeuropa_by_Aitzol_Berasategi", "aitzgorri_by_Aitzol_Berasategi"),
    *("life_by_Aitzol_Berasategi", "greentock_by_Peter_Nerlich", "Picture_0B_by_freespace"),
    *("friends_by_Aitzol_Berasategi", "Picture_1A_by_freespace", "Wine_by_Jakkub_Mede"),
    *("Wood", "Aqua", "Garden", "LadyBird", "TwoWings", "YellowFlower"),
    *("BytheWater", "ColdRipple", "ColorfulCups", "DarkestHour", "EveningGlow", "FallenLeaf"),
    *("Grey", "Kite", "OneStandsOut", "Path", "summer_1am"),
)
LEAST_HEIGHT = 1600
"""px; below that a crop would hold less detail than the largest rendition shows."""
CAMERA = (4000, 3000)
LARGE = (8000, 6000)
LARGE_PHOTO = 7
"""The number of the one photo of 48 MP: it is none of the upright ones."""
EVERY_UPRIGHT = 5
EVERY_WITH_PLACE = 3
QUALITY = 90
READ_NOISE = 3.0
"""Levels of 255 in the dark; shot noise comes on top and grows with the light."""
SHOT_NOISE = 0.55
ORIENTATION, GPS = 0x0112, 0x8825
PLACE = {1: "N", 2: (10.0, 46.0, 12.5), 3: "E", 4: (106.0, 40.0, 3.25)}
"""Latitude and longitude as degrees, minutes and seconds."""


def photographs(papers: Path) -> list[Path]:
    """The natural photographs below ``papers``, large enough, the largest of each."""
    best: dict[str, tuple[int, Path]] = {}
    for path in sorted(papers.rglob("*.jpg")):
        name = path.parts[-4] if path.parent.name == "images" else path.stem
        if name not in NATURAL or path.is_symlink():
            continue
        with Image.open(path) as image:
            width, height = image.size
        if height >= LEAST_HEIGHT and width > height:
            best[name] = max(best.get(name, (0, path)), (width * height, path))
    return [path for _, (_, path) in sorted(best.items())]


def cut(image: Image.Image, size: tuple[int, int], rng: numpy.random.Generator) -> Image.Image:
    """A part of ``image`` somewhere, enlarged or reduced to ``size``, its light changed."""
    scale = min(image.width / size[0], image.height / size[1]) * rng.uniform(0.9, 1.0)
    width, height = size[0] * scale, size[1] * scale
    left = rng.uniform(0, image.width - width)
    top = rng.uniform(0, image.height - height)
    box = (left, top, left + width, top + height)
    part = image.resize(size, Image.Resampling.LANCZOS, box)
    if rng.random() < 0.5:
        part = ImageOps.mirror(part)
    part = ImageEnhance.Brightness(part).enhance(rng.uniform(0.85, 1.15))
    return ImageEnhance.Color(part).enhance(rng.uniform(0.8, 1.2))


def grainy(image: Image.Image, rng: numpy.random.Generator) -> Image.Image:
    """Noise as a sensor has it: more of it where there is more light, a little smeared."""
    bands = []
    for band in image.split():
        light = numpy.asarray(band, dtype=numpy.float32)
        noise = rng.standard_normal(light.shape, dtype=numpy.float32)
        noise = 0.6 * noise + 0.4 * (numpy.roll(noise, 1, 0) + numpy.roll(noise, 1, 1))
        light = light + noise * numpy.sqrt(READ_NOISE**2 + SHOT_NOISE * light)
        bands.append(Image.fromarray(numpy.clip(light + 0.5, 0, 255).astype(numpy.uint8)))
    return Image.merge("RGB", bands)


def make(number: int, source: Path, target: Path) -> None:
    """One original; the number decides about everything that is random in it."""
    rng = numpy.random.default_rng(number)
    upright = number % EVERY_UPRIGHT == 0
    size = LARGE if number == LARGE_PHOTO else CAMERA
    with Image.open(source) as image:
        shown = cut(image.convert("RGB"), size[::-1] if upright else size, rng)
    shown = grainy(shown, rng)
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Bench", "Camera 1"
    exif[0x0132] = f"2026:03:{number % 28 + 1:02} 08:00:00"
    exif[ORIENTATION] = 6 if upright else 1
    if number % EVERY_WITH_PLACE == 0:
        exif.get_ifd(GPS).update(PLACE)
    stored = shown.transpose(Image.Transpose.ROTATE_90) if upright else shown
    stored.save(target, "JPEG", quality=QUALITY, subsampling="4:2:0", exif=exif)


def work(sources: list[Path], folder: Path, count: int) -> Iterator[tuple[int, Path, Path]]:
    """What is still to be made."""
    for number in range(count):
        target = folder / f"{number:03}.jpg"
        if not target.exists():
            yield number, sources[number % len(sources)], target


def main() -> None:
    """Make what is missing."""
    papers, folder = Path(sys.argv[1]), Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 60
    sources = photographs(papers)
    if not sources:
        sys.exit(f"No photographs: apt-get install {' '.join(PACKAGES)}")
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(2) as pool:
        jobs = [pool.submit(make, *job) for job in work(sources, folder, count)]
        for job in jobs:
            job.result()
    sizes = [path.stat().st_size for path in folder.glob("*.jpg")]
    print(f"{len(sizes)} originals of {len(sources)} photographs, ", end="")
    print(f"{sum(sizes) / len(sizes) / 1e6:.2f} MB on average")


if __name__ == "__main__":
    main()
