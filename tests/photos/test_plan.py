from __future__ import annotations

import unicodedata

import pytest

from bantin.model import Box
from bantin.photos.plan import (
    Size,
    address_stem,
    fit,
    natural_key,
    plan,
    plan_document,
)
from bantin.photos.profiles import PROFILES, RECIPE
from bantin.pictures import UNTREATED, Original, Treatment

DIGEST = "0123456789abcdef" * 4


def original(width: int, height: int, digest: str = DIGEST) -> Original:
    return Original("images/2026/a/01.jpg", width, height, "JPEG", digest)


@pytest.mark.parametrize(
    ("source", "box", "expected"),
    [
        pytest.param((4000, 3000), (800, 800), (800, 600), id="landscape"),
        pytest.param((3000, 4000), (800, 800), (600, 800), id="portrait"),
        pytest.param((640, 480), (800, 800), (640, 480), id="never-enlarges"),
        pytest.param((400, 201), (200, 200), (200, 101), id="half-rounds-up"),
        pytest.param((9000, 1), (90, 90), (90, 1), id="panorama-keeps-one-pixel"),
    ],
)
def test_fit(source, box, expected):
    assert fit(Size(*source), Size(*box)) == expected


@pytest.mark.parametrize("source", [(0, 10), (10, 0), (-1, 5)])
def test_fit_refuses_a_size_that_is_none(source):
    with pytest.raises(ValueError, match="sides"):
        fit(Size(*source), Size(10, 10))


@pytest.mark.parametrize(
    ("size", "heights"),
    [
        pytest.param((4000, 3000), {480: 360, 960: 720, 1600: 1200}, id="phone"),
        pytest.param((3000, 4000), {480: 640, 960: 1280, 1600: 2133}, id="tall"),
        pytest.param((1600, 900), {480: 270, 960: 540, 1600: 900}, id="exact"),
        pytest.param((1200, 800), {480: 320, 960: 640, 1200: 800}, id="between"),
        pytest.param((700, 500), {480: 343, 700: 500}, id="small"),
        pytest.param((300, 200), {300: 200}, id="tiny"),
        pytest.param((1, 1), {1: 1}, id="dot"),
        pytest.param((9000, 1), {480: 1, 960: 1, 1600: 1}, id="line"),
        pytest.param((300, 20_000), {246: 16_383}, id="longer-than-webp-allows"),
    ],
)
def test_sizes(size, heights):
    picture = plan(original(*size), "images/2026/a/01", "codecs")
    assert {one.width: one.height for one in picture.renditions} == heights
    plain = {width: high for width, high in heights.items() if width > 480} or heights
    assert {one.width: one.height for one in picture.fallbacks} == plain
    assert (picture.fallback, picture.large) == (picture.fallbacks[0], picture.fallbacks[-1])


def test_addresses_name_stem_width_key_and_format():
    picture = plan(original(700, 500), "images/2026/a/01", "codecs")
    assert len(picture.key) == 12
    assert [one.address for one in (*picture.renditions, *picture.fallbacks)] == [
        f"images/2026/a/01.480.{picture.key}.avif",
        f"images/2026/a/01.700.{picture.key}.avif",
        f"images/2026/a/01.700.{picture.key}.jpg",
    ]


SHAPES = {"cover": (3, 2), "square": (1, 1)}


@pytest.mark.parametrize(
    "size", [(4000, 3000), (3000, 4000), (1200, 630), (640, 480), (500, 501), (90, 20_000)]
)
def test_crops_have_their_shape_and_are_never_larger_than_the_original(size):
    crops = plan(original(*size), "a/01", "codecs", cropped=True).crops
    assert crops
    for one in crops.all:
        wide, high = SHAPES[one.profile.removesuffix("-plain")]
        assert abs(one.width * high / wide - one.height) <= 1
        assert one.width <= size[0] and one.height <= size[1]
        whole = one.width == size[0] or one.height == size[1]
        assert whole or one.width in (240, 480, 720, 960)


def test_every_crop_of_a_large_photo():
    crops = plan(original(4000, 3000), "a/01", "codecs", cropped=True).crops
    assert crops
    assert [(one.width, one.height, one.format) for one in crops.all] == [
        *((480, 320, "avif"), (720, 480, "avif"), (960, 640, "avif")),
        *((240, 240, "avif"), (480, 320, "jpg"), (240, 240, "jpg")),
    ]


def test_all_renditions_of_a_photo_have_addresses_of_their_own():
    for size in ((4000, 3000), (240, 240), (480, 320), (1, 1)):
        picture = plan(original(*size), "a/01", "codecs", cropped=True)
        assert picture.crops
        every = (*picture.uncut, *picture.fallbacks, *picture.crops.all)
        assert len({one.address for one in every}) == len(every)


def test_what_stands_in_no_list_is_not_cut():
    assert plan(original(4000, 3000), "a/01", "codecs").crops is None


@pytest.mark.parametrize(
    ("width", "said", "expected"),
    [
        pytest.param(4000, {}, [480, 960, 1600], id="one-of-many"),
        pytest.param(4000, {"first": True}, [480, 720, 960, 1600], id="a-page-shows-it-first"),
        pytest.param(4000, {"cropped": True}, [480, 720, 960, 1600], id="cover"),
        pytest.param(720, {"first": True}, [480, 720], id="no-wider-than-a-phone-wants"),
    ],
)
def test_what_readers_wait_for_has_the_width_of_a_phone(width, said, expected):
    picture = plan(original(width, 480), "a/01", "codecs", **said)
    assert [one.width for one in picture.uncut] == expected


def test_a_picture_under_docs_is_one_webp():
    picture = plan_document(original(4000, 3000), "a/01", "codecs")
    assert [(one.width, one.height, one.format) for one in picture.renditions] == [
        (1600, 1200, "webp")
    ]
    assert picture.fallbacks == ()


def of_a_list(digest=DIGEST, codecs="avif 1", treatment=UNTREATED, focus=None):
    picture = plan(original(900, 600, digest), "a/01", codecs, treatment, focus, cropped=True)
    assert picture.crops
    every = (*picture.uncut, *picture.fallbacks)
    return (
        {picture.key, picture.first_key, *(one.address for one in every)},
        {picture.crops.key, *(one.address for one in picture.crops.all)},
    )


HIDDEN = Treatment(blur=(Box(0.1, 0.1, 0.2, 0.2),))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"digest": DIGEST[::-1]}, id="other-photo"),
        pytest.param({"codecs": "avif 2"}, id="other-encoder"),
        pytest.param({"treatment": HIDDEN}, id="blurred"),
        pytest.param({"treatment": Treatment(credit="Ảnh: An")}, id="credit-line"),
        pytest.param({"treatment": Treatment(watermark="Mây")}, id="watermark"),
    ],
)
def test_a_key_changes_with_whatever_is_behind_it(change):
    before, after = of_a_list(), of_a_list(**change)
    assert before[0].isdisjoint(after[0])
    assert before[1].isdisjoint(after[1])
    assert after == of_a_list(**change)


def test_another_focus_changes_the_crops_alone():
    before, after = of_a_list(), of_a_list(focus=(0.2, 0.3))
    assert before[0] == after[0]
    assert before[1].isdisjoint(after[1])
    assert before == of_a_list(focus=(0.5, 0.5))


def test_another_recipe_changes_every_key(monkeypatch):
    before = of_a_list()
    monkeypatch.setattr("bantin.photos.plan.RECIPE", f"next {RECIPE}")
    after = of_a_list()
    assert before[0].isdisjoint(after[0])
    assert before[1].isdisjoint(after[1])


def test_the_recipe_tells_every_row_of_the_table():
    for name, profile in PROFILES.items():
        assert name in RECIPE and repr(profile) in RECIPE


@pytest.mark.parametrize(
    ("file", "stem"),
    [
        pytest.param("01.jpg", "images/a/01", id="plain"),
        pytest.param("Hội nghị Đào tạo 1.JPG", "images/a/hoi-nghi-dao-tao-1", id="vietnamese"),
        pytest.param(unicodedata.normalize("NFD", "Hội.jpg"), "images/a/hoi", id="from-a-mac"),
        pytest.param("../../x.jpg", "images/a/x", id="climbing"),
        pytest.param("!!!.jpg", "images/a/photo", id="nothing-left"),
        pytest.param("a.b.jpg", "images/a/a-b", id="two-dots"),
    ],
)
def test_address_stem(file, stem):
    assert address_stem("images/a", file) == stem


def test_files_that_share_a_stem_have_addresses_of_their_own():
    stems = {address_stem("images/a", file) for file in ("Hoà.jpg", "Hoá.jpg", "hoa.png")}
    assert stems == {"images/a/hoa"}
    addresses = {
        plan(original(700, 500, digest), "images/a/hoa", "codecs").fallback.address
        for digest in ("1" * 64, "2" * 64, "3" * 64)
    }
    assert len(addresses) == 3


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["1.jpg", "2.jpg", "10.jpg", "100.jpg"], id="counted"),
        pytest.param(["01.jpg", "1.jpg", "02.jpg", "2.jpg"], id="leading-zeros"),
        pytest.param(["a1.jpg", "A2.jpg", "a3.JPG", "b.jpg"], id="capitals"),
        pytest.param(["IMG_9.jpg", "IMG_9 (2).jpg", "IMG_10.jpg"], id="copies"),
        pytest.param(["20260206_1.jpg", "20260206_2.jpg", "20260206_11.jpg"], id="dates"),
        pytest.param(["9" * 200 + ".jpg", "1" + "0" * 200 + ".jpg"], id="huge-numbers"),
        pytest.param(
            ["ảnh 2.jpg", unicodedata.normalize("NFD", "ảnh 10.jpg")], id="from-a-mac"
        ),
    ],
)
def test_natural_order(names):
    found = list(reversed(names))
    found.sort(key=natural_key)
    assert found == names


def test_natural_order_is_total():
    names = ["a.jpg", "A.jpg", "á.jpg", unicodedata.normalize("NFD", "á.jpg"), "01", "1", "001"]
    assert len({natural_key(name) for name in names}) == len(names)
