"""Who is taken for a patient, a child, or the family of one, and who is not."""

from __future__ import annotations

import unicodedata

import pytest

from bantin.vietnamese.people import mentions
from bantin.vietnamese.privacy import addressed, is_formal, is_private, is_private_role
from bantin.vietnamese.text import nfc


def private(text: str) -> list[str]:
    whole = nfc(text)
    return [one.name.text for one in mentions(whole) if is_private(whole, one)]


FAMILY = [
    pytest.param(
        "Người nhà bệnh nhân, ông Hoàng Văn Thái, Phó Chủ tịch UBND xã Nậm Lúc, rất mừng.",
        "Hoàng Văn Thái",
        id="comma",
    ),
    pytest.param(
        "Mẹ bệnh nhi là bà Lò Thị Mai, Hiệu trưởng Trường Mầm non Sơn Hà.",
        "Lò Thị Mai",
        id="là",
    ),
    pytest.param(
        "Ông nội cháu, ông Lò Văn Pánh, Bí thư Chi bộ bản Nậm Cang, kể lại.",
        "Lò Văn Pánh",
        id="grandfather",
    ),
    pytest.param(
        "Chị Lò Thị Mai (mẹ cháu An), Hiệu trưởng Trường Sơn Hà, cho biết.",
        "Lò Thị Mai",
        id="in-brackets-behind",
    ),
    pytest.param(
        "Ông Hoàng Văn Thái, Phó Chủ tịch UBND xã Nậm Lúc, bố của bệnh nhi, cảm ơn.",
        "Hoàng Văn Thái",
        id="behind-the-post",
    ),
    pytest.param(
        "Bà Lò Thị Mai – mẹ của bé An – Hiệu trưởng Trường Sơn Hà.", "Lò Thị Mai", id="dash"
    ),
    pytest.param(
        "Ông Lò Văn Pánh là ông ngoại của cháu, nguyên Chủ tịch xã.", "Lò Văn Pánh", id="he-is"
    ),
    pytest.param(
        "Bố của bệnh nhi Lò Văn A. (5 tuổi, xã Nậm Lúc), ông Lò Văn Bình, Trưởng bản, nói.",
        "Lò Văn Bình",
        id="behind-the-patient's-name",
    ),
    pytest.param(
        "Thay mặt gia đình người bệnh, ông Hoàng Văn Thái, Giám đốc Công ty Sao Sáng, nói.",
        "Hoàng Văn Thái",
        id="on-behalf",
    ),
    pytest.param(
        "Chồng sản phụ, Hiệu trưởng Hoàng Văn Thái, xúc động.",
        "Hoàng Văn Thái",
        id="role-before-the-name",
    ),
    pytest.param(
        "Con trai của bệnh nhân là TS Hoàng Văn Thái, Hiệu trưởng.", "Hoàng Văn Thái", id="son"
    ),
    pytest.param(
        "Bố cháu, bác sĩ Hoàng Văn Thái, Trưởng khoa Nội, kể.", "Hoàng Văn Thái", id="doctor"
    ),
    pytest.param(
        "BSCKI Lò Thị Mai (mẹ cháu An), Trưởng khoa Nội.", "Lò Thị Mai", id="doctor-behind"
    ),
    pytest.param(
        "Người nhà của một bệnh nhân đang điều trị tại Khoa Nhi,\nông Hoàng Văn Thái, kể.",
        "Hoàng Văn Thái",
        id="behind-a-clause",
    ),
    pytest.param(
        "**Mẹ bé:** bà **Lò Thị Mai**, Hiệu trưởng Trường Sơn Hà.", "Lò Thị Mai", id="bold"
    ),
    pytest.param(
        "Bà Lò Thị Mai, 45 tuổi, mẹ bệnh nhi, Hiệu trưởng.", "Lò Thị Mai", id="behind-the-age"
    ),
    pytest.param(
        "Mẹ của em Lò Văn An, học sinh lớp 5, bà Lò Thị Mai, Hiệu trưởng, kể.",
        "Lò Thị Mai",
        id="behind-the-class",
    ),
    pytest.param(
        "Bệnh nhân có con là ông Hoàng Văn Thái, Chủ tịch UBND xã.",
        "Hoàng Văn Thái",
        id="the-patient-has-a-son",
    ),
    pytest.param(
        "Ba cháu là ông Lò Văn Pánh, Trưởng bản.", "Lò Văn Pánh", id="ba-is-the-father"
    ),
]


@pytest.mark.parametrize(("text", "name"), FAMILY)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_families_are_private(text, name, form):
    found = private(unicodedata.normalize(form, text))
    assert name in found


OTHERS = [
    pytest.param("Mẹ chồng tôi là bác sĩ Nguyễn Thị Hiền, Trưởng khoa Nhi.", id="no-patient"),
    pytest.param(
        "Mẹ bệnh nhi cảm ơn BS Nguyễn Văn Bình, Trưởng khoa Nhi.", id="somebody-does-something"
    ),
    pytest.param(
        "Mẹ bệnh nhi rất lo. Ông Nguyễn Văn Bình, Trưởng khoa Nhi, động viên.",
        id="the-next-sentence",
    ),
    pytest.param(
        "Thăm hỏi gia đình bệnh nhân, ông Nguyễn Văn Bình, Phó Chủ tịch UBND tỉnh, tặng quà.",
        id="visited",
    ),
    pytest.param(
        "Giải thích cho người nhà bệnh nhân, BS Nguyễn Văn Bình, Trưởng khoa Nhi, cho biết.",
        id="explained-to",
    ),
    pytest.param(
        "BS Nguyễn Văn Bình, người nhà bệnh nhân và các điều dưỡng cùng vui.", id="in-a-row"
    ),
    pytest.param(
        "Mẹ bệnh nhi Lò Văn An, BS Nguyễn Văn Bình và ĐD Lê Thị Mai tại phòng bệnh.",
        id="in-a-row-of-a-caption",
    ),
    pytest.param("Ba bác sĩ Nguyễn Văn Bình, Trần Văn Cường khám.", id="ba-is-a-number"),
    pytest.param(
        "Cứu sống ba bệnh nhân, Trưởng khoa Nguyễn Văn Bình chia sẻ.", id="three-patients"
    ),
    pytest.param(
        "Chị Lò Thị Lan (mẹ cháu An), BS Nguyễn Văn Bình kể.", id="behind-another's-brackets"
    ),
    pytest.param("BS Nguyễn Văn Bình: Mẹ bệnh nhi cần theo dõi thêm.", id="said-of-a-mother"),
    pytest.param(
        "Nghe người nhà bệnh nhân kể, ông Nguyễn Văn Bình, Giám đốc, xin lỗi.", id="heard"
    ),
    pytest.param("Thay mặt chị em, bà Nguyễn Thị Bình, Chủ tịch Công đoàn.", id="chị-em"),
    pytest.param("Bà Nguyễn Thị Bình là mẹ của ba bác sĩ.", id="mother-of-doctors"),
    pytest.param(
        "Bệnh nhi vào Khoa Nhi lúc 2 giờ. BS Nguyễn Văn Bình, Trưởng khoa, mổ ngay.",
        id="a-patient-in-the-paragraph",
    ),
]


@pytest.mark.parametrize("text", OTHERS)
def test_others_are_not(text):
    assert {*private(text)} & {"Nguyễn Văn Bình", "Nguyễn Thị Bình", "Nguyễn Thị Hiền"} == set()
    assert "Trần Văn Cường" not in private(text)
    assert mentions(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Bé Nguyễn Văn An về nhà.", ["Nguyễn Văn An"], id="child"),
        pytest.param("Nguyễn Văn An (7 tuổi), Lớp trưởng.", ["Nguyễn Văn An"], id="age"),
        pytest.param("Học sinh Nguyễn Văn An tặng hoa.", ["Nguyễn Văn An"], id="pupil"),
        pytest.param("Ông Nguyễn Văn An, Giám đốc, dự.", [], id="guest"),
    ],
)
def test_words_and_ages_make_private(text, names):
    assert private(text) == names


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        pytest.param("bệnh nhi", True, id="patient"),
        pytest.param("mẹ của cháu An", True, id="mother"),
        pytest.param("Hiệu trưởng, người nhà bệnh nhân", True, id="behind-a-post"),
        pytest.param("Trưởng khoa Nhi", False, id="post"),
        pytest.param("Trưởng phòng Chăm sóc người bệnh", False, id="post-for-patients"),
    ],
)
def test_roles(role, expected):
    assert is_private_role(role) is expected


@pytest.mark.parametrize(
    ("written", "address", "name", "formal"),
    [
        pytest.param("Bà Lê Thị Mai", "bà", "lê thị mai", True, id="polite"),
        pytest.param("Chị Lê Thị Mai", "chị", "lê thị mai", False, id="friendly"),
        pytest.param("Mẹ bé Lê Thị Mai", "mẹ bé", "lê thị mai", False, id="family"),
        pytest.param("Lê Thị Mai", "", "lê thị mai", True, id="none"),
        pytest.param("Bà", "", "bà", True, id="nothing-but-the-word"),
    ],
)
def test_words_of_address(written, address, name, formal):
    found = addressed(written)
    assert (*found, is_formal(found[0])) == (address, name, formal)
