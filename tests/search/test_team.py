"""Children take documents apart as we do, and whatever becomes of them the index is made."""

from __future__ import annotations

import marshal
import shutil
import struct
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


@pytest.fixture
def instead(tmp_path, monkeypatch):
    """Lets a line of shell be what children run."""

    def run(line: str) -> None:
        program = tmp_path / "program"
        program.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(program))

    return run


def answer(found: object) -> str:
    """A line that gives this to whatever is asked."""
    content = marshal.dumps(found)
    told = struct.pack("<Q", len(content)) + content
    octal = "".join(f"\\{byte:03o}" for byte in told)
    return f"printf '{octal}'; exec cat >/dev/null"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "echo hello world, I am a start-up file; exec cat >/dev/null", id="prints"
        ),
        pytest.param(answer([b"one"]), id="too-few"),
        pytest.param(answer(1), id="no-list"),
    ],
)
def test_what_is_no_answer_is_not_taken_for_one(line, ours, instead):
    instead(line)
    assert apart(2) == ours


def test_who_does_not_answer_is_not_waited_for(ours, instead, monkeypatch):
    monkeypatch.setattr(team, "PATIENCE", 0.2)
    instead("cat >/dev/null; :")
    assert apart(2) == ours


def test_children_find_our_modules_and_no_passwords(monkeypatch, tmp_path, ours, instead):
    monkeypatch.setenv("PYTHONPATH", "/somewhere/else")
    monkeypatch.setenv("NEWSROOM_PASSWORD", "secret")
    instead(f"env > {tmp_path}/environment")
    assert apart(2) == ours
    said = (tmp_path / "environment").read_text(encoding="utf-8")
    assert "/somewhere/else" in said
    assert "secret" not in said


def test_who_stops_early_leaves_nobody_at_work(tmp_path, instead, monkeypatch):
    monkeypatch.setattr(team, "AHEAD", len(DOCUMENTS))
    instead(f'echo begun >> {tmp_path}/begun; exec {sys.executable} "$@"')
    many = Team(2)
    found = many.apart(iter(DOCUMENTS), len(DOCUMENTS))
    next(found)
    many.close()
    found.close()
    begun = (tmp_path / "begun").read_text(encoding="utf-8")
    assert begun.count("begun") == 2


def test_few_documents_start_no_child(ours, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/no-such-program")
    monkeypatch.setattr(team, "WORTH", len(DOCUMENTS) + 1)
    assert apart(2) == ours


def test_one_core_starts_no_child(ours):
    assert apart(1) == ours
