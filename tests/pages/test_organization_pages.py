"""The index of organizations, and the page of each under all its names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bantin.edition import Named
from bantin.model import Organization, Participant, People, Person, Photo, Registry
from bantin.pages import drafts
from bantin.pages.shelf import shelf
from bantin.vietnamese.departments import departments
from bantin.visibility import Reason
from pages.editions import bulletin, edition, gallery

OLD = Organization(
    "huyen-bx", "Trung tâm Y tế huyện Bình Xuyên", (), None, date(2025, 6, 30), "kv-bx"
)
NEW = Organization(
    "kv-bx",
    "Trung tâm Y tế khu vực Bình Xuyên",
    ("Binh Xuyen Regional Medical Centre",),
    date(2025, 7, 1),
)
SON_HA = Organization("son-ha", "Bệnh viện Đa khoa Sơn Hà")
DONG = Organization("dong", "Bệnh viện Đông Sương")


def from_(body: Organization, name: str = "", **values) -> Participant:
    made = Participant(name, organization=body.name, organization_id=body.id)
    return replace(made, **values)


def shown(bulletins, organizations=(OLD, NEW, SON_HA, DONG), people=(), **values):
    registry = Registry(people=tuple(people), organizations=tuple(organizations))
    return {d.address: d for d in drafts(edition(bulletins, registry=registry, **values))}


def own_pages(pages):
    return [
        one for one in pages if one.startswith("organizations/") and one != "organizations/"
    ]


BEFORE = bulletin("2024/a", date(2024, 5, 1), participants=(from_(OLD),))
AFTER = bulletin("2026/a", participants=(from_(NEW),))


def test_old_and_new_names_stand_on_one_page_with_their_dates():
    pages = shown([BEFORE, AFTER])
    assert own_pages(pages) == ["organizations/kv-bx/"]
    page = pages["organizations/kv-bx/"]
    assert [(one.name, one.period) for one in page.view["names"]] == [
        (NEW.name, "từ ngày 1 tháng 7 năm 2025"),
        (OLD.name, "đến ngày 30 tháng 6 năm 2025"),
    ]
    assert [one.address for one in page.view["records"]] == ["news/2026/a/", "news/2024/a/"]
    assert page.view["count"] == "2 bản tin"


def test_an_organization_that_only_its_old_name_appears_of_has_the_newest_ones_page():
    assert own_pages(shown([BEFORE])) == ["organizations/kv-bx/"]


def test_before_they_are_merged_each_has_a_page():
    pages = shown([BEFORE, AFTER], [replace(OLD, successor=""), NEW])
    assert own_pages(pages) == ["organizations/huyen-bx/", "organizations/kv-bx/"]


def test_merging_and_renaming_change_no_address_of_a_bulletin():
    def bulletins(pages):
        return [one for one in pages if one.startswith("news/20")]

    renamed = [replace(OLD, successor=""), replace(NEW, name="Bệnh viện Bình Xuyên")]
    before, after = shown([BEFORE, AFTER]), shown([BEFORE, AFTER], renamed)
    assert bulletins(before) == bulletins(after)
    assert after["organizations/kv-bx/"].title == "Bệnh viện Bình Xuyên"
    names = [one.name.text for one in after["organizations/"].view["organizations"]]
    assert names == ["Bệnh viện Bình Xuyên", OLD.name]


def test_a_name_without_dates_is_not_told_twice():
    page = shown([bulletin(participants=(from_(SON_HA),))])["organizations/son-ha/"]
    assert page.view["names"] == ()


def test_partners_are_those_who_took_part_beside_it_most():
    bulletins = [
        bulletin("2026/a", participants=(from_(NEW), from_(SON_HA), from_(SON_HA, "Lê An"))),
        bulletin("2026/b", participants=(from_(NEW), from_(SON_HA), from_(DONG))),
        bulletin("2026/c", participants=(from_(OLD), from_(NEW))),
        bulletin("2026/d", participants=(from_(DONG),)),
    ]
    partners = shown(bulletins)["organizations/kv-bx/"].view["partners"]
    assert [(one.text, one.count) for one in partners] == [
        (SON_HA.name, "2 bản tin"),
        (DONG.name, "1 bản tin"),
    ]


def test_where_very_many_came_nobody_is_a_partner():
    for count, partners in ((100, 12), (101, 0)):
        bodies = [Organization(f"b{n}", f"Bệnh viện Số {n}") for n in range(count)]
        gathering = bulletin(participants=tuple(map(from_, bodies)))
        page = shown([gathering], bodies)["organizations/b0/"]
        assert len(page.view["partners"]) == partners


def test_however_often_an_organization_is_named_its_names_are_looked_at_once():
    some = [bulletin(f"en/2026/b{n}", participants=(from_(NEW),)) for n in range(40)]
    registry = Registry(organizations=(OLD, NEW))
    found = shelf(edition([*some, BEFORE], registry=registry)).directory
    assert found.written == {"en": {"kv-bx": (NEW.name,)}, "vi": {"kv-bx": (OLD.name,)}}


def test_people_stand_there_with_the_newest_post_and_departments_are_named():
    people = [Person("ba", "Lê Ba"), Person("an", "Vũ An")]
    bulletins = [
        bulletin(
            "2025/a",
            date(2025, 1, 1),
            participants=(
                from_(SON_HA, "Lê Ba", person_id="ba", role="Phó Trưởng khoa Nhi"),
                from_(SON_HA, "Bùi Tư", role="Trưởng phòng Điều dưỡng"),
            ),
        ),
        bulletin(
            "2026/a",
            participants=(
                from_(SON_HA, "Lê Ba", person_id="ba", role="Trưởng khoa Nhi"),
                from_(SON_HA, "Vũ An", person_id="an"),
                from_(DONG, "Vũ An", person_id="an", role="Khoa Ngoại"),
            ),
        ),
    ]
    view = shown(bulletins, people=people)["organizations/son-ha/"].view
    told = [(one.name.text, one.name.address, one.role) for one in view["people"]]
    assert told == [
        ("Vũ An", "people/an/", ""),
        ("Lê Ba", "people/ba/", "Trưởng khoa Nhi"),
    ]
    assert view["departments"] == ("Khoa Nhi", "Phòng Điều dưỡng")


def test_a_bulletin_tells_who_came_and_how_many_more():
    entries = tuple(from_(SON_HA, f"Lê Văn {n}", role="Bác sĩ") for n in range(6))
    (record,) = shown([bulletin(participants=entries)])["organizations/son-ha/"].view["records"]
    assert [one.name.text for one in record.said] == [f"Lê Văn {n}" for n in range(4)]
    assert record.note == "và 2 người khác"


def test_english_readers_get_the_name_that_english_bulletins_write():
    english = replace(from_(NEW), organization=NEW.aliases[0])
    bulletins = [
        AFTER,
        bulletin("en/2026/a", participants=(english, from_(SON_HA))),
    ]
    pages = shown(bulletins)
    page, other = pages["en/organizations/kv-bx/"], pages["en/organizations/son-ha/"]
    assert (page.title, page.view["title_lang"]) == (NEW.aliases[0], "")
    assert (other.title, other.view["title_lang"]) == (SON_HA.name, "vi")
    assert pages["organizations/kv-bx/"].title == NEW.name
    assert page.translation.address == "organizations/kv-bx/"
    assert other.translation is None


def test_english_readers_get_the_name_that_an_english_text_writes():
    aliases = ("Sơn Hà", "BV Sơn Hà", "Sơn Hà General Hospital")
    named = {f"en/2026/{id}": Named(frozenset(["son-ha"])) for id in "ab"}
    for body, title, lang in (
        ("Doctors of Sơn Hà General Hospital came.", aliases[2], ""),
        ("Doctors of Bệnh viện Đa khoa Sơn Hà came.", SON_HA.name, "vi"),
        ("Doctors of BV Sơn Hà came.", SON_HA.name, "vi"),
    ):
        pages = shown(
            [replace(bulletin("en/2026/a"), body=body)],
            [replace(SON_HA, aliases=aliases)],
            institutions=named,
        )
        page = pages["en/organizations/son-ha/"]
        assert (page.title, page.view["title_lang"]) == (title, lang)


def test_the_index_is_in_dictionary_order_with_former_names():
    one = bulletin(participants=(from_(SON_HA), from_(OLD), from_(DONG)))
    page = shown([one])["organizations/"]
    told = [(one.name.text, one.name.count, one.former) for one in page.view["organizations"]]
    assert told == [
        (SON_HA.name, "1 bản tin", ""),
        (DONG.name, "1 bản tin", ""),
        (NEW.name, "1 bản tin", f"Tên trước đây: {OLD.name}"),
    ]
    assert page.view["count"] == "3 đơn vị"


def test_without_any_the_index_says_so():
    assert shown([bulletin()])["organizations/"].view["organizations"] == ()


def test_the_end_of_a_name_is_told_when_it_is_over():
    for last, told in ((date(2026, 11, 21), "đến ngày 21 tháng 11 năm 2026"), (None, "")):
        one = replace(OLD, successor="", valid_to=last or date(2026, 11, 22))
        page = shown([BEFORE], [one])["organizations/huyen-bx/"]
        assert [held.period for held in page.view["names"]] == ([told] if told else [])


def test_in_a_circle_of_successors_each_stays_itself():
    circle = [replace(OLD, successor="kv-bx"), replace(NEW, successor="huyen-bx")]
    found = own_pages(shown([BEFORE, AFTER], circle))
    assert found == ["organizations/huyen-bx/", "organizations/kv-bx/"]


def test_bulletins_that_only_name_it_stand_among_the_others_and_say_so():
    bulletins = [
        bulletin("2026/a", date(2026, 1, 3), participants=(from_(SON_HA),)),
        bulletin("2026/b", date(2026, 1, 2)),
        bulletin("2026/c", date(2026, 1, 1), participants=(from_(SON_HA, "Lê An"),)),
        bulletin("2026/d", date(2026, 1, 4)),
    ]
    galleries = {"2026/d": gallery("2026/d", Photo("1.jpg", "Đoàn Sơn Hà."), Photo("2.jpg"))}
    institutions = {
        "2026/a": Named(frozenset(["son-ha"])),
        "2026/b": Named(frozenset(["son-ha"])),
        "2026/d": Named(frozenset(["son-ha"]), {1: frozenset(["son-ha"])}),
    }
    pages = shown(bulletins, galleries=galleries, institutions=institutions)
    view = pages["organizations/son-ha/"].view
    assert [(one.address, one.note) for one in view["records"]] == [
        ("news/2026/d/", "Được nhắc tới trong chú thích ảnh"),
        ("news/2026/a/", ""),
        ("news/2026/b/", "Được nhắc tới trong bài"),
        ("news/2026/c/", ""),
    ]
    assert (view["count"], view["told_apart"]) == ("4 bản tin", "tham dự 2, được nhắc tới 2")
    assert [(one.address, one.caption) for one in view["photos"]] == [
        ("news/2026/d/#anh-1", "Đoàn Sơn Hà.")
    ]
    (line,) = pages["organizations/"].view["organizations"]
    assert line.name.count == "4 bản tin"


def test_an_organization_that_no_list_has_gets_a_page_under_its_newest_name():
    named = {"2024/a": Named(frozenset(["huyen-bx"])), "en/2026/a": Named(frozenset(["kv-bx"]))}
    some = [bulletin("2024/a"), bulletin("en/2026/a")]
    pages = shown(some, institutions=named)
    assert own_pages(pages) == ["organizations/kv-bx/"]
    view = pages["organizations/kv-bx/"].view
    assert (view["count"], view["told_apart"], view["partners"]) == ("1 bản tin", "", ())
    assert pages["en/organizations/kv-bx/"].view["records"][0].note == "Mentioned in the text"
    assert own_pages(shown(some, institutions={"2024/a": Named(frozenset(["gone"]))})) == []


def test_who_is_only_named_is_nobodys_partner_and_no_reason_for_kinship():
    named = Named(frozenset(["dong"]))
    bulletins = [
        bulletin("2026/a", participants=(from_(SON_HA), from_(NEW))),
        bulletin("2026/b", date(2026, 2, 7)),
        bulletin("2026/c", date(2026, 2, 8)),
    ]
    pages = shown(bulletins, institutions={f"2026/{id}": named for id in "abc"})
    partners = pages["organizations/son-ha/"].view["partners"]
    assert [one.text for one in partners] == [NEW.name]
    assert pages["organizations/dong/"].view["partners"] == ()
    assert pages["organizations/dong/"].view["count"] == "3 bản tin"
    assert [pages[f"news/2026/{id}/"].view["related"] for id in "abc"] == [()] * 3


def test_photos_of_patients_and_of_hidden_bulletins_are_not_shown():
    photos = (
        Photo("1.jpg", "Sơn Hà.", people=People.PATIENT),
        Photo("2.jpg", "Sơn Hà 2."),
        Photo("3.jpg", "Sơn Hà 3."),
    )
    some = [bulletin("2026/a"), bulletin("2026/b")]
    galleries = {one.id: gallery(one.id, *photos) for one in some}
    first, second, third = galleries["2026/a"]
    galleries["2026/a"] = (first, replace(second, private=True), third)
    here = frozenset(["son-ha"])
    named = Named(photos=dict.fromkeys((1, 2, 3), here))
    pages = shown(
        some,
        galleries=galleries,
        institutions={one.id: named for one in some},
        preview=True,
        hidden={"2026/b": Reason("draft")},
    )
    found = pages["organizations/son-ha/"].view["photos"]
    assert [one.caption for one in found] == ["Sơn Hà 3."]


@pytest.mark.parametrize(
    ("role", "named"),
    [
        ("Trưởng khoa Nhi", ("Khoa Nhi",)),
        (
            "Phó Trưởng phòng Chỉ đạo tuyến – Hợp tác quốc tế",
            ("Phòng Chỉ đạo tuyến – Hợp tác quốc tế",),
        ),
        ("Khoa Hồi sức tích cực", ("Khoa Hồi sức tích cực",)),
        (
            "Bí thư Chi bộ, Trưởng khoa Nhi kiêm Trưởng phòng Đào tạo",
            ("Khoa Nhi", "Phòng Đào tạo"),
        ),
        ("Điều dưỡng trưởng khoa Sơ sinh", ("Khoa Sơ sinh",)),
        ("Bác sĩ chuyên khoa Nhi", ()),
        ("Giám đốc Bệnh viện Đa khoa Sơn Hà", ()),
        ("Phòng khám đa khoa", ()),
        ("Giám đốc", ()),
        ("", ()),
    ],
)
def test_departments_of_a_post(role, named):
    assert departments(role) == named


def test_it_says_from_when_to_when_bulletins_name_it():
    assert shown([AFTER])["organizations/kv-bx/"].view["years"] == "2026"
    assert shown([BEFORE, AFTER])["organizations/kv-bx/"].view["years"] == "2024–2026"


def test_the_photo_of_a_bulletin_stands_beside_it_but_never_beside_a_persons_name():
    entry = from_(SON_HA, "Lê Ba", person_id="ba")
    pages = shown(
        [bulletin(participants=(entry,)), bulletin("2025/a", participants=(entry,))],
        people=[Person("ba", "Lê Ba")],
        galleries={"2026/a": gallery("2026/a", Photo("01.jpg", "Hội trường."))},
    )

    def pictured(address):
        return [bool(one.picture) for one in pages[address].view["records"]]

    assert pictured("organizations/son-ha/") == [True, False]
    assert pictured("people/ba/") == [False, False]


@pytest.mark.parametrize("private", [True, False])
def test_a_patient_or_a_child_chosen_as_cover_is_not_shown_beside_an_institution(private):
    patient = Photo("01.jpg", "Khám.", cover=True)
    if not private:
        patient = replace(patient, people=People.CHILD)
    (only,) = gallery("2026/a", patient)
    pages = shown(
        [bulletin(participants=(from_(SON_HA),))],
        galleries={"2026/a": (replace(only, private=private),)},
    )
    (record,) = pages["organizations/son-ha/"].view["records"]
    assert (record.address, record.picture) == ("news/2026/a/", None)
