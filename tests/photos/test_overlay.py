"""What is blurred can't be read back from any published pixel; what is signed can be read."""

from __future__ import annotations

import base64
import random
import statistics
import unicodedata
from itertools import pairwise

import camera
import pytest
from PIL import Image, ImageChops, ImageDraw

from bantin.model import Box
from bantin.photos import overlay
from bantin.photos.render import asked
from bantin.photos.tasks import Task
from bantin.pictures import Treatment

BLOCKS = 12
CODE = random.Random(5).choices((True, False), k=BLOCKS * BLOCKS)
"""Black and white blocks: finer than a face's features, coarser than a face's details."""
HIDDEN = Box(0.2013, 0.2517, 0.2031, 0.3043)
OPEN = Box(0.6, 0.45, 0.2, 0.3)
"""The same code where nothing is blurred: a measure of what could be read."""


def scene(*boxes, size=(1500, 1000)):
    """A grey picture with the code in each box."""
    image = Image.new("RGB", size, (150, 150, 150))
    draw = ImageDraw.Draw(image)
    for box in boxes:
        for place, black in enumerate(CODE):
            draw.rectangle(block(box, place, size), (0, 0, 0) if black else (255, 255, 255))
    return image


def block(box, place, size):
    row, column = divmod(place, BLOCKS)
    x, y = box.x + column * box.width / BLOCKS, box.y + row * box.height / BLOCKS
    wide, high = box.width / BLOCKS, box.height / BLOCKS
    return x * size[0], y * size[1], (x + wide) * size[0] - 1, (y + high) * size[1] - 1


def seen_in(image, whole):
    """How a published picture shows the whole: factor and what a crop around the middle cut."""
    scale = min(whole[0] / image.width, whole[1] / image.height)
    return scale, (whole[0] - image.width * scale) / 2, (whole[1] - image.height * scale) / 2


def readable(image, box, whole=(1500, 1000)):
    """Part of the code that can be read from a picture; guessing gives about a half."""
    scale, left, top = seen_in(image, whole)
    x, y = (box.x * whole[0] - left) / scale, (box.y * whole[1] - top) / scale
    wide, high = box.width * whole[0] / scale, box.height * whole[1] / scale
    area = (x, y, min(x + wide, image.width), min(y + high, image.height))
    averages = image.convert("L").resize((BLOCKS, BLOCKS), Image.Resampling.BOX, area)
    levels = averages.tobytes()
    middle = statistics.fmean(levels)
    pairs = zip(levels, CODE, strict=True)
    return sum((level < middle) == black for level, black in pairs) / len(CODE)


@pytest.mark.parametrize("orientation", camera.STORED)
def test_a_blurred_region_is_gone_from_every_file_however_the_camera_was_held(
    tmp_path, orientation
):
    turn = camera.STORED[orientation]
    shown = scene(HIDDEN, OPEN)
    exif = Image.Exif()
    exif[0x0112] = orientation
    content = camera.jpeg(shown if turn is None else shown.transpose(turn), exif=exif)
    files = camera.rendered(
        content, tmp_path, treatment=Treatment(blur=(HIDDEN,)), cropped=True
    )
    assert len({name.partition("-")[0] for name in files}) == 5
    for name, file in files.items():
        image = camera.opened(file)
        assert readable(image, OPEN) > 0.9, name
        assert readable(image, HIDDEN) < 0.75, name


def test_placeholder_and_colour_know_nothing_of_the_region_either(tmp_path):
    half = Box(0.25, 0.25, 0.5, 0.5)
    image = Image.new("RGB", (1024, 1024), (128, 128, 128))
    draw = ImageDraw.Draw(image)
    for row in range(8):
        for column in range(8):
            x, y = 256 + 64 * column, 256 + 64 * row
            draw.rectangle((x, y, x + 63, y + 63), "white" if (row + column) % 2 else "black")

    def contrast(**options):
        values, _ = camera.worked(camera.jpeg(image), tmp_path, **options)
        tiny = camera.opened(base64.b64decode(values["placeholder"])).convert("L")
        low, high = tiny.crop((4, 4, 12, 12)).getextrema()
        return high - low

    assert contrast() > 150
    assert contrast(treatment=Treatment(blur=(half,))) < 75


def checkered(box, size=(1600, 1200), side=16):
    """Fine squares up to the edges of a box that lies between pixels."""
    image = Image.new("RGB", size, (128, 128, 128))
    draw = ImageDraw.Draw(image)
    left, top = int(box.x * size[0]), int(box.y * size[1])
    right, bottom = (box.x + box.width) * size[0], (box.y + box.height) * size[1]
    for x in range(left, int(right) + 1, side):
        for y in range(top, int(bottom) + 1, side):
            fill = "white" if (x - left + y - top) // side % 2 else "black"
            draw.rectangle((x, y, min(x + side - 1, right), min(y + side - 1, bottom)), fill)
    return image


def edges(image, box):
    """The outermost row or column of pixels inside a box, at each of its sides."""
    left, top = int(box.x * image.width), int(box.y * image.height)
    right = int((box.x + box.width) * image.width)
    bottom = int((box.y + box.height) * image.height)
    sides = (
        (left, top, right, top + 1),
        (left, bottom, right, bottom + 1),
        (left, top, left + 1, bottom),
        (right, top, right + 1, bottom),
    )
    return [image.convert("L").crop(side).tobytes() for side in sides]


@pytest.mark.parametrize("width", [480, 960, 1600])
def test_a_region_is_covered_up_to_its_edges_at_every_width(tmp_path, width):
    box = Box(0.30013, 0.20017, 0.25031, 0.30043)
    content = camera.jpeg(checkered(box))

    def spread(**options):
        files = camera.rendered(content, tmp_path, **options)
        image = camera.opened(files[f"photo-{width}.avif"])
        return [statistics.pstdev(edge) for edge in edges(image, box)]

    assert statistics.fmean(spread()) > 40
    assert max(spread(treatment=Treatment(blur=(box,)))) < 8


def test_what_lies_beside_a_region_stays_as_it_is():
    image = scene(HIDDEN, OPEN)
    treated = overlay.blurred(image.copy(), [HIDDEN])
    left, top, right, bottom = ImageChops.difference(image, treated).getbbox()
    assert left > (HIDDEN.x - 0.05) * 1500 and top > (HIDDEN.y - 0.05) * 1000
    assert right < (HIDDEN.x + HIDDEN.width + 0.05) * 1500
    assert bottom < (HIDDEN.y + HIDDEN.height + 0.05) * 1000


def test_however_large_a_region_it_is_never_finer():
    for factor in (1, 4):
        size = 750 * factor, 500 * factor
        treated = overlay.blurred(scene(HIDDEN, size=size), [HIDDEN])
        assert readable(treated, HIDDEN, size) < 0.75


@pytest.mark.parametrize(
    ("size", "boxes"),
    [
        pytest.param((400, 300), [Box(0.9, 0.9, 0.5, 0.5)], id="over-the-edge"),
        pytest.param((400, 300), [Box(1, 1, 1, 1), Box(0, 0, 0, 0)], id="corners"),
        pytest.param((400, 300), [Box(0, 0, 1, 1)], id="the-whole"),
        pytest.param((400, 300), [Box(0.5, 0.5, 0.0001, 0.0001)], id="a-point"),
        pytest.param((400, 300), [Box(0, 0.5, 1, 0.001)], id="a-line"),
        pytest.param((1, 1), [Box(0.2, 0.2, 0.5, 0.5)], id="a-dot-of-a-picture"),
        pytest.param((16000, 2), [Box(0.2, 0.2, 0.5, 0.5)], id="a-panorama"),
        pytest.param((400, 300), [OPEN] * 50, id="fifty-times"),
    ],
)
def test_odd_boxes_are_blurred_without_ado(size, boxes):
    assert overlay.blurred(Image.new("RGB", size, "red"), boxes).size == size


def test_a_region_at_the_edge_of_the_picture_is_covered_up_to_the_edge():
    corner = Box(0.8, 0.7, 0.2, 0.3)
    treated = overlay.blurred(scene(corner), [corner])
    assert readable(treated, corner) < 0.75
    last = treated.convert("L").crop((1210, 999, 1500, 1000)).tobytes()
    assert max(abs(one - other) for one, other in pairwise(last)) < 12


def test_overlapping_regions_bring_nothing_back():
    shifted = Box(HIDDEN.x + 0.1, HIDDEN.y + 0.1, HIDDEN.width, HIDDEN.height)
    for boxes in ([HIDDEN, shifted], [shifted, HIDDEN]):
        treated = overlay.blurred(scene(HIDDEN, shifted), boxes)
        assert readable(treated, HIDDEN) < 0.75


def paper(width=1600, height=1200, colour="white"):
    return Image.new("RGB", (width, height), colour)


def corner(image, left):
    """The lower half of one side, in grey."""
    start = 0 if left else image.width // 2
    area = (start, image.height // 2, start + image.width // 2, image.height)
    return image.convert("L").crop(area)


@pytest.mark.parametrize("colour", ["white", "black", (128, 128, 128)])
@pytest.mark.parametrize("form", ["avif", "jpg"])
def test_a_credit_line_is_legible_wherever_it_stands(tmp_path, colour, form):
    signed = Treatment(credit="Ảnh: Phòng Truyền thông")
    files = camera.rendered(camera.jpeg(paper(colour=colour)), tmp_path, treatment=signed)
    width = 480 if form == "avif" else 960
    name = {"avif": "photo-480.avif", "jpg": "plain-960.jpg"}[form]
    strip = corner(camera.opened(files[name]), left=True)
    lowest = strip.crop((2, strip.height - width // 28, width // 4, strip.height - 2))
    levels = lowest.tobytes()
    ground = statistics.median(levels)
    assert ground < 115
    assert sum(level > 200 for level in levels) > len(levels) * 0.08


@pytest.mark.parametrize("colour", ["white", "black", (128, 128, 128)])
def test_a_watermark_shows_on_any_ground_and_lets_it_through(tmp_path, colour):
    signed = Treatment(watermark="Bệnh viện Nhi Mây Trắng")
    files = camera.rendered(camera.jpeg(paper(colour=colour)), tmp_path, treatment=signed)
    image = camera.opened(files["photo-480.avif"])
    low, high = corner(image, left=False).getextrema()
    assert high - low > 60
    low, high = corner(image, left=True).getextrema()
    assert high - low < 12


def test_lists_cards_and_placeholders_are_not_signed(tmp_path):
    content = camera.jpeg(scene(OPEN))
    plain = camera.worked(content, tmp_path, cropped=True)
    signed = camera.worked(
        content, tmp_path, cropped=True, treatment=Treatment(credit="Ảnh: A", watermark="B")
    )
    assert plain[0] == signed[0]
    changed = {name for name in plain[1] if plain[1][name] != signed[1][name]}
    whole = ("photo-", "plain-", "first-")
    assert changed == {name for name in plain[1] if name.startswith(whole)}


def test_what_was_handed_in_is_not_drawn_into():
    image = paper()
    assert overlay.signed(image, "Ảnh: A", "B") is not image
    assert image.getextrema() == ((255, 255),) * 3


SENTENCE = "Ảnh: Nguyễn Thị Ngọc Ễ"


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(unicodedata.normalize("NFD", SENTENCE), id="decomposed"),
        pytest.param(f"\u202e{SENTENCE}\u200b 😀👩\u200d⚕️ 中\x07", id="letters-it-lacks"),
        pytest.param(f"  {SENTENCE.replace(' ', chr(0xA0))}\n\n", id="spaces"),
        pytest.param(f"{SENTENCE}\ud800\U0010ffff\0", id="no-characters"),
    ],
)
def test_the_same_words_give_the_same_pixels(typed):
    assert overlay.signed(paper(), typed, typed) == overlay.signed(paper(), SENTENCE, SENTENCE)


def test_marks_above_and_below_letters_are_drawn():
    words = ("DE", "DÊ", "DỄ", "DỆ")
    drawn = {overlay.signed(paper(), word, "").tobytes() for word in words}
    assert len(drawn) == len(words)


@pytest.mark.parametrize(
    "size", [(1600, 1200), (900, 1600), (1600, 300), (480, 360), (200, 90)]
)
@pytest.mark.parametrize("text", ["A" * 1000, "Bệnh viện " * 100, "Ỗ" * 60], ids=len)
def test_a_long_text_is_cut_and_takes_a_third_at_most(size, text):
    image = paper(*size)
    signed = overlay.signed(image, text, text)
    box = ImageChops.difference(image, signed).getbbox()
    assert box is not None
    assert box[1] >= size[1] * 2 // 3 - 1
    assert box[3] <= size[1] and box[2] <= size[0]


def test_a_text_that_is_too_long_for_two_lines_ends_in_dots():
    long = "Bệnh viện Nhi Mây Trắng " * 20
    other = overlay.signed(paper(), long + "khác", "")
    assert overlay.signed(paper(), long, "") == other


@pytest.mark.parametrize(
    ("size", "credit"),
    [
        pytest.param((199, 900), "A", id="narrow"),
        pytest.param((4000, 30), "A", id="flat"),
        pytest.param((1, 1), "A", id="dot"),
        pytest.param((1600, 1200), "😀\u200d\x00", id="no-letters"),
        pytest.param((1600, 1200), " \n", id="blank"),
    ],
)
def test_where_nothing_can_be_read_nothing_is_drawn(size, credit):
    image = paper(*size)
    assert overlay.signed(image, credit, "") == image


def test_credit_line_and_watermark_leave_each_other_room():
    both = overlay.signed(paper(), "Ảnh: Phòng Truyền thông " * 9, "Bệnh viện Nhi Mây Trắng")
    row = both.convert("L").crop((0, 1190, 1600, 1191)).tobytes()
    end = next(x for x, level in enumerate(row) if level > 250)
    assert end < 1600 * 0.6
    assert both.crop((end, 900, end + 20, 1200)).getextrema() == ((255, 255),) * 3


def test_a_guarded_child_blurs_and_signs_the_same_every_time(tmp_path, children):
    source = tmp_path / "original.jpg"
    source.write_bytes(camera.jpeg(scene(HIDDEN, OPEN)))
    treated = Treatment((HIDDEN,), "Ảnh: Phòng Truyền thông", "Nhi Mây Trắng")
    picture = camera.planned(source, treatment=treated)
    task = Task("render", camera.NAME, str(source), asked(picture, [picture.key]))
    here = camera.asked_of_a_child("render", source, asked(picture, [picture.key]))
    outcomes = list(children.run([task, task]))
    assert [outcome.failure for outcome in outcomes] == [None, None]
    assert all(dict(outcome.files) == here[1] for outcome in outcomes)
