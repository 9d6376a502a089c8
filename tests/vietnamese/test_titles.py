from __future__ import annotations

import unicodedata

import pytest

from bantin.vietnamese.titles import canonical, find, full_form, house_form, leading
from bantin.vietnamese.titletable import TITLES, Kind, Title


def nfd(s: str) -> str:
    return unicodedata.normalize("NFD", s)


@pytest.mark.parametrize("title", [pytest.param(title, id=title.code) for title in TITLES])
def test_every_way_of_writing_leads_to_one_code(title: Title):
    for form in title.forms:
        assert canonical(form) == (title.code,), form
        assert canonical(nfd(form)) == (title.code,), form
        assert canonical(form.upper()) == (title.code,) or title.kind is Kind.GRADE, form


def test_every_title_is_explained_in_both_languages():
    assert all(full_form(title.code, lang) for title in TITLES for lang in ("vi", "en"))
    assert len({title.code for title in TITLES}) == len(TITLES)


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
        pytest.param("PGs. Ts", "PGS TS", id="small-s"),
        pytest.param("P.GS", "PGS", id="p-apart"),
        pytest.param("TS. BS", "TS BS", id="doctor-twice"),
        pytest.param("TSBS", "TS BS", id="tsbs"),
        pytest.param("tsbs", "TS BS", id="tsbs-lower"),
        pytest.param("ThSBSCK2", "ThS BSCKII", id="glued-level"),
        pytest.param("ThSBSNT", "ThS BSNT", id="glued-residency"),
        pytest.param("PGSTSBS", "PGS TS BS", id="three-glued"),
        pytest.param("Tiến sỹ", "TS", id="tiến-sỹ"),
        pytest.param("Thạc sỹ", "ThS", id="thạc-sỹ"),
        pytest.param("B.S", "BS", id="b-s"),
        pytest.param("Bs", "BS", id="bs"),
        pytest.param("BS nội trú", "BSNT", id="nội-trú"),
        pytest.param("Bác sĩ nội trú", "BSNT", id="nội-trú-in-full"),
        pytest.param("BSCK1", "BSCKI", id="bsck1"),
        pytest.param("BS.CKI", "BSCKI", id="dot"),
        pytest.param("BS CKI", "BSCKI", id="space"),
        pytest.param("Bác sĩ chuyên khoa 1", "BSCKI", id="words-and-1"),
        pytest.param("BS CKII.", "BSCKII", id="space-and-closing-dot"),
        pytest.param("BS CK1", "BSCKI", id="bs-ck1"),
        pytest.param("BS.CK.II", "BSCKII", id="three-parts"),
        pytest.param("BSCK.II", "BSCKII", id="two-parts"),
        pytest.param("BS - CK II", "BSCKII", id="dash"),
        pytest.param("BS, CKII", "BSCKII", id="comma-before-level"),
        pytest.param("Bác sĩ, chuyên khoa II", "BSCKII", id="comma-in-words"),
        pytest.param("BÁC SĨ CHUYÊN KHOA II", "BSCKII", id="heading"),
        pytest.param("BSCK cấp II", "BSCKII", id="cấp-II"),
        pytest.param("CKII", "BSCKII", id="level-II-alone"),
        pytest.param("Chuyên khoa II", "BSCKII", id="words-alone"),
        pytest.param("BSCKI. BSCKII", "BSCKI BSCKII", id="both-levels"),
        pytest.param("Bác sĩ CKĐH", "BSCKĐH", id="orientation-mixed"),
        pytest.param("DSĐH", "DS", id="university-pharmacist"),
        pytest.param("ThS.DS", "ThS DS", id="master-pharmacist"),
        pytest.param("TS.DS", "TS DS", id="doctor-pharmacist"),
        pytest.param("Ds", "DS", id="ds"),
        pytest.param("Dược sĩ chuyên khoa II", "DSCKII", id="pharmacist-in-words"),
        pytest.param("ĐDCKI", "ĐDCKI", id="nurse-level"),
        pytest.param("ĐDV", "ĐD", id="điều-dưỡng-viên"),
        pytest.param("CNĐD", "CNĐD", id="cnđd"),
        pytest.param("CN. ĐD", "CNĐD", id="cn-dot-đd"),
        pytest.param("CN, ĐD", "CN ĐD", id="cn-comma-đd"),
        pytest.param("CNÐD", "CNĐD", id="eth"),
        pytest.param("Cử nhân Điều dưỡng", "CNĐD", id="bachelor-nurse"),
        pytest.param("Cử nhân", "CN", id="bachelor"),
        pytest.param("ThS. Điều dưỡng", "ThS ĐD", id="master-nurse"),
        pytest.param("CNHS", "CNHS", id="cnhs"),
        pytest.param("HSCKI", "HSCKI", id="hscki"),
        pytest.param("Nữ hộ sinh", "NHS", id="nhs"),
        pytest.param("KTVCKI", "KTVCKI", id="ktvcki"),
        pytest.param("Cử nhân kỹ thuật y học", "CNKTV", id="bachelor-technician"),
        pytest.param("ThS. Kỹ thuật y học", "ThS KTY", id="master-technician"),
        pytest.param("y sỹ", "YS", id="y-sỹ"),
        pytest.param("ThS. Y tế công cộng", "ThS YTCC", id="public-health"),
        pytest.param("CN.YTCC", "CNYTCC", id="bachelor-public-health"),
        pytest.param("Thầy thuốc nhân dân", "TTND", id="small-n"),
        pytest.param("TTƯT.", "TTƯT", id="honour-with-dot"),
        pytest.param("NGUT", "NGƯT", id="teacher-ư-typed-as-u"),
        pytest.param("Anh hùng lao động", "AHLĐ", id="small-l"),
        pytest.param("VS.GS", "VS GS", id="academician"),
        pytest.param("Kỹ sư", "KS", id="engineer"),
        pytest.param("Luật sư", "LS", id="lawyer"),
        pytest.param("Thiếu tướng", "Thiếu tướng", id="general"),
        pytest.param("Bác sĩ cao cấp", "Bác sĩ cao cấp", id="grade"),
        pytest.param("BSCC", "Bác sĩ cao cấp", id="grade-short"),
        pytest.param("BS\u00a0CK\u00a0II", "BSCKII", id="no-break-spaces"),
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
        pytest.param("Điều dưỡng viên trưởng", id="role-made-of-a-longer-title"),
        pytest.param("ĐDT", id="chief-nurse-short"),
        pytest.param("PGĐ", id="deputy-director"),
        pytest.param("BSCKI I", id="level-in-two-parts"),
        pytest.param("K.S", id="initials-of-no-title"),
        pytest.param("T S", id="letters-apart"),
        pytest.param("chuyên, khoa II", id="comma-inside-words"),
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
        pytest.param("Hs. Lò Thị Thìn", ("HS",), "Lò Thị Thìn", id="unusual-casing-with-dot"),
        pytest.param(
            "Điều dưỡng Viên Thu", ("ĐD",), "Viên Thu", id="name-like-điều-dưỡng-viên"
        ),
        pytest.param("Điều Dưỡng Viên Lê An", ("ĐD",), "Lê An", id="capital-words"),
        pytest.param("BSCKI I Nhân", ("BSCKI",), "I Nhân", id="name-like-a-level"),
        pytest.param("BSCK I Nhân", ("BSCKI",), "Nhân", id="level-not-name"),
        pytest.param("Tiến sĩ Y Moan", ("TS",), "Y Moan", id="name-like-a-field"),
        pytest.param("BS Bsung", ("BS",), "Bsung", id="name-like-a-title"),
        pytest.param("TS Tsuji Kenji", ("TS",), "Tsuji Kenji", id="tsuji-with-title"),
        pytest.param(
            "Bác sĩ chính quy Lê An", ("BS",), "chính quy Lê An", id="no-grade-but-chính-quy"
        ),
        pytest.param(
            "ThS. Điều dưỡng trưởng Lê Hoa",
            ("ThS",),
            "Điều dưỡng trưởng Lê Hoa",
            id="role-next",
        ),
        pytest.param("CNĐD, Trưởng khoa", ("CNĐD",), "Trưởng khoa", id="trưởng-behind-comma"),
        pytest.param("Thạc sĩ. Bác sĩ Lê An", ("ThS", "BS"), "Lê An", id="words-with-dot"),
        pytest.param("BS\nTS Lê An", (), "BS\nTS Lê An", id="line-end"),
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
        pytest.param("T.S.N. Hà", id="three-initials"),
        pytest.param("L.S. Thảo", id="initials-like-a-code"),
        pytest.param("Y tế công cộng Hà Nội", id="field-of-study"),
        pytest.param("H'BS Niê", id="apostrophe"),
        pytest.param("Điều dưỡng trưởng Lê Thị Hoa", id="chief-nurse"),
        pytest.param("Điều dưỡng viên trưởng Lê Thị Hoa", id="chief-nurse-long"),
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
    text = "ThS Lê An và Thầy thuốc Ưu tú, Thạc sỹ Đỗ Mạnh Toàn"
    assert leading(nfd(text)) == leading(text)
    assert find(nfd(text)) == find(text)
    assert text[find(nfd(text))[1].end :] == "Đỗ Mạnh Toàn"


def found(text: str) -> list[tuple[str, str]]:
    """Blocks as written, and two words of what follows each."""
    whole = unicodedata.normalize("NFC", text)
    assert all(whole[one.start :].startswith(one.written) for one in find(text))
    return [(one.written, " ".join(whole[one.end :].split()[:2])) for one in find(text)]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("BS Lê An khám.", [("BS", "Lê An")], id="start"),
        pytest.param("do TS. BS. Lê An làm", [("TS. BS.", "Lê An")], id="middle"),
        pytest.param("(BSCKII Lê An)", [("BSCKII", "Lê An)")], id="bracket"),
        pytest.param("“BS Lê An”", [("BS", "Lê An”")], id="quote"),
        pytest.param("**BS Lê An**", [("BS", "Lê An**")], id="bold"),
        pytest.param("_BS Lê An_", [("BS", "Lê An_")], id="italics"),
        pytest.param("1.BS Lê An", [("BS", "Lê An")], id="list"),
        pytest.param("Lê An, BSCKII, Giám đốc", [("BSCKII", "Giám đốc")], id="behind-name"),
        pytest.param("Lê An – PGS.TS", [("PGS.TS", "")], id="end"),
        pytest.param("Lê An (CKII)", [("CKII", ")")], id="level-alone"),
        pytest.param("BS–Lê An", [("BS", "Lê An")], id="glued-dash"),
        pytest.param(
            "ThS Lê An, BSCKI Vũ Tài; DS Mai Lý",
            [("ThS", "Lê An,"), ("BSCKI", "Vũ Tài;"), ("DS", "Mai Lý")],
            id="several",
        ),
        pytest.param(
            "BS Lê An, ThS,\nBS Vũ Tài",
            [("BS", "Lê An,"), ("ThS", "BS Vũ"), ("BS", "Vũ Tài")],
            id="line-end",
        ),
        pytest.param("các bác sĩ trẻ", [("bác sĩ", "trẻ")], id="plural"),
        pytest.param("GS, PGS, bác sĩ.", [("GS, PGS, bác sĩ", "")], id="list-of-titles"),
        pytest.param(
            "danh hiệu Thầy thuốc Ưu tú năm 2024",
            [("Thầy thuốc Ưu tú", "năm 2024")],
            id="honour",
        ),
        pytest.param(
            "cùng các bác sĩ. Thạc sĩ Lê An nói",
            [("bác sĩ", "Thạc sĩ"), ("Thạc sĩ", "Lê An")],
            id="next-sentence",
        ),
        pytest.param(
            "gồm các bác sĩ: ThS Lê An",
            [("bác sĩ", "ThS Lê"), ("ThS", "Lê An")],
            id="list-behind",
        ),
        pytest.param(
            "Tiến sĩ. Bác sĩ Lê An", [("Tiến sĩ. Bác sĩ", "Lê An")], id="same-sentence"
        ),
        pytest.param("nhờ bác sĩ chính là", [("bác sĩ", "chính là")], id="no-grade"),
        pytest.param("3 bác sĩ, chính quyền", [("bác sĩ", "chính quyền")], id="no-grade-comma"),
        pytest.param("bác sĩ chính Lê An", [("bác sĩ chính", "Lê An")], id="grade"),
        pytest.param("ThS Kỹ thuật y tế Lê An", [("ThS", "Kỹ thuật")], id="field-that-goes-on"),
        pytest.param("ThS Y tế công cộng Lê An", [("ThS Y tế công cộng", "Lê An")], id="field"),
        pytest.param("Điều dưỡng trưởng khoa", [], id="chief"),
        pytest.param("TS Lê An", [("TS", "Lê An")], id="ts"),
        pytest.param("TS NGUYỄN VĂN AN", [("TS", "NGUYỄN VĂN")], id="ts-capitals"),
        pytest.param("TS N.T.H.", [("TS", "N.T.H.")], id="ts-initials"),
        pytest.param("TS\nLê An", [], id="ts-next-line"),
        pytest.param("TS-BS Lê An", [("TS-BS", "Lê An")], id="ts-with-another"),
        pytest.param("Lê An, PGS, TS", [("PGS, TS", "")], id="ts-behind-another"),
        pytest.param("có TS dị ứng thuốc", [], id="tiền-sử"),
        pytest.param("sáng CN 8/4", [], id="sunday"),
        pytest.param("CN. Vũ Thị Mai", [("CN.", "Vũ Thị")], id="bachelor"),
        pytest.param("2) Hs. Lò Thị Thìn", [("Hs.", "Lò Thị")], id="unusual-casing-with-dot"),
        pytest.param("1 Hs. 2", [], id="unusual-casing-without-name"),
        pytest.param("các HS trường", [], id="pupils"),
        pytest.param("HS THPT", [], id="pupils-of-a-school"),
        pytest.param("Trung tâm DS-KHHGĐ", [], id="population"),
        pytest.param("ngành CN-Xây dựng", [], id="industry"),
        pytest.param("ĐD và KTV", [("KTV", "")], id="bare-nurse"),
        pytest.param("bé T.S. (5 tuổi)", [], id="patient"),
        pytest.param("bé N.T.S. Hà Nội", [], id="patient-initials"),
        pytest.param("bé T.S.N. Hà Nội", [], id="patient-longer"),
        pytest.param("đào tạo chuyên khoa I cho", [], id="course"),
        pytest.param("5 chuyên khoa, 1 phòng", [], id="specialties"),
        pytest.param("CK 2 triệu", [], id="transfer"),
        pytest.param("Trường Y tế công cộng Hà Nội", [], id="school"),
        pytest.param("Tsuji, Bsung, BSA", [], id="inside-a-word"),
        pytest.param("TS_2019 a@BS.vn H'BS", [], id="part-of-an-address"),
        pytest.param("BS\u0303 Lê", [], id="mark-behind"),
        pytest.param("", [], id="empty"),
    ],
)
def test_titles_are_found_anywhere(text, blocks):
    assert found(text) == blocks
    assert found(nfd(text)) == blocks


@pytest.mark.parametrize(
    ("unit", "blocks"),
    [
        pytest.param("BS", 0, id="one-word"),
        pytest.param("BS.", 1, id="one-block"),
        pytest.param("T.", 0, id="initials"),
        pytest.param("-", 0, id="dashes"),
        pytest.param("Bác sĩ ", 1, id="words"),
    ],
)
def test_endless_text_is_read(unit, blocks):
    text = unit * 100_000
    assert len(find(text)) == blocks
    assert leading(text).codes == ()


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
