from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bantin.content.hospital import Hospital
from bantin.errors import Location, error, warning
from bantin.model import Name, Photo
from bantin.pages import drafts
from pages.editions import SETTINGS, bulletin, edition, gallery, many


def home(shown, address=""):
    return next(draft for draft in drafts(shown) if draft.address == address)


def shown_on(page):
    cards = [page.view["lead"], *page.view["cards"]]
    return [card.address for card in cards if card]


def pinned_on(page):
    return [card.address for card in page.view["pinned"]]


def pictured(*ids):
    return {id: gallery(id, Photo("1.jpg"), Photo("2.jpg")) for id in ids}


def test_the_newest_bulletin_leads_where_none_has_a_photo():
    assert shown_on(home(edition(many(20)))) == [f"news/2026/b{n}/" for n in range(7)]


def test_the_newest_with_a_photo_leads_and_none_is_lost():
    shown = edition(many(20), galleries=pictured("2026/b2", "2026/b4"))
    order = [2, 0, 1, 3, 4, 5, 6]
    assert shown_on(home(shown)) == [f"news/2026/b{n}/" for n in order]


def test_a_photo_far_down_does_not_lead_before_many_newer_bulletins():
    shown = edition(many(20), galleries=pictured("2026/b7"))
    assert shown_on(home(shown))[0] == "news/2026/b0/"


def test_lead_and_cards_show_their_covers_cut_to_shape():
    page = home(edition(many(2), galleries=pictured("2026/b0", "2026/b1")))
    for card in (page.view["lead"], *page.view["cards"]):
        files = card.picture.files
        assert [one.width for one in files.sources] == [480, 720, 960]
        assert files.width / files.height == 3 / 2
        assert card.picture.square.width == card.picture.square.height == 240


def test_without_bulletins_nothing_leads():
    page = home(edition())
    assert (page.view["lead"], page.view["cards"]) == (None, ())


@pytest.mark.parametrize(
    ("until", "pinned"),
    [
        pytest.param(date(2026, 11, 22), ["news/2026/old/"], id="through-its-last-day"),
        pytest.param(date(2026, 11, 21), [], id="no-longer"),
    ],
)
def test_a_bulletin_stands_above_the_lead_while_it_is_pinned(until, pinned):
    old = bulletin("2026/old", date(2020, 1, 1), pinned_until=until)
    page = home(edition([old, *many(9)], galleries=pictured("2026/old")))
    assert pinned_on(page) == pinned
    assert shown_on(page) == [f"news/2026/b{n}/" for n in range(7)]


def test_the_last_day_of_a_notice_ends_at_midnight_of_the_site():
    until = date(2026, 11, 22)
    night = datetime(2026, 11, 22, 17, tzinfo=UTC)  # 00:00 in Việt Nam
    shown = [bulletin("2026/a", pinned_until=until), *many(2)]
    assert pinned_on(home(edition(shown, now=night - timedelta(seconds=1)))) != []
    assert pinned_on(home(edition(shown, now=night))) == []


def test_at_most_three_are_pinned_the_next_one_is_news():
    page = home(edition(many(5, pinned_until=date(2027, 1, 1))))
    assert pinned_on(page) == [f"news/2026/b{n}/" for n in range(3)]
    assert shown_on(page) == ["news/2026/b3/", "news/2026/b4/"]


def test_where_everything_is_pinned_the_newest_still_leads():
    page = home(edition(many(2, pinned_until=date(2027, 1, 1))))
    assert (shown_on(page), pinned_on(page)) == (["news/2026/b0/"], ["news/2026/b1/"])


def test_sections_come_when_there_is_more_than_stands_at_the_top():
    few, more = (home(edition(many(count, category="hop-tac"))) for count in (7, 8))
    assert (few.view["sections"], few.view["categories"]) == ((), ())
    assert (len(more.view["sections"]), more.view["categories"]) == (1, ())


def test_one_category_or_one_year_is_no_choice_to_offer():
    first = bulletin("2026/a", date(2026, 1, 1), category="hop-tac")
    same = bulletin("2026/b", date(2026, 1, 2), category="hop-tac")
    other = bulletin("2025/c", date(2025, 1, 2), category="hoi-nghi")
    one, two = (home(edition([first, added])).view for added in (same, other))
    assert (one["categories"], one["years"]) == ((), ())
    assert [way.text for way in two["categories"]] == ["Hợp tác – Đào tạo", "Hội nghị"]
    assert [way.text for way in two["years"]] == ["2026", "2025"]


def test_each_home_has_the_sites_name_in_its_language():
    named = Hospital(newsroom=Name("Tin Nhi", "Children’s News"))
    settings = replace(SETTINGS, hospital=named)
    both = edition([bulletin(), bulletin("en/2026/a")], settings=settings)
    titles = [home(both, address).title for address in ("", "en/")]
    assert titles == ["Tin Nhi", "Children’s News"]
    assert "Children’s News" in home(both, "en/").summary
    assert home(edition()).title == SETTINGS.site_name


def test_what_stands_at_the_top_is_not_told_again_as_past():
    pinned = bulletin("2026/pinned", pinned_until=date(2027, 1, 1))
    page = home(edition([pinned, *many(9)]))
    past = [event.address for event in page.view["events"].past]
    assert past == [f"news/2026/b{n}/" for n in (7, 8)]


def test_a_site_without_further_events_has_no_place_for_them():
    assert home(edition(many(7))).view["events"] is None


def test_the_homes_lead_to_each_other():
    both = edition([bulletin(), bulletin("en/2026/a")])
    assert home(both).translation.address == "en/"
    assert home(both, "en/").translation.address == ""


def test_one_language_has_nowhere_else_to_lead():
    assert home(edition([bulletin()])).translation is None


def test_a_preview_tells_at_home_what_no_bulletin_page_can_tell():
    problems = (
        error("key-unknown-here", Location("mkdocs.yml", 9, 3), key="x"),
        error("title-missing", Location("news/2026/b.md", 2, 1)),
        warning("photo-alt", Location("news/2026/a.md", 9, 3), file="01.jpg"),
    )
    shown = drafts(edition([bulletin("2026/a")], preview=True), problems)
    home = next(draft for draft in shown if draft.address == "")
    places = [one.place for group in home.preview.panel.groups for one in group.complaints]
    assert places == ["mkdocs.yml:9:3", "news/2026/b.md:2:1"]
