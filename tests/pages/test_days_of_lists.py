"""One kind of day on every list: the event's, with the day of publication in words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

import html5lib
import pytest

from bantin.model import (
    Correction,
    EventDate,
    Name,
    Organization,
    Participant,
    Person,
    Photo,
    Registry,
)
from bantin.pages import drafts
from bantin.theme.render import Renderer
from pages.editions import SETTINGS, ZONE, bulletin, edition, gallery, many

TAN = Participant(
    "Trần Văn Tấn",
    role="Giám đốc",
    organization="Sơn Hà",
    person_id="tan",
    organization_id="sh",
)
REGISTRY = Registry(
    people=(Person("tan", TAN.name),), organizations=(Organization("sh", "Sơn Hà"),)
)
SERIES = replace(SETTINGS, series={"so-ket": Name("Sơ kết", "Review")})
OF = {"category": "hop-tac", "tags": ("nhi",), "participants": (TAN,), "series": "so-ket"}
LATE = datetime(2026, 2, 9, 8, tzinfo=ZONE)


RENDERER = Renderer(SERIES)


def rendered(bulletins, address: str = "", **values) -> dict[str, str]:
    """Address -> the text of the page, spaces told; of one page or of all."""
    galleries = {one.id: gallery(one.id, Photo("1", one.title)) for one in bulletins}
    values = {"settings": SERIES, "registry": REGISTRY, "galleries": galleries} | values
    found = drafts(edition(bulletins, **values))
    wanted = [draft for draft in found if not address or draft.address == address]
    return {draft.address: _read(RENDERER.render(draft)) for draft in wanted}


def page_of(address: str, *bulletins) -> str:
    return rendered(bulletins, address)[address]


def _read(html: str) -> str:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return re.sub(r"\s+", " ", " ".join(tree.itertext()))


@pytest.mark.parametrize(
    ("address", "day"),
    [
        pytest.param("news/", "Ngày 6 tháng 2 năm 2026", id="index"),
        pytest.param("news/2026/", "06/02/2026", id="year"),
        pytest.param("news/2026/02/", "Ngày 6 tháng 2 năm 2026", id="month"),
        pytest.param("categories/hop-tac/", "Ngày 6 tháng 2 năm 2026", id="category"),
        pytest.param("tags/nhi/", "Ngày 6 tháng 2 năm 2026", id="tag"),
        pytest.param("people/tan/", "06/02/2026", id="person"),
        pytest.param("organizations/sh/", "06/02/2026", id="organization"),
        pytest.param("photos/", "Ngày 6 tháng 2 năm 2026", id="photos"),
    ],
)
def test_a_list_by_publication_shows_the_event_and_says_the_other_day(address, day):
    late = page_of(address, bulletin("2026/late", sorted_by=LATE, **OF))
    assert day in late
    assert late.count("Đăng 09/02/2026") == 1
    assert "Đăng" not in page_of(address, bulletin("2026/late", **OF))


@pytest.mark.parametrize("address", ["categories/hop-tac/", "tags/nhi/"])
def test_cards_and_rows_of_one_list_say_the_same_kind_of_day(address):
    """The first twelve are cards, the others rows by year."""
    late = bulletin("2025/old", date(2025, 2, 6), sorted_by=LATE.replace(year=2025), **OF)
    page = page_of(address, *many(12, **OF), late)
    assert "06/02/2025" in page
    assert page.count("Đăng 09/02/2025") == 1


@pytest.mark.parametrize("address", ["series/so-ket/", "events/", "events/2026/02/"])
def test_a_list_by_events_tells_of_no_other_day(address):
    assert "Đăng" not in page_of(address, bulletin("2026/late", sorted_by=LATE, **OF))


@pytest.mark.parametrize(
    ("when", "said"),
    [
        pytest.param(EventDate(date(2026, 2, 8), date(2026, 2, 10)), "", id="while-it-went-on"),
        pytest.param(EventDate(date(2026, 2, 9), date(2026, 2, 9)), "", id="that-day"),
        pytest.param(EventDate(date(2026, 2, 8), date(2026, 2, 8)), "Đăng", id="next-day"),
        pytest.param(EventDate(date(2026, 2, 10), date(2026, 2, 10)), "Đăng", id="day-before"),
    ],
)
def test_a_day_of_the_event_needs_no_words(when, said):
    page = page_of("news/", bulletin("2026/a", when, sorted_by=LATE))
    assert ("Đăng" in page) == bool(said)


FIGURES = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|\b\d{1,2}/(?:19|20)\d\d")


def test_no_english_page_writes_a_date_in_figures():
    """2/6/2026 is June for some readers and February for others."""
    days = [
        EventDate(date(2026, 6, 2), date(2026, 6, 2)),
        EventDate(date(2026, 6, 2), date(2026, 6, 4)),
        EventDate(date(2026, 5, 30), date(2026, 6, 2)),
        EventDate(date(2025, 12, 30), date(2026, 1, 2)),
        EventDate(date(2027, 6, 2), date(2027, 6, 4)),
    ]
    shown = [
        bulletin(
            f"en/2026/b{n}",
            days[n % len(days)],
            sorted_by=datetime(2026, 3, 1, tzinfo=ZONE),
            corrections=(Correction(date(2026, 6, 9), "Name put right."),),
            pinned_until=date(2026, 12, 24),
            **OF,
        )
        for n in range(20)
    ]
    valid = replace(REGISTRY.organizations[0], valid_from=date(2026, 1, 2))
    registry = replace(REGISTRY, organizations=(valid,))
    pages = rendered([*shown, bulletin()], registry=registry)
    english = {at: page for at, page in pages.items() if "en/" in at[:8]}
    kinds = (
        "events/",
        "photos/",
        "people/tan/",
        "organizations/sh/",
        "series/so-ket/",
        "news/",
    )
    assert {f"en/{kind}" for kind in kinds} <= english.keys()
    assert {
        at: FIGURES.findall(page) for at, page in english.items() if FIGURES.search(page)
    } == {}
    assert "2 Jun 2026" in english["en/tags/nhi/"]
    assert "2–4 June 2026" in english["en/tags/nhi/"]
    assert "Published 1 Mar 2026" in english["en/news/2026/"]
    assert "30 May – 2 Jun 2026" in english["en/events/"]
