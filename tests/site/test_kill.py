"""A build that is killed leaves the old site or the new one, never something between."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

import pytest

from newsrooms import Newsroom, Tree, leftovers, surroundings, tree

KILLS = 20
BULLETINS = 40

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills a process group")


@dataclass(frozen=True)
class Two:
    """A site between two versions."""

    room: Newsroom
    old: Tree
    new: Tree
    seconds: float
    """How long a build takes from start to end."""


@pytest.fixture(scope="module")
def two(tmp_path_factory) -> Two:
    room = Newsroom(tmp_path_factory.mktemp("site"))
    for number in range(BULLETINS):
        room.bulletin(f"2026/tin-{number:03}", "captions: [Một, Hai]", body="Lời.\n\n" * 20)
        room.photos(f"2026/tin-{number:03}", "01.jpg", "02.jpg")
    old = room.built()
    for number in range(BULLETINS):
        room.edit(f"news/2026/tin-{number:03}.md", "Lời.", "Lời mới.")
    begun = time.monotonic()
    other = tmp_path_factory.mktemp("new") / "site"
    assert room.build("-d", str(other)).code == 0
    return Two(room, old, tree(other), time.monotonic() - begun)


def killed_after(room: Newsroom, seconds: float) -> None:
    """A build that lives no longer."""
    build = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=room.root,
        env=surroundings(),
        start_new_session=True,
    )
    try:
        build.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()


def test_kill_9_at_any_moment(two, tmp_path):
    keep = shutil.copytree(two.room.site, tmp_path / "old")
    chance = random.Random(20_261_122)
    ends, cut_short = [], 0
    for kill in range(KILLS):
        moment = (kill + chance.random()) / KILLS * two.seconds
        killed_after(two.room, moment)
        found = tree(two.room.site)
        assert found in (two.old, two.new), f"killed after {moment:.2f} s"
        ends.append(found == two.new)
        cut_short += leftovers(two.room) != []
        if found == two.new:
            shutil.rmtree(two.room.site)
            shutil.copytree(keep, two.room.site)
    assert not all(ends)
    assert cut_short > 0
    assert two.room.build().code == 0
    assert tree(two.room.site) == two.new
    assert leftovers(two.room) == []
