"""Who stands in people.yml by the name alone, and is named at one institution or several."""

from __future__ import annotations

import pytest

from bantin.pages.shelf import shelf
from edition.sites import MKDOCS, Site, rows

PEOPLE = "news/_registry/people.yml"
HOSPITAL = MKDOCS.replace(
    "      categories",
    "      hospital: {name: {vi: Bệnh viện Nhi X, en: X Hospital}}\n      categories",
)
OLD, NEW = "Trung tâm Y tế huyện Thung Mây", "Trung tâm Y tế khu vực Thung Mây"


@pytest.fixture
def site(site: Site) -> Site:
    site.write("mkdocs.yml", HOSPITAL)
    site.write(PEOPLE, "- id: mai\n  name: Lê Thị Mai\n")
    site.write(
        "news/_registry/organizations.yml",
        f"- {{id: cu, name: {OLD}, valid_to: 2025-06-30, successor: moi}}\n"
        f"- {{id: moi, name: {NEW}, valid_from: 2025-07-01}}\n",
    )
    return site


def listed(site: Site, id: str, said: str = "", **keys: str) -> None:
    site.bulletin(id, "Lời.", f"participants: [{{name: Lê Thị Mai{said}}}]", **keys)


def pages(site: Site) -> set[str]:
    """In which bulletins the registered one appears, on her page."""
    appearances = shelf(site.read()).directory.people["vi"].get("mai", ())
    return {one.bulletin.id for one in appearances}


@pytest.mark.parametrize(
    "places",
    [
        pytest.param(("", ", organization: Bệnh viện Nhi X"), id="own"),
        pytest.param(("", ", organization: Bệnh viện"), id="own-in-short"),
        pytest.param((", organization: BV Z", ", organization: Bệnh viện Z"), id="one"),
        pytest.param((f", organization: {OLD}", f", organization: {NEW}"), id="line"),
        pytest.param((", delegation: Đoàn công tác", ""), id="delegation-of-any-kind"),
    ],
)
def test_one_institution_is_one_person(site, places):
    first, second = places
    listed(site, "2025/a", first, date="2025-02-06")
    listed(site, "2026/b", second)
    assert pages(site) == {"2025/a", "2026/b"}
    assert site.read().problems == ()


@pytest.mark.parametrize(
    "other",
    [
        ", organization: Bệnh viện Khác Hẳn",
        f", organization: {NEW}",
        ", delegation: Bệnh viện Khác Hẳn",
    ],
)
def test_two_institutions_may_be_two_people(site, other):
    listed(site, "2026/a", ", role: Bác sĩ")
    listed(site, "2026/b", other)
    read = site.read()
    assert rows(read.problems) == [("registry-person-places", 1, PEOPLE)]
    assert read.problems[0].severity == "info"
    assert dict(read.problems[0].values)["second"] == "news/2026/b.md:4"
    assert pages(site) == set()
    ids = {one.person_id for bulletin in read.bulletins for one in bulletin.participants}
    assert ids == {""}, "nor is she found together with the other"


def test_captions_lead_to_nobody_either(site):
    listed(site, "2026/a")
    site.photos("2026/a", "1.jpg")
    site.bulletin(
        "2026/a", "Lời.", "participants: [Lê Thị Mai]", "captions: [Lê Thị Mai trao quà.]"
    )
    assert site.read().named["2026/a"].photos == {1: {"mai"}}
    listed(site, "2026/b", ", organization: Bệnh viện Khác Hẳn")
    assert "2026/a" not in site.read().named


def test_posts_tell_them_apart(site):
    site.write(PEOPLE, "- {id: mai, name: Lê Thị Mai, posts: [{role: Bác sĩ}]}\n")
    listed(site, "2026/a")
    listed(site, "2026/b", ", organization: Bệnh viện Khác Hẳn")
    assert pages(site) == {"2026/a"}
    assert site.read().problems == ()


def test_what_nobody_sees_tells_nothing(site):
    listed(site, "2026/a")
    listed(site, "2026/b", ", organization: Bệnh viện Khác Hẳn", status="draft")
    assert pages(site) == {"2026/a"}


def test_a_translation_names_the_same_person_in_its_own_words(site):
    listed(site, "2026/a", f", organization: {NEW}")
    listed(site, "en/2026/a", ", organization: Y Medical Centre", translation_of="2026/a")
    assert pages(site) == {"2026/a"}
    listed(site, "en/2026/b", ", organization: Y Medical Centre")
    assert pages(site) == set()
