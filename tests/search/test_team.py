"""Children take documents apart as we do, and whatever becomes of them the index is made."""

from __future__ import annotations

import shutil
import sys
from contextlib import closing

import pytest

from bantin.search import team
from bantin.search.entries import entry, packed
from bantin.search.team import Team
from bantin.search.tokens import Words
from search.invented import HOSTILE, bulletins

DOCUMENTS = [*HOSTILE[:8], *bulletins(team.WORTH)]


def apart(children: int) -> list[bytes]:
    with closing(Team(children)) as many:
        return [*many.apart(iter(DOCUMENTS), len(DOCUMENTS))]


@pytest.fixture(scope="module")
def ours():
    words = Words()
    return [packed(entry(document, words)) for document in DOCUMENTS]


def test_children_give_the_same_in_the_same_order(ours, monkeypatch):
    monkeypatch.setattr(team, "entry", None)  # whoever works here fails
    assert apart(2) == ours


@pytest.mark.parametrize("program", ["false", "no-such-program"])
def test_without_children_it_is_done_here(program, ours, monkeypatch):
    monkeypatch.setattr(sys, "executable", shutil.which(program) or f"/{program}")
    assert apart(2) == ours


def test_few_documents_start_no_child(ours, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/no-such-program")
    monkeypatch.setattr(team, "WORTH", len(DOCUMENTS) + 1)
    assert apart(2) == ours


def test_one_core_starts_no_child(ours):
    assert apart(1) == ours
