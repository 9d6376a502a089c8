from __future__ import annotations

from datetime import date

import pytest

from bantin.edition.consents import Consents, Place, speaks_of
from bantin.errors import Location
from bantin.model import Consent, Photo

TODAY = date(2026, 11, 22)
PLACE = Place("images", "2026/a", "02.jpg")
SIGNED = date(2026, 11, 1)


def found(typed: str, *entries: Consent, complete: bool = True) -> str:
    """Code and severity of what is told, or nothing."""
    photo = Photo("02.jpg", consent=typed, at=Location("news/2026/a.md", 7, 5))
    told = Consents(entries, TODAY, complete=complete).finding(photo, PLACE)
    assert told is None or told.at == photo.at
    return f"{told.code} {told.severity}" if told else ""


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param({}, "", id="open-end"),
        pytest.param({"signed": TODAY}, "", id="signed-today"),
        pytest.param({"signed": date(2026, 11, 23)}, "ahead error", id="signed-tomorrow"),
        pytest.param({"expires": TODAY}, "", id="last-day"),
        pytest.param({"expires": date(2026, 11, 21)}, "expired warning", id="day-after"),
        pytest.param({"withdrawn": date(2026, 11, 23)}, "", id="withdrawn-tomorrow"),
        pytest.param({"withdrawn": TODAY}, "withdrawn warning", id="withdrawn-today"),
        pytest.param(
            {"withdrawn": date(2026, 11, 2), "photo": "09.jpg"},
            "withdrawn warning",
            id="withdrawn-and-of-another-photo",
        ),
        pytest.param({"photo": "images/2026/a/09.jpg"}, "other error", id="another-photo"),
    ],
)
def test_a_consent_holds_from_its_first_to_its_last_day(dates, expected):
    one = Consent(**({"id": "dy-1", "signed": SIGNED, "who": "A"} | dates))
    assert found("dy-1", one) == (f"photo-consent-{expected}" if expected else "")


@pytest.mark.parametrize("typed", ["no", "No", "không"])
def test_who_said_no_is_asked_of_no_paper(typed):
    assert found(typed, Consent(typed, SIGNED)) == "photo-consent-refused error"


def test_an_unknown_id_is_told_with_the_nearest():
    known = (Consent("dy-2026-014", SIGNED), Consent("kb-1", SIGNED))
    assert found("dy-2026-41", *known) == "photo-consent-near error"
    assert found("DY-2026-014", *known) == "photo-consent-near error"
    assert found("có", *known) == "photo-consent-unknown error"
    assert found("dy-1") == "photo-consent-unknown error"


def test_what_could_not_be_read_says_nothing_of_what_is_missing():
    assert found("dy-1", complete=False) == ""


@pytest.mark.parametrize(
    "written",
    [
        "images/2026/a/02.jpg",
        "Images/2026/A/02.JPG",
        r"images\2026\a\02.jpg",
        "2026/a/02.jpg",
        "02.jpg",
        "01.jpg, 02.jpg",
        "images/2026/a/01.jpg và 02.jpg",
        "images/2026/b/01.jpg; images/2026/a/01.jpg, 02.jpg",
        "ảnh 02.jpg (bé trai)",
        "Ảnh 02.jpg.",
        "images/2026/a",
        "images/2026/a/",
        "cả thư mục images/2026/a trừ ảnh cuối",
        "bé trai áo xanh",
        "ảnh chụp ngày 1/11",
    ],
)
def test_a_consent_speaks_of_a_photo(written):
    assert speaks_of(written, PLACE)


@pytest.mark.parametrize(
    "written",
    [
        "images/2026/a/01.jpg",
        "images/2026/a/102.jpg",
        "images/2026/a/anh-02.jpg",
        "images/2026/a/02.jpg.png",
        "images/2026/b/02.jpg",
        "images/en/2026/a/02.jpg",
        "images/2026/a/01.jpg, images/2026/b/02.jpg",
        "images/2026/b/01.jpg và 02.jpg",
        "images/2026/b",
        "images/2026/ab/",
    ],
)
def test_a_consent_speaks_of_another_photo(written):
    assert not speaks_of(written, PLACE)


def test_names_with_spaces_and_folders_of_another_drive():
    place = Place("/mnt/anh", "2026/a", "hội nghị 1.jpg")
    assert speaks_of("/mnt/anh/2026/a/hội nghị 1.jpg", place)
    assert speaks_of("2026/a/Hội nghị 1.JPG", place)
    assert not speaks_of("/mnt/anh/2026/b/hội nghị 1.jpg", place)
    assert place.path == "/mnt/anh/2026/a/hội nghị 1.jpg"
