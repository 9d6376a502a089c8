"""People in texts: the traps that names, words of address and tables have."""

from __future__ import annotations

import pytest

from bantin.model import Registry
from bantin.vietnamese import organizations
from bantin.vietnamese.known import Known
from bantin.vietnamese.people import Form, Mention, mentions
from vietnamese import gold, peoplescores
from vietnamese.scores import listed


def told(text: str) -> list[str]:
    """Each mention in a line: word of address, titles, name, posts."""
    return [shown(one) for one in mentions(text)]


def shown(one: Mention) -> str:
    posts = "; ".join(
        f"{post.role.text if post.role else ''} @ "
        f"{post.organization.text if post.organization else ''}"
        for post in one.posts
    )
    codes = " ".join(one.titles.codes) if one.titles else ""
    return " | ".join(filter(None, (one.address, codes, one.name.text, posts)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("BS LAN khám bệnh.", [], id="one-word-in-capitals"),
        pytest.param("Từ Bắc Trung Bộ vào, xe chạy một ngày.", [], id="from-a-place"),
        pytest.param(
            "Nhạc cụ Hoàng Văn An làm rất bền.", ["Hoàng Văn An"], id="cụ-of-an-instrument"
        ),
        pytest.param("Đến ngã ba Huế thì rẽ trái.", [], id="ba-of-a-crossroads"),
        pytest.param("Bà Rịa – Vũng Tàu đón đoàn.", [], id="bà-of-a-place"),
        pytest.param(
            "Ông Trọng Nghĩa phát biểu.", ["Ông | Trọng Nghĩa"], id="ông-before-a-given-name"
        ),
        pytest.param("Ông Thị Hoa phát biểu.", ["Ông Thị Hoa"], id="ông-the-surname"),
        pytest.param("BS Ông Lê Hoa khám.", ["BS | Ông Lê Hoa"], id="ông-behind-a-title"),
        pytest.param("Trưởng khoa: Họp giao ban.", [], id="one-word-behind-a-colon"),
        pytest.param(
            "BS Lê Văn An đến, An khám ngay.", ["BS | Lê Văn An"], id="one-word-behind-a-comma"
        ),
        pytest.param(
            "BS Lê Văn An và em An đến.",
            ["BS | Lê Văn An", "em | An"],
            id="a-short-form-with-a-word-of-address",
        ),
        pytest.param(
            "BS Lê An ––––––––––––––– Trưởng khoa Nhi",
            ["BS | Lê An"],
            id="a-line-of-dashes-ties-nothing",
        ),
        pytest.param(
            "Giám đốc Bệnh viện Minh Hoa Lê Văn Tám phát biểu.",
            ["Lê Văn Tám | Giám đốc @ Bệnh viện Minh Hoa"],
            id="two-words-are-the-hospital-s",
        ),
        pytest.param(
            "Giám đốc Bệnh viện Nguyễn Lê Hoài An phát biểu.",
            ["Nguyễn Lê Hoài An | Giám đốc @ Bệnh viện"],
            id="no-hospital-is-called-by-a-surname",
        ),
        pytest.param("Bác sĩ Giỏi nghề được khen.", [], id="one-word-that-goes-on"),
        pytest.param("Lưu Trú Ngắn Ngày", [], id="nobody-s-second-syllable"),
        pytest.param(
            "BS Lê Văn An về. Công tác An toàn tốt.", ["BS | Lê Văn An"], id="an-toàn"
        ),
        pytest.param(
            "Bà Lê Thị Hoa nói với người Hoa tại tiệm.", ["Bà | Lê Thị Hoa"], id="người-Hoa"
        ),
        pytest.param("Đi qua Lê-Thị-Hoa.pdf và /Trần-Văn-Nam/anh.", [], id="file-names"),
        pytest.param("Mở tệp Nguyễn_Văn_An.jpg.", [], id="underlines"),
        pytest.param("PyYAML's Reader is fast.", [], id="an-english-genitive"),
        pytest.param("Cài VS Code và Chrome.", [], id="an-editor-is-no-academician"),
        pytest.param(
            "VS Trần Đại Phong giảng bài.", ["VS | Trần Đại Phong"], id="an-academician"
        ),
        pytest.param("BS Nhi Hà khám.", ["BS | Nhi Hà"], id="a-name-like-a-specialty"),
        pytest.param(
            "BS Lê Thị Nhi khám. BS Nhi dặn dò.",
            ["BS | Lê Thị Nhi", "BS | Nhi"],
            id="somebody-called-like-a-specialty",
        ),
    ],
)
def test_traps_of_running_text(text, expected):
    assert told(text) == expected


def test_nobody_is_found_in_prose_without_people():
    texts = gold.people(files=["people-nobody.toml"])
    outcomes = peoplescores.compare(texts, mentions)
    wrong = [one for one in outcomes if one.tally.false or one.tally.missed]
    assert wrong == [], listed(wrong)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Cao Ngân Giang", id="surname-that-is-a-word"),
        pytest.param("Hồ Bơi", id="two-words"),
    ],
)
def test_a_heading_like_a_name_is_left_open(text):
    assert [one.undecided for one in mentions(text)] == [("name",)]


HEADED = "| Họ tên | Khoa |\n| --- | --- |\n| Hảo Hảo | Nội |\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(HEADED, ["Hảo Hảo | Nội @ "], id="a-heading-is-believed"),
        pytest.param(
            f"{HEADED}\n| Mì Gói | Nội |\n",
            ["Hảo Hảo | Nội @ "],
            id="up-to-the-end-of-its-table",
        ),
        pytest.param(
            "| Họ tên | Khoảng cách |\n| --- | --- |\n| Lê Văn An | 5 km |",
            ["Lê Văn An"],
            id="khoảng-is-no-khoa",
        ),
        pytest.param(
            "| Họ tên | Ghi chú |\n| --- | --- |\n| Hảo Hảo | ngon |", [], id="a-name-alone"
        ),
        pytest.param(
            "| Tên thuốc | Nơi dùng |\n| --- | --- |\n| Hoàng Liên | Khoa Đông y |",
            [],
            id="names-of-things",
        ),
        pytest.param(
            "| Người bệnh | Đơn vị |\n| --- | --- |\n| Lê Văn An | Công ty Hoa Sen |",
            ["Người bệnh | Lê Văn An"],
            id="patients",
        ),
        pytest.param(
            "| Họ và tên | Tuổi | Khoa |\n| --- | --- | --- |\n| Lê Văn An | 7 | Nhi |",
            ["Lê Văn An"],
            id="ages",
        ),
    ],
)
def test_traps_of_tables(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Cháu Lê Văn Nam nhập viện. BS Nam khám.", id="doctor"),
        pytest.param("BS Lê Văn Nam khám. Bé Nam cười.", id="child"),
    ],
)
def test_a_doctor_and_a_patient_of_one_name_may_be_two(text):
    last = mentions(text)[-1]
    assert (last.form, last.refers_to, last.undecided) == (Form.SHORT, None, ("refers_to",))


def test_a_patient_stays_the_same():
    first, second = mentions("Cháu Lê Văn Nam nhập viện. Bé Nam cười.")
    assert (first.form, second.refers_to) == (Form.FULL, 0)


def test_a_short_form_that_refers_is_a_name():
    last = mentions("BS Lê Vũ Khánh khám bệnh. Cả phòng quý Vũ Khánh.")[-1]
    assert (last.form, last.refers_to, last.undecided) == (Form.SHORT, 0, ())


def test_an_institution_that_may_be_longer_is_left_open():
    """It may be ``Bệnh viện Lê Hùng``, not the own hospital."""
    known = Known(Registry(), ("Bệnh viện Nhi Mây Trắng",))
    (one,) = organizations.find("Giám đốc Bệnh viện Lê Hùng phát biểu.", known)
    assert one.undecided
    (own,) = organizations.find("Giám đốc Bệnh viện phát biểu.", known)
    assert own.own
