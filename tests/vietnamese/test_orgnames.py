"""Names of institutions: the same however they are written, and never two made one."""

from __future__ import annotations

import unicodedata

import pytest

from bantin.vietnamese import orgheads
from bantin.vietnamese.orgnames import ABBREVIATIONS, expanded, key

SAME = {
    "hospital": ("BV Nhi Mây Trắng", "Bệnh viện Nhi Mây Trắng"),
    "hospital-with-dot": ("BV. Nhi Mây Trắng", "Bệnh viện Nhi Mây Trắng"),
    "general": ("BVĐK tỉnh Thanh Vân", "Bệnh viện Đa khoa tỉnh Thanh Vân"),
    "general-in-capitals": ("BVĐK tỉnh Thanh Vân", "Bệnh viện Đa Khoa tỉnh Thanh Vân"),
    "general-apart": ("BV ĐK tỉnh Thanh Vân", "Bệnh viện đa khoa tỉnh Thanh Vân"),
    "half-abbreviated": ("BV Đa khoa Thanh Vân", "Bệnh viện Đa khoa Thanh Vân"),
    "regional": ("BVĐKKV Đồng Sương", "Bệnh viện Đa khoa khu vực Đồng Sương"),
    "regional-apart": ("BV ĐKKV Đồng Sương", "Bệnh viện Đa khoa khu vực Đồng Sương"),
    "regional-half": ("Bệnh viện ĐKKV Đồng Sương", "Bệnh viện Đa khoa khu vực Đồng Sương"),
    "maternity": ("BVSN Vĩnh Phúc", "Bệnh viện Sản - Nhi Vĩnh Phúc"),
    "centre": ("TTYT huyện Thung Mây", "Trung tâm Y tế huyện Thung Mây"),
    "centre-half": ("TT Y tế huyện Thung Mây", "Trung tâm Y tế huyện Thung Mây"),
    "regional-centre": ("TTYTKV Thung Mây", "Trung tâm Y tế khu vực Thung Mây"),
    "regional-centre-apart": ("TTYT KV Thung Mây", "Trung tâm Y tế khu vực Thung Mây"),
    "station": ("TYT xã Mây", "Trạm Y tế xã Mây"),
    "clinic": ("PKĐKKV Mây", "Phòng khám Đa khoa khu vực Mây"),
    "disease-control": ("CDC Thanh Vân", "Trung tâm Kiểm soát bệnh tật Thanh Vân"),
    "disease-control-here": ("TTKSBT tỉnh", "Trung tâm Kiểm soát Bệnh tật tỉnh"),
    "department": ("SYT TP. Hải Phòng", "Sở Y tế thành phố Hải Phòng"),
    "city-glued": ("Sở Y tế TP.Hải Phòng", "Sở Y tế Thành phố Hải Phòng"),
    "ministry": ("BYT", "Bộ Y tế"),
    "committee": ("UBND tỉnh", "Uỷ ban Nhân dân tỉnh"),
    "council": ("HĐND tỉnh", "Hội đồng nhân dân tỉnh"),
    "insurance": ("BHXH tỉnh", "Bảo hiểm xã hội tỉnh"),
    "union": ("LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh"),
    "front": ("UB MTTQ", "UB Mặt trận Tổ quốc"),
    "central": ("BV Nhi TW", "Bệnh viện Nhi Trung ương"),
    "central-with-dot": ("Bệnh viện Nhi T.Ư", "Bệnh viện Nhi Trung Ương"),
    "central-glued": ("Bệnh viện Nhi TƯ", "Bệnh viện Nhi Trung ương"),
    "university": ("Trường ĐH Y Hà Nội", "Trường Đại học Y Hà Nội"),
    "college": ("Trường CĐ Y tế Thanh Vân", "Trường Cao đẳng Y tế Thanh Vân"),
    "hyphen": ("Bệnh viện Sản - Nhi", "Bệnh viện Sản Nhi"),
    "dash": ("Bệnh viện Sản – Nhi", "Bệnh viện Sản Nhi"),
    "glued-hyphen": ("Bệnh viện Sản-Nhi", "Bệnh viện Sản Nhi"),
    "spaces": ("  Bệnh   viện\u00a0Nhi\n", "Bệnh viện Nhi"),
    "case": ("BỆNH VIỆN ĐA KHOA", "Bệnh viện đa khoa"),
    "tone-placement": ("Trung tâm Y tế Hoà Bình", "Trung tâm Y tế Hòa Bình"),
}
DIFFERENT = {
    "two-provinces": ("Bệnh viện Sản Nhi tỉnh Phú Thọ", "Bệnh viện Sản Nhi Vĩnh Phúc"),
    "province-left-out": (
        "Bệnh viện Sản Nhi tỉnh Vĩnh Phúc",
        "Bệnh viện Sản Nhi Vĩnh Phúc",
    ),
    "district-and-region": (
        "Trung tâm Y tế huyện Thung Mây",
        "Trung tâm Y tế khu vực Thung Mây",
    ),
    "department": ("Khoa Nhi, Bệnh viện A", "Bệnh viện A"),
    "diacritics": ("Bệnh viện Hoà", "Bệnh viện Hoa"),
    "place-abbreviated": ("Bệnh viện HN", "Bệnh viện Hà Nội"),
    "union-of-workers": ("CĐ Bệnh viện Nhi", "Cao đẳng Bệnh viện Nhi"),
    "level-of-study": ("ĐH y", "Đại học y"),
    "town": ("TT Mây", "Trung tâm Mây"),
    "lower-case": ("bv Nhi", "Bệnh viện Nhi"),
    "inside-a-word": ("ABV Nhi", "ABệnh viện Nhi"),
    "ward": ("Trạm Y tế phường 1", "Trạm Y tế phường 11"),
}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_the_same_institution_has_one_key(one, other, form):
    assert key(unicodedata.normalize(form, one)) == key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_two_institutions_have_two_keys(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize("name", [name for pair in SAME.values() for name in pair])
def test_a_key_is_its_own_key(name):
    assert key(key(name)) == key(name)


@pytest.mark.parametrize("nothing", ["", " ", "—", " - – "])
def test_nothing_has_no_key(nothing):
    assert key(nothing) == ""


FULL = {
    "department": ("KHTH", "Kế hoạch tổng hợp"),
    "hyphen": ("TC-KT", "Tài chính kế toán"),
    "without-hyphen": ("VTTBYT", "Vật tư – Thiết bị y tế"),
    "dash": ("HSTC – CĐ", "Hồi sức tích cực – Chống độc"),
    "dot": ("T.Ư", "Trung ương"),
    "apart": ("TTYT KV", "Trung tâm Y tế khu vực"),
    "decomposed": (unicodedata.normalize("NFD", "CĐHA"), "Chẩn đoán hình ảnh"),
    "two-names": ("CME", "đào tạo liên tục"),
}


@pytest.mark.parametrize(("short", "full"), FULL.values(), ids=FULL)
def test_an_abbreviation_is_spelt_out(short, full):
    assert expanded(short) == full


@pytest.mark.parametrize("unknown", ["", "CĐ", "TT", "ABC", "khth", "Khoa Nhi"])
def test_what_is_unknown_or_means_several_things_stays(unknown):
    assert expanded(unknown) == ""


def test_every_abbreviated_head_word_is_spelt_out():
    heads = [head for head in orgheads.HEADS if head.isupper() and " " not in head]
    assert {"BV", "TTYTKV", "UBND"} <= set(heads)
    assert [head for head in heads if not expanded(head)] == []
    assert [head for head in heads if key(f"{head} Nhi") != key(f"{expanded(head)} Nhi")] == []


@pytest.mark.parametrize("text", [f"{short} A" for short in ABBREVIATIONS])
def test_every_abbreviation_can_stand_in_a_name(text):
    assert key(text).endswith(" a")


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        pytest.param("a", "a", id="letters"),
        pytest.param(" ", "", id="spaces"),
        pytest.param(" -", "", id="dashes"),
        pytest.param("TT ", "tt", id="town"),
        pytest.param("T.", "t.", id="initials"),
        pytest.param("BV ", "bệnh viện", id="hospital"),
        pytest.param("ĐH y ", "đh y", id="level"),
        pytest.param("TP.", "thành phố", id="city"),
    ],
)
def test_a_long_text_is_taken_apart_piece_by_piece(piece, words):
    count = 100_000  # quadratic work would not end
    glue = "" if piece in ("a", "T.") else " "
    assert key(piece * count) == (glue.join([words] * count) if words else "")
