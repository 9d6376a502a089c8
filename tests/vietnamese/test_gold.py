from __future__ import annotations

import pytest

from bantin.vietnamese.people import mentions
from vietnamese import gold, peoplescores
from vietnamese.scores import listed, total


@pytest.fixture(scope="module")
def found_people():
    return peoplescores.compare(gold.people(), mentions)


@pytest.mark.parametrize(
    ("part", "bar"),
    [
        pytest.param("name", 0.97, id="names"),
        pytest.param("titles", 0.98, id="titles"),
        pytest.param("role", 0.95, id="roles"),
        pytest.param("organization", 0.95, id="organizations"),
    ],
)
def test_people_are_found_as_a_careful_reader_finds_them(found_people, part, bar):
    outcomes = [one for one in found_people if one.part == part]
    assert total(outcomes).f1 >= bar, listed(outcomes)


def test_the_gold_set_names_enough_people():
    assert sum(len(text.mentions) for text in gold.people()) >= 300
