"""What each peer does with a photo: three widths, upright, without metadata; one process each.

    python bench/photo_recipes.py RECIPE WORKERS OUT ORIGINAL...

OUT is a folder for the files, or "-" for none. ``vips`` and ``naive`` run in the bench's own
Python, ``bantin`` and ``floor`` in the project's; sharp's recipe is ``photo_sharp.mjs``.
"""

from __future__ import annotations

import hashlib
import io
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path

WIDTHS = (1600, 960, 480)
QUALITY = 78
Files = dict[str, bytes]


def vips(path: str) -> Files:
    """libvips: 1600 by its shrink-on-load, each smaller width from the one before."""
    import pyvips

    image = pyvips.Image.thumbnail(path, WIDTHS[0], height=100_000).copy_memory()
    files = {}
    for width in WIDTHS:
        if width < WIDTHS[0]:
            image = image.thumbnail_image(width, height=100_000).copy_memory()
        files[f"{width}.webp"] = image.webpsave_buffer(Q=QUALITY, keep="none")
    return files


def naive(path: str) -> Files:
    """Pillow as most programs use it: decode all, turn, three times Lanczos."""
    from PIL import Image, ImageOps

    with Image.open(path) as image:
        upright = ImageOps.exif_transpose(image)
    files = {}
    for width in WIDTHS:
        size = width, round(upright.height * width / upright.width)
        small = upright.resize(size, Image.Resampling.LANCZOS)
        files[f"{width}.webp"] = _saved(small, "WEBP", quality=QUALITY)
    return files


def vips_file(path: str) -> Files:
    """libvips: each width from the file, as its command ``vipsthumbnail`` does."""
    import pyvips

    return {
        f"{width}.webp": pyvips.Image.thumbnail(path, width, height=100_000).webpsave_buffer(
            Q=QUALITY, keep="none"
        )
        for width in WIDTHS
    }


def floor(originals: list[str]) -> tuple[float, float]:
    """What nobody can avoid, in CPU s a photo: the scaled decode; our encoder on its pixels."""
    from PIL import Image

    from bantin.photos.profiles import PROFILES, encoder

    decoded = encoded = 0.0
    for path in originals:
        begun = time.process_time()
        with Image.open(path) as image:
            portrait = _is_portrait(image)
            image.draft("RGB", (2133, 1600) if portrait else (1600, 1200))
            image.load()
        decoded += time.process_time() - begun
        for width in WIDTHS:
            form, options = encoder("avif", width)
            small = image.resize(
                (width * 4 // 3, width) if portrait else (width, width * 3 // 4)
            )
            begun = time.process_time()
            _saved(small, form, quality=PROFILES["photo"].quality(width), **options)
            encoded += time.process_time() - begun
    return decoded / len(originals), encoded / len(originals)


def bantin(workers: int, out: str, originals: list[str], *, extras: bool) -> int:
    """Ours, through the door that builds use."""
    from bantin.photos.children import Children

    size = 0
    with closing(Children(workers)) as children:
        for outcome in children.run([_task(path, extras=extras) for path in originals]):
            assert outcome.failure is None, outcome.failure
            files = {name.split("/")[1]: data for name, data in outcome.files.items()}
            size += _written(files, out, outcome.task.name)
    return size


def _task(path: str, *, extras: bool) -> object:
    from bantin.photos.plan import plan
    from bantin.photos.probe import probe
    from bantin.photos.render import asked, codecs
    from bantin.photos.tasks import Task
    from bantin.pictures import Original

    found = probe(Path(path), path)
    digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
    original = Original(path, found.width, found.height, found.format, digest)
    picture = plan(original, "images/a/b", codecs(), cropped=extras)
    keys = [picture.key, *([picture.crops.key] if picture.crops else [])]
    values = asked(picture, keys)
    if not extras:
        values["wanted"] = [each for each in values["wanted"] if each[1] == "photo"]
    cost = found.width * found.height
    return Task("render", path, path, values, key=path, cost=cost)


def _is_portrait(image: object) -> bool:
    return image.getexif().get(0x112) in (6, 8)  # type: ignore[attr-defined]


def _saved(image: object, form: str, **options: object) -> bytes:
    target = io.BytesIO()
    image.save(target, form, **options)  # type: ignore[attr-defined]
    return target.getvalue()


def _written(files: Files, out: str, name: str) -> int:
    if out != "-":
        for file, content in files.items():
            width = file.removeprefix("photo-")
            Path(out, f"{Path(name).stem}.{width}").write_bytes(content)
    return sum(map(len, files.values()))


def _done(recipe: Callable[[str], Files], out: str, path: str) -> int:
    return _written(recipe(path), out, path)


def main() -> None:
    """Run one recipe over the originals; prints how many bytes came out."""
    recipe, workers, out, *originals = sys.argv[1:]
    if recipe == "floor":
        print(*floor(originals))
    elif recipe in ("bantin", "extras"):
        print(bantin(int(workers), out, originals, extras=recipe == "extras"))
    else:
        chosen = {"vips": vips, "vips-file": vips_file, "naive": naive}[recipe]
        with ProcessPoolExecutor(int(workers)) as pool:
            print(sum(pool.map(partial(_done, chosen, out), originals)))


if __name__ == "__main__":
    main()
