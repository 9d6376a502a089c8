from __future__ import annotations

import pytest

from bantin.errors import Location, error, warning
from bantin.model import BrokenBulletin
from bantin.pages import drafts
from pages.editions import bulletin, edition

PROBLEM = error("title-missing", Location("news/2026/x.md", 2, 1))
BROKEN = BrokenBulletin("2026/x", "news/2026/x.md", (PROBLEM,))


def test_a_preview_shows_where_what_and_what_to_type():
    shown = edition(preview=True, broken=(BROKEN,))
    page = next(draft for draft in drafts(shown) if draft.address == "news/2026/x/")
    (complaint,) = page.view["complaints"]
    assert complaint.place == "news/2026/x.md:2:1"
    assert complaint.text == "thiếu tiêu đề"
    assert "title:" in complaint.hint
    assert "news/2026/x.md" in page.view["text"]


def test_a_build_has_no_page_for_a_broken_file():
    assert all(draft.template != "broken.html" for draft in drafts(edition(broken=(BROKEN,))))


@pytest.mark.parametrize(
    ("preview", "shown"),
    [
        pytest.param(True, ["news/2026/a.md:9:3"], id="preview-shows-its-own"),
        pytest.param(False, [], id="build-shows-none"),
    ],
)
def test_a_readable_bulletin_tells_what_is_wrong_with_it(preview, shown):
    problems = (
        warning("photo-alt", Location("news/2026/a.md", 9, 3), file="01.jpg"),
        warning("photo-alt", Location("news/2026/b.md", 9, 3), file="01.jpg"),
    )
    found = drafts(edition([bulletin("2026/a")], preview=preview), problems)
    page = next(draft for draft in found if draft.address == "news/2026/a/")
    assert [complaint.place for complaint in page.view["complaints"]] == shown
