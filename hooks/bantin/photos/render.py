"""From an original to the bytes of its renditions: pixels on a fresh canvas, nothing else.

The order is what makes it quick: a JPEG is decoded at a half, quarter or eighth of its size,
then made as small as the largest rendition, and only that is turned; each smaller one is made
from the next larger. All of it happens in a child process (``worker``).
"""

from __future__ import annotations

import hashlib
import io
import math
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from PIL import Image, features
from PIL.ImageFile import ImageFile

from bantin.model import Box
from bantin.photos import card, colour, overlay
from bantin.photos.door import PhotoError, check_filled, check_whole, opened
from bantin.photos.encoding import encoded
from bantin.photos.probe import SIDEWAYS, read_header, turn_left_to_do
from bantin.photos.profiles import CARD_PHOTO, PLACEHOLDER_SIDE, PROFILES, Profile
from bantin.pictures import CardText, Picture, Rendition

REDUCING_GAP: Final = 3.0
"""A source more than so many times too large is first averaged: as good, and quicker."""

_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Wanted(NamedTuple):
    """One rendition as a task carries it."""

    set: str
    """Key of the renditions that are kept together."""
    profile: str
    width: int
    height: int
    format: str

    @property
    def name(self) -> str:
        """Its name among those of its set: ``photo-960.avif``."""
        return f"{self.profile}-{self.width}.{self.format}"


def codecs() -> str:
    """Versions of everything that decides about bytes: part of every rendition's key."""
    parts = ("pil", "libjpeg_turbo", "jpg", "webp", "avif", "littlecms2", "zlib", "zlib_ng")
    return " ".join(f"{part} {features.version(part)}" for part in (*parts, "libtiff"))


def name_of(rendition: Rendition) -> str:
    """Name of a rendition among those of its set: ``photo-960.avif``."""
    return f"{rendition.profile}-{rendition.width}.{rendition.format}"


def asked(picture: Picture, keys: Sequence[str]) -> dict[str, Any]:
    """The values of the task that makes some sets of a picture (``work``)."""
    sets, treatment = picture.sets(), picture.treatment
    return {
        "digest": picture.original.digest,
        "wanted": [
            [key, one.profile, one.width, one.height, one.format]
            for key in keys
            for one in sets[key]
        ],
        "focus": picture.crops.focus if picture.crops else (0.5, 0.5),
        "blur": [[box.x, box.y, box.width, box.height] for box in treatment.blur],
        "credit": treatment.credit,
        "watermark": treatment.watermark,
        "cards": {
            one.key: {**one.words._asdict(), "logo": b64encode(one.words.logo).decode()}
            for one in picture.cards
            if one.key in keys
        },
    }


def work(
    path: Path, name: str, values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Encode what a task wants.

    Returns:
        ``colour`` (``#rrggbb``) and ``placeholder`` (WebP in base64) of the whole picture, and
        the files by ``<set>/<name>``.

    Raises:
        PhotoError: The original can't be decoded, or is no longer the one that was planned.
            Cards without photo have none: nothing is opened for them.
    """
    wanted = [Wanted(*each) for each in values["wanted"]]
    if values["digest"]:
        base = _base(unchanged(path, name, values["digest"]))
        base = overlay.blurred(base, [Box(*box) for box in values["blur"]])
    else:
        base = card.ground()
    return _look(base), dict(_renditions(base, wanted, values))


def unchanged(path: Path, name: str, digest: str) -> ImageFile:
    """An original once more, its pixels not yet decoded.

    Raises:
        PhotoError: It can't be opened, or is no longer the one with this SHA-256.
    """
    with opened(path, name) as (file, form):
        content = _read(file, name)
    if hashlib.sha256(content).hexdigest() != digest:
        raise PhotoError("photo-changed", file=name)
    check_whole(content, form, name)
    image = read_header(io.BytesIO(content), form, name)
    if form == "JPEG" and not image.info.get("progressive"):
        check_filled(image.width * image.height, content, name)
    return image


def reduced(image: ImageFile, scale: float) -> Image.Image:
    """The first frame upright, flat, in sRGB; ``scale`` is 1 for the original's size.

    Raises:
        Exception: Of every kind: the pixels are damaged.
    """
    turn = turn_left_to_do(image)
    width, height = image.size
    size = max(1, round(width * scale)), max(1, round(height * scale))
    profile = image.info.get("icc_profile")
    drafted = image.draft("RGB", size)
    image.load()
    box = drafted[1] if drafted else None
    small = colour.flat(image).resize(
        size, Image.Resampling.LANCZOS, box, reducing_gap=REDUCING_GAP
    )
    image.close()  # its pixels are the largest thing here, and the encoders want room
    return upright(colour.to_srgb(small, profile), turn)


def upright(image: Image.Image, turn: int) -> Image.Image:
    """The pixels as they are meant to be seen; ``turn`` is the EXIF orientation (1-8)."""
    return image.transpose(_TURNS[turn]) if turn in _TURNS else image


def _read(file: BinaryIO, name: str) -> bytes:
    try:
        return file.read()
    except OSError as failed:
        raise PhotoError("photo-no-access", file=name) from failed


def _base(image: ImageFile) -> Image.Image:
    """The picture just large enough for all that may ever be wanted.

    It is never made for less: whichever sets are missing, what comes of it is the same.
    """
    sideways = turn_left_to_do(image) >= SIDEWAYS
    shown = image.size[::-1] if sideways else image.size
    return reduced(image, min(1.0, max(_scale(one, shown) for one in PROFILES.values())))


def _scale(profile: Profile, shown: tuple[int, int]) -> float:
    """How large the whole picture must be for a profile, 1 being the original's size."""
    width, (wide, high) = profile.widths[-1], profile.shape or (1, 0)
    return max(width / shown[0], width * high / wide / shown[1])


def _renditions(
    base: Image.Image, wanted: Sequence[Wanted], values: Mapping[str, Any]
) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each rendition, largest first."""
    whole = [one for one in wanted if PROFILES[one.profile].shape is None]
    for one in wanted:
        if one.profile == "card":
            yield (
                f"{one.set}/{one.name}",
                encoded(_card(base, one, values), one.profile, one.width),
            )
        elif PROFILES[one.profile].shape is not None:
            cut = _cut(base, (one.width, one.height), values["focus"])
            yield f"{one.set}/{one.name}", encoded(cut, one.profile, one.width)
    signed = overlay.signed(base, values["credit"], values["watermark"]) if whole else base
    pixels = signed
    for one in sorted(whole, key=lambda one: -one.width):
        alone = one.profile == "first"  # of another set: either may be missing
        shown = _resized(signed if alone else pixels, (one.width, one.height))
        pixels = pixels if alone else shown
        yield f"{one.set}/{one.name}", encoded(shown, one.profile, one.width)


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _card(base: Image.Image, one: Wanted, values: Mapping[str, Any]) -> Image.Image:
    words = values["cards"][one.set]
    photo = _cut(base, CARD_PHOTO, values["focus"]) if values["digest"] else None
    return card.drawn(photo, CardText(**{**words, "logo": b64decode(words["logo"])}))


def _cut(base: Image.Image, size: tuple[int, int], focus: Sequence[float]) -> Image.Image:
    """The part with the shape of ``size`` that has the focus as near its middle as can be."""
    scale = min(base.width / size[0], base.height / size[1])
    left, right = _span(size[0] * scale, base.width, focus[0])
    top, bottom = _span(size[1] * scale, base.height, focus[1])
    return base.resize(
        size,
        Image.Resampling.LANCZOS,
        (left, top, right, bottom),
        reducing_gap=REDUCING_GAP,
    )


def _span(length: float, whole: int, focus: float) -> tuple[float, float]:
    """Where a cut begins and ends; a hair outside of the picture, and Pillow refuses it."""
    start = max(min(focus * whole - length / 2, whole - length), 0.0)
    return start, min(start + length, whole)


def _look(base: Image.Image) -> dict[str, Any]:
    """What a page shows in the photo's place until it is there."""
    side = PLACEHOLDER_SIDE / max(base.size)
    size = tuple(max(1, math.floor(length * side + 0.5)) for length in base.size)
    tiny = base.resize((size[0], size[1]), Image.Resampling.BOX, reducing_gap=1.5)
    target = io.BytesIO()
    tiny.save(target, "WEBP", quality=60, method=4)
    pixel = tiny.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(pixel, tuple)
    red, green, blue = (int(value) for value in pixel)
    placeholder = b64encode(target.getvalue()).decode()
    return {"colour": f"#{red:02x}{green:02x}{blue:02x}", "placeholder": placeholder}
