from __future__ import annotations

from bantin.pages import drafts
from pages.editions import bulletin, edition, many


def view(*bulletins):
    shown = drafts(edition(bulletins))
    return next(draft for draft in shown if draft.address == "404.html").view


def test_who_is_lost_finds_the_newest():
    cards = view(*many(9), bulletin("en/2026/new"))["cards"]
    assert [card.address for card in cards] == [f"news/2026/b{n}/" for n in range(3)]


def test_who_came_from_an_english_page_finds_the_way_in_its_words():
    (other,) = view(bulletin("en/2026/a"))["elsewhere"]
    assert (other.lang, other.title) == ("en", "This page can't be found")
    ways = [way.address for way in other.ways]
    assert ways[:2] == ["en/", "en/news/"]
    assert all(way.startswith("en/") for way in ways)
    assert view(bulletin())["elsewhere"] == ()


def test_who_is_lost_finds_every_list_that_has_something_in_it():
    found = view(*many(3, category="hop-tac", tags=("a",)))
    assert [way.address for way in found["ways"]] == ["tags/", "events/"]
    assert [way.address for way in found["categories"]] == ["categories/hop-tac/"]
    assert [way.address for way in found["years"]] == ["news/2026/"]


def test_an_empty_site_leads_nowhere():
    found = view()
    assert (found["ways"], found["categories"], found["years"], found["cards"]) == ((),) * 4
