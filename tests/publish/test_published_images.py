"""What goes out as a picture is pixels and nothing else: a canary wherever one can hide."""

from __future__ import annotations

import ast
import contextlib
import gzip
import io
import random
import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from containers import (
    AVIF,
    CANARY,
    CANVAS,
    IDAT,
    INTERLACED,
    JPEG,
    PNG,
    PROGRESSIVE,
    SRGB,
    UNITS,
    VP8,
    WEBP,
    XMP,
    after_start,
    before_end,
    box,
    chunk,
    exif,
    extended,
    in_avif,
    in_data,
    in_png,
    longer,
    photo,
    piece,
    riff,
    saved,
    see_through,
    segment,
    unit,
    with_text,
)
from PIL import Image

from bantin import limits, locale
from bantin.publish import gate, images
from bantin.publish.containers.reading import LISTED, Bounds

PACKAGE = Path(images.__file__).parents[1]
SITE = "https://tin.example.org/"
TAG, MORE, LARGE, KIND, DAMAGED = (
    f"gate-image-{name}" for name in ("tag", "more", "large", "kind", "damaged")
)


def told(name: str, content: bytes) -> set[tuple[str, str]]:
    """Code of each finding, and what it quotes."""
    return {(code, found) for code, _, found in images.findings(name, content)}


CLEAN = {
    **{
        f"jpeg-{name}.jpg": saved("JPEG", **options)
        for name, options in {
            "baseline": {"quality": 80},
            "optimized": {"optimize": True},
            "progressive": {"progressive": True, "optimize": True, "subsampling": "4:2:0"},
            "best": {"quality": 100, "subsampling": "4:4:4"},
            "grey": {"picture": photo(mode="L")},
            "restarts": {"restart_marker_blocks": 2},
            "progressive-restarts": {"restart_marker_rows": 1, "progressive": True},
            "one-pixel": {"picture": photo(1, 1)},
            "as-wide-as-may-be": {"picture": photo(limits.PUBLISHED_WIDTH, 10)},
            "as-high-as-may-be": {"picture": photo(8, 16_383)},
        }.items()
    },
    "jpeg-without-app0.jpeg": JPEG[:2] + JPEG[20:],
    **{f"webp-{method}.webp": saved("WEBP", quality=78, method=method) for method in range(7)},
    "webp-lossless.webp": saved("WEBP", lossless=True),
    "webp-alpha.webp": saved("WEBP", see_through()),
    "webp-alpha-lossless.webp": saved("WEBP", see_through(), lossless=True),
    "webp-odd.webp": saved("WEBP", photo(33, 7)),
    "webp-one-pixel.webp": saved("WEBP", photo(1, 1)),
    **{
        f"avif-{speed}-{quality}-{subsampling}.avif": saved(
            "AVIF", speed=speed, quality=quality, subsampling=subsampling
        )
        for speed in (6, 8, 9, 10)
        for quality, subsampling in ((30, "4:2:0"), (55, "4:2:0"), (100, "4:4:4"))
    },
    "avif-grey.avif": saved("AVIF", photo(mode="L")),
    "avif-limited.avif": saved("AVIF", range="limited", max_threads=1),
    "avif-tiles.avif": saved("AVIF", photo(1600, 1200), speed=10, tile_rows=2, tile_cols=2),
    "avif-one-pixel.avif": saved("AVIF", photo(1, 1)),
    **{
        f"png-{mode}-{optimize}.PNG": saved("PNG", photo(mode=mode), optimize=optimize)
        for mode in ("RGB", "RGBA", "L", "LA", "P", "1")
        for optimize in (False, True)
    },
    "png-alpha.png": saved("PNG", see_through()),
    "png-palette-alpha.png": saved("PNG", photo(mode="P"), transparency=7),
    "png-colour-alpha.png": saved("PNG", transparency=(1, 2, 3)),
    "png-interlaced.png": INTERLACED,
    "png-four-colours.png": saved("PNG", photo().quantize(4), bits=2),
}

STOPPED = {
    "exif": ("a.jpg", saved("JPEG", exif=exif()), TAG, "APP1 Exif"),
    "xmp": ("a.jpg", saved("JPEG", xmp=XMP), TAG, "APP1 http://ns.adobe.com/"),
    "xmp-extended": (
        "a.jpg",
        after_start(segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + CANARY)),
        TAG,
        "APP1 http://ns.adobe.com/",
    ),
    "iptc": (
        "a.jpg",
        after_start(segment(0xED, b"Photoshop 3.0\x008BIM" + CANARY)),
        TAG,
        "APP13 Photoshop 3.0",
    ),
    "profile": ("a.jpg", saved("JPEG", icc_profile=SRGB), TAG, "APP2 ICC_PROFILE"),
    "comment": ("a.jpg", saved("JPEG", comment=CANARY), TAG, "COM"),
    "comment-at-the-end": ("a.jpg", before_end(segment(0xFE, CANARY)), TAG, "COM"),
    "comment-between-scans": (
        "a.jpg",
        PROGRESSIVE.replace(b"\xff\xc4", segment(0xFE, CANARY) + b"\xff\xc4", 5),
        TAG,
        "COM",
    ),
    "adobe": ("a.jpg", saved("JPEG", photo(mode="CMYK")), TAG, "APP14 Adobe"),
    "resolution": ("a.jpg", saved("JPEG", dpi=(300, 300)), TAG, "APP0 JFIF"),
    "second-app0": ("a.jpg", after_start(JPEG[2:20]), TAG, "APP0 JFIF"),
    "thumbnail-in-app0": (
        "a.jpg",
        after_start(segment(0xE0, JPEG[6:18] + b"\1\1\1\2\3"), JPEG[:2] + JPEG[20:]),
        TAG,
        "APP0 JFIF",
    ),
    "thumbnail-jfxx": (
        "a.jpg",
        JPEG[:20] + segment(0xE0, b"JFXX\0\x10" + saved("JPEG", photo(16, 12))) + JPEG[20:],
        TAG,
        "APP0 JFXX",
    ),
    "second-picture-mpf": (
        "a.jpg",
        saved("MPO", save_all=True, append_images=[photo()]),
        MORE,
        f"+ {len(JPEG)} bytes",
    ),
    **{
        f"app{number}": (
            "a.jpg",
            after_start(segment(0xE0 + number, b"x\0" + CANARY)),
            TAG,
            f"APP{number} x",
        )
        for number in range(16)
    },
    "reserved-segment": ("a.jpg", after_start(segment(0xF0, CANARY)), TAG, "F0"),
    "table-too-long": ("a.jpg", after_start(segment(0xDB, b"\0" * 65 + CANARY)), TAG, "DQT"),
    "table-twice": ("a.jpg", after_start(segment(0xDB, b"\1" + CANARY + b"." * 9)), TAG, "DQT"),
    "code-too-long": (
        "a.jpg",
        after_start(segment(0xC4, bytes(17) + b"\1" + CANARY)),
        TAG,
        "DHT",
    ),
    "codes-again-and-again": (
        "a.jpg",
        after_start(segment(0xC4, b"\2\x0a" + bytes(15) + CANARY[:10]) * 2),
        TAG,
        "DHT",
    ),
    "restarts-too-long": ("a.jpg", after_start(segment(0xDD, b"\0\0" + CANARY)), TAG, "DRI"),
    "frame-too-long": (
        "a.jpg",
        re.sub(
            rb"(?s)\xff\xc0\0\x11(.{15})",
            lambda frame: segment(0xC0, frame[1] + CANARY),
            JPEG,
            count=1,
        ),
        TAG,
        "SOF",
    ),
    "picture-inside": ("a.jpg", after_start(JPEG[:-2]), MORE, "JPEG"),
    "picture-behind": ("a.jpg", JPEG + JPEG, MORE, f"+ {len(JPEG)} bytes"),
    "behind-the-end": ("a.jpg", JPEG + CANARY, MORE, f"+ {len(CANARY)} bytes"),
    "one-byte-behind": ("a.jpg", JPEG + b"\0", MORE, "+ 1 bytes"),
    "scans-without-end": (
        "a.jpg",
        before_end(segment(0xDA, b"\1\1\0\0\x3f\0") * 70),
        TAG,
        "SOS",
    ),
    "no-end": ("a.jpg", JPEG[:-2], DAMAGED, "JPEG"),
    "bytes-between": ("a.jpg", JPEG[:20] + CANARY + JPEG[20:], DAMAGED, "JPEG"),
    "fill-bytes": ("a.jpg", after_start(b"\xff" * 9), DAMAGED, "JPEG"),
    "restarts-unannounced": ("a.jpg", before_end(b"\xff\xd0\xff\xd1"), DAMAGED, "JPEG"),
    "no-scan": ("a.jpg", b"\xff\xd8\xff\xd9", DAMAGED, "JPEG"),
    "segment-past-the-end": ("a.jpg", after_start(b"\xff\xfe\xff\xff"), DAMAGED, "JPEG"),
    "segment-of-no-length": ("a.jpg", after_start(b"\xff\xfe\0\0"), DAMAGED, "JPEG"),
    "lossless-jpeg": ("a.jpg", JPEG.replace(b"\xff\xc0", b"\xff\xc3"), TAG, "C3"),
    "webp-exif": ("a.webp", saved("WEBP", exif=exif()), TAG, "EXIF"),
    "webp-xmp": ("a.webp", saved("WEBP", xmp=XMP), TAG, "XMP"),
    "webp-profile": ("a.webp", saved("WEBP", icc_profile=SRGB), TAG, "ICCP"),
    "webp-exif-unannounced": ("a.webp", riff(VP8, piece(b"EXIF", CANARY)), TAG, "EXIF"),
    "webp-unknown": ("a.webp", riff(VP8, piece(b"abcd", CANARY)), TAG, "abcd"),
    "webp-unknown-first": ("a.webp", riff(piece(b"JUNK", CANARY), VP8), TAG, "JUNK"),
    "webp-moving": (
        "a.webp",
        saved("WEBP", save_all=True, append_images=[photo().rotate(90)]),
        MORE,
        "ANMF",
    ),
    "webp-two": ("a.webp", riff(VP8, VP8), MORE, "VP8"),
    "webp-two-kinds": (
        "a.webp",
        riff(VP8, saved("WEBP", lossless=True)[12:]),
        MORE,
        "120 x 90 px",
    ),
    "webp-behind": ("a.webp", WEBP + CANARY, MORE, f"+ {len(CANARY)} bytes"),
    "webp-flags": ("a.webp", extended(0x08, VP8), TAG, "VP8X"),
    "webp-reserved": (
        "a.webp",
        riff(piece(b"VP8X", b"\0ABC" + CANVAS), VP8),
        TAG,
        "VP8X",
    ),
    "webp-canvas-too-long": (
        "a.webp",
        riff(piece(b"VP8X", b"\0\0\0\0" + CANVAS + CANARY), VP8),
        TAG,
        "VP8X",
    ),
    "webp-padding": (
        "a.webp",
        riff(piece(b"VP8L", saved("WEBP", lossless=True)[20:-1])[:-1] + b"A"),
        TAG,
        "+ 1 byte",
    ),
    "webp-canvas-of-another": (
        "a.webp",
        riff(piece(b"VP8X", bytes(4) + b"\1\0\0\1\0\0"), VP8),
        DAMAGED,
        "WEBP",
    ),
    "webp-alpha-reserved": (
        "a.webp",
        extended(0x10, piece(b"ALPH", b"\xc0"), VP8),
        TAG,
        "ALPH",
    ),
    "webp-scaled": ("a.webp", riff(VP8[:15] + bytes([VP8[15] | 0x40]) + VP8[16:]), TAG, "VP8"),
    "webp-cut": ("a.webp", WEBP[:-9], DAMAGED, "WEBP"),
    "webp-empty": ("a.webp", riff(), DAMAGED, "WEBP"),
    "webp-alpha-alone": ("a.webp", extended(0x10, piece(b"ALPH", b"\0")), DAMAGED, "WEBP"),
    "avif-exif": ("a.avif", saved("AVIF", exif=exif()), TAG, "Exif"),
    "avif-xmp": ("a.avif", saved("AVIF", xmp=XMP), TAG, "mime"),
    "avif-profile": ("a.avif", saved("AVIF", icc_profile=SRGB), TAG, "colr"),
    "avif-turned": (
        "a.avif",
        saved("AVIF", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"),
        TAG,
        "irot",
    ),
    **{
        f"avif-{name.decode()}-behind-{place.decode()}": (
            "a.avif",
            in_avif(place, box(name, CANARY)),
            TAG,
            name.decode(),
        )
        for name in (b"free", b"skip", b"uuid", b"udta", b"idat", b"iref")
        for place in (b"ftyp", b"meta", b"hdlr", b"iinf", b"colr", b"ipma", b"mdat")
    },
    "avif-data-twice": ("a.avif", in_avif(b"meta", box(b"mdat", CANARY)), MORE, "mdat"),
    "avif-meta-twice": ("a.avif", in_avif(b"mdat", box(b"meta", bytes(4))), MORE, "meta"),
    "avif-named": ("a.avif", longer(b"hdlr", CANARY + b"\0"), TAG, "hdlr"),
    "avif-settings-too-long": ("a.avif", longer(b"av1C", CANARY), TAG, "av1C"),
    "avif-item-named": (
        "a.avif",
        AVIF.replace(b"Color", b"Nam A"),
        MORE,
        "iinf",
    ),
    "avif-behind": ("a.avif", AVIF + CANARY, MORE, f"+ {len(CANARY)} bytes"),
    "avif-zeros-behind": ("a.avif", AVIF + bytes(20), MORE, "+ 20 bytes"),
    "avif-one-byte-behind": ("a.avif", AVIF + b"A", MORE, "+ 1 bytes"),
    "avif-gap-behind": ("a.avif", in_data(CANARY, -1, told=False), MORE, "mdat"),
    "avif-two": ("a.avif", saved("AVIF", see_through()), MORE, "iinf"),
    "avif-moving": (
        "a.avif",
        saved("AVIF", save_all=True, append_images=[photo().rotate(90)]),
        MORE,
        "moov",
    ),
    "avif-metadata-unit": (
        "a.avif",
        in_data(unit(5, b"\4\xb5" + CANARY), UNITS["sequence"]),
        TAG,
        "AV1 5",
    ),
    "avif-padding-unit": ("a.avif", in_data(unit(15, CANARY), -1), TAG, "AV1 15"),
    "avif-reserved-unit": ("a.avif", in_data(unit(9, CANARY), 0), TAG, "AV1 9"),
    "avif-delimiter-with-text": ("a.avif", in_data(unit(2, CANARY), 0), TAG, "AV1 2"),
    "avif-sequence-too-long": ("a.avif", in_data(unit(1, CANARY), 0), TAG, "AV1 1"),
    "avif-second-frame": (
        "a.avif",
        in_data(AVIF[AVIF.index(b"mdat") + 4 + UNITS["sequence"] :], -1),
        MORE,
        "AV1",
    ),
    "avif-reserved-bit": ("a.avif", AVIF.replace(b"mdat\x12", b"mdat\x13"), DAMAGED, "AVIF"),
    "avif-text-for-units": ("a.avif", in_data(CANARY, UNITS["sequence"]), DAMAGED, "AVIF"),
    "avif-size-of-another": (
        "a.avif",
        AVIF.replace(struct.pack(">II", 120, 90), struct.pack(">II", 60, 45)),
        DAMAGED,
        "AVIF",
    ),
    "avif-cut": ("a.avif", AVIF[:-9], DAMAGED, "AVIF"),
    **{
        f"png-{name.decode()}-{where}": (
            "a.png",
            in_png(chunk(name, data), at),
            TAG,
            name.decode(),
        )
        for name, data in {
            b"tEXt": b"Comment\0" + CANARY,
            b"zTXt": b"Comment\0\0" + zlib.compress(CANARY),
            b"iTXt": b"XML:com.adobe.xmp\0\0\0\0\0" + XMP,
            b"eXIf": exif().tobytes(),
            b"iCCP": b"sRGB\0\0" + zlib.compress(SRGB),
            b"tIME": b"\x07\xea\2\6\7\x1e\0",
            b"pHYs": struct.pack(">IIB", 11811, 11811, 1),
            b"gAMA": struct.pack(">I", 45455),
            b"caBX": CANARY,
            b"abCd": CANARY,
        }.items()
        for where, at in {"first": 33, "last": -12}.items()
    },
    "png-by-pillow": ("a.png", with_text(), TAG, "tEXt"),
    "png-moving": (
        "a.png",
        saved("PNG", save_all=True, append_images=[photo().rotate(90)]),
        MORE,
        "acTL",
    ),
    "png-behind": ("a.png", PNG + CANARY, MORE, f"+ {len(CANARY)} bytes"),
    "png-chunk-behind": (
        "a.png",
        PNG + chunk(b"tEXt", CANARY),
        MORE,
        f"+ {len(CANARY) + 12} bytes",
    ),
    "png-text-in-its-end": ("a.png", PNG[:-12] + chunk(b"IEND", CANARY), TAG, "IEND"),
    "png-palette-for-colours": ("a.png", in_png(chunk(b"PLTE", CANARY[:54])), TAG, "PLTE"),
    "png-transparency-too-long": ("a.png", in_png(chunk(b"tRNS", CANARY)), TAG, "tRNS"),
    "png-second-pixels": ("a.png", in_png(chunk(b"IDAT", IDAT), -12), MORE, "IDAT"),
    "png-pixels-apart": (
        "a.png",
        in_png(chunk(b"tEXt", b"") + chunk(b"IDAT", CANARY), -12),
        MORE,
        "IDAT",
    ),
    "png-second-header": ("a.png", in_png(PNG[8:33]), MORE, "IHDR"),
    "png-checksum": ("a.png", PNG[:-1] + b"\0", DAMAGED, "PNG"),
    "png-cut": ("a.png", PNG[:-12], DAMAGED, "PNG"),
    "png-without-pixels": ("a.png", PNG[:33] + PNG[-12:], DAMAGED, "PNG"),
    "gif": ("a.gif", saved("GIF"), KIND, "GIF"),
    "icon": ("favicon.ico", saved("ICO"), KIND, "ICO"),
    "bitmap": ("a.bmp", saved("BMP"), KIND, "BMP"),
    "tiff": ("a.tif", saved("TIFF"), KIND, "TIFF"),
    "heic": ("a.heic", box(b"ftyp", b"heic\0\0\0\0mif1heic") + CANARY, KIND, "HEIC"),
    "dicom": ("a.dcm", bytes(128) + b"DICM" + CANARY, KIND, "DICOM"),
    "png-as-jpeg": ("a.jpg", PNG, KIND, "PNG"),
    "gif-as-jpeg": ("a.jpg", saved("GIF"), KIND, "GIF"),
    "page-as-jpeg": ("a.jpg", b"<!doctype html><p>", KIND, "text"),
    "nothing-as-jpeg": ("a.jpg", b"", KIND, "text"),
    "jpeg-without-suffix": ("a", JPEG, KIND, "JPEG"),
    "original-as-bin": ("a.bin", saved("JPEG", exif=exif()), KIND, "JPEG"),
    "original-as-bin-tells": ("a.bin", saved("JPEG", exif=exif()), TAG, "APP1 Exif"),
    "jpeg-too-wide": ("a.jpg", saved("JPEG", photo(2001, 4)), LARGE, "2001 x 4 px"),
    "webp-too-wide": ("a.webp", saved("WEBP", photo(2001, 4)), LARGE, "2001 x 4 px"),
    "webp-lossless-too-wide": (
        "a.webp",
        saved("WEBP", photo(2001, 4), lossless=True),
        LARGE,
        "2001 x 4 px",
    ),
    "avif-too-wide": ("a.avif", saved("AVIF", photo(2001, 8)), LARGE, "2001 x 8 px"),
    "png-too-wide": ("a.png", saved("PNG", photo(2001, 4)), LARGE, "2001 x 4 px"),
    "png-too-many-pixels": (
        "a.png",
        saved("PNG", Image.new("1", (1_999, 16_000))),
        LARGE,
        "1999 x 16000 px",
    ),
}


@pytest.mark.parametrize("name", CLEAN)
def test_what_our_encoders_write_goes_out(name):
    assert images.findings(name, CLEAN[name]) == ()


@pytest.mark.parametrize("case", STOPPED)
def test_it_stops(case):
    name, content, code, found = STOPPED[case]
    assert (code, found) in told(name, content)


def test_an_interlaced_picture_is_one():
    Image.open(io.BytesIO(INTERLACED)).load()
    shorter = INTERLACED.replace(*(chunk(b"IDAT", zlib.compress(bytes(n))) for n in (36, 35)))
    assert told("a.png", shorter) == {(DAMAGED, "PNG")}


BROKEN = ("table-too-long", "frame-too-long", "webp-unknown-first", "webp-canvas-too-long")
"""Stopped, and no picture to Pillow, either."""
PICTURES = [
    case
    for case, (_, _, code, _) in STOPPED.items()
    if code not in (DAMAGED, KIND) and case not in BROKEN and not case.endswith("-ipma")
]


@pytest.mark.parametrize("case", PICTURES)
def test_what_is_stopped_is_a_picture_all_the_same(case):
    """What is found is what the file hides, not the clumsiness of the test."""
    assert Image.open(io.BytesIO(STOPPED[case][1])).size[0] > 0


SMALL = {
    "a.jpg": saved("JPEG", photo(24, 16), quality=40),
    "b.jpg": saved("JPEG", photo(24, 16), quality=40, progressive=True, optimize=True),
    "a.webp": saved("WEBP", photo(24, 16), quality=40),
    "b.webp": saved("WEBP", see_through().resize((24, 16)), quality=40),
    "c.webp": saved("WEBP", photo(8, 8), lossless=True),
    "a.avif": saved("AVIF", photo(24, 16), quality=40),
    "a.png": saved("PNG", photo(8, 8)),
    "b.png": saved("PNG", photo(16, 16, "P"), transparency=2),
}
HIDING = {
    ".jpg": segment(0xFE, CANARY),
    ".webp": piece(b"JUNK", CANARY),
    ".avif": box(b"free", CANARY),
    ".png": chunk(b"tEXt", b"Author\0" + CANARY),
}


@pytest.mark.parametrize("name", SMALL)
def test_a_structure_more_is_found_wherever_it_stands(name):
    content, extra = SMALL[name], HIDING[Path(name).suffix]
    assert images.findings(name, content) == ()
    for place in range(len(content) + 1):
        assert images.findings(name, content[:place] + extra + content[place:]), place


MUTATIONS = 1_000
"""Of each picture."""
HARMLESS = {
    *("jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"),
    *("loop", "background", "duration", "timestamp", "transparency", "interlace"),
}
"""What Pillow says about pixels and their container."""


def mutated(content: bytes, dice: random.Random) -> bytes:
    """The file with one small thing other than it was."""
    place = dice.randrange(len(content))
    before, after = content[:place], content[place:]
    return before + dice.choice(
        (
            bytes([after[0] ^ 1 << dice.randrange(8)]) + after[1:],
            dice.randbytes(1) + after,
            after[dice.randint(1, 9) :],
            b"",
            dice.choice((b"\0", b"\xff")) * 4 + after[4:],
            after[: dice.randint(1, 400)] + after,
        )
    )


@pytest.mark.parametrize("name", SMALL)
def test_whatever_happens_to_a_file_it_ends_in_a_verdict(name):
    """And where the verdict is clean, Pillow knows nothing of the file but its pixels."""
    dice = random.Random(name)
    clean = 0
    for _ in range(MUTATIONS):
        content = mutated(SMALL[name], dice)
        found = images.findings(name, content)
        assert len(found) <= LISTED
        assert {code for code, _, _ in found} <= {TAG, MORE, LARGE, KIND, DAMAGED}
        if not found:
            clean += 1
            assert set(told_by_pillow(content)) <= HARMLESS
    assert clean < MUTATIONS


def told_by_pillow(content: bytes) -> Iterator[str]:
    """What it knows of a file besides its pixels."""
    with contextlib.suppress(Exception):  # it raises nearly everything at damaged pixels
        image = Image.open(io.BytesIO(content))
        yield from image.info
        yield from map(str, image.getexif())
        yield from ["frames"] * (getattr(image, "n_frames", 1) - 1)


@pytest.mark.parametrize("name", SMALL)
def test_words_among_the_structures_are_found(name):
    """Bytes of no structure: only among the pixels of a JPEG are they taken for pixels."""
    content = SMALL[name]
    pixels = content.index(b"\xff\xda") if name.endswith(".jpg") else len(content)
    for place in range(pixels + 1):
        assert images.findings(name, content[:place] + CANARY + content[place:]), place


MANY = 200_000
ENDLESS = {
    "comments.jpg": after_start(segment(0xFE, b"") * MANY),
    "starts.jpg": after_start(b"\xff\xd8" * MANY),
    "scans.jpg": before_end(segment(0xDA, b"\1\1\0\0\x3f\0") * MANY),
    "stuffed.jpg": before_end(b"\xff\0" * MANY * 10),
    "tables.jpg": after_start(segment(0xC4, (bytes(17)) * 3_000) * 100),
    "chunks.webp": riff(VP8, piece(b"JUNK", b"") * MANY),
    "pictures.webp": riff(VP8 * 2_000),
    "boxes.avif": AVIF + box(b"free", b"") * MANY,
    "metas.avif": AVIF + box(b"meta", bytes(4) + box(b"iprp", b"") * 50) * 2_000,
    "units.avif": in_data(unit(2, b"") * MANY, 0),
    "chunks.png": in_png(chunk(b"abCd", b"") * MANY),
    "pixels.png": in_png(chunk(b"IDAT", b"A") * MANY, -12),
    "bomb.png": in_png(chunk(b"IDAT", zlib.compress(bytes(200_000_000))), 33),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_files_made_to_be_slow_are_not(name):
    """Megabytes each: were the time not in proportion to the length, this would not end."""
    found = images.findings(name, ENDLESS[name])
    assert len(found) <= LISTED
    assert found or name == "stuffed.jpg"


def test_the_bounds_may_be_others():
    assert images.findings("a.jpg", JPEG, Bounds(width=120, pixels=120 * 90)) == ()
    for narrower in (Bounds(width=119), Bounds(pixels=120 * 90 - 1)):
        (finding,) = images.findings("a.jpg", JPEG, narrower)
        assert finding[0] == LARGE


def test_the_place_is_told():
    commented = JPEG[:20] + segment(0xFE, CANARY) + JPEG[20:]
    assert images.findings("a.jpg", commented) == ((TAG, 20, "COM"),)


# --- as the gate walks through a site


def found(folder: Path, **options: object) -> list[tuple[str, str]]:
    return [(one.at.path, one.code) for one in gate.problems(folder, SITE, **options)]


def laid(folder: Path, **files: bytes) -> None:
    for name, content in files.items():
        file = folder / name.replace("__", "/").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


WITH_EXIF = saved("JPEG", exif=exif())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("images/2026/a/01.960.jpg", {TAG}),
        ("images/2026/a/01.960.JPG", {TAG}),
        ("images/2026/a/.01.jpg", {TAG}),
        ("a.bin", {KIND, TAG}),
        ("a", {KIND, TAG}),
        ("a.txt", {KIND, TAG}),
        ("a.pdf", {KIND, TAG}),
        ("a.js", {KIND, TAG}),
        ("a.html", {KIND, TAG}),
        ("a.svg", {KIND, TAG}),
        ("a.css", {KIND, TAG}),
        ("a.png", {KIND, TAG}),
    ],
)
def test_a_photo_is_seen_under_every_name(name, expected, tmp_path):
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(WITH_EXIF)
    assert {code for _, code in found(tmp_path)} >= expected
    assert {path for path, _ in found(tmp_path)} == {name}


def test_other_files_are_no_pictures(tmp_path):
    laid(
        tmp_path,
        CNAME=b"tin.example.org",
        robots_txt=b"BM la viet tat cua bo mon\n",
        search_json='["Hội nghị"]'.encode(),
        a_pdf=b"%PDF-1.7 " + JPEG,
        a_woff2=b"wOF2" + bytes(40),
        sitemap_xml=b"<urlset/>",
        sitemap_xml_gz=gzip.compress(b"<urlset/>"),
        empty_txt=b"",
        a_svg=b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
        index_html=b"<!doctype html><p><svg></svg>",
        words_bin=zlib.compress(JPEG),
    )
    assert found(tmp_path) == []


def test_the_same_thing_in_many_pictures_is_told_once(tmp_path):
    laid(tmp_path, a__1_jpg=WITH_EXIF, a__2_jpg=WITH_EXIF, b__3_jpg=WITH_EXIF, c_jpg=JPEG)
    (problem,) = gate.problems(tmp_path, SITE)
    assert (problem.at.path, problem.code) == ("a/1.jpg", TAG)
    for lang in locale.LANGUAGES:
        assert "APP1 Exif" in locale.message(problem, lang).text
        assert "3)" in locale.message(problem, lang).text


@pytest.mark.parametrize("lang", locale.LANGUAGES)
@pytest.mark.parametrize("code", [TAG, MORE, LARGE, KIND, DAMAGED])
def test_it_is_told_in_words(code, lang, tmp_path):
    name, content = next(row[:2] for row in STOPPED.values() if row[2] == code)
    (tmp_path / name).write_bytes(content)
    (message,) = {
        locale.message(one, lang).text
        for one in gate.problems(tmp_path, SITE)
        if one.code == code
    }
    assert "{" not in message


def test_what_was_judged_is_not_opened_again(tmp_path):
    laid(tmp_path, old_jpg=WITH_EXIF, new_jpg=WITH_EXIF, page_html=b"<p onclick=x>")
    asked: list[str] = []

    def judged(name: str) -> bool:
        asked.append(name)
        return name == "old.jpg"

    assert found(tmp_path, judged=judged) == [("new.jpg", TAG), ("page.html", "gate-handler")]
    assert asked == ["new.jpg", "old.jpg"]  # pages are read whatever anybody promises
    assert ("old.jpg", TAG) not in found(tmp_path, judged=judged)
    assert found(tmp_path)[0] == ("new.jpg", TAG)


def imported(module: str) -> set[str]:
    """Files of ours that one imports."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    lines = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    named = {f"{line.module}.{one.name}" for line in lines for one in line.names}
    named |= {str(line.module) for line in lines}
    files = {name.removeprefix("bantin").replace(".", "/").strip("/") + ".py" for name in named}
    return {file for file in files if (PACKAGE / file).is_file()}


def test_a_verdict_depends_on_all_the_code_behind_it():
    needed, left = set(), ["publish/images.py"]
    while left:
        module = left.pop()
        needed.add(module)
        left += imported(module) - needed
    assert set(images.RULES) == needed
    assert re.fullmatch("[0-9a-f]{64}", images.fingerprint())
