"""Images as they come from phones, scanners, programs and enemies: one table, made by code."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import camera
import pillow_heif
from camera import encoded, jpeg, scene, segment, with_segments
from PIL import Image, ImageCms, PngImagePlugin

pillow_heif.register_heif_opener()  # for saving only: what is tested opens by itself

CANARY = "KANARIENVOGEL"
WHOLE = CANARY.encode()
WHITE = (255, 255, 255)
BLACK = (0, 0, 0)
RED, GREEN, BLUE = (200, 40, 40), (40, 180, 60), (40, 60, 200)
UPRIGHT = (*camera.QUADRANTS.values(), WHITE)
EITHER = "either"
"""Accepted or refused; what matters is that it ends in a verdict."""
UNREADABLE = "photo-unreadable"
TOO_LARGE = "photo-too-large"

Make = Callable[[], bytes]
Patches = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class Row:
    """One file and what becomes of it."""

    name: str
    make: Make
    verdict: str = ""
    """Code of the refusal; empty: accepted; ``EITHER``."""
    patches: Patches = ()
    """Colours as seen: top left, top right, bottom left, bottom right."""
    tolerance: int = 8
    told: bool = False
    """Whether the canary must be found in the original, however it is packed."""
    megabytes: int = 800
    """Of memory that a child may take at the most."""


def halves(left: Any, right: Any) -> Patches:
    return (left, right, left, right)


def split(mode: str, left: Any, right: Any, size: tuple[int, int] = (320, 200)) -> Image.Image:
    """Left half and right half of a colour each."""
    image = Image.new(mode, size, left)
    image.paste(right, (size[0] // 2, 0, *size))
    return image


# --- turned -----------------------------------------------------------------------------------


def turned(form: str, orientation: int, **options: Any) -> bytes:
    """The scene as a camera held that way stores it."""
    turn = camera.STORED[orientation]
    stored = scene(320, 200) if turn is None else scene(320, 200).transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded(stored, form, exif=exif.tobytes() if form == "HEIF" else exif, **options)


FORMS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 92, "subsampling": 0},
    "PNG": {},
    "WEBP": {"lossless": True},
    "TIFF": {},
    "AVIF": {"quality": 90, "speed": 9},
    "HEIF": {"quality": 90},
}


def orientations() -> Iterator[Row]:
    for form, options in FORMS.items():
        for orientation in range(1, 9):
            yield Row(
                f"{form.lower()}-orientation-{orientation}",
                lambda f=form, o=orientation, more=options: turned(f, o, **more),  # type: ignore[misc]
                patches=UPRIGHT,
                tolerance=16,
            )
    for value in (0, 9, 65_535):
        yield Row(f"orientation-{value}", lambda v=value: oriented(v), patches=UPRIGHT)  # type: ignore[misc]
    yield Row(
        "orientation-of-text", lambda: exif_of(entry(0x0112, 2, 4, b"six\0")), patches=UPRIGHT
    )
    yield Row(
        "orientation-of-many-values", lambda: exif_of(entry(0x0112, 3, 9, 8)), patches=UPRIGHT
    )
    yield Row("orientation-in-a-loop", ifd_loop, patches=UPRIGHT)
    yield Row(
        "exif-pointing-nowhere",
        lambda: exif_of(entry(0x8769, 4, 1, 0x7FFFFFFF)),
        patches=UPRIGHT,
    )
    yield Row("exif-before-the-xmp", exif_against_xmp, patches=UPRIGHT)
    yield Row("png-exif-behind-its-pixels", late_exif, patches=UPRIGHT)


def oriented(value: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = value
    return jpeg(scene(320, 200), exif=exif)


def entry(tag: int, kind: int, count: int, value: int | bytes) -> bytes:
    content = value if isinstance(value, bytes) else struct.pack("<I", value)
    return struct.pack("<HHI", tag, kind, count) + content[:4].ljust(4, b"\0")


def exif_of(*entries: bytes, following: int = 0) -> bytes:
    """A JPEG with hand-made EXIF."""
    directory = (
        struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<I", following)
    )
    exif = b"Exif\0\0II*\0" + struct.pack("<I", 8) + directory
    return with_segments(jpeg(scene(320, 200)), segment(0xE1, exif))


def ifd_loop() -> bytes:
    """Every directory is the first one again."""
    loops = (entry(tag, 4, 1, 8) for tag in (0x8769, 0x8825, 0xA005))
    return exif_of(entry(0x0112, 3, 1, 1), *loops, following=8)


def exif_against_xmp() -> bytes:
    xmp = b'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta tiff:Orientation="6"></x:xmpmeta>'
    exif = Image.Exif()
    exif[0x0112] = 1
    return with_segments(jpeg(scene(320, 200), exif=exif), segment(0xE1, xmp))


def late_exif() -> bytes:
    """The eXIf chunk moved behind the pixels, as some programs write it."""
    parts = chunks(turned("PNG", 6))
    late = [part for part in parts if part[0] == b"eXIf"]
    rest = [part for part in parts if part[0] != b"eXIf"]
    return png(*rest[:-1], *late, rest[-1])


def chunks(content: bytes) -> list[tuple[bytes, bytes]]:
    """Name and content of every chunk of a PNG."""
    found, at = [], 8
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        found.append((content[at + 4 : at + 8], content[at + 8 : at + 8 + length]))
        at += length + 12
    return found


def png(*parts: tuple[bytes, bytes]) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
        for name, content in parts
    )


# --- colours ----------------------------------------------------------------------------------


def flat(colour: tuple[int, int, int]) -> Image.Image:
    return Image.new("RGB", (320, 200), colour)


def adobe_rgb() -> bytes:
    gamma = b"curv" + struct.pack(">IIH", 0, 1, round(2.19921875 * 256))
    return profile(
        (0.60974, 0.31111, 0.01947),
        (0.20528, 0.62567, 0.06087),
        (0.14919, 0.06322, 0.74457),
        gamma,
    )


def swapped() -> bytes:
    """A test profile of the kind that shows who reads profiles: red and blue change places."""
    gamma = b"curv" + struct.pack(">IIH", 0, 1, round(2.2 * 256))
    red, green, blue = (
        (0.43607, 0.22249, 0.01392),
        (0.38515, 0.71687, 0.09708),
        (0.14307, 0.06061, 0.71410),
    )
    return profile(blue, green, red, gamma)


def profile(red: Any, green: Any, blue: Any, curve: bytes) -> bytes:
    """A display's ICC profile of these primaries (XYZ, D50)."""

    def point(values: Any) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(v * 65536)) for v in values)

    white = (0.96420, 1.0, 0.82491)
    tags = {
        b"rXYZ": point(red),
        b"gXYZ": point(green),
        b"bXYZ": point(blue),
        b"wtpt": point(white),
    }
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve.ljust(16, b"\0"))
    table, body, start = b"", b"", 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        table += name + struct.pack(">II", start + len(body), len(value))
        body += value
    head = struct.pack(
        ">I4sI4s4s4s", start + len(body), b"\0" * 4, 0x04000000, b"mntr", b"RGB ", b"XYZ "
    )
    head += b"\0" * 12 + b"acsp" + b"\0" * 28 + point(white)[8:]
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def lab() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


def deep_png(kind: int, *values: int) -> bytes:
    """16 bits a channel, all pixels alike; kind: 0 grey, 2 RGB, 4 grey and alpha, 6 RGBA."""
    row = b"\0" + struct.pack(f">{len(values)}H", *values) * 320
    head = struct.pack(">IIBBBBB", 320, 200, 16, kind, 0, 0, 0)
    return png((b"IHDR", head), (b"IDAT", zlib.compress(row * 200)), (b"IEND", b""))


def ycck() -> bytes:
    """CMYK of which the first three channels are YCbCr: red at the left, green at the right."""
    ink = split("YCbCr", (179, 171, 1), (105, 212, 235))  # cyan and magenta: what red lacks
    planes = [plane.point(lambda value: 255 - value) for plane in ink.split()]
    image = Image.merge("CMYK", (*planes, Image.new("L", image_size(ink), 0)))
    content = jpeg(image)
    at = content.index(b"Adobe") + 11
    return content[:at] + b"\2" + content[at + 1 :]


def image_size(image: Image.Image) -> tuple[int, int]:
    return image.size


def without_adobe(content: bytes) -> bytes:
    at = content.index(b"\xff\xee")
    (length,) = struct.unpack(">H", content[at + 2 : at + 4])
    return content[:at] + content[at + 2 + length :]


def rle_bmp() -> bytes:
    """8 bits a pixel, run lengths: left half red, right half green."""
    row = bytes((160, 0, 160, 1, 0, 0))
    data = row * 200 + b"\0\1"
    palette = bytes((40, 40, 200, 0, 60, 180, 40, 0)) + b"\0" * 4 * 254
    start = 14 + 40 + len(palette)
    head = struct.pack("<IiiHHIIiiII", 40, 320, 200, 1, 8, 1, len(data), 0, 0, 256, 0)
    return struct.pack("<2sIHHI", b"BM", start + len(data), 0, 0, start) + head + palette + data


def bmp_565(width: int = 320, height: int = -200) -> bytes:
    """16 bits a pixel, the first row at the top: red."""
    data = struct.pack("<H", (25 << 11) | (10 << 5) | 5) * 320 * 200
    masks = struct.pack("<III", 0xF800, 0x07E0, 0x001F)
    start = 14 + 40 + len(masks)
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 16, 3, len(data), 0, 0, 0, 0)
    return struct.pack("<2sIHHI", b"BM", start + len(data), 0, 0, start) + head + masks + data


def moving(frames: int) -> bytes:
    first = split("RGB", RED, GREEN, (96, 60))
    more = [Image.new("RGB", (96, 60), (0, 0, number % 256)) for number in range(1, frames)]
    return encoded(first, "GIF", save_all=True, append_images=more, duration=20)


def mpo() -> bytes:
    """Two pictures; the second, darker one tells a name."""
    other = flat((10, 10, 10))
    content = encoded(scene(320, 200), "MPO", save_all=True, append_images=[other], quality=92)
    second = content.rindex(b"\xff\xd8\xff")
    return content[:second] + with_segments(content[second:], segment(0xFE, WHOLE))


def colours() -> Iterator[Row]:
    wide = (200, 90, 70)
    for form in ("JPEG", "PNG", "WEBP", "TIFF"):
        yield Row(
            f"display-p3-{form.lower()}",
            lambda f=form: encoded(flat(wide), f, icc_profile=camera.display_p3(), **FORMS[f]),  # type: ignore[misc]
            patches=((216, 85, 66),) * 4,
            tolerance=5,
        )
    plain = ((200, 90, 70),) * 4
    for name, icc, seen in (
        ("adobe-rgb", adobe_rgb(), ((231, 89, 68),) * 4),
        ("swapped-channels", swapped(), ((69, 90, 200),) * 4),
        ("garbage-profile", b"garbage" * 40, plain),
        ("empty-profile", b"\0" * 128, plain),
        ("cut-profile", camera.display_p3()[:200], plain),
        ("profile-of-cmyk", camera.display_p3().replace(b"RGB ", b"CMYK"), plain),
        ("profile-of-lab", lab(), plain),
        ("profile-of-a-link", camera.display_p3().replace(b"mntr", b"link"), plain),
        (
            "profile-that-lies-about-its-length",
            b"\xff" * 4 + camera.display_p3()[4:],
            ((216, 85, 66),) * 4,
        ),
    ):
        yield Row(
            name, lambda p=icc: jpeg(flat(wide), icc_profile=p), patches=seen, tolerance=5
        )  # type: ignore[misc]
    yield Row(
        "rgb-profile-on-grey",
        lambda: encoded(
            Image.new("L", (320, 200), 120), "PNG", icc_profile=camera.display_p3()
        ),
        patches=((120,) * 3,) * 4,
    )
    yield from modes()


def modes() -> Iterator[Row]:
    red_green = halves((255, 0, 0), (0, 255, 0))
    cmyk = split("CMYK", (0, 255, 255, 0), (255, 0, 255, 0))
    clear = split("RGBA", (0, 0, 0, 0), (*RED, 255))
    on_white, greys = halves(WHITE, RED), halves((32,) * 3, (192,) * 3)
    palette = split("P", 0, 1)
    palette.putpalette([10, 200, 10, *RED])
    yield Row("cmyk-jpeg", lambda: jpeg(cmyk), patches=red_green)
    yield Row("cmyk-jpeg-without-adobe", lambda: without_adobe(jpeg(cmyk)), patches=red_green)
    yield Row("ycck-jpeg", ycck, patches=red_green, tolerance=16)
    yield Row("cmyk-tiff", lambda: encoded(cmyk, "TIFF"), patches=red_green)
    yield Row(
        "lab-tiff",
        lambda: encoded(split("LAB", (0, 128, 128), (255, 128, 128)), "TIFF"),
        patches=halves(BLACK, WHITE),
    )
    yield Row(
        "grey-jpeg", lambda: jpeg(split("L", 60, 200)), patches=halves((60,) * 3, (200,) * 3)
    )
    yield Row("png-16-bit-grey", lambda: deep_png(0, 32_896), patches=((128,) * 3,) * 4)
    yield Row(
        "png-16-bit-rgb",
        lambda: deep_png(2, 51_400, 10_280, 2_570),
        patches=((200, 40, 10),) * 4,
    )
    yield Row(
        "png-16-bit-grey-alpha", lambda: deep_png(4, 0, 32_896), patches=((127,) * 3,) * 4
    )
    yield Row(
        "png-16-bit-rgba",
        lambda: deep_png(6, 51_400, 10_280, 2_570, 65_535),
        patches=((200, 40, 10),) * 4,
    )
    for mode in ("I;16", "I;16B", "I"):
        yield Row(
            f"tiff-{mode.replace(';', '-').lower()}",
            lambda m=mode: encoded(split(m, 8_224, 49_344), "TIFF"),  # type: ignore[misc]
            patches=greys,
        )
    yield Row(
        "tiff-float",
        lambda: encoded(split("F", 0.25, 1.0), "TIFF"),
        patches=halves((64,) * 3, WHITE),
    )
    yield Row(
        "tiff-float-of-no-numbers",
        lambda: encoded(split("F", float("nan"), 1.0), "TIFF"),
        UNREADABLE,
    )
    yield Row(
        "tiff-of-fax",
        lambda: encoded(split("1", 0, 1), "TIFF", compression="group4"),
        patches=halves(BLACK, WHITE),
    )
    yield Row(
        "tiff-jpeg-inside",
        lambda: encoded(scene(320, 200), "TIFF", compression="jpeg"),
        patches=UPRIGHT,
        tolerance=16,
    )
    yield Row(
        "palette-with-a-hole", lambda: encoded(palette, "PNG", transparency=0), patches=on_white
    )
    for form in ("PNG", "WEBP", "TIFF", "AVIF", "GIF", "HEIF"):
        yield Row(
            f"alpha-{form.lower()}",
            lambda f=form: encoded(clear, f, **FORMS.get(f, {})),  # type: ignore[misc]
            patches=on_white,
        )
    yield Row(
        "half-transparent",
        lambda: encoded(Image.new("RGBA", (320, 200), (0, 0, 0, 128)), "PNG"),
        patches=((127,) * 3,) * 4,
    )
    yield Row(
        "grey-with-alpha",
        lambda: encoded(split("LA", (0, 0), (90, 255)), "PNG"),
        patches=halves(WHITE, (90,) * 3),
    )
    yield Row("one-bit", lambda: encoded(split("1", 0, 1), "PNG"), patches=halves(BLACK, WHITE))
    for mode in ("RGB", "RGBA", "P", "L", "1"):
        yield Row(
            f"bmp-{mode.lower()}",
            lambda m=mode: encoded(split("L", 0, 255).convert(m), "BMP"),  # type: ignore[misc]
            patches=halves(BLACK, WHITE),
        )
    yield Row("bmp-run-lengths", rle_bmp, patches=halves(RED, GREEN))
    yield Row("bmp-16-bit-top-down", bmp_565, patches=((206, 40, 41),) * 4)
    yield Row("gif-moving", lambda: moving(3), patches=halves(RED, GREEN))
    yield Row("mpo", mpo, patches=UPRIGHT, told=True)
    yield Row(
        "jpeg-progressive", lambda: jpeg(scene(320, 200), progressive=True), patches=UPRIGHT
    )
    yield Row(
        "jpeg-with-restarts",
        lambda: jpeg(scene(320, 200), restart_marker_rows=1),
        patches=UPRIGHT,
    )
    yield Row("jpeg-of-rgb", lambda: jpeg(scene(320, 200), keep_rgb=True), patches=UPRIGHT)
    yield Row("jpeg-12-bit", lambda: with_frame(b"\xff\xc1", 12), UNREADABLE)
    yield Row("jpeg-lossless", lambda: with_frame(b"\xff\xc3", 8), UNREADABLE)
    yield Row("jpeg-arithmetic", lambda: with_frame(b"\xff\xc9", 8), EITHER)


def with_frame(marker: bytes, bits: int) -> bytes:
    """A JPEG that says it is of another process."""
    content = jpeg(scene(320, 200))
    at = content.index(b"\xff\xc0")
    return content[:at] + marker + content[at + 2 : at + 4] + bytes([bits]) + content[at + 5 :]


# --- bombs ------------------------------------------------------------------------------------


def png_declaring(width: int, height: int, *more: tuple[bytes, bytes]) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return png((b"IHDR", head), *more, (b"IDAT", zlib.compress(b"\0" * 9999)), (b"IEND", b""))


def packed(size: int) -> bytes:
    """So many zeros, hardly any bytes."""
    machine, block = zlib.compressobj(9), b"\0" * 1_000_000
    parts = [machine.compress(block) for _ in range(size // len(block))]
    return b"".join(parts) + machine.flush()


def scan_bomb(scans: int) -> bytes:
    """The last scan of a progressive JPEG over and over: each is a pass over all of it."""
    content = jpeg(scene(1600, 1200), progressive=True)
    at = content.rindex(b"\xff\xda")
    return content[:at] + content[at:-2] * scans + b"\xff\xd9"


def tiff(width: int, height: int, data: bytes, compression: int = 8, **more: int) -> bytes:
    """A grey TIFF in one strip, tags as they are wanted."""
    tags = {
        254: (4, more.get("subfile", 0)),
        256: (4, width),
        257: (4, height),
        258: (3, 8),
        259: (3, compression),
        262: (3, 1),
        273: (4, 8),
        277: (3, 1),
        278: (4, height),
        279: (4, len(data)),
    }
    entries = b"".join(entry(tag, kind, 1, value) for tag, (kind, value) in tags.items())
    directory = (
        struct.pack("<H", len(tags)) + entries + struct.pack("<I", more.get("following", 0))
    )
    return b"II*\0" + struct.pack("<I", 8 + len(data)) + data + directory


def tiff_loop() -> bytes:
    """The second directory is the first one."""
    data = zlib.compress(b"\x80" * 64 * 64)
    return tiff(64, 64, data, following=8 + len(data))


def boxed(form: str, width: int, height: int) -> bytes:
    """An AVIF or HEIC whose header lies about its size."""
    content = encoded(scene(320, 200), form)
    at = content.index(b"ispe") + 8
    return content[:at] + struct.pack(">II", width, height) + content[at + 8 :]


def avif_declaring(width: int, height: int) -> bytes:
    return boxed("AVIF", width, height)


def gif_declaring(width: int, height: int) -> bytes:
    content = encoded(scene(8, 8), "GIF")
    return content[:6] + struct.pack("<HH", width, height) + content[10:]


def webp_declaring(width: int, height: int) -> bytes:
    """An extended header that claims a canvas of so many pixels (24 bits each side)."""
    inner = encoded(scene(320, 200), "WEBP")[12:]
    sides = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0" * 4 + sides + inner
    return b"RIFF" + struct.pack("<I", len(body)) + body


def text_bomb(name: bytes) -> bytes:
    before = b"bomb\0\0"
    return png_declaring(64, 64, (name, before + packed(100_000_000)))


def thin(width: int, height: int) -> bytes:
    return jpeg(Image.new("RGB", (width, height), RED))


def large(width: int, height: int) -> bytes:
    """An honest picture of many pixels: top half dark, bottom half light."""
    image = Image.new("L", (width, height), 60)
    image.paste(200, (0, height // 2, width, height))
    return jpeg(image, quality=30)


def grainy(width: int, height: int, **options: Any) -> bytes:
    """As a camera's: grain everywhere."""
    tile = Image.effect_noise((512, 512), 30)
    grey = Image.new("L", (width, height))
    for y in range(0, height, 512):
        for x in range(0, width, 512):
            grey.paste(tile, (x, y))
    ramp = Image.linear_gradient("L").resize((width, height))
    return jpeg(Image.merge("RGB", (grey, ramp, grey)), **{"quality": 90, **options})


def bombs() -> Iterator[Row]:
    dark = ((60,) * 3, (60,) * 3, (200,) * 3, (200,) * 3)
    yield Row(
        "jpeg-header-lies",
        lambda: camera.declaring(jpeg(scene(320, 200)), 16_000, 12_000),
        UNREADABLE,
    )
    yield Row(
        "jpeg-300-megapixels", lambda: camera.declaring(jpeg(), 20_000, 15_000), TOO_LARGE
    )
    yield Row("jpeg-65500-square", lambda: camera.declaring(jpeg(), 65_500, 65_500), TOO_LARGE)
    yield Row("jpeg-of-no-height", lambda: camera.declaring(jpeg(), 640, 0), UNREADABLE)
    yield Row("jpeg-179-megapixels", lambda: large(13_380, 13_380), patches=dark, megabytes=400)
    yield Row(
        "jpeg-of-a-phone-200-megapixels",
        lambda: large(16_320, 12_240),
        patches=dark,
        megabytes=400,
    )
    yield Row("jpeg-50-megapixels", lambda: grainy(8_192, 6_144, subsampling=2), megabytes=400)
    yield Row(
        "jpeg-50-megapixels-progressive",
        lambda: grainy(8_192, 6_144, subsampling=2, progressive=True, quality=50),
        megabytes=400,
    )
    yield Row("jpeg-progressive-110-megapixels", progressive_too_large, TOO_LARGE)
    yield Row("jpeg-5000-scans", lambda: scan_bomb(5_000), "photo-too-slow", megabytes=400)
    yield Row("png-900-megapixels", lambda: png_declaring(30_000, 30_000), TOO_LARGE)
    yield Row("png-header-lies", lambda: png_declaring(7_000, 7_000), UNREADABLE)
    yield Row("png-of-no-width", lambda: png_declaring(0, 100), UNREADABLE)
    yield Row("png-largest-sides", lambda: png_declaring(2**31 - 1, 2**31 - 1), TOO_LARGE)
    yield Row("png-text-bomb", lambda: text_bomb(b"zTXt"), UNREADABLE)
    yield Row("png-profile-bomb", lambda: text_bomb(b"iCCP"), UNREADABLE)
    yield Row(
        "png-of-49-megapixels-with-alpha",
        lambda: encoded(
            Image.new("RGBA", (7_000, 7_000), (0, 0, 0, 0)), "PNG", compress_level=1
        ),
        patches=(WHITE,) * 4,
    )
    yield Row(
        "png-of-49-megapixels-16-bit",
        lambda: encoded(Image.new("I;16", (7_000, 7_000), 32_896), "PNG", compress_level=1),
        patches=((128,) * 3,) * 4,
    )
    yield Row("gif-600-frames", lambda: moving(600), patches=halves(RED, GREEN))
    yield Row("gif-60000-square", lambda: gif_declaring(60_000, 60_000), TOO_LARGE)
    yield Row("webp-16383-square", lambda: webp_declaring(16_383, 16_383), TOO_LARGE)
    yield Row(
        "webp-of-42-megapixels",
        lambda: encoded(Image.new("RGB", (7_000, 6_000), RED), "WEBP", method=0),
        TOO_LARGE,
    )
    yield Row(
        "webp-of-39-megapixels",
        lambda: encoded(Image.new("RGB", (6_500, 6_000), RED), "WEBP", method=0),
        patches=(RED,) * 4,
    )
    yield Row("avif-60000-square", lambda: avif_declaring(60_000, 60_000), UNREADABLE)
    yield Row("avif-header-lies", lambda: avif_declaring(7_000, 7_000), EITHER)
    yield Row("heic-60000-square", lambda: boxed("HEIF", 60_000, 60_000), TOO_LARGE)
    yield Row("heic-header-lies", lambda: boxed("HEIF", 7_000, 7_000), UNREADABLE)
    yield Row("tiff-60000-square", lambda: tiff(60_000, 60_000, packed(1_000_000)), TOO_LARGE)
    yield Row(
        "tiff-header-lies", lambda: tiff(7_000, 7_000, zlib.compress(b"\0" * 9999)), UNREADABLE
    )
    yield Row(
        "tiff-strip-bomb", lambda: tiff(100, 100, packed(200_000_000)), patches=(BLACK,) * 4
    )
    yield Row("tiff-of-directories-in-a-loop", tiff_loop, patches=((128,) * 3,) * 4)
    yield Row("bmp-60000-square", lambda: bmp_565(60_000, 60_000), TOO_LARGE)
    yield Row("bmp-upside-down-without-end", lambda: bmp_565(320, -(2**31)), TOO_LARGE)
    yield Row("one-pixel-wide", lambda: thin(1, 20_000), patches=(RED,) * 4)
    yield Row("one-pixel-high", lambda: thin(20_000, 1), patches=(RED,) * 4)
    yield Row("one-pixel", lambda: thin(1, 1), patches=(RED,) * 4)
    yield Row("as-long-as-jpeg-allows", lambda: thin(65_500, 1), TOO_LARGE)


def progressive_too_large() -> bytes:
    content = jpeg(scene(320, 200), progressive=True)
    at = content.index(b"\xff\xc2") + 5
    return content[:at] + struct.pack(">HH", 10_000, 11_000) + content[at + 4 :]


# --- damaged ----------------------------------------------------------------------------------

NOISE = Image.effect_noise((320, 200), 60).convert("RGB")
EVERY = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF", "HEIF")
WHOLE_WITHOUT_ITS_LAST_BYTE = ("PNG", "GIF")
"""What is missing is no pixel."""


def damages() -> Iterator[Row]:
    for form in EVERY:
        low = form.lower()
        last = "" if form in WHOLE_WITHOUT_ITS_LAST_BYTE else UNREADABLE
        yield Row(f"{low}-half", lambda f=form: half(encoded(NOISE, f)), UNREADABLE)  # type: ignore[misc]
        yield Row(f"{low}-without-its-last-byte", lambda f=form: encoded(NOISE, f)[:-1], last)  # type: ignore[misc]
        yield Row(
            f"{low}-only-its-beginning", lambda f=form: encoded(NOISE, f)[:40], UNREADABLE
        )  # type: ignore[misc]
        yield Row(f"{low}-with-a-tail-of-zeros", lambda f=form: encoded(NOISE, f) + b"\0" * 999)  # type: ignore[misc]
        for seed in range(4):
            yield Row(
                f"{low}-rotten-{seed}",
                lambda f=form, s=seed: rotten(encoded(NOISE, f), s),  # type: ignore[misc]
                EITHER,
            )
    for form in ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"):
        yield Row(
            f"{form.lower()}-half-of-it-zeros",
            lambda f=form: zeroed(encoded(NOISE, f)),
            UNREADABLE,
        )  # type: ignore[misc]
    yield Row("jpeg-without-its-end", lambda: jpeg(NOISE)[:-2], UNREADABLE)
    yield Row(
        "jpeg-of-headers-only",
        lambda: jpeg(NOISE)[: jpeg(NOISE).index(b"\xff\xda")] + b"\xff\xd9",
        UNREADABLE,
    )


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def zeroed(content: bytes) -> bytes:
    return half(content).ljust(len(content), b"\0")


def rotten(content: bytes, seed: int) -> bytes:
    """A few bits flipped: the first rows of seeds near the beginning, the others anywhere."""
    chance, found = random.Random(f"{seed} {len(content)}"), bytearray(content)
    reach = 300 if seed % 2 else len(found)
    for _ in range(12):
        found[chance.randrange(4, min(reach, len(found)))] ^= 1 << chance.randrange(8)
    return bytes(found)


# --- something else ---------------------------------------------------------------------------


def zipped() -> bytes:
    name = b"word/document.xml"
    head = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0)
    return head + name + WHOLE


def impostors() -> Iterator[Row]:
    for name, content, code in (
        ("pdf", b"%PDF-1.7\n" + WHOLE, "photo-document"),
        ("docx", zipped(), "photo-document"),
        ("old-word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "photo-document"),
        ("mov", b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + b"\0" * 600, "photo-film"),
        ("avi", b"RIFF\0\0\0\0AVI LIST", "photo-film"),
        ("dicom", b"\0" * 128 + b"DICM" + WHOLE, "photo-dicom"),
        ("eps", b"%!PS-Adobe-3.0 EPSF-3.0\n(r) file\n", "photo-format"),
        ("svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "photo-format"),
        ("html", b"<!DOCTYPE html><title>404</title>", "photo-text"),
        ("php", b"<?php system($_GET[0]); ?>", "photo-text"),
        ("text", "Ảnh ở đây".encode(), "photo-text"),
        ("psd", b"8BPS\0\1" + b"\0" * 600, "photo-format"),
        ("jpeg-xl", b"\xff\x0a" + b"\0" * 600, "photo-format"),
        ("jpeg-2000", b"\0\0\0\x0cjP  \r\n\x87\n" + b"\0" * 600, "photo-format"),
        ("icon", b"\0\0\1\0\1\0" + b"\0" * 600, "photo-format"),
        ("canon-raw", b"II*\0\x10\0\0\0CR\2\0" + b"\0" * 600, "photo-raw"),
        ("newer-canon-raw", b"\0\0\0\x18ftypcrx " + b"\0" * 600, "photo-raw"),
        ("fuji-raw", b"FUJIFILMCCD-RAW " + b"\0" * 600, "photo-raw"),
        ("raw-as-tiff", tiff(64, 64, zlib.compress(b"\x80" * 4096), subfile=1), "photo-raw"),
        ("program", b"MZ\x90\0" + bytes(range(256)) * 9, UNREADABLE),
        ("elf", b"\x7fELF\2\1\1" + bytes(range(256)) * 9, UNREADABLE),
        ("gzip", b"\x1f\x8b\x08" + bytes(range(256)) * 9, UNREADABLE),
        ("pickle", b"\x80\x04\x95" + bytes(range(256)) * 9, UNREADABLE),
        ("zeros", b"\0" * 5000, UNREADABLE),
        ("heic-that-is-none", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 600, UNREADABLE),
        ("three-bytes", b"\xff\xd8\xff", UNREADABLE),
    ):
        yield Row(name, lambda c=content: c, code)  # type: ignore[misc]
    # what is a picture and something else besides: the picture is shown, the rest is not
    yield Row(
        "heic-as-jpg",
        lambda: encoded(scene(320, 200), "HEIF", quality=90),
        patches=UPRIGHT,
        tolerance=16,
    )
    yield Row("avif-of-brand-mif1", avif_of_another_brand, patches=UPRIGHT, tolerance=16)
    yield Row(
        "jpeg-and-zip", lambda: jpeg(scene(320, 200)) + zipped(), patches=UPRIGHT, told=True
    )
    yield Row(
        "jpeg-and-html",
        lambda: with_segments(jpeg(scene(320, 200)), segment(0xFE, b"<script>" + WHOLE)),
        patches=UPRIGHT,
        told=True,
    )
    yield Row(
        "gif-and-script", lambda: encoded(scene(320, 200), "GIF") + b"*/;" + WHOLE, told=True
    )
    yield Row(
        "png-and-jpeg",
        lambda: encoded(scene(320, 200), "PNG") + jpeg(comment=WHOLE),
        patches=UPRIGHT,
        told=True,
    )


def avif_of_another_brand() -> bytes:
    content = encoded(scene(320, 200), "AVIF", quality=90, speed=9)
    assert content[8:12] == b"avif" and b"mif1" in content[12:32] and b"avif" in content[16:32]
    return content[:8] + b"mif1" + content[12:]


# --- what nobody may read ---------------------------------------------------------------------


def talkative() -> bytes:
    """EXIF with texts, a place, a maker's note and a thumbnail that has texts of its own."""
    exif = Image.Exif()
    for tag in (0x010E, 0x013B, 0x8298):
        exif[tag] = CANARY
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 18.0, 30.5), 29: CANARY})
    exif.get_ifd(0x8769).update({0x927C: WHOLE, 0xA431: CANARY})
    exif[0xC4A5] = jpeg(scene(160, 100), comment=WHOLE)
    return exif.tobytes()


def with_text(*, packed_text: bool = False, international: bool = False) -> bytes:
    text = PngImagePlugin.PngInfo()
    if international:
        text.add_itxt("XML:com.adobe.xmp", f"<x>{CANARY}</x>", zip=packed_text)
    else:
        text.add_text("Author", CANARY, zip=packed_text)
    return encoded(scene(320, 200), "PNG", pnginfo=text)


def jpeg_with(marker: int, payload: bytes) -> bytes:
    return with_segments(jpeg(scene(320, 200)), segment(marker, payload))


def canaries() -> Iterator[Row]:
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + WHOLE + b"</x:xmpmeta>"
    more_xmp = (
        b"http://ns.adobe.com/xmp/extension/\0" + b"A" * 32 + struct.pack(">II", 13, 0) + WHOLE
    )
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0d" + WHOLE + b"\0"
    named = camera.profile_named(CANARY)
    utf16 = b"UNICODE\0" + CANARY.encode("utf-16-le")
    for name, make in {
        "exif": lambda: with_segments(jpeg(scene(320, 200)), segment(0xE1, talkative())),
        "xmp": lambda: jpeg_with(0xE1, xmp),
        "extended-xmp": lambda: jpeg_with(0xE1, more_xmp),
        "iptc": lambda: jpeg_with(0xED, iptc),
        "comment": lambda: jpeg_with(0xFE, WHOLE),
        "comment-utf-16": lambda: jpeg_with(0xFE, utf16),
        "app-segment": lambda: jpeg_with(0xEA, WHOLE),
        "profile-description": lambda: jpeg(scene(320, 200), icc_profile=named),
        "behind-the-end": lambda: jpeg(scene(320, 200)) + WHOLE,
        "second-picture-behind-the-end": lambda: jpeg(scene(320, 200)) + jpeg(comment=WHOLE),
        "png-text": with_text,
        "png-packed-text": lambda: with_text(packed_text=True),
        "png-international-text": lambda: with_text(international=True),
        "png-packed-international-text": lambda: with_text(
            packed_text=True, international=True
        ),
        "png-exif": lambda: encoded(scene(320, 200), "PNG", exif=talkative()),
        "png-profile": lambda: encoded(scene(320, 200), "PNG", icc_profile=named),
        "webp-all": lambda: encoded(
            scene(320, 200),
            "WEBP",
            lossless=True,
            exif=talkative(),
            xmp=WHOLE,
            icc_profile=named,
        ),
        "avif-all": lambda: encoded(
            scene(320, 200),
            "AVIF",
            quality=90,
            speed=9,
            exif=talkative(),
            xmp=WHOLE,
            icc_profile=named,
        ),
        "heic-all": lambda: encoded(
            scene(320, 200), "HEIF", quality=90, exif=talkative(), xmp=WHOLE
        ),
        "tiff-tags": lambda: encoded(
            scene(320, 200), "TIFF", description=CANARY, artist=CANARY
        ),
        "tiff-second-page": lambda: encoded(
            scene(320, 200),
            "TIFF",
            save_all=True,
            append_images=[Image.frombytes("L", (13, 1), WHOLE)],
        ),
        "gif-comment": lambda: encoded(scene(320, 200), "GIF", comment=WHOLE),
        "bmp-tail": lambda: encoded(scene(320, 200), "BMP") + WHOLE,
    }.items():
        yield Row(f"canary-{name}", make, patches=UPRIGHT, tolerance=16, told=True)


ROWS = [*orientations(), *colours(), *bombs(), *damages(), *impostors(), *canaries()]
