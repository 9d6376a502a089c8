"""What is proposed for the registries, and who never is."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from bantin import suggestions
from bantin.content import registries as content_registries
from bantin.edition import registries
from bantin.suggestions import patches
from bantin.suggestions.entries import ProposedPerson, Suggestions
from edition.sites import OWN_NAMES, Site, site

__all__ = ["site"]

PEOPLE = "news/_registry/people.yml"
ORGANIZATIONS = "news/_registry/organizations.yml"


def suggested(site: Site) -> Suggestions:
    edition = site.read(preview=True)
    known = registries.known(edition.registry, edition.settings)
    return suggestions.suggest(edition, known)


def participants(*lines: str) -> str:
    return "\n".join(["participants:", *(f"  - {line}" for line in lines)])


def names(found: Suggestions) -> list[str]:
    return [one.name for one in found.people]


def remarks(one: object) -> list[str]:
    return [remark.key for remark in one.remarks]


def posts(one: ProposedPerson) -> list[tuple[str, str]]:
    return [(post.role, post.organization) for post in one.posts]


LISTED = [
    pytest.param("ThS.BS Trần Văn Tấn – Khoa Nhi", "Trần Văn Tấn", id="line"),
    pytest.param("{name: Trần Văn Tấn, role: Giám đốc}", "Trần Văn Tấn", id="role-only"),
    pytest.param("{name: Trần Văn Tấn, titles: [BS]}", "Trần Văn Tấn", id="title-only"),
    pytest.param("{name: Ông Trần Văn Tấn, role: Giám đốc}", "Trần Văn Tấn", id="polite"),
    pytest.param("BS H'Hen Niê – Khoa Nhi", "H'Hen Niê", id="apostrophe"),
    pytest.param("{name: Kenji Tanaka, role: Giám đốc}", "Kenji Tanaka", id="foreign"),
    pytest.param(
        "Đại diện các khoa do BS Trần Văn Tấn dẫn đầu", "Trần Văn Tấn", id="in-a-role"
    ),
    pytest.param("Trần Văn Tấn", "", id="nothing-but-a-name"),
    pytest.param("{name: Trần Văn Tấn, organization: Sở Y tế Lào Cai}", "", id="no-role"),
    pytest.param("{name: Trần Văn Tấn, role: Trưởng đoàn}", "", id="role-of-the-day"),
    pytest.param("{name: Trần Văn Tấn, titles: [Sếp]}", "", id="title-unknown"),
    pytest.param("BS Hảo – Khoa Nhi", "", id="given-name"),
    pytest.param("BS Vân Anh – Khoa Nhi", "", id="double-given-name"),
    pytest.param("BS N.T.H. – Khoa Nhi", "", id="initials"),
    pytest.param("{name: Trần Thị M., titles: [BS]}", "", id="shortened"),
    pytest.param("{name: Cháu Trần Văn Tấn, role: Lớp trưởng}", "", id="child"),
    pytest.param("{name: Bé An, role: Lớp trưởng}", "", id="child-short"),
    pytest.param("{name: Bệnh nhân Trần Văn Tấn, role: Giám đốc}", "", id="patient"),
    pytest.param("{name: Mẹ bé Trần Văn Tấn, role: Giám đốc}", "", id="mother"),
    pytest.param("{name: Chị Trần Thị Tấn, role: Giám đốc}", "", id="not-polite-enough"),
    pytest.param("{name: Trần Văn Tấn, role: bệnh nhi}", "", id="role-patient"),
    pytest.param("{name: Trần Văn Tấn, role: mẹ của cháu An}", "", id="role-mother"),
    pytest.param("{name: Trần Văn Tấn, role: học sinh lớp 5A}", "", id="role-pupil"),
    pytest.param(
        "{name: Trần Văn Tấn, role: 'Hiệu trưởng, người nhà bệnh nhân'}", "", id="role-family"
    ),
    pytest.param("Người nhà bệnh nhân, ông Trần Văn Tấn – Trưởng bản", "", id="line-family"),
]


@pytest.mark.parametrize(("line", "name"), LISTED)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_participants(site, line, name, form):
    site.bulletin("2026/a", "Lời.", unicodedata.normalize(form, participants(line)))
    assert names(suggested(site)) == [name] * bool(name)


TOLD = [
    pytest.param("BSCKII Dương Văn Chiến chia sẻ.", "Dương Văn Chiến", id="title"),
    pytest.param("Dương Văn Chiến – Trưởng khoa Nhi.", "Dương Văn Chiến", id="role"),
    pytest.param("Đồng chí Dương Văn Chiến, Giám đốc.", "Dương Văn Chiến", id="polite"),
    pytest.param("**BS Dương Văn Chiến** chia sẻ.", "Dương Văn Chiến", id="bold"),
    pytest.param("Ông Dương Văn Chiến chia sẻ.", "", id="no-title-no-role"),
    pytest.param("Anh Dương Văn Chiến, Giám đốc.", "", id="not-polite-enough"),
    pytest.param("BS Chiến chia sẻ.", "", id="given-name"),
    pytest.param("BS D.V.C. chia sẻ.", "", id="initials"),
    pytest.param("Bé Dương Văn Chiến, Lớp trưởng, đã khỏe.", "", id="child"),
    pytest.param("Bệnh nhân Dương Văn Chiến, Giám đốc, đã khỏe.", "", id="patient"),
    pytest.param(
        "Người nhà bệnh nhân, ông Dương Văn Chiến, Phó Chủ tịch UBND xã Nậm Lúc, cảm ơn.",
        "",
        id="family-before",
    ),
    pytest.param(
        "Bà Dương Văn Chiến (mẹ cháu An), Hiệu trưởng Trường Sơn Hà.", "", id="family-behind"
    ),
    pytest.param(
        "Mẹ bệnh nhi cảm ơn BS Dương Văn Chiến.", "Dương Văn Chiến", id="doctor-of-a-family"
    ),
    pytest.param(
        "Ba bác sĩ Dương Văn Chiến, N.T.H. và L.A. khám.",
        "Dương Văn Chiến",
        id="ba-is-a-number",
    ),
    pytest.param("Dương Văn Chiến (7 tuổi), Lớp trưởng.", "", id="age-behind-the-name"),
    pytest.param("Lớp trưởng Dương Văn Chiến (9 tháng tuổi).", "", id="age-at-the-end"),
    pytest.param(
        "BS Dương Văn Chiến đến.\n\nBệnh nhân Dương Văn Chiến về.", "", id="patient-elsewhere"
    ),
    pytest.param("BS Dương Văn Chiến đến.\n\nCháu Chiến về.", "", id="child-in-short"),
]


@pytest.mark.parametrize(("body", "name"), TOLD)
def test_running_text(site, body, name):
    site.bulletin("2026/a", body)
    assert names(suggested(site)) == [name] * bool(name)


def test_captions_are_read_but_not_those_of_patients_and_children(site):
    site.photos("2026/a", "01.jpg", "02.jpg", "03.jpg")
    site.bulletin(
        "2026/a",
        "Lời.",
        "photos:",
        "  - {file: 01.jpg, caption: BS Trần Văn Tấn khám.}",
        "  - {file: 02.jpg, caption: BS Trần Văn Hai khám., people: child, consent: x}",
        "  - {file: 03.jpg, caption: BS Trần Văn Ba khám., people: patient, consent: x}",
    )
    assert names(suggested(site)) == ["Trần Văn Tấn"]


def test_a_patient_in_one_bulletin_hides_no_doctor_of_that_name_in_another(site):
    site.bulletin("2026/a", "Bệnh nhân Trần Văn Tấn đã khỏe.")
    site.bulletin("2026/b", "Lời.", participants("BS Trần Văn Tấn – Khoa Nhi"))
    assert names(suggested(site)) == ["Trần Văn Tấn"]


def test_drafts_are_read_and_translations_are_not(site):
    site.bulletin("2026/a", "BS Trần Văn Tấn nói.", status="draft")
    site.bulletin("en/2026/b", "Lời.", participants("Dr Tran Van Tan – Giám đốc"), lang="en")
    assert names(suggested(site)) == ["Trần Văn Tấn"]


# What an entry says


def test_an_entry_says_where_the_name_stands_the_newest_first(site):
    site.bulletin("2024/a", "BS Trần Văn Tấn nói.\n\nBS Trần Văn Tấn cười.", date="2024-01-02")
    site.bulletin("2026/b", "Lời.", participants("BS Trần Văn Tấn – Khoa Nhi"))
    (one,) = suggested(site).people
    found = [(place.at.path, place.at.line, place.when.start.year) for place in one.places]
    assert found == [("news/2026/b.md", 5, 2026), ("news/2024/a.md", 5, 2024)]


def test_titles_are_those_of_participants_and_the_fullest(site):
    site.bulletin("2025/a", "TS.BS Trần Văn Tấn nói.", date="2025-01-01")
    lines = participants("TTƯT, ThS.BSCKII Trần Văn Tấn – Khoa Nhi")
    site.bulletin("2024/b", "BS Trần Văn Tấn nói.", lines, date="2024-01-01")
    (one,) = suggested(site).people
    assert (one.titles, remarks(one)) == (("TTƯT", "ThS", "BSCKII"), ["post_nowhere"])


def test_titles_that_do_not_go_together_are_told(site):
    site.bulletin("2024/a", "ThS.BS Trần Văn Tấn nói.", date="2024-01-01")
    site.bulletin("2026/b", "TS.BS Trần Văn Tấn nói.")
    (one,) = suggested(site).people
    assert (one.titles, remarks(one)) == (("TS", "BS"), ["titles"])


def test_posts_have_the_days_of_the_events_and_no_others(site):
    line = "{name: Trần Văn Tấn, role: 'Bí thư Chi bộ, Giám đốc', organization: TTYT Sơn Hà}"
    site.bulletin("2026/a", "Lời.", participants(line), date="2026-02-06")
    site.bulletin("2024/b", "Trần Văn Tấn, Giám đốc Trung tâm Y tế Sơn Hà, dự.", date="2024-03")
    found = suggested(site)
    (one,) = found.people
    assert posts(one) == [
        ("Bí thư Chi bộ", "trung-tam-y-te-son-ha"),
        ("Giám đốc", "trung-tam-y-te-son-ha"),
    ]
    assert [when.start for when in one.posts[1].seen] == [date(2026, 2, 6), date(2024, 3, 1)]
    assert [one.name for one in found.organizations] == ["Trung tâm Y tế Sơn Hà"]
    assert remarks(one) == []


OPEN = [
    pytest.param("role: Giám đốc, organization: Trung tâm", "post_somewhere", id="short-form"),
    pytest.param(
        "role: Giám đốc, organization: Sở Y tế", "post_somewhere", id="of-no-province"
    ),
    pytest.param("role: Trưởng khoa Nhi", "post_nowhere", id="no-organization"),
    pytest.param("role: nguyên Giám đốc", "post_over_nowhere", id="former-nowhere"),
    pytest.param(
        "role: nguyên Giám đốc, organization: Sở Y tế Lào Cai", "post_over", id="former"
    ),
    pytest.param(
        "titles: [BS], organization: Sở Y tế Lào Cai", "post_without_role", id="without-a-role"
    ),
]


@pytest.mark.parametrize(("keys", "key"), OPEN)
def test_a_post_that_is_not_certain_is_a_remark(site, keys, key):
    site.bulletin("2026/a", "Lời.", participants(f"{{name: Trần Văn Tấn, {keys}}}"))
    (one,) = suggested(site).people
    assert (one.posts, remarks(one)) == ((), [key])


def test_a_short_form_of_a_certain_post_is_no_remark(site):
    lines = participants("Trần Văn Tấn – Giám đốc, Trung tâm Y tế Sơn Hà")
    site.bulletin("2026/a", "Trần Văn Tấn, Giám đốc Trung tâm, nói.", lines)
    (one,) = suggested(site).people
    assert (posts(one), remarks(one)) == ([("Giám đốc", "trung-tam-y-te-son-ha")], [])


# The same name


def test_one_name_at_two_institutions_is_two_entries(site):
    site.bulletin("2025/a", "", participants("BS Trần Văn An – Khoa Nhi, Bệnh viện Sơn Hà"))
    site.bulletin("2026/b", "", participants("BS Trần Văn An – Khoa Nhi, Bệnh viện Sơn Tây"))
    site.bulletin("2026/c", "BS Trần Văn An nói.")
    found = suggested(site).people
    assert [one.id for one in found] == ["tran-van-an", "tran-van-an-2"]
    assert [posts(one) for one in found] == [
        [("Khoa Nhi", "benh-vien-son-ha")],
        [("Khoa Nhi", "benh-vien-son-tay")],
    ]
    assert all(remarks(one) == ["namesake"] for one in found)
    assert [len(one.places) for one in found] == [1, 1]


def test_one_name_in_one_bulletin_is_one_person(site):
    lines = participants("BS Trần Văn An – Trưởng khoa Nhi, Bệnh viện Sơn Hà")
    body = "BS Trần Văn An, Chủ tịch Hội Nhi khoa Việt Nam, nói."
    site.bulletin("2025/a", body, lines)
    site.bulletin("2026/b", "Trần Văn An, Chủ tịch Hội Nhi khoa Việt Nam, dự.")
    (one,) = suggested(site).people
    assert len(one.posts) == 2
    assert remarks(one) == []


def test_old_and_new_name_of_an_institution_are_one(site):
    site.write(
        ORGANIZATIONS,
        "- {id: a, name: Bệnh viện Sơn Hà, valid_to: 2025-06-30, successor: b}\n"
        "- {id: b, name: Bệnh viện Sơn Tây, valid_from: 2025-07-01}\n",
    )
    for year, name in (("2024", "Hà"), ("2026", "Tây")):
        line = participants(f"BS Trần Văn An – Khoa Nhi, Bệnh viện Sơn {name}")
        site.bulletin(f"{year}/a", "", line, date=f"{year}-01-01")
    (one,) = suggested(site).people
    assert posts(one) == [("Khoa Nhi", "b"), ("Khoa Nhi", "a")]


def test_two_spellings_are_two_entries_that_tell_of_each_other(site):
    site.bulletin("2026/a", "BS Nguyễn Thị Thúy nói.\n\nBS Nguyễn Thị Thủy nói.")
    site.bulletin("2026/b", "BS Nguyễn Thị Thuý nói.\n\nBS Nguyễn Thị Thúy cười.")
    found = suggested(site).people
    assert [one.name for one in found] == ["Nguyễn Thị Thủy", "Nguyễn Thị Thúy"]
    assert [one.remarks[0].values for one in found] == [
        (("name", "Nguyễn Thị Thúy"),),
        (("name", "Nguyễn Thị Thủy"),),
    ]


# The registries


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param("- {id: x, name: Trần Văn Tấn}", id="name"),
        pytest.param("- {id: x, name: Trần Tấn, aliases: [Trần Văn Tấn]}", id="alias"),
        pytest.param("- {id: x, name: TRẦN VĂN TẤN}", id="capitals"),
    ],
)
def test_nobody_of_the_registry_is_proposed(site, entry):
    site.write(PEOPLE, f"{entry}\n")
    site.bulletin("2026/a", "BS Trần Văn Tấn nói.")
    assert suggested(site).people == ()


def test_an_id_of_the_registry_is_not_given_again(site):
    site.write(PEOPLE, "- {id: tran-van-tan, name: Trần Văn Tân}\n")
    site.write(ORGANIZATIONS, "- {id: benh-vien-son-ha, name: Bệnh viện Sơn Hả}\n")
    line = participants("BS Trần Văn Tấn – Khoa Nhi, Bệnh viện Sơn Hà")
    site.bulletin("2026/a", "Lời.", line)
    found = suggested(site)
    assert [one.id for one in found.people] == ["tran-van-tan-2"]
    assert [one.id for one in found.organizations] == ["benh-vien-son-ha-2"]
    assert posts(found.people[0]) == [("Khoa Nhi", "benh-vien-son-ha-2")]
    assert remarks(found.people[0]) == ["person_near"]
    assert remarks(found.organizations[0]) == ["organization_near"]


def test_the_hospital_of_the_site_is_no_entry_and_its_people_have_no_organization(site):
    site.write("mkdocs.yml", OWN_NAMES)
    line = participants("BS Trần Văn Tấn – Khoa Nhi, BV Nhi Mây Trắng")
    site.bulletin("2026/a", "Lời.", line)
    found = suggested(site)
    assert found.organizations == ()
    assert posts(found.people[0]) == [("Khoa Nhi", "")]


# Organizations

INSTITUTIONS = [
    pytest.param("Bệnh viện Sản Nhi tỉnh Phú Thọ", True, id="province"),
    pytest.param("Bệnh viện Nhi Mây Trắng", True, id="own-name"),
    pytest.param("Bệnh viện Nhi Trung ương", True, id="national"),
    pytest.param("Bệnh viện Quân y 103", True, id="number"),
    pytest.param("Bộ Y tế", True, id="ministry"),
    pytest.param("Hội Nhi khoa Việt Nam", True, id="society"),
    pytest.param("Công ty Cổ phần Dược phẩm Sao Sáng", True, id="company"),
    pytest.param("CDC Thanh Vân", True, id="abbreviated"),
    pytest.param("Bệnh viện", False, id="head-alone"),
    pytest.param("Trung tâm", False, id="center-alone"),
    pytest.param("Trung tâm Y tế", False, id="kind-alone"),
    pytest.param("Bệnh viện Sản Nhi", False, id="fields-alone"),
    pytest.param("Bệnh viện tỉnh", False, id="level-alone"),
    pytest.param("UBND tỉnh", False, id="abbreviated-level"),
    pytest.param("BVĐK", False, id="abbreviated-alone"),
    pytest.param("Trung tâm Y tế các huyện", False, id="several"),
    pytest.param("12 bệnh viện tuyến huyện", False, id="a-number-of-them"),
    pytest.param("Các bệnh viện trong tỉnh Lào Cai", False, id="all-of-them"),
    pytest.param("Thanh Van Medical College", False, id="no-head"),
]


@pytest.mark.parametrize(("name", "proposed"), INSTITUTIONS)
def test_organizations(site, name, proposed):
    site.bulletin("2026/a", "Lời.", participants(f"{{organization: {name}}}"))
    found = [one.name for one in suggested(site).organizations]
    assert found == [name] * proposed


def test_names_that_leave_open_which_one_is_meant_are_counted(site):
    lines = participants("{organization: Sở Y tế}", "{organization: 12 bệnh viện}")
    site.bulletin("2026/a", "Phó Giám đốc Sở Y tế Trần Văn Tấn dự.", lines)
    assert suggested(site).left_open == (("Sở Y tế", 2),)


NEAR = [
    pytest.param("Bệnh viện Sản Nhi Phú Thọ", "Bệnh viện Sản Nhi tỉnh Phú Thọ", id="level"),
    pytest.param("Trung tâm Y tế Sơn Hà", "Trung tâm Y tế khu vực Sơn Hà", id="merged"),
    pytest.param("Bệnh viện Nhi Sơn Hà", "Bệnh viện Nhi Sơn Hạ", id="marks"),
    pytest.param("Bệnh viện Nhi Sơn Hà", "Bệnh viện Nhi Sơn Hoa", id="word-alike"),
    pytest.param("Bệnh viện Nhi Sơn Hà", "Bệnh viện Sơn Hà", id="word-less"),
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_look_alikes_are_never_merged(site, one, other):
    site.bulletin("2026/a", "", participants(*(f"organization: {n}" for n in (one, other))))
    found = suggested(site).organizations
    assert {entry.name for entry in found} == {one, other}
    assert {entry.remarks[0].values for entry in found} == {
        (("name", one),),
        (("name", other),),
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Bệnh viện Nhi Trung ương", "Bệnh viện Phổi Trung ương", id="field"),
        pytest.param("Sở Y tế Lào Cai", "Sở Y tế Yên Bái", id="province"),
        pytest.param("Sở Nội vụ Lào Cai", "Sở Tài chính Lào Cai", id="office"),
    ],
)
def test_others_of_a_kind_are_no_look_alikes(site, one, other):
    site.bulletin("2026/a", "", participants(*(f"organization: {n}" for n in (one, other))))
    assert [remarks(entry) for entry in suggested(site).organizations] == [[], []]


def test_ways_of_writing_one_name_are_one_entry(site):
    lines = [f"organization: {name}" for name in ("BVĐK Sơn Hà", "Bệnh viện Đa khoa Sơn Hà")]
    site.bulletin("2026/a", "", participants(*lines))
    (one,) = suggested(site).organizations
    assert (one.name, remarks(one)) == ("Bệnh viện Đa khoa Sơn Hà", [])


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        pytest.param("Bệnh viện Nhi Mây Trăng", ["own_near"], id="one-mark"),
        pytest.param("Bệnh viện Sản Nhi Mây Trắng", ["own_near"], id="one-word"),
        pytest.param("Bệnh viện Nhi Sơn Hà", [], id="another"),
    ],
)
def test_look_alikes_of_the_own_hospital_are_told(site, name, keys):
    site.write("mkdocs.yml", OWN_NAMES)
    site.bulletin("2026/a", "", participants(f"organization: {name}"))
    (one,) = suggested(site).organizations
    assert remarks(one) == keys


def test_entries_stand_in_dictionary_order(site):
    given = ("Đức", "Dũng", "Ấn", "An", "Ân", "Dung")
    lines = [f"{{name: Trần Văn {name}, titles: [BS]}}" for name in given]
    site.bulletin("2026/a", "Lời.", participants(*lines))
    last = [name.split()[-1] for name in names(suggested(site))]
    assert last == ["An", "Ân", "Ấn", "Dung", "Dũng", "Đức"]


# Written down

HARD = (
    *("BS H'Hen Niê – Khoa Nhi", "BS Trần Văn Tấn – Trưởng khoa Nội, Bệnh viện Sơn Hà"),
    "{name: Trần Văn Hai, role: 'Trưởng nhóm: \"Túi #2\" & [an toàn]', organization: Bộ Y tế}",
    "{name: Trần Văn Ba, role: '- Giám đốc', organization: 'Công ty \"Sao\" Sáng'}",
    "{name: Trần Văn Tư, role: '# Giám đốc', organization: Bệnh viện Sơn Tây}",
    "{name: Trần Văn Năm, role: 'nguyên Giám đốc # 2', organization: Sở Y tế}",
)


def test_what_is_written_is_read_back_without_a_problem(site):
    site.bulletin("2026/a", "Lời.", participants(*HARD))
    edition = site.read(preview=True)
    found = suggested(site)
    changes = patches.made(found, "news", {}, "vi")
    contents = {one.path: one.after for one in changes}
    back = content_registries.read(contents, edition.settings.timezone)
    assert back.problems == ()
    assert [one.name for one in back.registry.people] == names(found)
    written = [[(post.role, post.organization) for post in one.posts] for one in found.people]
    read = [
        [(post.role, post.organization) for post in one.posts] for one in back.registry.people
    ]
    assert read == written
    assert sum(map(len, read)) == 3
    for change in changes:
        site.write(change.path, change.after)
    assert suggested(site).people == suggested(site).organizations == ()
