"""What stands below a bulletin because it belongs beside it, and the reason given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bantin.content.hospital import Hospital
from bantin.model import Name, Organization, Participant, Person, Registry, Status
from bantin.pages import drafts
from bantin.pages.bulletin.related import MOST, Relations
from bantin.pages.shelf import shelf
from bantin.visibility import Reason
from pages.editions import SETTINGS, bulletin, edition

SERIES = replace(SETTINGS, series={"so-ket": Name("Sơ kết công tác tuyến", "Review")})
REGISTRY = Registry(
    people=tuple(Person(id, name) for id, name in (("trong", "Phan Kim Trọng"), ("an", "An"))),
    organizations=(
        Organization("cu", "Trung tâm Y tế huyện A", successor="moi"),
        Organization("moi", "Trung tâm Y tế khu vực A"),
        Organization("nha", "Bệnh viện Nhi"),
    ),
)
TRONG = Participant("Phan Kim Trọng", ("ThS", "BSCKII"), person_id="trong")
AN = Participant("An", person_id="an")
OLD = Participant("", organization="TTYT huyện A", organization_id="cu")
NEW = Participant("", organization="Trung tâm Y tế khu vực A", organization_id="moi")


def made(*bulletins, **values):
    return edition(bulletins, **{"settings": SERIES, "registry": REGISTRY} | values)


def related(shown, id="2026/a"):
    """Id -> reason, in the order of the page."""
    page = next(draft for draft in drafts(shown) if draft.address == f"news/{id}/")
    found = page.view["related"]
    return {one.card.address.removeprefix("news/")[:-1]: one.reason for one in found}


def beside(*participants, **values):
    """What stands beside a bulletin with everything, of another one with these values."""
    values = {"tags": ("Đào tạo", "sơ sinh", "nhi"), "series": "so-ket"} | values
    own = {"tags": ("đào  tạo", "nhi", "khác"), "participants": (TRONG, AN, NEW)}
    here = bulletin("2026/a", date(2026, 3, 1), series="so-ket", **own)
    between = bulletin("2026/between", date(2026, 2, 1), series="so-ket")
    other = bulletin("2026/b", date(2026, 1, 1), participants=participants, **values)
    return related(made(here, between, other)).get("2026/b")


@pytest.mark.parametrize(
    ("participants", "values", "reason"),
    [
        pytest.param(
            (TRONG, AN, OLD),
            {},
            "Cùng chuỗi “Sơ kết công tác tuyến”; cùng có ThS.BSCKII\u00a0Phan Kim Trọng"
            " và 1 người khác",
            id="everything",
        ),
        pytest.param(
            (Participant("Ông Trọng", person_id="trong"),),
            {"series": "", "tags": ()},
            "Cùng có ThS.BSCKII\u00a0Phan Kim Trọng",
            id="a-person-under-the-titles-of-this-bulletin",
        ),
        pytest.param(
            (OLD,),
            {"series": "", "tags": ()},
            "Cùng có Trung tâm Y tế khu vực A",
            id="an-organization-under-an-older-name",
        ),
        pytest.param((), {"tags": ()}, "Cùng chuỗi “Sơ kết công tác tuyến”", id="series"),
        pytest.param((), {"series": ""}, "Cùng từ khóa: đào  tạo, nhi", id="tags"),
        pytest.param(
            (Participant("Phan Kim Trọng"), Participant("", organization="TTYT huyện A")),
            {"series": "", "tags": ("nhỉ",)},
            None,
            id="a-name-alone-ties-nothing",
        ),
    ],
)
def test_the_reason_is_said(participants, values, reason):
    assert beside(*participants, **values) == reason


def test_an_english_page_says_it_in_english():
    pair = [bulletin(f"en/2026/{id}", tags=("nursing",)) for id in "ab"]
    assert related(made(*pair), "en/2026/a") == {"en/2026/b": "Same topic: nursing"}


def test_languages_are_not_mixed():
    pair = [bulletin(id, tags=("nhi",)) for id in ("2026/a", "en/2026/b")]
    assert related(made(*pair)) == {}


def test_who_is_not_registered_as_belonging_together_is_not_related():
    assert related(made(bulletin("2026/a"), bulletin("2026/b"))) == {}


def test_the_closest_stand_first_and_only_so_many():
    here = bulletin("2026/a", date(2026, 6, 1), tags=("x", "y"), participants=(TRONG,))
    person = bulletin("2026/person", date(2019, 6, 1), participants=(TRONG,))
    both = bulletin("2026/both", date(2026, 3, 1), tags=("x", "y"))
    near = bulletin("2026/near", date(2026, 5, 1), tags=("x",))
    later = bulletin("2026/later", date(2026, 7, 3), tags=("y",))
    far = bulletin("2026/far", date(2026, 2, 1), tags=("x",))
    found = related(made(here, person, both, near, later, far))
    assert list(found) == ["2026/person", "2026/both", "2026/near", "2026/later"]
    assert len(found) == MOST


def test_of_two_equally_near_the_newer_stands_first():
    days = {"older": date(2026, 1, 1), "a": date(2026, 1, 11), "newer": date(2026, 1, 21)}
    shown = made(*(bulletin(f"2026/{id}", day, tags=("x",)) for id, day in days.items()))
    assert list(related(shown)) == ["2026/newer", "2026/older"]


def test_somebody_who_is_always_there_says_less_than_a_tag_that_is_rare():
    director = tuple(
        bulletin(f"2026/d{n}", date(2026, 3, 1) + timedelta(n), participants=(AN,))
        for n in range(-9, 10)
        if n
    )
    here = bulletin("2026/a", date(2026, 3, 1), participants=(AN,), tags=("x",))
    rare = bulletin("2024/rare", date(2024, 3, 1), tags=("x",))
    found = related(made(here, rare, *director))
    assert next(iter(found.items())) == ("2024/rare", "Cùng từ khóa: x")
    assert set(list(found.values())[1:]) == {"Cùng có An"}


def test_a_common_tie_is_not_told_where_there_is_a_better_one():
    days = (date(2026, 3, 1) + timedelta(n) for n in range(-9, 10))
    director = [bulletin(f"2026/d{n}", day, participants=(AN,)) for n, day in enumerate(days)]
    director[9] = replace(director[9], tags=("x",))
    director[12] = replace(director[12], tags=("x",))
    assert related(made(*director), "2026/d9")["2026/d12"] == "Cùng từ khóa: x"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_everybody_shares_the_hospital_itself(lang):
    name = Name("Bệnh  viện nhi", "X") if lang == "vi" else Name("X", "Bệnh viện Nhi")
    own = Participant("", organization="BV", organization_id="nha")
    pair = [bulletin(f"2026/{id}", participants=(own,)) for id in "ab"]
    settings = replace(SERIES, hospital=Hospital(name=name))
    assert related(made(*pair)) == {"2026/b": "Cùng có BV"}
    assert related(made(*pair, settings=settings)) == {}


def test_a_series_that_mkdocs_yml_does_not_know_ties_nothing():
    pair = [bulletin(f"2026/{id}", series="khac") for id in "ab"]
    assert related(made(*pair)) == {}


def test_what_the_series_leads_to_is_not_named_again():
    years = [
        bulletin(f"{year}/a", date(year, 7, 1), series="so-ket", tags=("x",))
        for year in range(2020, 2027)
    ]
    found = related(made(*years), "2023/a")
    assert list(found) == ["2021/a", "2025/a", "2020/a", "2026/a"]


def test_what_a_preview_shows_of_hidden_bulletins_is_marked():
    here = bulletin("2026/a", tags=("x",))
    draft = bulletin("2026/draft", tags=("x",), status=Status.DRAFT)
    shown = made(here, draft, preview=True, hidden={"2026/draft": Reason.DRAFT})
    (found,) = Relations(shelf(shown), "vi").of(here)
    assert "nháp" in found.card.mark


def yearly(first, last):
    """A bulletin every tenth day, each with a tag and an institution that all have."""
    return [
        bulletin(
            f"{day.year}/b{number}",
            day,
            tags=("x", f"t{number % 3}"),
            participants=(TRONG if number % 2 else AN, NEW),
            series="so-ket" if number % 7 == 0 else "",
        )
        for number in range(first, last)
        for day in [date(2020, 1, 1) + timedelta(10 * number)]
    ]


def pages(shown):
    return {draft.address: draft.view["related"] for draft in drafts(shown) if draft.source}


def test_bulletins_far_away_change_nothing():
    """Those whose nearest kin is new may change; the others may not."""
    some, all_of_them = pages(made(*yearly(100, 180))), pages(made(*yearly(0, 280)))
    middle = [f"news/{one.id}/" for one in yearly(136, 144)]
    assert all(len(some[address]) == MOST for address in middle)
    assert {address: some[address] for address in middle} == {
        address: all_of_them[address] for address in middle
    }


def test_the_order_of_reading_does_not_matter():
    shown = yearly(0, 60)
    assert pages(made(*shown)) == pages(made(*reversed(shown)))


def test_twice_as_many_bulletins_are_twice_the_work():
    """Comparisons are counted, not seconds."""

    def compared(count):
        found = shelf(made(*yearly(0, count)))
        relations = Relations(found, "vi")
        calls = []
        near = relations._near
        relations._near = lambda *given: calls.extend((found := near(*given)).ranks) or found
        for one in found.by_lang["vi"]:
            relations.of(one)
        return len(calls)

    assert compared(800) < 2.2 * compared(400)
