"""Originals for the tests: drawn here, saved as phones, scanners and programs would."""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageDraw

from bantin.photos.door import PhotoError, quiet
from bantin.photos.plan import address_stem, plan
from bantin.photos.probe import probe
from bantin.photos.render import asked, codecs
from bantin.photos.worker import Answer, answer
from bantin.pictures import Original, Picture

Files = dict[str, bytes]

NAME = "images/2026/a/01.jpg"
QUADRANTS = {"red": (220, 40, 40), "green": (40, 180, 60), "blue": (40, 60, 200)}
"""Top left, top right, bottom left of ``scene``; bottom right is white."""

# How a camera held in a certain way stores the upright scene.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def scene(width: int = 640, height: int = 400) -> Image.Image:
    """Three quadrants in colour and a white one: which way is up can be told."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    x, y = width // 2, height // 2
    corners = ((0, 0, x, y), (x, 0, width, y), (0, y, x, height))
    for box, colour in zip(corners, QUADRANTS.values(), strict=True):
        draw.rectangle(box, colour)
    return image


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def jpeg(image: Image.Image | None = None, **options: object) -> bytes:
    return encoded(image or scene(), "JPEG", **{"quality": 92, "subsampling": 0, **options})


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def original(path: Path, name: str = NAME) -> Original:
    return Original(name, *probe(path, name)[:3], digest(path))


def planned(path: Path, name: str = NAME, **options: Any) -> Picture:
    folder, _, file = name.rpartition("/")
    return plan(original(path, name), address_stem(folder, file), codecs(), **options)


def asked_of_a_child(name: str, path: Path, values: Mapping[str, Any]) -> Answer:
    """What a child answers to a task, in this process.

    Raises:
        PhotoError: What the answer calls failed.
    """
    found, files = answer({"work": name, "name": NAME, "path": str(path), "values": values})
    if "failed" in found:
        raise PhotoError(found["failed"], **found["told"])
    return found["values"], files


def worked(content: bytes, folder: Path, **options: Any) -> Answer:
    """Original bytes -> what a child answers: values, and renditions by their names."""
    source = folder / "original"
    source.write_bytes(content)
    with quiet():
        picture = planned(source, **options)
    values, files = asked_of_a_child("render", source, asked(picture, list(picture.sets())))
    return values, {path.partition("/")[2]: content for path, content in files.items()}


def rendered(content: bytes, folder: Path, **options: Any) -> Files:
    """Original bytes -> renditions by their names: ``photo-480.avif`` and so on."""
    return worked(content, folder, **options)[1]


def largest(files: Files) -> Image.Image:
    names = [name for name in files if name.startswith("photo-")]
    return opened(files[max(names, key=lambda name: int(name[6:].partition(".")[0]))])


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def with_segments(content: bytes, *segments: bytes) -> bytes:
    """A JPEG with further segments at its beginning."""
    return content[:2] + b"".join(segments) + content[2:]


def declaring(content: bytes, width: int, height: int) -> bytes:
    """A baseline JPEG whose header claims another size."""
    at = content.index(b"\xff\xc0") + 5
    return content[:at] + struct.pack(">HH", height, width) + content[at + 4 :]


def display_p3() -> bytes:
    """An ICC profile with the primaries of Display P3 and the curve of sRGB."""
    curve = b"para" + struct.pack(">IHH", 0, 3, 0)
    curve += _fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    tags = {
        b"rXYZ": b"XYZ \0\0\0\0" + _fixed(0.51512, 0.24120, -0.00105),
        b"gXYZ": b"XYZ \0\0\0\0" + _fixed(0.29198, 0.69225, 0.04189),
        b"bXYZ": b"XYZ \0\0\0\0" + _fixed(0.15710, 0.06657, 0.78407),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(0.96420, 1.0, 0.82491),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body, start = b"", b"", 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        table += name + struct.pack(">II", start + len(body), len(value))
        body += value
    header = struct.pack(
        ">I4sI4s4s4s", start + len(body), b"\0" * 4, 0x04000000, b"mntr", b"RGB ", b"XYZ "
    )
    header += b"\0" * 12 + b"acsp" + b"\0" * 28 + _fixed(0.96420, 1.0, 0.82491)
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def profile_named(name: str) -> bytes:
    """sRGB under a name of 13 characters, as an editor might leave a person's."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    old = "sRGB built-in".encode("utf-16-be")
    assert old in profile and len(name) == 13
    return profile.replace(old, name.encode("utf-16-be"))


def _fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)
