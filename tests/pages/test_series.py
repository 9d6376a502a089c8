from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bantin.content.hospital import Hospital
from bantin.model import EventDate, Name, Organization, Part, Participant, Photo, Registry
from bantin.pages import drafts
from bantin.theme.render import Renderer
from bantin.visibility import Reason
from pages.editions import SETTINGS, bulletin, edition, gallery, year

SERIES = {
    "tuyen": Name("Sơ kết công tác tuyến", "Review of work with local hospitals"),
    "hien-mau": Name("Ngày hội hiến máu", "Blood donation day"),
}
WITH_SERIES = replace(SETTINGS, series=SERIES)
OLD, NEW = "ttyt-huyen-thung-may", "ttyt-khu-vuc-thung-may"
REGISTRY = Registry(
    organizations=(
        Organization(OLD, "Trung tâm Y tế huyện Thung Mây", successor=NEW),
        Organization(NEW, "Trung tâm Y tế khu vực Thung Mây"),
    )
)


def shown(*bulletins, **values):
    return edition(bulletins, **{"settings": WITH_SERIES, "registry": REGISTRY} | values)


def held(number, *participants, id="", **values):
    """One edition of the series, each year on 10 July."""
    found = {"series": "tuyen", "participants": participants} | values
    return bulletin(id or f"{number}/so-ket", date(number, 7, 10), **found)


def from_(organization, id="", **values):
    return Participant("", organization=organization, organization_id=id, **values)


def pages(site, of="series/"):
    return {one.address: one for one in drafts(site) if one.address.startswith(of)}


def view(site, address="series/tuyen/"):
    return pages(site)[address].view


def table(site, address="series/tuyen/"):
    found = view(site, address)["table"]
    return {row.name.text: [cell.kind for cell in row.cells] for row in found.rows}


def test_editions_stand_side_by_side_newest_first():
    old, new = held(2024, place="Hội trường"), held(2026)
    galleries = {new.id: gallery(new.id, Photo("1"), Photo("2"))}
    first, second = view(shown(old, new, galleries=galleries))["editions"]
    assert (first.label, first.card.address, first.card.date) == (
        "2026",
        "news/2026/so-ket/",
        "Ngày 10 tháng 7 năm 2026",
    )
    assert first.card.picture is not None
    assert first.tally == ("2 ảnh",)
    assert (second.label, second.card.place, second.card.picture) == (
        "2024",
        "Hội trường",
        None,
    )


def test_the_head_says_how_often_and_since_when():
    found = pages(shown(held(2024), held(2025), held(2026)))
    assert found["series/tuyen/"].title == "Sơ kết công tác tuyến"
    assert found["series/tuyen/"].view["span"] == "3 kỳ, 2024–2026"
    assert pages(shown(held(2026)))["series/tuyen/"].view["span"] == "1 kỳ, 2026"


def test_announcement_and_report_are_one_edition_for_which_the_report_stands():
    told, ahead = held(2026, from_("Bệnh viện Bạch Mai")), held(2026, id="2026/moi-du")
    told = replace(told, published=told.published.replace(day=11))
    galleries = {ahead.id: gallery(ahead.id, Photo("1"))}
    (only,) = view(shown(told, ahead, galleries=galleries))["editions"]
    assert only.card.address == "news/2026/so-ket/"
    assert [one.address for one in only.others] == ["news/2026/moi-du/"]
    assert only.card.picture is not None, "the announcement's: the report has none"
    assert only.tally == ("1 ảnh", "nêu tên 1 đơn vị")


def test_two_editions_of_one_year_are_told_apart_by_their_dates():
    spring = held(2026, id="2026/b")
    spring = replace(spring, date=EventDate(date(2026, 3, 1), date(2026, 3, 2)))
    labels = [one.label for one in view(shown(held(2025), held(2026), spring))["editions"]]
    assert labels == ["10/07/2026", "1–2/3/2026", "2025"]


def test_an_edition_ahead_says_so():
    coming, past = view(shown(held(2026), held(2027)))["editions"]
    assert (coming.coming, past.coming) == (True, False)


def test_the_table_says_who_came_when():
    site = shown(
        held(2025, from_("Bệnh viện Bạch Mai"), from_("Sở Y tế tỉnh Thanh Vân")),
        held(2026, from_("BV Bạch Mai", part=Part.HOST)),
    )
    assert [one.text for one in view(site)["table"].columns] == ["2026", "2025"]
    assert table(site) == {
        "BV Bạch Mai": ["host", "there"],
        "Sở Y tế tỉnh Thanh Vân": ["absent", "there"],
    }


def test_who_is_silent_about_institutions_has_no_column():
    one = from_("Bệnh viện Bạch Mai")
    site = shown(held(2023, one), held(2024), held(2025, one), held(2027))
    assert [found.text for found in view(site)["table"].columns] == ["2025", "2023"]
    assert table(site) == {"Bệnh viện Bạch Mai": ["there", "there"]}
    assert view(shown(held(2025, one), held(2027)))["table"] is None


def test_old_and_new_names_share_a_line():
    site = shown(
        held(2024, from_("Trung tâm Y tế huyện Thung Mây", OLD)),
        held(2026, from_("TTYT khu vực Thung Mây", NEW)),
    )
    (row,) = view(site)["table"].rows
    assert row.name.text == "TTYT khu vực Thung Mây"
    assert row.name.address == f"organizations/{NEW}/"
    assert row.former == ("Trung tâm Y tế huyện Thung Mây",)
    assert [cell.kind for cell in row.cells] == ["there", "there"]


def test_the_own_hospital_leads_to_its_page_under_any_of_its_names():
    whole, short = "Bệnh viện Nhi Mây Trắng", "Nhi Mây Trắng"
    ours = Hospital(name=Name(whole, whole), short_name=Name(short, short))
    registry = Registry(organizations=(Organization("minh", whole),))
    site = shown(
        held(2025, from_(whole, "minh")),
        held(2026, from_(short, part=Part.HOST)),
        settings=replace(WITH_SERIES, hospital=ours),
        registry=registry,
    )
    (row,) = view(site)["table"].rows
    assert (row.name.text, row.name.address) == (short, "organizations/minh/")
    assert (row.former, [cell.kind for cell in row.cells]) == ((), ["host", "there"])


def test_a_hospital_without_a_page_has_a_line_without_a_link():
    whole = "Bệnh viện Nhi Mây Trắng"
    settings = replace(WITH_SERIES, hospital=Hospital(name=Name(whole, whole)))
    site = shown(held(2025, from_(whole)), held(2026, from_(whole)), settings=settings)
    (row,) = view(site)["table"].rows
    assert row.name.address == ""


@pytest.mark.parametrize(
    "several",
    [
        "12 bệnh viện tuyến quận huyện",
        "Các bệnh viện và trung tâm y tế trong tỉnh",
        "Một số trung tâm y tế",
        "Sở Y tế",
    ],
)
def test_names_that_mean_nobody_for_certain_stand_in_no_line(several):
    known = from_("Bệnh viện Bạch Mai")
    site = shown(held(2025, known), held(2026, known, from_(several)))
    assert list(table(site)) == ["Bệnh viện Bạch Mai"]


def test_those_who_came_most_often_come_first_then_the_dictionary():
    often, rare = (
        from_("Bệnh viện Việt Đức"),
        [
            from_(name)
            for name in ("Bệnh viện Đống Đa", "Bệnh viện Ăn Khê", "Bệnh viện Đan Phượng")
        ],
    )
    site = shown(held(2024, often), held(2025, often, *rare))
    assert list(table(site)) == [
        "Bệnh viện Việt Đức",
        "Bệnh viện Ăn Khê",
        "Bệnh viện Đan Phượng",
        "Bệnh viện Đống Đa",
    ]


def test_one_edition_is_not_compared_with_itself():
    assert view(shown(held(2026, from_("Bệnh viện Bạch Mai"))))["table"] is None


def crowd(number):
    """A hundred hospitals, each by a long name."""
    return held(
        number,
        *(from_(f"Bệnh viện Đa khoa khu vực {name} Sơn Dương Thượng") for name in NAMES),
        title="Hội nghị tập huấn cấp cứu nhi " * 6,
        place="Hội trường " * 10,
    )


NAMES = [f"{first}{second}" for first in "CDĐGHKLMNT" for second in
         ("an", "inh", "ạch", "ông", "ùng", "ượng", "ai", "ơn", "ân", "yên")]  # fmt: skip


def test_a_large_series_goes_on_over_pages_of_which_none_is_heavy():
    site = shown(*(crowd(number) for number in range(2000, 2026)))
    found = pages(site, "series/tuyen/")
    assert list(found) == ["series/tuyen/", *(f"series/tuyen/page/{n}/" for n in (2, 3, 4))]
    labels = [one.label for page in found.values() for one in page.view["editions"]]
    assert labels == [str(number) for number in range(2025, 1999, -1)]
    first = found["series/tuyen/"]
    assert len(first.view["table"].rows) == 80
    assert first.view["table"].more == "và 20 đơn vị nữa, có tên trong từng bản tin"
    assert (first.title, found["series/tuyen/page/2/"].title) == (
        "Sơ kết công tác tuyến",
        "Sơ kết công tác tuyến – Trang 2",
    )
    for page in found.values():
        assert len(Renderer(WITH_SERIES).render(page).encode()) < 150_000


def test_a_mark_is_a_word_for_who_cannot_see_it():
    site = shown(
        held(2025, from_("Bệnh viện Bạch Mai")),
        held(2026, from_("Sở Y tế tỉnh Thanh Vân", part=Part.HOST)),
    )
    html = Renderer(WITH_SERIES).render(pages(site)["series/tuyen/"])
    assert html.count("<span>có dự</span>") == 1
    assert html.count("<span>chủ nhà</span>") == 1
    assert html.count("<span>không có tên</span>") == 2
    assert html.count('<th scope="row">') == 2
    assert html.count('<th scope="col">') == 3


def test_all_series_stand_in_the_order_of_mkdocs_yml():
    found = view(shown(held(2024), held(2026)), "series/")["series"]
    assert [(one.heading.text, one.heading.address, one.heading.count) for one in found] == [
        ("Sơ kết công tác tuyến", "series/tuyen/", "2 kỳ, 2024–2026"),
        ("Ngày hội hiến máu", "series/hien-mau/", ""),
    ]
    assert (found[0].newest.address, found[1].newest) == ("news/2026/so-ket/", None)


def test_a_list_of_series_tells_last_from_next_and_shows_a_photo():
    held_one, ahead = held(2026), held(2027)
    galleries = {held_one.id: gallery(held_one.id, Photo("1"))}
    last = view(shown(held_one, galleries=galleries), "series/")["series"][0]
    assert last.said == "Kỳ gần nhất:"
    coming = view(shown(held_one, ahead, galleries=galleries), "series/")["series"][0]
    assert (coming.said, coming.newest.address) == ("Kỳ tới:", "news/2027/so-ket/")
    assert coming.newest.picture == last.newest.picture is not None


def test_a_series_without_bulletins_says_so_and_leads_to_the_other_language():
    site = shown(held(2026), bulletin("en/2026/a"))
    empty = pages(site, "en/series/")["en/series/tuyen/"]
    html = Renderer(WITH_SERIES).render(empty)
    assert "There are no bulletins in this series yet." in html
    assert empty.view["elsewhere"].address == "series/tuyen/"
    assert view(site, "series/hien-mau/")["elsewhere"] is None


def test_a_site_without_series_says_so():
    site = shown(bulletin(), settings=SETTINGS)
    assert "Chưa có chuỗi sự kiện nào." in Renderer(SETTINGS).render(pages(site)["series/"])


def test_series_lead_to_themselves_in_the_other_language():
    site = shown(held(2026), bulletin("en/2026/a"))
    for address in ("series/", "series/tuyen/", "series/hien-mau/"):
        there = pages(site)[address].translation
        assert (there.address, there.lang) == (f"en/{address}", "en")
        assert pages(site, "en/")[f"en/{address}"].translation.address == address
    assert pages(shown(held(2026)))["series/"].translation is None


def test_a_preview_marks_a_hidden_edition():
    draft = held(2026)
    site = shown(draft, preview=True, hidden={draft.id: Reason.DRAFT})
    (only,) = view(site)["editions"]
    assert "nháp" in only.card.mark


def test_an_edition_of_which_only_the_year_is_known_has_its_place():
    old = bulletin("2019/so-ket", year(2019), series="tuyen")
    assert [one.label for one in view(shown(old, held(2020), held(2018)))["editions"]] == [
        "2020",
        "2019",
        "2018",
    ]
