"""Who a participant is, as far as the registries say it for certain."""

from __future__ import annotations

from datetime import date

import pytest
from bulletins import SETTINGS

from bantin.content import decode
from bantin.model import Bulletin, Organization, Person, Post, Registry
from bantin.vietnamese.known import Known

DISTRICT = Organization(
    "huyen", "Trung tâm Y tế huyện X", ("TTYT X",), None, date(2025, 6, 30), "khu-vuc"
)
REGION = Organization("khu-vuc", "Trung tâm Y tế khu vực X", ("TTYT X",), date(2025, 7, 1))
EARLY = Person("hoa-1", "Nguyễn Thị Hoa", posts=(Post("Y tá", "", None, date(2015, 12, 31)),))
LATE = Person("hoa-2", "Nguyễn Thị Hoa", posts=(Post("Bác sĩ", "", date(2016, 1, 1)),))
LAN = Person(
    "lan", "Mạc Thị Lan", aliases=("Mac Thi Lan",), posts=(Post("Khoa Nhi", "khu-vuc"),)
)
NAM = Person(
    "nam", "Trần Văn Năm", posts=(Post("Giám đốc", "", date(2001, 1, 1), date(2005, 12, 31)),)
)
KNOWN = Known(Registry((EARLY, LATE, LAN, NAM), (DISTRICT, REGION)), ("Bệnh viện Nhi",))

CASES = {
    "alias": ("Mac Thi Lan – Trung tâm Y tế", "2026-02-06", ("lan", "")),
    "guest-or-one-of-ours": ("Mạc Thị Lan", "2026-02-06", ("", "")),
    "one-of-ours": ("Nguyễn Thị Hoa", "2026-02-06", ("hoa-2", "")),
    "in-office-no-more": ("Trần Văn Năm", "2026-02-06", ("", "")),
    "formerly": ("Trần Văn Năm – nguyên Giám đốc", "2026-02-06", ("nam", "")),
    "line": ("BS Mạc Thị Lan – Trưởng khoa Nhi, TTYTKV X", "2026-02-06", ("lan", "khu-vuc")),
    "old-name": ("BS Mạc Thị Lan – Khoa Nhi, TTYT huyện X", "2024-02-06", ("lan", "huyen")),
    "mapping": ("{name: Mac Thi Lan, organization: TTYT X}", "2026-02-06", ("lan", "khu-vuc")),
    "before-the-day": ("{organization: TTYT X}", "2025-06-30", ("", "huyen")),
    "on-the-day": ("{organization: TTYT X}", "01/07/2025", ("", "khu-vuc")),
    "across-the-day": (
        "{organization: TTYT X}",
        "{start: 2025-06-30, end: 2025-07-01}",
        ("", ""),
    ),
    "some-day-of-the-year": ("{organization: TTYT X}", "2025", ("", "")),
    "another-year": ("{organization: TTYT X}", "2024", ("", "huyen")),
    "namesake-then": ("Nguyễn Thị Hoa", "2015", ("hoa-1", "")),
    "namesake-now": (
        "CN. Nguyễn Thị Hoa – Khoa Nhi, Bệnh viện Nhi",
        "2016-01-01",
        ("hoa-2", ""),
    ),
    "namesake-elsewhere": ("BS Mạc Thị Lan – Khoa Nhi, Bệnh viện Bạch Mai", "2026", ("", "")),
    "stranger": ("BS Mạc Thị Lam – Khoa Nhi, Trạm Y tế X", "2026", ("", "")),
}


def participants(lines: str, known: Known | None) -> list[tuple[str, str]]:
    content = f"---\ntitle: Tin\n{lines}\n---\nLời.\n".encode()
    found = decode.bulletin("news/2026/a.md", "2026/a", content, SETTINGS, known).bulletin
    assert isinstance(found, Bulletin)
    return [(one.person_id, one.organization_id) for one in found.participants]


@pytest.mark.parametrize("first", ["date", "participants"])
@pytest.mark.parametrize(("typed", "when", "ids"), CASES.values(), ids=CASES)
def test_a_participant_gets_the_ids_of_the_day_of_the_event(typed, when, ids, first):
    lines = [f"date: {when}", f"participants:\n  - {typed}"]
    ordered = lines if first == "date" else lines[::-1]
    assert participants("\n".join(ordered), KNOWN) == [ids]


@pytest.mark.parametrize(
    "said",
    [
        "delegation: Gia đình bệnh nhân",
        "organization: Gia đình bệnh nhân",
        "role: Đại diện người nhà bệnh nhân",
        "role: Đại biểu gia đình",
        "role: Cựu bệnh nhân",
        "role: 'Nam bệnh nhân, 45 tuổi'",
        "role: Người được ghép thận",
        "role: 'Bác sĩ, phụ huynh'",
        "role: Former patient",
        "role: Representative of patients",
        "delegation: Families of patients",
    ],
)
def test_whoever_may_be_a_patient_or_family_is_nobody_of_the_registry(said):
    known = Known(Registry((Person("an", "Phan Thị An"),)), ("Bệnh viện Nhi",))
    lines = f"date: 2026-02-06\nparticipants: [{{name: Phan Thị An, {said}}}]"
    assert participants(lines, known) == [("", "")]


@pytest.mark.parametrize(
    "said",
    [
        "role: Trưởng phòng Chăm sóc người bệnh",
        "role: 'Bác sĩ, Khoa Y học gia đình'",
        "role: Chi cục trưởng Dân số – Kế hoạch hóa gia đình",
        "role: Head of Patient Care",
        "delegation: Đại diện Quỹ Bảo trợ trẻ em",
        "organization: BV Ba Vì",
        "organization: Children's Hospital",
    ],
)
def test_patients_in_the_name_of_a_post_are_no_doubt(said):
    known = Known(Registry((Person("an", "Phan Thị An"),)), ("Bệnh viện Nhi",))
    lines = f"date: 2026-02-06\nparticipants: [{{name: Phan Thị An, {said}}}]"
    assert participants(lines, known) == [("an", "")]


def test_the_day_of_publication_does_not_count():
    lines = "date: 2025-06-30\npublished: 2026-01-01\nparticipants: [{organization: TTYT X}]"
    assert participants(lines, KNOWN) == [("", "huyen")]


def test_without_registries_nobody_is_identified():
    lines = "date: 2026-02-06\nparticipants: [Mạc Thị Lan, {organization: TTYT huyện X}]"
    assert participants(lines, None) == [("", ""), ("", "")]


def test_what_is_printed_stays_as_typed():
    content = (
        b"---\ntitle: Tin\ndate: 2026-02-06\n"
        b"participants: [{name: Mac Thi Lan, organization: TTYT X}]\n---\n"
    )
    found = decode.bulletin("news/2026/a.md", "2026/a", content, SETTINGS, KNOWN).bulletin
    assert isinstance(found, Bulletin)
    (one,) = found.participants
    assert (one.name, one.organization) == ("Mac Thi Lan", "TTYT X")
