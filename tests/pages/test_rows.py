from __future__ import annotations

import pytest

from bantin.pages.bulletin.rows import COLUMN, GAP, NARROWEST, PAGE, TALLEST, height, rows

WIDE, FOUR_THIRDS, TALL, PHONE, PANORAMA = 1.5, 1.333, 0.667, 0.5625, 3.2
MIXED = [1.778, TALL, FOUR_THIRDS, WIDE, WIDE, FOUR_THIRDS, WIDE, WIDE, FOUR_THIRDS, TALL, 2.4]


def cut(shapes, width):
    start = 0
    for count in rows(shapes, width):
        yield shapes[start : start + count]
        start += count


@pytest.mark.parametrize(
    ("shapes", "width", "expected"),
    [
        pytest.param([], PAGE, (), id="none"),
        pytest.param([WIDE], PAGE, (1,), id="one"),
        pytest.param([TALL] * 2, PAGE, (2,), id="two-portraits"),
        pytest.param([WIDE] * 3, PAGE, (3,), id="three"),
        pytest.param([WIDE] * 7, PAGE, (2, 2, 3), id="large-ones-first"),
        pytest.param([WIDE] * 3, COLUMN, (1, 2), id="fewer-in-a-column"),
        pytest.param([PANORAMA, WIDE, WIDE], PAGE, (1, 2), id="panorama-alone"),
    ],
)
def test_photos_share_rows(shapes, width, expected):
    assert rows(shapes, width) == expected


@pytest.mark.parametrize("width", [PAGE, COLUMN])
@pytest.mark.parametrize(
    "shapes",
    [MIXED, [WIDE] * 12, [FOUR_THIRDS] * 5, [PHONE] * 6, [PANORAMA] * 3, [1.0] * 60],
    ids=["mixed", "twelve", "five", "phones", "panoramas", "sixty"],
)
def test_every_photo_has_a_place_that_can_be_read(shapes, width):
    found = list(cut(shapes, width))
    assert [shape for row in found for shape in row] == shapes
    for row in found:
        tall = height(row, width)
        assert tall <= TALLEST
        assert min(row) * tall >= 0.8 * NARROWEST
        assert sum(row) * tall + GAP * (len(row) - 1) <= width + 0.001
