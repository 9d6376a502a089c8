"""What bulletins say of the people on their photos, and what a reading makes of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bantin.edition import Edition
from bantin.model import Box
from bantin.pictures import cover
from edition.sites import MKDOCS, ZONE, Site, codes, jpeg, rows, values

CONSENTS = "news/_registry/consents.yml"
A, EN = "news/2026/a.md", "news/en/2026/a.md"
CHILD = "file: 02.jpg, people: child, consent: dy-1"


def consent(site: Site, more: str = "", id: str = "dy-1") -> None:
    site.write(CONSENTS, f"- {{id: {id}, who: A, signed: 2026-02-01{more}}}\n")


def withdraw(site: Site) -> None:
    consent(site, ", withdrawn: 2026-11-20")


def full(site: Site, *photos: str, id: str = "2026/a", body: str = "Lời.", **keys: str) -> None:
    """A bulletin with these photos, the first on line 5."""
    site.bulletin(id, body, "photos:", *(f"  - {{alt: x, {one}}}" for one in photos), **keys)


@pytest.fixture
def three(site: Site) -> Site:
    """Three photos, a child on the second; its consent holds."""
    site.photos("2026/a", "01.jpg", "02.jpg", "03.jpg")
    full(site, "file: 01.jpg", CHILD, "file: 03.jpg")
    consent(site)
    return site


def numbers(read: Edition, id: str = "2026/a") -> list[int]:
    return [one.number for one in read.galleries[id]]


def files(read: Edition) -> list[str]:
    return sorted(picture.original.path for picture in read.pictures)


# Consents


@pytest.mark.parametrize("people", ["child", "patient"])
@pytest.mark.parametrize("preview", [False, True], ids=["build", "preview"])
def test_patients_and_children_need_a_consent(site, people, preview):
    site.photos("2026/a", "01.jpg")
    full(site, f"file: 01.jpg, people: {people}")
    (problem,) = site.read(preview=preview).problems
    assert (problem.code, problem.severity) == ("photo-consent-missing", "error")
    assert (problem.at.path, problem.at.line) == (A, 5)


def test_a_consent_that_holds_is_nothing_to_talk_about(three):
    read = three.read()
    assert read.problems == ()
    assert numbers(read) == [1, 2, 3]


@pytest.mark.parametrize("people", ["people: child, ", "people: staff, ", "people: none, ", ""])
@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param("{id: b, who: A, signed: 2026-02-01}", "photo-consent-unknown", id="none"),
        pytest.param("{id: dy-2, who: A, signed: 2026-02-01}", "photo-consent-near", id="near"),
        pytest.param(
            "{id: dy-1, who: A, signed: 2026-11-23}", "photo-consent-ahead", id="later"
        ),
        pytest.param(
            "{id: dy-1, photo: 09.jpg, signed: 2026-02-01}", "photo-consent-other", id="other"
        ),
    ],
)
def test_a_consent_is_looked_up_whoever_is_on_the_photo(site, people, entry, expected):
    site.photos("2026/a", "01.jpg")
    full(site, f"file: 01.jpg, {people}consent: dy-1")
    site.write(CONSENTS, f"- {entry}\n")
    (problem,) = site.read().problems
    assert (problem.code, problem.severity, problem.at.line) == (expected, "error", 5)


def test_today_is_the_day_in_the_zone_of_the_site(three):
    consent(three, ", expires: 2026-11-21")
    midnight = datetime(2026, 11, 22, tzinfo=ZONE).astimezone(UTC)
    assert numbers(three.read(now=midnight - timedelta(seconds=1))) == [1, 2, 3]
    assert numbers(three.read(now=midnight)) == [1, 3]


def test_a_registry_that_can_not_be_read_is_told_alone(three):
    three.write(CONSENTS, "- id: dy-1\n  signed: 31/02/2026\n")
    assert [one.at.path for one in three.read().problems] == [CONSENTS]


# Left out


@pytest.mark.parametrize("preview", [False, True], ids=["build", "preview"])
@pytest.mark.parametrize(
    ("more", "code"),
    [
        pytest.param(", withdrawn: 2026-11-20", "photo-consent-withdrawn", id="withdrawn"),
        pytest.param(", expires: 2026-11-20", "photo-consent-expired", id="expired"),
    ],
)
def test_a_photo_goes_with_its_consent_and_leaves_its_number_empty(three, preview, more, code):
    consent(three, more)
    read = three.read(preview=preview)
    assert numbers(read) == [1, 3]
    assert [one.anchor for one in read.galleries["2026/a"]] == ["anh-1", "anh-3"]
    assert files(read) == ["images/2026/a/01.jpg", "images/2026/a/03.jpg"]
    assert "images/2026/a/02.jpg" not in read.sources
    (problem,) = read.problems
    assert (problem.code, problem.severity, problem.at.line) == (code, "warning", 6)
    assert "2026-11-20" in values(problem).values()


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("file: 02.jpg, people: staff, consent: dy-1", id="first"),
        pytest.param(f"{CHILD}, cover: true", id="chosen"),
    ],
)
def test_the_cover_falls_to_the_next_photo_that_is_shown(site, first):
    site.photos("2026/a", "01.jpg", "02.jpg", "03.jpg")
    full(site, first, "file: 01.jpg, focus: [0.2, 0.3]", "file: 03.jpg")
    consent(site)
    assert [bool(one.picture.crops) for one in site.read().galleries["2026/a"]] == [
        True,
        False,
        False,
    ]
    withdraw(site)
    read = site.read()
    first, last = read.galleries["2026/a"]
    assert (first.number, first.picture.crops.focus, last.picture.crops) == (
        2,
        (0.2, 0.3),
        None,
    )
    assert first.picture in read.pictures


@pytest.mark.parametrize(
    ("photos", "expected"),
    [
        pytest.param(["file: 01.jpg", "file: 03.jpg"], "01", id="the-cover"),
        pytest.param(["file: 01.jpg", "file: 03.jpg, cover: true"], "03", id="the-chosen"),
        pytest.param([CHILD], "02", id="the-gallery's-first-without-cover"),
        pytest.param(
            [f"{CHILD}, cover: true", "file: 01.jpg", "file: 03.jpg"],
            "02 01",
            id="the-library's-first-where-the-cover-stays-at-home",
        ),
    ],
)
def test_what_a_page_shows_first_has_the_width_of_a_phone(site, photos, expected):
    for name in ("01", "02", "03"):
        site.write(f"images/2026/a/{name}.jpg", jpeg(name, (1500, 1000)))
    consent(site)
    full(site, *photos)
    gallery = site.read().galleries["2026/a"]
    wide = {one.photo.file for one in gallery if 720 in [it.width for it in one.picture.uncut]}
    assert wide == {f"{name}.jpg" for name in expected.split()}


@pytest.mark.parametrize("people", ["child", "patient"])
def test_nobody_but_a_writer_makes_a_child_or_a_patient_the_cover(site, people):
    site.photos("2026/a", "01.jpg", "02.jpg")
    marked = f"file: 01.jpg, people: {people}, consent: dy-1"
    consent(site)
    cropped = {}
    for said in ("", ", cover: true"):
        full(site, f"{marked}{said}", "file: 02.jpg")
        full(site, "file: 01.jpg", "file: 02.jpg", id="en/2026/a", translation_of="2026/a")
        first, _ = site.read().galleries["2026/a"]
        cropped[said] = bool(first.picture.crops)
    assert cropped == {"": False, ", cover: true": True}
    full(site, marked)
    full(site, "file: 01.jpg", id="en/2026/a", translation_of="2026/a")
    galleries = site.read().galleries
    assert [one.picture.crops for id in galleries for one in galleries[id]] == [None, None]


def test_a_translation_that_does_not_say_child_can_t_choose_one(site):
    site.photos("2026/a", "01.jpg", "02.jpg")
    consent(site)
    full(site, "file: 02.jpg", "file: 01.jpg, people: child, consent: dy-1")
    for said, chosen in (("", "02.jpg"), (", people: child, consent: dy-1", "01.jpg")):
        mine = f"file: 01.jpg, cover: true{said}"
        full(site, "file: 02.jpg", mine, id="en/2026/a", translation_of="2026/a")
        read = site.read()
        assert cover(read.galleries["en/2026/a"], read.marked).photo.file == chosen


def test_a_child_that_only_a_caption_names_is_chosen_by_who_says_so(site):
    site.photos("2026/a", "01.jpg", "02.jpg")
    consent(site)
    for said, chosen in (("", "01.jpg"), (", people: child, consent: dy-1", "02.jpg")):
        child = f'file: 02.jpg, cover: true, caption: "Khám cho bé Lê Bảo An (7 tuổi)."{said}'
        full(site, "file: 01.jpg", child)
        read = site.read()
        shown = cover(read.galleries["2026/a"], read.marked)
        assert (shown.photo.file, bool(shown.picture.crops)) == (chosen, True)


def test_of_equal_files_the_one_with_people_speaks(site):
    for id in ("2025/a", "2026/a"):
        site.write(f"images/{id}/01.jpg", jpeg("equal"))
    consent(site)
    full(site, "file: 01.jpg, blur: [[0, 0, 0.1, 0.1]]", id="2025/a", status="draft")
    full(site, "file: 01.jpg, people: child, consent: dy-1")
    (marked,) = site.read().marked.values()
    assert "people" in marked.keys


def test_a_translation_a_film_and_a_text_lose_it_too_without_a_word(three):
    film = "video: {url: https://video.example.org/1, title: Phim, poster: 02.jpg}"
    photos = "photos: [{file: 01.jpg, alt: x}]"
    three.bulletin("en/2026/a", "Text.", "captions: [One, Two, Three]", translation_of="2026/a")
    three.bulletin("en/2026/b", "Text.", photos, film, translation_of="2026/a")
    three.bulletin("2026/b", "Trước ![Bé An](../../images/2026/a/02.jpg) sau.")
    assert set(three.read().posters) == {"en/2026/b"}
    withdraw(three)
    read = three.read()
    assert numbers(read, "en/2026/a") == [1, 3]
    assert dict(read.posters) == {}
    assert read.bodies["2026/b"].parts == ("<p>Trước  sau.</p>",)
    assert files(read) == ["images/2026/a/01.jpg", "images/2026/a/03.jpg"]
    assert set(codes(read.problems)) == {"photo-consent-withdrawn", "photo-unused"}


def test_of_a_link_to_it_the_words_remain(three):
    links = "[ảnh hai](#anh-2), [ảnh ba](#anh-3)"
    full(three, "file: 01.jpg", CHILD, "file: 03.jpg", body=links)
    assert '<a href="#anh-2">ảnh hai</a>' in three.read().bodies["2026/a"].parts[0]
    withdraw(three)
    read = three.read()
    assert read.bodies["2026/a"].parts == ('<p>ảnh hai, <a href="#anh-3">ảnh ba</a></p>',)
    assert codes(read.problems) == ["photo-consent-withdrawn"]


# A mark belongs to the file


def test_hidden_bulletins_mark_files_of_public_ones(three):
    three.bulletin("2026/a", "Lời.", "captions: [Một, Hai, Ba]")
    mark = f"{CHILD}, blur: [[0.1, 0.1, 0.2, 0.2]]"
    full(three, mark, id="en/2026/a", translation_of="2026/a", status="draft")
    read = three.read()
    assert read.problems == ()
    treated = {one.original.path: one.treatment.blur for one in read.pictures}
    assert treated["images/2026/a/02.jpg"] == (Box(0.1, 0.1, 0.2, 0.2),)
    assert treated["images/2026/a/01.jpg"] == ()
    withdraw(three)
    read = three.read()
    assert numbers(read) == [1, 3]
    assert rows(read.problems) == [("photo-consent-withdrawn", 4, A)]


@pytest.mark.parametrize("mark", ["people: child", "consent: no", "consent: khong-co"])
def test_what_a_hidden_bulletin_says_against_a_photo_is_told_where_it_is_shown(three, mark):
    three.bulletin("2026/a", "Lời.", "captions: [Một, Hai, Ba]")
    keys = {"translation_of": "2026/a", "status": "draft"}
    full(three, f"file: 02.jpg, {mark}", id="en/2026/a", **keys)
    (problem,) = three.read().problems
    assert (problem.code, problem.severity) == ("photo-marked-elsewhere", "error")
    assert (problem.at.path, values(problem)["other"]) == (A, f"{EN}:7")
    shown = three.read(preview=True).problems
    assert [one.at.path for one in shown if one.severity == "error"] == [EN]


def test_the_lists_of_two_languages_add_up(three):
    full(three, "file: 01.jpg", "file: 02.jpg, people: child, blur: [[0.5, 0, 0.1, 0.1]]")
    mark = "file: 02.jpg, consent: dy-1, blur: [[0, 0, 0.1, 0.1], [0.5, 0, 0.1, 0.1]]"
    full(three, mark, id="en/2026/a", translation_of="2026/a")
    read = three.read()
    assert {one.code for one in read.problems} == {"photo-unused"}
    (vi,) = (one.picture for one in read.galleries["2026/a"] if one.number == 2)
    (en,) = (one.picture for one in read.galleries["en/2026/a"])
    assert vi == en
    assert vi.treatment.blur == (Box(0, 0, 0.1, 0.1), Box(0.5, 0, 0.1, 0.1))


def test_the_order_of_boxes_makes_no_other_picture(three):
    one, other = "[0, 0, 0.1, 0.1]", "[0.5, 0, 0.1, 0.1]"
    keys = []
    for boxes in (f"{one}, {other}", f"{other}, {one}"):
        full(three, f"file: 01.jpg, blur: [{boxes}]", "file: 02.jpg", "file: 03.jpg")
        keys.append(three.read().galleries["2026/a"][0].picture.key)
    assert keys[0] == keys[1]
    full(three, f"file: 01.jpg, blur: [{one}]", "file: 02.jpg", "file: 03.jpg")
    assert three.read().galleries["2026/a"][0].picture.key != keys[0]


# The same bytes elsewhere


@pytest.mark.parametrize(
    ("mark", "keys"),
    [
        pytest.param("people: child, consent: dy-1", "people, consent", id="child"),
        pytest.param("people: staff, consent: dy-1", "consent", id="consent"),
        pytest.param("blur: [[0, 0, 0.5, 0.5]]", "blur", id="blur"),
    ],
)
@pytest.mark.parametrize("status", ["published", "draft"])
def test_a_copy_that_is_shown_unmarked_is_an_error_there(site, mark, keys, status):
    consent(site)
    site.write("images/2026/b/01.jpg", jpeg("child"))
    full(site, f"file: 01.jpg, {mark}", id="2026/b", status=status)
    site.write("images/2026/a/x.jpg", jpeg("child"))
    site.bulletin("2026/a", "Lời.", "captions: [Một]")
    (problem,) = site.read().problems
    assert (problem.code, problem.severity) == ("photo-copy", "error")
    assert (problem.at.path, problem.at.line) == (A, 4)
    other = "images/2026/b/01.jpg"
    assert values(problem) == {"file": "images/2026/a/x.jpg", "other": other, "marks": keys}
    full(site, f"file: x.jpg, {mark}")
    assert site.read().problems == ()


def test_a_copy_that_is_not_shown_or_says_nothing_is_none(site):
    consent(site)
    site.write("images/2026/a/01.jpg", jpeg("same"))
    site.write("images/2026/a/02.jpg", jpeg("same"))
    full(site, "file: 01.jpg, people: staff, credit: An", "file: 02.jpg")
    assert site.read().problems == ()
    full(site, "file: 01.jpg, people: child, consent: dy-1")
    assert codes(site.read().problems) == ["photo-unused"]


def test_a_logo_is_no_place_for_a_marked_photo(tmp_path):
    site = Site(tmp_path / "logo", f"{MKDOCS}      hospital: {{logo: logo.jpg}}\n")
    site.write("logo.jpg", jpeg("child", (120, 120)))
    site.write("images/2026/a/01.jpg", jpeg("child", (120, 120)))
    full(site, "file: 01.jpg, people: child, consent: dy-1")
    consent(site)
    proof = site.proofread()
    assert [one.code for one in proof.problems if one.severity == "error"] == ["photo-copy"]
    assert proof.edition.signs is None


# What is drawn into the pixels


def test_the_credit_is_that_of_the_bulletin_whose_photos_they_are(tmp_path):
    photos = "      photos: {credit: true}\n"
    site = Site(tmp_path / "credit", f"plugins:\n  - bantin:\n{photos}")
    site.photos("2026/a", "01.jpg")
    full(site, "file: 01.jpg, credit: Ảnh An")
    later = {"translation_of": "2026/a", "date": "2026-03-01"}
    full(site, "file: 01.jpg, credit: Photo An", id="en/2026/a", **later)
    assert [one.treatment.credit for one in site.read().pictures] == ["Ảnh An"]


@pytest.mark.parametrize("credit", [True, False])
def test_settings_say_what_else_is_drawn(tmp_path, credit):
    photos = f"{{credit: {str(credit).lower()}, watermark: BV Mây}}"
    site = Site(tmp_path / "drawn", f"plugins:\n  - bantin:\n      photos: {photos}\n")
    site.photos("2026/a", "01.jpg", "02.jpg", "03.jpg")
    full(site, "file: 01.jpg, credit: An", "file: 02.jpg")
    lines = {"translation_of": "2026/a", "status": "draft"}
    full(site, "file: 02.jpg, credit: Bí mật", id="en/2026/a", **lines)
    site.bulletin("2026/b", "![](../../images/2026/a/03.jpg)")
    drawn = [
        one.treatment for one in sorted(site.read().pictures, key=lambda one: one.original)
    ]
    assert [one.credit for one in drawn] == ["An" if credit else "", "", ""]
    assert [one.watermark for one in drawn] == ["BV Mây"] * 3
