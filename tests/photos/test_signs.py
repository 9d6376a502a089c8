"""A logo's signs: sizes, transparency, nothing but pixels."""

from __future__ import annotations

import io

import pytest
from camera import asked_of_a_child, display_p3, encoded, jpeg, original, scene
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bantin.photos.door import PhotoError
from bantin.photos.logo import addressed, asked
from bantin.photos.plan import plan_logo
from bantin.photos.render import codecs

NAME = "images/logo.png"
TEAL = (10, 101, 112)


def ring(width: int = 512, height: int = 512, mode: str = "RGBA") -> Image.Image:
    """A teal disc of half the size on nothing."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    disc = Image.new("RGBA", (width // 2, height // 2), (*TEAL, 255))
    image.paste(disc, (width // 4, height // 4))
    return image.convert(mode)


@pytest.fixture
def drawn(tmp_path):
    """Original bytes -> the plan and the drawn images by the first word of their names."""

    def drawn(content: bytes) -> tuple[object, dict[str, Image.Image], dict[str, bytes]]:
        source = tmp_path / "logo"
        source.write_bytes(content)
        found = original(source, NAME)
        signs = plan_logo(found, codecs())
        _, made = asked_of_a_child("logo", source, asked(found, signs))
        files = {
            address.split("/")[1].split(".")[0]: payload
            for address, payload in addressed(signs, made).items()
        }
        images = {name: Image.open(io.BytesIO(payload)) for name, payload in files.items()}
        return signs, images, files

    return drawn


def test_the_signs_have_the_sizes_of_their_plan(drawn):
    signs, images, _ = drawn(encoded(ring(1000, 500), "PNG"))
    assert {name: (image.format, image.size) for name, image in images.items()} == {
        "logo": ("PNG", (192, 96)),
        "favicon": ("PNG", (48, 48)),
        "touch-icon": ("PNG", (180, 180)),
    }
    planned = [(sign.width, sign.height) for sign in (signs.logo, signs.favicon)]
    assert planned == [(192, 96), (48, 48)]


def test_a_long_lettering_stays_within_the_header(drawn):
    _, images, _ = drawn(encoded(ring(3000, 150), "PNG"))
    assert images["logo"].size == (480, 24)


@pytest.mark.parametrize(
    ("mode", "form"),
    [("RGBA", "PNG"), ("P", "PNG"), ("LA", "PNG"), ("RGBA", "WEBP")],
)
def test_transparency_stays_and_the_touch_icon_is_plain(drawn, mode, form):
    options = {"lossless": True} if form == "WEBP" else {}
    _, images, _ = drawn(encoded(ring(mode=mode), form, **options))
    for name in ("logo", "favicon"):
        alpha = images[name].convert("RGBA").getchannel("A")
        middle = alpha.width // 2, alpha.height // 2
        assert (alpha.getpixel((0, 0)), alpha.getpixel(middle)) == (0, 255)
    touch = images["touch-icon"]
    assert touch.mode == "RGB"
    assert touch.getpixel((0, 0)) == (255, 255, 255)


def test_no_dark_seam_where_colour_meets_nothing(drawn):
    _, images, _ = drawn(encoded(ring(), "PNG"))
    logo = images["logo"].convert("RGBA")
    seen = {logo.getpixel((x, 48))[:3] for x in range(96) if logo.getpixel((x, 48))[3] > 16}
    assert all(
        abs(one - wanted) < 12
        for pixel in seen
        for one, wanted in zip(pixel, TEAL, strict=True)
    )


def test_a_narrow_logo_is_centred(drawn):
    _, images, _ = drawn(encoded(Image.new("RGB", (400, 200), TEAL), "PNG"))
    icon = images["favicon"].convert("RGBA")
    rows = [y for y in range(48) if icon.getpixel((24, y))[3]]
    assert (rows[0], rows[-1]) == (12, 35)


def test_a_small_logo_is_not_enlarged(drawn):
    _, images, _ = drawn(encoded(Image.new("RGB", (100, 100), TEAL), "PNG"))
    row = [images["touch-icon"].getpixel((x, 90)) for x in range(180)]
    assert row.count(TEAL) == 100


def test_a_sideways_jpeg_stands_upright(drawn):
    exif = Image.Exif()
    exif[0x0112] = 6
    stored = scene(400, 300).transpose(Image.Transpose.ROTATE_90)
    _, images, _ = drawn(jpeg(stored, exif=exif))
    red, green, blue, _ = images["logo"].convert("RGBA").getpixel((20, 20))
    assert images["logo"].size == (128, 96)
    assert red > 180 > green and blue < 90


def test_colours_of_another_profile_become_srgb(drawn):
    wide = Image.new("RGBA", (200, 200), (200, 100, 60, 128))
    _, images, _ = drawn(encoded(wide, "PNG", icc_profile=display_p3()))
    red, green, blue, alpha = images["logo"].getpixel((48, 48))
    assert red > 206 and green < 99 and blue < 54  # sRGB says the same with fuller numbers
    assert alpha == 128


def test_nothing_but_pixels_is_published(drawn):
    told = PngInfo()
    told.add_text("Author", "Nguyen Thi Private")
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    content = encoded(ring(), "PNG", pnginfo=told, exif=exif, icc_profile=display_p3())
    assert b"Private" in content
    _, images, files = drawn(content)
    for name, payload in files.items():
        assert images[name].info == {}, name
        chunks = (b"tEXt", b"eXIf", b"iCCP", b"zTXt", b"tIME")
        assert not any(kind in payload for kind in chunks)


def test_the_same_original_gives_the_same_bytes(drawn):
    content = encoded(ring(), "PNG")
    first, _, files = drawn(content)
    again, _, others = drawn(content)
    assert (first, files) == (again, others)


def test_another_original_has_other_addresses(drawn):
    one, _, _ = drawn(encoded(ring(), "PNG"))
    other, _, _ = drawn(encoded(ring(600, 600), "PNG"))
    assert one.logo.address != other.logo.address


def test_a_cut_file_is_refused(drawn):
    with pytest.raises(PhotoError) as refused:
        drawn(encoded(scene(), "PNG")[:400])
    assert refused.value.code == "photo-unreadable"
