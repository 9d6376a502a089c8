from __future__ import annotations

import os
import unicodedata

import pytest

from bantin.cache import Cache
from bantin.edition.pictures import Headers
from bantin.photos.render import codecs
from edition.sites import DICOM, MKDOCS, Site, codes, files_of, jpeg, rows, values

A = "news/2026/a.md"


def quick(site: Site, *captions: str) -> None:
    """A bulletin with these captions, the first on line 5."""
    site.bulletin("2026/a", "Lời.", "captions:", *(f"  - {caption}" for caption in captions))


def full(site: Site, *photos: str) -> None:
    """A bulletin with these photos, the first on line 5."""
    site.bulletin("2026/a", "Lời.", "photos:", *(f"  - {{{photo}}}" for photo in photos))


def shown(site: Site) -> list[tuple[int, str, str]]:
    gallery = site.read(preview=True).galleries["2026/a"]
    return [(one.number, one.photo.file, one.photo.caption) for one in gallery]


def test_a_photo_with_two_spaces_in_its_name_can_be_named(site):
    site.photos("2026/a", "Hội nghị  1.jpg")
    full(site, "file: 'Hội nghị  1.jpg', caption: Một, alt: Một")
    assert site.read().problems == ()


# The quick form


def test_captions_follow_the_photos_in_natural_order(site):
    site.photos("2026/a", "10.jpg", "2.JPG", "Ảnh 1.png", "1.jpeg")
    quick(site, "Một", "Hai", "Mười", "Ảnh")
    assert site.read().problems == ()
    assert shown(site) == [
        (1, "1.jpeg", "Một"),
        (2, "2.JPG", "Hai"),
        (3, "10.jpg", "Mười"),
        (4, "Ảnh 1.png", "Ảnh"),
    ]


@pytest.mark.parametrize(
    ("photos", "captions", "code", "told"),
    [
        pytest.param(
            3,
            1,
            "caption-count",
            {"missing": "2", "without": "1.jpg, 2.jpg", "files": "0.jpg, 1.jpg, 2.jpg"},
            id="too-few",
        ),
        pytest.param(
            1,
            0,
            "caption-count",
            {"missing": "1", "without": "0.jpg", "files": "0.jpg"},
            id="none",
        ),
        pytest.param(
            2, 3, "caption-extra", {"extra": "1", "files": "0.jpg, 1.jpg"}, id="extra"
        ),
        pytest.param(0, 1, "caption-no-photos", {}, id="no-photos"),
    ],
)
def test_another_number_of_captions_is_an_error_at_their_line(
    site, photos, captions, code, told
):
    site.photos("2026/a", *(f"{number}.jpg" for number in range(photos)))
    listed = ", ".join(f"Chú thích {number}" for number in range(captions))
    site.bulletin("2026/a", "Lời.", f"captions: [{listed}]", place="Hà Nội")
    problems = site.read().problems
    assert rows(problems) == [(code, 5, A)]
    assert problems[0].severity == "error"
    told = told | ({"photos": str(photos)} if photos else {})
    assert values(problems[0]) == told | {"captions": str(captions), "folder": "images/2026/a"}
    assert len(site.read(preview=True).galleries["2026/a"]) == photos


def test_a_photo_behind_the_last_caption_stays_and_those_before_keep_theirs(site):
    site.photos("2026/a", "1.jpg", "2.jpg", "3.jpg")
    quick(site, "Một", '""')
    assert shown(site) == [(1, "1.jpg", "Một"), (2, "2.jpg", ""), (3, "3.jpg", "")]


def test_a_message_names_the_first_of_very_many_files(site):
    site.photos("2026/a", *(f"{number:02}.jpg" for number in range(1, 16)))
    site.bulletin("2026/a")
    named = values(site.read().problems[0])["files"]
    assert named.startswith("01.jpg, 02.jpg, ") and named.endswith("12.jpg …")


def test_an_empty_caption_holds_its_place(site):
    site.photos("2026/a", "1.jpg", "2.jpg")
    quick(site, '""', "Hai")
    assert site.read().problems == ()
    assert shown(site) == [(1, "1.jpg", ""), (2, "2.jpg", "Hai")]


def test_what_is_left_lying_about_is_no_photo(site):
    site.photos("2026/a", "1.jpg", ".2.jpg", "._1.jpg", "~$1.jpg", "#1.jpg#", "1.jpg~")
    site.photos("2026/a", "1.jpg.part", "1.jpg.tmp", "Thumbs.db", "desktop.ini", "notes.txt")
    site.photos("2026/a/more", "3.jpg")
    quick(site, "Một")
    assert site.read().problems == ()
    assert files_of(site.read(), "2026/a") == ["1.jpg"]


def test_a_photo_may_have_any_name(site):
    names = ("#1 hội nghị.jpg", "~ nháp.jpg", "a&b <c>.jpg", 'Ảnh "đẹp" 100%.jpg', "ảnh.jpg")
    site.photos("2026/a", *names)
    quick(site, *"abcde")
    assert site.read().problems == ()
    assert {file for _, file, _ in shown(site)} == set(names)


# Neither form


def test_without_captions_all_photos_are_shown_with_one_warning(site):
    site.photos("2026/a", "2.jpg", "1.jpg")
    site.bulletin("2026/a")
    problems = site.read().problems
    assert [(problem.code, problem.severity) for problem in problems] == [
        ("captions-none", "warning")
    ]
    told = {"photos": "2", "folder": "images/2026/a", "files": "1.jpg, 2.jpg"}
    assert values(problems[0]) == told
    assert rows(problems) == [("captions-none", 1, A)]
    assert shown(site) == [(1, "1.jpg", ""), (2, "2.jpg", "")]


def test_an_empty_key_is_where_captions_are_missed(site):
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a", "Lời.", "byline:", "captions:   # mỗi ảnh một dòng", "#  - Một")
    assert rows(site.read().problems) == [("captions-none", 5, A)]


@pytest.mark.parametrize("folder", [None, "images/2026/a/.gitkeep", "images/2026/a/x.txt"])
def test_without_captions_and_photos_there_is_nothing_to_say(site, folder):
    site.bulletin("2026/a")
    if folder:
        site.write(folder, "")
    assert site.read().problems == ()
    assert site.read().galleries == {"2026/a": ()}


# The full form


def test_the_full_form_has_its_own_order(site):
    site.photos("2026/a", "1.jpg", "2.jpg")
    full(site, "file: 2.jpg, caption: Hai, cover: true", "file: 1.jpg, caption: Một")
    assert site.read().problems == ()
    assert shown(site) == [(1, "2.jpg", "Hai"), (2, "1.jpg", "Một")]


@pytest.mark.parametrize(
    ("file", "code", "near"),
    [
        pytest.param("Hall.jpg", "photo-case", "hall.jpg", id="case"),
        pytest.param("hall.JPG", "photo-case", "hall.jpg", id="case-of-the-suffix"),
        pytest.param("hal.jpg", "photo-missing-near", "hall.jpg", id="near"),
        pytest.param("hall.jpeg", "photo-missing-near", "hall.jpg", id="suffix"),
        pytest.param("xyz.png", "photo-missing", None, id="missing"),
        pytest.param("../b/hall.jpg", "photo-missing-near", "hall.jpg", id="another-folder"),
        pytest.param(".", "photo-missing", None, id="dot"),
    ],
)
def test_a_photo_that_is_not_there_is_told_at_its_line(site, file, code, near):
    site.photos("2026/a", "1.jpg", "hall.jpg")
    site.photos("2026/b", "hall.jpg")
    site.bulletin("2026/b", "Lời.", "captions: [Một]")
    full(site, "file: 1.jpg", "file: hall.jpg", f"file: {file}")
    problems = site.read().problems
    assert rows(problems) == [(code, 7, A)]
    assert values(problems[0]).get("near") == near
    assert [file for _, file, _ in shown(site)] == ["1.jpg", "hall.jpg"]


def test_names_are_compared_composed_however_the_disk_spells_them(site):
    decomposed = unicodedata.normalize("NFD", "hội nghị.jpg")
    site.photos("2026/a", decomposed)
    full(site, "file: hội nghị.jpg")
    built = site.read()
    assert built.problems == ()
    assert [one.picture.original.path for one in built.galleries["2026/a"]] == [
        "images/2026/a/hội nghị.jpg"
    ]


def test_a_photo_used_twice_is_told_with_the_other_line(site):
    site.photos("2026/a", "1.jpg")
    full(site, "file: 1.jpg", "file: 1.jpg")
    problems = site.read().problems
    assert rows(problems) == [("photo-twice", 6, A)]
    assert values(problems[0]) == {"file": "1.jpg", "line": "5"}


def test_an_unused_photo_is_a_warning_and_not_published(site):
    site.photos("2026/a", "1.jpg", "private.jpg")
    full(site, "file: 1.jpg")
    built = site.read()
    assert [(problem.code, problem.severity) for problem in built.problems] == [
        ("photo-unused", "warning")
    ]
    assert [picture.original.path for picture in built.pictures] == ["images/2026/a/1.jpg"]


def test_a_second_cover_is_told(site):
    site.photos("2026/a", "1.jpg", "2.jpg", "3.jpg")
    full(site, "file: 1.jpg, cover: true", "file: 2.jpg", "file: 3.jpg, cover: true")
    problems = site.read().problems
    assert rows(problems) == [("cover-twice", 7, A)]
    assert values(problems[0]) == {"line": "5"}


# The picture of a video


VIDEO = "video: {url: https://video.example.org/1, title: Phim, poster: %s}"


@pytest.mark.parametrize(
    "form", ["captions: [Một]", "photos: [{file: 1.jpg}]"], ids=["quick", "full"]
)
def test_the_picture_of_a_video_is_no_photo_of_the_gallery(site, form):
    site.photos("2026/a", "1.jpg", "phim.jpg")
    site.bulletin("2026/a", "Lời.", form, VIDEO % "phim.jpg")
    assert site.read().problems == ()
    assert [file for _, file, _ in shown(site)] == ["1.jpg"]


def test_a_missing_picture_of_a_video_is_told(site):
    site.photos("2026/a", "1.jpg", "phim.jpg")
    site.bulletin("2026/a", "Lời.", "captions: [Một, Hai]", VIDEO % "phin.jpg")
    assert rows(site.read().problems) == [("photo-missing-near", 5, A)]


def test_a_video_has_its_picture(site):
    site.photos("2026/a", "1.jpg", "phim.jpg")
    site.bulletin("2026/a", "Lời.", "captions: [Một]", VIDEO % "phim.jpg")
    built = site.read()
    assert built.posters["2026/a"].original.path == "images/2026/a/phim.jpg"
    assert built.posters["2026/a"] in built.pictures


def test_a_video_may_show_a_photo_of_the_gallery(site):
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a", "Lời.", "photos: [{file: 1.jpg, alt: A}]", VIDEO % "1.jpg")
    built = site.read()
    assert built.problems == ()
    assert built.posters["2026/a"] == built.galleries["2026/a"][0].picture


def test_a_hidden_bulletins_photo_is_no_picture_of_a_video(site):
    site.photos("2026/a", "phim.jpg")
    site.bulletin("2026/a", "Lời.", "status: draft")
    lines = ("translation_of: news/2026/a.md", VIDEO % "phim.jpg")
    site.bulletin("en/2026/b", "Words.", *lines)
    built = site.read()
    assert (dict(built.posters), built.pictures) == ({}, ())


# What is no photo, whatever its name


def broken(site: Site, name: str) -> None:
    """Put a photo that is none beside two that are, in the middle."""
    site.photos("2026/a", "1.jpg", "3.jpg")
    target = site.root / "images/2026/a" / name
    if name == "2.jpg":
        target.symlink_to(site.write("private/2.jpg", jpeg("private")))
    elif name == "2a.jpg":
        target.symlink_to("nowhere.jpg")
    elif name == "2b.jpg":
        os.mkfifo(target)
    elif name == "2c.jpg":
        target.mkdir()
    elif name == "2.dcm":
        target.write_bytes(DICOM)
    elif name == "2d.jpg":
        target.write_bytes(jpeg("2")[:40])
    else:
        target.write_bytes(b"")


KINDS = [
    pytest.param("2.jpg", "photo-not-a-file", id="link-out-of-the-tree"),
    pytest.param("2a.jpg", "photo-not-a-file", id="dangling-link"),
    pytest.param("2b.jpg", "photo-not-a-file", id="pipe"),
    pytest.param("2c.jpg", "photo-not-a-file", id="folder"),
    pytest.param("2.dcm", "photo-dicom", id="dicom"),
    pytest.param("2d.jpg", "photo-unreadable", id="cut"),
    pytest.param("2e.jpg", "photo-empty", id="empty"),
]


@pytest.mark.skipif(os.name == "nt", reason="no links and pipes here")
@pytest.mark.parametrize(("name", "code"), KINDS)
@pytest.mark.parametrize("form", ["quick", "full"])
def test_what_is_no_photo_is_an_error_at_the_line_of_its_caption(site, name, code, form):
    broken(site, name)
    if form == "quick":
        quick(site, "Một", "Hai", "Ba")
    else:
        full(site, "file: 1.jpg, alt: A", f"file: {name}, alt: B", "file: 3.jpg, alt: C")
    built = site.read()
    assert rows(built.problems) == [(code, 6, A)]
    assert built.problems[0].severity == "error"
    assert [one.photo.file for one in built.galleries["2026/a"]] == ["1.jpg", "3.jpg"]
    assert len(built.pictures) == 2


@pytest.mark.skipif(os.name == "nt", reason="no links here")
def test_a_folder_that_can_not_be_opened_is_told(site):
    site.bulletin("2026/a")
    (site.root / "images/2026").mkdir(parents=True)
    (site.root / "images/2026/a").symlink_to("a")
    assert rows(site.read().problems) == [("file-unreadable", 1, "images/2026/a")]


@pytest.mark.skipif(os.name == "nt", reason="no links here")
def test_a_linked_folder_publishes_nothing_from_elsewhere(site):
    site.bulletin("2026/a")
    private = site.write("private/1.jpg", jpeg("private")).parent
    (site.root / "images/2026").mkdir(parents=True)
    (site.root / "images/2026/a").symlink_to(private)
    read = site.read()
    assert rows(read.problems) == [("file-not-plain", 1, "images/2026/a")]
    assert read.pictures == ()


def test_a_header_is_read_once_for_the_same_bytes(site):
    site.photos("2026/a", "1.jpg")
    quick(site, "Một")
    (first,) = site.read().pictures
    for entry in (site.root / ".cache/texts/original").rglob("*"):
        if entry.is_file():
            entry.write_bytes(b"damaged")
    assert site.read().pictures == (first,)
    kept = Headers(Cache(site.root / ".cache/texts"), codecs())
    kept.put(first.original.digest, (30, 20, "JPEG", False))
    kept.save()
    (remembered,) = site.read().pictures
    assert (remembered.original.width, remembered.original.height) == (30, 20)


def test_a_photo_whose_pixels_are_broken_is_told_at_its_caption(site):
    site.photos("2026/a", "1.jpg")
    whole = jpeg("2026/a/2.jpg")
    site.write("images/2026/a/2.jpg", whole[:-8])
    quick(site, "Một", "Hai")
    assert site.read().problems == ()
    assert rows(site.proofread().problems) == [("photo-unreadable", 6, A)]


def test_photos_on_another_drive_are_published_under_images(tmp_path):
    drive = tmp_path / "drive"
    settings = f"{MKDOCS}      images_dir: {drive}\n"
    site = Site(tmp_path / "site", settings)
    (drive / "2026/a").mkdir(parents=True)
    (drive / "2026/a/1.jpg").write_bytes(jpeg("1"))
    site.bulletin("2026/a", "Lời.", "captions: [Một]")
    built = site.read()
    assert built.problems == ()
    assert built.pictures[0].fallback.address.startswith("images/2026/a/1.")
    assert codes(site.proofread().problems) == []


# Photos of bulletins that are not public


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_photos_of_a_hidden_bulletin_are_not_shown_by_a_public_one(site, status):
    site.photos("2026/mat", "1.jpg")
    site.bulletin("2026/mat", status=status)
    site.bulletin("2026/a", "![](../../images/2026/mat/1.jpg)")
    site.bulletin("en/2026/a", "Text.", translation_of="2026/mat")
    for read in (site.read(), site.read(preview=True)):
        assert [row for row in rows(read.problems) if row[0] == "photo-withheld"] == [
            ("photo-withheld", 5, "news/2026/a.md"),
            ("photo-withheld", 4, "news/en/2026/a.md"),
        ]
        assert read.galleries["en/2026/a"] == ()
    assert site.read().pictures == ()


def test_nor_what_lies_in_folders_below_theirs(site):
    site.write("images/2026/mat/2/1.jpg", jpeg("1"))
    site.bulletin("2026/mat", status="draft")
    site.bulletin("2026/a", "![](../../images/2026/mat/2/1.jpg)")
    read = site.read()
    assert ("photo-withheld", 5, "news/2026/a.md") in rows(read.problems)
    assert read.pictures == ()


def test_nor_what_a_link_leads_to(site):
    site.photos("2026/mat", "1.jpg")
    site.bulletin("2026/mat", status="draft")
    (site.root / "images/2026/a").symlink_to("mat")
    site.bulletin("2026/a", "Lời.", "captions: [Một]")
    read = site.read()
    assert ("photo-withheld", 1, "news/2026/a.md") in rows(read.problems)
    assert read.pictures == ()


def test_hidden_bulletins_share_photos_among_themselves(site):
    site.photos("2026/mat", "1.jpg")
    site.bulletin("2026/mat", "Lời.", "captions: [Một]", status="draft")
    site.bulletin(
        "en/2026/mat", "Text.", "captions: [One]", translation_of="2026/mat", status="draft"
    )
    read = site.read(preview=True)
    assert read.problems == ()
    assert len(read.galleries["en/2026/mat"]) == 1
