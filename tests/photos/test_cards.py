"""Cards are seen by people who never come to the site: what stands on them can be read."""

from __future__ import annotations

import io
from itertools import pairwise

import camera
import pytest
from PIL import Image, ImageChops, ImageDraw

from bantin.model import Box
from bantin.photos import card, headlines
from bantin.photos.plan import plan_card
from bantin.photos.profiles import CARD, CARD_PHOTO
from bantin.photos.render import asked, codecs
from bantin.pictures import CardText, Original, Picture, Treatment
from bantin.publish import images

MARKS = "HỖN ĐỘN ẪM GIỮ CẪN ỘT ỄN NGHỆ CHẶT ỰA LẪY "
LONGEST = (MARKS * 9)[:200].strip()
TITLES = {
    "short": "Nghỉ Tết",
    "usual": "Sơ kết công tác tuyến 2026: thêm nhiều trẻ được chăm sóc gần nhà",
    "english": "Blood donation day at May Trang Children’s Hospital brings in 214 units",
    "capitals": "HỘI NGHỊ SƠ KẾT CÔNG TÁC CHỈ ĐẠO TUYẾN VÀ ĐỀ ÁN BỆNH VIỆN VỆ TINH NĂM 2026",
    "longest": LONGEST,
}
BESIDE = CARD[0] - CARD_PHOTO[0]
"""px from the left: where the photo begins."""
COLUMNS = [BESIDE - card.BESIDE - card.EDGE, CARD[0] - 2 * card.EDGE]
"""px that a headline has beside a photo, and without one."""
ROOM = card.HEADLINE_BOTTOM - card.HEADLINE_TOP
NOTHING = Picture(Original("news/2026/a.md", 0, 0, "", ""), "", (), ())


def logo(width=300, height=96):
    target = io.BytesIO()
    Image.new("RGBA", (width, height), (200, 0, 0, 255)).save(target, "PNG")
    return target.getvalue()


def carrying(picture, **words):
    found = plan_card(picture, "images/2026/a/01", CardText(**words), codecs())
    return picture._replace(cards=(found,))


def drawn(picture, path, *keys):
    """Files of some sets, of the card alone if none is named."""
    wanted = keys or [one.key for one in picture.cards]
    _, files = camera.asked_of_a_child("render", path, asked(picture, wanted))
    return files


def card_of(picture, path="/nowhere"):
    (content,) = drawn(picture, path).values()
    return content


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.jpeg(camera.scene(1600, 1000)))
    return path


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("wide", COLUMNS)
def test_a_headline_is_there_with_every_word_and_no_line_touches_another(title, wide):
    found = headlines.headline(title, card.HEADLINE_SIZES, wide, ROOM)
    assert " ".join(found.lines) == title
    assert found.height <= ROOM
    inks = []
    for baseline, line in found.placed:
        ink = Image.new("L", (wide + 200, ROOM + 200))
        ImageDraw.Draw(ink).text((100, 100 + baseline), line, 255, found.font, "ls")
        left, top, right, _ = ink.getbbox()
        assert left >= 99 and right <= 100 + wide + 1 and top >= 99
        inks.append(ink)
    for upper, lower in pairwise(inks):
        assert ImageChops.darker(upper, lower).getbbox() is None
        assert upper.getbbox()[3] < lower.getbbox()[1] + found.font.size / 2


def test_few_words_are_large_and_many_still_larger_than_a_thumb_needs():
    sizes = {
        name: headlines.headline(title, card.HEADLINE_SIZES, COLUMNS[0], ROOM).font.size
        for name, title in TITLES.items()
    }
    assert sizes["short"] == card.HEADLINE_SIZES[0]
    assert sizes["usual"] >= 52
    assert sizes["capitals"] >= 42
    assert sizes["longest"] >= 28


def test_lines_are_about_equally_long():
    found = headlines.headline(TITLES["english"], (60,), COLUMNS[1], ROOM)
    lengths = [found.font.getlength(line) for line in found.lines]
    assert min(lengths) > 0.6 * max(lengths)


@pytest.mark.parametrize("title", ["W" * 200, "NGHIÊNGNGẢ" * 20, "ẪỘ " * 66 + "ẪỘ"])
def test_what_can_not_fit_ends_with_an_ellipsis(title):
    found = headlines.headline(title, (60,), COLUMNS[0], ROOM)
    assert found.lines[-1].endswith("…")
    assert found.height <= ROOM
    assert max(map(found.font.getlength, found.lines)) <= COLUMNS[0]


@pytest.mark.parametrize("title", ["", "医院新闻", "😀😀"])
def test_a_title_without_letters_that_can_be_drawn_leaves_its_place_empty(title):
    found = camera.opened(card_of(carrying(NOTHING, headline=title, site="Bản tin")))
    empty = found.crop((card.EDGE, card.HEADLINE_TOP, 600, card.HEADLINE_BOTTOM))
    assert max(high - low for low, high in empty.convert("RGB").getextrema()) < 60


def test_letters_never_come_near_the_photo_or_the_edges():
    words = {"site": "Bản tin " * 20, "foot": "Chỉ đạo tuyến · " * 20, "logo": logo(900, 50)}
    for photo in (Image.new("RGB", CARD_PHOTO, "white"), None):
        blank = card.drawn(photo, CardText(""))
        found = card.drawn(photo, CardText(LONGEST, **words))
        left, top, right, bottom = ImageChops.difference(blank, found).getbbox()
        assert left >= card.EDGE - 2 and top >= 40
        assert right <= (BESIDE - card.BESIDE + 2 if photo else CARD[0] - card.EDGE + 2)
        assert bottom <= CARD[1] - 40


def test_a_logo_stands_whole_on_white_before_the_name():
    for size in ((96, 96), (480, 60), (20, 96)):
        found = card.drawn(None, CardText("Tin", "Bản tin", logo=logo(*size)))
        plate = found.crop((card.EDGE, 20, card.EDGE + 240, 160))
        colours = {colour for _, colour in plate.getcolors(100_000)}
        assert {(255, 255, 255), (200, 0, 0)} <= colours


def test_the_photo_is_shown_beside_the_words_around_its_focus(photo):
    picture = camera.planned(photo, cropped=True, focus=(0.0, 0.5))
    image = camera.opened(card_of(carrying(picture, headline="Tin"), photo)).convert("RGB")
    assert image.size == CARD
    corners = [(BESIDE + 40, 40), (BESIDE + 40, 590)]
    for at, wanted in zip(corners, ("red", "blue"), strict=True):
        found, expected = image.getpixel(at), camera.QUADRANTS[wanted]
        assert all(abs(a - b) < 14 for a, b in zip(found, expected, strict=True))


def test_a_blurred_region_is_gone_from_the_card(photo):
    fine = Image.effect_noise((1600, 1000), 120).convert("RGB")
    photo.write_bytes(camera.jpeg(fine))
    levels = []
    for blur in ((), (Box(0, 0, 1, 1),)):
        picture = camera.planned(photo, cropped=True, treatment=Treatment(blur=blur))
        content = card_of(carrying(picture, headline="Tin"), photo)
        seen = camera.opened(content).convert("L").crop((BESIDE + 10, 10, 1190, 620))
        low, high = seen.getextrema()
        levels.append(high - low)
    assert levels[0] > 100 > 40 > levels[1]


def test_a_card_is_pixels_and_nothing_else(photo):
    picture = camera.planned(photo, cropped=True)
    words = {"headline": LONGEST, "site": "Bản tin", "foot": "06/02/2026", "logo": logo()}
    for content in (
        card_of(carrying(picture, **words), photo),
        card_of(carrying(NOTHING, **words)),
    ):
        assert images.findings("a.jpg", content) == ()
        assert camera.opened(content).size == CARD
        assert len(content) < 200_000


def test_whatever_is_rendered_beside_it_a_set_has_the_same_bytes(photo):
    picture = carrying(camera.planned(photo, cropped=True), headline="Tin")
    together = drawn(picture, photo, *picture.sets())
    alone = {}
    for key in picture.sets():
        alone |= drawn(picture, photo, key)
    assert together == alone
    assert len(together) == sum(map(len, picture.sets().values()))


CHANGES = {
    "headline": {"headline": "Tin khác"},
    "site": {"site": "Bản tin khác"},
    "foot": {"foot": "07/02/2026"},
    "logo": {"logo": logo(100, 96)},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_other_words_are_another_card_under_another_name(change):
    words = {"headline": "Tin", "site": "Bản tin", "foot": "06/02/2026", "logo": logo()}
    before, after = (carrying(NOTHING, **one).cards[0] for one in (words, words | change))
    assert before.key != after.key
    assert before.rendition.address != after.rendition.address
    assert before == carrying(NOTHING, **words).cards[0]


def test_another_photo_focus_or_treatment_is_another_card(photo, tmp_path):
    other = tmp_path / "02.jpg"
    other.write_bytes(camera.jpeg(camera.scene(1600, 1001)))
    pictures = [
        camera.planned(photo, cropped=True),
        camera.planned(photo, cropped=True, focus=(0.1, 0.2)),
        camera.planned(photo, cropped=True, treatment=Treatment(blur=(Box(0, 0, 0.5, 0.5),))),
        camera.planned(other, cropped=True),
        NOTHING,
    ]
    keys = {carrying(picture, headline="Tin").cards[0].key for picture in pictures}
    assert len(keys) == len(pictures)
