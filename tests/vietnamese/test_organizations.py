from __future__ import annotations

import unicodedata

import pytest

from bantin.vietnamese.organizations import split
from bantin.vietnamese.orgheads import HEADS


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        pytest.param(
            "Trưởng phòng Nghiệp vụ Y, Sở Y tế",
            "Trưởng phòng Nghiệp vụ Y",
            "Sở Y tế",
            id="comma",
        ),
        pytest.param(
            "Trưởng khoa HSCC – Bệnh viện Trẻ em Hải Phòng",
            "Trưởng khoa HSCC",
            "Bệnh viện Trẻ em Hải Phòng",
            id="dash",
        ),
        pytest.param(
            "Phó Giám đốc Bệnh viện Sản Nhi Vĩnh Phúc",
            "Phó Giám đốc",
            "Bệnh viện Sản Nhi Vĩnh Phúc",
            id="nothing-between",
        ),
        pytest.param(
            "Bí thư Chi bộ, Giám đốc Trung tâm Y tế khu vực Bình Xuyên",
            "Bí thư Chi bộ, Giám đốc",
            "Trung tâm Y tế khu vực Bình Xuyên",
            id="two-roles",
        ),
        pytest.param("Giám đốc Trung tâm", "Giám đốc", "Trung tâm", id="head-alone"),
        pytest.param("Phó Giám đốc Sở", "Phó Giám đốc", "Sở", id="sở-alone"),
        pytest.param("Giám đốc TTYT Bình Xuyên", "Giám đốc", "TTYT Bình Xuyên", id="ttyt"),
        pytest.param("BVĐK tỉnh", "", "BVĐK tỉnh", id="organization-only"),
        pytest.param("Bộ trưởng Bộ Y tế", "Bộ trưởng", "Bộ Y tế", id="bộ-trưởng"),
        pytest.param("Cục trưởng Cục Y tế", "Cục trưởng", "Cục Y tế", id="cục-trưởng"),
        pytest.param(
            "Viện trưởng Viện Dinh dưỡng", "Viện trưởng", "Viện Dinh dưỡng", id="viện-trưởng"
        ),
        pytest.param(
            "Trưởng Bộ môn Nhi, Trường Đại học Y Hà Nội",
            "Trưởng Bộ môn Nhi",
            "Trường Đại học Y Hà Nội",
            id="bộ-môn",
        ),
        pytest.param(
            "Trưởng phòng Đào tạo Đại học – Đại học Đà Nẵng",
            "Trưởng phòng Đào tạo Đại học",
            "Đại học Đà Nẵng",
            id="đại-học-as-a-level",
        ),
        pytest.param(
            "Phó Chủ tịch Uỷ ban nhân dân xã",
            "Phó Chủ tịch",
            "Uỷ ban nhân dân xã",
            id="new-tone-placement",
        ),
        pytest.param("Chủ tịch UBND tỉnh", "Chủ tịch", "UBND tỉnh", id="ubnd"),
        pytest.param(
            "Đại biểu Hội đồng nhân dân tỉnh",
            "Đại biểu",
            "Hội đồng nhân dân tỉnh",
            id="council",
        ),
        pytest.param("Chủ tịch Hội Nhi khoa", "Chủ tịch", "Hội Nhi khoa", id="hội"),
        pytest.param(
            "Trưởng khoa (Bệnh viện Nhi)", "Trưởng khoa", "Bệnh viện Nhi", id="bracket"
        ),
        pytest.param(
            "Giám đốc Công ty A (Hà Nội)", "Giám đốc", "Công ty A (Hà Nội)", id="own-()"
        ),
        pytest.param("Giám đốc của Bệnh viện A", "Giám đốc", "Bệnh viện A", id="của"),
        pytest.param("GIÁM ĐỐC BỆNH VIỆN NHI", "GIÁM ĐỐC", "BỆNH VIỆN NHI", id="capitals"),
        pytest.param(
            "Giám đốc Bệnh\u00a0 viện A", "Giám đốc", "Bệnh\u00a0 viện A", id="spaces"
        ),
    ],
)
def test_an_institution_begins_at_its_head_word(text, role, organization):
    assert split(text) == (role, organization)
    assert split(unicodedata.normalize("NFD", text)) == (role, organization)


@pytest.mark.parametrize(
    "role",
    [
        pytest.param("Khoa Nhi", id="khoa"),
        pytest.param("Phòng Chỉ đạo tuyến – HTQT", id="phòng"),
        pytest.param("Khoa Liên chuyên khoa", id="liên-chuyên-khoa"),
        pytest.param("Trưởng Ban tổ chức Hội nghị", id="hội-nghị"),
        pytest.param("Thư ký Hội thảo", id="hội-thảo"),
        pytest.param("Phó Chủ tịch Hội đồng quản lý", id="hội-đồng"),
        pytest.param("Phó Trưởng Bộ môn", id="bộ-môn"),
        pytest.param("Bộ trưởng", id="bộ-trưởng"),
        pytest.param("Viện trưởng", id="viện-trưởng"),
        pytest.param("Trường hợp đặc biệt", id="trường-hợp"),
        pytest.param("Phụ trách vùng Bắc Bộ", id="bắc-bộ"),
        pytest.param("Đại biểu Quốc Hội", id="quốc-hội"),
        pytest.param("Bí thư Đảng Bộ", id="đảng-bộ"),
        pytest.param("Giám đốc bệnh viện", id="lower-case"),
        pytest.param("Nhóm BVX", id="only-the-start-of-a-word"),
        pytest.param("Nhóm ABV", id="only-the-end-of-a-word"),
        pytest.param("Tỉnh ủy viên", id="tỉnh-ủy-viên"),
        pytest.param("", id="empty"),
    ],
)
def test_what_is_no_institution_stays_in_the_role(role):
    assert split(role) == (role, "")


@pytest.mark.parametrize("head", HEADS)
def test_every_head_word_begins_an_institution(head):
    assert split(f"Giám đốc {head} Hải Phòng") == ("Giám đốc", f"{head} Hải Phòng")
