"""What each peer does with a photo: three widths, upright, without metadata; one process each.

    python bench/photo_recipes.py RECIPE WORKERS OUT ORIGINAL...

OUT is a folder for the files, or "-" for none. ``vips`` and ``naive`` run in the bench's own
Python, ``bantin`` in the project's; sharp's recipe is ``photo_sharp.mjs``.
"""

from __future__ import annotations

import hashlib
import io
import sys
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
        small = upright.resize((width, round(upright.height * width / upright.width)))
        files[f"{width}.webp"] = _saved(small, "WEBP", quality=QUALITY)
    return files


def decode(path: str) -> Files:
    """The floor below: the pixels at the scale that libjpeg gives for the largest width."""
    from PIL import Image

    with Image.open(path) as image:
        image.draft("RGB", (2133, 1600) if _is_portrait(image) else (1600, 1200))
        image.load()
    return {}


def encode(path: str, samples: list[object]) -> Files:
    """The floor above: our encoder alone, on pixels that are there already."""
    from bantin.photos.profiles import PROFILES, encoder

    files = {}
    for one in samples:
        width = one.width  # type: ignore[attr-defined]
        form, options = encoder("avif", width)
        quality = PROFILES["photo"].quality(width)
        files[str(width)] = _saved(one, form, quality=quality, **options)
    return files


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


def _encode_recipe() -> Callable[[str], Files]:
    from PIL import Image

    return partial(encode, samples=[Image.open(path).convert("RGB") for path in sys.argv[5:]])


def main() -> None:
    """Run one recipe over the originals; prints how many bytes came out."""
    recipe, workers, out, *originals = sys.argv[1:]
    if recipe in ("bantin", "extras"):
        print(bantin(int(workers), out, originals, extras=recipe == "extras"))
        return
    chosen = {"vips": vips, "naive": naive, "decode": decode}[recipe]
    with ProcessPoolExecutor(int(workers)) as pool:
        print(sum(pool.map(partial(_done, chosen, out), originals)))


if __name__ == "__main__":
    main()
