"""Which element of a page a problem speaks of, told from places in the file alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bantin.content import decode
from bantin.content.settings import Settings
from bantin.edition import Body
from bantin.errors import Location, error, warning
from bantin.model import Bulletin, Photo
from bantin.pages.targets import Target, Targets
from bantin.pictures import GalleryPhoto
from pages.editions import SETTINGS, picture

PATH = "news/2026/a.md"
SOURCE = """\
---
title: Hội nghị sơ kết
date: 06/02/2026
place: Hội trường A
category: hop-tac
summary: Tóm tắt.
byline: Phòng Truyền thông
published: 2026-02-07
participants:
  - một dòng không tách được gì cả nhưng vẫn in
  - name: Lê Thị Bình
    titles: [XYZ, ThS]
photos:
  - file: 01.jpg
    caption: Toàn cảnh.
  - file: 02.jpg
    people: patient
  - file: missing.jpg
    caption: Mất rồi
outcomes:
  - Ký kết.
attachments: [{file: a.pdf, title: Một}, {file: b.pdf, title: Hai}]
corrections:
  - {date: 2026-02-09, note: Sửa tên}
video: {url: 'https://x.example/v', title: Phim}
source: {name: Cổng, url: 'https://x.example/'}
tags: [đào tạo]
---
Xem [trang *này*](khong-co.md), rồi [trang này](khac.md) và [đây][so-1].

### Mục **một** và `mã`

- Mục có <b>chữ</b> và từ ẩn.
- ![Ảnh hội trường](../../images/x.jpg)

| Ô một | Ô hai |
|---|---|

<ftp://x.example> và <https://a.example/b>

[gallery]

Đoạn sau ảnh có [liên kết](mat.md).

[so-1]: mat.md
"""
WHOLE = Body(("<p>trước</p>", "<p>sau</p>"))


def read(source: str = SOURCE) -> Bulletin:
    found = decode.bulletin(PATH, "2026/a", source.encode(), SETTINGS).bulletin
    assert isinstance(found, Bulletin)
    return found


def photos(bulletin: Bulletin) -> tuple[GalleryPhoto, ...]:
    """Those of the front matter that are there."""
    there = [photo for photo in bulletin.photos or () if photo.file != "missing.jpg"]
    return tuple(
        GalleryPhoto(number, photo, picture(f"images/2026/a/{number:02}"))
        for number, photo in enumerate(there, start=1)
    )


def place(needle: str, source: str = SOURCE) -> Location:
    before = source[: source.index(needle)]
    return Location(PATH, before.count("\n") + 1, len(before) - before.rfind("\n"))


def target(code: str, at: Location, **values: str) -> Target:
    bulletin = read()
    return Targets(bulletin, photos(bulletin), WHOLE).of(warning(code, at, **values))


@pytest.mark.parametrize(
    ("code", "needle", "id"),
    [
        pytest.param("bulletin-twice", "Hội nghị sơ kết", "page_title", id="title"),
        pytest.param("date-day-first", "06/02/2026", "page_date", id="date"),
        pytest.param("invisible-character", "place:", "page_place", id="before-the-value"),
        pytest.param("yaml-hash", " A\ncategory", "page_place", id="behind-the-value"),
        pytest.param("yaml-hash", "hop-tac", "page_category", id="category"),
        pytest.param("yaml-hash", "Tóm tắt", "page_summary", id="summary"),
        pytest.param("yaml-hash", "Phòng Truyền", "page_byline", id="byline"),
        pytest.param("date-day-first", "2026-02-07", "", id="a-key-that-no-reader-sees"),
        pytest.param("participant-nobody", "name: Lê", "participant_2", id="participant"),
        pytest.param("photo-unused", "- file: 01.jpg", "all_photos", id="all-photos"),
        pytest.param("photo-alt", "file: 01.jpg", "anh-1", id="first-photo"),
        pytest.param("yaml-hash", "Toàn cảnh", "anh-1", id="inside-a-photo"),
        pytest.param("photo-consent-missing", "file: 02.jpg", "anh-2", id="second-photo"),
        pytest.param("photo-missing", "file: missing", "all_photos", id="photo-not-there"),
        pytest.param("yaml-hash", "Mất rồi", "all_photos", id="inside-a-photo-not-there"),
        pytest.param("yaml-hash", "Ký kết", "all_outcomes", id="outcomes"),
        pytest.param("yaml-hash", "attachments:", "all_attachments", id="attachments"),
        pytest.param("attachment-missing", "{file: a.pdf", "attachment_1", id="attachment"),
        pytest.param("attachment-missing", "{file: b.pdf", "attachment_2", id="on-one-line"),
        pytest.param("yaml-hash", "Sửa tên", "correction_1", id="correction"),
        pytest.param("photo-missing", "{url: 'https://x.example/v'", "page_video", id="video"),
        pytest.param("yaml-hash", "Cổng", "page_source", id="source"),
        pytest.param("yaml-hash", "đào tạo]", "page_tags", id="tags"),
    ],
)
def test_a_problem_belongs_to_what_begins_before_it(code, needle, id):
    assert target(code, place(needle)) == Target(id)


@pytest.mark.parametrize(
    ("code", "needle", "values", "id", "words"),
    [
        pytest.param(
            "participant-line",
            "một dòng",
            {"value": "một dòng không tách được"},
            "participant_1",
            "một dòng không tách được",
            id="line-of-a-participant",
        ),
        pytest.param(
            "title-unknown", "XYZ", {"value": "XYZ"}, "participant_2", "XYZ", id="title"
        ),
        pytest.param(
            "link-missing", "khong-co.md", {}, "page_body", "trang này", id="words-of-a-link"
        ),
        pytest.param("link-missing", "mat.md)", {}, "page_rest", "liên kết", id="past-photos"),
        pytest.param(
            "link-missing", "mat.md\n", {}, "page_rest", "đây", id="definition-of-a-link"
        ),
        pytest.param(
            "body-heading-level", "### Mục", {}, "page_body", "Mục một và mã", id="heading"
        ),
        pytest.param("raw-html", "<b>", {"tag": "<b>"}, "page_body", "<b>", id="tag"),
        pytest.param("invisible-character", "ẩn.", {}, "page_body", "ẩn.", id="one-word"),
        pytest.param(
            "photo-missing", "../../images", {}, "page_body", "Ảnh hội trường", id="photo"
        ),
        pytest.param(
            "link-scheme",
            "ftp://",
            {"destination": "ftp://x.example"},
            "page_body",
            "ftp://x.example",
            id="bare-address",
        ),
        pytest.param(
            "body-too-complex", "Ô một", {}, "page_body", "Ô một | Ô hai", id="whole-line"
        ),
        pytest.param(
            "body-heading-level",
            "Đoạn sau",
            {},
            "page_rest",
            "Đoạn sau ảnh có liên kết.",
            id="line-with-a-link",
        ),
    ],
)
def test_the_words_are_those_that_the_page_prints(code, needle, values, id, words):
    found = target(code, place(needle), **values)
    assert (found.id, found.words) == (id, words)


def test_words_that_stand_there_twice_are_told_apart_by_what_is_before_them():
    assert target("link-missing", place("khong-co.md")).before == "Xem"
    assert target("link-missing", place("khac.md")).before == "Xem trang này, rồi"


def test_photos_without_captions_are_missed_in_the_gallery():
    assert target("captions-none", Location(PATH)) == Target("all_photos")


@pytest.mark.parametrize(
    ("count", "parts", "id"),
    [
        pytest.param(0, ("", ""), "", id="no-photo-to-show"),
        pytest.param(1, ("",), "anh-1", id="one-at-the-top"),
        pytest.param(1, ("", ""), "all_photos", id="one-placed"),
        pytest.param(2, ("",), "all_photos", id="two"),
    ],
)
def test_all_photos_are_where_the_page_shows_them(count, parts, id):
    bulletin = read()
    asked = Targets(bulletin, photos(bulletin)[:count], Body(parts))
    problem = warning("photo-unused", bulletin.at["photos"])
    assert asked.of(problem).id == id


@pytest.mark.parametrize(
    ("captions", "shown", "id"),
    [
        pytest.param("[Một]", 3, "anh-2", id="first-without"),
        pytest.param("[]", 3, "anh-1", id="all-without"),
        pytest.param("[Một]", 1, "all_photos", id="not-shown"),
    ],
)
def test_too_few_captions_are_marked_at_the_first_photo_without(captions, shown, id):
    bulletin = read(f"---\ntitle: A\ndate: 2026\ncaptions: {captions}\n---\n\nLời.\n")
    there = (GalleryPhoto(n, Photo(f"{n}.jpg"), picture(f"{n}")) for n in range(1, shown + 1))
    problem = error("caption-count", bulletin.at["captions"])
    assert Targets(bulletin, tuple(there), Body(("", ""))).of(problem).id == id


def test_what_is_typed_behind_an_empty_key_has_no_place_on_the_page():
    bulletin = read("---\ntitle: A\ndate: 2026\nplace: #2\n---\n\nLời.\n")
    problem = warning("yaml-hash", Location(PATH, 4, 8))
    assert Targets(bulletin, (), Body()).of(problem) == Target()


def test_a_text_that_is_not_printed_is_no_target():
    bulletin = read(SOURCE[: SOURCE.index("Xem [")])
    at = Location(PATH, bulletin.body_line)
    assert Targets(bulletin, (), Body()).of(warning("body-empty", at)) == Target()


def test_a_place_behind_the_end_of_the_file_is_survived():
    at = Location(PATH, 999, 999)
    assert target("body-too-slow", at) == Target("page_rest")


def test_a_bulletin_made_without_places_has_no_targets():
    bulletin = replace(
        read(), at={}, photos=None, participants=(), attachments=(), corrections=()
    )
    at = Location(PATH, 2, 8)
    assert Targets(bulletin, (), WHOLE).of(warning("bulletin-twice", at)) == Target()


def test_quick_captions_count_as_the_photos_they_belong_to():
    source = "---\ntitle: A\ndate: 2026-02-06\ncaptions: [Một, Hai]\n---\nLời.\n"
    found = decode.bulletin(PATH, "2026/a", source.encode(), Settings(SETTINGS.root)).bulletin
    assert isinstance(found, Bulletin)
    shown = tuple(
        GalleryPhoto(number, photo, picture(f"images/2026/a/{number:02}"))
        for number, photo in enumerate(found.captions or (), start=1)
    )
    asked = Targets(found, shown, Body())
    places = [place("Một", source), place("Hai", source), found.at["captions"]]
    ids = [asked.of(warning("yaml-hash", at)).id for at in places]
    assert ids == ["anh-1", "anh-2", "all_photos"]
