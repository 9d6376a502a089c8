"""What is kept from build to build changes how long one takes, and nothing else."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bantin.cache import Cache
from bantin.model import Name
from bantin.search import Document, Labels, kept
from bantin.search.index import build
from search.invented import bulletin, bulletins, page, passage
from search.shelves import Shelf


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


@pytest.fixture
def clean(tmp_path):
    """The files of an index that is made without any cache."""

    def files(documents: list[Document]) -> dict[str, bytes]:
        nowhere = tmp_path / "nowhere"
        nowhere.touch()  # nothing can be kept below a file
        return dict(build(Shelf(documents), Cache(nowhere)).files)

    return files


def built(documents: list[Document], cache: Cache) -> tuple[dict[str, bytes], list[str]]:
    """Files, and which documents were taken apart."""
    shelf = Shelf(documents)
    return dict(build(shelf, cache).files), shelf.asked


def closed(files: dict[str, bytes]) -> set[str]:
    """Names of the closed segment's files, but for packs and texts."""
    first = json.loads(files["manifest.json"])["segments"][0]
    leaves = {name for _, name in first["leaves"]}
    return {*leaves, first["records"], first["facets"], first["words"]}


def test_an_unchanged_site_takes_nothing_apart(cache):
    documents = [page(1), *bulletins(30, years=3)]
    first, asked = built(documents, cache)
    assert sorted(asked) == sorted(one.address for one in documents)
    assert built(documents, cache) == (first, [])


@pytest.mark.parametrize("place", [pytest.param(3, id="closed"), pytest.param(-1, id="open")])
def test_only_a_changed_bulletin_is_taken_apart(place, cache, clean):
    documents = bulletins(30, years=3)
    built(documents, cache)
    documents[place] = replace(documents[place], text=("Câu khác",))
    files, asked = built(documents, cache)
    assert asked == [documents[place].address]
    assert files == clean(documents)


@pytest.mark.parametrize("seed", range(4))
def test_any_history_gives_the_files_of_a_clean_build(seed, cache, clean):
    rng = random.Random(seed)
    documents = {one.address: one for one in (page(1), *bulletins(24, years=3))}
    for _ in range(6):
        built([*documents.values()], cache)
        gone = rng.choice([*documents])
        changed = rng.choice([*documents])
        new = bulletin(rng.randint(100, 200), rng.choice([2024, 2026, 2027]))
        documents[changed] = replace(documents[changed], title=passage(rng, 4))
        documents[new.address] = new
        del documents[gone]
    assert built([*documents.values()], cache)[0] == clean([*documents.values()])


def test_closed_years_keep_their_files(cache):
    documents = bulletins(30, years=3)
    before, _ = built(documents, cache)
    documents[-1] = replace(documents[-1], title="Khác")
    after, _ = built([*documents, bulletin(50, 2026)], cache)
    assert closed(before) == closed(after)
    first = json.loads(before["manifest.json"])["segments"][0]
    names = closed(before)
    kept_files = {path for path in before if {*re.split("[/.]", path)} & names}
    assert first["documents"] == 20
    assert len(kept_files) > 5
    assert all(before[path] == after[path] for path in kept_files)


def test_the_first_bulletin_of_a_year_closes_the_last(cache, clean):
    documents = bulletins(30, years=3)
    built(documents, cache)
    documents.append(bulletin(1, 2027))
    files, asked = built(documents, cache)
    segments = json.loads(files["manifest.json"])["segments"]
    assert [one["documents"] for one in segments] == [30, 1]
    assert asked == [documents[-1].address]
    assert files == clean(documents)


def test_new_labels_take_nothing_apart(cache):
    documents = bulletins(30, years=3)
    before, _ = built(documents, cache)
    shelf = Shelf(documents, Labels({"hop-tac": Name("Hợp tác", "Partnership")}))
    after = dict(build(shelf, cache).files)
    assert shelf.asked == []
    assert len(before.keys() - after.keys()) == 2  # a file of facets in each segment


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flipped(content: bytes) -> bytes:
    at = len(content) * 2 // 3
    return content[:at] + bytes((content[at] ^ 1,)) + content[at + 1 :]


@pytest.mark.parametrize("harm", [cut, flipped, lambda content: b""])
def test_a_damaged_entry_is_a_miss(harm: Callable[[bytes], bytes], cache, tmp_path):
    documents = [page(1), *bulletins(30, years=2)]
    before, _ = built(documents, cache)
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(harm(path.read_bytes()))
    after, asked = built(documents, cache)
    assert after == before
    assert sorted(asked) == sorted(one.address for one in documents)


SHAPES = (
    b"",
    b"nothing",
    b"\n",
    b"[]\n",
    b"{}\n",
    b'{"lengths": [1]}\n',
    b'{"lengths": "a"}\n',
    b'{"lengths": [null]}\n',
    b'{"lengths": [-1, 1]}\n',
    b"[" * 100_000 + b"\n",
)


@pytest.mark.parametrize("number", range(len(SHAPES)))
def test_a_sealed_entry_of_another_shape_is_a_miss(number, cache):
    documents = [page(1), *bulletins(30, years=2)]
    before, _ = built(documents, cache)
    for year in (0, 2025, 2026):
        for bundle in range(kept.BUNDLES):
            cache.put(kept.KIND, f"entries {year} {bundle}", SHAPES[number])
    for key in ("closed", "closed 0"):
        cache.put(kept.KIND, key, SHAPES[number])
    after, asked = built(documents, cache)
    assert after == before
    assert len(asked) == len(documents)


def test_entries_that_are_too_short_are_misses(cache):
    documents = bulletins(10)
    before, _ = built(documents, cache)
    for bundle in range(kept.BUNDLES):
        payload = cache.get(kept.KIND, f"entries 2026 {bundle}") or b"{}\n"
        head = json.loads(payload.split(b"\n", 1)[0])
        head["lengths"] = [3 for _ in head.get("keys", ())]
        short = json.dumps(head).encode() + b"\n" + b"abc" * len(head["lengths"])
        cache.put(kept.KIND, f"entries 2026 {bundle}", short)
    assert built(documents, cache) == (before, [one.address for one in documents])


def test_a_finished_segment_of_which_a_piece_is_gone_is_made_anew(cache, monkeypatch, tmp_path):
    monkeypatch.setattr(kept, "PIECE", 1000)
    documents = bulletins(30, years=2)
    before, _ = built(documents, cache)
    cache.put(kept.KIND, "closed 1", b"{}\n")
    assert built(documents, cache) == (before, [])
    assert built(documents, cache) == (before, [])


def test_the_finished_segment_asks_for_no_closed_document(cache):
    documents = bulletins(30, years=3)
    before, _ = built(documents, cache)
    for year in {one.year for one in documents[:20]}:
        for bundle in range(kept.BUNDLES):
            cache.put(kept.KIND, f"entries {year} {bundle}", b"")
    assert built(documents, cache) == (before, [])


@pytest.mark.parametrize("old", ["closed", "closed 0"])
def test_a_finished_segment_that_is_half_of_another_build_is_made_anew(old, cache, clean):
    documents = bulletins(30, years=2)
    built(documents, cache)
    half = cache.get(kept.KIND, old)
    documents[3] = replace(documents[3], text=("Câu khác",))
    built(documents, cache)
    cache.put(kept.KIND, old, half)
    assert built(documents, cache) == (clean(documents), [])


def test_another_version_keeps_its_entries_for_itself(cache, monkeypatch):
    documents = bulletins(30, years=2)
    before, _ = built(documents, cache)
    monkeypatch.setattr(kept, "version", lambda: "another")
    after, asked = built(documents, cache)
    assert after == before
    assert len(asked) == len(documents)


SCRIPT = """
import hashlib, pathlib, sys
from bantin.cache import Cache
from bantin.search.index import build
from search.invented import bulletins, page
from search.shelves import Shelf
files = build(Shelf([page(1), *bulletins(40, years=2)]), Cache(pathlib.Path(sys.argv[1]))).files
print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())
"""


def test_every_process_makes_the_same_bytes(tmp_path):
    digests = set()
    for seed in ("0", "1", "77"):
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT, tmp_path / seed],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join(
                    map(str, (Path(__file__).parents[1], Path(kept.__file__).parents[2]))
                ),
            },
            capture_output=True,
            check=True,
        )
        digests.add(ran.stdout)
    assert len(digests) == 1
