"""What a preview says of each page, and a build of none."""

from __future__ import annotations

from datetime import datetime

import pytest

from bantin.errors import Location, Problem, error, info, warning
from bantin.model import BrokenBulletin, Photo
from bantin.pages import drafts, previewbar
from bantin.pages.draft import PageDraft
from bantin.visibility import Reason
from pages.editions import ZONE, bulletin, edition, full, gallery

A = "news/2026/a.md"
PROBLEMS = (
    info("date-day-first", Location(A, 3, 7), value="06/02/2026", date="2026-02-06"),
    warning("photo-alt", Location(A, 9, 3), file="01.jpg"),
    error("link-missing", Location(A, 20, 3), target="x.md"),
    error("link-missing", Location(A, 12, 3), target="y.md"),
    error("title-missing", Location("news/2026/x.md", 2, 1)),
)
GUIDE = ("index.md", "huong-dan/index.md", "huong-dan/thong-bao.md")


def page(shown, address="news/2026/a/", problems: tuple[Problem, ...] = (), documents=()):
    found = drafts(shown, problems, documents)
    return next(draft for draft in found if draft.address == address)


def previewed(*problems: Problem, documents=(), **values) -> PageDraft:
    return page(
        edition([bulletin()], preview=True, **values), problems=problems, documents=documents
    )


def listed(draft: PageDraft) -> list[tuple[int, str, str]]:
    return [
        (one.number, one.place, one.severity)
        for group in draft.preview.panel.groups
        for one in group.complaints
    ]


def test_problems_stand_by_severity_and_place_each_with_its_number():
    found = previewed(*PROBLEMS)
    assert listed(found) == [
        (1, f"{A}:12:3", "error"),
        (2, f"{A}:20:3", "error"),
        (3, f"{A}:9:3", "warning"),
        (4, f"{A}:3:7", "info"),
    ]
    groups = found.preview.panel.groups
    assert [group.heading for group in groups] == ["Lỗi", "Cảnh báo", "Ghi nhận"]
    assert found.preview.panel.counts == "2 lỗi, 1 cảnh báo, 1 ghi nhận"


def test_a_problem_says_what_is_wrong_and_what_to_type():
    first = previewed(*PROBLEMS).preview.panel.groups[0].complaints[0]
    assert first.text == 'liên kết "y.md" không dẫn đến đâu'
    assert first.hint.startswith("kiểm tra đường dẫn")
    assert first.name == "Lỗi 1"


@pytest.mark.parametrize(
    ("problems", "opened"),
    [
        pytest.param(PROBLEMS[:1], False, id="worth-knowing"),
        pytest.param(PROBLEMS[:2], True, id="warning"),
        pytest.param(PROBLEMS[2:3], True, id="error"),
    ],
)
def test_the_list_is_open_where_there_is_something_to_do(problems, opened):
    assert previewed(*problems).preview.panel.opened is opened


def test_a_clean_bulletin_says_so():
    found = previewed(PROBLEMS[-1]).preview
    assert (found.panel, found.clean) == (None, "Bài này không có lỗi.")
    assert previewed(PROBLEMS[0]).preview.clean == ""


@pytest.mark.parametrize(
    ("documents", "first", "explained"),
    [
        pytest.param(GUIDE, "huong-dan/", "huong-dan/thong-bao/#link-missing", id="there"),
        pytest.param((), "", "", id="no-guide"),
        pytest.param(GUIDE[:2], "huong-dan/", "", id="no-list-of-messages"),
    ],
)
def test_the_guide_is_linked_as_far_as_the_site_has_it(documents, first, explained):
    found = previewed(PROBLEMS[2], documents=documents).preview
    assert found.guide.first == first
    assert found.panel.groups[0].complaints[0].explained == explained


@pytest.mark.parametrize(
    ("reason", "state", "vi", "en"),
    [
        pytest.param(
            Reason.DRAFT,
            "bản nháp",
            "Bản nháp, chờ duyệt",
            "Draft, awaiting approval",
            id="draft",
        ),
        pytest.param(
            Reason.REVIEW,
            "chờ duyệt",
            "Bản chờ duyệt, chưa đăng",
            "Awaiting approval, not published",
            id="review",
        ),
        pytest.param(
            Reason.EXPIRED,
            "đã hết hạn",
            "Đã hết hạn, không còn đăng",
            "Expired, no longer published",
            id="expired",
        ),
        pytest.param(
            Reason.WITHDRAWN,
            "đã gỡ",
            "Đã gỡ, không còn đăng",
            "Withdrawn, no longer published",
            id="withdrawn",
        ),
        pytest.param(
            Reason.UNKNOWN, "chưa công khai", "Chưa công khai", "Not public", id="unknown"
        ),
    ],
)
def test_bar_and_ribbon_name_what_readers_do_not_see(reason, state, vi, en):
    shown = edition(
        [bulletin(), bulletin("en/2026/a")],
        preview=True,
        hidden={"2026/a": reason, "en/2026/a": reason},
    )
    found, english = page(shown).preview, page(shown, "news/en/2026/a/").preview
    assert (found.state, found.tone, found.ribbon) == (state, "hidden", vi)
    assert (english.state, english.ribbon) == (state, en)


def test_a_scheduled_bulletin_says_when_on_the_clock_of_the_site():
    utc = datetime.fromisoformat("2027-06-01T01:00:00+00:00")
    waits = bulletin(embargo=utc)
    shown = edition([waits], preview=True, hidden={"2026/a": Reason.EMBARGO})
    found = page(shown).preview
    assert found.state == "hẹn giờ"
    assert found.ribbon == "Hẹn giờ, chưa đăng trước 08:00 ngày 1 tháng 6 năm 2027"


def test_a_bulletin_that_expires_before_it_appears_names_no_moment():
    never = bulletin(
        embargo=datetime(2027, 6, 1, tzinfo=ZONE), expires=datetime(2027, 5, 1, tzinfo=ZONE)
    )
    shown = edition([never], preview=True, hidden={"2026/a": Reason.EMBARGO})
    assert page(shown).preview.ribbon == "Chưa công khai"


def test_a_public_bulletin_has_a_bar_and_no_ribbon():
    found = previewed().preview
    assert (found.state, found.tone, found.ribbon) == ("công khai", "public", "")


@pytest.mark.parametrize(
    ("problem", "hidden", "state", "tone"),
    [
        pytest.param(PROBLEMS[2], {}, "chưa đăng được", "broken", id="error"),
        pytest.param(PROBLEMS[1], {}, "công khai", "public", id="warning"),
        pytest.param(PROBLEMS[2], {"2026/a": Reason.DRAFT}, "bản nháp", "hidden", id="draft"),
    ],
)
def test_a_bulletin_with_errors_is_not_called_public(problem, hidden, state, tone):
    found = previewed(problem, hidden=hidden).preview
    assert (found.state, found.tone) == (state, tone)


def test_a_file_that_can_not_be_read_lists_its_problems_on_its_page():
    broken = BrokenBulletin("2026/x", "news/2026/x.md", (PROBLEMS[-1],))
    found = page(edition(preview=True, broken=(broken,)), "news/2026/x/", PROBLEMS)
    assert (found.preview.state, found.preview.inside) == ("chưa đọc được", True)
    assert found.preview.panel.counts == "1 lỗi"
    assert found.view["panel"] == found.preview.panel


def test_home_tells_what_no_bulletin_can_and_says_so_when_all_is_well():
    assert previewed_home(*PROBLEMS).panel.counts == "1 lỗi"
    clean = previewed_home(*PROBLEMS[:-1])
    told = "1 bản tin có lỗi hoặc cảnh báo: mở bản tin để xem."
    assert (clean.panel, clean.clean) == (None, told)
    for problems in ((), PROBLEMS[:1]):  # what is only worth knowing is no fault
        clean = previewed_home(*problems)
        assert (clean.panel, clean.clean) == (None, "Không bản tin nào có lỗi hay cảnh báo.")


def previewed_home(*problems: Problem):
    return page(edition([bulletin()], preview=True), "", problems).preview


def test_lists_have_a_bar_with_the_guide():
    found = page(edition([bulletin()], preview=True), "news/", PROBLEMS, GUIDE).preview
    assert (found.guide.first, found.panel, found.state) == ("huong-dan/", None, "")


@pytest.mark.parametrize(
    ("kept_back", "name", "state"),
    [
        pytest.param(True, "Chỉ hiện khi xem thử", "", id="never-published"),
        pytest.param(False, "Xem thử", "công khai", id="published"),
    ],
)
def test_a_page_under_docs_says_whether_it_is_published(kept_back, name, state):
    found = previewbar.document(kept_back, GUIDE)
    assert (found.name, found.state, found.guide.first) == (name, state, "huong-dan/")


def test_a_build_says_nothing_of_all_this():
    shown = edition([full("2026/a")], hidden={"2026/a": Reason.DRAFT})
    for draft in drafts(shown, PROBLEMS, GUIDE):
        assert draft.preview is None
        assert not draft.view.get("sign_off")


@pytest.mark.parametrize("reason", list(Reason))
def test_what_waits_for_approval_is_signed_on_paper(reason):
    shown = edition([bulletin()], preview=True, hidden={"2026/a": reason})
    waits = reason in (Reason.DRAFT, Reason.REVIEW, Reason.AHEAD, Reason.EMBARGO)
    assert bool(page(shown).view["sign_off"]) is waits


def test_what_is_public_needs_no_signature():
    assert page(edition([bulletin()], preview=True)).view["sign_off"] is None


def test_the_block_names_file_photos_and_what_is_left_to_do():
    photos = gallery("2026/a", *[Photo("")] * 3)
    shown = edition(
        [bulletin()],
        preview=True,
        hidden={"2026/a": Reason.DRAFT},
        galleries={"2026/a": photos},
    )
    found = page(shown, problems=PROBLEMS).view["sign_off"]
    assert [(fact.name, fact.text) for fact in found.facts] == [
        ("Tệp", A),
        ("Số ảnh", "3"),
        ("Còn phải xem", "2 lỗi, 1 cảnh báo, 1 ghi nhận"),
    ]
    assert found.to_fill == ("Ngày in", "Người duyệt", "Ngày duyệt", "Chữ ký", "Ý kiến")


def test_an_english_block_is_english():
    at = Location("news/en/2026/a.md", 9, 3)
    shown = edition([bulletin("en/2026/a")], preview=True, hidden={"en/2026/a": Reason.REVIEW})
    problems = (error("link-missing", at, target="x.md"),)
    found = page(shown, "news/en/2026/a/", problems).view["sign_off"]
    assert found.heading == "Approval"
    assert [(fact.name, fact.text) for fact in found.facts] == [
        ("File", "news/en/2026/a.md"),
        ("Photos", "0"),
        ("Still to be looked at", "1 error"),
    ]
