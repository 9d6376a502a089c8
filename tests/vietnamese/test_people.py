"""People in texts: what the gold set can't show, above all what the registries decide."""

from __future__ import annotations

import unicodedata

import pytest

from bantin.model import Organization, Person, Registry
from bantin.vietnamese.known import Known
from bantin.vietnamese.people import Form, Mention, mentions

LE_HUNG = Person("le-hung", "Lê Hùng")
HOSPITAL_LE_HUNG = Organization("bv-le-hung", "Bệnh viện Lê Hùng")


def known(*entries: Person | Organization, hospital: tuple[str, ...] = ()) -> Known:
    people = tuple(one for one in entries if isinstance(one, Person))
    organizations = tuple(one for one in entries if isinstance(one, Organization))
    return Known(Registry(people=people, organizations=organizations), hospital)


def told(text: str, registry: Known | None = None) -> list[str]:
    """Each mention in a line: titles, name, posts, what is undecided."""
    return [shown(one) for one in mentions(text, registry)]


def shown(one: Mention) -> str:
    codes = " ".join(one.titles.codes) if one.titles else ""
    posts = "; ".join(
        f"{post.role.text if post.role else ''} @ "
        f"{post.organization.text if post.organization else ''}"
        for post in one.posts
    )
    return " | ".join(filter(None, (codes, one.name.text, posts, " ".join(one.undecided))))


AMBIGUOUS = "Giám đốc Bệnh viện Lê Hùng phát biểu."


def test_a_hospital_or_a_person_is_left_open():
    assert told(AMBIGUOUS) == ["Lê Hùng | Giám đốc @ Bệnh viện | name organization"]


def test_a_known_person_decides():
    assert told(AMBIGUOUS, known(LE_HUNG)) == ["Lê Hùng | Giám đốc @ Bệnh viện"]


def test_a_known_hospital_decides():
    assert told(AMBIGUOUS, known(HOSPITAL_LE_HUNG)) == []


def test_a_known_hospital_ends_where_it_ends():
    text = "Giám đốc Bệnh viện Lê Hùng Trần Văn An phát biểu."
    assert told(text, known(HOSPITAL_LE_HUNG)) == ["Trần Văn An | Giám đốc @ Bệnh viện Lê Hùng"]


@pytest.mark.parametrize(
    ("text", "entry", "expected"),
    [
        pytest.param(
            "BS Nguyễn Thị Thu Hương khám.",
            Person("x", "Nguyễn Thị Thu"),
            ["BS | Nguyễn Thị Thu Hương"],
            id="person",
        ),
        pytest.param(
            "Đường Nguyễn Thị Thu đông.", Person("x", "Nguyễn Thị Thu"), [], id="street"
        ),
        pytest.param(
            "BS Lê An – Giám đốc Bệnh viện Nhi Trung ương.",
            Organization("x", "Bệnh viện Nhi"),
            ["BS | Lê An | Giám đốc @ Bệnh viện Nhi Trung ương"],
            id="hospital",
        ),
        pytest.param(
            "BS Lê An – Giám đốc Sở Y tế Hà Nội.",
            Organization("x", "Sở Y tế Thanh Vân", aliases=("Sở Y tế",)),
            ["BS | Lê An | Giám đốc @ Sở Y tế Hà Nội"],
            id="alias",
        ),
    ],
)
def test_a_registered_name_is_not_cut_out_of_a_longer_one(text, entry, expected):
    assert told(text, known(entry)) == expected


@pytest.mark.parametrize(
    ("text", "entry", "without", "sharper"),
    [
        pytest.param(
            "Hôm ấy Ñu Blăng đến muộn.", Person("x", "Ñu Blăng"), [], ["Ñu Blăng"], id="name"
        ),
        pytest.param(
            "Sáng nay Cô Ba đến thăm.",
            Person("x", "Nguyễn Thị Ba", aliases=("Cô Ba",)),
            [],
            ["Cô Ba"],
            id="alias",
        ),
        pytest.param(
            "BS Lê An – Giám đốc Mái Ấm Ba Mẹ.",
            Organization("x", "Mái Ấm Ba Mẹ"),
            ["BS | Lê An | Giám đốc @ "],
            ["BS | Lê An | Giám đốc @ Mái Ấm Ba Mẹ"],
            id="no-head-word",
        ),
        pytest.param(
            "BS Lê An – Giám đốc Bệnh viện Hoa – Lá Nắng.",
            Organization("x", "Bệnh viện Hoa – Lá Nắng"),
            ["BS | Lê An | Giám đốc @ Bệnh viện Hoa"],
            ["BS | Lê An | Giám đốc @ Bệnh viện Hoa – Lá Nắng"],
            id="dash-inside",
        ),
    ],
)
def test_registries_sharpen_what_is_read(text, entry, without, sharper):
    assert told(text) == without
    assert told(text, known(entry)) == sharper


def test_the_own_hospital_is_known_without_an_entry():
    text = "BS Lê An – Giám đốc Nhi Mây Trắng đón đoàn."
    assert told(text) == ["BS | Lê An | Giám đốc @ "]
    own = known(hospital=("Bệnh viện Nhi Mây Trắng", "Nhi Mây Trắng"))
    assert told(text, own) == ["BS | Lê An | Giám đốc @ Nhi Mây Trắng"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bs Bệnh viện Sản Nhi chia sẻ.", [], id="title-without-a-name"),
        pytest.param("Giám đốc Trung tâm cũng nhấn mạnh.", [], id="post-without-a-name"),
        pytest.param(
            "BS Lê An, BS Trần Bình và BS Vũ Hà – Trưởng khoa Nhi.",
            ["BS | Lê An", "BS | Trần Bình", "BS | Vũ Hà | Trưởng khoa Nhi @ "],
            id="a-post-is-the-nearest-one's",
        ),
        pytest.param(
            "Hai Phó Giám đốc Lê Văn An và Trần Thị Bình chủ trì.",
            ["Lê Văn An | Phó Giám đốc @ ", "Trần Thị Bình | Phó Giám đốc @ "],
            id="a-plural-is-of-both",
        ),
        pytest.param(
            "Tham dự có ba Phó Giám đốc: Lê Văn An và Trần Thị Bình.",
            ["Lê Văn An | Phó Giám đốc @ ", "Trần Thị Bình | Phó Giám đốc @ "],
            id="ba-is-a-number-before-a-role",
        ),
        pytest.param(
            "Ba bác sĩ Lê Văn An, Trần Thị Bình khám.",
            ["BS | Lê Văn An", "BS | Trần Thị Bình"],
            id="ba-is-a-number-before-a-title",
        ),
        pytest.param(
            "BS Lê An, Giám đốc Sở Y tế, Phó Giám đốc Sở Y tế Trần Thị Bình dự.",
            ["BS | Lê An | Giám đốc @ Sở Y tế", "Trần Thị Bình | Phó Giám đốc @ Sở Y tế"],
            id="the-next-one's-post-is-not-mine",
        ),
        pytest.param(
            "Tại Bệnh viện Nhi Mây Trắng, BS Lê Văn An khám cho trẻ.",
            ["BS | Lê Văn An"],
            id="where-is-no-post",
        ),
        pytest.param(
            "BS Lê An là Trưởng khoa Nhi, TS Bình là khách.",
            ["BS | Lê An | Trưởng khoa Nhi @ ", "TS | Bình"],
            id="là",
        ),
        pytest.param(
            "Các em tặng hoa bác sĩ, điều dưỡng. Tấm ảnh khép lại buổi sáng.",
            [],
            id="a-sentence-ends-behind-a-title",
        ),
        pytest.param(
            "BS Lê Văn An từng là Giám đốc Bệnh viện Bạch Mai.",
            ["BS | Lê Văn An | từng là Giám đốc @ Bệnh viện Bạch Mai"],
            id="a-former-post-says-so",
        ),
        pytest.param(
            "Thay mặt Giám đốc, Phó Giám đốc Nguyễn Hà Anh ký.",
            ["Nguyễn Hà Anh | Phó Giám đốc @ "],
            id="whom-somebody-stands-for",
        ),
        pytest.param(
            "Bệnh nhân Lê Văn Hùng, Trưởng khoa Ngoại đã mổ cấp cứu.",
            ["Lê Văn Hùng"],
            id="a-patient-is-not-the-physician",
        ),
        pytest.param(
            "Bệnh nhân Nguyễn Văn A. Giám đốc Bệnh viện cho biết thêm.",
            ["Nguyễn Văn A."],
            id="a-sentence-ends-behind-a-letter",
        ),
        pytest.param(
            "Có bác sĩ Lê Văn An, ca sĩ Mỹ Tâm dự.",
            ["BS | Lê Văn An"],
            id="the-next-one's-trade-is-not-mine",
        ),
        pytest.param(
            "Bà Hà Thị Mơ - Phó Bí thư Đảng ủy, Chủ nhiệm Ủy ban Kiểm tra, dự.",
            ["Hà Thị Mơ | Phó Bí thư Đảng ủy @ ; Chủ nhiệm Ủy ban Kiểm tra @ "],
            id="body-behind-a-head-of-departments",
        ),
        pytest.param(
            "Ông Mai Trung Hiếu – Trưởng phòng Vật tư điều hành việc cắt điện.",
            ["Mai Trung Hiếu | Trưởng phòng Vật tư @ "],
            id="a-verb-behind-a-department",
        ),
        pytest.param(
            "BS Đặng Chí Hiếu (phụ mổ), KTV gây mê Huỳnh Thị Lài.",
            ["BS | Đặng Chí Hiếu | phụ mổ @ ", "Huỳnh Thị Lài"],
            id="the-next-one's-title-is-not-mine",
        ),
        pytest.param(
            "Phó Giám đốc Báo Văn Trị dự.",
            ["Báo Văn Trị | Phó Giám đốc @ "],
            id="a-surname-like-a-head-word",
        ),
        pytest.param(
            "GS Vũ Đăng Khôi, Hiệu trưởng Nhà trường, dặn dò.",
            ["GS | Vũ Đăng Khôi | Hiệu trưởng @ Nhà trường"],
            id="the-school",
        ),
        pytest.param("GIÁM ĐỐC LÊ VĂN AN PHÁT BIỂU", [], id="heading-in-capitals"),
        pytest.param(
            "BS LÊ VĂN AN – Trưởng khoa Nhi",
            ["BS | LÊ VĂN AN | Trưởng khoa Nhi @ "],
            id="name-in-capitals",
        ),
        pytest.param("", [], id="empty"),
    ],
)
def test_what_a_text_says(text, expected):
    assert told(text) == expected
    assert mentions(unicodedata.normalize("NFD", text)) == mentions(text)


def test_a_line_that_an_editor_wrapped_goes_on():
    text = (
        "Tại hội nghị của ngành y tế năm ấy, các đại biểu đã nghe báo cáo của ThS.BS Trần\n"
        "Văn Tấn – Trưởng phòng Nghiệp vụ Y,\nSở Y tế."
    )
    assert [one.name.text for one in mentions(text)] == ["Trần\nVăn Tấn"]


def test_names_of_two_lines_stay_apart():
    text = "BS Lê An\nTrần Thị Bình, Trưởng khoa Nhi"
    assert told(text) == ["BS | Lê An", "Trần Thị Bình | Trưởng khoa Nhi @ "]


SHORT = "BSCKII Nguyễn Thị Hảo dự hội nghị. {} nói về trẻ em."


@pytest.mark.parametrize(
    "written",
    ["BS Hảo", "Bà Hảo", "Chị Hảo", "Thị Hảo", "Đồng chí Hảo", "Phó Giám đốc Hảo"],
)
def test_a_short_form_refers_to_the_full_name_before(written):
    found = mentions(SHORT.format(written))
    assert (found[1].form, found[1].refers_to, found[1].undecided) == (Form.SHORT, 0, ())


def test_a_short_form_of_two_people_is_left_open():
    text = "BS Lê Thị Hảo và BS Vũ Thị Hảo đều dự. Bà Hảo phát biểu."
    last = mentions(text)[-1]
    assert (last.form, last.refers_to, last.undecided) == (Form.SHORT, None, ("refers_to",))


def test_surnames_are_never_folded():
    first, second = mentions("BS Vũ Thị Hảo và BS Võ Thị Hảo.")
    assert (first.name.text, second.name.text) == ("Vũ Thị Hảo", "Võ Thị Hảo")


def test_places_point_into_the_text():
    text = "Đến dự có ThS.BS Trần Văn Tấn – Trưởng phòng Nghiệp vụ Y, Sở Y tế."
    (one,) = mentions(text)
    (post,) = one.posts
    assert text[one.start : one.end] == text[text.index("ThS") : -1]
    for phrase in (one.name, post.role, post.organization):
        assert phrase is not None
        assert text[phrase.start : phrase.end] == phrase.text
