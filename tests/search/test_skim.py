from __future__ import annotations

import pytest

from bantin.search.skim import EDGE, Text, Tokens


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        pytest.param("ThS.BSCKII Lan", {"ThS", "BSCKII"}, id="title"),
        pytest.param(f"ThS.{'b' * 61}", set(), id="no-word-is-so-long"),
        pytest.param("A" + "a" * 200_000, set(), id="quadratic-work-would-not-end"),
    ],
)
def test_titles_are_looked_for_in_words_of_a_word_s_length(said, codes):
    assert Text([said], Tokens({}, ())).title_codes() == codes


def test_no_text_ends_a_passage():
    assert Text([f"một {EDGE} hai", "ba"], Tokens({}, ())).tokens.index(EDGE) == 2
