"""Telephone numbers as hospitals write them."""

from __future__ import annotations

import pytest

from bantin.vietnamese.phones import Phone, phones


@pytest.mark.parametrize(
    ("text", "called"),
    [
        pytest.param("115", "115", id="emergency"),
        pytest.param("1900 1234", "19001234", id="service"),
        pytest.param("1800.599.920", "1800599920", id="toll-free"),
        pytest.param("0211 3656 115", "+842113656115", id="landline"),
        pytest.param("(0211) 3656 115", "+842113656115", id="area-in-brackets"),
        pytest.param("0211 - 3656115", "+842113656115", id="area-before-a-dash"),
        pytest.param("0211.3656.115", "+842113656115", id="dots"),
        pytest.param("0211\u00a03656\u00a0115", "+842113656115", id="no-break-spaces"),
        pytest.param("0912 345 678", "+84912345678", id="mobile"),
        pytest.param("+84 211 3656 115", "+842113656115", id="international"),
        pytest.param("(+84) 211 3656 115", "+842113656115", id="country-in-brackets"),
        pytest.param("+84 (0)211 3656 115", "+842113656115", id="zero-in-brackets"),
        pytest.param("0084 211 3656 115", "+842113656115", id="zeros-for-plus"),
        pytest.param("+49 30 1234567", "+49301234567", id="abroad"),
        pytest.param("0200 000 0115", "+842000000115", id="invented"),
    ],
)
def test_a_number_alone(text, called):
    assert phones(text) == (Phone(text, called),)


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        pytest.param(
            "Cấp cứu 24/7: 0211 3656 115",
            Phone("0211 3656 115", "+842113656115", "Cấp cứu 24/7"),
            id="always",
        ),
        pytest.param(
            "Cấp cứu 24/7 0211 3656 115",
            Phone("0211 3656 115", "+842113656115", "Cấp cứu 24/7"),
            id="always-without-colon",
        ),
        pytest.param(
            "Tổng đài (7h30 - 16:30): 1900 1234",
            Phone("1900 1234", "19001234", "Tổng đài (7h30 - 16:30)"),
            id="hours",
        ),
        pytest.param(
            "0912 345 678 (trực 24/24h)",
            Phone("0912 345 678", "+84912345678", after="(trực 24/24h)"),
            id="words-after",
        ),
        pytest.param(
            "Gọi (1900 1234)", Phone("1900 1234", "19001234", "Gọi"), id="in-brackets"
        ),
        pytest.param(
            "0211 3656 115, nhánh 2",
            Phone("0211 3656 115", "+842113656115", after="nhánh 2"),
            id="extension",
        ),
    ],
)
def test_a_number_among_words(text, phone):
    assert phones(text) == (phone,)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("0211 3656 115 - 0912 345 678", 2, id="dash"),
        pytest.param("0211 3656 115/0912 345 678", 2, id="slash"),
        pytest.param("0211 3656 115 hoặc 115", 2, id="or"),
        pytest.param("1900 1234 (115)", 2, id="brackets"),
        pytest.param("3656 115", 0, id="without-area"),
        pytest.param("0211 3656", 0, id="too-short"),
        pytest.param("0211 3656 115 115 115", 0, id="too-long"),
        pytest.param("000 211 3656 115", 0, id="country-zero"),
        pytest.param("+84 115", 0, id="short-number-from-abroad"),
        pytest.param("911", 0, id="foreign-emergency"),
        pytest.param("đang cập nhật", 0, id="no-digits"),
        pytest.param("24/7", 0, id="hours-only"),
        pytest.param("", 0, id="empty"),
    ],
)
def test_several_and_none(text, numbers):
    assert len(phones(text)) == numbers
