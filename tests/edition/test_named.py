"""Whom captions and texts name for certain; and all those whom nobody may be taken for."""

from __future__ import annotations

import unicodedata

import pytest

from bantin.edition import Named
from bantin.edition.spotted import sentences
from bantin.pictures import roams
from edition.sites import OWN_NAMES, Site, site

__all__ = ["site"]

PEOPLE = """\
- {id: tan, name: Trần Văn Tấn, posts: [{role: Giám đốc, organization: binh-xuyen}]}
- {id: thao, name: Nghiêm Thu Thảo, titles: [ThS], posts: [{role: Trưởng khoa Nhi}]}
- {id: binh, name: Đinh Hải Bình, posts: [{role: Giám đốc}]}
- {id: chien, name: Dương Văn Chiến}
- {id: hoa-1, name: Lê Thị Hoa, posts: [{role: Giám đốc, organization: binh-xuyen}]}
- {id: hoa-2, name: Lê Thị Hoa, posts: [{role: Giám đốc, organization: son-ha}]}
"""
ORGANIZATIONS = """\
- {id: binh-xuyen, name: Trung tâm Y tế khu vực Bình Xuyên}
- {id: son-ha, name: Bệnh viện Đa khoa Sơn Hà}
"""
LISTED = "participants:\n  - BS Trần Văn Tấn – Giám đốc, Trung tâm Y tế khu vực Bình Xuyên"


@pytest.fixture
def room(site: Site) -> Site:
    site.write("mkdocs.yml", OWN_NAMES)
    site.write("news/_registry/people.yml", PEOPLE)
    site.write("news/_registry/organizations.yml", ORGANIZATIONS)
    return site


def named(room: Site, id: str = "2026/a") -> Named:
    return room.read().named.get(id, Named())


TEXTS = [
    pytest.param(
        "BS Trần Văn Tấn – Giám đốc Trung tâm Y tế khu vực Bình Xuyên.", "tan", id="institution"
    ),
    pytest.param("BS Trần Văn Tấn, Giám đốc TTYT KV Bình Xuyên, dự.", "tan", id="abbreviated"),
    pytest.param("**BS Trần Văn Tấn**, Giám đốc TTYT KV Bình Xuyên, dự.", "tan", id="bold"),
    pytest.param("ThS Nghiêm Thu Thảo, Trưởng khoa Nhi, dự.", "thao", id="own-post"),
    pytest.param(
        "ThS Nghiêm Thu Thảo, Trưởng khoa Nhi Bệnh viện Nhi Mây Trắng, dự.", "thao", id="own"
    ),
    pytest.param(
        "Bà Lê Thị Hoa, Giám đốc Bệnh viện Đa khoa Sơn Hà, dự.", "hoa-2", id="namesake-placed"
    ),
    pytest.param("ThS Nghiêm Thu Thảo dự.", "", id="no-post"),
    pytest.param("BS Trần Văn Tấn dự.", "", id="no-institution"),
    pytest.param("Trần Văn Tấn", "", id="bare-name"),
    pytest.param("ThS Nghiêm Thu Thảo, Trưởng khoa Ngoại, dự.", "", id="other-post"),
    pytest.param("BS Trần Văn Tấn, Giám đốc Bệnh viện Đa khoa Sơn Hà, dự.", "", id="elsewhere"),
    pytest.param("BS Trần Văn Tấn – Giám đốc Vinmec, dự.", "", id="institution-unknown"),
    pytest.param("TS Đinh Hải Bình – Giám đốc Bệnh viện dự.", "binh", id="own-in-short"),
    pytest.param("TS Đinh Hải Bình – Giám đốc Hoàn Mỹ dự.", "", id="elsewhere-unknown"),
    pytest.param("TS Đinh Hải Bình (Giám đốc) Hoàn Mỹ dự.", "", id="behind-brackets"),
    pytest.param("ThS Nghiêm Thu Thảo, Trưởng khoa Nhi Vinmec.", "", id="post-goes-on"),
    pytest.param("Bà Lê Thị Hoa, Giám đốc, dự.", "", id="namesakes"),
    pytest.param(
        "BS Dương Văn Chiến, Trưởng khoa Nhi, Bệnh viện Đa khoa Sơn Hà.",
        "",
        id="no-posts-known",
    ),
    pytest.param("BS Tấn, Giám đốc TTYT KV Bình Xuyên, dự.", "", id="given-name"),
    pytest.param(
        "BS Trần Văn Tấn Dũng, Giám đốc TTYT KV Bình Xuyên, dự.", "", id="longer-name"
    ),
    pytest.param("BS Lê Trần Văn Tấn, Giám đốc TTYT KV Bình Xuyên.", "", id="longer-before"),
    pytest.param("Chị Nghiêm Thu Thảo, Trưởng khoa Nhi, dự.", "", id="not-polite-enough"),
    pytest.param("Bệnh nhân Nghiêm Thu Thảo, Trưởng khoa Nhi, đã khỏe.", "", id="patient"),
    pytest.param("Cháu Nghiêm Thu Thảo, 7 tuổi, ở thôn Đông.", "", id="child"),
    pytest.param("Mẹ bệnh nhi, bà Nghiêm Thu Thảo, Trưởng khoa Nhi, cảm ơn.", "", id="mother"),
    pytest.param(
        "ThS Nghiêm Thu Thảo, Trưởng khoa Nhi, khám.\n\nCháu Thảo đã khỏe.",
        "",
        id="child-in-short",
    ),
    pytest.param(
        "ThS Nghiêm Thu Thảo, Trưởng khoa Nhi, khám.\n\nBà Thảo, mẹ cháu An, mừng.",
        "",
        id="mother-in-short",
    ),
    pytest.param(
        "ThS Nghiêm Thu Thảo, Trưởng khoa Nhi, khám cho bé An.", "", id="doctor-of-a-child"
    ),
    pytest.param("Hội nghị do Trưởng khoa Nhi ThS Nghiêm Thu Thảo chủ trì.", "thao", id="post"),
    pytest.param(
        "Đồng chí Giám đốc Trung tâm Y tế khu vực Bình Xuyên **BS Trần Văn Tấn** dự.",
        "tan",
        id="post-and-institution",
    ),
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("body", "id"), TEXTS)
def test_texts(room, body, id, form):
    room.bulletin("2026/a", unicodedata.normalize(form, body))
    assert named(room).text == frozenset([id] if id else [])


NOBODY = [
    # patients who are called by their posts
    "Bệnh nhân là Trưởng khoa Nhi Nghiêm Thu Thảo nhập viện.",
    "Trưởng khoa Nhi Nghiêm Thu Thảo, nay là người bệnh tại khoa, cảm ơn.",
    "Trưởng khoa Nhi Nghiêm Thu Thảo nhập viện vì đột quỵ.",
    # posts that every hospital has, and posts elsewhere
    "Đoàn Bệnh viện Đa khoa Yên Lạc do Giám đốc Đinh Hải Bình dẫn đầu đã đến thăm.",
    "Tại Bệnh viện Đa khoa Yên Lạc, Giám đốc Đinh Hải Bình cho biết.",
    "Công ty TNHH Hoa Sen trao 10 suất quà. Giám đốc Đinh Hải Bình chia sẻ.",
    "Trường Mầm non Hoa Mai và Giám đốc Đinh Hải Bình tặng quà.",
    "Đoàn Bệnh viện Đa khoa Yên Lạc có Trưởng khoa Nhi Nghiêm Thu Thảo dẫn đầu.",
    # somebody else's posts
    "Tài xế của Giám đốc Trung tâm Y tế khu vực Bình Xuyên, ông Trần Văn Tấn.",
    "Con của Giám đốc Trung tâm Y tế khu vực Bình Xuyên là Trần Văn Tấn đạt giải.",
    "Trợ lý cho Giám đốc Trung tâm Y tế khu vực Bình Xuyên: Trần Văn Tấn.",
    "Nhờ Giám đốc Trung tâm Y tế khu vực Bình Xuyên, ông Trần Văn Tấn đã khỏe.",
    "Bạn của Giám đốc Trung tâm Y tế khu vực Bình Xuyên Trần Văn Tấn đạt giải.",
    "Bạn ông Giám đốc Trung tâm Y tế khu vực Bình Xuyên Trần Văn Tấn đạt giải.",
]


@pytest.mark.parametrize("body", NOBODY)
def test_a_post_joins_nobody_where_it_may_be_another_ones(room, body):
    room.bulletin("2026/a", body)
    assert named(room).text == frozenset()


CAPTIONS = [
    pytest.param("BS Trần Văn Tấn phát biểu.", "tan", id="listed"),
    pytest.param("Ông Trần Văn Tấn phát biểu.", "tan", id="polite"),
    pytest.param("*BS Trần Văn Tấn* phát biểu.", "tan", id="emphasis"),
    pytest.param(
        "BS Trần Văn Tấn – Giám đốc Trung tâm phát biểu.", "tan", id="short-institution"
    ),
    pytest.param("ThS Nghiêm Thu Thảo, Trưởng khoa Nhi.", "thao", id="not-listed-but-certain"),
    pytest.param("BS Tấn phát biểu.", "", id="given-name"),
    pytest.param("Giám đốc Trung tâm phát biểu.", "", id="nobody"),
    pytest.param("BS Trần Văn Tấn, Bệnh viện Đa khoa Sơn Hà.", "", id="elsewhere"),
    pytest.param("Anh Trần Văn Tấn phát biểu.", "", id="not-polite-enough"),
    pytest.param("Trao quà cho bé Trần Văn Tấn.", "", id="child"),
    pytest.param("Bệnh nhi Trần Văn Tấn.", "", id="patient"),
    pytest.param("Trần Văn Tấn (7 tuổi) nhận quà.", "", id="age"),
    pytest.param("Các cháu nhận quà: Lê An, Trần Văn Tấn.", "", id="bare-name-among-children"),
    pytest.param("BS Trần Văn Tấn thăm các bệnh nhi.", "tan", id="doctor-among-children"),
]


def with_caption(room: Site, caption: str, *lines: str) -> None:
    room.photos("2026/a", "01.jpg", "02.jpg")
    front = ("captions:", "  - Toàn cảnh.", f"  - '{caption}'")
    room.bulletin("2026/a", "Lời.", LISTED, *front, *lines)


@pytest.mark.parametrize(("caption", "id"), CAPTIONS)
def test_captions(room, caption, id):
    with_caption(room, caption)
    assert named(room).photos == ({2: frozenset([id])} if id else {})


def test_a_photo_of_patients_or_children_names_nobody(room):
    room.photos("2026/a", "01.jpg", "02.jpg")
    room.bulletin(
        "2026/a",
        "Lời.",
        LISTED,
        "photos:",
        "  - {file: 01.jpg, caption: BS Trần Văn Tấn khám cho bé., people: child, consent: x}",
        "  - {file: 02.jpg, caption: BS Trần Văn Tấn khám., people: patient, consent: x}",
    )
    assert named(room) == Named()


PRIVATE_CAPTIONS = [
    pytest.param("BS Trần Văn Tấn thăm bệnh nhi Lê Bảo An (7 tuổi).", id="patient"),
    pytest.param(
        "BS Trần Văn Tấn tặng quà cháu Lê Bảo An và mẹ là chị Vũ Thị Hoa.", id="family"
    ),
    pytest.param("Cháu Lê Bảo An, 7 tuổi, nhận quà.", id="nobody-registered"),
]


def roaming(room: Site, id: str = "2026/a") -> list[bool]:
    edition = room.read()
    return [roams(one, edition.marked) for one in edition.galleries[id]]


@pytest.mark.parametrize("caption", PRIVATE_CAPTIONS)
def test_a_photo_whose_caption_names_a_patient_names_nobody_and_stays(room, caption):
    with_caption(room, caption)
    assert named(room).photos == {}
    assert roaming(room) == [True, False]
    with_caption(room, "BS Trần Văn Tấn thăm các bệnh nhi.")
    assert roaming(room) == [True, True]


def test_the_alternative_text_of_a_photo_may_name_a_patient_too(room):
    room.photos("2026/a", "01.jpg")
    front = ("photos:", "  - {file: 01.jpg, caption: Thăm khoa., alt: Bệnh nhi Lê Bảo An.}")
    room.bulletin("2026/a", "Lời.", *front)
    assert roaming(room) == [False]


@pytest.mark.parametrize(
    ("caption", "free"),
    [
        pytest.param("Baby Lê Bảo An, aged 7, is well.", False, id="child"),
        pytest.param("Dr Trần Văn Tấn and patient Lê Bảo An.", False, id="patient"),
        pytest.param("Dr Trần Văn Tấn visits children.", True, id="doctor-alone"),
        pytest.param("Two boys wash their hands.", True, id="nobody"),
    ],
)
def test_what_one_language_says_of_a_photo_holds_for_the_other(room, caption, free):
    room.photos("2026/a", "01.jpg")
    room.bulletin("2026/a", "Lời.", "captions: [Toàn cảnh.]")
    room.bulletin("en/2026/a", "Text.", f'captions: ["{caption}"]', translation_of="2026/a")
    assert (roaming(room), roaming(room, "en/2026/a")) == ([free], [free])


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("Trần Văn Tấn", id="nobody-known"),
        pytest.param(
            "{name: Trần Văn Tấn, organization: Bệnh viện Đa khoa Sơn Hà}", id="elsewhere"
        ),
    ],
)
def test_of_two_with_one_name_in_a_list_no_caption_names_either(room, other):
    with_caption(room, "BS Trần Văn Tấn phát biểu.")
    assert named(room).photos
    room.photos("2026/a", "01.jpg", "02.jpg")
    front = ("captions: [Toàn cảnh., BS Trần Văn Tấn phát biểu.]",)
    room.bulletin("2026/a", "Lời.", f"{LISTED}\n  - {other}", *front)
    assert named(room) == Named()


def test_of_two_registered_with_one_name_no_caption_names_either_without_a_place(room):
    room.photos("2026/a", "01.jpg", "02.jpg")
    listed = "participants:\n  - Bà Lê Thị Hoa – Giám đốc, Bệnh viện Đa khoa Sơn Hà"
    captions = (
        "captions:\n  - Bà Lê Thị Hoa phát biểu.",
        "  - Bà Lê Thị Hoa, Giám đốc Bệnh viện Đa khoa Sơn Hà.",
    )
    room.bulletin("2026/a", "Lời.", listed, *captions)
    assert named(room).photos == {2: frozenset(["hoa-2"])}


def test_who_has_the_name_of_a_patient_in_the_same_bulletin_is_left_out(room):
    room.bulletin("2026/a", "Bệnh nhân Trần Văn Tấn đã khỏe.", LISTED)
    room.bulletin("2026/b", "Bé Tấn đã khỏe.", LISTED)
    assert named(room).private == {"tan"}
    assert named(room, "2026/b").private == frozenset()


def listed_ids(room: Site) -> dict[str, list[str]]:
    """Of whom the pages and the index know who they are, by bulletin."""
    shown = room.read().bulletins
    return {one.id: [person.person_id for person in one.participants] for one in shown}


def test_nobody_of_a_list_is_known_where_the_text_calls_them_a_patient(room):
    room.bulletin("2026/a", "Bệnh nhân Trần Văn Tấn đã khỏe.", LISTED)
    room.bulletin("2026/b", "Lời.", LISTED)
    assert listed_ids(room) == {"2026/a": [""], "2026/b": ["tan"]}


def test_a_patient_of_the_vietnamese_bulletin_is_one_in_its_translation(room):
    room.photos("2026/a", "01.jpg")
    captions = "captions: [Trần Văn Tấn.]"
    room.bulletin("2026/a", "Bệnh nhân Trần Văn Tấn đã khỏe.", LISTED, captions)
    room.bulletin("en/2026/a", "Text.", LISTED, captions, translation_of="2026/a")
    room.bulletin("en/2026/b", "Text.", LISTED)
    assert named(room, "en/2026/a") == Named(private=frozenset(["tan"]))
    assert listed_ids(room) == {"2026/a": [""], "en/2026/a": [""], "en/2026/b": ["tan"]}


@pytest.mark.parametrize(
    ("body", "id"),
    [
        pytest.param("Baby Trần Văn Tấn, aged 7, is well.", "", id="child"),
        pytest.param("We thank\n\n- **Trần Văn Tấn** and his family.", "", id="family"),
        pytest.param("Dr Trần Văn Tấn visits the patients.", "tan", id="doctor"),
        pytest.param("Trần Văn Tấn speaks. The patients are well.", "tan", id="elsewhere"),
    ],
)
def test_whom_an_english_text_calls_a_patient_is_nobody_of_the_registry(room, body, id):
    room.bulletin("en/2026/a", body, LISTED)
    assert listed_ids(room) == {"en/2026/a": [id]}


def test_whom_an_english_caption_calls_a_patient_is_nobody_of_the_registry(room):
    room.photos("en/2026/a", "01.jpg")
    room.bulletin("en/2026/a", "Text.", LISTED, "captions: [Patient Trần Văn Tấn.]")
    assert listed_ids(room) == {"en/2026/a": [""]}


@pytest.mark.parametrize(
    ("role", "id"),
    [
        ("bệnh nhi", ""),
        ("mẹ của cháu An", ""),
        ("Patient", ""),
        ("Patient’s mother", ""),
        ("Mother of a patient", ""),
        ("Bác sĩ", "chien"),
        ("Patient safety officer", "chien"),
        ("Child health nurse", "chien"),
    ],
)
def test_whom_a_list_calls_a_patient_or_family_is_nobody_of_the_registry(room, role, id):
    listed = f"participants:\n  - {{name: Dương Văn Chiến, role: {role}}}"
    room.bulletin("2026/a", "Lời.", listed)
    room.bulletin("en/2026/a", "Text.", listed)
    found = [one.participants[0].person_id for one in room.read().bulletins]
    assert found == [id, id]


ENGLISH = [
    pytest.param("Dr Trần Văn Tấn speaks.", True, id="listed"),
    pytest.param(
        "Trần Văn Tấn and Lê An at May Trang Children’s Hospital.", True, id="hospital"
    ),
    pytest.param("Dr Tấn speaks.", False, id="given-name"),
    pytest.param("Dr Nghiêm Thu Thảo speaks.", False, id="not-listed"),
    pytest.param("Trần Văn Tấn, aged seven, is well again.", False, id="child"),
    pytest.param("Mother Trần Văn Tấn.", False, id="family"),
    pytest.param("Lê Trần Văn Tấn speaks.", False, id="longer-name"),
    pytest.param("Dr Trần Văn Tấn Dũng speaks.", False, id="longer-behind"),
]


@pytest.mark.parametrize(("caption", "found"), ENGLISH)
def test_english_captions_name_who_is_listed(room, caption, found):
    room.photos("en/2026/a", "01.jpg")
    room.bulletin("en/2026/a", "Text.", LISTED, f'captions: ["{caption}"]')
    expected = {1: frozenset(["tan"])} if found else {}
    assert named(room, "en/2026/a").photos == expected


def test_what_is_read_is_kept_until_something_it_depends_on_changes(room):
    room.bulletin("2026/a", "BS Trần Văn Tấn, Giám đốc Bệnh viện Đa khoa Sơn Hà, dự.")
    kept = room.root / ".cache" / "texts" / "named"
    assert named(room) == Named()
    assert len([one for one in kept.rglob("*") if one.is_file()]) == 1
    assert named(room) == Named()
    assert len([one for one in kept.rglob("*") if one.is_file()]) == 1
    room.write("news/_registry/people.yml", PEOPLE.replace("binh-xuyen}]}", "son-ha}]}", 1))
    assert named(room).text == {"tan"}
    merged = ORGANIZATIONS.replace("- {id: son-ha, name", "- {id: son-ha-2, name")
    room.write("news/_registry/organizations.yml", merged)
    assert named(room).text == frozenset()


@pytest.mark.parametrize(
    "text",
    ["Lan. " * 20_000, "Trần Văn Tấn " * 20_000, "- " * 40_000, "Tấn! " * 20_000],
    ids=["dots", "names", "bullets", "calls"],
)
def test_a_text_of_any_shape_is_cut_in_time_that_grows_with_its_length(text):
    whole = "".join(sentences(text))
    assert whole.split() == text.split()
