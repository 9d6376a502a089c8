from __future__ import annotations

import base64

import camera
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from bantin.photos.door import PhotoError
from bantin.photos.plan import address_stem, plan
from bantin.photos.render import asked, codecs

CANARY = "KANARIENVOGEL"


def colours(image):
    """Mean colour of the four quadrants: top left, top right, bottom left, bottom right."""
    image = image.convert("RGB")
    x, y = image.width // 4, image.height // 4
    return [image.getpixel(at) for at in ((x, y), (3 * x, y), (x, 3 * y), (3 * x, 3 * y))]


def near(found, expected, tolerance):
    return all(
        abs(a - b) <= tolerance
        for pixel, wanted in zip(found, expected, strict=True)
        for a, b in zip(pixel, wanted, strict=True)
    )


UPRIGHT = [*camera.QUADRANTS.values(), (255, 255, 255)]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", camera.STORED)
def test_however_the_camera_was_held_the_picture_stands_upright(tmp_path, form, orientation):
    turn = camera.STORED[orientation]
    stored = camera.scene(640, 400) if turn is None else camera.scene(640, 400).transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    files = camera.rendered(camera.encoded(stored, form, exif=exif), tmp_path)
    for content in files.values():
        image = camera.opened(content)
        assert image.width * 400 == image.height * 640
        assert near(colours(image), UPRIGHT, 12)


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        pytest.param((2000, 1500), [480, 960, 1600], id="large"),
        pytest.param((700, 500), [480, 700], id="small"),
        pytest.param((300, 200), [300], id="never-enlarged"),
        pytest.param((1, 1), [1], id="dot"),
        pytest.param((3000, 1), [480, 960, 1600], id="line"),
    ],
)
def test_files_have_the_sizes_planned(tmp_path, size, widths):
    files = camera.rendered(camera.jpeg(camera.scene(*size)), tmp_path)
    plain = [width for width in widths if width > 480] or widths
    assert sorted(files) == sorted(
        [f"photo-{width}.avif" for width in widths] + [f"plain-{width}.jpg" for width in plain]
    )
    for name, content in files.items():
        image = camera.opened(content)
        assert name.split("-")[1].startswith(f"{image.width}.")
        assert image.format == {"avif": "AVIF", "jpg": "JPEG"}[name.rpartition(".")[2]]


def position_chart(width, height):
    """Red tells how far right a pixel lies, green how far down, in 255ths of the picture."""
    row = Image.linear_gradient("L").rotate(90).resize((width, height))
    column = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (row, column, Image.new("L", (width, height), 128)))


CHARTS = [(800, 500), (500, 800), (650, 650), (1200, 150)]
FOCUSES = [(0.5, 0.5), (0.0, 0.0), (1.0, 1.0), (0.9, 0.2), (0.15, 0.7)]


@pytest.mark.parametrize("focus", FOCUSES)
@pytest.mark.parametrize("size", CHARTS)
def test_crops_have_the_focus_in_sight_and_their_shape(tmp_path, size, focus):
    path = tmp_path / "01.png"
    path.write_bytes(camera.encoded(position_chart(*size), "PNG"))
    picture = camera.planned(path, focus=focus, cropped=True)
    wanted = asked(picture, [picture.crops.key])
    _, crops = camera.asked_of_a_child("render", path, wanted)
    assert len(crops) == len(picture.crops.all)
    for content in crops.values():
        image = camera.opened(content).convert("RGB")
        right, down = image.width - 1, image.height - 1
        left_end, top_end = image.getpixel((0, 0))[:2]
        right_end, bottom_end = image.getpixel((right, down))[:2]
        assert left_end - 8 <= focus[0] * 255 <= right_end + 8
        assert top_end - 8 <= focus[1] * 255 <= bottom_end + 8
        # as much of the picture as the shape allows, and nothing distorted
        share = (right_end - left_end) / 255, (bottom_end - top_end) / 255
        assert max(share) > 0.93
        shape = share[0] * size[0] / (share[1] * size[1])
        assert abs(shape / (image.width / image.height) - 1) < 0.12


def test_the_placeholder_and_the_colour_are_the_picture_s(tmp_path):
    values, _ = camera.worked(camera.jpeg(Image.new("RGB", (640, 400), "#c85a46")), tmp_path)
    wanted = (0xC8, 0x5A, 0x46)
    found = tuple(bytes.fromhex(values["colour"][1:]))
    tiny = camera.opened(base64.b64decode(values["placeholder"]))
    assert (tiny.format, tiny.size) == ("WEBP", (16, 10))
    assert near([found, tiny.getpixel((8, 5))], [wanted] * 2, 6)


def tiff_block(*canaries):
    """EXIF with texts and, behind them, a thumbnail."""
    thumbnail = camera.jpeg(camera.scene(160, 100), comment=canaries[0])
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = CANARY
    exif[0xC4A5] = thumbnail
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 18.0, 30.5), 29: CANARY})
    exif.get_ifd(0x8769)[0x927C] = CANARY.encode()
    return exif.tobytes()


def chatty_jpeg():
    """Everything a phone and an editor may leave in a JPEG."""
    profile = camera.profile_named(CANARY)
    content = camera.jpeg(comment=CANARY.encode(), icc_profile=profile, dpi=(301, 301))
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + CANARY.encode() + b"</x:xmpmeta>"
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0d" + CANARY.encode() + b"\0"
    segments = [
        camera.segment(0xE1, tiff_block(CANARY.encode())),
        camera.segment(0xE1, xmp),
        camera.segment(0xED, iptc),
        camera.segment(0xEA, CANARY.encode()),
    ]
    return camera.with_segments(content, *segments) + CANARY.encode() + camera.jpeg()


def chatty_mpo():
    second = camera.scene()
    return camera.encoded(
        camera.scene(), "MPO", save_all=True, append_images=[second], comment=CANARY.encode()
    ).replace(b"\xff\xd9", b"\xff\xfe\0\x0f" + CANARY.encode() + b"\xff\xd9")


def chatty_png():
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", CANARY)
    text.add_text("Comment", CANARY, zip=True)
    text.add_itxt("XML:com.adobe.xmp", f"<x>{CANARY}</x>")
    profile = camera.profile_named(CANARY)
    exif = tiff_block(CANARY.encode())
    return camera.encoded(
        camera.scene(), "PNG", pnginfo=text, exif=exif, icc_profile=profile, dpi=(301, 301)
    )


CHATTY = {
    "jpeg": chatty_jpeg,
    "mpo": chatty_mpo,
    "png": chatty_png,
    "gif": lambda: camera.encoded(camera.scene(), "GIF", comment=CANARY.encode()),
    "webp": lambda: camera.encoded(
        camera.scene(),
        "WEBP",
        exif=tiff_block(CANARY.encode()),
        xmp=CANARY.encode(),
        icc_profile=camera.profile_named(CANARY),
    ),
    "tiff": lambda: camera.encoded(camera.scene(), "TIFF", description=CANARY, artist=CANARY),
}


@pytest.mark.parametrize("source", CHATTY)
def test_nothing_but_pixels_comes_out(tmp_path, source):
    spellings = [
        CANARY.encode(),
        CANARY.encode("utf-16-le"),
        CANARY.encode("utf-16-be"),
        base64.b64encode(CANARY.encode())[:-4],
    ]
    content = CHATTY[source]()
    assert source == "png" or any(spelling in content for spelling in spellings)
    for name, published in camera.rendered(content, tmp_path).items():
        assert not any(spelling in published for spelling in spellings)
        for block in (b"Exif", b"EXIF", b"ICCP", b"ICC_PROFILE", b"xmp", b"XMP"):
            assert block not in published
        image = camera.opened(published)
        assert not image.getexif()
        assert set(image.info) <= {
            *("jfif", "jfif_version", "jfif_unit", "jfif_density"),
            *("progressive", "progression"),
        }
        if name.endswith(".jpg"):
            assert published.count(b"\xff\xd8\xff") == 1
            assert b"\xff\xfe" not in published  # a comment
            assert published.endswith(b"\xff\xd9")


def test_the_fallback_is_a_jpeg_with_halved_colour(tmp_path):
    files = camera.rendered(camera.jpeg(), tmp_path)
    image = camera.opened(files["plain-640.jpg"])
    assert [layer[1:3] for layer in image.layer] == [(2, 2), (1, 1), (1, 1)]


def grey_halves(mode, low, high):
    """Left half ``low``, right half ``high``."""
    image = Image.new(mode, (400, 200), low)
    image.paste(high, (200, 0, 400, 200))
    return image


def palette_with_a_hole():
    image = grey_halves("P", 0, 1)
    image.putpalette([10, 200, 10, 200, 10, 10])
    return camera.encoded(image, "PNG", transparency=0)


def rgba(transparent):
    return grey_halves("RGBA", transparent, (200, 10, 10, 255))


MODES = {
    "cmyk-jpeg": (
        lambda: camera.jpeg(grey_halves("CMYK", (0, 255, 255, 0), (255, 0, 255, 0))),
        ((255, 0, 0), (0, 255, 0)),
    ),
    "cmyk-tiff": (
        lambda: camera.encoded(grey_halves("CMYK", (0, 255, 255, 0), (0, 0, 0, 255)), "TIFF"),
        ((255, 0, 0), (0, 0, 0)),
    ),
    "lab-tiff": (
        lambda: camera.encoded(grey_halves("LAB", (0, 128, 128), (255, 128, 128)), "TIFF"),
        ((0, 0, 0), (255, 255, 255)),
    ),
    "grey-jpeg": (lambda: camera.jpeg(grey_halves("L", 60, 200)), ((60,) * 3, (200,) * 3)),
    "palette-with-alpha": (palette_with_a_hole, ((255, 255, 255), (200, 10, 10))),
    "alpha": (
        lambda: camera.encoded(rgba((0, 0, 0, 0)), "PNG"),
        ((255, 255, 255), (200, 10, 10)),
    ),
    "half-transparent": (
        lambda: camera.encoded(rgba((0, 0, 0, 128)), "PNG"),
        ((127, 127, 127), (200, 10, 10)),
    ),
    "webp-alpha": (
        lambda: camera.encoded(rgba((0, 0, 0, 0)), "WEBP", lossless=True),
        ((255, 255, 255), (200, 10, 10)),
    ),
    "gif-transparent": (
        lambda: camera.encoded(rgba((0, 0, 0, 0)), "GIF"),
        ((255, 255, 255), (200, 10, 10)),
    ),
    "grey-with-alpha": (
        lambda: camera.encoded(grey_halves("LA", (0, 0), (90, 255)), "PNG"),
        ((255,) * 3, (90,) * 3),
    ),
    "one-bit": (lambda: camera.encoded(grey_halves("1", 0, 1), "PNG"), ((0,) * 3, (255,) * 3)),
    "16-bit-png": (
        lambda: camera.encoded(grey_halves("I;16", 8_224, 49_344), "PNG"),
        ((32,) * 3, (192,) * 3),
    ),
    "16-bit-tiff": (
        lambda: camera.encoded(grey_halves("I;16B", 8_224, 49_344), "TIFF"),
        ((32,) * 3, (192,) * 3),
    ),
    "32-bit-tiff": (
        lambda: camera.encoded(grey_halves("I", 8_224, 49_344), "TIFF"),
        ((32,) * 3, (192,) * 3),
    ),
    "float-tiff": (
        lambda: camera.encoded(grey_halves("F", 0.25, 1.0), "TIFF"),
        ((64,) * 3, (255,) * 3),
    ),
}


@pytest.mark.parametrize("mode", MODES)
def test_colours_are_those_one_sees(tmp_path, mode):
    make, (left, right) = MODES[mode]
    for content in camera.rendered(make(), tmp_path).values():
        assert near(colours(camera.opened(content)), [left, right] * 2, 6)


def test_only_the_first_frame_of_a_moving_picture(tmp_path):
    frames = [Image.new("RGB", (300, 200), colour) for colour in ("#c80a0a", "#0a0ac8")]
    content = camera.encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    files = camera.rendered(content, tmp_path)
    assert near(colours(camera.largest(files)), [(200, 10, 10)] * 4, 6)


def p3_to_srgb(colour):
    """Display P3 -> sRGB by the definitions of both (8-bit channels)."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in colour)
    ]
    matrix = ((1.22494, -0.22494, 0.0), (-0.04206, 1.04206, 0.0), (-0.01964, -0.07864, 1.09827))
    mixed = [sum(m * c for m, c in zip(row, linear, strict=True)) for row in matrix]
    return tuple(
        round(255 * (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055))
        for c in mixed
    )


@pytest.mark.parametrize("colour", [(200, 90, 70), (90, 180, 100), (80, 90, 190), (128,) * 3])
def test_a_wide_profile_is_converted(tmp_path, colour):
    image = Image.new("RGB", (320, 200), colour)
    content = camera.encoded(image, "PNG", icc_profile=camera.display_p3())
    found = colours(camera.largest(camera.rendered(content, tmp_path)))
    assert near(found, [p3_to_srgb(colour)] * 4, 3)
    assert colour == (128,) * 3 or not near(found, [colour] * 4, 3)


@pytest.mark.parametrize(
    "profile",
    [
        pytest.param(b"garbage" * 40, id="garbage"),
        pytest.param(camera.display_p3()[:200], id="cut"),
        pytest.param(camera.display_p3().replace(b"RGB ", b"CMYK"), id="for-another-space"),
        pytest.param(camera.display_p3().replace(b"mntr", b"link"), id="no-device"),
        pytest.param(
            ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes(), id="lab-in-rgb"
        ),
    ],
)
def test_a_profile_that_does_not_fit_is_passed_over(tmp_path, profile):
    image = Image.new("RGB", (320, 200), (200, 90, 70))
    content = camera.encoded(image, "PNG", icc_profile=profile)
    assert near(
        colours(camera.largest(camera.rendered(content, tmp_path))), [(200, 90, 70)] * 4, 3
    )


def cut(content):
    return content[: len(content) * 2 // 3]


def with_zero_tail(content):
    return cut(content).ljust(len(content), b"\0")


NOISE = Image.effect_noise((640, 400), 60).convert("RGB")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"])
def test_a_photo_cut_in_copying_is_refused(tmp_path, form):
    with pytest.raises(PhotoError) as caught:
        camera.rendered(cut(camera.encoded(NOISE, form)), tmp_path)
    assert caught.value.code == "photo-unreadable"


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}], ids=["baseline", "progressive"]
)
def test_a_jpeg_whose_rest_is_zeros_is_refused_not_greyed(tmp_path, options):
    thumbnail = camera.segment(0xE1, tiff_block(b"thumbnail"))  # it has an end marker too
    content = camera.with_segments(camera.jpeg(NOISE, **options), thumbnail)
    with pytest.raises(PhotoError) as caught:
        camera.rendered(with_zero_tail(content), tmp_path)
    assert caught.value.code == "photo-unreadable"


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"restart_marker_rows": 1}, {"optimize": True}]
)
def test_a_whole_jpeg_with_something_behind_it_is_a_photo(tmp_path, options):
    content = camera.jpeg(NOISE, **options) + b"\0" * 500
    assert "photo-640.avif" in camera.rendered(content, tmp_path)


def test_values_that_are_no_numbers_are_refused(tmp_path):
    content = camera.encoded(grey_halves("F", float("nan"), float("inf")), "TIFF")
    with pytest.raises(PhotoError) as caught:
        camera.rendered(content, tmp_path)
    assert caught.value.code == "photo-unreadable"


def test_an_original_that_changed_since_it_was_planned_is_not_rendered(tmp_path):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.jpeg())
    picture = camera.planned(path)
    path.write_bytes(camera.jpeg(camera.scene().transpose(Image.Transpose.ROTATE_180)))
    with pytest.raises(PhotoError) as caught:
        camera.asked_of_a_child("render", path, asked(picture, [picture.key]))
    assert caught.value.code == "photo-changed"


@pytest.mark.parametrize("source", ["jpeg", "png"])
def test_the_same_original_gives_the_same_bytes(tmp_path, source):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    content = CHATTY[source]()
    assert camera.rendered(content, tmp_path / "a") == camera.rendered(content, tmp_path / "b")


def test_the_plan_names_the_versions_that_encode(tmp_path):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.jpeg())
    original = camera.planned(path).original
    stem = address_stem("images/a", "01.jpg")
    assert plan(original, stem, codecs()) == plan(original, stem, codecs())
    assert "avif" in codecs() and "None" not in codecs()
