from __future__ import annotations

import pytest

from bantin.vietnamese import datefinder, eventdate
from bantin.vietnamese.people import mentions
from vietnamese import datescores, gold, peoplescores
from vietnamese.scores import NOTHING, OPEN, listed, total

MOST_LEFT_OPEN = 0.1
"""Share of the dates that the gold set decides."""


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


@pytest.fixture(scope="module")
def found_dates():
    return datescores.compare(gold.dates(), datefinder.find)


@pytest.mark.parametrize("part", ["date", "event or not", "weekday"])
def test_a_date_is_right_or_left_open(found_dates, part):
    """Found nowhere is wrong, too."""
    outcomes = [one for one in found_dates if one.part == part]
    wrong = [one for one in outcomes if one.tally.false or one.got == NOTHING != one.expected]
    assert wrong == [], listed(wrong)


def test_few_dates_are_left_open(found_dates):
    decided = [one for one in found_dates if one.part == "date" and one.expected != OPEN]
    left = [one for one in decided if one.got in (OPEN, NOTHING)]
    assert len(left) <= MOST_LEFT_OPEN * len(decided), listed(left)


def test_dates_are_told_apart_by_what_they_are_of(found_dates):
    outcomes = [one for one in found_dates if one.part == "kind"]
    assert total(outcomes).recall >= 0.95, listed(outcomes)


def test_the_date_of_an_event_is_right_or_left_open():
    outcomes = datescores.compare_events(gold.dates(), eventdate.event_date)
    wrong = [one for one in outcomes if one.tally.false]
    assert wrong == [], listed(wrong)


def test_the_gold_set_has_enough_dates():
    assert sum(len(text.dates) for text in gold.dates()) >= 150
