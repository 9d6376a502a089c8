"""A file that kills, hangs or starves its reader costs one photo, and nothing else."""

from __future__ import annotations

import os
import resource
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import camera
import pytest
from hostile import encoded
from newsway import AT, Newsroom, processes, worded
from PIL import Image

from bantin import limits
from bantin.photos.children import Children
from bantin.photos.entries import Entries
from bantin.photos.store import Job, Store
from bantin.photos.tasks import Task

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="asks /proc, sends signals"
)

# Every child begins with it: a photo with one of these words at its end is a decoder's bug.
TRAP = """
import os, signal, sys
sys.path[:0] = [HOOKS]
from bantin import limits
from bantin.photos import render

limits.PHOTO_SECONDS = 2
sound = render.work

def work(path, name, values):
    word, _, told = path.read_bytes().rpartition(b"\\xff\\xd9")[2].partition(b" ")
    if word == b"SEGFAULT":
        os.kill(os.getpid(), signal.SIGSEGV)
    while word == b"HANG":
        pass
    while word == b"SLEEP":
        signal.pause()
    if word == b"EAT":
        rooms = [bytearray(50_000_000) for _ in range(1000)]
    if word == b"CHATTER":
        os.write(1, b"{}" * 1000)
    if word == b"MEET":
        reports, goes = (os.fsdecode(each) for each in told.split(b" "))
        with open(reports, "w") as report:
            report.write(str(os.getpid()))
        with open(goes) as go:
            go.read()
    return sound(path, name, values)

render.work = work
"""


@pytest.fixture
def trapped(tmp_path, monkeypatch) -> Iterator[Children]:
    """Children that fall for the words above."""
    folder = tmp_path / "traps"
    folder.mkdir()
    hooks = str(Path(limits.__file__).parents[1])
    (folder / "sitecustomize.py").write_text(TRAP.replace("HOOKS", repr(hooks)))
    monkeypatch.setenv("PYTHONPATH", str(folder))
    children = Children(2)
    yield children
    children.close()


@pytest.fixture
def store(tmp_path, trapped) -> Store:
    return Store(Entries(tmp_path / "renditions"), trapped)


def job(folder: Path, number: int, word: str = "") -> Job:
    path = folder / f"{number}.jpg"
    picture = Image.new("RGB", (320, 200), (number, 80, 90))
    path.write_bytes(camera.jpeg(picture) + word.encode())
    return Job(camera.planned(path, f"images/2026/a/{number}.jpg"), path)


def codes(failures) -> dict[str, str]:
    for failure in failures.values():
        worded(failure.problem(AT))
    return {path.rpartition("/")[2]: failure.code for path, failure in failures.items()}


@pytest.mark.parametrize(
    ("word", "code"),
    [("SEGFAULT", "photo-crashed"), ("HANG", "photo-too-slow"), ("EAT", "photo-memory")],
)
def test_one_bad_photo_costs_no_other(store, tmp_path, word, code):
    jobs = [job(tmp_path, number) for number in range(6)]
    jobs[3:3] = [job(tmp_path, 11, word)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    assert codes(store.fill(jobs)) == {"11.jpg": code}
    sound = {one.picture.key for one in jobs if one.source.name != "11.jpg"}
    assert store.storage.keys() == sound
    assert codes(store.fill(jobs)) == {"11.jpg": code}  # the pool goes on
    store.close()
    # stopped by the limit of seconds, not by the patience of the parent
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 25


def test_a_photo_that_waits_for_ever_is_given_up(store, tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "PHOTO_PATIENCE", 1)
    assert codes(store.fill([job(tmp_path, 1, "SLEEP")])) == {"1.jpg": "photo-too-slow"}


def test_a_child_that_prints_does_not_disturb_the_answers(store, tmp_path):
    chatter = job(tmp_path, 1, "CHATTER")
    assert codes(store.fill([chatter])) == {}
    assert store.contents(chatter)


@pytest.fixture
def meeting(tmp_path):
    """A photo whose child reports its process and waits: word, report's end, go's end."""
    reports, goes = tmp_path / "reports", tmp_path / "goes"
    os.mkfifo(reports)
    os.mkfifo(goes)
    return f"MEET {reports} {goes}", reports, goes


def test_a_child_killed_once_is_replaced_and_its_photo_made(store, tmp_path, meeting):
    word, reports, goes = meeting
    jobs = [job(tmp_path, 1, word), job(tmp_path, 2)]
    with ThreadPoolExecutor(1) as thread:
        failures = thread.submit(store.fill, jobs)
        first = int(reports.read_text())
        os.kill(first, signal.SIGKILL)
        second = int(reports.read_text())
        goes.write_text("go")
        assert failures.result() == {}
    assert first != second
    assert store.storage.keys() == {one.picture.key for one in jobs}


def test_a_child_killed_twice_is_its_photo_s_fault(store, tmp_path, meeting):
    word, reports, _ = meeting
    jobs = [job(tmp_path, 1, word), job(tmp_path, 2), job(tmp_path, 3)]
    with ThreadPoolExecutor(1) as thread:
        failures = thread.submit(store.fill, jobs)
        for _ in range(2):
            os.kill(int(reports.read_text()), signal.SIGKILL)
        assert codes(failures.result()) == {"1.jpg": "photo-crashed"}
    assert store.storage.keys() == {one.picture.key for one in jobs[1:]}


PARENT = """
import sys
from pathlib import Path
from bantin.photos.children import Children
from bantin.photos.tasks import Task
children = Children(2)
tasks = [Task("probe", "a.jpg", sys.argv[1], key=str(n)) for n in range(8)]
assert not [one for one in children.run(tasks) if one.failure]
print("ready", flush=True)
sys.stdin.read()
"""


def test_children_end_with_a_parent_that_was_killed(tmp_path):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.jpeg())
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert parent.stdin and parent.stdout
    assert parent.stdout.readline() == b"ready\n"
    handles = [os.pidfd_open(pid) for pid in processes(parent.pid)]
    assert handles
    parent.kill()
    parent.wait()
    for handle in handles:
        ended, _, _ = select.select([handle], [], [], 30)
        assert ended, "a child outlived its parent"
        os.close(handle)
    parent.stdin.close()
    parent.stdout.close()


def test_children_end_when_they_are_closed(tmp_path):
    children = Children(2)
    before = set(processes())
    newsroom = Newsroom(children, tmp_path / "cache")
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.jpeg())
    assert newsroom.published(path, camera.NAME)[1] is None
    started = set(processes()) - before
    assert started
    children.close()
    assert not started & set(processes())
    assert newsroom.published(path, camera.NAME)[1] is None  # others are started
    children.close()


def test_what_began_before_they_were_closed_leaves_no_child_behind(tmp_path):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.jpeg())
    tasks = [Task("probe", f"{number}.jpg", str(path)) for number in range(20)]
    children, before = Children(1), set(processes())
    old = children.run(tasks)
    next(old)
    children.close()
    assert [one.failure for one in children.run(tasks[:1])] == [None]
    assert {one.failure.code for one in old if one.failure} == {"photo-crashed"}
    children.close()
    assert not set(processes()) - before


def test_where_no_process_can_be_started_photos_are_told_and_no_traceback(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    children = Children(2)
    store = Store(Entries(tmp_path / "renditions"), children)
    assert codes(store.fill([job(tmp_path, 1), job(tmp_path, 2)])) == {
        "1.jpg": "photo-crashed",
        "2.jpg": "photo-crashed",
    }
    monkeypatch.undo()
    assert codes(store.fill([job(tmp_path, 1), job(tmp_path, 2)])) == {}
    children.close()


# --- with and without the extra ``heif`` ------------------------------------------------------

WITHOUT = {
    "not-installed": ("sitecustomize.py", 'import sys\nsys.modules["pillow_heif"] = None\n'),
    "broken": ("pillow_heif.py", 'raise ImportError("libheif")\n'),
}


@pytest.fixture(params=WITHOUT)
def without_heif(request, tmp_path, monkeypatch) -> Iterator[Newsroom]:
    folder = tmp_path / "instead"
    folder.mkdir()
    name, content = WITHOUT[request.param]
    (folder / name).write_text(content)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    children = Children(1)
    yield Newsroom(children, tmp_path / "cache")
    children.close()


def test_without_the_extra_a_heic_is_told_how_to_be_exported(without_heif, tmp_path):
    path = tmp_path / "01.jpg"
    path.write_bytes(encoded(camera.scene(), "HEIF"))
    files, problem = without_heif.published(path, camera.NAME)
    assert (files, problem.code) == ({}, "photo-heic")
    worded(problem)
    path.write_bytes(camera.jpeg())
    assert without_heif.published(path, camera.NAME)[1] is None


def test_with_the_extra_a_heic_is_a_photo(newsroom, tmp_path):
    path = tmp_path / "01.heic"
    path.write_bytes(encoded(camera.scene(), "HEIF"))
    files, problem = newsroom.published(path, camera.NAME)
    assert problem is None
    assert files


PLAN = """
import sys
from bantin import newsroom
from bantin.photos.kinds import FORMATS
assert "HEIC" in FORMATS
print("pillow_heif" in sys.modules)
"""


def test_who_plans_does_not_open_the_reader_of_heic():
    ran = subprocess.run(
        [sys.executable, "-c", PLAN],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "False\n"


def test_a_child_sees_no_password_of_ours(tmp_path, monkeypatch):
    told = tmp_path / "told"
    folder = tmp_path / "traps"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(
        f"import os\nopen({str(told)!r}, 'w').write(' '.join(os.environ))\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setenv("DEPLOY_TOKEN", "secret")
    children = Children(1)
    list(children.run([Task("probe", "x.jpg", str(tmp_path / "x.jpg"))]))
    children.close()
    assert "PATH" in told.read_text().split()
    assert "DEPLOY_TOKEN" not in told.read_text()
