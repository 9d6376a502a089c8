from __future__ import annotations

import hashlib
import os
import shutil
import time
from pathlib import Path

import pytest

from bantin.cache import RECORD_LABEL, Cache, Freshness, replace_file, throw_away
from bantin.edition.delivery import Delivered, Outputs
from bantin.edition.pictures import Headers
from bantin.inventory.inspections import Inspections
from bantin.inventory.upkeep import seconds_for
from bantin.photos.inspect import VERSION
from bantin.photos.looks import Looks
from bantin.photos.render import codecs


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def only_file(folder):
    (found,) = (path for path in folder.rglob("*") if path.is_file())
    return found


@pytest.mark.parametrize("payload", [b"", b"text", bytes(range(256)) * 40], ids=len)
@pytest.mark.parametrize(
    "key", ["a" * 64, "../../escape", "a/b", "", "Bệnh viện", "x" * 999, "\udcff"]
)
def test_what_is_put_is_got(tmp_path, cache, key, payload):
    cache.put("html", key, payload)
    assert cache.get("html", key) == payload
    assert Cache(cache.folder).get("html", key) == payload
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_what_was_never_put_is_a_miss(cache):
    cache.put("html", "a", b"page")
    assert cache.get("html", "b") is None
    assert cache.get("probe", "a") is None


def test_the_last_put_counts(cache):
    cache.put("html", "a", b"old")
    cache.put("html", "a", b"new")
    assert cache.get("html", "a") == b"new"
    assert only_file(cache.folder)


def flip(path, place):
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda path: flip(path, -1), id="payload-flipped"),
        pytest.param(lambda path: flip(path, 3), id="seal-flipped"),
        pytest.param(lambda path: flip(path, 64), id="line-end-flipped"),
        pytest.param(lambda path: os.truncate(path, 70), id="cut"),
        pytest.param(lambda path: os.truncate(path, 10), id="cut-in-the-seal"),
        pytest.param(lambda path: os.truncate(path, 0), id="emptied"),
        pytest.param(lambda path: path.write_bytes(b"\0" * 99), id="zeros"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes() + b"x"), id="longer"),
    ],
)
def test_a_damaged_entry_is_a_miss_and_goes(cache, damage):
    cache.put("html", "a", b"a page with some text")
    path = only_file(cache.folder)
    damage(path)
    assert cache.get("html", "a") is None
    assert not path.exists()
    cache.put("html", "a", b"anew")
    assert cache.get("html", "a") == b"anew"


def test_exchanged_entries_are_misses(cache):
    cache.put("html", "a", b"of a")
    first = only_file(cache.folder)
    cache.put("html", "b", b"of b")
    (second,) = {path for path in cache.folder.rglob("*") if path.is_file()} - {first}
    shutil.copy(second, first)
    assert cache.get("html", "a") is None
    assert cache.get("html", "b") == b"of b"


def test_deleting_the_folder_is_safe_at_any_time(cache):
    cache.put("html", "a", b"page")
    shutil.rmtree(cache.folder)
    assert cache.get("html", "a") is None
    cache.put("html", "a", b"page")
    assert cache.get("html", "a") == b"page"


def test_a_cache_that_cannot_be_written_costs_only_time(cache):
    cache.folder.write_text("a file in the way")
    cache.put("html", "a", b"page")
    assert cache.get("html", "a") is None


def test_a_folder_in_an_entry_s_place_is_a_miss(cache):
    cache.put("html", "a", b"page")
    path = only_file(cache.folder)
    path.unlink()
    path.mkdir()
    assert cache.get("html", "a") is None
    cache.put("html", "a", b"page")


def test_a_failed_replacement_leaves_what_was_there(tmp_path):
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(OSError):
        replace_file(target, b"content")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.fixture
def reads(monkeypatch):
    """How many times a file's bytes were hashed."""
    counted = []
    hashing = hashlib.file_digest

    def counting(*arguments):
        counted.append(arguments)
        return hashing(*arguments)

    monkeypatch.setattr(hashlib, "file_digest", counting)
    return counted


def later():
    """A clock on which every file has settled."""
    return time.time_ns() + 60_000_000_000


def sha(content):
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "01.jpg"
    path.write_bytes(b"before")
    return path


def test_an_unchanged_file_is_read_once_in_all_runs(tmp_path, photo, reads):
    for _ in range(3):
        freshness = Freshness(tmp_path / "cache" / "record", later)
        assert freshness.digest(photo) == freshness.digest(photo) == sha(b"before")
        freshness.save()
    assert len(reads) == 1


def test_a_record_that_is_not_trusted_is_made_anew(tmp_path, photo, reads):
    """A disk may rot behind an unchanged size and time."""
    file = tmp_path / "freshness"
    before = photo.stat()
    first = Freshness(file, later)
    first.digest(photo)
    first.save()
    photo.write_bytes(photo.read_bytes()[::-1])
    found = Freshness(file, later, trusting=False).digest(photo, before)
    assert found == sha(photo.read_bytes())
    assert Freshness(file, later).digest(photo, before) != found  # as its times were asked for


def rewrite(path):
    path.write_bytes(b"after!")


def rewrite_with_old_times(path):
    times = path.stat()
    path.write_bytes(b"after!")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def exchange(path):
    times = path.stat()
    other = path.with_name("other")
    other.write_bytes(b"after!")
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(path)


@pytest.mark.parametrize("change", [rewrite, rewrite_with_old_times, exchange])
def test_a_change_is_seen_though_the_size_is_the_same(tmp_path, photo, change):
    freshness = Freshness(tmp_path / "record", later)
    freshness.digest(photo)
    freshness.save()
    change(photo)
    assert Freshness(tmp_path / "record", later).digest(photo) == sha(b"after!")
    assert freshness.digest(photo) == sha(b"after!")


def test_touching_costs_a_reading_and_nothing_else(tmp_path, photo, reads):
    freshness = Freshness(tmp_path / "record", later)
    before = freshness.digest(photo)
    os.utime(photo, ns=(1, 1))
    assert freshness.digest(photo) == before
    assert len(reads) == 2


def test_a_file_written_just_now_is_not_trusted(tmp_path, photo, reads):
    now = photo.stat().st_mtime_ns
    freshness = Freshness(tmp_path / "record", lambda: now)
    freshness.digest(photo)
    freshness.save()
    Freshness(tmp_path / "record", later).digest(photo)
    assert len(reads) == 2


def test_a_file_dated_in_the_future_is_not_trusted(tmp_path, photo, reads):
    ahead = later() * 2
    os.utime(photo, ns=(ahead, ahead))
    freshness = Freshness(tmp_path / "record", later)
    freshness.digest(photo)
    freshness.digest(photo)
    assert len(reads) == 2


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda path: os.truncate(path, 80), id="cut"),
        pytest.param(lambda path: os.truncate(path, 0), id="emptied"),
        pytest.param(lambda path: flip(path, -3), id="flipped"),
        pytest.param(lambda path: path.write_bytes(b'{"a": 1}'), id="something-else"),
        pytest.param(lambda path: path.unlink(), id="deleted"),
    ],
)
def test_a_broken_record_counts_as_none(tmp_path, photo, reads, damage):
    record = tmp_path / "record"
    freshness = Freshness(record, later)
    freshness.digest(photo)
    freshness.save()
    damage(record)
    assert Freshness(record, later).digest(photo) == sha(b"before")
    assert len(reads) == 2


def test_a_record_that_cannot_be_written_costs_only_time(tmp_path, photo):
    (tmp_path / "way").write_text("a file in the way")
    freshness = Freshness(tmp_path / "way" / "record", later)
    assert freshness.digest(photo) == sha(b"before")
    freshness.save()


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        Freshness(tmp_path / "record").digest(tmp_path / "gone.jpg")


def test_what_is_thrown_away_has_lost_its_name_before_it_loses_a_file(tmp_path, monkeypatch):
    """Whoever looks at it, then moves it, would else move what is left of it."""
    folder, seen, delete = tmp_path / "spare", [], shutil.rmtree
    (folder / "2026").mkdir(parents=True)
    (folder / "2026" / "1.avif").write_bytes(b"1")

    def watched(path, **options):
        seen.append(folder.exists() and not Path(path).exists())
        delete(path, **options)
        seen.append(folder.exists())

    monkeypatch.setattr(shutil, "rmtree", watched)
    throw_away(folder)
    assert seen == [True, True, False, False]
    assert not [*tmp_path.iterdir()]


def test_what_a_killed_run_was_throwing_away_goes_with_the_next(tmp_path):
    folder = tmp_path / "spare"
    (tmp_path / "spare.gone").mkdir()
    (tmp_path / "spare.gone" / "1.avif").write_bytes(b"1")
    folder.mkdir()
    throw_away(folder)
    assert not [*tmp_path.iterdir()]
    throw_away(folder)


SHAPES = (
    b"",
    b"{",
    b"\xff",
    b"[" * 100_000,
    b"[]",
    b"null",
    b"7",
    b'"text"',
    b"NaN",
    b'{"a": 1}',
    b'{"a": null}',
    b'{"a": "text"}',
    b'{"a": []}',
    b'{"a": {"b": 1}}',
    b'{"a": [[], [], [], []]}',
    b'{"a": ["", "", "", "", ""]}',
    b'{"a": [true, true, "JPEG", 1]}',
    b'{"a": ["#fff", "A"]}',
)
"""What an older or newer version may have put under the key of today's."""


@pytest.mark.parametrize("payload", SHAPES, ids=range(len(SHAPES)))
def test_an_entry_of_another_shape_is_a_miss(cache, tmp_path, payload):
    cache.put("original", "all\0codecs", payload)
    assert Headers(cache, "codecs").get("a") is None

    cache.put("look", "all", payload)
    lost = {"colour": "#aabbcc", "placeholder": "UklGRgAAAABXRUJQ"}
    assert Looks(cache).of(["a"], lambda _: lost)["a"].colour == "#aabbcc"
    cache.put("look", "all", payload)
    assert not Looks(cache).of(["a"], lambda _: {"colour": payload.decode("latin-1")})

    cache.put("outputs", f"{tmp_path}\0rules", payload)
    before = Outputs(cache, tmp_path, "rules", tmp_path / "spare")
    assert all(map(len, before.looks.values()))
    before.save(Delivered(frozenset(), {"a": "look"}))

    cache.put("inspected", f"{VERSION}\0codecs", payload)
    assert Inspections(cache, "codecs", None).get("a") is None

    cache.put("pace", codecs(), payload)
    assert seconds_for(1, cache) in (None, 7)


@pytest.mark.parametrize("payload", SHAPES, ids=range(len(SHAPES)))
def test_a_record_of_another_shape_counts_as_empty(tmp_path, payload):
    seal = hashlib.sha256(RECORD_LABEL + payload).hexdigest().encode()
    record, file = tmp_path / "freshness", tmp_path / "a"
    record.write_bytes(seal + b"\n" + payload)
    file.write_bytes(b"1")
    assert Freshness(record).digest(file) == hashlib.sha256(b"1").hexdigest()
