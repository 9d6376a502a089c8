"""``mkdocs serve`` while somebody writes: it follows every save and never stops."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import pytest
from previews import PATIENCE, Preview, free_port

from newsrooms import SETTINGS, Newsroom, Tree, jpeg, tree

GATE = """\
import pathlib, time

HERE = pathlib.Path(__file__).parent

def on_env(env, config, files):
    (HERE / "building").touch()
    while (HERE / "closed").exists():
        time.sleep(0.01)
"""
PAGE = "news/2026/a/"
MENDED = "---\ntitle: Tin a\ndate: 2026-02-06\ncaptions: [Một]\n---\n\nLời.\n"


def furnish(room: Newsroom) -> None:
    room.write("news/2026/a.md", MENDED)
    room.photos("2026/a", "01.jpg")
    room.bulletin("2026/nhap", "status: draft", title="Tin nháp")


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> Iterator[Preview]:
    settings = SETTINGS.replace(
        "theme:", "repo_url: https://git.example.org/tin/\nedit_uri: edit/main/docs/\ntheme:"
    )
    room = Newsroom(tmp_path_factory.mktemp("site"), settings + "hooks: [gate.py]\n")
    room.write("gate.py", GATE)
    furnish(room)
    preview = Preview(room, tmp_path_factory.mktemp("scratch"), free_port())
    yield preview.started()
    preview.end()


def sources(room: Newsroom) -> Tree:
    """What writers have typed and copied."""
    mine = ("news/", "images/", "docs/", "mkdocs.yml")
    return {name: content for name, content in tree(room.root).items() if name.startswith(mine)}


@pytest.fixture
def room(preview) -> Iterator[Newsroom]:
    """The site; afterwards it is as it was, and the preview shows it."""
    room = preview.room
    before = sources(room)
    yield room
    after = sources(room)
    for name in set(after) - set(before):
        (room.root / name).unlink()
    for name, content in before.items():
        if after.get(name) != content:
            room.write(name, content)
    preview.shows(PAGE, "Một</span>")
    preview.shows("news/2026/moi/", "", status=404)


def test_a_saved_caption_is_shown(preview, room):
    room.edit("news/2026/a.md", "Một", "Bác sĩ phát biểu")
    preview.shows(PAGE, "Bác sĩ phát biểu")


def test_a_mistake_is_shown_with_its_place_on_page_and_terminal_until_it_is_mended(
    preview, room
):
    room.edit("news/2026/a.md", "title: Tin a", "title: Tin: a")
    preview.shows(PAGE, "news/2026/a.md:2:")
    _, page = preview.get(PAGE)
    for shown in (page.replace("&#39;", "'").replace("&#34;", '"'), preview.said()):
        assert "news/2026/a.md:2:" in shown
        assert "đặt cả giá trị trong dấu ngoặc kép" in shown
    room.edit("news/2026/a.md", "title: Tin: a", "title: Tin b")
    preview.shows(PAGE, "Tin b</h1>")


def test_a_missing_photo_is_told_on_the_page_of_its_bulletin(preview, room):
    room.edit("news/2026/a.md", "[Một]", "[Một, Hai]")
    preview.shows(PAGE, "có 2 chú thích nhưng thư mục images/2026/a chỉ có 1 ảnh")


def test_an_old_address_that_is_taken_is_told_before_the_build(preview, room):
    room.edit("news/2026/a.md", "title: Tin a", "aliases: [/news/]\ntitle: Tin b")
    preview.shows(PAGE, "Tin b</h1>")
    assert "news/2026/a.md:2:10: địa chỉ cũ /news/ đang là một trang khác" in preview.said()


def test_bulletins_and_photos_come_and_go(preview, room):
    room.bulletin("2026/moi", "captions: [Ảnh mới]", title="Tin mới")
    room.photos("2026/moi", "01.jpg")
    preview.shows("news/2026/moi/", "Ảnh mới")
    preview.shows("news/", "Tin mới")
    _, page = preview.get("news/2026/moi/")
    (picture,) = re.findall(r'<img src="(?:\.\./)*(images/2026/moi/[^"]+)"', page)
    assert preview.get(picture)[0] == 200
    room.photos("2026/moi", "02.jpg")
    room.edit("news/2026/moi.md", "[Ảnh mới]", "[Ảnh mới, Ảnh hai]")
    preview.shows("news/2026/moi/", "Ảnh hai")
    (room.root / "news/2026/moi.md").unlink()
    preview.shows("news/2026/moi/", "", status=404)


def built(room: Newsroom, site: Path, address: str) -> str:
    """A page of a build of the same sources; empty where there is none."""
    assert room.build("-d", str(site)).code == 0
    page = site / address / "index.html"
    return page.read_text(encoding="utf-8") if page.exists() else ""


def test_a_draft_is_shown_with_its_mark_and_is_in_no_build(preview, room, tmp_path):
    status, page = preview.get("news/2026/nhap/")
    assert (status, "Bản nháp" in page) == (200, True)
    assert built(room, tmp_path / "site", "news/2026/nhap") == ""


def test_the_editor_is_one_click_away_in_the_preview_only(preview, room, tmp_path):
    link = "https://git.example.org/tin/edit/main/news/2026/a.md"
    assert link in preview.get(PAGE)[1]
    page = built(room, tmp_path / "site", PAGE)
    assert "Tin a</h1>" in page
    assert "git.example.org/tin/edit" not in page


def test_a_request_during_a_rebuild_waits_for_it(preview, room):
    building, closed = room.root / "building", room.root / "closed"
    closed.touch()
    building.unlink(missing_ok=True)
    room.edit("news/2026/a.md", "Một", "Chờ một chút")
    preview.wait_for(building.exists)
    answers: list[tuple[int, str]] = []
    request = threading.Thread(target=lambda: answers.append(preview.get(PAGE)))
    request.start()
    request.join(0.3)
    assert answers == []
    closed.unlink()
    request.join(PATIENCE)
    ((status, page),) = answers
    assert (status, "Chờ một chút" in page) == (200, True)


BREAKS = {
    "news/2026/a.md": [
        MENDED[:30],
        MENDED.replace("Một]", "Một"),
        MENDED.replace("date: 2026-02-06", "date: 31/02/2026"),
        MENDED.replace("Lời", "<script>"),
        MENDED.encode("utf-16"),
        b"",
    ],
    "images/2026/a/01.jpg": [jpeg("x")[:-60], None],
    "mkdocs.yml": [SETTINGS + "nav: [", SETTINGS.replace("Hợp tác", ""), "", b"\xff"],
    "docs/b.md": [b"# \xff", "---\na: b: c\n---\n"],
    "docs/c.png": ["not a picture"],
}


SAVES = 50


def test_fifty_broken_saves_in_a_row(preview, room):
    every = [(name, content) for name, contents in BREAKS.items() for content in contents]
    for number, (name, content) in enumerate(islice(cycle(every), SAVES)):
        rebuilds = preview.rebuilds()
        if content is None:
            (room.root / name).unlink()
        else:
            room.write(name, content)
        if number < len(every):  # each is met at least once, later ones come in a rush
            preview.wait_for(partial(preview.rebuilt_since, rebuilds))
        for address in (PAGE, "", "nowhere/"):
            assert preview.get(address)[0] in (200, 404)
    assert preview.process.poll() is None
    assert "Traceback" not in preview.said()


def test_broken_settings_are_told_and_the_pages_stay(preview, room):
    settings = (room.root / "mkdocs.yml").read_text(encoding="utf-8")
    begun = len(preview.said())
    room.write("mkdocs.yml", settings + "nav: [\n")
    preview.wait_for(lambda: "Chưa dựng lại được" in preview.said()[begun:])
    assert "mkdocs.yml:" in preview.said()[begun:]
    assert preview.get(PAGE)[0] == 200
    room.write("mkdocs.yml", settings.replace("Hợp tác", "Hợp tác mới"))
    preview.shows("categories/hop-tac/", "Hợp tác mới")


@pytest.mark.parametrize("folder", ["news", "images"])
def test_a_folder_that_goes_and_comes_back_is_followed_again(preview, room, folder):
    away = room.root.parent / f"{folder}-away"
    before = preview.rebuilds()
    (room.root / folder).rename(away)
    preview.wait_for(lambda: preview.rebuilt_since(before))
    before = preview.rebuilds()
    away.rename(room.root / folder)
    preview.wait_for(lambda: preview.rebuilt_since(before))
    preview.shows(PAGE, "Một")
    room.edit("news/2026/a.md", "captions: [Một]", "captions: [Trở lại]")
    preview.shows(PAGE, "Trở lại")
    if folder == "images":
        room.photos("2026/a", "02.jpg")
        preview.shows(PAGE, "có 1 chú thích nhưng thư mục images/2026/a có 2 ảnh")


def test_a_photo_folder_made_later_is_watched(tmp_path):
    room = Newsroom(tmp_path / "site")
    room.bulletin("2026/a")
    preview = Preview(room, tmp_path, free_port()).started()
    room.photos("2026/a", "01.jpg")
    room.edit("news/2026/a.md", "Tin", "Bài")
    preview.shows(PAGE, "Bài 2026/a</h1>")
    room.photos("2026/a", "02.jpg")
    preview.shows(PAGE, "2 ảnh")
    preview.end()


@pytest.fixture
def short(tmp_path) -> Iterator[Preview]:
    room = Newsroom(tmp_path / "site", SETTINGS + "hooks: [gate.py]\n")
    room.write("gate.py", GATE)
    room.bulletin("2026/a")
    preview = Preview(room, tmp_path, free_port())
    yield preview.started()
    preview.end()


def test_ctrl_c_ends_it_and_leaves_nothing(short):
    assert short.get(PAGE)[0] == 200
    assert short.interrupt() == 0
    assert "Traceback" not in short.said()
    assert list(short.scratch.iterdir()) == []


def test_ctrl_c_in_the_middle_of_a_rebuild_leaves_nothing_either(short):
    building = short.room.root / "building"
    building.unlink()
    short.room.write("closed", "")
    short.room.edit("news/2026/a.md", "Lời", "Lời mới")
    short.wait_for(building.exists)
    assert short.interrupt() == 0
    assert "Traceback" not in short.said()
    assert list(short.scratch.iterdir()) == []


def test_a_taken_port_is_told_in_a_sentence(short, tmp_path):
    port = int(short.url.rstrip("/").rsplit(":", 1)[1])
    (tmp_path / "second").mkdir()
    second = Preview(short.room, tmp_path / "second", port)
    assert second.process.wait(PATIENCE) == 1
    assert f"cổng {port}" in second.said()
    assert f"make serve PORT={port + 1}" in second.said()
    assert f"mkdocs serve -a 127.0.0.1:{port + 1}" in second.said()
    assert "Traceback" not in second.said()
    assert list(second.scratch.iterdir()) == []
    assert short.get(PAGE)[0] == 200
