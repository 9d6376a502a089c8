from __future__ import annotations

from datetime import date, datetime

import pytest

from bantin.model import EventDate
from bantin.pages import drafts
from pages.editions import ZONE, bulletin, edition, year


def archive(shown):
    pages = (draft for draft in drafts(shown) if draft.address[5:7] in ("19", "20"))
    return {page.address: page for page in pages if page.template == "listing.html"}


def test_years_and_months_that_have_bulletins_have_a_page():
    shown = edition(
        [
            bulletin("2026/a", date(2026, 2, 6)),
            bulletin("2026/b", date(2026, 11, 1)),
            bulletin("2025/c", date(2025, 2, 6)),
        ]
    )
    assert list(archive(shown)) == [
        "news/2025/",
        "news/2025/02/",
        "news/2026/",
        "news/2026/02/",
        "news/2026/11/",
    ]


def test_a_year_lists_its_months_newest_first_with_counts():
    shown = edition(
        [
            bulletin("2026/a", date(2026, 2, 6)),
            bulletin("2026/b", date(2026, 2, 7)),
            bulletin("2026/c", date(2026, 5, 1)),
        ]
    )
    page = archive(shown)["news/2026/"]
    groups = page.view["listing"].groups
    assert [(group.heading.text, group.heading.count) for group in groups] == [
        ("Tháng 5 năm 2026", "1 bản tin"),
        ("Tháng 2 năm 2026", "2 bản tin"),
    ]
    assert page.title == "Tin tức năm 2026"
    assert page.view["listing"].count == "3 bản tin"
    assert archive(shown)["news/2026/02/"].view["listing"].count == "2 bản tin"


def test_a_bulletin_of_which_only_the_year_is_known_is_in_no_month():
    december = bulletin("2019/a", date(2019, 12, 31))
    early = bulletin("2019/c", date(2019, 12, 1))
    shown = edition([december, early, bulletin("2019/b", year(2019))])
    pages = archive(shown)
    assert list(pages) == ["news/2019/", "news/2019/12/"]
    groups = pages["news/2019/"].view["listing"].groups
    assert [
        (group.heading.text, [card.address for card in group.cards]) for group in groups
    ] == [
        ("Tháng 12 năm 2019", ["news/2019/a/", "news/2019/c/"]),
        ("Không rõ tháng", ["news/2019/b/"]),
    ]
    assert groups[1].heading.address == ""


@pytest.mark.parametrize(
    ("moment", "address"),
    [
        pytest.param(datetime(2026, 1, 31, 23, 59, tzinfo=ZONE), "news/2026/01/", id="evening"),
        pytest.param(
            datetime.fromisoformat("2026-01-31T17:00:00+00:00"),
            "news/2026/02/",
            id="midnight-of-the-site-written-in-utc",
        ),
    ],
)
def test_the_month_is_told_by_the_clock_of_the_site(moment, address):
    assert address in archive(edition([bulletin(sorted_by=moment)]))


def test_a_range_stands_at_its_last_day():
    days = EventDate(date(2025, 12, 30), date(2026, 1, 2))
    assert list(archive(edition([bulletin(day=days)]))) == ["news/2026/", "news/2026/01/"]


def test_a_row_gives_the_day_by_which_it_is_listed():
    early = datetime(2026, 11, 10, 8, tzinfo=ZONE)
    coming = bulletin("2026/a", date(2026, 12, 12), sorted_by=early)
    page = archive(edition([coming, bulletin("2026/b", date(2026, 2, 6))]))["news/2026/"]
    rows = [
        (group.heading.text, card.date_short, card.date_iso)
        for group in page.view["listing"].groups
        for card in group.cards
    ]
    assert rows == [
        ("Tháng 11 năm 2026", "10/11/2026", "2026-11-10"),
        ("Tháng 2 năm 2026", "06/02/2026", "2026-02-06"),
    ]


def test_the_news_list_leads_to_the_years_with_counts():
    shown = edition(
        [bulletin("2026/a"), bulletin("2019/a", year(2019)), bulletin("2019/b", year(2019))]
    )
    page = next(draft for draft in drafts(shown) if draft.address == "news/")
    years = [(found.text, found.address, found.count) for found in page.view["listing"].years]
    assert years == [
        ("2026", "news/2026/", "1 bản tin"),
        ("2019", "news/2019/", "2 bản tin"),
    ]
