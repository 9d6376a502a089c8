from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading

import camera
import pytest
from PIL import Image

from bantin.errors import BulletinError
from bantin.locale import LANGUAGES, message
from bantin.photos.entries import LEFTOVER_SECONDS, MANIFEST
from bantin.photos.store import Job, Store

COLOURS = ("#a01010", "#10a010", "#1010a0", "#a0a010", "#10a0a0")


def job(folder, number, colour=None, content=None):
    """A job for ``<number>.jpg``, drawn in a colour unless its bytes are given."""
    path = folder / f"{number}.jpg"
    path.write_bytes(content or camera.jpeg(Image.new("RGB", (700, 500), colour)))
    return Job(camera.planned(path, f"images/2026/a/{number}.jpg"), path)


@pytest.fixture
def jobs(tmp_path):
    return [job(tmp_path, number, colour) for number, colour in enumerate(COLOURS)]


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "cache" / "photos")


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def site_of(store, jobs, folder, damaged=lambda picture: None):
    for one in jobs:
        store.copy(one, folder, damaged)
    return tree(folder)


def test_every_rendition_stands_at_its_address(tmp_path, store, jobs):
    assert store.fill(jobs) == {}
    site = site_of(store, jobs, tmp_path / "site")
    addresses = {
        rendition.address
        for one in jobs
        for rendition in (*one.picture.renditions, one.picture.fallback)
    }
    assert set(site) == addresses


def test_what_exists_is_not_rendered_again(store, jobs):
    pictures = [one.picture for one in jobs]
    assert store.missing(pictures) == pictures
    store.fill(jobs[:2])
    assert store.missing(pictures) == pictures[2:]
    told = []
    store.fill(jobs, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert store.missing(pictures) == []


def test_two_cores_render_two_photos_at_the_same_time(store, jobs, monkeypatch):
    meeting, alone = threading.Barrier(2, timeout=10), Image.Image.resize

    def resize(image, *arguments, **options):
        meeting.wait()  # only whoever has company gets on; alone, the photo fails
        return alone(image, *arguments, **options)

    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(Image.Image, "resize", resize)
    assert store.fill(jobs[:2]) == {}


def test_without_fill_a_copy_renders_for_itself(tmp_path, store, jobs):
    alone = site_of(store, jobs, tmp_path / "alone")
    filled = Store(tmp_path / "other")
    filled.fill(jobs)
    assert alone == site_of(filled, jobs, tmp_path / "filled")


def test_a_failing_photo_stops_no_other_and_is_named(tmp_path, store, jobs):
    broken = camera.jpeg()[:-2000]
    jobs[1:1] = [job(tmp_path, 11, content=broken)]
    jobs += [job(tmp_path, 12, content=broken + b"\0")]
    failures = store.fill(jobs)
    assert {path: failure.code for path, failure in failures.items()} == {
        "images/2026/a/11.jpg": "photo-unreadable",
        "images/2026/a/12.jpg": "photo-unreadable",
    }
    for path, failure in failures.items():
        assert failure.values["file"] == path
    assert len(store.missing(one.picture for one in jobs)) == 2


def test_two_equal_broken_photos_are_both_named(tmp_path, store):
    broken = camera.jpeg()[:-2000]
    twins = [job(tmp_path, number, content=broken) for number in (11, 12)]
    assert sorted(store.fill(twins)) == ["images/2026/a/11.jpg", "images/2026/a/12.jpg"]


def test_the_same_photo_twice_is_rendered_once(tmp_path, store):
    twins = [job(tmp_path, 1, COLOURS[0]), job(tmp_path, 2, COLOURS[0])]
    assert len(store.missing(one.picture for one in twins)) == 1
    told = []
    store.fill(twins, lambda done, total: told.append(total))
    assert told == [1]
    assert len(site_of(store, twins, tmp_path / "site")) == 2 * 3


def test_of_two_equal_originals_one_is_enough(tmp_path, store):
    twins = [job(tmp_path, 1, COLOURS[0]), job(tmp_path, 2, COLOURS[0])]
    twins[0].source.unlink()
    assert store.fill(twins) == {}


def entry(store, one):
    return store.folder / one.key[:2] / one.key


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


DAMAGE = {
    "bit-flipped": lambda folder, other: flip(folder / "480.webp"),
    "cut": lambda folder, other: os.truncate(folder / "700.webp", 40),
    "emptied": lambda folder, other: os.truncate(folder / "700.jpg", 0),
    "file-deleted": lambda folder, other: (folder / "480.webp").unlink(),
    "sizes-exchanged": lambda folder, other: shutil.copy(
        folder / "480.webp", folder / "700.webp"
    ),
    "manifest-cut": lambda folder, other: os.truncate(folder / MANIFEST, 30),
    "manifest-of-another-kind": lambda folder, other: (folder / MANIFEST).write_text("[]"),
    "manifest-of-nothing": lambda folder, other: (folder / MANIFEST).write_text("{}"),
    "another-photo-s-entry": lambda folder, other: shutil.copytree(
        other, folder, dirs_exist_ok=True
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_entry_is_made_again(tmp_path, store, jobs, damage):
    store.fill(jobs)
    clean = site_of(store, jobs, tmp_path / "clean")
    DAMAGE[damage](entry(store, jobs[0]), entry(store, jobs[1]))
    told = []
    assert site_of(store, jobs, tmp_path / "site", told.append) == clean
    assert told == [jobs[0].picture]
    assert site_of(store, jobs, tmp_path / "again", told.append) == clean
    assert told == [jobs[0].picture]


def test_half_an_entry_is_none(tmp_path, store, jobs):
    half = entry(store, jobs[0])
    half.mkdir(parents=True)
    (half / "480.webp").write_bytes(b"half")
    assert jobs[0].picture in store.missing(one.picture for one in jobs)
    store.fill(jobs)
    told = []
    site = site_of(store, jobs, tmp_path / "site", told.append)
    assert told == []
    assert b"half" not in site.values()


def test_what_a_killed_run_left_is_swept_but_not_another_build_s_work(store, jobs):
    store.fill(jobs[:1])
    parent = entry(store, jobs[0]).parent
    old, young = parent / ".killed.1", parent / ".working.2"
    for folder in (old, young):
        folder.mkdir()
        (folder / "480.webp").write_bytes(b"half")
    long_ago = old.stat().st_mtime - LEFTOVER_SECONDS - 1
    os.utime(old, (long_ago, long_ago))
    store.fill(jobs)
    assert not old.exists()
    assert young.exists()


def test_the_store_may_be_deleted_between_fill_and_copy(tmp_path, store, jobs):
    store.fill(jobs)
    clean = site_of(store, jobs, tmp_path / "clean")
    shutil.rmtree(store.folder)
    assert site_of(store, jobs, tmp_path / "site") == clean


@pytest.mark.parametrize("ask", [Store.fill, lambda store, jobs: store.contents(jobs[0])])
def test_a_store_that_cannot_be_written_is_said_once(store, jobs, ask):
    store.folder.parent.mkdir()
    store.folder.write_text("a file in the way")
    with pytest.raises(BulletinError) as caught:
        ask(store, jobs)
    assert caught.value.problem.code == "store-unwritable"
    for lang in LANGUAGES:
        assert str(store.folder)[-20:] in message(caught.value.problem, lang).text


# A build of its own: fills the store from the originals; the last argument: die after so many.
BUILD = """
import os, signal, sys
from pathlib import Path
import camera
from bantin.photos.store import Job, Store

folder, store, deaths = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
jobs = [
    Job(camera.planned(path, f"images/2026/a/{path.name}"), path)
    for path in sorted(folder.glob("*.jpg"))
]

def progress(done, total):
    if done == deaths:
        os.kill(os.getpid(), signal.SIGKILL)

assert Store(store).fill(jobs, progress) == {}
"""


def build(folder, store, deaths=0):
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(folder), str(store.folder), str(deaths)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_a_build_killed_half_way_leaves_only_whole_entries(tmp_path, store, jobs):
    with build(tmp_path, store, deaths=2) as killed:
        assert killed.wait(60) == -signal.SIGKILL
    finished = [one for one in jobs if one.picture not in store.missing([one.picture])]
    assert len(finished) >= 2
    told = []
    store.fill(jobs)
    site = site_of(store, jobs, tmp_path / "site", told.append)
    assert told == []
    clean = Store(tmp_path / "clean-cache")
    assert site == site_of(clean, jobs, tmp_path / "clean")


def test_two_builds_at_once_share_a_store(tmp_path, store, jobs):
    builds = [build(tmp_path, store) for _ in range(2)]
    assert [one.wait(60) for one in builds] == [0, 0]
    told = []
    site = site_of(store, jobs, tmp_path / "site", told.append)
    assert told == []
    assert len(site) == 3 * len(jobs)
    names = sorted(path.name for path in store.folder.glob("??/*"))
    assert names == sorted(one.key for one in jobs)


def test_a_manifest_names_no_machine_and_nobody(store, jobs):
    store.fill(jobs)
    manifest = json.loads((entry(store, jobs[0]) / MANIFEST).read_text("utf-8"))
    assert manifest["original"] == jobs[0].picture.original.digest
    assert set(manifest) == {"original", "files"}
    assert sorted(manifest["files"]) == ["480.webp", "700.jpg", "700.webp"]
