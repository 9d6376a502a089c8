from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bantin.model import EventDate, Photo
from bantin.pages import drafts
from bantin.theme.render import Renderer
from pages.editions import SETTINGS, ZONE, bulletin, edition, gallery, looks, many, year


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


def test_a_row_gives_the_day_of_the_event_and_says_when_it_was_published():
    early = datetime(2026, 11, 10, 8, tzinfo=ZONE)
    coming = bulletin("2026/a", date(2026, 12, 12), sorted_by=early)
    page = archive(edition([coming, bulletin("2026/b", date(2026, 2, 6))]))["news/2026/"]
    rows = [
        (group.heading.text, card.date_short, card.date_iso, card.listed)
        for group in page.view["listing"].groups
        for card in group.cards
    ]
    assert rows == [
        ("Tháng 11 năm 2026", "12/12/2026", "2026-12-12", "Đăng 10/11/2026"),
        ("Tháng 2 năm 2026", "06/02/2026", "2026-02-06", ""),
    ]
    assert Renderer(SETTINGS).render(page).count("Đăng 10/11/2026") == 1


def test_a_card_says_when_it_was_published_unless_on_a_day_of_its_event():
    early = datetime(2026, 11, 10, 8, tzinfo=ZONE)
    across = EventDate(date(2026, 11, 29), date(2026, 12, 2))
    shown = edition(
        [
            bulletin("2026/coming", date(2026, 12, 12), sorted_by=early),
            bulletin("2026/here", date(2026, 11, 9)),
            bulletin("2026/first-day", across, sorted_by=early.replace(day=29)),
            bulletin("2026/before", across, sorted_by=early),
            bulletin("2026/after", date(2026, 11, 9), sorted_by=early),
            bulletin("2026/some-day", year(2026), sorted_by=early),
        ]
    )
    page = archive(shown)["news/2026/11/"]
    listed = {card.address: card.listed for card in page.view["listing"].cards}
    assert {address: said for address, said in listed.items() if said} == {
        f"news/2026/{name}/": "Đăng 10/11/2026" for name in ("coming", "before", "after")
    }
    assert len(listed) == 6
    assert Renderer(SETTINGS).render(page).count("Đăng 10/11/2026") == 3


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


def crowd(count, **values):
    """Bulletins with the longest titles and names, all of one year."""
    first = date(2025, 1, 1)
    return [
        bulletin(
            f"2025/{'tin-dai-' * 8}{number:04}",
            first + timedelta(number % 365),
            title=("Hội nghị tập huấn cấp cứu nhi " * 7)[:200],
            summary="Sơ kết công tác chỉ đạo tuyến. " * 9,
            category="hop-tac",
            **values,
        )
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def crowded_year():
    """The archive of a year of 2,500 bulletins with photos."""
    shown = crowd(2500)
    galleries = {one.id: gallery(one.id, Photo("1")) for one in shown}
    return archive(edition(shown, galleries=galleries, looks=looks(galleries)))


def test_a_year_of_very_many_shows_the_newest_of_each_month_and_leads_to_all(crowded_year):
    listing = crowded_year["news/2025/"].view["listing"]
    january = listing.groups[-1]
    assert len(listing.groups) == 12
    assert len(january.cards) == 15
    assert january.cards[0].date_short == "31/01/2025"
    assert january.more.address == "news/2025/01/"
    assert january.more.text == "Xem cả 217 bản tin tháng 1 năm 2025"
    assert january.heading.count == "217 bản tin"
    assert listing.count == "2.500 bản tin"


def test_a_month_that_fits_has_nothing_more():
    groups = archive(edition(crowd(20)))["news/2025/"].view["listing"].groups
    assert groups[0].more is not None
    assert archive(edition(crowd(15)))["news/2025/"].view["listing"].groups[0].more is None


def test_a_month_goes_on_over_pages_and_loses_none(crowded_year):
    found = [page for address, page in crowded_year.items() if address[5:13] == "2025/01/"]
    cards = [card.address for page in found for card in page.view["listing"].cards]
    january = {f"news/{one.id}/" for one in crowd(2500) if one.date.end.month == 1}
    assert len(cards) == 217
    assert set(cards) == january
    assert max(len(page.view["listing"].cards) for page in found) == 24
    first = next(page for page in found if page.address == "news/2025/01/")
    assert (first.previous, first.next) == ("", "news/2025/01/page/2/")


@pytest.mark.parametrize("address", ["news/2025/", "news/2025/07/"])
def test_no_page_of_a_crowded_year_is_heavy(crowded_year, address):
    html = Renderer(SETTINGS).render(crowded_year[address])
    assert len(html.encode()) < 170_000, "the shell needs the rest of 200 kB"


def test_what_is_in_no_month_goes_on_over_pages_of_its_year():
    lone = [bulletin(f"2019/b{number}", year(2019)) for number in range(130)]
    found = archive(edition([*lone, bulletin("2019/x", date(2019, 7, 1))]))
    assert list(found) == [
        "news/2019/",
        "news/2019/07/",
        "news/2019/page/2/",
        "news/2019/page/3/",
    ]
    groups = [
        [
            (group.heading.text, len(group.cards))
            for group in found[address].view["listing"].groups
        ]
        for address in ("news/2019/", "news/2019/page/2/", "news/2019/page/3/")
    ]
    assert groups == [
        [("Tháng 7 năm 2019", 1), ("Không rõ tháng", 60)],
        [("Không rõ tháng", 60)],
        [("Không rõ tháng", 10)],
    ]
    assert found["news/2019/page/2/"].title == "Tin tức năm 2019 – Trang 2"


def test_year_and_month_lead_to_the_months_with_counts():
    shown = edition(
        [bulletin("2026/a"), bulletin("2026/b"), bulletin("2026/c", date(2026, 5, 1))]
    )
    for address in ("news/2026/", "news/2026/02/"):
        months = archive(shown)[address].view["listing"].months
        assert [(one.text, one.address, one.count) for one in months] == [
            ("Tháng 5", "news/2026/05/", "1 bản tin"),
            ("Tháng 2", "news/2026/02/", "2 bản tin"),
        ]


def test_the_only_month_of_a_year_leads_nowhere_else():
    for page in archive(edition([bulletin("2026/a")])).values():
        assert page.view["listing"].months == ()


def test_years_and_months_lead_to_the_other_language_where_it_has_them():
    shown = edition(
        [bulletin("2026/a"), bulletin("en/2026/a"), bulletin("en/2025/a", year(2025))]
    )
    others = {
        draft.address: draft.translation and draft.translation.address
        for draft in drafts(shown)
        if "news/20" in draft.address and draft.template == "listing.html"
    }
    assert others == {
        "news/2026/": "en/news/2026/",
        "news/2026/02/": "en/news/2026/02/",
        "en/news/2026/": "news/2026/",
        "en/news/2026/02/": "news/2026/02/",
        "en/news/2025/": None,
    }


@pytest.mark.parametrize(
    ("address", "here"),
    [
        pytest.param("news/2026/", "2026", id="year"),
        pytest.param("news/2026/02/", "Tháng 2", id="month"),
        pytest.param("news/2026/02/page/2/", "Tháng 2", id="its-second-page"),
    ],
)
def test_a_page_says_where_it_stands_among_years_and_months(address, here):
    shown = edition([*many(6), bulletin("2026/c", date(2026, 5, 1)), *month_full()])
    html = Renderer(SETTINGS).render(archive(shown)[address])
    assert html.count('aria-current="true"') == 1
    assert f'aria-current="true">{here}</a>' in html


def month_full():
    return [bulletin(f"2026/f{number}", date(2026, 2, 28)) for number in range(24)]
