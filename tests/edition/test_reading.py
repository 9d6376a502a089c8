from __future__ import annotations

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest

from bantin.edition import Edition
from bantin.model import Registry
from bantin.visibility import Reason
from edition.sites import NOW, Site, codes, files_of, rows, snapshot, values

HIDDEN = {
    "draft": ({"status": "draft"}, Reason.DRAFT),
    "draft-flag": ({"draft": "true"}, Reason.DRAFT),
    "review": ({"status": "review"}, Reason.REVIEW),
    "withdrawn": ({"status": "withdrawn"}, Reason.WITHDRAWN),
    "ahead": ({"date": "2026-12-01"}, Reason.AHEAD),
    "published-ahead": ({"published": "2026-11-22 08:01"}, Reason.AHEAD),
    "embargo": ({"embargo": "2026-11-22 08:01"}, Reason.EMBARGO),
    "expired": ({"expires": "2026-11-22 08:00"}, Reason.EXPIRED),
}


def ids(edition: Edition) -> list[str]:
    return [bulletin.id for bulletin in edition.bulletins]


def shown(edition: Edition) -> tuple[object, ...]:
    """Everything that a reader of the site could see."""
    return (
        edition.bulletins,
        edition.bodies,
        edition.galleries,
        edition.pictures,
        edition.sources,
        edition.documents,
    )


# Public or not


@pytest.mark.parametrize(("keys", "reason"), HIDDEN.values(), ids=HIDDEN)
def test_a_hidden_bulletin_is_in_the_preview_only(site, keys, reason):
    site.bulletin("2026/hidden", **keys)
    built, preview = site.read(), site.read(preview=True)
    assert ids(built) == []
    assert built.hidden == {}
    assert ids(preview) == ["2026/hidden"]
    assert preview.hidden == {"2026/hidden": reason}
    assert preview.preview and not built.preview


@pytest.mark.parametrize("keys", [keys for keys, _ in HIDDEN.values()], ids=HIDDEN)
def test_a_build_is_the_same_with_and_without_a_hidden_bulletin(site, keys):
    site.bulletin("2026/a", "Lời.\n\n![](../../images/2026/a/1.jpg)", "captions: [Một]")
    site.photos("2026/a", "1.jpg")
    without = site.read()
    site.photos("2026/hidden", "private.jpg", "2.jpg")
    site.write("images/2026/hidden/private.pdf", b"%PDF-1.7\n")
    site.bulletin(
        "2026/hidden",
        "![](../../images/2026/hidden/private.jpg) [a](a.md)",
        "attachments: [{file: private.pdf, title: Riêng}]",
        "photos: [{file: 2.jpg}, {file: private.jpg}]",
        **keys,
    )
    built = site.read()
    assert shown(built) == shown(without)
    assert built.problems == without.problems == ()


@pytest.mark.parametrize(
    ("keys", "later"),
    [
        pytest.param({"date": "2026-12-01"}, "2026-12-01 00:00", id="date"),
        pytest.param(
            {"published": "2026-12-01", "embargo": "2026-12-02 07:30"},
            "2026-12-02 07:30",
            id="embargo-after-published",
        ),
        pytest.param(
            {"published": "2026-12-03 09:00", "embargo": "2026-12-02"},
            "2026-12-03 09:00",
            id="embargo-before-published",
        ),
        pytest.param(
            {"published": "2026-12-01", "expires": "2026-12-01"}, None, id="expires-first"
        ),
        pytest.param({"status": "draft", "published": "2026-12-01"}, None, id="draft"),
        pytest.param({"expires": "2026-02-07"}, None, id="expired"),
    ],
)
@pytest.mark.parametrize("preview", [False, True], ids=["build", "preview"])
def test_later_says_when_a_bulletin_appears(site, keys, later, preview):
    site.bulletin("2026/hidden", **keys)
    found = site.read(preview=preview).later
    assert [f"{moment:%Y-%m-%d %H:%M}" for _, moment in found] == ([later] if later else [])


def test_later_is_sorted_and_comes_true(site):
    site.bulletin("2026/second", published="2026-12-02")
    site.bulletin("2026/first", published="2026-12-01")
    later = site.read().later
    assert [bulletin.id for bulletin, _ in later] == ["2026/first", "2026/second"]
    moment = later[0][1]
    assert ids(site.read(now=moment - timedelta(seconds=1))) == []
    assert ids(site.read(now=moment)) == ["2026/first"]


def test_the_zone_of_the_site_decides_when_a_day_begins(tmp_path):
    for zone, expected in (("Asia/Ho_Chi_Minh", ["2026/a"]), ("America/New_York", [])):
        settings = f"plugins:\n  - bantin:\n      timezone: {zone}\n"
        there = Site(tmp_path / zone, settings)
        there.bulletin("2026/a", date="2026-11-22")
        assert ids(there.read()) == expected


# Order


def test_newest_first_by_publication_then_date_then_path(site):
    site.bulletin("2026/old", date="2026-02-06")
    site.bulletin("2026/late", date="2026-01-05", published="2026-03-01")
    site.bulletin("2026/same-b", date="2026-02-07")
    site.bulletin("2026/same-a", date="2026-02-07")
    site.bulletin("2026/earlier-event", date="2026-02-01", published="2026-02-07")
    assert ids(site.read()) == [
        "2026/late",
        "2026/same-b",
        "2026/same-a",
        "2026/earlier-event",
        "2026/old",
    ]


def test_published_together_the_later_event_comes_first(site):
    site.bulletin("2026/a", date="{start: 2026-02-01, end: 2026-02-10}", published="2026-03-01")
    site.bulletin("2026/b", date="2026-02-05", published="2026-03-01")
    assert ids(site.read()) == ["2026/a", "2026/b"]


def test_a_period_stands_at_its_end(site):
    site.bulletin("2019/year", date="2019")
    site.bulletin("2019/month", date="2019-07")
    site.bulletin("2019/before", date="2019-07-30")
    site.bulletin("2019/after", date="2019-08-01")
    site.bulletin("2019/range", "Lời.", date="{start: 2019-07-29, end: 2019-08-02}")
    site.bulletin("2020/next", date="2020-01-01")
    assert ids(site.read()) == [
        "2020/next",
        "2019/year",
        "2019/range",
        "2019/after",
        "2019/month",
        "2019/before",
    ]


def test_a_period_is_public_from_its_first_day(site):
    site.bulletin("2026/range", date="{start: 2026-11-22, end: 2026-12-31}")
    site.bulletin("2026/year", date="2026")
    assert sorted(ids(site.read())) == ["2026/range", "2026/year"]


# Files that can't be read


def test_a_file_that_can_not_be_decoded_is_told_with_its_line(site):
    site.bulletin("2026/good")
    site.bulletin("2026/bad", date="2026-02-31")
    built = site.read()
    assert ids(built) == ["2026/good"]
    assert rows(built.problems) == [("date-impossible", 3, "news/2026/bad.md")]
    assert [(broken.id, broken.path) for broken in built.broken] == [
        ("2026/bad", "news/2026/bad.md")
    ]


@pytest.mark.parametrize("status", ["drafft", "", "public", "true"])
def test_a_status_that_nobody_understands_is_not_public(site, status):
    site.bulletin("2026/a", status=status)
    built = site.read()
    assert ids(built) == []
    assert any(problem.severity == "error" for problem in built.problems)


def test_all_problems_of_all_files_are_told_at_once_sorted_by_place(site):
    site.bulletin("2026/b", date="2026-02-31", place="[a]")
    site.bulletin("2026/a", date="2026-02-30")
    assert rows(site.read().problems) == [
        ("date-impossible", 3, "news/2026/a.md"),
        ("date-impossible", 3, "news/2026/b.md"),
        ("text-expected", 4, "news/2026/b.md"),
    ]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_a_linked_bulletin_is_refused(site):
    outside = site.write("elsewhere/a.md", "---\ntitle: Riêng\ndate: 2026-02-06\n---\n")
    (site.root / "news/2026").mkdir(parents=True)
    (site.root / "news/2026/a.md").symlink_to(outside)
    (site.root / "news/2026/b.md").symlink_to("nowhere.md")
    built = site.read()
    assert built.bulletins == ()
    assert rows(built.problems) == [
        ("file-not-plain", 1, "news/2026/a.md"),
        ("file-not-plain", 1, "news/2026/b.md"),
    ]
    assert [broken.id for broken in built.broken] == ["2026/a", "2026/b"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_a_linked_folder_of_bulletins_is_refused_and_not_passed_over(site):
    site.write("elsewhere/a.md", "---\ntitle: Riêng\ndate: 2026-02-06\n---\n")
    (site.root / "news").mkdir()
    (site.root / "news/2026").symlink_to("../elsewhere", target_is_directory=True)
    built = site.read()
    assert built.bulletins == ()
    assert rows(built.problems) == [("file-not-plain", 1, "news/2026")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(site):
    (site.root / "news/2026").mkdir(parents=True)
    os.mkfifo(site.root / "news/2026/a.md")
    assert codes(site.read().problems) == ["file-not-plain"]


@pytest.mark.parametrize(
    ("name", "opens"),
    [
        pytest.param("news/2026/a.md", "open", id="file"),
        pytest.param("news/2026", "scandir", id="folder"),
        pytest.param(
            "news/_registry",
            "scandir",
            id="registries",
        ),
    ],
)
def test_what_may_not_be_read_is_told(site, monkeypatch, name, opens):
    site.bulletin("2026/a")
    site.write("news/_registry/people.yml", "")
    forbidden, allowed = site.root / name, getattr(os, opens)

    def refuse(path, *rest, **more):  # not by chmod: root may read everything
        if Path(path) == forbidden:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return allowed(path, *rest, **more)

    monkeypatch.setattr(os, opens, refuse)
    found = site.read().problems
    assert rows(found) == [("file-unreadable", 1, name)]
    assert values(found[0]) == {"reason": "Permission denied"}


def test_a_site_without_the_folder_of_its_bulletins_is_told(site):
    found = site.read().problems
    assert rows(found) == [("news-missing", 1, "mkdocs.yml")]
    assert values(found[0]) == {"folder": "news"}


def test_a_huge_file_is_refused_without_reading_it_all(site):
    site.write("news/2026/a.md", b"---\n" + b"a" * 1_100_000)
    assert codes(site.read().problems) == ["file-too-large"]


# Registries


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        pytest.param("people.yml", "- id: an\n  name: An\n", [], id="well"),
        pytest.param("people.yml", "", [], id="empty"),
        pytest.param("people.yml", "- id: an\n  nmae: An\n", ["key-unknown-near"], id="key"),
        pytest.param(
            "glossary.yml", "- term: a\n- term: a\n", ["registry-term-twice"], id="twice"
        ),
        pytest.param(
            "consents.yml", "- id: c1\n  who: A\n  signed: 31/02/2026\n", ["date-"], id="date"
        ),
        pytest.param("organizations.yml", "a: [", ["yaml-"], id="yaml"),
        pytest.param("consents.yml", b"- id: \xff\n", ["not-utf-8"], id="bytes"),
        pytest.param("consents.yaml", "- id: c1\n", ["registry-name"], id="misnamed"),
        pytest.param("person.yml", "", ["registry-name"], id="unknown"),
        pytest.param("README.md", "Ghi chú", [], id="note"),
        pytest.param(".people.yml.swp", "", [], id="left-by-an-editor"),
    ],
)
@pytest.mark.parametrize("preview", [False, True], ids=["build", "preview"])
def test_registries_are_read_strictly(site, file, content, expected, preview):
    site.bulletin("2026/a")
    site.write(f"news/_registry/{file}", content)
    read = site.read(preview=preview)
    found = [
        problem for problem in read.problems if problem.at.path == f"news/_registry/{file}"
    ]
    assert len(found) >= len(expected)
    assert all(any(code.startswith(start) for code in codes(found)) for start in expected)
    assert bool(found) == bool(expected) and len(found) == len(read.problems)
    assert ids(read) == ["2026/a"]
    assert read.broken == ()


CENTRES = (
    "- {id: huyen, name: TTYT huyện X, valid_to: 2025-06-30, successor: khu-vuc}\n"
    "- {id: khu-vuc, name: TTYTKV X, valid_from: 2025-07-01}\n"
)


def test_registries_stand_in_the_edition_and_tell_who_took_part(site):
    site.write("news/_registry/people.yml", "- {id: an, name: Phan Thị An}\n")
    site.write("news/_registry/organizations.yml", CENTRES)
    site.write("news/_registry/glossary.yml", "- term: CĐT\n")
    site.write("news/_registry/consents.yml", "- {id: c, who: A, signed: 2026-02-06}\n")
    who = "participants:\n  - BS Phan Thị An – Giám đốc, Trung tâm Y tế khu vực X"
    site.bulletin("2026/a", "Lời.", who)
    read = site.read()
    assert read.problems == ()
    assert [one.id for one in read.registry.people] == ["an"]
    assert [one.id for one in read.registry.organizations] == ["huyen", "khu-vuc"]
    assert [one.term for one in read.registry.glossary] == ["CĐT"]
    assert [one.id for one in read.registry.consents] == ["c"]
    (one,) = read.bulletins[0].participants
    assert (one.person_id, one.organization_id) == ("an", "khu-vuc")


def test_the_hospital_s_own_name_tells_namesakes_apart(tmp_path):
    settings = (
        "plugins:\n  - bantin:\n      hospital: {name: {vi: Bệnh viện A, en: A Hospital}}\n"
    )
    site = Site(tmp_path / "own", settings)
    there = "[{role: Giám đốc, organization: Bệnh viện B}]"
    site.write(
        "news/_registry/people.yml",
        "- {id: here, name: An Bình, posts: [{role: Khoa Nhi}]}\n"
        f"- {{id: there, name: An Bình, posts: {there}}}\n",
    )
    bodies = ("BV A", "A Hospital", "BV B", "BV C")
    lines = (f"  - {{name: An Bình, organization: {body}}}" for body in bodies)
    site.bulletin("2026/a", "Lời.", "participants:", *lines)
    read = site.read()
    found = [one.person_id for one in read.bulletins[0].participants]
    assert found == ["here", "here", "there", ""]


@pytest.mark.parametrize("preview", [False, True], ids=["build", "preview"])
def test_what_registries_contradict_is_told_with_the_rest(site, preview):
    site.bulletin("2026/a")
    site.write("news/_registry/organizations.yml", CENTRES.splitlines()[0])
    read = site.read(preview=preview)
    assert rows(read.problems) == [
        ("registry-successor-unknown", 1, "news/_registry/organizations.yml")
    ]
    assert read.problems[0].severity == "error"


def test_without_registries_everything_works(site):
    site.bulletin("2026/a", "Lời.", "participants: [Phan Thị An]")
    read = site.read()
    assert read.registry == Registry()
    assert [one.person_id for one in read.bulletins[0].participants] == [""]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_a_linked_registry_is_refused_even_if_it_leads_nowhere(site):
    site.bulletin("2026/a")
    (site.root / "news/_registry").mkdir()
    (site.root / "news/_registry/consents.yml").symlink_to("nowhere")
    assert rows(site.read().problems) == [("file-not-plain", 1, "news/_registry/consents.yml")]


# Translations


def test_a_translation_shares_the_photos_with_captions_of_its_own(site):
    site.photos("2026/a", "1.jpg", "2.jpg")
    site.bulletin("2026/a", "Lời.", "captions: [Một, Hai]")
    site.bulletin("en/2026/a", "Text.", "captions: [One, Two]", translation_of="2026/a")
    built = site.read()
    assert built.problems == ()
    vi, en = built.galleries["2026/a"], built.galleries["en/2026/a"]
    assert [one.photo.caption for one in en] == ["One", "Two"]
    assert [one.picture for one in en] == [one.picture for one in vi]
    assert len(built.pictures) == 2


def test_a_translation_counts_its_captions_itself(site):
    site.photos("2026/a", "1.jpg", "2.jpg")
    site.bulletin("2026/a", "Lời.", "captions: [Một, Hai]")
    site.bulletin("en/2026/a", "Text.", "captions: [One]", translation_of="2026/a")
    assert rows(site.read().problems) == [("caption-count", 5, "news/en/2026/a.md")]


@pytest.mark.parametrize(
    "other", ["2026/khong-co", "../elsewhere", "news/../elsewhere", "/elsewhere"]
)
def test_a_translation_of_nothing_is_told_and_shows_no_photos_from_there(site, other):
    site.write("elsewhere/1.jpg", b"")
    site.write("images/2026/khong-co/1.jpg", b"")
    site.bulletin("en/2026/a", translation_of=other)
    read = site.read(preview=True)
    assert ("translation-missing", 4, "news/en/2026/a.md") in rows(read.problems)
    assert read.galleries["en/2026/a"] == ()


def test_a_translation_of_a_bulletin_that_can_not_be_read_is_no_second_error(site):
    site.bulletin("2026/a", date="2026-02-30")
    site.bulletin("en/2026/a", translation_of="2026/a")
    assert rows(site.read().problems) == [("date-impossible", 3, "news/2026/a.md")]


# Drafts and their errors


def test_a_photo_error_in_a_draft_shows_in_its_preview_only(site):
    site.bulletin("2026/a")
    site.bulletin("2026/draft", "Lời.", "captions: [Một]", status="draft")
    site.write("images/2026/draft/1.jpg", "không phải ảnh")
    assert site.read().problems == ()
    assert rows(site.read(preview=True).problems) == [("photo-text", 5, "news/2026/draft.md")]


def test_a_warning_in_a_draft_does_not_stop_a_strict_build(site):
    site.bulletin("2026/draft", place="Phòng #2", status="draft")
    assert site.read().problems == ()
    assert codes(site.read(preview=True).problems) == ["yaml-hash"]


def test_a_draft_that_can_not_be_read_stops_a_build(site):
    """Nobody knows whether it is a draft."""
    site.bulletin("2026/draft", date="2026-02-30", status="draft")
    assert codes(site.read().problems) == ["date-impossible"]


# Nothing else


def test_reading_writes_nothing_outside_the_cache(site):
    site.bulletin("2026/a", "![](../../images/2026/a/1.jpg)", "captions: [Một, Hai]")
    site.bulletin("2026/bad", date="2026-02-31")
    site.photos("2026/a", "1.jpg", "2.jpg")
    site.write("docs/index.md", "# Trang")
    site.write("news/_registry/people.yml", "")
    before = snapshot(site.root)
    site.read()
    site.read(preview=True)
    site.proofread(preview=True)
    assert snapshot(site.root) == before


def test_two_readings_of_the_same_files_are_equal(site):
    for id in ("2026/a", "2026/b", "2025/c"):
        site.photos(id, "1.jpg", "2.jpg")
        site.bulletin(id, "![](../../images/2026/a/1.jpg)", "captions: [Một, Hai]")
    first, second = site.read(), site.read()
    assert first == second


def test_names_in_bytes_of_another_encoding_break_nothing(site):
    site.bulletin("2026/a")
    folder = site.root / "images/2026/a"
    folder.mkdir(parents=True)
    try:
        Path(os.fsdecode(bytes(folder) + b"/\xe9.jpg")).write_bytes(b"")
        Path(os.fsdecode(bytes(site.root) + b"/news/2026/\xe9.md")).write_bytes(b"")
    except OSError:
        pytest.skip("this disk refuses such names")
    assert codes(site.read().problems) == ["captions-none", "photo-empty", "file-name"]


def test_the_shown_files_of_a_gallery_are_those_on_the_disk(site):
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a")
    built = site.read()
    assert files_of(built, "2026/a") == ["1.jpg"]
    assert built.sources == {"images/2026/a/1.jpg": str(site.root / "images/2026/a/1.jpg")}
    assert built.now == NOW
