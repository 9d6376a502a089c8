from __future__ import annotations

from datetime import date

import pytest

from bantin.errors import Location, error, warning
from bantin.pages import drafts
from pages.editions import bulletin, edition, many


def home(shown, address=""):
    return next(draft for draft in drafts(shown) if draft.address == address)


def shown_on(page):
    cards = [page.view["lead"], *page.view["cards"]]
    return [card.address for card in cards if card]


def test_the_newest_bulletin_leads():
    assert shown_on(home(edition(many(20)))) == [f"news/2026/b{n}/" for n in range(7)]


def test_without_bulletins_nothing_leads():
    page = home(edition())
    assert (page.view["lead"], page.view["cards"]) == (None, ())


@pytest.mark.parametrize(
    ("until", "lead"),
    [
        pytest.param(date(2026, 11, 22), "news/2026/old/", id="through-its-last-day"),
        pytest.param(date(2026, 11, 21), "news/2026/b0/", id="no-longer"),
    ],
)
def test_a_pinned_bulletin_leads_while_it_is_pinned(until, lead):
    pinned = bulletin("2026/old", date(2020, 1, 1), pinned_until=until)
    assert shown_on(home(edition([pinned, *many(9)])))[0] == lead


def test_the_homes_lead_to_each_other():
    both = edition([bulletin(), bulletin("en/2026/a")])
    assert home(both).view["translation"].address == "en/"
    assert home(both, "en/").view["translation"].address == ""


def test_one_language_has_nowhere_else_to_lead():
    assert home(edition([bulletin()])).view["translation"] is None


def test_a_preview_tells_at_home_what_no_bulletin_page_can_tell():
    problems = (
        error("key-unknown-here", Location("mkdocs.yml", 9, 3), key="x"),
        error("title-missing", Location("news/2026/b.md", 2, 1)),
        warning("photo-alt", Location("news/2026/a.md", 9, 3), file="01.jpg"),
    )
    shown = drafts(edition([bulletin("2026/a")], preview=True), problems)
    home = next(draft for draft in shown if draft.address == "")
    places = [complaint.place for complaint in home.view["complaints"]]
    assert places == ["mkdocs.yml:9:3", "news/2026/b.md:2:1"]
