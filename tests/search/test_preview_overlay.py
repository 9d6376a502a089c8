"""A preview finds what a full index finds, whatever was changed since its start."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace

import pytest

from bantin.cache import Cache
from bantin.model import Name
from bantin.search import Document, Index, Labels, overlay
from bantin.search.index import build
from bantin.search.overlay import Preview
from search.invented import bulletin, bulletins, page, passage
from search.reader import Read, read
from search.shelves import Shelf

# As few that nothing is kept apart or dropped: that depends on where segments end.
FEW = 40


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def found(index: Read) -> dict[str, set[tuple[str, int]]]:
    """Key -> address and payload of everything alive."""
    terms: dict[str, set[tuple[str, int]]] = {}
    for segment in index.segments:
        addresses, dead = segment.addresses, {*segment.dead}
        for key, (_, postings) in segment.terms.items():
            alive = {(addresses[one], payload) for one, payload in postings if one not in dead}
            if alive:
                terms.setdefault(key, set()).update(alive)
    return terms


def shown(index: Read) -> dict[str, list[object]]:
    """Address -> all that a result shows, and its facets with their labels."""
    return {
        record[0]: [record[:8], text, facets(segment.facets, row)]
        for segment in index.segments
        for number, (record, text, row) in enumerate(
            zip(segment.records, segment.texts, segment.facets["rows"], strict=True)
        )
        if number not in segment.dead
    }


def facets(labels: Mapping[str, list[object]], row: list[object]) -> list[object]:
    year, category, people, organizations, lang = row
    return [
        year,
        labels["category"][category] if category >= 0 else None,
        [labels["person"][one] for one in people],
        [labels["organization"][one] for one in organizations],
        lang,
    ]


def same(over: Index, documents: Mapping[str, Document], folder) -> None:
    """Base and overlay against a full index without any cache."""
    full = read(build(Shelf(documents.values()), Cache(folder)).files)
    layers = read(over.files)
    assert found(layers) == found(full)
    assert shown(layers) == shown(full)


def edited(rng: random.Random, documents: dict[str, Document]) -> None:
    """Some are new, changed, gone."""
    for _ in range(rng.randint(1, 4)):
        address = rng.choice([*documents])
        kind = rng.random()
        if kind < 0.3:
            del documents[address]
        elif kind < 0.5:
            new = bulletin(rng.randint(1000, 2000), rng.choice([2024, 2026]))
            documents[new.address] = new
        elif kind < 0.6:
            new = page(rng.randint(1, 20), passage(rng, 5))
            documents[new.address] = new
        else:
            text = (passage(rng, 12), "một câu mới")
            documents[address] = replace(documents[address], text=text)


@pytest.mark.parametrize("seed", range(6))
def test_any_edits(seed, cache, tmp_path):
    rng = random.Random(seed)
    documents = {one.address: one for one in (page(1), *bulletins(FEW, years=3))}
    preview = Preview(cache)
    same(preview.update(Shelf(documents.values())), documents, tmp_path / "first")
    for turn in range(5):
        edited(rng, documents)
        over = preview.update(Shelf(documents.values()))
        same(over, documents, tmp_path / f"turn {turn}")


def test_only_what_changed_is_taken_apart(cache):
    documents = bulletins(FEW, years=3)
    preview = Preview(cache)
    preview.update(Shelf(documents))
    documents[5] = replace(documents[5], title="Khác")
    shelf = Shelf(documents)
    preview.update(shelf)
    assert shelf.asked == [documents[5].address]
    documents[6] = replace(documents[6], title="Khác nữa")
    shelf = Shelf(documents)
    preview.update(shelf)
    assert shelf.asked == [documents[6].address]


def test_what_is_gone_is_dead_in_its_segment(cache):
    documents = bulletins(FEW, years=2)
    preview = Preview(cache)
    preview.update(Shelf(documents))
    manifest = read(preview.update(Shelf([*documents[:3], *documents[4:-1]])).files)
    assert [segment.dead for segment in manifest.segments] == [[3], [FEW // 2 - 1]]


def test_an_edit_taken_back_leaves_no_trace(cache):
    documents = bulletins(FEW, years=2)
    preview = Preview(cache)
    before = preview.update(Shelf(documents))
    preview.update(Shelf([replace(documents[0], title="Khác"), *documents[1:]]))
    assert preview.update(Shelf(documents)).files == before.files


def test_an_edit_leaves_all_files_of_the_base(cache):
    documents = bulletins(FEW, years=2)
    preview = Preview(cache)
    before = dict(preview.update(Shelf(documents)).files)
    after = preview.update(Shelf([replace(documents[0], title="Khác"), *documents[1:]])).files
    del before["manifest.json"]
    assert before.items() <= after.items()


def test_a_large_overlay_is_merged(cache, monkeypatch):
    monkeypatch.setattr(overlay, "LARGE", 5)
    documents = bulletins(FEW)
    preview = Preview(cache)
    preview.update(Shelf(documents))
    some = [replace(one, title="Khác") for one in documents[:5]]
    assert len(read(preview.update(Shelf([*some, *documents[5:]])).files).segments) == 2
    some = [replace(one, title="Khác") for one in documents[:6]]
    assert len(read(preview.update(Shelf([*some, *documents[6:]])).files).segments) == 1
    assert len(read(preview.update(Shelf(documents[8:])).files).segments) == 1


def test_new_labels_are_shown(cache):
    documents = bulletins(FEW, years=2)
    preview = Preview(cache)
    preview.update(Shelf(documents))
    labels = Labels(categories={"hop-tac": Name("Hợp tác", "Partnership")})
    after = read(preview.update(Shelf(documents, labels)).files)
    assert all(
        ["hop-tac", "Hợp tác", "Partnership"] in segment.facets["category"]
        for segment in after.segments
    )


def test_a_site_that_is_empty_at_first(cache, tmp_path):
    preview = Preview(cache)
    assert read(preview.update(Shelf([])).files).segments == []
    documents = {one.address: one for one in bulletins(3)}
    same(preview.update(Shelf(documents.values())), documents, tmp_path / "full")
    assert found(read(preview.update(Shelf([])).files)) == {}
