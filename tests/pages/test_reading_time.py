"""How long a bulletin takes to read, as its dateline says."""

from __future__ import annotations

import pytest

from bantin.edition import Body
from bantin.model import Participant, Photo
from bantin.pages import drafts
from pages.editions import bulletin, edition, gallery


def said(*parts, id="2026/a", photos=(), **values):
    shown = edition(
        [bulletin(id, **values)],
        bodies={id: Body(parts or ("",))},
        galleries={id: gallery(id, *photos)},
    )
    page = next(draft for draft in drafts(shown) if draft.address == f"news/{id}/")
    return page.view["reading_time"]


def of(count):
    return "<p>" + "chữ " * count + "</p>"


@pytest.mark.parametrize(
    ("parts", "time"),
    [
        pytest.param((), "", id="nothing"),
        pytest.param((of(5),), "Đọc khoảng 1 phút", id="a-line"),
        pytest.param((of(440),), "Đọc khoảng 1 phút", id="half-a-minute-more"),
        pytest.param((of(460),), "Đọc khoảng 2 phút", id="nearly-two"),
        pytest.param(
            (of(900), of(600)), "Đọc khoảng 5 phút", id="on-both-sides-of-the-gallery"
        ),
    ],
)
def test_vietnamese_is_read_at_300_syllables_a_minute(parts, time):
    assert said(*parts) == time


def test_english_is_read_at_238_words_a_minute():
    assert said(of(950), id="en/2026/a") == "4-minute read"


def test_summary_and_captions_are_read_too():
    assert said(summary="chữ " * 300, photos=[Photo("", "chữ " * 200)] * 3) == (
        "Đọc khoảng 3 phút"
    )


def test_tags_dashes_and_who_took_part_are_not_read():
    markup = '<a href="x" title="nhiều chữ ở đây">một</a> – ' * 300
    people = tuple(Participant("Họ và Tên") for _ in range(500))
    assert said(f"<p>{markup}</p>", participants=people) == "Đọc khoảng 1 phút"
