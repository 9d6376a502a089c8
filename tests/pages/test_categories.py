from __future__ import annotations

from dataclasses import replace
from datetime import date

from bantin.model import Name
from bantin.pages import drafts
from pages.editions import SETTINGS, bulletin, edition, many


def page(shown, address):
    return next(draft for draft in drafts(shown) if draft.address == address)


def test_a_category_lists_its_own_bulletins():
    shown = edition(
        [bulletin("2026/a", category="hop-tac"), bulletin("2026/b", category="hoi-nghi")]
    )
    listing = page(shown, "categories/hop-tac/").view["listing"]
    assert listing.title == "Hợp tác – Đào tạo"
    assert [card.address for card in listing.cards] == ["news/2026/a/"]
    assert listing.cards[0].kicker is None, "it would lead to the page itself"


def test_a_category_speaks_the_language_of_its_bulletins():
    shown = edition([bulletin("en/2026/a", category="hop-tac")])
    assert page(shown, "en/categories/hop-tac/").title == "Cooperation"


def test_beyond_twelve_older_bulletins_follow_by_year():
    shown = edition(many(40, category="hop-tac"))
    listing = page(shown, "categories/hop-tac/").view["listing"]
    cards = [card.address for card in listing.cards]
    older = {
        group.heading.text: [card.address for card in group.cards] for group in listing.groups
    }
    assert cards == [f"news/2026/b{number}/" for number in range(12)]
    assert list(older) == ["2026", "2025"]
    assert sum(older.values(), cards) == [f"news/2026/b{number}/" for number in range(40)]


def test_a_large_category_goes_on_over_pages_and_loses_none():
    shown = edition(many(130, category="hop-tac"))
    first, *further = (
        page(shown, f"categories/hop-tac/{end}").view["listing"]
        for end in ("", "page/2/", "page/3/")
    )
    assert len(first.cards) == 12
    assert [one.cards for one in further] == [(), ()]
    addresses = [card.address for card in first.cards] + [
        card.address
        for one in (first, *further)
        for group in one.groups
        for card in group.cards
    ]
    assert addresses == [f"news/2026/b{number}/" for number in range(130)]
    assert (first.count, first.page) == ("130 bản tin", "Trang 1 trên 3")
    second = page(shown, "categories/hop-tac/page/2/")
    assert (second.previous, second.next) == (
        "categories/hop-tac/",
        "categories/hop-tac/page/3/",
    )
    assert second.title == "Hợp tác – Đào tạo – Trang 2"


def test_a_category_leads_to_itself_in_the_other_language():
    shown = edition([*many(70, category="hop-tac"), bulletin("en/2026/a")])
    translation = page(shown, "categories/hop-tac/").translation
    assert (translation.address, translation.lang) == ("en/categories/hop-tac/", "en")
    assert page(shown, "en/categories/hop-tac/").translation.address == "categories/hop-tac/"
    assert page(shown, "categories/hop-tac/page/2/").translation is None
    alone = edition(many(1, category="hop-tac"))
    assert page(alone, "categories/hop-tac/").translation is None


def test_a_section_shows_the_newest_and_three_headlines():
    others = many(3, category="hoi-nghi")
    shown = edition(
        [
            *others,
            *(
                bulletin(f"2026/{n}", date(2025, 1, 9 - n), category="hop-tac")
                for n in range(6)
            ),
        ]
    )
    sections = page(shown, "").view["sections"]
    assert [(section.heading.text, section.heading.count) for section in sections] == [
        ("Hợp tác – Đào tạo", "6 bản tin"),
        ("Hội nghị", "3 bản tin"),
    ]
    first = sections[0]
    assert first.first.address == "news/2026/0/"
    assert [card.address for card in first.more] == [f"news/2026/{n}/" for n in (1, 2, 3)]


def test_the_head_tells_how_many_there_are():
    shown = edition(many(40, category="hop-tac"))
    assert page(shown, "categories/hop-tac/").view["listing"].count == "40 bản tin"
    assert page(shown, "categories/hoi-nghi/").view["listing"].count == ""


def test_an_empty_category_keeps_its_address_and_loses_its_link():
    filled = [bulletin(f"2026/{one}", category=one) for one in ("hop-tac", "hoi-nghi")]
    more = {**SETTINGS.categories, "khac": Name("Khác", "Other")}
    shown = edition(filled, settings=replace(SETTINGS, categories=more))
    assert page(shown, "categories/khac/").view["listing"].cards == ()
    linked = [found.address for found in page(shown, "").view["categories"]]
    assert linked == ["categories/hop-tac/", "categories/hoi-nghi/"]


def test_an_empty_category_leads_to_the_other_language_where_there_is_something():
    shown = edition([bulletin(category="hop-tac"), bulletin("en/2026/a")])
    way = page(shown, "en/categories/hop-tac/").view["listing"].elsewhere
    assert (way.address, way.lang) == ("categories/hop-tac/", "vi")
    assert way.text == "See this category in Vietnamese"
    for address in ("categories/hop-tac/", "categories/hoi-nghi/", "en/categories/hoi-nghi/"):
        assert page(shown, address).view["listing"].elsewhere is None, address
