from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from newsrooms import PATIENCE

ROOT = Path(__file__).parents[1]
SET_UP = ".ci/set-up"
SPACES = "bản tin số 1"
"""A folder as staff name them."""

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")

# A Python that fails where a test wants it to; WANTED is the wanted failure.
PYTHON = """#!/bin/sh
case "$WANTED:$*" in
    old:--version) echo "Python 3.9.2"; exit 0 ;;
    old:-c*) exit 1 ;;
    no-ensurepip:*ensurepip*) exit 1 ;;
    no-space:-m\\ venv*) mkdir -p .venv/bin; exit 1 ;;
    no-network:*pip\\ install*) exit 1 ;;
    *:-m\\ venv*)
        mkdir -p .venv/bin
        cp "$0" .venv/bin/python
        echo "#!$(pwd -P)/.venv/bin/python" >.venv/bin/pip
        exit 0 ;;
    *:*-m\\ pip*) exit 0 ;;
esac
exec "$REAL" "$@"
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The parts of a checkout that set-up needs, without an environment."""
    folder = tmp_path / SPACES
    (folder / ".ci").mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", "constraints.txt", SET_UP):
        shutil.copy(ROOT / name, folder / name)
    python = folder / "python"
    python.write_text(PYTHON, encoding="utf-8")
    python.chmod(0o755)
    return folder


def make(folder: Path, *arguments: str, wanted: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env=environment(folder) | {"WANTED": wanted},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


SERVER = """#!/bin/sh
exec "$REAL" -m http.server --bind "${3%:*}" --directory site "${3#*:}"
"""
"""Stands in for ``mkdocs serve -a host:port``: Ctrl+C ends it with 0, too."""


@pytest.fixture
def built(site: Path) -> Path:
    """A checkout that is set up, with a site that was built."""
    assert set_up(site).returncode == 0
    (site / "site" / "tin").mkdir(parents=True)
    (site / "site" / "index.html").write_text("Trang chủ", encoding="utf-8")
    (site / "site" / "tin" / "index.html").write_text("Bản tin", encoding="utf-8")
    for name, script in (("mkdocs", SERVER), ("bantin", "#!/bin/sh\n")):
        command = site / ".venv" / "bin" / name
        command.write_text(script, encoding="utf-8")
        command.chmod(0o755)
    return site


def interruptible() -> None:
    """Ctrl+C works in the child even where a shell in the background has switched it off."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)


def fetched(process: subprocess.Popen[str], address: str) -> str:
    """A page, as soon as somebody serves it."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as found:
                return str(found.read().decode())
        except OSError:
            assert process.poll() is None and time.monotonic() < deadline, address
            time.sleep(0.02)


def environment(folder: Path) -> dict[str, str]:
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    fresh = {name: value for name, value in os.environ.items() if name != "MAKEFLAGS"}
    return fresh | {"PATH": path, "REAL": sys.executable, "WANTED": ""}


def set_up(folder: Path, wanted: str = "") -> subprocess.CompletedProcess[str]:
    return make(folder, ".venv/.ready", "PYTHON=python", wanted=wanted)


def test_make_alone_prints_every_verb_in_two_languages():
    printed = make(ROOT).stdout
    verbs = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert verbs is not None
    for verb in set(verbs[1].split()) - {"help"}:
        assert re.search(rf"^  make {verb}  +\S.*\n   +[A-Z]", printed, re.MULTILINE), verb


def test_no_verb_shows_the_theme_s_banner_to_staff():
    planned = make(ROOT, "-n", "site", "serve", "check").stdout.splitlines()
    started = [line for line in planned if re.search(r"/mkdocs (build|serve)\b", line)]
    assert len(started) == 3, planned
    assert [line for line in started if "NO_MKDOCS_2_WARNING=1 " not in line] == []


def test_the_first_run_sets_up_and_the_second_does_not(site):
    assert SET_UP in make(site, "-n", "site").stdout
    assert set_up(site).returncode == 0
    assert SET_UP not in make(site, "-n", "site").stdout


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_new_versions_are_installed(site, name):
    set_up(site)
    later = (site / ".venv" / ".ready").stat().st_mtime + 60
    os.utime(site / name, (later, later))
    assert SET_UP in make(site, "-n", "site").stdout


def test_a_moved_folder_is_set_up_again(site):
    set_up(site)
    moved = site.rename(site.with_name("moved"))
    assert SET_UP in make(moved, "-n", "site").stdout
    assert set_up(moved).returncode == 0
    assert str(moved) in (moved / ".venv" / "bin" / "pip").read_text(encoding="utf-8")
    assert SET_UP not in make(moved, "-n", "site").stdout


def test_without_ensurepip_the_debian_package_is_named_and_nothing_left(site):
    told = set_up(site, wanted="no-ensurepip")
    assert told.returncode != 0
    assert f"apt-get install python3.{sys.version_info[1]}-venv" in told.stderr
    assert not (site / ".venv").exists()


def test_an_old_python_is_named_with_what_is_needed(site):
    told = set_up(site, wanted="old")
    assert told.returncode != 0
    assert "3.11" in told.stderr
    assert "Python 3.9.2" in told.stderr
    assert not (site / ".venv").exists()


def test_a_failed_environment_is_removed(site):
    assert set_up(site, wanted="no-space").returncode != 0
    assert not (site / ".venv").exists()


def test_an_interrupted_set_up_is_repaired_by_the_next_run(site):
    assert set_up(site, wanted="no-network").returncode != 0
    assert not (site / ".venv" / ".ready").exists()
    assert SET_UP in make(site, "-n", "site").stdout
    assert set_up(site).returncode == 0
    assert SET_UP not in make(site, "-n", "site").stdout


@pytest.mark.parametrize("verb", ["serve", "look"])
def test_ctrl_c_ends_what_serves_without_a_complaint(built, verb):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        ["make", verb, f"PORT={port}"],
        cwd=built,
        env=environment(built),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=interruptible,
    )
    try:
        assert fetched(process, f"http://127.0.0.1:{port}/tin/") == "Bản tin"
    finally:
        os.killpg(process.pid, signal.SIGINT)
        said, complaint = process.communicate(timeout=PATIENCE)
    assert (f"http://127.0.0.1:{port}" in said) or verb == "serve"
    assert "make: ***" not in complaint


def test_nobody_is_sent_to_the_folder_as_files(built):
    (built / ".venv" / "bin" / "mkdocs").write_text("#!/bin/sh\n", encoding="utf-8")
    said = make(built, "site").stdout
    assert "file:" not in said
    assert "make look" in said and "make serve" not in said


def test_look_says_what_is_missing_or_in_the_way(built):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        told = make(built, "look", f"PORT={taken.getsockname()[1]}")
    assert told.returncode != 0
    assert "make look PORT=" in told.stderr and "Traceback" not in told.stderr
    shutil.rmtree(built / "site")
    told = make(built, "look")
    assert told.returncode != 0 and "make site" in told.stderr
