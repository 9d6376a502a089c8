"""Lines of participants: no word of them is lost, and nobody is called what they are not."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest
from bulletins import good, said, with_keys

from bantin.model import Participant
from bantin.vietnamese import titles

LINES = """
Bệnh nhân Nguyễn Văn Hùng, Trưởng thôn Mai Sơn
Cháu Lê Văn Hùng, Lớp trưởng
Sản phụ Lê Thị Hoa – giáo viên trường Mầm non
Mẹ bé Lê Minh An, Trưởng khoa Nhi
Gia đình ông Lê Hải Hà, Giám đốc Công ty Hoa Sen
Vợ chồng ông Lê Hải
Người nhà bệnh nhân Lê Văn An
Người hiến máu Lê Văn An
Đại đức Thích Minh Thuận
Đại đức Thích Minh Thuận – Trụ trì chùa Vân
Cô giáo Lê Thị Hoa
Các đồng chí Lê Văn An
Nhóm tác giả Lê Văn An
Đoàn Bệnh viện Bạch Mai
Đoàn công tác Bệnh viện Bạch Mai
Đoàn công tác Bệnh viện Bạch Mai – 5 người
Trưởng khoa Nhi
Con gái bà Lê Thị Mai
Con gái bà Lê Thị Mai – sinh viên
Đại diện Công ty TNHH ABC, ông Lê Hải
Đại diện Sở Y tế là ông Lê Văn Hải
Hội Chữ thập đỏ tỉnh (2 người): bà Lê Hoa
Sở Y tế: 5 đại biểu
Sở Y tế (5 người)
Sở Y tế, 5 đại biểu
Đại diện Sở Y tế: 5 đại biểu
Bệnh viện Quân y 103
Ông Lê Hải thay mặt Sở Y tế
Mr. John Smith
Mr. John Smith – Director, WHO
Prof. Kenji Tanaka, University of Tokyo
Prof. Kenji Tanaka – University of Tokyo
Ông Nguyễn Văn An – nguyên Giám đốc
Ông Nguyễn Văn An – phụ trách chung
Ông Nguyễn Văn An, nguyên là Giám đốc Sở Y tế
Bà Lê Thị Hoa, từng là Trưởng khoa Nhi
Đồng chí Lê Văn An – Bí thư Chi bộ kiêm Giám đốc Sở Y tế
đ/c Lê Văn An, Bí thư Đảng ủy và Giám đốc Bệnh viện
ThS.BS Lê Hoa (Trưởng khoa), ThS
Thạc sĩ Lê Thị Hoa, Bác sĩ, Trưởng khoa Nhi
BS Lê Văn An, 45 tuổi
BS Lê Văn An – 45 tuổi
BS Lê Văn An, sinh năm 1980, Trưởng khoa Nhi
BS Lê Văn An (vắng mặt)
BS Lê Văn An (điện thoại 0912 345 678)
BS Lê Văn An – Trưởng khoa Nhi (vắng mặt)
BS Lê Văn An, BS Trần Thị Bình
BS Lê Văn An – Trưởng khoa Nhi và BS Trần Thị Bình
BS Lê Văn An – cùng đoàn của bà Trần Thị Bình
BS Lê Văn An cùng 5 bác sĩ khoa Nhi
BS Lê Văn An và vợ
BS Lê Văn An đại diện cho Sở Y tế
BS Lê Văn An thuộc Trung tâm Y tế huyện Mai Sơn
BS Lê Văn An hiện công tác tại Bệnh viện Bạch Mai
BS Lê Văn An – Trưởng khoa Nhi của Bệnh viện Bạch Mai
BS Lê Văn An được phân công phụ trách khoa
Chủ trì: BS Lê Văn An, Giám đốc Bệnh viện
Thư ký: CN Trần Thị Bình
Báo cáo viên: TS Lê Văn An, Bệnh viện Bạch Mai
Khách mời: ông Lê Văn An
Khách mời danh dự – ông Lê Văn An
Nhà tài trợ Lê Văn An
Phóng viên Lê Văn An, Báo Nhân Dân
Nhà báo Lê Văn An
Sinh viên Lê Văn An, Trường Đại học Y Hà Nội
Em Lê Văn An, lớp 5A
Cụ Lê Văn An
Cô Lê Thị Hoa – Điều dưỡng trưởng
Thầy Lê Văn An, Trường Đại học Y Hà Nội
Bé Lê Minh An
Anh Lê Minh An – Bí thư Đoàn Thanh niên
Chị Lê Thị Hoa
Anh Lê Minh An cùng gia đình
TS Lê Văn An – Phó Chủ tịch UBND tỉnh, Chủ tịch Hội Chữ thập đỏ tỉnh
Phó Giám đốc phụ trách Lê Văn An
Giám đốc Bệnh viện Lê Hùng
Hội Nông dân
12 bệnh viện tuyến quận huyện
Ana Ruiz – Professor, University of Barcelona
Ana Maria Ruiz Garcia – Nurse
BS Lê Văn An* – Trưởng khoa Nhi
Lê Văn An; Trần Thị Bình
Lê Văn An/Trần Thị Bình
1. BS Lê Văn An – Trưởng khoa Nhi
Nguyễn Trường Giang – Trạm trưởng Trạm Y tế xã Mai Sơn
TRẦN VĂN NĂM – Trưởng khoa Nhi
Lê Văn A - Q. Giám đốc - SYT
Con trai BS Lê Văn An
Lê Văn An và bác sĩ
Lê Văn An, của ThS
Lê Văn An – Trưởng khoa Nhi và ThS.BS
""".strip().splitlines()


def words(*texts: str) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text.lower()))


TIES = words(
    "của thuộc tại ở là hiện là kiêm và đại diện cho công tác",
    "ông bà anh chị đồng chí đ c mr",
)


def one(line: str) -> Participant:
    (found,) = good(with_keys(f"participants:\n  - '{line}'")).participants
    return found


def problems(line: str) -> list[str]:
    return said(with_keys(f"participants:\n  - '{line}'"))


def is_left_whole(line: str) -> bool:
    """Whether one info tells so, whatever the reason."""
    told = problems(line)
    return len(told) == 1 and told[0].startswith("info 5:5 participant-")


@pytest.mark.parametrize("line", LINES)
def test_no_word_of_a_line_is_lost(line):
    found = one(line)
    if problems(line):
        assert is_left_whole(line)
        assert found == Participant("", role=line)
        return
    lost = words(line) - words(found.name, found.role, found.organization)
    for block in titles.find(line):
        if set(block.codes) <= set(found.titles):
            lost -= words(block.written)
    assert set(lost) <= set(TIES), lost
    assert set(words(found.name, found.role, found.organization)) <= set(words(line))


def test_enough_lines_are_taken_apart_for_that_to_say_something():
    assert len(LINES) > 80
    split = [line for line in LINES if not problems(line)]
    assert 30 < len(split) < len(LINES) - 30


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(line, id=line)
        for line in LINES
        if re.match(
            "(Bệnh nhân|Cháu|Sản phụ|Mẹ bé|Gia đình|Vợ chồng|Người|Con |Em |Bé |Cụ)", line
        )
    ],
)
def test_patients_and_families_are_nobody_by_name(line):
    assert one(line).name == ""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "Đoàn Bệnh viện Bạch Mai",
            Participant("", role="Đoàn", organization="Bệnh viện Bạch Mai"),
            id="delegation",
        ),
        pytest.param(
            "Sở Y tế: 5 đại biểu",
            Participant("", role="5 đại biểu", organization="Sở Y tế"),
            id="how-many",
        ),
        pytest.param(
            "Đại diện Sở Y tế (5 người)",
            Participant("", role="Đại diện, 5 người", organization="Sở Y tế"),
            id="how-many-for-them",
        ),
        pytest.param(
            "Bệnh viện Quân y 103",
            Participant("", organization="Bệnh viện Quân y 103"),
            id="number-of-the-name",
        ),
        pytest.param(
            "Ông Nguyễn Văn An – nguyên Giám đốc",
            Participant("Nguyễn Văn An", (), "nguyên Giám đốc"),
            id="address-before-a-post",
        ),
        pytest.param(
            "Ông Nguyễn Văn An – phụ trách chung",
            Participant("Nguyễn Văn An", (), "phụ trách chung"),
            id="address-before-any-words",
        ),
        pytest.param(
            "Mr. John Smith – Head of Nursing",
            Participant("John Smith", (), "Head of Nursing"),
            id="address-in-english",
        ),
        pytest.param("Mr. John Smith", Participant("John Smith"), id="address-alone"),
        pytest.param(
            "ThS.BS Lê Hoa (Trưởng khoa), ThS",
            Participant("Lê Hoa", ("ThS", "BS"), "Trưởng khoa"),
            id="title-twice",
        ),
        pytest.param(
            unicodedata.normalize("NFD", "BS Lê Văn An – Trưởng khoa Nhi, Sở Y tế"),
            Participant("Lê Văn An", ("BS",), "Trưởng khoa Nhi", "Sở Y tế"),
            id="decomposed",
        ),
    ],
)
def test_what_a_line_says(line, expected):
    assert one(line) == expected
    assert problems(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Trưởng khoa Nhi",
        "Con gái bà Lê Thị Mai",
        "Đoàn công tác Bệnh viện Bạch Mai – 5 người",
        "Đại diện Công ty TNHH ABC, ông Lê Hải",
        "Đại diện Sở Y tế là ông Lê Văn Hải",
        "Hội Chữ thập đỏ tỉnh (2 người): bà Lê Hoa",
        "Ông Lê Hải thay mặt Sở Y tế",
        "BS Lê Văn An – cùng đoàn của bà Trần Thị Bình",
    ],
)
def test_a_line_that_says_more_stays_whole(line):
    assert one(line) == Participant("", role=line)
    assert is_left_whole(line)
