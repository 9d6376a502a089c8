"""A machine without a browser or Java says what it leaves out, or fails where it may not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BARE = "Left out: what needs {}; Debian has it: apt-get install {}"


@pytest.fixture
def run(tmp_path):
    """``run(everything)``: the tests of the tools where nothing can be found on the path."""

    def started(everything: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", HERE / "test_tools.py"],
            cwd=HERE.parent,
            env={
                **os.environ,
                "PATH": str(tmp_path),
                "BANTIN_TEST_EVERYTHING": everything,
                "PYTHONUTF8": "1",
            },
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    return started


def test_what_is_left_out_is_told_in_a_line_each(run):
    ran = run("")
    told = [line for line in ran.stdout.splitlines() if line.startswith("Left out: ")]
    assert told == [
        BARE.format("a browser", "chromium"),
        BARE.format("the Nu HTML checker", "default-jre-headless npm, then make test"),
    ]
    assert (ran.returncode, "2 skipped" in ran.stdout) == (0, True)
    assert "no chromium" in ran.stdout


def test_where_nothing_may_be_left_out_the_run_fails(run):
    ran = run("1")
    assert ran.returncode == 1
    assert "2 errors" in ran.stdout
    assert "Left out" not in ran.stdout
    assert "apt-get install chromium" in ran.stdout
