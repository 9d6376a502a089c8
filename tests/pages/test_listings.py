from __future__ import annotations

import pytest

from bantin.model import People, Photo
from bantin.pages import drafts
from bantin.visibility import Reason
from pages.editions import bulletin, edition, gallery, many, picture, year


def index(shown):
    return [draft for draft in drafts(shown) if draft.address in indexed(shown)]


def indexed(shown):
    pages = -(-len(shown.bulletins) // 12) or 1
    return {"news/", *(f"news/page/{n}/" for n in range(2, pages + 2))}


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        pytest.param(0, [0], id="none"),
        pytest.param(1, [1], id="one"),
        pytest.param(12, [12], id="a-page-full"),
        pytest.param(13, [12, 1], id="one-too-many"),
        pytest.param(25, [12, 12, 1], id="three-pages"),
    ],
)
def test_twelve_bulletins_a_page(count, sizes):
    pages = index(edition(many(count)))
    assert [len(page.view["listing"].cards) for page in pages] == sizes


def test_one_page_needs_no_pagination():
    (page,) = index(edition(many(12)))
    assert (page.view["listing"].pagination, page.previous, page.next) == (None, "", "")


def test_the_newest_comes_first_and_none_is_lost():
    pages = index(edition(many(25)))
    shown = [card.address for page in pages for card in page.view["listing"].cards]
    assert shown == [f"news/2026/b{number}/" for number in range(25)]


def test_pages_lead_to_their_neighbours():
    first, second, third = index(edition(many(25)))
    assert (first.previous, first.next) == ("", "news/page/2/")
    assert (second.previous, second.next) == ("news/", "news/page/3/")
    assert (third.previous, third.next) == ("news/page/2/", "")


def test_each_page_has_a_title_of_its_own():
    assert [page.title for page in index(edition(many(13)))] == ["Tin tức", "Tin tức – Trang 2"]


def test_the_head_tells_how_many_there_are_and_where_one_is():
    (only,) = index(edition(many(12)))
    assert (only.view["listing"].count, only.view["listing"].page) == ("12 bản tin", "")
    second = index(edition(many(1200)))[12]
    assert second.address == "news/page/2/"
    assert second.view["listing"].count == "1.200 bản tin"
    assert second.view["listing"].page == "Trang 2 trên 100"


@pytest.mark.parametrize(
    ("pages", "current", "numbers"),
    [
        pytest.param(3, 1, "[1] 2 3", id="few"),
        pytest.param(20, 1, "[1] 2 3 … 20", id="first-of-many"),
        pytest.param(20, 10, "1 … 8 9 [10] 11 12 … 20", id="middle"),
        pytest.param(20, 4, "1 2 3 [4] 5 6 … 20", id="no-gap-of-nothing"),
        pytest.param(20, 20, "1 … 18 19 [20]", id="last"),
    ],
)
def test_far_pages_are_left_out_of_the_numbers(pages, current, numbers):
    shown = edition(many(12 * pages))
    page = next(
        draft
        for draft in index(shown)
        if draft.address == ("news/" if current == 1 else f"news/page/{current}/")
    )
    found = page.view["listing"].pagination.numbers
    printed = [f"[{number.text}]" if number.current else number.text for number in found]
    assert " ".join(printed) == numbers
    assert all(number.address for number in found if number.text != "…")


def test_a_card_says_what_the_bulletin_is():
    one = bulletin(summary="Tóm tắt", category="hop-tac")
    shown = edition([one], galleries={one.id: gallery(one.id, Photo("1"), Photo("2"))})
    card = index(shown)[0].view["listing"].cards[0]
    assert (card.title, card.date, card.date_iso) == (
        "Bản tin 2026/a",
        "Ngày 6 tháng 2 năm 2026",
        "2026-02-06",
    )
    assert (card.date_short, card.block.large, card.block.small) == (
        "06/02/2026",
        "6",
        "tháng 2, 2026",
    )
    assert (card.summary, card.kicker.text, card.photo_count, card.mark) == (
        "Tóm tắt",
        "Hợp tác – Đào tạo",
        "2 ảnh",
        "",
    )


@pytest.mark.parametrize(
    ("width", "addresses"),
    [
        pytest.param(1800, ["x.480.key.avif", "x.960.key.avif"], id="never-the-largest"),
        pytest.param(300, ["x.300.key.avif"], id="small-original"),
    ],
)
def test_a_card_without_a_cut_cover_shows_small_renditions(width, addresses):
    one = bulletin()
    (photo,) = gallery(one.id, Photo("1"))
    photo = type(photo)(1, photo.photo, picture("x", width, width))
    shown = edition([one], galleries={one.id: (photo,)})
    shown_one = index(shown)[0].view["listing"].cards[0].picture
    assert [source.address for source in shown_one.files.sources] == addresses


def test_a_card_shows_the_first_photo_without_a_child_or_patient():
    child, patient = Photo("1", people=People.CHILD), Photo("2", people=People.PATIENT)
    photos = gallery("2026/a", child, patient, Photo("3"))
    for gallery_of, expected in ((photos, ["03"]), (photos[:2], [])):
        shown = edition([bulletin()], galleries={"2026/a": gallery_of})
        picture_of = index(shown)[0].view["listing"].cards[0].picture
        sources = picture_of.files.plain if picture_of else ()
        assert [one.address.rsplit("/", 1)[-1][:2] for one in sources[:1]] == expected


def test_a_card_without_photos_has_no_picture():
    assert index(edition([bulletin()]))[0].view["listing"].cards[0].picture is None


def test_a_preview_marks_hidden_bulletins_in_lists():
    shown = edition([bulletin()], preview=True, hidden={"2026/a": Reason.DRAFT})
    assert "nháp" in index(shown)[0].view["listing"].cards[0].mark


@pytest.mark.parametrize("bulletins", [[], [bulletin("2019/a", year(2019))]])
def test_the_list_leads_to_every_other_list_also_while_nothing_is_there(bulletins):
    there = {draft.address for draft in drafts(edition(bulletins))}
    found = index(edition(bulletins))[0].view["listing"].lists
    assert [way.address for way in found] == [
        *("people/", "organizations/", "tags/", "series/", "photos/", "events/")
    ]
    assert {way.address for way in found} <= there
    assert all(way.text and not way.count for way in found)


def test_a_list_of_names_tells_how_many_it_has():
    found = index(edition([bulletin(tags=("đào tạo", "sơ sinh"))]))[0].view["listing"].lists
    assert [way.count for way in found if way.text == "Từ khóa"] == ["2 từ khóa"]


def test_the_list_leads_to_itself_in_the_other_language():
    shown = edition([*many(13), bulletin("en/2026/a")])
    by_address = {draft.address: draft for draft in drafts(shown)}
    assert by_address["news/"].translation.address == "en/news/"
    assert by_address["en/news/"].translation.address == "news/"
    assert by_address["news/page/2/"].translation is None


def test_the_list_leads_to_every_category_also_to_empty_ones():
    listing = index(edition([bulletin(category="hop-tac")]))[0].view["listing"]
    found = [(one.text, one.address, one.count) for one in listing.categories]
    assert found == [
        ("Hợp tác – Đào tạo", "categories/hop-tac/", "1 bản tin"),
        ("Hội nghị", "categories/hoi-nghi/", ""),
    ]
