from __future__ import annotations

from datetime import date

import pytest

from bantin.pages.tagged import tagged
from bantin.vietnamese.text import slug
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


COLLIDING = ("bỏng", "bóng", "BONG", "bồng")


def addresses_of(*found):
    """Bulletins, oldest first -> address of each tag's page."""
    shown = edition(
        bulletin(f"2019/b{number}", date(2019, 1, 1 + number), tags=(tag,))
        for number, tag in enumerate(found)
    )
    read = tagged(shown)
    return {tag: read.address("vi", tag) for tag in found}


@pytest.mark.parametrize("tag", [*COLLIDING, "page", "★", "x" * 90, "an toàn " * 20])
def test_an_address_depends_on_no_other_tag_and_no_bulletin(tag):
    alone = addresses_of(tag)[tag]
    others = (*COLLIDING, "page", "x" * 91, "an toàn " * 21, alone.split("/")[1])
    rest = [one for one in others if one != tag]
    for found in ((*rest, tag), (tag, *rest), (*rest[:3], tag, *rest[3:])):
        assert addresses_of(*found)[tag] == alone


@pytest.mark.parametrize("tag", ["bỏng nặng ở trẻ em " * 6, "Pagê"])
def test_what_differs_in_accents_shares_an_address_with_a_digest(tag):
    plain = slug(tag, 1000).replace("-", " ")
    assert addresses_of(tag)[tag] == addresses_of(plain)[plain]


def test_tags_that_differ_in_accents_share_a_page_with_all_their_bulletins():
    older = (old("bóng", id=f"2019/{number}") for number in "abc")
    (tag,) = tagged(edition([new("bỏng"), bulletin("2026/b", tags=("Bỏng",)), *older])).by_lang[
        "vi"
    ]
    assert (tag.name, tag.slug) == ("bóng / bỏng", "bong")
    assert len(tag.bulletins) == 5


def test_long_tags_that_are_cut_share_none():
    found = tags(new("khám bệnh " * 9 + "một", "khám bệnh " * 9 + "hai"))
    assert len(set(found.values())) == 2
    assert all(len(slug) <= 80 and slug.startswith("kham-benh-") for slug in found.values())


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
