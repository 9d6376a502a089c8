"""The search of a running preview follows every save, and nothing of it is on the disk."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator

import pytest
from previews import Preview, free_port

import searchfiles
from newsrooms import SETTINGS, Newsroom
from searchfiles import IndexRead

HIDDEN = "chuonchuon"
SITE = f"{SETTINGS}draft_docs: /dev/\n"


def furnish(room: Newsroom) -> None:
    for year in (2024, 2025, 2026):
        for name in ("a", "b", "c"):
            room.bulletin(f"{year}/{name}", title=f"Tin {name} {year}", date=f"{year}-02-06")
    room.bulletin("2026/nhap", "status: draft", title=HIDDEN, body=HIDDEN)
    room.write("docs/gioi-thieu.md", "# Giới thiệu\n\nBệnh viện có 300 giường.\n")
    room.write("docs/dev/ghi-chu.md", f"# {HIDDEN}\n\n{HIDDEN}\n")


@pytest.fixture
def preview(tmp_path) -> Iterator[Preview]:
    room = Newsroom(tmp_path / "site", SITE)
    furnish(room)
    preview = Preview(room, tmp_path / "scratch", free_port())
    yield preview.started()
    preview.end()


@pytest.fixture(autouse=True)
def scratch(tmp_path):
    (tmp_path / "scratch").mkdir()


def fetch(preview: Preview) -> searchfiles.Fetch:
    def fetched(path: str) -> bytes:
        answer = preview.ask(f"search/{path}")
        assert answer.status == 200, path
        return answer.content

    return fetched


def index(preview: Preview) -> IndexRead:
    return searchfiles.read(fetch(preview))


def found_soon(preview: Preview, key: str, *addresses: str) -> IndexRead:
    """The index, as soon as a key leads to these addresses."""
    preview.wait_for(lambda: index(preview).holding(key) == sorted(addresses))
    return index(preview)


def of_closed_years(read: IndexRead) -> object:
    return {**read.manifest["segments"][0], "dead": None}


def test_a_save_is_found_and_what_stood_there_before_is_not(preview):
    room = preview.room
    before = index(preview)
    assert before.holding("tin b") == ["news/2024/b/", "news/2025/b/", "news/2026/b/"]
    room.edit("news/2026/b.md", "Tin b 2026", "Sơ kết quý một")
    read = found_soon(preview, "so ket", "news/2026/b/")
    assert read.holding("tin b") == ["news/2024/b/", "news/2025/b/"]
    assert of_closed_years(read) == of_closed_years(before)
    assert sorted(read.addresses) == sorted(before.addresses)
    room.edit("news/2024/a.md", "Tin a 2024", "Tập huấn")
    read = found_soon(preview, "tap huan", "news/2024/a/")
    assert of_closed_years(read) == of_closed_years(before), "nothing is merged anew"
    room.edit("docs/gioi-thieu.md", "300 giường", "500 giường")
    read = found_soon(preview, "500 giuong", "gioi-thieu/")
    assert read.holding("300 giuong") == []
    assert sorted(read.addresses) == sorted(before.addresses)


def test_what_is_deleted_or_hidden_is_found_no_more(preview):
    room = preview.room
    before = sorted(index(preview).addresses)
    (room.root / "news/2025/c.md").unlink()
    found_soon(preview, "tin c", "news/2024/c/", "news/2026/c/")
    room.edit("news/2026/c.md", "date:", "status: draft\ndate:")
    read = found_soon(preview, "tin c", "news/2024/c/")
    assert sorted(read.addresses) == [
        page for page in before if page not in ("news/2025/c/", "news/2026/c/")
    ]
    room.edit("news/2026/c.md", "status: draft\n", "")
    found_soon(preview, "tin c", "news/2024/c/", "news/2026/c/")


def test_what_is_never_published_is_in_no_answer(preview):
    assert HIDDEN in preview.get("news/2026/nhap/")[1]
    assert HIDDEN in preview.get("dev/ghi-chu/")[1]
    preview.room.edit("news/2026/nhap.md", "title: ", f"summary: {HIDDEN}\ntitle: Tin ")
    preview.room.edit("news/2026/a.md", "Tin a", "Họp")
    read = found_soon(preview, "hop 2026", "news/2026/a/")
    every = [json.dumps(read.manifest).encode(), "\n".join(read.keys).encode()]
    every += [zlib.decompress(content) for content in read.files.values()]
    assert not any(HIDDEN.encode() in content for content in every)
    preview.room.edit("news/2026/nhap.md", "status: draft", "status: published")
    found_soon(preview, f"!{HIDDEN}", "news/2026/nhap/")


def test_a_broken_rebuild_leaves_the_last_search(preview):
    before = index(preview)
    said = len(preview.said())
    settings = preview.room.root / "mkdocs.yml"
    settings.write_text(f"{SITE}nav: [\n", encoding="utf-8")
    preview.wait_for(lambda: "Chưa dựng lại được" in preview.said()[said:])
    assert index(preview) == before
    settings.write_text(SITE, encoding="utf-8")
    preview.room.edit("news/2026/b.md", "Tin b", "Sơ kết")
    found_soon(preview, "so ket", "news/2026/b/")


def test_who_gets_a_page_while_previewing_is_found_by_name(preview):
    room = preview.room
    person = "- {id: lan, name: Mạc Thị Lan, aliases: [Lan Mạc]}\n"
    room.write("news/_registry/people.yml", person)
    assert index(preview).posted("mac thi") == []
    listed = "participants: ['BS Mạc Thị Lan – Giám đốc, Sở Y tế']\ndate:"
    room.edit("news/2026/nhap.md", "date:", listed)
    preview.wait_for(lambda: "Mạc Thị Lan" in preview.get("people/lan/")[1])
    assert index(preview).posted("mac thi") == [], "readers don't see the draft"
    room.edit("news/2026/b.md", "date:", listed)
    preview.wait_for(lambda: index(preview).posted("mac thi") == ["people/lan/"])
    assert index(preview).posted("lan mac") == ["people/lan/"]
    room.edit("news/2026/b.md", listed, "date:")
    preview.wait_for(lambda: index(preview).posted("mac thi") == [])


def test_a_browser_asks_for_the_manifest_again_and_for_nothing_else(preview):
    manifest = preview.ask("search/manifest.json")
    assert manifest.headers["Cache-Control"] == "no-cache"
    assert manifest.headers["Content-Type"] == "application/json"
    name = next(iter(index(preview).files))
    answer = preview.ask(f"search/{name}")
    assert "immutable" in answer.headers["Cache-Control"]
    asked = preview.ask(f"search/{name}", "HEAD")
    assert (asked.content, asked.headers["Content-Length"]) == (
        b"",
        str(len(answer.content)),
    )
    for gone in ("terms/0123456789.bin", "texts/../manifest.json", "terms/", "texts/0/1.bin"):
        assert preview.ask(f"search/{gone}").status == 404
    assert preview.ask("search/manifest.json", "POST").status != 200


def test_nothing_of_it_is_on_the_disk(preview):
    assert not [path for path in preview.scratch.rglob("search/*") if path.suffix != ".html"]


@pytest.mark.parametrize("option", ["--dirty", "--strict"])
def test_other_ways_to_start_it_find_the_same(tmp_path, option):
    room = Newsroom(tmp_path / "site", SITE)
    furnish(room)
    preview = Preview(room, tmp_path / "scratch", free_port(), option).started()
    first = index(preview)
    assert len(first.addresses) == 10
    room.edit("news/2026/b.md", "Tin b 2026", "Sơ kết quý một")
    read = found_soon(preview, "so ket", "news/2026/b/")
    assert sorted(read.addresses) == sorted(first.addresses)
    preview.end()


def test_a_build_that_is_shown_has_its_own_search(tmp_path):
    room = Newsroom(tmp_path / "site", SITE)
    furnish(room)
    preview = Preview(room, tmp_path / "scratch", free_port(), "--clean").started()
    assert len(index(preview).addresses) == 10
    assert preview.get("news/2026/nhap/")[0] == 404
    preview.end()
