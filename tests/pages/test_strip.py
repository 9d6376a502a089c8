from __future__ import annotations

from dataclasses import replace

from bantin.model import People, Photo
from bantin.pages.home.strip import strip
from bantin.pages.shelf import shelf
from bantin.pictures import MarkedFile
from bantin.visibility import Reason
from pages.editions import bulletin, edition, gallery, many


def shown(bulletins, **galleries):
    """The strip of an edition in which ``b0=3`` gives the bulletin 2026/b0 three photos."""
    found = {
        f"2026/{id}": gallery(f"2026/{id}", *[Photo("x")] * n) for id, n in galleries.items()
    }
    edited = edition(bulletins, galleries=found)
    return strip(shelf(edited), edited.bulletins)


def places(photos):
    return [photo.address.removeprefix("news/2026/") for photo in photos]


def test_each_bulletin_gives_one_photo_and_not_its_cover():
    photos = shown(many(9), **{f"b{n}": 3 for n in range(9)})
    assert places(photos) == [f"b{n}/#anh-2" for n in range(9)]


def test_the_only_photo_of_a_bulletin_is_its_cover():
    assert "b3/#anh-1" in places(shown(many(9), **{f"b{n}": 1 for n in range(9)}))


def test_twelve_are_enough():
    photos = shown(many(30), **{f"b{n}": 2 for n in range(30)})
    assert places(photos) == [f"b{n}/#anh-2" for n in range(12)]


def test_bulletins_without_photos_are_passed_over():
    assert places(shown(many(30), b3=4, b20=4))[:2] == ["b3/#anh-2", "b20/#anh-2"]


def test_few_bulletins_take_turns_until_there_are_eight_photos():
    photos = shown(many(3), b0=5, b1=2, b2=5)
    assert places(photos) == [
        "b0/#anh-2", "b1/#anh-2", "b2/#anh-2",
        "b0/#anh-3", "b1/#anh-1", "b2/#anh-3",
        "b0/#anh-4", "b2/#anh-4",
    ]  # fmt: skip


def test_a_handful_of_photos_is_no_strip():
    assert places(shown(many(2), b0=2, b1=1)) == []
    assert len(places(shown(many(2), b0=2, b1=2))) == 4


def test_photos_are_small_and_lead_to_their_place():
    photo = shown(many(9), **{f"b{n}": 3 for n in range(9)})[0]
    assert [source.width for source in photo.picture.files.sources] == [480]
    assert photo.address == "news/2026/b0/#anh-2"


def test_a_photo_is_called_by_what_is_to_be_seen_on_it():
    said = [
        Photo("1"),
        Photo("2", "*Ký* kết", alt="Hai người"),
        Photo("3", "*Ký* kết"),
        Photo("4"),
    ]
    two = [bulletin("2026/a", title="Tin"), *many(1)]
    edited = edition(two, galleries={"2026/a": gallery("2026/a", *said)})
    photos = strip(shelf(edited), edited.bulletins)
    assert [photo.alt for photo in photos] == ["Hai người", "Ký kết", "Tin", "Tin"]
    assert {photo.title for photo in photos} == {""}, "all are of the same bulletin"


def test_beside_the_title_a_photo_without_words_needs_no_name():
    photo = shown(many(9), **{f"b{n}": 3 for n in range(9)})[0]
    assert (photo.alt, photo.title) == ("", "Bản tin 2026/b0")


def test_a_preview_shows_no_photo_that_can_not_say_that_it_is_hidden():
    found = {one.id: gallery(one.id, *[Photo("x")] * 3) for one in many(3)}
    edited = edition(many(3), galleries=found, preview=True, hidden={"2026/b1": Reason.DRAFT})
    addresses = places(strip(shelf(edited), edited.bulletins))
    assert addresses and not [one for one in addresses if one.startswith("b1/")]


def test_patients_and_children_stay_in_their_bulletin():
    said = [Photo("1"), Photo("2", people=People.CHILD), Photo("3", people=People.STAFF)]
    two = many(2)
    edited = edition(two, galleries={one.id: gallery(one.id, *said) for one in two})
    shown = places(strip(shelf(edited), edited.bulletins))
    assert sorted(shown) == ["b0/#anh-1", "b0/#anh-3", "b1/#anh-1", "b1/#anh-3"]


def test_what_another_bulletin_says_of_the_same_photo_counts():
    two = many(2)
    galleries = {one.id: gallery(one.id, *[Photo("x")] * 4) for one in two}
    first = galleries["2026/b0"][1]
    original = first.picture.original._replace(digest="1" * 64)
    child = replace(first, picture=first.picture._replace(original=original))
    galleries["2026/b0"] = (galleries["2026/b0"][0], child, *galleries["2026/b0"][2:])
    marked = {"1" * 64: MarkedFile("images/2026/c/1.jpg", "people, consent")}
    edited = edition(two, galleries=galleries, marked=marked)
    assert "b0/#anh-2" not in places(strip(shelf(edited), edited.bulletins))
    edited = edition(two, galleries=galleries)
    assert "b0/#anh-2" in places(strip(shelf(edited), edited.bulletins))
