"""The photo library: which photos, in which lists, and where each leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bantin.model import People, Photo
from bantin.pages.lists import library
from bantin.pages.shelf import shelf
from bantin.pictures import MarkedFile
from bantin.visibility import Reason
from pages.editions import bulletin, edition, gallery, many, year


def library_of(bulletins, photos=3, galleries=None, **values):
    """Address -> draft, of an edition in which each bulletin has so many photos."""
    found = {one.id: gallery(one.id, *[Photo("x")] * photos) for one in bulletins}
    edited = edition(bulletins, galleries=found | (galleries or {}), **values)
    return {draft.address: draft for draft in library.drafts(shelf(edited))}


def spreads(draft):
    return [spread for group in draft.view["library"].groups for spread in group.spreads]


def ids(draft):
    return [spread.address.split("/")[-2] for spread in spreads(draft)]


def places(spread):
    return [tile.address.partition("#")[2] for tile in spread.tiles]


def of_photos(*photos, **values):
    """The one bulletin of a library, with these photos."""
    found = {"2026/a": gallery("2026/a", *photos)}
    (spread,) = spreads(library_of([bulletin()], galleries=found, **values)["photos/"])
    return spread


def test_newest_first_under_the_years_in_which_the_lists_have_them():
    shown = library_of(
        [*many(3), bulletin("2019/old", year(2019)), bulletin("2025/b", date(2025, 1, 2))]
    )
    groups = shown["photos/"].view["library"].groups
    assert [group.heading.text for group in groups] == ["2026", "2025", "2019"]
    assert [group.heading.address for group in groups] == [
        f"photos/{number}/" for number in (2026, 2025, 2019)
    ]
    assert ids(shown["photos/"]) == ["b0", "b1", "b2", "b", "old"]


def test_twelve_bulletins_to_a_page_and_every_one_on_some_page():
    shown = library_of(many(30))
    listed = [shown[f"photos/{rest}"] for rest in ("", "page/2/", "page/3/")]
    assert [len(ids(draft)) for draft in listed] == [12, 12, 6]
    assert len({one for draft in listed for one in ids(draft)}) == 30
    assert {draft.view["library"].count for draft in listed} == {"30 bộ ảnh"}
    assert (listed[1].previous, listed[1].next) == ("photos/", "photos/page/3/")
    assert len({draft.title for draft in listed}) == 3


def test_only_a_list_of_several_pages_needs_the_script():
    shown = library_of([*many(13), bulletin("2019/old", year(2019))])
    assert shown["photos/"].scripts == ("library",)
    assert shown["photos/2019/"].scripts == ()


def test_a_year_and_a_category_have_lists_of_their_own():
    found = [
        *many(2, category="hop-tac"),
        bulletin("2025/b", date(2025, 1, 2), category="hoi-nghi"),
        bulletin("2025/c", date(2025, 1, 1), category="hop-tac"),
    ]
    shown = library_of(found)
    assert ids(shown["photos/2025/"]) == ["b", "c"]
    assert ids(shown["photos/categories/hop-tac/"]) == ["b0", "b1", "c"]
    assert shown["photos/2025/"].view["library"].count == "2 bộ ảnh"
    assert [link.address for link in shown["photos/2025/"].view["library"].crumbs] == [
        "",
        "photos/",
    ]


def test_lists_without_photos_are_not_there():
    text = bulletin("2019/text", year(2019), category="hoi-nghi")
    shown = library_of([*many(1), text], galleries={"2019/text": ()})
    assert sorted(shown) == ["photos/", "photos/2026/"]


def test_the_ways_lead_to_every_list_and_say_which_this_is():
    found = [
        *many(1, category="hop-tac"),
        bulletin("2025/b", date(2025, 1, 2), category="hoi-nghi"),
    ]
    shown = library_of(found)
    for address, draft in shown.items():
        view = draft.view["library"]
        ways = [*view.categories, *view.years]
        assert sorted(way.link.address for way in ways) == sorted(shown)
        assert [way.link.address for way in ways if way.chosen] == [address]
    assert [way.link.text for way in view.categories] == [
        "Tất cả ảnh",
        "Hợp tác – Đào tạo",
        "Hội nghị",
    ]


def test_an_empty_library_has_a_page_that_says_so():
    shown = library_of([], photos=0)
    assert list(shown) == ["photos/"]
    view = shown["photos/"].view["library"]
    assert (view.groups, view.count, view.first, view.years) == ((), "", None, ())


def test_the_cover_leads_and_the_others_follow():
    photos = [Photo("1"), Photo("2"), Photo("3", cover=True), Photo("4")]
    assert places(of_photos(*photos)) == ["anh-3", "anh-1", "anh-2", "anh-4"]


@pytest.mark.parametrize(
    ("photos", "shown", "more"),
    [
        pytest.param(1, 1, None, id="one"),
        pytest.param(5, 5, None, id="as-many-as-fit"),
        pytest.param(6, 5, ("Xem cả 6 ảnh", "news/2026/a/#all_photos"), id="more"),
    ],
)
def test_five_photos_and_the_way_to_all(photos, shown, more):
    spread = of_photos(*[Photo("x")] * photos)
    assert len(spread.tiles) == shown
    assert (spread.more and (spread.more.text, spread.more.address)) == more


def test_patients_and_children_stay_in_their_bulletin():
    spread = of_photos(
        Photo("1", cover=True, people=People.CHILD),
        Photo("2", people=People.PATIENT),
        Photo("3", people=People.STAFF),
    )
    assert places(spread) == ["anh-3"]
    assert spread.more.text == "Xem cả 3 ảnh"


def test_a_bulletin_with_nothing_but_such_photos_is_not_there():
    found = {"2026/a": gallery("2026/a", Photo("1", people=People.CHILD))}
    shown = library_of([bulletin()], galleries=found)
    assert list(shown) == ["photos/"]
    assert not ids(shown["photos/"])


def test_what_another_bulletin_says_of_the_same_file_counts():
    photos = gallery("2026/a", Photo("1"), Photo("2"))
    original = photos[0].picture.original._replace(digest="1" * 64)
    child = replace(photos[0], picture=photos[0].picture._replace(original=original))
    marked = {"1" * 64: MarkedFile("images/2026/c/1.jpg", "people, consent")}
    found = {"2026/a": (child, photos[1])}
    (spread,) = spreads(library_of([bulletin()], galleries=found, marked=marked)["photos/"])
    assert places(spread) == ["anh-2"]


def test_a_preview_shows_no_photo_of_what_readers_do_not_see():
    shown = library_of(many(3), preview=True, hidden={"2026/b1": Reason.DRAFT})
    assert ids(shown["photos/"]) == ["b0", "b2"]
    assert shown["photos/"].view["library"].count == "2 bộ ảnh"


def test_a_photo_is_called_by_what_is_to_be_seen_else_by_its_bulletin():
    spread = of_photos(
        Photo("1", "*Ký* kết", alt="Hai người"), Photo("2", "*Ký* kết"), Photo("3")
    )
    assert [tile.alt for tile in spread.tiles] == [
        "Hai người",
        "Ký kết",
        "Ảnh 3: Bản tin 2026/a",
    ]


def test_only_the_first_photo_may_be_large_and_a_phone_gets_the_smallest_of_each():
    first, *others = of_photos(*[Photo("x")] * 5).tiles
    assert [first.picture.files.sources[at].width for at in (0, -1)] == [480, 960]
    for tile in others:
        assert [one.width for one in tile.picture.files.sources] == [480]


def test_the_photo_that_is_waited_for_is_the_first_of_the_page():
    shown = library_of(many(13))["photos/page/2/"]
    assert shown.view["library"].first.address == "news/2026/b12/#anh-1"


def test_english_bulletins_have_a_library_and_lists_lead_to_one_another():
    vi, en = bulletin("2026/a", category="hop-tac"), bulletin("en/2026/a", category="hop-tac")
    old = bulletin("2019/old", year(2019), category="hoi-nghi")
    shown = library_of([vi, en, old])
    assert ids(shown["en/photos/"]) == ["a"]
    ways = {address: draft.translation for address, draft in shown.items()}
    for address in ("photos/", "photos/2026/", "photos/categories/hop-tac/"):
        assert ways[address].address == f"en/{address}"
        assert ways[f"en/{address}"].address == address
    assert ways["photos/2019/"] is ways["photos/categories/hoi-nghi/"] is None


def test_only_the_first_page_of_a_list_is_the_other_languages():
    shown = library_of([*many(13), bulletin("en/2026/a")])
    assert shown["photos/"].translation.lang == "en"
    assert shown["photos/page/2/"].translation is None
