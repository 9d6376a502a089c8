from __future__ import annotations

import random
import unicodedata
from itertools import pairwise

import pytest

from bantin.vietnamese.collation import index_letter, key, name_key
from bantin.vietnamese.text import distinct_slugs, nfc


def nfd(s: str) -> str:
    return unicodedata.normalize("NFD", s)


def backwards(texts: list[str]) -> list[str]:
    """So that a key that tells nothing apart is seen: sorting is stable."""
    return texts[::-1]


ORDERS = [
    pytest.param("a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y", id="alphabet"),
    pytest.param("e f g i j k v w x y z", id="foreign-letters-in-place"),
    pytest.param("ba bà bả bã bá bạ", id="tones"),
    pytest.param("bạ bai băm bân", id="letters-before-tones"),
    pytest.param("hoa hoà hỏa hoá họa", id="placement-does-not-count"),
    pytest.param("hòa Hoà", id="placement-counts-less-than-case"),
    pytest.param("ăn ân da đa e ô ơn u ưa", id="marked-letters-are-letters"),
    pytest.param("Khoa2 Khoa10 Khoa100", id="numbers-by-value"),
    pytest.param("12 115 a z", id="numbers-before-letters"),
    pytest.param("an An AN ăn", id="lower-before-upper"),
    pytest.param("Muller Müller Muly", id="foreign-accents-after-tones"),
    pytest.param("z ø Ω 日", id="other-scripts-after-z"),
    pytest.param("do dô đo đô", id="d-then-đ"),
]


@pytest.mark.parametrize("text", ORDERS)
def test_dictionary_order(text):
    in_order = text.split()
    for seed in range(3):
        shuffled = random.Random(seed).sample(in_order, len(in_order))
        assert sorted(shuffled, key=key) == in_order
        assert sorted(map(nfd, shuffled), key=key) == list(map(nfd, in_order))


def test_order_is_syllable_by_syllable():
    in_order = ["ba", "ba c", "bà b", "bá a", "ban a", "bàn", "Muller B", "Müller A"]
    assert sorted(backwards(in_order), key=key) == in_order


def test_punctuation_does_not_part_names_that_belong_together():
    in_order = ["Sản - Nhi Hải Phòng", "Sản Nhi Phú Thọ", "Sản - Nhi Vĩnh Phúc"]
    assert sorted(backwards(in_order), key=key) == in_order


@pytest.mark.parametrize(
    "in_order",
    [
        pytest.param(["Trần Văn An", "Lê Thị Bình", "Bùi Văn Cường"], id="by-given-name"),
        pytest.param(["Đỗ Lan", "Lê Lan", "Vũ Lan"], id="then-family"),
        pytest.param(["Lê Lan", "Lê Anh Lan", "Lê Thị Lan"], id="then-middle"),
        pytest.param(["Vũ Ái", "Lê Ân", "Bùi Đức", "An Hà"], id="marked-given-names"),
        pytest.param(["Hoàng Lan", "Huỳnh Lan", "Võ Lan", "Vũ Lan"], id="never-folded"),
        pytest.param(["Lan", "Bùi Lan", "Bùi Thị Lan"], id="one-word"),
        pytest.param(["An Bùi", "AN Bùi", "an Đỗ"], id="case-is-last"),
    ],
)
def test_people_stand_by_given_name(in_order):
    assert sorted(backwards(in_order), key=name_key) == in_order


def test_people_stand_by_family_name_before_case():
    assert sorted(["Đỗ an", "Bùi AN"], key=name_key) == ["Bùi AN", "Đỗ an"]


def test_tone_placement_does_not_part_a_given_name():
    in_order = ["Bùi Hoà", "Lê Hòa", "Vũ Hoà"]
    assert sorted(backwards(in_order), key=name_key) == in_order


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        pytest.param("Lê Thị Ánh", "A", id="tones-fall-away"),
        pytest.param("Lê Văn Ân", "Â", id="â"),
        pytest.param("Nguyễn Ẳng", "Ă", id="ă-with-tone"),
        pytest.param("Trần Đức", "Đ", id="đ"),
        pytest.param("Phan Ế", "Ê", id="ê"),
        pytest.param("Ông Ổn", "Ô", id="ô"),
        pytest.param("Bùi Ớt", "Ơ", id="ơ"),
        pytest.param("Lê ưng", "Ư", id="lower-case"),
        pytest.param("Đỗ Hoa", "H", id="given-name-counts"),
        pytest.param("H'Hen", "H", id="apostrophe"),
        pytest.param("Jan Müller", "M", id="foreign"),
        pytest.param("Anna Öhman", "O", id="foreign-accent"),
        pytest.param("山田", "#", id="other-script"),
        pytest.param("Phòng 2", "#", id="digit"),
        pytest.param("", "#", id="empty"),
        pytest.param("Lê –", "#", id="sign"),
    ],
)
def test_index_letter(name, letter):
    assert index_letter(name) == letter
    assert index_letter(nfd(name)) == letter


@pytest.mark.parametrize("order", [key, name_key], ids=lambda f: f.__name__)
def test_order_is_total(order):
    chance = random.Random(7)
    letters = "aàáâấăằbđeêioôơuưyAĐ019 -'.日ßø\u0301\u0302\u00a0\x00🏥²٣"
    texts = {nfc("".join(chance.choices(letters, k=chance.randint(0, 8)))) for _ in range(800)}
    in_order = sorted(texts, key=order)
    assert all(order(one) <= order(other) for one, other in pairwise(in_order))
    assert sorted(backwards(in_order), key=order) == in_order
    assert all(order(nfd(text)) == order(text) for text in texts)


def test_slugs_are_numbered_in_this_order():
    texts = ["bà ba", "ba bà", "bá ba", "bã ba", "bâ ba", "bă ba", "bẩ ba", "ba ba", "ba bạ"]
    slugs = distinct_slugs(texts)
    assert sorted(texts, key=key) == sorted(texts, key=lambda text: slugs[text])
