from __future__ import annotations

from bantin.errors import Location, error
from bantin.model import BrokenBulletin
from bantin.pages import drafts
from pages.editions import edition

PROBLEM = error("title-missing", Location("news/2026/x.md", 2, 1))
BROKEN = BrokenBulletin("2026/x", "news/2026/x.md", (PROBLEM,))


def test_a_preview_shows_where_what_and_what_to_type():
    shown = edition(preview=True, broken=(BROKEN,))
    page = next(draft for draft in drafts(shown) if draft.address == "news/2026/x/")
    (group,) = page.view["panel"].groups
    (complaint,) = group.complaints
    assert complaint.place == "news/2026/x.md:2:1"
    assert complaint.text == "thiếu tiêu đề"
    assert "title:" in complaint.hint
    assert "news/2026/x.md" in page.view["text"]


def test_a_build_has_no_page_for_a_broken_file():
    assert all(draft.template != "broken.html" for draft in drafts(edition(broken=(BROKEN,))))
