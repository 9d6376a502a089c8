"""Photos in ``mkdocs serve``: rendered when a browser asks for them, and not before."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from html import unescape
from urllib.parse import quote, urljoin
from zipfile import ZipFile

import pytest
from PIL import Image
from previews import PATIENCE, Preview, free_port, interruptible

from newsrooms import MKDOCS, SETTINGS, Newsroom, jpeg, surroundings
from processes import alive, children_of

TOP = "tin-tuc/"
PREFIXED = SETTINGS.replace("example.org/", f"example.org/{TOP}")
PACKED = PREFIXED + "      photos: {zip: true}\n"
NAMED = re.compile(r'(?:src|srcset|href|content)="([^"]*)"')
GATE = """\
import pathlib, time

HERE = pathlib.Path(__file__).parent

def on_env(env, config, files):
    (HERE / "building").touch()
    while (HERE / "closed").exists():
        time.sleep(0.01)
"""
PAGE = f"{TOP}news/2026/a/"
MANY = 200


def furnish(room: Newsroom) -> None:
    room.write("gate.py", GATE)
    room.bulletin("2026/a", "captions: [Một, Hai, Ba]")
    room.photos("2026/a", "01.jpg", "02.jpg", "03.jpg")
    room.bulletin("2026/nhieu", body="Lời.\n\n[gallery]")
    room.photos("2026/nhieu", *(f"{number:03}.jpg" for number in range(MANY)))
    room.write("docs/Khoa Nội/index.md", "# Khoa\n\n![Sơ đồ](Sơ đồ.png)\n")
    target = io.BytesIO()
    Image.new("RGB", (64, 48), "navy").save(target, "PNG")
    room.write("docs/Khoa Nội/Sơ đồ.png", target.getvalue())


def entries(room: Newsroom) -> list[bytes]:
    """First lines of what has been rendered so far."""
    files = (room.root / ".cache" / "renditions").rglob("*")
    return [path.read_bytes().split(b"\n")[0] for path in files if path.is_file()]


def rendered(room: Newsroom) -> set[str]:
    """SHA-256 of the originals of what has been rendered."""
    return {json.loads(line[64:])["original"] for line in entries(room)}


def pictures(preview: Preview, page: str, suffixes: str = "avif|jpg") -> list[str]:
    """Addresses of photos that a page names, as a browser asks for them."""
    _, html = preview.get(page)
    named = (word for found in NAMED.findall(html) for word in unescape(found).split(", "))
    links = {word.split(" ")[0] for word in named}
    own = (link for link in links if re.search(rf"\.\w{{12}}\.(?:{suffixes})$", link))
    return sorted(urljoin(page, link) for link in own if "://" not in link)


@contextmanager
def on_one_core() -> Iterator[None]:
    """What is started meanwhile has one core to use, and so one child at most."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> Iterator[Preview]:
    """Nobody asks it for a photo before the first test has."""
    room = Newsroom(tmp_path_factory.mktemp("site"), PACKED + "hooks: [gate.py]\n")
    furnish(room)
    preview = Preview(room, tmp_path_factory.mktemp("scratch"), free_port())
    yield preview.started()
    preview.end()


def test_a_preview_of_many_photos_starts_without_rendering_one(preview):
    room = preview.room
    assert len(pictures(preview, f"{TOP}news/2026/nhieu/")) >= MANY
    assert entries(room) == []
    for address in pictures(preview, PAGE):
        assert preview.ask(address).status == 200
    photos = (room.root / "images/2026/a").iterdir()
    assert rendered(room) == {hashlib.sha256(one.read_bytes()).hexdigest() for one in photos}


def test_a_photo_is_answered_with_its_kind_and_length_and_may_be_kept(preview):
    found = pictures(preview, PAGE)
    assert {address.rsplit(".", 1)[-1] for address in found} == {"avif", "jpg"}
    for address in found:
        answer = preview.ask(address)
        with Image.open(io.BytesIO(answer.content)) as image:
            assert answer.headers["Content-Type"] == image.get_format_mimetype()
            assert address.rsplit(".", 3)[1] == str(image.width)
        assert answer.headers["Content-Length"] == str(len(answer.content))
        assert "immutable" in answer.headers["Cache-Control"]
        head = preview.ask(address, "HEAD")
        assert (head.status, head.content) == (200, b"")
        assert head.headers["Content-Length"] == str(len(answer.content))


def test_no_photo_lies_in_the_folder_of_the_preview(preview):
    suffixes = (".avif", ".webp", ".jpg", ".png")
    pages = [path.name for path in preview.scratch.rglob("*.html")]
    assert "index.html" in pages
    kept = [path for path in preview.scratch.rglob("*") if path.suffix in suffixes]
    assert [path for path in kept if path.name != "favicon.png"] == []


def test_only_known_addresses_are_answered(preview):
    (photo, *_) = pictures(preview, PAGE)
    assert preview.ask(photo).status == 200
    for address in (
        photo.removeprefix(TOP),
        f"{TOP}images/2026/a/01.jpg",
        f"{TOP}../images/2026/a/01.jpg",
        f"{TOP}images/2026/a/%2e%2e/%2e%2e/%2e%2e/images/2026/a/01.jpg",
        f"{TOP}./{photo.removeprefix(TOP)}",
        f"{photo}/",
        f"{photo}%ff",
        photo.replace(".480.", ".481.").replace(".24.", ".25."),
    ):
        assert preview.ask(address).status == 404, address
    assert preview.ask(quote(photo)).status == 200
    assert preview.ask("".join(f"%{byte:02x}" for byte in photo.encode())).status == 200
    assert preview.ask(photo, "DELETE").status == 404


def test_a_picture_under_docs_is_drawn_on_request_too(preview):
    (address,) = pictures(preview, f"{TOP}{quote('Khoa Nội')}/", "webp")
    assert "%20" in address
    answer = preview.ask(address)
    assert answer.headers["Content-Type"] == "image/webp"
    with Image.open(io.BytesIO(answer.content)) as image:
        assert image.size == (64, 48)


def test_all_photos_of_a_gallery_are_packed_on_request(preview):
    (address,) = pictures(preview, PAGE, "zip")
    answer = preview.ask(address)
    assert answer.headers["Content-Type"] == "application/zip"
    with ZipFile(io.BytesIO(answer.content)) as album:
        assert album.testzip() is None
        assert album.namelist() == ["a-01.jpg", "a-02.jpg", "a-03.jpg"]


def test_a_photo_that_is_dropped_in_appears(preview):
    room, page = preview.room, f"{TOP}news/2026/moi/"
    room.bulletin("2026/moi", "captions: [Mới]")
    preview.shows(page, "Tin 2026/moi")
    room.photos("2026/moi", "01.jpg")
    preview.wait_for(lambda: len(pictures(preview, page)) > 0)
    for address in pictures(preview, page):
        assert preview.ask(address).status == 200


def test_a_photo_waits_for_no_rebuild(preview):
    room = preview.room
    found = pictures(preview, PAGE)
    closed, building = room.root / "closed", room.root / "building"
    closed.touch()
    building.unlink(missing_ok=True)
    rebuilds = preview.rebuilds()
    room.write("images/2026/a/03.jpg", jpeg("exchanged"))
    preview.wait_for(building.exists)
    for address in found:  # of the last build, its page is still in the browser
        assert preview.ask(address).status == 200
    assert preview.rebuilds() == rebuilds
    closed.unlink()
    preview.wait_for(lambda: preview.rebuilt_since(rebuilds))
    now = pictures(preview, PAGE)
    assert set(now) != set(found)
    for address in now:
        assert preview.ask(address).status == 200
    for address in set(found) - set(now):
        assert preview.ask(address).status == 404


def test_a_broken_photo_is_told_once_and_left_out_until_it_is_mended(preview):
    room, page = preview.room, f"{TOP}news/2026/hong/"
    room.write("images/2026/hong/01.jpg", jpeg("whole"))
    room.write("images/2026/hong/02.jpg", jpeg("broken", (640, 400))[:-600])
    room.bulletin("2026/hong", "captions: [Lành, Hỏng]")
    preview.shows(page, "Hỏng")
    rebuilds, found = preview.rebuilds(), pictures(preview, page)
    with ThreadPoolExecutor(4) as browser:
        answers = list(browser.map(preview.ask, found))
    refused = {
        address: answer
        for address, answer in zip(found, answers, strict=True)
        if answer.status != 200
    }
    assert refused
    assert {answer.status for answer in refused.values()} == {404}
    assert {answer.content for answer in refused.values()} == {b""}
    preview.shows(page, "news/2026/hong.md:4:")
    _, html = preview.get(page)
    assert "bị hỏng hoặc chưa chép xong" in html
    assert set(refused).isdisjoint(pictures(preview, page))
    assert "news/2026/hong.md:4:" in preview.said()
    for address in refused:
        assert preview.ask(address).status == 404
    room.edit("news/2026/hong.md", "Lời.", "Lời khác.")
    preview.shows(page, "Lời khác.")
    assert preview.rebuilds() <= rebuilds + 3  # one more where two sizes failed at once
    assert "bị hỏng hoặc chưa chép xong" in preview.get(page)[1]
    room.write("images/2026/hong/02.jpg", jpeg("mended"))
    preview.wait_for(lambda: "bị hỏng hoặc chưa chép xong" not in preview.get(page)[1])
    for address in pictures(preview, page):
        assert preview.ask(address).status == 200
    assert "Traceback" not in preview.said()


@pytest.fixture
def slow(tmp_path) -> Iterator[Preview]:
    """A preview with one child only, which does not move."""
    room = Newsroom(tmp_path / "site")
    room.bulletin("2026/a", "captions: [Một, Hai]")
    room.photos("2026/a", "01.jpg", "02.jpg")
    with on_one_core():
        preview = Preview(room, tmp_path, free_port(), PYTHONWARNINGS="always")
    preview.started()
    (child,) = children_of(preview.process.pid)
    assert preview.ask(pictures(preview, "news/2026/a/")[0]).status == 200
    os.kill(child, signal.SIGSTOP)
    yield preview
    for child in children_of(preview.process.pid):
        os.kill(child, signal.SIGKILL)
    preview.end()


def test_a_slow_photo_blocks_neither_pages_nor_photos_that_are_there(slow):
    first, *_, last = pictures(slow, "news/2026/a/")
    with ThreadPoolExecutor(1) as browser:
        waiting = browser.submit(slow.ask, last)
        assert slow.get("news/2026/a/")[0] == 200
        assert slow.ask(first).status == 200
        assert not waiting.done()
        (child,) = children_of(slow.process.pid)
        os.kill(child, signal.SIGCONT)
        assert waiting.result(PATIENCE).status == 200


def test_ctrl_c_ends_children_at_work_too(slow):
    *_, last = pictures(slow, "news/2026/a/")
    children = children_of(slow.process.pid)
    with ThreadPoolExecutor(1) as browser:
        asked = browser.submit(slow.ask, last)
        slow.get("news/2026/a/")
        assert slow.interrupt() == 0
        assert isinstance(asked.exception(PATIENCE), OSError) or asked.result().status == 404
    assert [child for child in children if alive(child)] == []
    assert "Traceback" not in slow.said()
    assert "ResourceWarning" not in slow.said()
    assert list(slow.scratch.iterdir()) == []


def test_ctrl_c_in_a_build_ends_with_a_sentence_and_leaves_the_site(tmp_path):
    room = Newsroom(tmp_path / "site")
    room.bulletin("2026/a")
    assert room.build().code == 0
    before = sorted(path.name for path in room.site.rglob("*"))
    room.photos("2026/a", "01.jpg", "02.jpg")
    building = subprocess.Popen(
        [*MKDOCS, "build"],
        cwd=room.root,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        preexec_fn=interruptible,
    )
    while not (children := children_of(building.pid)):
        assert building.poll() is None
    for child in children:
        os.kill(child, signal.SIGSTOP)
    building.send_signal(signal.SIGINT)
    said = building.communicate(timeout=PATIENCE)[0]
    assert building.returncode == 1
    assert "Đã dừng theo yêu cầu" in said
    assert "Traceback" not in said
    assert [child for child in children if alive(child)] == []
    assert sorted(path.name for path in room.site.rglob("*")) == before
