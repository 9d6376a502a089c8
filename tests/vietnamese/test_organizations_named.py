"""Institutions in a text, and which one each name means."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from bantin.model import Organization, Registry
from bantin.vietnamese.known import Known
from bantin.vietnamese.organizations import find

OWN = ("Bệnh viện Nhi Mây Trắng", "Nhi Mây Trắng")
PHU_THO = Organization("phu-tho", "Bệnh viện Sản Nhi tỉnh Phú Thọ")
VINH_PHUC = Organization(
    "vinh-phuc", "Bệnh viện Sản Nhi Vĩnh Phúc", aliases=("Bệnh viện Sản - Nhi tỉnh Vĩnh Phúc",)
)


def known(*organizations: Organization, hospital: tuple[str, ...] = OWN) -> Known:
    return Known(Registry(organizations=organizations), hospital)


def meant(text: str, registries: Known | None = None, on: date | None = None) -> list[str]:
    """Each name as written -> the one that is meant; ``?`` where that is open."""
    return [f"{one.phrase.text} -> {one.name or '?'}" for one in find(text, registries, on)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Bệnh viện Sản Nhi Vĩnh Phúc đón đoàn. Phó Giám đốc Bệnh viện cảm ơn.",
            ["Bệnh viện Sản Nhi Vĩnh Phúc -> same", "Bệnh viện -> Bệnh viện Sản Nhi Vĩnh Phúc"],
            id="the-one-before",
        ),
        pytest.param(
            "Bệnh viện Việt Đức và Bệnh viện Bạch Mai ký kết. Giám đốc Bệnh viện phát biểu.",
            ["Bệnh viện Việt Đức -> same", "Bệnh viện Bạch Mai -> same", "Bệnh viện -> ?"],
            id="one-of-two-is-left-open",
        ),
        pytest.param("Giám đốc Sở Y tế dự.", ["Sở Y tế -> ?"], id="which-province"),
        pytest.param(
            "Sở Y tế tỉnh Lào Cai họp. Giám đốc Sở kết luận.",
            ["Sở Y tế tỉnh Lào Cai -> same", "Sở -> Sở Y tế tỉnh Lào Cai"],
            id="head-alone",
        ),
        pytest.param(
            "Giám đốc TTYT huyện Yên Mô đón Trung tâm Y tế huyện Yên Mô.",
            [
                "TTYT huyện Yên Mô -> same",
                "Trung tâm Y tế huyện Yên Mô -> same",
            ],
            id="abbreviated",
        ),
        pytest.param(
            "Trung tâm Dân số - Kế hoạch hóa gia đình huyện Yên Mô tập huấn.",
            ["Trung tâm Dân số - Kế hoạch hóa gia đình huyện Yên Mô -> same"],
            id="dash-inside",
        ),
        pytest.param("Kế hoạch số 12/KH-SYT ngày 5/6.", [], id="number-of-a-paper"),
        pytest.param("Hội nghị, Bộ môn, Viện trưởng, Trường hợp.", [], id="no-heads"),
    ],
)
def test_which_one_a_name_means(text, expected):
    same = [line.replace("same", line.split(" -> ")[0]) for line in expected]
    assert meant(text) == same
    assert find(unicodedata.normalize("NFD", text)) == find(text)


def test_the_own_hospital_is_meant_where_no_other_is_named():
    (one,) = find("Phó Giám đốc Bệnh viện phát biểu.", known())
    assert (one.name, one.own, one.undecided) == ("Bệnh viện Nhi Mây Trắng", True, False)


def test_another_hospital_or_the_own_is_left_open():
    text = "Bệnh viện Việt Đức đón đoàn. Phó Giám đốc Bệnh viện cảm ơn."
    assert meant(text, known())[1] == "Bệnh viện -> ?"


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế tỉnh Lào Cai họp. Các Sở Y tế trong nước dự.",
        "Sở Y tế tỉnh Lào Cai họp với 12 Sở Y tế.",
        "Sở Y tế tỉnh Lào Cai họp. Một Sở Y tế khác dự.",
    ],
)
def test_many_are_not_the_one_before(text):
    assert meant(text)[1] == "Sở Y tế -> ?"


def test_an_alias_leads_to_its_entry():
    (one,) = find("Bệnh viện Sản – Nhi tỉnh Vĩnh Phúc họp.", known(PHU_THO, VINH_PHUC))
    assert (one.id, one.name) == ("vinh-phuc", "Bệnh viện Sản Nhi Vĩnh Phúc")


def test_look_alikes_are_never_merged():
    text = "Bệnh viện Sản Nhi Phú Thọ họp."
    (one,) = find(text, known(PHU_THO, VINH_PHUC))
    assert (one.id, one.name) == ("", "Bệnh viện Sản Nhi Phú Thọ")


def test_the_day_decides_between_two_who_had_a_name():
    old = Organization("old", "Trung tâm Y tế A Lưới", valid_to=date(2025, 6, 30))
    new = Organization("new", "Trung tâm Y tế A Lưới", valid_from=date(2025, 7, 1))
    text = "Trung tâm Y tế A Lưới họp."
    registries = known(old, new)
    assert [one.id for one in find(text, registries, date(2024, 5, 1))] == ["old"]
    assert [one.id for one in find(text, registries, date(2026, 5, 1))] == ["new"]
    assert [one.id for one in find(text, registries)] == [""]
