"""Participants as a line, as people write it in reports."""

from __future__ import annotations

import pytest
from bulletins import SETTINGS, good, read, said, with_keys

from bantin.content import decode
from bantin.content.keys import PARTICIPANT_KEYS, nearest
from bantin.model import Organization, Part, Participant, Person, Registry
from bantin.vietnamese.known import Known

TT = "Trung tâm Y tế khu vực Bình Xuyên"
BV = "Bệnh viện Sản Nhi Vĩnh Phúc"
LINES = {
    "the-guide": (
        "ThS.BS Trần Văn Tấn – Trưởng phòng Nghiệp vụ Y, Sở Y tế",
        Participant("Trần Văn Tấn", ("ThS", "BS"), "Trưởng phòng Nghiệp vụ Y", "Sở Y tế"),
    ),
    "ths-in-capitals": (
        "Ths.BS Trần Văn Tấn – Trưởng phòng Nghiệp vụ Y đại diện cho Sở Y tế",
        Participant("Trần Văn Tấn", ("ThS", "BS"), "Trưởng phòng Nghiệp vụ Y", "Sở Y tế"),
    ),
    "specialist-in-words": (
        f"Bác sĩ Chuyên khoa II Nguyễn Thị Hảo – Phó Giám đốc {BV}",
        Participant("Nguyễn Thị Hảo", ("BSCKII",), "Phó Giám đốc", BV),
    ),
    "hospital-without-name": (
        "Ths. Bs. Đỗ Mạnh Toàn – Phó Giám đốc Bệnh viện",
        Participant("Đỗ Mạnh Toàn", ("ThS", "BS"), "Phó Giám đốc", "Bệnh viện"),
    ),
    "honour-and-degrees-in-words": (
        "Thầy thuốc Ưu tú, Thạc sĩ, Bác sĩ Chuyên khoa II Phan Kim Trọng"
        " – Bí thư Chi bộ, Giám đốc Trung tâm",
        Participant(
            "Phan Kim Trọng",
            ("TTƯT", "ThS", "BSCKII"),
            "Bí thư Chi bộ, Giám đốc",
            "Trung tâm",
        ),
    ),
    "honour-and-abbreviations": (
        f"Thầy thuốc Ưu tú, ThS, BSCKII Phan Kim Trọng – Giám đốc {TT}",
        Participant("Phan Kim Trọng", ("TTƯT", "ThS", "BSCKII"), "Giám đốc", TT),
    ),
    "department": (
        "Bác sĩ Ngô Thị Thu Hương – Khoa Nhi",
        Participant("Ngô Thị Thu Hương", ("BS",), "Khoa Nhi"),
    ),
    "department-of-a-specialist": (
        "Bác sĩ Chuyên khoa II Dương Văn Chiến – Khoa Liên chuyên khoa",
        Participant("Dương Văn Chiến", ("BSCKII",), "Khoa Liên chuyên khoa"),
    ),
    "hyphen": (
        "ThS.BS Vũ Hữu Quyền - Trưởng khoa Cấp cứu",
        Participant("Vũ Hữu Quyền", ("ThS", "BS"), "Trưởng khoa Cấp cứu"),
    ),
    "two-dashes": (
        "Ths. Bs. Vũ Hữu Quyền – Trưởng khoa HSCC – Bệnh viện Trẻ em Hải Phòng",
        Participant(
            "Vũ Hữu Quyền", ("ThS", "BS"), "Trưởng khoa HSCC", "Bệnh viện Trẻ em Hải Phòng"
        ),
    ),
    "no-separator": (
        "BSCKI Vũ Trọng Tài Trưởng phòng Chỉ đạo tuyến – HTQT",
        Participant("Vũ Trọng Tài", ("BSCKI",), "Trưởng phòng Chỉ đạo tuyến – HTQT"),
    ),
    "comma": (
        "PGS.TS. Lê Văn A, Viện trưởng Viện Dinh dưỡng",
        Participant("Lê Văn A", ("PGS", "TS"), "Viện trưởng", "Viện Dinh dưỡng"),
    ),
    "brackets": (
        "ThS. Trần Thị C (Khoa Nhi)",
        Participant("Trần Thị C", ("ThS",), "Khoa Nhi"),
    ),
    "role-first": (
        f"Giám đốc {TT} Phan Kim Trọng",
        Participant("Phan Kim Trọng", (), "Giám đốc", TT),
    ),
    "role-first-with-titles": (
        f"Phó Giám đốc {BV}, BSCKII Nguyễn Thị Hảo",
        Participant("Nguyễn Thị Hảo", ("BSCKII",), "Phó Giám đốc", BV),
    ),
    "address-word": (
        "Bà Nguyễn Thị Hảo, Phó Giám đốc Bệnh viện",
        Participant("Nguyễn Thị Hảo", (), "Phó Giám đốc", "Bệnh viện"),
    ),
    "posts-at-two-institutions": (
        "TS Lê Văn An – Phó Chủ tịch UBND tỉnh, Chủ tịch Hội Chữ thập đỏ tỉnh",
        Participant(
            "Lê Văn An",
            ("TS",),
            "Phó Chủ tịch UBND tỉnh, Chủ tịch Hội Chữ thập đỏ tỉnh",
            "UBND tỉnh",
        ),
    ),
    "posts-at-two-institutions-at-once": (
        "PGS.TS Trần Minh Điển – Viện trưởng Viện Nhi, kiêm Trưởng Bộ môn Nhi, Trường Đại học Y"
        " Hà Nội",
        Participant(
            "Trần Minh Điển",
            ("PGS", "TS"),
            "Viện trưởng Viện Nhi, kiêm Trưởng Bộ môn Nhi, Trường Đại học Y Hà Nội",
            "Viện Nhi",
        ),
    ),
    "posts-at-two-institutions-around-the-name": (
        f"Giám đốc {TT} Phan Kim Trọng, Chủ tịch Hội Chữ thập đỏ tỉnh",
        Participant(
            "Phan Kim Trọng",
            (),
            f"Giám đốc {TT}, Chủ tịch Hội Chữ thập đỏ tỉnh",
            TT,
        ),
    ),
    "department-of-an-institution": (
        "BS Ngô Thị Thu Hương (Khoa Nhi, Trung tâm Y tế khu vực Bình Xuyên)",
        Participant("Ngô Thị Thu Hương", ("BS",), "Khoa Nhi", TT),
    ),
    "em-dash": (
        "GS.TS Nguyễn Văn Dũng — Hiệu trưởng, Trường Đại học Y Hà Nội",
        Participant("Nguyễn Văn Dũng", ("GS", "TS"), "Hiệu trưởng", "Trường Đại học Y Hà Nội"),
    ),
    "name-alone": ("Nguyễn Thị Hảo", Participant("Nguyễn Thị Hảo")),
    "name-with-a-title": ("BS Nguyễn Văn An", Participant("Nguyễn Văn An", ("BS",))),
    "name-that-begins-an-institution": (
        "Nguyễn Trường Giang",
        Participant("Nguyễn Trường Giang"),
    ),
    "name-with-a-hyphen": (
        "Lê Thị Hồng-Anh – Điều dưỡng trưởng",
        Participant("Lê Thị Hồng-Anh", (), "Điều dưỡng trưởng"),
    ),
    "title-behind-the-name": ("H'Hen Niê – Bác sĩ", Participant("H'Hen Niê", ("BS",))),
    "foreign-name": (
        "Ana Ruiz – Professor, University of Barcelona",
        Participant("Ana Ruiz", (), "Professor, University of Barcelona"),
    ),
    "foreign-title": (
        "Dr Anna Lee – Head of Paediatrics, Riverside Hospital",
        Participant("Dr Anna Lee", (), "Head of Paediatrics, Riverside Hospital"),
    ),
    "institution": ("Sở Y tế", Participant("", organization="Sở Y tế")),
    "institution-of-six-words": (BV, Participant("", organization=BV)),
    "institution-with-more": (
        f"{BV} – 12 người",
        Participant("", role="12 người", organization=BV),
    ),
    "for-an-institution": (
        "Đại diện Sở Y tế",
        Participant("", role="Đại diện", organization="Sở Y tế"),
    ),
}


def one(entry: str) -> str:
    quoted = entry.replace("'", "''")
    return with_keys(f"participants:\n  - '{quoted}'")


@pytest.mark.parametrize(("line", "expected"), LINES.values(), ids=LINES.keys())
def test_a_line_is_taken_apart(line, expected):
    assert good(one(line)).participants == (expected,)
    assert said(one(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("12 bệnh viện tuyến quận huyện", id="number-of-bodies"),
        pytest.param("Đại diện lãnh đạo các khoa, phòng", id="nobody-in-particular"),
        pytest.param("– Trưởng phòng, Sở Y tế", id="no-name"),
        pytest.param("Giám đốc Bệnh viện Lê Hùng", id="hospital-or-person"),
    ],
)
def test_a_line_that_cannot_be_split_stays_whole(line):
    assert good(one(line)).participants == (Participant("", role=line),)
    assert said(one(line)) == ["info 5:5 participant-line"]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        pytest.param(
            "TS Lê Văn An – Phó Giám đốc Bệnh viện (chủ trì)", "(chủ trì)", id="brackets"
        ),
        pytest.param("BS Lê Văn An (vắng mặt)", "(vắng mặt)", id="brackets-behind-the-name"),
        pytest.param(
            "Ông Đinh Văn Tư, 58 tuổi, ở thôn Tà Vờ", "58 tuổi, ở thôn Tà Vờ", id="age"
        ),
    ],
)
def test_what_is_not_understood_of_a_line_is_named(line, rest):
    assert good(one(line)).participants == (Participant("", role=line),)
    (problem,) = read(one(line)).problems
    assert (problem.code, dict(problem.values)) == ("participant-rest", {"rest": rest})


@pytest.mark.parametrize("sign", [";", ","])
def test_people_who_share_a_line_are_counted(sign):
    line = f"BS Lê Văn An – Khoa Nhi, Sở Y tế{sign} BS Trần Thị Bình – Phó Giám đốc Bệnh viện"
    assert good(one(line)).participants == (Participant("", role=line),)
    (problem,) = read(one(line)).problems
    assert problem.code == "participant-several"
    assert dict(problem.values) == {"names": "Lê Văn An, Trần Thị Bình"}


@pytest.mark.parametrize(
    ("entry", "corrected"),
    [
        pytest.param(
            "Phan Kim Trọng: Giám đốc Sở Y tế",
            "- Phan Kim Trọng – Giám đốc Sở Y tế",
            id="name",
        ),
        pytest.param("Chủ trì: TS.BS Lê An", "- Chủ trì – TS.BS Lê An", id="part"),
    ],
)
def test_a_colon_in_a_line_is_told_with_the_line_to_write(entry, corrected):
    (problem,) = read(with_keys(f"participants:\n  - {entry}")).problems
    assert (str(problem.at), problem.code) == ("news/2026/a.md:5:5", "participant-colon")
    assert dict(problem.values) == {"corrected": corrected}
    assert said(one(corrected.removeprefix("- "))) == []


@pytest.mark.parametrize(("line", "expected"), LINES.values(), ids=LINES.keys())
def test_a_line_says_what_the_mapping_would(line, expected):
    keys = {"name": expected.name, "role": expected.role, "organization": expected.organization}
    mapping = "\n    ".join(
        f"{key}: '{value.replace(chr(39), chr(39) * 2)}'"
        for key, value in keys.items()
        if value
    )
    titles = f"\n    titles: [{', '.join(expected.titles)}]" if expected.titles else ""
    long_form = with_keys(f"participants:\n  - {mapping}{titles}")
    assert good(one(line)).participants == good(long_form).participants


def test_the_long_form():
    lines = """participants:
  - name: Phan Kim Trọng
    titles: [TTƯT, Thạc sĩ, BS CKII]
    role: Bí thư Chi bộ, Giám đốc
    organization: Trung tâm Y tế
    part: host
    delegation: Bình Xuyên
  - organization: Bệnh viện tuyến quận huyện
    count: 12"""
    assert good(with_keys(lines)).participants == (
        Participant(
            "Phan Kim Trọng",
            ("TTƯT", "ThS", "BSCKII"),
            "Bí thư Chi bộ, Giám đốc",
            "Trung tâm Y tế",
            Part.HOST,
            "Bình Xuyên",
        ),
        Participant("", organization="Bệnh viện tuyến quận huyện", count=12),
    )


KNOWN = Known(
    Registry(
        people=(Person("hoa-binh", "Nguyễn Hòa Bình"),),
        organizations=(
            Organization("so-y-te-tinh-thanh-van", "Sở Y tế tỉnh Thanh Vân"),
            Organization("hoa-binh", "Bệnh viện Hòa Bình"),
        ),
    )
)


def warned(lines: str) -> list[tuple[str, str, dict[str, str]]]:
    """Place, code and values of each problem, where the site has registered somebody."""
    text = with_keys(f"participants:\n{lines}").encode()
    found = decode.bulletin("news/2026/a.md", "2026/a", text, SETTINGS, KNOWN).problems
    assert {problem.severity for problem in found} <= {"warning"}
    return [
        (f"{one.at.line}:{one.at.column}", one.code, dict(one.values)) for one in sorted(found)
    ]


@pytest.mark.parametrize(
    ("lines", "place", "value", "corrected"),
    [
        pytest.param(
            "  - name: A\n    organization: so-y-te-tinh-thanh-van",
            "6:19",
            "so-y-te-tinh-thanh-van",
            "organization: Sở Y tế tỉnh Thanh Vân",
            id="organization",
        ),
        pytest.param("  - hoa-binh", "5:5", "hoa-binh", "- Nguyễn Hòa Bình", id="line"),
        pytest.param(
            "  - name: hoa-binh", "5:11", "hoa-binh", "name: Nguyễn Hòa Bình", id="name"
        ),
        pytest.param(
            "  - organization: hoa-binh",
            "5:19",
            "hoa-binh",
            "organization: Bệnh viện Hòa Bình",
            id="id-of-both",
        ),
    ],
)
def test_an_id_of_the_registries_is_no_name(lines, place, value, corrected):
    values = {"value": value, "corrected": corrected}
    assert warned(lines) == [(place, "participant-id", values)]


@pytest.mark.parametrize("lines", ["  - vuong-dinh-khai", "  - organization: vuong-dinh-khai"])
def test_an_id_that_nobody_has_is_told_too(lines):
    ((_, code, values),) = warned(lines)
    assert (code, values) == ("participant-id-unknown", {"value": "vuong-dinh-khai"})


def test_a_name_that_holds_more_is_told_and_printed_as_typed():
    lines = "  - name: Ths. Bs. Trần Thu Vân (Phó Giám đốc)"
    ((place, code, values),) = warned(lines)
    assert (place, code) == ("5:11", "participant-name-more")
    assert values["corrected"] == "name: Trần Thu Vân; titles: [ThS, BS]; role: Phó Giám đốc"
    (one,) = good(with_keys(f"participants:\n{lines}")).participants
    assert one == Participant("Ths. Bs. Trần Thu Vân (Phó Giám đốc)")


@pytest.mark.parametrize(
    "typed", ["name: Ana Ruiz-Soler", "name: X-Quang", "organization: 2025-2026"]
)
def test_a_name_that_is_one_is_taken_without_a_word(typed):
    assert warned(f"  - {typed}") == []


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        pytest.param("role: Giám đốc", "error 5:5 participant-nobody", id="nobody"),
        pytest.param("nmae: A\n    name: B", "error 5:5 key-unknown-near", id="misspelt"),
        pytest.param("name: A\n    part: chủ nhà", "error 6:11 choice-unknown", id="part"),
        pytest.param("name: A\n    count: một", "error 6:12 number-expected", id="count"),
        pytest.param("name: A\n    count: 1.5", "error 6:12 number-expected", id="fraction"),
        pytest.param("name: A\n    titles: BS", "error 6:13 list-one-line", id="titles-text"),
        pytest.param("name: A\n    titles: [Xyz]", "info 6:14 title-unknown", id="title"),
        pytest.param("name: A\n    name: B", "error 6:5 key-twice", id="twice"),
    ],
)
def test_what_is_wrong_in_the_long_form(entry, problem):
    assert said(with_keys(f"participants:\n  - {entry}")) == [problem]


def test_tên_of_a_person_is_their_name():
    assert nearest("Tên", [key.name for key in PARTICIPANT_KEYS]) == "name"
