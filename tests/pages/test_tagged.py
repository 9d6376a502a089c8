from __future__ import annotations

from datetime import date

import pytest

from bantin.pages.tagged import tagged
from bantin.visibility import Reason
from pages.editions import bulletin, edition


def tags(*bulletins, lang="vi", **values):
    found = tagged(edition(bulletins, **values))
    return {tag.name: tag.slug for tag in found.by_lang[lang]}


def old(*found, id="2019/old", **values):
    return bulletin(id, date(2019, 5, 6), tags=found, **values)


def new(*found, **values):
    return bulletin("2026/new", tags=found, **values)


def test_a_tag_stands_under_its_words_without_marks():
    assert tags(new("Chỉ đạo tuyến", "sơ sinh")) == {
        "Chỉ đạo tuyến": "chi-dao-tuyen",
        "sơ sinh": "so-sinh",
    }


def test_spellings_that_differ_in_case_spaces_or_the_place_of_a_tone_are_one():
    found = tagged(edition([new("Khoẻ mạnh"), old("khỏe  mạnh", "khỏe mạnh")]))
    (tag,) = found.by_lang["vi"]
    assert tag.slug == "khoe-manh"
    assert [one.id for one in tag.bulletins] == ["2026/new", "2019/old"]
    for typed in ("Khoẻ mạnh", "khỏe  mạnh", "khỏe mạnh"):
        assert found.address("vi", typed) == "tags/khoe-manh/"


def test_a_tag_is_called_as_most_bulletins_write_it():
    assert list(tags(new("Đào tạo"), old("đào tạo"), old("đào tạo", id="2019/b"))) == [
        "đào tạo"
    ]


@pytest.mark.parametrize("first", ["hòa", "hoa", "HÓA"])
def test_of_those_with_the_same_address_the_oldest_bulletins_keeps_it(first):
    others = [one for one in ("hòa", "hoa", "HÓA") if one != first]
    found = tags(new(*others), old(first))
    assert found[first] == "hoa"
    assert len(set(found.values())) == 3
    assert all(slug.startswith("hoa-") for tag, slug in found.items() if tag != first)


def test_another_tag_moves_no_address():
    before = tags(new("hoa"), old("hòa"))
    after = tags(new("hoa"), bulletin("2026/x", tags=("hoá", "hỏa")), old("hòa"))
    assert before.items() <= after.items()


def test_what_only_a_preview_shows_takes_no_address_from_the_public():
    draft = old("hòa")
    shown = tags(new("hoa"), draft, preview=True, hidden={draft.id: Reason.DRAFT})
    assert shown["hoa"] == "hoa"


def test_a_number_made_of_a_digest_is_no_other_tags_own_address():
    twice = tags(new("hoa"), old("hòa"))["hoa"]
    found = tags(new("hoa", twice.replace("-", " ")), old("hòa"))
    assert len(set(found.values())) == 3
    assert found[twice.replace("-", " ")] == twice


def test_addresses_are_free_of_reserved_names_and_never_empty():
    found = tags(new("page", "★", "con"))
    assert found["page"].startswith("page-")
    assert found["con"].startswith("con-")
    assert found["★"].startswith("x-")


def test_tags_stand_in_the_order_of_the_dictionary():
    found = tags(new("ơn", "đào tạo", "ăn dặm", "an toàn", "dinh dưỡng", "ấm"))
    assert list(found) == ["an toàn", "ăn dặm", "ấm", "dinh dưỡng", "đào tạo", "ơn"]


def test_each_language_has_its_own():
    shown = (new("hoa"), bulletin("en/2026/a", tags=("Training",)))
    assert tags(*shown) == {"hoa": "hoa"}
    found = tagged(edition(shown))
    assert found.address("en", "Training") == "en/tags/training/"


def test_a_bulletin_that_has_a_tag_twice_counts_once():
    (tag,) = tagged(edition([new("đào tạo", "Đào tạo")])).by_lang["vi"]
    assert len(tag.bulletins) == 1
