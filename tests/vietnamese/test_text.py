from __future__ import annotations

import random
import re
import unicodedata

import pytest

from bantin import limits
from bantin.vietnamese.text import (
    compare_key,
    distinct_slugs,
    fold,
    fold_tone,
    measures,
    nfc,
    slug,
)

LETTERS = "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
VOWELS = [nfc(letter + tone) for letter in LETTERS if letter not in "đĐ" for tone in TONES]


def nfd(s: str) -> str:
    return unicodedata.normalize("NFD", s)


def any_texts(count: int = 500) -> list[str]:
    """Seeded noise: Vietnamese letters, loose marks, other scripts, signs, white space."""
    chance = random.Random(20260206)
    letters = [*VOWELS, *"đĐbcdghklmnpqrstvxBQTH0129", *"-–,.'’ \u00a0\t", *"ßæøÐżñ日ا๑½①ﬁ🏥"]
    letters += ["\u0301", "\u0323", "\u0302", "\u200b", "\x00"]
    return ["".join(chance.choices(letters, k=chance.randint(0, 30))) for _ in range(count)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("hòa", "hoà", id="oa"),
        pytest.param("khỏe", "khoẻ", id="oe"),
        pytest.param("thủy", "thuỷ", id="uy"),
        pytest.param("hóa", "hoá", id="sắc"),
        pytest.param("họa", "hoạ", id="nặng"),
        pytest.param("lõa", "loã", id="ngã"),
        pytest.param("Hòa Bình – Thùy, Thúy.", "Hoà Bình – Thuỳ, Thuý.", id="in-a-sentence"),
        pytest.param("SỨC KHỎE, THỦY", "SỨC KHOẺ, THUỶ", id="capitals"),
        pytest.param("hòa-giải", "hoà-giải", id="before-a-hyphen"),
        pytest.param("hoà khoẻ thuỷ", "hoà khoẻ thuỷ", id="new-stays"),
        pytest.param("quý Quỳnh QUỸ qúy", "quý Quỳnh QUỸ qúy", id="qu-is-a-consonant"),
        pytest.param("hoàn hòan khuỷu thuở", "hoàn hòan khuỷu thuở", id="closed"),
        pytest.param("mùa của lúa", "mùa của lúa", id="ua-has-one-place"),
        pytest.param("Võ Vũ Thi Thy", "Võ Vũ Thi Thy", id="names-stay"),
        pytest.param("health 2026", "health 2026", id="ascii"),
    ],
)
def test_tone_marks_move_to_the_new_place(old, new):
    assert fold_tone(old) == new
    assert fold_tone(nfd(old)) == new


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Đỗ Mạnh Toàn", "do manh toan", id="name"),
        pytest.param("ĐƯỜNG đường", "duong duong", id="đ-has-no-decomposition"),
        pytest.param("Ðặng", "dang", id="look-alike-of-đ"),
        pytest.param("Sức khoẻ, SỨC KHỎE", "suc khoe, suc khoe", id="both-placements"),
        pytest.param("Ễ Ộ Ự Ẵ Ỷ", "e o u a y", id="stacked-marks"),
        pytest.param("Søren Müller", "soren muller", id="foreign"),
        pytest.param("(BV-05/12)", "(bv-05/12)", id="signs-stay"),
    ],
)
def test_fold_takes_case_and_marks_off(text, folded):
    assert fold(text) == folded
    assert fold(nfd(text)) == folded


def test_fold_keeps_the_length_of_words():
    assert all(len(fold(nfd(letter))) == 1 for letter in [*VOWELS, "đ", "Đ"])


@pytest.mark.parametrize("same", [fold, fold_tone, compare_key], ids=lambda f: f.__name__)
def test_folding_twice_is_folding_once(same):
    for text in any_texts():
        once = same(text)
        assert same(once) == once == nfc(once)
        assert same(nfd(text)) == once


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Trần Thị Hòa", "Trần Thị Hoà", id="tone-placement"),
        pytest.param("Phan Kim Trọng", nfd("Phan Kim Trọng"), id="normal-form"),
        pytest.param("PHAN KIM TRỌNG", "Phan Kim Trọng", id="case"),
        pytest.param("  Phan\u00a0Kim \n Trọng ", "Phan Kim Trọng", id="white-space"),
        pytest.param("ĐỖ THÚY", "đỗ thuý", id="all-at-once"),
    ],
)
def test_the_same_text_has_the_same_key(one, other):
    assert compare_key(one) == compare_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Vũ Thị Hảo", "Võ Thị Hảo", id="vũ-võ"),
        pytest.param("Hoàng Lan", "Huỳnh Lan", id="hoàng-huỳnh"),
        pytest.param("Thi", "Thy", id="i-y"),
        pytest.param("Hoa", "Hòa", id="tone"),
        pytest.param("Dung", "Đung", id="đ"),
        pytest.param("Sản Nhi", "SảnNhi", id="space"),
    ],
)
def test_different_texts_have_different_keys(one, other):
    assert compare_key(one) != compare_key(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Đỗ Mạnh Toàn", "do-manh-toan", id="name"),
        pytest.param("Sản - Nhi (tỉnh) “Vĩnh Phúc”", "san-nhi-tinh-vinh-phuc", id="signs"),
        pytest.param("Sức khỏe & sức khoẻ", "suc-khoe-suc-khoe", id="both-placements"),
        pytest.param("–6 tháng đầu năm 2019…", "6-thang-dau-nam-2019", id="ends-trimmed"),
        pytest.param("Máy đo SpO₂ 5 m²", "may-do-spo2-5-m2", id="raised-digits"),
        pytest.param("H'Hen Niê", "h-hen-nie", id="apostrophe"),
    ],
)
def test_slug(text, expected):
    assert slug(text) == expected
    assert slug(nfd(text)) == expected
    assert slug(expected) == expected


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        pytest.param(7, "hoi", id="before-the-word-that-is-too-long"),
        pytest.param(8, "hoi-nghi", id="just-fits"),
        pytest.param(9, "hoi-nghi", id="no-hyphen-left-at-the-end"),
        pytest.param(2, "ho", id="a-single-word-is-cut"),
    ],
)
def test_slug_is_cut_after_a_word(limit, expected):
    assert slug("Hội nghị sơ kết", limit) == expected


@pytest.mark.parametrize("text", ["", " ", "–", "日本", "!?", "\u0301"])
def test_a_slug_never_collapses_silently(text):
    with pytest.raises(ValueError, match="no slug"):
        slug(text)


def test_slugs_hold_only_safe_characters():
    for text in any_texts():
        try:
            made = slug(text, 12)
        except ValueError:
            continue
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
        assert len(made) <= 12


def test_texts_that_meet_are_numbered_in_dictionary_order():
    marked = ["Hoa", "Hòa", "Hỏa", "Hóa", "Họa"]
    expected = dict(zip(marked, ["hoa", "hoa-2", "hoa-3", "hoa-4", "hoa-5"], strict=True))
    assert distinct_slugs(reversed(marked)) == expected


def test_numbers_follow_the_alphabet_before_the_tones():
    slugs = distinct_slugs(["ân", "án", "ăn", "an", "ẩn"])
    assert sorted(slugs, key=lambda text: slugs[text]) == ["an", "án", "ăn", "ân", "ẩn"]


def test_the_same_text_shares_a_slug_however_it_is_typed():
    slugs = distinct_slugs(["Hòa", "HOÀ", nfd("hòa"), "Hoa"])
    assert slugs == {"Hòa": "hoa-2", "HOÀ": "hoa-2", nfd("hòa"): "hoa-2", "Hoa": "hoa"}


def test_a_number_does_not_take_the_slug_of_another_text():
    assert distinct_slugs(["Hoa", "Hòa", "Hoa 2"]) == {
        "Hoa": "hoa",
        "Hòa": "hoa-3",
        "Hoa 2": "hoa-2",
    }


def test_texts_without_letters_stay_apart():
    slugs = distinct_slugs(["!!!", "???", "日本", ""])
    assert len(set(slugs.values())) == 4
    assert all(re.fullmatch(r"x-[0-9a-f]+", made) for made in slugs.values())
    assert distinct_slugs(["日本"])["日本"] == slugs["日本"]


def test_numbered_slugs_keep_the_limit():
    long = "a" * limits.SLUG_BYTES
    slugs = distinct_slugs([long, long + "b", long + "c"])
    assert len(set(slugs.values())) == 3
    assert max(map(len, slugs.values())) == limits.SLUG_BYTES


def test_distinct_slugs_do_not_depend_on_the_order_of_the_texts():
    texts = any_texts()
    expected = distinct_slugs(texts)
    random.Random(1).shuffle(texts)
    assert distinct_slugs(texts) == expected
    same = {compare_key(text) for text in texts}
    assert len(set(expected.values())) == len(same)


@pytest.mark.parametrize(
    ("title", "held"),
    [
        pytest.param("Sơ kết công tác tuyến 6 tháng đầu năm 2019", ["6 tháng"], id="months"),
        pytest.param("Trẻ từ 2 tháng đến 15 tuổi", ["2 tháng", "15 tuổi"], id="two"),
        pytest.param("Từ 9 giờ 30, ở lại 30 phút", ["9 giờ", "30 phút"], id="times"),
        pytest.param("Ngày 6 tháng 2 năm 2026", [], id="date"),
        pytest.param("Mười năm, 10 nămmm, 3 ca", [], id="nothing"),
    ],
)
def test_a_number_is_held_together_with_its_unit(title, held):
    parts = measures(title)
    assert parts[1::2] == held
    assert "".join(parts) == title
