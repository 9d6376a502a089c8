"""Where the language link of a page leads that has no counterpart in the other language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bantin.edition import Edition
from bantin.model import Name, Participant, Person, Photo, Precision, Registry
from bantin.pages import drafts
from bantin.visibility import Reason
from pages.editions import SETTINGS, bulletin, edition, gallery, many, year

TAN = Participant("Trần Văn Tấn", role="Giám đốc", person_id="tan")
BA = Participant("Lê Ba", role="Trưởng khoa", person_id="ba")
REGISTRY = Registry(people=(Person("tan", TAN.name), Person("ba", BA.name)))


def site(*bulletins, **values) -> Edition:
    settings = replace(SETTINGS, series={"so-ket": Name("Sơ kết", "Review")})
    return edition(bulletins, **{"settings": settings, "registry": REGISTRY} | values)


def way(shown: Edition, address: str):
    """What the page's link to the other language says, and where it leads."""
    page = {draft.address: draft for draft in drafts(shown)}[address]
    assert page.translation is None
    return page.nearest and (page.nearest.text, page.nearest.address, page.nearest.lang)


COOPERATION = bulletin("en/2026/c", category="hop-tac")


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        pytest.param(
            bulletin(category="hop-tac"),
            [COOPERATION],
            ("English: Cooperation", "en/categories/hop-tac/", "en"),
            id="its-category",
        ),
        pytest.param(
            bulletin(category="hoi-nghi"),
            [COOPERATION],
            ("English: News of 2026", "en/news/2026/", "en"),
            id="a-category-without-bulletins",
        ),
        pytest.param(
            bulletin(),
            [COOPERATION],
            ("English: News of 2026", "en/news/2026/", "en"),
            id="its-year",
        ),
        pytest.param(
            bulletin(),
            [bulletin("en/2019/a", year(2019))],
            ("English: News", "en/news/", "en"),
            id="all-news",
        ),
    ],
)
def test_a_bulletin_leads_to_what_is_nearest(here, there, expected):
    assert way(site(here, *there), "news/2026/a/") == expected


def test_a_bulletin_in_english_leads_to_the_vietnamese_list():
    shown = site(bulletin(category="hop-tac"), COOPERATION)
    expected = ("Tiếng Việt: Hợp tác – Đào tạo", "categories/hop-tac/", "vi")
    assert way(shown, "news/en/2026/c/") == expected


def test_where_nothing_is_published_in_the_other_language_its_first_page_is_left():
    home = ("Tiếng Việt: Trang chủ", "", "vi")
    assert way(site(COOPERATION), "news/en/2026/c/") == home
    assert way(site(COOPERATION), "en/news/2026/02/") == home


def test_a_site_in_one_language_leads_nowhere():
    assert way(site(bulletin(tags=("nhi",))), "tags/nhi/") is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("news/2026/05/", ("English: News of 2026", "en/news/2026/")),
        ("news/2025/", ("English: News", "en/news/")),
        ("news/2025/05/", ("English: News", "en/news/")),
        ("news/page/2/", ("English: News", "en/news/")),
        ("categories/hop-tac/page/2/", ("English: Cooperation", "en/categories/hop-tac/")),
        ("tags/nhi/", ("English: Tags", "en/tags/")),
        ("tags/nhi/page/2/", ("English: Tags", "en/tags/")),
        ("people/ba/", ("English: People", "en/people/")),
        ("photos/2025/", ("English: Photo library", "en/photos/")),
        ("photos/categories/hop-tac/", ("English: Photo library", "en/photos/")),
        ("events/2025/05/", ("English: Calendar", "en/events/")),
        ("404.html", ("English: Home", "en/")),
    ],
)
def test_a_list_leads_to_the_next_one_above_it(address, expected):
    own = {"category": "hop-tac", "tags": ("nhi",)}
    shown = [
        *many(80, **own),
        bulletin("2026/may", date(2026, 5, 6), participants=(BA, TAN)),
        bulletin("2025/a", date(2025, 5, 6), category="hop-tac"),
        replace(COOPERATION, tags=("children",), participants=(TAN,)),
    ]
    galleries = {id: gallery(id, Photo("1")) for id in ("2025/a", "en/2026/c")}
    galleries["en/2026/c"] = gallery("en/2026/c", Photo("1"))
    english = replace(shown[-1], category="hoi-nghi")
    found = [*shown[:-1], english] if address.startswith("photos") else shown
    told = way(site(*found, galleries=galleries), address)
    assert told == (*expected, "en")


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("tags/nhi/", {"tags": ("nhi",)}),
        ("people/tan/", {"participants": (TAN,)}),
        ("events/2026/02/", {}),
    ],
)
def test_an_empty_list_is_no_way_on(address, page):
    english = replace(COOPERATION, date=replace(year(2026), precision=Precision.YEAR))
    expected = ("English: News", "en/news/", "en")
    assert way(site(bulletin(**page), english), address) == expected


def test_a_later_page_leads_to_the_list_of_which_it_is_a_part():
    """Two tags of one name have addresses of their own in each language."""
    tagged = [replace(one, tags=("Nhi",)) for one in many(80)]
    shown = site(*tagged, replace(COOPERATION, tags=("nhi",)))
    assert way(shown, "tags/nhi/page/2/") == ("English: Tag: nhi", "en/tags/nhi/", "en")


def test_true_counterparts_stay_as_they_are():
    here = bulletin(category="hop-tac")
    there = replace(COOPERATION, translation_of=here.id)
    found = {draft.address: draft for draft in drafts(site(here, there))}
    assert found["news/2026/a/"].translation.address == "news/en/2026/c/"
    assert found["news/2026/a/"].nearest is None
    both = [one for one in found.values() if one.translation]
    assert all(
        found[one.translation.address].translation.address == one.address for one in both
    )
    assert all(one.nearest is None for one in both)


def test_every_page_leads_to_one_that_is_there():
    shown = site(
        *many(80, category="hop-tac", tags=("nhi",)),
        bulletin("2025/a", date(2025, 5, 6), series="so-ket", participants=(TAN, BA)),
        bulletin("2019/a", year(2019), category="hoi-nghi"),
        replace(COOPERATION, tags=("children",), participants=(TAN,)),
    )
    found = {draft.address: draft for draft in drafts(shown)}
    ways = [draft.translation or draft.nearest for draft in found.values()]
    assert all(one and one.address in found and one.lang != "" for one in ways)


def test_a_hidden_page_of_a_preview_has_a_way_too():
    shown = site(
        bulletin(category="hop-tac"),
        COOPERATION,
        preview=True,
        hidden={"2026/a": Reason.DRAFT},
    )
    assert way(shown, "news/2026/a/")[1] == "en/categories/hop-tac/"
