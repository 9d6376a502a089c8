"""Built sites: a person renamed, organizations merged; no bulletin changes its address."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from newsrooms import Newsroom, tree

PEOPLE = """\
- id: tan
  name: Trần Văn Tấn
  posts: [{role: Giám đốc, organization: huyen-bx}, {role: Giám đốc, organization: kv-bx}]
"""
ORGANIZATIONS = """\
- {id: huyen-bx, name: Trung tâm Y tế huyện Bình Xuyên, valid_to: 2025-06-30}
- {id: kv-bx, name: Trung tâm Y tế khu vực Bình Xuyên, valid_from: 2025-07-01}
"""
MERGED = ORGANIZATIONS.replace("2025-06-30}", "2025-06-30, successor: kv-bx}")
REDIRECT = "organizations/huyen-bx/index.html"


def listed(place: str, name: str = "Trần Văn Tấn") -> str:
    return f"participants: ['BS {name} – Giám đốc, Trung tâm Y tế {place} Bình Xuyên']"


@pytest.fixture
def room(tmp_path) -> Newsroom:
    room = Newsroom(tmp_path)
    room.write("news/_registry/people.yml", PEOPLE)
    room.write("news/_registry/organizations.yml", ORGANIZATIONS)
    room.bulletin("2024/a", listed("huyện"), date="2024-05-06")
    room.bulletin("2026/b", listed("khu vực"))
    room.bulletin("en/2026/c", listed("khu vực"))
    room.built()
    return room


def news(room: Newsroom) -> set[str]:
    return {name for name in tree(room.site) if name.startswith("news/")}


def test_a_person_renamed_has_the_new_name_on_every_page_and_the_old_address(room):
    before = news(room)
    assert "Trần Văn Tấn" in room.page("people")
    room.edit(
        "news/_registry/people.yml",
        "name: Trần Văn Tấn",
        "name: Trần Văn Tân\n  aliases: [Trần Văn Tấn]",
    )
    room.built()
    for page in ("people", "people/tan", "en/people", "en/people/tan"):
        assert "Trần Văn Tân" in room.page(page)
    for page in ("people", "people/tan", "en/people/tan"):
        assert "Trần Văn Tấn" not in room.page(page)
    assert "Trần Văn Tân" in room.page("organizations/kv-bx")
    assert news(room) == before


def test_organizations_merged_have_one_page_to_which_the_old_address_leads(room):
    before = news(room)
    assert "<h1>Trung tâm Y tế huyện Bình Xuyên</h1>" in room.page("organizations/huyen-bx")
    room.write("news/_registry/organizations.yml", MERGED)
    room.built()
    page = room.page("organizations/kv-bx")
    for name in ("khu vực", "huyện"):
        assert f"Trung tâm Y tế {name} Bình Xuyên" in page
    assert set(re.findall(r'href="(\.\./\.\./news/20[^"]*)"', page)) == {
        "../../news/2024/a/",
        "../../news/2026/b/",
    }
    for old, url, canonical in (
        (REDIRECT, "../kv-bx/", "organizations/kv-bx/"),
        (f"en/{REDIRECT}", "../kv-bx/", "en/organizations/kv-bx/"),
    ):
        redirect = (room.site / old).read_text(encoding="utf-8")
        assert f'content="0; url={url}"' in redirect
        assert f'href="https://tin.example.org/{canonical}"' in redirect
    assert 'href="../../../organizations/kv-bx/"' in room.page("news/2024/a")
    assert news(room) == before


def test_an_organization_that_texts_only_name_has_its_page_under_the_newest_name(room):
    for name in ("2024/a", "2026/b", "en/2026/c"):
        (room.root / f"news/{name}.md").unlink()
    room.write("news/_registry/organizations.yml", MERGED)
    for id, day, place in (
        ("2024/d", "2024-05-06", "huyện"),
        ("2026/e", "2026-02-06", "khu vực"),
    ):
        room.bulletin(id, date=day, body=f"Đoàn Trung tâm Y tế {place} Bình Xuyên đến thăm.\n")
    room.built()
    page = room.page("organizations/kv-bx")
    assert page.count("Được nhắc tới trong bài") == 2
    assert 'content="0; url=../kv-bx/"' in (room.site / REDIRECT).read_text(encoding="utf-8")
    first = tree(room.site)
    renamed = MERGED.replace("khu vực Bình Xuyên", "vùng Bình Xuyên")
    room.write("news/_registry/organizations.yml", renamed)
    room.built()
    page = room.page("organizations/kv-bx")
    assert ("news/2024/d/" in page, "news/2026/e/" in page) == (True, False)
    room.write("news/_registry/organizations.yml", MERGED)
    room.built()
    assert tree(room.site) == first


def test_an_address_of_a_merged_organization_is_no_bulletins_old_address(room):
    room.write("news/_registry/organizations.yml", MERGED)
    room.bulletin("2026/d", "aliases: [/organizations/huyen-bx/]")
    ran = room.build()
    assert ran.code == 1
    assert re.search(r"news/2026/d\.md:4:\d+: ", ran.output)


def test_without_a_bulletin_nothing_leads_to_an_organization(room):
    room.write("news/_registry/organizations.yml", MERGED)
    for name in ("2024/a", "2026/b", "en/2026/c"):
        (room.root / f"news/{name}.md").unlink()
    room.built()
    found = [name for name in tree(room.site) if "organizations/" in name]
    assert found == ["organizations/index.html"]


def test_a_merger_is_told_on_its_day(room):
    later = MERGED.replace("2025-06-30", "2026-12-31").replace("2025-07-01", "2027-01-01")
    room.write("news/_registry/organizations.yml", later)
    for name in ("2026/b", "en/2026/c"):
        (room.root / f"news/{name}.md").unlink()
    for hour, told in ((16, False), (17, True)):  # midnight in Việt Nam is between
        moment = datetime(2026, 12, 31, hour, 59 - hour, tzinfo=UTC)
        ran = room.build("--strict", SOURCE_DATE_EPOCH=str(int(moment.timestamp())))
        assert ran.code == 0, ran.output
        pages = {name: page for name, page in tree(room.site).items() if name.endswith(".html")}
        assert ("organizations/kv-bx/index.html" in pages) is told
        assert any("khu vực Bình Xuyên" in page.decode() for page in pages.values()) is told


def test_a_page_of_docs_at_an_old_name_s_address_stays(room):
    room.write("news/_registry/organizations.yml", MERGED)
    room.write("docs/organizations/huyen-bx.md", "# Trang riêng\n")
    ran = room.build()
    assert (ran.code, "docs/organizations/huyen-bx.md" in ran.output) == (0, True)
    assert "Trang riêng" in room.page("organizations/huyen-bx")
