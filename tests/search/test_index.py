"""An index holds what docs/dev/search.md says, whoever made it and from whatever caches."""

from __future__ import annotations

import pytest

from bantin.cache import Cache
from bantin.search import Document
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
