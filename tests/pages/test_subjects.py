"""What the search leads to by name: what has a page, with public bulletins on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bantin.edition import Named
from bantin.model import Name, Organization, Participant, Person, Registry
from bantin.pages import drafts, shelf, subjects
from bantin.visibility import Reason
from pages.editions import SETTINGS, bulletin, edition

OLD = Organization(
    "cu", "Trung tâm Y tế huyện Sơn Hà", successor="moi", valid_to=date(2025, 1, 1)
)
NEW = Organization("moi", "Trung tâm Y tế khu vực Sơn Hà", aliases=("Son Ha Health Centre",))
REGISTRY = Registry(
    people=(Person("tan", "Trần Văn Tấn", aliases=("Tấn Trần",)), Person("lan", "Lê Thị Lan")),
    organizations=(OLD, NEW),
)
TAN = Participant(
    "Trần Văn Tấn",
    ("BSCKII",),
    "Giám đốc",
    NEW.name,
    person_id="tan",
    organization_id="moi",
)
LAN = replace(TAN, name="Lê Thị Lan", titles=(), role="", organization="", person_id="lan")
NEWS = bulletin(
    "2026/a", participants=(TAN,), tags=("sơ sinh",), series="so-ket", category="hop-tac"
)
SERIES = replace(
    SETTINGS, series={"so-ket": Name("Sơ kết", "Review"), "khac": Name("Khác", "")}
)


def site(*bulletins, **values):
    values = {"registry": REGISTRY, "settings": SERIES} | values
    return edition(bulletins or [NEWS], **values)


def found(made, lang="vi"):
    return {one.address: one for one in subjects(shelf(made))[lang]}


def test_each_kind_with_what_tells_it_apart():
    told = {one.address: (one.kind, one.name, one.note) for one in found(site()).values()}
    assert told == {
        "people/tan/": ("person", "Trần Văn Tấn", f"Giám đốc, {NEW.name}"),
        "organizations/moi/": (
            *("organization", NEW.name),
            "Tên trước đây: Trung tâm Y tế huyện Sơn Hà",
        ),
        "series/so-ket/": ("series", "Sơ kết", "1 kỳ, 2026"),
        "categories/hop-tac/": ("category", "Hợp tác – Đào tạo", "1 bản tin"),
        "tags/so-sinh/": ("tag", "sơ sinh", "1 bản tin"),
    }


def test_each_is_a_page_and_has_its_name():
    english = bulletin(
        "en/2026/a", participants=(replace(TAN, organization="Son Ha Health Centre"),)
    )
    made = site(NEWS, english)
    pages = {one.address: one for one in drafts(made)}
    for lang in ("vi", "en"):
        named = found(made, lang)
        assert named
        for address, one in named.items():
            assert pages[address].lang == lang
            assert one.name in pages[address].title
    assert found(made, "en")["en/organizations/moi/"].name == "Son Ha Health Centre"


def test_titles_are_known_though_the_newest_list_prints_a_post_alone():
    post = replace(TAN, titles=(), role="Cố vấn")
    newer = bulletin("2026/z", date(2026, 6, 1), participants=(post,))
    tan = found(site(newer, NEWS))["people/tan/"]
    assert tan.note == f"Cố vấn, {NEW.name}"
    assert tan.titles == ("BSCKII",)


def test_who_has_no_post_in_any_list_is_told_by_their_bulletins():
    made = site(bulletin(participants=(LAN,)), bulletin("2026/b", participants=(LAN,)))
    assert found(made)["people/lan/"].note == "2 bản tin"


def test_aliases_lead_there_and_titles_are_those_that_bulletins_print():
    registered = replace(REGISTRY.people[0], titles=("GS.TS",))
    one = found(site(registry=replace(REGISTRY, people=(registered,))))["people/tan/"]
    assert one.names == ("Tấn Trần",)
    assert one.titles == ("BSCKII",), "what the registry alone knows is told to nobody"


@pytest.mark.parametrize("reason", list(Reason))
def test_what_only_hidden_bulletins_name_is_found_by_nobody(reason):
    """In a preview they have pages; nobody else will ever come there."""
    hidden = bulletin("2026/b", participants=(LAN,), tags=("kín",), category="hoi-nghi")
    made = site(NEWS, hidden, preview=True, hidden={hidden.id: reason})
    assert "people/lan/" in {one.address for one in drafts(made)}
    assert found(made) == found(site(NEWS))


def test_a_hidden_bulletin_tells_nothing_of_who_has_others():
    later = replace(TAN, role="Thứ trưởng")
    hidden = bulletin("2026/b", date(2026, 3, 1), participants=(later,))
    made = site(NEWS, hidden, preview=True, hidden={hidden.id: Reason.DRAFT})
    assert found(made)["people/tan/"] == found(site(NEWS))["people/tan/"]


def test_who_stays_private_is_no_subject():
    named = {NEWS.id: Named(frozenset({"lan"}), private=frozenset({"lan", "tan"}))}
    assert not [one for one in found(site(named=named)) if one.startswith("people/")]


def test_who_is_named_too_seldom_for_a_page_is_none():
    made = site(settings=replace(SERIES, people_from=2))
    assert "people/tan/" not in found(made)
