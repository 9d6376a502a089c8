from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bantin.model import Attachment, Correction, Name, Part, Participant
from bantin.pages import drafts
from pages.editions import SETTINGS, bulletin, edition

SERIES = replace(SETTINGS, series={"so-ket": Name("Sơ kết", "Review")})


def view(shown, id="2026/a"):
    return next(draft for draft in drafts(shown) if draft.address == f"news/{id}/").view


def facts(shown, id="2026/a"):
    """Kind -> the fact."""
    found = view(shown, id)["facts"]
    return {fact.kind: fact for fact in found.facts} if found else {}


def texts(fact):
    return [value.text for value in fact.values]


def named(fact):
    """People as the box prints them."""
    return [
        ("".join(title.joint + title.text for title in one.titles), one.name)
        for one in fact.people
    ]


def of_people(*participants):
    return facts(edition([bulletin(participants=participants)]))


def yearly(*years, id="{}/a", **values):
    made = (
        bulletin(id.format(year), date(year, 7, 10), series="so-ket", **values)
        for year in years
    )
    return edition(made, settings=SERIES)


def test_a_box_that_would_only_repeat_the_date_is_left_out():
    assert view(edition([bulletin()]))["facts"] is None


def test_the_box_says_when_where_and_under_what():
    found = facts(edition([bulletin(place="Hội trường", category="hop-tac")]))
    assert list(found) == ["when", "where", "category"]
    assert texts(found["when"]) == ["Thứ Sáu, ngày 6 tháng 2 năm 2026"]
    assert found["category"].values[0].address == "categories/hop-tac/"


def test_what_came_of_it_stands_below_the_text_alone():
    shown = edition([bulletin(place="B", outcomes=("Ký kết",))])
    assert list(facts(shown)) == ["when", "where"]
    assert view(shown)["outcomes"] == ("Ký kết",)


@pytest.mark.parametrize(
    ("values", "brief"),
    [
        pytest.param({"place": "B", "category": "hop-tac"}, True, id="all-of-it-elsewhere"),
        pytest.param({"participants": (Participant("A", part=Part.CHAIR),)}, False, id="chair"),
        pytest.param({"attachments": (Attachment("a.pdf", "A"),)}, False, id="document"),
    ],
)
def test_the_box_is_brief_when_the_page_says_all_of_it(values, brief):
    assert view(edition([bulletin(**values)]))["facts"].brief == brief


def test_hosts_stand_first_and_no_institution_twice():
    found = of_people(
        Participant("A", organization="Sở Y tế"),
        Participant("B", organization="Bệnh viện", part=Part.HOST),
        Participant("C", organization="sở  y tế"),
        Participant("D", organization="bệnh viện"),
        Participant("", organization="12 bệnh viện"),
    )
    kinds = [kind for kind in found if kind in ("hosts", "organizations")]
    assert kinds == ["hosts", "organizations"]
    assert texts(found["hosts"]) == ["Bệnh viện"]
    assert texts(found["organizations"]) == ["Sở Y tế", "12 bệnh viện"]
    assert found["organizations"].more == ""


def test_a_delegation_stands_for_those_who_belong_to_it():
    found = of_people(
        Participant("A", organization="Bệnh viện A", delegation="Đoàn Bệnh viện A"),
        Participant("B", organization="Trường B", delegation="Bộ Y tế"),
        Participant("C", organization="Bệnh viện A"),
        Participant("D", organization="Sở Y tế"),
        Participant("E", organization="Bệnh viện A", delegation="Đoàn Bệnh viện A"),
    )["organizations"]
    assert texts(found) == ["Đoàn Bệnh viện A", "Đoàn: Bộ Y tế", "Sở Y tế"]


@pytest.mark.parametrize(
    ("count", "shown", "more"),
    [
        pytest.param(6, 6, "", id="all"),
        pytest.param(7, 6, "và 1 đơn vị khác", id="one-more"),
        pytest.param(60, 6, "và 54 đơn vị khác", id="many-more"),
    ],
)
def test_a_long_list_of_organizations_is_cut(count, shown, more):
    people = (Participant(f"A{n}", organization=f"Đơn vị {n}") for n in range(count))
    found = of_people(*people)["organizations"]
    assert (len(found.values), found.more) == (shown, more)


def test_chairs_and_speakers_have_their_titles():
    found = of_people(
        Participant("An", ("ThS", "TTƯT"), part=Part.CHAIR),
        Participant("Bình", part=Part.SPEAKER),
        Participant("Chi", part=Part.MEMBER),
    )
    assert named(found["chairs"]) == [("TTƯT, ThS", "An")]
    assert named(found["speakers"]) == [("", "Bình")]


def test_a_body_that_takes_the_chair_is_named_without_titles():
    body = Participant("", ("ThS",), organization="Sở Y tế", part=Part.CHAIR)
    assert named(of_people(body)["chairs"]) == [("", "Sở Y tế")]


@pytest.mark.parametrize(
    ("count", "more"),
    [
        pytest.param(4, "", id="all"),
        pytest.param(5, "và 1 người khác", id="one-more"),
        pytest.param(40, "và 36 người khác", id="many-more"),
    ],
)
def test_a_long_list_of_speakers_is_cut(count, more):
    found = of_people(*(Participant(f"A{n}", part=Part.SPEAKER) for n in range(count)))
    assert (len(found["speakers"].people), found["speakers"].more) == (4, more)


@pytest.mark.parametrize(
    ("here", "years"),
    [
        pytest.param(2023, ["2021", "2022", "2023", "2024", "2025"], id="middle"),
        pytest.param(2019, ["2019", "2020", "2021"], id="first"),
        pytest.param(2026, ["2024", "2025", "2026"], id="last"),
    ],
)
def test_a_series_names_the_editions_around_this_one(here, years):
    found = facts(yearly(*range(2019, 2027)), f"{here}/a")["series"]
    assert texts(found) == ["Sơ kết"]
    assert [link.text for link in found.beside] == years
    led = {link.text: link.address for link in found.beside}
    assert led.pop(str(here)) == ""
    assert all(address == f"news/{year}/a/" for year, address in led.items())


def test_two_editions_in_one_year_are_told_apart():
    spring = bulletin("2026/a", date(2026, 2, 6), series="so-ket")
    autumn = bulletin("2026/b", date(2026, 9, 6), series="so-ket")
    found = facts(edition([spring, autumn], settings=SERIES))["series"]
    assert [link.text for link in found.beside] == ["06/02/2026", "06/09/2026"]


def test_the_only_edition_has_no_others():
    found = facts(yearly(2026))["series"]
    assert (texts(found), found.beside) == (["Sơ kết"], ())


def test_a_series_does_not_cross_languages():
    english = bulletin("en/2026/a", series="so-ket")
    vietnamese = bulletin("2026/a", series="so-ket")
    found = facts(edition([english, vietnamese], settings=SERIES), "en/2026/a")["series"]
    assert (texts(found), found.beside) == (["Review"], ())


def test_a_page_is_the_same_among_few_editions_and_many():
    few, many = yearly(*range(2010, 2017)), yearly(*range(1960, 2027))
    assert view(few, "2013/a") == view(many, "2013/a")


@pytest.mark.parametrize(
    ("file", "size", "lang", "said"),
    [
        pytest.param("a.pdf", 83_400, "vi", "PDF, 84\u00a0kB", id="kilobytes"),
        pytest.param("a.docx", 5, "vi", "DOCX, 1\u00a0kB", id="never-nothing"),
        pytest.param("a.xlsx", 1_234_567, "vi", "XLSX, 1,2\u00a0MB", id="megabytes"),
        pytest.param("a.PDF", 1_234_567, "en", "PDF, 1.2\u00a0MB", id="english"),
        pytest.param("a.pdf", 0, "vi", "PDF", id="unknown"),
    ],
)
def test_a_document_says_what_it_is_before_it_is_fetched(file, size, lang, said):
    id = "en/2026/a" if lang == "en" else "2026/a"
    sizes = {f"news/{id}/{file}": size}
    one = bulletin(id, attachments=(Attachment(file, "Kế hoạch"),))
    (found,) = view(edition([one], document_sizes=sizes), id)["attachments"]
    assert (found.text, found.count) == ("Kế hoạch", said)


def test_the_last_correction_is_told_at_the_top():
    corrections = (Correction(date(2026, 3, 9), "b"), Correction(date(2026, 2, 9), "a"))
    found = view(edition([bulletin(corrections=corrections)]))
    assert found["corrected"] == "Đã đính chính ngày 9 tháng 3 năm 2026"
    assert [one.note for one in found["corrections"]] == ["b", "a"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        pytest.param(date(2026, 11, 22), "Cần biết", id="today"),
        pytest.param(date(2026, 11, 21), "", id="over"),
        pytest.param(None, "", id="never"),
    ],
)
def test_a_notice_says_that_it_is_one_as_long_as_it_is_pinned(day, said):
    assert view(edition([bulletin(pinned_until=day)]))["pinned"] == said


def test_only_a_preview_says_until_when_a_notice_is_pinned():
    shown = edition([bulletin(pinned_until=date(2026, 11, 22))], preview=True)
    assert view(shown)["pinned"] == "Cần biết (ghim đến hết ngày 22 tháng 11 năm 2026)"


def parties(*participants):
    found = view(edition([bulletin(participants=participants)]))["participants"]
    return [(party.heading, [one.name for one in party.people]) for party in found]


def test_many_people_are_listed_by_delegation_and_part():
    guests = [Participant(f"G{n}", delegation="Đoàn Sở Y tế") for n in range(3)]
    hosts = [Participant(f"H{n}", part=Part.HOST) for n in range(3)]
    assert parties(hosts[0], Participant("X"), *guests, *hosts[1:]) == [
        ("Đơn vị chủ nhà", ["H0", "H1", "H2"]),
        ("Đoàn Sở Y tế", ["G0", "G1", "G2"]),
        ("Cùng tham dự", ["X"]),
    ]


@pytest.mark.parametrize(
    "people",
    [
        pytest.param([Participant(f"A{n}", part=Part.HOST) for n in range(5)], id="few"),
        pytest.param([Participant(f"A{n}") for n in range(60)], id="nothing-to-tell-apart"),
        pytest.param([Participant(f"A{n}", delegation=f"{n}") for n in range(9)], id="alone"),
    ],
)
def test_a_list_that_grouping_would_not_help_is_one(people):
    assert parties(*people) == [("", [one.name for one in people])]


def test_what_a_heading_says_is_not_said_again():
    people = [Participant(f"A{n}", part=Part.SPEAKER, delegation="Đoàn A") for n in range(6)]
    found = view(edition([bulletin(participants=tuple(people))]))["participants"]
    assert {one.notes for party in found for one in party.people} == {("Báo cáo viên",)}
