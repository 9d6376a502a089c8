"""Front matter -> Bulletin: every key, every default, and what must not pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from bulletins import HEAD, PATH, SETTINGS, TAIL, good, read, said, with_keys

from bantin.content import decode
from bantin.content.keys import KEYS
from bantin.errors import Location
from bantin.model import (
    Acceptance,
    Attachment,
    Box,
    Bulletin,
    Correction,
    EventDate,
    Participant,
    People,
    Photo,
    Source,
    Status,
    Video,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WHOLE = """---
title: Tăng cường hợp tác đào tạo giữa hai bệnh viện
date: {start: 2026-02-06, end: 2026-02-07}
published: 2026-02-08 07:30
status: review
embargo: 2026-02-09
expires: 2027-02-08
place: Trung tâm Y tế khu vực Bình Xuyên
category: hop-tac
tags: [đào tạo, nhi khoa]
series: so-ket
summary: Một hoặc hai câu.
byline: Phòng Chỉ đạo tuyến
lang: vi
translation_of: news/en/2026/training.md
pinned_until: 2026-02-20
participants:
  - BS Nguyễn Văn An
photos:
  - file: Hội trường 1.JPG
    caption: Giám đốc **phát biểu**.
    alt: Một người nói trước hội trường.
    credit: Phòng Truyền thông
    people: staff
    consent: gd-2026-01
    focus: [0.5, 0.3]
    blur: [[0, 0.1, 0.25, 0.9], [0.5, 0.5, 0.1, 0.1]]
    cover: có
  - {file: 02.jpg, alt: "", people: none, consent: no, cover: false}
  - file: 03.jpg
outcomes:
  - Ký biên bản ghi nhớ.
attachments:
  - {file: bien-ban.pdf, title: Biên bản}
source: {name: Báo Vĩnh Phúc, url: "https://example.vn/tin?a=1"}
corrections:
  - {date: 2026-02-10, note: Sửa tên, kind: tên người}
aliases: [/tin/123.html, /cu/]
video: {url: "https://example.vn/v", title: Phim, poster: phim.jpg}
accept:
  - {code: photo-alt, reason: Sẽ bổ sung}
notes: GHI CHÚ RIÊNG
---

Thân **bài**.
"""


def test_every_key_of_the_table_is_read():
    assert {key.name for key in KEYS} - {"draft", "captions"} == set(good(WHOLE).at)
    assert said(WHOLE) == []


def test_the_whole_bulletin():
    assert good(WHOLE) == Bulletin(
        id="2026/a",
        path=PATH,
        title="Tăng cường hợp tác đào tạo giữa hai bệnh viện",
        date=EventDate(date(2026, 2, 6), date(2026, 2, 7)),
        published=datetime(2026, 2, 8, 7, 30, tzinfo=ZONE),
        sorted_by=datetime(2026, 2, 8, 7, 30, tzinfo=ZONE),
        body="\nThân **bài**.\n",
        body_line=WHOLE[: WHOLE.index("\nThân")].count("\n") + 1,
        status=Status.REVIEW,
        embargo=datetime(2026, 2, 9, tzinfo=ZONE),
        expires=datetime(2027, 2, 8, tzinfo=ZONE),
        lang="vi",
        place="Trung tâm Y tế khu vực Bình Xuyên",
        category="hop-tac",
        tags=("đào tạo", "nhi khoa"),
        series="so-ket",
        summary="Một hoặc hai câu.",
        byline="Phòng Chỉ đạo tuyến",
        translation_of="en/2026/training",
        pinned_until=date(2026, 2, 20),
        participants=(Participant("Nguyễn Văn An", ("BS",)),),
        photos=(
            Photo(
                "Hội trường 1.JPG",
                "Giám đốc **phát biểu**.",
                "Một người nói trước hội trường.",
                "Phòng Truyền thông",
                People.STAFF,
                "gd-2026-01",
                (0.5, 0.3),
                (Box(0, 0.1, 0.25, 0.9), Box(0.5, 0.5, 0.1, 0.1)),
                cover=True,
            ),
            Photo("02.jpg", alt="", people=People.NONE, consent="no"),
            Photo("03.jpg"),
        ),
        outcomes=("Ký biên bản ghi nhớ.",),
        attachments=(Attachment("bien-ban.pdf", "Biên bản"),),
        source=Source("Báo Vĩnh Phúc", "https://example.vn/tin?a=1"),
        corrections=(Correction(date(2026, 2, 10), "Sửa tên", "tên người"),),
        aliases=("tin/123.html", "cu/"),
        video=Video("https://example.vn/v", "Phim", "phim.jpg"),
        accept=(Acceptance("photo-alt", "Sẽ bổ sung"),),
    )


def test_notes_stay_with_the_writer():
    assert "RIÊNG" not in repr(read(WHOLE))
    assert "RIÊNG" not in repr(read(WHOLE.replace("status: review", "status: xong")))


def test_places_are_those_of_the_values():
    found = good(WHOLE)
    assert found.at["title"] == Location(PATH, 2, 8)
    assert decode.where(found, "category") == Location(PATH, 9, 11)
    assert decode.where(found, "captions") == Location(PATH)
    assert [photo.at.line for photo in found.photos] == [20, 29, 30]
    assert found.participants[0].at == Location(PATH, 18, 5)
    assert found.corrections[0].at == Location(PATH, 37, 5)


def test_defaults():
    assert good(f"{HEAD}{TAIL}") == Bulletin(
        id="2026/a",
        path=PATH,
        title="Hội nghị",
        date=EventDate(date(2026, 2, 6), date(2026, 2, 6)),
        published=datetime(2026, 2, 6, tzinfo=ZONE),
        sorted_by=datetime(2026, 2, 6, tzinfo=ZONE),
        body="\nThân bài.\n",
        body_line=5,
    )


@pytest.mark.parametrize(
    ("value", "published", "sorted_by"),
    [
        pytest.param("2026-02-06", (2026, 2, 6), (2026, 2, 6), id="day"),
        pytest.param(
            "{start: 2026-02-06, end: 2026-02-08}", (2026, 2, 6), (2026, 2, 8), id="range"
        ),
        pytest.param("2019-02", (2019, 2, 1), (2019, 2, 28), id="month"),
        pytest.param("2019", (2019, 1, 1), (2019, 12, 31), id="year"),
        pytest.param("2019\npublished: 2019-07-15 09:00", *[(2019, 7, 15, 9)] * 2, id="said"),
    ],
)
def test_public_from_the_first_day_sorted_by_the_last(value, published, sorted_by):
    found = good(f"---\ntitle: A\ndate: {value}\n{TAIL}")
    assert found.published == datetime(*published, tzinfo=ZONE)
    assert found.sorted_by == datetime(*sorted_by, tzinfo=ZONE)


def test_the_zone_is_that_of_the_settings():
    settings = replace(SETTINGS, timezone=ZoneInfo("Europe/Berlin"))
    source = with_keys("embargo: 2026-02-07 12:00").encode()
    found = decode.bulletin(PATH, "2026/a", source, settings).bulletin
    assert found.published.isoformat() == "2026-02-06T00:00:00+01:00"
    assert found.embargo.isoformat() == "2026-02-07T12:00:00+01:00"


def test_the_quick_form_keeps_empty_entries_in_their_place():
    found = good(with_keys('captions:\n  - A\n  - ""\n  -\n  - Ở **B**, [đây](https://a.vn)'))
    assert [photo.caption for photo in found.captions] == [
        "A",
        "",
        "",
        "Ở **B**, [đây](https://a.vn)",
    ]
    assert [photo.at.line for photo in found.captions] == [5, 6, 7, 8]
    assert found.photos is None


def test_no_captions_and_an_empty_list_are_not_the_same():
    assert good(with_keys("captions:")).captions is None
    assert good(with_keys("captions: []")).captions == ()


PLAIN = (
    *("no", "No", "NO", "yes", "on", "off", "true", "False", "null", "Null", "~", "y", "n"),
    *("12:30", "7:30", "190:20:30", "1.10", "1e3", ".5", "0123", "0o17", "0x1F", "1_000", "+1"),
    *("02113888115", "2026-02-06", "2026-02-06 08:00", "06/02/2026", ".inf", ".NaN", "=", "<<"),
    *("Năm 2026", "A-B", "a#b", "C++", "50%", "A & B", "A @ B", "AT&T", "http://a.vn", "a:b"),
    *("-1", "-A", "--", "–", "…", "(A)", "A, B", "A]", "A}", "Đ'Hòa", 'A "B"', "A\\B", "“A” B"),
    *(
        "$5",
        "^A",
        "+A",
        "/A",
        ";A",
        "_A",
        "A!",
        "A?",
        "A*",
        "Ѩ",
        "漢字",
        "👩‍⚕️",
        "1/2",
        "A|B",
        "A>B",
    ),
)


@pytest.mark.parametrize("value", PLAIN)
def test_text_stays_as_typed(value):
    lines = f"place: {value}\nbyline: {value}\ntags: \n  - {value}\nsource:\n  name: {value}"
    found = good(f"---\ntitle: {value}\ndate: 2026\n{lines}\n{TAIL}")
    texts = (found.title, found.place, found.byline, *found.tags, found.source.name)
    assert texts == (value,) * 5


GUARDS = {
    "embargo-empty": ("embargo:", "error 4:9 key-empty"),
    "embargo-quotes": ('embargo: ""', "error 4:10 key-empty"),
    "embargo-spaces": ("embargo: '  '", "error 4:10 key-empty"),
    "embargo-no-break-space": ("embargo: \u00a0", "error 4:10 key-empty"),
    "embargo-tilde": ("embargo: ~", "error 4:10 moment-unknown"),
    "embargo-null": ("embargo: null", "error 4:10 moment-unknown"),
    "embargo-words": ("embargo: mai", "error 4:10 moment-unknown"),
    "embargo-list": ("embargo: []", "error 4:10 text-expected"),
    "expires-empty": ("expires:", "error 4:9 key-empty"),
    "published-empty": ("published:", "error 4:11 key-empty"),
    "status-empty": ("status:", "error 4:8 key-empty"),
    "status-unknown": ("status: nháp", "error 4:9 choice-unknown"),
    "status-in-capitals": ("status: Published", "error 4:9 choice-unknown"),
    "status-braces": ("status: {}", "error 4:9 text-expected"),
    "draft-empty": ("draft:", "error 4:7 key-empty"),
    "draft-misspelt": ("draft: ture", "error 4:8 flag-unknown"),
    "draft-list": ("draft: []", "error 4:8 text-expected"),
    "draft-in-capitals": ("Draft: true", "error 4:1 key-unknown-near"),
    "draft-and-status": ("draft: true\nstatus: review", "error 4:8 draft-and-status"),
    "draft-and-withdrawn": ("status: withdrawn\ndraft: có", "error 5:8 draft-and-status"),
    "embargo-misspelt": ("emabrgo: 2030-01-01", "error 4:1 key-unknown-near"),
    "blur-empty": ("photos:\n  - file: 1.jpg\n    blur:", "error 6:10 key-empty"),
    "blur-one-box": (
        "photos:\n  - file: 1.jpg\n    blur: [0, 0, 1, 1]",
        "error 6:12 fractions-expected",
    ),
}


@pytest.mark.parametrize(("lines", "first"), GUARDS.values(), ids=GUARDS.keys())
def test_what_guards_fails_closed(lines, first):
    assert said(with_keys(lines))[0] == first


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        pytest.param("draft: true", Status.DRAFT, id="draft"),
        pytest.param("draft: TRUE", Status.DRAFT, id="draft-in-capitals"),
        pytest.param("draft: có", Status.DRAFT, id="draft-in-vietnamese"),
        pytest.param("draft: true\nstatus: draft", Status.DRAFT, id="both"),
        pytest.param("draft: true\nstatus: published", Status.DRAFT, id="draft-wins"),
        pytest.param("draft: false\nstatus: draft", Status.DRAFT, id="status-wins"),
        pytest.param("draft: không", Status.PUBLISHED, id="no-draft"),
        pytest.param("status: withdrawn", Status.WITHDRAWN, id="withdrawn"),
    ],
)
def test_the_stricter_of_draft_and_status_counts(lines, status):
    assert good(with_keys(lines)).status is status


KEYS_WRONG = {
    "twice": ("place: A\nplace: B", ["error 5:1 key-twice"]),
    "thrice": ("place: A\nplace: A\nplace: A", ["error 5:1 key-twice", "error 6:1 key-twice"]),
    "title-twice": ("title: B", ["error 4:1 key-twice"]),
    "title-in-capitals-too": ("Title: B", ["error 4:1 key-unknown-near"]),
    "twice-inside": ("source:\n  name: A\n  name: B", ["error 6:3 key-twice"]),
    "misspelt": ("particpants:\n  - A", ["error 4:1 key-unknown-near"]),
    "one-letter-short": ("tag: [a]", ["error 4:1 key-unknown-near"]),
    "note": ("note: riêng", ["error 4:1 key-unknown-near"]),
    "curly-key": ("“place”: A", ["error 4:1 key-unknown-near"]),
    "password": ("password: hunter2", ["error 4:1 key-unknown-here"]),
    "private-words": ("ghi chú nội bộ: A", ["error 4:1 key-unknown-here"]),
    "number": ("12: A", ["error 4:1 key-unknown-here"]),
    "mkdocs-template": ("template: main.html", ["error 4:1 key-unknown-here"]),
    "mkdocs-hide": ("hide: [navigation]", ["error 4:1 key-unknown-here"]),
    "mkdocs-search": ("search:\n  exclude: true", ["error 4:1 key-unknown-here"]),
    "mkdocs-macros": ("render_macros: true", ["error 4:1 key-unknown-here"]),
    "inside": ("source:\n  name: A\n  zzz: B", ["error 6:3 key-unknown"]),
    "two-faults": (
        "hide: a\nplce: b",
        ["error 4:1 key-unknown-here", "error 5:1 key-unknown-near"],
    ),
    "category-unknown": ("category: hoptac", ["error 4:11 id-undeclared"]),
    "category-in-capitals": ("category: Hop-tac", ["error 4:11 id-undeclared"]),
    "series-unknown": ("series: zzz", ["error 4:9 id-undeclared"]),
    "lang-unknown": ("lang: fr", ["error 4:7 choice-unknown"]),
    "lang-of-another-folder": ("lang: en", ["error 4:7 lang-folder"]),
    "both-forms": (
        "captions: [a]\nphotos:\n  - file: b.jpg",
        ["error 4:11 captions-and-photos"],
    ),
    "photo-without-file": ("photos:\n  - caption: A", ["error 5:5 key-missing"]),
    "photo-as-text": ("photos:\n  - a.jpg", ["error 5:5 keys-left-out"]),
    "photo-people": ("photos:\n  - {file: a, people: bé}", ["error 5:23 choice-unknown"]),
    "photo-focus-outside": (
        "photos:\n  - {file: a, focus: [2, 0]}",
        ["error 5:22 fractions-expected"],
    ),
    "photo-focus-percent": (
        "photos:\n  - {file: a, focus: [50%, 0]}",
        ["error 5:22 fractions-expected"],
    ),
    "photo-focus-text": (
        "photos:\n  - {file: a, focus: giữa}",
        ["error 5:22 fractions-expected"],
    ),
    "photo-focus-fullwidth": (
        "photos:\n  - {file: a, focus: [0.5, ０]}",
        ["error 5:22 fractions-expected"],
    ),
    "photo-cover": ("photos:\n  - {file: a, cover: bìa}", ["error 5:22 flag-unknown"]),
    "attachment-without-title": ("attachments:\n  - file: a.pdf", ["error 5:5 key-missing"]),
    "source-without-name": ("source:\n  url: https://a.vn", ["error 5:3 key-missing"]),
    "address-without-scheme": ("source: {name: A, url: a.vn}", ["error 4:24 address-unknown"]),
    "address-javascript": (
        "video: {title: A, url: 'javascript:alert(1)'}",
        ["error 4:24 address-unknown"],
    ),
    "address-without-host": (
        "video: {title: A, url: 'https://'}",
        ["error 4:24 address-unknown"],
    ),
    "address-broken": ("video: {title: A, url: 'https://[a'}", ["error 4:24 address-unknown"]),
    "correction-date": (
        "corrections:\n  - {date: 31/02/2026, note: A}",
        ["error 5:12 date-impossible"],
    ),
    "correction-period": (
        "corrections:\n  - {date: 2026, note: A}",
        ["error 5:12 date-unknown"],
    ),
    "alias-relative": ("aliases: [tin/1.html]", ["error 4:11 alias-not-path"]),
    "alias-elsewhere": ("aliases: [//a.vn/x]", ["error 4:11 alias-not-path"]),
    "alias-home": ("aliases: [/]", ["error 4:11 alias-not-path"]),
    "alias-query": ("aliases: [/tin?id=5]", ["error 4:11 alias-not-path"]),
    "alias-dots": ("aliases: [/tin/./x]", ["error 4:11 alias-not-path"]),
    "alias-upwards": ("aliases: [/../x]", ["error 4:11 alias-not-path"]),
    "acceptance-without-reason": ("accept:\n  - code: photo-alt", ["error 5:5 key-missing"]),
    "pinned-with-a-time": ("pinned_until: 2026-02-06 08:00", ["error 4:15 date-with-time"]),
    "pinned-in-words": ("pinned_until: mai", ["error 4:15 date-unknown"]),
}


@pytest.mark.parametrize(("lines", "problems"), KEYS_WRONG.values(), ids=KEYS_WRONG.keys())
def test_what_is_wrong_with_a_key_is_told_at_its_place(lines, problems):
    assert said(with_keys(lines)) == problems


@pytest.mark.parametrize(
    ("source", "problems"),
    [
        pytest.param("---\ndate: 2026\n---\n", ["error 2:1 title-missing"], id="no-title"),
        pytest.param("---\ntitle: A\n---\n", ["error 2:1 date-missing"], id="no-date"),
        pytest.param(
            "---\ntitle:\ndate:\n---\n",
            ["error 2:7 title-missing", "error 3:6 date-missing"],
            id="both-empty",
        ),
        pytest.param(
            "---\n---\n", ["error 1:1 date-missing", "error 1:1 title-missing"], id="nothing"
        ),
        pytest.param(
            "---\nTitle: A\ndate: 2026\n---\n", ["error 2:1 key-unknown-near"], id="Title"
        ),
        pytest.param(
            "---\ntitle: [A]\ndate: 2026\n---\n", ["error 2:8 text-expected"], id="list"
        ),
    ],
)
def test_title_and_date_are_needed(source, problems):
    assert said(source) == problems


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("news/2026/b.md", "2026/b"),
        ("2026/b.md", "2026/b"),
        ("./news/en/2026/b.md", "en/2026/b"),
        ("2026/b", "2026/b"),
    ],
)
def test_the_other_language_may_be_written_in_several_ways(written, other):
    assert good(with_keys(f"translation_of: {written}")).translation_of == other


def test_english_bulletins_lie_under_en():
    assert good(f"{HEAD}{TAIL}", "en/2026/a").lang == "en"
    assert good(with_keys("lang: en"), "en/2026/a").lang == "en"
    assert said(with_keys("lang: vi"), "en/2026/a") == ["error 4:7 lang-folder"]


def test_all_faults_are_told_at_once():
    lines = "place: [A]\nembargo:\ncategory: x\nhide: a\nplace: B\ncaptions: A"
    assert len(said(with_keys(lines))) == 6
