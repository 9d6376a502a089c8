from __future__ import annotations

import unicodedata

import pytest

from bantin.vietnamese.titles import canonical, full_form, house_form, leading
from bantin.vietnamese.titletable import TITLES, Title


def nfd(s: str) -> str:
    return unicodedata.normalize("NFD", s)


@pytest.mark.parametrize("title", [pytest.param(title, id=title.code) for title in TITLES])
def test_every_way_of_writing_leads_to_one_code(title: Title):
    for form in (title.code, title.vi, *title.written):
        assert canonical(form) == (title.code,), form
        assert canonical(nfd(form)) == (title.code,), form


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        pytest.param("PGS.TS", "PGS TS", id="dots"),
        pytest.param("PGS. TS.", "PGS TS", id="dots-and-spaces"),
        pytest.param("PGS, TS", "PGS TS", id="commas"),
        pytest.param("PGS-TS", "PGS TS", id="hyphen"),
        pytest.param("PGS TS", "PGS TS", id="spaces"),
        pytest.param("PGSTS", "PGS TS", id="nothing-between"),
        pytest.param("ThS.BSCKII", "ThS BSCKII", id="block"),
        pytest.param("GS.TSKH", "GS TSKH", id="longest-first"),
        pytest.param("Th.S", "ThS", id="dot-inside"),
        pytest.param("THS", "ThS", id="capitals"),
        pytest.param("T.S", "TS", id="initials-with-dot"),
        pytest.param("Phó giáo sư, tiến sỹ", "PGS TS", id="in-words"),
        pytest.param("BS CK1", "BSCKI", id="arabic-1"),
        pytest.param("BSCK I", "BSCKI", id="level-apart"),
        pytest.param("BS. CKI", "BSCKI", id="dot-and-space"),
        pytest.param("CKI", "BSCKI", id="level-alone"),
        pytest.param("Bác sĩ Chuyên khoa cấp I", "BSCKI", id="cấp"),
        pytest.param("BSCK2", "BSCKII", id="arabic-2"),
        pytest.param("BSCKII.", "BSCKII", id="closing-dot"),
        pytest.param("BS.CKII", "BSCKII", id="never-bs-and-cki"),
        pytest.param("Bác sỹ chuyên khoa 2", "BSCKII", id="sỹ"),
        pytest.param("BSCKĐH", "BSCKĐH", id="orientation"),
        pytest.param("ThS.BSNT", "ThS BSNT", id="residency"),
        pytest.param("DSCK1", "DSCKI", id="pharmacist"),
        pytest.param("ThS.ĐD", "ThS ĐD", id="nurse"),
        pytest.param("CNDD", "CNĐD", id="đ-typed-as-d"),
        pytest.param("TTUT", "TTƯT", id="ư-typed-as-u"),
        pytest.param("Đại uý", "Đại úy", id="tone-placement"),
        pytest.param("Kĩ thuật viên", "KTV", id="kĩ"),
    ],
)
def test_blocks_are_told_apart(written, codes):
    known = {title.code for title in TITLES}
    expected = (codes,) if codes in known else tuple(codes.split())
    assert canonical(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="empty"),
        pytest.param("Trưởng khoa", id="role"),
        pytest.param("BSCKIII", id="no-such-level"),
        pytest.param("ThS.BS Toàn", id="with-a-name"),
        pytest.param("Điều dưỡng trưởng", id="role-made-of-a-title"),
        pytest.param("BSBSBSBSBSBSBSBSBSBSBSBSBSBSBS" * 200, id="endless"),
    ],
)
def test_what_is_no_title_is_unknown(written):
    assert canonical(written) == ()


@pytest.mark.parametrize(
    ("text", "codes", "name"),
    [
        pytest.param(
            "Thầy thuốc Ưu tú, ThS, BSCKII Phan Kim Trọng",
            ("TTƯT", "ThS", "BSCKII"),
            "Phan Kim Trọng",
            id="mixed",
        ),
        pytest.param(
            "Thầy thuốc Ưu tú, Thạc sĩ, Bác sĩ Chuyên khoa II Phan Kim Trọng",
            ("TTƯT", "ThS", "BSCKII"),
            "Phan Kim Trọng",
            id="in-full",
        ),
        pytest.param("Ths. Bs. Đỗ Mạnh Toàn", ("ThS", "BS"), "Đỗ Mạnh Toàn", id="dots"),
        pytest.param(
            "Bác sĩ Chuyên khoa II Nguyễn Thị Hảo", ("BSCKII",), "Nguyễn Thị Hảo", id="words"
        ),
        pytest.param("BSCKI Vũ Trọng Tài", ("BSCKI",), "Vũ Trọng Tài", id="one"),
        pytest.param("TTND, PGS.TS Lê An", ("TTND", "PGS", "TS"), "Lê An", id="honour-first"),
        pytest.param("GS.TS.TTND Lê An", ("GS", "TS", "TTND"), "Lê An", id="honour-last"),
        pytest.param("Đại tá, TS.BS Lê An", ("Đại tá", "TS", "BS"), "Lê An", id="rank"),
        pytest.param("ThS.\u00a0BS\u00a0Lê An", ("ThS", "BS"), "Lê An", id="no-break-spaces"),
        pytest.param("bác sỹ Lê An", ("BS",), "Lê An", id="lower-case"),
        pytest.param("Bs Bệnh viện Sản Nhi", ("BS",), "Bệnh viện Sản Nhi", id="no-name"),
        pytest.param("BS. Chính", ("BS",), "Chính", id="name-like-a-grade"),
        pytest.param("Bác sĩ chính Lê An", ("Bác sĩ chính",), "Lê An", id="grade"),
        pytest.param("BSCKI Ý Nhi", ("BSCKI",), "Ý Nhi", id="short-name"),
        pytest.param("ThS. Y Moan", ("ThS",), "Y Moan", id="name-of-one-letter"),
        pytest.param("BS (TS) Lê An", ("BS",), "(TS) Lê An", id="bracket-between"),
        pytest.param("BS (CKI) Lê An", ("BS",), "(CKI) Lê An", id="bracket-inside"),
        pytest.param("CN Lê Thị Hoa", ("CN",), "Lê Thị Hoa", id="usual-casing"),
    ],
)
def test_leading_titles_are_parted_from_the_name(text, codes, name):
    block = leading(text)
    assert (block.codes, text[block.end :]) == (codes, name)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Phan Kim Trọng", id="no-title"),
        pytest.param("Tsuji Kenji", id="tsuji"),
        pytest.param("Bsung Lee", id="bsung"),
        pytest.param("Gs", id="gs-alone"),
        pytest.param("ThS.BS – ", id="nothing-to-lead"),
        pytest.param("Hs Lò", id="unusual-casing-hs"),
        pytest.param("Ks Hùng", id="unusual-casing-ks"),
        pytest.param("T. S. Eliot", id="initials"),
        pytest.param("Điều dưỡng trưởng Lê Thị Hoa", id="chief-nurse"),
        pytest.param("KTV Trưởng Lê Văn An", id="chief-technician"),
        pytest.param("Trưởng khoa Nhi", id="role"),
        pytest.param("", id="empty"),
    ],
)
def test_a_name_is_never_eaten(text):
    block = leading(text)
    assert (block.codes, block.written, block.end) == ((), "", 0)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("Ths. Bs. Đỗ Mạnh Toàn", "Ths. Bs.", id="dots-stay"),
        pytest.param(
            "Thầy thuốc Ưu tú, ThS, BSCKII Trọng", "Thầy thuốc Ưu tú, ThS, BSCKII", id="mixed"
        ),
        pytest.param("  - BS Lê An", "BS", id="separators-around-fall-away"),
    ],
)
def test_the_block_is_kept_as_written(text, written):
    assert leading(text).written == written


def test_decomposed_text_is_read_like_composed():
    text = nfd("Thầy thuốc Ưu tú, Thạc sỹ Đỗ Mạnh Toàn")
    block = leading(text)
    assert block.codes == ("TTƯT", "ThS")
    assert text[block.end :] == nfd("Đỗ Mạnh Toàn")


@pytest.mark.parametrize(
    ("codes", "shown"),
    [
        pytest.param(("TTƯT", "ThS", "BSCKII"), "TTƯT, ThS.BSCKII", id="honour"),
        pytest.param(("GS", "TS", "TTND"), "TTND, GS.TS", id="honour-last"),
        pytest.param(("Đại tá", "PGS", "TS", "BS"), "Đại tá, PGS.TS.BS", id="rank"),
        pytest.param(("ThS", "Bác sĩ chính"), "ThS, Bác sĩ chính", id="grade"),
        pytest.param(("MD", "ThS"), "ThS, MD", id="unknown"),
        pytest.param(("BS",), "BS", id="one"),
        pytest.param((), "", id="none"),
    ],
)
def test_house_form(codes, shown):
    assert house_form(codes) == shown
    if "MD" not in codes:
        assert set(canonical(shown)) == set(codes)


@pytest.mark.parametrize(
    ("code", "lang", "full"),
    [
        pytest.param("BSCKII", "vi", "Bác sĩ chuyên khoa II", id="vi"),
        pytest.param("BSCKII", "en", "Specialist physician, level II", id="en"),
        pytest.param("MD", "vi", "", id="unknown"),
    ],
)
def test_full_form(code, lang, full):
    assert full_form(code, lang) == full
