"""What a site writes into its photos: whose name, on which files, under which key."""

from __future__ import annotations

import pytest

from bantin.cache import Cache
from bantin.edition.pictures import Pictures
from bantin.errors import Location
from bantin.photos.render import codecs
from bantin.pictures import Treatment
from edition.sites import MKDOCS, Site, children, jpeg


@pytest.fixture
def full(site: Site) -> Site:
    """Photos with credits, without, in a text, and a poster."""
    site.photos("2026/a", "1.jpg", "2.jpg", "3.jpg", "p.jpg")
    site.write("images/chung/4.jpg", jpeg("4"))
    site.bulletin(
        "2026/a",
        "![](../../images/chung/4.jpg)",
        "video: {url: https://example.org/a, title: A, poster: p.jpg}",
        "photos:",
        "  - {file: 1.jpg, credit: Ảnh A}",
        "  - {file: 2.jpg, credit: Ảnh B, blur: [[0, 0, 0.5, 0.5]]}",
        "  - {file: 3.jpg}",
    )
    return site


def settings(lines: str) -> str:
    return f"{MKDOCS}      photos: {{{lines}}}\n"


def treatments(site: Site) -> dict[str, tuple[str, str]]:
    """Credit and watermark of every picture, by the original's name."""
    return {
        picture.original.path.rsplit("/", 1)[-1]: (
            picture.treatment.credit,
            picture.treatment.watermark,
        )
        for picture in site.read().pictures
    }


def keys(site: Site) -> dict[str, str]:
    return {one.original.path.rsplit("/", 1)[-1]: one.key for one in site.read().pictures}


def test_by_itself_nothing_is_written(full):
    assert set(treatments(full).values()) == {("", "")}


def test_credits_are_written_where_they_are_said(full):
    full.write("mkdocs.yml", settings("credit: true"))
    found = treatments(full)
    assert (found.pop("1.jpg"), found.pop("2.jpg")) == (("Ảnh A", ""), ("Ảnh B", ""))
    assert found == dict.fromkeys(("3.jpg", "4.jpg", "p.jpg"), ("", ""))


def test_a_watermark_is_on_every_photo(full):
    full.write("mkdocs.yml", settings("watermark: Nhi Mây Trắng"))
    assert len(treatments(full)) == 5
    assert set(treatments(full).values()) == {("", "Nhi Mây Trắng")}


def test_of_several_credits_of_a_file_the_first_by_path_is_written(site):
    site.write("mkdocs.yml", settings("credit: true"))
    site.photos("2026/a", "1.jpg")
    english = ("translation_of: 2026/a", "photos: [{file: 1.jpg, credit: Photo B}]")
    site.bulletin("en/2026/b", "Words.", *english)
    site.bulletin("2026/a", "Lời.", "photos: [{file: 1.jpg, credit: Ảnh A}]")
    assert treatments(site) == {"1.jpg": ("Ảnh A", "")}


def test_only_photos_that_are_written_on_are_made_anew(full):
    plain = keys(full)
    full.write("mkdocs.yml", settings("credit: true"))
    signed = keys(full)
    assert {name for name in plain if plain[name] != signed[name]} == {"1.jpg", "2.jpg"}


def test_another_typeface_makes_other_photos_of_those_that_are_written_on(tmp_path):
    file = tmp_path / "1.jpg"
    file.write_bytes(jpeg("1"))

    def key(letters: str, treatment: Treatment) -> str:
        cache = Cache(tmp_path / "cache")
        pictures = Pictures(lambda *_: "digest", codecs(), cache, children())
        pictures.letters = letters
        pictures.usual = treatment
        picture = pictures.picture(file, "1.jpg", "images", Location(""))
        assert picture
        return picture.key

    for drawn in (Treatment(credit="A"), Treatment(watermark="A")):
        assert key("1.0", drawn) != key("1.1", drawn)
    assert key("1.0", Treatment()) == key("1.1", Treatment())
