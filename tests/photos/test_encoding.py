"""What a phone loads first stays light, however much there is to be seen on it."""

from __future__ import annotations

import io
import random

import camera
import pytest
from PIL import Image, ImageDraw

from bantin.limits import FIRST_PHOTO_BYTES
from bantin.photos.profiles import PHONE, encoder
from bantin.photos.render import asked

CAMERA = (1600, 1200)
UPRIGHT = (1080, 1920)


def noise(size):
    """Grey and coloured grain, nothing else: as heavy as a photo can be."""
    return Image.merge("RGB", [Image.effect_noise(size, sigma) for sigma in (90, 100, 110)])


def foliage(size):
    """Thousands of small leaves, each in a green of its own."""
    chance = random.Random(7)
    image = Image.new("RGB", size, (20, 40, 15))
    draw = ImageDraw.Draw(image)
    for _ in range(size[0] * size[1] // 40):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        wide, high = chance.randint(3, 12), chance.randint(2, 7)
        green = chance.randint(50, 230)
        leaf = (green * 2 // 3, green, chance.randint(0, green // 2))
        draw.ellipse((x, y, x + wide, y + high), leaf)
    return image


def avifs(files):
    """Bytes of each AVIF, those that a phone takes first and the others."""
    sizes = {name: len(content) for name, content in files.items() if name.endswith(".avif")}
    small = {name for name in sizes if int(name.split("-")[1].split(".")[0]) <= PHONE}
    return {name: sizes[name] for name in small}, {
        name: size for name, size in sizes.items() if name not in small
    }


@pytest.mark.parametrize(
    ("drawn", "size"),
    [
        pytest.param(noise, CAMERA, id="noise"),
        pytest.param(noise, UPRIGHT, id="noise-upright"),
        pytest.param(noise, (700, 900), id="noise-no-wider-than-a-phone-wants"),
        pytest.param(foliage, CAMERA, id="foliage"),
        pytest.param(foliage, UPRIGHT, id="foliage-upright"),
    ],
)
def test_a_phone_never_waits_for_a_heavy_photo(tmp_path, drawn, size):
    light, others = avifs(camera.rendered(camera.jpeg(drawn(size)), tmp_path, cropped=True))
    expected = {"cover-480.avif", "cover-700.avif", "photo-480.avif", "photo-700.avif"}
    if size[0] > PHONE:
        expected = {"cover-480.avif", "cover-720.avif", "photo-480.avif", "first-720.avif"}
    assert light.keys() == expected | {"square-240.avif"}
    assert max(light.values()) <= FIRST_PHOTO_BYTES, light
    assert all(size > FIRST_PHOTO_BYTES for size in others.values()), others


def test_no_more_is_taken_off_than_must_be(tmp_path):
    light, _ = avifs(camera.rendered(camera.jpeg(foliage(CAMERA)), tmp_path, cropped=True))
    whole = {name: light[name] for name in ("first-720.avif", "cover-720.avif")}
    assert min(whole.values()) > 0.85 * FIRST_PHOTO_BYTES, whole


def drawn_at(form, width, quality, image):
    """The same pixels saved at this quality, whatever they weigh."""
    name, options = encoder(form, width)
    target = io.BytesIO()
    image.save(target, name, quality=quality, **options)
    return target.getvalue()


@pytest.mark.parametrize(("width", "quality"), [(480, 60), (720, 61)])
@pytest.mark.parametrize("grain", [0, 16])
def test_an_ordinary_photo_has_the_quality_of_the_table(tmp_path, width, quality, grain):
    scene = camera.scene(width, width * 2 // 3)
    rough = Image.effect_noise(scene.size, grain).convert("RGB")
    image = Image.blend(scene, rough, 0.5) if grain else scene
    content = camera.encoded(image, "PNG")
    found = camera.rendered(content, tmp_path)[f"photo-{width}.avif"]
    assert found == drawn_at("avif", width, quality, image)
    assert len(found) <= FIRST_PHOTO_BYTES


def test_what_old_browsers_and_large_screens_load_keeps_its_quality(tmp_path):
    image = noise((960, 640))
    files = camera.rendered(camera.encoded(image, "PNG"), tmp_path)
    assert files["plain-960.jpg"] == drawn_at("jpg", 960, 80, image)
    assert files["photo-960.avif"] == drawn_at("avif", 960, 61, image)


def test_a_light_photo_is_the_same_whatever_is_asked_for_with_it(tmp_path):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.jpeg(foliage(CAMERA)))
    picture = camera.planned(path, cropped=True)
    together = camera.asked_of_a_child("render", path, asked(picture, list(picture.sets())))[1]
    alone = [
        camera.asked_of_a_child("render", path, asked(picture, [key]))[1]
        for key in picture.sets()
    ]
    assert {name: content for files in alone for name, content in files.items()} == together
