"""What holds for all titles and any text: seeded random samples, the same in every run."""

from __future__ import annotations

import random
import unicodedata
from itertools import permutations

import pytest

from bantin.vietnamese.titles import (
    TitleBlock,
    canonical,
    find,
    house_form,
    in_house_order,
    leading,
)
from bantin.vietnamese.titletable import TITLES

CODES = [title.code for title in TITLES]
FORMS = [form for title in TITLES for form in title.forms]
FIELDS = ("y tế công cộng", "kỹ thuật y")
NAMES = (
    "Lê An",
    "Tsuji Kenji",
    "Bsung Lee",
    "Thsa Lò",
    "I Nhân",
    "Y Moan",
    "Y Phôn Ksor",
    "Ý Nhi",
    "Chính",
    "Chính Hữu",
    "Cao Bá Đạt",
    "Đa Minh",
    "Học Phi",
    "Khoa Nam",
    "Viên Thu",
    "A Lăng",
    "H'Hen Niê",
    "K' Brể",
    "N.T.H.",
    "T. S. Eliot",
)
SIGNS = (*".,;:-–()/_'@\n\t12I", "II", "trưởng", "chính", "y", "một")
PIECES = (*FORMS, *NAMES, *SIGNS)


def check_house_form(codes: tuple[str, ...]) -> None:
    shown = house_form(codes)
    assert canonical(shown) == in_house_order(codes), shown
    assert house_form(canonical(shown)) == shown
    assert leading(f"{shown} Lê An") == TitleBlock(in_house_order(codes), shown, len(shown) + 1)
    assert find(f"do {shown} Lê An nói") == (
        TitleBlock(in_house_order(codes), shown, len(shown) + 4, 3),
    )


def test_the_house_form_of_any_two_titles_is_read_back():
    for codes in permutations(CODES, 2):
        check_house_form(codes)


def test_the_house_form_of_any_titles_is_read_back():
    chance = random.Random(31)
    for _ in range(2_000):
        check_house_form(tuple(chance.choices(CODES, k=chance.randint(1, 7))))


def test_house_order_is_rank_honour_learning_degree_grade():
    codes = "Bác sĩ chính,CN,ĐD,BS,BSNT,BSCKI,BSCKII,ThS,TS,PGS,GS,NGƯT,TTND,AHLĐ,Đại tá"
    assert in_house_order(tuple(codes.split(","))) == tuple(reversed(codes.split(",")))
    assert in_house_order(("MD", "BS", "PhD", "BS", "MD")) == ("BS", "MD", "PhD")


@pytest.mark.parametrize("name", NAMES)
def test_no_title_takes_a_letter_from_a_name(name):
    for form in FORMS:
        if form.casefold().startswith(FIELDS):
            continue
        for separator in (" ", ". ", " – "):
            text = form + separator + name
            assert text[leading(text).end :] == name, text
            assert [text[one.end :] for one in find(text)] == [name], text


def random_text(chance: random.Random) -> str:
    pieces = chance.choices(PIECES, k=chance.randint(1, 40))
    return "".join(piece + chance.choice(("", " ", ". ", ", ", ".", " - ")) for piece in pieces)


def random_characters(chance: random.Random) -> str:
    ends = (0x80, 0x250, 0x370, 0x1F00, 0x2030, 0x110000)
    return "".join(chr(chance.randrange(chance.choice(ends))) for _ in range(10_000))


def check_reading(text: str) -> None:
    """Blocks stand where they say, in order, apart, each in one line; NFD changes nothing."""
    whole = unicodedata.normalize("NFC", text)
    blocks = find(text)
    end = 0
    for block in blocks:
        assert end <= block.start < block.start + len(block.written) <= block.end, text
        assert whole.startswith(block.written, block.start)
        assert "\n" not in whole[block.start : block.end]
        assert block.codes and set(block.codes) <= set(CODES)
        end = block.end
    first = leading(text)
    assert whole.startswith(first.written, first.start)
    assert set(canonical(text)) <= set(CODES)
    if unicodedata.is_normalized("NFC", text):
        apart = unicodedata.normalize("NFD", text)
        assert (find(apart), leading(apart)) == (blocks, first)


def test_any_mixture_of_titles_and_names_is_read():
    chance = random.Random(32)
    for _ in range(1_000):
        check_reading(random_text(chance))


def test_any_characters_are_read():
    chance = random.Random(33)
    for _ in range(20):
        check_reading(random_characters(chance))
