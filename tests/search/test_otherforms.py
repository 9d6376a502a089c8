from __future__ import annotations

from datetime import date

import pytest

from bantin.model import Organization, Participant, Person, Photo, Registry, Term
from pages.editions import bulletin, gallery
from search.libraries import leads, only, written

REGISTRY = Registry(
    people=(Person("lan", "Mạc Thị Lan", aliases=("Mạc Lan",)),),
    organizations=(
        Organization(
            "thung-may",
            "Trung tâm Y tế huyện Thung Mây",
            valid_to=date(2025, 6, 30),
            successor="khu-vuc",
        ),
        Organization(
            "khu-vuc", "Trung tâm Y tế khu vực Thung Mây", valid_from=date(2025, 7, 1)
        ),
        Organization(
            "nhi", "Bệnh viện Nhi Mây Trắng", aliases=("BVNMT", "May Trang Children’s")
        ),
        Organization(
            "cu", "Bệnh viện tỉnh", aliases=("Nhà thương",), valid_to=date(2019, 12, 31)
        ),
        Organization(
            "moi", "Bệnh viện thành phố", aliases=("Nhà thương",), valid_from=date(2020, 1, 1)
        ),
        Organization("so", "Sở Y tế tỉnh Thanh Vân", aliases=("Sở Y tế",)),
    ),
    glossary=(Term("kỹ thuật", variants=("kĩ thuật",)), Term("CSGN", "chăm sóc giảm nhẹ")),
)


def text(said: str, **values):
    return written(bulletin(**values), f"<p>{said}</p>", registry=REGISTRY)


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("BSCKII Lan", "bác sĩ chuyên khoa II"),
        ("BSCKII Lan", "bac si chuyen khoa 2"),
        ("BSCKII Lan", "bác sỹ chuyên khoa II"),
        ("BSCKII Lan", "BS.CKII"),
        ("BSCKII Lan", "BS CK2"),
        ("BSCKII Lan", "Bác sĩ CKII"),
        ("BSCKII Lan", "bsck2"),
        ("bác sĩ chuyên khoa II Lan", "bsckii"),
        ("Bác sỹ chuyên khoa 2 Lan", "bsckii"),
        ("BS.CKI Lan", "bác sĩ chuyên khoa 1"),
        ("TTƯT, ThS.BS Lan", "thầy thuốc ưu tú"),
        ("ThS.BS Lan", "thạc sĩ"),
        ("PGS.TS Lan", "phó giáo sư"),
        ("TS Lan dự", "tiến sĩ"),
        ("tiến sĩ Lan", "ts"),
        ("điều dưỡng Lan", "đd"),
        ("kĩ thuật viên Lan", "ktv"),
    ],
)
def test_a_title_is_found_in_its_other_forms(said, typed):
    assert leads(text(f"Có {said}."), typed)
    shown = gallery("2026/a", Photo("1.jpg", f"Có {said}."))
    assert leads(only(bulletin(), galleries={"2026/a": shown}), typed)


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("BSCKI Lan", "bác sĩ chuyên khoa II"),
        ("phó giáo sư Lan", "gs"),
        ("kỹ thuật y tế", "kty"),
        ("đơn vị TS và", "tiến sĩ"),
        ("bệnh viện Nhi", "BVNMT"),
        ("Bệnh viện. Nhi Mây Trắng", "BVNMT"),
    ],
)
def test_what_was_not_said_is_not_found(said, typed):
    assert not leads(text(f"Có {said} ở đây."), typed)


def test_a_participant_is_found_by_titles_names_and_as_people_speak():
    lan = Participant("Mạc Thị Lan", ("BSCKII",), person_id="lan")
    document = only(bulletin(participants=(lan,)), registry=REGISTRY)
    for typed in ("bác sĩ chuyên khoa 2", "bs lan", "Bác sĩ Lan", "mac lan", "Mạc Thị Lan"):
        assert leads(document, typed), typed


@pytest.mark.parametrize(
    ("said", "id", "typed"),
    [
        ("Trung tâm Y tế khu vực Thung Mây", "khu-vuc", "trung tâm y tế huyện thung mây"),
        ("Trung tâm Y tế huyện Thung Mây", "thung-may", "trung tâm y tế khu vực thung mây"),
        ("TTYT khu vực Thung Mây", "khu-vuc", "trung tâm y tế huyện"),
        ("TTYT KV Thung Mây", "khu-vuc", "ttyt huyện"),
        ("Bệnh viện Nhi Mây Trắng", "nhi", "bvnmt"),
        ("Bệnh viện Nhi – Mây Trắng", "nhi", "bvnmt"),
        ("BVNMT", "nhi", "bệnh viện nhi mây trắng"),
        ("May Trang Children’s", "nhi", "bệnh viện nhi mây trắng"),
        ("Sở Y tế", "so", "sở y tế tỉnh thanh vân"),
    ],
)
def test_an_institution_is_found_by_all_names_of_its_line(said, id, typed):
    document = text(f"Đoàn đến {said} dự hội nghị.")
    assert document.organizations == (id,)
    assert leads(document, typed)


def test_a_longer_name_is_another_institution():
    assert text("Sở Y tế Hà Nội họp.").organizations == ()
    assert text("Sở Y tế tỉnh Bắc Giang họp.").organizations == ()
    assert text("Giám đốc Sở Y tế Nguyễn Văn Lan họp.").organizations == ("so",)


def test_a_name_that_several_have_had_means_the_one_of_that_day():
    assert text("Đến Nhà thương.", day=date(2019, 5, 1)).organizations == ("cu",)
    assert text("Đến Nhà thương.", day=date(2021, 5, 1)).organizations == ("moi",)


def test_the_institution_of_a_participant_is_known_by_its_id():
    guest = Participant("Lan", organization="Trung tâm", organization_id="khu-vuc")
    document = only(bulletin(participants=(guest,)), registry=REGISTRY)
    assert document.organizations == ("khu-vuc",)
    assert leads(document, "trung tâm y tế huyện thung mây")


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("Trung tâm Y tế Bình Xuyên", "ttyt"),
        ("TTYT Bình Xuyên", "trung tâm y tế"),
        ("phòng Kế hoạch tổng hợp", "khth"),
        ("phòng KHTH", "kế hoạch tổng hợp"),
        ("chăm sóc giảm nhẹ", "csgn"),
        ("CSGN", "chăm sóc giảm nhẹ"),
        ("kỹ thuật mới", "kĩ thuật"),
        ("kĩ thuật mới", "kỹ thuật"),
        ("sức khỏe sinh sản: Chăm sóc sức khỏe sinh sản", "csskss"),
    ],
)
def test_abbreviations_are_found_both_ways(said, typed):
    assert leads(text(f"Hội thảo về {said}."), typed)


def test_words_that_only_lead_here_are_not_among_what_is_shown():
    document = text("Có BSCKII Lan.")
    shown = (document.title, *document.facts, *document.text)
    assert not any("chuyên khoa" in passage for passage in shown)
