"""An index holds what docs/dev/search.md says, whoever made it and from whatever caches."""

from __future__ import annotations

import pytest

from bantin.cache import Cache
from bantin.model import Name
from bantin.search import Document, Labels
from bantin.search.index import build
from search import naive
from search.invented import HOSTILE, bulletins, page
from search.reader import Read, read
from search.shelves import Shelf


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def made(documents: list[Document], cache: Cache) -> Read:
    found = read(build(Shelf(documents), cache).files)
    assert found.unused == set()
    return found


def parted(documents: list[Document]) -> list[list[Document]]:
    """Closed years, and what is merged in every build."""
    newest = max(document.year for document in documents)
    ordered = sorted(documents, key=lambda document: document.year)
    closed = [one for one in ordered if 0 < one.year < newest]
    return [part for part in (closed, [one for one in ordered if one not in closed]) if part]


@pytest.mark.parametrize(
    "documents",
    [
        pytest.param(bulletins(400, years=3), id="years"),
        pytest.param([page(1), page(2), *bulletins(9, years=1)], id="pages"),
        pytest.param(bulletins(1), id="one"),
        pytest.param([page(1)], id="one-page"),
        pytest.param([page(1), *HOSTILE], id="hostile"),
    ],
)
def test_every_term_has_its_postings(documents, cache):
    found = made(documents, cache)
    for segment, part in zip(found.segments, parted(documents), strict=True):
        assert segment.addresses == [one.address for one in part]
        assert segment.pages == sum(one.year == 0 for one in part)
        assert segment.terms == naive.terms(part)
        assert segment.words == naive.repairs(part)
        assert segment.dead == []


def test_what_results_show(cache):
    documents = [page(1), *bulletins(30, years=2)]
    found = made(documents, cache)
    for segment, part in zip(found.segments, parted(documents), strict=True):
        for document, record, text in zip(part, segment.records, segment.texts, strict=True):
            square = document.thumbnail
            assert record[:8] == [
                *(document.address, document.title, document.date, document.date_text),
                *(document.category_text, document.photos),
                [square.avif, square.jpg] if square else 0,
                document.lang,
            ]
            assert text["text"] == [*document.text]
            assert text["captions"] == [[*caption] for caption in document.captions]
            assert text["facts"] == [*document.facts]


def test_facets_name_what_documents_have(cache):
    documents = [page(1), *bulletins(30, years=2)]
    labels = Labels(
        {"hop-tac": Name("Hợp tác", "Partnership"), "unused": Name("Không", "None")},
        {"p1": "Đỗ Mạnh Toàn"},
        {"o1": "Bệnh viện"},
    )
    found = read(build(Shelf(documents, labels), cache).files)
    for segment, part in zip(found.segments, parted(documents), strict=True):
        facets = segment.facets
        assert ["hop-tac", "Hợp tác", "Partnership"] in facets["category"]
        assert ["p1", "Đỗ Mạnh Toàn"] in facets["person"]
        assert ["p2", "p2"] in facets["person"]
        assert facets["organization"] == [["o1", "Bệnh viện"]]
        assert "unused" not in repr(facets)
        rows = [
            [
                year,
                facets["category"][category][0] if category >= 0 else "",
                [facets["person"][one][0] for one in people],
                [facets["organization"][one][0] for one in bodies],
                lang,
            ]
            for year, category, people, bodies, lang in facets["rows"]
        ]
        assert rows == [
            [one.year, one.category, [*one.people], [*one.organizations], one.lang]
            for one in part
        ]


def test_common_words_are_those_that_most_documents_have(cache):
    documents = bulletins(60, years=3)
    counts = naive.frequencies(documents)
    most = sorted(counts, key=lambda word: (-counts[word], word))[:128]
    assert made(documents, cache).common == most


def test_no_documents(cache):
    assert made([], cache).segments == []


def test_progress_is_told(cache):
    told: list[tuple[int, int]] = []
    documents = bulletins(20, years=2)
    build(Shelf(documents), cache, lambda done, count: told.append((done, count)))
    assert told[-1][1] == 20
    assert [done for done, _ in told] == [*range(1, 11), *range(1, 11)]
