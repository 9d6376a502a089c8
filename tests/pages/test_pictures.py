from __future__ import annotations

import pytest

from bantin.pages import pictures
from bantin.pages.pictures import TONES, tone
from bantin.pictures import Look
from pages.editions import picture


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        pytest.param("#000000", "000", id="black"),
        pytest.param("#ffffff", "555", id="white"),
        pytest.param("#3366cc", "124", id="a-step"),
        pytest.param("#194cb2", "013", id="the-nearer-one-below"),
        pytest.param("#1a4db3", "124", id="the-nearer-one-above"),
    ],
)
def test_a_colour_becomes_the_nearest_tone(colour, expected):
    assert tone(colour) == expected


def test_every_grey_has_a_tone_that_the_stylesheet_knows():
    assert {tone(f"#{grey:02x}{grey:02x}{grey:02x}") for grey in range(256)} <= set(TONES)


def test_a_page_knows_the_look_of_a_photo_by_its_key():
    shown = picture("images/a/1")
    found = pictures.whole(shown, {shown.key: Look("#ffffff", b"x")})
    assert (found.tone, found.placeholder) == ("555", "data:image/webp;base64,eA==")
    other = pictures.whole(shown, {"other": Look("#ffffff", b"x")})
    assert (other.tone, other.placeholder) == ("", "")


def test_a_whole_photo_comes_in_every_width_and_a_cut_one_in_its_shapes():
    shown = picture("images/a/1", cropped=True)
    whole, card = pictures.whole(shown, {}), pictures.card(shown, {})
    assert [one.width for one in whole.files.sources] == [480, 720, 960, 1600]
    assert [one.width for one in whole.files.plain] == [960, 1600]
    assert (whole.files.width, whole.files.height, whole.square) == (960, 640, None)
    assert [one.width for one in card.files.sources] == [480, 720, 960]
    assert [one.address for one in card.files.plain] == ["images/a/1.480.cover-key.jpg"]
    assert [one.address for one in card.square.sources] == ["images/a/1.240.square-key.avif"]


def test_a_list_shows_no_large_rendition_of_a_photo_that_was_not_cut():
    found = pictures.card(picture("images/a/1"), {})
    assert [one.width for one in found.files.sources] == [480, 960]
    assert [one.width for one in found.files.plain] == [960]
    assert found.square is None
