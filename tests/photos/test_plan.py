from __future__ import annotations

import unicodedata

import pytest

from bantin.photos.plan import Size, address_stem, fit, natural_key, plan
from bantin.pictures import Original

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
    ("size", "webp", "jpg"),
    [
        pytest.param(
            (4000, 3000), [(480, 360), (960, 720), (1600, 1200)], (960, 720), id="phone"
        ),
        pytest.param(
            (3000, 4000), [(480, 640), (960, 1280), (1600, 2133)], (960, 1280), id="tall"
        ),
        pytest.param(
            (1600, 900), [(480, 270), (960, 540), (1600, 900)], (960, 540), id="exact"
        ),
        pytest.param(
            (1200, 800), [(480, 320), (960, 640), (1200, 800)], (960, 640), id="between"
        ),
        pytest.param((700, 500), [(480, 343), (700, 500)], (700, 500), id="small"),
        pytest.param((300, 200), [(300, 200)], (300, 200), id="tiny"),
        pytest.param((1, 1), [(1, 1)], (1, 1), id="dot"),
        pytest.param((9000, 1), [(480, 1), (960, 1), (1600, 1)], (960, 1), id="line"),
        pytest.param(
            (300, 20_000), [(246, 16_383)], (246, 16_383), id="longer-than-webp-allows"
        ),
    ],
)
def test_sizes(size, webp, jpg):
    picture = plan(original(*size), "images/2026/a/01", "codecs")
    assert [(r.width, r.height) for r in picture.renditions] == webp
    assert (picture.fallback.width, picture.fallback.height) == jpg


def test_addresses_name_stem_width_key_and_format():
    picture = plan(original(700, 500), "images/2026/a/01", "codecs")
    key = picture.fallback.key
    assert len(key) == 12
    assert [r.address for r in (*picture.renditions, picture.fallback)] == [
        f"images/2026/a/01.480.{key}.webp",
        f"images/2026/a/01.700.{key}.webp",
        f"images/2026/a/01.700.{key}.jpg",
    ]


@pytest.mark.parametrize(
    ("digest", "codecs", "same"),
    [
        pytest.param(DIGEST, "webp 1", True, id="nothing-changed"),
        pytest.param(DIGEST[::-1], "webp 1", False, id="other-photo"),
        pytest.param(DIGEST, "webp 2", False, id="other-encoder"),
    ],
)
def test_an_address_changes_with_what_is_behind_it(digest, codecs, same):
    before = plan(original(700, 500), "a/01", "webp 1")
    after = plan(original(700, 500, digest), "a/01", codecs)
    assert (before.fallback.address == after.fallback.address) is same


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
