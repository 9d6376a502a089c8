from __future__ import annotations

import pytest

from bantin.model import BrokenBulletin, Photo
from bantin.pages import drafts
from pages.editions import bulletin, crowded, edition, gallery, many


def by_address(shown):
    return {draft.address: draft for draft in drafts(shown)}


def test_an_empty_site_still_has_its_first_pages():
    assert list(by_address(edition())) == [
        "",
        "404.html",
        "categories/hoi-nghi/",
        "categories/hop-tac/",
        "events/",
        "news/",
        "organizations/",
        "people/",
        "photos/",
        "search/",
        "series/",
        "tags/",
    ]


def test_english_pages_come_with_the_first_english_bulletin():
    vietnamese = by_address(edition([bulletin()]))
    both = by_address(edition([bulletin(), bulletin("en/2026/a")]))
    assert [address for address in vietnamese if address.startswith("en/")] == []
    assert set(both) - set(vietnamese) == {
        "en/",
        "en/categories/hoi-nghi/",
        "en/categories/hop-tac/",
        "en/events/",
        "en/events/2026/02/",
        "en/news/",
        "en/news/2026/",
        "en/news/2026/02/",
        "en/organizations/",
        "en/people/",
        "en/photos/",
        "en/search/",
        "en/series/",
        "en/tags/",
        "news/en/2026/a/",
    }
    assert both["en/news/"].title == "News"


def test_addresses_are_sorted_and_each_there_once():
    addresses = [draft.address for draft in drafts(crowded())]
    assert addresses == sorted(set(addresses))


def test_bulletins_keep_their_language_apart():
    shown = by_address(edition([bulletin(), bulletin("en/2026/b")]))
    titles = {card.title for card in shown["news/"].view["listing"].cards}
    assert titles == {"Bản tin 2026/a"}


def test_a_bulletin_page_does_not_depend_on_how_many_there_are():
    few, all_of_them = many(20), many(200)
    photos = {"2026/b7": gallery("2026/b7", Photo("1.jpg"))}
    one = by_address(edition(few, galleries=photos))["news/2026/b7/"]
    other = by_address(edition(all_of_them, galleries=photos))["news/2026/b7/"]
    assert one == other


@pytest.mark.parametrize(
    ("broken", "kept"),
    [
        pytest.param("2026/a", "bulletin.html", id="a-bulletin"),
        pytest.param("2026", "listing.html", id="the-archive"),
        pytest.param("2026/x", "broken.html", id="nothing"),
    ],
)
def test_a_broken_file_never_takes_the_place_of_a_page_that_works(broken, kept):
    shown = edition(
        [bulletin()], preview=True, broken=(BrokenBulletin(broken, f"news/{broken}.md", ()),)
    )
    assert by_address(shown)[f"news/{broken}/"].template == kept
