from __future__ import annotations

import io

import pytest
from PIL import Image
from PIL.ExifTags import IFD

from bantin import checks, locale
from bantin.errors import Problem
from bantin.model import Box
from edition.sites import Site, codes, jpeg, rows, values


def found(site: Site, *, preview: bool = False) -> tuple[Problem, ...]:
    return checks.run(site.read(preview=preview))


def accept(*codes: str) -> str:
    entries = (f"{{code: {code}, reason: Đã xem}}" for code in codes)
    return f"accept: [{', '.join(entries)}]"


# accept:


@pytest.mark.parametrize("preview", [False, True], ids=["build", "preview"])
def test_an_accepted_warning_is_left_out(site, preview):
    site.photos("2026/a", "1.jpg", "2.jpg")
    site.bulletin("2026/a", "Lời.", "photos: [{file: 1.jpg}]", place="Phòng #2")
    assert sorted(codes(found(site, preview=preview))) == [
        "photo-alt",
        "photo-unused",
        "yaml-hash",
    ]
    accepted = accept("photo-alt", "yaml-hash")
    site.bulletin("2026/a", "Lời.", "photos: [{file: 1.jpg}]", accepted, place="Phòng #2")
    assert codes(found(site, preview=preview)) == ["photo-unused"]


def test_an_accepted_info_is_left_out(site):
    site.bulletin("2019/a")
    assert codes(found(site)) == ["year-folder"]
    site.bulletin("2019/a", "Lời.", accept("year-folder"))
    assert found(site) == ()


@pytest.mark.parametrize("preview", [False, True], ids=["build", "preview"])
def test_an_error_can_not_be_accepted(site, preview):
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a", "Lời.", "captions: [Một, Hai]", accept("caption-extra"))
    assert codes(found(site, preview=preview)) == ["caption-extra"]


def test_a_bulletin_accepts_for_itself_only(site):
    site.photos("2026/a", "1.jpg")
    site.photos("2026/b", "1.jpg")
    site.bulletin("2026/a", "Lời.", accept("captions-none"))
    site.bulletin("2026/b")
    assert rows(found(site)) == [("captions-none", 1, "news/2026/b.md")]


def test_a_draft_accepts_in_its_preview(site):
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a", "Lời.", accept("captions-none"), status="draft")
    assert found(site, preview=True) == ()


# What is checked


@pytest.mark.parametrize(
    ("id", "keys", "expected"),
    [
        pytest.param("2026/a", {}, [], id="same-year"),
        pytest.param("2019/a", {}, [("year-folder", 3)], id="another-year"),
        pytest.param("en/2019/a", {}, [("year-folder", 3)], id="english"),
        pytest.param(
            "2025/a", {"date": "{start: 2025-12-31, end: 2026-01-02}"}, [], id="start"
        ),
        pytest.param("2026/a", {"date": "{start: 2025-12-31, end: 2026-01-02}"}, [], id="end"),
        pytest.param(
            "2026/a", {"date": "2025-12-31", "published": "2026-01-02"}, [], id="later"
        ),
        pytest.param("2019/a", {"date": "2019"}, [], id="year-precision"),
    ],
)
def test_the_folders_year_is_one_of_the_bulletins(site, id, keys, expected):
    site.bulletin(id, **keys)
    problems = found(site)
    assert [(problem.code, problem.at.line) for problem in problems] == expected
    assert all(problem.severity == "info" for problem in problems)


@pytest.mark.parametrize(
    ("alt", "warned"),
    [
        pytest.param("", True, id="none"),
        pytest.param(', alt: ""', False, id="decorative-on-purpose"),
        pytest.param(", alt: Toàn cảnh", False, id="described"),
    ],
)
def test_photos_of_the_full_form_want_an_alt(site, alt, warned):
    site.photos("2026/a", "1.jpg", "2.jpg")
    site.bulletin(
        "2026/a",
        "Lời.",
        "photos:",
        "  - {file: 1.jpg, alt: Một}",
        f"  - {{file: 2.jpg, caption: Hai{alt}}}",
    )
    problems = found(site)
    assert rows(problems) == ([("photo-alt", 6, "news/2026/a.md")] if warned else [])
    assert [values(problem) for problem in problems] == ([{"file": "2.jpg"}] if warned else [])


def test_the_quick_form_wants_no_alt(site):
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a", "Lời.", "captions: [Một]")
    assert found(site) == ()


def test_every_finding_comes_once_and_sorted_by_place(site):
    site.photos("2026/b", "1.jpg")
    site.bulletin("2026/b", "[chữ](khong.md) [chữ](khong.md)", "photos: [{file: 1.jpg}]")
    site.bulletin("2019/a")
    problems = found(site)
    assert list(problems) == sorted(set(problems))
    assert codes(problems) == ["year-folder", "photo-alt", "link-missing", "link-missing"]


# Texts


@pytest.mark.parametrize(
    ("body", "status", "expected"),
    [
        pytest.param("", "published", ["body-empty"], id="nothing"),
        pytest.param("", "draft", [], id="still-a-draft"),
        pytest.param("Lời.", "published", [], id="text"),
    ],
)
def test_a_bulletin_without_text_is_told_once_it_is_no_draft(site, body, status, expected):
    site.bulletin("2026/a", body, status=status)
    assert codes(found(site, preview=True)) == expected


VI, EN = (
    locale.text("new_bulletin", lang).split("---\n\n")[1].strip() for lang in ("vi", "en")
)


@pytest.mark.parametrize(
    ("body", "status", "line"),
    [
        pytest.param(VI, "published", 6, id="alone"),
        pytest.param(VI, "review", 6, id="for-review"),
        pytest.param(f"Lời.\n\n{VI}", "published", 8, id="below-the-text"),
        pytest.param(f"Lời. {VI} Lời.", "published", 6, id="in-a-line"),
        pytest.param(EN, "published", 6, id="english"),
        pytest.param(f"Lời.\n\n{VI}", "draft", None, id="still-a-draft"),
    ],
)
def test_the_sentence_of_a_new_bulletin_is_an_error_once_it_is_no_draft(
    site, body, status, line
):
    site.bulletin("2026/a", body, status=status)
    problems = found(site, preview=True)
    told = [("body-template", line, "news/2026/a.md")] if line else []
    assert rows(problems) == told
    assert all(problem.severity == "error" for problem in problems)


@pytest.mark.parametrize(
    ("title", "date", "expected"),
    [
        pytest.param("Hội nghị Hòa Bình", "2026-02-06", ["bulletin-twice"], id="same"),
        pytest.param("hội nghị  Hoà Bình", "2026-02-06", ["bulletin-twice"], id="as-read"),
        pytest.param("Hội nghị Hòa Bình", "2026-02-07", [], id="another-day"),
        pytest.param("Hội nghị Hóa Bình", "2026-02-06", [], id="another-word"),
    ],
)
def test_two_bulletins_that_look_the_same_are_told(site, title, date, expected):
    site.bulletin("2026/a", title="Hội nghị Hòa Bình")
    site.bulletin("2026/b", title=title, date=date)
    assert [(one.at.path, one.code) for one in found(site)] == [
        ("news/2026/b.md", code) for code in expected
    ]


# People who have not agreed


# Where photos were taken


def test_a_writer_hears_which_originals_tell_where_they_were_taken(site):
    for name in ("1.jpg", "10.jpg", "2.jpg"):
        site.write(f"images/2026/a/{name}", located(name))
    site.photos("2026/a", "3.jpg")
    site.write("images/chung/4.jpg", located("4"))
    listed = (f"{{file: {name}.jpg, alt: x}}" for name in (1, 2, 3, 10))
    site.bulletin("2026/a", "Lời.", f"photos: [{', '.join(listed)}]")
    site.bulletin("en/2026/a", "Text.", "captions: [A, B, C, D]", translation_of="2026/a")
    site.bulletin("2025/b", "![x](../../images/chung/4.jpg)", date="2025-02-06")
    assert found(site) == ()
    first, second = found(site, preview=True)
    assert rows((first, second)) == [
        ("photo-located", 1, "news/2025/b.md"),
        ("photo-located", 4, "news/2026/a.md"),
    ]
    assert {one.severity for one in (first, second)} == {"info"}
    assert [values(one)["files"] for one in (first, second)] == [
        "4.jpg",
        "1.jpg, 2.jpg, 10.jpg",
    ]


def located(seed: str) -> bytes:
    """A photo with the place in its EXIF."""
    exif = Image.Exif()
    exif.get_ifd(IFD.GPSInfo).update({1: "N", 2: (21.0, 18.0, 30.0)})
    target = io.BytesIO()
    Image.open(io.BytesIO(jpeg(seed))).save(target, "JPEG", exif=exif)
    return target.getvalue()


# Who is named without being marked, and who is taken elsewhere


def entry(site: Site, *entries: str, id: str = "2026/a", **keys: str) -> None:
    """A bulletin whose list ``photos`` has these entries, from line 5."""
    for number in range(1, len(entries) + 1):
        site.photos(keys.get("translation_of", id), f"{number}.jpg")
    listed = (
        f"  - {{file: {number}.jpg, alt: x, {one}}}"
        for number, one in enumerate(entries, start=1)
    )
    site.bulletin(id, "Lời.", "photos:", *listed, **keys)


CONSENT = "- {id: dy-1, who: Mẹ cháu, signed: 2026-01-01}\n"


@pytest.mark.parametrize(
    ("caption", "named"),
    [
        pytest.param("Bé Lê Bảo An ngày ra viện", True, id="child"),
        pytest.param("Bác sĩ Hảo thăm bé An", True, id="given-name"),
        pytest.param("Bệnh nhân N.V.K. tập đi", True, id="initials"),
        pytest.param("Chị Kim Thị Rinh, mẹ của bé Khôi", True, id="mother"),
        pytest.param("Bà Vàng Thị Mỷ, 74 tuổi, lần đầu đo điện tim", True, id="age"),
        pytest.param("Bác sĩ Hảo thăm một bệnh nhi", False, id="nobody-named"),
        pytest.param("Anh Tô Bảo Châu, sinh viên, hiến máu", False, id="student"),
        pytest.param("BSCKII Mã Quốc Uy, 52 tuổi, sút phạt", False, id="physician"),
        pytest.param("Người mẹ Dao bế con", False, id="people-of-a-mother"),
        pytest.param("Khám bệnh cho trẻ em xã Bình Xuyên", False, id="place"),
        pytest.param("Thở oxy lưu lượng cao (HFNC) cho trẻ", False, id="abbreviation"),
    ],
)
def test_who_names_a_patient_or_child_says_who_is_on_the_photo(site, caption, named):
    entry(site, f'caption: "{caption}"')
    problems = found(site)
    assert rows(problems) == ([("photo-people", 5, "news/2026/a.md")] if named else [])
    assert all(problem.severity == "warning" for problem in problems)


@pytest.mark.parametrize(
    "people", ["staff", "none", "public", "patient, consent: dy-1", "child, consent: dy-1"]
)
def test_who_says_who_is_on_the_photo_hears_nothing(site, people):
    site.write("news/_registry/consents.yml", CONSENT)
    entry(site, f"caption: Bé Lê Bảo An, people: {people}")
    assert found(site) == ()


def test_the_quick_form_is_told_that_it_can_not_say_so(site):
    site.photos("2026/a", "1.jpg", "2.jpg")
    site.bulletin("2026/a", "Lời.", "captions:", "  - Toàn cảnh", "  - Bé Lê Bảo An")
    (problem,) = found(site)
    assert rows((problem,)) == [("photo-people-captions", 6, "news/2026/a.md")]
    assert values(problem) == {"file": "2.jpg"}


def test_a_name_in_the_alternative_text_is_one(site):
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a", "Lời.", "photos: [{file: 1.jpg, alt: Bé Lê Bảo An cười}]")
    assert codes(found(site)) == ["photo-people"]


def test_each_language_is_told_of_its_own_caption(site):
    entry(site, "caption: Toàn cảnh")
    entry(site, "caption: Baby An goes home", id="en/2026/a", translation_of="2026/a")
    assert rows(found(site)) == [("photo-people", 6, "news/en/2026/a.md")]


def test_a_list_in_the_other_language_that_marks_the_file_is_enough(site):
    site.write("news/_registry/consents.yml", CONSENT)
    entry(site, "caption: Toàn cảnh, people: child, consent: dy-1")
    entry(site, "caption: Baby An goes home", id="en/2026/a", translation_of="2026/a")
    assert found(site) == ()


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        pytest.param("people: child, consent: dy-1", True, id="child"),
        pytest.param("people: patient, consent: dy-1", True, id="patient"),
        pytest.param("people: none, caption: Tranh của bé Lê Bảo An", True, id="named"),
        pytest.param("people: staff", False, id="staff"),
        pytest.param("caption: Toàn cảnh", False, id="nothing-said"),
    ],
)
@pytest.mark.parametrize("preview", [False, True], ids=["build", "preview"])
def test_a_photo_of_a_patient_in_another_bulletin_is_told_with_both_places(
    site, mark, told, preview
):
    site.write("news/_registry/consents.yml", CONSENT)
    entry(site, "caption: Một", mark)
    picture = "![Ảnh](../../images/2026/a/2.jpg)"
    site.bulletin("2026/b", f"Lời.\n\n{picture}")
    problems = found(site, preview=preview)
    assert rows(problems) == ([("photo-people-away", 7, "news/2026/b.md")] if told else [])
    for problem in problems:
        assert problem.severity == "warning"
        assert values(problem) == {"file": "images/2026/a/2.jpg", "other": "news/2026/a.md:6"}
    site.bulletin("2026/b", f"Lời.\n\n{picture}", accept("photo-people-away"))
    assert found(site, preview=preview) == ()


def test_its_own_bulletin_and_the_translation_show_it_in_their_texts(site):
    site.write("news/_registry/consents.yml", CONSENT)
    site.photos("2026/a", "1.jpg")
    photos = "photos: [{file: 1.jpg, alt: x, people: child, consent: dy-1}]"
    site.bulletin("2026/a", "![Ảnh](../../images/2026/a/1.jpg)", photos)
    picture = "![Photo](../../../images/2026/a/1.jpg)"
    site.bulletin("en/2026/a", picture, photos, translation_of="2026/a")
    assert found(site) == ()


def test_what_the_boxes_cover_stays_covered_in_another_text(site):
    site.write("news/_registry/consents.yml", CONSENT)
    entry(site, "people: child, consent: dy-1, blur: [[0, 0, 0.5, 0.5]]")
    site.bulletin("2026/b", "![Ảnh](../../images/2026/a/1.jpg)")
    read = site.read()
    assert [picture.treatment.blur for picture in read.pictures] == [(Box(0, 0, 0.5, 0.5),)]
    (shown,) = read.bodies["2026/b"].parts
    assert read.pictures[0].fallback.address in shown


# Tags


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        pytest.param("bỏng", ["tag-alike"], id="another-tone"),
        pytest.param("BONG", ["tag-alike"], id="no-tone"),
        pytest.param("Bóng", ["tag-capitals"], id="capitals"),
        pytest.param("bóng", [], id="the-same"),
        pytest.param("bóng đá", [], id="more-words"),
    ],
)
def test_tags_that_share_a_page_are_told_with_the_other_place(site, tag, expected):
    for id in ("2026/a", "2026/b", "2026/e"):
        site.bulletin(id, "Lời.", "tags: [bóng]")
    site.bulletin("2026/c", "Lời.", f"tags: [{tag}]", date="2026-01-02")
    site.bulletin("2026/d", "Lời.", f"tags: [khác, {tag}]", date="2026-03-02")
    problems = found(site)
    assert rows(problems) == [(code, 4, "news/2026/c.md") for code in expected]
    for problem in problems:
        assert values(problem) == {"tag": tag, "other": "bóng", "file": "news/2026/a.md:4:7"}
        assert problem.severity == ("warning" if problem.code == "tag-alike" else "info")


def test_the_place_of_a_tone_mark_and_another_language_are_nothing_to_tell(site):
    site.bulletin("2026/a", "Lời.", "tags: [khoẻ]")
    site.bulletin("2026/b", "Lời.", "tags: [khỏe]")
    site.bulletin("en/2026/c", "Text.", "tags: [khoe]")
    assert found(site) == ()


def test_an_accepted_likeness_of_tags_is_left_out(site):
    site.bulletin("2026/a", "Lời.", "tags: [bóng]")
    site.bulletin("2026/b", "Lời.", "tags: [bỏng]", accept("tag-alike"))
    assert found(site) == ()
