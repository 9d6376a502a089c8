from __future__ import annotations

from datetime import date, datetime

import pytest

from bantin.edition import Body
from bantin.model import EventDate, Participant, Photo, Source, Status, Video
from bantin.pages import drafts
from bantin.pages.shelf import shelf
from bantin.visibility import Reason
from pages.editions import NOW, SETTINGS, ZONE, bulletin, edition, full, gallery, many


def page(shown, id="2026/a"):
    return next(draft for draft in drafts(shown) if draft.address == f"news/{id}/")


def view(shown, id="2026/a"):
    return page(shown, id).view


def first(shown):
    """The first photo of the page."""
    return view(shown)["photographs"].cover.figure


def mark_of(shown, id="2026/a"):
    """What lists say of it."""
    return next(shelf(shown).card(one).mark for one in shown.bulletins if one.id == id)


def captions(shown):
    """What stands below each photo, by its place."""
    found = view(shown)["photographs"]
    figures = (found.cover.figure, *(one for row in found.gallery.rows for one in row))
    return {figure.anchor: figure.caption for figure in figures}


@pytest.mark.parametrize(
    ("count", "told"),
    [
        pytest.param(1, ["", "<em>Chưa có chú thích</em>"], id="too-few"),
        pytest.param(2, ["", ""], id="empty-on-purpose"),
        pytest.param(None, ["", ""], id="not-given"),
    ],
)
def test_a_photo_behind_the_last_caption_says_that_it_has_none(count, told):
    given = None if count is None else tuple(Photo("") for _ in range(count))
    photos = gallery("2026/a", Photo("01.jpg"), Photo("02.jpg"))
    shown = edition([bulletin(captions=given)], galleries={"2026/a": photos})
    assert captions(shown) == dict(zip(("anh-1", "anh-2"), told, strict=True))


def test_the_neighbours_are_the_older_and_the_newer_bulletin():
    middle = page(edition(many(3)), "2026/b1")
    assert (middle.previous, middle.next) == ("news/2026/b2/", "news/2026/b0/")
    assert middle.view["neighbours"].older.text == "Bản tin 2026/b2"
    assert middle.view["neighbours"].newer.text == "Bản tin 2026/b0"


def test_the_newest_and_the_oldest_have_one_neighbour():
    shown = edition(many(2))
    assert view(shown, "2026/b0")["neighbours"].newer is None
    assert view(shown, "2026/b1")["neighbours"].older is None


def test_a_neighbour_speaks_the_same_language():
    shown = edition([bulletin("2026/a"), bulletin("en/2026/b")])
    assert view(shown)["neighbours"] is None


@pytest.mark.parametrize(
    ("id", "address", "text", "lang"),
    [
        pytest.param("2026/a", "news/en/2026/z/", "Read in English", "en", id="to-english"),
        pytest.param("en/2026/z", "news/2026/a/", "Đọc bản tiếng Việt", "vi", id="back"),
    ],
)
def test_a_translation_is_linked_both_ways(id, address, text, lang):
    shown = edition([bulletin(), bulletin("en/2026/z", translation_of="2026/a")])
    found = view(shown, id)["translation"]
    assert (found.address, found.text, found.lang) == (address, text, lang)


def test_a_translation_that_is_not_shown_is_not_linked():
    shown = edition([bulletin("en/2026/z", translation_of="2026/secret")])
    assert view(shown, "en/2026/z")["translation"] is None


def test_the_category_stands_above_the_headline():
    kicker = view(edition([bulletin(category="hop-tac")]))["kicker"]
    assert (kicker.text, kicker.address) == ("Hợp tác – Đào tạo", "categories/hop-tac/")


def test_a_category_that_the_site_does_not_know_is_left_out():
    assert view(edition([bulletin(category="khac")]))["kicker"] is None


@pytest.mark.parametrize(
    ("id", "count", "text"),
    [
        pytest.param("2026/a", 0, "", id="none"),
        pytest.param("2026/a", 7, "7 ảnh", id="seven"),
        pytest.param("en/2026/a", 1, "1 photo", id="english-one"),
        pytest.param("en/2026/a", 2, "2 photos", id="english-two"),
    ],
)
def test_the_dateline_counts_photos(id, count, text):
    photos = gallery(id, *[Photo("")] * count)
    shown = edition([bulletin(id)], galleries={id: photos})
    assert view(shown, id)["photographs"].count == text


@pytest.mark.parametrize(
    ("photo", "alt", "opens"),
    [
        pytest.param(Photo(""), "", "Mở ảnh 1 trên 2", id="no-alt-names-the-link"),
        pytest.param(Photo("", alt=""), "", "Mở ảnh 1 trên 2", id="decorative-names-the-link"),
        pytest.param(Photo("", alt="Hội trường"), "Hội trường", "", id="alt-is-the-name"),
    ],
)
def test_a_photo_always_has_a_name(photo, alt, opens):
    shown = edition([bulletin()], galleries={"2026/a": gallery("2026/a", photo, Photo(""))})
    figure = first(shown)
    assert (figure.alt, figure.opens) == (alt, opens)


@pytest.mark.parametrize(
    ("size", "shape"),
    [
        pytest.param((3000, 2000), 150, id="landscape"),
        pytest.param((4000, 3000), 133, id="four-to-three"),
        pytest.param((1080, 1920), 56, id="phone-upright"),
        pytest.param((9000, 900), 400, id="panorama"),
        pytest.param((1, 900), 35, id="sliver"),
    ],
)
def test_a_photo_takes_room_by_its_shape(size, shape):
    photos = gallery("2026/a", Photo(""), Photo(""), size=size)
    shown = edition([bulletin()], galleries={"2026/a": photos})
    assert first(shown).shape == shape


def test_a_photo_opens_as_a_large_jpeg():
    photos = gallery("2026/a", Photo(""), Photo(""))
    shown = edition([bulletin()], galleries={"2026/a": photos})
    assert first(shown).link == "images/2026/a/01.1600.key.jpg"


@pytest.mark.parametrize(
    ("parts", "before", "placed", "after"),
    [
        pytest.param(("<p>a</p>",), "<p>a</p>", False, "", id="gallery-at-the-end"),
        pytest.param(("<p>a</p>", "<p>b</p>"), "<p>a</p>", True, "<p>b</p>", id="between"),
    ],
)
def test_the_gallery_stands_where_the_writer_put_it(parts, before, placed, after):
    shown = edition(
        [bulletin()],
        bodies={"2026/a": Body(parts)},
        galleries={"2026/a": gallery("2026/a", Photo(""), Photo(""))},
    )
    found = view(shown)
    stands = found["photographs"].gallery.placed
    assert (found["before"], stands, found["after"]) == (before, placed, after)


@pytest.mark.parametrize(
    ("count", "parts", "cover", "gallery_shown", "leads_to"),
    [
        pytest.param(0, 1, None, False, "all_photos", id="none"),
        pytest.param(1, 1, True, False, "anh-1", id="the-only-photo-is-the-cover"),
        pytest.param(1, 2, None, True, "all_photos", id="the-only-photo-was-given-a-place"),
        pytest.param(2, 1, True, True, "all_photos", id="two"),
        pytest.param(2, 2, False, True, "all_photos", id="two-placed"),
        pytest.param(4, 1, False, True, "all_photos", id="four"),
    ],
)
def test_few_photos_are_shown_once(count, parts, cover, gallery_shown, leads_to):
    shown = edition(
        [bulletin()],
        bodies={"2026/a": Body(("<p>a</p>",) * parts)},
        galleries={"2026/a": gallery("2026/a", *[Photo("")] * count)},
    )
    found = view(shown)["photographs"]
    assert (found.cover and found.cover.own) == cover
    assert (found.gallery is not None, found.first) == (gallery_shown, leads_to)
    assert page(shown).scripts == (("lightbox",) if count else ())


def test_a_cover_of_few_photos_keeps_its_number_and_the_others_theirs():
    photos = gallery("2026/a", Photo("Một"), Photo("Hai", cover=True), Photo("Ba"))
    found = view(edition([bulletin()], galleries={"2026/a": photos}))["photographs"]
    below = [figure.number for row in found.gallery.rows for figure in row]
    assert (found.cover.figure.number, found.cover.numbered, below) == (2, True, [1, 3])
    assert (found.count, found.gallery.count) == ("3 ảnh", "")


@pytest.mark.parametrize(
    ("size", "beside", "wide"),
    [
        pytest.param((3000, 2000), False, False, id="landscape"),
        pytest.param((2000, 3000), True, False, id="tall"),
        pytest.param((3000, 1000), False, True, id="panorama"),
    ],
)
def test_the_shape_of_a_cover_decides_its_place(size, beside, wide):
    photos = gallery("2026/a", Photo(""), Photo("", cover=True), size=size)
    found = view(edition([bulletin()], galleries={"2026/a": photos}))["photographs"].cover
    assert (found.figure.anchor, found.beside, found.wide) == ("anh-2", beside, wide)


def people(*participants, lang="vi"):
    id = "en/2026/a" if lang == "en" else "2026/a"
    shown = view(edition([bulletin(id, participants=participants)]), id)["participants"]
    (party,) = shown
    assert party.heading == ""
    return party.people


def test_titles_are_explained_once_a_page():
    codes = ("TTƯT", "ThS", "BSCKII")
    first, second = people(Participant("A", codes), Participant("B", codes[1:]))
    assert [title.full_form for title in first.titles] == [
        "Thầy thuốc Ưu tú",
        "Thạc sĩ",
        "Bác sĩ chuyên khoa II",
    ]
    assert [title.full_form for title in second.titles] == ["", ""]


def test_titles_are_written_in_house_form():
    (person,) = people(Participant("A", ("TTƯT", "ThS", "BSCKII")))
    assert "".join(title.joint + title.text for title in person.titles) == "TTƯT, ThS.BSCKII"


def test_a_title_that_is_written_out_needs_no_explanation():
    (person,) = people(Participant("A", ("Bác sĩ chính", "Không Rõ")))
    assert [title.full_form for title in person.titles] == ["", ""]


def test_english_pages_explain_titles_in_english():
    (person,) = people(Participant("A", ("ThS",)), lang="en")
    assert person.titles[0].full_form == "Master"


@pytest.mark.parametrize(
    ("participant", "name", "organization", "notes"),
    [
        pytest.param(Participant("A", organization="B"), "A", "B", (), id="person"),
        pytest.param(Participant("", organization="B"), "B", "", (), id="organization-alone"),
        pytest.param(
            Participant("A", role="Giám đốc B, kiêm Chủ tịch C", organization="B"),
            "A",
            "",
            (),
            id="organization-in-the-role",
        ),
        pytest.param(
            Participant("", organization="bệnh viện quận", count=12),
            "bệnh viện quận",
            "",
            ("Số lượng: 12",),
            id="count",
        ),
        pytest.param(
            Participant("", organization="12 bệnh viện", count=12),
            "12 bệnh viện",
            "",
            (),
            id="count-already-said",
        ),
    ],
)
def test_a_participant_is_named(participant, name, organization, notes):
    (person,) = people(participant)
    assert (person.name, person.organization, person.notes) == (name, organization, notes)


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        pytest.param("https://example.org/a", "https://example.org/a", id="https"),
        pytest.param("javascript:alert(1)", "", id="script"),
        pytest.param("data:text/html,x", "", id="inline-document"),
        pytest.param("//example.org/", "", id="no-scheme"),
        pytest.param("https://[", "", id="no-address"),
        pytest.param("", "", id="none"),
    ],
)
def test_a_source_leads_only_to_the_web(url, printed):
    found = view(edition([bulletin(source=Source("Báo", url))]))["source"]
    assert (found.text, found.url) == ("Báo", printed)


def test_a_video_that_no_browser_may_follow_is_left_out():
    video = Video("javascript:alert(1)", "Phim")
    assert view(edition([bulletin(video=video)]))["video"] is None


@pytest.mark.parametrize(
    ("values", "reason", "mark"),
    [
        pytest.param({"status": Status.DRAFT}, Reason.DRAFT, "Bản nháp", id="draft"),
        pytest.param({"status": Status.REVIEW}, Reason.REVIEW, "chờ duyệt", id="review"),
        pytest.param(
            {"embargo": datetime(2026, 12, 1, 7, 30, tzinfo=ZONE)},
            Reason.EMBARGO,
            "07:30 ngày 1 tháng 12 năm 2026",
            id="embargo-says-when",
        ),
        pytest.param(
            {"published": datetime(2026, 12, 2, tzinfo=ZONE)},
            Reason.AHEAD,
            "ngày 2 tháng 12 năm 2026",
            id="ahead-says-when",
        ),
        pytest.param({"expires": NOW}, Reason.EXPIRED, "hết hạn", id="expired"),
    ],
)
def test_a_preview_marks_what_readers_do_not_see(values, reason, mark):
    shown = edition([bulletin(**values)], preview=True, hidden={"2026/a": reason})
    assert mark in mark_of(shown)
    assert not page(shown).searchable


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("id", ["2026/a", "en/2026/a"])
def test_every_reason_has_its_words(id, reason):
    shown = edition([bulletin(id)], preview=True, hidden={id: reason})
    assert mark_of(shown, id)


def test_a_public_bulletin_has_no_mark():
    assert mark_of(edition([bulletin()])) == ""


def test_a_moment_is_given_on_the_clock_of_the_site():
    utc = datetime.fromisoformat("2026-12-01T00:30:00+00:00")
    shown = edition([bulletin(embargo=utc)], preview=True, hidden={"2026/a": Reason.EMBARGO})
    assert "07:30" in mark_of(shown)


@pytest.mark.parametrize(
    ("days", "text", "machine"),
    [
        pytest.param((6, 6), "Thứ Sáu, ngày 6 tháng 2 năm 2026", "2026-02-06", id="day"),
        pytest.param((6, 7), "Từ ngày 6 đến ngày 7 tháng 2 năm 2026", "2026-02-06", id="days"),
    ],
)
def test_the_date_is_written_out(days, text, machine):
    start, end = (date(2026, 2, day) for day in days)
    found = view(edition([bulletin(day=EventDate(start, end))]))
    assert (found["date"], found["date_iso"]) == (text, machine)


def test_a_full_bulletin_carries_all_it_was_given():
    found = view(edition([full("2026/a")], settings=SETTINGS))
    empty = {name for name, value in found.items() if not value}
    assert empty == {
        *("before", "after", "pinned", "old", "translation", "neighbours", "sign_off"),
        *("sharing", "series", "related"),
    }
