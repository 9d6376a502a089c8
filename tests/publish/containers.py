"""Pictures of every container we publish, and canaries put where one can hide in them."""

from __future__ import annotations

import io
import random
import struct
import zlib

from PIL import ExifTags, Image, ImageCms, PngImagePlugin

CANARY = b"CANARY Nguyen Van A, 0912 345 678, 21.0285 N 105.8542 E"


def photo(width: int = 120, height: int = 90, mode: str = "RGB") -> Image.Image:
    """Pixels with something in them: a slope with grain."""
    slope = Image.linear_gradient("L").resize((width, height))
    grain = Image.frombytes("L", (width, height), random.Random(5).randbytes(width * height))
    grey = Image.blend(slope, grain, 0.2)
    return Image.merge("RGB", (grey, grey.rotate(180), slope)).convert(mode)


def see_through(mode: str = "RGBA") -> Image.Image:
    picture = photo()
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    return picture.convert(mode)


def saved(form: str, picture: Image.Image | None = None, **options: object) -> bytes:
    target = io.BytesIO()
    (picture or photo()).save(target, form, **options)
    return target.getvalue()


def exif() -> Image.Exif:
    tags = Image.Exif()
    tags[ExifTags.Base.Artist] = CANARY.decode()
    tags.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (21.0, 1.0, 42.6)
    return tags


XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + CANARY + b"</x:xmpmeta>"
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def with_text() -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", CANARY.decode())
    return saved("PNG", pnginfo=text)


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def chunk(name: bytes, data: bytes) -> bytes:
    """Of a PNG."""
    return (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    )


def piece(name: bytes, data: bytes) -> bytes:
    """Of a RIFF."""
    return name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def riff(*pieces: bytes) -> bytes:
    whole = b"WEBP" + b"".join(pieces)
    return b"RIFF" + struct.pack("<I", len(whole)) + whole


def box(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data) + 8) + name + data


def unit(kind: int, data: bytes) -> bytes:
    """Of AV1, shorter than 128 bytes."""
    return bytes([kind << 3 | 2, len(data)]) + data


JPEG, PNG, WEBP, AVIF = (saved(form) for form in ("JPEG", "PNG", "WEBP", "AVIF"))
PROGRESSIVE = saved("JPEG", progressive=True, optimize=True, quality=80)
VP8 = WEBP[12:]
CANVAS = struct.pack("<I", 119)[:3] + struct.pack("<I", 89)[:3]


def after_start(extra: bytes, jpeg: bytes = JPEG) -> bytes:
    return jpeg[:2] + extra + jpeg[2:]


def before_end(extra: bytes, jpeg: bytes = JPEG) -> bytes:
    return jpeg[:-2] + extra + jpeg[-2:]


def in_png(extra: bytes, at: int = 33) -> bytes:
    """Behind the header; at -12, behind the pixels."""
    return PNG[:at] + extra + PNG[at:]


def extended(flags: int, *pieces: bytes) -> bytes:
    return riff(piece(b"VP8X", bytes([flags, 0, 0, 0]) + CANVAS), *pieces)


def in_avif(place: bytes, extra: bytes, avif: bytes = AVIF) -> bytes:
    """``extra`` behind the box of a name, all lengths around it and the item's place put right.

    What lies inside ``meta`` moves ``mdat``; nothing else in the file knows where it is.
    """
    parents = {b"hdlr": (b"meta",), b"iinf": (b"meta",), b"colr": (b"meta", b"iprp", b"ipco"),
               b"ipma": (b"meta", b"iprp")}.get(place, ())  # fmt: skip
    content = bytearray(avif)
    start = content.index(place) - 4
    end = start + int.from_bytes(content[start : start + 4])
    for name in parents:
        _grow(content, content.index(name) - 4, len(extra))
    if end <= content.index(b"mdat"):
        _grow(content, content.index(b"iloc") + 18, len(extra))
    content[end:end] = extra
    return bytes(content)


def longer(name: bytes, extra: bytes, avif: bytes = AVIF) -> bytes:
    """``extra`` at the end of what is in a box."""
    parents = {b"hdlr": (b"meta",), b"av1C": (b"meta", b"iprp", b"ipco")}[name]
    content = bytearray(avif)
    start = content.index(name) - 4
    end = start + int.from_bytes(content[start : start + 4])
    for box_name in (*parents, name):
        _grow(content, content.index(box_name) - 4, len(extra))
    _grow(content, content.index(b"iloc") + 18, len(extra))
    content[end:end] = extra
    return bytes(content)


def in_data(extra: bytes, at: int, *, told: bool = True) -> bytes:
    """``extra`` among the units of AV1, ``iloc`` telling of it or not."""
    content = bytearray(AVIF)
    start = content.index(b"mdat")
    _grow(content, start - 4, len(extra))
    if told:
        _grow(content, content.index(b"iloc") + 22, len(extra))
    place = start + 4 + at if at >= 0 else len(content)
    content[place:place] = extra
    return bytes(content)


def _grow(content: bytearray, place: int, by: int) -> None:
    number = int.from_bytes(content[place : place + 4]) + by
    content[place : place + 4] = number.to_bytes(4)


UNITS = {"delimiter": 2, "sequence": 2 + 2 + AVIF[AVIF.index(b"mdat") + 7]}
"""Where the first two units of AV1 end."""
IDAT = zlib.compress(bytes(91 * 3))
INTERLACED = (
    PNG[:8]
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 5, 5, 8, 0, 0, 0, 1))
    + chunk(b"IDAT", zlib.compress(bytes(36)))
    + chunk(b"IEND", b"")
)
"""5 x 5 px in seven passes."""
