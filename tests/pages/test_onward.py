"""Where a bulletin's page leads: its series, who took part, its tags, other sites, paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from bantin.edition import Body
from bantin.model import (
    EventDate,
    Name,
    Organization,
    Part,
    Participant,
    Person,
    Precision,
    Registry,
    Status,
)
from bantin.pages import drafts
from bantin.visibility import Reason
from pages.editions import SETTINGS, ZONE, bulletin, edition, year

SERIES = replace(SETTINGS, series={"so-ket": Name("Sơ kết", "Review")})
SITE = replace(SETTINGS, site_url="https://tin.example.org/")
REGISTRY = Registry(
    people=(Person("trong", "Phan Kim Trọng"),),
    organizations=(
        Organization("cu", "Trung tâm Y tế huyện A", successor="moi"),
        Organization("moi", "Trung tâm Y tế khu vực A"),
    ),
)
TRONG = Participant(
    "Phan Kim Trọng",
    ("BSCKII",),
    "Giám đốc",
    "Trung tâm Y tế huyện A",
    person_id="trong",
    organization_id="cu",
)
PERSON, ORGANIZATION = "people/trong/", "organizations/moi/"


def page(shown, id="2026/a"):
    return next(draft for draft in drafts(shown) if draft.address == f"news/{id}/")


def view(shown, id="2026/a"):
    return page(shown, id).view


def steps(shown, id):
    found = view(shown, id)["series"]
    return [(one.label, one.address) for one in found.steps] if found else None


def yearly(*years):
    return [bulletin(f"{one}/a", date(one, 7, 10), series="so-ket") for one in years]


def test_the_series_leads_to_the_editions_before_and_after():
    shown = edition(yearly(2023, 2024, 2025), settings=SERIES)
    assert steps(shown, "2024/a") == [
        ("Kỳ trước (10/07/2023)", "news/2023/a/"),
        ("Kỳ sau (10/07/2025)", "news/2025/a/"),
    ]
    assert [label for label, _ in steps(shown, "2023/a")] == ["Kỳ sau (10/07/2024)"]
    assert [label for label, _ in steps(shown, "2025/a")] == ["Kỳ trước (10/07/2024)"]
    box = view(shown, "2024/a")["series"]
    assert (box.name, box.address) == ("Sơ kết", "series/so-ket/")


def test_announcement_and_report_are_one_edition():
    first, last = yearly(2024, 2026)
    day = date(2025, 7, 10)
    ahead = datetime(2025, 6, 1, tzinfo=ZONE)
    announced = bulletin("2025/moi", day, published=ahead, series="so-ket")
    report = bulletin("2025/a", day, series="so-ket")
    shown = edition([first, announced, report, last], settings=SERIES)
    assert [address for _, address in steps(shown, "2024/a")] == ["news/2025/a/"]
    assert [address for _, address in steps(shown, "2026/a")] == ["news/2025/a/"]
    ways = ["news/2024/a/", "news/2026/a/"]
    assert [address for _, address in steps(shown, "2025/moi")] == ways
    assert [address for _, address in steps(shown, "2025/a")] == ways


@pytest.mark.parametrize(
    "bulletins",
    [
        pytest.param(yearly(2026), id="the-only-edition"),
        pytest.param([replace(one, series="khac") for one in yearly(2025, 2026)], id="unknown"),
        pytest.param([replace(one, series="") for one in yearly(2025, 2026)], id="none"),
    ],
)
def test_without_another_edition_there_is_no_box(bulletins):
    assert steps(edition(bulletins, settings=SERIES), "2026/a") is None


def test_an_edition_that_readers_do_not_see_is_marked_in_a_preview():
    first, last = yearly(2025, 2026)
    draft = replace(last, status=Status.DRAFT)
    hidden = {"2026/a": Reason.DRAFT}
    shown = edition([first, draft], settings=SERIES, preview=True, hidden=hidden)
    (step,) = view(shown, "2025/a")["series"].steps
    assert "nháp" in step.mark


def test_the_name_of_the_series_in_the_box_leads_to_all_editions():
    shown = edition(yearly(2026), settings=SERIES)
    (fact,) = (one for one in view(shown, "2026/a")["facts"].facts if one.kind == "series")
    assert [link.address for link in fact.values] == ["series/so-ket/"]


def took_part(*participants, **values):
    shown = edition([bulletin(participants=participants)], registry=REGISTRY, **values)
    return view(shown)


def test_who_took_part_leads_to_their_page_and_that_of_their_institution():
    (party,) = took_part(TRONG)["participants"]
    (person,) = party.people
    assert (person.address, person.organization_address) == (PERSON, ORGANIZATION)


def test_an_institution_that_is_listed_by_itself_leads_to_its_page():
    body = Participant("", organization="TTYT huyện A", organization_id="cu")
    ((person,),) = (party.people for party in took_part(body)["participants"])
    assert (person.name, person.address) == ("TTYT huyện A", ORGANIZATION)


def test_a_post_in_the_place_of_a_name_leads_nowhere():
    post = Participant("", role="Đại diện", organization="Sở", organization_id="cu")
    ((person,),) = (party.people for party in took_part(post)["participants"])
    assert (person.name, person.address) == ("Đại diện", "")
    assert person.organization_address == ORGANIZATION


def test_whom_the_registry_does_not_know_leads_nowhere():
    ((person,),) = (
        party.people for party in took_part(replace(TRONG, person_id=""))["participants"]
    )
    assert person.address == ""


def test_the_box_leads_to_those_whom_it_names():
    chair = replace(TRONG, part=Part.CHAIR)
    host = Participant("", organization="TTYT", organization_id="moi", part=Part.HOST)
    found = {fact.kind: fact for fact in took_part(chair, host)["facts"].facts}
    assert [one.address for one in found["chairs"].people] == [PERSON]
    assert [one.address for one in found["hosts"].values] == [ORGANIZATION]
    assert [one.address for one in found["organizations"].values] == [ORGANIZATION]


def test_a_delegation_leads_to_the_institution_that_it_is_named_after():
    own = replace(TRONG, delegation="Đoàn Trung tâm Y tế huyện A")
    other = replace(TRONG, delegation="Đoàn công tác của tỉnh")
    shown = took_part(own, other)["facts"].facts
    (fact,) = (one for one in shown if one.kind == "organizations")
    assert [link.address for link in fact.values] == [ORGANIZATION, ""]


def test_tags_lead_to_their_lists():
    found = view(edition([bulletin(tags=("Chỉ đạo tuyến",))]))["tags"]
    assert [(tag.text, tag.address) for tag in found] == [
        ("Chỉ đạo tuyến", "tags/chi-dao-tuyen/")
    ]


def test_a_bulletin_is_passed_on_by_plain_links():
    shown = edition([bulletin(title="Ký kết & “hợp tác” 100%?")], settings=SITE)
    found = view(shown)["sharing"]
    url = "https://tin.example.org/news/2026/a/"
    assert found.url == url
    facebook, mail = urlsplit(found.facebook), urlsplit(found.mail)
    assert facebook.hostname == "www.facebook.com"
    assert parse_qs(facebook.query) == {"u": [url]}
    assert (mail.scheme, mail.path) == ("mailto", "")
    assert parse_qs(mail.query) == {"subject": ["Ký kết & “hợp tác” 100%?"], "body": [url]}
    assert "+" not in mail.query  # mail programs would print it
    assert "share" in page(shown).scripts


def test_without_an_address_of_the_site_nothing_is_offered():
    shown = edition([bulletin()])
    assert view(shown)["sharing"] is None
    assert "share" not in page(shown).scripts


def test_what_readers_cannot_open_is_not_passed_on():
    hidden = {"2026/a": Reason.DRAFT}
    shown = edition([bulletin()], settings=SITE, preview=True, hidden=hidden)
    assert view(shown)["sharing"] is None


BODY = (
    '<p><a href="../../2024/b/#x">một</a> <a href="https://example.org/">hai</a> '
    '<a href="#muc">ba</a> <a href="../../../lien%20h%E1%BB%87/?a=1&amp;b=2">bốn</a> '
    '<a href="mailto:a@example.org">năm</a></p>'
)


def test_paper_is_told_where_links_to_other_pages_lead():
    shown = edition([bulletin()], bodies={"2026/a": Body((BODY,))}, settings=SITE)
    before = str(view(shown)["before"])
    assert before.count("data-address") == 2
    assert 'data-address="https://tin.example.org/news/2024/b/#x">một' in before
    assert 'data-address="https://tin.example.org/lien hệ/?a=1&amp;b=2">bốn' in before


def test_without_an_address_of_the_site_a_text_stays_as_it_is():
    shown = edition([bulletin()], bodies={"2026/a": Body((BODY,))})
    assert view(shown)["before"] == BODY


def old(day, after=3, **values):
    shown = edition([bulletin(day=day, **values)], settings=replace(SETTINGS, old_after=after))
    return view(shown)["old"]


@pytest.mark.parametrize(
    ("day", "after", "told"),
    [
        pytest.param(date(2023, 11, 22), 3, True, id="to-the-day"),
        pytest.param(date(2023, 11, 23), 3, False, id="a-day-less"),
        pytest.param(date(2019, 1, 1), 3, True, id="long-ago"),
        pytest.param(date(2019, 1, 1), 0, False, id="never"),
        pytest.param(date(2019, 1, 1), 8, False, id="not-yet"),
        pytest.param(date(2027, 1, 1), 1, False, id="to-come"),
        pytest.param(year(2023), 3, False, id="a-year-ends-with-its-last-day"),
        pytest.param(
            EventDate(date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH), 3, True, id="month"
        ),
    ],
)
def test_old_news_say_so(day, after, told):
    assert bool(old(day, after)) is told


def test_old_news_say_from_which_year_they_are():
    assert "năm 2019" in old(date(2019, 5, 1))


def test_what_was_written_later_is_as_old_as_its_writing():
    published = datetime(2025, 1, 1, tzinfo=ZONE)
    assert old(date(1995, 5, 1), published=published) == ""
