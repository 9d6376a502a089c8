from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from importlib import metadata
from pathlib import Path

import pytest

from bantin.edition import Body, Edition
from bantin.errors import Location
from bantin.markup import fingerprint as markup
from bantin.model import (
    Acceptance,
    Attachment,
    Bulletin,
    Correction,
    EventDate,
    Name,
    Organization,
    Part,
    Participant,
    People,
    Person,
    Photo,
    Precision,
    Registry,
    Source,
    Status,
    Term,
    Video,
)
from bantin.search import Thumbnail, documents
from bantin.search.documents import Library, SitePage
from bantin.visibility import Reason
from newsrooms import PATIENCE
from pages.editions import SETTINGS, ZONE, bulletin, edition, full, gallery, year
from search.libraries import leads, only, written

TRONG = Participant(
    "Phan Kim Trọng",
    ("TTƯT", "ThS", "BSCKII"),
    "Giám đốc",
    "Trung tâm Y tế khu vực Bình Xuyên",
    Part.HOST,
    "Đoàn công tác huyện",
    person_id="trong",
    organization_id="binh-xuyen",
)
REGISTRY = Registry(
    people=(Person("trong", "Phan Kim Trọng", aliases=("Kim Trọng Phan",)),),
    organizations=(
        Organization("binh-xuyen", "Trung tâm Y tế khu vực Bình Xuyên"),
        Organization("san-nhi", "Bệnh viện Sản Nhi Vĩnh Phúc"),
    ),
    glossary=(Term("HTL", "hội trường lớn"),),
)
PHOTOS = (Photo("01.jpg", "Toàn cảnh *hội trường*", "Hàng ghế đầu", "Thu Lan"), Photo("02.jpg"))


def visit(**values) -> Bulletin:
    return bulletin(
        "2026/tham",
        EventDate(date(2026, 2, 6), date(2026, 2, 7)),
        **{
            "title": "Hội nghị sơ kết",
            "place": "Hội trường lớn",
            "category": "hop-tac",
            "tags": ("hồi sức",),
            "series": "so-ket",
            "summary": "Hai bên gặp nhau.",
            "byline": "Phòng Truyền thông",
            "participants": (TRONG,),
            "outcomes": ("Ký biên bản.",),
            "attachments": (Attachment("ke-hoach.pdf", "Kế hoạch phối hợp"),),
            "source": Source("Báo Vĩnh Phúc"),
            "corrections": (Correction(date(2026, 2, 9), "Sửa tên người dự."),),
            "video": Video("https://phim.example.org/1", "Phim buổi lễ"),
        }
        | values,
    )


def site(made: Bulletin | None = None, **values) -> Edition:
    shown = made or visit()
    settings = replace(SETTINGS, series={"so-ket": Name("Sơ kết tuyến", "Review")})
    return edition(
        [shown],
        **{
            "settings": settings,
            "bodies": {shown.id: Body(("<p>Chuyển giao kỹ thuật.</p>", "<p>Hết.</p>"))},
            "galleries": {shown.id: gallery("2026/tham", *PHOTOS)},
            "registry": REGISTRY,
        }
        | values,
    )


def photos(*shown: Photo):
    return {"2026/tham": gallery("2026/tham", *shown)}


def test_a_bulletin_is_found_by_everything_its_page_says():
    library = Library(site(), ())
    document = library.document("news/2026/tham/")
    for said in (
        *("Hội nghị sơ kết", "Hội trường lớn", "Hợp tác – Đào tạo", "hồi sức", "Sơ kết tuyến"),
        *("Hai bên gặp nhau", "Phòng Truyền thông", "ThS BSCKII Phan Kim Trọng", "Giám đốc"),
        *("Trung tâm Y tế khu vực Bình Xuyên", "Đoàn công tác huyện", "Ký biên bản"),
        *("Kế hoạch phối hợp", "Báo Vĩnh Phúc", "Sửa tên người dự", "Phim buổi lễ"),
        *("Toàn cảnh hội trường", "Hàng ghế đầu", "Thu Lan", "Chuyển giao kỹ thuật", "Hết"),
    ):
        assert leads(document, said), said


def test_what_results_show():
    library = Library(site(galleries=photos(*PHOTOS, Photo("03.jpg", cover=True))), ())
    document = library.document("news/2026/tham/")
    assert (document.title, document.lang, document.year) == ("Hội nghị sơ kết", "vi", 2026)
    assert (document.date, document.date_text) == ("2026-02-06", "6–7/2/2026")
    assert (document.category, document.category_text) == ("hop-tac", "Hợp tác – Đào tạo")
    assert document.photos == 3
    assert document.thumbnail == Thumbnail(
        "images/2026/tham/03.240.square-key.avif", "images/2026/tham/03.240.square-key.jpg"
    )
    assert document.captions == ((1, "Toàn cảnh hội trường"), (1, "Hàng ghế đầu"))
    assert document.facts[0] == (
        "TTƯT, ThS.BSCKII Phan Kim Trọng – Giám đốc, Trung tâm Y tế khu vực Bình Xuyên,"
        " Đoàn công tác huyện"
    )
    assert document.text == (
        *("Hai bên gặp nhau.", "Chuyển giao kỹ thuật.", "Hết."),
        *("Ký biên bản.", "Sửa tên người dự."),
    )
    assert (document.people, document.organizations) == (("trong",), ("binh-xuyen",))
    assert document.facts_dates == (
        *("--02-06", "--02-07", "2026-02", "2026-02-06", "2026-02-07"),
    )


def test_no_result_shows_a_child_whom_nobody_chose():
    child = Photo("03.jpg", people=People.CHILD)
    for photo, shown in ((child, False), (replace(child, cover=True), True)):
        document = Library(site(galleries=photos(photo)), ()).document("news/2026/tham/")
        assert bool(document.thumbnail) is shown


def test_an_english_bulletin_is_told_in_english():
    document = only(bulletin("en/2026/a", category="hop-tac"))
    assert (document.lang, document.category_text) == ("en", "Cooperation")


def test_a_photo_that_is_left_out_keeps_its_number_and_says_nothing():
    shown = gallery("2026/tham", Photo("01.jpg", "Một"), Photo("02.jpg", "Ba"))
    third = replace(shown[1], number=3)
    document = only(visit(), galleries={"2026/tham": (shown[0], third)})
    assert document.captions == ((1, "Một"), (3, "Ba"))


def test_a_category_that_settings_do_not_know_is_none():
    document = only(bulletin(category="la"))
    assert (document.category, document.category_text) == ("", "")


def test_without_photos_there_is_no_thumbnail():
    assert only(bulletin()).thumbnail is None


def test_hidden_bulletins_are_on_no_shelf():
    hidden = replace(visit(), status=Status.DRAFT)
    library = Library(
        site(hidden, preview=True, hidden={hidden.id: Reason.DRAFT}),
        (),
    )
    assert library.shelf == ()
    with pytest.raises(KeyError):
        library.document("news/2026/tham/")


def test_pages_come_first_then_bulletins_the_oldest_first():
    made = [
        bulletin("2025/cuoi-nam", date(2025, 12, 31)),
        # the last evening of 2025 in London, new year's morning in Hà Nội
        bulletin("2026/dau-nam", sorted_by=datetime(2025, 12, 31, 20, tzinfo=UTC)),
    ]
    pages = [SitePage("lien-he/", "Liên hệ", "vi", ""), SitePage("en/", "Home", "en", "")]
    shelf = Library(edition(made), pages).shelf
    assert [(item.address, item.year) for item in shelf] == [
        ("en/", 0),
        ("lien-he/", 0),
        ("news/2025/cuoi-nam/", 2025),
        ("news/2026/dau-nam/", 2026),
    ]


def test_a_page_of_docs_is_found_by_its_text_and_its_names():
    page = SitePage(
        "lien-he/", "Liên hệ", "vi", "<p>Gặp BSCKII Lan ở TTYT ngày 6/2/2026.</p><p>Hết</p>"
    )
    document = Library(edition(), [page]).document("lien-he/")
    assert (document.title, document.year, document.lang) == ("Liên hệ", 0, "vi")
    assert document.text == ("Gặp BSCKII Lan ở TTYT ngày 6/2/2026.", "Hết")
    assert "2026-02-06" in document.text_dates
    assert leads(document, "bác sĩ chuyên khoa 2")
    assert leads(document, "trung tâm y tế")


def test_dates_of_title_event_and_text_are_told_apart():
    made = bulletin(title="Thư mời ngày 5/3/2026", summary="Hạn đăng ký: ngày 1/3.")
    document = written(made, "<p>Gửi trước ngày 2/3.</p>")
    assert "2026-03-05" in document.title_dates
    assert document.facts_dates == ("--02-06", "2026-02", "2026-02-06")
    assert {"2026-03-01", "2026-03-02"} <= set(document.text_dates)
    assert "2026-03-05" not in document.text_dates


def test_labels_name_what_facets_list():
    labels = Library(site(), ()).labels
    assert labels.categories["hop-tac"] == Name("Hợp tác – Đào tạo", "Cooperation")
    assert labels.people == {"trong": "Phan Kim Trọng"}
    assert labels.organizations["san-nhi"] == "Bệnh viện Sản Nhi Vĩnh Phúc"


def person(**values) -> Bulletin:
    return visit(participants=(replace(TRONG, **values),))


def registry(**values) -> Edition:
    return site(registry=replace(REGISTRY, **values))


def organization(**values) -> Edition:
    first, *others = REGISTRY.organizations
    return registry(organizations=(replace(first, **values), *others))


ELSEWHERE = replace(SETTINGS, categories={"hop-tac": Name("Đối tác", "Partners")})
CHANGES: dict[str, Edition] = {
    "title": site(visit(title="Hội nghị tổng kết")),
    "lang": site(visit(lang="en")),
    "place": site(visit(place="Sân trước")),
    "summary": site(visit(summary="Gặp lại.")),
    "byline": site(visit(byline="Phòng Kế hoạch")),
    "tags": site(visit(tags=("hồi sức", "nhi"))),
    "outcomes": site(visit(outcomes=())),
    "series": site(visit(series="")),
    "category": site(visit(category="hoi-nghi")),
    "category name": site(settings=ELSEWHERE),
    "date": site(visit(date=EventDate(date(2026, 2, 6), date(2026, 2, 6)))),
    "precision": site(
        visit(date=EventDate(date(2026, 2, 6), date(2026, 2, 7), Precision.MONTH))
    ),
    "sorted_by": site(visit(sorted_by=datetime(2025, 2, 6, tzinfo=ZONE))),
    "source": site(visit(source=Source("Báo Phú Thọ"))),
    "video": site(visit(video=None)),
    "attachments": site(visit(attachments=(Attachment("ke-hoach.pdf", ""),))),
    "corrections": site(visit(corrections=(Correction(date(2026, 2, 9), "Sửa ảnh."),))),
    "participants": site(visit(participants=())),
    "participant's name": site(person(name="Phan Kim Trong")),
    "participant's titles": site(person(titles=("ThS", "BSCKII"))),
    "participant's role": site(person(role="Phó Giám đốc")),
    "participant's organization": site(person(organization="Sở Y tế")),
    "participant's delegation": site(person(delegation="")),
    "participant's person_id": site(person(person_id="")),
    "participant's organization_id": site(person(organization_id="san-nhi")),
    "body": site(bodies={"2026/tham": Body(("<p>Chuyển giao.</p>", "<p>Hết.</p>"))}),
    "body behind the gallery": site(
        bodies={"2026/tham": Body(("<p>Chuyển giao kỹ thuật.</p>",))}
    ),
    "caption": site(galleries=photos(replace(PHOTOS[0], caption="Sân"), PHOTOS[1])),
    "alt": site(galleries=photos(replace(PHOTOS[0], alt="Ghế"), PHOTOS[1])),
    "credit": site(galleries=photos(replace(PHOTOS[0], credit="Hà"), PHOTOS[1])),
    "one photo more": site(galleries=photos(*PHOTOS, Photo("03.jpg"))),
    "cover": site(galleries=photos(PHOTOS[0], replace(PHOTOS[1], cover=True))),
    "photo's address": site(galleries={"2026/tham": gallery("2026/khac", *PHOTOS)}),
    "photo's number": site(
        galleries={
            "2026/tham": tuple(
                replace(one, number=one.number + 1) for one in gallery("2026/tham", *PHOTOS)
            )
        }
    ),
    "person's alias": registry(
        people=(Person("trong", "Phan Kim Trọng", aliases=("Trọng Phan",)),)
    ),
    "organization's name": organization(name="Bệnh viện Bình Xuyên"),
    "organization's alias": organization(aliases=("Nhà thương Hương Canh",)),
    "organization's successor": organization(successor="san-nhi"),
    "glossary": registry(glossary=()),
}
UNSEEN = {
    "id": "is in the address",
    "path": "of the file",
    "published": "decides whether it is here, and `sorted_by`",
    "body": "is here as HTML",
    "body_line": "of the file",
    "status": "decides whether it is here",
    "embargo": "decides whether it is here",
    "expires": "decides whether it is here",
    "translation_of": "leads to another page",
    "pinned_until": "of lists",
    "captions": "are here as a gallery",
    "photos": "are here as a gallery",
    "aliases": "old addresses",
    "accept": "for the checks",
    "at": "of the file",
}


@pytest.mark.parametrize("changed", CHANGES)
def test_whatever_can_be_found_or_shown_changes_document_and_key(changed):
    before, after = Library(site(), ()), Library(CHANGES[changed], ())
    assert before.shelf[0].address == after.shelf[0].address == "news/2026/tham/"
    assert before.document("news/2026/tham/") != after.document("news/2026/tham/")
    assert before.shelf[0].key != after.shelf[0].key


@pytest.mark.parametrize("day", ["valid_from", "valid_to"])
def test_a_name_s_days_may_change_who_is_meant(day):
    changed = organization(**{day: date(2025, 7, 1)})
    assert Library(changed, ()).shelf[0].key != Library(site(), ()).shelf[0].key


def test_every_field_of_a_bulletin_is_found_or_said_to_be_unseen():
    assert {field.name for field in fields(Bulletin)} - set(CHANGES) <= set(UNSEEN)


@pytest.mark.parametrize(
    "unseen",
    [
        pytest.param(site(visit(body_line=9, path="x")), id="file"),
        pytest.param(site(visit(accept=(Acceptance("x", "y"),))), id="accepted"),
        pytest.param(site(person(at=Location("x", 4))), id="place"),
        pytest.param(site(now=datetime(2027, 1, 1, tzinfo=ZONE)), id="clock"),
        pytest.param(
            registry(
                organizations=tuple(
                    replace(one, at=Location("x", 7)) for one in REGISTRY.organizations
                )
            ),
            id="lines-of-the-registry",
        ),
        pytest.param(
            registry(people=(*REGISTRY.people, Person("khac", "Người Khác"))),
            id="another-person",
        ),
    ],
)
def test_what_nobody_sees_changes_neither(unseen):
    before, after = Library(site(), ()), Library(unseen, ())
    assert before.document("news/2026/tham/") == after.document("news/2026/tham/")
    assert before.shelf == after.shelf


@pytest.mark.parametrize("changed", SitePage._fields)
def test_a_changed_page_of_docs_has_another_key(changed):
    page = SitePage("lien-he/", "Liên hệ", "vi", "<p>Lời</p>")
    other = page._replace(**{changed: "en"})
    (before,), (after,) = Library(edition(), [page]).shelf, Library(edition(), [other]).shelf
    assert before.key != after.key


def digests() -> str:
    """Keys and documents of two sites, whatever order this process has for sets."""
    page = SitePage("lien-he/", "Liên hệ", "vi", "<p>BSCKII, TTYT, PGS.TS; ĐD, KTV</p>")
    made = full(text="TTND.GS.TS Bình, BSCKI Lan, ThS Hà: TTYT, KHTH, CĐT, TW, ngày 3/4")
    libraries = Library(site(), [page]), Library(edition([made]), ())
    return "\n".join(
        f"{item} {library.document(item.address)}"
        for library in libraries
        for item in library.shelf
    )


def test_another_process_makes_the_same_keys_and_documents():
    root = Path(__file__).parents[2]
    for seed in ("1", "2"):
        ran = subprocess.run(
            [
                sys.executable,
                "-c",
                "from search.test_search_documents import digests; print(digests())",
            ],
            env=os.environ
            | {"PYTHONHASHSEED": seed, "PYTHONPATH": "hooks:tests", "PYTHONUTF8": "1"},
            cwd=root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
        )
        assert ran.stdout.strip() == digests(), ran.stderr


@pytest.fixture
def forgetful():
    """Lets what is worked out once in a process be worked out again, and forgets it then."""
    known = (markup.fingerprint, documents.fingerprint)
    for one in known:
        one.cache_clear()
    yield lambda: [one.cache_clear() for one in known]
    for one in known:
        one.cache_clear()


@pytest.mark.parametrize(
    ("tool", "name", "other"),
    [
        pytest.param(metadata, "version", lambda name: "0.0.1", id="markdown"),
        pytest.param(unicodedata, "unidata_version", "1.0", id="unicode"),
    ],
)
def test_another_tool_makes_every_key_anew(tool, name, other, forgetful, monkeypatch):
    before = {item.key for item in Library(site(), []).shelf}
    monkeypatch.setattr(tool, name, other)
    forgetful()
    after = {item.key for item in Library(site(), []).shelf}
    monkeypatch.undo()
    assert len(before) == len(after) == 1
    assert not before & after


def test_a_year_alone_is_no_day():
    assert only(bulletin(day=year(2019))).facts_dates == ()
