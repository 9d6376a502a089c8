from __future__ import annotations

from bantin.pages import drafts
from pages.editions import bulletin, edition, many


def view(*bulletins):
    shown = drafts(edition(bulletins))
    return next(draft for draft in shown if draft.address == "404.html").view


def test_who_is_lost_finds_the_newest():
    cards = view(*many(9), bulletin("en/2026/new"))["cards"]
    assert [card.address for card in cards] == [f"news/2026/b{n}/" for n in range(3)]


def test_who_came_from_an_english_page_finds_the_way():
    way = view(bulletin("en/2026/a"))["translation"]
    assert (way.address, way.lang) == ("en/", "en")
    assert view(bulletin())["translation"] is None
