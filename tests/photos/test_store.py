from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress

import camera
import pytest
from PIL import Image

from bantin.errors import BulletinError
from bantin.locale import LANGUAGES, message
from bantin.photos.entries import LEFTOVER_SECONDS, Damaged, Entries
from bantin.photos.store import Job, Store

COLOURS = ("#a01010", "#10a010", "#1010a0", "#a0a010", "#10a0a0")


def job(folder, number, colour=None, content=None, **options):
    """A job for ``<number>.jpg``, drawn in a colour unless its bytes are given."""
    path = folder / f"{number}.jpg"
    path.write_bytes(content or camera.jpeg(Image.new("RGB", (700, 500), colour)))
    return Job(camera.planned(path, f"images/2026/a/{number}.jpg", **options), path)


@pytest.fixture
def jobs(tmp_path):
    return [job(tmp_path, number, colour) for number, colour in enumerate(COLOURS)]


@pytest.fixture
def told():
    """Pictures whose entries were found damaged."""
    return []


@pytest.fixture
def store(tmp_path, children, told):
    folder = tmp_path / "cache" / "renditions"
    return Store(Entries(folder), children, folder.as_posix(), told.append)


def site_of(store, jobs):
    """Address -> bytes of every rendition."""
    site = {}
    for one in jobs:
        site |= store.contents(one)
    return site


def entry(store, one):
    return store.storage.path(one.picture.key)


def test_every_rendition_has_its_address(store, jobs):
    assert store.fill(jobs) == {}
    pictures = [one.picture for one in jobs]
    assert set(site_of(store, jobs)) == {
        rendition.address
        for picture in pictures
        for rendition in (*picture.renditions, *picture.fallbacks)
    }


def test_crops_are_a_set_of_their_own(tmp_path, store):
    wide = job(tmp_path, 1, COLOURS[0], cropped=True)
    plain = job(tmp_path, 2, COLOURS[0])
    progress = []
    store.fill([plain], lambda done, total: progress.append(total))
    store.fill([wide], lambda done, total: progress.append(total))
    assert progress == [1, 1]
    assert store.storage.keys() == set(wide.picture.sets())
    crops = wide.picture.crops
    assert set(store.contents(wide, [crops.key])) == {one.address for one in crops.all}


def test_what_exists_is_not_rendered_again(store, jobs):
    store.fill(jobs[:2])
    before = {path: path.stat().st_mtime_ns for path in store.storage.folder.glob("??/*")}
    progress = []
    store.fill(jobs, lambda done, total: progress.append((done, total)))
    assert progress == [(1, 3), (2, 3), (3, 3)]
    assert {path: path.stat().st_mtime_ns for path in before} == before
    store.fill(jobs, lambda done, total: progress.append((done, total)))
    assert len(progress) == 3


def test_without_fill_contents_renders_for_itself(tmp_path, store, jobs, children):
    filled = Store(Entries(tmp_path / "other"), children)
    filled.fill(jobs)
    assert site_of(store, jobs) == site_of(filled, jobs)


def test_the_look_of_a_photo_is_kept_with_it(store, jobs):
    assert not store.looks([jobs[0].picture])
    store.fill(jobs)
    look = store.looks([jobs[0].picture])[jobs[0].picture.key]
    red, green, blue = bytes.fromhex(look.colour[1:])
    assert red > 140 and green < 30 and blue < 30
    assert look.placeholder.startswith(b"RIFF")
    entry(store, jobs[0]).write_bytes(b"\0" * 99)
    assert not Store(store.storage, store.executor).looks([jobs[0].picture])


def test_a_damaged_entry_is_made_again_before_pages_are_drawn(store, jobs):
    """Else they would be drawn without its look, and a clean build with it."""
    store.fill(jobs)
    before = store.looks([jobs[0].picture])
    entry(store, jobs[0]).write_bytes(b"\0" * 99)
    later = Store(store.storage, store.executor)
    assert later.fill(jobs) == {}
    assert later.looks([jobs[0].picture]) == before != {}


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
    sound = {one.picture.key for one in jobs if one.picture.original.path not in failures}
    assert store.storage.keys() == sound


def test_two_equal_broken_photos_are_both_named(tmp_path, store):
    broken = camera.jpeg()[:-2000]
    twins = [job(tmp_path, number, content=broken) for number in (11, 12)]
    assert sorted(store.fill(twins)) == ["images/2026/a/11.jpg", "images/2026/a/12.jpg"]


def test_the_same_photo_twice_is_rendered_once(tmp_path, store):
    twins = [job(tmp_path, 1, COLOURS[0]), job(tmp_path, 2, COLOURS[0])]
    progress = []
    store.fill(twins, lambda done, total: progress.append(total))
    assert progress == [1]
    assert len(site_of(store, twins)) == 2 * 3


def test_of_two_equal_originals_one_is_enough(tmp_path, store):
    twins = [job(tmp_path, 1, COLOURS[0]), job(tmp_path, 2, COLOURS[0])]
    twins[0].source.unlink()
    store.fill(twins)
    assert store.storage.keys() == {twins[1].picture.key}
    assert len(site_of(store, twins)) == 2 * 3


def flip(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def cut(path, size):
    os.truncate(path, size)


def zero(path):
    size = path.stat().st_size
    path.write_bytes(path.read_bytes()[: size // 2].ljust(size, b"\0"))


def exchange(path):
    """Two payloads of one entry in each other's places, sizes and all."""
    line, _, payload = path.read_bytes().partition(b"\n")
    parts = sorted(json.loads(line[64:])["files"].values())
    (first, size, _), (second, other, _) = parts[0], parts[1]
    assert first + size == second
    swapped = payload[second : second + other] + payload[first : first + size]
    path.write_bytes(line + b"\n" + swapped + payload[second + other :])


def seal(path, text):
    """What another version might have written."""
    path.write_text(f"{hashlib.sha256(text.encode()).hexdigest()}{text}\n")


DAMAGE = {
    "seal-flipped": lambda path, other: flip(path, 5),
    "head-flipped": lambda path, other: flip(path, 90),
    "payload-flipped": lambda path, other: flip(path, path.stat().st_size // 2),
    "last-byte-flipped": lambda path, other: flip(path, -1),
    "last-byte-cut": lambda path, other: cut(path, path.stat().st_size - 1),
    "half-cut": lambda path, other: cut(path, path.stat().st_size // 2),
    "head-cut": lambda path, other: cut(path, 100),
    "emptied": lambda path, other: cut(path, 0),
    "zeros-at-the-end": lambda path, other: zero(path),
    "only-zeros": lambda path, other: path.write_bytes(b"\0" * path.stat().st_size),
    "payloads-exchanged": lambda path, other: exchange(path),
    "another-photo-s-entry": lambda path, other: shutil.copy(other, path),
    "text": lambda path, other: path.write_text("[]\n"),
    "sealed-text": lambda path, other: seal(path, "text"),
    "sealed-list": lambda path, other: seal(path, "[]"),
    "sealed-nothing": lambda path, other: seal(path, "{}"),
    "sealed-key": lambda path, other: seal(path, json.dumps({"key": path.name})),
    "sealed-files": lambda path, other: seal(path, json.dumps({"key": path.name, "files": []})),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_entry_is_told_once_and_made_again(store, jobs, told, damage):
    jobs = jobs[:2]
    store.fill(jobs)
    clean = site_of(store, jobs)
    assert told == []
    before = entry(store, jobs[0]).read_bytes()
    DAMAGE[damage](entry(store, jobs[0]), entry(store, jobs[1]))
    assert entry(store, jobs[0]).read_bytes() != before
    Store(store.storage, store.executor).looks([jobs[0].picture])
    with suppress(Damaged):
        store.storage.sizes(jobs[0].picture.key)
    assert site_of(store, jobs) == clean
    assert told == [jobs[0].picture]
    assert site_of(store, jobs) == clean
    assert told == [jobs[0].picture]


def test_a_folder_in_the_place_of_an_entry_is_said_not_served(store, jobs):
    entry(store, jobs[0]).mkdir(parents=True)
    with pytest.raises(BulletinError) as caught:
        store.contents(jobs[0])
    assert caught.value.problem.code == "store-unwritable"


def test_what_a_killed_run_left_is_swept_but_not_another_build_s_work(store, jobs):
    store.fill(jobs[:1])
    shelf = entry(store, jobs[0]).parent
    old, young = shelf / ".killed.1", shelf / ".working.2"
    for leftover in (old, young):
        leftover.write_bytes(b"half")
    long_ago = old.stat().st_mtime - LEFTOVER_SECONDS - 1
    os.utime(old, (long_ago, long_ago))
    assert store.storage.keys() == {jobs[0].picture.key}
    store.storage.sweep()
    assert not old.exists()
    assert young.exists()
    assert entry(store, jobs[0]).exists()


def test_prune_leaves_what_is_named(store, jobs):
    store.fill(jobs)
    freed = sum(entry(store, one).stat().st_size for one in jobs[2:])
    kept = {one.picture.key for one in jobs[:2]}
    assert store.storage.prune(kept) == (3, freed)
    assert store.storage.keys() == kept
    assert store.storage.prune(kept) == (0, 0)


def test_the_store_may_be_deleted_between_fill_and_use(store, jobs, told):
    store.fill(jobs)
    clean = site_of(store, jobs)
    shutil.rmtree(store.storage.folder)
    assert site_of(store, jobs) == clean
    assert told == []  # nothing was damaged: it was not there


@pytest.mark.parametrize("ask", [Store.fill, lambda store, jobs: store.contents(jobs[0])])
def test_a_store_that_cannot_be_written_is_one_sentence(store, jobs, ask):
    folder = store.storage.folder
    folder.parent.mkdir()
    folder.write_text("a file in the way")
    with pytest.raises(BulletinError) as caught:
        ask(store, jobs)
    assert caught.value.problem.code == "store-unwritable"
    for lang in LANGUAGES:
        said = message(caught.value.problem, lang)
        assert str(folder)[-20:] in said.text and said.hint
        assert "Error" not in said.text + said.hint


def test_an_entry_of_another_original_is_none(store, jobs):
    store.fill(jobs[:1])
    picture = jobs[0].picture
    assert store.storage.read(picture.key, picture.original.digest, []) == {}
    with pytest.raises(Damaged):
        store.storage.read(picture.key, "0" * 64, [])


# A build of its own: fills the store from the originals; the last argument: die after so many.
BUILD = """
import os, signal, sys
from pathlib import Path
import camera
from bantin.photos.children import Children
from bantin.photos.entries import Entries
from bantin.photos.store import Job, Store

folder, store, deaths = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
jobs = [
    Job(camera.planned(path, f"images/2026/a/{path.name}"), path)
    for path in sorted(folder.glob("*.jpg"))
]

def progress(done, total):
    if done == deaths:
        os.kill(os.getpid(), signal.SIGKILL)

assert Store(Entries(store), Children(2)).fill(jobs, progress) == {}
"""


def build(folder, store, deaths=0):
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(folder), str(store.storage.folder), str(deaths)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_a_build_killed_half_way_leaves_only_whole_entries(
    tmp_path, store, jobs, told, children
):
    with build(tmp_path, store, deaths=2) as killed:
        assert killed.wait(60) == -signal.SIGKILL
    assert len(store.storage.keys()) >= 2
    store.fill(jobs)
    site = site_of(store, jobs)
    assert told == []
    clean = Store(Entries(tmp_path / "clean-cache"), children)
    assert site == site_of(clean, jobs)


def test_two_builds_at_once_share_a_store(tmp_path, store, jobs, told):
    builds = [build(tmp_path, store) for _ in range(2)]
    assert [one.wait(60) for one in builds] == [0, 0]
    assert len(site_of(store, jobs)) == 3 * len(jobs)
    assert told == []
    names = sorted(path.name for path in store.storage.folder.glob("??/*"))
    assert names == sorted(one.picture.key for one in jobs)


def test_an_entry_names_no_machine_and_nobody(store, jobs):
    store.fill(jobs)
    content = entry(store, jobs[0]).read_bytes()
    head = json.loads(content.partition(b"\n")[0][64:])
    assert head["original"] == jobs[0].picture.original.digest
    assert set(head) == {"key", "original", "values", "files"}
    assert set(head["values"]) == {"colour", "placeholder"}
    assert sorted(head["files"]) == ["photo-480.avif", "photo-700.avif", "plain-700.jpg"]
    for private in ("images/2026", str(jobs[0].source)):
        assert private.encode() not in content.partition(b"\n")[0]
