from __future__ import annotations

from datetime import date, timedelta

from bantin.pages import drafts
from bantin.theme.render import Renderer
from bantin.vietnamese.text import fold
from pages.editions import SETTINGS, bulletin, edition, many


def page(shown, address):
    return next(draft for draft in drafts(shown) if draft.address == address)


def pages(shown, of):
    return {draft.address: draft for draft in drafts(shown) if draft.address.startswith(of)}


def letters(draft):
    return [(group.text, [tag.text for tag in tags]) for group, tags in draft.view["groups"]]


def test_the_index_stands_in_the_order_of_the_dictionary_by_letters():
    tags = ("ơn", "đào tạo", "Ăn dặm", "an toàn", "dinh dưỡng", "ấm", "5S", "★")
    draft = page(edition([bulletin(tags=tags)]), "tags/")
    assert letters(draft) == [
        ("Số và ký hiệu", ["★", "5S"]),
        ("A", ["an toàn"]),
        ("Ă", ["Ăn dặm"]),
        ("Â", ["ấm"]),
        ("D", ["dinh dưỡng"]),
        ("Đ", ["đào tạo"]),
        ("Ơ", ["ơn"]),
    ]
    assert draft.view["count"] == "8 từ khóa"


def test_a_tag_tells_how_many_bulletins_have_it():
    shown = edition(
        [bulletin("2026/a", tags=("hiến máu",)), bulletin("2026/b", tags=("Hiến máu",))]
    )
    ((_, (tag,)),) = page(shown, "tags/").view["groups"]
    assert (tag.address, tag.count) == ("tags/hien-mau/", "2 bản tin")
    listing = page(shown, "tags/hien-mau/").view["listing"]
    assert (listing.title, listing.count) == ("Từ khóa: Hiến máu", "2 bản tin")
    assert [card.address for card in listing.cards] == ["news/2026/b/", "news/2026/a/"]
    assert [crumb.address for crumb in listing.crumbs] == ["", "news/", "tags/"]


def words(count):
    return [f"{chr(97 + number % 20)}{number}" for number in range(count)]


def test_a_long_index_goes_on_over_pages_and_its_letters_lead_to_them():
    shown = edition([bulletin("2026/a", tags=tuple(words(500)))])
    found = pages(shown, "tags/page/") | {"tags/": page(shown, "tags/")}
    assert sorted(found) == ["tags/", "tags/page/2/", "tags/page/3/"]
    listed = [tag for draft in found.values() for _, tags in letters(draft) for tag in tags]
    assert sorted(listed) == sorted(words(500))
    ways = found["tags/"].view["letters"]
    assert ways == found["tags/page/3/"].view["letters"]
    drawn = {one: Renderer(SETTINGS).render(draft) for one, draft in found.items()}
    for way in ways:
        address, _, fragment = way.address.partition("#")
        assert drawn[address].count(f'id="{fragment}"') == 1, way
    assert letters(found["tags/page/2/"])[0][0] == "J (tiếp theo)"
    assert max(len(html.encode()) for html in drawn.values()) < 100_000


def test_a_large_index_names_beforehand_what_most_bulletins_have():
    rare = [
        bulletin(f"2025/r{n}", date(2025, 1, 1), tags=(tag,)) for n, tag in enumerate(words(23))
    ]
    often = many(3, tags=("đào tạo",))
    view = page(edition([*rare, *often]), "tags/").view
    assert (view["often"][0].text, view["often"][0].count) == ("đào tạo", "3 bản tin")
    assert len(view["often"]) == 12
    assert page(edition([*rare[1:], *often]), "tags/").view["often"] == ()


def test_a_tag_of_many_goes_on_over_pages_and_loses_none():
    shown = edition(many(130, tags=("đào tạo",)))
    found = pages(shown, "tags/dao-tao/")
    assert list(found) == [
        "tags/dao-tao/",
        "tags/dao-tao/page/2/",
        "tags/dao-tao/page/3/",
    ]
    listings = [draft.view["listing"] for draft in found.values()]
    addresses = [card.address for one in listings for card in one.cards] + [
        card.address for one in listings for group in one.groups for card in group.cards
    ]
    assert len(addresses) == 130
    assert set(addresses) == {f"news/2026/b{number}/" for number in range(130)}


def test_tags_lead_to_the_other_language_where_it_has_them():
    shown = edition(
        [
            bulletin("2026/a", tags=("COVID-19", "đào tạo")),
            bulletin("en/2026/a", tags=("Covid-19", "training")),
        ]
    )
    others = {
        address: draft.translation and draft.translation.address
        for address, draft in (pages(shown, "tags/") | pages(shown, "en/tags/")).items()
    }
    assert others == {
        "tags/": "en/tags/",
        "tags/covid-19/": "en/tags/covid-19/",
        "tags/dao-tao/": None,
        "en/tags/": "tags/",
        "en/tags/covid-19/": "tags/covid-19/",
        "en/tags/training/": None,
    }


def test_without_tags_the_index_says_so():
    draft = page(edition([bulletin()]), "tags/")
    assert "Chưa có từ khóa nào." in Renderer(SETTINGS).render(draft)
    assert draft.view["count"] == ""


def test_every_address_of_a_tag_leads_to_its_page():
    day = date(2025, 1, 1)
    shown = edition(
        bulletin(f"2025/b{number}", day + timedelta(number), tags=(tag,))
        for number, tag in enumerate(["hoa", "hòa", "Hóa", "page", "★", "a" * 90, "x " * 60])
    )
    there = pages(shown, "tags/")
    linked = {tag.address for _, tags in page(shown, "tags/").view["groups"] for tag in tags}
    assert linked | {"tags/"} == set(there)
    assert len(linked) == 5, "hoa, hòa and Hóa share one"
    assert all(address == fold(address) for address in linked)
