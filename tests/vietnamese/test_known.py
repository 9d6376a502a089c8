"""The registries by name: who is meant is said exactly, or not at all."""

from __future__ import annotations

import sys
import unicodedata
from datetime import date
from itertools import permutations
from types import FrameType

import pytest

from bantin.model import Organization, Person, Post, Registry
from bantin.vietnamese.known import Known

SUMMER = date(2025, 7, 1)
DISTRICT = Organization(
    "huyen",
    "Trung tâm Y tế huyện Thung Mây",
    ("TTYT Thung Mây",),
    valid_to=date(2025, 6, 30),
    successor="khu-vuc",
)
REGION = Organization(
    "khu-vuc",
    "Trung tâm Y tế khu vực Thung Mây",
    ("TTYT Thung Mây",),
    valid_from=SUMMER,
)
OTHER = Organization("dong-suong", "Bệnh viện Đa khoa khu vực Đồng Sương", ("ĐKKV Đồng Sương",))
TOWN = Organization("thi-tran", "Trung tâm Y tế thị trấn Mây", successor="khu-vuc")
DOCTOR = Person("lan", "Mạc Thị Lan", posts=(Post("Trưởng khoa Nhi", "khu-vuc"),))
OURS = ("Bệnh viện Nhi Mây Trắng", "May Trang Children’s Hospital", "")


def known(*everybody: Person) -> Known:
    people = everybody or (DOCTOR,)
    return Known(Registry(people=people, organizations=(DISTRICT, REGION, OTHER, TOWN)), OURS)


ORGANIZATIONS = {
    "name": ("Trung tâm Y tế huyện Thung Mây", None, DISTRICT),
    "name-spelt-another-way": ("TTYT huyện  THUNG MÂY", None, DISTRICT),
    "decomposed": (unicodedata.normalize("NFD", OTHER.name), None, OTHER),
    "after-its-end": ("Trung tâm Y tế huyện Thung Mây", date(2026, 1, 1), DISTRICT),
    "before-its-beginning": ("TTYTKV Thung Mây", date(2020, 1, 1), REGION),
    "alias": ("ĐKKV Đồng Sương", None, OTHER),
    "shared-before": ("TTYT Thung Mây", date(2025, 6, 30), DISTRICT),
    "shared-after": ("TTYT Thung Mây", SUMMER, REGION),
    "shared-without-a-day": ("TTYT Thung Mây", None, None),
    "look-alike": ("Trung tâm Y tế Thung Mây huyện", None, None),
    "part": ("Trung tâm Y tế", None, None),
    "own": ("Bệnh viện Nhi Mây Trắng", None, None),
    "id": ("khu-vuc", None, None),
    "nothing": ("", None, None),
    "dash": ("–", None, None),
}


@pytest.mark.parametrize(("written", "on", "found"), ORGANIZATIONS.values(), ids=ORGANIZATIONS)
def test_an_organization_is_found_by_its_exact_name(written, on, found):
    assert known().organization(written, on) is found


def test_two_organizations_of_one_name_and_time_stay_undecided():
    twice = tuple(Organization(id, "Bệnh viện Nhi") for id in ("a", "b"))
    there = Known(Registry(organizations=twice))
    assert there.organization("BV Nhi", SUMMER) is None
    assert there.organization_names == {"bệnh viện nhi": twice}


def test_a_post_names_its_organization_by_id_or_name():
    there = known()
    assert there.organization_of(Post("Giám đốc", "khu-vuc")) is REGION
    assert there.organization_of(Post("Giám đốc", "TTYTKV Thung Mây")) is REGION
    assert (
        there.organization_of(Post("Giám đốc", "TTYT Thung Mây", valid_from=SUMMER)) is REGION
    )
    assert there.organization_of(Post("Giám đốc", "bach-mai")) is None
    assert there.organization_of(Post("Giám đốc")) is None


def test_running_text_can_be_searched_for_every_name():
    there = known()
    assert "Bệnh viện đa khoa khu vực Đồng Sương" in there.organization_phrases
    assert "ĐKKV Đồng Sương" in there.organization_phrases
    assert "Bệnh viện Nhi Mây Trắng" in there.organization_phrases
    assert "Bệnh viện Nhi" not in there.organization_phrases
    assert "mạc thị lan" in there.person_phrases
    assert "Mạc Thị" not in there.person_phrases
    assert there.hospital_names == {
        "bệnh viện nhi mây trắng",
        "may trang children’s hospital",
    }
    assert there.organization_words == 8
    assert set(there.organization_names) == {
        "trung tâm y tế huyện thung mây",
        "trung tâm y tế thung mây",
        "trung tâm y tế khu vực thung mây",
        "bệnh viện đa khoa khu vực đồng sương",
        "đa khoa khu vực đồng sương",
        "trung tâm y tế thị trấn mây",
    }


@pytest.mark.parametrize(
    ("name", "looked_for"),
    [
        *((one, False) for one in ("An", "Bác sĩ", "BS Nguyễn Văn An", "!!!", "Ông Bà", "– A")),
        *((one, False) for one in ("Giám đốc", "Trưởng Khoa", "Trưởng khoa Nhi", "Hội nghị")),
        *((one, False) for one in ("Sản Nhi", "Đa Khoa", "lan anh")),
        *((one, True) for one in ("Cô Ba", "Lê An", "NGUYỄN VĂN AN", "H'Hen Niê", "Ana Ruiz")),
        *((one, True) for one in ("Đoàn Viên Thông", "Ông Thị Hoa", "Phan Nhi")),
    ],
)
def test_ordinary_words_are_nobody_in_running_text(name, looked_for):
    one = Person("x", "Ñu Blăng", aliases=(name,))
    there = known(one)
    assert (name in there.person_phrases) is looked_for
    assert "Ñu Blăng" in there.person_phrases
    assert there.person(name) is one or not any(map(str.isalnum, name))


@pytest.mark.parametrize(
    ("name", "looked_for"),
    [
        *(
            (one, False)
            for one in ("Nhi", "Sản Nhi", "Bệnh viện", "Hội nghị", "Phó Giám đốc", "!")
        ),
        *((one, True) for one in ("WHO", "ĐKKV Đồng Sương", "Nhi Đồng Sương", "Bạch Mai")),
        *((one, True) for one in ("Bệnh viện tâm thần", "Sở Y tế", "JICA")),
    ],
)
def test_ordinary_words_are_no_institution_in_running_text(name, looked_for):
    one = Organization("x", "Bệnh viện Hoa Mai", aliases=(name,))
    there = Known(Registry(organizations=(one,)), ("Bệnh viện Sao",))
    assert (name in there.organization_phrases) is looked_for
    assert "Bệnh viện Hoa Mai" in there.organization_phrases
    assert "Bệnh viện Sao" in there.organization_phrases
    assert there.organization(name) is one or name == "!"


def test_nothing_is_known_without_registries():
    nobody = Known()
    assert nobody.person("Mạc Thị Lan", SUMMER, "Bệnh viện") is None
    assert nobody.organization("Bệnh viện", SUMMER) is None
    assert (nobody.organization_words, len(nobody.organization_phrases)) == (0, 0)


def test_a_name_without_a_letter_does_no_harm():
    nobody, nothing = Person("a", "–", aliases=("…",)), Organization("a", "–", ("…",))
    odd = Known(Registry((nobody,), (nothing,)), ("–",))
    assert odd.organization("–") is None
    assert odd.hospital_names == set()


# The line of an institution


def test_the_line_of_an_institution_is_what_it_was_and_became():
    there = known()
    assert set(there.line(REGION)) == {DISTRICT, REGION, TOWN}
    assert set(there.line(DISTRICT)) == {DISTRICT, REGION}  # not the other one merged with it
    assert there.line(OTHER) == (OTHER,)


@pytest.mark.parametrize("successors", list(permutations("abc")))
def test_a_line_that_runs_in_circles_ends(successors):
    circle = tuple(
        Organization(id, f"Bệnh viện {id}", successor=successor)
        for id, successor in zip("abc", successors, strict=True)
    )
    there = Known(Registry(organizations=circle))
    for one in circle:
        assert one in there.line(one)


def calls(there: Known) -> int:
    """How many functions are called to ask for somebody."""
    count = 0

    def called(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        there.person("Lê An", SUMMER, "Trạm số 5")
    finally:
        sys.setprofile(None)
    return count


def test_many_namesakes_along_a_long_line_are_no_more_than_many():
    def along(size: int) -> Known:
        line = tuple(
            Organization(f"o{n}", f"Trạm số {n}", successor=f"o{n + 1}") for n in range(size)
        )
        people = tuple(
            Person(f"p{n}", "Lê An", posts=(Post("Trạm trưởng", f"o{n}"),)) for n in range(size)
        )
        return Known(Registry(people=people, organizations=line), OURS)

    few = calls(along(100))
    assert calls(along(1000)) < 15 * few


# People


def person(id: str, *posts: Post) -> Person:
    return Person(id, "Nguyễn Thị Hoa", aliases=("Bà Hoa",), posts=posts)


def years(organization: str, first: int | None, last: int | None) -> Post:
    return Post(
        "Trưởng khoa Nhi",
        organization,
        date(first, 1, 1) if first else None,
        date(last, 12, 31) if last else None,
    )


BRIEF = "BV Nhi Mây Trắng"
YEAR_END = date(2015, 12, 31)
TROPICAL = years("Bệnh viện Nhiệt đới", None, None)
HERE, THERE = years("", None, None), years("dong-suong", None, None)
REGIONAL, MORE = years("khu-vuc", None, None), years(f"{OTHER.name} Hai", None, None)
SHARED = "TTYT Thung Mây"
EARLY, LATE = years("", None, 2015), years("", 2016, None)
PEOPLE = {
    "alone": ([person("a")], None, "", "a"),
    "nobody": ([DOCTOR], None, "", None),
    "namesakes": ([person("a"), person("b")], SUMMER, "", None),
    "at-another-time": ([person("a", EARLY), person("b", LATE)], SUMMER, "", "b"),
    "at-an-earlier-time": ([person("a", EARLY), person("b", LATE)], YEAR_END, "", "a"),
    "without-a-day": ([person("a", EARLY), person("b", LATE)], None, "", None),
    "perhaps-the-one-without-posts": ([person("a"), person("b", LATE)], SUMMER, "", None),
    "alone-after-leaving": ([person("a", EARLY)], SUMMER, "", None),
    "alone-before-coming": ([person("a", LATE)], YEAR_END, "", None),
    "alone-while-there": ([person("a", EARLY)], YEAR_END, "", "a"),
    "there-when-here-is-over": ([person("a", EARLY, THERE)], SUMMER, OURS[0], None),
    "here-is-over-now-there": ([person("a", EARLY, THERE)], SUMMER, OTHER.name, "a"),
    "nowhere-named-and-not-ours": ([person("a", THERE)], None, "", None),
    "nowhere-named-and-also-ours": ([person("a", THERE, HERE)], None, "", "a"),
    "nowhere-named-one-is-ours": ([person("a", THERE), person("b", HERE)], None, "", "b"),
    "short-form-of-ours-only": ([person("a", THERE)], None, "Bệnh viện", None),
    "short-form-of-theirs": ([person("a", REGIONAL)], None, "Trung tâm Y tế", "a"),
    "registered-whole-name": ([person("a", MORE)], None, OTHER.name, None),
    "here": ([person("a", HERE), person("b", THERE)], None, OURS[0], "a"),
    "here-in-english": ([person("a", HERE), person("b", THERE)], None, OURS[1], "a"),
    "here-abbreviated": ([person("a", HERE), person("b", THERE)], None, BRIEF, "a"),
    "there-by-id": ([person("a", HERE), person("b", THERE)], None, OTHER.name, "b"),
    "there-by-alias": ([person("a", HERE), person("b", THERE)], None, "ĐKKV Đồng Sương", "b"),
    "short-form-of-either": ([person("a", HERE), person("b", THERE)], None, "Bệnh viện", "a"),
    "short-form-of-one": ([person("a", HERE)], None, "Bệnh viện", "a"),
    "half-a-word": ([person("a", TROPICAL)], None, "BV Nhi", None),
    "half-a-word-of-a-registered": ([person("a", THERE)], None, "Bệnh viện Đ", None),
    "beginning-of-a-registered": ([person("a", THERE)], None, "BV Đa khoa", "a"),
    "somebody-else": ([person("a", HERE)], None, "Bệnh viện Bạch Mai", None),
    "somebody-else-of-a-longer-name": ([person("a", HERE)], None, f"{OURS[0]} cơ sở 2", None),
    "no-posts-to-speak-against": ([person("a")], None, "Bệnh viện Bạch Mai", "a"),
    "free-name-of-several": ([person("a", years(SHARED, None, None))], None, SHARED, "a"),
    "free-name": ([person("a", years("Sở Y tế", None, None))], None, "SYT", "a"),
    "old-name": ([person("a", years("khu-vuc", 2025, None))], None, DISTRICT.name, "a"),
    "new-name": ([person("a", years("huyen", None, None))], None, REGION.name, "a"),
    "merged-with": ([person("a", years("huyen", None, None))], None, TOWN.name, None),
    "by-alias": ([Person("b", "Phan Hoa", aliases=("Bà Hoa",))], None, "", None),
}  # fmt: skip


@pytest.mark.parametrize(("people", "on", "organization", "id"), PEOPLE.values(), ids=PEOPLE)
def test_a_person_is_found_only_when_nobody_else_can_be_meant(people, on, organization, id):
    found = known(*people).person("Nguyễn  Thị HOA", on, organization)
    assert (found.id if found else None) == id


@pytest.mark.parametrize(
    ("role", "on", "id"),
    [
        pytest.param("nguyên Giám đốc", SUMMER, "a", id="over"),
        pytest.param("Cựu Trưởng khoa", SUMMER, "a", id="over-long-ago"),
        pytest.param("nguyên Giám đốc", date(1999, 1, 1), None, id="over-before-it-began"),
        pytest.param("Giám đốc", SUMMER, None, id="not-over"),
    ],
)
def test_a_role_that_is_over_may_be_of_a_post_that_is_over(role, on, id):
    there = known(person("a", years("", 2005, 2015)))
    found = there.person("Nguyễn Thị Hoa", on, OURS[0], role)
    assert (found.id if found else None) == id


def test_a_registered_name_that_begins_like_the_own_hospital_s_is_its_own():
    other = Organization("khac", "Bệnh viện Nhi Mây")
    there = Known(
        Registry((person("a", HERE), person("b", years("khac", 1, None))), (other,)), OURS
    )
    assert there.person("Nguyễn Thị Hoa", SUMMER, other.name) is there.person_by_id["b"]
    assert there.person("Nguyễn Thị Hoa", SUMMER, "Bệnh viện Nhi") is there.person_by_id["a"]


def test_the_own_hospital_s_old_names_are_the_own_hospital():
    before = Organization("cu", "Viện Nhi Mây", successor="nay")
    now = Organization("nay", OURS[0])
    registry = Registry((person("a", HERE), person("b", THERE)), (before, now, OTHER))
    there = Known(registry, OURS)
    for written in ("Viện Nhi Mây", OURS[0], "Bệnh viện Nhi"):
        assert there.person("Nguyễn Thị Hoa", None, written) is registry.people[0]


def test_an_alias_is_a_name():
    there = known(person("a"))
    assert there.person("bà hoa") is there.person("Nguyễn Thị Hoa") is not None


def test_without_the_hospital_s_name_its_posts_speak_against_nobody():
    registry = Registry(people=(person("a", HERE),))
    found = Known(registry).person("Nguyễn Thị Hoa", None, "Bệnh viện Nhi Mây Trắng")
    assert found is registry.people[0]


def test_entries_are_found_by_id():
    there = known()
    assert there.person_by_id["lan"] is DOCTOR
    assert there.organization_by_id["huyen"] is DISTRICT
