"""The index of people by given name, and the page of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bantin.edition import Named
from bantin.model import Organization, Participant, People, Person, Photo, Registry
from bantin.pages import drafts
from bantin.visibility import Reason
from pages.editions import SETTINGS, bulletin, edition, gallery

SON_HA = Organization("son-ha", "Bệnh viện Đa khoa Sơn Hà")
TAN = Participant(
    "Trần Văn Tấn",
    titles=("ThS", "BS"),
    role="Giám đốc",
    organization=SON_HA.name,
    person_id="tan",
    organization_id="son-ha",
)
REGISTERED = (Person("tan", "Trần Văn Tấn"),)


def shown(bulletins, people=REGISTERED, **values):
    registry = Registry(people=tuple(people), organizations=(SON_HA,))
    return {d.address: d for d in drafts(edition(bulletins, registry=registry, **values))}


def listed(name: str, id: str) -> Participant:
    return replace(TAN, name=name, person_id=id)


def everybody(*names: str):
    """A site with one bulletin that lists all of them."""
    people = [Person(f"p{n}", name) for n, name in enumerate(names)]
    entries = tuple(listed(one.name, one.id) for one in people)
    return shown([bulletin(participants=entries)], people)


def people_of(draft):
    return [one.name.text for _, people in draft.view["groups"] for one in people]


def letters_of(draft):
    return [(group.text, group.id) for group, _ in draft.view["groups"]]


def test_the_index_goes_by_given_name_and_vietnamese_letters():
    page = everybody(
        *("Trần Thị Ân", "Lê Ăng", "Bùi Đức An", "Vũ Ưng", "Đỗ Duy", "Đỗ Đạt", "Vũ Ung")
    )["people/"]
    assert people_of(page) == [
        *("Bùi Đức An", "Lê Ăng", "Trần Thị Ân", "Đỗ Duy", "Đỗ Đạt", "Vũ Ung", "Vũ Ưng")
    ]
    assert letters_of(page) == [
        *(("A", "letter_a"), ("Ă", "letter_aw"), ("Â", "letter_aa"), ("D", "letter_d")),
        *(("Đ", "letter_dd"), ("U", "letter_u"), ("Ư", "letter_uw")),
    ]
    assert page.view["count"] == "7 người"


def test_a_long_index_has_pages_and_every_letter_leads_to_where_it_begins():
    names = [f"Lê Văn {given}{n}" for given in ("An", "Đức") for n in range(70)]
    pages = everybody(*names)
    first, second = pages["people/"], pages["people/page/2/"]
    assert "people/page/3/" not in pages
    assert letters_of(first) == [("A", "letter_a"), ("Đ", "letter_dd")]
    assert letters_of(second) == [("Đ (tiếp theo)", "")]
    ways = [(one.text, one.address) for one in second.view["letters"]]
    assert ways == [("A", "people/#letter_a"), ("Đ", "people/#letter_dd")]
    assert sorted(people_of(first) + people_of(second)) == sorted(names)
    assert (first.next, second.previous) == ("people/page/2/", "people/")


def test_without_anybody_the_index_says_so():
    page = shown([bulletin()])["people/"]
    assert (page.view["groups"], page.view["letters"], page.view["count"]) == ((), (), "")


def test_nobody_has_a_page_by_name_alone():
    pages = shown([bulletin(participants=(replace(TAN, person_id=""),))])
    assert [address for address in pages if address.startswith("people/")] == ["people/"]


def test_an_id_that_the_registry_has_no_more_leads_nowhere():
    pages = shown([bulletin(participants=(TAN,))], people=())
    assert [address for address in pages if address.startswith("people/")] == ["people/"]


@pytest.mark.parametrize(("least", "ids"), [(1, {"tan", "ba"}), (2, {"tan"}), (3, set())])
def test_a_page_needs_so_many_bulletins_as_the_settings_say(least, ids):
    found = shown(
        [
            bulletin("2026/a", participants=(TAN, listed("Lê Ba", "ba"))),
            bulletin("2026/b", participants=(TAN, TAN)),
        ],
        [*REGISTERED, Person("ba", "Lê Ba")],
        settings=replace(SETTINGS, people_from=least),
    )
    assert {id for id in ("tan", "ba") if f"people/{id}/" in found} == ids
    assert len(people_of(found["people/"])) == len(ids)


def test_bulletins_are_counted_for_each_language():
    vietnamese = [bulletin(f"2026/{id}", participants=(TAN,)) for id in "abc"]
    pages = shown([*vietnamese, bulletin("en/2026/a", participants=(TAN,))])
    assert pages["people/tan/"].view["count"] == "3 bản tin"
    assert pages["en/people/tan/"].view["count"] == "1 bulletin"
    assert pages["people/tan/"].translation.address == "en/people/tan/"
    assert pages["en/people/tan/"].translation.address == "people/tan/"
    assert pages["en/people/"].translation.address == "people/"


def test_a_page_without_its_like_in_the_other_language_leads_to_none():
    pages = shown([bulletin(participants=(TAN,)), bulletin("en/2026/a")])
    assert pages["people/tan/"].translation is None
    assert "en/people/tan/" not in pages
    assert pages["people/"].translation.address == "en/people/"


def test_two_of_one_name_have_titles_that_tell_them_apart():
    entries = (
        TAN,
        replace(TAN, person_id="tan-2", role="Bác sĩ", organization="Sở Y tế"),
        replace(TAN, person_id="tan-3", role="", organization="", titles=("TS", "BS")),
        listed("Lê Ba", "ba"),
    )
    people = [Person(id, TAN.name) for id in ("tan", "tan-2", "tan-3", "tan-4")]
    before = bulletin("2025/a", date(2025, 2, 6), participants=(replace(TAN, role="Phó khoa"),))
    pages = shown(
        [bulletin(participants=entries), before],
        [*people, Person("ba", "Lê Ba")],
        named={"2026/a": Named(text=frozenset({"tan-4"}))},
    )
    assert {id: pages[f"people/{id}/"].title for id in ("tan", "tan-2", "tan-3", "tan-4")} == {
        "tan": "Trần Văn Tấn – Giám đốc, Bệnh viện Đa khoa Sơn Hà",
        "tan-2": "Trần Văn Tấn – Bác sĩ, Sở Y tế",
        "tan-3": "Trần Văn Tấn – TS.BS",
        "tan-4": "Trần Văn Tấn",
    }
    assert pages["people/ba/"].title == "Lê Ba"
    assert {pages[f"people/{id}/"].view["title"] for id in ("tan", "tan-2")} == {TAN.name}


def titles_and_roles(draft):
    return [
        [("".join(f"{t.joint}{t.text}" for t in one.titles), one.role) for one in record.said]
        for record in draft.view["records"]
    ]


def test_titles_and_posts_are_those_of_each_event_newest_first():
    before = replace(TAN, titles=("BS",), role="Phó Giám đốc")
    old = bulletin("2019/a", date(2019, 7, 1), participants=(before,))
    page = shown([old, bulletin("2026/a", participants=(TAN,))])["people/tan/"]
    assert titles_and_roles(page) == [[("ThS.BS", "Giám đốc")], [("BS", "Phó Giám đốc")]]
    assert page.view["said"].role == "Giám đốc"
    assert page.view["said_on"] == "Theo bản tin ngày 6 tháng 2 năm 2026"
    assert [one.date for one in page.view["records"]] == ["06/02/2026", "01/07/2019"]


def test_the_name_is_the_registrys_whatever_a_bulletin_writes():
    page = shown([bulletin(participants=(listed("Trần V. Tấn", "tan"),))])["people/tan/"]
    assert page.title == "Trần Văn Tấn"


def test_an_institution_leads_to_its_page_and_is_said_once():
    both = replace(TAN, role=f"Giám đốc {SON_HA.name}, Bí thư")
    one = bulletin("2026/a", participants=(TAN, both))
    (record,) = shown([one])["people/tan/"].view["records"]
    institutions = [said.organization for said in record.said]
    assert [one and one.address for one in institutions] == ["organizations/son-ha/", None]


PHOTOS = (
    Photo("1.jpg", "BS Trần Văn Tấn phát biểu.", alt="Người nói trên bục."),
    Photo("2.jpg", "Toàn cảnh."),
    Photo("3.jpg", "BS Trần Văn Tấn khám.", people=People.CHILD),
    Photo("4.jpg", "BS Trần Văn Tấn khám.", people=People.PATIENT),
    Photo("5.jpg", "*BS* Trần Văn Tấn trao quà.", people=People.STAFF),
)
GALLERIES = {"2026/a": gallery("2026/a", *PHOTOS)}
TAN_ALONE = frozenset(["tan"])
IN_CAPTIONS = {"2026/a": Named(photos=dict.fromkeys((1, 3, 4, 5), TAN_ALONE))}


def test_photos_whose_captions_name_somebody_lead_to_their_place():
    one = bulletin(participants=(TAN,))
    page = shown([one], galleries=GALLERIES, named=IN_CAPTIONS)["people/tan/"]
    found = [(one.address, one.caption, one.alt) for one in page.view["photos"]]
    assert found == [
        ("news/2026/a/#anh-1", "BS Trần Văn Tấn phát biểu.", "Người nói trên bục."),
        ("news/2026/a/#anh-5", "BS Trần Văn Tấn trao quà.", ""),
    ]


def test_a_photo_whose_caption_names_a_patient_is_in_no_overview():
    private = tuple(replace(one, private=one.number == 1) for one in GALLERIES["2026/a"])
    pages = shown(
        [bulletin(participants=(TAN,))], galleries={"2026/a": private}, named=IN_CAPTIONS
    )
    photos = [one.address for one in pages["people/tan/"].view["photos"]]
    assert photos == ["news/2026/a/#anh-5"]
    groups = pages["photos/"].view["library"].groups
    tiles = [tile.address for group in groups for one in group.spreads for tile in one.tiles]
    assert tiles == ["news/2026/a/#anh-2", "news/2026/a/#anh-5"]


def test_photos_of_a_hidden_bulletin_stay_with_it():
    page = shown(
        [bulletin(participants=(TAN,))],
        galleries=GALLERIES,
        named=IN_CAPTIONS,
        preview=True,
        hidden={"2026/a": Reason.DRAFT},
    )["people/tan/"]
    assert page.view["photos"] == ()
    assert [one.mark for one in page.view["records"]] == ["Bản nháp, người đọc chưa thấy"]


def test_somebody_named_in_a_text_or_caption_alone_has_the_bulletin_on_the_page():
    named = {**IN_CAPTIONS, "2026/b": Named(text=TAN_ALONE)}
    both = [bulletin("2026/a"), bulletin("2026/b", date(2026, 2, 5))]
    page = shown(both, galleries=GALLERIES, named=named)["people/tan/"]
    notes = [one.note for one in page.view["records"]]
    assert notes == ["Có tên trong chú thích ảnh", "Có tên trong bài"]
    assert page.view["said"] is None


def test_who_has_the_name_of_a_patient_does_not_have_that_bulletin():
    named = {"2026/a": Named(text=TAN_ALONE, private=TAN_ALONE)}
    assert "people/tan/" not in shown([bulletin(participants=(TAN,))], named=named)


def test_a_page_grows_no_more_than_its_list():
    days = [date(2025, 1, 1 + n % 28) for n in range(50)]
    bulletins = [bulletin(f"2026/b{n}", day, participants=(TAN,)) for n, day in enumerate(days)]
    photos = [Photo(f"{n}.jpg", "BS Trần Văn Tấn.") for n in range(9)]
    named = Named(photos=dict.fromkeys(range(1, 10), TAN_ALONE))
    pages = shown(
        bulletins,
        galleries={one.id: gallery(one.id, *photos) for one in bulletins},
        named={one.id: named for one in bulletins},
    )
    found = [pages[f"people/tan/{end}"] for end in ("", "page/2/", "page/3/")]
    assert [len(one.view["records"]) for one in found] == [20, 20, 10]
    assert [len(one.view["photos"]) for one in found] == [12, 12, 12]
    assert len({photo.address.partition("#")[0] for photo in found[0].view["photos"]}) == 4
    assert [one.view["count"] for one in found] == ["50 bản tin"] * 3
