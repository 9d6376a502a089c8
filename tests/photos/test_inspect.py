from __future__ import annotations

import random
from pathlib import Path

import camera
import pytest
from PIL import Image, ImageEnhance, ImageFilter

from bantin.inventory import alike
from bantin.inventory.findings import BLURRED
from bantin.photos.inspect import Inspected
from bantin.photos.tasks import Task

SAMPLES = sorted((Path(__file__).parents[2] / "images").glob("20*/*/*.jpg"))
"""Photos of many different scenes."""
MOMENT = "2026:02:06 08:30:12"
ORIENTATION, MAKE, MODEL, DATE, EXIF = 0x0112, 0x010F, 0x0110, 0x0132, 0x8769
TAKEN, WIDTH, HEIGHT = 0x9003, 0xA002, 0xA003


@pytest.fixture
def look(children, tmp_path):
    """Bytes of originals by name -> what was seen in them."""

    def look(files: dict[str, bytes]) -> dict[str, Inspected]:
        tasks = []
        for number, (name, content) in enumerate(files.items()):
            path = tmp_path / f"{number}"
            path.write_bytes(content)
            digest = {"digest": camera.digest(path)}
            tasks.append(Task("inspect", name, str(path), digest, key=name))
        outcomes = list(children.run(tasks))
        assert [one.failure for one in outcomes if one.failure] == []
        seen = {one.task.key: Inspected(**one.values) for one in outcomes}
        return {name: seen[name] for name in files}

    return look


@pytest.fixture(scope="module")
def photo() -> Image.Image:
    with Image.open(SAMPLES[0]) as image:
        return image.convert("RGB")


def cut(image: Image.Image, share: float) -> Image.Image:
    """Without ``share`` of width and height, half of it on each side."""
    left, top = image.width * share / 2, image.height * share / 2
    box = (round(left), round(top), round(image.width - left), round(image.height - top))
    return image.crop(box)


def smaller(image: Image.Image, factor: int) -> Image.Image:
    return image.resize((image.width // factor, image.height // factor))


CHANGES = {
    "saved-again": lambda image: camera.jpeg(image, quality=45),
    "as-png": lambda image: camera.encoded(smaller(image, 2), "PNG"),
    "sent-by-chat": lambda image: camera.jpeg(smaller(image, 3), quality=40),
    "cut-by-3-percent": lambda image: camera.jpeg(cut(image, 0.03)),
    "more-contrast": lambda image: camera.jpeg(ImageEnhance.Contrast(image).enhance(1.2)),
    "held-sideways": lambda image: camera.jpeg(
        image.transpose(camera.STORED[6]), exif=orientated(6)
    ),
}


def orientated(value: object) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = value
    return exif.tobytes()


@pytest.mark.parametrize("change", CHANGES)
def test_a_photo_is_known_again(look, photo, change):
    seen = look({"one": camera.jpeg(photo), "other": CHANGES[change](photo)})
    assert alike.groups(seen) == [("one", "other")]


def test_different_photos_are_not_taken_for_one(look):
    seen = look({path.as_posix(): path.read_bytes() for path in SAMPLES})
    assert len(seen) > 30
    assert alike.groups(seen) == []


def test_another_picture_in_the_same_colours_is_another(look, photo):
    turned = photo.transpose(Image.Transpose.ROTATE_180)
    assert alike.groups(look({"a": camera.jpeg(photo), "b": camera.jpeg(turned)})) == []


def test_plain_surfaces_are_like_nothing(look):
    plain = {
        name: camera.jpeg(Image.new("RGB", (400, 300), name)) for name in ("white", "snow")
    }
    seen = look(plain)
    assert [one.hash for one in seen.values()] == ["", ""]
    assert alike.groups(seen) == []


def seen_as(hash: int, level: int = 128) -> Inspected:
    return Inspected(f"{hash:016x}", f"{level:02x}" * 48, None, 1, False, "", "")


def test_the_same_shapes_in_other_colours_are_another_picture():
    near, far = 128 + alike.MOST_COLOUR, 128 + alike.MOST_COLOUR + 1
    assert alike.groups({"a": seen_as(99), "b": seen_as(99, near)}) == [("a", "b")]
    assert alike.groups({"a": seen_as(99), "b": seen_as(99, far)}) == []


def test_every_pair_is_found_up_to_the_last_bit_and_none_beyond():
    chance = random.Random(5)
    for bits in (*range(14), *[alike.MOST_BITS] * 200):
        one = chance.getrandbits(64)
        other = one
        for place in chance.sample(range(64), bits):
            other ^= 1 << place
        found = alike.groups({"a": seen_as(one), "b": seen_as(other)})
        assert found == ([("a", "b")] if bits <= alike.MOST_BITS else []), bits


def test_photos_in_a_row_are_one_group_by_way_of_each_other():
    row = {str(number): seen_as((1 << 6 * number) - 1) for number in range(4)}
    far = {"far": seen_as(0xFFFF_FFFF << 32)}
    assert alike.groups({**row, **far}) == [("0", "1", "2", "3")]


class Counted(int):
    """A hash that counts how often it is compared with another."""

    compared = 0

    def __xor__(self, other: int) -> int:
        Counted.compared += 1
        return int(self) ^ int(other)


def test_a_large_archive_is_not_compared_each_with_each(monkeypatch):
    monkeypatch.setattr(Counted, "compared", 0)
    chance = random.Random(7)
    hashes = {Counted(chance.getrandbits(64)) for _ in range(4_000)}
    assert {frozenset(pair) for pair in alike.pairs(hashes)} == {frozenset([h]) for h in hashes}
    assert 0 < Counted.compared < len(hashes) ** 2 / 30


@pytest.mark.parametrize(
    "path", SAMPLES[::4], ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_sharp_and_blurred_photos_are_told_apart(look, path):
    with Image.open(path) as image:
        sharp = image.convert("RGB")
    blurred = {
        name: camera.jpeg(sharp.filter(ImageFilter.GaussianBlur(radius * sharp.width / 1600)))
        for name, radius in (("soft", 1), ("blurred", 5), ("gone", 12))
    }
    seen = look({"sharp": camera.jpeg(sharp), **blurred})
    values = {name: one.sharpness for name, one in seen.items()}
    assert values["sharp"] > BLURRED and values["soft"] > BLURRED
    assert values["blurred"] < BLURRED
    assert values["gone"] is None or values["gone"] < BLURRED


def test_one_sharp_part_is_enough(look, photo):
    """A portrait before a blurred hall was meant so."""
    blurred = photo.filter(ImageFilter.GaussianBlur(8))
    part = photo.crop((400, 200, 1100, 800))
    blurred.paste(part, (400, 200))
    assert look({"a": camera.jpeg(blurred)})["a"].sharpness > BLURRED


def test_what_has_no_contrast_is_not_judged(look):
    grey = Image.linear_gradient("L").resize((1200, 800)).point(lambda level: 120 + level // 9)
    assert look({"a": camera.jpeg(grey)})["a"].sharpness is None


@pytest.mark.parametrize(
    ("tag", "expected"), [(None, 1), (1, 1), (6, 6), (8, 8), (0, 0), (9, 0), (700, 0)]
)
def test_orientation(look, tag, expected):
    options = {} if tag is None else {"exif": orientated(tag)}
    assert look({"a": camera.jpeg(**options)})["a"].orientation == expected


@pytest.mark.parametrize(
    ("sides", "turned_twice"),
    [((640, 400), False), ((400, 640), True), ((1000, 700), False), (None, False)],
)
def test_a_tag_that_turns_what_was_turned_already(look, sides, turned_twice):
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    if sides:
        exif.get_ifd(EXIF).update({WIDTH: sides[0], HEIGHT: sides[1]})
    seen = look({"a": camera.jpeg(exif=exif.tobytes())})["a"]
    assert seen.turned_twice is turned_twice


@pytest.mark.parametrize(
    ("make", "model", "expected"),
    [
        ("Canon", "Canon EOS 80D", "Canon EOS 80D"),
        ("samsung", "SM-A515F", "samsung SM-A515F"),
        ("", "Pixel 7", "Pixel 7"),
        ("A\x1b[2J", "B\u202e" + "C" * 99, "A [2J B " + "C" * 52),
    ],
)
def test_time_and_camera(look, make, model, expected):
    exif = Image.Exif()
    exif[MAKE], exif[MODEL] = make, model.encode("utf-8").decode("latin-1")
    exif[DATE] = "2027:01:01 00:00:00"
    exif.get_ifd(EXIF)[TAKEN] = MOMENT
    seen = look({"a": camera.jpeg(exif=exif.tobytes())})["a"]
    assert seen.taken == "2026-02-06 08:30:12"
    assert seen.camera.isprintable() and len(seen.camera) <= 60
    if model.isascii():
        assert seen.camera == expected


@pytest.mark.parametrize("taken", ["", "0000:00:00", "yesterday", "2026-02-06"])
def test_a_time_that_is_none(look, taken):
    exif = Image.Exif()
    exif.get_ifd(EXIF)[TAKEN] = taken
    assert look({"a": camera.jpeg(exif=exif.tobytes())})["a"].taken == ""


def test_a_file_that_is_no_photo_to_its_end_is_refused(children, tmp_path):
    path = tmp_path / "a"
    path.write_bytes(camera.jpeg()[:-200])
    (outcome,) = children.run(
        [Task("inspect", "a", str(path), {"digest": camera.digest(path)})]
    )
    assert outcome.failure is not None
    assert outcome.failure.code == "photo-unreadable"
