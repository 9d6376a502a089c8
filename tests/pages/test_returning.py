"""Series on the first page, and the order of its parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bantin.model import Name, Photo
from bantin.pages import drafts
from pages.editions import SETTINGS, bulletin, edition, gallery, many

SERIES = replace(
    SETTINGS,
    series={"so-ket": Name("Sơ kết", "Review"), "hien-mau": Name("Hiến máu", "Blood")},
)


def held(series, *years):
    return [bulletin(f"{y}/{series}", date(y, 3, 1), series=series) for y in years]


def home(bulletins, settings=SERIES, **values):
    shown = drafts(edition([*many(9), *bulletins], settings=settings, **values))
    return next(draft for draft in shown if draft.address == "").view


def test_a_series_shows_its_last_edition_and_the_years_before():
    (one,) = home(held("so-ket", 2019, 2024, 2025))["series"]
    assert (one.heading.text, one.heading.address) == ("Sơ kết", "series/so-ket/")
    assert one.newest.address == "news/2025/so-ket/"
    earlier = [(year.text, year.address) for year in one.earlier]
    assert earlier == [("2024", "news/2024/so-ket/"), ("2019", "news/2019/so-ket/")]


def test_series_stand_in_the_order_of_mkdocs_yml():
    shown = home([*held("hien-mau", 2024, 2025), *held("so-ket", 2019, 2020)])["series"]
    assert [one.heading.text for one in shown] == ["Sơ kết", "Hiến máu"]


def test_what_was_held_once_does_not_return():
    assert home(held("so-ket", 2025))["series"] == ()


def test_many_editions_and_series_end_somewhere():
    many_series = {f"s{number}": Name(f"S{number}", "") for number in range(9)}
    years = range(2001, 2026)
    shown = home(
        [one for series in many_series for one in held(series, *years)],
        replace(SETTINGS, series=many_series),
    )["series"]
    assert len(shown) == 6
    assert [year.text for year in shown[0].earlier] == [str(y) for y in range(2024, 2016, -1)]


PARTS = ("newest", "events", "sections", "series", "photos", "intro", "archive")


def parts(*wanted):
    shown = [*held("so-ket", 2024, 2025), bulletin("2026/coming", date(2026, 12, 1))]
    settings = replace(SERIES, home=wanted)
    shown = [replace(one, category="hop-tac") for one in shown]
    photos = {"2026/b0": gallery("2026/b0", *[Photo("x")] * 8)}
    return home(shown, settings, galleries=photos)["parts"]


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        pytest.param(PARTS, ("front", *PARTS[2:]), id="as-usual"),
        pytest.param(PARTS[::-1], (*PARTS[:1:-1], "front"), id="the-other-way-round"),
        pytest.param(
            ("newest", "photos", "events"), ("newest", "photos", "events"), id="apart"
        ),
        pytest.param(("photos", "newest"), ("photos", "newest"), id="newest-last"),
        pytest.param(("events",), ("events",), id="one"),
        pytest.param((), (), id="nothing-below-the-lead"),
    ],
)
def test_parts_stand_where_mkdocs_yml_puts_them(wanted, shown):
    assert parts(*wanted) == shown


def test_what_nothing_fills_is_left_out():
    view = next(one for one in drafts(edition([bulletin()])) if one.address == "").view
    assert view["parts"] == ("intro",)


def test_what_the_newest_do_not_show_is_told_as_past():
    without = replace(SETTINGS, home=("events",))
    view = home([], without)
    assert view["cards"] == ()
    assert view["events"].past[0].address == "news/2026/b1/"


def test_categories_are_listed_where_they_have_no_sections():
    two = [bulletin("2025/x", category="hop-tac"), bulletin("2025/y", category="hoi-nghi")]
    listed = home(two, replace(SETTINGS, home=("archive",)))["categories"]
    assert [one.text for one in listed] == ["Hợp tác – Đào tạo", "Hội nghị"]
    assert home(two, SETTINGS)["categories"] == ()
