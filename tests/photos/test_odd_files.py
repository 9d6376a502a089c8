"""What a file system can hold under a photo's name: each ends in a sentence, or as a photo."""

from __future__ import annotations

import os
import socket
import unicodedata
from pathlib import Path

import camera
import pytest
from newsway import worded

from bantin.locale import LANGUAGES, message


def linked(path: Path) -> None:
    """To a photo that lies elsewhere."""
    elsewhere = path.parent / "private"
    elsewhere.mkdir()
    (elsewhere / "01.jpg").write_bytes(camera.jpeg())
    path.symlink_to(elsewhere / "01.jpg")


def listening(path: Path) -> None:
    """A socket; its address may only be short."""
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(before)


def sparse(path: Path) -> None:
    """Eight gigabytes of which nothing is on the disk but a photo at the beginning."""
    with path.open("wb") as file:
        file.write(camera.jpeg())
        file.truncate(8 << 30)


def locked(path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("nothing is locked to root")
    path.write_bytes(camera.jpeg())
    path.chmod(0)


ODD = {
    "empty": (lambda path: path.write_bytes(b""), "photo-empty"),
    "folder": (Path.mkdir, "photo-not-a-file"),
    "link-out-of-the-tree": (linked, "photo-not-a-file"),
    "link-to-nothing": (lambda path: path.symlink_to("nowhere.jpg"), "photo-not-a-file"),
    "link-to-itself": (lambda path: path.symlink_to(path.name), "photo-not-a-file"),
    "link-to-a-device": (lambda path: path.symlink_to("/dev/zero"), "photo-not-a-file"),
    "pipe": (os.mkfifo, "photo-not-a-file"),
    "socket": (listening, "photo-not-a-file"),
    "gone": (lambda path: None, "photo-no-access"),
    "in-a-folder-that-is-a-file": (lambda path: None, "photo-no-access"),
    "eight-gigabytes-of-nothing": (sparse, "photo-too-heavy"),
    "locked": (locked, "photo-no-access"),
}


@pytest.mark.skipif(os.name == "nt", reason="no links and pipes here")
@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_photo_is_said_in_a_sentence(newsroom, tmp_path, capfd, odd):
    make, code = ODD[odd]
    path = tmp_path / "01.jpg"
    make(path)
    if odd.startswith("in-a-folder"):
        (tmp_path / "a").write_bytes(b"")
        path = tmp_path / "a" / "01.jpg"
    files, problem = newsroom.published(path, camera.NAME)
    assert (files, problem.code) == ({}, code)
    worded(problem)
    assert camera.NAME in message(problem, "vi").text
    assert capfd.readouterr() == ("", "")


NAMES = {
    "line-break": "a\nb.jpg",
    "escape": "a\x1b[31mb.jpg",
    "right-to-left": "a\u202egpj.exe.jpg",
    "emoji": "\U0001f3e5.jpg",
    "from-a-mac": unicodedata.normalize("NFD", "Hội nghị ngày 8.jpg"),
    "255-bytes": "a" * 251 + ".jpg",
    "not-utf-8": os.fsdecode(b"H\xe9i ngh\xde.jpg"),
    "percent-and-quotes": '100% "a\'b" & <i>.jpg',
    "blank": " .jpg",
    "dash": "-rf.jpg",
    "curly": "{file}.jpg",
}


@pytest.mark.skipif(os.name == "nt", reason="no such names here")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_an_odd_name_is_no_hindrance(newsroom, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(camera.jpeg(camera.scene(160, 100)))
    files, problem = newsroom.published(path, f"images/2026/a/{name}")
    assert problem is None
    assert files
    for address in files:
        assert address.isascii() and address.isprintable()
        assert not set(address) & set(" \"'<>%&{}")


@pytest.mark.skipif(os.name == "nt", reason="no such names here")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_an_odd_name_in_a_sentence_does_no_harm(newsroom, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"%PDF-1.7\n")
    _, problem = newsroom.published(path, f"images/2026/a/{name}")
    assert problem.code == "photo-document"
    for lang in LANGUAGES:
        said = message(problem, lang)
        both = said.text + said.hint
        assert both.isprintable()
        both.encode()  # a terminal can show it


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="asks /proc what was read")
def test_what_is_too_heavy_is_not_read(newsroom, tmp_path):
    path = tmp_path / "01.jpg"
    sparse(path)
    before = bytes_read()
    newsroom.published(path, camera.NAME)
    assert bytes_read() - before < 100_000_000


def bytes_read() -> int:
    """By this process, until now."""
    return int(Path("/proc/self/io").read_text().split()[1])


def test_what_went_away_after_it_was_listed(newsroom, tmp_path):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.jpeg())
    pictures = newsroom.pictures()
    path.unlink()
    pictures.prepare([(path, camera.NAME)])
    assert newsroom.planned(pictures, path, camera.NAME) is None
    assert [problem.code for problem in pictures.problems] == ["photo-no-access"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(Path.unlink, "photo-no-access", id="gone"),
        pytest.param(
            lambda path: path.write_bytes(camera.jpeg(camera.scene(320, 200))),
            "photo-changed",
            id="another-photo",
        ),
        pytest.param(lambda path: path.write_bytes(b"%PDF-1.7\n"), "photo-document", id="pdf"),
        pytest.param(lambda path: path.write_bytes(b""), "photo-empty", id="emptied"),
        pytest.param(
            lambda path: os.truncate(path, 3000), "photo-changed", id="being-copied-again"
        ),
    ],
)
def test_what_changed_after_it_was_measured(newsroom, tmp_path, change, code):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.jpeg())
    picture = newsroom.planned(newsroom.pictures(), path, camera.NAME)
    change(path)
    files, problem = newsroom.rendered(picture, path)
    assert (files, problem.code) == ({}, code)
    worded(problem)


def test_a_link_put_in_a_photo_s_place_is_not_followed(newsroom, tmp_path):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.jpeg())
    picture = newsroom.planned(newsroom.pictures(), path, camera.NAME)
    path.rename(tmp_path / "other.jpg")  # the same bytes: only the link gives it away
    path.symlink_to("other.jpg")
    files, problem = newsroom.rendered(picture, path)
    assert (files, problem.code) == ({}, "photo-not-a-file")
